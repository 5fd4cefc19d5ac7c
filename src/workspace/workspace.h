// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

namespace dosirak::workspace {

/// One user's working folder: where each thing of it lies. A plain value; reads the disk only where it says so.
class Workspace
{
public:
    /// @p root is made absolute. Nothing is created.
    explicit Workspace(const QString &root);

    /// The nearest folder at or above @p start that has a presets/ folder; else @p start itself.
    [[nodiscard]] static Workspace find(const QString &start);

    [[nodiscard]] QString root() const { return m_root; }
    [[nodiscard]] QString presetsFolder() const;
    [[nodiscard]] QString presetPath(const QString &presetName) const;
    [[nodiscard]] QString artifactsFolder(const QString &presetName) const;
    [[nodiscard]] QString lockPath(const QString &presetName) const;
    [[nodiscard]] QString buildsFolder() const;
    [[nodiscard]] QString bundlesFolder() const;

    /// The preset-names that are there, sorted. Reads the folder; files that are no preset-name are left out.
    [[nodiscard]] QStringList presetNames() const;

    /// Checks that @p presetName is well-formed and its file exists. Errors: Usage, NotFound (naming near ones).
    [[nodiscard]] Result<void> require(const QString &presetName) const;

private:
    QString m_root;
};

} // namespace dosirak::workspace

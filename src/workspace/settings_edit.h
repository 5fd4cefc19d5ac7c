// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QList>
#include <QString>

namespace dosirak::workspace {

/// What a person edits of the settings file: its own values, without the environment's. Empty or 0: left out of the file.
struct EditableSettings {
    QList<std::pair<QString, QString>> mirrors; ///< URL prefix → what stands for it
    QString httpProxy, httpsProxy, caFile;
    QString storeFolder;
    qint64 bandwidthLimit = 0;                  ///< bytes a second
    qint64 storeBudget = 0;                     ///< bytes
    friend bool operator==(const EditableSettings &, const EditableSettings &) = default;
};

/// No file is no error. Errors: Invalid (line, pointer), Io.
[[nodiscard]] Result<EditableSettings> readEditableSettings(const QString &path);

/// Writes them into the file; keys of it that are not edited here, and their order, are kept.
/// Errors: Invalid (a value that cannot be used, or a file that cannot be read), Io, DiskFull.
[[nodiscard]] Result<void> writeEditableSettings(const QString &path, const EditableSettings &settings);

} // namespace dosirak::workspace

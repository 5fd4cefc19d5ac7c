// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <map>

namespace dosirak::tests {

/// What one call of the program gave.
struct Call {
    int code = -1;          ///< exit code; -1: it crashed or did not end
    QByteArray out;
    QByteArray err;
};

/// A working folder with the demo preset, and caches of its own: the built `dosirak` is run in it as a user would. Nothing of
/// the user's own settings, and no language but the one that is asked for, reaches it.
class Console
{
public:
    Console();

    [[nodiscard]] Call run(const QStringList &arguments, const std::map<QString, QString> &environment = {}) const;
    [[nodiscard]] QString root() const { return m_root; }
    [[nodiscard]] QString path(const QString &relative) const { return m_root + QLatin1Char('/') + relative; }
    /// Puts a preset there; @p text is its JSON.
    void writePreset(const QString &presetName, const QByteArray &text) const;
    /// The same in another folder, which is made: the far side of the gap.
    [[nodiscard]] Call runIn(const QString &folder, const QStringList &arguments, const std::map<QString, QString> &environment = {}) const;
    /// Runs a call with --json that has to succeed, and gives its answer; else the test fails.
    [[nodiscard]] QJsonObject answer(const QString &folder, QStringList arguments) const;

private:
    QTemporaryDir m_folder;
    QString m_root;
};

/// The names of all commands, as `dosirak help` lists them.
[[nodiscard]] QStringList commandNames(const Console &console);

} // namespace dosirak::tests

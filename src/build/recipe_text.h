// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

namespace dosirak::build {

/// A template of docker/, which is part of the program. Errors: Internal (no such one).
[[nodiscard]] Result<QByteArray> recipeTemplate(const QString &name);

/// Fills @NAME@ in. A line that is only a placeholder whose value is empty goes. Errors: Internal (one has no value).
[[nodiscard]] Result<QByteArray> fillTemplate(const QByteArray &text, const QMap<QByteArray, QByteArray> &values);

/// The lines of a script as the continuation of a RUN instruction: "a \\\n    b".
[[nodiscard]] QByteArray asRunLines(const QByteArray &script);

/// A word for /bin/sh in single quotes. Text with a line end or NUL must have been refused before.
[[nodiscard]] QByteArray shellWord(const QString &text);

/// A value in double quotes for ENV and LABEL, in which nothing is substituted (Dockerfile reference, "Environment
/// replacement"). Errors: Invalid at @p pointer (a line end or control character).
[[nodiscard]] Result<QByteArray> dockerWord(const QString &text, const QString &pointer);

/// A JSON array for the exec form of CMD and ENTRYPOINT.
[[nodiscard]] QByteArray execForm(const QStringList &arguments);

} // namespace dosirak::build

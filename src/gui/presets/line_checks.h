// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compat/facts.h"
#include "gui/theme/icons.h"

#include <QStringList>
#include <functional>
#include <optional>

namespace dosirak::gui {

/// What is wrong with one line of a list, or with one value, while it is being typed.
struct LineProblem {
    QString text;           ///< one sentence
    int column = 0;         ///< 1-based; 0: the whole line
    Mark mark = Mark::Bad;
};
using LineCheck = std::function<std::optional<LineProblem>(const QString &line)>;

/// PEP 508; says the column where reading stopped.
[[nodiscard]] std::optional<LineProblem> requirementProblem(const QString &line);
/// A project name (PEP 503) on its own; `nvidia-*` where @p prefixes are welcome.
[[nodiscard]] std::optional<LineProblem> projectNameProblem(const QString &line);
[[nodiscard]] std::optional<LineProblem> projectPrefixProblem(const QString &line);
/// A package as apt takes it: name, name:arch, name=version.
[[nodiscard]] std::optional<LineProblem> debProblem(const QString &line);
/// "KEY=value"; the key is not empty.
[[nodiscard]] std::optional<LineProblem> pairProblem(const QString &line);
/// "8.6.1 = 11.8": two version patterns.
[[nodiscard]] std::optional<LineProblem> versionPairProblem(const QString &line);
[[nodiscard]] std::optional<LineProblem> versionProblem(const QString &text);
[[nodiscard]] std::optional<LineProblem> versionOrAutoProblem(const QString &text);
[[nodiscard]] std::optional<LineProblem> versionPatternProblem(const QString &text);
[[nodiscard]] std::optional<LineProblem> presetNameProblem(const QString &text);
[[nodiscard]] std::optional<LineProblem> sizeProblem(const QString &text);
[[nodiscard]] std::optional<LineProblem> wholeProblem(const QString &text);
[[nodiscard]] std::optional<LineProblem> sha256Problem(const QString &text);
[[nodiscard]] std::optional<LineProblem> absolutePathProblem(const QString &text);
[[nodiscard]] std::optional<LineProblem> moduleProblem(const QString &text);
/// A GPU that the facts do not know is worth a warning: nothing can be said of it.
[[nodiscard]] LineCheck gpuCheck(const compat::Facts &facts); ///< @p facts must outlive it

/// "KEY=value" → both, trimmed about the sign; nothing when there is no sign or no key.
[[nodiscard]] std::optional<std::pair<QString, QString>> splitPair(const QString &line);

} // namespace dosirak::gui

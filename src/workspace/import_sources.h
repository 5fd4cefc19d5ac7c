// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QByteArray>
#include <QList>
#include <QStringList>
#include <optional>

namespace dosirak::workspace {

/// What people have before they have a preset.
enum class SourceKind {
    Requirements,  ///< pip's requirements.txt
    PyProject,     ///< pyproject.toml: [project] (PEP 621) and Poetry's table
    Dockerfile,    ///< FROM, RUN apt-get install, RUN pip install, ENV, LABEL, USER, WORKDIR, ENTRYPOINT, CMD
    PipFreeze,     ///< what `pip freeze` prints
    DpkgList,      ///< what `dpkg -l`, `dpkg-query -W` or `dpkg --get-selections` print
};
inline constexpr qint64 maxImportBytes = 8LL << 20; ///< a larger file is refused

/// A line that was not taken, or not as it stood.
struct ImportNote {
    int line = 0;          ///< 1-based; 0: the file as a whole
    QString text;          ///< the line, shortened
    QString what;          ///< one sentence: why, and what to do
};

struct SourceImport {
    SourceKind kind = SourceKind::Requirements;
    Json patch;            ///< RFC 6902, for the preset's own document; empty: there is nothing to change
    QStringList taken;     ///< what the patch does, a line each for people: "numpy==1.26.4 → /wheels/requirements"
    QList<ImportNote> notes;
};

/// By the file's name, else by what is in it.
[[nodiscard]] std::optional<SourceKind> sourceKindOf(const QString &fileName, const QByteArray &bytes);
[[nodiscard]] QString sourceKindName(SourceKind kind);                     ///< for people: "requirements.txt"
[[nodiscard]] std::optional<SourceKind> sourceKindNamed(const QString &id); ///< "requirements", "pyproject", "dockerfile", "pip-freeze", "dpkg"

/// Reads such a file and says what it would change in a preset. Nothing is run, nothing else is read: files that it names
/// are in the notes. Untrusted input. Pure; milliseconds. Thread: any.
/// @p own is the preset's own document, @p resolved the one with all that it inherits; for a new preset both are the template's.
/// Errors: Invalid (too large, not UTF-8, TOML that is none: with line and column), Unsupported (of no known kind).
[[nodiscard]] Result<SourceImport> importSource(const QByteArray &bytes, const QString &fileName, const Json &own, const Json &resolved,
                                                std::optional<SourceKind> kind = {});

} // namespace dosirak::workspace

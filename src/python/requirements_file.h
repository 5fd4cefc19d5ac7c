// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "python/requirement.h"

#include <QString>
#include <map>
#include <string>
#include <vector>

namespace dosirak::python {

/// The longest requirements file that is read, in bytes, and how deep files may name each other.
inline constexpr qint64 maxRequirementsFileSize = 8 * 1024 * 1024;
inline constexpr int maxRequirementsFileDepth = 16;

/// One requirement with where it stands.
struct RequirementLine {
    Requirement requirement;
    std::vector<std::string> sha256;          ///< `--hash=sha256:…`: 64 lower-case hex digits each; empty: any file
    ErrorPlace place;
};

/// What a pip requirements file and the files it names say together. A plain value.
struct RequirementsFile {
    std::vector<RequirementLine> requirements; ///< in the order of the lines, `-r` files in their place
    std::vector<RequirementLine> constraints;  ///< of `-c` files
    std::string indexUrl;                      ///< `--index-url`, the last one; empty: not said
    std::vector<std::string> extraIndexUrls;
    std::vector<std::string> findLinks;        ///< URLs, or absolute folders and pages
    bool noIndex = false;
    bool pre = false;
    bool requireHashes = false;                ///< said, or one requirement has a hash
    std::vector<QString> files;                ///< absolute paths of all that was read, each once, the first one first
    std::vector<QString> notices;              ///< options that mean nothing here and were passed over, one line each

    /// Reads @p path and what it names, following pip's requirements file format. Paths in it are relative to the file
    /// they stand in; only local files are read, never URLs, and `-r`/`-c` files must lie in the folder of @p path or
    /// below (so that a file that was handed over cannot make us read others).
    /// Environment variables (${NAME}) are never expanded: a line that has one is refused and named.
    /// Errors: NotFound, Io, Invalid and Unsupported (editable, a path or URL without a name, an index given by a
    /// variable), all with file and line.
    [[nodiscard]] static Result<RequirementsFile> read(const QString &path);

    /// The same for text that is at hand; @p path says where it is from and may not exist.
    [[nodiscard]] static Result<RequirementsFile> parse(const QByteArray &text, const QString &path);
};

} // namespace dosirak::python

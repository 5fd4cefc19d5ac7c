// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "compat/facts.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace dosirak::workspace {

/// A set of compatibility facts as its file has it (docs/formats/facts.md).
struct FactsSet {
    QString path;       ///< empty: the set that ships with the program
    QString version;    ///< "2026.11.22"
    QByteArray sha256;  ///< of the file
    QByteArray bytes;
    Json json;
    [[nodiscard]] QStringList sections() const; ///< those with rows, in their order
};

/// Where an imported set lies: the user's data folder, dosirak/facts.json. A set may also be dropped there by hand.
[[nodiscard]] QString importedFactsPath();

/// Reads and validates a set. Untrusted input. Errors: NotFound, Io, Invalid (file and JSON pointer), Unsupported.
[[nodiscard]] Result<FactsSet> readFacts(const QString &path);
[[nodiscard]] Result<FactsSet> shippedFacts();
/// The imported set, unless the one that ships is newer. Errors: as readFacts() for a broken imported set: it is named,
/// never passed over in silence.
[[nodiscard]] Result<FactsSet> factsInUse();
/// The same, typed. It lives as long as the program. Thread: any.
[[nodiscard]] Result<const compat::Facts *> typedFactsInUse();

/// One row that two sets have differently.
struct FactsChange {
    enum class Kind { Added, Removed, Changed };
    QString section;    ///< "torch"
    QString row;        ///< "2.4.1"
    Kind kind = Kind::Changed;
    QStringList fields; ///< of a changed row
};
[[nodiscard]] QList<FactsChange> factsChanges(const Json &before, const Json &after);

/// What one row is called: its version, tag, name or id.
[[nodiscard]] QString factsRowName(const Json &row);

/// Puts a set in use from the next start of a program on. @p sha256: what the person confirmed, as hexadecimal digits.
/// Errors: Integrity (the file has another one), Refused (it is older than the set that ships), Io, DiskFull.
[[nodiscard]] Result<void> importFacts(const FactsSet &set, const QByteArray &sha256);
/// Back to the set that ships. Errors: NotFound (none was imported), Io.
[[nodiscard]] Result<void> removeImportedFacts();

} // namespace dosirak::workspace

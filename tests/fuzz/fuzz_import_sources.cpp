// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "workspace/import_sources.h"

namespace dosirak::fuzz {

// The first byte chooses the kind, so that every reader is met with every kind of bytes.
void fuzzOne(std::span<const std::uint8_t> bytes)
{
    using workspace::SourceKind;
    if (bytes.empty())
        return;
    static const SourceKind kinds[] = {SourceKind::Requirements, SourceKind::PyProject, SourceKind::Dockerfile, SourceKind::PipFreeze, SourceKind::DpkgList};
    const SourceKind kind = kinds[bytes.front() % std::size(kinds)];
    const Json resolved = {{"schema_version", 1}, {"wheels", {{"requirements", {"numpy<2"}}}}};
    const Json own = {{"schema_version", 1}, {"extends", "base"}};
    const auto text = textOf(bytes.subspan(1));
    const auto import = workspace::importSource(QByteArray(text.data(), qsizetype(text.size())), QStringLiteral("file"), own, resolved, kind);
    if (!import) {
        require(!import.error().what.isEmpty(), "a refusal says why");
        return;
    }
    const Json changed = own.patch(import->patch); // throws where the patch does not fit
    require(changed.is_object(), "a preset stays an object");
    require(import->patch.empty() == import->taken.isEmpty(), "what is taken is told");
    for (const workspace::ImportNote &note : import->notes)
        require(note.line >= 0 && !note.what.isEmpty(), "a note has a sentence");
}

} // namespace dosirak::fuzz

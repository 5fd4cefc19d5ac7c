// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "debian/package_index.h"
#include "debian/repo_index.h"

namespace dosirak::fuzz {

using namespace debian;

void fuzzOne(std::span<const std::uint8_t> bytes)
{
    const QByteArray text(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
    for (const auto kind : {PackageIndex::Kind::Packages, PackageIndex::Kind::Status}) {
        const auto index = PackageIndex::parse(text, kind, QStringLiteral("fuzz"));
        if (!index) {
            require(!index.error().what.isEmpty(), "a refusal says why");
            continue;
        }
        for (const PackageRecord &record : index->records()) {
            require(isPackageName(index->name(record.name)), "the name is one");
            require(isArchitectureName(index->text(record.architecture)), "the architecture is one");
            require(index->text(record.version).find('/') == std::string_view::npos, "the version is no path");
            require(!index->stanza(record).empty(), "the paragraph is there");
            for (const DependencyAtom &atom : index->dependencies(record)) {
                require(atom.name < index->nameCount(), "a dependency names something");
                require(atom.relation == Relation::Any || !index->text(atom.version).empty(), "a relation has a version");
            }
            const auto deps = index->dependencies(record);
            require(deps.empty() || !deps.back().orNext, "the last alternative ends its group");
            for (const ProvidedName &provided : index->provides(record))
                require(provided.name < index->nameCount(), "a provided name is one");
            (void)packagesText({{"x.deb", std::string(index->stanza(record)), 1, std::string(64, 'a')}});
        }
    }
}

} // namespace dosirak::fuzz

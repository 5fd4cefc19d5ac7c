// SPDX-License-Identifier: GPL-3.0-or-later
#include "preset/migration.h"

#include "base/tr.h"

namespace dosirak::preset {

using namespace Qt::StringLiterals;

namespace {
const QString pointer = u"/schema_version"_s;
}

const std::vector<Migration> &migrations()
{
    static const std::vector<Migration> steps;
    Q_ASSERT(steps.size() + 1 == currentSchemaVersion);
    return steps;
}

Result<PresetDocument> migrated(const PresetDocument &document, const QString &file, const std::vector<Migration> &steps)
{
    const auto newest = qint64(steps.size()) + 1;
    ErrorPlace place{file, 0, 0, pointer};
    if (const auto range = document.range(pointer)) {
        const TextPosition at = positionOf(document.text(), range->begin);
        place.line = at.line;
        place.column = at.column;
    }
    const Json *value = document.value(pointer);
    if (!value)
        return failAt(ErrorCode::Invalid, place, coreTr("The preset does not say which version of the format it has."),
                      coreTr("Write “\"schema_version\": %1” into it.").arg(newest));
    if (!value->is_number_integer() || value->get<qint64>() < 1)
        return failAt(ErrorCode::Invalid, place, coreTr("There is no such version of the format: whole numbers from 1 to %1 are known.").arg(newest));
    const auto version = value->get<qint64>();
    if (version > newest)
        return failAt(ErrorCode::Unsupported, place,
                      coreTr("This preset was made for a newer Dosirak (schema %1; this one reads up to %2).").arg(version).arg(newest),
                      coreTr("Use a newer Dosirak."));
    PresetDocument newer = document;
    for (qint64 from = version; from < newest; ++from) {
        DOSIRAK_TRY(stepped, steps[size_t(from - 1)](newer));
        DOSIRAK_TRY(numbered, stepped.set(pointer, from + 1));
        newer = numbered;
    }
    return newer;
}

} // namespace dosirak::preset

// SPDX-License-Identifier: GPL-3.0-or-later
#include "compat/tensorrt_choice.h"

#include <algorithm>

namespace dosirak::compat {

using namespace Qt::StringLiterals;

namespace {

bool isSupported(const preset::TensorRt &block, const QString &version)
{
    return block.supportedVersions.isEmpty()
        || std::any_of(block.supportedVersions.begin(), block.supportedVersions.end(),
                       [&](const QString &pattern) { return matchesVersionPattern(pattern, version); });
}

bool hasBuildFor(const TensorRtRelease &row, const QString &cuda)
{
    if (row.cudaBuilds.isEmpty())
        return true; // not known is not no
    const int major = DottedVersion(cuda).major();
    return std::any_of(row.cudaBuilds.begin(), row.cudaBuilds.end(),
                       [&](const QString &build) { return DottedVersion(build).major() == major; });
}

/// "12.0u1" → 12.0.1, so that it compares.
DottedVersion withUpdate(QString text)
{
    return DottedVersion(text.replace(u'u', u'.'));
}

} // namespace

QString mappedCuda(const preset::TensorRt &block, const QString &version)
{
    QString best;
    QString cuda;
    for (const auto &[pattern, wanted] : block.cudaCompatibility)
        if (matchesVersionPattern(pattern, version) && pattern.size() > best.size()) {
            best = pattern;
            cuda = wanted;
        }
    return cuda;
}

bool mappingAllows(const preset::TensorRt &block, const QString &version, const QString &cuda)
{
    const QString wanted = mappedCuda(block, version);
    return wanted.isEmpty() || matchesVersionPattern(wanted, cuda);
}

QString chosenTensorRt(const preset::Preset &preset, const Facts &facts)
{
    if (!preset.tensorrt || !preset.tensorrt->enabled)
        return {};
    const preset::TensorRt &block = *preset.tensorrt;
    if (!block.version.isEmpty() && block.version != u"auto"_s)
        return block.version;
    const TensorRtRelease *best = nullptr;
    for (const TensorRtRelease &row : facts.tensorrt) {
        const bool fits = isSupported(block, row.version) && mappingAllows(block, row.version, preset.cuda) && hasBuildFor(row, preset.cuda);
        // A release of which only the minor version is known cannot be pinned.
        const bool whole = DottedVersion(row.version).parts().size() >= 3;
        if (fits && whole && (!best || DottedVersion(best->version) < DottedVersion(row.version)))
            best = &row;
    }
    return best ? best->version : QString();
}

bool inVendorRanges(const QStringList &ranges, const QString &cuda)
{
    const DottedVersion wanted(DottedVersion(cuda).prefix(2));
    for (const QString &range : ranges) {
        const DottedVersion first = withUpdate(range.section(u'-', 0, 0));
        const DottedVersion last = withUpdate(range.section(u'-', -1, -1));
        if (DottedVersion(first.prefix(2)) <= wanted && wanted <= DottedVersion(last.prefix(2)))
            return true;
    }
    return false;
}

QStringList tensorRtDebs(const QString &version, const QString &cuda, const Facts &facts)
{
    const TensorRtRelease *row = facts.tensorRtRelease(version);
    if (!row || row->debVersions.isEmpty())
        return {};
    // The build of the same CUDA minor version, else the one of the same major version that is not newer.
    QString chosen;
    for (const QString &deb : row->debVersions) {
        const DottedVersion built(deb.section(u"+cuda"_s, 1));
        const DottedVersion wanted(DottedVersion(cuda).prefix(2));
        if (built == wanted)
            chosen = deb;
        else if (chosen.isEmpty() && built.major() == wanted.major())
            chosen = deb;
    }
    QStringList debs;
    for (const QString &package : facts.debSet(row->debSet))
        if (!chosen.isEmpty() && !package.endsWith(u"-dev"_s) && package.startsWith(u"libnv"_s))
            debs.append(package + u'=' + chosen);
    return debs;
}

} // namespace dosirak::compat

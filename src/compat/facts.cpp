// SPDX-License-Identifier: GPL-3.0-or-later
#include "compat/facts.h"

#include <QFile>
#include <algorithm>

// Resources of a static library are only linked when they are asked for; this must be outside of any namespace.
static void initialiseFactsSchemaResource()
{
    Q_INIT_RESOURCE(dosirak_facts_schema);
}

namespace dosirak::compat {

using namespace Qt::StringLiterals;

namespace {

template<class Row, class Test>
const Row *findRow(const QList<Row> &rows, Test test)
{
    const auto found = std::find_if(rows.begin(), rows.end(), test);
    return found == rows.end() ? nullptr : &*found;
}

QString plainGpu(const QString &name)
{
    QString plain = name.toLower().simplified();
    for (const QString &prefix : {u"nvidia "_s, u"geforce "_s, u"tesla "_s})
        if (plain.startsWith(prefix))
            plain.remove(0, prefix.size());
    return plain;
}

} // namespace

const TorchBuild *TorchRelease::build(const QString &suffix) const
{
    return findRow(builds, [&](const TorchBuild &build) { return build.suffix == suffix; });
}

const Facts &Facts::shipped()
{
    static const Facts facts = [] {
        QFile file(u":/facts/facts.json"_s);
        (void)file.open(QIODevice::ReadOnly);
        auto parsed = parse(file.readAll(), u"facts.json"_s);
        // A test reads the same file: a program that cannot read its own data was never released.
        Q_ASSERT_X(parsed, "Facts::shipped", parsed ? "" : qPrintable(parsed.error().text()));
        return parsed.value_or(Facts());
    }();
    return facts;
}

QByteArray Facts::schema()
{
    initialiseFactsSchemaResource();
    QFile file(u":/schema/facts.schema.json"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? file.readAll() : QByteArrayLiteral("{}");
}

const TorchRelease *Facts::torchRelease(const QString &wanted) const
{
    return findRow(torch, [&](const TorchRelease &row) { return row.version == wanted; });
}

const TensorRtRelease *Facts::tensorRtRelease(const QString &wanted) const
{
    return findRow(tensorrt, [&](const TensorRtRelease &row) { return row.version == wanted || row.fullVersion == wanted; });
}

const System *Facts::system(const QString &distribution, const QString &release) const
{
    return findRow(systems, [&](const System &row) { return row.distribution == distribution && row.release == release; });
}

const Gpu *Facts::gpu(const QString &name) const
{
    return findRow(gpus, [&](const Gpu &row) { return plainGpu(row.name) == plainGpu(name); });
}

const Capability *Facts::capability(const QString &sm) const
{
    return findRow(capabilities, [&](const Capability &row) { return row.sm == sm; });
}

const BaseImageTag *Facts::baseImage(const QString &tag) const
{
    QString devel = tag;
    devel.replace(u"-runtime-"_s, u"-devel-"_s);
    if (const auto *exact = findRow(baseImages, [&](const BaseImageTag &row) { return row.tag == devel; }))
        return exact;
    // A tag without cuDNN has the start check of the one with it.
    static const QString kinds[] = {u"-cudnn8-devel-"_s, u"-cudnn9-devel-"_s, u"-cudnn-devel-"_s};
    QString plain = devel;
    plain.replace(u"-base-"_s, u"-devel-"_s);
    for (const QString &kind : kinds)
        if (const auto *row = findRow(baseImages, [&](const BaseImageTag &r) { return r.tag == QString(plain).replace(u"-devel-"_s, kind); }))
            return row;
    return nullptr;
}

const Pitfall *Facts::pitfall(const QString &id) const
{
    return findRow(pitfalls, [&](const Pitfall &row) { return row.id == id; });
}

const CudaRelease *Facts::cudaRelease(const QString &wanted) const
{
    const CudaRelease *best = nullptr;
    for (const CudaRelease &row : cuda)
        if (matchesVersionPattern(wanted, row.version) && (!best || DottedVersion(best->version) < DottedVersion(row.version)))
            best = &row;
    return best;
}

QString Facts::minDriver(int cudaMajor) const
{
    const auto found = std::find_if(driverFamilies.begin(), driverFamilies.end(), [&](const auto &row) { return row.first == cudaMajor; });
    return found == driverFamilies.end() ? QString() : found->second;
}

QStringList Facts::debSet(const QString &key) const
{
    return m_debSets.value(key);
}

QList<SourceRef> Facts::sourcesOf(const QStringList &ids) const
{
    QList<SourceRef> list;
    QStringList named; // several facts have one source
    for (const QString &id : ids) {
        if (!m_sources.contains(id) || named.contains(id))
            continue;
        named.append(id);
        list.append(m_sources.value(id));
    }
    return list;
}

} // namespace dosirak::compat

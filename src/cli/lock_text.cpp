// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/lock_text.h"

#include "cli/text.h"

#include <QMap>
#include <algorithm>

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

QString kindText(lock::ArtifactKind kind, int count)
{
    switch (kind) {
    case lock::ArtifactKind::Wheel: return coreTr("%1 wheels").arg(count);
    case lock::ArtifactKind::Deb: return coreTr("%1 debs").arg(count);
    case lock::ArtifactKind::Source: return coreTr("%1 source archives").arg(count);
    case lock::ArtifactKind::Image: return coreTr("%1 base images").arg(count);
    }
    return {};
}

QString licencesText(const lock::LockFile &lock)
{
    QMap<QString, int> counts;
    for (const lock::Artifact &artifact : lock.artifacts)
        if (!artifact.licence.isEmpty())
            ++counts[artifact.licence];
    QStringList most = counts.keys();
    std::stable_sort(most.begin(), most.end(), [&](const QString &a, const QString &b) { return counts[a] > counts[b]; });
    QStringList texts;
    for (const QString &licence : most.mid(0, 6))
        texts.append(u"%1 × %2"_s.arg(counts[licence]).arg(licence.left(60)));
    return texts.join(u", "_s);
}

} // namespace

QString changesText(const QList<lock::Change> &changes)
{
    QList<QStringList> rows;
    for (const lock::Change &change : changes) {
        const QString mark = change.from.isEmpty() ? u"+"_s : change.to.isEmpty() ? u"-"_s : u"~"_s;
        const QString versions = change.from.isEmpty() ? change.to
            : change.to.isEmpty()                      ? change.from
                                                       : change.from + u" → "_s + change.to;
        rows.append({mark + u' ' + lock::kindName(change.kind), change.name, versions, change.why.join(u" → "_s)});
    }
    return table(rows);
}

QString summaryText(const lock::LockFile &lock)
{
    QString text = lock.presetName + u":\n"_s;
    using lock::ArtifactKind;
    for (const ArtifactKind kind : {ArtifactKind::Wheel, ArtifactKind::Deb, ArtifactKind::Source, ArtifactKind::Image}) {
        const auto some = lock.of(kind);
        qint64 bytes = 0;
        for (const lock::Artifact &artifact : some)
            bytes += std::max<qint64>(artifact.size, 0);
        if (!some.isEmpty())
            text += u"  "_s + kindText(kind, int(some.size())) + u", "_s + bytesText(bytes) + u'\n';
    }
    text += u"  "_s + coreTr("%1 files, %2 in all").arg(lock.artifacts.size()).arg(bytesText(lock.totalBytes())) + u'\n';
    const QString licences = licencesText(lock);
    if (!licences.isEmpty())
        text += u"  "_s + coreTr("licences: %1").arg(licences) + u'\n';
    return text;
}

Json lockJson(const workspace::LockReport &report)
{
    Json changes = Json::array();
    for (const lock::Change &change : report.changes)
        changes.push_back({{"kind", toStd(lock::kindName(change.kind))},
                           {"name", toStd(change.name)},
                           {"from", toStd(change.from)},
                           {"to", toStd(change.to)},
                           {"why", jsonList(change.why)}});
    return {{"preset_name", toStd(report.lock.presetName)},
            {"files", report.lock.artifacts.size()},
            {"bytes", report.lock.totalBytes()},
            {"written", report.written},
            {"changes", changes}};
}

} // namespace dosirak::cli

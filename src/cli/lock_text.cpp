// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/lock_text.h"

#include "cli/text.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

QString kindText(lock::ArtifactKind kind, int count)
{
    switch (kind) {
    case lock::ArtifactKind::Wheel: return coreTr("%n wheels", nullptr, count);
    case lock::ArtifactKind::Deb: return coreTr("%n debs", nullptr, count);
    case lock::ArtifactKind::Source: return coreTr("%n source archives", nullptr, count);
    case lock::ArtifactKind::Image: return coreTr("%n base images", nullptr, count);
    }
    return {};
}

constexpr int licencesShown = 8;

QString licencesText(const lock::LockFile &lock)
{
    QStringList texts;
    int others = 0;
    for (const lock::LicenceTotal &total : lock::licenceTotals(lock)) {
        const QString licence = total.licence.isEmpty() ? coreTr("not said") : total.licence;
        if (texts.size() < licencesShown || total.licence.isEmpty())
            texts.append(u"%1 × %2"_s.arg(total.packages.size()).arg(licence));
        else
            ++others;
    }
    if (others > 0)
        texts.append(coreTr("%1 others").arg(others));
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
    for (const lock::KindTotal &total : lock::kindTotals(lock))
        text += u"  "_s + kindText(total.kind, total.files) + u", "_s + bytesText(total.bytes)
            + (total.unknownSizes > 0 ? u' ' + coreTr("(and %1 of unknown size)").arg(total.unknownSizes) : QString()) + u'\n';
    text += u"  "_s + coreTr("%n files, %1 in all", nullptr, int(lock.artifacts.size())).arg(bytesText(lock.totalBytes())) + u'\n';
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
    Json kinds = Json::object();
    for (const lock::KindTotal &total : lock::kindTotals(report.lock))
        kinds[toStd(lock::kindName(total.kind))] = {{"files", total.files}, {"bytes", total.bytes}, {"unknown_sizes", total.unknownSizes}};
    Json licences = Json::array();
    for (const lock::LicenceTotal &total : lock::licenceTotals(report.lock))
        licences.push_back({{"licence", toStd(total.licence)}, {"packages", jsonList(total.packages)}});
    return {{"preset_name", toStd(report.lock.presetName)},
            {"kinds", kinds},
            {"licences", licences},
            {"files", report.lock.artifacts.size()},
            {"bytes", report.lock.totalBytes()},
            {"written", report.written},
            {"changes", changes}};
}

} // namespace dosirak::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/findings.h"

#include "cli/text.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

using compat::Finding;
using compat::Severity;

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error: return u"error"_s;
    case Severity::Warning: return u"warning"_s;
    case Severity::Note: return u"note"_s;
    }
    return {};
}

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Error: return coreTr("error");
    case Severity::Warning: return coreTr("warning");
    case Severity::Note: return coreTr("note");
    }
    return {};
}

Json findingJson(const Finding &finding)
{
    Json sources = Json::array();
    for (const compat::SourceRef &source : finding.sources)
        sources.push_back({{"title", toStd(source.title)}, {"url", toStd(source.url)}});
    Json fixes = Json::array();
    for (const compat::Fix &fix : finding.fixes)
        fixes.push_back({{"title", toStd(fix.title)}, {"patch", fix.patch}});
    return {{"id", toStd(finding.id)},     {"severity", toStd(severityName(finding.severity))},
            {"pointer", toStd(finding.pointer)}, {"what", toStd(finding.what)},
            {"why", toStd(finding.why)},   {"sources", sources},
            {"fixes", fixes}};
}

} // namespace

QString findingsText(const workspace::CheckReport &report)
{
    QString text;
    for (const Finding &finding : report.findings) {
        text += u"%1: %2: %3 [%4]\n"_s.arg(report.presetName + finding.pointer,
                                          severityWord(finding.severity), finding.what, finding.id);
        if (!finding.why.isEmpty())
            text += u"    "_s + finding.why + u'\n';
        for (const compat::SourceRef &source : finding.sources)
            text += u"    "_s + coreTr("source: %1").arg(source.title + (source.url.isEmpty() ? QString() : u" "_s + source.url)) + u'\n';
        if (!finding.fixes.isEmpty())
            text += u"    "_s + coreTr("fix: %1").arg(finding.fixes.first().title) + u'\n';
    }
    text += coreTr("%1: %2 errors, %3 warnings, %4 notes").arg(report.presetName).arg(report.count(Severity::Error))
                .arg(report.count(Severity::Warning)).arg(report.count(Severity::Note));
    if (!report.tensorrtVersion.isEmpty())
        text += u" · "_s + coreTr("TensorRT %1").arg(report.tensorrtVersion);
    return text + u" · "_s + coreTr("facts %1").arg(report.factsVersion) + u'\n';
}

Json findingsJson(const QList<workspace::CheckReport> &reports)
{
    Json presets = Json::array();
    for (const workspace::CheckReport &report : reports) {
        Json findings = Json::array();
        for (const Finding &finding : report.findings)
            findings.push_back(findingJson(finding));
        presets.push_back({{"preset_name", toStd(report.presetName)},
                           {"facts_version", toStd(report.factsVersion)},
                           {"tensorrt", toStd(report.tensorrtVersion)},
                           {"errors", report.count(Severity::Error)},
                           {"warnings", report.count(Severity::Warning)},
                           {"notes", report.count(Severity::Note)},
                           {"findings", findings}});
    }
    return {{"presets", presets}};
}

Json sarif(const QList<workspace::CheckReport> &reports, const workspace::Workspace &workspace)
{
    Json results = Json::array();
    for (const workspace::CheckReport &report : reports) {
        const QString file = workspace.presetPath(report.presetName).mid(workspace.root().size() + 1);
        for (const Finding &finding : report.findings) {
            const Json location = {{"physicalLocation", {{"artifactLocation", {{"uri", toStd(file)}}}}},
                                   {"logicalLocations", Json::array({{{"fullyQualifiedName", toStd(finding.pointer)}}})}};
            results.push_back({{"ruleId", toStd(finding.id)},
                               {"level", toStd(severityName(finding.severity))},
                               {"message", {{"text", toStd(finding.what + u' ' + finding.why)}}},
                               {"locations", Json::array({location})}});
        }
    }
    const Json run = {{"tool", {{"driver", {{"name", "dosirak"}, {"version", toStd(QCoreApplication::applicationVersion())}}}}},
                      {"results", results}};
    return {{"$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
            {"version", "2.1.0"},
            {"runs", Json::array({run})}};
}

} // namespace dosirak::cli

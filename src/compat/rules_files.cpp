// SPDX-License-Identifier: GPL-3.0-or-later
#include "compat/rules.h"

#include "base/files.h"
#include "base/tr.h"

#include <QDir>

namespace dosirak::compat {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxRecipeBytes = 1 << 20;

/// Parser directives stand before everything else in a Dockerfile (Dockerfile reference, "Parser directives").
bool hasSyntaxLine(const QByteArray &text)
{
    for (const QByteArray &line : text.split('\n')) {
        const QByteArray plain = line.simplified().toLower();
        if (!plain.startsWith('#'))
            return false;
        if (plain.mid(1).trimmed().startsWith("syntax") && plain.contains('='))
            return true;
    }
    return false;
}

void syntaxLine(Findings &findings)
{
    if (findings.input().folder.isEmpty())
        return;
    const QDir recipes(QDir(findings.input().folder).filePath(u"docker"_s));
    for (const QString &name : recipes.entryList({u"*Dockerfile*"_s}, QDir::Files, QDir::Name)) {
        const auto text = readFile(recipes.filePath(name), maxRecipeBytes);
        if (text && hasSyntaxLine(*text))
            findings.add("syntax-line", Severity::Error, {},
                         coreTr("docker/%1 begins with a “# syntax=” line: every build would pull an image for it.").arg(name),
                         coreTr("Take the line out; nothing that Dosirak writes needs it."), findings.pitfallSources("syntax-line"));
    }
}

/// PyTorch's wheels ask for nvidia-* wheels at exact versions: leaving one out leaves a library out.
void wheelSet(Findings &findings)
{
    const preset::Preset &preset = findings.preset();
    if (!preset.pytorch || preset.pytorch->build == u"cpu"_s)
        return;
    for (qsizetype i = 0; i < preset.wheels.excludes.size(); ++i) {
        const QString name = requirementName(preset.wheels.excludes.at(i));
        if (!name.startsWith(u"nvidia-"_s))
            continue;
        const QString pointer = u"/wheels/excludes/%1"_s.arg(i);
        auto &finding = findings.add("nvidia-wheel-set", Severity::Error, pointer,
                                     coreTr("“%1” is left out, and PyTorch may need it: its wheels bring CUDA's libraries as packages of their own.").arg(name), {},
                                     findings.pitfallSources("nvidia-wheel-set"));
        finding.fixes.append({coreTr("Do not leave it out"), Json::array({{{"op", "remove"}, {"path", toStd(pointer)}}})});
    }
}

void enginePortability(Findings &findings)
{
    const QList<preset::SourceArchive> &sources = findings.preset().sources;
    for (qsizetype i = 0; i < sources.size(); ++i) {
        const QString name = (sources.at(i).fileName.isEmpty() ? sources.at(i).url.section(u'/', -1) : sources.at(i).fileName).toLower();
        if (name.endsWith(u".engine"_s) || name.endsWith(u".plan"_s) || name.endsWith(u".trt"_s))
            findings.add("trt-engine-portability", Severity::Warning, u"/sources/%1"_s.arg(i),
                         coreTr("“%1” is a built TensorRT engine: it loads only with the TensorRT and on the GPU architecture it was built for.").arg(name),
                         coreTr("Build it on the target, or with version and hardware compatibility on."), findings.pitfallSources("trt-engine-portability"));
    }
}

} // namespace

QList<Rule> fileRules()
{
    return {syntaxLine, wheelSet, enginePortability};
}

} // namespace dosirak::compat

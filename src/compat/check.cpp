// SPDX-License-Identifier: GPL-3.0-or-later
#include "compat/check.h"

#include "base/tr.h"
#include "compat/rules.h"

#include <QRegularExpression>
#include <algorithm>

namespace dosirak::compat {

using namespace Qt::StringLiterals;

namespace {

struct OwnId {
    const char *id;
    const char *title;
};

/// Findings that are not pitfalls of the facts but rules of the preset itself.
constexpr OwnId ownIds[] = {
    {"tensorrt-not-supported", QT_TRANSLATE_NOOP("dosirak", "The TensorRT version is not one of supported_versions")},
    {"tensorrt-cuda-mismatch", QT_TRANSLATE_NOOP("dosirak", "The preset's own mapping wants another CUDA for this TensorRT")},
    {"tensorrt-off", QT_TRANSLATE_NOOP("dosirak", "TensorRT is switched off")},
    {"tensorrt-not-in-runtime", QT_TRANSLATE_NOOP("dosirak", "TensorRT is not required in the runtime image")},
    {"tensorrt-auto", QT_TRANSLATE_NOOP("dosirak", "What TensorRT \"auto\" stands for")},
    {"tensorrt-no-build", QT_TRANSLATE_NOOP("dosirak", "No build of this TensorRT for this CUDA is known")},
    {"tensorrt-outside-matrix", QT_TRANSLATE_NOOP("dosirak", "NVIDIA's matrix does not list this CUDA for this TensorRT")},
    {"unknown-key", QT_TRANSLATE_NOOP("dosirak", "A key that means nothing to Dosirak")},
    {"missing-field", QT_TRANSLATE_NOOP("dosirak", "A field that every preset needs is missing")},
    {"listed-twice", QT_TRANSLATE_NOOP("dosirak", "A package is listed twice")},
    {"index-not-declared", QT_TRANSLATE_NOOP("dosirak", "An index is named and not declared")},
    {"index-for-all", QT_TRANSLATE_NOOP("dosirak", "No declared index takes the packages that are pinned to none")},
    {"base-image-cuda", QT_TRANSLATE_NOOP("dosirak", "The base image's CUDA is not the preset's")},
    {"base-image-system", QT_TRANSLATE_NOOP("dosirak", "The base image's system is not the preset's")},
    {"key-missing", QT_TRANSLATE_NOOP("dosirak", "The key of an apt source is not there yet")},
    {"source-unsigned", QT_TRANSLATE_NOOP("dosirak", "An apt source is taken unsigned")},
    {"system-unknown", QT_TRANSLATE_NOOP("dosirak", "Nothing is known of this system")},
    {"torch-unknown", QT_TRANSLATE_NOOP("dosirak", "Nothing is known of this PyTorch")},
    {"gpu-unknown", QT_TRANSLATE_NOOP("dosirak", "Nothing is known of this GPU")},
    {"python-not-in-system", QT_TRANSLATE_NOOP("dosirak", "The distribution has another Python")},
};

QList<Rule> allRules()
{
    return structureRules() + cudaRules() + torchRules() + tensorRtRules() + pythonRules() + imageRules() + fileRules();
}

} // namespace

Finding &Findings::add(const char *id, Severity severity, const QString &pointer, const QString &what, const QString &why,
                       const QStringList &sourceIds)
{
    m_list.append({QString::fromLatin1(id), severity, pointer, what, why, facts().sourcesOf(sourceIds), {}});
    return m_list.last();
}

QList<Finding> Findings::take()
{
    std::stable_sort(m_list.begin(), m_list.end(), [](const Finding &a, const Finding &b) { return a.severity > b.severity; });
    return std::move(m_list);
}

QStringList Findings::pitfallSources(const char *id) const
{
    const Pitfall *pitfall = facts().pitfall(QString::fromLatin1(id));
    return pitfall ? pitfall->sources : QStringList();
}

Fix setFix(const QString &title, const QString &pointer, const Json &value)
{
    return {title, Json::array({{{"op", "add"}, {"path", toStd(pointer)}, {"value", value}}})};
}

QString requirementName(const QString &requirement)
{
    static const QRegularExpression form(u"^\\s*([A-Za-z0-9][A-Za-z0-9._-]*)"_s);
    static const QRegularExpression separators(u"[-_.]+"_s);
    return form.match(requirement).captured(1).toLower().replace(separators, u"-"_s);
}

QString debName(const QString &package)
{
    static const QRegularExpression end(u"[:=/].*$"_s);
    return QString(package).remove(end);
}

QList<Finding> check(const CheckInput &input)
{
    Findings findings(input);
    for (const Rule rule : allRules())
        rule(findings);
    return findings.take();
}

std::optional<Explanation> explain(const QString &id, const Facts &facts)
{
    if (const Pitfall *pitfall = facts.pitfall(id))
        return Explanation{id, pitfall->title, pitfall->when, pitfall->then, facts.sourcesOf(pitfall->sources)};
    for (const OwnId &own : ownIds)
        if (id == QLatin1String(own.id))
            return Explanation{id, coreTr(own.title), {}, {}, {}};
    return {};
}

QStringList findingIds(const Facts &facts)
{
    QStringList ids;
    for (const OwnId &own : ownIds)
        ids.append(QString::fromLatin1(own.id));
    for (const Pitfall &pitfall : facts.pitfalls)
        ids.append(pitfall.id);
    ids.sort();
    return ids;
}

} // namespace dosirak::compat

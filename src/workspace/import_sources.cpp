// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/import_sources.h"

#include "base/tr.h"
#include "workspace/importing/wanted.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostLines = 200'000;

struct KindName {
    SourceKind kind;
    const char *id;
};
constexpr KindName kinds[] = {{SourceKind::Requirements, "requirements"}, {SourceKind::PyProject, "pyproject"}, {SourceKind::Dockerfile, "dockerfile"},
                              {SourceKind::PipFreeze, "pip-freeze"},     {SourceKind::DpkgList, "dpkg"}};

std::optional<SourceKind> byContent(const QByteArray &bytes)
{
    static const QRegularExpression dpkg(u"^(?:Desired=Unknown/Install|ii  \\S+\\s+\\d)"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression selections(u"\\A\\S+\\t+(?:install|hold|deinstall|purge)\\s*$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression from(u"^\\s*FROM\\s+\\S+"_s, QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression project(u"^\\[(?:project|tool\\.poetry|build-system)\\]"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression frozen(u"\\A(?:(?:#.*|-e .*|[A-Za-z0-9._-]+(?:==\\S+| @ \\S+))?\\r?\\n?)+\\z"_s);
    static const QRegularExpression requirement(u"^[A-Za-z0-9][A-Za-z0-9._-]*(?:\\[[^\\]]*\\])?\\s*(?:[=<>!~]=|[<>]|$|;)"_s, QRegularExpression::MultilineOption);
    const QString head = QString::fromUtf8(bytes.left(64 << 10));
    if (dpkg.match(head).hasMatch() || selections.match(head).hasMatch())
        return SourceKind::DpkgList;
    if (project.match(head).hasMatch())
        return SourceKind::PyProject;
    if (from.match(head).hasMatch())
        return SourceKind::Dockerfile;
    if (!head.trimmed().isEmpty() && bytes.size() <= (64 << 10) && frozen.match(head).hasMatch())
        return SourceKind::PipFreeze;
    return requirement.match(head).hasMatch() ? std::optional(SourceKind::Requirements) : std::nullopt;
}

} // namespace

std::optional<SourceKind> sourceKindOf(const QString &fileName, const QByteArray &bytes)
{
    const QString name = fileName.section(u'/', -1).toLower();
    if (name.endsWith(u".toml"_s))
        return SourceKind::PyProject;
    if (name.contains(u"dockerfile"_s) || name.startsWith(u"containerfile"_s))
        return SourceKind::Dockerfile;
    if (name.contains(u"freeze"_s))
        return SourceKind::PipFreeze;
    if (name.contains(u"dpkg"_s))
        return SourceKind::DpkgList;
    if ((name.endsWith(u".txt"_s) || name.endsWith(u".in"_s)) && name.contains(u"require"_s))
        return SourceKind::Requirements;
    return byContent(bytes);
}

QString sourceKindName(SourceKind kind)
{
    switch (kind) {
    case SourceKind::Requirements: return u"requirements.txt"_s;
    case SourceKind::PyProject: return u"pyproject.toml"_s;
    case SourceKind::Dockerfile: return u"Dockerfile"_s;
    case SourceKind::PipFreeze: return u"pip freeze"_s;
    case SourceKind::DpkgList: return u"dpkg -l"_s;
    }
    return {};
}

std::optional<SourceKind> sourceKindNamed(const QString &id)
{
    for (const KindName &entry : kinds)
        if (id == QLatin1String(entry.id))
            return entry.kind;
    return {};
}

Result<SourceImport> importSource(const QByteArray &bytes, const QString &fileName, const Json &own, const Json &resolved, std::optional<SourceKind> kind)
{
    if (bytes.size() > maxImportBytes || bytes.count('\n') > mostLines)
        return failAt(ErrorCode::Invalid, {fileName, 0, 0, {}}, coreTr("The file is larger than any that people write."), coreTr("At most %1 MiB are read.").arg(maxImportBytes >> 20));
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar(0)))
        return failAt(ErrorCode::Invalid, {fileName, 0, 0, {}}, coreTr("The file is not UTF-8 text."), coreTr("Save it as UTF-8."));
    if (!own.is_object() || !resolved.is_object())
        return fail(ErrorCode::Invalid, coreTr("A preset is a JSON object."));
    if (!kind)
        kind = sourceKindOf(fileName, bytes);
    if (!kind)
        return failAt(ErrorCode::Unsupported, {fileName, 0, 0, {}}, coreTr("It is not known what kind of file this is."),
                      coreTr("Known are requirements.txt, pyproject.toml, Dockerfile, and what “pip freeze” and “dpkg -l” print; say which it is."));
    importing::Wanted wanted;
    switch (*kind) {
    case SourceKind::Requirements: importing::readRequirements(text, wanted); break;
    case SourceKind::PipFreeze: importing::readPipFreeze(text, wanted); break;
    case SourceKind::DpkgList: importing::readDpkgList(text, wanted); break;
    case SourceKind::Dockerfile: importing::readDockerfile(text, wanted); break;
    case SourceKind::PyProject: DOSIRAK_CHECK(importing::readPyProject(bytes, fileName, wanted)); break;
    }
    SourceImport import;
    import.kind = *kind;
    importing::makePatch(wanted, own, resolved, import);
    return import;
}

} // namespace dosirak::workspace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lock/lock_file.h"

#include "base/tr.h"

#include <QMap>
#include <QRegularExpression>

namespace dosirak::lock {

using namespace Qt::StringLiterals;

namespace {

/// A basic string of TOML 1.0.
QByteArray quoted(const QString &text)
{
    QByteArray value = "\"";
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\')
            value += '\\';
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            value += "\\u00" + QByteArray(1, c).toHex();
        else
            value += c;
    }
    return value + '"';
}

/// The target as a marker: another environment must not install from this file (PEP 751, "environments").
QByteArray environmentOf(const LockFile &lock)
{
    const QString architecture = lock.platform.section(u'_', lock.platform.startsWith(u"linux"_s) ? 1 : 3);
    QString marker = u"sys_platform == 'linux' and platform_python_implementation == 'CPython'"_s;
    if (!architecture.isEmpty())
        marker += u" and platform_machine == '"_s + architecture + u'\'';
    return quoted(marker);
}

/// One file as an inline table: where it is from, where it lies, and what its bytes are.
QByteArray fileTable(const Artifact &artifact, const QString &folder)
{
    QList<QByteArray> members{"name = " + quoted(artifact.fileName)};
    if (!artifact.url.isEmpty())
        members << "url = " + quoted(artifact.url);
    if (!folder.isEmpty())
        members << "path = " + quoted((folder == u"."_s ? QString() : folder + u'/') + artifact.relativePath());
    if (artifact.size >= 0)
        members << "size = " + QByteArray::number(artifact.size);
    members << "hashes = {sha256 = " + quoted(artifact.sha256) + "}";
    return '{' + members.join(", ") + '}';
}

bool isPython(const Artifact &artifact)
{
    return artifact.kind == ArtifactKind::Wheel || artifact.sdist;
}

} // namespace

QByteArray writePylock(const LockFile &lock, const QString &folder)
{
    QMap<QString, QString> versions;
    for (const Artifact &artifact : lock.artifacts)
        if (isPython(artifact))
            versions.insert(artifact.name, artifact.version);
    QMap<QString, QString> indexes;
    for (const IndexSnapshot &index : lock.indexes)
        indexes.insert(index.name, index.url);
    QByteArray text = "lock-version = \"1.0\"\ncreated-by = \"dosirak\"\nenvironments = [" + environmentOf(lock) + "]\n";
    if (!lock.pythonVersion.isEmpty())
        text += "requires-python = " + quoted(u"=="_s + lock.pythonVersion.section(u'.', 0, 1) + u".*"_s) + '\n';
    for (const Artifact &artifact : lock.artifacts) {
        if (!isPython(artifact))
            continue;
        text += "\n[[packages]]\nname = " + quoted(artifact.name) + "\nversion = " + quoted(artifact.version) + '\n';
        if (const QString index = indexes.value(artifact.origin); index.contains(u"://"_s))
            text += "index = " + quoted(index) + '\n';
        QList<QByteArray> needs;
        for (const QString &need : artifact.needs)
            if (versions.contains(need))
                needs << "{name = " + quoted(need) + ", version = " + quoted(versions.value(need)) + '}';
        if (!needs.isEmpty())
            text += "dependencies = [\n    " + needs.join(",\n    ") + ",\n]\n";
        if (artifact.sdist)
            text += "sdist = " + fileTable(artifact, folder) + '\n';
        else
            text += "wheels = [\n    " + fileTable(artifact, folder) + ",\n]\n";
    }
    return text;
}

Result<void> checkPylockName(const QString &path)
{
    static const QRegularExpression form(u"^pylock(\\.[^.]+)?\\.toml\\z"_s);
    const QString name = path.section(u'/', -1);
    if (!form.match(name).hasMatch())
        return fail(ErrorCode::Usage, coreTr("Other programs do not take “%1” for a lock.").arg(name),
                    coreTr("Name it pylock.toml, or pylock.NAME.toml."));
    return {};
}

} // namespace dosirak::lock

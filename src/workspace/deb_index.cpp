// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/deb_index.h"

#include "base/sha256.h"

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

namespace {

/// Fields that say where a file lies and what its bytes are: ours replace the origin's.
bool isLocation(const QString &line)
{
    static const QStringList names{u"filename:"_s, u"size:"_s,   u"sha256:"_s, u"sha1:"_s,
                                   u"md5sum:"_s,   u"sha512:"_s, u"status:"_s};
    for (const QString &name : names)
        if (line.startsWith(name, Qt::CaseInsensitive))
            return true;
    return false;
}

} // namespace

QByteArray debPackages(const QList<lock::Artifact> &debs)
{
    QByteArray text;
    for (const lock::Artifact &deb : debs) {
        bool dropped = false;
        for (const QString &line : deb.stanza.split(u'\n', Qt::SkipEmptyParts)) {
            const bool continuation = line.startsWith(u' ') || line.startsWith(u'\t');
            dropped = continuation ? dropped : isLocation(line);
            if (!dropped)
                text += line.toUtf8() + '\n';
        }
        text += "Filename: ./" + deb.fileName.toUtf8() + "\nSize: " + QByteArray::number(deb.size)
            + "\nSHA256: " + deb.sha256.toUtf8() + "\n\n";
    }
    return text;
}

QByteArray debRelease(const QByteArray &packages, const QString &architecture)
{
    return "Origin: Dosirak\nLabel: Dosirak\nArchitectures: " + architecture.toUtf8()
        + " all\nDate: Thu, 01 Jan 1970 00:00:00 UTC\nSHA256:\n " + Sha256::of(packages) + ' '
        + QByteArray::number(packages.size()) + " Packages\n";
}

} // namespace dosirak::workspace

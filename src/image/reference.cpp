// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/reference.h"

#include "base/tr.h"
#include "image/oci_types.h"

#include <QRegularExpression>

namespace dosirak::image {

using namespace Qt::StringLiterals;

QString ImageReference::host() const
{
    return registry == "docker.io"_L1 ? u"registry-1.docker.io"_s : registry;
}

Result<ImageReference> parseReference(const QString &text)
{
    const auto bad = [&] {
        return fail(ErrorCode::Invalid, coreTr("“%1” is no image reference.").arg(text.left(100)),
                    coreTr("Write it as registry/name:tag, for example nvidia/cuda:12.4.1-runtime-ubuntu22.04."));
    };
    static const QRegularExpression part(u"^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*\\z"_s);
    static const QRegularExpression tag(u"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}\\z"_s);
    static const QRegularExpression host(u"^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?\\z"_s);
    ImageReference reference;
    QString rest = text;
    if (const qsizetype at = rest.indexOf(u'@'); at >= 0) {
        reference.digest = rest.mid(at + 1);
        rest.truncate(at);
        if (!digestHex(reference.digest))
            return bad();
    }
    const QString first = rest.section(u'/', 0, 0);
    const bool named = rest.contains(u'/') && (first.contains(u'.') || first.contains(u':') || first == "localhost"_L1);
    reference.registry = named ? first : u"docker.io"_s;
    rest = named ? rest.section(u'/', 1) : rest;
    if (const qsizetype colon = rest.lastIndexOf(u':'); colon >= 0) {
        reference.tag = rest.mid(colon + 1);
        rest.truncate(colon);
        if (!tag.match(reference.tag).hasMatch())
            return bad();
    } else if (reference.digest.isEmpty()) {
        reference.tag = u"latest"_s;
    }
    reference.repository = !named && !rest.contains(u'/') ? u"library/"_s + rest : rest;
    if (text.size() > 400 || !host.match(reference.registry).hasMatch() || !part.match(reference.repository).hasMatch())
        return bad();
    return reference;
}

} // namespace dosirak::image

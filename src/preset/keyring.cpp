// SPDX-License-Identifier: GPL-3.0-or-later
#include "preset/keyring.h"

#include "base/files.h"
#include "base/json.h"
#include "base/tr.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace dosirak::preset {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxListBytes = 1 << 20;
constexpr qint64 maxKeyBytes = 16 << 20;

QList<ShippedKey> readList()
{
    QList<ShippedKey> keys;
    const auto list = readJson(u":/keys/keys.json"_s, maxListBytes);
    if (!list) // a part of the program: it is there, or the build is broken, which its test says
        return keys;
    for (const Json &entry : list->at("keys")) {
        ShippedKey key{fromStd(entry.at("file").get<std::string>()), fromStd(entry.at("owner").get<std::string>()), {},
                       fromStd(entry.at("page").get<std::string>())};
        for (const Json &fingerprint : entry.at("fingerprints"))
            key.fingerprints.append(fromStd(fingerprint.get<std::string>()));
        keys.append(key);
    }
    return keys;
}

/// The place in the program of "keys/NAME"; empty for any other path.
QString shippedPath(const QString &signedBy)
{
    const QString name = signedBy.startsWith(u"keys/"_s) ? signedBy.mid(5) : QString();
    return name.isEmpty() || name.contains(u'/') || !shippedKey(name) ? QString() : u":/keys/"_s + name;
}

} // namespace

const QList<ShippedKey> &shippedKeys()
{
    static const QList<ShippedKey> keys = readList();
    return keys;
}

const ShippedKey *shippedKey(const QString &signedBy)
{
    const QString name = signedBy.section(u'/', -1);
    const auto &keys = shippedKeys();
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const ShippedKey &key) { return key.file == name; });
    return found == keys.end() ? nullptr : &*found;
}

QByteArray shippedKeyBytes(const QString &signedBy)
{
    const ShippedKey *key = shippedKey(signedBy);
    return key ? readFile(u":/keys/"_s + key->file, maxKeyBytes).value_or(QByteArray()) : QByteArray();
}

Result<QString> keyringFile(const QString &signedBy, const QString &folder)
{
    const QString own = QDir(folder).absoluteFilePath(signedBy);
    if (QFileInfo(own).isFile())
        return own;
    if (const QString shipped = shippedPath(signedBy); !shipped.isEmpty() && QFileInfo(shipped).isFile())
        return shipped;
    const ShippedKey *key = shippedKey(signedBy);
    return fail(ErrorCode::NotFound, coreTr("The key file “%1” is not there.").arg(signedBy),
                key ? coreTr("Get it from %1 and give it to “dosirak keys add FILE --as %2”; its fingerprint is %3.")
                          .arg(key->page, key->file, key->fingerprints.first())
                    : coreTr("Get the vendor's public key, compare its fingerprint, and give it to “dosirak keys add FILE --as %1”.")
                          .arg(signedBy.section(u'/', -1)),
                own);
}

} // namespace dosirak::preset

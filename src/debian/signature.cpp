// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.h"
#include "base/process.h"
#include "base/tr.h"
#include "debian/deb822.h"
#include "debian/release.h"

#include <QTemporaryDir>

#include <algorithm>
#include <set>

namespace dosirak::debian {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxKeyringBytes = 16 << 20;

/// The keyrings of a source as files that gpgv reads, below a folder of ours.
Result<QStringList> placeKeyrings(const Source &source, const QString &folder)
{
    QStringList paths;
    const auto place = [&](const QByteArray &key) -> Result<void> {
        DOSIRAK_TRY(binary, dearmor(key));
        const QString path = u"%1/keyring%2.gpg"_s.arg(folder).arg(paths.size());
        DOSIRAK_CHECK(writeFileAtomically(path, binary));
        paths += path;
        return {};
    };
    for (const std::string &keyring : source.signedBy) {
        DOSIRAK_TRY(bytes, readFile(QString::fromStdString(keyring), maxKeyringBytes));
        DOSIRAK_CHECK(place(bytes));
    }
    if (!source.signedByKey.empty())
        DOSIRAK_CHECK(place(QByteArray::fromStdString(source.signedByKey)));
    return paths;
}

/// Hash algorithms that no signature may rest on any more (RFC 9580, 9.5): MD5, SHA-1, RIPEMD-160.
bool isWeakHash(const QByteArray &algorithm)
{
    return algorithm == "1" || algorithm == "2" || algorithm == "3";
}

/// What gpgv's status lines say (DETAILS of GnuPG): good signatures by their primary key, and whether one is bad.
struct Signatures {
    std::vector<std::string> good;
    std::set<std::string> keys; ///< fingerprints of the keys that signed and of their primary keys
    bool bad = false;
};

Signatures readStatus(const QByteArray &status)
{
    Signatures signatures;
    bool isGood = false;
    for (const QByteArray &line : status.split('\n')) {
        const QList<QByteArray> parts = line.trimmed().split(' ');
        if (parts.size() < 2 || parts[0] != "[GNUPG:]")
            continue;
        if (parts[1] == "NEWSIG")
            isGood = false;
        else if (parts[1] == "GOODSIG")
            isGood = true;
        else if (parts[1] == "BADSIG")
            signatures.bad = true;
        else if (parts[1] == "VALIDSIG" && isGood && parts.size() >= 12 && !isWeakHash(parts[9])) {
            signatures.good.push_back(parts[11].toStdString());
            signatures.keys.insert(parts[2].toStdString());
            signatures.keys.insert(parts[11].toStdString());
        }
    }
    return signatures;
}

/// Signed-By may name keys by fingerprint; one with "!" means that subkey alone.
bool isWanted(const Source &source, const Signatures &signatures)
{
    if (source.fingerprints.empty())
        return !signatures.good.empty();
    return std::any_of(source.fingerprints.begin(), source.fingerprints.end(), [&](std::string wanted) {
        if (wanted.back() == '!')
            wanted.pop_back();
        std::transform(wanted.begin(), wanted.end(), wanted.begin(), [](char c) { return c >= 'a' && c <= 'f' ? char(c - 32) : c; });
        return std::any_of(signatures.keys.begin(), signatures.keys.end(), [&](const std::string &key) {
            return key.size() >= wanted.size() && key.compare(key.size() - wanted.size(), wanted.size(), wanted) == 0;
        });
    });
}

Result<SignedText> runGpgv(const QStringList &files, const QString &output, const QStringList &keyrings, const Source &source,
                           const QString &url, const std::stop_token &stop)
{
    ProcessRequest request;
    request.program = u"gpgv"_s;
    request.arguments = {u"--status-fd"_s, u"1"_s};
    if (!output.isEmpty())
        request.arguments += {u"--output"_s, output};
    for (const QString &keyring : keyrings)
        request.arguments += {u"--keyring"_s, keyring};
    request.arguments += files;
    DOSIRAK_TRY(outcome, runProcess(request, stop));
    const Signatures signatures = readStatus(outcome.output);
    if (signatures.bad || !isWanted(source, signatures))
        return fail(ErrorCode::Integrity,
                    signatures.bad ? coreTr("The signature of %1 is bad: the file was changed on its way.").arg(url)
                                   : coreTr("%1 is not signed by a key of this source.").arg(url),
                    coreTr("Check the keyring that the source names with Signed-By, and its mirror."),
                    QString::fromUtf8(outcome.errorOutput));
    return SignedText{{}, signatures.good};
}

struct Place {
    QTemporaryDir folder;
    QStringList keyrings;
};

Result<void> prepare(Place &place, const Source &source, const QString &url)
{
    if (!place.folder.isValid())
        return fail(ErrorCode::Io, coreTr("No temporary folder can be made."));
    DOSIRAK_TRY(keyrings, placeKeyrings(source, place.folder.path()));
    if (keyrings.isEmpty())
        return fail(ErrorCode::Integrity, coreTr("The source of %1 names no keyring, so its signature cannot be checked.").arg(url),
                    coreTr("Name the keyring with Signed-By, or mark the source as trusted."));
    place.keyrings = keyrings;
    return {};
}

} // namespace

Result<SignedText> verifyInline(const QByteArray &inRelease, const Source &source, const QString &url, const std::stop_token &stop)
{
    Place place;
    DOSIRAK_CHECK(prepare(place, source, url));
    const QString input = place.folder.filePath(u"InRelease"_s);
    const QString output = place.folder.filePath(u"Release"_s);
    DOSIRAK_CHECK(writeFileAtomically(input, inRelease));
    DOSIRAK_TRY(text, runGpgv({input}, output, place.keyrings, source, url, stop));
    DOSIRAK_TRY(bytes, readFile(output, inRelease.size() + 1));
    text.text = bytes;
    return text;
}

Result<SignedText> verifyDetached(const QByteArray &release, const QByteArray &signature, const Source &source, const QString &url,
                                  const std::stop_token &stop)
{
    Place place;
    DOSIRAK_CHECK(prepare(place, source, url));
    const QString data = place.folder.filePath(u"Release"_s);
    const QString detached = place.folder.filePath(u"Release.gpg"_s);
    DOSIRAK_CHECK(writeFileAtomically(data, release));
    DOSIRAK_CHECK(writeFileAtomically(detached, signature));
    DOSIRAK_TRY(text, runGpgv({detached, data}, {}, place.keyrings, source, url, stop));
    text.text = release;
    return text;
}

Result<QByteArray> stripSignature(const QByteArray &inRelease)
{
    if (!inRelease.startsWith("-----BEGIN PGP SIGNED MESSAGE-----"))
        return inRelease;
    const qsizetype begin = inRelease.indexOf("\n\n");
    const qsizetype end = inRelease.indexOf("\n-----BEGIN PGP SIGNATURE-----");
    if (begin < 0 || end < begin)
        return fail(ErrorCode::Invalid, coreTr("A signed file is broken or cut short."));
    QByteArray text = inRelease.mid(begin + 2, end - begin - 1);
    return text.replace("\n- ", "\n"); // dash-escaped lines
}

Result<QByteArray> dearmor(const QByteArray &key)
{
    if (!key.contains("-----BEGIN PGP"))
        return key;
    QByteArray binary;
    QByteArray block;
    bool inside = false;
    bool inHeader = false;
    for (const QByteArray &raw : key.split('\n')) {
        const QByteArray line = raw.trimmed();
        if (line.startsWith("-----BEGIN PGP")) {
            inside = inHeader = true;
            block.clear();
        } else if (line.startsWith("-----END PGP") && inside) {
            const auto decoded = QByteArray::fromBase64Encoding(block, QByteArray::AbortOnBase64DecodingErrors);
            if (!decoded)
                return fail(ErrorCode::Invalid, coreTr("The key of a source is no valid key block."));
            binary += decoded.decoded;
            inside = false;
        } else if (inHeader) {
            // Headers ("Version: …") end with an empty line, which people leave out; base64 has no colon.
            inHeader = line.contains(':');
            if (!inHeader && !line.isEmpty())
                block += line;
        } else if (inside && !line.startsWith('=')) { // "=abcd" is the checksum
            block += line;
        }
    }
    if (inside || binary.isEmpty())
        return fail(ErrorCode::Invalid, coreTr("The key of a source is no valid key block."));
    return binary;
}

} // namespace dosirak::debian

// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/keys.h"

#include "base/files.h"
#include "base/process.h"
#include "base/safe_path.h"
#include "base/tr.h"
#include "preset/keyring.h"
#include "preset/load.h"

#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <QTemporaryDir>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxKeyBytes = 16 << 20;

/// As people write and compare it: "EB69 3B30 …" or lower case is the same.
QString normalised(const QString &fingerprint)
{
    QString plain = fingerprint.toUpper();
    plain.remove(u' ').remove(u':');
    return plain.startsWith(u"0X"_s) ? plain.mid(2) : plain;
}

bool isFingerprint(const QString &text)
{
    return text.size() == 40 && std::all_of(text.begin(), text.end(), [](QChar c) { return u"0123456789ABCDEF"_s.contains(c); });
}

/// Lines "fpr:::::::::HEX:" after "pub:" of gpg's colon listing (DETAILS of GnuPG).
QStringList readColons(const QByteArray &listing)
{
    QStringList fingerprints;
    bool primary = false;
    for (const QByteArray &line : listing.split('\n')) {
        if (line.startsWith("pub:"))
            primary = true;
        else if (line.startsWith("sub:"))
            primary = false;
        else if (line.startsWith("fpr:") && primary)
            fingerprints.append(QString::fromLatin1(line.split(':').value(9)));
    }
    return fingerprints;
}

} // namespace

Result<QStringList> keyFingerprints(const QString &path, const std::stop_token &stop)
{
    DOSIRAK_TRY(bytes, readFile(path, maxKeyBytes));
    QTemporaryDir home; // gpg makes files in its home, and the user's own is none of our business
    if (!home.isValid())
        return fail(ErrorCode::Io, coreTr("No temporary folder can be made."));
    ProcessRequest request;
    request.program = u"gpg"_s;
    request.arguments = {u"--homedir"_s, home.path(), u"--batch"_s, u"--no-autostart"_s, u"--with-colons"_s, u"--show-keys"_s};
    request.input = bytes;
    DOSIRAK_TRY(outcome, runProcess(request, stop));
    const QStringList fingerprints = readColons(outcome.output);
    if (fingerprints.isEmpty())
        return fail(ErrorCode::Invalid, coreTr("“%1” holds no OpenPGP public key.").arg(path),
                    coreTr("Save the key file itself, not the page that shows it."), QString::fromUtf8(outcome.errorOutput));
    return fingerprints;
}

Result<QList<KeyState>> keys(const Workspace &workspace, const std::stop_token &stop)
{
    QMap<QString, KeyState> byName;
    for (const preset::ShippedKey &key : preset::shippedKeys())
        byName[u"keys/"_s + key.file].owner = key.owner;
    for (const QString &presetName : workspace.presetNames()) {
        const auto loaded = preset::loadPreset(workspace.presetsFolder(), presetName);
        if (!loaded) // `check` is where a broken preset is told of
            continue;
        for (const preset::AptSource &source : loaded->preset.debs.sources)
            if (!source.signedBy.isEmpty() && !source.signedBy.contains(u"BEGIN PGP"_s) && !byName[source.signedBy].presetNames.contains(presetName))
                byName[source.signedBy].presetNames.append(presetName);
    }
    QList<KeyState> list;
    for (auto entry = byName.begin(); entry != byName.end(); ++entry) {
        KeyState state = entry.value();
        state.name = entry.key();
        const auto path = preset::keyringFile(state.name, workspace.root());
        if (!path) {
            state.hint = path.error().hint;
        } else {
            state.path = *path;
            if (path->startsWith(u":/"_s)) {
                state.fingerprints = preset::shippedKey(state.name)->fingerprints;
            } else {
                DOSIRAK_TRY(fingerprints, keyFingerprints(*path, stop));
                state.fingerprints = fingerprints;
            }
        }
        list.append(state);
    }
    return list;
}

Result<QString> addKey(const Workspace &workspace, const QString &path, const QString &name, const QString &fingerprint,
                       const std::stop_token &stop)
{
    const QString file = name.isEmpty() ? QFileInfo(path).fileName() : name.startsWith(u"keys/"_s) ? name.mid(5) : name;
    if (!safeFileName(file))
        return fail(ErrorCode::Usage, coreTr("“%1” is not a file name that can be accepted.").arg(file.left(200)), coreTr("Name it with --as, for example --as nvidia-cuda.asc."));
    DOSIRAK_TRY(bytes, readFile(path, maxKeyBytes));
    DOSIRAK_TRY(found, keyFingerprints(path, stop));
    const preset::ShippedKey *known = preset::shippedKey(file);
    const QString given = normalised(fingerprint);
    if (!given.isEmpty() && !isFingerprint(given))
        return fail(ErrorCode::Usage, coreTr("“%1” is no fingerprint: 40 hexadecimal digits are.").arg(fingerprint.left(100)));
    if (given.isEmpty() && !known)
        return fail(ErrorCode::Usage, coreTr("“%1” holds the key %2. Nothing here says whether that is the vendor's.").arg(path, found.join(u", "_s)),
                    coreTr("Compare it with what the vendor publishes, then add it with --fingerprint %1.").arg(found.first()));
    const QStringList wanted = given.isEmpty() ? known->fingerprints : QStringList{given};
    for (const QString &one : found)
        if (!wanted.contains(one))
            return fail(ErrorCode::Integrity, coreTr("“%1” holds the key %2, not %3.").arg(path, one, wanted.join(u", "_s)),
                        known && given.isEmpty() ? coreTr("The key of %1 is at %2.").arg(known->owner, known->page)
                                                 : coreTr("Do not use it, unless you know why it is another one."));
    const QString target = workspace.root() + u"/keys/"_s + file;
    DOSIRAK_CHECK(writeFileAtomically(target, bytes));
    return target;
}

} // namespace dosirak::workspace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "bundle/manifest.h"

#include "base/json.h"
#include "base/safe_path.h"
#include "base/sha256.h"
#include "base/tr.h"

#include <QSet>

namespace dosirak::bundle {

using namespace Qt::StringLiterals;

namespace {

bool hasAHome(const QString &path)
{
    return path.startsWith(u"presets/"_s) || path.startsWith(u"artifacts/"_s) || path.startsWith(u"recipe/"_s)
        || path == u"verify.sh"_s || path == u"SHA256SUMS"_s || path == u"README.txt"_s;
}

Result<BundledFile> readFileEntry(const Json &object, const QString &file, const QString &pointer)
{
    DOSIRAK_TRY(path, stringAt(object, "path", pointer));
    DOSIRAK_TRY(size, integerAt(object, "size", pointer));
    DOSIRAK_TRY(sha256, stringAt(object, "sha256", pointer));
    const ErrorPlace place{file, 0, 0, pointer};
    if (!safeRelativePath(path) || !hasAHome(path))
        return failAt(ErrorCode::Invalid, place, coreTr("“%1” has no place in a working folder.").arg(path.left(200)),
                      coreTr("Do not use this bundle: nothing was written."));
    if (size < 0 || !isSha256(sha256.toLatin1()))
        return failAt(ErrorCode::Invalid, place, coreTr("The size or SHA-256 of “%1” is malformed.").arg(path));
    return BundledFile{path, size, sha256};
}

} // namespace

qint64 Manifest::totalBytes() const
{
    qint64 total = 0;
    for (const BundledFile &file : files)
        total += file.size;
    return total;
}

QByteArray writeManifest(const Manifest &manifest)
{
    Json files = Json::array();
    for (const BundledFile &file : manifest.files)
        files.push_back({{"path", toStd(file.path)}, {"size", file.size}, {"sha256", toStd(file.sha256)}});
    return canonicalJson({{"bundle_version", Manifest::currentVersion},
                          {"preset_name", toStd(manifest.presetName)},
                          {"lock_sha256", toStd(manifest.lockSha256)},
                          {"files", files}});
}

Result<Manifest> parseManifest(const QByteArray &bytes, const QString &file)
{
    DOSIRAK_TRY(root, parseJson(bytes, file));
    DOSIRAK_TRY(version, integerAt(root, "bundle_version"));
    if (version > Manifest::currentVersion)
        return fail(ErrorCode::Unsupported, coreTr("This bundle was made by a newer Dosirak (version %1).").arg(version),
                    coreTr("Use that version here, or unpack it with tar and run verify.sh."));
    Manifest manifest;
    DOSIRAK_TRY(presetName, stringAt(root, "preset_name"));
    DOSIRAK_TRY(lockSha256, stringAt(root, "lock_sha256"));
    manifest.presetName = presetName;
    manifest.lockSha256 = lockSha256;
    if (!root.contains("files") || !root.at("files").is_array())
        return failAt(ErrorCode::Invalid, {file, 0, 0, u"/files"_s}, coreTr("The bundle does not say what it holds."));
    QSet<QString> seen;
    for (size_t i = 0; i < root.at("files").size(); ++i) {
        const QString pointer = u"/files/%1"_s.arg(i);
        DOSIRAK_TRY(entry, readFileEntry(root.at("files")[i], file, pointer));
        if (seen.contains(entry.path))
            return failAt(ErrorCode::Invalid, {file, 0, 0, pointer}, coreTr("“%1” is listed twice.").arg(entry.path));
        seen.insert(entry.path);
        manifest.files.append(entry);
    }
    return manifest;
}

} // namespace dosirak::bundle

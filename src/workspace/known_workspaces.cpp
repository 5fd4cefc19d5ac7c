// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/known_workspaces.h"

#include "base/files.h"
#include "base/json.h"
#include "base/sha256.h"
#include "base/tr.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <algorithm>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr int formatVersion = 1;
constexpr qint64 maxNote = 64LL << 20;

/// Of one preset of one working folder.
struct Note {
    QString folder;
    QString presetName;
    QList<QByteArray> digests; ///< sorted
};

QString notesFolder(const QString &stateFolder)
{
    return stateFolder + u"/known"_s;
}

/// Paths may hold any characters, names of notes only digits.
QString notesOf(const QString &stateFolder, const QString &folder)
{
    return notesFolder(stateFolder) + u'/' + QString::fromLatin1(Sha256::of(folder.toUtf8()).left(32));
}

Result<QString> knownNotesOf(const QString &stateFolder, const QString &folder)
{
    const QString path = notesOf(stateFolder, Workspace(folder).root());
    if (!QFileInfo(path).isDir())
        return fail(ErrorCode::NotFound, coreTr("“%1” is not a working folder that is known here.").arg(folder),
                    coreTr("“dosirak store gc --dry-run --json” lists those that are."));
    return path;
}

QList<QByteArray> digestsOf(const lock::LockFile &lock)
{
    QList<QByteArray> digests;
    for (const lock::Artifact &artifact : lock.artifacts)
        if (artifact.kind != lock::ArtifactKind::Image && !artifact.sha256.isEmpty())
            digests.append(artifact.sha256.toLatin1());
    std::sort(digests.begin(), digests.end());
    return digests;
}

Result<Note> readNote(const QString &path)
{
    DOSIRAK_TRY(json, readJson(path, maxNote));
    try {
        if (json.at("format").get<int>() > formatVersion)
            return fail(ErrorCode::Unsupported, coreTr("“%1” was written by a newer Dosirak.").arg(path));
        Note note{fromStd(json.at("folder").get<std::string>()), fromStd(json.at("preset_name").get<std::string>()), {}};
        for (const Json &digest : json.at("digests"))
            note.digests.append(QByteArray::fromStdString(digest.get<std::string>()));
        return note;
    } catch (const Json::exception &exception) {
        return fail(ErrorCode::Invalid, coreTr("“%1” does not say what a working folder uses.").arg(path),
                    coreTr("Remove it and sync that folder's presets again."), QString::fromUtf8(exception.what()));
    }
}

/// The locks below @p root; also of presets that were renamed or deleted, as long as their artifacts are there.
Result<void> addLocks(const QString &root, QSet<QByteArray> &digests)
{
    const QDir artifacts(root + u"/artifacts"_s);
    for (const QString &name : artifacts.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString path = Workspace(root).lockPath(name);
        if (!QFileInfo::exists(path))
            continue;
        const auto lock = lock::readLock(path);
        if (!lock)
            return Failure(lock.error());
        for (const QByteArray &digest : digestsOf(*lock))
            digests.insert(digest);
    }
    return {};
}

} // namespace

Result<void> rememberUse(const QString &stateFolder, const Workspace &workspace, const lock::LockFile &lock)
{
    Json digests = Json::array();
    for (const QByteArray &digest : digestsOf(lock))
        digests.push_back(digest.toStdString());
    const QByteArray bytes = canonicalJson({{"format", formatVersion},
                                            {"folder", toStd(workspace.root())},
                                            {"preset_name", toStd(lock.presetName)},
                                            {"digests", digests}});
    const QString path = notesOf(stateFolder, workspace.root()) + u'/' + lock.presetName + u".json"_s;
    const auto there = readFile(path, maxNote);
    if (there && *there == bytes)
        return {};
    return writeFileAtomically(path, bytes);
}

Result<void> forgetWorkspace(const QString &stateFolder, const QString &folder)
{
    DOSIRAK_TRY(path, knownNotesOf(stateFolder, folder));
    if (!QDir(path).removeRecursively())
        return fail(ErrorCode::Io, coreTr("“%1” could not be removed.").arg(path));
    return {};
}

Result<StoreUse> storeUse(const QString &stateFolder, const Workspace &workspace, const QStringList &without)
{
    QSet<QString> passedOver;
    for (const QString &folder : without) {
        DOSIRAK_TRY(path, knownNotesOf(stateFolder, folder));
        passedOver.insert(path);
    }
    StoreUse use;
    QSet<QString> reachable;
    if (QFileInfo(workspace.root() + u"/artifacts"_s).isDir())
        reachable.insert(workspace.root());
    QSet<QString> unreachable;
    QDirIterator notes(notesFolder(stateFolder), {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (notes.hasNext()) {
        const QString path = notes.next();
        if (passedOver.contains(QFileInfo(path).path()))
            continue;
        DOSIRAK_TRY(note, readNote(path));
        // A lock that is there tells better than the note; a folder without one may be a disk that is not mounted.
        if (QFileInfo::exists(Workspace(note.folder).lockPath(note.presetName))) {
            reachable.insert(note.folder);
            continue;
        }
        if (QFileInfo(note.folder + u"/presets"_s).isDir() || QFileInfo(note.folder + u"/artifacts"_s).isDir()) {
            reachable.insert(note.folder); // it is here, and this preset's artifacts were deleted
            continue;
        }
        unreachable.insert(note.folder);
        for (const QByteArray &digest : note.digests)
            use.digests.insert(digest);
    }
    for (const QString &folder : reachable)
        DOSIRAK_CHECK(addLocks(folder, use.digests));
    use.unreachable = unreachable.values();
    use.workspaces = (reachable + unreachable).values();
    use.unreachable.sort();
    use.workspaces.sort();
    return use;
}

} // namespace dosirak::workspace

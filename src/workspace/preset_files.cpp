// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/preset_files.h"

#include "base/files.h"
#include "base/tr.h"
#include "preset/document.h"
#include "preset/load.h"
#include "preset/preset_name.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

namespace {

Result<void> mustBeFree(const Workspace &workspace, const QString &presetName)
{
    DOSIRAK_TRY(name, preset::parsePresetName(presetName));
    if (QFile::exists(workspace.presetPath(name)))
        return fail(ErrorCode::Usage, coreTr("There is a preset “%1” already.").arg(name), coreTr("Take another preset-name."));
    return {};
}

/// The text of a preset with one parent's name changed; nothing when it does not extend it.
std::optional<QByteArray> withParent(const QByteArray &text, const QString &from, const QString &to)
{
    const auto document = preset::PresetDocument::parse(text, from);
    const Json *parents = document ? document->value(u"/extends"_s) : nullptr;
    if (!parents)
        return {};
    if (parents->is_string() && *parents == Json(toStd(from))) {
        const auto changed = document->set(u"/extends"_s, toStd(to));
        return changed ? std::optional(changed->text()) : std::nullopt;
    }
    for (size_t i = 0; parents->is_array() && i < parents->size(); ++i) {
        if (parents->at(i) != Json(toStd(from)))
            continue;
        const auto changed = document->set(u"/extends/%1"_s.arg(i), toStd(to));
        return changed ? std::optional(changed->text()) : std::nullopt;
    }
    return {};
}

/// Lets the presets that extend @p from say @p to. All of them, or none.
Result<QStringList> followName(const Workspace &workspace, const QString &from, const QString &to)
{
    QStringList followed;
    QList<std::pair<QString, QByteArray>> before;
    for (const QString &name : workspace.presetNames()) {
        const QString path = workspace.presetPath(name);
        const auto text = readFile(path, preset::maxPresetBytes);
        const auto changed = text ? withParent(*text, from, to) : std::nullopt;
        if (!changed)
            continue;
        if (const auto written = writeFileAtomically(path, *changed); !written) {
            for (const auto &[other, old] : std::as_const(before))
                (void)writeFileAtomically(other, old); // what could be written a moment ago
            return Failure(written.error());
        }
        before.append({path, *text});
        followed.append(name);
    }
    return followed;
}

} // namespace

Result<void> createPreset(const Workspace &workspace, const QString &presetName, const QByteArray &text)
{
    DOSIRAK_CHECK(mustBeFree(workspace, presetName));
    return writeFileAtomically(workspace.presetPath(presetName), text);
}

Result<Renamed> renamePreset(const Workspace &workspace, const QString &from, const QString &to)
{
    DOSIRAK_CHECK(mustBeFree(workspace, to));
    const QString artifacts = workspace.artifactsFolder(from);
    const bool withArtifacts = QDir(artifacts).exists();
    if (withArtifacts && QFileInfo::exists(workspace.artifactsFolder(to)))
        return fail(ErrorCode::Refused, coreTr("There are artifacts of “%1” already.").arg(to), coreTr("Choose another name, or move %1 away.").arg(workspace.artifactsFolder(to)));
    if (withArtifacts && !QDir().rename(artifacts, workspace.artifactsFolder(to)))
        return fail(ErrorCode::Io, coreTr("The artifacts of “%1” could not be renamed.").arg(from), coreTr("Look whether the folder can be written."));
    if (!QFile::rename(workspace.presetPath(from), workspace.presetPath(to))) {
        if (withArtifacts)
            QDir().rename(workspace.artifactsFolder(to), artifacts);
        return fail(ErrorCode::Io, coreTr("“%1” could not be renamed.").arg(from), coreTr("Look whether the folder can be written."));
    }
    const auto followed = followName(workspace, from, to);
    if (!followed) {
        QFile::rename(workspace.presetPath(to), workspace.presetPath(from));
        if (withArtifacts)
            QDir().rename(workspace.artifactsFolder(to), artifacts);
        return Failure(followed.error());
    }
    return Renamed{*followed};
}

Result<Trashed> trashPreset(const Workspace &workspace, const QString &presetName)
{
    const QString path = workspace.presetPath(presetName);
    Trashed trashed{presetName, {}, {}};
    DOSIRAK_TRY(text, readFile(path, preset::maxPresetBytes));
    trashed.text = text;
    QFile file(path);
    if (!file.moveToTrash())
        return fail(ErrorCode::Io, coreTr("“%1” could not be moved to the trash.").arg(presetName), {}, file.errorString());
    trashed.path = file.fileName() == path ? QString() : file.fileName();
    return trashed;
}

Result<void> restorePreset(const Workspace &workspace, const Trashed &trashed)
{
    DOSIRAK_CHECK(createPreset(workspace, trashed.presetName, trashed.text));
    if (!trashed.path.isEmpty()) {
        QFile::remove(trashed.path);
        // The trash keeps a note of where each file was (freedesktop.org, Trash specification).
        const QFileInfo file(trashed.path);
        QFile::remove(u"%1/../info/%2.trashinfo"_s.arg(file.path(), file.fileName()));
    }
    return {};
}

} // namespace dosirak::workspace

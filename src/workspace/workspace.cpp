// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/workspace.h"

#include "base/tr.h"
#include "preset/preset_name.h"

#include <QDir>
#include <QFileInfo>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

Workspace::Workspace(const QString &root) : m_root(QDir::cleanPath(QFileInfo(root).absoluteFilePath())) {}

Workspace Workspace::find(const QString &start)
{
    QDir folder(QFileInfo(start).absoluteFilePath());
    do {
        if (folder.exists(u"presets"_s))
            return Workspace(folder.path());
    } while (folder.cdUp());
    return Workspace(start);
}

QString Workspace::presetsFolder() const { return m_root + u"/presets"_s; }
QString Workspace::presetPath(const QString &presetName) const { return presetsFolder() + u'/' + presetName + u".json"_s; }
QString Workspace::artifactsFolder(const QString &presetName) const { return m_root + u"/artifacts/"_s + presetName; }
QString Workspace::lockPath(const QString &presetName) const { return artifactsFolder(presetName) + u"/dosirak.lock.json"_s; }
QString Workspace::buildsFolder() const { return m_root + u"/builds"_s; }
QString Workspace::bundlesFolder() const { return m_root + u"/bundles"_s; }

QStringList Workspace::presetNames() const
{
    QStringList names;
    for (const QString &file : QDir(presetsFolder()).entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const QString name = file.chopped(5);
        if (preset::parsePresetName(name))
            names.append(name);
    }
    return names;
}

Result<void> Workspace::require(const QString &presetName) const
{
    if (const auto checked = preset::parsePresetName(presetName); !checked)
        return Failure(checked.error());
    if (QFileInfo(presetPath(presetName)).isFile())
        return {};
    const QStringList names = presetNames();
    QStringList near;
    for (const QString &name : names)
        if (name.contains(presetName) || presetName.startsWith(name.left(8)))
            near.append(name);
    const QString hint = names.isEmpty() ? coreTr("There are no presets in “%1”. Make one with “dosirak new”.").arg(presetsFolder())
        : near.isEmpty()                 ? coreTr("“dosirak list” shows what is there.")
                                         : coreTr("Perhaps: %1").arg(near.mid(0, 3).join(u", "_s));
    return fail(ErrorCode::NotFound, coreTr("There is no preset “%1”.").arg(presetName), hint);
}

} // namespace dosirak::workspace

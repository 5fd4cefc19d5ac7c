// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/editing.h"

#include "base/files.h"
#include "base/tr.h"
#include "preset/load.h"
#include "preset/preset_name.h"
#include "workspace/preset_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

QStringList templateNames()
{
    QStringList names;
    for (const QString &file : QDir(u":/templates"_s).entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        names.append(file.chopped(5));
    return names;
}

Result<QByteArray> templateText(const QString &templateName)
{
    QFile file(u":/templates/%1.json"_s.arg(templateName));
    if (!templateNames().contains(templateName) || !file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, coreTr("There is no template “%1”.").arg(templateName), templateNames().join(u'\n'));
    return file.readAll();
}

Result<QString> newPreset(const Workspace &workspace, const QString &presetName, const QString &from)
{
    DOSIRAK_TRY(name, preset::parsePresetName(presetName));
    DOSIRAK_CHECK(preset::parsePresetName(from));
    const QString path = workspace.presetPath(name);
    const bool own = QFileInfo(workspace.presetPath(from)).isFile();
    DOSIRAK_TRY(text, own ? readFile(workspace.presetPath(from), preset::maxPresetBytes) : templateText(from));
    // The image's name follows the preset's, where it did so before: two presets should not build into one tag.
    QByteArray renamed = text;
    renamed.replace(u"localhost/dosirak/%1:"_s.arg(from).toUtf8(), u"localhost/dosirak/%1:"_s.arg(name).toUtf8());
    DOSIRAK_CHECK(createPreset(workspace, name, renamed));
    return path;
}

} // namespace dosirak::workspace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/preset_files.h"

#include "base/files.h"
#include "preset/document.h"
#include "preset/preset_name.h"
#include "python/requirements_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("dosirak::gui::PresetFiles", text);
}

Result<void> mustBeFree(const workspace::Workspace &workspace, const QString &presetName)
{
    DOSIRAK_TRY(name, preset::parsePresetName(presetName));
    if (QFile::exists(workspace.presetPath(name)))
        return fail(ErrorCode::Refused, tr("There is a preset “%1” already.").arg(name), tr("Choose another name."));
    return {};
}

} // namespace

QByteArray templatePreset()
{
    return R"({
  "$schema": "../resources/schema/preset.schema.json",
  "schema_version": 1,
  "description": "Debian 12 without a GPU",
  "os": {
    "distribution": "debian",
    "release": "12",
    "architecture": "amd64"
  },
  "python": {
    "version": "3.11"
  },
  "wheels": {
    "indexes": [
      { "name": "default" }
    ],
    "requirements": ["numpy"]
  },
  "debs": {
    "sources": [
      {
        "name": "debian",
        "from_host": true,
        "suites": ["bookworm", "bookworm-updates", "bookworm-security"],
        "components": ["main"]
      }
    ],
    "builder": ["python3", "python3-venv"],
    "runtime": ["python3", "ca-certificates"],
    "recommends": false
  },
  "base_images": {
    "builder": {
      "reference": "localhost/dosirak/debian:12",
      "bootstrap": { "suite": "bookworm", "variant": "minbase" }
    },
    "runtime": {
      "reference": "localhost/dosirak/debian:12",
      "bootstrap": { "suite": "bookworm", "variant": "minbase" }
    }
  },
  "image": {
    "smoke_test": {
      "imports": ["numpy"]
    }
  }
}
)";
}

Result<QByteArray> presetFromRequirements(const QString &path)
{
    DOSIRAK_TRY(file, python::RequirementsFile::read(path));
    Json list = Json::array();
    for (const python::RequirementLine &line : file.requirements)
        list.push_back(line.requirement.text());
    DOSIRAK_TRY(document, preset::PresetDocument::parse(templatePreset(), u"preset"_s));
    DOSIRAK_TRY(filled, document.set(u"/wheels/requirements"_s, list));
    DOSIRAK_TRY(plain, filled.remove(u"/image/smoke_test"_s));
    return plain.text();
}

Result<void> createPreset(const workspace::Workspace &workspace, const QString &presetName, const QByteArray &text)
{
    DOSIRAK_CHECK(mustBeFree(workspace, presetName));
    return writeFileAtomically(workspace.presetPath(presetName), text);
}

Result<void> renamePreset(const workspace::Workspace &workspace, const QString &from, const QString &to)
{
    DOSIRAK_CHECK(mustBeFree(workspace, to));
    if (!QFile::rename(workspace.presetPath(from), workspace.presetPath(to)))
        return fail(ErrorCode::Io, tr("“%1” could not be renamed.").arg(from), tr("Look whether the folder can be written."));
    const QString artifacts = workspace.artifactsFolder(from);
    if (QDir(artifacts).exists() && !QDir().rename(artifacts, workspace.artifactsFolder(to)))
        return fail(ErrorCode::Io, tr("The preset was renamed, its artifacts were not."), tr("Rename %1 by hand.").arg(artifacts));
    return {};
}

Result<void> trashPreset(const workspace::Workspace &workspace, const QString &presetName)
{
    QFile file(workspace.presetPath(presetName));
    if (!file.moveToTrash())
        return fail(ErrorCode::Io, tr("“%1” could not be moved to the trash.").arg(presetName), {}, file.errorString());
    return {};
}

} // namespace dosirak::gui

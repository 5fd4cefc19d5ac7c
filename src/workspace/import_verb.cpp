// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/import_verb.h"

#include "base/files.h"
#include "preset/document.h"
#include "preset/load.h"
#include "workspace/editing.h"

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

Result<ImportedPreset> importFiles(const Workspace &workspace, const QString &presetName, const QByteArray &text,
                                   const QList<SourceFile> &files, std::optional<SourceKind> kind)
{
    ImportedPreset imported{text, {}};
    for (const auto &[name, bytes] : files) {
        DOSIRAK_TRY(loaded, preset::loadPresetText(workspace.presetsFolder(), presetName, imported.text));
        DOSIRAK_TRY(document, preset::PresetDocument::parse(imported.text, workspace.presetPath(presetName)));
        DOSIRAK_TRY(import, importSource(bytes, name, document.json(), loaded.resolved, kind));
        DOSIRAK_TRY(changed, document.apply(import.patch));
        DOSIRAK_CHECK(preset::loadPresetText(workspace.presetsFolder(), presetName, changed.text()));
        imported.text = changed.text();
        imported.files.append({name, import});
    }
    return imported;
}

Result<ImportedPreset> importPaths(const Workspace &workspace, const QString &presetName, const QByteArray &text, const QStringList &paths)
{
    QList<SourceFile> files;
    for (const QString &path : paths) {
        DOSIRAK_TRY(bytes, readFile(path, maxImportBytes));
        files.append({path, bytes});
    }
    return importFiles(workspace, presetName, text, files);
}

Result<QByteArray> emptyPresetText()
{
    DOSIRAK_TRY(base, templateText(u"debian12-cpu"_s));
    DOSIRAK_TRY(document, preset::PresetDocument::parse(base, u"template"_s));
    DOSIRAK_TRY(bare, document.set(u"/wheels/requirements"_s, Json::array()));
    DOSIRAK_TRY(plain, bare.remove(u"/image/smoke_test"_s));
    return plain.text();
}

} // namespace dosirak::workspace

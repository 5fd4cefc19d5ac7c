// SPDX-License-Identifier: GPL-3.0-or-later
#include "preset/load.h"

#include "base/files.h"
#include "base/sha256.h"
#include "base/tr.h"
#include "preset/document.h"
#include "preset/preset_name.h"
#include "preset/schema.h"
#include "preset/typed.h"

#include <QDir>

namespace dosirak::preset {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype deepest = 16; // levels of `extends`

QString escaped(const std::string &key)
{
    return fromStd(key).replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

void overlay(Json &below, const Json &above, const QString &pointer, const QString &name, QMap<QString, QString> &provenance)
{
    for (const auto &[key, value] : above.items()) {
        const QString at = pointer + u'/' + escaped(key);
        if (value.is_object() && below.contains(key) && below[key].is_object()) {
            overlay(below[key], value, at, name, provenance);
            continue;
        }
        below[key] = value;
        provenance.insert(at, name);
    }
}

Result<QStringList> parentsOf(const Json &document, const QString &file)
{
    QStringList parents;
    if (!document.contains("extends"))
        return parents;
    const Json &extends = document.at("extends");
    const Json list = extends.is_array() ? extends : Json::array({extends});
    for (size_t i = 0; i < list.size(); ++i) {
        const ErrorPlace place{file, 0, 0, extends.is_array() ? u"/extends/%1"_s.arg(i) : u"/extends"_s};
        if (!list[i].is_string())
            return failAt(ErrorCode::Invalid, place, coreTr("A preset-name was expected."));
        const auto name = parsePresetName(fromStd(list[i].get<std::string>()));
        if (!name)
            return failAt(ErrorCode::Invalid, place, name.error().what, name.error().hint);
        parents.append(*name);
    }
    return parents;
}

/// What is read on the way down the chain.
struct Folding {
    QString folder;
    LoadedPreset loaded;
    QMap<QString, PresetDocument> documents; ///< by preset-name: where a value stands in its file
};

/// An error about a value, with the line and column where it stands.
Error placed(Error error, const PresetDocument &document)
{
    // A member that is missing has no place; what it is missing from has.
    for (QString pointer = error.place.pointer; error.place.line == 0; pointer = pointer.section(u'/', 0, -2)) {
        if (const auto range = document.range(pointer)) {
            const TextPosition at = positionOf(document.text(), range->begin);
            error.place.line = at.line;
            error.place.column = at.column;
        }
        if (pointer.isEmpty())
            break;
    }
    return error;
}

/// The first place where the document breaks the schema, the innermost one.
Result<void> checkSchema(const PresetDocument &document, const QString &file)
{
    const QList<SchemaProblem> problems = schemaProblems(document.json());
    if (problems.isEmpty())
        return {};
    const Failure failure = failAt(ErrorCode::Invalid, {file, 0, 0, problems.first().pointer},
                                   coreTr("The preset is malformed: %1").arg(problems.first().what),
                                   coreTr("“dosirak schema” prints what may stand there."));
    return Failure(placed(failure.value(), document));
}

Result<PresetDocument> readDocument(const QString &file, const QByteArray *text)
{
    QByteArray bytes;
    if (text) {
        bytes = *text;
    } else {
        DOSIRAK_TRY(read, readFile(file, maxPresetBytes));
        bytes = read;
    }
    DOSIRAK_TRY(json, parseJson(bytes, file));
    if (!json.is_object())
        return failAt(ErrorCode::Invalid, {file, 1, 1, {}}, coreTr("A preset is a JSON object."));
    DOSIRAK_TRY(document, PresetDocument::parse(bytes, file));
    DOSIRAK_TRY(newest, migrated(document, file));
    DOSIRAK_CHECK(checkSchema(newest, file));
    return newest;
}

Failure extendsItself(const QString &name, const QStringList &path)
{
    const QString chain = (QStringList(path) << name).join(u" → "_s);
    if (path.contains(name))
        return fail(ErrorCode::Invalid, coreTr("The preset “%1” extends itself: %2.").arg(name, chain),
                    coreTr("Take one of them out of “extends”."));
    return fail(ErrorCode::Invalid, coreTr("Presets extend each other more than %1 deep: %2.").arg(deepest).arg(chain),
                coreTr("Put what they have in common into fewer presets."));
}

/// Folds @p name and its parents, parents first. @p path is the chain that led here, for cycles; @p text stands for the file
/// of @p name where it is given, its parents always come from their files.
Result<void> fold(const QString &name, QStringList path, const QByteArray *text, Folding &folding)
{
    if (path.contains(name) || path.size() >= deepest)
        return extendsItself(name, path);
    path.append(name);
    const QString file = QDir(folding.folder).absoluteFilePath(name + u".json"_s);
    const auto document = readDocument(file, text);
    if (!document)
        return Failure(document.error().code == ErrorCode::NotFound && path.size() > 1
                           ? fail(ErrorCode::NotFound, coreTr("“%1” extends “%2”, which is not there.").arg(path.at(path.size() - 2), name),
                                  coreTr("Correct “extends”, or bring that preset.")).value()
                           : document.error());
    const auto parents = parentsOf(document->json(), file);
    if (!parents)
        return Failure(placed(parents.error(), *document));
    for (const QString &parent : *parents)
        DOSIRAK_CHECK(fold(parent, path, nullptr, folding));
    overlay(folding.loaded.resolved, document->json(), {}, name, folding.loaded.provenance);
    folding.documents.insert(name, *document);
    if (!folding.loaded.files.contains(file))
        folding.loaded.files.append(file);
    return {};
}

/// An error about a value of the folded preset, at its place in the file that gives the value.
Error atItsOrigin(Error error, const Folding &folding)
{
    for (QString pointer = error.place.pointer; !pointer.isEmpty(); pointer = pointer.section(u'/', 0, -2)) {
        const QString name = folding.loaded.provenance.value(pointer);
        if (name.isEmpty())
            continue;
        error.place.file = QDir(folding.folder).absoluteFilePath(name + u".json"_s);
        const auto document = folding.documents.constFind(name);
        return document == folding.documents.cend() ? error : placed(error, *document);
    }
    return error;
}

Result<LoadedPreset> load(const QString &presetsFolder, const QString &presetName, const QByteArray *text)
{
    DOSIRAK_TRY(name, parsePresetName(presetName));
    Folding folding{presetsFolder, {}, {}};
    LoadedPreset &loaded = folding.loaded;
    loaded.resolved = Json::object();
    DOSIRAK_CHECK(fold(name, {}, text, folding));
    loaded.resolved.erase("extends");
    loaded.resolved.erase("$schema");
    const auto typed = typedPreset(loaded.resolved, name, loaded.files.last());
    if (!typed)
        return Failure(atItsOrigin(typed.error(), folding));
    loaded.preset = *typed;
    loaded.sha256 = Sha256::of(canonicalJson(loaded.resolved));
    return loaded;
}

} // namespace

QString LoadedPreset::giverOf(QString pointer) const
{
    while (!pointer.isEmpty()) {
        if (const auto found = provenance.constFind(pointer); found != provenance.cend())
            return *found;
        pointer.truncate(pointer.lastIndexOf(u'/'));
    }
    return {};
}

Result<LoadedPreset> loadPreset(const QString &presetsFolder, const QString &presetName)
{
    return load(presetsFolder, presetName, nullptr);
}

Result<LoadedPreset> loadPresetText(const QString &presetsFolder, const QString &presetName, const QByteArray &text)
{
    return load(presetsFolder, presetName, &text);
}

} // namespace dosirak::preset

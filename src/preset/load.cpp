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
        if (!list[i].is_string())
            return failAt(ErrorCode::Invalid, {file, 0, 0, u"/extends/%1"_s.arg(i)}, coreTr("A preset-name was expected."));
        DOSIRAK_TRY(name, parsePresetName(fromStd(list[i].get<std::string>())));
        parents.append(name);
    }
    return parents;
}

/// Where the value at @p pointer stands in the text; of one that is missing, where its object begins.
ErrorPlace placeOf(const QByteArray &text, const QString &file, const QString &pointer)
{
    ErrorPlace place{file, 0, 0, pointer};
    const auto document = PresetDocument::parse(text, file);
    if (!document)
        return place;
    for (QString there = pointer;; there.truncate(there.lastIndexOf(u'/'))) {
        if (const auto range = document->range(there)) {
            const TextPosition position = positionOf(text, range->begin);
            place.line = position.line;
            place.column = position.column;
            return place;
        }
        if (there.isEmpty())
            return place;
    }
}

/// The first place where the document breaks the schema, the innermost one.
Result<void> checkSchema(const Json &document, const QByteArray &text, const QString &file)
{
    const QList<SchemaProblem> problems = schemaProblems(document);
    if (problems.isEmpty())
        return {};
    return failAt(ErrorCode::Invalid, placeOf(text, file, problems.first().pointer), coreTr("The preset is malformed: %1").arg(problems.first().what),
                  coreTr("“dosirak schema” prints what may stand there."));
}

Result<void> checkVersion(const Json &document, const QByteArray &text, const QString &file)
{
    DOSIRAK_TRY(version, integerAt(document, "schema_version"));
    if (version > currentSchemaVersion)
        return failAt(ErrorCode::Unsupported, {file, 0, 0, u"/schema_version"_s},
                      coreTr("This preset was made for a newer Dosirak (schema %1; this one reads up to %2).").arg(version)
                          .arg(currentSchemaVersion),
                      coreTr("Use a newer Dosirak."));
    return checkSchema(document, text, file);
}

/// Folds @p name and its parents into @p loaded, parents first. @p path is the chain that led here, for cycles; @p text
/// stands for the file of @p name where it is given, its parents always come from their files.
Result<void> fold(const QString &folder, const QString &name, QStringList path, const QByteArray *text, LoadedPreset &loaded)
{
    if (path.contains(name) || path.size() >= deepest)
        return fail(ErrorCode::Invalid, coreTr("The preset “%1” extends itself: %2.").arg(name, (path << name).join(u" → "_s)),
                    coreTr("Take one of them out of “extends”."));
    path.append(name);
    const QString file = QDir(folder).absoluteFilePath(name + u".json"_s);
    const Result<QByteArray> bytes = text ? Result<QByteArray>(*text) : readFile(file, maxPresetBytes);
    auto read = bytes ? parseJson(*bytes, file) : Result<Json>(tl::unexpected(bytes.error()));
    if (!read)
        return Failure(read.error().code == ErrorCode::NotFound && path.size() > 1
                           ? fail(ErrorCode::NotFound, coreTr("“%1” extends “%2”, which is not there.").arg(path.first(), name)).value()
                           : read.error());
    const Json &document = *read;
    if (!document.is_object())
        return failAt(ErrorCode::Invalid, {file, 1, 1, {}}, coreTr("A preset is a JSON object."));
    DOSIRAK_CHECK(checkVersion(document, *bytes, file));
    DOSIRAK_TRY(parents, parentsOf(document, file));
    for (const QString &parent : parents)
        DOSIRAK_CHECK(fold(folder, parent, path, nullptr, loaded));
    overlay(loaded.resolved, document, {}, name, loaded.provenance);
    if (!loaded.files.contains(file))
        loaded.files.append(file);
    return {};
}

Result<LoadedPreset> load(const QString &presetsFolder, const QString &presetName, const QByteArray *text)
{
    DOSIRAK_TRY(name, parsePresetName(presetName));
    LoadedPreset loaded;
    loaded.resolved = Json::object();
    DOSIRAK_CHECK(fold(presetsFolder, name, {}, text, loaded));
    loaded.resolved.erase("extends");
    loaded.resolved.erase("$schema");
    DOSIRAK_TRY(typed, typedPreset(loaded.resolved, name, loaded.files.last()));
    loaded.preset = typed;
    loaded.sha256 = Sha256::of(canonicalJson(loaded.resolved));
    return loaded;
}

} // namespace

Result<LoadedPreset> loadPreset(const QString &presetsFolder, const QString &presetName)
{
    return load(presetsFolder, presetName, nullptr);
}

Result<LoadedPreset> loadPresetText(const QString &presetsFolder, const QString &presetName, const QByteArray &text)
{
    return load(presetsFolder, presetName, &text);
}

} // namespace dosirak::preset

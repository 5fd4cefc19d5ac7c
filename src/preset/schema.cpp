// SPDX-License-Identifier: GPL-3.0-or-later
#include "preset/schema.h"

#include "base/tr.h"

#include <QFile>

// Resources of a static library are only linked when they are asked for; this must be outside of any namespace.
static void initialiseSchemaResource()
{
    Q_INIT_RESOURCE(dosirak_schema);
}

namespace dosirak::preset {

using namespace Qt::StringLiterals;

namespace {

const nlohmann::json &schemaJson()
{
    static const nlohmann::json json = nlohmann::json::parse(presetSchema().toStdString());
    return json;
}

QString escaped(const std::string &key)
{
    return fromStd(key).replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

/// The part of the schema that speaks of the object; "$ref" is followed. nullptr: none does.
const nlohmann::json *followed(const nlohmann::json *schema)
{
    if (!schema->contains("$ref"))
        return schema;
    return &schemaJson().at(nlohmann::json::json_pointer(schema->at("$ref").get<std::string>().substr(1)));
}

const nlohmann::json *member(const nlohmann::json &schema, const std::string &key)
{
    if (!schema.contains("properties") || !schema.at("properties").contains(key))
        return nullptr;
    return followed(&schema.at("properties").at(key));
}

void collectUnknown(const Json &value, const nlohmann::json &schema, const QString &pointer, QStringList &unknown)
{
    if (value.is_array() && schema.contains("items"))
        for (size_t i = 0; i < value.size(); ++i)
            collectUnknown(value[i], *followed(&schema.at("items")), u"%1/%2"_s.arg(pointer).arg(i), unknown);
    if (!value.is_object() || !schema.contains("properties"))
        return;
    for (const auto &[key, item] : value.items()) {
        const QString at = pointer + u'/' + escaped(key);
        if (const nlohmann::json *known = member(schema, key))
            collectUnknown(item, *known, at, unknown);
        else if (!key.starts_with("x-"))
            unknown.append(at);
    }
}

} // namespace

QByteArray presetSchema()
{
    initialiseSchemaResource();
    QFile file(u":/schema/preset.schema.json"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? file.readAll() : QByteArrayLiteral("{}");
}

QList<SchemaProblem> schemaProblems(const Json &document)
{
    static const JsonSchema schema(presetSchema());
    return schema.problems(document);
}

QStringList unknownKeys(const Json &document)
{
    QStringList unknown;
    collectUnknown(document, schemaJson(), {}, unknown);
    return unknown;
}

QStringList keysAt(const QString &pointer)
{
    const nlohmann::json *schema = &schemaJson();
    for (const QString &step : pointer.split(u'/', Qt::SkipEmptyParts)) {
        if (schema->contains("items"))
            schema = followed(&schema->at("items"));
        else if (schema = member(*schema, toStd(step)); !schema)
            return {};
    }
    QStringList keys;
    if (schema->contains("properties"))
        for (const auto &[key, value] : schema->at("properties").items())
            keys.append(fromStd(key));
    keys.sort();
    return keys;
}

} // namespace dosirak::preset

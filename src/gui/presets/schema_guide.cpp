// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/schema_guide.h"

#include "base/json.h"
#include "preset/document.h"
#include "preset/schema.h"

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

const Json &schema()
{
    static const Json json = [] {
        auto parsed = parseJson(preset::presetSchema(), u"schema"_s);
        return parsed ? *parsed : Json::object();
    }();
    return json;
}

const Json *followed(const Json *node)
{
    if (!node->contains("$ref"))
        return node;
    return &schema().at(Json::json_pointer(node->at("$ref").get<std::string>().substr(1)));
}

/// The parts of the schema that speak of a value: its own, and what that refers to.
QList<const Json *> nodesAt(const QString &pointer)
{
    const auto steps = preset::pointerSteps(pointer);
    const Json *own = &schema();
    if (!steps)
        return {};
    for (const QString &step : *steps) {
        const Json *node = followed(own);
        if (node->contains("items"))
            own = &node->at("items");
        else if (node->contains("properties") && node->at("properties").contains(toStd(step)))
            own = &node->at("properties").at(toStd(step));
        else
            return {};
    }
    const Json *target = followed(own);
    return own == target ? QList<const Json *>{own} : QList<const Json *>{own, target};
}

} // namespace

QString schemaDescription(const QString &pointer)
{
    for (const Json *node : nodesAt(pointer)) {
        if (node->contains("description"))
            return fromStd(node->at("description").get<std::string>());
    }
    return {};
}

QList<Completion> completionsAt(const JsonContext &context, const Choices &choices)
{
    QList<Completion> list;
    if (context.key) {
        for (const QString &key : preset::keysAt(context.pointer)) {
            if (!context.siblings.contains(key))
                list.append({key, true, schemaDescription(context.pointer + u'/' + key)});
        }
        return list;
    }
    for (const Json *node : nodesAt(context.pointer)) {
        if (node->contains("enum")) {
            for (const Json &value : node->at("enum"))
                list.append({value.is_string() ? fromStd(value.get<std::string>()) : fromStd(value.dump()), value.is_string(), {}});
        }
        if (node->contains("type") && node->at("type") == Json("boolean")) {
            list.append({u"true"_s, false, {}});
            list.append({u"false"_s, false, {}});
        }
    }
    for (const Choice &choice : choices.values.value(context.pointer)) {
        const bool known = std::any_of(list.begin(), list.end(), [&](const Completion &other) { return other.text == choice.value; });
        if (!known)
            list.append({choice.value, true, choice.why.isEmpty() ? choice.note : choice.why.section(u'\n', 0, 0)});
    }
    return list;
}

} // namespace dosirak::gui

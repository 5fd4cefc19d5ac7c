// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations.h"

#include "debian/version.h"
#include "python/file_names.h"
#include "python/marker.h"
#include "python/names.h"
#include "python/requirement.h"
#include "python/specifier.h"
#include "python/tags.h"
#include "python/version.h"

#include <functional>
#include <map>

namespace dosirak::conformance {

using namespace python;

namespace {

/// What an operation says when it cannot answer.
struct Refusal {
    std::string why;
};

template<class T>
T valueOf(Result<T> result)
{
    if (!result)
        throw Refusal{result.error().what.toStdString()};
    return *std::move(result);
}

std::string text(const Json &question, const char *key)
{
    const auto found = question.find(key);
    if (found == question.end() || !found->is_string())
        throw Refusal{std::string("\"") + key + "\" must be a text"};
    return found->get<std::string>();
}

std::vector<std::string> texts(const Json &question, const char *key)
{
    const auto found = question.find(key);
    if (found == question.end() || !found->is_array())
        throw Refusal{std::string("\"") + key + "\" must be a list of texts"};
    std::vector<std::string> list;
    for (const Json &item : *found) {
        if (!item.is_string())
            throw Refusal{std::string("\"") + key + "\" must be a list of texts"};
        list.push_back(item.get<std::string>());
    }
    return list;
}

Prereleases prereleases(const Json &question)
{
    const auto found = question.find("pre");
    if (found == question.end() || !found->is_boolean())
        return Prereleases::Default;
    return found->get<bool>() ? Prereleases::Allow : Prereleases::Refuse;
}

Json clauses(const SpecifierSet &set)
{
    Json list = Json::array();
    for (const Specifier &specifier : set.specifiers())
        list.push_back(specifier.text());
    return list;
}

std::string markerText(const Marker &marker)
{
    auto text = marker.text();
    if (!text)
        throw Refusal{"a value holds both kinds of quotes"};
    return *std::move(text);
}

Json versionNormalized(const Json &question)
{
    return valueOf(parseVersion(text(question, "s"))).text();
}

Json versionOrder(const Json &question)
{
    const auto order = valueOf(parseVersion(text(question, "a"))) <=> valueOf(parseVersion(text(question, "b")));
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

Json specifierClauses(const Json &question)
{
    return clauses(valueOf(SpecifierSet::parse(text(question, "s"))));
}

Json specifierContains(const Json &question)
{
    return valueOf(SpecifierSet::parse(text(question, "s"))).contains(text(question, "v"), prereleases(question));
}

Json specifierFilter(const Json &question)
{
    const auto set = valueOf(SpecifierSet::parse(text(question, "s")));
    const auto versions = texts(question, "in");
    Json list = Json::array();
    for (const std::size_t index : set.filter(std::span<const std::string>(versions), prereleases(question)))
        list.push_back(versions[index]);
    return list;
}

Json markerCanonical(const Json &question)
{
    return markerText(valueOf(Marker::parse(text(question, "m"))));
}

MarkerEnvironment environment(const Json &question)
{
    MarkerEnvironment environment;
    const auto found = question.find("env");
    if (found == question.end() || !found->is_object())
        throw Refusal{"\"env\" must be an object"};
    for (const auto &[name, value] : found->items()) {
        if (value.is_array()) {
            const auto list = texts(*found, name.c_str());
            environment.sets[name] = {list.begin(), list.end()};
        } else if (!value.is_null()) {
            environment.variables[name] = text(*found, name.c_str());
        }
    }
    return environment;
}

Json markerHolds(const Json &question)
{
    return valueOf(valueOf(Marker::parse(text(question, "m"))).evaluate(environment(question)));
}

Json requirement(const Json &question)
{
    const auto requirement = valueOf(Requirement::parse(text(question, "s")));
    Json result;
    result["name"] = requirement.name;
    result["extras"] = requirement.extras;
    result["specifier"] = clauses(requirement.specifier);
    result["url"] = requirement.url.empty() ? Json() : Json(requirement.url);
    result["marker"] = requirement.marker ? Json(markerText(*requirement.marker)) : Json();
    return result;
}

Json wheelName(const Json &question)
{
    const auto wheel = valueOf(WheelName::parse(text(question, "f")));
    Json result;
    result["name"] = wheel.name;
    result["version"] = wheel.version.text();
    result["build"] = Json::array();
    if (!wheel.build.number.empty())
        result["build"] = Json::array({Json::parse(wheel.build.number), wheel.build.suffix});
    result["tags"] = Json::array();
    for (const Tag &tag : wheel.tags())
        result["tags"].push_back(tag.text());
    return result;
}

Json sdistName(const Json &question)
{
    const auto sdist = valueOf(SdistName::parse(text(question, "f")));
    Json result;
    result["name"] = sdist.name;
    result["version"] = sdist.version.text();
    return result;
}

Json nameNormalized(const Json &question)
{
    return normalizeName(text(question, "s"));
}

TargetTags targetTags(const Json &question)
{
    return {valueOf(TargetPython::parse(text(question, "python"))),
            valueOf(TargetPlatform::parse(text(question, "platform")))};
}

Json tagList(const Json &question)
{
    Json list = Json::array();
    for (const Tag &tag : targetTags(question).list())
        list.push_back(tag.text());
    return list;
}

Json wheelSelected(const Json &question)
{
    const auto wheels = texts(question, "wheels");
    const auto selected = selectWheel(wheels, targetTags(question));
    return selected ? Json(wheels[*selected]) : Json();
}

Json debianOrder(const Json &question)
{
    const auto order = debian::compareVersions(text(question, "a"), text(question, "b"));
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

Json debianValid(const Json &question)
{
    return debian::isValidVersion(text(question, "s"));
}

const std::map<std::string, std::function<Json(const Json &)>> operations{
    {"ver_norm", versionNormalized},
    {"ver_cmp", versionOrder},
    {"spec_parse", specifierClauses},
    {"spec", specifierContains},
    {"spec_filter", specifierFilter},
    {"marker_parse", markerCanonical},
    {"marker", markerHolds},
    {"req", requirement},
    {"wheel", wheelName},
    {"sdist", sdistName},
    {"name_norm", nameNormalized},
    {"tags", tagList},
    {"wheel_select", wheelSelected},
    {"deb_cmp", debianOrder},
    {"deb_valid", debianValid},
};

Json errorOf(const std::string &why)
{
    Json result;
    result["error"] = why;
    return result;
}

} // namespace

Json answer(const Json &question)
{
    if (!question.is_object() || !question.contains("op") || !question["op"].is_string())
        return errorOf("a question is an object with a text \"op\"");
    const auto operation = operations.find(question["op"].get<std::string>());
    if (operation == operations.end())
        return errorOf("unsupported");
    try {
        Json result;
        result["r"] = operation->second(question);
        return result;
    } catch (const Refusal &refusal) {
        return errorOf(refusal.why);
    }
}

std::string answerLine(const std::string &line)
{
    const Json question = Json::parse(line, nullptr, false);
    const Json result = question.is_discarded() ? errorOf("the line is not JSON") : answer(question);
    return result.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace dosirak::conformance

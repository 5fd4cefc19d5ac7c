// SPDX-License-Identifier: GPL-3.0-or-later
#include "preset/own_patch.h"

#include "base/tr.h"
#include "preset/document.h"

namespace dosirak::preset {

using namespace Qt::StringLiterals;

namespace {

/// Follows @p steps; nullptr where the way ends.
const Json *at(const Json &root, const QStringList &steps)
{
    const Json *value = &root;
    for (const QString &step : steps) {
        const std::string key = toStd(step);
        if (value->is_object() && value->contains(key)) {
            value = &value->at(key);
            continue;
        }
        bool isNumber = false;
        const uint index = step.toUInt(&isNumber);
        if (!value->is_array() || !isNumber || index >= value->size())
            return nullptr;
        value = &(*value)[index];
    }
    return value;
}

class Rebase
{
public:
    Rebase(const Json &own, const Json &resolved) : m_own(own), m_resolved(resolved) {}

    Result<void> take(const Json &operation)
    {
        DOSIRAK_TRY(name, stringAt(operation, "op"));
        DOSIRAK_TRY(path, stringAt(operation, "path"));
        DOSIRAK_TRY(steps, pointerSteps(path));
        if (steps.isEmpty())
            return fail(ErrorCode::Unsupported, coreTr("The whole document cannot be changed at once."));
        if (name == u"test"_s)
            return test(operation, steps, path);
        if (name != u"add"_s && name != u"replace"_s && name != u"remove"_s)
            return fail(ErrorCode::Unsupported, coreTr("The operation “%1” of a JSON patch is not supported.").arg(name));
        const bool removes = name == u"remove"_s;
        if (removes && !at(m_resolved, steps))
            return {};
        prepare(steps, removes);
        const QStringList parent = steps.first(steps.size() - 1);
        const Json *there = at(m_own, parent);
        if (removes && !at(m_own, steps))
            return failAt(ErrorCode::Unsupported, {{}, 0, 0, path}, coreTr("This value is inherited; it cannot be taken out here."),
                          coreTr("Change the preset that it comes from, or give it another value here."));
        if (!there)
            return failAt(ErrorCode::Invalid, {{}, 0, 0, path}, coreTr("A JSON patch names a place that is not there."));
        // "replace" of an inherited member is an "add" in the own document.
        Json mine = operation;
        if (name == u"replace"_s && !at(m_own, steps))
            mine["op"] = "add";
        Json wanted = operation;
        if (name == u"replace"_s && !at(m_resolved, steps))
            wanted["op"] = "add";
        return apply(mine, wanted);
    }

    [[nodiscard]] Json patch() const { return m_patch; }

private:
    Result<void> test(const Json &operation, const QStringList &steps, const QString &path) const
    {
        const Json *value = at(m_resolved, steps);
        if (!value || !operation.contains("value") || *value != operation.at("value"))
            return failAt(ErrorCode::Invalid, {{}, 0, 0, path}, coreTr("The preset is not what this change was made for."));
        return {};
    }

    /// Makes the way to @p steps in the own document: missing objects, and a copy of the first list that is inherited.
    void prepare(const QStringList &steps, bool removes)
    {
        const auto isInheritedList = [&](qsizetype depth) {
            const Json *inherited = at(m_resolved, steps.first(depth));
            return inherited && inherited->is_array() && !at(m_own, steps.first(depth));
        };
        bool copies = false;
        for (qsizetype depth = 1; depth < steps.size(); ++depth)
            copies = copies || isInheritedList(depth);
        if (removes && !copies)
            return; // nothing to make only to take something out of it
        for (qsizetype depth = 1; depth < steps.size(); ++depth) {
            const QStringList here = steps.first(depth);
            if (at(m_own, here))
                continue;
            const Json *inherited = at(m_resolved, here);
            const bool isList = inherited && inherited->is_array();
            Json value = isList ? *inherited : Json::object();
            // A list that is nowhere yet begins with its first element ("/-" or "/0").
            if (!inherited && depth == steps.size() - 1 && (steps.last() == u"-"_s || steps.last() == u"0"_s))
                value = Json::array();
            const Json step = {{"op", "add"}, {"path", toStd(pointerOf(here))}, {"value", value}};
            m_patch.push_back(step);
            m_own.patch_inplace(Json::array({step}));
            if (!inherited)
                m_resolved.patch_inplace(Json::array({step}));
        }
    }

    Result<void> apply(const Json &mine, const Json &wanted)
    {
        try {
            m_own.patch_inplace(Json::array({mine}));
            m_resolved.patch_inplace(Json::array({wanted}));
        } catch (const Json::exception &error) {
            return fail(ErrorCode::Invalid, coreTr("A JSON patch does not fit the preset."), {}, QString::fromUtf8(error.what()));
        }
        m_patch.push_back(mine);
        return {};
    }

    Json m_own;
    Json m_resolved;
    Json m_patch = Json::array();
};

} // namespace

Result<Json> ownPatch(const Json &patch, const Json &own, const Json &resolved)
{
    if (!patch.is_array())
        return fail(ErrorCode::Invalid, coreTr("A JSON patch is a list of operations."));
    Rebase rebase(own, resolved);
    for (const Json &operation : patch)
        DOSIRAK_CHECK(rebase.take(operation));
    return rebase.patch();
}

} // namespace dosirak::preset

// SPDX-License-Identifier: GPL-3.0-or-later
#include "preset/compare.h"

#include "preset/document.h"

#include <algorithm>

namespace dosirak::preset {

namespace {

/// The texts of @p list that @p other has not, as often as it lacks them.
QStringList lacking(const Json &list, const Json &other)
{
    std::vector<std::string> there;
    for (const Json &item : other)
        if (item.is_string())
            there.push_back(item.get<std::string>());
    QStringList missing;
    for (const Json &item : list) {
        if (!item.is_string())
            return {};
        const auto found = std::find(there.begin(), there.end(), item.get_ref<const std::string &>());
        if (found == there.end())
            missing.append(fromStd(item.get<std::string>()));
        else
            there.erase(found);
    }
    return missing;
}

class Comparison
{
public:
    Comparison(const LoadedPreset &left, const LoadedPreset &right) : m_left(left), m_right(right) {}

    void compare(const Json *left, const Json *right, const QStringList &steps)
    {
        const bool objects = (!left || left->is_object()) && (!right || right->is_object());
        const bool empty = (left && left->empty()) || (right && right->empty());
        if (objects && (!empty || (left && right)))
            return lookInto(left, right, steps);
        if (left && right && *left == *right)
            return;
        FieldDifference field;
        field.pointer = pointerOf(steps);
        if (left) {
            field.left = *left;
            field.leftFrom = m_left.giverOf(field.pointer);
        }
        if (right) {
            field.right = *right;
            field.rightFrom = m_right.giverOf(field.pointer);
        }
        const Json none = Json::array();
        const Json &before = left ? *left : none;
        const Json &after = right ? *right : none;
        if (before.is_array() && after.is_array()) {
            field.removed = lacking(before, after);
            field.added = lacking(after, before);
        }
        m_found.append(field);
    }

    [[nodiscard]] QList<FieldDifference> take() { return std::move(m_found); }

private:
    void lookInto(const Json *left, const Json *right, const QStringList &steps)
    {
        static const Json none = Json::object();
        const Json &before = left ? *left : none;
        const Json &after = right ? *right : none;
        for (const auto &[key, value] : before.items())
            compare(&value, after.contains(key) ? &after.at(key) : nullptr, steps + QStringList{fromStd(key)});
        for (const auto &[key, value] : after.items())
            if (!before.contains(key))
                compare(nullptr, &value, steps + QStringList{fromStd(key)});
    }

    const LoadedPreset &m_left;
    const LoadedPreset &m_right;
    QList<FieldDifference> m_found;
};

} // namespace

QList<FieldDifference> differencesBetween(const LoadedPreset &left, const LoadedPreset &right)
{
    Comparison comparison(left, right);
    comparison.compare(&left.resolved, &right.resolved, {});
    return comparison.take();
}

} // namespace dosirak::preset

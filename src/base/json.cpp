// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

#include "base/files.h"
#include "base/tr.h"

#include <QSet>
#include <algorithm>
#include <vector>

namespace dosirak {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxDepth = 256;

ErrorPlace placeOf(const QByteArray &text, size_t byte, const QString &file)
{
    auto end = std::min<qsizetype>(qsizetype(byte), text.size());
    // The library names the last byte of a word or number: people look for its first.
    const auto isWord = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '+'; };
    while (end > 0 && end < text.size() && isWord(text.at(end)) && isWord(text.at(end - 1)))
        --end;
    const QByteArray before = text.left(std::max<qsizetype>(end, 0));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return {file, int(before.count('\n')) + 1, int(QString::fromUtf8(before.mid(lineStart)).size()) + 1, {}};
}

/// Builds the value and refuses what the library lets pass: a key twice in one object, and endless nesting.
class CheckedBuilder
{
public:
    bool operator()(int depth, Json::parse_event_t event, Json &parsed)
    {
        using Event = Json::parse_event_t;
        if (depth > maxDepth)
            tooDeep = true;
        if (event == Event::object_start)
            m_keys.emplace_back();
        else if (event == Event::object_end && !m_keys.empty())
            m_keys.pop_back();
        else if (event == Event::key && !m_keys.empty()) {
            const QString key = QString::fromStdString(parsed.get_ref<const std::string &>());
            if (m_keys.back().contains(key) && duplicate.isEmpty())
                duplicate = key;
            m_keys.back().insert(key);
        }
        return !tooDeep;
    }

    bool tooDeep = false;
    QString duplicate;

private:
    std::vector<QSet<QString>> m_keys;
};

bool nestsTooDeep(const QByteArray &text)
{
    // The library recurses when it destroys a value: deep nesting is refused before anything is built.
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            if (++depth > maxDepth)
                return true;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

Json sorted(const Json &value)
{
    if (value.is_array()) {
        Json array = Json::array();
        for (const auto &item : value)
            array.push_back(sorted(item));
        return array;
    }
    if (!value.is_object())
        return value;
    std::vector<std::string> keys;
    for (const auto &[key, item] : value.items())
        keys.push_back(key);
    std::sort(keys.begin(), keys.end());
    Json object = Json::object();
    for (const auto &key : keys)
        object[key] = sorted(value.at(key));
    return object;
}

Failure wrongType(const char *key, const QString &pointer, const QString &wanted)
{
    return failAt(ErrorCode::Invalid, {{}, 0, 0, pointer + u'/' + QString::fromUtf8(key)},
                  coreTr("“%1” is missing or is not %2.").arg(QString::fromUtf8(key), wanted));
}

} // namespace

Result<Json> parseJson(const QByteArray &text, const QString &file)
{
    if (nestsTooDeep(text))
        return failAt(ErrorCode::Invalid, {file, 0, 0, {}}, coreTr("The JSON is nested too deeply."));
    CheckedBuilder builder;
    try {
        Json value = Json::parse(text.constBegin(), text.constEnd(), std::ref(builder));
        if (!builder.duplicate.isEmpty())
            return failAt(ErrorCode::Invalid, {file, 0, 0, {}},
                          coreTr("The key “%1” stands twice in one object.").arg(builder.duplicate));
        return value;
    } catch (const Json::parse_error &error) {
        auto failure = failAt(ErrorCode::Invalid, placeOf(text, error.byte > 0 ? error.byte - 1 : 0, file),
                              coreTr("This is not well-formed JSON."));
        failure.value().detail = QString::fromUtf8(error.what());
        return failure;
    }
}

Result<Json> readJson(const QString &path, qint64 maxBytes)
{
    DOSIRAK_TRY(bytes, readFile(path, maxBytes));
    return parseJson(bytes, path);
}

QByteArray canonicalJson(const Json &value)
{
    return QByteArray::fromStdString(sorted(value).dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

Result<QString> stringAt(const Json &object, const char *key, const QString &pointer)
{
    if (!object.is_object() || !object.contains(key) || !object.at(key).is_string())
        return wrongType(key, pointer, coreTr("text"));
    return QString::fromStdString(object.at(key).get_ref<const std::string &>());
}

Result<qint64> integerAt(const Json &object, const char *key, const QString &pointer)
{
    if (!object.is_object() || !object.contains(key) || !object.at(key).is_number_integer())
        return wrongType(key, pointer, coreTr("a whole number"));
    return object.at(key).get<qint64>();
}

} // namespace dosirak

// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/queue_state.h"

#include "base/files.h"
#include "base/json.h"
#include "base/sha256.h"
#include "base/tr.h"

#include <array>

namespace dosirak::fetch {

using namespace Qt::StringLiterals;

namespace {

constexpr int formatVersion = 1;
constexpr qint64 maxSize = 256LL << 20;

struct KindName {
    ItemKind kind;
    const char *name;
};
constexpr std::array kindNames = {KindName{ItemKind::Wheel, "wheel"}, KindName{ItemKind::Deb, "deb"},
                                  KindName{ItemKind::Source, "source"}, KindName{ItemKind::Image, "image"},
                                  KindName{ItemKind::Other, "other"}};

struct StateName {
    ItemState state;
    const char *name;
};
constexpr std::array stateNames = {StateName{ItemState::Waiting, "waiting"}, StateName{ItemState::Paused, "paused"},
                                   StateName{ItemState::Failed, "failed"}};

Json toJson(const QueueState::Kept &kept)
{
    const QueueItem &item = kept.item;
    Json urls = Json::array();
    for (const QUrl &url : item.urls)
        urls.push_back(toStd(url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo)));
    Json json = {{"id", toStd(item.id)},         {"urls", urls},
                 {"sha256", item.sha256.toStdString()}, {"size", item.size},
                 {"name", toStd(item.name)},     {"priority", item.priority},
                 {"reason", toStd(item.reason)}, {"kind", "other"},
                 {"state", "waiting"}};
    for (const KindName &entry : kindNames)
        if (entry.kind == item.kind)
            json["kind"] = entry.name;
    for (const StateName &entry : stateNames)
        if (entry.state == kept.state)
            json["state"] = entry.name;
    return json;
}

/// Throws Json::exception where a member is missing or of another type.
QueueState::Kept fromJson(const Json &json)
{
    QueueState::Kept kept;
    QueueItem &item = kept.item;
    item.id = fromStd(json.at("id").get<std::string>());
    for (const Json &url : json.at("urls"))
        item.urls += QUrl(fromStd(url.get<std::string>()), QUrl::StrictMode);
    const QByteArray digest = QByteArray::fromStdString(json.at("sha256").get<std::string>());
    item.sha256 = isSha256(digest) ? digest : QByteArray();
    item.size = json.at("size").get<qint64>();
    item.name = fromStd(json.at("name").get<std::string>());
    item.priority = json.at("priority").get<int>();
    item.reason = fromStd(json.at("reason").get<std::string>());
    for (const KindName &entry : kindNames)
        if (json.at("kind").get<std::string>() == entry.name)
            item.kind = entry.kind;
    for (const StateName &entry : stateNames)
        if (json.at("state").get<std::string>() == entry.name)
            kept.state = entry.state;
    return kept;
}

} // namespace

Result<QueueState> readQueueState(const QString &path)
{
    const auto json = readJson(path, maxSize);
    if (!json && json.error().code == ErrorCode::NotFound)
        return QueueState();
    if (!json)
        return Failure(json.error());
    try {
        if (json->at("format").get<int>() > formatVersion)
            return fail(ErrorCode::Unsupported, coreTr("“%1” was written by a newer Dosirak.").arg(path));
        QueueState state;
        state.paused = json->at("paused").get<bool>();
        for (const Json &item : json->at("items"))
            state.items += fromJson(item);
        return state;
    } catch (const Json::exception &exception) {
        return fail(ErrorCode::Invalid, coreTr("“%1” is not a download queue.").arg(path), {},
                    QString::fromUtf8(exception.what()));
    }
}

Result<void> writeQueueState(const QString &path, const QueueState &state)
{
    Json items = Json::array();
    for (const QueueState::Kept &kept : state.items)
        items.push_back(toJson(kept));
    return writeFileAtomically(path, canonicalJson({{"format", formatVersion}, {"paused", state.paused}, {"items", items}}));
}

} // namespace dosirak::fetch

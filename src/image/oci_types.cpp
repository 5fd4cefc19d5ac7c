// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/oci_types.h"

#include "base/sha256.h"
#include "base/tr.h"

namespace dosirak::image {

using namespace Qt::StringLiterals;

namespace {

/// A member that must be an object; absent or null counts as an empty one.
const Json &objectAt(const Json &parent, const char *key)
{
    static const Json empty = Json::object();
    const auto found = parent.find(key);
    return found != parent.end() && found->is_object() ? *found : empty;
}

QStringList texts(const Json &object, const char *key)
{
    QStringList list;
    const auto found = object.find(key);
    if (found != object.end() && found->is_array())
        for (const Json &item : *found)
            if (item.is_string())
                list << fromStd(item.get<std::string>());
    return list;
}

Json listJson(const QStringList &list)
{
    Json json = Json::array();
    for (const QString &item : list)
        json.push_back(toStd(item));
    return json;
}

QList<HistoryEntry> historyAt(const Json &root)
{
    QList<HistoryEntry> history;
    const auto found = root.find("history");
    if (found == root.end() || !found->is_array())
        return history;
    for (const Json &item : *found) {
        if (!item.is_object())
            continue;
        const QString command = textAt(item, "created_by");
        const auto empty = item.find("empty_layer");
        history << HistoryEntry{command.isEmpty() ? textAt(item, "comment") : command,
                                empty != item.end() && empty->is_boolean() && empty->get<bool>()};
    }
    return history;
}

} // namespace

QString textAt(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? fromStd(found->get<std::string>()) : QString();
}

Result<QString> digestHex(const QString &digest)
{
    const QString hex = digest.mid(7);
    if (!digest.startsWith("sha256:"_L1) || !isSha256(hex.toLatin1()))
        return fail(ErrorCode::Invalid, coreTr("“%1” is not a SHA-256 digest.").arg(digest.left(100)));
    return hex;
}

QString ImageConfig::variable(const QString &name) const
{
    for (const QString &line : env)
        if (line.startsWith(name + u'='))
            return line.mid(name.size() + 1);
    return {};
}

QStringList ImageConfig::layerCommands() const
{
    QStringList commands;
    for (const HistoryEntry &entry : history)
        if (!entry.emptyLayer)
            commands << entry.command;
    return commands;
}

Result<ImageConfig> parseConfig(const QByteArray &bytes)
{
    DOSIRAK_TRY(root, parseJson(bytes, coreTr("image configuration")));
    if (!root.is_object())
        return fail(ErrorCode::Invalid, coreTr("The image configuration is not a JSON object."));
    ImageConfig config;
    config.architecture = textAt(root, "architecture");
    config.os = textAt(root, "os");
    config.created = QDateTime::fromString(textAt(root, "created"), Qt::ISODateWithMs).toUTC();
    const Json &runtime = objectAt(root, "config");
    config.env = texts(runtime, "Env");
    for (const auto &[key, value] : objectAt(runtime, "Labels").items())
        if (value.is_string())
            config.labels.append({fromStd(key), fromStd(value.get<std::string>())});
    config.user = textAt(runtime, "User");
    config.workingFolder = textAt(runtime, "WorkingDir");
    config.entrypoint = texts(runtime, "Entrypoint");
    config.command = texts(runtime, "Cmd");
    config.diffIds = texts(objectAt(root, "rootfs"), "diff_ids");
    config.history = historyAt(root);
    return config;
}

Json configJson(const ImageConfig &config)
{
    Json runtime = {{"Env", listJson(config.env)}};
    if (!config.user.isEmpty())
        runtime["User"] = toStd(config.user);
    if (!config.workingFolder.isEmpty())
        runtime["WorkingDir"] = toStd(config.workingFolder);
    if (!config.entrypoint.isEmpty())
        runtime["Entrypoint"] = listJson(config.entrypoint);
    if (!config.command.isEmpty())
        runtime["Cmd"] = listJson(config.command);
    for (const auto &[key, value] : config.labels)
        runtime["Labels"][toStd(key)] = toStd(value);
    Json history = Json::array();
    for (const HistoryEntry &entry : config.history) {
        Json line = {{"created_by", toStd(entry.command)}};
        if (entry.emptyLayer)
            line["empty_layer"] = true;
        history.push_back(line);
    }
    Json root = {{"architecture", toStd(config.architecture)}, {"os", toStd(config.os)}, {"config", runtime},
                 {"rootfs", {{"type", "layers"}, {"diff_ids", listJson(config.diffIds)}}}, {"history", history}};
    if (config.created.isValid())
        root["created"] = toStd(config.created.toUTC().toString(Qt::ISODate));
    return root;
}

Result<Descriptor> descriptorAt(const Json &object)
{
    if (!object.is_object())
        return fail(ErrorCode::Invalid, coreTr("The image index or manifest has an entry that is not a descriptor."));
    Descriptor descriptor;
    descriptor.mediaType = textAt(object, "mediaType");
    descriptor.digest = textAt(object, "digest");
    DOSIRAK_CHECK(digestHex(descriptor.digest));
    DOSIRAK_TRY(size, integerAt(object, "size"));
    if (size < 0)
        return fail(ErrorCode::Invalid, coreTr("The image index or manifest has an entry with a negative size."));
    descriptor.size = size;
    return descriptor;
}

Json descriptorJson(const Descriptor &descriptor)
{
    return {{"mediaType", toStd(descriptor.mediaType)}, {"digest", toStd(descriptor.digest)}, {"size", descriptor.size}};
}

qint64 Manifest::totalBytes() const
{
    qint64 total = config.size;
    for (const Descriptor &layer : layers)
        total += layer.size;
    return total;
}

Result<Manifest> parseManifest(const QByteArray &bytes)
{
    DOSIRAK_TRY(root, parseJson(bytes, coreTr("image manifest")));
    if (!root.is_object() || !root.contains("config") || !root.contains("layers") || !root["layers"].is_array())
        return fail(ErrorCode::Unsupported, coreTr("This image manifest has no configuration and layers."),
                    coreTr("Images in the old schema 1, and indexes of several platforms, must be converted or chosen from first."));
    Manifest manifest;
    DOSIRAK_TRY(config, descriptorAt(root["config"]));
    manifest.config = config;
    for (const Json &item : root["layers"]) {
        DOSIRAK_TRY(layer, descriptorAt(item));
        manifest.layers << layer;
    }
    return manifest;
}

QByteArray manifestBytes(const Manifest &manifest)
{
    Json layers = Json::array();
    for (const Descriptor &layer : manifest.layers)
        layers.push_back(descriptorJson(layer));
    return canonicalJson({{"schemaVersion", 2}, {"mediaType", mediatype::manifest.latin1()},
                          {"config", descriptorJson(manifest.config)}, {"layers", layers}});
}

} // namespace dosirak::image

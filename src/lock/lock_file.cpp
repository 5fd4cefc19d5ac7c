// SPDX-License-Identifier: GPL-3.0-or-later
#include "lock/lock_file.h"

#include "base/files.h"
#include "base/json.h"
#include "base/safe_path.h"
#include "base/sha256.h"
#include "base/tr.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <tuple>

namespace dosirak::lock {

using namespace Qt::StringLiterals;

namespace {

struct Kind {
    ArtifactKind kind;
    QLatin1String name;
    QLatin1String folder;
};
constexpr std::array kinds{
    Kind{ArtifactKind::Wheel, QLatin1String("wheel"), QLatin1String("wheels")},
    Kind{ArtifactKind::Deb, QLatin1String("deb"), QLatin1String("debs")},
    Kind{ArtifactKind::Source, QLatin1String("source"), QLatin1String("sources")},
    Kind{ArtifactKind::Image, QLatin1String("image"), QLatin1String("images")},
};

const Kind &kindOf(ArtifactKind kind)
{
    return kinds[size_t(kind)];
}

std::string s(const QString &text)
{
    return text.toStdString();
}

Json listOf(const QStringList &texts)
{
    Json list = Json::array();
    for (const QString &text : texts)
        list.push_back(s(text));
    return list;
}

void setIfAny(Json &object, const char *key, const QString &value)
{
    if (!value.isEmpty())
        object[key] = s(value);
}

Json toJson(const Artifact &artifact)
{
    Json object = {{"kind", s(kindName(artifact.kind))}, {"name", s(artifact.name)}, {"version", s(artifact.version)}};
    setIfAny(object, "architecture", artifact.architecture);
    setIfAny(object, "file", artifact.fileName);
    setIfAny(object, "url", artifact.url);
    setIfAny(object, "origin", artifact.origin);
    if (artifact.size >= 0)
        object["size"] = artifact.size;
    setIfAny(object, "sha256", artifact.sha256);
    Json stages = Json::array();
    if (artifact.stages & Stage::Builder)
        stages.push_back("builder");
    if (artifact.stages & Stage::Runtime)
        stages.push_back("runtime");
    object["stages"] = stages;
    object["why"] = listOf(artifact.why);
    if (!artifact.needs.isEmpty())
        object["needs"] = listOf(artifact.needs);
    setIfAny(object, "licence", artifact.licence);
    setIfAny(object, "page", artifact.page);
    setIfAny(object, "cuda_build", artifact.cudaBuild);
    setIfAny(object, "stanza", artifact.stanza);
    if (artifact.direct)
        object["direct"] = true;
    if (artifact.sdist)
        object["sdist"] = true;
    return object;
}

/// Reads the members of one object of a lock and remembers the first thing that was wrong.
class Reader
{
public:
    Reader(const Json &object, QString file, QString pointer)
        : m_object(object), m_file(std::move(file)), m_pointer(std::move(pointer))
    {
        if (!object.is_object())
            refuse({}, coreTr("An object was expected here."));
    }

    QString text(const char *key, bool required = false)
    {
        if (!has(key)) {
            if (required)
                refuse(key, coreTr("“%1” is missing.").arg(QString::fromUtf8(key)));
            return {};
        }
        if (!m_object.at(key).is_string()) {
            refuse(key, coreTr("“%1” is not text.").arg(QString::fromUtf8(key)));
            return {};
        }
        return QString::fromStdString(m_object.at(key).get_ref<const std::string &>());
    }

    qint64 number(const char *key, qint64 otherwise)
    {
        if (!has(key))
            return otherwise;
        if (!m_object.at(key).is_number_integer() || m_object.at(key).get<qint64>() < 0) {
            refuse(key, coreTr("“%1” is not a whole number.").arg(QString::fromUtf8(key)));
            return otherwise;
        }
        return m_object.at(key).get<qint64>();
    }

    QStringList texts(const char *key)
    {
        QStringList list;
        if (!has(key))
            return list;
        if (!m_object.at(key).is_array()) {
            refuse(key, coreTr("“%1” is not a list.").arg(QString::fromUtf8(key)));
            return list;
        }
        for (const auto &item : m_object.at(key)) {
            if (!item.is_string()) {
                refuse(key, coreTr("“%1” holds something that is not text.").arg(QString::fromUtf8(key)));
                return list;
            }
            list.append(QString::fromStdString(item.get_ref<const std::string &>()));
        }
        return list;
    }

    bool flag(const char *key) { return has(key) && m_object.at(key).is_boolean() && m_object.at(key).get<bool>(); }

    void refuse(const char *key, const QString &what)
    {
        const QString pointer = key ? m_pointer + u'/' + QString::fromUtf8(key) : m_pointer;
        if (!m_error)
            m_error = failAt(ErrorCode::Invalid, {m_file, 0, 0, pointer}, what,
                             coreTr("Make the lock anew with “dosirak lock”.")).value();
    }

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    [[nodiscard]] bool has(const char *key) const { return m_object.is_object() && m_object.contains(key); }

    const Json &m_object;
    QString m_file;
    QString m_pointer;
    std::optional<Error> m_error;
};

void checkArtifact(const Artifact &artifact, Reader &reader)
{
    // An image is a set of blobs in a layout and has no file of its own.
    if (artifact.kind != ArtifactKind::Image && !safeFileName(artifact.fileName))
        reader.refuse("file", coreTr("“%1” is not a file name that can be accepted.").arg(artifact.fileName.left(200)));
    const bool unseenByHand = artifact.sha256.isEmpty() && artifact.kind == ArtifactKind::Source && artifact.url.isEmpty();
    if (artifact.kind != ArtifactKind::Image && !unseenByHand && !isSha256(artifact.sha256.toLatin1()))
        reader.refuse("sha256", coreTr("The SHA-256 of “%1” is missing or malformed.").arg(artifact.name));
}

Result<Artifact> readArtifact(const Json &object, const QString &file, const QString &pointer)
{
    Reader reader(object, file, pointer);
    Artifact artifact;
    const QString kind = reader.text("kind", true);
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind &k) { return k.name == kind; });
    if (found == kinds.end())
        reader.refuse("kind", coreTr("“%1” is not a kind of artifact.").arg(kind));
    else
        artifact.kind = found->kind;
    artifact.name = reader.text("name", true);
    artifact.version = reader.text("version", true);
    artifact.architecture = reader.text("architecture");
    artifact.fileName = reader.text("file");
    artifact.url = reader.text("url");
    artifact.origin = reader.text("origin");
    artifact.size = reader.number("size", -1);
    artifact.sha256 = reader.text("sha256");
    for (const QString &stage : reader.texts("stages"))
        artifact.stages |= stage == u"builder"_s ? Stage::Builder : Stage::Runtime;
    artifact.why = reader.texts("why");
    artifact.needs = reader.texts("needs");
    artifact.licence = reader.text("licence");
    artifact.page = reader.text("page");
    artifact.cudaBuild = reader.text("cuda_build");
    artifact.stanza = reader.text("stanza");
    artifact.direct = reader.flag("direct");
    artifact.sdist = reader.flag("sdist");
    if (!reader.error())
        checkArtifact(artifact, reader);
    if (reader.error())
        return Failure(*reader.error());
    return artifact;
}

auto orderOf(const Artifact &artifact)
{
    return std::tie(artifact.kind, artifact.name, artifact.version, artifact.architecture);
}

Json targetOf(const LockFile &lock)
{
    Json target = Json::object();
    setIfAny(target, "python", lock.pythonVersion);
    setIfAny(target, "platform", lock.platform);
    setIfAny(target, "architecture", lock.architecture);
    setIfAny(target, "tensorrt", lock.tensorrtVersion);
    return target;
}

Result<void> checkVersion(const Json &root, const QString &file)
{
    const auto version = integerAt(root, "lock_version");
    if (!version)
        return failAt(ErrorCode::Invalid, {file, 0, 0, u"/lock_version"_s}, coreTr("This is not a lock of Dosirak."));
    if (*version > LockFile::currentVersion)
        return failAt(ErrorCode::Unsupported, {file, 0, 0, u"/lock_version"_s},
                      coreTr("This lock has version %1; this program reads up to %2.").arg(*version)
                          .arg(LockFile::currentVersion),
                      coreTr("Use a newer Dosirak."));
    return {};
}

Result<void> readHead(const Json &root, const QString &file, LockFile &lock)
{
    Reader head(root, file, {});
    lock.presetName = head.text("preset_name", true);
    lock.presetSha256 = head.text("preset_sha256", true);
    lock.factsVersion = head.text("facts_version");
    if (head.error())
        return Failure(*head.error());
    static const Json none = Json::object();
    Reader target(root.contains("target") ? root.at("target") : none, file, u"/target"_s);
    lock.pythonVersion = target.text("python");
    lock.platform = target.text("platform");
    lock.architecture = target.text("architecture");
    lock.tensorrtVersion = target.text("tensorrt");
    if (target.error())
        return Failure(*target.error());
    return {};
}

} // namespace

QString kindName(ArtifactKind kind)
{
    return kindOf(kind).name;
}

QString Artifact::relativePath() const
{
    return QString(kindOf(kind).folder) + u'/' + (kind == ArtifactKind::Image ? name : fileName);
}

qint64 LockFile::totalBytes() const
{
    qint64 total = 0;
    for (const Artifact &artifact : artifacts)
        total += std::max<qint64>(artifact.size, 0);
    return total;
}

QList<Artifact> LockFile::of(ArtifactKind kind) const
{
    QList<Artifact> some;
    std::copy_if(artifacts.begin(), artifacts.end(), std::back_inserter(some),
                 [&](const Artifact &artifact) { return artifact.kind == kind; });
    return some;
}

const Artifact *LockFile::find(ArtifactKind kind, const QString &name) const
{
    const auto found = std::find_if(artifacts.begin(), artifacts.end(), [&](const Artifact &artifact) {
        return artifact.kind == kind && artifact.name == name;
    });
    return found == artifacts.end() ? nullptr : &*found;
}

Result<LockFile> parseLock(const QByteArray &bytes, const QString &file)
{
    DOSIRAK_TRY(root, parseJson(bytes, file));
    DOSIRAK_CHECK(checkVersion(root, file));
    LockFile lock;
    DOSIRAK_CHECK(readHead(root, file, lock));
    if (!root.contains("artifacts") || !root.at("artifacts").is_array())
        return failAt(ErrorCode::Invalid, {file, 0, 0, u"/artifacts"_s}, coreTr("The lock has no list of artifacts."));
    for (size_t i = 0; i < root.at("artifacts").size(); ++i) {
        DOSIRAK_TRY(artifact, readArtifact(root.at("artifacts")[i], file, u"/artifacts/%1"_s.arg(i)));
        lock.artifacts.append(std::move(artifact));
    }
    if (root.contains("indexes") && root.at("indexes").is_array()) {
        for (size_t i = 0; i < root.at("indexes").size(); ++i) {
            Reader index(root.at("indexes")[i], file, u"/indexes/%1"_s.arg(i));
            lock.indexes.append({index.text("name", true), index.text("url", true), index.text("sha256")});
            if (index.error())
                return Failure(*index.error());
        }
    }
    if (root.contains("inputs") && root.at("inputs").is_array()) {
        for (size_t i = 0; i < root.at("inputs").size(); ++i) {
            Reader input(root.at("inputs")[i], file, u"/inputs/%1"_s.arg(i));
            lock.inputs.append({input.text("path", true), input.text("sha256", true)});
            if (input.error())
                return Failure(*input.error());
        }
    }
    return lock;
}

QByteArray writeLock(const LockFile &lock)
{
    Json indexes = Json::array();
    for (const IndexSnapshot &snapshot : lock.indexes) {
        Json index = {{"name", s(snapshot.name)}, {"url", s(snapshot.url)}};
        setIfAny(index, "sha256", snapshot.sha256);
        indexes.push_back(index);
    }
    QList<Artifact> ordered = lock.artifacts;
    std::sort(ordered.begin(), ordered.end(),
              [](const Artifact &a, const Artifact &b) { return orderOf(a) < orderOf(b); });
    Json artifacts = Json::array();
    for (const Artifact &artifact : ordered)
        artifacts.push_back(toJson(artifact));
    Json root = {{"lock_version", LockFile::currentVersion},
                 {"preset_name", s(lock.presetName)},
                 {"preset_sha256", s(lock.presetSha256)},
                 {"facts_version", s(lock.factsVersion)},
                 {"target", targetOf(lock)},
                 {"indexes", indexes},
                 {"artifacts", artifacts}};
    QList<InputFile> inputs = lock.inputs;
    std::sort(inputs.begin(), inputs.end(), [](const InputFile &a, const InputFile &b) { return a.path < b.path; });
    for (const InputFile &input : inputs)
        root["inputs"].push_back({{"path", s(input.path)}, {"sha256", s(input.sha256)}});
    return canonicalJson(root);
}

Result<LockFile> readLock(const QString &path)
{
    DOSIRAK_TRY(bytes, readFile(path, maxLockBytes));
    return parseLock(bytes, path);
}

} // namespace dosirak::lock

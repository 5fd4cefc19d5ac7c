// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/http_cache.h"

#include "base/files.h"
#include "base/json.h"
#include "base/sha256.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QMutexLocker>
#include <QTimeZone>
#include <algorithm>
#include <atomic>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace dosirak::fetch {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxEntry = 512LL << 20;
constexpr int formatVersion = 1;

qint64 maxAgeOf(const HttpHead &head)
{
    const QByteArray control = head.header("cache-control").toLower();
    if (control.contains("no-cache"))
        return 0;
    const qsizetype at = control.indexOf("max-age=");
    if (at < 0)
        return 0;
    QByteArray digits;
    for (qsizetype i = at + 8; i < control.size() && control.at(i) >= '0' && control.at(i) <= '9'; ++i)
        digits += control.at(i);
    return std::max<qint64>(0, digits.left(9).toLongLong() - head.header("age").left(9).toLongLong());
}

Json toJson(const QByteArray &key, const HttpCache::Entry &entry)
{
    Json headers = Json::array();
    for (const auto &[name, value] : entry.reply.headers)
        headers.push_back(Json::array({name.toBase64().toStdString(), value.toBase64().toStdString()}));
    return {{"format", formatVersion},
            {"key", key.toStdString()},
            {"status", entry.reply.status},
            {"url", toStd(entry.reply.finalUrl.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo))},
            {"totalSize", entry.reply.totalSize},
            {"storedAt", entry.storedAt.toSecsSinceEpoch()},
            {"maxAge", entry.maxAge},
            {"headers", headers},
            {"size", entry.reply.body.size()},
            {"sha256", Sha256::of(entry.reply.body).toStdString()}};
}

/// Throws what nlohmann throws when a member is missing or of another type.
HttpCache::Entry fromJson(const Json &json)
{
    HttpCache::Entry entry;
    HttpReply &reply = entry.reply;
    reply.status = json.at("status").get<int>();
    reply.finalUrl = QUrl(fromStd(json.at("url").get<std::string>()));
    reply.totalSize = json.at("totalSize").get<qint64>();
    for (const Json &pair : json.at("headers"))
        reply.headers += {QByteArray::fromBase64(QByteArray::fromStdString(pair.at(0).get<std::string>())),
                          QByteArray::fromBase64(QByteArray::fromStdString(pair.at(1).get<std::string>()))};
    reply.contentType = reply.header("content-type").split(';').value(0).trimmed().toLower();
    reply.etag = reply.header("etag");
    reply.lastModified = reply.header("last-modified");
    reply.fromCache = true;
    entry.storedAt = QDateTime::fromSecsSinceEpoch(json.at("storedAt").get<qint64>(), QTimeZone::utc());
    entry.maxAge = json.at("maxAge").get<qint64>();
    return entry;
}

} // namespace

HttpCache::HttpCache(QString folder, qint64 budget) : m_folder(std::move(folder)), m_budget(budget) {}

QByteArray HttpCache::keyOf(const HttpRequest &request, const QByteArray &user)
{
    const bool byContent = request.cache.kind == CachePolicy::Kind::Immutable;
    QByteArray text = byContent ? "content " + request.cache.key
                                : "url " + request.url.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    text += request.method == HttpRequest::Method::Head ? "\nHEAD" : "\nGET";
    if (request.range)
        text += "\n" + request.range->header();
    if (!byContent) {
        for (const auto &[name, value] : request.headers)
            if (name.compare("accept", Qt::CaseInsensitive) == 0)
                text += "\naccept " + value;
        if (!user.isEmpty())
            text += "\nas " + user;
    }
    return Sha256::of(text);
}

QString HttpCache::pathOf(const QByteArray &key) const
{
    return m_folder + u'/' + QString::fromLatin1(key.left(2)) + u'/' + QString::fromLatin1(key);
}

std::optional<HttpCache::Entry> HttpCache::find(const QByteArray &key) const
{
    if (m_folder.isEmpty())
        return std::nullopt;
    const QString path = pathOf(key);
    const auto bytes = readFile(path, maxEntry);
    if (!bytes)
        return std::nullopt;
    const qsizetype end = bytes->indexOf('\n');
    if (end < 0)
        return std::nullopt;
    try {
        const Json json = Json::parse(bytes->constData(), bytes->constData() + end);
        if (json.at("format").get<int>() != formatVersion || json.at("key").get<std::string>() != key.toStdString())
            return std::nullopt;
        Entry entry = fromJson(json);
        entry.reply.body = bytes->mid(end + 1);
        if (Sha256::of(entry.reply.body).toStdString() != json.at("sha256").get<std::string>())
            return std::nullopt;
        entry.reply.contentLength = entry.reply.body.size();
        ::utimensat(AT_FDCWD, QFile::encodeName(path).constData(), nullptr, 0); // its turn to go comes later now
        return entry;
    } catch (const Json::exception &) {
        return std::nullopt;
    }
}

void HttpCache::store(const QByteArray &key, const HttpReply &reply)
{
    if (m_folder.isEmpty() || reply.header("cache-control").toLower().contains("no-store"))
        return;
    write(key, {reply, QDateTime::currentDateTimeUtc(), maxAgeOf(reply)});
}

void HttpCache::confirm(const QByteArray &key, const Entry &entry, const HttpHeaders &headers)
{
    Entry confirmed = entry;
    confirmed.storedAt = QDateTime::currentDateTimeUtc();
    HttpHead said;
    said.headers = headers;
    if (!said.header("cache-control").isEmpty())
        confirmed.maxAge = maxAgeOf(said);
    write(key, confirmed);
}

bool HttpCache::isFresh(const Entry &entry, const CachePolicy &policy, const QDateTime &now)
{
    if (policy.kind == CachePolicy::Kind::Immutable)
        return true;
    const qint64 age = entry.storedAt.secsTo(now);
    const qint64 allowed = policy.kind == CachePolicy::Kind::FreshFor ? policy.age.count() : entry.maxAge;
    return age >= 0 && age < allowed;
}

void HttpCache::write(const QByteArray &key, const Entry &entry)
{
    static std::atomic<int> counter = 0;
    const QString path = pathOf(key);
    const QByteArray bytes = QByteArray::fromStdString(toJson(key, entry).dump()) + '\n' + entry.reply.body;
    if (bytes.size() > std::min(maxEntry, m_budget / 2))
        return;
    makeRoom(bytes.size());
    // No fsync: after a power cut a torn entry fails its checksum and is asked for again.
    const QString part = path + u".%1-%2.tmp"_s.arg(::getpid()).arg(++counter);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(part);
    if (!file.open(QIODevice::WriteOnly))
        return;
    const bool whole = file.write(bytes) == bytes.size() && file.flush();
    file.close();
    if (!whole || ::rename(QFile::encodeName(part).constData(), QFile::encodeName(path).constData()) != 0)
        QFile::remove(part);
}

void HttpCache::makeRoom(qint64 added)
{
    const QMutexLocker lock(&m_mutex);
    if (m_size >= 0 && m_size + added <= m_budget) {
        m_size += added;
        return;
    }
    std::vector<QFileInfo> files;
    QDirIterator all(m_folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    m_size = added;
    while (all.hasNext()) {
        all.next();
        files.push_back(all.fileInfo());
        m_size += files.back().size();
    }
    if (m_size <= m_budget)
        return;
    std::sort(files.begin(), files.end(),
              [](const QFileInfo &a, const QFileInfo &b) { return a.lastModified() < b.lastModified(); });
    for (const QFileInfo &file : files) {
        if (m_size <= m_budget / 10 * 8) // well below, so that this is not done for every answer
            break;
        if (QFile::remove(file.filePath()))
            m_size -= file.size();
    }
}

} // namespace dosirak::fetch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/registry.h"

#include "base/files.h"
#include "base/sha256.h"
#include "base/tr.h"
#include "image/registry_credentials.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrlQuery>
#include <arpa/inet.h>
#include <cerrno>
#include <condition_variable>
#include <mutex>
#include <numeric>
#include <thread>
#include <unistd.h>

namespace dosirak::image {

using namespace Qt::StringLiterals;

namespace {

constexpr int attempts = 4;

/// Accept of a manifest: both families, indexes too.
QByteArray manifestTypes()
{
    QList<QByteArray> types;
    for (const QLatin1StringView type : {mediatype::index, mediatype::manifest, mediatype::dockerList, mediatype::dockerManifest})
        types << QByteArray(type.data(), type.size());
    return types.join(", ");
}

/// Parameters of `Bearer realm="…",service="…"` (RFC 6750, section 3; distribution's token specification).
QMap<QString, QString> parametersOf(const QByteArray &challenge)
{
    static const QRegularExpression pair(u"([a-zA-Z_]+)=\"([^\"]*)\""_s);
    QMap<QString, QString> parameters;
    for (auto at = pair.globalMatch(QString::fromUtf8(challenge)); at.hasNext();) {
        const auto match = at.next();
        parameters.insert(match.captured(1).toLower(), match.captured(2));
    }
    return parameters;
}

QByteArray basic(const RegistryLogin &login)
{
    return "Basic " + (login.user + u':' + login.password).toUtf8().toBase64();
}

/// @p host is who said no: the registry itself, or a mirror in its place.
Failure refused(const ImageReference &reference, const QString &host)
{
    return fail(ErrorCode::Refused, coreTr("The registry “%1” does not give out “%2” without a login.").arg(host, reference.repository),
                coreTr("Run “docker login %1”, or check that the name is right.").arg(host));
}

/// Chooses a platform of an index.
Result<Descriptor> choose(const QByteArray &bytes, const QString &architecture, const QString &name)
{
    DOSIRAK_TRY(index, parseJson(bytes, name));
    if (!index.is_object() || !index.contains("manifests") || !index["manifests"].is_array())
        return fail(ErrorCode::Invalid, coreTr("The registry's answer for “%1” is not an image index.").arg(name));
    QStringList there;
    for (const Json &entry : index["manifests"]) {
        const auto platform = entry.is_object() ? entry.find("platform") : entry.end();
        if (!entry.is_object() || platform == entry.end() || !platform->is_object())
            continue;
        const QString os = textAt(*platform, "os");
        const QString found = textAt(*platform, "architecture");
        if (os == "linux"_L1 && found == architecture)
            return descriptorAt(entry);
        if (os == "linux"_L1)
            there << found;
    }
    return fail(ErrorCode::NotFound, coreTr("“%1” is not there for %2.").arg(name, architecture),
                coreTr("It is there for: %1.").arg(there.join(u", "_s)));
}

void waitFor(std::chrono::milliseconds time, const std::stop_token &stop)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any ended;
    ended.wait_for(lock, stop, time, [] { return false; });
}

bool isIndexType(const QString &type)
{
    return type == mediatype::index || type == mediatype::dockerList;
}

/// The hash of what is there already of a part, so that the rest can be added.
Result<qint64> takeUp(QFile &file, Sha256 &hash, const std::stop_token &stop)
{
    qint64 bytes = 0;
    while (!file.atEnd()) {
        if (stop.stop_requested())
            return cancelled();
        const QByteArray block = file.read(1 << 20);
        if (block.isEmpty())
            return Failure(ioError(file.fileName(), EIO));
        hash.add(block);
        bytes += block.size();
    }
    return bytes;
}

/// This machine itself, as docker understands it: 127.0.0.0/8 and the name.
bool isThisMachine(const QString &name)
{
    in_addr address = {};
    return name == "localhost"_L1
        || (::inet_pton(AF_INET, name.toLatin1().constData(), &address) == 1 && ntohl(address.s_addr) >> 24 == 127);
}

} // namespace

Registry::Registry(fetch::HttpClient &http, RegistrySettings settings) : m_http(http), m_settings(std::move(settings)) {}

QUrl Registry::urlOf(const ImageReference &reference, const QString &path) const
{
    const QString host = reference.host();
    const QString name = host.section(u':', 0, 0);
    const bool plain = isThisMachine(name) || m_settings.plainHttp.contains(host);
    return QUrl((plain ? u"http://"_s : u"https://"_s) + host + u"/v2/"_s + reference.repository + path);
}

/// As docker's configuration names it: "docker.io", "nvcr.io", "127.0.0.1:5000"; a mirror by its own host.
QString Registry::answeringHost(const ImageReference &reference) const
{
    const QUrl origin = urlOf(reference, u"/"_s);
    const QUrl asked = m_http.settings().toMirror(origin);
    if (asked == origin)
        return reference.registry;
    return asked.port() < 0 ? asked.host() : u"%1:%2"_s.arg(asked.host()).arg(asked.port());
}

Result<QString> Registry::manifestUrl(const QString &text, const QString &digest) const
{
    DOSIRAK_TRY(reference, parseReference(text));
    return urlOf(reference, u"/manifests/"_s + digest).toString();
}

QByteArray Registry::tokenFor(const ImageReference &reference) const
{
    const QMutexLocker lock(&m_mutex);
    return m_tokens.value(reference.host() + u' ' + reference.repository);
}

/// A registry says in its 401 where to get a token; with a login of the user it is asked for with that.
Result<QByteArray> Registry::authorize(const ImageReference &reference, const QByteArray &challenge, const std::stop_token &stop)
{
    DOSIRAK_TRY(login, registryLogin(answeringHost(reference), m_settings.dockerConfig));
    QByteArray value;
    if (challenge.toLower().startsWith("basic")) {
        if (!login)
            return refused(reference, answeringHost(reference));
        value = basic(*login);
    } else {
        const QMap<QString, QString> parameters = parametersOf(challenge);
        const QUrl realm(parameters.value(u"realm"_s));
        const bool secure = realm.scheme() == "https"_L1 || m_http.settings().toMirror(urlOf(reference, {})).scheme() == "http"_L1;
        if (!realm.isValid() || realm.isRelative() || !secure)
            return refused(reference, answeringHost(reference));
        QUrl url = realm;
        QUrlQuery query(url);
        if (parameters.contains(u"service"_s))
            query.addQueryItem(u"service"_s, parameters.value(u"service"_s));
        query.addQueryItem(u"scope"_s, u"repository:"_s + reference.repository + u":pull"_s);
        url.setQuery(query);
        fetch::HttpRequest request;
        request.url = url;
        request.maxBytes = 1 << 20;
        request.alsoAccept = {400, 401, 403};
        if (login)
            request.headers = {{"Authorization", basic(*login)}};
        DOSIRAK_TRY(reply, m_http.wait(request, stop));
        if (reply.status != 200)
            return refused(reference, answeringHost(reference));
        DOSIRAK_TRY(json, parseJson(reply.body, coreTr("answer of the registry")));
        const QString token = json.is_object() ? textAt(json, json.contains("token") ? "token" : "access_token") : QString();
        if (token.isEmpty())
            return refused(reference, answeringHost(reference));
        value = "Bearer " + token.toUtf8();
    }
    const QMutexLocker lock(&m_mutex);
    m_tokens.insert(reference.host() + u' ' + reference.repository, value);
    return value;
}

Result<fetch::HttpReply> Registry::ask(const ImageReference &reference, const QString &path, const QByteArray &accept,
                                       const std::stop_token &stop)
{
    fetch::HttpRequest request;
    request.url = urlOf(reference, path);
    request.maxBytes = 16 << 20;
    request.alsoAccept = {401, 403, 404};
    for (int turn = 0; turn < 2; ++turn) {
        request.headers = {{"Accept", accept}};
        if (const QByteArray token = tokenFor(reference); !token.isEmpty())
            request.headers.append({"Authorization", token});
        DOSIRAK_TRY(reply, m_http.wait(request, stop));
        if (reply.status == 404)
            return fail(ErrorCode::NotFound, coreTr("The registry “%1” has no image “%2:%3”.")
                            .arg(reference.registry, reference.repository, reference.wanted()),
                        coreTr("Check the name and the tag in the preset."));
        if (reply.status != 401 && reply.status != 403)
            return reply;
        if (turn == 1 || reply.status == 403)
            break;
        DOSIRAK_CHECK(authorize(reference, reply.header("www-authenticate"), stop));
    }
    return refused(reference, answeringHost(reference));
}

Result<ResolvedImage> Registry::resolve(const QString &text, const QString &architecture, const std::stop_token &stop)
{
    DOSIRAK_TRY(reference, parseReference(text));
    QString wanted = reference.wanted();
    for (int depth = 0; depth < 3; ++depth) {
        DOSIRAK_TRY(reply, ask(reference, u"/manifests/"_s + wanted, manifestTypes(), stop));
        const QString digest = u"sha256:"_s + QString::fromLatin1(Sha256::of(reply.body));
        if (wanted.startsWith("sha256:"_L1) && digest != wanted)
            return fail(ErrorCode::Integrity, coreTr("The registry gave another content than “%1” stands for.").arg(wanted),
                        coreTr("Try again; if it stays, tell the registry's owner."), digest);
        QString type = QString::fromLatin1(reply.contentType);
        if (type.isEmpty() || type == "application/json"_L1)
            if (const auto json = parseJson(reply.body, text); json && json->is_object())
                type = textAt(*json, "mediaType");
        if (isIndexType(type)) {
            DOSIRAK_TRY(chosen, choose(reply.body, architecture, text));
            wanted = chosen.digest;
            continue;
        }
        DOSIRAK_TRY(manifest, parseManifest(reply.body));
        return ResolvedImage{text, digest, type.isEmpty() ? QString(mediatype::manifest) : type, reply.body, manifest};
    }
    return fail(ErrorCode::Invalid, coreTr("The registry's index of “%1” leads in circles.").arg(text));
}

/// One request for the rest of a part. What arrived stays in the part whatever happens.
Result<void> Registry::pullOnce(const ImageReference &reference, const Descriptor &blob, const QString &part,
                                const std::stop_token &stop, const std::function<void(qint64)> &onBytes, QByteArray *hash)
{
    QFile file(part);
    errno = 0;
    if (!file.open(QIODevice::ReadWrite))
        return Failure(ioError(part, errno != 0 ? errno : EACCES));
    Sha256 digest;
    DOSIRAK_TRY(already, takeUp(file, digest, stop));
    fetch::HttpRequest request;
    request.url = urlOf(reference, u"/blobs/"_s + blob.digest);
    request.raw = true;
    if (const QByteArray token = tokenFor(reference); !token.isEmpty())
        request.headers.append({"Authorization", token});
    if (already > 0 && already < blob.size)
        request.range = fetch::ByteRange::from(already);
    qint64 done = already;
    if (already != blob.size) {
        const auto stream = m_http.open(request, stop);
        DOSIRAK_TRY(head, stream->head());
        if (head.status == 401) {
            DOSIRAK_CHECK(authorize(reference, head.header("www-authenticate"), stop));
            return fail(ErrorCode::Network, coreTr("The registry asked for a new token."));
        }
        if (head.status != 200 && head.status != 206)
            return fail(head.status >= 500 || head.status == 429 ? ErrorCode::Network : ErrorCode::Refused,
                        coreTr("The registry “%1” answered %2 for a layer.").arg(reference.registry).arg(head.status));
        if (head.status == 200 && done > 0) { // it does not do ranges: from the start
            file.resize(0);
            file.seek(0);
            [[maybe_unused]] const QByteArray dropped = digest.finish();
            done = 0;
        }
        onBytes(done);
        for (;;) {
            DOSIRAK_TRY(bytes, stream->read());
            if (bytes.isEmpty())
                break;
            done += bytes.size();
            if (done > blob.size)
                break;
            if (file.write(bytes) != bytes.size())
                return Failure(ioError(part, errno != 0 ? errno : EIO));
            digest.add(bytes);
            onBytes(done);
        }
        if (!file.flush() || ::fsync(file.handle()) != 0)
            return Failure(ioError(part, errno));
    }
    if (done < blob.size)
        return fail(ErrorCode::Network, coreTr("The registry “%1” broke a layer off.").arg(reference.registry));
    *hash = done == blob.size ? digest.finish() : QByteArray("too long");
    onBytes(blob.size);
    return {};
}

Result<void> Registry::pullBlob(const ImageReference &reference, const Descriptor &blob, const OciLayout &layout,
                                const std::stop_token &stop, const std::function<void(qint64)> &onBytes)
{
    DOSIRAK_TRY(path, layout.blobPath(blob.digest));
    if (QFileInfo::exists(path) && QFileInfo(path).size() == blob.size) {
        onBytes(blob.size);
        return {};
    }
    const QString part = layout.blobFolder() + u"/.partial-"_s + blob.digest.mid(7);
    for (int turn = 1;; ++turn) {
        QByteArray hash;
        auto pulled = pullOnce(reference, blob, part, stop, onBytes, &hash);
        if (pulled && u"sha256:"_s + QString::fromLatin1(hash) == blob.digest) {
            if (::rename(QFile::encodeName(part).constData(), QFile::encodeName(path).constData()) != 0)
                return Failure(ioError(path, errno));
            return {};
        }
        if (pulled) {
            QFile::remove(part);
            pulled = fail(ErrorCode::Integrity, coreTr("A layer from “%1” does not match its digest.").arg(reference.registry),
                          coreTr("Try again; something between here and the registry changes bytes."), blob.digest);
        }
        const bool mayHelp = pulled.error().code == ErrorCode::Network || pulled.error().code == ErrorCode::Integrity;
        if (!mayHelp || turn == attempts || stop.stop_requested())
            return stop.stop_requested() ? Result<void>(cancelled()) : pulled;
        // A registry that broke off once gets a moment, which a stop ends.
        waitFor(m_http.settings().retryPause * turn, stop);
    }
}

Result<LayoutImage> Registry::pull(const ResolvedImage &image, const OciLayout &layout, const std::stop_token &stop,
                                   const ProgressSink &progress)
{
    DOSIRAK_TRY(reference, parseReference(image.reference));
    QList<Descriptor> blobs;
    for (const Descriptor &blob : QList<Descriptor>{image.manifest.config} + image.manifest.layers)
        if (!blobs.contains(blob))
            blobs << blob;
    QMutex mutex;
    qsizetype next = 0;
    QList<qint64> done(blobs.size(), 0);
    Result<void> result;
    std::stop_source ownStop;
    const std::stop_callback chain(stop, [&] { ownStop.request_stop(); });
    Progress state{coreTr("Fetching the image"), image.reference, 0, image.manifest.totalBytes(), Progress::Unit::Bytes};
    const auto work = [&] {
        for (;;) {
            qsizetype mine = 0;
            {
                const QMutexLocker lock(&mutex);
                if (next == blobs.size() || !result)
                    return;
                mine = next++;
            }
            auto pulled = pullBlob(reference, blobs.at(mine), layout, ownStop.get_token(), [&](qint64 bytes) {
                const QMutexLocker lock(&mutex);
                done[mine] = bytes;
                state.done = std::accumulate(done.begin(), done.end(), qint64(0));
                report(progress, state);
            });
            const QMutexLocker lock(&mutex);
            if (!pulled && result) { // the first error counts; what others had begun stays for the next run
                result = pulled;
                ownStop.request_stop();
            }
        }
    };
    {
        QList<std::shared_ptr<std::jthread>> workers;
        for (int i = 0; i < std::max(1, m_settings.parallelLayers); ++i)
            workers << std::make_shared<std::jthread>(work);
    }
    if (stop.stop_requested())
        return cancelled();
    if (!result)
        return Failure(result.error());
    syncFolder(layout.blobFolder());
    return layout.addImage(image.reference, image.manifestBytes, image.mediaType);
}

} // namespace dosirak::image

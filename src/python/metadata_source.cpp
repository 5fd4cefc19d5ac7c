// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/metadata_source.h"

#include "base/files.h"
#include "base/json.h"
#include "base/sha256.h"
#include "base/tr.h"
#include "python/metadata_source_cache.h"
#include "python/metadata_source_sdist.h"

#include <QFile>
#include <QThreadPool>
#include <QUrl>
#include <atomic>

namespace dosirak::python {

using namespace Qt::StringLiterals;

namespace {

/// A file without ranges on its server is read whole up to this size, in bytes; more would be a download of its own.
constexpr std::int64_t mostWithoutRanges = 64 * 1024 * 1024;
/// The largest source archive that is read for its metadata, in bytes.
constexpr std::int64_t mostOfSdist = 256 * 1024 * 1024;

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

/// METADATA without its body: the description is long and nobody here reads it.
std::string_view headOf(std::string_view text)
{
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        const std::string_view rest = text.substr(at + 1);
        if (rest.starts_with('\n') || rest.starts_with("\r\n"))
            return text.substr(0, at + 1);
    }
    return text;
}

/// One read, passed from step to step. Each step ends in finish() or begins the next one.
class Reading : public std::enable_shared_from_this<Reading>
{
public:
    using Done = std::function<void(Result<std::shared_ptr<const FileMetadata>>)>;

    Reading(std::string project, Candidate candidate, MetadataCache cache, std::shared_ptr<Web> web,
            std::shared_ptr<std::atomic<int>> requests, Done done)
        : m_project(std::move(project)), m_candidate(std::move(candidate)), m_cache(std::move(cache)),
          m_web(std::move(web)), m_requests(std::move(requests)), m_done(std::move(done))
    {
    }

    void start()
    {
        const QUrl url(fromStd(m_candidate.file.url));
        if (const auto kept = m_candidate.isSdist ? std::nullopt : m_cache.read(m_candidate.file.sha256()))
            finishWith(*kept);
        else if (url.isLocalFile())
            readLocal(url.toLocalFile());
        else if (m_candidate.isSdist)
            readSdist();
        else if (m_candidate.file.hasMetadata)
            readBeside();
        else
            readTail();
    }

private:
    void finish(Result<std::shared_ptr<const FileMetadata>> answer) { m_done(std::move(answer)); }

    void finishFailed(const Error &error)
    {
        finish(tl::unexpected(error.within(fromStd(m_candidate.file.fileName))));
    }

    void finishWith(std::string_view text, SdistContents sdist = {})
    {
        auto metadata = Metadata::parse(text, fromStd(m_candidate.file.fileName));
        if (!metadata)
            return finishFailed(metadata.error());
        if (metadata->normalizedName != m_project || metadata->version.publicText() != m_candidate.version.publicText()) {
            const Failure wrong = fail(ErrorCode::Invalid, coreTr("The file says that it is %1 %2.")
                                           .arg(fromStd(metadata->name), fromStd(metadata->version.text())));
            return finishFailed(wrong.value());
        }
        auto answer = std::make_shared<FileMetadata>(FileMetadata{std::move(*metadata), std::move(sdist.buildRequires), std::move(sdist.fetchesFrom)});
        finish(std::shared_ptr<const FileMetadata>(std::move(answer)));
    }

    void keepAndFinish(std::string_view text)
    {
        const std::string_view head = headOf(text);
        m_cache.write(m_candidate.file.sha256(), head);
        finishWith(head);
    }

    void readLocal(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return finishFailed(ioError(path, EACCES));
        if (m_candidate.isSdist)
            return takeSdist(file.read(mostOfSdist + 1));
        m_size = file.size();
        const std::int64_t tail = firstTail(m_size);
        file.seek(m_size - tail);
        m_tail = file.read(tail);
        m_tailOffset = m_size - m_tail.size();
        while (const auto span = step()) {
            file.seek(span->offset);
            take(*span, file.read(span->size));
        }
    }

    void readBeside()
    {
        WebRequest request;
        request.url = m_candidate.file.url + ".metadata";
        request.maxBytes = maxMetadataSize;
        ask(request, [this](WebAnswer answer) {
            if (!answer.found)
                return readTail();
            const auto hash = m_candidate.file.metadataHashes.find("sha256");
            if (hash != m_candidate.file.metadataHashes.end() && Sha256::of(answer.body).toStdString() != hash->second) {
                const Failure wrong = fail(ErrorCode::Integrity, coreTr("The metadata beside the file is not what the index promises."),
                                           coreTr("The index or something between is broken: do not use it until that is cleared up."));
                return finishFailed(wrong.value());
            }
            keepAndFinish(view(answer.body));
        });
    }

    void readTail()
    {
        WebRequest request;
        request.url = m_candidate.file.url;
        request.tail = firstTail(m_candidate.file.size);
        request.maxBytes = mostWithoutRanges;
        ask(request, [this](WebAnswer answer) {
            if (!answer.found)
                return finishMissing();
            m_size = answer.fileSize;
            m_tail = answer.body;
            m_tailOffset = answer.offset;
            proceed();
        });
    }

    void finishMissing()
    {
        const Failure gone = fail(ErrorCode::Refused, coreTr("The index lists this file, but it is not there."));
        finishFailed(gone.value());
    }

    void proceed()
    {
        const auto span = step();
        if (!span)
            return;
        WebRequest request;
        request.url = m_candidate.file.url;
        request.span = *span;
        request.maxBytes = std::max(mostWithoutRanges, span->size);
        ask(request, [this, wanted = *span](WebAnswer answer) {
            if (!answer.found)
                return finishMissing();
            if (answer.offset == 0 && answer.body.size() == answer.fileSize)
                answer.body = answer.body.mid(wanted.offset, wanted.size);
            take(wanted, answer.body);
            proceed();
        });
    }

    /// Looks at what is held. The span that is still wanted, or nothing when the reading has ended one way or the other.
    std::optional<ByteSpan> step()
    {
        WheelPieces pieces{m_size, m_tailOffset, view(m_tail), m_pieceOffset, view(m_piece)};
        auto found = metadataIn(pieces, m_project);
        if (!found) {
            finishFailed(found.error());
            return std::nullopt;
        }
        if (const auto *text = std::get_if<std::string>(&*found)) {
            keepAndFinish(*text);
            return std::nullopt;
        }
        if (++m_steps > 3) {
            const Failure broken = fail(ErrorCode::Invalid, coreTr("The wheel's directory leads nowhere."));
            finishFailed(broken.value());
            return std::nullopt;
        }
        return std::get<ByteSpan>(*found);
    }

    void take(const ByteSpan &span, const QByteArray &bytes)
    {
        if (span.offset + span.size == m_tailOffset && bytes.size() == span.size) {
            m_tail.prepend(bytes);
            m_tailOffset = span.offset;
        } else {
            m_piece = bytes;
            m_pieceOffset = span.offset;
        }
    }

    void readSdist()
    {
        WebRequest request;
        request.url = m_candidate.file.url;
        request.maxBytes = mostOfSdist;
        ask(request, [this](WebAnswer answer) {
            if (!answer.found)
                return finishMissing();
            takeSdist(answer.body);
        });
    }

    void takeSdist(const QByteArray &archive)
    {
        const std::string promised = m_candidate.file.sha256();
        if (!promised.empty() && Sha256::of(archive).toStdString() != promised) {
            const Failure wrong = fail(ErrorCode::Integrity, coreTr("The archive is not the one that the index promises."));
            return finishFailed(wrong.value());
        }
        auto contents = readSdistArchive(archive, m_candidate.file.fileName);
        if (!contents)
            return finishFailed(contents.error());
        const std::string info = std::move(contents->pkgInfo);
        finishWith(headOf(info), std::move(*contents));
    }

    template<class Then>
    void ask(const WebRequest &request, Then then)
    {
        ++*m_requests;
        m_web->get(request, [self = shared_from_this(), then](Result<WebAnswer> answer) {
            if (!answer)
                self->finishFailed(answer.error());
            else
                then(std::move(*answer));
        });
    }

    const std::string m_project;
    const Candidate m_candidate;
    const MetadataCache m_cache;
    const std::shared_ptr<Web> m_web;
    const std::shared_ptr<std::atomic<int>> m_requests;
    const Done m_done;
    std::int64_t m_size = -1;
    std::int64_t m_tailOffset = 0;
    std::int64_t m_pieceOffset = 0;
    QByteArray m_tail;
    QByteArray m_piece;
    int m_steps = 0;
};

} // namespace

MetadataSource::MetadataSource(const QString &cacheFolder, std::shared_ptr<Web> web, std::shared_ptr<Inbox> inbox)
    : m_cacheFolder(cacheFolder), m_web(std::move(web)), m_inbox(std::move(inbox)),
      m_requests(std::make_shared<std::atomic<int>>(0))
{
}

void MetadataSource::ask(const std::string &project, const Candidate &candidate)
{
    if (!m_answers.try_emplace(candidate.file.url).second)
        return;
    const auto done = [this, project, candidate, inbox = m_inbox](Answer answer) {
        inbox->post([this, project, candidate, answer = std::move(answer)] {
            m_answers.at(candidate.file.url) = answer;
            ++m_read;
            if (onMetadata)
                onMetadata(project, candidate);
        });
    };
    auto reading = std::make_shared<Reading>(project, candidate, MetadataCache(m_cacheFolder), m_web, m_requests, done);
    QThreadPool::globalInstance()->start([reading] { reading->start(); });
}

bool MetadataSource::has(const Candidate &candidate) const
{
    const auto answer = m_answers.find(candidate.file.url);
    return answer != m_answers.end() && answer->second.has_value();
}

const Result<std::shared_ptr<const FileMetadata>> &MetadataSource::get(const Candidate &candidate) const
{
    return *m_answers.at(candidate.file.url);
}

} // namespace dosirak::python

// SPDX-License-Identifier: GPL-3.0-or-later
#include "debian/repositories.h"

#include "base/sha256.h"
#include "base/tr.h"
#include "debian/decompress.h"
#include "debian/local_repo.h"
#include "debian/release.h"

#include <QDir>
#include <QUrl>

#include <algorithm>
#include <future>
#include <optional>

namespace dosirak::debian {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxReleaseBytes = 64LL << 20;
constexpr qint64 maxIndexBytes = 1LL << 30;     ///< compressed
constexpr qint64 maxIndexTextBytes = 2LL << 30; ///< unpacked
constexpr Compression compressions[] = {Compression::Zstd, Compression::Xz, Compression::Gzip, Compression::Bzip2,
                                        Compression::None};

QString qt(const std::string &text)
{
    return QString::fromStdString(text);
}

/// One pair of a URI and a suite.
struct Repository {
    const Source *source = nullptr;
    std::string name;
    std::string root;       ///< what Filename is relative to; ends in a slash
    std::string releaseUrl; ///< folder of the Release file; ends in a slash
    std::string suite;
    bool isFlat = false;
    std::optional<Release> release; ///< none: a trusted one without a Release file
};

/// One Packages file that is wanted.
struct WantedIndex {
    const Repository *repository = nullptr;
    std::string component;
    std::string architecture;
    std::string folder;     ///< relative to the Release file: "main/binary-amd64/"; empty: flat
    std::string key;        ///< for the cache: SHA-256 of the unpacked index, or of a packed form
    std::vector<Compression> forms; ///< still to be tried
    bool byHash = true;     ///< try the by-hash name of the next form first
    std::optional<PackageIndex> index;
    std::optional<QByteArray> packed;
    Compression packedAs = Compression::None;
};

class Loader
{
public:
    Loader(const DebRequest &request, IndexFetcher &fetcher, const std::stop_token &stop, const ProgressSink &progress)
        : m_request(request)
        , m_fetcher(fetcher)
        , m_stop(stop)
        , m_progress(progress)
    {
    }

    Result<Repositories> run();

private:
    Result<void> listRepositories();
    Result<void> fetchReleases();
    Result<void> fetchDetached(Repository &repository);
    Result<void> takeRelease(Repository &repository, const QByteArray &text, bool isChecked);
    Result<SignedText> checkInline(const Repository &repository, const QByteArray &bytes) const;
    Result<void> listIndexes(const Repository &repository);
    void addIndex(const Repository &repository, const std::string &component, const std::string &architecture,
                  const std::string &folder);
    Result<void> fetchIndexes();
    Result<void> fetchRound(std::vector<WantedIndex *> &open);
    Result<QByteArray> unpack(const WantedIndex &wanted) const;
    Result<PackageIndex> makeIndex(const WantedIndex &wanted) const;
    Result<void> parseIndexes();
    [[nodiscard]] QString cachePath(const WantedIndex &wanted, const QString &what) const;
    [[nodiscard]] const Release::File *listed(const WantedIndex &wanted, Compression form) const;
    [[nodiscard]] IndexRequest requestFor(const WantedIndex &wanted) const;
    [[nodiscard]] LoadedIndex loaded(WantedIndex &wanted) const;

    const DebRequest &m_request;
    IndexFetcher &m_fetcher;
    std::stop_token m_stop;
    const ProgressSink &m_progress;
    std::vector<Repository> m_repositories;
    std::vector<WantedIndex> m_wanted;
    Repositories m_result;
};

Result<void> Loader::listRepositories()
{
    for (const Source &source : m_request.sources) {
        for (const std::string &written : source.uris) {
            std::string root = written.back() == '/' ? written : written + '/';
            if (isLocalRepoDeb(written)) {
                DOSIRAK_TRY(unpacked, openLocalRepo(written, m_request.cacheFolder, m_stop, m_progress));
                root = unpacked;
            }
            for (const std::string &suite : source.suites) {
                Repository repository;
                repository.source = &source;
                repository.suite = suite;
                repository.isFlat = suite.back() == '/';
                std::string folder = suite == "/" || suite == "./" ? "" : suite;
                if (!folder.empty() && folder.front() == '/')
                    folder.erase(0, 1);
                // A flat repository's file names are relative to the URI, and its indexes lie in the folder of the suite.
                repository.root = root;
                repository.releaseUrl = repository.isFlat ? root + folder : root + "dists/" + suite + '/';
                repository.name = source.name.empty() ? written + ' ' + suite : source.name;
                m_repositories.push_back(std::move(repository));
            }
        }
    }
    return {};
}

Result<SignedText> Loader::checkInline(const Repository &repository, const QByteArray &bytes) const
{
    const QString url = qt(repository.releaseUrl + "InRelease");
    if (!repository.source->trusted)
        return verifyInline(bytes, *repository.source, url, m_stop);
    DOSIRAK_TRY(text, stripSignature(bytes));
    return SignedText{text, {}};
}

Result<void> Loader::fetchReleases()
{
    report(m_progress, {coreTr("Reading package sources"), {}, 0, qint64(m_repositories.size()), Progress::Unit::Steps});
    std::vector<IndexRequest> requests;
    for (const Repository &repository : m_repositories)
        requests.push_back({repository.releaseUrl + "InRelease", maxReleaseBytes, {}});
    auto answers = m_fetcher.getAll(requests, m_stop);
    // gpgv takes some milliseconds for each: all at once.
    std::vector<std::future<Result<SignedText>>> checks(answers.size());
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (answers[i])
            checks[i] = std::async(std::launch::async, [&, i] { return checkInline(m_repositories[i], *answers[i]); });
    }
    std::optional<Error> failed;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        Result<void> taken;
        if (answers[i]) {
            auto text = checks[i].get();
            taken = text ? takeRelease(m_repositories[i], text->text, !m_repositories[i].source->trusted)
                         : tl::unexpected(text.error());
        } else if (answers[i].error().code == ErrorCode::NotFound) {
            taken = fetchDetached(m_repositories[i]);
        } else {
            taken = tl::unexpected(answers[i].error());
        }
        if (!taken && !failed)
            failed = taken.error();
    }
    if (failed)
        return tl::unexpected(*failed);
    return {};
}

Result<void> Loader::fetchDetached(Repository &repository)
{
    auto answers = m_fetcher.getAll({{repository.releaseUrl + "Release", maxReleaseBytes, {}},
                                     {repository.releaseUrl + "Release.gpg", maxReleaseBytes, {}}},
                                    m_stop);
    const QString url = qt(repository.releaseUrl + "Release");
    if (!answers[0]) {
        if (answers[0].error().code == ErrorCode::NotFound && repository.source->trusted) {
            m_result.notices.push_back(coreTr("%1 has no Release file; it is taken as it is, because it is marked as trusted.")
                                           .arg(qt(repository.releaseUrl)));
            m_result.snapshots.push_back({repository.name, repository.releaseUrl, {}, {}, false});
            return {};
        }
        if (answers[0].error().code == ErrorCode::NotFound)
            return fail(ErrorCode::NotFound, coreTr("There is no repository at %1.").arg(qt(repository.releaseUrl)),
                        coreTr("Check the URI and the suite of the source."));
        return tl::unexpected(answers[0].error());
    }
    if (repository.source->trusted)
        return takeRelease(repository, *answers[0], false);
    if (!answers[1])
        return fail(ErrorCode::Integrity, coreTr("%1 is not signed.").arg(url),
                    coreTr("Mark the source as trusted only when you know where its files come from."),
                    answers[1].error().text());
    DOSIRAK_TRY(text, verifyDetached(*answers[0], *answers[1], *repository.source, url, m_stop));
    return takeRelease(repository, text.text, true);
}

Result<void> Loader::takeRelease(Repository &repository, const QByteArray &text, bool isChecked)
{
    const QString url = qt(repository.releaseUrl + "Release");
    DOSIRAK_TRY(release, parseRelease(std::string_view(text.constData(), std::size_t(text.size())), url));
    const QDateTime now = m_request.now.isValid() ? m_request.now : QDateTime::currentDateTimeUtc();
    DOSIRAK_CHECK(checkRelease(release, *repository.source, now, url));
    if (!isChecked)
        m_result.notices.push_back(coreTr("%1 is taken unsigned, because it is marked as trusted.").arg(qt(repository.releaseUrl)));
    // Of what was signed, not of the signature: a mirror that signs anew, or with a key of its own, has the same state.
    m_result.snapshots.push_back({repository.name, repository.releaseUrl + "Release", Sha256::of(text).toStdString(), release.date,
                                  isChecked});
    repository.release = std::move(release);
    return {};
}

void Loader::addIndex(const Repository &repository, const std::string &component, const std::string &architecture,
                      const std::string &folder)
{
    WantedIndex wanted;
    wanted.repository = &repository;
    wanted.component = component;
    wanted.architecture = architecture;
    wanted.folder = folder;
    const bool isLocal = repository.root.rfind("file:", 0) == 0;
    for (const Compression form : compressions) {
        const Release::File *file = listed(wanted, form);
        if (repository.release && !file)
            continue;
        wanted.forms.push_back(form);
        // The unpacked text's hash is the best key: it does not depend on which form was fetched.
        if (file && (wanted.key.empty() || form == Compression::None))
            wanted.key = file->sha256;
    }
    if (isLocal)
        std::reverse(wanted.forms.begin(), wanted.forms.end()); // nothing to be saved by a packed form
    m_wanted.push_back(std::move(wanted));
}

Result<void> Loader::listIndexes(const Repository &repository)
{
    if (repository.isFlat) {
        addIndex(repository, {}, m_request.architecture, {});
        return {};
    }
    std::vector<std::string> architectures = repository.source->architectures;
    if (architectures.empty()) {
        architectures = {m_request.architecture};
        architectures.insert(architectures.end(), m_request.foreignArchitectures.begin(), m_request.foreignArchitectures.end());
    }
    const auto has = [](const std::vector<std::string> &list, const std::string &word) {
        return std::find(list.begin(), list.end(), word) != list.end();
    };
    if (repository.release && has(repository.release->architectures, "all") && !repository.release->noSupportForAll)
        architectures.emplace_back("all");
    for (const std::string &component : repository.source->components) {
        int found = 0;
        for (const std::string &architecture : architectures) {
            const bool isOfTarget = architecture == "all" || architecture == m_request.architecture
                                    || has(m_request.foreignArchitectures, architecture);
            if (!isOfTarget)
                continue;
            addIndex(repository, component, architecture, component + "/binary-" + architecture + '/');
            if (m_wanted.back().forms.empty())
                m_wanted.pop_back(); // this repository has no such architecture
            else
                ++found;
        }
        if (found == 0)
            m_result.notices.push_back(coreTr("%1 has no packages of component %2 for this architecture.")
                                           .arg(qt(repository.releaseUrl), qt(component)));
    }
    return {};
}

const Release::File *Loader::listed(const WantedIndex &wanted, Compression form) const
{
    if (!wanted.repository->release)
        return nullptr;
    const auto &files = wanted.repository->release->files;
    auto found = files.find(wanted.folder + "Packages" + ending(form).toStdString());
    if (found == files.end() && wanted.folder.empty())
        found = files.find("./Packages" + ending(form).toStdString()); // as apt-ftparchive writes it for a flat one
    return found == files.end() ? nullptr : &found->second;
}

IndexRequest Loader::requestFor(const WantedIndex &wanted) const
{
    const Compression form = wanted.forms.front();
    const Release::File *file = listed(wanted, form);
    const std::string folder = wanted.repository->releaseUrl + wanted.folder;
    IndexRequest request;
    request.maxBytes = file ? file->size : maxIndexBytes;
    request.sha256 = file ? file->sha256 : std::string();
    request.url = file && wanted.byHash ? folder + "by-hash/SHA256/" + file->sha256
                                        : folder + "Packages" + ending(form).toStdString();
    return request;
}

Result<void> Loader::fetchRound(std::vector<WantedIndex *> &open)
{
    std::vector<IndexRequest> requests;
    for (const WantedIndex *wanted : open)
        requests.push_back(requestFor(*wanted));
    auto answers = m_fetcher.getAll(requests, m_stop);
    if (m_stop.stop_requested())
        return cancelled();
    std::vector<WantedIndex *> still;
    for (std::size_t i = 0; i < open.size(); ++i) {
        WantedIndex &wanted = *open[i];
        if (answers[i]) {
            if (!requests[i].sha256.empty()
                && (answers[i]->size() != requests[i].maxBytes || Sha256::of(*answers[i]).toStdString() != requests[i].sha256))
                return fail(ErrorCode::Integrity, coreTr("%1 is not the file that the repository's Release names.").arg(qt(requests[i].url)),
                            coreTr("The mirror may be in the middle of an update: try again in some minutes."));
            wanted.packed = std::move(*answers[i]);
            wanted.packedAs = wanted.forms.front();
            continue;
        }
        if (answers[i].error().code != ErrorCode::NotFound)
            return tl::unexpected(answers[i].error());
        if (wanted.byHash && !requests[i].sha256.empty()) {
            wanted.byHash = false; // the plain name, which may be there while the by-hash one is not
        } else {
            wanted.forms.erase(wanted.forms.begin());
            wanted.byHash = wanted.repository->release && wanted.repository->release->acquireByHash;
        }
        if (wanted.forms.empty())
            return fail(ErrorCode::NotFound, coreTr("%1 has no package index.").arg(qt(wanted.repository->releaseUrl + wanted.folder)),
                        coreTr("Check the URI, the suite and the components of the source."));
        still.push_back(&wanted);
    }
    open = std::move(still);
    return {};
}

QString Loader::cachePath(const WantedIndex &wanted, const QString &what) const
{
    return u"%1/apt-index-%2-%3.%4"_s.arg(m_request.cacheFolder).arg(PackageIndex::formatVersion).arg(qt(wanted.key), what);
}

Result<void> Loader::fetchIndexes()
{
    std::vector<WantedIndex *> open;
    for (WantedIndex &wanted : m_wanted) {
        if (!m_request.cacheFolder.isEmpty() && !wanted.key.empty()) {
            if (auto index = PackageIndex::load(cachePath(wanted, u"tables"_s), cachePath(wanted, u"text"_s)))
                wanted.index = std::move(*index);
        }
        wanted.byHash = wanted.repository->release && wanted.repository->release->acquireByHash;
        if (!wanted.index)
            open.push_back(&wanted);
    }
    report(m_progress, {coreTr("Reading package lists"), {}, qint64(m_wanted.size() - open.size()), qint64(m_wanted.size()),
                        Progress::Unit::Steps});
    while (!open.empty())
        DOSIRAK_CHECK(fetchRound(open));
    return {};
}

Result<QByteArray> Loader::unpack(const WantedIndex &wanted) const
{
    const Release::File *plain = listed(wanted, Compression::None);
    const QString url = qt(wanted.repository->releaseUrl + wanted.folder + "Packages");
    auto text = decompress(*wanted.packed, wanted.packedAs, plain ? plain->size : maxIndexTextBytes);
    if (!text)
        return tl::unexpected(text.error().within(url));
    // The packed form's hash was checked; this guards the cache, whose key the unpacked text's hash is.
    if (plain && wanted.packedAs != Compression::None && Sha256::of(*text).toStdString() != plain->sha256)
        return fail(ErrorCode::Integrity, coreTr("%1 is not the file that the repository's Release names.").arg(url));
    return text;
}

Result<PackageIndex> Loader::makeIndex(const WantedIndex &wanted) const
{
    DOSIRAK_TRY(text, unpack(wanted));
    DOSIRAK_TRY(index, PackageIndex::parse(text, PackageIndex::Kind::Packages,
                                           qt(wanted.repository->releaseUrl + wanted.folder + "Packages")));
    // A cache that cannot be written costs time next time, nothing else.
    if (!m_request.cacheFolder.isEmpty() && !wanted.key.empty() && QDir().mkpath(m_request.cacheFolder))
        (void)index.save(cachePath(wanted, u"tables"_s), cachePath(wanted, u"text"_s));
    return index;
}

Result<void> Loader::parseIndexes()
{
    std::vector<std::pair<WantedIndex *, std::future<Result<PackageIndex>>>> work;
    for (WantedIndex &wanted : m_wanted) {
        if (!wanted.index)
            work.emplace_back(&wanted, std::async(std::launch::async, [this, &wanted] { return makeIndex(wanted); }));
    }
    m_result.parsed = int(work.size());
    std::optional<Error> failed;
    for (auto &[wanted, index] : work) {
        auto made = index.get();
        if (made)
            wanted->index = std::move(*made);
        else if (!failed)
            failed = made.error();
        wanted->packed.reset();
    }
    if (failed)
        return tl::unexpected(*failed);
    return {};
}

LoadedIndex Loader::loaded(WantedIndex &wanted) const
{
    LoadedIndex result;
    const Repository &repository = *wanted.repository;
    result.index = std::move(*wanted.index);
    result.source = repository.name;
    result.baseUrl = repository.root;
    result.facts.component = wanted.component;
    result.facts.architecture = wanted.architecture;
    result.facts.site = QUrl(qt(repository.root)).host().toStdString();
    if (repository.release) {
        const Release &release = *repository.release;
        result.facts.suite = release.suite;
        result.facts.codename = release.codename;
        result.facts.releaseVersion = release.version;
        result.facts.origin = release.origin;
        result.facts.label = release.label;
        result.facts.notAutomatic = release.notAutomatic;
        result.facts.butAutomaticUpgrades = release.butAutomaticUpgrades;
    }
    return result;
}

Result<Repositories> Loader::run()
{
    DOSIRAK_CHECK(listRepositories());
    if (!m_repositories.empty())
        DOSIRAK_CHECK(fetchReleases());
    for (const Repository &repository : m_repositories)
        DOSIRAK_CHECK(listIndexes(repository));
    DOSIRAK_CHECK(fetchIndexes());
    DOSIRAK_CHECK(parseIndexes());
    if (m_stop.stop_requested())
        return cancelled();
    for (WantedIndex &wanted : m_wanted)
        m_result.indexes.push_back(loaded(wanted));
    return std::move(m_result);
}

} // namespace

Result<Repositories> loadRepositories(const DebRequest &request, IndexFetcher &fetcher, const std::stop_token &stop,
                                      const ProgressSink &progress)
{
    FileFetcher withFiles(&fetcher);
    return Loader(request, withFiles, stop, progress).run();
}

} // namespace dosirak::debian

// SPDX-License-Identifier: GPL-3.0-or-later
//
// Answers requests over one world of indexes, for compare.py, which asks apt-get the same. The world is a JSON object on
// the first line of standard input; each further line is one request (a JSON list of packages) and gets one line of JSON:
// {"packages": ["name=version", …], "removes": […]} or {"refused": "…"}. With --once it is one request, as a whole process.
#include "base/json.h"
#include "debian/deb_resolver.h"
#include "debian/repositories.h"
#include "debian/resolution.h"

#include <QCoreApplication>
#include <QFile>
#include <QUrl>

#include <algorithm>
#include <cstdio>
#include <iostream>

using namespace dosirak;
using namespace dosirak::debian;

namespace {

/// Reads what apt-get update has put into a lists folder, so that both sides look at the same bytes.
class ListsFetcher : public IndexFetcher
{
public:
    explicit ListsFetcher(QString folder)
        : m_folder(std::move(folder))
    {
    }

    std::vector<Result<QByteArray>> getAll(const std::vector<IndexRequest> &requests, const std::stop_token &) override
    {
        std::vector<Result<QByteArray>> answers;
        for (const IndexRequest &request : requests) {
            QString name = QString::fromStdString(request.url);
            name = name.mid(name.indexOf(QLatin1String("://")) + 3);
            name.replace(QLatin1Char('_'), QLatin1String("%5f")).replace(QLatin1Char('/'), QLatin1Char('_'));
            QFile file(m_folder + QLatin1Char('/') + name);
            if (file.open(QIODevice::ReadOnly))
                answers.emplace_back(file.readAll());
            else
                answers.emplace_back(fail(ErrorCode::NotFound, name));
        }
        return answers;
    }

private:
    QString m_folder;
};

std::string text(const Json &world, const char *key)
{
    return world.value(key, std::string());
}

Result<DebRequest> readWorld(const Json &world)
{
    DebRequest request;
    DOSIRAK_TRY(sources, readSources(fromStd(text(world, "sources"))));
    request.sources = sources;
    request.architecture = text(world, "architecture");
    request.foreignArchitectures = world.value("foreign", std::vector<std::string>());
    request.preferences = text(world, "preferences");
    request.recommends = world.value("recommends", false);
    request.allowRemovals = world.value("removals", false);
    request.cacheFolder = fromStd(text(world, "cache"));
    request.now = QDateTime::fromString(fromStd(text(world, "now")), Qt::ISODate);
    if (!text(world, "status").empty()) {
        QFile file(fromStd(text(world, "status")));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::NotFound, file.fileName());
        request.statusText = file.readAll().toStdString();
    }
    return request;
}

/// Everything but the loading, which is the same for all requests of a world.
Json answer(const Universe &universe, DebRequest request, const Json &asked)
{
    request.packages = asked.get<std::vector<std::string>>();
    std::vector<PackageWish> wishes;
    for (const std::string &package : request.packages) {
        auto wish = parseWish(package);
        if (!wish)
            return {{"refused", toStd(wish.error().text())}};
        wishes.push_back(std::move(*wish));
    }
    const auto solution = solve(universe, request, wishes);
    if (!solution)
        return {{"refused", toStd(solution.error().text())}};
    DebResolution resolution;
    if (const auto described = describe(universe, *solution, request.recommends, resolution); !described)
        return {{"refused", toStd(described.error().text())}};
    Json list = Json::array();
    for (const DebPackage &package : resolution.packages) {
        const bool isForeign = package.architecture != "all" && package.architecture != request.architecture;
        list.push_back(package.name + (isForeign ? ":" + package.architecture : "") + "=" + package.version);
    }
    std::sort(list.begin(), list.end());
    Json removes = Json::array();
    for (const DebRemoval &removal : resolution.removals)
        removes.push_back(removal.name);
    return {{"packages", list}, {"removes", removes}, {"repaired", solution->repaired}};
}

int fail(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.text()));
    return 2;
}

int once(DebRequest request, ListsFetcher &fetcher)
{
    std::string line;
    if (!std::getline(std::cin, line))
        return 2;
    request.packages = Json::parse(line).get<std::vector<std::string>>();
    const auto resolution = resolveDebs(request, fetcher, {}, {});
    if (!resolution)
        return fail(resolution.error());
    for (const DebPackage &package : resolution->packages)
        std::printf("'%s' %s %lld SHA256:%s\n", package.url.c_str(), package.fileName.c_str(), static_cast<long long>(package.size), package.sha256.c_str());
    std::fprintf(stderr, "loading %lld us, solving %lld us\n", static_cast<long long>(resolution->statistics.loading.count()),
                 static_cast<long long>(resolution->statistics.solving.count()));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    std::string line;
    if (!std::getline(std::cin, line))
        return 2;
    const Json world = Json::parse(line);
    auto request = readWorld(world);
    if (!request)
        return fail(request.error());
    ListsFetcher fetcher(fromStd(text(world, "lists")));
    if (argc > 1 && std::string_view(argv[1]) == "--once")
        return once(*request, fetcher);

    auto repositories = loadRepositories(*request, fetcher, {}, {});
    if (!repositories)
        return fail(repositories.error());
    Universe universe(request->architecture, request->foreignArchitectures);
    for (LoadedIndex &index : repositories->indexes)
        universe.add(std::move(index));
    if (request->statusText) {
        auto status = PackageIndex::parse(QByteArray::fromStdString(*request->statusText), PackageIndex::Kind::Status, QStringLiteral("status"));
        if (!status)
            return fail(status.error());
        LoadedIndex loaded;
        loaded.index = *status;
        loaded.isStatus = true;
        universe.add(std::move(loaded));
    }
    while (std::getline(std::cin, line))
        std::cout << answer(universe, *request, Json::parse(line)).dump() << std::endl;
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
//
// One resolve from the command line, for tests/bench/wheels/compare.py: prints `name==version` lines, costs on stderr.
//     bench_wheels --python 3.11 --platform manylinux_2_36_x86_64 --cache DIR [--index URL] [--pin URL=pattern,…]
//                  [--fresh SECONDS] [--prefer FILE] [--json] REQUIREMENT…
#include "base/json.h"
#include "fetch/http_client.h"
#include "python/wheel_resolver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>
#include <ctime>

using namespace dosirak;
using namespace Qt::StringLiterals;

namespace {

void addPreferences(const QString &path, python::WheelRequest &request)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (const qsizetype at = line.indexOf("=="); at > 0)
            request.preferences.push_back({line.left(at).toStdString(), line.mid(at + 2).trimmed().toStdString()});
}

int run(const QCommandLineParser &options)
{
    python::WheelRequest request;
    request.python = toStd(options.value(u"python"_s));
    request.platform = toStd(options.value(u"platform"_s));
    for (const QString &pin : options.values(u"pin"_s)) {
        python::WheelIndex index{toStd(pin.section(u'=', 0, 0)), toStd(pin.section(u'=', 0, 0)), {}, true};
        for (const QString &pattern : pin.section(u'=', 1).split(u','))
            index.packages.push_back(toStd(pattern));
        request.indexes.push_back(index);
    }
    request.indexes.push_back({"default", toStd(options.value(u"index"_s)), {}, false});
    for (const QString &text : options.positionalArguments())
        request.requirements.push_back(toStd(text));
    for (const QString &text : options.values(u"sdist"_s))
        request.sdists.push_back(toStd(text));
    addPreferences(options.value(u"prefer"_s), request);
    python::WheelOptions how;
    how.cacheFolder = options.value(u"cache"_s);
    how.pagesFreshFor = std::chrono::seconds(options.value(u"fresh"_s).toInt());
    fetch::NetworkSettings network = fetch::NetworkSettings::fromEnvironment(QProcessEnvironment::systemEnvironment());
    network.cacheFolder = how.cacheFolder + u"/http"_s;
    QElapsedTimer timer;
    timer.start();
    fetch::HttpClient http(network);
    const auto answer = python::resolveWheels(request, http, how, {}, {});
    const double seconds = double(timer.nsecsElapsed()) * 1e-9;
    if (!answer) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(answer.error().text()));
        return 1;
    }
    for (const python::LockedWheel &wheel : answer->wheels)
        std::printf("%s==%s%s\n", wheel.name.c_str(), wheel.version.c_str(), wheel.isSdist ? "  # source" : "");
    for (const QString &notice : answer->notices)
        std::fprintf(stderr, "note: %s\n", qUtf8Printable(notice));
    const auto &cost = answer->statistics;
    std::fprintf(stderr, "%.3f s, %.3f s CPU, solver thread %.3f s, %d pages, %d metadata, %d requests, %d decisions, %d conflicts\n",
                 seconds, double(std::clock()) / CLOCKS_PER_SEC, double(cost.solving.count()) * 1e-6, cost.pages,
                 cost.metadata, cost.requests, cost.decisions, cost.conflicts);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addOptions({{u"python"_s, {}, u"version"_s, u"3.11"_s},
                        {u"platform"_s, {}, u"platform"_s, u"manylinux_2_36_x86_64"_s},
                        {u"cache"_s, {}, u"folder"_s},
                        {u"index"_s, {}, u"url"_s},
                        {u"pin"_s, {}, u"url=patterns"_s},
                        {u"sdist"_s, {}, u"name"_s},
                        {u"prefer"_s, {}, u"file"_s},
                        {u"fresh"_s, {}, u"seconds"_s, u"600"_s}});
    options.process(application);
    return run(options);
}

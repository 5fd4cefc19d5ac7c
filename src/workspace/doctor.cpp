// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/doctor.h"

#include "base/text.h"
#include "base/tr.h"
#include "build/engine.h"
#include "debian/sources.h"
#include "fetch/http_client.h"
#include "fetch/network_settings.h"
#include "python/wheel_resolver.h"
#include "workspace/services.h"

#include <QDir>
#include <QStandardPaths>
#include <QStorageInfo>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

namespace {

void engines(QList<HealthCheck> &checks, const std::stop_token &stop)
{
    const auto report = build::findEngines({}, stop);
    if (!report) {
        checks.append({coreTr("engine"), false, report.error().what, report.error().hint});
        return;
    }
    checks.append({coreTr("engine"), !report->engines.isEmpty(), report->why, report->engines.isEmpty() ? coreTr("Install docker.io, or podman with buildah.") : QString()});
    for (const build::Engine &engine : report->engines)
        checks.append({coreTr("engine"), true, u"%1: %2"_s.arg(engine.id, engine.title()), {}});
    // A client that does not work beside one that does is told, and is no failure.
    for (const build::EngineProblem &problem : report->problems)
        checks.append({coreTr("engine"), !report->engines.isEmpty(), problem.program + u": "_s + problem.error.what, problem.error.hint});
}

void program(QList<HealthCheck> &checks, const QString &name, const QString &purpose)
{
    const QString path = QStandardPaths::findExecutable(name);
    checks.append({name, !path.isEmpty(), path.isEmpty() ? coreTr("not found; it is needed for %1").arg(purpose) : path,
                   path.isEmpty() ? coreTr("Install the package that has it.") : QString()});
}

void aptSources(QList<HealthCheck> &checks, const std::stop_token &stop)
{
    const auto sources = debian::readHostSources(stop);
    checks.append({coreTr("apt sources"), sources && !sources->empty(),
                   sources ? coreTr("%1 in this machine's configuration").arg(sources->size()) : sources.error().what,
                   coreTr("Presets that name their own sources do not need them.")});
}

void wheelIndex(QList<HealthCheck> &checks, Services &services, bool ask, const std::stop_token &stop)
{
    const auto url = python::defaultIndex(stop);
    if (!url) {
        checks.append({coreTr("wheel index"), false, url.error().what, url.error().hint});
        return;
    }
    const QUrl index(QString::fromStdString(*url), QUrl::StrictMode);
    if (!ask) {
        checks.append({coreTr("wheel index"), true, fetch::redacted(index), {}});
        return;
    }
    fetch::HttpRequest request;
    request.url = QUrl(index.toString(QUrl::StripTrailingSlash) + u"/pip/"_s);
    request.maxBytes = 16LL << 20;
    request.retries = 1;
    const auto reply = services.http().wait(request, stop);
    checks.append({coreTr("wheel index"), reply.has_value(), reply ? coreTr("%1 answers").arg(fetch::redacted(index)) : reply.error().what,
                   reply ? QString() : reply.error().hint});
}

void space(QList<HealthCheck> &checks, const Services &services)
{
    QDir().mkpath(services.cacheFolder());
    const QStorageInfo storage(services.cacheFolder());
    constexpr qint64 little = 5LL << 30;
    checks.append({coreTr("free space"), storage.bytesAvailable() > little, coreTr("%1 where the store is").arg(bytesText(storage.bytesAvailable())),
                   storage.bytesAvailable() > little ? QString() : coreTr("A GPU preset needs 10 GB and more.")});
}

} // namespace

QList<HealthCheck> examine(Services &services, bool askNetwork, const std::stop_token &stop)
{
    QList<HealthCheck> checks;
    engines(checks, stop);
    program(checks, u"gpgv"_s, coreTr("checking the signatures of apt sources"));
    program(checks, u"mmdebstrap"_s, coreTr("making base images of Debian and Ubuntu"));
    aptSources(checks, stop);
    wheelIndex(checks, services, askNetwork, stop);
    space(checks, services);
    return checks;
}

} // namespace dosirak::workspace

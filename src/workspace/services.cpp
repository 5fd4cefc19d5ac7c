// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/services.h"

#include "compat/facts.h"
#include "fetch/http_client.h"
#include "fetch/store.h"
#include "python/wheel_resolver.h"
#include "workspace/facts_verbs.h"
#include "workspace/settings.h"

#include <QMutex>
#include <QStandardPaths>
#include <QUrl>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

struct Services::Private {
    Settings settings;
    const compat::Facts *facts = nullptr; ///< lives as long as the program
    QMutex mutex; ///< guards the making of what follows
    std::unique_ptr<fetch::HttpClient> online;
    std::unique_ptr<fetch::HttpClient> offline;
    std::unique_ptr<fetch::Store> store;
};

Services::Services() : d(std::make_unique<Private>()) {}

Services::~Services() = default;

Result<std::unique_ptr<Services>> Services::open(const Workspace &)
{
    std::unique_ptr<Services> services(new Services);
    DOSIRAK_TRY(settings, readSettings(settingsPath()));
    services->d->settings = settings;
    DOSIRAK_TRY(facts, typedFactsInUse());
    services->d->facts = facts;
    const QString folder = settings.storeFolder.isEmpty() ? services->cacheFolder() + u"/store"_s : settings.storeFolder;
    services->d->store = std::make_unique<fetch::Store>(folder);
    const python::ConfiguredIndexes configured = python::configuredIndexes();
    services->trustUrl(QString::fromStdString(configured.defaultUrl));
    for (const auto *urls : {&configured.first, &configured.extra, &configured.findLinks})
        for (const std::string &url : *urls)
            services->trustUrl(QString::fromStdString(url));
    return services;
}

fetch::HttpClient &Services::http(bool offline)
{
    const QMutexLocker lock(&d->mutex);
    auto &client = offline ? d->offline : d->online;
    if (!client) {
        fetch::NetworkSettings network = d->settings.network;
        network.offline = offline;
        client = std::make_unique<fetch::HttpClient>(network);
    }
    return *client;
}

void Services::trustUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (url.userName().isEmpty() || (url.scheme() != u"https"_s && url.scheme() != u"http"_s))
        return;
    const QMutexLocker lock(&d->mutex);
    const QString place = url.host().toLower() + u':' + QString::number(url.port(url.scheme() == u"https"_s ? 443 : 80));
    auto &known = d->settings.network.credentials;
    if (!known.contains(place) && !known.contains(url.host().toLower()))
        known.insert(place, {url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded)});
}

const compat::Facts &Services::facts() const
{
    return *d->facts;
}

const fetch::NetworkSettings &Services::network() const
{
    return d->settings.network;
}

QString Services::cacheFolder() const
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/dosirak"_s;
}

QString Services::imagesFolder() const
{
    return cacheFolder() + u"/images"_s;
}

fetch::Store &Services::store() const
{
    return *d->store;
}

qint64 Services::storeBudget() const
{
    return d->settings.storeBudget;
}

bool Services::readsFromStore() const
{
    return d->settings.storeReads;
}

QString Services::stateFolder() const
{
    return dosirak::workspace::stateFolder();
}

} // namespace dosirak::workspace

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QHash>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <chrono>

namespace dosirak::fetch {

/// What stands for what: every URL that begins with `from` is asked for at `to` instead ("https://pypi.example/" →
/// "https://nexus.corp/repository/pypi/"). Prefixes compare byte by byte after normalising scheme and host.
struct MirrorRule {
    QString from;
    QString to;
};

/// User and password (or token) for a host. Never logged, never written to locks, bundles or errors.
struct Credentials {
    QString user;
    QString password;
};

/// How this machine and its user reach the network. A plain value; a client keeps the copy that it was made with.
struct NetworkSettings {
    QList<MirrorRule> mirrors;                ///< the longest matching `from` wins
    QHash<QString, Credentials> credentials;  ///< by "host" or "host:port", lower case; before netrc
    QString netrcFile;                        ///< empty: none
    QString httpProxy;                        ///< "http://user:pw@host:port" or socks5://…; empty: direct
    QString httpsProxy;
    QStringList noProxy;                      ///< hosts and domain suffixes that are reached directly; "*" is all
    QStringList extraCaFiles;                 ///< PEM files, trusted besides the system's authorities

    std::chrono::milliseconds idleTimeout{30'000};  ///< without a single byte from the other side
    std::chrono::milliseconds retryPause{300};      ///< first pause; doubles with each attempt
    std::chrono::milliseconds longestPause{30'000}; ///< a Retry-After beyond this is not waited for
    int retries = 3;                                ///< attempts after the first
    int perHost = 32;                               ///< requests at a time to one host; halves when it says 429 or 503
    int total = 96;                                 ///< requests at a time to all hosts
    qint64 bandwidthLimit = 0;                      ///< bytes/s over everything; 0: none

    bool offline = false;                     ///< only the HTTP cache and file:// answer
    QString cacheFolder;                      ///< of the HTTP cache; empty: no cache
    qint64 cacheBudget = 1LL << 30;           ///< bytes; the least recently used go first
    std::chrono::seconds pageFreshness{600};  ///< how long an index page counts as fresh (callers put it into FreshFor)

    /// Defaults, plus what the machine's environment says: http_proxy, https_proxy, all_proxy, no_proxy (either case),
    /// SSL_CERT_FILE, REQUESTS_CA_BUNDLE, PIP_CERT, NETRC (else ~/.netrc), XDG_CACHE_HOME (else ~/.cache).
    [[nodiscard]] static NetworkSettings fromEnvironment(const QProcessEnvironment &environment);

    /// Where a URL of a lock or index is really asked for.
    [[nodiscard]] QUrl toMirror(const QUrl &origin) const;
    /// The way back: what a lock records for a URL below a mirror. Other URLs come back unchanged.
    [[nodiscard]] QUrl toOrigin(const QUrl &mirrored) const;
};

/// A URL as it may be shown and logged: without user, password and fragment, the values of its query left out.
[[nodiscard]] QString redacted(const QUrl &url);

} // namespace dosirak::fetch

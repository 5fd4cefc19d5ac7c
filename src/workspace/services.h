// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workspace/workspace.h"

#include <QString>
#include <memory>

namespace dosirak::fetch {
class HttpClient;
class Store;
struct NetworkSettings;
}
namespace dosirak::compat {
class Facts;
}

namespace dosirak::workspace {

/// What verbs share while a program runs: the way to the network, the store, the facts, and where caches lie.
/// Made once; what it holds is opened on first use. Thread: its members may be used from any thread.
class Services
{
public:
    /// Reads the user's settings (XDG config, dosirak/settings.json, if it is there). Errors: Invalid, Io.
    [[nodiscard]] static Result<std::unique_ptr<Services>> open(const Workspace &workspace);
    ~Services();

    /// @p offline: only what caches hold; a client of its own.
    [[nodiscard]] fetch::HttpClient &http(bool offline = false);
    [[nodiscard]] const compat::Facts &facts() const;

    [[nodiscard]] const fetch::NetworkSettings &network() const;
    /// A URL with user and password makes them known for its host, for pages and files alike, unless the settings have
    /// others. Before the first http(); later ones are not heard.
    void trustUrl(const QString &url);
    [[nodiscard]] QString cacheFolder() const;  ///< for parsed indexes and metadata
    [[nodiscard]] fetch::Store &store() const;  ///< of artifacts, by their SHA-256; shared by all presets
    [[nodiscard]] qint64 storeBudget() const;   ///< bytes; 0: none
    [[nodiscard]] bool readsFromStore() const;  ///< whether a file of the store is hashed before it is used
    [[nodiscard]] QString stateFolder() const;  ///< what is to survive a restart: queues, known working folders
    [[nodiscard]] QString imagesFolder() const; ///< the shared OCI layout of base images

private:
    Services();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace dosirak::workspace

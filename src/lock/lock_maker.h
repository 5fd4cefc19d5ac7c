// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "lock/lock_file.h"
#include "lock/target.h"
#include "preset/preset.h"

#include <optional>
#include <stop_token>

namespace dosirak::fetch {
class HttpClient;
}

namespace dosirak::lock {

/// All that a lock follows from, beside what the indexes say.
struct LockInput {
    preset::Preset preset;
    QString presetSha256;
    QString folder;                          ///< the working folder: relative paths of the preset are below it
    QString factsVersion;
    Target target;
    std::optional<LockFile> old;             ///< its versions are kept where they still fit
    bool upgradeAll = false;
    QStringList upgrade;                     ///< names that may move
    std::optional<std::string> builderStatus; ///< dpkg status of the base images; none: an empty root
    std::optional<std::string> runtimeStatus;
    QStringList builderDebs;                 ///< what the preset asks for, with what TensorRT and the recipe add
    QStringList runtimeDebs;
    QList<Artifact> images;                  ///< locked already
    QList<Artifact> vendorFiles;             ///< behind a login, beside the preset's own sources
    QString cacheFolder;                     ///< for parsed indexes and metadata
    QString storeFolder;                     ///< of artifacts: for files whose index gives no SHA-256
};

struct MadeLock {
    LockFile lock;
    QStringList notices;                     ///< for people, untranslated names in translated sentences
};

/// Resolves wheels and debs at the same time. Equal input and equal indexes give equal bytes on any host.
/// Thread: a worker; uses more of the global pool. Errors: Unsolvable, NotFound, Invalid, Integrity, Network, Refused,
/// MissingTool, Cancelled; each says which of its parts it is about.
[[nodiscard]] Result<MadeLock> makeLock(const LockInput &input, fetch::HttpClient &http, const std::stop_token &stop,
                                        const ProgressSink &progress);

} // namespace dosirak::lock

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "fetch/network_settings.h"

namespace dosirak::workspace {

/// What the user set for this machine; nothing of it is part of a preset or a lock. docs/formats/settings.md.
struct Settings {
    fetch::NetworkSettings network;
    QString storeFolder;           ///< empty: the XDG cache
    qint64 storeBudget = 0;        ///< bytes; 0: none
    bool storeReads = false;       ///< a file that comes from the store is hashed before it is used
};

[[nodiscard]] QString settingsPath(); ///< $XDG_CONFIG_HOME/dosirak/settings.json
[[nodiscard]] QString stateFolder();  ///< $XDG_STATE_HOME/dosirak, or ~/.local/state/dosirak

/// The environment's defaults with the file's values over them; no file is no error. A key that is not known is
/// refused: a mistyped mirror must not send requests to the origin. Errors: Invalid (line, pointer), Io.
[[nodiscard]] Result<Settings> readSettings(const QString &path);

} // namespace dosirak::workspace

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
};

[[nodiscard]] QString settingsPath(); ///< $XDG_CONFIG_HOME/dosirak/settings.json

/// The environment's defaults with the file's values over them; no file is no error. Errors: Invalid (line, pointer), Io.
[[nodiscard]] Result<Settings> readSettings(const QString &path);

} // namespace dosirak::workspace

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workspace/workspace.h"

#include <QList>
#include <QStringList>
#include <stop_token>

namespace dosirak::workspace {

/// One key file that apt sources of this workspace's presets name, or that ships.
struct KeyState {
    QString name;              ///< as presets name it: "keys/nvidia-cuda.asc"
    QString path;              ///< where it is; ":/…" ships with the program; empty: not there
    QString owner;             ///< for people; empty: not one that ships
    QStringList fingerprints;  ///< of its primary keys; of one that ships from its list, else as gpg reads it
    QStringList presetNames;   ///< that name it
    QString hint;              ///< what to do when it is not there
};

/// Sorted by name. Errors: MissingTool (gpg, where a file of the user's is to be read), Cancelled.
[[nodiscard]] Result<QList<KeyState>> keys(const Workspace &workspace, const std::stop_token &stop);

/// Fingerprints of the primary keys of an OpenPGP key file, armored or not.
/// Errors: NotFound, Invalid (no public key in it), MissingTool (gpg), Cancelled.
[[nodiscard]] Result<QStringList> keyFingerprints(const QString &path, const std::stop_token &stop);

/// Copies a key file to keys/<name> of the working folder (@p name empty: its own name), when it holds the key that is
/// expected: @p fingerprint, else the one that is known of a key that ships. Gives the path.
/// Errors: Usage (no fingerprint is known: the person must compare it; a bad name), Integrity (another key), those of
/// keyFingerprints(), Io.
[[nodiscard]] Result<QString> addKey(const Workspace &workspace, const QString &path, const QString &name, const QString &fingerprint,
                                     const std::stop_token &stop);

} // namespace dosirak::workspace

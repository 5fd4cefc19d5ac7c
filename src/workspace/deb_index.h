// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lock/lock_file.h"

#include <QByteArray>
#include <QList>

namespace dosirak::workspace {

/// The Packages index (deb822, one stanza a deb) of a flat local repository that holds exactly these debs: their own
/// control fields with Filename, Size and SHA256 of the lock. Nothing is read from disk.
[[nodiscard]] QByteArray debPackages(const QList<lock::Artifact> &debs);

/// The Release file over that one index. Its date is fixed: equal debs give equal bytes.
[[nodiscard]] QByteArray debRelease(const QByteArray &packages, const QString &architecture);

} // namespace dosirak::workspace

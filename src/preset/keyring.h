// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QList>
#include <QStringList>

namespace dosirak::preset {

/// A vendor's public key that travels inside the programs (resources/keys/keys.json), so that the presets that ship can be
/// locked from a fresh clone and from an installed program alike.
struct ShippedKey {
    QString file;              ///< "nvidia-cuda.asc"
    QString owner;             ///< whose it is, for people
    QStringList fingerprints;  ///< of its primary keys, 40 upper-case hex digits; the first is what signs today
    QString page;              ///< where the vendor gives it out
};

[[nodiscard]] const QList<ShippedKey> &shippedKeys();
/// By the last part of @p signedBy; nullptr: no such key ships.
[[nodiscard]] const ShippedKey *shippedKey(const QString &signedBy);
/// The bytes of a key that ships; empty: there is none of that name.
[[nodiscard]] QByteArray shippedKeyBytes(const QString &signedBy);

/// Where the key file is that an apt source names with `signed_by`: an absolute path, or a file below the working folder
/// @p folder; where that has none, a relative path "keys/NAME" means the key NAME that ships (":/keys/NAME", which
/// readFile() reads as any file). A user's own file goes before the one that ships.
/// Errors: NotFound (where to put it, where it comes from, and its fingerprint where that is known).
[[nodiscard]] Result<QString> keyringFile(const QString &signedBy, const QString &folder);

} // namespace dosirak::preset

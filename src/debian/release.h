// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "debian/sources.h"

#include <QByteArray>
#include <QDateTime>
#include <cstdint>
#include <map>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace dosirak::debian {

/// A Release file: what a repository says of itself, and the hash of each of its indexes. A plain value.
struct Release {
    struct File {
        std::string sha256;
        std::int64_t size = -1; ///< bytes
    };
    std::string origin, label, suite, codename, version;
    std::string date;                        ///< as written
    QDateTime validUntil;                    ///< UTC; invalid: no such field
    std::vector<std::string> architectures, components;
    bool notAutomatic = false;
    bool butAutomaticUpgrades = false;
    bool acquireByHash = false;
    bool noSupportForAll = false;            ///< "No-Support-for-Architecture-all: Packages": those are in each index
    std::map<std::string, File> files;       ///< by path relative to the Release file; SHA256 entries only
};

/// Errors: Invalid (line; @p file names it): no SHA256 section, a broken date or hash.
[[nodiscard]] Result<Release> parseRelease(std::string_view text, const QString &file);

/// "Sat, 11 Jul 2026 10:16:37 UTC" (RFC 5322 with UTC, +0000 or GMT). Invalid QDateTime when it is none.
[[nodiscard]] QDateTime parseReleaseDate(std::string_view text);

/// Errors: Integrity when the file is older than it says it may get, or claims another suite than the source wants.
[[nodiscard]] Result<void> checkRelease(const Release &release, const Source &source, const QDateTime &now, const QString &url);

/// What gpgv found, and the text that is signed.
struct SignedText {
    QByteArray text;
    std::vector<std::string> fingerprints;  ///< of the good signatures' primary keys
};

/// Checks an InRelease file against the keyrings and keys of the source with gpgv, and takes the signed text out of it as
/// gpgv does. At least one good signature by a wanted key and no bad one. Errors: Integrity (detail: what gpgv said),
/// NotFound (a keyring is missing), Invalid (a key cannot be read), MissingTool, Io, Cancelled. Thread: any but the UI thread.
[[nodiscard]] Result<SignedText> verifyInline(const QByteArray &inRelease, const Source &source, const QString &url,
                                              const std::stop_token &stop);
/// The same for a Release file and its Release.gpg.
[[nodiscard]] Result<SignedText> verifyDetached(const QByteArray &release, const QByteArray &signature, const Source &source,
                                                const QString &url, const std::stop_token &stop);

/// The text of a clear-signed file without any check, for sources that are trusted as they are.
[[nodiscard]] Result<QByteArray> stripSignature(const QByteArray &inRelease);

/// An armored OpenPGP block as bytes (RFC 9580, 6.2); bytes that are none are given back as they are. Errors: Invalid.
[[nodiscard]] Result<QByteArray> dearmor(const QByteArray &key);

} // namespace dosirak::debian

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <string>
#include <string_view>

namespace dosirak::python {

/// METADATA heads on disk, by the SHA-256 of the file they are of: they never go stale. An entry carries a CRC-32 of its
/// own, because it is written without waiting for the disk: one that a power cut tore is passed over.
/// Failures are silent: a cache that cannot be used is no cache. Any thread, any process.
class MetadataCache
{
public:
    /// Below @p folder; empty: nothing is read or kept.
    explicit MetadataCache(const QString &folder) : m_folder(folder) {}

    /// @p sha256 that is not 64 hex digits is never there.
    [[nodiscard]] std::optional<std::string> read(const std::string &sha256) const;
    void write(const std::string &sha256, std::string_view text) const;

private:
    [[nodiscard]] QString pathOf(const std::string &sha256) const;

    QString m_folder;
};

} // namespace dosirak::python

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/network_settings.h"

#include <optional>

namespace dosirak::fetch {

/// The entries of a netrc file, as ftp(1) and curl read it: machine/default, login, password; account and macdef are
/// passed over; '#' begins a comment where a token may begin; values may be quoted.
class Netrc
{
public:
    [[nodiscard]] static Netrc parse(const QByteArray &text);
    /// No file, an unreadable one or one over 1 MiB is the same as an empty one.
    [[nodiscard]] static Netrc read(const QString &path);

    [[nodiscard]] std::optional<Credentials> find(const QString &host) const;

private:
    QHash<QString, Credentials> m_hosts;
    std::optional<Credentials> m_default;
};

} // namespace dosirak::fetch

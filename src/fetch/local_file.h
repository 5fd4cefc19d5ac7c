// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/http_client.h"

namespace dosirak::fetch {

/// What file:// answers: the whole file or the range asked for, as a server would. Errors: NotFound, Io, Invalid.
[[nodiscard]] Result<HttpReply> readLocal(const HttpRequest &request);

/// The same for a reader that wants it bit by bit.
[[nodiscard]] std::unique_ptr<HttpStream> openLocal(HttpRequest request, std::stop_token stop);

} // namespace dosirak::fetch

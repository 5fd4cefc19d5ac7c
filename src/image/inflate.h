// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <functional>
#include <memory>

namespace dosirak::image {

/// How a layer or an image archive is packed, told by its first bytes (RFC 1952, RFC 8878).
enum class Packing { None, Gzip, Zstd };

[[nodiscard]] Packing packingOf(QByteArrayView firstBytes); ///< needs 4 bytes to be sure

/// Unpacks bytes that arrive in pieces and hands them on in pieces of at most 256 KiB. What is not packed goes through.
/// (KCompressionDevice pulls from a device that must not run dry; layers come from pipes and from inside other archives.)
class Inflater
{
public:
    using Sink = std::function<Result<void>(QByteArrayView)>;

    explicit Inflater(Sink sink);
    ~Inflater();
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    /// Errors: Invalid (broken stream), and what the sink gives.
    [[nodiscard]] Result<void> feed(QByteArrayView bytes);
    /// Errors: Integrity (it ends in the middle).
    [[nodiscard]] Result<void> finish();
    [[nodiscard]] Packing packing() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace dosirak::image

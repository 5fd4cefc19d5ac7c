// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <memory>
#include <stop_token>

namespace dosirak {

/// SHA-256 (FIPS 180-4) over a stream, by OpenSSL's EVP, which uses the CPU's instructions for it.
/// Thread: one at a time.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256 &&) noexcept;
    Sha256 &operator=(Sha256 &&) noexcept;

    void add(QByteArrayView bytes);
    /// 64 lower-case hex digits of all that was added. Ends the stream; afterwards it is empty again.
    [[nodiscard]] QByteArray finish();

    [[nodiscard]] static QByteArray of(QByteArrayView bytes);

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

/// The hash of a file, read once in blocks. Progress is in bytes. Errors: NotFound, Io, Cancelled.
[[nodiscard]] Result<QByteArray> sha256OfFile(const QString &path, const std::stop_token &stop = {},
                                              const std::function<void(qint64 bytesRead)> &onBytes = {});

/// Whether this is 64 lower-case hex digits.
[[nodiscard]] bool isSha256(QByteArrayView text);

} // namespace dosirak

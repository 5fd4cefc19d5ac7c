// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"

#include "base/files.h"

#include <QFile>
#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>

namespace dosirak {

struct Sha256::Context {
    EVP_MD_CTX *evp = EVP_MD_CTX_new();
    Context() { EVP_DigestInit_ex(evp, EVP_sha256(), nullptr); }
    ~Context() { EVP_MD_CTX_free(evp); }
    Context(const Context &) = delete;
    Context &operator=(const Context &) = delete;
};

Sha256::Sha256() : m_context(std::make_unique<Context>()) {}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256 &&) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&) noexcept = default;

void Sha256::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_context->evp, bytes.data(), size_t(bytes.size()));
}

QByteArray Sha256::finish()
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    EVP_DigestFinal_ex(m_context->evp, digest, &size);
    EVP_DigestInit_ex(m_context->evp, EVP_sha256(), nullptr);
    return QByteArray(reinterpret_cast<const char *>(digest), qsizetype(size)).toHex();
}

QByteArray Sha256::of(QByteArrayView bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.finish();
}

Result<QByteArray> sha256OfFile(const QString &path, const std::stop_token &stop,
                                const std::function<void(qint64)> &onBytes)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return Failure(ioError(path, errno));
    // Files here are read once from end to end: let the kernel read ahead.
    ::posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL);
    constexpr size_t blockSize = 1 << 20;
    const auto block = std::make_unique<char[]>(blockSize);
    Sha256 hash;
    for (;;) {
        if (stop.stop_requested()) {
            ::close(fd);
            return cancelled();
        }
        const ssize_t got = ::read(fd, block.get(), blockSize);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            const int number = errno;
            ::close(fd);
            return Failure(ioError(path, number));
        }
        if (got == 0)
            break;
        hash.add(QByteArrayView(block.get(), got));
        if (onBytes)
            onBytes(got);
    }
    ::close(fd);
    return hash.finish();
}

bool isSha256(QByteArrayView text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

} // namespace dosirak

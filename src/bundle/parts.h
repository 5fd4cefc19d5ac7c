// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/sha256.h"

#include <QFile>
#include <QIODevice>
#include <memory>
#include <vector>

namespace dosirak::bundle {

/// One finished part of a bundle.
struct Part {
    QString path;      ///< absolute
    qint64 size = 0;   ///< bytes
    QByteArray sha256;
};

/// Writes one stream into numbered files no larger than a limit ("x.tar.001", "x.tar.002", …), hashing each as it goes.
/// With no limit there is one file, "x.tar". The files carry ".part" until commit() renames them all.
class PartWriter : public QIODevice
{
    Q_OBJECT

public:
    /// @p partSize in bytes; 0: no limit.
    PartWriter(QString path, qint64 partSize);
    /// Removes what was not committed.
    ~PartWriter() override;

    [[nodiscard]] bool isSequential() const override { return true; }
    void close() override {} ///< KTar closes its device with itself; ours ends with commit()
    /// Flushes to disk and gives the files their names. Errors: Io, DiskFull.
    [[nodiscard]] Result<std::vector<Part>> commit();
    /// What went wrong while writing, if anything did.
    [[nodiscard]] const std::optional<Error> &failure() const { return m_failure; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override;

private:
    [[nodiscard]] bool openNext();
    [[nodiscard]] bool closeCurrent();
    void remember(const QString &path);

    QString m_path;
    qint64 m_partSize;
    std::unique_ptr<QFile> m_file;
    Sha256 m_hash;
    qint64 m_written = 0;
    std::vector<Part> m_parts;
    std::optional<Error> m_failure;
};

/// Reads numbered parts as one seekable device.
class PartReader : public QIODevice
{
    Q_OBJECT

public:
    /// @p path is the one file, or the first part (or any part) of several. Errors: NotFound (also names the part that is
    /// missing), Io.
    [[nodiscard]] static Result<std::unique_ptr<PartReader>> openParts(const QString &path);

    [[nodiscard]] bool isSequential() const override { return false; }
    void close() override {} ///< KTar closes its device with itself; ours is read on after that
    [[nodiscard]] qint64 size() const override { return m_size; }
    bool seek(qint64 position) override;
    [[nodiscard]] QStringList paths() const;

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    PartReader() = default;

    struct File {
        std::unique_ptr<QFile> file;
        qint64 start = 0;
    };
    std::vector<File> m_files;
    qint64 m_size = 0;
    qint64 m_position = 0;
};

/// The files of a bundle that has @p path as its only or as one of its parts, in order.
[[nodiscard]] Result<QStringList> partsOf(const QString &path);

} // namespace dosirak::bundle

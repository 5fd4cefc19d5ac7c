// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QTimer>
#include <QUrl>
#include <optional>
#include <stop_token>

namespace dosirak::fetch {

/// A file behind a login that a lock needs.
struct VendorExpectation {
    QString id;          ///< the caller's, e.g. the path in artifacts
    QString product;     ///< "TensorRT" or "cuDNN"; empty: of no vendor that is known, and told by its name alone
    QString fileName;    ///< exact, or with * and ? ("TensorRT-8.6.1.*.Linux.x86_64-gnu.cuda-11.8.tar.gz")
    QString version;     ///< pattern of base/version_pattern.h ("8.6.1", "10.x")
    QString cudaBuild;   ///< the same for the CUDA it was built for ("11.8", "12.x"); empty: any
    qint64 size = -1;    ///< bytes; -1: not known
    QByteArray sha256;   ///< empty: not known, the user confirms the first one
    QUrl page;           ///< where to log in
};

/// What a vendor's file says of itself.
struct VendorFile {
    enum class Form { Tar, LocalRepoDeb };
    QString product;      ///< "TensorRT", "cuDNN"
    QString version;      ///< "8.6.1.6"; local-repo debs of TensorRT say "8.6.1"
    QString cudaBuild;    ///< "11.8", "12"; empty: not said
    QString architecture; ///< "x86_64", "aarch64"; empty: not said
    QString system;       ///< "ubuntu2204"; empty: any
    Form form = Form::Tar;
};

/// By its name, as NVIDIA names them: TensorRT-8.6.1.6.Linux.x86_64-gnu.cuda-11.8.tar.gz,
/// nv-tensorrt-local-repo-ubuntu2204-8.6.1-cuda-11.8_1.0-1_amd64.deb, cudnn-linux-x86_64-8.7.0.84_cuda11-archive.tar.xz,
/// cudnn-local-repo-ubuntu2204-8.9.7.29_1.0-1_amd64.deb. A browser's " (1)" before the suffix does not matter.
[[nodiscard]] std::optional<VendorFile> vendorFileOfName(const QString &fileName);

/// By what is inside: the top folder of a tar, the Package and Version of a .deb. Errors: Invalid (neither), Io.
[[nodiscard]] Result<VendorFile> vendorFileInside(const QString &path);

/// What comes of a dropped file.
struct InboxVerdict {
    bool accepted = false;
    QString expectation;   ///< id of the one it answers (or nearly does)
    QString sentence;      ///< one, for the user, either way
    QString hint;          ///< what to do when refused
    QByteArray sha256;     ///< of an accepted file
    qint64 size = 0;
    bool toBeConfirmed = false; ///< accepted by what it says of itself only: its digest was not known
};

/// Looks at a file by digest, content and name. Reads it once, and unpacks it once where nothing else tells that it is
/// whole. A refusal is a verdict, not an error: a web page, truncated, wrong CUDA build, wrong version, wrong
/// architecture or form, damaged, nothing that is waited for.
/// Errors: NotFound, Io, Cancelled.   Thread: any but the UI thread.
[[nodiscard]] Result<InboxVerdict> examine(const QString &path, const QList<VendorExpectation> &expected,
                                           const std::stop_token &stop = {}, const ProgressSink &progress = {});

/// Watches the folders that the user picked (Downloads, a drop folder) for files that look like a vendor's.
/// A file is reported once it has stopped growing. Lives on one thread with an event loop.
class InboxWatcher : public QObject
{
    Q_OBJECT

public:
    explicit InboxWatcher(QObject *parent = nullptr);

    /// Replaces the folders. What lies there already is reported too. Folders that are not there are left out.
    void setFolders(const QStringList &folders);
    [[nodiscard]] QStringList folders() const { return m_watcher.directories(); }
    /// How long a file must have kept its size (500 ms unless told).
    void setQuietTime(std::chrono::milliseconds time) { m_timer.setInterval(time); }

Q_SIGNALS:
    void fileArrived(const QString &path);

private:
    void scan(const QString &folder);
    void check();

    struct Seen {
        qint64 size = -1;
        qint64 modified = 0;
        bool reported = false;
    };
    QFileSystemWatcher m_watcher{this}; // children: they move to another thread with it
    QTimer m_timer{this};
    QHash<QString, Seen> m_seen;
};

} // namespace dosirak::fetch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/inbox.h"
#include "fetch/vendor_file_p.h"

#include "base/files.h"
#include "base/sha256.h"
#include "base/tr.h"
#include "base/version_pattern.h"

#include <KCompressionDevice>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace dosirak::fetch {

using namespace Qt::StringLiterals;

namespace {

InboxVerdict refused(const VendorExpectation *expectation, const QString &sentence, const QString &hint)
{
    InboxVerdict verdict;
    verdict.expectation = expectation ? expectation->id : QString();
    verdict.sentence = sentence;
    verdict.hint = hint;
    return verdict;
}

QString pageHint(const VendorExpectation &expectation)
{
    return coreTr("Download “%1” from %2.").arg(expectation.fileName, expectation.page.toString(QUrl::RemoveUserInfo));
}

bool isHtml(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray begin = file.read(1024).trimmed().toLower();
    return begin.startsWith('<') && (begin.contains("<!doctype html") || begin.contains("<html") || begin.contains("<head"));
}

/// "TensorRT-8.6.1.tar (1).gz" and "x (1).deb" are what browsers make of a name that is taken.
QString withoutCopyMark(QString name)
{
    static const QRegularExpression mark(u" ?\\(\\d+\\)(?=\\.[^ ]*$)"_s);
    return name.remove(mark);
}

/// Of those that no vendor's rule tells, by the exact name.
const VendorExpectation *byName(const QList<VendorExpectation> &expected, const QString &name)
{
    for (const VendorExpectation &expectation : expected)
        if (expectation.product.isEmpty() && expectation.fileName == name)
            return &expectation;
    return nullptr;
}

/// How well an expectation goes with what the file says of itself; the best is the one that a refusal speaks of.
int closeness(const VendorExpectation &expectation, const VendorFile &file)
{
    if (expectation.product.compare(file.product, Qt::CaseInsensitive) != 0)
        return 0;
    const bool isDeb = expectation.fileName.endsWith(u".deb"_s);
    return 1 + 4 * matchesVersionPattern(expectation.version, file.version)
        + 2 * (isDeb == (file.form == VendorFile::Form::LocalRepoDeb))
        + (expectation.cudaBuild.isEmpty() || matchesVersionPattern(expectation.cudaBuild, file.cudaBuild));
}

const VendorExpectation *closest(const QList<VendorExpectation> &expected, const VendorFile &file)
{
    const VendorExpectation *best = nullptr;
    int most = 0;
    for (const VendorExpectation &expectation : expected) {
        if (const int now = closeness(expectation, file); now > most) {
            most = now;
            best = &expectation;
        }
    }
    return best;
}

/// "11" built for all of 11.x goes with "11.8", and the other way round.
bool cudaGoes(const QString &wanted, const QString &built)
{
    return wanted.isEmpty() || matchesVersionPattern(wanted, built)
        || (!built.contains(u'.') && matchesVersionPattern(built, wanted));
}

/// Name and content together; the content counts where both speak.
std::optional<VendorFile> describe(const QString &path, const Result<VendorFile> &inside)
{
    auto file = vendorFileOfName(withoutCopyMark(QFileInfo(path).fileName()));
    if (!inside)
        return file;
    if (!file)
        return *inside;
    file->product = inside->product;
    file->version = inside->version;
    file->form = inside->form;
    if (!inside->cudaBuild.isEmpty())
        file->cudaBuild = inside->cudaBuild;
    return file;
}

/// Why the file is not the one wanted, or nothing.
std::optional<InboxVerdict> mismatch(const VendorExpectation &wanted, const VendorFile &file)
{
    const QString hint = pageHint(wanted);
    if (!matchesVersionPattern(wanted.version, file.version))
        return refused(&wanted, coreTr("This is %1 %2, and the lock needs %3.").arg(file.product, file.version, wanted.version), hint);
    if (!wanted.cudaBuild.isEmpty() && file.cudaBuild.isEmpty())
        return refused(&wanted, coreTr("The name of this %1 file does not say for which CUDA it was built.").arg(file.product),
                       coreTr("Give it back the name it was downloaded with.") + u" "_s + hint);
    if (!cudaGoes(wanted.cudaBuild, file.cudaBuild))
        return refused(&wanted, coreTr("This %1 is built for CUDA %2, and the lock needs the build for CUDA %3.")
                                    .arg(file.product, file.cudaBuild, wanted.cudaBuild), hint);
    if (wanted.fileName.endsWith(u".deb"_s) != (file.form == VendorFile::Form::LocalRepoDeb))
        return refused(&wanted, coreTr("This %1 is right but comes in another form than the lock needs.").arg(file.product), hint);
    const auto named = vendorFileOfName(wanted.fileName);
    if (named && !named->architecture.isEmpty() && !file.architecture.isEmpty() && named->architecture != file.architecture)
        return refused(&wanted, coreTr("This %1 is for %2, and the lock needs it for %3.")
                                    .arg(file.product, file.architecture, named->architecture), hint);
    if (named && !named->system.isEmpty() && !file.system.isEmpty() && named->system != file.system)
        return refused(&wanted, coreTr("This %1 is for %2, and the lock needs it for %3.")
                                    .arg(file.product, file.system, named->system), hint);
    return std::nullopt;
}

/// An ar archive says how long its members are (ar(5)): whether the file holds them all.
bool arIsWhole(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.read(8) != "!<arch>\n")
        return false;
    qint64 at = 8;
    while (at < file.size()) {
        if (!file.seek(at))
            return false;
        const QByteArray header = file.read(60);
        bool ok = false;
        const qint64 size = header.mid(48, 10).trimmed().toLongLong(&ok);
        if (header.size() < 60 || !header.endsWith("`\n") || !ok || size < 0)
            return false;
        at += 60 + size;
        if (at == file.size())
            return true; // the last one needs no padding
        at += size & 1;
    }
    return at == file.size() && at > 8;
}

/// Unpacks to nowhere: only that shows whether a gzip or xz stream has its end.
Result<bool> streamIsWhole(const QString &path, Packing packing, const std::stop_token &stop)
{
    KCompressionDevice device(path, packing == Packing::Xz ? KCompressionDevice::Xz : KCompressionDevice::GZip);
    if (!device.open(QIODevice::ReadOnly))
        return false;
    QByteArray block(1 << 20, Qt::Uninitialized);
    qint64 total = 0;
    QByteArray end;
    for (;;) {
        if (stop.stop_requested())
            return cancelled();
        const qint64 got = device.read(block.data(), block.size());
        if (got < 0)
            return false;
        if (got == 0)
            break;
        total += got;
        end = (end + QByteArray(block.constData(), got)).right(1024);
    }
    // A tar ends with two blocks of zeros (POSIX pax, "ustar Interchange Format"), so a cut is seen even where the
    // decompressor takes a missing end for an end.
    return total > 1024 && total % 512 == 0 && end == QByteArray(1024, '\0');
}

Result<bool> isWhole(const QString &path, const std::stop_token &stop)
{
    static const QRegularExpression archive(u"\\.(tar\\.gz|tgz|tar\\.xz|txz|deb)\\z"_s);
    const Packing packing = packingOf(path);
    if (packing == Packing::Ar)
        return arIsWhole(path);
    if (packing != Packing::Unknown)
        return streamIsWhole(path, packing, stop);
    // Of another form only what is no archive by its name can be whole.
    return !archive.match(withoutCopyMark(QFileInfo(path).fileName())).hasMatch() && QFileInfo(path).size() > 0;
}

/// By digest nothing else matters: the name may be anything.
const VendorExpectation *byDigest(const QList<VendorExpectation> &expected, const QByteArray &digest)
{
    for (const VendorExpectation &expectation : expected)
        if (!expectation.sha256.isEmpty() && expectation.sha256 == digest)
            return &expectation;
    return nullptr;
}

InboxVerdict accepted(const VendorExpectation &expectation, const QByteArray &digest, qint64 size, const QString &version)
{
    InboxVerdict verdict;
    verdict.accepted = true;
    verdict.expectation = expectation.id;
    verdict.sha256 = digest;
    verdict.size = size;
    verdict.toBeConfirmed = expectation.sha256.isEmpty();
    verdict.sentence = expectation.product.isEmpty() ? coreTr("This is “%1”, as the lock needs it.").arg(expectation.fileName)
                                                     : coreTr("This is %1 %2, as the lock needs it.").arg(expectation.product, version);
    return verdict;
}

} // namespace

Result<InboxVerdict> examine(const QString &path, const QList<VendorExpectation> &expected, const std::stop_token &stop,
                             const ProgressSink &progress)
{
    const QFileInfo info(path);
    if (!info.isFile())
        return Failure(ioError(path, info.exists() ? EISDIR : ENOENT));
    const auto inside = isHtml(path) ? Result<VendorFile>(fail(ErrorCode::Invalid, QString())) : vendorFileInside(path);
    const auto file = describe(path, inside);
    const VendorExpectation *wanted = file ? closest(expected, *file) : nullptr;
    if (!wanted)
        wanted = byName(expected, withoutCopyMark(info.fileName()));
    if (isHtml(path))
        return refused(wanted, coreTr("“%1” is a web page and not the file: the login was not passed.").arg(info.fileName()),
                       wanted ? pageHint(*wanted) : coreTr("Log in with a browser and download it again."));
    Progress state{coreTr("Checking"), info.fileName(), 0, info.size(), Progress::Unit::Bytes};
    DOSIRAK_TRY(digest, sha256OfFile(path, stop, [&](qint64 bytes) {
        state.done += bytes;
        report(progress, state);
    }));
    if (const VendorExpectation *same = byDigest(expected, digest))
        return accepted(*same, digest, info.size(), same->version);
    if (!wanted)
        return refused(nullptr, coreTr("“%1” is not a file that any lock waits for.").arg(info.fileName()),
                       coreTr("Compare its name with those in the list."));
    const bool ofVendor = !wanted->product.isEmpty();
    if (auto verdict = ofVendor ? mismatch(*wanted, *file) : std::nullopt)
        return *verdict;
    const QString again = coreTr("Download it again: %1").arg(wanted->page.toString(QUrl::RemoveUserInfo));
    if (wanted->size >= 0 && info.size() < wanted->size)
        return refused(wanted, coreTr("The file is truncated: it has %1 of %2 bytes.").arg(info.size()).arg(wanted->size), again);
    DOSIRAK_TRY(whole, isWhole(path, stop));
    if ((ofVendor && !inside) || !whole)
        return refused(wanted, coreTr("The file is truncated or damaged: its archive does not come to an end."), again);
    if (!wanted->sha256.isEmpty() || (wanted->size >= 0 && wanted->size != info.size()))
        return refused(wanted, coreTr("This is not the file “%1” that was locked: its content differs.").arg(wanted->fileName), again);
    return accepted(*wanted, digest, info.size(), ofVendor ? file->version : QString());
}

// ── watching ───────────────────────────────────────────────────────────────────────────────────────────────────────

InboxWatcher::InboxWatcher(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(500);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &InboxWatcher::scan);
    connect(&m_timer, &QTimer::timeout, this, &InboxWatcher::check);
}

void InboxWatcher::setFolders(const QStringList &folders)
{
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
    m_seen.clear();
    for (const QString &folder : folders)
        if (QFileInfo(folder).isDir() && m_watcher.addPath(folder))
            scan(folder);
}

void InboxWatcher::scan(const QString &folder)
{
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
    for (const QFileInfo &file : files) {
        static const QRegularExpression suffix(u"\\.(tar\\.gz|tgz|tar\\.xz|deb)\\z"_s); // not .part, .crdownload, …
        const QString name = withoutCopyMark(file.fileName());
        if (suffix.match(name).hasMatch() && vendorFileOfName(name) && !m_seen.contains(file.filePath()))
            m_seen.insert(file.filePath(), {});
    }
    m_timer.start();
}

/// Reports files that have kept their size and time since the last look, and forgets those that are gone.
void InboxWatcher::check()
{
    bool growing = false;
    QStringList arrived;
    for (auto it = m_seen.begin(); it != m_seen.end();) {
        const QFileInfo info(it.key());
        if (!info.isFile()) {
            it = m_seen.erase(it);
            continue;
        }
        Seen &seen = it.value();
        const qint64 modified = info.lastModified().toMSecsSinceEpoch();
        const bool quiet = seen.size == info.size() && seen.modified == modified;
        if (!quiet)
            seen = {info.size(), modified, false};
        else if (!seen.reported && info.size() > 0) {
            seen.reported = true;
            arrived += it.key();
        }
        growing = growing || !quiet;
        ++it;
    }
    if (!growing)
        m_timer.stop();
    for (const QString &path : arrived)
        Q_EMIT fileArrived(path);
}

} // namespace dosirak::fetch

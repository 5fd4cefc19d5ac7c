// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/verify.h"

#include "base/safe_path.h"
#include "base/sha256.h"
#include "base/tr.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QSet>
#include <algorithm>
#include <atomic>
#include <mutex>
#include <numeric>
#include <thread>
#include <vector>

namespace dosirak::fetch {

using namespace Qt::StringLiterals;
using State = FileVerdict::State;

namespace {

FileVerdict judge(const QString &folder, const ExpectedFile &expected, const std::stop_token &stop,
                  const std::function<void(qint64)> &onBytes)
{
    const QFileInfo info(folder + u'/' + expected.path);
    if (!info.exists())
        return {expected.path, State::Missing, {}, coreTr("It is not there.")};
    if (!info.isFile() || info.isSymLink())
        return {expected.path, State::Damaged, {}, coreTr("It is not a plain file.")};
    if (expected.size >= 0 && info.size() != expected.size)
        return {expected.path, State::Damaged, {},
                coreTr("It has %1 bytes and should have %2.").arg(info.size()).arg(expected.size)};
    if (expected.sha256.isEmpty())
        return {expected.path, State::Good, {}, {}};
    const auto digest = sha256OfFile(info.filePath(), stop, onBytes);
    if (!digest)
        return {expected.path, State::Unreadable, {}, digest.error().what};
    if (*digest != expected.sha256)
        return {expected.path, State::Damaged, *digest, coreTr("Its content has changed: the SHA-256 differs.")};
    return {expected.path, State::Good, *digest, {}};
}

QStringList pathsOf(const QList<ExpectedFile> &files)
{
    QStringList paths;
    paths.reserve(files.size());
    for (const ExpectedFile &file : files)
        paths.append(file.path);
    return paths;
}

} // namespace

QStringList extraFiles(const QString &folder, const QStringList &expected)
{
    QSet<QString> known;
    for (const QString &path : expected) {
        // The folders on the way to a file are expected as well: one of them may be a link to a larger disk.
        for (qsizetype end = path.size(); end > 0; end = path.lastIndexOf(u'/', end - 1))
            known.insert(path.left(end));
    }
    const QString root = QDir::cleanPath(folder);
    QStringList extra;
    QDirIterator all(root, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next().mid(root.size() + 1);
        const bool isFolder = all.fileInfo().isDir() && !all.fileInfo().isSymLink();
        if (!isFolder && !known.contains(path))
            extra += path;
    }
    extra.sort();
    return extra;
}

bool VerifyReport::isGood() const
{
    return extra.isEmpty()
        && std::all_of(files.begin(), files.end(), [](const FileVerdict &file) { return file.state == State::Good; });
}

Result<VerifyReport> verifyFiles(const QString &folder, const QList<ExpectedFile> &expected, bool listExtra,
                                 const std::stop_token &stop, const ProgressSink &progress)
{
    Progress state{coreTr("Verifying"), {}, 0, 0, Progress::Unit::Bytes};
    for (const ExpectedFile &file : expected) {
        DOSIRAK_CHECK(safeRelativePath(file.path));
        state.total += std::max<qint64>(0, file.size);
    }
    VerifyReport report;
    report.files.resize(expected.size());
    // The largest first, so that the last core is not left alone with one at the end.
    std::vector<qsizetype> order(size_t(expected.size()));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](qsizetype a, qsizetype b) { return expected[a].size > expected[b].size; });
    FileVerdict *verdicts = report.files.data();
    std::atomic<size_t> next = 0;
    std::mutex mutex;
    const auto work = [&] {
        for (size_t at = next++; at < order.size() && !stop.stop_requested(); at = next++) {
            const ExpectedFile &file = expected[order[at]];
            verdicts[order[at]] = judge(folder, file, stop, [&](qint64 bytes) {
                const std::lock_guard lock(mutex);
                state.done += bytes;
                state.item = file.path;
                dosirak::report(progress, state);
            });
        }
    };
    std::vector<std::thread> threads;
    for (unsigned i = 1; i < std::min<size_t>(std::max(1U, std::thread::hardware_concurrency()), order.size()); ++i)
        threads.emplace_back(work);
    work();
    for (std::thread &thread : threads)
        thread.join();
    if (stop.stop_requested())
        return cancelled();
    report.bytes = state.done;
    if (listExtra)
        report.extra = extraFiles(folder, pathsOf(expected));
    return report;
}

} // namespace dosirak::fetch

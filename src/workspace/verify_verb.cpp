// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/artifact_folder.h"
#include "workspace/verbs.h"

#include "base/tr.h"
#include "bundle/unpack.h"
#include "fetch/verify.h"

#include <QElapsedTimer>
#include <algorithm>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

namespace {

using Verdict = VerifiedFile::Verdict;

Verdict verdictOf(fetch::FileVerdict::State state)
{
    switch (state) {
    case fetch::FileVerdict::State::Good: return Verdict::Good;
    case fetch::FileVerdict::State::Missing: return Verdict::Missing;
    case fetch::FileVerdict::State::Damaged:
    case fetch::FileVerdict::State::Unreadable: break;
    }
    return Verdict::Damaged;
}

void badFirst(QList<VerifiedFile> &files)
{
    std::stable_sort(files.begin(), files.end(), [](const VerifiedFile &a, const VerifiedFile &b) {
        return (a.verdict != Verdict::Good) > (b.verdict != Verdict::Good);
    });
}

} // namespace

int VerifyReport::count(VerifiedFile::Verdict verdict) const
{
    return int(std::count_if(files.begin(), files.end(), [&](const VerifiedFile &file) { return file.verdict == verdict; }));
}

bool VerifyReport::good() const
{
    return count(Verdict::Good) == int(files.size()) && !files.isEmpty();
}

Result<VerifyReport> verify(const Workspace &workspace, const QString &presetName, const std::stop_token &stop,
                            const ProgressSink &progress)
{
    DOSIRAK_CHECK(workspace.require(presetName));
    QElapsedTimer clock;
    clock.start();
    DOSIRAK_TRY(lock, lock::readLock(workspace.lockPath(presetName)));
    const QString folder = workspace.artifactsFolder(presetName);
    DOSIRAK_TRY(expected, expectedFiles(folder, lock));

    QList<fetch::ExpectedFile> wanted;
    wanted.reserve(expected.size());
    for (const ExpectedFile &file : expected)
        wanted.append({file.path, file.size, file.sha256.toLatin1()});
    DOSIRAK_TRY(read, fetch::verifyFiles(folder, wanted, true, stop, progress));
    VerifyReport verified;
    for (qsizetype i = 0; i < read.files.size(); ++i) {
        const fetch::FileVerdict &file = read.files[i];
        const bool fetchByHand = file.state == fetch::FileVerdict::State::Missing && expected[i].byHand;
        verified.files.append({file.path, verdictOf(file.state), fetchByHand ? coreTr("A person must fetch it: %1").arg(expected[i].page) : file.why});
    }
    for (const QString &path : read.extra)
        verified.files.append({path, Verdict::Extra, coreTr("The lock does not know it.")});
    badFirst(verified.files);
    verified.bytes = read.bytes;
    verified.took = std::chrono::milliseconds(clock.elapsed());
    return verified;
}

Result<VerifyReport> verifyBundle(const QString &path, const std::stop_token &stop, const ProgressSink &progress)
{
    QElapsedTimer clock;
    clock.start();
    DOSIRAK_TRY(check, bundle::checkBundle(path, stop, progress));
    VerifyReport verified;
    for (const bundle::BundledFile &file : check.manifest.files) {
        const bool damaged = check.damaged.contains(file.path);
        const bool missing = check.missing.contains(file.path);
        verified.files.append({file.path, damaged ? Verdict::Damaged : missing ? Verdict::Missing : Verdict::Good, {}});
    }
    for (const QString &extra : check.extra)
        verified.files.append({extra, Verdict::Extra, coreTr("the manifest does not know it")});
    badFirst(verified.files);
    verified.bytes = check.manifest.totalBytes();
    verified.took = std::chrono::milliseconds(clock.elapsed());
    return verified;
}

} // namespace dosirak::workspace

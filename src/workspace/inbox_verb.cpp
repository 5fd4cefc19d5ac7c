// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/inbox_verb.h"

#include "base/files.h"
#include "base/tr.h"
#include "fetch/store.h"
#include "lock/lock_file.h"
#include "workspace/services.h"

#include <QFileInfo>
#include <algorithm>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

namespace {

bool isByHand(const lock::Artifact &artifact)
{
    return artifact.kind == lock::ArtifactKind::Source && artifact.url.isEmpty();
}

InboxFile inboxFile(const Workspace &workspace, const QString &presetName, const lock::Artifact &artifact)
{
    InboxFile file;
    file.presetName = presetName;
    file.id = artifact.relativePath();
    fetch::VendorExpectation &expected = file.expected;
    expected.id = presetName + u'/' + file.id;
    expected.fileName = artifact.fileName;
    expected.size = artifact.size;
    expected.sha256 = artifact.sha256.toLatin1();
    expected.page = QUrl(artifact.page);
    file.title = artifact.fileName;
    if (const auto vendor = fetch::vendorFileOfName(artifact.fileName)) {
        expected.product = vendor->product;
        expected.version = vendor->version;
        expected.cudaBuild = artifact.cudaBuild.isEmpty() ? vendor->cudaBuild : artifact.cudaBuild;
        file.title = expected.cudaBuild.isEmpty() ? u"%1 %2"_s.arg(expected.product, expected.version)
                                                  : coreTr("%1 %2 for CUDA %3").arg(expected.product, expected.version, expected.cudaBuild);
    }
    const QFileInfo there(workspace.artifactsFolder(presetName) + u'/' + file.id);
    file.here = !expected.sha256.isEmpty() && there.isFile() && (expected.size < 0 || there.size() == expected.size);
    return file;
}

Result<void> collect(const Workspace &workspace, const QString &presetName, QList<InboxFile> &files)
{
    DOSIRAK_TRY(lock, lock::readLock(workspace.lockPath(presetName)));
    for (const lock::Artifact &artifact : lock.artifacts)
        if (isByHand(artifact))
            files.append(inboxFile(workspace, presetName, artifact));
    return {};
}

/// Two presets that wait for the same archive get it by one drop.
bool isSameFile(const InboxFile &one, const InboxFile &other)
{
    const auto &a = one.expected;
    const auto &b = other.expected;
    return a.fileName == b.fileName && (a.sha256.isEmpty() || b.sha256.isEmpty() || a.sha256 == b.sha256);
}

/// The lock with the file's digest and size in it. False: it had them already.
Result<bool> record(const QString &path, const InboxFile &file, const fetch::InboxVerdict &verdict)
{
    DOSIRAK_TRY(lock, lock::readLock(path));
    bool changed = false;
    for (lock::Artifact &artifact : lock.artifacts) {
        if (!isByHand(artifact) || artifact.relativePath() != file.id)
            continue;
        const QString digest = QString::fromLatin1(verdict.sha256);
        changed = changed || artifact.sha256 != digest || artifact.size != verdict.size;
        artifact.sha256 = digest;
        artifact.size = verdict.size;
    }
    if (changed)
        DOSIRAK_CHECK(writeFileAtomically(path, lock::writeLock(lock)));
    return changed;
}

} // namespace

Result<QList<InboxFile>> inboxFiles(const Workspace &workspace, const QString &presetName)
{
    QList<InboxFile> files;
    if (!presetName.isEmpty()) {
        DOSIRAK_CHECK(workspace.require(presetName));
        if (!QFileInfo::exists(workspace.lockPath(presetName)))
            return fail(ErrorCode::NotFound, coreTr("“%1” is not locked yet: what it needs is not known.").arg(presetName),
                        coreTr("Run “dosirak lock %1”.").arg(presetName));
        DOSIRAK_CHECK(collect(workspace, presetName, files));
    } else {
        for (const QString &name : workspace.presetNames())
            (void)collect(workspace, name, files); // another preset's broken lock is told of where that preset is used
    }
    std::stable_sort(files.begin(), files.end(), [](const InboxFile &a, const InboxFile &b) { return a.here < b.here; });
    return files;
}

Result<InboxFinding> inboxExamine(const Workspace &workspace, const QString &path, const QString &presetName,
                                  const std::stop_token &stop, const ProgressSink &progress)
{
    DOSIRAK_TRY(files, inboxFiles(workspace, presetName));
    QList<fetch::VendorExpectation> expected;
    for (const InboxFile &file : files)
        expected.append(file.expected);
    InboxFinding finding;
    finding.path = QFileInfo(path).absoluteFilePath();
    DOSIRAK_TRY(verdict, fetch::examine(finding.path, expected, stop, progress));
    finding.verdict = verdict;
    const auto meant = std::find_if(files.begin(), files.end(), [&](const InboxFile &file) { return file.expected.id == verdict.expectation; });
    if (meant == files.end())
        return finding;
    finding.nearest = *meant;
    for (const InboxFile &file : files)
        if (verdict.accepted && isSameFile(file, *meant))
            finding.answers.append(file);
    return finding;
}

Result<InboxReceipt> inboxAccept(const Workspace &workspace, const InboxFinding &finding, Services &services,
                                 const std::stop_token &stop, const ProgressSink &progress)
{
    if (!finding.verdict.accepted || finding.answers.isEmpty())
        return fail(ErrorCode::Usage, finding.verdict.sentence, finding.verdict.hint);
    fetch::Store &store = services.store();
    Progress state{coreTr("Taking it into the store"), QFileInfo(finding.path).fileName(), 0, finding.verdict.size, Progress::Unit::Bytes};
    report(progress, state);
    // Between the look and the user's word the file may have changed: the digest is checked again on the way.
    DOSIRAK_CHECK(store.add(finding.path, finding.verdict.sha256, stop, [&](qint64 done, qint64) {
        state.done = done;
        report(progress, state);
    }));
    InboxReceipt receipt;
    for (const InboxFile &file : finding.answers) {
        const QString place = workspace.artifactsFolder(file.presetName) + u'/' + file.id;
        DOSIRAK_CHECK(makeFolder(QFileInfo(place).absolutePath()));
        DOSIRAK_CHECK(store.linkInto(finding.verdict.sha256, place, stop));
        DOSIRAK_TRY(recorded, record(workspace.lockPath(file.presetName), file, finding.verdict));
        receipt.recorded = receipt.recorded || recorded;
        receipt.placed.append(place);
        receipt.presetNames.append(file.presetName);
    }
    return receipt;
}

} // namespace dosirak::workspace

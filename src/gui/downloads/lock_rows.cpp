// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/downloads/lock_rows.h"

#include "image/oci_layout.h"

#include <QFileInfo>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using workspace::TransferRow;

namespace {

bool isHere(const lock::Artifact &artifact, const QString &folder)
{
    if (artifact.kind == lock::ArtifactKind::Image) {
        const auto layout = image::OciLayout::open(folder + u"/images"_s);
        const auto there = layout ? layout->find(artifact.name) : Result<image::LayoutImage>(Failure(layout.error()));
        return there && there->descriptor.digest == artifact.version;
    }
    const QFileInfo file(folder + u'/' + artifact.relativePath());
    // A file placed by hand that nobody confirmed yet is still a person's to look at.
    const bool unseen = artifact.sha256.isEmpty() && artifact.kind == lock::ArtifactKind::Source;
    return file.isFile() && !unseen && (artifact.size < 0 || file.size() == artifact.size);
}

} // namespace

QList<TransferRow> rowsOfLock(const lock::LockFile &lock, const QString &artifactsFolder)
{
    QList<TransferRow> rows;
    rows.reserve(lock.artifacts.size());
    for (const lock::Artifact &artifact : lock.artifacts) {
        if (artifact.kind == lock::ArtifactKind::Image && artifact.size < 0)
            continue; // the engine's own: it does not cross the gap, and nobody fetches it
        TransferRow row;
        row.id = artifact.relativePath();
        row.kind = artifact.kind;
        row.name = artifact.name;
        row.version = artifact.version;
        row.size = artifact.size;
        row.why = artifact.why;
        const bool here = isHere(artifact, artifactsFolder);
        row.received = here ? std::max<qint64>(0, artifact.size) : 0;
        row.state = here ? TransferRow::State::Done
            : artifact.url.isEmpty() && artifact.kind == lock::ArtifactKind::Source ? TransferRow::State::ByHand
                                                                                    : TransferRow::State::Waiting;
        if (row.state == TransferRow::State::ByHand)
            row.message = artifact.page;
        rows.append(row);
    }
    return rows;
}

workspace::TransferTotals totalsOf(const QList<TransferRow> &rows)
{
    workspace::TransferTotals totals;
    for (const TransferRow &row : rows) {
        const bool done = row.state == TransferRow::State::Done || row.state == TransferRow::State::Reused;
        ++totals.files;
        totals.filesDone += int(done);
        totals.filesFailed += int(row.state == TransferRow::State::Failed);
        totals.bytes += std::max<qint64>(0, row.size);
        totals.bytesDone += done ? std::max<qint64>(0, row.size) : row.received;
    }
    return totals;
}

} // namespace dosirak::gui

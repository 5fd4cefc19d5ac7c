// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compat/matrix.h"
#include "gui/work/job.h"
#include "gui/work/verbs.h"

#include <QHash>
#include <QObject>

namespace dosirak::gui {

/// What is known of one preset of the folder without opening it.
struct PresetFacts {
    QString name;
    QString description;
    QString words;                  ///< all that a search looks through, in lower case
    compat::Combination values;     ///< where it sits in the matrix
    int errors = 0, warnings = 0;
    bool readable = true;           ///< else errors is 1 and description says why
};

/// Reads and checks every preset of the folder, one after the other, beside the UI thread. What did not change on disk is
/// not read again. Thread: UI.
class PresetScan : public QObject
{
    Q_OBJECT

public:
    PresetScan(JobRunner &jobs, QObject *parent = nullptr) : QObject(parent), m_jobs(jobs) {}

    /// Begins, or begins again with what is new. @p verbs gives the facts.
    void scan(const workspace::Workspace &workspace, const QStringList &presetNames, const std::shared_ptr<Verbs> &verbs);
    [[nodiscard]] const PresetFacts *of(const QString &presetName) const; ///< nullptr: not known yet
    [[nodiscard]] const QHash<QString, PresetFacts> &all() const { return m_facts; }

Q_SIGNALS:
    void changed(const QStringList &presetNames); ///< at most ten times a second
    void finished();

private:
    /// What a file was when it was read: its path, size and time of change.
    struct Seen {
        PresetFacts facts;
        QStringList stamps;
        QString factsVersion;
    };
    friend class ScanWork;

    JobRunner &m_jobs;
    QHash<QString, PresetFacts> m_facts;
    QHash<QString, Seen> m_seen;
    Job *m_job = nullptr;
};

} // namespace dosirak::gui

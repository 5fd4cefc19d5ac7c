// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/work/preset_scan.h"

#include "compat/check.h"
#include "compat/preset_values.h"
#include "preset/load.h"

#include <QDateTime>
#include <QFileInfo>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

QStringList stampsOf(const QStringList &files)
{
    QStringList stamps;
    for (const QString &file : files) {
        const QFileInfo info(file);
        stamps.append(u"%1|%2|%3"_s.arg(file).arg(info.size()).arg(info.lastModified().toMSecsSinceEpoch()));
    }
    return stamps;
}

bool unchanged(const QStringList &stamps)
{
    QStringList files;
    for (const QString &stamp : stamps)
        files.append(stamp.section(u'|', 0, -3));
    return !files.isEmpty() && stampsOf(files) == stamps;
}

QString wordsOf(const preset::Preset &preset)
{
    QStringList words{preset.name, preset.description, preset.os.distribution, preset.os.release, u"python"_s + preset.python.version,
                      u"python "_s + preset.python.version, preset.target.driver, preset.image.tag};
    if (!preset.cuda.isEmpty())
        words.append(u"cuda"_s + preset.cuda + u" cuda "_s + preset.cuda);
    if (preset.pytorch)
        words.append(u"torch"_s + preset.pytorch->version + u" torch "_s + preset.pytorch->version + u' ' + preset.pytorch->build);
    if (preset.tensorrt && preset.tensorrt->enabled)
        words.append(u"tensorrt "_s + preset.tensorrt->version);
    words += preset.target.gpus + preset.wheels.requirements + preset.debs.builder + preset.debs.runtime;
    return words.join(u'\n').toLower();
}

} // namespace

class ScanWork
{
public:
    using Seen = PresetScan::Seen;

    static Seen read(const QString &folder, const QString &root, const QString &name, const compat::Facts &facts)
    {
        Seen seen;
        seen.factsVersion = facts.version;
        seen.facts.name = name;
        seen.facts.words = name;
        const auto loaded = preset::loadPreset(folder, name);
        if (!loaded) {
            seen.facts.readable = false;
            seen.facts.errors = 1;
            seen.facts.description = loaded.error().what;
            seen.stamps = stampsOf({folder + u'/' + name + u".json"_s});
            return seen;
        }
        seen.stamps = stampsOf(loaded->files);
        seen.facts.description = loaded->preset.description;
        seen.facts.words = wordsOf(loaded->preset);
        seen.facts.values = compat::valuesOf(loaded->preset);
        for (const compat::Finding &finding : compat::check({loaded->preset, loaded->resolved, root, facts})) {
            seen.facts.errors += int(finding.severity == compat::Severity::Error);
            seen.facts.warnings += int(finding.severity == compat::Severity::Warning);
        }
        return seen;
    }
};

const PresetFacts *PresetScan::of(const QString &presetName) const
{
    const auto it = m_facts.constFind(presetName);
    return it == m_facts.cend() ? nullptr : &*it;
}

void PresetScan::scan(const workspace::Workspace &workspace, const QStringList &presetNames, const std::shared_ptr<Verbs> &verbs)
{
    if (m_job)
        m_job->cancel();
    QStringList gone = m_facts.keys();
    gone.removeIf([&](const QString &name) { return presetNames.contains(name); });
    for (const QString &name : std::as_const(gone)) {
        m_facts.remove(name);
        m_seen.remove(name);
    }
    auto news = std::make_shared<Mailbox<Seen>>();
    const auto drain = [this, news] {
        QStringList names;
        for (const Seen &seen : news->take()) {
            m_seen.insert(seen.facts.name, seen);
            m_facts.insert(seen.facts.name, seen.facts);
            names.append(seen.facts.name);
        }
        if (!names.isEmpty())
            Q_EMIT changed(names);
    };
    Job *job = m_jobs.start<bool>(
        {u"scan"_s, {}, {}, true}, this,
        [workspace, presetNames, verbs, news, known = m_seen](const std::stop_token &stop, const ProgressSink &) -> Result<bool> {
            const compat::Facts &facts = verbs->facts();
            for (const QString &name : presetNames) {
                if (stop.stop_requested())
                    return cancelled();
                const auto it = known.constFind(name);
                if (it == known.cend() || it->factsVersion != facts.version || !unchanged(it->stamps))
                    news->post(ScanWork::read(workspace.presetsFolder(), workspace.root(), name, facts));
            }
            return true;
        },
        [this](const Result<bool> &done) {
            if (done)
                Q_EMIT finished();
        });
    m_job = job;
    job->onTick(drain);
    connect(job, &Job::finished, this, [this, job] {
        if (m_job == job)
            m_job = nullptr;
    });
}

} // namespace dosirak::gui

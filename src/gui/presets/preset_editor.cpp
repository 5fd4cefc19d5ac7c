// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/preset_editor.h"

#include "base/files.h"
#include "compat/check.h"
#include "compat/tensorrt_choice.h"
#include "gui/presets/splice_command.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using preset::PresetDocument;

namespace {

constexpr int analyseDelayMs = 200;
constexpr int draftDelayMs = 1'000;
constexpr int diskDelayMs = 120;
constexpr int mostSteps = 1'000;

struct Opened {
    QByteArray text;
    QByteArray draft;
};

/// What a preset gets from those that it extends, alone.
void foldParents(const QString &folder, const QString &name, const QByteArray &text, Analysis &analysis)
{
    const auto own = parseJson(text, name);
    if (!own || !own->contains("extends"))
        return;
    const Json bare{{"schema_version", preset::currentSchemaVersion}, {"extends", own->at("extends")}};
    if (const auto parents = preset::loadPresetText(folder, name, QByteArray::fromStdString(bare.dump()))) {
        analysis.parents = parents->resolved;
        analysis.parentsOf = parents->provenance;
    }
}

} // namespace

PresetEditor::PresetEditor(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    freshStack(std::make_shared<QUndoStack>());
    for (const auto &[timer, delay] : {std::pair(&m_analyseTimer, analyseDelayMs), std::pair(&m_draftTimer, draftDelayMs), std::pair(&m_diskTimer, diskDelayMs)}) {
        timer->setSingleShot(true);
        timer->setInterval(delay);
    }
    connect(&m_analyseTimer, &QTimer::timeout, this, &PresetEditor::analyse);
    connect(&m_draftTimer, &QTimer::timeout, this, &PresetEditor::writeDraft);
    connect(&m_diskTimer, &QTimer::timeout, this, &PresetEditor::fileChanged);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_diskTimer, qOverload<>(&QTimer::start));
    connect(&session, &Session::workspaceAboutToChange, this, [this] {
        writeDraft(); // what was left has its draft already
        m_left.clear();
        close();
    });
}

PresetEditor::~PresetEditor() = default;

QString PresetEditor::path() const
{
    return m_session.workspace().presetPath(m_name);
}

QString PresetEditor::draftPath(const QString &presetPath)
{
    QString state = qEnvironmentVariable("XDG_STATE_HOME");
    if (state.isEmpty())
        state = QDir::homePath() + u"/.local/state"_s;
    const QByteArray id = QCryptographicHash::hash(presetPath.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return u"%1/dosirak/drafts/%2-%3"_s.arg(state, QString::fromLatin1(id), presetPath.section(u'/', -1));
}

void PresetEditor::freshStack(std::shared_ptr<QUndoStack> stack)
{
    if (m_undo)
        m_group.removeStack(m_undo.get());
    m_undo = std::move(stack);
    if (m_undo->undoLimit() == 0)
        m_undo->setUndoLimit(mostSteps);
    m_group.addStack(m_undo.get());
    m_group.setActiveStack(m_undo.get());
}

void PresetEditor::leave()
{
    if (m_open && m_text != m_saved) {
        writeDraft();
        m_left.insert(m_name, {m_text, m_saved, m_disk, m_undo});
    }
    m_open = false;
    m_gone = false;
    freshStack(std::make_shared<QUndoStack>());
    if (!m_watcher.files().isEmpty())
        m_watcher.removePaths(m_watcher.files());
}

void PresetEditor::open(const QString &presetName)
{
    leave();
    m_name = presetName;
    if (presetName.isEmpty())
        return close();
    m_session.jobs().start<Opened>(
        {u"open"_s, presetName, {}, true}, this,
        [path = path()](const std::stop_token &, const ProgressSink &) -> Result<Opened> {
            DOSIRAK_TRY(text, readFile(path, preset::maxPresetBytes));
            if (QString::fromUtf8(text).toUtf8() != text)
                return fail(ErrorCode::Invalid, tr("%1 is not UTF-8 text.").arg(path), tr("Convert it, then open it again."));
            const auto draft = readFile(draftPath(path), preset::maxPresetBytes);
            return Opened{text, draft ? *draft : QByteArray()};
        },
        [this, presetName](const Result<Opened> &opened) {
            if (presetName != m_name)
                return;
            if (!opened) {
                close();
                Q_EMIT failed(opened.error());
                return;
            }
            show(opened->text, opened->text, opened->draft);
        });
}

void PresetEditor::show(const QByteArray &text, const QByteArray &disk, const QByteArray &draft)
{
    const bool wasLeft = m_left.contains(m_name);
    const Left left = m_left.take(m_name);
    m_open = true;
    m_document.reset();
    m_analysis = {};
    m_disk = disk;
    m_draft = wasLeft ? QByteArray() : draft;
    m_saved = wasLeft ? left.saved : text;
    if (wasLeft)
        freshStack(left.undo);
    replaceText(wasLeft ? left.text : text);
    watch();
    Q_EMIT opened();
    if (!m_draft.isEmpty() && m_draft != m_text)
        Q_EMIT draftFound();
    if (wasLeft && disk != left.disk)
        Q_EMIT changedOnDisk();
}

void PresetEditor::close()
{
    m_name.clear();
    m_open = false;
    m_gone = false;
    m_text.clear();
    m_saved.clear();
    m_document.reset();
    m_error.reset();
    m_analysis = {};
    freshStack(std::make_shared<QUndoStack>());
    Q_EMIT opened();
    Q_EMIT textChanged();
    Q_EMIT analysed();
}

QStringList PresetEditor::modifiedNames() const
{
    QStringList names = m_left.keys();
    if (isModified())
        names.append(m_name);
    names.sort();
    return names;
}

void PresetEditor::watch()
{
    // A save by rename takes the watch away with the old file.
    if (!m_name.isEmpty() && !m_watcher.files().contains(path()))
        m_watcher.addPath(path());
}

void PresetEditor::replaceText(const QByteArray &text)
{
    m_text = text;
    const auto document = PresetDocument::parse(text, m_name + u".json"_s);
    m_error = document ? std::optional<Error>() : document.error();
    if (document)
        m_document = *document;
    m_analyseTimer.start();
    m_draftTimer.start();
    Q_EMIT textChanged();
}

void PresetEditor::analyse()
{
    if (!m_open)
        return;
    const int number = ++m_analysing;
    m_session.jobs().start<Analysis>(
        {u"analyse"_s, m_name, {}, true}, this,
        [verbs = m_session.verbs(), folder = m_session.workspace().presetsFolder(), root = m_session.workspace().root(), name = m_name,
         text = m_text](const std::stop_token &, const ProgressSink &) -> Result<Analysis> {
            Analysis analysis;
            foldParents(folder, name, text, analysis);
            auto loaded = preset::loadPresetText(folder, name, text);
            if (!loaded) {
                analysis.error = loaded.error();
                return analysis;
            }
            analysis.loaded = *loaded;
            analysis.findings = compat::check({analysis.loaded.preset, analysis.loaded.resolved, root, verbs->facts()});
            analysis.tensorrt = compat::chosenTensorRt(analysis.loaded.preset, verbs->facts());
            return analysis;
        },
        [this, number](const Result<Analysis> &analysis) {
            if (!analysis || number != m_analysing || !m_open)
                return; // a newer one is on its way
            const preset::LoadedPreset lastGood = m_analysis.loaded;
            m_analysis = *analysis;
            if (m_analysis.error)
                m_analysis.loaded = lastGood;
            else
                findChoices();
            Q_EMIT analysed();
        });
}

void PresetEditor::findChoices()
{
    const int number = ++m_choosing;
    m_session.jobs().start<Choices>(
        {u"choices"_s, m_name, {}, true}, this,
        [verbs = m_session.verbs(), preset = m_analysis.loaded.preset](const std::stop_token &stop, const ProgressSink &) -> Result<Choices> {
            return choicesFor(preset, verbs->facts(), stop);
        },
        [this, number](const Result<Choices> &choices) {
            if (!choices || number != m_choosing || !m_open)
                return;
            m_choices = *choices;
            Q_EMIT choicesKnown();
        });
}

bool PresetEditor::saveNow()
{
    for (const QString &name : m_left.keys()) {
        const QString file = m_session.workspace().presetPath(name);
        if (const auto written = writeFileAtomically(file, m_left.value(name).text); !written) {
            Q_EMIT failed(written.error());
            return false;
        }
        QFile::remove(draftPath(file));
        m_left.remove(name);
    }
    if (!isModified())
        return true;
    const auto written = writeFileAtomically(path(), m_text);
    if (!written) {
        Q_EMIT failed(written.error());
        return false;
    }
    m_saved = m_disk = m_text;
    m_gone = false;
    QFile::remove(draftPath(path()));
    Q_EMIT textChanged();
    return true;
}

void PresetEditor::save()
{
    if (!isModified())
        return;
    m_session.jobs().start<QByteArray>(
        {u"save"_s, m_name, {}, true}, this,
        [path = path(), text = m_text](const std::stop_token &, const ProgressSink &) -> Result<QByteArray> {
            DOSIRAK_CHECK(writeFileAtomically(path, text));
            QFile::remove(draftPath(path));
            return text;
        },
        [this, name = m_name](const Result<QByteArray> &text) {
            if (!text) {
                Q_EMIT failed(text.error());
                return;
            }
            if (name == m_name) {
                m_saved = m_disk = *text;
                m_gone = false;
                watch();
                Q_EMIT textChanged();
            }
            m_session.check(name);
            Q_EMIT saved(name);
        });
}

void PresetEditor::forget(const QString &presetName)
{
    m_left.remove(presetName);
    QFile::remove(draftPath(m_session.workspace().presetPath(presetName)));
    if (presetName == m_name)
        close();
}

void PresetEditor::fileChanged()
{
    if (!m_open)
        return;
    m_session.jobs().start<QByteArray>(
        {u"reread"_s, m_name, {}, true}, this,
        [path = path()](const std::stop_token &, const ProgressSink &) { return readFile(path, preset::maxPresetBytes); },
        [this, name = m_name](const Result<QByteArray> &text) {
            if (name != m_name || !m_open)
                return;
            if (!text && text.error().code == ErrorCode::NotFound)
                return fileGone();
            watch();
            if (text)
                m_gone = false;
            if (!text || *text == m_disk)
                return;
            m_disk = *text;
            if (m_disk == m_text) {
                m_saved = m_disk;
                Q_EMIT textChanged();
            } else if (!isModified()) {
                reloadFromDisk();
            } else {
                Q_EMIT changedOnDisk();
            }
        });
}

void PresetEditor::fileGone()
{
    if (!m_open || m_gone)
        return;
    m_gone = true;
    Q_EMIT textChanged();
    Q_EMIT removedOnDisk();
}

void PresetEditor::reloadFromDisk()
{
    setText(m_disk, tr("what another program wrote"));
    m_saved = m_disk;
    Q_EMIT textChanged();
    m_session.check(m_name);
}

void PresetEditor::keepMine()
{
    m_saved = m_disk; // so that the diff shows what a save would overwrite
    Q_EMIT textChanged();
}

void PresetEditor::writeDraft()
{
    if (!m_open)
        return;
    m_session.jobs().start<bool>(
        {u"draft"_s, m_name, {}, true}, this,
        [draft = draftPath(path()), modified = m_text != m_saved, text = m_text](const std::stop_token &, const ProgressSink &) -> Result<bool> {
            if (!modified)
                return QFile::remove(draft);
            DOSIRAK_CHECK(writeFileAtomically(draft, text));
            return true;
        },
        [](const Result<bool> &) {});
}

void PresetEditor::restoreDraft()
{
    setText(m_draft, tr("the draft that was not saved"));
}

void PresetEditor::dropDraft()
{
    m_draft.clear();
    m_draftTimer.start();
}

} // namespace dosirak::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/preset_editor.h"

#include "base/files.h"
#include "compat/check.h"
#include "compat/tensorrt_choice.h"
#include "gui/presets/text_splice.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QUndoCommand>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using preset::PresetDocument;

namespace {

constexpr int analyseDelayMs = 200;
constexpr int draftDelayMs = 1'000;
constexpr int diskDelayMs = 120;
constexpr qint64 typingPauseMs = 1'500; // letters typed with shorter pauses are one step of undo

struct Opened {
    QByteArray text;
    QByteArray draft;
};

} // namespace

/// One step of undo: a splice. Letters that follow each other become one.
class SpliceCommand : public QUndoCommand
{
public:
    SpliceCommand(PresetEditor &editor, TextSplice splice, const QString &what, bool typing)
        : QUndoCommand(what), m_editor(editor), m_splice(std::move(splice)), m_typing(typing), m_time(QDateTime::currentMSecsSinceEpoch())
    {
    }

    void redo() override { m_editor.replaceText(applied(m_editor.text(), m_splice)); }
    void undo() override { m_editor.replaceText(undone(m_editor.text(), m_splice)); }
    [[nodiscard]] int id() const override { return m_typing ? 1 : -1; }

    bool mergeWith(const QUndoCommand *command) override
    {
        const auto *next = static_cast<const SpliceCommand *>(command);
        const bool follows = next->m_splice.removed.isEmpty() && next->m_splice.at == m_splice.at + m_splice.inserted.size()
            && !next->m_splice.inserted.contains('\n');
        if (!follows || next->m_time - m_time > typingPauseMs)
            return false;
        m_splice.inserted += next->m_splice.inserted;
        m_time = next->m_time;
        return true;
    }

private:
    PresetEditor &m_editor;
    TextSplice m_splice;
    bool m_typing;
    qint64 m_time;
};

PresetEditor::PresetEditor(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_undo.setUndoLimit(1000);
    for (const auto &[timer, delay] : {std::pair(&m_analyseTimer, analyseDelayMs), std::pair(&m_draftTimer, draftDelayMs), std::pair(&m_diskTimer, diskDelayMs)}) {
        timer->setSingleShot(true);
        timer->setInterval(delay);
    }
    connect(&m_analyseTimer, &QTimer::timeout, this, &PresetEditor::analyse);
    connect(&m_draftTimer, &QTimer::timeout, this, &PresetEditor::writeDraft);
    connect(&m_diskTimer, &QTimer::timeout, this, &PresetEditor::fileChanged);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_diskTimer, qOverload<>(&QTimer::start));
}

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

void PresetEditor::open(const QString &presetName)
{
    if (isModified())
        writeDraft();
    m_name = presetName;
    m_open = false;
    m_undo.clear();
    if (!m_watcher.files().isEmpty())
        m_watcher.removePaths(m_watcher.files());
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
            m_open = true;
            m_saved = m_disk = opened->text;
            m_draft = opened->draft;
            m_document.reset();
            m_analysis = {};
            replaceText(opened->text);
            watch();
            Q_EMIT this->opened();
            if (!m_draft.isEmpty() && m_draft != m_text)
                Q_EMIT draftFound();
        });
}

void PresetEditor::close()
{
    m_name.clear();
    m_open = false;
    m_text.clear();
    m_saved.clear();
    m_document.reset();
    m_error.reset();
    m_analysis = {};
    m_undo.clear();
    Q_EMIT opened();
    Q_EMIT textChanged();
    Q_EMIT analysed();
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

void PresetEditor::setText(const QByteArray &text, const QString &what, bool typing)
{
    const TextSplice splice = spliceBetween(m_text, text);
    if (!splice.isEmpty())
        m_undo.push(new SpliceCommand(*this, splice, what, typing && splice.removed.isEmpty() && splice.inserted.size() < 8));
}

void PresetEditor::take(const Result<PresetDocument> &document, const QString &what)
{
    if (document)
        setText(document->text(), what);
    else
        Q_EMIT failed(document.error());
}

void PresetEditor::setValue(const QString &pointer, const Json &value, const QString &what)
{
    if (m_document && !m_error)
        take(m_document->set(pointer, value), what);
}

void PresetEditor::removeValue(const QString &pointer, const QString &what)
{
    if (m_document && !m_error)
        take(m_document->remove(pointer), what);
}

void PresetEditor::apply(const Json &patch, const QString &what)
{
    if (m_document && !m_error)
        take(m_document->apply(patch), what);
}

void PresetEditor::setList(const QString &pointer, const QStringList &items, const QString &what)
{
    if (!m_document || m_error)
        return;
    const Json *present = m_document->value(pointer);
    if (!present || !present->is_array()) {
        Json list = Json::array();
        for (const QString &item : items)
            list.push_back(toStd(item));
        return setValue(pointer, list, what);
    }
    QStringList old;
    for (const Json &item : *present)
        old.append(item.is_string() ? fromStd(item.get<std::string>()) : QString());
    qsizetype head = 0;
    while (head < old.size() && head < items.size() && old.at(head) == items.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < old.size() - head && tail < items.size() - head && old.at(old.size() - 1 - tail) == items.at(items.size() - 1 - tail))
        ++tail;
    Result<PresetDocument> document = *m_document;
    const qsizetype gone = old.size() - head - tail;
    const qsizetype fresh = items.size() - head - tail;
    for (qsizetype i = 0; document && i < std::max(gone, fresh); ++i) {
        const QString at = pointer + u"/%1"_s.arg(head + std::min(i, fresh));
        if (i < gone && i < fresh)
            document = document->set(at, toStd(items.at(head + i)));
        else if (i < gone)
            document = document->remove(at);
        else
            document = document->insert(pointer, int(head + i), toStd(items.at(head + i)));
    }
    take(document, what);
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
            Q_EMIT analysed();
        });
}

bool PresetEditor::saveNow()
{
    if (!isModified())
        return true;
    const auto written = writeFileAtomically(path(), m_text);
    if (!written) {
        Q_EMIT failed(written.error());
        return false;
    }
    m_saved = m_disk = m_text;
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
                watch();
                Q_EMIT textChanged();
            }
            m_session.check(name);
        });
}

void PresetEditor::fileChanged()
{
    if (!m_open)
        return;
    m_session.jobs().start<QByteArray>(
        {u"reread"_s, m_name, {}, true}, this,
        [path = path()](const std::stop_token &, const ProgressSink &) { return readFile(path, preset::maxPresetBytes); },
        [this, name = m_name](const Result<QByteArray> &text) {
            if (name != m_name)
                return;
            watch();
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
        [draft = draftPath(path()), modified = isModified(), text = m_text](const std::stop_token &, const ProgressSink &) -> Result<bool> {
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

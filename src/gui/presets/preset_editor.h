// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compat/finding.h"
#include "gui/work/session.h"
#include "preset/document.h"
#include "preset/load.h"

#include <QUndoStack>

namespace dosirak::gui {

/// What a check of the text as it stands now found.
struct Analysis {
    preset::LoadedPreset loaded;
    QList<compat::Finding> findings;
    QString tensorrt;               ///< what "auto" stands for
    std::optional<Error> error;     ///< the text cannot be read as a preset
};

/// One open preset: its text, the undo stack over it, its file. Form, JSON and diff are views of this. Drafts that were not
/// saved are kept in the state folder and survive a crash. Thread: UI; files are read and written beside it.
class PresetEditor : public QObject
{
    Q_OBJECT

public:
    explicit PresetEditor(Session &session, QObject *parent = nullptr);

    void open(const QString &presetName);
    void close();
    [[nodiscard]] const QString &presetName() const { return m_name; }
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] const QByteArray &text() const { return m_text; }
    [[nodiscard]] const QByteArray &savedText() const { return m_saved; }
    [[nodiscard]] bool isModified() const { return m_open && m_text != m_saved; }
    [[nodiscard]] const std::optional<preset::PresetDocument> &document() const { return m_document; } ///< last good state
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }                        ///< of the JSON
    [[nodiscard]] const Analysis &analysis() const { return m_analysis; }
    [[nodiscard]] QUndoStack *undoStack() { return &m_undo; }

    void setText(const QByteArray &text, const QString &what, bool typing = false);
    void setValue(const QString &pointer, const Json &value, const QString &what);
    void setList(const QString &pointer, const QStringList &items, const QString &what); ///< changes only the items that differ
    void removeValue(const QString &pointer, const QString &what);
    void apply(const Json &patch, const QString &what);

    bool saveNow();                 ///< on this thread: when the window closes
    void save();
    void reloadFromDisk();          ///< takes what another program wrote; can be undone
    void keepMine();                ///< goes on over what another program wrote
    void restoreDraft();
    void dropDraft();
    [[nodiscard]] static QString draftPath(const QString &presetPath);

Q_SIGNALS:
    void opened();
    void textChanged();             ///< the text, the document or what is saved
    void analysed();
    void changedOnDisk();           ///< and there are changes of our own
    void draftFound();
    void failed(const dosirak::Error &error);

private:
    friend class SpliceCommand;
    void replaceText(const QByteArray &text);
    void take(const Result<preset::PresetDocument> &document, const QString &what);
    void analyse();
    void writeDraft();
    void fileChanged();
    void watch();
    [[nodiscard]] QString path() const;

    Session &m_session;
    QUndoStack m_undo;
    QFileSystemWatcher m_watcher;
    QTimer m_analyseTimer, m_draftTimer, m_diskTimer;
    QString m_name;
    bool m_open = false;
    QByteArray m_text, m_saved, m_disk, m_draft;
    std::optional<preset::PresetDocument> m_document;
    std::optional<Error> m_error;
    Analysis m_analysis;
    int m_analysing = 0;
};

} // namespace dosirak::gui

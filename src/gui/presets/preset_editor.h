// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compat/finding.h"
#include "gui/presets/choices.h"
#include "gui/work/session.h"
#include "preset/document.h"
#include "preset/load.h"

#include <QUndoGroup>
#include <QUndoStack>

namespace dosirak::gui {

struct TextSplice;

/// What a check of the text as it stands now found.
struct Analysis {
    preset::LoadedPreset loaded;
    QList<compat::Finding> findings;
    QString tensorrt;                       ///< what "auto" stands for
    Json parents;                           ///< what the preset extends, folded; null: it extends nothing
    QMap<QString, QString> parentsOf;       ///< JSON pointer → preset-name of the parent that gives the value
    std::optional<Error> error;             ///< the text cannot be read as a preset
};

/// The open preset: its text, the undo stack over it, its file. Form, JSON and diff are views of this. A preset that was left
/// with changes keeps them, and its undo stack, until it is opened again. Drafts of what was not saved are kept in the state
/// folder and survive a crash. Thread: UI; files are read and written beside it.
class PresetEditor : public QObject
{
    Q_OBJECT

public:
    explicit PresetEditor(Session &session, QObject *parent = nullptr);
    ~PresetEditor() override;

    void open(const QString &presetName);
    void close();
    [[nodiscard]] const QString &presetName() const { return m_name; }
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] const QByteArray &text() const { return m_text; }
    [[nodiscard]] const QByteArray &savedText() const { return m_saved; }
    [[nodiscard]] bool isModified() const { return m_open && (m_gone || m_text != m_saved); }
    [[nodiscard]] bool isGone() const { return m_open && m_gone; } ///< its file was deleted by another program
    [[nodiscard]] QStringList modifiedNames() const;               ///< this preset and those that were left with changes
    [[nodiscard]] const std::optional<preset::PresetDocument> &document() const { return m_document; } ///< last good state
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }                        ///< of the JSON
    [[nodiscard]] const Analysis &analysis() const { return m_analysis; }
    [[nodiscard]] const Choices &choices() const { return m_choices; }
    [[nodiscard]] QUndoStack *undoStack() { return m_undo.get(); }
    [[nodiscard]] QUndoGroup *undoGroup() { return &m_group; } ///< for the actions: it follows the open preset

    [[nodiscard]] const Json *value(const QString &pointer) const;     ///< own, else inherited; nullptr: none
    [[nodiscard]] const Json *ownValue(const QString &pointer) const;
    [[nodiscard]] const Json *parentValue(const QString &pointer) const;
    [[nodiscard]] QString parentOf(const QString &pointer) const;      ///< which preset gives parentValue(); empty: none

    /// Edits; @p typing: a letter of many, which become one step of undo. A list that is inherited is taken over whole
    /// before something in it is changed.
    void setText(const QByteArray &text, const QString &what, bool typing = false);
    void setValue(const QString &pointer, const Json &value, const QString &what, bool typing = false);
    void setList(const QString &pointer, const QStringList &items, const QString &what, bool typing = false); ///< changes only the items that differ
    void setPairs(const QString &pointer, const QList<std::pair<QString, QString>> &pairs, const QString &what, bool typing = false);
    void removeValue(const QString &pointer, const QString &what, bool typing = false);
    void insertItem(const QString &array, int index, const Json &item, const QString &what);
    void removeItem(const QString &array, int index, const QString &what);
    void moveItem(const QString &array, int from, int to, const QString &what);
    void apply(const Json &patch, const QString &what);

    bool saveNow();                 ///< on this thread, with all that were left with changes: when the window closes
    void save();
    void forget(const QString &presetName); ///< its changes and draft are no longer wanted
    void reloadFromDisk();          ///< takes what another program wrote; can be undone
    void keepMine();                ///< goes on over what another program wrote
    void fileGone();                ///< the file is not there any more
    void restoreDraft();
    void dropDraft();
    [[nodiscard]] static QString draftPath(const QString &presetPath);

Q_SIGNALS:
    void opened();
    void textChanged();             ///< the text, the document or what is saved
    void analysed();
    void choicesKnown();
    void changedOnDisk();           ///< and there are changes of our own
    void removedOnDisk();
    void draftFound();
    void saved(const QString &presetName);
    void failed(const dosirak::Error &error);

private:
    /// A preset that was left with changes.
    struct Left {
        QByteArray text, saved, disk;
        std::shared_ptr<QUndoStack> undo;
    };
    void leave();
    void show(const QByteArray &text, const QByteArray &disk, const QByteArray &draft);
    void freshStack(std::shared_ptr<QUndoStack> stack);
    void replaceText(const QByteArray &text);
    void take(const Result<preset::PresetDocument> &document, const QString &what, bool typing = false);
    [[nodiscard]] Result<preset::PresetDocument> withListOf(const QString &pointer) const;
    void analyse();
    void findChoices();
    void writeDraft();
    void fileChanged();
    void watch();
    [[nodiscard]] QString path() const;

    Session &m_session;
    std::shared_ptr<QUndoStack> m_undo;
    QUndoGroup m_group;
    QHash<QString, Left> m_left;
    QFileSystemWatcher m_watcher;
    QTimer m_analyseTimer, m_draftTimer, m_diskTimer;
    QString m_name;
    bool m_open = false;
    bool m_gone = false;
    QByteArray m_text, m_saved, m_disk, m_draft;
    std::optional<preset::PresetDocument> m_document;
    std::optional<Error> m_error;
    Analysis m_analysis;
    Choices m_choices;
    int m_analysing = 0;
    int m_choosing = 0;
};

} // namespace dosirak::gui

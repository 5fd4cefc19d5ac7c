// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/presets_page.h"

#include "base/files.h"
#include "gui/presets/diff_view.h"
#include "gui/presets/findings_panel.h"
#include "gui/presets/json_edit.h"
#include "gui/presets/json_view.h"
#include "gui/presets/name_pool.h"
#include "gui/presets/preset_delegate.h"
#include "gui/presets/preset_editor.h"
#include "gui/presets/preset_form.h"
#include "gui/presets/preset_list_model.h"
#include "ui_presets_page.h"

#include <QActionGroup>
#include <QMenu>
#include <QScrollBar>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

PresetsPage::PresetsPage(Session &session, QWidget *parent)
    : Page(session, parent), m_ui(std::make_unique<Ui::PresetsPage>()), m_editor(new PresetEditor(session, this)),
      m_list(new PresetListModel(this)), m_filtered(new PresetFilter(this)), m_form(new PresetForm(session, *m_editor)),
      m_json(new JsonView(*m_editor)), m_diff(new DiffView)
{
    m_ui->setupUi(this);
    makeViews();
    makeList();
    makeActions();
    connectEditor();
    connect(&session, &Session::presetNamesChanged, this, &PresetsPage::showList);
    connect(&session, &Session::currentChanged, this, [this](const QString &name) {
        m_editor->open(name);
        m_ui->presets->setCurrentIndex(m_filtered->mapFromSource(m_list->indexOf(name)));
    });
    connect(&session, &Session::checked, this, &PresetsPage::showState);
    connect(&session, &Session::locked, this, &PresetsPage::showNames);
    connect(&session.scan(), &PresetScan::changed, this, &PresetsPage::takeScan);
    connect(&session, &Session::valuesWanted, this, [this](const dosirak::Json &patch, bool fresh) {
        if (fresh)
            newFromPatch(patch);
        else
            m_editor->apply(patch, tr("the matrix's values"));
    });
    showList();
    showEditor();
}

PresetsPage::~PresetsPage() = default;

void PresetsPage::makeViews()
{
    m_ui->formLayout->addWidget(m_form);
    m_ui->jsonLayout->addWidget(m_json);
    m_ui->diffLayout->addWidget(m_diff);
    m_ui->presetsSplitter->setSizes({270, 570, 290});
    m_ui->presetsSplitter->setStretchFactor(0, 0);
    m_ui->presetsSplitter->setStretchFactor(1, 1);
    m_ui->noticeBar->hide();
    connect(m_ui->views, &QTabWidget::currentChanged, this, &PresetsPage::showDiff);
    connect(m_diff, &DiffView::wanted, this, &PresetsPage::showDiff);
    connect(m_ui->findings, &FindingsPanel::chosen, this, &PresetsPage::goTo);
    connect(m_ui->findings, &FindingsPanel::fixWanted, this, [this](const compat::Fix &fix) { m_editor->apply(fix.patch, fix.title); });
    connect(m_ui->saveButton, &QPushButton::clicked, m_editor, &PresetEditor::save);
    connect(m_ui->templateButton, &QPushButton::clicked, this, &PresetsPage::newPreset);
    connect(m_ui->requirementsButton, &QPushButton::clicked, this, &PresetsPage::import);
    connect(m_ui->openFolderButton, &QPushButton::clicked, this, &PresetsPage::openFolder);
    connect(m_ui->noticeYes, &QPushButton::clicked, this, [this] {
        m_ui->noticeBar->hide();
        m_notice.onYes();
    });
    connect(m_ui->noticeNo, &QPushButton::clicked, this, [this] {
        m_ui->noticeBar->hide();
        m_notice.onNo();
    });
    connect(m_ui->noticeCompare, &QPushButton::clicked, this, [this] {
        m_editor->keepMine();
        m_diff->compareWith({});
        m_ui->views->setCurrentIndex(ShowDiff);
    });
}

void PresetsPage::makeList()
{
    m_filtered->setSourceModel(m_list);
    m_ui->presets->setModel(m_filtered);
    m_ui->presets->setItemDelegate(new PresetDelegate(m_ui->presets));
    m_ui->presets->setMouseTracking(true);
    m_ui->newButton->setIcon(icon(Shape::Plus));
    m_ui->duplicateButton->setIcon(icon(Shape::Duplicate));
    m_ui->showButton->setIcon(icon(Shape::Down));
    connect(m_ui->newButton, &QToolButton::clicked, this, &PresetsPage::newPreset);
    connect(m_ui->duplicateButton, &QToolButton::clicked, this, &PresetsPage::duplicate);
    connect(m_ui->filterEdit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filtered->setWords(text);
        showCount();
    });
    connect(m_ui->filterEdit, &QLineEdit::returnPressed, this, [this] {
        if (m_filtered->rowCount() > 0) {
            m_ui->presets->setCurrentIndex(m_filtered->index(0, 0));
            m_ui->presets->setFocus();
        }
    });
    connect(m_ui->presets->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (const QString name = m_list->name(m_filtered->mapToSource(index)); !name.isEmpty() && (hasFocus() || m_ui->presets->hasFocus()))
            session().setCurrent(name);
    });
    connect(m_ui->presets, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) { session().setCurrent(m_list->name(m_filtered->mapToSource(index))); });
    auto *menu = new QMenu(m_ui->showButton);
    auto *group = new QActionGroup(menu);
    const std::pair<PresetFilter::Show, QString> shows[]{{PresetFilter::Show::All, tr("All presets")}, {PresetFilter::Show::Errors, tr("With errors")},
                                                         {PresetFilter::Show::Findings, tr("With errors or warnings")}, {PresetFilter::Show::Changed, tr("Changed, not saved")}};
    for (const auto &[show, text] : shows) {
        QAction *action = menu->addAction(text, this, [this, show = show] {
            m_filtered->setShow(show);
            showCount();
        });
        action->setCheckable(true);
        action->setChecked(show == PresetFilter::Show::All);
        group->addAction(action);
    }
    m_ui->showButton->setMenu(menu);
    connect(m_ui->presets, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu context;
        context.addActions(m_actions.first(7));
        context.exec(m_ui->presets->viewport()->mapToGlobal(at));
    });
}

void PresetsPage::makeActions()
{
    const auto add = [this](Shape shape, const QString &text, const QKeySequence &keys, auto act) {
        auto *action = new QAction(icon(shape), text, this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, act);
        m_actions.append(action);
    };
    add(Shape::Plus, tr("&New from a template …"), QKeySequence::New, [this] { newPreset(); });
    add(Shape::Import, tr("&Import requirements.txt, pyproject.toml, Dockerfile …"), Qt::CTRL | Qt::Key_I, [this] { import(); });
    add(Shape::Duplicate, tr("&Duplicate …"), Qt::CTRL | Qt::Key_D, [this] { duplicate(); });
    add(Shape::Compare, tr("&Compare with another preset …"), Qt::CTRL | Qt::SHIFT | Qt::Key_D, [this] { compare(); });
    add(Shape::Pencil, tr("&Rename …"), Qt::Key_F2, [this] { rename(); });
    add(Shape::Trash, tr("Move to the &trash"), Qt::CTRL | Qt::Key_Delete, [this] { trash(); });
    add(Shape::Save, tr("&Save"), QKeySequence::Save, [this] { m_editor->save(); });
    makeUndo();
    add(Shape::Presets, tr("Show as &form"), Qt::ALT | Qt::Key_1, [this] { m_ui->views->setCurrentIndex(ShowForm); });
    add(Shape::Presets, tr("Show as &JSON"), Qt::ALT | Qt::Key_2, [this] { m_ui->views->setCurrentIndex(ShowJson); });
    add(Shape::Compare, tr("Show what c&hanged"), Qt::ALT | Qt::Key_3, [this] { m_ui->views->setCurrentIndex(ShowDiff); });
    add(Shape::Next, tr("&Go to a JSON pointer …"), Qt::CTRL | Qt::Key_G, [this] {
        m_ui->views->setCurrentIndex(ShowJson);
        m_json->focusPointer();
    });
    add(Shape::Note, tr("N&ext finding"), Qt::Key_F8, [this] { m_ui->findings->chooseNext(); });
    add(Shape::Find, tr("Fi&nd in the JSON, or filter presets"), QKeySequence::Find, [this] { find(); });
}

void PresetsPage::makeUndo()
{
    QAction *undo = m_editor->undoGroup()->createUndoAction(this, tr("Undo"));
    undo->setIcon(icon(Shape::Undo));
    undo->setShortcut(QKeySequence::Undo);
    QAction *redo = m_editor->undoGroup()->createRedoAction(this, tr("Redo"));
    redo->setIcon(icon(Shape::Redo));
    redo->setShortcuts({QKeySequence(QKeySequence::Redo), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    m_actions.append({undo, redo});
    for (const auto &[button, action] : {std::pair(m_ui->undoButton, undo), std::pair(m_ui->redoButton, redo)}) {
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
}

void PresetsPage::find()
{
    if (m_ui->views->currentIndex() == ShowJson && m_ui->views->isAncestorOf(focusWidget()))
        return m_json->focusFind();
    m_ui->filterEdit->setFocus();
    m_ui->filterEdit->selectAll();
}

void PresetsPage::connectEditor()
{
    connect(m_editor, &PresetEditor::opened, this, [this] {
        m_ui->noticeBar->hide();
        if (m_editor->isOpen())
            session().hold({});
        showEditor();
    });
    connect(m_editor, &PresetEditor::textChanged, this, &PresetsPage::showEditor);
    connect(m_editor, &PresetEditor::analysed, this, &PresetsPage::showFindings);
    connect(m_editor, &PresetEditor::failed, this, [this](const Error &error) { session().fail(error); });
    connect(m_editor, &PresetEditor::saved, this, [this] {
        session().hold({});
        session().refresh();
    });
    connect(m_editor, &PresetEditor::changedOnDisk, this, [this] {
        notice({tr("Another program changed this preset while you were editing it. Nothing is lost until you choose."), tr("Take theirs"), tr("Keep mine"),
                [this] { m_editor->reloadFromDisk(); }, [this] { m_editor->keepMine(); }, true});
    });
    connect(m_editor, &PresetEditor::removedOnDisk, this, &PresetsPage::aboutGone);
    connect(m_editor, &PresetEditor::draftFound, this, [this] {
        notice({tr("There are changes of this preset that were not saved last time."), tr("Bring them back"), tr("Drop them"),
                [this] { m_editor->restoreDraft(); }, [this] { m_editor->dropDraft(); }});
    });
}

void PresetsPage::aboutGone()
{
    session().hold(m_editor->presetName());
    notice({tr("Another program deleted the file of “%1”. What you see is kept here until you choose.").arg(m_editor->presetName()), tr("Write it again"), tr("Let it go"),
            [this] { m_editor->save(); },
            [this] {
                session().hold({});
                m_editor->forget(m_editor->presetName());
                session().refresh();
            }});
}

void PresetsPage::notice(const Notice &notice)
{
    m_notice = notice;
    m_ui->noticeLabel->setText(u"⚠ "_s + notice.text);
    m_ui->noticeYes->setText(notice.yes);
    m_ui->noticeNo->setText(notice.no);
    m_ui->noticeCompare->setVisible(notice.compares);
    m_ui->noticeBar->show();
}

void PresetsPage::showList()
{
    const QStringList &names = session().presetNames();
    const bool gone = m_editor->isOpen() && !names.contains(m_editor->presetName());
    if (gone && m_editor->presetName() != m_leaving)
        m_editor->fileGone(); // before the session chooses another one
    m_list->setNames(names);
    m_list->setModified(m_editor->modifiedNames());
    takeScan(session().scan().all().keys());
    m_diff->setPresets(names);
    m_ui->stack->setCurrentWidget(names.isEmpty() && !m_editor->isGone() ? m_ui->emptyPage : m_ui->editorPage);
    m_ui->presets->setCurrentIndex(m_filtered->mapFromSource(m_list->indexOf(session().current())));
    showCount();
    showNames();
}

void PresetsPage::showCount()
{
    const int shown = m_filtered->rowCount();
    const int all = m_list->rowCount();
    m_ui->listCount->setVisible(shown < all);
    m_ui->listCount->setText(shown == 0 ? tr("No preset is like that.") : tr("%1 of %2 presets").arg(shown).arg(all));
}

void PresetsPage::showNames()
{
    session().jobs().start<NamePool>(
        {u"names"_s, {}, {}, true}, this,
        [verbs = session().verbs(), workspace = session().workspace(), names = session().presetNames()](const std::stop_token &stop, const ProgressSink &) -> Result<NamePool> {
            return readNames(workspace, names, verbs->facts(), stop);
        },
        [this](const Result<NamePool> &pool) {
            if (pool)
                m_form->setNames(*pool);
        });
}

void PresetsPage::takeScan(const QStringList &presetNames)
{
    for (const QString &name : presetNames) {
        const PresetFacts *facts = session().scan().of(name);
        if (!facts)
            continue;
        const Mark mark = facts->errors > 0 ? Mark::Bad : facts->warnings > 0 ? Mark::Warning : Mark::Good;
        const QString text = !facts->readable ? tr("cannot be read")
            : facts->errors > 0               ? tr("%n errors", nullptr, facts->errors)
            : facts->warnings > 0             ? tr("%n warnings", nullptr, facts->warnings)
                                              : tr("no findings");
        m_list->setState(name, {mark, text, false, facts->description, facts->words});
    }
}

void PresetsPage::showState(const QString &presetName)
{
    const workspace::CheckReport *report = session().report(presetName);
    const QModelIndex index = m_list->indexOf(presetName);
    if (!report || !index.isValid())
        return;
    const int errors = report->count(compat::Severity::Error);
    const int warnings = report->count(compat::Severity::Warning);
    PresetListModel::State state = m_list->state(index.row());
    state.mark = errors > 0 ? Mark::Bad : warnings > 0 ? Mark::Warning : Mark::Good;
    state.text = errors > 0 ? tr("%n errors", nullptr, errors) : warnings > 0 ? tr("%n warnings", nullptr, warnings) : tr("no findings");
    m_list->setState(presetName, state);
}

void PresetsPage::showEditor()
{
    m_ui->saveButton->setEnabled(m_editor->isModified());
    m_ui->stateLabel->setText(!m_editor->isOpen() ? QString() : m_editor->isGone() ? tr("Its file is gone") : m_editor->isModified() ? tr("Changed, not saved") : tr("Saved"));
    m_list->setModified(m_editor->modifiedNames());
    showDiff();
}

void PresetsPage::showDiff()
{
    if (m_ui->views->currentIndex() != ShowDiff)
        return;
    const QString other = m_diff->comparedWith();
    if (other.isEmpty()) {
        m_diff->showMeaning({});
        return m_diff->show(m_editor->savedText(), m_editor->text(), tr("Nothing changed since the last save."));
    }
    session().jobs().start<QByteArray>(
        {u"compare"_s, other, {}, true}, this,
        [path = session().workspace().presetPath(other)](const std::stop_token &, const ProgressSink &) { return readFile(path, preset::maxPresetBytes); },
        [this, other](const Result<QByteArray> &text) {
            if (!text)
                return session().fail(text.error());
            if (other == m_diff->comparedWith())
                m_diff->show(*text, m_editor->text(), tr("“%1” is the same.").arg(other));
        });
}

void PresetsPage::showFindings()
{
    const Analysis &analysis = m_editor->analysis();
    QList<compat::Finding> findings = analysis.findings;
    if (analysis.error)
        findings = {{u"unreadable"_s, compat::Severity::Error, analysis.error->place.pointer, analysis.error->what, analysis.error->hint, {}, {}}};
    m_ui->findings->setFindings(findings, m_editor->document());
}

void PresetsPage::goTo(const QString &pointer)
{
    if (m_ui->views->currentIndex() != ShowJson && m_form->isEnabled() && !m_editor->error()) {
        m_ui->views->setCurrentIndex(ShowForm);
        if (m_form->focus(pointer))
            return;
    }
    m_ui->views->setCurrentIndex(ShowJson);
    m_json->goTo(pointer);
}

QString PresetsPage::unsaved() const
{
    const QStringList names = m_editor->modifiedNames();
    if (names.size() == 1)
        return tr("“%1” has changes that are not saved.").arg(names.first());
    return names.isEmpty() ? QString() : tr("These presets have changes that are not saved: %1").arg(names.join(u", "_s));
}

bool PresetsPage::save()
{
    return m_editor->saveNow();
}

} // namespace dosirak::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/presets_page.h"

#include "gui/presets/findings_panel.h"
#include "gui/presets/form_binder.h"
#include "gui/presets/preset_editor.h"
#include "gui/presets/preset_files.h"
#include "gui/presets/preset_list_model.h"
#include "gui/presets/text_splice.h"
#include "gui/theme/theme.h"
#include "ui_presets_page.h"

#include <QFontDatabase>
#include <QMenu>
#include <QScrollBar>
#include <QSortFilterProxyModel>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

/// Every key that stands somewhere in the document, for completion.
void collectKeys(const Json &value, QStringList &keys)
{
    for (const auto &[key, item] : value.items()) {
        if (value.is_object())
            keys.append(fromStd(key));
        if (item.is_structured())
            collectKeys(item, keys);
    }
}

} // namespace

PresetsPage::PresetsPage(Session &session, QWidget *parent)
    : Page(session, parent), m_ui(std::make_unique<Ui::PresetsPage>()), m_editor(new PresetEditor(session, this)),
      m_list(new PresetListModel(this)), m_filtered(new QSortFilterProxyModel(this)), m_form(new PresetForm(session, *m_editor))
{
    m_ui->setupUi(this);
    makeViews();
    makeActions();
    connectEditor();
    connectJson();
    connect(&session, &Session::presetNamesChanged, this, &PresetsPage::showList);
    connect(&session, &Session::currentChanged, this, [this](const QString &name) {
        m_editor->open(name);
        m_ui->presets->setCurrentIndex(m_filtered->mapFromSource(m_list->indexOf(name)));
    });
    connect(&session, &Session::checked, this, &PresetsPage::showState);
    connect(&session, &Session::valuesWanted, this, [this](const Json &patch, bool fresh) {
        if (!fresh)
            return m_editor->apply(patch, tr("the matrix's values"));
        const QByteArray base = m_editor->isOpen() ? m_editor->text() : templatePreset();
        const auto document = preset::PresetDocument::parse(base, u"preset"_s);
        const auto changed = document ? document->apply(patch) : document;
        if (changed)
            create(tr("New preset"), this->session().current() + u"-new"_s, changed->text());
        else
            this->session().fail(changed.error());
    });
    showList();
    showEditor();
}

PresetsPage::~PresetsPage() = default;

void PresetsPage::makeViews()
{
    m_filtered->setSourceModel(m_list);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_ui->presets->setModel(m_filtered);
    m_ui->formArea->setWidget(m_form);
    m_ui->presetsSplitter->setSizes({270, 570, 290});
    m_ui->presetsSplitter->setStretchFactor(0, 0);
    m_ui->presetsSplitter->setStretchFactor(1, 1);
    m_ui->noticeBar->hide();
    m_ui->diff->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->newButton->setIcon(icon(Shape::Plus));
    m_ui->duplicateButton->setIcon(icon(Shape::Duplicate));
    m_ui->undoButton->setIcon(icon(Shape::Undo));
    m_ui->redoButton->setIcon(icon(Shape::Redo));
    m_ui->saveButton->setIcon(icon(Shape::Save));
    connect(m_ui->filterEdit, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_ui->presets->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            session().setCurrent(m_list->name(m_filtered->mapToSource(index)));
    });
    connect(m_ui->findings, &FindingsPanel::chosen, this, &PresetsPage::goTo);
    connect(m_ui->findings, &FindingsPanel::fixWanted, this, [this](const compat::Fix &fix) { m_editor->apply(fix.patch, fix.title); });
    connect(m_ui->views, &QTabWidget::currentChanged, this, [this] {
        showJson();
        showDiff();
    });
    connect(m_ui->newButton, &QToolButton::clicked, this, &PresetsPage::newPreset);
    connect(m_ui->templateButton, &QPushButton::clicked, this, &PresetsPage::newPreset);
    connect(m_ui->requirementsButton, &QPushButton::clicked, this, &PresetsPage::importRequirements);
    connect(m_ui->duplicateButton, &QToolButton::clicked, this, &PresetsPage::duplicate);
    connect(m_ui->saveButton, &QPushButton::clicked, m_editor, &PresetEditor::save);
    connect(m_ui->noticeYes, &QPushButton::clicked, this, [this] {
        m_ui->noticeBar->hide();
        m_onYes();
    });
    connect(m_ui->noticeNo, &QPushButton::clicked, this, [this] {
        m_ui->noticeBar->hide();
        m_onNo();
    });
}

void PresetsPage::makeActions()
{
    const auto add = [this](Shape shape, const QString &text, const QKeySequence &keys, auto act) {
        auto *action = new QAction(icon(shape), text, this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, act);
        m_actions.append(action);
        return action;
    };
    add(Shape::Plus, tr("&New from a template …"), QKeySequence::New, [this] { newPreset(); });
    add(Shape::Import, tr("&Import requirements.txt …"), Qt::CTRL | Qt::Key_I, [this] { importRequirements(); });
    add(Shape::Duplicate, tr("&Duplicate …"), Qt::CTRL | Qt::Key_D, [this] { duplicate(); });
    add(Shape::Pencil, tr("&Rename …"), Qt::Key_F2, [this] { rename(); });
    add(Shape::Trash, tr("Move to the &trash"), Qt::CTRL | Qt::Key_Delete, [this] { trash(); });
    add(Shape::Save, tr("&Save"), QKeySequence::Save, [this] { m_editor->save(); });
    QAction *undo = m_editor->undoStack()->createUndoAction(this, tr("Undo"));
    undo->setIcon(icon(Shape::Undo));
    undo->setShortcut(QKeySequence::Undo);
    QAction *redo = m_editor->undoStack()->createRedoAction(this, tr("Redo"));
    redo->setIcon(icon(Shape::Redo));
    redo->setShortcut(QKeySequence::Redo);
    m_actions.append({undo, redo});
    for (const auto &[button, action] : {std::pair(m_ui->undoButton, undo), std::pair(m_ui->redoButton, redo)}) {
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
    add(Shape::Presets, tr("Show as &form"), Qt::ALT | Qt::Key_1, [this] { m_ui->views->setCurrentIndex(0); });
    add(Shape::Presets, tr("Show as &JSON"), Qt::ALT | Qt::Key_2, [this] { m_ui->views->setCurrentIndex(1); });
    add(Shape::Compare, tr("Show what &changed"), Qt::ALT | Qt::Key_3, [this] { m_ui->views->setCurrentIndex(2); });
    add(Shape::Find, tr("Fi&lter presets"), QKeySequence::Find, [this] { m_ui->filterEdit->setFocus(); });
    connect(m_ui->presets, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu menu;
        menu.addActions(m_actions.first(6));
        menu.exec(m_ui->presets->viewport()->mapToGlobal(at));
    });
}

void PresetsPage::connectEditor()
{
    connect(m_editor, &PresetEditor::opened, this, [this] {
        m_ui->noticeBar->hide();
        showEditor();
    });
    connect(m_editor, &PresetEditor::textChanged, this, &PresetsPage::showEditor);
    connect(m_editor, &PresetEditor::analysed, this, &PresetsPage::showFindings);
    connect(m_editor, &PresetEditor::failed, this, [this](const Error &error) { session().fail(error); });
    connect(m_editor, &PresetEditor::changedOnDisk, this, [this] {
        notice(tr("Another program changed this preset while you were editing it. Nothing is lost until you choose."),
               tr("Take theirs"), [this] { m_editor->reloadFromDisk(); }, tr("Keep mine"), [this] { m_editor->keepMine(); });
    });
    connect(m_editor, &PresetEditor::draftFound, this, [this] {
        notice(tr("There are changes of this preset that were not saved last time."), tr("Bring them back"), [this] { m_editor->restoreDraft(); },
               tr("Drop them"), [this] { m_editor->dropDraft(); });
    });
    connect(m_ui->noticeCompare, &QPushButton::clicked, this, [this] {
        m_editor->keepMine();
        m_ui->views->setCurrentIndex(2);
    });
}

void PresetsPage::connectJson()
{
    connect(m_ui->json, &JsonEdit::edited, this, [this] {
        QByteArray text = m_ui->json->toPlainText().toUtf8();
        if (m_editor->savedText().contains("\r\n"))
            text.replace("\n", "\r\n"); // the widget knows only one kind of line end
        m_editor->setText(text, tr("typing"), true);
    });
    connect(m_ui->json, &JsonEdit::undoRequested, m_editor->undoStack(), &QUndoStack::undo);
    connect(m_ui->json, &JsonEdit::redoRequested, m_editor->undoStack(), &QUndoStack::redo);
}

void PresetsPage::showList()
{
    m_list->setNames(session().presetNames());
    m_ui->stack->setCurrentWidget(session().presetNames().isEmpty() ? m_ui->emptyPage : m_ui->editorPage);
    m_ui->presets->setCurrentIndex(m_filtered->mapFromSource(m_list->indexOf(session().current())));
}

void PresetsPage::showState(const QString &presetName)
{
    const workspace::CheckReport *report = session().report(presetName);
    if (!report)
        return;
    const int errors = report->count(compat::Severity::Error);
    const int warnings = report->count(compat::Severity::Warning);
    m_list->setState(presetName, {errors > 0 ? Mark::Bad : warnings > 0 ? Mark::Warning : Mark::Good,
                                  errors > 0 ? tr("%n errors", nullptr, errors) : warnings > 0 ? tr("%n warnings", nullptr, warnings) : tr("no findings"), false});
}

void PresetsPage::showEditor()
{
    m_ui->saveButton->setEnabled(m_editor->isModified());
    m_ui->stateLabel->setText(!m_editor->isOpen() ? QString() : m_editor->isModified() ? tr("Changed, not saved") : tr("Saved"));
    m_list->setModified(m_editor->presetName(), m_editor->isModified());
    showJson();
    showDiff();
}

void PresetsPage::showJson()
{
    QString text = QString::fromUtf8(m_editor->text());
    text.replace(u"\r\n"_s, u"\n"_s);
    m_ui->json->showText(text);
    m_ui->json->setReadOnly(!m_editor->isOpen());
    const auto &error = m_editor->error();
    m_ui->jsonError->setVisible(error.has_value());
    if (error) {
        m_ui->jsonError->setText(tr("✗ Line %1, column %2: %3 The form stays on the last good state.").arg(error->place.line).arg(error->place.column).arg(error->what));
        m_ui->json->setMarks({{error->place.line, true, error->what}});
    } else {
        showFindings();
    }
}

void PresetsPage::showDiff()
{
    if (m_ui->views->currentIndex() != 2)
        return;
    if (!m_editor->isModified()) {
        m_ui->diff->setPlainText(tr("Nothing changed since the last save."));
        return;
    }
    const Tones &tones = tonesFor(palette());
    QString html = u"<pre>"_s;
    for (const QString &line : lineDiff(m_editor->savedText(), m_editor->text())) {
        const QString escaped = line.toHtmlEscaped();
        html += line.startsWith(u'+') ? u"<span style='color:%1'>%2</span>\n"_s.arg(tones.good.name(), escaped)
            : line.startsWith(u'-')   ? u"<span style='color:%1'>%2</span>\n"_s.arg(tones.bad.name(), escaped)
                                      : escaped + u'\n';
    }
    m_ui->diff->setHtml(html + u"</pre>"_s);
}

void PresetsPage::showFindings()
{
    const Analysis &analysis = m_editor->analysis();
    QList<compat::Finding> findings = analysis.findings;
    if (analysis.error)
        findings = {{u"unreadable"_s, compat::Severity::Error, analysis.error->place.pointer, analysis.error->what, analysis.error->hint, {}, {}}};
    m_ui->findings->setFindings(findings);
    if (m_editor->error() || !m_editor->document())
        return;
    QStringList keys;
    collectKeys(m_editor->document()->json(), keys);
    keys.removeDuplicates();
    keys.sort();
    m_ui->json->setWords(keys);
    QList<JsonEdit::LineMark> marks;
    for (const compat::Finding &finding : std::as_const(findings)) {
        const auto range = finding.pointer.isEmpty() ? std::nullopt : m_editor->document()->range(finding.pointer);
        if (range && finding.severity != compat::Severity::Note)
            marks.append({preset::positionOf(m_editor->text(), range->begin).line, finding.severity == compat::Severity::Error, finding.what});
    }
    m_ui->json->setMarks(marks);
}

void PresetsPage::goTo(const QString &pointer)
{
    if (m_ui->views->currentIndex() == 0 && m_form->focus(pointer))
        return;
    if (!m_editor->document())
        return;
    const auto range = m_editor->document()->range(pointer);
    m_ui->views->setCurrentIndex(1);
    const auto position = preset::positionOf(m_editor->text(), range ? range->begin : 0);
    m_ui->json->goTo(position.line, position.column);
}

void PresetsPage::notice(const QString &text, const QString &yes, std::function<void()> onYes, const QString &no, std::function<void()> onNo)
{
    m_onYes = std::move(onYes);
    m_onNo = std::move(onNo);
    m_ui->noticeLabel->setText(u"⚠ "_s + text);
    m_ui->noticeYes->setText(yes);
    m_ui->noticeNo->setText(no);
    m_ui->noticeBar->show();
}

QString PresetsPage::unsaved() const
{
    return m_editor->isModified() ? tr("“%1” has changes that are not saved.").arg(m_editor->presetName()) : QString();
}

bool PresetsPage::save()
{
    return m_editor->saveNow();
}

void PresetsPage::run(const QString &title, std::function<Result<void>()> work, const QString &thenOpen)
{
    session().jobs().start<bool>(
        {u"files"_s, thenOpen, title, true}, this,
        [work = std::move(work)](const std::stop_token &, const ProgressSink &) -> Result<bool> {
            DOSIRAK_CHECK(work());
            return true;
        },
        [this, thenOpen](const Result<bool> &done) {
            if (!done)
                return session().fail(done.error());
            session().setWanted(thenOpen);
            session().refresh();
        });
}

void PresetsPage::create(const QString &title, const QString &suggestion, const QByteArray &text)
{
    const auto name = session().dialogs().askText(this, title, tr("Name of the preset"), suggestion);
    if (name)
        run(title, [workspace = session().workspace(), name = *name, text] { return createPreset(workspace, name, text); }, *name);
}

void PresetsPage::newPreset()
{
    create(tr("New preset"), u"debian12-mine"_s, templatePreset());
}

void PresetsPage::duplicate()
{
    if (m_editor->isOpen())
        create(tr("Duplicate the preset"), m_editor->presetName() + u"-copy"_s, m_editor->text());
}

void PresetsPage::importRequirements()
{
    const QStringList paths = session().dialogs().openFiles(this, tr("Import requirements.txt"), session().workspace().root(), tr("Requirements (*.txt *.in);;All files (*)"));
    if (paths.isEmpty())
        return;
    const auto name = session().dialogs().askText(this, tr("Import requirements.txt"), tr("Name of the preset"), u"debian12-imported"_s);
    if (!name)
        return;
    run(tr("Import requirements.txt"), [workspace = session().workspace(), name = *name, path = paths.first()]() -> Result<void> {
        DOSIRAK_TRY(text, presetFromRequirements(path));
        return createPreset(workspace, name, text);
    }, *name);
}

void PresetsPage::rename()
{
    const QString from = session().current();
    if (from.isEmpty() || !m_editor->saveNow())
        return;
    const auto to = session().dialogs().askText(this, tr("Rename the preset"), tr("New name; its artifacts go with it"), from);
    if (to && *to != from)
        run(tr("Rename the preset"), [workspace = session().workspace(), from, to = *to] { return renamePreset(workspace, from, to); }, *to);
}

void PresetsPage::trash()
{
    const QString name = session().current();
    if (name.isEmpty())
        return;
    const auto answer = session().dialogs().ask(this, {tr("Move to the trash?"), tr("“%1” goes to the trash. Its artifacts and builds stay.").arg(name), tr("Move to the trash"), {}});
    if (answer == Dialogs::Answer::Yes)
        run(tr("Move to the trash"), [workspace = session().workspace(), name] { return trashPreset(workspace, name); }, {});
}

} // namespace dosirak::gui

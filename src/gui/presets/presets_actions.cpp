// SPDX-License-Identifier: GPL-3.0-or-later
//
// What PresetsPage does with whole presets: make, bring in, duplicate, rename, throw away, compare.
#include "base/files.h"
#include "gui/presets/diff_view.h"
#include "gui/presets/preset_editor.h"
#include "gui/presets/presets_page.h"
#include "preset/preset_name.h"
#include "ui_presets_page.h"
#include "workspace/editing.h"
#include "workspace/import_verb.h"
#include "workspace/preset_files.h"

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

QString descriptionOf(const QByteArray &text)
{
    const auto document = preset::PresetDocument::parse(text, u"preset"_s);
    const Json *description = document ? document->value(u"/description"_s) : nullptr;
    return description && description->is_string() ? fromStd(description->get<std::string>()) : QString();
}

} // namespace

void PresetsPage::run(const QString &title, std::function<Result<void>()> work, const QString &thenOpen, std::function<void()> then)
{
    session().jobs().start<bool>(
        {u"files"_s, thenOpen, title, true}, this,
        [work = std::move(work)](const std::stop_token &, const ProgressSink &) -> Result<bool> {
            DOSIRAK_CHECK(work());
            return true;
        },
        [this, thenOpen, then = std::move(then)](const Result<bool> &done) {
            if (!done) {
                m_leaving.clear();
                return session().fail(done.error());
            }
            session().setWanted(thenOpen);
            session().refresh();
            if (then)
                then();
        });
}

QString PresetsPage::freeName(const QString &wish) const
{
    QString name = wish;
    for (int i = 2; session().presetNames().contains(name); ++i)
        name = u"%1-%2"_s.arg(wish).arg(i);
    return name;
}

std::optional<Dialogs::NewAnswer> PresetsPage::askName(Dialogs::NewQuestion question)
{
    question.nameLabel = tr("Preset-name: it describes the environment, such as ubuntu22.04-cuda11.8-torch2.1");
    question.problem = [names = session().presetNames()](const QString &name) {
        if (const auto parsed = preset::parsePresetName(name); !parsed)
            return parsed.error().what;
        return names.contains(name) ? tr("There is a preset “%1” already.").arg(name) : QString();
    };
    return session().dialogs().askNew(this, question);
}

void PresetsPage::newPreset()
{
    Dialogs::NewQuestion question{tr("New preset"), tr("From the template"), {}, tr("Create"), {}, 0, {}, {}, {}};
    const QStringList templates = workspace::templateNames();
    for (const QString &name : templates) {
        const auto text = workspace::templateText(name);
        question.options.append({name, text ? descriptionOf(*text) : QString()});
    }
    question.suggestion = [this, templates](int option) { return freeName(templates.value(option)); };
    const auto answer = askName(question);
    if (!answer || answer->option < 0)
        return;
    run(question.title, [workspace = session().workspace(), name = answer->name, from = templates.value(answer->option)]() -> Result<void> {
        DOSIRAK_CHECK(workspace::newPreset(workspace, name, from));
        return {};
    }, answer->name);
}

void PresetsPage::newFromPatch(const dosirak::Json &patch)
{
    const auto base = m_editor->isOpen() ? Result<QByteArray>(m_editor->text()) : workspace::templateText(workspace::templateNames().value(0));
    const auto document = base ? preset::PresetDocument::parse(*base, u"preset"_s) : Result<preset::PresetDocument>(tl::unexpected(base.error()));
    const auto changed = document ? document->apply(patch) : document;
    if (!changed)
        return session().fail(changed.error());
    const QString from = m_editor->isOpen() ? m_editor->presetName() : u"preset"_s;
    const auto answer = askName({tr("New preset from “%1” with the matrix's values").arg(from), {}, {}, tr("Create"), {}, 0, freeName(from + u"-new"_s), {}, {}});
    if (answer)
        run(tr("New preset"), [workspace = session().workspace(), name = answer->name, text = changed->text()] { return workspace::createPreset(workspace, name, text); }, answer->name);
}

void PresetsPage::duplicate()
{
    if (!m_editor->isOpen())
        return;
    const QString from = m_editor->presetName();
    const auto answer = askName({tr("Duplicate “%1”").arg(from), {}, {}, tr("Duplicate"), {}, 0, freeName(from + u"-copy"_s), {}, {}});
    if (!answer)
        return;
    // What is on the screen is duplicated, saved or not.
    run(tr("Duplicate the preset"), [workspace = session().workspace(), name = answer->name, from, text = m_editor->text(), saved = !m_editor->isModified()]() -> Result<void> {
        if (!saved)
            return workspace::createPreset(workspace, name, text);
        DOSIRAK_CHECK(workspace::newPreset(workspace, name, from));
        return {};
    }, answer->name);
}

void PresetsPage::compare()
{
    m_ui->views->setCurrentIndex(ShowDiff);
    if (auto *box = m_diff->findChild<QComboBox *>(u"diffAgainst"_s)) {
        box->setFocus();
        box->showPopup();
    }
}

void PresetsPage::rename()
{
    const QString from = session().current();
    if (from.isEmpty() || !m_editor->isOpen())
        return;
    const auto answer = askName({tr("Rename “%1”; its artifacts go with it").arg(from), {}, {}, tr("Rename"), {}, 0, from, {}, {}});
    if (!answer || answer->name == from)
        return;
    if (m_editor->isModified() && !m_editor->saveNow())
        return;
    m_leaving = from;
    auto renamed = std::make_shared<workspace::Renamed>();
    const QString to = answer->name;
    run(tr("Rename the preset"), [workspace = session().workspace(), from, to, renamed]() -> Result<void> {
        DOSIRAK_TRY(done, workspace::renamePreset(workspace, from, to));
        *renamed = done;
        return {};
    }, to, [this, from, to, renamed] {
        const QString also = renamed->followed.isEmpty() ? QString() : tr("These extend it and follow: %1").arg(renamed->followed.join(u", "_s));
        session().show({Mark::Good, tr("“%1” is “%2” now.").arg(from, to), also, {},
                        {{tr("Undo"), [this, from, to] {
                             m_leaving = to;
                             run(tr("Rename the preset"), [workspace = session().workspace(), from, to]() -> Result<void> {
                                 DOSIRAK_CHECK(workspace::renamePreset(workspace, to, from));
                                 return {};
                             }, from);
                         }}}, u"rename"_s});
    });
}

void PresetsPage::trash()
{
    const QString name = session().current();
    if (name.isEmpty())
        return;
    // It is asked only where something would be lost: the trash itself can be undone.
    if (m_editor->isModified()) {
        const auto answer = session().dialogs().ask(this, {tr("Move to the trash?"), tr("“%1” has changes that are not saved. They go with it.").arg(name), tr("Move to the trash"), {}});
        if (answer != Dialogs::Answer::Yes)
            return;
    }
    m_leaving = name;
    auto trashed = std::make_shared<workspace::Trashed>();
    run(tr("Move to the trash"), [workspace = session().workspace(), name, trashed]() -> Result<void> {
        DOSIRAK_TRY(done, workspace::trashPreset(workspace, name));
        *trashed = done;
        return {};
    }, {}, [this, name, trashed] {
        m_editor->forget(name);
        session().show({Mark::Note, tr("“%1” is in the trash.").arg(name), tr("Its artifacts and builds stay."), {},
                        {{tr("Undo"), [this, name, trashed] {
                             m_leaving.clear();
                             run(tr("Take it out of the trash"), [workspace = session().workspace(), trashed] { return workspace::restorePreset(workspace, *trashed); }, name);
                         }}}, u"trash"_s});
    });
}

void PresetsPage::openFolder()
{
    const QString folder = session().dialogs().openFolder(this, tr("Open working folder"), session().workspace().root());
    if (!folder.isEmpty())
        session().openWorkspace(workspace::Workspace::find(folder));
}

namespace {

QString namesOf(const QStringList &paths)
{
    QStringList names;
    for (const QString &path : paths)
        names.append(path.section(u'/', -1));
    return names.join(u", "_s);
}

/// What was taken, and what was not, with the reasons.
Message toldOf(const workspace::ImportedPreset &imported, const QString &names)
{
    int taken = 0;
    QStringList notes;
    for (const auto &[path, import] : imported.files) {
        taken += int(import.taken.size());
        for (const workspace::ImportNote &note : import.notes)
            notes.append(u"%1:%2: %3%4"_s.arg(path.section(u'/', -1)).arg(note.line).arg(note.what, note.text.isEmpty() ? QString() : u" (“%1”)"_s.arg(note.text)));
    }
    return {notes.isEmpty() ? Mark::Good : Mark::Note, PresetsPage::tr("%n entries were taken from %1.", nullptr, taken).arg(names),
            notes.isEmpty() ? QString() : PresetsPage::tr("%n lines were not taken, or not as they stood: the details say why.", nullptr, int(notes.size())),
            notes.join(u'\n'), {}, u"import"_s};
}

} // namespace

void PresetsPage::import()
{
    const QStringList paths = session().dialogs().openFiles(this, tr("Import"), session().workspace().root(),
                                                            tr("Requirements, pyproject.toml, Dockerfiles and lists (*.txt *.in *.toml *.list Dockerfile* *.dockerfile);;All files (*)"));
    if (paths.isEmpty())
        return;
    if (!m_editor->isOpen())
        return importAsNew(paths);
    const auto answer = session().dialogs().ask(this, {tr("Import"), tr("Add what %1 names to “%2”, or make a new preset of it?").arg(namesOf(paths), m_editor->presetName()),
                                                       tr("Add to “%1”").arg(m_editor->presetName()), tr("New preset …")});
    if (answer == Dialogs::Answer::Yes)
        importIntoOpen(paths);
    else if (answer == Dialogs::Answer::No)
        importAsNew(paths);
}

/// One step of undo, and nothing is saved yet.
void PresetsPage::importIntoOpen(const QStringList &paths)
{
    const QString name = m_editor->presetName();
    session().jobs().start<workspace::ImportedPreset>(
        {u"import-sources"_s, name, tr("Import"), true}, this,
        [workspace = session().workspace(), name, text = m_editor->text(), paths](const std::stop_token &, const ProgressSink &) {
            return workspace::importPaths(workspace, name, text, paths);
        },
        [this, name, before = m_editor->text(), paths](const Result<workspace::ImportedPreset> &imported) {
            if (!imported)
                return session().fail(imported.error());
            if (m_editor->presetName() != name || m_editor->text() != before)
                return session().show({Mark::Note, tr("“%1” was changed meanwhile: nothing was imported.").arg(name), tr("Import again."), {}, {}, u"import"_s});
            m_editor->setText(imported->text, tr("Import %1").arg(namesOf(paths)));
            session().show(toldOf(*imported, namesOf(paths)));
        });
}

void PresetsPage::importAsNew(const QStringList &paths)
{
    const auto answer = askName({tr("New preset from %1").arg(namesOf(paths)), {}, {}, tr("Import"), {}, 0, freeName(u"debian12-imported"_s), {}, {}});
    if (!answer)
        return;
    auto imported = std::make_shared<workspace::ImportedPreset>();
    run(tr("Import"), [workspace = session().workspace(), name = answer->name, paths, imported]() -> Result<void> {
        DOSIRAK_TRY(base, workspace::emptyPresetText());
        DOSIRAK_TRY(done, workspace::importPaths(workspace, name, base, paths));
        *imported = done;
        return workspace::createPreset(workspace, name, done.text);
    }, answer->name, [this, imported, paths] { session().show(toldOf(*imported, namesOf(paths))); });
}

} // namespace dosirak::gui

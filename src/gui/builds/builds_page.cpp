// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/builds/builds_page.h"

#include "base/files.h"
#include "base/text.h"
#include "gui/builds/history_model.h"
#include "gui/builds/log_text.h"
#include "gui/builds/result_text.h"
#include "gui/builds/steps_model.h"
#include "ui_builds_page.h"

#include <QClipboard>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using build::BuildEvent;
using build::BuildRecord;

namespace {

constexpr int noStep = -1;                  // a line that belongs to no step
constexpr int eventsPerSlice = 2'000;        // about a millisecond or two
constexpr qint64 mostOfARecipe = 8LL << 20;  // bytes
constexpr qint64 mostOfALog = 512LL << 20;   // bytes shown; the file keeps all

struct BuildFiles {
    QByteArray recipe;
    QByteArray log;
};

} // namespace

BuildsPage::BuildsPage(Session &session, QWidget *parent)
    : Page(session, parent), m_ui(std::make_unique<Ui::BuildsPage>()), m_history(new HistoryModel(this)),
      m_steps(new StepsModel(this)), m_log(new LogText(this))
{
    m_ui->setupUi(this);
    makeViews();
    makeActions();
    connectLog();
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &BuildsPage::applySlice);
    connect(&session, &Session::buildStarted, this, &BuildsPage::begin);
    connect(&session, &Session::buildEvents, this, [this](const QString &, const auto &events) { apply(events); });
    connect(&session, &Session::buildEnded, this, [this](const QString &, const BuildOutcome &outcome) { end(outcome.result); });
    connect(&session, &Session::currentChanged, this, [this] { reload(); });
    connect(&session.jobs(), &JobRunner::changed, this, &BuildsPage::showRun);
    showRun();
}

BuildsPage::~BuildsPage() = default;

void BuildsPage::makeViews()
{
    m_ui->history->setModel(m_history);
    m_ui->steps->setModel(m_steps);
    m_ui->steps->header()->setStretchLastSection(false);
    m_ui->steps->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_ui->steps->header()->resizeSection(1, 90);
    m_ui->buildsSplitter->setSizes({220, 380, 560});
    m_ui->buildsSplitter->setStretchFactor(2, 1);
    m_ui->stepsSplitter->setSizes({420, 120});
    m_ui->stepsSplitter->setStretchFactor(0, 1);
    for (QPlainTextEdit *edit : {m_ui->recipeEdit, m_ui->commandEdit})
        edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->scopeBox->addItems({tr("This step"), tr("All steps")});
    m_ui->errorButton->setIcon(icon(Shape::Cross));
    m_ui->followButton->setIcon(icon(Shape::Follow));
    m_ui->copyButton->setIcon(icon(Shape::Copy));
    m_ui->engineBox->addItem(tr("The best that is here"), QString());
    m_ui->inspectButton->setIcon(icon(Shape::Find));
    m_ui->emptyBuild->setIcon(icon(Shape::Builds));
    connect(m_ui->inspectButton, &QPushButton::clicked, this, &BuildsPage::inspect);
    connect(m_ui->emptyBuild, &QPushButton::clicked, this, &BuildsPage::startOrStop);
    connect(m_ui->history->selectionModel(), &QItemSelectionModel::currentChanged, this, &BuildsPage::showRecord);
    connect(m_ui->steps->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (const build::BuildStep *step = m_steps->step(index))
            showStepLog(step->id);
    });
    connect(m_ui->timeline, &TimelineView::stepClicked, this, &BuildsPage::chooseStep);
    connect(m_ui->buildButton, &QPushButton::clicked, this, &BuildsPage::startOrStop);
    connect(m_ui->engineBox, &QComboBox::activated, this, [this] { session().setPreferredEngine(m_ui->engineBox->currentData().toString()); });
    connect(&session(), &Session::preferredEngineChanged, this, [this](const QString &id) { m_ui->engineBox->setCurrentIndex(std::max(0, m_ui->engineBox->findData(id))); });
}

void BuildsPage::connectLog()
{
    LogView *view = m_ui->log;
    view->setText(m_log);
    connect(m_ui->findEdit, &QLineEdit::textEdited, this, [this] { find(true); });
    connect(m_ui->findEdit, &QLineEdit::returnPressed, this, [this] { find(false); });
    connect(view, &LogView::found, this, [this](int line) { m_ui->findLabel->setText(tr("line %1").arg(line + 1)); });
    connect(view, &LogView::notFound, this, [this] { m_ui->findLabel->setText(tr("not found")); });
    connect(m_ui->followButton, &QToolButton::clicked, view, &LogView::setFollow);
    connect(view, &LogView::followChanged, m_ui->followButton, &QToolButton::setChecked);
    connect(m_ui->errorButton, &QToolButton::clicked, this, &BuildsPage::showFailure);
    connect(m_ui->copyButton, &QToolButton::clicked, this, [this] {
        const int step = m_ui->log->step();
        QGuiApplication::clipboard()->setText(QString::fromUtf8(m_log->text(step, 0, m_log->count(step) - 1)));
    });
    connect(m_ui->scopeBox, &QComboBox::currentIndexChanged, this, [this] {
        const build::BuildStep *step = m_steps->step(m_ui->steps->currentIndex());
        showStepLog(step ? step->id : LogText::everything);
    });
}

void BuildsPage::makeActions()
{
    const auto add = [this](Shape shape, const QString &text, const QKeySequence &keys, auto act) {
        auto *action = new QAction(icon(shape), text, this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, act);
        m_actions.append(action);
    };
    add(Shape::Find, tr("&Find in the log"), QKeySequence::Find, [this] {
        m_ui->tabs->setCurrentWidget(m_ui->logTab);
        m_ui->findEdit->setFocus();
        m_ui->findEdit->selectAll();
    });
    add(Shape::Next, tr("Find &next"), QKeySequence::FindNext, [this] { find(false); });
    add(Shape::Cross, tr("Go to the first &error"), Qt::CTRL | Qt::Key_E, [this] { showFailure(); });
    add(Shape::Follow, tr("F&ollow the log"), Qt::CTRL | Qt::SHIFT | Qt::Key_F, [this] { m_ui->log->setFollow(true); });
    add(Shape::Reload, tr("&Look for engines again"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), [this] { findEngines(); });
}

void BuildsPage::shown()
{
    if (!m_enginesAsked)
        findEngines();
}

void BuildsPage::findEngines()
{
    m_enginesAsked = true;
    session().jobs().start<build::EngineReport>(
        {u"engines"_s, {}, tr("Look for engines"), true}, this,
        [verbs = session().verbs()](const std::stop_token &stop, const ProgressSink &) { return verbs->engines(stop); },
        [this](const Result<build::EngineReport> &report) {
            if (report)
                setEngines(*report);
            else
                session().fail(report.error());
        });
}

void BuildsPage::setEngines(const build::EngineReport &report)
{
    m_ui->engineBox->clear();
    m_ui->engineBox->addItem(report.engines.isEmpty() ? tr("None was found") : tr("The best: %1").arg(report.engines.first().title()), QString());
    for (const build::Engine &engine : report.engines)
        m_ui->engineBox->addItem(engine.title(), engine.id);
    QStringList notes{report.why};
    for (const build::EngineProblem &problem : report.problems)
        notes.append(u"%1: %2 %3"_s.arg(problem.program, problem.error.what, problem.error.hint));
    m_ui->engineBox->setToolTip(notes.join(u'\n'));
    m_ui->engineBox->setCurrentIndex(std::max(0, m_ui->engineBox->findData(session().preferredEngine())));
    m_ui->engineBox->setEnabled(!report.engines.isEmpty());
    Q_EMIT enginesKnown(report.engines.isEmpty() ? tr("No engine") : report.engines.first().title(), !report.engines.isEmpty());
}

void BuildsPage::startOrStop()
{
    if (Job *job = session().jobs().find(u"build"_s, session().current()))
        return job->cancel();
    workspace::BuildOptions options;
    options.engine = m_ui->engineBox->currentData().toString();
    options.noCache = !m_ui->cacheBox->isChecked();
    options.smokeTest = m_ui->smokeBox->isChecked();
    session().build(session().current(), options);
}

void BuildsPage::showRun()
{
    const Job *job = session().jobs().find(u"build"_s, session().current());
    m_ui->buildButton->setText(job ? tr("Stop") : tr("Build"));
    m_ui->buildButton->setIcon(icon(job ? Shape::Stop : Shape::Builds));
    m_ui->emptyBuild->setEnabled(!session().current().isEmpty());
    m_ui->buildButton->setEnabled(!session().current().isEmpty() && !(job && job->isStopping()));
    if (job)
        m_ui->summaryLabel->setText(u"%1 · %2"_s.arg(job->progress().stage, durationText(std::chrono::milliseconds(job->elapsedMs() / 1000 * 1000))));
    else if (!m_live)
        m_ui->summaryLabel->clear();
    m_ui->stack->setCurrentWidget(job || m_history->rowCount() > 0 || m_steps->rowCount() > 0 ? m_ui->buildsBody : m_ui->emptyPage);
}

void BuildsPage::begin()
{
    m_live = true;
    m_result.reset();
    m_pending.clear();
    m_taken = 0;
    m_shownId.clear();
    m_steps->setSteps({});
    m_log->clear();
    m_ui->timeline->setSteps({});
    m_ui->history->clearSelection();
    m_ui->resultBrowser->clear();
    m_ui->recipeEdit->clear();
    m_ui->commandEdit->clear();
    m_ui->tabs->setCurrentWidget(m_ui->logTab);
    m_ui->log->setFollow(true);
    m_ui->stack->setCurrentWidget(m_ui->buildsBody);
}

void BuildsPage::apply(const QList<BuildEvent> &events)
{
    if (!m_live)
        return;
    m_pending.append(events);
    m_slice.start();
}

void BuildsPage::applySlice()
{
    const qsizetype last = std::min(m_pending.size(), m_taken + eventsPerSlice);
    bool stepsChanged = false;
    for (; m_taken < last; ++m_taken) {
        stepsChanged |= m_pending.at(m_taken).kind == BuildEvent::Kind::Step;
        takeEvent(m_pending.at(m_taken));
    }
    m_log->flush();
    if (stepsChanged)
        m_ui->timeline->setSteps(m_steps->steps());
    if (m_taken < m_pending.size())
        return;
    m_pending.clear();
    m_taken = 0;
    m_slice.stop();
    if (const auto result = std::exchange(m_result, {}))
        end(*result);
}

void BuildsPage::takeEvent(const BuildEvent &event)
{
    switch (event.kind) {
    case BuildEvent::Kind::Step:
        m_steps->apply(event.step);
        if (m_ui->log->follows() && event.step.state == build::StepState::Running && event.step.kind == build::BuildStep::Kind::Step)
            chooseStep(event.step.id);
        break;
    case BuildEvent::Kind::Log: m_log->append(event.stepId, event.text.toUtf8(), event.error); break;
    case BuildEvent::Kind::Warning:
    case BuildEvent::Kind::Message: m_log->append(noStep, event.text.toUtf8(), event.error); break;
    }
}

void BuildsPage::end(const Result<BuildRecord> &result)
{
    if (!m_pending.isEmpty()) {
        m_result = result; // after the last slice
        return;
    }
    m_live = false;
    if (!result && result.error().code != ErrorCode::Cancelled)
        showFailure();
    // The events are already on the screen: the record adds recipe, command and result.
    reload(result ? result->id : result.error().detail.section(u'\n', 0, 0).section(u' ', 1, 1));
}

void BuildsPage::reload(const QString &select)
{
    session().jobs().start<QList<BuildRecord>>(
        {u"builds"_s, session().current(), {}, true}, this,
        [folder = session().workspace().buildsFolder()](const std::stop_token &, const ProgressSink &) {
            return QFile::exists(folder) ? build::listRecords(folder) : Result<QList<BuildRecord>>();
        },
        [this, select](const Result<QList<BuildRecord>> &records) {
            if (!records)
                return session().fail(records.error());
            setRecords(*records);
            if (m_live)
                return;
            QModelIndex index = m_history->indexOf(select);
            for (int row = 0; !index.isValid() && row < m_history->rowCount(); ++row) {
                if (m_history->records().at(row).presetName == session().current())
                    index = m_history->index(row);
            }
            m_ui->history->setCurrentIndex(index);
        });
}

void BuildsPage::setRecords(const QList<BuildRecord> &records)
{
    m_history->setRecords(records);
    showRun();
}

void BuildsPage::showRecord()
{
    const BuildRecord *record = m_history->record(m_ui->history->currentIndex());
    if (!record || m_live)
        return;
    m_ui->resultBrowser->setHtml(resultHtml(*record));
    m_ui->inspectLabel->clear();
    m_ui->inspectButton->setEnabled(record->state == build::BuildState::Succeeded);
    m_ui->commandEdit->setPlainText(commandText(record->commandLine));
    readBuildFiles(*record);
}

/// Layers, labels and packages of the image, beside what the lock promised.
void BuildsPage::inspect()
{
    const BuildRecord *record = m_history->record(m_ui->history->currentIndex());
    if (!record)
        return;
    m_ui->inspectButton->setEnabled(false);
    m_ui->inspectLabel->setText(tr("Reading %1 …").arg(record->tag));
    session().jobs().start<workspace::InspectedBuild>(
        {u"inspect"_s, record->id, tr("Look inside %1").arg(record->tag)}, this,
        [verbs = session().verbs(), name = record->presetName, tag = record->tag](const std::stop_token &stop, const ProgressSink &sink) {
            return verbs->inspect(name, tag, stop, sink);
        },
        [this, record = *record](const Result<workspace::InspectedBuild> &inspected) {
            m_ui->inspectButton->setEnabled(true);
            m_ui->inspectLabel->clear();
            if (!inspected)
                return session().fail(inspected.error());
            if (m_shownId == record.id)
                m_ui->resultBrowser->setHtml(resultHtml(record) + inspectedHtml(*inspected));
        });
}

void BuildsPage::readBuildFiles(const BuildRecord &record)
{
    const QString folder = build::recordFolder(session().workspace().buildsFolder(), record.id);
    m_shownId = record.id;
    session().jobs().start<BuildFiles>(
        {u"read-build"_s, record.id, {}, true}, this,
        [folder, log = build::logPath(session().workspace().buildsFolder(), record.id)](const std::stop_token &, const ProgressSink &) -> Result<BuildFiles> {
            BuildFiles files;
            if (const auto recipe = readFile(folder + u"/Dockerfile"_s, mostOfARecipe))
                files.recipe = *recipe;
            if (QFile file(log); file.open(QIODevice::ReadOnly))
                files.log = file.read(mostOfALog);
            return files;
        },
        [this, record](const Result<BuildFiles> &files) {
            if (!files || m_live || m_shownId != record.id)
                return;
            m_ui->recipeEdit->setPlainText(QString::fromUtf8(files->recipe));
            m_steps->setSteps(record.steps);
            m_ui->timeline->setSteps(record.steps);
            m_log->clear();
            showLogFile(files->log);
            if (m_steps->failed().isValid())
                showFailure();
            else
                chooseStep(record.steps.isEmpty() ? 0 : record.steps.first().id);
        });
}

/// A record's log has "#<step> " before each line of a step (build/record.h).
void BuildsPage::showLogFile(const QByteArray &log)
{
    qsizetype from = 0;
    while (from < log.size()) {
        qsizetype end = log.indexOf('\n', from);
        if (end < 0)
            end = log.size();
        QByteArray line = log.mid(from, end - from);
        from = end + 1;
        int step = noStep;
        if (const qsizetype blank = line.indexOf(' '); line.startsWith('#') && blank > 1) {
            bool isNumber = false;
            const int number = line.mid(1, blank - 1).toInt(&isNumber);
            if (isNumber) {
                step = number;
                line.remove(0, blank + 1);
            }
        }
        m_log->append(step, line, false);
    }
    m_log->flush();
}

void BuildsPage::showStepLog(int stepId)
{
    m_ui->timeline->setCurrent(stepId);
    m_ui->log->setStep(m_ui->scopeBox->currentIndex() == 1 ? LogText::everything : stepId);
    m_ui->findLabel->clear();
}

void BuildsPage::chooseStep(int stepId)
{
    for (int row = 0; row < m_steps->rowCount(); ++row) {
        if (m_steps->steps().at(row).id == stepId)
            m_ui->steps->setCurrentIndex(m_steps->index(row, 0));
    }
}

void BuildsPage::showFailure()
{
    const QModelIndex failed = m_steps->failed();
    if (failed.isValid())
        m_ui->steps->setCurrentIndex(failed);
    m_ui->tabs->setCurrentWidget(m_ui->logTab);
    m_ui->log->goTo(m_log->firstFailure(m_ui->log->step()));
}

void BuildsPage::find(bool includeCurrent)
{
    m_ui->findLabel->clear();
    m_ui->log->find(m_ui->findEdit->text(), includeCurrent);
}

QList<QuickItem> BuildsPage::quickItems()
{
    QList<QuickItem> items;
    for (const BuildRecord &record : m_history->records()) {
        items.append({record.id, tr("Build"), {}, Shape::Builds, [this, id = record.id] {
                          session().goTo(PageId::Builds);
                          m_ui->history->setCurrentIndex(m_history->indexOf(id));
                      }});
    }
    return items;
}

} // namespace dosirak::gui

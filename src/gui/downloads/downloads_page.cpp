// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/downloads/downloads_page.h"

#include "base/text.h"
#include "gui/downloads/conflict_text.h"
#include "gui/downloads/dependency_model.h"
#include "gui/downloads/inbox_panel.h"
#include "gui/downloads/lock_rows.h"
#include "gui/downloads/state_delegate.h"
#include "gui/downloads/transfer_model.h"
#include "gui/work/table_copy.h"
#include "ui_downloads_page.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QUrl>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using workspace::TransferRow;

namespace {

constexpr int rowsPerSlice = 400; // a millisecond or two

struct LockView {
    lock::LockFile lock;
    QList<TransferRow> rows;
    QList<workspace::InboxFile> inbox;
};

QString detailHtml(const TransferRow &row, const lock::Artifact *artifact)
{
    QString text = u"<b>%1</b> %2"_s.arg(row.name.toHtmlEscaped(), row.version.toHtmlEscaped());
    const auto line = [&](const QString &label, const QString &value) {
        if (!value.isEmpty())
            text += u"<br><span style='color:gray'>%1</span> %2"_s.arg(label.toHtmlEscaped(), value);
    };
    line(DownloadsPage::tr("why:"), row.why.join(u" → "_s).toHtmlEscaped());
    line(DownloadsPage::tr("state:"), stateText(row).toHtmlEscaped());
    if (artifact) {
        line(DownloadsPage::tr("from:"), artifact->origin.toHtmlEscaped());
        line(DownloadsPage::tr("licence:"), artifact->licence.left(80).toHtmlEscaped());
        line(u"SHA-256:"_s, u"<code>%1</code>"_s.arg(artifact->sha256.left(16).toHtmlEscaped()) + (artifact->sha256.isEmpty() ? QString() : u"…"_s));
        const QUrl page(artifact->page);
        if (page.scheme() == u"https"_s)
            line(DownloadsPage::tr("page:"), u"<a href=\"%1\">%1</a>"_s.arg(artifact->page.toHtmlEscaped()));
    }
    return text;
}

} // namespace

DownloadsPage::DownloadsPage(Session &session, QWidget *parent)
    : Page(session, parent), m_ui(std::make_unique<Ui::DownloadsPage>()), m_model(new TransferModel(this)),
      m_dependencies(new DependencyModel(this))
{
    m_ui->setupUi(this);
    setAcceptDrops(true);
    makeViews();
    connectButtons();
    connectConflict();
    makeActions();
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &DownloadsPage::applySlice);
    connect(&session, &Session::currentChanged, this, &DownloadsPage::reload);
    connect(&session, &Session::locked, this, &DownloadsPage::reload);
    connect(&session, &Session::synced, this, &DownloadsPage::reload);
    connect(&session, &Session::lockFailed, this, &DownloadsPage::showBody);
    connect(&session, &Session::inboxChanged, this, [this](const QString &name) {
        if (name == this->session().current())
            reload();
    });
    connect(&session, &Session::transfersChanged, this, [this](const QString &name, const auto &rows, const auto &totals) {
        if (name == this->session().current())
            apply(rows, totals);
    });
    connect(&session.jobs(), &JobRunner::changed, this, &DownloadsPage::showSync);
    reload();
}

DownloadsPage::~DownloadsPage() = default;

void DownloadsPage::makeViews()
{
    m_ui->transfers->setModel(m_model);
    m_ui->transfers->setItemDelegateForColumn(int(TransferModel::Column::State), new StateDelegate(TransferModel::PerMilleRole, this));
    m_ui->transfers->sortByColumn(0, Qt::AscendingOrder);
    QHeaderView *header = m_ui->transfers->header();
    const QList<int> widths{190, 110, 75, 190, 85}; // leaves room for the reason in a window of 1280
    for (int i = 0; i < widths.size(); ++i)
        header->resizeSection(i, widths.at(i));
    m_ui->dependencies->setModel(m_dependencies);
    m_ui->dependencies->header()->resizeSection(0, 150);
    m_ui->downloadsSplitter->setSizes({830, 250});
    m_ui->downloadsSplitter->setStretchFactor(0, 1);
    m_ui->groupBox->addItems({tr("By kind"), tr("By requirement"), tr("By state")});
    m_ui->showBox->addItems({tr("All files"), tr("Not here yet"), tr("Failed"), tr("By hand"), tr("Here")});
    m_ui->syncButton->setIcon(icon(Shape::Downloads));
    m_ui->pauseButton->setIcon(icon(Shape::Pause));
    m_ui->resumeButton->setIcon(icon(Shape::Play));
    m_ui->retryButton->setIcon(icon(Shape::Retry));
    m_ui->lockButton->setIcon(icon(Shape::Lock));
    m_ui->verifyButton->setIcon(icon(Shape::Shield));
    connect(m_ui->filterEdit, &QLineEdit::textChanged, this, &DownloadsPage::setFilter);
    connect(m_ui->showBox, &QComboBox::currentIndexChanged, this, &DownloadsPage::setFilter);
    connect(m_ui->groupBox, &QComboBox::currentIndexChanged, this, [this](int row) { m_model->setGrouping(TransferModel::Grouping(row)); });
    keepPlace();
    connect(m_ui->transfers->selectionModel(), &QItemSelectionModel::currentChanged, this, &DownloadsPage::showDetails);
    connect(m_ui->dependencies->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (const lock::Artifact *artifact = m_dependencies->artifact(index))
            m_ui->transfers->setCurrentIndex(m_model->indexOf(artifact->relativePath()));
    });
}

/// A reset of the model must not move what the user looks at.
void DownloadsPage::keepPlace()
{
    connect(m_ui->transfers, &QTreeView::collapsed, this, [this](const QModelIndex &index) { m_collapsed.insert(m_model->groupTitle(index)); });
    connect(m_ui->transfers, &QTreeView::expanded, this, [this](const QModelIndex &index) { m_collapsed.remove(m_model->groupTitle(index)); });
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_chosen.clear();
        for (const TransferRow *row : chosen())
            m_chosen.append(row->id);
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        expandGroups();
        QItemSelection selection;
        for (const QString &id : std::as_const(m_chosen)) {
            if (const QModelIndex index = m_model->indexOf(id); index.isValid())
                selection.select(index, index);
        }
        if (selection.isEmpty())
            return;
        m_ui->transfers->selectionModel()->setCurrentIndex(selection.indexes().first(), QItemSelectionModel::NoUpdate);
        m_ui->transfers->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    });
}

void DownloadsPage::connectButtons()
{
    connect(m_ui->verifyButton, &QToolButton::clicked, this, [this] { session().verify(session().current()); });
    connect(m_ui->inboxPanel, &InboxPanel::pickWanted, this, &DownloadsPage::pickForInbox);
    connect(m_ui->inboxPanel, &InboxPanel::pageWanted, this, [](const QUrl &page) { QDesktopServices::openUrl(page); });
    connect(m_ui->lockButton, &QPushButton::clicked, this, [this] { session().lock(session().current()); });
    connect(m_ui->syncButton, &QPushButton::clicked, this, [this] {
        if (Job *job = session().jobs().find(u"sync"_s, session().current()))
            job->cancel();
        else
            session().sync(session().current());
    });
    connect(m_ui->pauseButton, &QToolButton::clicked, this, [this] {
        if (const auto control = session().syncControl(session().current()))
            control->pauseAll();
    });
    connect(m_ui->resumeButton, &QToolButton::clicked, this, [this] {
        if (const auto control = session().syncControl(session().current()))
            control->resumeAll();
    });
    connect(m_ui->retryButton, &QToolButton::clicked, this, &DownloadsPage::retryFailed);
}

void DownloadsPage::makeActions()
{
    const auto add = [this](Shape shape, const QString &text, const QKeySequence &keys, auto act) {
        auto *action = new QAction(icon(shape), text, this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, act);
        m_actions.append(action);
    };
    add(Shape::Find, tr("&Filter files"), QKeySequence::Find, [this] { m_ui->filterEdit->setFocus(); });
    add(Shape::Pause, tr("&Pause these"), Qt::CTRL | Qt::ALT | Qt::Key_P, [this] { steer(&workspace::SyncControl::pause); });
    add(Shape::Play, tr("&Resume these"), Qt::CTRL | Qt::ALT | Qt::Key_R, [this] { steer(&workspace::SyncControl::resume); });
    add(Shape::Retry, tr("Re&try these"), Qt::CTRL | Qt::Key_R, [this] { steer(&workspace::SyncControl::retry); });
    add(Shape::Up, tr("These &first"), Qt::CTRL | Qt::ALT | Qt::Key_Up, [this] { steer(&workspace::SyncControl::prefer); });
    add(Shape::Folder, tr("Open the f&older of this file"), Qt::CTRL | Qt::SHIFT | Qt::Key_O, [this] { openFolder(); });
    add(Shape::Copy, tr("&Copy these rows"), Qt::CTRL | Qt::SHIFT | Qt::Key_T, [this] { copyRows(); });
    add(Shape::Shield, tr("&Verify what is here"), Qt::CTRL | Qt::SHIFT | Qt::Key_V, [this] { session().verify(session().current()); });
    add(Shape::Pause, tr("Pause a&ll"), Qt::CTRL | Qt::SHIFT | Qt::Key_P, [this] { m_ui->pauseButton->click(); });
    add(Shape::Play, tr("Resu&me all"), Qt::CTRL | Qt::SHIFT | Qt::Key_R, [this] { m_ui->resumeButton->click(); });
    add(Shape::Hand, tr("&Hand over files that needed a login …"), Qt::CTRL | Qt::SHIFT | Qt::Key_I, [this] { pickForInbox(); });
    connect(m_ui->transfers, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu menu;
        menu.addActions(m_actions.mid(1, 6));
        menu.exec(m_ui->transfers->viewport()->mapToGlobal(at));
    });
}

void DownloadsPage::reload()
{
    const QString name = session().current();
    if (name.isEmpty()) {
        setLock({}, {});
        setInbox({});
        return;
    }
    session().jobs().start<LockView>(
        {u"read-lock"_s, name, {}, true}, this,
        [verbs = session().verbs(), name, path = session().workspace().lockPath(name), folder = session().workspace().artifactsFolder(name)](
            const std::stop_token &, const ProgressSink &) -> Result<LockView> {
            if (!QFileInfo::exists(path))
                return LockView{};
            DOSIRAK_TRY(lock, lock::readLock(path));
            return LockView{lock, rowsOfLock(lock, folder), verbs->inboxFiles(name).value_or(QList<workspace::InboxFile>())};
        },
        [this, name](const Result<LockView> &view) {
            if (name != session().current())
                return;
            if (!view)
                return session().fail(view.error(), {{tr("Lock again"), [this, name] { session().lock(name); }}});
            setLock(view->lock, view->rows);
            setInbox(view->inbox);
        });
}

void DownloadsPage::setLock(const lock::LockFile &lock, const QList<TransferRow> &rows)
{
    m_lock = lock;
    m_incoming.clear();
    m_dependencies->setLock(lock);
    m_model->setRows(rows);
    showTotals(totalsOf(rows));
}

void DownloadsPage::apply(const QList<TransferRow> &rows, const workspace::TransferTotals &totals)
{
    for (const TransferRow &row : rows)
        m_incoming.insert(row.id, row);
    if (!m_incoming.isEmpty())
        m_slice.start();
    showTotals(totals);
    m_ui->retryButton->setEnabled(totals.filesFailed > 0);
}

void DownloadsPage::applySlice()
{
    QList<TransferRow> slice;
    slice.reserve(rowsPerSlice);
    for (auto it = m_incoming.begin(); it != m_incoming.end() && slice.size() < rowsPerSlice; it = m_incoming.erase(it))
        slice.append(*it);
    const int before = m_model->total();
    m_model->apply(slice);
    if (!m_incoming.isEmpty())
        return;
    m_slice.stop();
    showDetails();
    if (m_model->total() != before)
        showBody();
}

void DownloadsPage::setInbox(const QList<workspace::InboxFile> &files)
{
    m_ui->inboxPanel->setFiles(files);
}

void DownloadsPage::showBody()
{
    const Error *error = session().lockError(session().current());
    const bool conflict = error && error->code == ErrorCode::Unsolvable;
    if (conflict)
        m_ui->conflictText->setHtml(conflictHtml(*error));
    m_ui->stack->setCurrentWidget(conflict ? m_ui->conflictPage : m_model->total() > 0 ? m_ui->filesPage : m_ui->emptyPage);
    showSync(); // what can be done follows what is here
}

void DownloadsPage::connectConflict()
{
    m_ui->conflictEdit->setIcon(icon(Shape::Pencil));
    m_ui->conflictRetry->setIcon(icon(Shape::Retry));
    m_ui->conflictCopy->setIcon(icon(Shape::Copy));
    connect(m_ui->conflictEdit, &QPushButton::clicked, this, [this] { session().goTo(PageId::Presets); });
    connect(m_ui->conflictRetry, &QPushButton::clicked, this, [this] { session().lock(session().current()); });
    connect(m_ui->conflictCopy, &QPushButton::clicked, this, [this] {
        if (const Error *error = session().lockError(session().current()))
            QGuiApplication::clipboard()->setText(error->text());
    });
}

void DownloadsPage::pickForInbox()
{
    session().takeIntoInbox(session().dialogs().openFiles(this, tr("Files that you downloaded behind a login"), QDir::homePath(), tr("All files (*)")));
}

void DownloadsPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (draggedFiles(event->mimeData()).isEmpty())
        return event->ignore();
    m_ui->inboxPanel->setHot(true);
    event->acceptProposedAction();
}

void DownloadsPage::dragLeaveEvent(QDragLeaveEvent *)
{
    m_ui->inboxPanel->setHot(false);
}

void DownloadsPage::dropEvent(QDropEvent *event)
{
    m_ui->inboxPanel->setHot(false);
    // The files stay where they are, whatever the file manager proposed.
    event->setDropAction(Qt::CopyAction);
    event->accept();
    session().takeIntoInbox(draggedFiles(event->mimeData()));
}

void DownloadsPage::showTotals(const workspace::TransferTotals &totals)
{
    showBody();
    for (QWidget *widget : {static_cast<QWidget *>(m_ui->totalBar), static_cast<QWidget *>(m_ui->totalLabel)})
        widget->setVisible(m_model->total() > 0);
    m_ui->totalBar->setValue(totals.bytes > 0 ? int(double(totals.bytesDone) / double(totals.bytes) * 1000) : 0);
    QStringList parts{tr("%1 of %2 files").arg(totals.filesDone).arg(totals.files),
                      tr("%1 of %2").arg(bytesText(totals.bytesDone), bytesText(totals.bytes))};
    if (totals.filesFailed > 0)
        parts.append(tr("%n failed", nullptr, totals.filesFailed));
    if (const int byHand = m_model->count(TransferRow::State::ByHand); byHand > 0)
        parts.append(tr("%n by hand", nullptr, byHand));
    if (totals.bytesPerSecond > 0)
        parts.append(tr("%1/s").arg(bytesText(totals.bytesPerSecond)));
    if (totals.secondsLeft >= 0 && totals.filesDone < totals.files)
        parts.append(tr("%1 left").arg(durationText(std::chrono::seconds(totals.secondsLeft))));
    m_ui->totalLabel->setText(parts.join(u" · "_s));
}

void DownloadsPage::showSync()
{
    const Job *job = session().jobs().find(u"sync"_s, session().current());
    m_ui->syncButton->setText(job ? tr("Stop") : tr("Sync"));
    m_ui->syncButton->setIcon(icon(job ? Shape::Stop : Shape::Downloads));
    m_ui->syncButton->setEnabled(!session().current().isEmpty() && !(job && job->isStopping()));
    const bool steered = job && session().syncControl(session().current());
    m_ui->pauseButton->setEnabled(steered);
    m_ui->resumeButton->setEnabled(steered);
    m_ui->retryButton->setEnabled(m_model->count(TransferRow::State::Failed) > 0);
    m_ui->verifyButton->setEnabled(m_model->total() > 0 && !job && !session().jobs().find(u"verify"_s, session().current()));
    m_ui->lockButton->setEnabled(!session().current().isEmpty() && !session().jobs().find(u"lock"_s, session().current()));
}

void DownloadsPage::showDetails()
{
    const TransferRow *row = m_model->row(m_ui->transfers->currentIndex());
    if (!row) {
        m_ui->detailLabel->setText(tr("Choose a file to see why it is here."));
        return;
    }
    m_ui->detailLabel->setText(detailHtml(*row, m_lock.find(row->kind, row->name)));
}

void DownloadsPage::setFilter()
{
    m_model->setFilter(m_ui->filterEdit->text(), TransferModel::Show(m_ui->showBox->currentIndex()));
}

void DownloadsPage::expandGroups()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex group = m_model->index(row, 0);
        m_ui->transfers->setExpanded(group, !m_collapsed.contains(m_model->groupTitle(group)));
    }
}

QList<const TransferRow *> DownloadsPage::chosen() const
{
    QList<const TransferRow *> rows;
    const QModelIndexList indexes = m_ui->transfers->selectionModel()->selectedRows();
    for (const QModelIndex &index : indexes) {
        if (const TransferRow *row = m_model->row(index))
            rows.append(row);
    }
    return rows;
}

void DownloadsPage::steer(void (workspace::SyncControl::*what)(const QString &))
{
    const auto control = session().syncControl(session().current());
    if (!control)
        return;
    for (const TransferRow *row : chosen())
        ((*control).*what)(row->id);
}

void DownloadsPage::retryFailed()
{
    const auto control = session().syncControl(session().current());
    if (!control)
        return session().sync(session().current());
    for (const TransferRow &row : m_model->rows()) {
        if (row.state == TransferRow::State::Failed)
            control->retry(row.id);
    }
}

void DownloadsPage::openFolder()
{
    const TransferRow *row = m_model->row(m_ui->transfers->currentIndex());
    const QString folder = session().workspace().artifactsFolder(session().current());
    QDesktopServices::openUrl(QUrl::fromLocalFile(row ? QFileInfo(folder + u'/' + row->id).path() : folder));
}

void DownloadsPage::copyRows() const
{
    QGuiApplication::clipboard()->setText(selectionAsTsv(*m_ui->transfers->selectionModel(), *m_model));
}

QList<QuickItem> DownloadsPage::quickItems()
{
    QList<QuickItem> items;
    for (const TransferRow &row : m_model->rows()) {
        items.append({u"%1 %2"_s.arg(row.name, row.version), tr("Package"), {}, Shape::Downloads, [this, id = row.id] {
                          m_ui->filterEdit->clear();
                          m_ui->showBox->setCurrentIndex(0);
                          session().goTo(PageId::Downloads);
                          const QModelIndex index = m_model->indexOf(id);
                          m_ui->transfers->setCurrentIndex(index);
                          m_ui->transfers->scrollTo(index, QAbstractItemView::PositionAtCenter);
                      }});
    }
    return items;
}

} // namespace dosirak::gui

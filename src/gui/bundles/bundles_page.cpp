// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/bundles/bundles_page.h"

#include "base/text.h"
#include "bundle/unpack.h"
#include "gui/bundles/bundle_models.h"
#include "gui/bundles/contents_model.h"
#include "gui/work/table_copy.h"
#include "ui_bundles_page.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QUrl>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using workspace::VerifiedFile;

BundlesPage::BundlesPage(Session &session, QWidget *parent)
    : Page(session, parent), m_ui(std::make_unique<Ui::BundlesPage>()), m_bundles(new BundlesModel(this)), m_files(new ContentsModel(this))
{
    m_ui->setupUi(this);
    m_ui->bundles->setModel(m_bundles);
    m_ui->files->setModel(m_files);
    m_ui->bundles->header()->resizeSection(0, 280);
    m_ui->bundles->sortByColumn(3, Qt::DescendingOrder);
    m_ui->files->header()->setStretchLastSection(true);
    m_ui->files->header()->resizeSection(0, 330);
    m_ui->files->header()->resizeSection(1, 80);
    m_ui->bundlesSplitter->setSizes({560, 560});
    m_ui->sizeBox->addItem(tr("as the preset says"), qint64(-1));
    m_ui->sizeBox->addItem(tr("no limit: one file"), qint64(0));
    m_ui->sizeBox->addItem(tr("FAT32: 4 GiB less one byte"), (qint64(4) << 30) - 1);
    m_ui->sizeBox->addItem(tr("1 GiB"), qint64(1) << 30);
    m_ui->makeButton->setIcon(icon(Shape::Bundles));
    m_ui->verifyButton->setIcon(icon(Shape::Shield));
    m_ui->importButton->setIcon(icon(Shape::Import));
    m_ui->compareButton->setIcon(icon(Shape::Compare));
    m_ui->emptyMake->setIcon(icon(Shape::Bundles));
    m_ui->emptyImport->setIcon(icon(Shape::Import));
    m_ui->folderButton->setIcon(icon(Shape::Folder));
    makeActions();
    connect(m_ui->makeButton, &QPushButton::clicked, this, &BundlesPage::make);
    connect(m_ui->importButton, &QPushButton::clicked, this, &BundlesPage::import);
    connect(m_ui->emptyMake, &QPushButton::clicked, this, &BundlesPage::make);
    connect(m_ui->emptyImport, &QPushButton::clicked, this, &BundlesPage::import);
    connect(m_ui->compareButton, &QPushButton::clicked, this, &BundlesPage::compare);
    connect(m_ui->verifyButton, &QPushButton::clicked, this, [this] {
        if (const BundleFile *bundle = m_bundles->bundle(m_ui->bundles->currentIndex()))
            verify(bundle->firstPart);
    });
    connect(m_ui->folderButton, &QToolButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(this->session().workspace().bundlesFolder()));
    });
    connect(m_ui->bundles->selectionModel(), &QItemSelectionModel::currentChanged, this, &BundlesPage::showContents);
    connect(m_ui->bundles->selectionModel(), &QItemSelectionModel::selectionChanged, this, &BundlesPage::showRun);
    connect(&session, &Session::bundlesChanged, this, &BundlesPage::reload);
    connect(&session, &Session::workspaceChanged, this, &BundlesPage::reload);
    connect(&session.jobs(), &JobRunner::changed, this, &BundlesPage::showRun);
    showRun();
}

BundlesPage::~BundlesPage() = default;

void BundlesPage::makeActions()
{
    const auto add = [this](Shape shape, const QString &text, const QKeySequence &keys, auto act) {
        auto *action = new QAction(icon(shape), text, this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, act);
        m_actions.append(action);
    };
    add(Shape::Bundles, tr("&Make a bundle"), Qt::CTRL | Qt::Key_M, [this] { make(); });
    add(Shape::Shield, tr("&Verify the chosen bundle"), Qt::CTRL | Qt::Key_R, [this] { m_ui->verifyButton->click(); });
    add(Shape::Shield, tr("Verify a &file …"), Qt::CTRL | Qt::SHIFT | Qt::Key_R, [this] {
        for (const QString &path : session().dialogs().openFiles(this, tr("Verify a bundle"), session().workspace().bundlesFolder(), tr("Bundles (*.tar *.001)")))
            verify(path);
    });
    add(Shape::Compare, tr("&Compare two chosen bundles"), Qt::CTRL | Qt::Key_D, [this] { compare(); });
    add(Shape::Copy, tr("C&opy the list of files"), Qt::CTRL | Qt::SHIFT | Qt::Key_T, [this] {
        m_ui->files->selectAll();
        QGuiApplication::clipboard()->setText(selectionAsTsv(*m_ui->files->selectionModel(), *m_files));
    });
    add(Shape::Import, tr("&Import a bundle …"), Qt::CTRL | Qt::Key_I, [this] { import(); });
}

void BundlesPage::make()
{
    const QString name = session().current();
    if (Job *job = session().jobs().find(u"bundle"_s, name))
        return job->cancel();
    workspace::BundleOptions options;
    options.partSize = m_ui->sizeBox->currentData().toLongLong();
    session().bundle(name, options);
}

void BundlesPage::import()
{
    const QStringList paths = session().dialogs().openFiles(this, tr("Import a bundle: its file or its first part"),
                                                            session().workspace().bundlesFolder(), tr("Bundles (*.tar *.001)"));
    for (const QString &path : paths)
        session().importBundle(path);
}

void BundlesPage::reload()
{
    session().jobs().start<QList<BundleFile>>(
        {u"bundles"_s, {}, {}, true}, this,
        [folder = session().workspace().bundlesFolder()](const std::stop_token &, const ProgressSink &) -> Result<QList<BundleFile>> {
            return listBundles(folder);
        },
        [this](const Result<QList<BundleFile>> &bundles) {
            if (!bundles)
                return session().fail(bundles.error());
            const BundleFile *chosen = m_bundles->bundle(m_ui->bundles->currentIndex());
            const QString name = chosen ? chosen->name : QString();
            m_bundles->setBundles(*bundles);
            int row = 0;
            for (int i = 0; i < bundles->size(); ++i)
                row = bundles->at(i).name == name ? i : row;
            m_ui->bundles->setCurrentIndex(m_bundles->index(row, 0));
            showRun();
        });
}

/// What is in the chosen bundle: its manifest alone, so that it is there at once.
void BundlesPage::showContents()
{
    showRun();
    const BundleFile *chosen = m_bundles->bundle(m_ui->bundles->currentIndex());
    m_files->setContents({});
    if (!chosen)
        return m_ui->resultLabel->setText(tr("Choose a bundle to see what is in it."));
    session().jobs().start<bundle::Manifest>(
        {u"read-bundle"_s, chosen->firstPart, {}, true}, this,
        [path = chosen->firstPart](const std::stop_token &, const ProgressSink &) { return bundle::readManifest(path); },
        [this, path = chosen->firstPart](const Result<bundle::Manifest> &manifest) {
            const BundleFile *now = m_bundles->bundle(m_ui->bundles->currentIndex());
            if (!now || now->firstPart != path || session().jobs().find(u"verify-bundle"_s, path))
                return;
            if (!manifest)
                return m_ui->resultLabel->setText(u"✗ %1 %2"_s.arg(manifest.error().what, manifest.error().hint));
            m_files->setContents(contentsOf(*manifest));
            m_ui->resultLabel->setText(tr("%1 for %2: %n files, %3. Verify it to have every byte read and compared with its manifest.", nullptr,
                                          int(manifest->files.size())).arg(now->name, manifest->presetName, bytesText(manifest->totalBytes())));
        });
}

void BundlesPage::compare()
{
    struct Two {
        bundle::Manifest before, after;
    };
    QList<BundleFile> chosen;
    for (const QModelIndex &index : m_ui->bundles->selectionModel()->selectedRows()) {
        if (const BundleFile *bundle = m_bundles->bundle(index))
            chosen.append(*bundle);
    }
    if (chosen.size() != 2)
        return m_ui->resultLabel->setText(tr("Choose two bundles (with Ctrl) to compare them."));
    if (chosen.at(0).made > chosen.at(1).made)
        chosen.swapItemsAt(0, 1);
    session().jobs().start<Two>(
        {u"compare-bundles"_s, {}, {}, true}, this,
        [chosen](const std::stop_token &, const ProgressSink &) -> Result<Two> {
            DOSIRAK_TRY(before, bundle::readManifest(chosen.at(0).firstPart));
            DOSIRAK_TRY(after, bundle::readManifest(chosen.at(1).firstPart));
            return Two{before, after};
        },
        [this, chosen](const Result<Two> &two) {
            if (!two)
                return session().fail(two.error());
            m_files->setContents(differencesOf(two->before, two->after));
            const int differ = m_files->rowCount();
            m_ui->resultLabel->setText(differ == 0 ? tr("%1 and %2 hold the same files.").arg(chosen.at(0).name, chosen.at(1).name)
                                                   : tr("From %1 to %2: %n files differ.", nullptr, differ).arg(chosen.at(0).name, chosen.at(1).name));
        });
}

void BundlesPage::verify(const QString &path)
{
    m_ui->resultLabel->setText(tr("Verifying %1 …").arg(path.section(u'/', -1)));
    session().jobs().start<workspace::VerifyReport>(
        {u"verify-bundle"_s, path, tr("Verify %1").arg(path.section(u'/', -1))}, this,
        [verbs = session().verbs(), path](const std::stop_token &stop, const ProgressSink &sink) { return verbs->verifyBundle(path, stop, sink); },
        [this, path](const Result<workspace::VerifyReport> &report) { showVerified(path.section(u'/', -1), report); });
}

void BundlesPage::showVerified(const QString &name, const Result<workspace::VerifyReport> &report)
{
    if (!report) {
        m_ui->resultLabel->setText(report.error().code == ErrorCode::Cancelled ? tr("The verification was stopped.") : u"✗ "_s + report.error().what);
        return session().fail(report.error());
    }
    m_files->setContents(contentsOf(*report, m_files->contents()));
    using Verdict = VerifiedFile::Verdict;
    if (report->good()) {
        m_ui->resultLabel->setText(tr("✓ %1 is whole: %n files, %2, every byte read in %3.", nullptr, int(report->files.size()))
                                       .arg(name, bytesText(report->bytes), durationText(report->took)));
        return;
    }
    m_ui->resultLabel->setText(tr("✗ %1 is not whole: %2 damaged, %3 missing, %4 not in the manifest. Carry it again.")
                                   .arg(name).arg(report->count(Verdict::Damaged)).arg(report->count(Verdict::Missing)).arg(report->count(Verdict::Extra)));
}

void BundlesPage::showRun()
{
    const BundleFile *chosen = m_bundles->bundle(m_ui->bundles->currentIndex());
    const Job *making = session().jobs().find(u"bundle"_s, session().current());
    const Job *shown = making;
    for (const Job *job : session().jobs().running()) {
        if (!shown && (job->info().verb == u"verify-bundle"_s || job->info().verb == u"import"_s))
            shown = job;
    }
    m_ui->makeButton->setText(making ? tr("Stop") : tr("Make a bundle"));
    m_ui->makeButton->setIcon(icon(making ? Shape::Stop : Shape::Bundles));
    m_ui->makeButton->setEnabled(!session().current().isEmpty());
    m_ui->verifyButton->setEnabled(chosen && !shown);
    m_ui->compareButton->setEnabled(m_ui->bundles->selectionModel()->selectedRows().size() == 2);
    m_ui->emptyMake->setEnabled(!session().current().isEmpty());
    m_ui->runBar->setVisible(shown);
    m_ui->runLabel->setVisible(shown);
    m_ui->stack->setCurrentWidget(m_bundles->rowCount() > 0 || shown || m_files->rowCount() > 0 ? m_ui->bundlesBody : m_ui->emptyPage);
    if (!shown)
        return;
    const Progress &progress = shown->progress();
    m_ui->runBar->setRange(0, progress.total > 0 ? 1000 : 0);
    if (progress.total > 0)
        m_ui->runBar->setValue(int(double(progress.done) / double(progress.total) * 1000));
    const QString amount = progress.unit == Progress::Unit::Bytes && progress.total > 0
        ? tr("%1 of %2").arg(bytesText(progress.done), bytesText(progress.total)) : QString();
    m_ui->runLabel->setText(QStringList{shown->info().title, progress.stage, amount, progress.item}.join(u"  "_s).simplified());
}

} // namespace dosirak::gui

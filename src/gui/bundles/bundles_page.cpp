// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/bundles/bundles_page.h"

#include "base/text.h"
#include "gui/bundles/bundle_models.h"
#include "ui_bundles_page.h"

#include <QDesktopServices>
#include <QUrl>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using workspace::VerifiedFile;

BundlesPage::BundlesPage(Session &session, QWidget *parent)
    : Page(session, parent), m_ui(std::make_unique<Ui::BundlesPage>()), m_bundles(new BundlesModel(this)), m_files(new VerifiedModel(this))
{
    m_ui->setupUi(this);
    m_ui->bundles->setModel(m_bundles);
    m_ui->files->setModel(m_files);
    m_ui->bundles->header()->resizeSection(0, 360);
    m_ui->bundles->sortByColumn(3, Qt::DescendingOrder);
    m_ui->files->header()->resizeSection(0, 320);
    m_ui->bundlesSplitter->setSizes({700, 400});
    m_ui->sizeBox->addItem(tr("as the preset says"), qint64(-1));
    m_ui->sizeBox->addItem(tr("no limit: one file"), qint64(0));
    m_ui->sizeBox->addItem(tr("FAT32: 4 GiB less one byte"), (qint64(4) << 30) - 1);
    m_ui->sizeBox->addItem(tr("1 GiB"), qint64(1) << 30);
    m_ui->makeButton->setIcon(icon(Shape::Bundles));
    m_ui->verifyButton->setIcon(icon(Shape::Shield));
    m_ui->importButton->setIcon(icon(Shape::Import));
    m_ui->folderButton->setIcon(icon(Shape::Folder));
    makeActions();
    connect(m_ui->makeButton, &QPushButton::clicked, this, &BundlesPage::make);
    connect(m_ui->importButton, &QPushButton::clicked, this, &BundlesPage::import);
    connect(m_ui->verifyButton, &QPushButton::clicked, this, [this] {
        if (const BundleFile *bundle = m_bundles->bundle(m_ui->bundles->currentIndex()))
            verify(bundle->firstPart);
    });
    connect(m_ui->folderButton, &QToolButton::clicked, this, [this] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(this->session().workspace().bundlesFolder()));
    });
    connect(m_ui->bundles->selectionModel(), &QItemSelectionModel::currentChanged, this, &BundlesPage::showRun);
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
    add(Shape::Bundles, tr("&Make a bundle"), {}, [this] { make(); });
    add(Shape::Shield, tr("&Verify the chosen bundle"), Qt::CTRL | Qt::Key_R, [this] { m_ui->verifyButton->click(); });
    add(Shape::Shield, tr("Verify a &file …"), {}, [this] {
        for (const QString &path : session().dialogs().openFiles(this, tr("Verify a bundle"), session().workspace().bundlesFolder(), tr("Bundles (*.tar *.001)")))
            verify(path);
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

void BundlesPage::verify(const QString &path)
{
    m_files->setFiles({});
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
    m_files->setFiles(report->files);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/settings_page.h"

#include "base/text.h"
#include "gui/matrix/my_machine.h"
#include "gui/theme/theme.h"
#include "ui_settings_page.h"
#include "workspace/settings.h"

#include <QApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QUrl>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr double mega = 1e6; // bytes, as lines are sold
constexpr double giga = 1e9; // bytes, as disks are sold

} // namespace

SettingsPage::SettingsPage(Session &session, QSettings &settings, QWidget *parent)
    : Page(session, parent), m_ui(std::make_unique<Ui::SettingsPage>()), m_settings(settings)
{
    m_ui->setupUi(this);
    makeLooks();
    makeNetwork();
    makeInbox();
    makeMachine();
    m_ui->editButton->setIcon(icon(Shape::Pencil));
    m_ui->openFolderButton->setIcon(icon(Shape::Folder));
    connect(m_ui->editButton, &QPushButton::clicked, this, [] { QDesktopServices::openUrl(QUrl::fromLocalFile(workspace::settingsPath())); });
    connect(m_ui->openFolderButton, &QPushButton::clicked, this, [] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(workspace::settingsPath()).path()));
    });
    connect(m_ui->engineBox, &QComboBox::activated, this, [this] { this->session().setPreferredEngine(m_ui->engineBox->currentData().toString()); });
    connect(&session, &Session::workspaceChanged, this, &SettingsPage::showPlaces);
    connect(&session, &Session::storeChanged, this, [this](const StoreState &state) {
        m_ui->storeState->setText(tr("%1 in %n files, in %2", nullptr, int(state.files)).arg(bytesText(state.bytes), state.folder));
    });
    auto *applyAction = new QAction(icon(Shape::Save), tr("&Apply the settings"), this);
    applyAction->setShortcut(QKeySequence::Save);
    connect(applyAction, &QAction::triggered, this, &SettingsPage::apply);
    m_actions.append(applyAction);
    showPlaces();
    load();
}

void SettingsPage::makeLooks()
{
    m_ui->themeBox->addItem(tr("As the system"), themeName(ThemeChoice::System));
    m_ui->themeBox->addItem(tr("Light"), themeName(ThemeChoice::Light));
    m_ui->themeBox->addItem(tr("Dark"), themeName(ThemeChoice::Dark));
    m_ui->themeBox->setCurrentIndex(std::max(0, m_ui->themeBox->findData(m_settings.value(u"theme"_s))));
    m_ui->languageBox->addItem(tr("As the system"), QString());
    m_ui->languageBox->addItem(u"English"_s, u"en"_s);
    m_ui->languageBox->addItem(u"한국어"_s, u"ko"_s);
    m_ui->languageBox->setCurrentIndex(std::max(0, m_ui->languageBox->findData(m_settings.value(u"language"_s))));
    connect(m_ui->themeBox, &QComboBox::activated, this, [this] {
        const QString name = m_ui->themeBox->currentData().toString();
        m_settings.setValue(u"theme"_s, name);
        applyTheme(*qApp, themeFromName(name));
    });
    connect(m_ui->languageBox, &QComboBox::activated, this, [this] { m_settings.setValue(u"language"_s, m_ui->languageBox->currentData()); });
}

void SettingsPage::makeNetwork()
{
    m_ui->mirrorsTable->setHorizontalHeaderLabels({tr("URLs that begin with"), tr("are fetched from")});
    m_ui->mirrorsTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_ui->mirrorsTable->verticalHeader()->hide();
    for (QPushButton *button : {m_ui->mirrorAdd, m_ui->folderAdd})
        button->setIcon(icon(Shape::Plus));
    for (QPushButton *button : {m_ui->mirrorRemove, m_ui->folderRemove})
        button->setIcon(icon(Shape::Trash));
    for (QPushButton *button : {m_ui->caButton, m_ui->storeButton})
        button->setIcon(icon(Shape::Folder));
    m_ui->applyButton->setIcon(icon(Shape::Save));
    for (QLineEdit *edit : {m_ui->httpProxyEdit, m_ui->httpsProxyEdit, m_ui->caEdit, m_ui->storeEdit})
        connect(edit, &QLineEdit::textChanged, this, &SettingsPage::edited);
    for (QDoubleSpinBox *spin : {m_ui->bandwidthSpin, m_ui->budgetSpin})
        connect(spin, &QDoubleSpinBox::valueChanged, this, &SettingsPage::edited);
    connect(m_ui->mirrorsTable, &QTableWidget::itemChanged, this, &SettingsPage::edited);
    connect(m_ui->mirrorAdd, &QPushButton::clicked, this, [this] {
        addMirror(u"https://"_s, {});
        m_ui->mirrorsTable->setCurrentCell(m_ui->mirrorsTable->rowCount() - 1, 0);
        m_ui->mirrorsTable->editItem(m_ui->mirrorsTable->currentItem());
        edited();
    });
    connect(m_ui->mirrorRemove, &QPushButton::clicked, this, [this] {
        m_ui->mirrorsTable->removeRow(m_ui->mirrorsTable->currentRow());
        edited();
    });
    connect(m_ui->caButton, &QPushButton::clicked, this, [this] {
        const QStringList files = session().dialogs().openFiles(this, tr("Certificates"), {}, tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
        if (!files.isEmpty())
            m_ui->caEdit->setText(files.first());
    });
    connect(m_ui->storeButton, &QPushButton::clicked, this, [this] {
        if (const QString folder = session().dialogs().openFolder(this, tr("Folder of the store"), m_ui->storeEdit->text()); !folder.isEmpty())
            m_ui->storeEdit->setText(folder);
    });
    connect(m_ui->applyButton, &QPushButton::clicked, this, &SettingsPage::apply);
    connect(m_ui->discardButton, &QPushButton::clicked, this, &SettingsPage::load);
}

void SettingsPage::makeInbox()
{
    m_ui->foldersList->addItems(m_settings.value(u"inbox/folders"_s).toStringList());
    connect(m_ui->folderAdd, &QPushButton::clicked, this, [this] {
        const QString folder = session().dialogs().openFolder(this, tr("Watch this folder"), QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
        if (folder.isEmpty() || !m_ui->foldersList->findItems(folder, Qt::MatchExactly).isEmpty())
            return;
        m_ui->foldersList->addItem(folder);
        keepFolders();
    });
    connect(m_ui->folderRemove, &QPushButton::clicked, this, [this] {
        delete m_ui->foldersList->takeItem(m_ui->foldersList->currentRow());
        keepFolders();
    });
}

void SettingsPage::keepFolders()
{
    QStringList folders;
    for (int row = 0; row < m_ui->foldersList->count(); ++row)
        folders.append(m_ui->foldersList->item(row)->text());
    m_settings.setValue(u"inbox/folders"_s, folders);
    Q_EMIT watchedFoldersChanged(folders);
}

void SettingsPage::makeMachine()
{
    m_ui->gpuEdit->setText(m_settings.value(u"machine/gpu"_s).toString());
    m_ui->driverEdit->setText(m_settings.value(u"machine/driver"_s).toString());
    m_ui->readMachineButton->setIcon(icon(Shape::Machine));
    connect(m_ui->gpuEdit, &QLineEdit::editingFinished, this, &SettingsPage::machineEdited);
    connect(m_ui->driverEdit, &QLineEdit::editingFinished, this, &SettingsPage::machineEdited);
    connect(m_ui->readMachineButton, &QPushButton::clicked, this, &SettingsPage::readMachine);
}

void SettingsPage::addMirror(const QString &from, const QString &to)
{
    const int row = m_ui->mirrorsTable->rowCount();
    m_ui->mirrorsTable->insertRow(row);
    m_ui->mirrorsTable->setItem(row, 0, new QTableWidgetItem(from));
    m_ui->mirrorsTable->setItem(row, 1, new QTableWidgetItem(to));
}

void SettingsPage::load()
{
    const auto read = workspace::readEditableSettings(workspace::settingsPath());
    if (!read)
        return session().fail(read.error(), {{tr("Edit the file"), [this] { m_ui->editButton->click(); }}});
    m_loading = true;
    m_saved = *read;
    m_ui->httpProxyEdit->setText(m_saved.httpProxy);
    m_ui->httpsProxyEdit->setText(m_saved.httpsProxy);
    m_ui->caEdit->setText(m_saved.caFile);
    m_ui->storeEdit->setText(m_saved.storeFolder);
    m_ui->bandwidthSpin->setValue(double(m_saved.bandwidthLimit) / mega);
    m_ui->budgetSpin->setValue(double(m_saved.storeBudget) / giga);
    m_ui->mirrorsTable->setRowCount(0);
    for (const auto &[from, to] : std::as_const(m_saved.mirrors))
        addMirror(from, to);
    m_loading = false;
    m_saved = fields(); // as the fields can say it
    edited();
}

workspace::EditableSettings SettingsPage::fields() const
{
    workspace::EditableSettings settings;
    settings.httpProxy = m_ui->httpProxyEdit->text().trimmed();
    settings.httpsProxy = m_ui->httpsProxyEdit->text().trimmed();
    settings.caFile = m_ui->caEdit->text().trimmed();
    settings.storeFolder = m_ui->storeEdit->text().trimmed();
    settings.bandwidthLimit = qint64(m_ui->bandwidthSpin->value() * mega);
    settings.storeBudget = qint64(m_ui->budgetSpin->value() * giga);
    for (int row = 0; row < m_ui->mirrorsTable->rowCount(); ++row) {
        const QTableWidgetItem *from = m_ui->mirrorsTable->item(row, 0);
        const QTableWidgetItem *to = m_ui->mirrorsTable->item(row, 1);
        if (from && to && !(from->text().trimmed().isEmpty() && to->text().trimmed().isEmpty()))
            settings.mirrors.append({from->text().trimmed(), to->text().trimmed()});
    }
    return settings;
}

void SettingsPage::edited()
{
    if (!m_loading)
        m_ui->applyBar->setVisible(!(fields() == m_saved));
}

void SettingsPage::apply()
{
    const workspace::EditableSettings wanted = fields();
    if (wanted == m_saved)
        return;
    session().jobs().start<void>(
        {u"settings"_s, {}, tr("Apply the settings"), true}, this,
        [verbs = session().verbs(), wanted](const std::stop_token &, const ProgressSink &) -> Result<void> {
            DOSIRAK_CHECK(workspace::writeEditableSettings(workspace::settingsPath(), wanted));
            return verbs->reloadSettings();
        },
        [this, wanted](const Result<void> &done) {
            if (!done)
                return session().fail(done.error());
            m_saved = wanted;
            edited();
            showPlaces();
            session().refreshStore();
        });
}

QString SettingsPage::unsaved() const
{
    return fields() == m_saved ? QString() : tr("The settings were changed and not applied.");
}

bool SettingsPage::save()
{
    const auto written = workspace::writeEditableSettings(workspace::settingsPath(), fields());
    if (!written)
        session().fail(written.error());
    else
        m_saved = fields();
    return written.has_value();
}

SettingsPage::~SettingsPage() = default;

void SettingsPage::showPlaces()
{
    m_ui->filePath->setText(workspace::settingsPath());
    m_ui->rootPath->setText(session().workspace().root());
    m_ui->editButton->setEnabled(QFileInfo::exists(workspace::settingsPath()));
}

void SettingsPage::shown()
{
    showPlaces();
    m_ui->enginesText->setText(tr("Looking …"));
    session().jobs().start<build::EngineReport>(
        {u"engines"_s, {}, {}, true}, this,
        [verbs = session().verbs()](const std::stop_token &stop, const ProgressSink &) { return verbs->engines(stop); },
        [this](const Result<build::EngineReport> &report) {
            if (!report)
                return m_ui->enginesText->setText(report.error().text());
            showEngines(*report);
        });
    session().refreshStore();
}

void SettingsPage::showEngines(const build::EngineReport &report)
{
    QStringList lines;
    m_ui->engineBox->clear();
    m_ui->engineBox->addItem(report.engines.isEmpty() ? tr("None was found") : tr("The best: %1").arg(report.engines.first().title()), QString());
    for (const build::Engine &engine : report.engines) {
        lines.append(u"✓ "_s + engine.title());
        m_ui->engineBox->addItem(engine.title(), engine.id);
    }
    m_ui->engineBox->setEnabled(!report.engines.isEmpty());
    m_ui->engineBox->setCurrentIndex(std::max(0, m_ui->engineBox->findData(session().preferredEngine())));
    for (const build::EngineProblem &problem : report.problems)
        lines.append(u"⚠ %1: %2 %3"_s.arg(problem.program, problem.error.what, problem.error.hint));
    m_ui->enginesText->setText(lines.isEmpty() ? tr("No engine was found. Install docker or podman to build images here.") : lines.join(u'\n'));
}

void SettingsPage::readMachine()
{
    m_ui->machineLabel->setText(tr("Asking the driver …"));
    session().jobs().start<Machine>(
        {u"machine"_s, {}, {}, true}, this, [](const std::stop_token &stop, const ProgressSink &) { return dosirak::gui::readMachine(stop); },
        [this](const Result<Machine> &machine) {
            if (!machine)
                return m_ui->machineLabel->setText(machine.error().what + u' ' + machine.error().hint);
            m_ui->gpuEdit->setText(machine->gpu);
            m_ui->driverEdit->setText(machine->driver);
            m_ui->machineLabel->setText(tr("✓ %n GPUs, compute capability %1", nullptr, machine->gpus).arg(machine->computeCapability));
            machineEdited();
        });
}

void SettingsPage::machineEdited()
{
    m_settings.setValue(u"machine/gpu"_s, m_ui->gpuEdit->text());
    m_settings.setValue(u"machine/driver"_s, m_ui->driverEdit->text());
    Q_EMIT session().machineChanged(m_ui->gpuEdit->text().trimmed(), m_ui->driverEdit->text().trimmed());
}

} // namespace dosirak::gui

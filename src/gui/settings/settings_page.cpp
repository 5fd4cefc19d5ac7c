// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/settings_page.h"

#include "base/files.h"
#include "gui/matrix/my_machine.h"
#include "gui/theme/theme.h"
#include "ui_settings_page.h"
#include "workspace/settings.h"

#include <QApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QSettings>
#include <QUrl>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(Session &session, QSettings &settings, QWidget *parent)
    : Page(session, parent), m_ui(std::make_unique<Ui::SettingsPage>()), m_settings(settings)
{
    m_ui->setupUi(this);
    m_ui->themeBox->addItem(tr("As the system"), themeName(ThemeChoice::System));
    m_ui->themeBox->addItem(tr("Light"), themeName(ThemeChoice::Light));
    m_ui->themeBox->addItem(tr("Dark"), themeName(ThemeChoice::Dark));
    m_ui->themeBox->setCurrentIndex(std::max(0, m_ui->themeBox->findData(settings.value(u"theme"_s))));
    m_ui->languageBox->addItem(tr("As the system"), QString());
    m_ui->languageBox->addItem(u"English"_s, u"en"_s);
    m_ui->languageBox->addItem(u"한국어"_s, u"ko"_s);
    m_ui->languageBox->setCurrentIndex(std::max(0, m_ui->languageBox->findData(settings.value(u"language"_s))));
    m_ui->gpuEdit->setText(settings.value(u"machine/gpu"_s).toString());
    m_ui->driverEdit->setText(settings.value(u"machine/driver"_s).toString());
    m_ui->readMachineButton->setIcon(icon(Shape::Machine));
    m_ui->editButton->setIcon(icon(Shape::Pencil));
    m_ui->openFolderButton->setIcon(icon(Shape::Folder));
    connect(m_ui->themeBox, &QComboBox::activated, this, [this] {
        const QString name = m_ui->themeBox->currentData().toString();
        m_settings.setValue(u"theme"_s, name);
        applyTheme(*qApp, themeFromName(name));
    });
    connect(m_ui->languageBox, &QComboBox::activated, this, [this] { m_settings.setValue(u"language"_s, m_ui->languageBox->currentData()); });
    connect(m_ui->gpuEdit, &QLineEdit::editingFinished, this, &SettingsPage::machineEdited);
    connect(m_ui->driverEdit, &QLineEdit::editingFinished, this, &SettingsPage::machineEdited);
    connect(m_ui->readMachineButton, &QPushButton::clicked, this, &SettingsPage::readMachine);
    connect(m_ui->editButton, &QPushButton::clicked, this, [] { QDesktopServices::openUrl(QUrl::fromLocalFile(workspace::settingsPath())); });
    connect(m_ui->openFolderButton, &QPushButton::clicked, this, [] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(workspace::settingsPath()).path()));
    });
    connect(&session, &Session::workspaceChanged, this, &SettingsPage::showPlaces);
    showPlaces();
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
            QStringList lines;
            for (const build::Engine &engine : report->engines)
                lines.append(u"✓ "_s + engine.title());
            for (const build::EngineProblem &problem : report->problems)
                lines.append(u"⚠ %1: %2 %3"_s.arg(problem.program, problem.error.what, problem.error.hint));
            m_ui->enginesText->setText(lines.isEmpty() ? tr("No engine was found. Install docker or podman to build images here.") : lines.join(u'\n'));
        });
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/matrix/matrix_page.h"

#include "base/files.h"
#include "base/version_pattern.h"
#include "compat/matrix_text.h"
#include "compat/preset_values.h"
#include "gui/matrix/cell_delegate.h"
#include "gui/matrix/matrix_model.h"
#include "gui/matrix/matrix_picture.h"
#include "gui/matrix/my_machine.h"
#include "ui_matrix_page.h"

#include <QClipboard>
#include <QCompleter>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using compat::Axis;
using compat::Combination;

namespace {

constexpr int rowHeight = 30;
constexpr int columnWidth = 116;

void fillBox(QComboBox *box, Axis axis, const QString &none, const compat::Facts &facts)
{
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(7);
    box->addItem(none, QString());
    for (const QString &value : compat::valuesOfAxis(axis, facts))
        box->addItem(value, value);
}

/// Chooses a value in a box, which may not know it yet.
void choose(QComboBox *box, const QString &value)
{
    if (!value.isEmpty() && box->findData(value) < 0)
        box->addItem(value, value);
    box->setCurrentIndex(value.isEmpty() ? 0 : box->findData(value));
}

/// The whole matrix in the form that a file's name asks for.
QString textFor(const QString &path, const compat::MatrixTable &table, const QString &factsVersion)
{
    if (path.endsWith(u".csv"_s, Qt::CaseInsensitive))
        return compat::matrixCsv(table);
    return path.endsWith(u".md"_s, Qt::CaseInsensitive) ? compat::matrixMarkdown(table) : compat::matrixHtml(table, factsVersion);
}

} // namespace

MatrixPage::MatrixPage(Session &session, QWidget *parent)
    : Page(session, parent), m_ui(std::make_unique<Ui::MatrixPage>()), m_model(new MatrixModel(session.facts(), this))
{
    m_ui->setupUi(this);
    makeAxes();
    makeViews();
    makeMachine();
    makeActions();
    connect(&session, &Session::currentChanged, this, &MatrixPage::showPresets);
    connect(&session.scan(), &PresetScan::changed, this, &MatrixPage::showPresets);
    connect(&session, &Session::presetNamesChanged, this, &MatrixPage::showPresets);
    connect(&session, &Session::machineChanged, this, [this](const QString &gpu, const QString &driver) {
        m_gpu = gpu;
        m_driver = driver;
        showMachine();
    });
    showMachine();
    showCell();
}

MatrixPage::~MatrixPage() = default;

QComboBox *MatrixPage::pin(Axis axis) const
{
    switch (axis) {
    case Axis::Cuda: return m_ui->cudaPin;
    case Axis::PyTorch: return m_ui->pytorchPin;
    case Axis::TensorRt: return m_ui->tensorrtPin;
    case Axis::Python: return m_ui->pythonPin;
    case Axis::System: return m_ui->systemPin;
    case Axis::Cudnn: return m_ui->cudnnPin;
    case Axis::Gpu: return m_ui->gpuPin;
    case Axis::Driver: return m_ui->driverPin;
    }
    return nullptr;
}

void MatrixPage::makeAxes()
{
    for (int i = 0; i < compat::axisCount; ++i) {
        m_ui->rowsBox->addItem(compat::axisName(Axis(i)));
        m_ui->columnsBox->addItem(compat::axisName(Axis(i)));
        fillBox(pin(Axis(i)), Axis(i), tr("free"), session().facts());
        connect(pin(Axis(i)), &QComboBox::activated, this, &MatrixPage::pinsChosen);
    }
    m_ui->rowsBox->setCurrentIndex(int(m_model->rowAxis()));
    m_ui->columnsBox->setCurrentIndex(int(m_model->columnAxis()));
    connect(m_ui->rowsBox, &QComboBox::activated, this, &MatrixPage::axesChosen);
    connect(m_ui->columnsBox, &QComboBox::activated, this, &MatrixPage::axesChosen);
    connect(m_ui->swapButton, &QToolButton::clicked, this, [this] {
        const int rows = m_ui->rowsBox->currentIndex();
        m_ui->rowsBox->setCurrentIndex(m_ui->columnsBox->currentIndex());
        m_ui->columnsBox->setCurrentIndex(rows);
        axesChosen();
    });
    connect(m_ui->pinPresetButton, &QPushButton::clicked, this, &MatrixPage::pinAsPreset);
    connect(m_ui->freeButton, &QPushButton::clicked, this, &MatrixPage::freeAll);
}

void MatrixPage::makeViews()
{
    m_ui->table->setModel(m_model);
    m_ui->table->setItemDelegate(new CellDelegate(m_ui->table));
    m_ui->table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_ui->table->horizontalHeader()->setDefaultSectionSize(columnWidth);
    m_ui->table->verticalHeader()->setMinimumWidth(70);
    m_ui->table->verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_ui->table->setCornerButtonEnabled(false);
    m_ui->table->installEventFilter(this);
    m_ui->matrixSplitter->setSizes({820, 320});
    m_ui->matrixSplitter->setStretchFactor(0, 1);
    m_ui->swapButton->setIcon(icon(Shape::Compare));
    m_ui->copyButton->setIcon(icon(Shape::Copy));
    m_ui->exportButton->setIcon(icon(Shape::Export));
    m_ui->machineButton->setIcon(icon(Shape::Machine));
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::currentChanged, this, &MatrixPage::showCell);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        const QModelIndex at = m_ui->table->currentIndex();
        if (at.isValid() && at.row() >= first.row() && at.row() <= last.row() && at.column() >= first.column() && at.column() <= last.column())
            showCell();
    });
    connect(m_ui->useButton, &QPushButton::clicked, this, [this] { useInPreset(false); });
    connect(m_ui->newButton, &QPushButton::clicked, this, [this] { useInPreset(true); });
    connect(m_ui->copyButton, &QToolButton::clicked, this, &MatrixPage::copyAll);
    connect(m_ui->exportButton, &QToolButton::clicked, this, &MatrixPage::exportAs);
    axesChosen();
}

void MatrixPage::makeMachine()
{
    fillBox(m_ui->machineGpu, Axis::Gpu, tr("any"), session().facts());
    fillBox(m_ui->machineDriver, Axis::Driver, tr("any"), session().facts());
    m_ui->machineDriver->setEditable(true);
    m_ui->machineDriver->setInsertPolicy(QComboBox::NoInsert);
    connect(m_ui->machineGpu, &QComboBox::activated, this, &MatrixPage::machineChosen);
    connect(m_ui->machineDriver, &QComboBox::activated, this, &MatrixPage::machineChosen);
    connect(m_ui->machineDriver->lineEdit(), &QLineEdit::editingFinished, this, &MatrixPage::machineChosen);
    connect(m_ui->machineButton, &QPushButton::clicked, this, &MatrixPage::readThisMachine);
    connect(m_ui->machineBox, &QCheckBox::toggled, this, &MatrixPage::showMachine);
}

void MatrixPage::makeActions()
{
    const auto add = [this](Shape shape, const QString &text, const QKeySequence &keys, auto act) {
        auto *action = new QAction(icon(shape), text, this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, act);
        m_actions.append(action);
    };
    add(Shape::Pencil, tr("&Use in the preset"), Qt::CTRL | Qt::Key_Return, [this] { useInPreset(false); });
    add(Shape::Plus, tr("&New preset here …"), Qt::CTRL | Qt::SHIFT | Qt::Key_N, [this] { useInPreset(true); });
    add(Shape::Presets, tr("&Go to the preset on this cell"), Qt::CTRL | Qt::SHIFT | Qt::Key_O, [this] { goToPreset(); });
    add(Shape::Compare, tr("&Swap rows and columns"), Qt::CTRL | Qt::SHIFT | Qt::Key_W, [this] { m_ui->swapButton->click(); });
    add(Shape::Lock, tr("&Pin as the preset"), Qt::CTRL | Qt::Key_P, [this] { pinAsPreset(); });
    add(Shape::Close, tr("&Free all pins"), Qt::CTRL | Qt::SHIFT | Qt::Key_P, [this] { freeAll(); });
    add(Shape::Machine, tr("Fade what &cannot run on my machine"), Qt::CTRL | Qt::Key_M, [this] { m_ui->machineBox->toggle(); });
    add(Shape::Machine, tr("&Read this machine's GPU and driver"), {}, [this] { readThisMachine(); });
    add(Shape::Copy, tr("C&opy the matrix"), Qt::CTRL | Qt::SHIFT | Qt::Key_T, [this] { copyAll(); });
    add(Shape::Export, tr("&Export as CSV, HTML or PNG …"), Qt::CTRL | Qt::Key_E, [this] { exportAs(); });
    connect(m_ui->table, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu menu;
        menu.addActions(m_actions);
        menu.exec(m_ui->table->viewport()->mapToGlobal(at));
    });
}

bool MatrixPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy)) {
            copySelected();
            return true;
        }
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() == Qt::NoModifier) {
            goToPreset();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void MatrixPage::shown()
{
    showPresets();
    m_ui->table->setFocus();
}

void MatrixPage::axesChosen()
{
    const auto rows = Axis(m_ui->rowsBox->currentIndex());
    auto columns = Axis(m_ui->columnsBox->currentIndex());
    if (rows == columns) {
        columns = rows == Axis::Cuda ? Axis::PyTorch : Axis::Cuda;
        m_ui->columnsBox->setCurrentIndex(int(columns));
    }
    m_model->setAxes(rows, columns);
    int place = 0;
    for (int i = 0; i < compat::axisCount; ++i) {
        const bool free = Axis(i) != rows && Axis(i) != columns;
        QLabel *label = findChild<QLabel *>(pin(Axis(i))->objectName().replace(u"Pin"_s, u"Label"_s));
        pin(Axis(i))->setVisible(free);
        label->setVisible(free);
        if (!free)
            continue;
        // Three beside each other, in two rows: what is an axis leaves no hole.
        m_ui->pinsGrid->addWidget(label, place / 3, (place % 3) * 2);
        m_ui->pinsGrid->addWidget(pin(Axis(i)), place / 3, (place % 3) * 2 + 1);
        ++place;
    }
    pinsChosen();
    m_ui->table->setCurrentIndex(m_model->index(0, 0));
    goToOpenPreset();
}

/// Where the open preset sits is where people begin to look.
void MatrixPage::goToOpenPreset()
{
    const QModelIndex place = m_model->placeOf(session().current());
    if (!place.isValid())
        return;
    m_stoodFor = session().current();
    m_ui->table->setCurrentIndex(place);
    m_ui->table->scrollTo(place, QAbstractItemView::PositionAtCenter);
}

void MatrixPage::pinsChosen()
{
    Combination pins;
    for (int i = 0; i < compat::axisCount; ++i) {
        if (Axis(i) != m_model->rowAxis() && Axis(i) != m_model->columnAxis())
            pins.set(Axis(i), pin(Axis(i))->currentData().toString());
    }
    m_model->setPins(pins);
    showCell();
}

void MatrixPage::freeAll()
{
    for (int i = 0; i < compat::axisCount; ++i)
        pin(Axis(i))->setCurrentIndex(0);
    pinsChosen();
}

void MatrixPage::pinAsPreset()
{
    const PresetFacts *facts = session().scan().of(session().current());
    if (!facts)
        return;
    for (int i = 0; i < compat::axisCount; ++i)
        choose(pin(Axis(i)), facts->values.at(Axis(i)));
    pinsChosen();
}

void MatrixPage::showPresets()
{
    m_ui->pinPresetButton->setEnabled(!session().current().isEmpty());
    if (!isVisible())
        return;
    QList<MatrixModel::Occupant> occupants;
    for (const PresetFacts &facts : session().scan().all()) {
        if (facts.readable)
            occupants.append({facts.name, facts.values});
    }
    std::sort(occupants.begin(), occupants.end(), [](const auto &a, const auto &b) { return a.presetName < b.presetName; });
    m_model->setPresets(occupants, session().current());
    if (m_stoodFor != session().current())
        goToOpenPreset();
    showCell();
}

QString MatrixPage::cellHtml(const QModelIndex &index) const
{
    QString text;
    for (const compat::Reason &reason : m_model->cell(index).reasons) {
        const QString sign = reason.verdict == compat::Verdict::Yes ? u"✓"_s : reason.verdict == compat::Verdict::Limits ? u"⚠"_s : reason.verdict == compat::Verdict::No ? u"✕"_s : u"?"_s;
        text += u"<p>%1 %2"_s.arg(sign, reason.text.toHtmlEscaped());
        for (const compat::SourceRef &source : session().facts().sourcesOf(reason.sources)) {
            const bool link = source.url.startsWith(u"https://"_s);
            text += u"<br><small>"_s + (link ? u"<a href=\"%1\">%2</a>"_s.arg(source.url.toHtmlEscaped(), source.title.toHtmlEscaped()) : source.title.toHtmlEscaped()) + u"</small>"_s;
        }
        text += u"</p>"_s;
    }
    if (text.isEmpty())
        text = u"<p>%1</p>"_s.arg(tr("The facts say nothing of these two. Pin more values to learn more.").toHtmlEscaped());
    if (const QStringList names = m_model->presetsAt(index); !names.isEmpty())
        text += u"<p>● %1</p>"_s.arg(names.join(u", "_s).toHtmlEscaped());
    if (m_model->spec().hasMachine() && !m_model->runsOnMachine(index))
        text += u"<p>✕ %1</p>"_s.arg(tr("It cannot run on your machine.").toHtmlEscaped());
    return text;
}

void MatrixPage::showCell()
{
    const QModelIndex index = m_ui->table->currentIndex();
    m_ui->useButton->setEnabled(index.isValid() && !session().current().isEmpty());
    m_ui->useButton->setToolTip(session().current().isEmpty() ? QString() : tr("Gives these values to “%1”").arg(session().current()));
    m_ui->newButton->setEnabled(index.isValid());
    if (!index.isValid() || !isVisible())
        return;
    m_ui->cellTitle->setText(m_model->spec().cellName(index.row(), index.column()) + u": "_s + compat::verdictText(m_model->cell(index).verdict));
    m_ui->cellText->setText(cellHtml(index));
}

void MatrixPage::showMachine()
{
    choose(m_ui->machineGpu, gpuInFacts(m_gpu, {}, session().facts()).isEmpty() ? m_gpu : gpuInFacts(m_gpu, {}, session().facts()));
    choose(m_ui->machineDriver, m_driver);
    const bool known = !m_gpu.isEmpty() || !m_driver.isEmpty();
    m_ui->machineBox->setEnabled(known);
    m_ui->machineBox->setToolTip(known ? QString() : tr("Say beneath which GPU and driver the machine has."));
    const bool fade = known && m_ui->machineBox->isChecked();
    m_model->setMachine(fade ? m_ui->machineGpu->currentData().toString() : QString(), fade ? m_driver : QString());
    showCell();
}

void MatrixPage::machineChosen()
{
    const QString gpu = m_ui->machineGpu->currentData().toString();
    QString driver = m_ui->machineDriver->currentText().trimmed();
    if (driver == m_ui->machineDriver->itemText(0) || !DottedVersion(driver).isValid())
        driver.clear();
    if (gpu == m_gpu && driver == m_driver)
        return;
    m_ui->machineState->clear();
    m_gpu = gpu;
    m_driver = driver;
    m_ui->machineBox->setChecked(!gpu.isEmpty() || !driver.isEmpty());
    Q_EMIT session().machineChanged(gpu, driver); // the settings keep it
}

void MatrixPage::readThisMachine()
{
    m_ui->machineState->setText(tr("Asking the driver …"));
    session().jobs().start<Machine>(
        {u"machine"_s, {}, {}, true}, this, [](const std::stop_token &stop, const ProgressSink &) { return readMachine(stop); },
        [this](const Result<Machine> &machine) {
            if (!machine)
                return m_ui->machineState->setText(machine.error().what + u' ' + machine.error().hint);
            const QString gpu = gpuInFacts(machine->gpu, machine->computeCapability, session().facts());
            m_ui->machineState->setText(machine->gpus == 0 ? tr("✓ The driver is read; choose the GPU.")
                                        : gpu.isEmpty()    ? tr("The facts do not know %1.").arg(machine->gpu)
                                                           : tr("✓ %1, compute capability %2, ×%3").arg(machine->gpu, machine->computeCapability).arg(machine->gpus));
            m_ui->machineBox->setChecked(true);
            Q_EMIT session().machineChanged(gpu, machine->driver);
        });
}

void MatrixPage::copySelected()
{
    QModelIndexList cells = m_ui->table->selectionModel()->selectedIndexes();
    std::sort(cells.begin(), cells.end());
    QList<int> rows, columns;
    for (const QModelIndex &cell : std::as_const(cells)) {
        if (!rows.contains(cell.row()))
            rows.append(cell.row());
        if (!columns.contains(cell.column()))
            columns.append(cell.column());
    }
    std::sort(columns.begin(), columns.end());
    compat::MatrixSpec spec = m_model->spec();
    spec.rows.clear();
    spec.columns.clear();
    for (const int row : std::as_const(rows))
        spec.rows.append(m_model->rowValues().at(row));
    for (const int column : std::as_const(columns))
        spec.columns.append(m_model->columnValues().at(column));
    auto text = std::make_shared<QString>();
    session().jobs().start<compat::MatrixTable>(
        {u"matrix-copy"_s, {}, {}, true}, this,
        [verbs = session().verbs(), spec](const std::stop_token &stop, const ProgressSink &sink) { return compat::judgeAll(spec, {}, verbs->facts(), stop, sink); },
        [](const Result<compat::MatrixTable> &table) {
            if (table)
                QGuiApplication::clipboard()->setText(compat::matrixTsv(*table));
        });
}

void MatrixPage::withTable(const QString &title, std::function<Result<void>(const compat::MatrixTable &)> work, std::function<void()> done)
{
    session().jobs().start<bool>(
        {u"matrix-table"_s, {}, title}, this,
        [verbs = session().verbs(), spec = m_model->spec(), presets = m_model->presetCells(), work = std::move(work)](const std::stop_token &stop, const ProgressSink &sink) -> Result<bool> {
            DOSIRAK_TRY(table, compat::judgeAll(spec, presets, verbs->facts(), stop, sink));
            DOSIRAK_CHECK(work(table));
            return true;
        },
        [this, done = std::move(done)](const Result<bool> &outcome) {
            if (!outcome)
                return session().fail(outcome.error());
            done();
        });
}

void MatrixPage::copyAll()
{
    auto text = std::make_shared<QString>();
    withTable(tr("Copy the matrix"),
              [text](const compat::MatrixTable &table) -> Result<void> {
                  *text = compat::matrixTsv(table);
                  return {};
              },
              [this, text] {
                  QGuiApplication::clipboard()->setText(*text);
                  session().show({Mark::Good, tr("The matrix is on the clipboard, as a table."), {}, {}, {}, u"matrix"_s});
              });
}

void MatrixPage::exportAs()
{
    const QString path = session().dialogs().saveFile(this, tr("Export the matrix"), session().workspace().root() + u"/matrix.html"_s,
                                                      tr("HTML (*.html);;CSV (*.csv);;Markdown (*.md);;PNG (*.png)"));
    if (path.isEmpty())
        return;
    withTable(tr("Export the matrix"),
              [path, palette = palette(), font = m_ui->table->font(), version = session().facts().version](const compat::MatrixTable &table) -> Result<void> {
                  if (!path.endsWith(u".png"_s, Qt::CaseInsensitive))
                      return writeFileAtomically(path, textFor(path, table, version).toUtf8());
                  QByteArray bytes;
                  QBuffer buffer(&bytes);
                  if (!buffer.open(QIODevice::WriteOnly) || !matrixPicture(table, palette, font).save(&buffer, "PNG"))
                      return fail(ErrorCode::Io, tr("The picture could not be made."), tr("Export as HTML instead."));
                  return writeFileAtomically(path, bytes);
              },
              [this, path] { session().show({Mark::Good, tr("The matrix is in %1.").arg(path), {}, {}, {}, u"matrix"_s}); });
}

void MatrixPage::useInPreset(bool fresh)
{
    const QModelIndex index = m_ui->table->currentIndex();
    if (!index.isValid())
        return;
    Q_EMIT session().valuesWanted(compat::patchOf(m_model->combination(index), session().facts()), fresh);
    session().goTo(PageId::Presets);
}

void MatrixPage::goToPreset()
{
    const QModelIndex index = m_ui->table->currentIndex();
    const QStringList names = index.isValid() ? m_model->presetsAt(index) : QStringList();
    if (names.isEmpty())
        return;
    // Enter goes on to the next of several.
    session().setCurrent(names.at((names.indexOf(session().current()) + 1) % names.size()));
    session().goTo(PageId::Presets);
}

} // namespace dosirak::gui

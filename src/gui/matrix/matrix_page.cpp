// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/matrix/matrix_page.h"

#include "base/files.h"
#include "gui/matrix/cell_delegate.h"
#include "gui/matrix/matrix_export.h"
#include "gui/matrix/matrix_model.h"
#include "gui/matrix/preset_values.h"
#include "preset/load.h"
#include "ui_matrix_page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using compat::Axis;
using compat::Combination;

namespace {

constexpr int rowHeight = 30;
constexpr int columnWidth = 116;
constexpr qreal widestPicture = 8000; // pixels of a side of an exported picture

using Combinations = QHash<QString, Combination>;

/// The whole table with its headers, drawn as its view draws it.
void paintMatrix(QImage &picture, const QTableView &table, const MatrixModel &model)
{
    QPainter painter(&picture);
    const int left = table.verticalHeader()->width();
    const int top = table.horizontalHeader()->height();
    QStyleOptionViewItem option;
    option.palette = table.palette();
    option.font = table.font();
    option.fontMetrics = QFontMetrics(table.font());
    painter.setFont(table.font());
    painter.setPen(table.palette().color(QPalette::Text));
    for (int column = 0; column < model.columnCount(); ++column)
        painter.drawText(QRect(left + column * columnWidth, 0, columnWidth, top), Qt::AlignCenter, model.columnValues().at(column));
    for (int row = 0; row < model.rowCount(); ++row) {
        painter.drawText(QRect(0, top + row * rowHeight, left - 6, rowHeight), Qt::AlignRight | Qt::AlignVCenter, model.rowValues().at(row));
        for (int column = 0; column < model.columnCount(); ++column) {
            option.rect = QRect(left + column * columnWidth, top + row * rowHeight, columnWidth, rowHeight);
            table.itemDelegate()->paint(&painter, option, model.index(row, column));
        }
    }
}

} // namespace

MatrixPage::MatrixPage(Session &session, QWidget *parent)
    : Page(session, parent), m_ui(std::make_unique<Ui::MatrixPage>()), m_model(new MatrixModel(session.facts(), this))
{
    m_ui->setupUi(this);
    makeViews();
    makeActions();
    connect(&session, &Session::presetNamesChanged, this, &MatrixPage::readPresets);
    connect(&session, &Session::checked, this, &MatrixPage::readPresets);
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

void MatrixPage::makeViews()
{
    for (int i = 0; i < compat::axisCount; ++i) {
        m_ui->rowsBox->addItem(compat::axisName(Axis(i)));
        m_ui->columnsBox->addItem(compat::axisName(Axis(i)));
        QComboBox *box = pin(Axis(i));
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        box->addItem(tr("free"), QString());
        QStringList values = compat::axisValues(Axis(i), session().facts());
        if (Axis(i) != Axis::Gpu)
            std::reverse(values.begin(), values.end());
        for (const QString &value : std::as_const(values))
            box->addItem(value, value);
        connect(box, &QComboBox::activated, this, &MatrixPage::pinsChosen);
    }
    m_ui->rowsBox->setCurrentIndex(int(m_model->rowAxis()));
    m_ui->columnsBox->setCurrentIndex(int(m_model->columnAxis()));
    m_ui->table->setModel(m_model);
    m_ui->table->setItemDelegate(new CellDelegate(m_ui->table));
    m_ui->table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_ui->table->horizontalHeader()->setDefaultSectionSize(columnWidth);
    m_ui->table->verticalHeader()->setMinimumWidth(70);
    m_ui->table->setCornerButtonEnabled(false);
    m_ui->matrixSplitter->setSizes({820, 320});
    m_ui->matrixSplitter->setStretchFactor(0, 1);
    m_ui->swapButton->setIcon(icon(Shape::Compare));
    m_ui->copyButton->setIcon(icon(Shape::Copy));
    m_ui->exportButton->setIcon(icon(Shape::Export));
    connect(m_ui->rowsBox, &QComboBox::activated, this, &MatrixPage::axesChosen);
    connect(m_ui->columnsBox, &QComboBox::activated, this, &MatrixPage::axesChosen);
    connect(m_ui->swapButton, &QToolButton::clicked, this, [this] {
        const int rows = m_ui->rowsBox->currentIndex();
        m_ui->rowsBox->setCurrentIndex(m_ui->columnsBox->currentIndex());
        m_ui->columnsBox->setCurrentIndex(rows);
        axesChosen();
    });
    connect(m_ui->machineBox, &QCheckBox::toggled, this, &MatrixPage::showMachine);
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::currentChanged, this, &MatrixPage::showCell);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &MatrixPage::showCell);
    connect(m_ui->pinPresetButton, &QPushButton::clicked, this, &MatrixPage::pinAsPreset);
    connect(m_ui->freeButton, &QPushButton::clicked, this, &MatrixPage::freeAll);
    connect(m_ui->useButton, &QPushButton::clicked, this, [this] { useInPreset(false); });
    connect(m_ui->newButton, &QPushButton::clicked, this, [this] { useInPreset(true); });
    connect(m_ui->copyButton, &QToolButton::clicked, this, &MatrixPage::copyAll);
    connect(m_ui->exportButton, &QToolButton::clicked, this, &MatrixPage::exportAs);
    axesChosen();
}

void MatrixPage::makeActions()
{
    const auto add = [this](Shape shape, const QString &text, const QKeySequence &keys, auto act) {
        auto *action = new QAction(icon(shape), text, this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, act);
        m_actions.append(action);
    };
    add(Shape::Compare, tr("&Swap rows and columns"), {}, [this] { m_ui->swapButton->click(); });
    add(Shape::Pencil, tr("&Use in the preset"), Qt::CTRL | Qt::Key_Return, [this] { useInPreset(false); });
    add(Shape::Plus, tr("&New preset here …"), Qt::CTRL | Qt::SHIFT | Qt::Key_N, [this] { useInPreset(true); });
    add(Shape::Machine, tr("&Fade what cannot run on my machine"), {}, [this] { m_ui->machineBox->toggle(); });
    add(Shape::Copy, tr("&Copy the matrix"), Qt::CTRL | Qt::SHIFT | Qt::Key_T, [this] { copyAll(); });
    add(Shape::Export, tr("&Export as CSV, HTML or PNG …"), Qt::CTRL | Qt::Key_E, [this] { exportAs(); });
    connect(m_ui->table, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu menu;
        menu.addActions(m_actions);
        menu.exec(m_ui->table->viewport()->mapToGlobal(at));
    });
}

void MatrixPage::shown()
{
    readPresets();
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
    for (int i = 0; i < compat::axisCount; ++i)
        pin(Axis(i))->setEnabled(Axis(i) != rows && Axis(i) != columns);
    pinsChosen();
    m_ui->table->setCurrentIndex(m_model->index(0, 0));
}

void MatrixPage::pinsChosen()
{
    Combination pins;
    for (int i = 0; i < compat::axisCount; ++i) {
        if (pin(Axis(i))->isEnabled())
            pins.set(Axis(i), pin(Axis(i))->currentData().toString());
    }
    m_model->setPins(pins);
}

void MatrixPage::freeAll()
{
    for (int i = 0; i < compat::axisCount; ++i)
        pin(Axis(i))->setCurrentIndex(0);
    pinsChosen();
}

void MatrixPage::pinAsPreset()
{
    const Combination values = m_presets.value(session().current());
    for (int i = 0; i < compat::axisCount; ++i) {
        const QString &value = values.at(Axis(i));
        QComboBox *box = pin(Axis(i));
        if (!value.isEmpty() && box->findData(value) < 0)
            box->addItem(value, value);
        box->setCurrentIndex(value.isEmpty() ? 0 : box->findData(value));
    }
    pinsChosen();
}

void MatrixPage::readPresets()
{
    if (!isVisible())
        return;
    session().jobs().start<Combinations>(
        {u"matrix-presets"_s, {}, {}, true}, this,
        [folder = session().workspace().presetsFolder(), names = session().presetNames()](const std::stop_token &stop, const ProgressSink &) -> Result<Combinations> {
            Combinations found;
            for (const QString &name : names) {
                if (stop.stop_requested())
                    return cancelled();
                if (const auto loaded = preset::loadPreset(folder, name))
                    found.insert(name, valuesOf(loaded->preset));
            }
            return found;
        },
        [this](const Result<Combinations> &found) {
            if (!found)
                return;
            m_presets = *found;
            QList<MatrixModel::Occupant> occupants;
            for (auto it = m_presets.cbegin(); it != m_presets.cend(); ++it)
                occupants.append({it.key(), it.value()});
            m_model->setPresets(occupants);
        });
}

void MatrixPage::showCell()
{
    const QModelIndex index = m_ui->table->currentIndex();
    m_ui->useButton->setEnabled(index.isValid() && !session().current().isEmpty());
    m_ui->newButton->setEnabled(index.isValid());
    if (!index.isValid())
        return;
    const compat::MatrixCell &cell = m_model->cell(index);
    m_ui->cellTitle->setText(u"%1 %2, %3 %4: %5"_s.arg(compat::axisName(m_model->rowAxis()), m_model->rowValues().at(index.row()), compat::axisName(m_model->columnAxis()),
                                                      m_model->columnValues().at(index.column()), compat::verdictText(cell.verdict)));
    QString text;
    for (const compat::Reason &reason : cell.reasons) {
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
    if (!m_model->runsOnMachine(index))
        text += u"<p>%1</p>"_s.arg(tr("It cannot run on your machine.").toHtmlEscaped());
    m_ui->cellText->setText(text);
}

void MatrixPage::showMachine()
{
    const bool known = !m_gpu.isEmpty() || !m_driver.isEmpty();
    m_ui->machineBox->setEnabled(known);
    m_ui->machineBox->setToolTip(known ? QString() : tr("Say in the settings which GPU and driver your machine has."));
    m_ui->machineLabel->setText(known ? QStringList{m_gpu, m_driver.isEmpty() ? QString() : tr("driver %1").arg(m_driver)}.join(u" "_s).trimmed() : tr("(set it in Settings)"));
    const bool fade = known && m_ui->machineBox->isChecked();
    m_model->setMachine(fade ? m_gpu : QString(), fade ? m_driver : QString());
}

void MatrixPage::copyAll() const
{
    QGuiApplication::clipboard()->setText(matrixTsv(*m_model));
}

void MatrixPage::exportAs()
{
    const QString path = session().dialogs().saveFile(this, tr("Export the matrix"), session().workspace().root() + u"/matrix.html"_s,
                                                      tr("HTML (*.html);;CSV (*.csv);;PNG (*.png)"));
    if (path.isEmpty())
        return;
    if (path.endsWith(u".png"_s, Qt::CaseInsensitive)) {
        const QTableView &table = *m_ui->table;
        const int left = table.verticalHeader()->width();
        const int top = table.horizontalHeader()->height();
        const QSize size(left + table.horizontalHeader()->length(), top + table.verticalHeader()->length());
        const qreal ratio = std::min(2.0, widestPicture / std::max(size.width(), size.height()));
        QImage picture(size * ratio, QImage::Format_ARGB32);
        picture.setDevicePixelRatio(ratio);
        picture.fill(palette().color(QPalette::Base));
        paintMatrix(picture, table, *m_model);
        if (!picture.save(path))
            session().fail({ErrorCode::Io, tr("%1 could not be written.").arg(path), tr("Choose another folder."), {}, {}, {}});
        return;
    }
    const QString text = path.endsWith(u".csv"_s, Qt::CaseInsensitive) ? matrixCsv(*m_model) : matrixHtml(*m_model);
    if (const auto written = writeFileAtomically(path, text.toUtf8()); !written)
        session().fail(written.error());
}

void MatrixPage::useInPreset(bool fresh)
{
    const QModelIndex index = m_ui->table->currentIndex();
    if (!index.isValid())
        return;
    Q_EMIT session().valuesWanted(patchOf(m_model->combination(index), session().facts()), fresh);
    session().goTo(PageId::Presets);
}

} // namespace dosirak::gui

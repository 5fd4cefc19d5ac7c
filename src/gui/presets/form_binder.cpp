// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/form_binder.h"

#include "gui/matrix/preset_values.h"
#include "gui/theme/theme.h"
#include "ui_preset_form.h"

#include <QFocusEvent>
#include <QScrollArea>
#include <QStandardItemModel>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using compat::Axis;

namespace {

QString pointerOfField(const QWidget *field)
{
    return field->property("pointer").toString();
}

const Json *valueAt(const Json &root, const QString &pointer)
{
    const Json::json_pointer path(toStd(pointer));
    return root.contains(path) ? &root.at(path) : nullptr;
}

QString asText(const Json *value)
{
    if (!value || value->is_null())
        return {};
    return value->is_string() ? fromStd(value->get<std::string>()) : fromStd(value->dump());
}

QStringList asLines(const Json *value)
{
    QStringList lines;
    if (value && value->is_array()) {
        for (const Json &item : *value)
            lines.append(asText(&item));
    }
    return lines;
}

QStringList newestFirst(Axis axis, const compat::Facts &facts)
{
    QStringList values = compat::axisValues(axis, facts);
    std::reverse(values.begin(), values.end());
    return values;
}

} // namespace

PresetForm::PresetForm(Session &session, PresetEditor &editor, QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::PresetForm>()), m_session(session), m_editor(editor)
{
    m_ui->setupUi(this);
    fillChoices();
    connectFields();
    connect(&editor, &PresetEditor::textChanged, this, &PresetForm::showValues);
    connect(&editor, &PresetEditor::analysed, this, [this] {
        showValues();
        greyChoices();
    });
    showValues();
}

PresetForm::~PresetForm() = default;

QList<QWidget *> PresetForm::fields() const
{
    QList<QWidget *> found;
    for (QWidget *widget : findChildren<QWidget *>()) {
        if (!pointerOfField(widget).isEmpty())
            found.append(widget);
    }
    return found;
}

void PresetForm::fillChoices()
{
    const compat::Facts &facts = m_session.facts();
    m_ui->distributionBox->addItems({u"ubuntu"_s, u"debian"_s});
    for (const compat::System &system : facts.systems)
        m_ui->releaseBox->addItem(system.release);
    m_ui->archBox->addItems({u"amd64"_s, u"arm64"_s});
    m_ui->pythonBox->addItems(newestFirst(Axis::Python, facts));
    m_ui->cudaBox->addItems(newestFirst(Axis::Cuda, facts));
    m_ui->cudnnBox->addItems(newestFirst(Axis::Cudnn, facts));
    m_ui->driverBox->addItems(newestFirst(Axis::Driver, facts));
    m_ui->torchBox->addItems(newestFirst(Axis::PyTorch, facts));
    m_ui->tensorrtBox->addItem(u"auto"_s);
    m_ui->tensorrtBox->addItems(newestFirst(Axis::TensorRt, facts));
    m_ui->sourceBox->addItems({u"debs"_s, u"tar"_s, u"wheels"_s});
    QStringList builds;
    for (const compat::TorchRelease &torch : facts.torch) {
        for (const compat::TorchBuild &build : torch.builds)
            builds.append(build.suffix);
    }
    builds.append(u"cpu"_s);
    builds.removeDuplicates();
    builds.sort();
    m_ui->buildBox->addItems(builds);
}

void PresetForm::connectFields()
{
    const QList<QWidget *> all = fields();
    for (QWidget *field : all) {
        if (auto *edit = qobject_cast<QLineEdit *>(field)) {
            connect(edit, &QLineEdit::editingFinished, this, [this, field] { write(field); });
        } else if (auto *box = qobject_cast<QComboBox *>(field)) {
            box->setInsertPolicy(QComboBox::NoInsert);
            box->setCurrentIndex(-1);
            connect(box, &QComboBox::textActivated, this, [this, field] { write(field); });
            connect(box->lineEdit(), &QLineEdit::editingFinished, this, [this, field] { write(field); });
            box->setFocusPolicy(Qt::StrongFocus);
            box->installEventFilter(this);
        } else if (auto *check = qobject_cast<QCheckBox *>(field)) {
            connect(check, &QCheckBox::clicked, this, [this, field] { write(field); });
        } else if (auto *lines = qobject_cast<QPlainTextEdit *>(field)) {
            lines->setUndoRedoEnabled(false);
            connect(lines, &QPlainTextEdit::textChanged, this, [this, field] { write(field); });
        }
    }
}

bool PresetForm::eventFilter(QObject *watched, QEvent *event)
{
    // The wheel over a box that is not in use scrolls the form and changes nothing.
    if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

const Json *PresetForm::valueOf(const QString &pointer) const
{
    if (!m_editor.document())
        return nullptr;
    if (const Json *own = m_editor.document()->value(pointer))
        return own;
    return valueAt(m_editor.analysis().loaded.resolved, pointer);
}

void PresetForm::showValues()
{
    m_showing = true;
    setEnabled(m_editor.isOpen() && m_editor.document().has_value() && !m_editor.error());
    const QList<QWidget *> all = fields();
    for (QWidget *field : all)
        showField(field);
    const QString chosen = m_editor.analysis().tensorrt;
    const QString version = m_ui->tensorrtBox->currentText();
    m_ui->autoLabel->setVisible((version.isEmpty() || version == u"auto"_s) && m_ui->tensorrtCheck->isChecked());
    m_ui->autoLabel->setText(chosen.isEmpty() ? tr("“auto” finds no TensorRT that fits.") : tr("“auto” stands for %1 here.").arg(chosen));
    m_showing = false;
}

void PresetForm::showField(QWidget *field)
{
    const QString pointer = pointerOfField(field);
    const Json *value = valueOf(pointer);
    if (auto *edit = qobject_cast<QLineEdit *>(field)) {
        if (edit->text() != asText(value)) {
            edit->setText(asText(value));
            if (!edit->hasFocus())
                edit->setCursorPosition(0); // a long text is read from its beginning
        }
    } else if (auto *box = qobject_cast<QComboBox *>(field)) {
        if (box->currentText() != asText(value))
            box->setEditText(asText(value));
    } else if (auto *check = qobject_cast<QCheckBox *>(field)) {
        check->setChecked(value && value->is_boolean() && value->get<bool>());
    } else if (auto *lines = qobject_cast<QPlainTextEdit *>(field)) {
        const QStringList items = asLines(value);
        QStringList shown = lines->toPlainText().split(u'\n');
        shown.removeAll(QString()); // a line that was just begun is no item yet
        if (shown != items)
            lines->setPlainText(items.join(u'\n'));
    }
    showOrigin(field, pointer);
}

void PresetForm::showOrigin(QWidget *field, const QString &pointer)
{
    const QMap<QString, QString> &provenance = m_editor.analysis().loaded.provenance;
    QString from;
    for (QString at = pointer; from.isEmpty() && !at.isEmpty(); at = at.left(at.lastIndexOf(u'/')))
        from = provenance.value(at);
    const bool inherited = !from.isEmpty() && from != m_editor.presetName() && m_editor.document() && !m_editor.document()->value(pointer);
    QFont font = field->font();
    font.setItalic(inherited);
    field->setFont(font);
    field->setToolTip(inherited ? tr("From “%1”, which this preset extends. Change it here to override it.").arg(from) : pointer);
    field->setAccessibleDescription(inherited ? field->toolTip() : QString());
}

void PresetForm::greyChoices()
{
    if (!m_editor.document())
        return;
    const compat::Combination now = valuesOf(m_editor.analysis().loaded.preset);
    greyBox(m_ui->cudaBox, Axis::Cuda, now);
    greyBox(m_ui->cudnnBox, Axis::Cudnn, now);
    greyBox(m_ui->torchBox, Axis::PyTorch, now);
    greyBox(m_ui->tensorrtBox, Axis::TensorRt, now);
    greyBox(m_ui->pythonBox, Axis::Python, now);
    greyBox(m_ui->driverBox, Axis::Driver, now);
}

void PresetForm::greyBox(QComboBox *box, Axis axis, const compat::Combination &now)
{
    const QSignalBlocker blocker(box);
    // A box whose current item changes shows that item's text: no item may be current while they are greyed.
    const QString shown = box->currentText();
    box->setCurrentIndex(-1);
    box->setEditText(shown);
    for (int i = 0; i < box->count(); ++i) {
        compat::Combination then = now;
        then.set(axis, box->itemText(i) == u"auto"_s ? QString() : box->itemText(i));
        QString why;
        for (const compat::Reason &reason : compat::evaluate(then, m_session.facts()).reasons) {
            // Only what this value itself brings about: a quarrel between two others is not its fault.
            if (reason.verdict == compat::Verdict::No && reason.text.contains(box->itemText(i)))
                why += (why.isEmpty() ? QString() : u"\n"_s) + reason.text;
        }
        box->setItemData(i, why.isEmpty() ? QVariant() : QVariant(tonesFor(palette()).faint), Qt::ForegroundRole);
        box->setItemData(i, why.isEmpty() ? QVariant() : QVariant(why), Qt::ToolTipRole);
        box->setItemData(i, why.isEmpty() ? QVariant() : QVariant(icon(Mark::Bad)), Qt::DecorationRole);
    }
}

void PresetForm::write(QWidget *field)
{
    if (m_showing || !m_editor.document())
        return;
    const QString pointer = pointerOfField(field);
    const QString what = field->accessibleName().isEmpty() ? pointer : field->accessibleName();
    if (auto *lines = qobject_cast<QPlainTextEdit *>(field)) {
        QStringList items;
        for (const QString &line : lines->toPlainText().split(u'\n')) {
            if (!line.trimmed().isEmpty())
                items.append(line.trimmed());
        }
        if (items != asLines(valueOf(pointer)))
            m_editor.setList(pointer, items, what);
        return;
    }
    if (auto *check = qobject_cast<QCheckBox *>(field))
        return m_editor.setValue(pointer, check->isChecked(), what);
    const auto *box = qobject_cast<QComboBox *>(field);
    const QString text = box ? box->currentText().trimmed() : static_cast<QLineEdit *>(field)->text().trimmed();
    if (text == asText(valueOf(pointer)))
        return;
    if (text.isEmpty())
        m_editor.removeValue(pointer, what);
    else
        m_editor.setValue(pointer, toStd(text), what);
}

bool PresetForm::focus(const QString &pointer)
{
    const QList<QWidget *> all = fields();
    for (QString at = pointer; !at.isEmpty(); at = at.left(at.lastIndexOf(u'/'))) {
        for (QWidget *field : all) {
            if (pointerOfField(field) != at && !pointerOfField(field).startsWith(at + u'/'))
                continue;
            for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
                if (auto *area = qobject_cast<QScrollArea *>(above))
                    area->ensureWidgetVisible(field, 0, 60);
            }
            field->setFocus();
            return true;
        }
    }
    return false;
}

} // namespace dosirak::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/records_field.h"

#include "gui/theme/theme.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QToolButton>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostRows = 6;
}

RecordsField::RecordsField(const FieldSpec &spec, PresetEditor &editor, QWidget *parent)
    : QWidget(parent), m_spec(spec), m_editor(editor), m_list(new QListWidget(this)), m_detail(new QWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_list->setObjectName(QString::fromLatin1(spec.name) + u"List"_s);
    m_list->setAccessibleName(spec.label);
    m_list->setAccessibleDescription(tr("Insert adds one, Delete removes it, Alt with the arrows moves it."));
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    setFocusProxy(m_list);
    layout->addWidget(m_list);
    makeButtons();
    auto *form = new QFormLayout(m_detail);
    form->setContentsMargins(10, 2, 0, 6);
    form->setLabelAlignment(Qt::AlignLeft);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    for (const FieldSpec &member : m_spec.members) {
        auto *field = new FormField(member, editor, m_detail);
        connect(field, &FormField::fixWanted, this, &RecordsField::fixWanted);
        m_members.append(field);
        if (member.kind == FieldSpec::Kind::Flag) {
            form->addRow(QString(), field);
            continue;
        }
        auto *label = new QLabel(member.label, m_detail);
        label->setBuddy(field->input());
        form->addRow(label, field);
    }
    layout->addWidget(m_detail);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        if (!m_showing)
            showCurrent();
    });
    showCurrent();
}

void RecordsField::makeButtons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(2);
    const auto button = [&](Shape shape, const QString &text, const char *name, bool needsRecord, auto act) {
        auto *made = new QToolButton(this);
        made->setIcon(icon(shape));
        made->setText(text);
        made->setObjectName(QString::fromLatin1(m_spec.name) + QString::fromLatin1(name));
        made->setToolTip(text);
        made->setAccessibleName(u"%1: %2"_s.arg(m_spec.label, text));
        made->setAutoRaise(true);
        made->setToolButtonStyle(needsRecord ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
        connect(made, &QToolButton::clicked, this, act);
        row->addWidget(made);
        if (needsRecord)
            m_needRecord.append(made);
    };
    button(Shape::Plus, tr("Add"), "Add", false, [this] { add(); });
    button(Shape::Trash, tr("Remove"), "Remove", true, [this] { remove(); });
    button(Shape::Up, tr("Move up"), "Up", true, [this] { move(-1); });
    button(Shape::Down, tr("Move down"), "Down", true, [this] { move(1); });
    row->addStretch(1);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

QString RecordsField::summary(const Json &record) const
{
    if (!record.is_object())
        return tr("(no object)");
    const Json *name = record.contains("name") ? &record.at("name") : nullptr;
    QString rest;
    for (const char *key : {"url", "uris", "file", "page"}) {
        if (rest.isEmpty() && record.contains(key))
            rest = linesOf(&record.at(key)).join(u' ');
    }
    if (record.contains("from_host") && record.at("from_host") == Json(true))
        rest = tr("as this machine's own apt");
    const QString text = textOf(name).isEmpty() ? tr("(no name)") : textOf(name);
    return rest.isEmpty() ? text : u"%1  —  %2"_s.arg(text, rest);
}

void RecordsField::showRecords(const QString &pointer)
{
    m_pointer = pointer;
    const Json *records = m_editor.value(pointer);
    QStringList texts;
    if (records && records->is_array()) {
        for (const Json &record : *records)
            texts.append(summary(record));
    }
    m_showing = true;
    const int row = m_list->currentRow();
    while (m_list->count() > texts.size())
        delete m_list->takeItem(m_list->count() - 1);
    for (int i = 0; i < texts.size(); ++i) {
        if (i >= m_list->count())
            m_list->addItem(texts.at(i));
        else if (m_list->item(i)->text() != texts.at(i))
            m_list->item(i)->setText(texts.at(i));
    }
    if (m_list->currentRow() < 0 && m_list->count() > 0)
        m_list->setCurrentRow(std::clamp(row, 0, m_list->count() - 1));
    m_showing = false;
    const int rowHeight = std::max(m_list->sizeHintForRow(0), m_list->fontMetrics().height() + 6);
    m_list->setFixedHeight(rowHeight * std::clamp(m_list->count(), 1, mostRows) + 2 * m_list->frameWidth() + 2);
    showCurrent();
}

void RecordsField::showCurrent()
{
    const int row = m_list->currentRow();
    m_detail->setVisible(row >= 0);
    for (QToolButton *button : std::as_const(m_needRecord))
        button->setEnabled(row >= 0);
    if (row < 0)
        return;
    for (FormField *member : std::as_const(m_members))
        member->setBase(u"%1/%2"_s.arg(m_pointer).arg(row));
    giveFindings();
}

void RecordsField::showFindings(const QList<compat::Finding> &findings)
{
    m_findings = findings;
    for (int i = 0; i < m_list->count(); ++i) {
        const QString at = u"%1/%2"_s.arg(m_pointer).arg(i);
        auto worst = compat::Severity::Note;
        QStringList texts;
        for (const compat::Finding &finding : findings) {
            if (finding.severity == compat::Severity::Note || !(finding.pointer + u'/').startsWith(at + u'/'))
                continue;
            worst = std::max(worst, finding.severity);
            texts.append(finding.what);
        }
        m_list->item(i)->setIcon(texts.isEmpty() ? QIcon() : icon(worst == compat::Severity::Error ? Mark::Bad : Mark::Warning));
        m_list->item(i)->setToolTip(texts.join(u'\n'));
    }
    giveFindings();
}

void RecordsField::giveFindings()
{
    const QString record = u"%1/%2"_s.arg(m_pointer).arg(m_list->currentRow());
    for (FormField *member : std::as_const(m_members)) {
        QList<compat::Finding> own;
        for (const compat::Finding &finding : std::as_const(m_findings)) {
            const bool ofWhole = finding.pointer == record || finding.pointer == m_pointer;
            if ((finding.pointer + u'/').startsWith(member->pointer() + u'/') || (ofWhole && member == m_members.first()))
                own.append(finding);
        }
        member->showFindings(own);
    }
}

void RecordsField::setNames(const NamePool &pool)
{
    for (FormField *member : std::as_const(m_members))
        member->setNames(pool);
}

void RecordsField::focusAt(const QString &rest)
{
    bool number = false;
    const int row = rest.section(u'/', 0, 0).toInt(&number);
    if (!number || row >= m_list->count())
        return;
    m_list->setCurrentRow(row);
    const QString at = u"%1/%2"_s.arg(m_pointer, rest);
    for (FormField *member : std::as_const(m_members)) {
        if ((at + u'/').startsWith(member->pointer() + u'/'))
            return member->focusAt(at);
    }
}

void RecordsField::add()
{
    const int row = m_list->currentRow() + 1;
    m_editor.insertItem(m_pointer, row, Json{{"name", ""}}, tr("%1: add").arg(m_spec.label));
    m_list->setCurrentRow(row);
    m_members.first()->input()->setFocus();
}

void RecordsField::remove()
{
    const int row = m_list->currentRow();
    if (row >= 0)
        m_editor.removeItem(m_pointer, row, tr("%1: remove").arg(m_spec.label));
}

void RecordsField::move(int by)
{
    const int row = m_list->currentRow();
    if (row < 0 || row + by < 0 || row + by >= m_list->count())
        return;
    m_editor.moveItem(m_pointer, row, row + by, tr("%1: move").arg(m_spec.label));
    m_list->setCurrentRow(row + by);
}

bool RecordsField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool alt = key->modifiers() & Qt::AltModifier;
        switch (key->key()) {
        case Qt::Key_Insert: add(); return true;
        case Qt::Key_Delete: remove(); return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
            if (alt) {
                move(key->key() == Qt::Key_Up ? -1 : 1);
                return true;
            }
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            m_members.first()->input()->setFocus();
            return true;
        default: break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace dosirak::gui

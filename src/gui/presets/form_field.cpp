// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/form_field.h"

#include "gui/presets/choice_box.h"
#include "gui/presets/fix_view.h"
#include "gui/presets/lines_edit.h"
#include "gui/presets/records_field.h"
#include "gui/theme/theme.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using Kind = FieldSpec::Kind;

constexpr int widestHint = 360;
constexpr int arrowWidth = 48; // of a combo box, with its margins

QString textOf(const Json *value)
{
    if (!value || value->is_null())
        return {};
    return value->is_string() ? fromStd(value->get<std::string>()) : fromStd(value->dump());
}

QStringList linesOf(const Json *value)
{
    QStringList lines;
    if (value && value->is_array()) {
        for (const Json &item : *value)
            lines.append(textOf(&item));
    } else if (value && value->is_string()) {
        lines.append(textOf(value));
    }
    return lines;
}

FormField::FormField(const FieldSpec &spec, PresetEditor &editor, QWidget *parent) : QWidget(parent), m_spec(spec), m_editor(editor), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(3);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred); // what is said beneath a narrow input needs the width
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    makeInput();
    m_input->setObjectName(QString::fromLatin1(spec.name));
    m_input->setAccessibleName(spec.label);
    setFocusProxy(m_input);
}

void FormField::makeInput()
{
    switch (m_spec.kind) {
    case Kind::Text:
    case Kind::Whole:
    case Kind::Size:
    case Kind::Words: {
        auto *edit = new QLineEdit(this);
        edit->setPlaceholderText(m_spec.hint);
        m_input = edit;
        connectText(edit);
        break;
    }
    case Kind::Choice: makeChoice(); break;
    case Kind::Flag: {
        auto *box = new QCheckBox(m_spec.label, this);
        m_input = box;
        connect(box, &QCheckBox::clicked, this, [this] { write(false); });
        break;
    }
    case Kind::Records: {
        auto *records = new RecordsField(m_spec, m_editor, this);
        m_input = records;
        connect(records, &RecordsField::fixWanted, this, &FormField::fixWanted);
        break;
    }
    case Kind::Lines:
    case Kind::Parents:
    case Kind::Pairs:
    case Kind::Block: makeLines(); break;
    }
    m_layout->addWidget(m_input, 0, m_spec.kind == Kind::Choice ? Qt::AlignLeft : Qt::Alignment());
}

void FormField::connectText(QLineEdit *edit)
{
    connect(edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        showProblem();
        // A half-typed version would be a finding at every letter: it is taken when it is whole, or left.
        if (!m_spec.check || !m_spec.check(text.trimmed()))
            write(true);
    });
    connect(edit, &QLineEdit::editingFinished, this, [this] { write(false); });
    edit->installEventFilter(this);
}

void FormField::makeChoice()
{
    auto *box = new ChoiceBox(this);
    box->lineEdit()->setPlaceholderText(m_spec.hint);
    box->setMinimumWidth(std::min(widestHint, box->fontMetrics().horizontalAdvance(m_spec.hint) + arrowWidth)); // what an empty field means can be read
    m_input = box;
    connect(box, &QComboBox::textActivated, this, [this] { write(false); });
    connectText(box->lineEdit());
}

void FormField::makeLines()
{
    auto *lines = new LinesEdit(this);
    lines->setPlaceholderText(m_spec.hint);
    lines->setSingleText(m_spec.kind == Kind::Block);
    if (m_spec.kind == Kind::Block) {
        lines->setLineWrapMode(QPlainTextEdit::WidgetWidth);
        lines->setHighest(6);
    }
    lines->setCheck(m_spec.check);
    m_input = lines;
    connect(lines, &LinesEdit::edited, this, [this] { write(true); });
    connect(lines, &LinesEdit::problemChanged, this, &FormField::showProblem);
    connect(lines, &LinesEdit::undoRequested, m_editor.undoGroup(), &QUndoGroup::undo);
    connect(lines, &LinesEdit::redoRequested, m_editor.undoGroup(), &QUndoGroup::redo);
}

bool FormField::eventFilter(QObject *watched, QEvent *event)
{
    // One undo for the whole preset: a line's own would know nothing of the other fields.
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool undo = key->matches(QKeySequence::Undo);
        if (undo || key->matches(QKeySequence::Redo)) {
            if (event->type() == QEvent::KeyPress)
                undo ? m_editor.undoGroup()->undo() : m_editor.undoGroup()->redo();
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FormField::setBase(const QString &base)
{
    m_base = base;
    showValue();
}

bool FormField::hasValue() const
{
    return m_editor.value(pointer()) != nullptr;
}

void FormField::setNames(const NamePool &pool)
{
    if (auto *lines = qobject_cast<LinesEdit *>(m_input))
        lines->setWords(pool.value(m_spec.names));
    else if (auto *records = qobject_cast<RecordsField *>(m_input))
        records->setNames(pool);
}

void FormField::showValue()
{
    m_showing = true;
    const Json *value = m_editor.value(pointer());
    if (auto *edit = qobject_cast<QLineEdit *>(m_input)) {
        const QString text = m_spec.kind == Kind::Words ? linesOf(value).join(u' ') : textOf(value);
        if (edit->text().trimmed() != text) {
            edit->setText(text);
            if (!edit->hasFocus())
                edit->setCursorPosition(0); // a long text is read from its beginning
        }
    } else if (auto *box = qobject_cast<ChoiceBox *>(m_input)) {
        if (box->currentText().trimmed() != textOf(value))
            box->showText(textOf(value));
    } else if (auto *check = qobject_cast<QCheckBox *>(m_input)) {
        check->setChecked(value && value->is_boolean() ? value->get<bool>() : m_spec.whenAbsent);
    } else if (auto *records = qobject_cast<RecordsField *>(m_input)) {
        records->showRecords(pointer());
    } else if (auto *lines = qobject_cast<LinesEdit *>(m_input)) {
        if (m_spec.kind == Kind::Pairs)
            showPairs();
        else if (m_spec.kind == Kind::Block)
            lines->showItems(textOf(value).isEmpty() ? QStringList() : QStringList{textOf(value)});
        else
            lines->showItems(linesOf(value));
    }
    m_showing = false;
    showOrigin();
    showProblem();
}

void FormField::showPairs()
{
    auto *lines = static_cast<LinesEdit *>(m_input);
    Json all = Json::object();
    // Objects are merged member by member: what is inherited stands first.
    for (const Json *from : {m_editor.parentValue(pointer()), m_editor.ownValue(pointer())}) {
        if (from && from->is_object())
            all.update(*from);
    }
    const QString sign = m_spec.pointer.startsWith(u"/tensorrt"_s) ? u" = "_s : u"="_s;
    QStringList items;
    QStringList plain;
    for (const auto &[key, value] : all.items()) {
        items.append(fromStd(key) + sign + textOf(&value));
        plain.append(fromStd(key) + u'=' + textOf(&value));
    }
    QStringList shown;
    for (const QString &item : lines->items()) {
        const auto pair = splitPair(item);
        if (pair)
            shown.append(pair->first + u'=' + pair->second);
    }
    if (shown != plain)
        lines->showItems(items);
}

void FormField::setNote(QLabel *&label, const QString &text, const char *role)
{
    if (!label && !text.isEmpty()) {
        label = new QLabel(this);
        label->setWordWrap(true);
        label->setProperty("role", QString::fromLatin1(role));
        m_layout->addWidget(label);
    }
    if (!label)
        return;
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

void FormField::showOrigin()
{
    const Json *own = m_editor.ownValue(pointer());
    const Json *parent = m_editor.parentValue(pointer());
    const QString from = m_editor.parentOf(pointer());
    const bool inherited = !own && parent && m_editor.value(pointer()) && m_base.isEmpty();
    const bool over = own && parent && m_base.isEmpty();
    QFont font = m_input->font();
    if (font.italic() != inherited) {
        font.setItalic(inherited);
        m_input->setFont(font);
    }
    setNote(m_origin, inherited ? tr("↳ From “%1”. A change here overrides it.").arg(from) : over ? tr("↳ Overrides “%1”.").arg(from) : QString(), "faint");
    m_input->setAccessibleDescription(m_origin ? m_origin->text() : QString());
    m_input->setToolTip(inherited || over ? m_origin->text() + u'\n' + pointer() : pointer());
    if (over && !m_reset) {
        m_reset = new QToolButton(this);
        m_reset->setObjectName(u"resetButton"_s);
        m_reset->setIcon(icon(Shape::Undo));
        m_reset->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_reset->setAutoRaise(true);
        connect(m_reset, &QToolButton::clicked, this, [this] { m_editor.removeValue(pointer(), m_spec.label); });
        m_layout->addWidget(m_reset, 0, Qt::AlignLeft);
    }
    if (m_reset) {
        m_reset->setVisible(over);
        const QString text = textOf(parent);
        m_reset->setText(parent && parent->is_primitive() && text.size() < 40 ? tr("Back to “%1” of “%2”").arg(text, from) : tr("Back to what “%1” says").arg(from));
    }
}

void FormField::showProblem()
{
    QString problem;
    if (const auto *lines = qobject_cast<LinesEdit *>(m_input)) {
        problem = lines->problem();
    } else if (m_spec.check) {
        const auto *box = qobject_cast<ChoiceBox *>(m_input);
        const auto *edit = box ? box->lineEdit() : qobject_cast<QLineEdit *>(m_input);
        const auto found = edit ? m_spec.check(edit->text().trimmed()) : std::nullopt;
        problem = found ? found->text : QString();
    }
    setNote(m_problem, problem.isEmpty() ? QString() : u"✕ "_s + problem, "problem");
}

void FormField::showChoices(const Choices &choices)
{
    if (auto *box = qobject_cast<ChoiceBox *>(m_input); box && choices.values.contains(pointer()))
        box->setChoices(choices.values.value(pointer()));
    setNote(m_meaning, choices.standsFor.value(pointer()), "faint");
    if (m_meaning)
        m_meaning->setObjectName(QString::fromLatin1(m_spec.name) + u"Meaning"_s);
}

void FormField::showFindings(const QList<compat::Finding> &findings)
{
    if (auto *records = qobject_cast<RecordsField *>(m_input))
        return records->showFindings(findings);
    QString key;
    for (const compat::Finding &finding : findings)
        key += finding.id + finding.what + finding.pointer + u'\n';
    if (key == m_findingsKey)
        return; // so that an open fix stays open
    m_findingsKey = key;
    for (QWidget *widget : std::as_const(m_findings)) {
        widget->hide();
        widget->deleteLater();
    }
    m_findings.clear();
    QList<LinesEdit::LineMark> marks;
    for (const compat::Finding &finding : findings) {
        if (finding.severity == compat::Severity::Note)
            continue; // the list of findings has them; here they would be in the way
        const bool bad = finding.severity == compat::Severity::Error;
        bool number = false;
        const int line = finding.pointer.section(u'/', -1).toInt(&number);
        if (number && finding.pointer != pointer())
            marks.append({line, bad ? Mark::Bad : Mark::Warning, finding.what});
        auto *label = new QLabel(u"%1 %2"_s.arg(bad ? u"✕"_s : u"⚠"_s, finding.what), this);
        label->setWordWrap(true);
        label->setProperty("role", bad ? u"problem"_s : u"warning"_s);
        label->setToolTip(finding.why);
        m_layout->addWidget(label);
        m_findings.append(label);
        if (finding.fixes.isEmpty())
            continue;
        auto *fix = new FixView(finding.fixes.first(), [this] { return m_editor.document(); }, this);
        connect(fix, &FixView::wanted, this, &FormField::fixWanted);
        m_layout->addWidget(fix);
        m_findings.append(fix);
    }
    if (auto *lines = qobject_cast<LinesEdit *>(m_input))
        lines->setMarks(marks);
}

void FormField::focusAt(const QString &at)
{
    m_input->setFocus(Qt::OtherFocusReason);
    const QString rest = at.mid(pointer().size() + 1);
    if (auto *records = qobject_cast<RecordsField *>(m_input)) {
        records->focusAt(rest);
    } else if (auto *lines = qobject_cast<LinesEdit *>(m_input)) {
        bool number = false;
        const int item = rest.section(u'/', 0, 0).toInt(&number);
        if (number)
            lines->goToItem(item);
    }
}

void FormField::write(bool typing)
{
    if (m_showing || !m_editor.isOpen())
        return;
    if (const auto *check = qobject_cast<QCheckBox *>(m_input))
        return m_editor.setValue(pointer(), check->isChecked(), m_spec.label);
    if (qobject_cast<LinesEdit *>(m_input))
        return writeLines(typing);
    const auto *box = qobject_cast<ChoiceBox *>(m_input);
    const auto *edit = box ? box->lineEdit() : qobject_cast<QLineEdit *>(m_input);
    if (edit)
        writeText(edit->text().trimmed(), typing);
}

void FormField::writeText(const QString &text, bool typing)
{
    const Json *now = m_editor.value(pointer());
    if (m_spec.kind == Kind::Words) {
        const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
        if (words == linesOf(now))
            return;
        if (words.isEmpty() && !m_editor.parentValue(pointer()))
            return m_editor.removeValue(pointer(), m_spec.label, typing);
        return m_editor.setList(pointer(), words, m_spec.label, typing);
    }
    if (text == textOf(now))
        return;
    bool whole = false;
    const qint64 number = text.toLongLong(&whole);
    const bool asNumber = whole && (m_spec.kind == Kind::Whole || m_spec.kind == Kind::Size);
    // Taking a value away shows the inherited one; an empty text is how a preset goes without it.
    if (text.isEmpty() && !m_editor.parentValue(pointer()))
        m_editor.removeValue(pointer(), m_spec.label, typing);
    else if (asNumber)
        m_editor.setValue(pointer(), number, m_spec.label, typing);
    else if (m_spec.kind != Kind::Whole || !text.isEmpty())
        m_editor.setValue(pointer(), toStd(text), m_spec.label, typing);
}

void FormField::writeLines(bool typing)
{
    const QStringList items = static_cast<LinesEdit *>(m_input)->items();
    const Json *now = m_editor.value(pointer());
    if (m_spec.kind == Kind::Block)
        return writeText(items.value(0), typing);
    if (m_spec.kind == Kind::Pairs) {
        QList<std::pair<QString, QString>> pairs;
        const Json *parent = m_editor.parentValue(pointer());
        const Json *own = m_editor.ownValue(pointer());
        for (const QString &item : items) {
            const auto pair = splitPair(item);
            if (!pair)
                continue; // being typed
            const std::string key = toStd(pair->first);
            const bool asInherited = parent && parent->contains(key) && textOf(&parent->at(key)) == pair->second;
            if (!asInherited || (own && own->contains(key)))
                pairs.append(*pair);
        }
        if (!pairs.isEmpty() || own)
            m_editor.setPairs(pointer(), pairs, m_spec.label, typing);
        return;
    }
    if (items == linesOf(now))
        return;
    const bool single = m_spec.kind == Kind::Parents && items.size() <= 1 && (!now || now->is_string());
    if (single && items.isEmpty())
        m_editor.removeValue(pointer(), m_spec.label, typing);
    else if (single)
        m_editor.setValue(pointer(), toStd(items.first()), m_spec.label, typing);
    else
        m_editor.setList(pointer(), items, m_spec.label, typing);
}

} // namespace dosirak::gui

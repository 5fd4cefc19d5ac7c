// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/json_view.h"

#include "gui/presets/json_edit.h"
#include "gui/theme/icons.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QStringListModel>
#include <QVBoxLayout>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

void collectPointers(const Json &value, QString at, QStringList &pointers) // at: a copy, for the list moves
{
    size_t index = 0;
    for (const auto &[key, item] : value.items()) {
        const QString step = value.is_object() ? fromStd(key).replace(u'~', u"~0"_s).replace(u'/', u"~1"_s) : QString::number(index++);
        pointers.append(at + u'/' + step);
        if (item.is_structured())
            collectPointers(item, pointers.last(), pointers);
    }
}

} // namespace

JsonView::JsonView(PresetEditor &editor, QWidget *parent)
    : QWidget(parent), m_editor(editor), m_edit(new JsonEdit(this)), m_pointer(new QLineEdit(this)), m_find(new QLineEdit(this)), m_error(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_edit->setObjectName(u"json"_s);
    m_edit->setAccessibleName(tr("JSON of the preset"));
    m_edit->setFrameShape(QFrame::NoFrame);
    layout->addWidget(m_edit, 1);
    m_error->setObjectName(u"jsonError"_s);
    m_error->setWordWrap(true);
    m_error->setMargin(6);
    m_error->setProperty("role", u"problem"_s);
    layout->addWidget(m_error);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(10, 4, 10, 0);
    row->setSpacing(8);
    m_pointer->setObjectName(u"pointerEdit"_s);
    m_pointer->setAccessibleName(tr("JSON pointer at the cursor; type one and press Enter to go there"));
    m_pointer->setToolTip(m_pointer->accessibleName());
    m_pointer->setPlaceholderText(tr("JSON pointer"));
    auto *completer = new QCompleter(new QStringListModel(m_pointer), m_pointer);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_pointer->setCompleter(completer);
    m_find->setObjectName(u"jsonFind"_s);
    m_find->setPlaceholderText(tr("Find in the text"));
    m_find->setAccessibleName(m_find->placeholderText());
    m_find->setClearButtonEnabled(true);
    m_find->addAction(icon(Shape::Find), QLineEdit::LeadingPosition);
    row->addWidget(m_pointer, 3);
    row->addWidget(m_find, 2);
    layout->addLayout(row);

    connect(m_edit, &JsonEdit::edited, this, [this] {
        QByteArray text = m_edit->toPlainText().toUtf8();
        if (m_editor.savedText().contains("\r\n"))
            text.replace("\n", "\r\n"); // the widget knows only one kind of line end
        m_editor.setText(text, tr("typing"), true);
    });
    connect(m_edit, &JsonEdit::undoRequested, editor.undoGroup(), &QUndoGroup::undo);
    connect(m_edit, &JsonEdit::redoRequested, editor.undoGroup(), &QUndoGroup::redo);
    connect(m_edit, &QPlainTextEdit::cursorPositionChanged, this, &JsonView::showPointer);
    m_edit->setCompleter([this](JsonContext context) {
        // Keys behind the cursor are there too, as far as the last good state tells. The one that is being written stays.
        const Json *object = context.key && context.word.isEmpty() && m_editor.document() ? m_editor.document()->value(context.container) : nullptr;
        if (object && object->is_object())
            for (const auto &[key, value] : object->items())
                context.siblings.append(fromStd(key));
        return completionsAt(context, m_editor.choices());
    });
    m_edit->setDescriber(schemaDescription);
    connect(m_pointer, &QLineEdit::returnPressed, this, &JsonView::goToTyped);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, [this](const QString &pointer) { goTo(pointer); });
    connect(m_find, &QLineEdit::textEdited, this, [this] { find(false); });
    connect(m_find, &QLineEdit::returnPressed, this, [this] { find(QGuiApplication::keyboardModifiers() & Qt::ShiftModifier); });
    auto *back = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(back, &QShortcut::activated, m_edit, qOverload<>(&QWidget::setFocus));
    connect(&editor, &PresetEditor::textChanged, this, &JsonView::showText);
    connect(&editor, &PresetEditor::analysed, this, &JsonView::showMarks);
    showText();
}

void JsonView::showText()
{
    QString text = QString::fromUtf8(m_editor.text());
    text.replace(u"\r\n"_s, u"\n"_s);
    m_edit->showText(text);
    m_edit->setReadOnly(!m_editor.isOpen());
    const auto &error = m_editor.error();
    m_error->setVisible(error.has_value());
    if (error) {
        m_error->setText(tr("✗ Line %1, column %2: %3 The form stays on the last good state.").arg(error->place.line).arg(error->place.column).arg(error->what));
        m_edit->setMarks({{error->place.line, true, error->what, error->place.column}});
    } else {
        showMarks();
    }
}

void JsonView::showMarks()
{
    const auto &document = m_editor.document();
    if (m_editor.error() || !document)
        return;
    const Analysis &analysis = m_editor.analysis();
    QList<JsonEdit::LineMark> marks;
    const auto mark = [&](const QString &pointer, bool bad, const QString &text) {
        std::optional<preset::TextRange> range;
        for (QString at = pointer; !range && !at.isEmpty(); at = at.left(at.lastIndexOf(u'/')))
            range = document->range(at);
        if (range) {
            const auto position = preset::positionOf(m_editor.text(), range->begin);
            marks.append({position.line, bad, text, position.column});
        }
    };
    if (analysis.error)
        mark(analysis.error->place.pointer, true, analysis.error->what);
    for (const compat::Finding &finding : analysis.findings) {
        if (finding.severity != compat::Severity::Note)
            mark(finding.pointer, finding.severity == compat::Severity::Error, finding.what);
    }
    m_edit->setMarks(marks);
    QStringList pointers;
    collectPointers(document->json(), {}, pointers);
    static_cast<QStringListModel *>(m_pointer->completer()->model())->setStringList(pointers);
}

void JsonView::showPointer()
{
    if (!isVisible() || m_pointer->hasFocus())
        return;
    m_pointer->setText(m_edit->pointerAtCursor());
}

void JsonView::goToTyped()
{
    const QString pointer = m_pointer->text().trimmed();
    const bool there = m_editor.document() && m_editor.document()->range(pointer);
    m_pointer->setToolTip(there ? m_pointer->accessibleName() : tr("There is no %1 in this preset.").arg(pointer));
    if (there)
        goTo(pointer);
}

void JsonView::goTo(const QString &pointer)
{
    if (!m_editor.document())
        return;
    std::optional<preset::TextRange> range;
    for (QString at = pointer; !range && !at.isEmpty(); at = at.left(at.lastIndexOf(u'/')))
        range = m_editor.document()->range(at);
    const auto position = preset::positionOf(m_editor.text(), range ? range->begin : 0);
    m_edit->goTo(position.line, position.column);
    showPointer();
}

void JsonView::focusPointer()
{
    m_pointer->setFocus();
    m_pointer->selectAll();
}

void JsonView::focusFind()
{
    if (const QString chosen = m_edit->textCursor().selectedText(); !chosen.isEmpty() && chosen.size() < 100)
        m_find->setText(chosen);
    m_find->setFocus();
    m_find->selectAll();
}

void JsonView::find(bool backwards)
{
    const bool there = m_find->text().isEmpty() || m_edit->findText(m_find->text(), backwards);
    QPalette colours = palette();
    if (!there)
        colours.setColor(QPalette::Text, colourOf(Mark::Bad, palette()));
    m_find->setPalette(colours);
    m_find->setToolTip(there ? QString() : tr("It is not there."));
}

} // namespace dosirak::gui

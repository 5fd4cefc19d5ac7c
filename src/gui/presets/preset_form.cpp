// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/preset_form.h"

#include "gui/theme/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QToolButton>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {
constexpr int labelWidth = 132;
constexpr int aboveField = 60; // pixels that stay visible above a field that is gone to
}

PresetForm::PresetForm(Session &session, PresetEditor &editor, QWidget *parent)
    : QWidget(parent), m_session(session), m_editor(editor), m_bar(new QTabBar(this)), m_area(new QScrollArea(this))
{
    setObjectName(u"presetForm"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_bar->setObjectName(u"sections"_s);
    m_bar->setAccessibleName(tr("Sections of the form"));
    m_bar->setDocumentMode(true);
    m_bar->setDrawBase(true);
    m_bar->setExpanding(false);
    m_bar->setUsesScrollButtons(true);
    m_bar->setElideMode(Qt::ElideNone);
    layout->addWidget(m_bar);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(tr("Form of the preset"));
    m_area->setFocusPolicy(Qt::NoFocus);
    layout->addWidget(m_area, 1);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 10, 16, 16);
    column->setSpacing(16);
    for (const SectionSpec &spec : presetSections(session.facts())) {
        column->addWidget(makeSection(spec));
        m_bar->addTab(spec.title);
    }
    column->addStretch(1);
    m_area->setWidget(content);
    connect(m_bar, &QTabBar::tabBarClicked, this, [this](int index) {
        if (index < 0)
            return;
        m_area->verticalScrollBar()->setValue(m_sections.at(index).box->y() - 6);
        m_sections.at(index).fields.first()->input()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_bar, &QTabBar::currentChanged, this, [this](int index) {
        if (!m_going && m_bar->hasFocus())
            m_area->verticalScrollBar()->setValue(m_sections.at(index).box->y() - 6);
    });
    connect(m_area->verticalScrollBar(), &QScrollBar::valueChanged, this, &PresetForm::showWhere);
    connect(&editor, &PresetEditor::opened, this, [this] { m_area->verticalScrollBar()->setValue(0); });
    connect(&editor, &PresetEditor::textChanged, this, &PresetForm::showValues);
    connect(&editor, &PresetEditor::analysed, this, [this] {
        showValues();
        showFindings();
    });
    connect(&editor, &PresetEditor::choicesKnown, this, [this] {
        for (FormField *field : std::as_const(m_fields))
            field->showChoices(m_editor.choices());
    });
    showValues();
}

QWidget *PresetForm::makeSection(const SectionSpec &spec)
{
    Section section;
    section.box = new QWidget;
    section.box->setObjectName(QString::fromLatin1(spec.name) + u"Section"_s);
    auto *column = new QVBoxLayout(section.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto *title = new QLabel(spec.title, section.box);
    title->setProperty("role", u"title"_s);
    column->addWidget(title);
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setHorizontalSpacing(10);
    form->setVerticalSpacing(7);
    column->addLayout(form);
    for (const FieldSpec &fieldSpec : spec.fields) {
        auto *field = new FormField(fieldSpec, m_editor, section.box);
        connect(field, &FormField::fixWanted, this, [this](const compat::Fix &fix) { m_editor.apply(fix.patch, fix.title); });
        const bool flag = fieldSpec.kind == FieldSpec::Kind::Flag;
        auto *label = new QLabel(flag ? QString() : fieldSpec.label, section.box);
        label->setFixedWidth(labelWidth);
        label->setWordWrap(true);
        label->setContentsMargins(0, 3, 0, 0);
        label->setBuddy(field->input());
        form->addRow(label, field);
        section.fields.append(field);
        if (fieldSpec.more)
            section.rows.append({label, field});
        m_fields.append(field);
    }
    if (!section.rows.isEmpty()) {
        section.more = new QToolButton(section.box);
        section.more->setObjectName(QString::fromLatin1(spec.name) + u"More"_s);
        section.more->setAutoRaise(true);
        section.more->setCheckable(true);
        section.more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        column->addWidget(section.more, 0, Qt::AlignLeft);
        const qsizetype number = m_sections.size();
        connect(section.more, &QToolButton::toggled, this, [this, number](bool open) { showMore(m_sections[number], open); });
    }
    m_sections.append(section);
    showMore(m_sections.last(), false);
    return section.box;
}

void PresetForm::showMore(Section &section, bool open)
{
    if (!section.more)
        return;
    QStringList hidden;
    for (const auto &[label, field] : std::as_const(section.rows)) {
        // What has a value, or is being filled in, is never hidden.
        const bool shown = open || field->hasValue() || field->input()->hasFocus();
        label->setVisible(shown);
        field->setVisible(shown);
        if (!field->hasValue())
            hidden.append(field->spec().label);
    }
    section.more->setIcon(icon(open ? Shape::Up : Shape::Down));
    section.more->setText(open ? tr("Less") : tr("More: %1").arg(hidden.first(std::min<qsizetype>(3, hidden.size())).join(u", "_s)));
    section.more->setToolTip(hidden.join(u", "_s));
    section.more->setVisible(open || !hidden.isEmpty());
}

void PresetForm::showValues()
{
    const bool usable = m_editor.isOpen() && m_editor.document().has_value() && !m_editor.error();
    m_area->setEnabled(usable);
    for (FormField *field : std::as_const(m_fields))
        field->showValue();
    for (Section &section : m_sections)
        showMore(section, section.more && section.more->isChecked());
}

FormField *PresetForm::fieldOf(const QString &pointer) const
{
    FormField *best = nullptr;
    for (FormField *field : m_fields) {
        const QString own = field->pointer();
        const bool inside = (pointer + u'/').startsWith(own + u'/');
        if (inside && (!best || own.size() > best->pointer().size()))
            best = field;
    }
    for (QString at = pointer; !best && !at.isEmpty(); at = at.left(at.lastIndexOf(u'/'))) {
        for (FormField *field : m_fields) {
            if (!best && field->pointer().startsWith(at + u'/'))
                best = field; // the first of what the finding speaks of as a whole
        }
    }
    return best;
}

void PresetForm::showFindings()
{
    QHash<FormField *, QList<compat::Finding>> of;
    for (const compat::Finding &finding : m_editor.analysis().findings) {
        if (FormField *field = finding.pointer.isEmpty() ? nullptr : fieldOf(finding.pointer))
            of[field].append(finding);
    }
    if (const auto &error = m_editor.analysis().error; error && !error->place.pointer.isEmpty()) {
        if (FormField *field = fieldOf(error->place.pointer))
            of[field].prepend({u"unreadable"_s, compat::Severity::Error, error->place.pointer, error->what, error->hint, {}, {}});
    }
    for (int i = 0; i < m_sections.size(); ++i) {
        int errors = 0;
        int warnings = 0;
        for (FormField *field : std::as_const(m_sections.at(i).fields)) {
            const QList<compat::Finding> findings = of.value(field);
            field->showFindings(findings);
            for (const compat::Finding &finding : findings) {
                errors += int(finding.severity == compat::Severity::Error);
                warnings += int(finding.severity == compat::Severity::Warning);
            }
        }
        m_bar->setTabIcon(i, errors > 0 ? icon(Mark::Bad) : warnings > 0 ? icon(Mark::Warning) : QIcon());
        m_bar->setTabToolTip(i, errors + warnings == 0 ? QString() : tr("%1, %2").arg(tr("%n errors", nullptr, errors), tr("%n warnings", nullptr, warnings)));
    }
}

void PresetForm::setNames(const NamePool &pool)
{
    for (FormField *field : std::as_const(m_fields))
        field->setNames(pool);
}

void PresetForm::showWhere()
{
    const int at = m_area->verticalScrollBar()->value();
    const bool end = at == m_area->verticalScrollBar()->maximum() && at > 0;
    int current = 0;
    for (int i = 0; i < m_sections.size(); ++i) {
        if (m_sections.at(i).box->y() <= at + aboveField)
            current = i;
    }
    // At the end of the form the last sections share one view: the focused one counts, else the last.
    for (int i = 0; end && i < m_sections.size(); ++i) {
        if (m_sections.at(i).box->isAncestorOf(focusWidget()))
            current = i;
    }
    m_going = true;
    m_bar->setCurrentIndex(current);
    m_going = false;
}

bool PresetForm::focus(const QString &pointer)
{
    FormField *field = fieldOf(pointer);
    if (!field || pointer.isEmpty())
        return false;
    for (Section &section : m_sections) {
        if (section.fields.contains(field) && field->isHidden() && section.more)
            section.more->setChecked(true);
    }
    field->focusAt(pointer);
    // Heights of what was just shown are known when the layout has run.
    m_area->widget()->layout()->activate();
    QWidget *focused = focusWidget() && isAncestorOf(focusWidget()) ? focusWidget() : field->input();
    m_area->ensureWidgetVisible(focused, 0, aboveField);
    return true;
}

} // namespace dosirak::gui

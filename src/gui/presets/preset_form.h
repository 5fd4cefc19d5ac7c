// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/presets/form_field.h"

class QScrollArea;
class QTabBar;

namespace dosirak::gui {

/// The form view of a preset: every field of the format, in sections. The bar above says where one is, what each section
/// found, and goes there.
class PresetForm : public QWidget
{
    Q_OBJECT

public:
    PresetForm(Session &session, PresetEditor &editor, QWidget *parent = nullptr);

    [[nodiscard]] bool focus(const QString &pointer); ///< the field of it, or of what it is in; false: there is none
    void setNames(const NamePool &pool);
    [[nodiscard]] QList<FormField *> fields() const { return m_fields; }

private:
    struct Section {
        QWidget *box = nullptr;
        QList<FormField *> fields;
        QToolButton *more = nullptr;
        QList<std::pair<QWidget *, FormField *>> rows; ///< label and field of those behind "More"
    };
    QWidget *makeSection(const SectionSpec &spec);
    void showValues();
    void showFindings();
    void showMore(Section &section, bool open);
    void showWhere();
    [[nodiscard]] FormField *fieldOf(const QString &pointer) const;

    Session &m_session;
    PresetEditor &m_editor;
    QTabBar *m_bar;
    QScrollArea *m_area;
    QList<Section> m_sections;
    QList<FormField *> m_fields;
    bool m_going = false;
};

} // namespace dosirak::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compat/matrix.h"
#include "gui/presets/preset_editor.h"

class QComboBox;
class QLabel;

namespace Ui {
class PresetForm;
}

namespace dosirak::gui {

/// The form view of a preset. Which field is which value is said in the form itself: each widget has a "pointer" property,
/// the JSON pointer of its value. Values that do not go with the rest are greyed with the reason.
class PresetForm : public QWidget
{
    Q_OBJECT

public:
    PresetForm(Session &session, PresetEditor &editor, QWidget *parent = nullptr);
    ~PresetForm() override;

    [[nodiscard]] bool focus(const QString &pointer); ///< the field of it, or of what it is in; false: there is none

private:
    void connectFields();
    void fillChoices();
    void showValues();
    void showField(QWidget *field);
    void showOrigin(QWidget *field, const QString &pointer);
    void greyChoices();
    void greyBox(QComboBox *box, compat::Axis axis, const compat::Combination &now);
    void write(QWidget *field);
    [[nodiscard]] const Json *valueOf(const QString &pointer) const; ///< own or inherited
    [[nodiscard]] QList<QWidget *> fields() const;
    bool eventFilter(QObject *watched, QEvent *event) override;

    std::unique_ptr<Ui::PresetForm> m_ui;
    Session &m_session;
    PresetEditor &m_editor;
    bool m_showing = false;
};

} // namespace dosirak::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/presets/choices.h"

#include <QComboBox>

namespace dosirak::gui {

/// A line that can be typed in, with values to choose from. Those that do not go with the rest of the preset are greyed, and
/// the reason stands beside them; they can be chosen all the same.
class ChoiceBox : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceBox(QWidget *parent = nullptr);

    void setChoices(const QList<Choice> &choices); ///< the text stays
    void showText(const QString &text);            ///< without taking it for an edit

protected:
    void wheelEvent(QWheelEvent *event) override;
    void showPopup() override;

private:
    QList<Choice> m_choices;
};

} // namespace dosirak::gui

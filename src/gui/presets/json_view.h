// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/presets/preset_editor.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QCompleter;

namespace dosirak::gui {

class JsonEdit;

/// The JSON view: the text, and beneath it where the cursor is, a way to any JSON pointer, a search, and what is wrong.
class JsonView : public QWidget
{
    Q_OBJECT

public:
    explicit JsonView(PresetEditor &editor, QWidget *parent = nullptr);

    void goTo(const QString &pointer);
    void focusPointer();
    void focusFind();
    [[nodiscard]] JsonEdit *edit() const { return m_edit; }

private:
    void showText();
    void showMarks();
    void showPointer();
    void goToTyped();
    void find(bool backwards);

    PresetEditor &m_editor;
    JsonEdit *m_edit;
    QLineEdit *m_pointer;
    QLineEdit *m_find;
    QLabel *m_error;
};

} // namespace dosirak::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/work/dialogs.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace dosirak::gui {

/// Asks from what a thing is made and what it is called; says at once what is wrong with the name.
class NewDialog : public QDialog
{
    Q_OBJECT

public:
    NewDialog(const Dialogs::NewQuestion &question, QWidget *parent);
    [[nodiscard]] Dialogs::NewAnswer answer() const;

private:
    void chosen();
    void look();

    Dialogs::NewQuestion m_question;
    QListWidget *m_options;
    QLabel *m_detail;
    QLineEdit *m_name;
    QLabel *m_problem;
    QPushButton *m_create;
    bool m_named = false; ///< the user typed a name; it is no longer suggested
};

} // namespace dosirak::gui

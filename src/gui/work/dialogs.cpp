// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/work/dialogs.h"

#include "gui/work/new_dialog.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace dosirak::gui {

Dialogs::Answer Dialogs::ask(QWidget *parent, const Question &question)
{
    QMessageBox box(QMessageBox::Question, question.title, question.text, QMessageBox::Cancel, parent);
    QPushButton *yes = box.addButton(question.yes, QMessageBox::AcceptRole);
    QPushButton *no = question.no.isEmpty() ? nullptr : box.addButton(question.no, QMessageBox::DestructiveRole);
    box.setDefaultButton(yes);
    box.exec();
    if (box.clickedButton() == yes)
        return Answer::Yes;
    return no && box.clickedButton() == no ? Answer::No : Answer::Cancel;
}

std::optional<QString> Dialogs::askText(QWidget *parent, const QString &title, const QString &label, const QString &value)
{
    bool accepted = false;
    const QString text = QInputDialog::getText(parent, title, label, QLineEdit::Normal, value, &accepted);
    return accepted ? std::optional(text) : std::nullopt;
}

std::optional<Dialogs::NewAnswer> Dialogs::askNew(QWidget *parent, const NewQuestion &question)
{
    NewDialog dialog(question, parent);
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.answer()) : std::nullopt;
}

QStringList Dialogs::openFiles(QWidget *parent, const QString &title, const QString &folder, const QString &filter)
{
    return QFileDialog::getOpenFileNames(parent, title, folder, filter);
}

QString Dialogs::saveFile(QWidget *parent, const QString &title, const QString &path, const QString &filter)
{
    return QFileDialog::getSaveFileName(parent, title, path, filter);
}

QString Dialogs::openFolder(QWidget *parent, const QString &title, const QString &folder)
{
    return QFileDialog::getExistingDirectory(parent, title, folder);
}

Dialogs::Answer AnsweredDialogs::ask(QWidget *, const Question &question)
{
    asked.append(question.title);
    return answers.isEmpty() ? Answer::Cancel : answers.takeFirst();
}

std::optional<QString> AnsweredDialogs::askText(QWidget *, const QString &title, const QString &, const QString &)
{
    asked.append(title);
    return texts.isEmpty() ? std::nullopt : std::optional(texts.takeFirst());
}

std::optional<Dialogs::NewAnswer> AnsweredDialogs::askNew(QWidget *, const NewQuestion &question)
{
    asked.append(question.title);
    return texts.isEmpty() ? std::nullopt : std::optional(NewAnswer{option < 0 ? question.current : option, texts.takeFirst()});
}

QStringList AnsweredDialogs::openFiles(QWidget *, const QString &title, const QString &, const QString &)
{
    asked.append(title);
    return paths.isEmpty() ? QStringList() : QStringList{paths.takeFirst()};
}

QString AnsweredDialogs::saveFile(QWidget *, const QString &title, const QString &, const QString &)
{
    asked.append(title);
    return paths.isEmpty() ? QString() : paths.takeFirst();
}

QString AnsweredDialogs::openFolder(QWidget *, const QString &title, const QString &)
{
    asked.append(title);
    return paths.isEmpty() ? QString() : paths.takeFirst();
}

} // namespace dosirak::gui

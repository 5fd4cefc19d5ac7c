// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <functional>
#include <optional>

class QWidget;

namespace dosirak::gui {

/// Every question that needs a window of its own goes through here, so that a test can answer it. Thread: UI.
/// The windows are modal to the user's own action, never to work that runs.
class Dialogs
{
public:
    virtual ~Dialogs() = default;

    enum class Answer { Yes, No, Cancel };
    struct Question {
        QString title, text;
        QString yes, no; ///< button texts; an empty `no` leaves only Yes and Cancel
    };
    virtual Answer ask(QWidget *parent, const Question &question);
    virtual std::optional<QString> askText(QWidget *parent, const QString &title, const QString &label, const QString &value);
    /// From what something new is made, and its name.
    struct NewQuestion {
        QString title, optionsLabel, nameLabel, yes;
        QList<std::pair<QString, QString>> options;           ///< text and one sentence of each; none: only a name is asked for
        int current = 0;
        QString name;
        std::function<QString(int option)> suggestion{};      ///< a name for an option
        std::function<QString(const QString &name)> problem{}; ///< what is wrong with a name; empty: nothing
    };
    struct NewAnswer {
        int option = -1;
        QString name;
    };
    virtual std::optional<NewAnswer> askNew(QWidget *parent, const NewQuestion &question);
    virtual QStringList openFiles(QWidget *parent, const QString &title, const QString &folder, const QString &filter);
    virtual QString saveFile(QWidget *parent, const QString &title, const QString &path, const QString &filter);
    virtual QString openFolder(QWidget *parent, const QString &title, const QString &folder);
};

/// A test's answers, given in advance; a question nobody expected is answered by Cancel and remembered.
class AnsweredDialogs : public Dialogs
{
public:
    Answer ask(QWidget *, const Question &question) override;
    std::optional<QString> askText(QWidget *, const QString &title, const QString &label, const QString &value) override;
    std::optional<NewAnswer> askNew(QWidget *, const NewQuestion &question) override;
    QStringList openFiles(QWidget *, const QString &title, const QString &folder, const QString &filter) override;
    QString saveFile(QWidget *, const QString &title, const QString &path, const QString &filter) override;
    QString openFolder(QWidget *, const QString &title, const QString &folder) override;

    QList<Answer> answers;
    QStringList texts;      ///< for askText and the names of askNew
    int option = -1;        ///< for askNew; -1: the one that is offered
    QStringList paths;      ///< for files and folders
    QStringList asked;      ///< the titles, in order
};

} // namespace dosirak::gui

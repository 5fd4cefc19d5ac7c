// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/presets/line_checks.h"

#include <QPlainTextEdit>

class QCompleter;

namespace dosirak::gui {

/// A list of texts, one a line: type, paste many, move lines with Alt and the arrows. What is wrong with a line is marked
/// while it is being typed, and names are completed. As high as what is in it, up to a limit. It has no undo of its own.
class LinesEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    struct LineMark {
        int line = 0; ///< 0-based, among the items
        Mark mark = Mark::Bad;
        QString text;
    };

    explicit LinesEdit(QWidget *parent = nullptr);

    [[nodiscard]] QStringList items() const; ///< trimmed lines that are not empty
    void showItems(const QStringList &items); ///< other items; a line that was just begun stays
    void setCheck(LineCheck check);
    void setWords(const QStringList &words); ///< that completion offers
    void setMarks(const QList<LineMark> &marks); ///< from outside, beside what the check finds
    void setHighest(int lines) { m_highest = lines; fitHeight(); }
    void setSingleText(bool single) { m_singleText = single; } ///< one text of several lines, not a list
    [[nodiscard]] QString problem() const { return m_problem; } ///< "Line 2: …", of the first bad line; empty: none
    void goToItem(int item);

Q_SIGNALS:
    void edited();  ///< by the user
    void problemChanged();
    void undoRequested();
    void redoRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void moveLines(int by);
    void deleteLines();
    void complete();
    void insertCompletion(const QString &word);
    void look();
    void fitHeight();
    [[nodiscard]] QString wordBefore() const;
    [[nodiscard]] int blockOfItem(int item) const;

    QCompleter *m_completer;
    LineCheck m_check;
    QList<LineMark> m_marks;            ///< from outside
    QMap<int, std::pair<Mark, QString>> m_shown; ///< block → what its tool tip says
    QString m_problem;
    int m_highest = 10;
    bool m_singleText = false;
    bool m_showing = false;
};

} // namespace dosirak::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QSyntaxHighlighter>

class QCompleter;

namespace dosirak::gui {

/// Colours keys, strings, numbers and words of JSON.
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit JsonHighlighter(QTextDocument *document) : QSyntaxHighlighter(document) {}

protected:
    void highlightBlock(const QString &text) override;
};

/// Text of a preset: line numbers, colours, marks where something is wrong, completion of keys. It has no undo of its own:
/// undoRequested() and redoRequested() go to the preset's.
class JsonEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    struct LineMark {
        int line = 0;       ///< 1-based
        bool error = true;  ///< else a warning
        QString text;
    };

    explicit JsonEdit(QWidget *parent = nullptr);

    void showText(const QString &text); ///< other text; the cursor stays where it can
    void setMarks(const QList<LineMark> &marks);
    void setWords(const QStringList &words); ///< that completion offers
    void goTo(int line, int column);
    [[nodiscard]] int gutterWidth() const;
    void paintGutter(QPaintEvent *event);

Q_SIGNALS:
    void edited();          ///< by the user
    void undoRequested();
    void redoRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void complete();
    void insertCompletion(const QString &word);
    [[nodiscard]] QString wordBefore() const;

    QWidget *m_gutter;
    QCompleter *m_completer;
    QList<LineMark> m_marks;
    bool m_showing = false;
};

} // namespace dosirak::gui

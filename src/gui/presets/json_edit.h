// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/presets/schema_guide.h"

#include <QPlainTextEdit>
#include <QSyntaxHighlighter>
#include <functional>

class QCompleter;
class QStandardItemModel;

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

/// Text of a preset: line numbers, colours, marks where something is wrong, completion of keys and values. It has no undo of its own:
/// undoRequested() and redoRequested() go to the preset's.
class JsonEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    struct LineMark {
        int line = 0;       ///< 1-based
        bool error = true;  ///< else a warning
        QString text;
        int column = 0;     ///< 1-based: from here to the end of the line; 0: all of the line
    };
    using Completer = std::function<QList<Completion>(const JsonContext &)>;
    using Describer = std::function<QString(const QString &pointer)>;

    explicit JsonEdit(QWidget *parent = nullptr);

    void showText(const QString &text); ///< other text; the cursor stays where it can
    void setMarks(const QList<LineMark> &marks);
    void setCompleter(Completer completer) { m_completions = std::move(completer); }
    void setDescriber(Describer describer) { m_describe = std::move(describer); } ///< for tool tips
    bool findText(const QString &text, bool backwards); ///< from the cursor on, round the end; false: it is not there
    [[nodiscard]] QString pointerAtCursor() const;
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
    void complete(bool asked);
    void insertCompletion(const QModelIndex &index);
    bool keyOfPair(QKeyEvent *event);
    void newLine();
    [[nodiscard]] JsonContext contextAt(int position) const;

    QWidget *m_gutter;
    QCompleter *m_completer;
    QStandardItemModel *m_offered;
    Completer m_completions;
    Describer m_describe;
    QList<LineMark> m_marks;
    bool m_showing = false;
};

} // namespace dosirak::gui

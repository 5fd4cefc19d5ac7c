// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/builds/log_text.h"

#include <QAbstractScrollArea>
#include <QTimer>

namespace dosirak::gui {

/// Shows a LogText: paints the lines that are seen and nothing else, so that its length costs nothing. Lines are chosen
/// by mouse and keyboard and copied; finding runs in slices beside other events.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LogView(QWidget *parent = nullptr);

    void setText(const LogText *text); ///< must outlive the view
    void setStep(int step);
    [[nodiscard]] int step() const { return m_step; }
    void setFollow(bool follow);
    [[nodiscard]] bool follows() const { return m_follow; }
    void goTo(int line);               ///< chooses it and brings it into sight
    [[nodiscard]] int currentLine() const { return m_cursor; }

    /// Looks for @p text after the current line (in it as well with @p includeCurrent) and goes on at the beginning.
    void find(const QString &text, bool includeCurrent);
    [[nodiscard]] QString selectedText() const;
    void copy() const;
    void selectAll();

Q_SIGNALS:
    void found(int line);
    void notFound();
    void followChanged(bool follow);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void measure();
    void textChanged();
    void findSlice();
    void move(int line, bool extend);
    [[nodiscard]] int lineAt(const QPoint &at) const;
    [[nodiscard]] int visibleLines() const;
    [[nodiscard]] int gutter() const;
    void paintLine(QPainter &painter, int line, int y) const;

    const LogText *m_text = nullptr;
    int m_step = LogText::everything;
    int m_lineHeight = 16;
    int m_charWidth = 8;
    int m_cursor = -1;
    int m_anchor = -1;
    bool m_follow = true;
    QByteArray m_needle; ///< lower case
    int m_findFrom = 0;
    int m_findLeft = 0;
    QTimer m_findTimer;
};

} // namespace dosirak::gui

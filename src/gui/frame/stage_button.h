// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/icons.h"
#include "workspace/verbs.h"

#include <QAbstractButton>

class QToolButton;

namespace dosirak::gui {

/// One stage of the way in the strip: its name, its state as shape, word and colour, and the button that runs it. A click
/// goes to its page.
class StageButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit StageButton(const QString &title, QWidget *parent = nullptr);

    void setStatus(const workspace::StageStatus &status);
    /// @p perMille -1: running, and nobody knows how far.
    void setRunning(bool running, int perMille = -1, const QString &text = {});
    [[nodiscard]] Mark mark() const { return m_mark; }
    [[nodiscard]] QString statusText() const { return m_text; }
    [[nodiscard]] QToolButton *runButton() const { return m_run; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void runRequested();
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void describe();

    QToolButton *m_run;
    Mark m_mark = Mark::None;
    QString m_text;
    bool m_running = false;
    int m_perMille = -1;
    workspace::StageStatus m_status;
};

[[nodiscard]] Mark markOf(workspace::StageStatus::State state);
[[nodiscard]] QString wordOf(workspace::StageStatus::State state);

} // namespace dosirak::gui

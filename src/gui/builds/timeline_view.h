// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/events.h"

#include <QWidget>

namespace dosirak::gui {

/// What ran beside what: one bar for each step, over the time of the build. A click chooses the step.
class TimelineView : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineView(QWidget *parent = nullptr);

    void setSteps(const QList<build::BuildStep> &steps);
    void setCurrent(int stepId);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void stepClicked(int stepId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Bar {
        QRectF rect;
        int step;
    };
    [[nodiscard]] QList<Bar> bars() const;
    [[nodiscard]] qint64 span() const;
    [[nodiscard]] const Bar *barAt(const QList<Bar> &bars, const QPointF &at) const;

    QList<build::BuildStep> m_steps; ///< those that began
    int m_current = 0;
};

} // namespace dosirak::gui

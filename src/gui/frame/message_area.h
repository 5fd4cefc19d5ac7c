// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/work/message.h"

#include <QWidget>

class QVBoxLayout;

namespace dosirak::gui {

/// What happened, newest on top: sentence, next step, a button that does it, the raw detail, and a way to copy it all.
/// Never modal. Good news leaves by itself; the rest stays until it is closed or dealt with.
class MessageArea : public QWidget
{
    Q_OBJECT

public:
    explicit MessageArea(QWidget *parent = nullptr);

    void add(const Message &message);
    [[nodiscard]] int count() const;
    static constexpr int most = 3; ///< older ones give way

private:
    QVBoxLayout *m_layout;
};

} // namespace dosirak::gui

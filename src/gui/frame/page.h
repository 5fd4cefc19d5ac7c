// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/work/session.h"

#include <QAction>
#include <QWidget>

namespace dosirak::gui {

/// One thing that quick-open can find.
struct QuickItem {
    QString text;
    QString kind;               ///< "Preset", "Action", "Package", "Build", "Page"
    QString shortcut;           ///< may be empty
    Shape shape = Shape::Dash;
    std::function<void()> act;
};

/// One page of the frame. Pages are made once and live as long as the window.
class Page : public QWidget
{
    Q_OBJECT

public:
    explicit Page(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] virtual PageId id() const = 0;
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual Shape shape() const = 0;
    /// For the menu and quick-open; each has a text, and a shortcut where it is used often.
    [[nodiscard]] virtual QList<QAction *> pageActions() const { return {}; }
    [[nodiscard]] virtual QList<QuickItem> quickItems() { return {}; }
    /// The page came in front.
    virtual void shown() {}
    /// What would be lost if the window closed now, as one sentence; empty: nothing.
    [[nodiscard]] virtual QString unsaved() const { return {}; }
    /// Keeps what unsaved() speaks of. False when it could not.
    virtual bool save() { return true; }

protected:
    [[nodiscard]] Session &session() const { return m_session; }

private:
    Session &m_session;
};

} // namespace dosirak::gui

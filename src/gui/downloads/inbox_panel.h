// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace/inbox_verb.h"

#include <QFrame>

class QVBoxLayout;
class QLabel;

namespace dosirak::gui {

/// The files of the chosen preset that a person has to download, and the place to drop them: what, from where, with which
/// SHA-256. Hidden while there is none. Thread: UI.
class InboxPanel : public QFrame
{
    Q_OBJECT

public:
    explicit InboxPanel(QWidget *parent = nullptr);

    void setFiles(const QList<workspace::InboxFile> &files);
    void setHot(bool hot); ///< files are being dragged over the page

Q_SIGNALS:
    void pickWanted();                 ///< "Choose file …"
    void pageWanted(const QUrl &page); ///< "Open the page"

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *rowOf(const workspace::InboxFile &file);

    QVBoxLayout *m_rows;
    QLabel *m_title;
    bool m_hot = false;
};

/// The local files of a drag, in order; other URLs are left out.
[[nodiscard]] QStringList draggedFiles(const QMimeData *data);

} // namespace dosirak::gui

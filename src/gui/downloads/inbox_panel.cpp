// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/downloads/inbox_panel.h"

#include "base/text.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using workspace::InboxFile;

InboxPanel::InboxPanel(QWidget *parent) : QFrame(parent), m_rows(new QVBoxLayout), m_title(new QLabel(this))
{
    setObjectName(u"inboxPanel"_s);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(16, 10, 12, 12);
    all->setSpacing(8);
    auto *head = new QHBoxLayout;
    m_title->setProperty("role", u"title"_s);
    m_title->setObjectName(u"inboxTitle"_s);
    auto *pick = new QPushButton(icon(gui::Shape::Folder), tr("Choose files …"), this);
    pick->setObjectName(u"inboxPick"_s);
    connect(pick, &QPushButton::clicked, this, &InboxPanel::pickWanted);
    head->addWidget(m_title, 1);
    head->addWidget(pick);
    all->addLayout(head);
    m_rows->setSpacing(8);
    all->addLayout(m_rows);
    hide();
}

void InboxPanel::setFiles(const QList<InboxFile> &files)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->setObjectName({}); // it lives until the event loop turns
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const InboxFile &file : files)
        m_rows->addWidget(rowOf(file));
    const auto missing = std::count_if(files.begin(), files.end(), [](const InboxFile &file) { return !file.here; });
    m_title->setText(missing > 0 ? tr("%n files need a login: download them with a browser and drop them here.", nullptr, int(missing))
                                 : tr("The files that needed a login are here."));
    setAccessibleName(m_title->text());
    setVisible(!files.isEmpty());
}

QWidget *InboxPanel::rowOf(const InboxFile &file)
{
    auto *row = new QWidget(this);
    row->setObjectName(u"inboxRow"_s);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    auto *mark = new QLabel(row);
    mark->setPixmap(icon(file.here ? Mark::Good : Mark::ByHand).pixmap(QSize(18, 18), devicePixelRatioF()));
    layout->addWidget(mark, 0, Qt::AlignTop);
    const auto &expected = file.expected;
    const QString size = expected.size >= 0 ? u" · "_s + bytesText(expected.size) : QString();
    const QString digest = expected.sha256.isEmpty() ? tr("SHA-256 not known yet: you confirm that of the first file")
                                                     : u"SHA-256 "_s + QString::fromLatin1(expected.sha256);
    auto *words = new QLabel(row);
    words->setObjectName(u"inboxWords"_s);
    words->setTextFormat(Qt::RichText);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    const QString faint = tonesFor(palette()).faint.name();
    words->setText(u"<b>%1</b> – %2<br>%3%4<br><span style='color:%5'>%6</span>"_s
                       .arg(file.title.toHtmlEscaped(), file.here ? tr("here") : tr("to be downloaded by hand"), expected.fileName.toHtmlEscaped(), size, faint,
                            digest.toHtmlEscaped()));
    words->setAccessibleName(u"%1, %2, %3"_s.arg(file.title, expected.fileName, digest));
    layout->addWidget(words, 1);
    if (!file.here && expected.page.scheme() == u"https"_s) {
        auto *open = new QPushButton(icon(gui::Shape::Next), tr("Open the page"), row);
        open->setObjectName(u"inboxPage"_s);
        open->setToolTip(expected.page.toString(QUrl::RemoveUserInfo));
        connect(open, &QPushButton::clicked, this, [this, page = expected.page] { Q_EMIT pageWanted(page); });
        layout->addWidget(open, 0, Qt::AlignTop);
    }
    return row;
}

void InboxPanel::setHot(bool hot)
{
    m_hot = hot;
    update();
}

void InboxPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones &tones = tonesFor(palette());
    QColor wash = m_hot ? tones.note : tones.warning;
    painter.setPen(QPen(m_hot ? tones.note : tones.line, m_hot ? 2 : 1.4, Qt::DashLine));
    wash.setAlphaF(m_hot ? 0.16F : 0.06F);
    painter.setBrush(wash);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

QStringList draggedFiles(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace dosirak::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/frame/message_area.h"

#include "gui/theme/theme.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int goodNewsMs = 12'000;

class MessageRow : public QWidget
{
public:
    explicit MessageRow(const Message &message, QWidget *parent) : QWidget(parent), m_message(message)
    {
        setObjectName(u"message"_s);
        setProperty("key", message.key);
        auto *all = new QVBoxLayout(this);
        all->setContentsMargins(16, 8, 8, 8);
        auto *row = new QHBoxLayout;
        row->setSpacing(10);
        all->addLayout(row);
        auto *mark = new QLabel(this);
        mark->setPixmap(icon(message.mark).pixmap(QSize(18, 18), devicePixelRatioF()));
        row->addWidget(mark, 0, Qt::AlignTop);
        row->addWidget(words(), 1);
        for (const Message::Button &button : message.buttons) {
            auto *push = new QPushButton(button.text, this);
            push->setObjectName(u"messageButton"_s);
            connect(push, &QPushButton::clicked, this, [this, act = button.act] {
                leave();
                act();
            });
            row->addWidget(push, 0, Qt::AlignTop);
        }
        if (!message.detail.isEmpty())
            row->addWidget(detailsButton(all), 0, Qt::AlignTop);
        row->addWidget(toolButton(Shape::Copy, MessageArea::tr("Copy this message"), [this] {
            QGuiApplication::clipboard()->setText(messageText(m_message));
        }), 0, Qt::AlignTop);
        row->addWidget(toolButton(Shape::Close, MessageArea::tr("Close this message"), [this] { leave(); }), 0, Qt::AlignTop);
        setAccessibleName(messageText(message));
        if (message.mark == Mark::Good)
            QTimer::singleShot(goodNewsMs, this, [this] { leave(); });
    }

    void leave()
    {
        hide();
        setObjectName({});
        deleteLater();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QColor wash = colourOf(m_message.mark, palette());
        painter.fillRect(QRect(0, 0, 4, height()), wash);
        wash.setAlphaF(isDark(palette()) ? 0.14F : 0.08F);
        painter.fillRect(rect(), wash);
        painter.setPen(tonesFor(palette()).line);
        painter.drawLine(0, height() - 1, width(), height() - 1);
    }

private:
    QWidget *words()
    {
        auto *label = new QLabel(this);
        label->setTextFormat(Qt::RichText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        QString text = u"<b>"_s + m_message.what.toHtmlEscaped() + u"</b>"_s;
        if (!m_message.hint.isEmpty())
            text += u"<br>"_s + m_message.hint.toHtmlEscaped();
        label->setText(text);
        return label;
    }

    QToolButton *toolButton(Shape shape, const QString &name, std::function<void()> act)
    {
        auto *button = new QToolButton(this);
        button->setIcon(icon(shape));
        button->setAutoRaise(true);
        button->setToolTip(name);
        button->setAccessibleName(name);
        connect(button, &QToolButton::clicked, this, std::move(act));
        return button;
    }

    QWidget *detailsButton(QVBoxLayout *all)
    {
        auto *details = new QPlainTextEdit(m_message.detail, this);
        details->setReadOnly(true);
        details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        details->setMaximumHeight(160);
        details->setAccessibleName(MessageArea::tr("Details"));
        details->hide();
        all->addWidget(details);
        auto *button = new QPushButton(MessageArea::tr("Details"), this);
        button->setCheckable(true);
        connect(button, &QPushButton::toggled, details, &QWidget::setVisible);
        return button;
    }

    Message m_message;
};

} // namespace

MessageArea::MessageArea(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void MessageArea::add(const Message &message)
{
    QList<MessageRow *> rows;
    for (int i = 0; i < m_layout->count(); ++i) {
        if (auto *row = static_cast<MessageRow *>(m_layout->itemAt(i)->widget()); row && !row->objectName().isEmpty())
            rows.append(row);
    }
    for (MessageRow *row : std::as_const(rows)) {
        if (!message.key.isEmpty() && row->property("key").toString() == message.key)
            row->leave();
    }
    if (rows.size() >= most)
        rows.last()->leave();
    m_layout->insertWidget(0, new MessageRow(message, this));
}

int MessageArea::count() const
{
    return int(findChildren<QWidget *>(u"message"_s, Qt::FindDirectChildrenOnly).size());
}

} // namespace dosirak::gui

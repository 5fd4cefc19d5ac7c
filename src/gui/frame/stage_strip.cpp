// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/frame/stage_strip.h"

#include "gui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

StageStrip::StageStrip(QWidget *parent) : QWidget(parent), m_chooser(new QComboBox(this)), m_quickOpen(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 9);
    layout->setSpacing(8);
    m_chooser->setObjectName(u"presetChooser"_s);
    m_chooser->setAccessibleName(tr("Preset"));
    m_chooser->setToolTip(tr("The preset that the stages beside it are about"));
    m_chooser->setMinimumWidth(220);
    m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_chooser->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_chooser->setMaximumWidth(420);
    layout->addWidget(m_chooser);
    layout->addSpacing(4);
    const std::array titles{tr("Check"), tr("Lock"), tr("Sync"), tr("Bundle"), tr("Build")};
    const std::array names{u"stageCheck"_s, u"stageLock"_s, u"stageSync"_s, u"stageBundle"_s, u"stageBuild"_s};
    for (size_t i = 0; i < m_buttons.size(); ++i) {
        auto *button = new StageButton(titles[i], this);
        button->setObjectName(names[i]);
        m_buttons[i] = button;
        layout->addWidget(button);
        const auto stage = Stage(i);
        connect(button, &QAbstractButton::clicked, this, [this, stage] { Q_EMIT stageClicked(stage); });
        connect(button, &StageButton::runRequested, this, [this, stage] { Q_EMIT runRequested(stage); });
        connect(button, &StageButton::cancelRequested, this, [this, stage] { Q_EMIT cancelRequested(stage); });
    }
    layout->addStretch();
    m_quickOpen->setIcon(icon(Shape::Find));
    m_quickOpen->setObjectName(u"quickOpenButton"_s);
    m_quickOpen->setAutoRaise(true);
    m_quickOpen->setIconSize({18, 18});
    m_quickOpen->setAccessibleName(tr("Find anything"));
    m_quickOpen->setToolTip(tr("Find anything: presets, actions, packages, builds (Ctrl+K)"));
    layout->addWidget(m_quickOpen);
    connect(m_chooser, &QComboBox::textActivated, this, &StageStrip::presetChosen);
}

void StageStrip::setPresets(const QStringList &presetNames, const QString &current)
{
    const QSignalBlocker blocker(m_chooser);
    m_chooser->clear();
    m_chooser->addItems(presetNames);
    m_chooser->setCurrentIndex(int(presetNames.indexOf(current)));
    m_chooser->setEnabled(!presetNames.isEmpty());
    m_chooser->setPlaceholderText(tr("No preset here yet"));
    for (StageButton *button : m_buttons)
        button->setEnabled(!presetNames.isEmpty());
}

void StageStrip::setStatus(const workspace::PresetStatus &status)
{
    button(Stage::Check)->setStatus(status.check);
    button(Stage::Lock)->setStatus(status.lock);
    button(Stage::Sync)->setStatus(status.sync);
    button(Stage::Bundle)->setStatus(status.bundle);
    button(Stage::Build)->setStatus(status.build);
}

void StageStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(tonesFor(palette()).line);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace dosirak::gui

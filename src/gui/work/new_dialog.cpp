// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/work/new_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

NewDialog::NewDialog(const Dialogs::NewQuestion &question, QWidget *parent)
    : QDialog(parent), m_question(question), m_options(new QListWidget(this)), m_detail(new QLabel(this)), m_name(new QLineEdit(this)), m_problem(new QLabel(this))
{
    setWindowTitle(question.title);
    setMinimumWidth(480);
    auto *layout = new QVBoxLayout(this);
    auto *from = new QLabel(question.optionsLabel, this);
    from->setBuddy(m_options);
    layout->addWidget(from);
    m_options->setAccessibleName(question.optionsLabel);
    m_options->setUniformItemSizes(true);
    for (const auto &[text, detail] : question.options) {
        auto *item = new QListWidgetItem(text, m_options);
        item->setToolTip(detail);
    }
    layout->addWidget(m_options, 1);
    m_detail->setWordWrap(true);
    m_detail->setProperty("role", u"faint"_s);
    m_detail->setMinimumHeight(m_detail->fontMetrics().lineSpacing() * 2);
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    layout->addWidget(m_detail);
    const bool alone = question.options.isEmpty();
    for (QWidget *widget : {static_cast<QWidget *>(from), static_cast<QWidget *>(m_options), static_cast<QWidget *>(m_detail)})
        widget->setVisible(!alone);
    auto *label = new QLabel(question.nameLabel, this);
    label->setBuddy(m_name);
    layout->addWidget(label);
    m_name->setAccessibleName(question.nameLabel);
    layout->addWidget(m_name);
    m_problem->setWordWrap(true);
    m_problem->setProperty("role", u"problem"_s);
    layout->addWidget(m_problem);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_create = buttons->addButton(question.yes, QDialogButtonBox::AcceptRole);
    m_create->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_options, &QListWidget::currentRowChanged, this, &NewDialog::chosen);
    connect(m_options, &QListWidget::itemActivated, m_name, qOverload<>(&QWidget::setFocus));
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_named = true; });
    connect(m_name, &QLineEdit::textChanged, this, &NewDialog::look);
    m_name->setText(question.name);
    m_options->setCurrentRow(question.current);
    if (alone)
        m_name->selectAll();
    look();
    m_name->setFocus();
}

void NewDialog::chosen()
{
    const int row = m_options->currentRow();
    if (row < 0)
        return;
    m_detail->setText(m_question.options.at(row).second);
    if (!m_named && m_question.suggestion) {
        m_name->setText(m_question.suggestion(row));
        m_name->selectAll();
    }
}

void NewDialog::look()
{
    const QString problem = m_question.problem ? m_question.problem(m_name->text().trimmed()) : QString();
    m_problem->setText(problem.isEmpty() ? QString() : u"✕ "_s + problem);
    m_create->setEnabled(problem.isEmpty());
}

Dialogs::NewAnswer NewDialog::answer() const
{
    return {m_options->currentRow(), m_name->text().trimmed()};
}

} // namespace dosirak::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compat/finding.h"
#include "gui/theme/icons.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace dosirak::gui {

[[nodiscard]] Mark markOf(compat::Severity severity);

/// The findings of a preset, worst first: what, why, who says so, and the fixes, each shown as a patch before it is applied.
class FindingsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsPanel(QWidget *parent = nullptr);

    void setFindings(const QList<compat::Finding> &findings);
    [[nodiscard]] int count() const { return int(m_findings.size()); }

Q_SIGNALS:
    void chosen(const QString &pointer);
    void fixWanted(const dosirak::compat::Fix &fix);

private:
    QWidget *card(const compat::Finding &finding);

    QList<compat::Finding> m_findings;
    QLabel *m_title;
    QWidget *m_content;
    QVBoxLayout *m_cards;
};

/// A JSON patch as lines for people: "/cuda: set to 12.1".
[[nodiscard]] QString patchText(const Json &patch);

} // namespace dosirak::gui

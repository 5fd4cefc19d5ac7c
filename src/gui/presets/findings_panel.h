// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compat/finding.h"
#include "gui/presets/fix_view.h"
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

    /// @p document is what fixes would change, for their previews.
    void setFindings(const QList<compat::Finding> &findings, const std::optional<preset::PresetDocument> &document = {});
    void chooseNext(); ///< the finding after the one that was chosen last, round the end
    [[nodiscard]] int count() const { return int(m_findings.size()); }

Q_SIGNALS:
    void chosen(const QString &pointer);
    void fixWanted(const dosirak::compat::Fix &fix);

private:
    QWidget *card(const compat::Finding &finding);

    QList<compat::Finding> m_findings;
    std::optional<preset::PresetDocument> m_document;
    QString m_key;
    int m_chosen = -1;
    QLabel *m_title;
    QWidget *m_content;
    QVBoxLayout *m_cards;
};

} // namespace dosirak::gui

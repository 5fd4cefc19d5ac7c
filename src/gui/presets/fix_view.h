// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compat/finding.h"
#include "preset/document.h"

#include <QWidget>
#include <functional>
#include <optional>

class QLabel;
class QPushButton;

namespace dosirak::gui {

/// A fix of a finding: a button that shows the change, line by line, and one beneath it that makes it.
class FixView : public QWidget
{
    Q_OBJECT

public:
    /// What the fix would change, when it is looked at; nothing: the patch is shown as it is.
    using Document = std::function<std::optional<preset::PresetDocument>()>;
    FixView(const compat::Fix &fix, Document document, QWidget *parent = nullptr);

Q_SIGNALS:
    void wanted(const dosirak::compat::Fix &fix);

private:
    void showChange();

    compat::Fix m_fix;
    Document m_document;
    QLabel *m_preview;
    QPushButton *m_apply;
};

/// A JSON patch as lines for people: "/cuda: set to 12.1".
[[nodiscard]] QString patchText(const Json &patch);

/// What a patch would change in a document, as the lines "- old" and "+ new"; what patchText() says when it does not apply.
[[nodiscard]] QStringList changedLines(const preset::PresetDocument &document, const Json &patch);

} // namespace dosirak::gui

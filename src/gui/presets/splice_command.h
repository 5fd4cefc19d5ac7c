// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/presets/text_splice.h"

#include <QUndoCommand>
#include <functional>

namespace dosirak::gui {

/// One step of undo: a splice of a preset's text. What is typed without a pause, in one place, becomes one step.
class SpliceCommand : public QUndoCommand
{
public:
    using Replace = std::function<void(const QByteArray &)>;

    /// @p text is the document's; @p replace gives it another. Both must outlive the undo stack.
    SpliceCommand(const QByteArray &text, Replace replace, TextSplice splice, const QString &what, bool typing);

    void redo() override;
    void undo() override;
    [[nodiscard]] int id() const override { return m_typing ? 1 : -1; }
    bool mergeWith(const QUndoCommand *command) override;

private:
    const QByteArray &m_text;
    Replace m_replace;
    TextSplice m_splice;
    bool m_typing;
    qint64 m_time; ///< ms
};

} // namespace dosirak::gui

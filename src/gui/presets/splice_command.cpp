// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/splice_command.h"

#include <QDateTime>

namespace dosirak::gui {

namespace {
constexpr qint64 typingPauseMs = 1'500; // letters typed with shorter pauses are one step of undo
}

SpliceCommand::SpliceCommand(const QByteArray &text, Replace replace, TextSplice splice, const QString &what, bool typing)
    : QUndoCommand(what), m_text(text), m_replace(std::move(replace)), m_splice(std::move(splice)), m_typing(typing),
      m_time(QDateTime::currentMSecsSinceEpoch())
{
}

void SpliceCommand::redo()
{
    m_replace(applied(m_text, m_splice));
}

void SpliceCommand::undo()
{
    m_replace(undone(m_text, m_splice));
}

bool SpliceCommand::mergeWith(const QUndoCommand *command)
{
    const auto *next = static_cast<const SpliceCommand *>(command);
    if (next->text() != text() || next->m_time - m_time > typingPauseMs || next->m_splice.inserted.contains('\n'))
        return false;
    const auto merged = joined(m_splice, next->m_splice);
    if (!merged)
        return false;
    m_splice = *merged;
    m_time = next->m_time;
    setObsolete(m_splice.removed == m_splice.inserted); // typed and taken back: nothing to undo
    return true;
}

} // namespace dosirak::gui

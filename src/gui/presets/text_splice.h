// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>
#include <optional>

namespace dosirak::gui {

/// One change of a text: what stood at a place, and what stands there now. Undoing it gives the same bytes.
struct TextSplice {
    qsizetype at = 0;
    QByteArray removed;
    QByteArray inserted;

    [[nodiscard]] bool isEmpty() const { return removed.isEmpty() && inserted.isEmpty(); }
};

/// The smallest single splice that turns @p from into @p to.
[[nodiscard]] TextSplice spliceBetween(const QByteArray &from, const QByteArray &to);
[[nodiscard]] QByteArray applied(const QByteArray &text, const TextSplice &splice);
[[nodiscard]] QByteArray undone(const QByteArray &text, const TextSplice &splice);

/// Two splices, one after the other, as one; nothing when they are not about one stretch of text.
[[nodiscard]] std::optional<TextSplice> joined(const TextSplice &first, const TextSplice &second);

/// The lines of two texts beside each other: "  same", "- gone", "+ new", as a unified diff without its headers.
[[nodiscard]] QStringList lineDiff(const QByteArray &from, const QByteArray &to);

} // namespace dosirak::gui

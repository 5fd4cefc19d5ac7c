// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace dosirak::debian {

/// One field of a paragraph. Views into the text that is read.
struct Field {
    std::string_view name;  ///< as written
    std::string_view value; ///< without the blanks around it; further lines keep their line breaks and leading blanks
    int line = 0;           ///< 1-based
};

/// One paragraph (stanza) of a control file.
struct Stanza {
    std::vector<Field> fields;
    std::string_view text;  ///< from its first to its last character, without the empty line after it
    int line = 0;           ///< 1-based

    /// The value of a field, its name compared without case (ASCII); empty when there is none.
    [[nodiscard]] std::string_view value(std::string_view name) const;
    [[nodiscard]] const Field *find(std::string_view name) const; ///< owned by this; null when there is none
};

/// Reads the paragraphs of a control file (deb822(5)) one after the other out of text that outlives it.
/// Comment lines begin with "#". Thread: one at a time.
class StanzaReader
{
public:
    /// A longer paragraph is refused: real ones stay under 100 kB.
    static constexpr std::size_t maxStanzaBytes = 4U << 20;

    explicit StanzaReader(std::string_view text)
        : m_text(text)
    {
    }

    /// Puts the next paragraph into @p stanza (its vector is used again). False: there are no more.
    /// Errors: Invalid, with the line.
    [[nodiscard]] Result<bool> next(Stanza &stanza);

private:
    [[nodiscard]] std::string_view takeLine();
    [[nodiscard]] Result<void> addLine(std::string_view line, Stanza &stanza) const;

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_line = 0;
};

/// Lower case, ASCII only.
[[nodiscard]] std::string lowered(std::string_view text);
[[nodiscard]] bool equalsIgnoringCase(std::string_view a, std::string_view b);
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// The words between blanks and line breaks.
[[nodiscard]] std::vector<std::string_view> words(std::string_view text);
/// "yes", "true", "with", "on", "enable" and 1, as apt reads flags.
[[nodiscard]] bool isYes(std::string_view text);
[[nodiscard]] bool isNo(std::string_view text);
/// Cuts at every @p separator; the pieces are trimmed.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

} // namespace dosirak::debian

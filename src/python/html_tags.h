// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dosirak::python {

/// One start tag of an HTML page. Names are lower case, character references in values are resolved.
struct HtmlTag {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;

    /// The first attribute of that name; nullptr when there is none.
    [[nodiscard]] const std::string *find(std::string_view attribute) const;
};

/// The start tags of a page one after the other, as far as index pages need HTML: comments, text, scripts, styles and
/// end tags are passed over, broken markup is read as browsers do or skipped. Never fails, takes linear time, keeps views
/// into the page.
class HtmlTags {
public:
    explicit HtmlTags(std::string_view page) : m_rest(page) {}

    /// Nothing at the end of the page.
    [[nodiscard]] std::optional<HtmlTag> next();

private:
    void skipPast(std::string_view end);
    void skipRawText(std::string_view name);
    [[nodiscard]] std::optional<HtmlTag> readTag();
    [[nodiscard]] bool readAttribute(HtmlTag &tag);
    void skipSpace();
    [[nodiscard]] std::string_view takeUntilAny(std::string_view stops);

    std::string_view m_rest;
};

/// Resolves the references that pages of indexes use: &amp; &lt; &gt; &quot; &apos; and numbers. Others stay.
[[nodiscard]] std::string withoutCharacterReferences(std::string_view text);

} // namespace dosirak::python

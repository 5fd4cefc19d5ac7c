// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/requirements_lines.h"

#include "base/tr.h"
#include "python/ascii.h"

#include <algorithm>
#include <array>
#include <optional>

namespace dosirak::python {

namespace {

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).left(200);
}

std::string_view takeLine(std::string_view &text)
{
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    if (text.starts_with("\r\n"))
        text.remove_prefix(2);
    else
        text.remove_prefix(std::min<std::size_t>(1, text.size()));
    return line;
}

bool isComment(std::string_view line)
{
    return ascii::strip(line).starts_with('#');
}

std::string_view withoutComment(std::string_view line)
{
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '#' && (i == 0 || ascii::isSpace(line[i - 1])))
            return line.substr(0, i);
    }
    return line;
}

void finish(std::vector<LogicalLine> &lines, const std::string &joined, int first, bool single)
{
    const std::string_view kept = withoutComment(joined);
    const std::string_view text = ascii::strip(kept);
    if (text.empty())
        return;
    const int column = static_cast<int>(text.data() - kept.data()) + 1;
    lines.push_back({std::string(text), first, single ? column : 0});
}

} // namespace

std::vector<LogicalLine> logicalLines(std::string_view text)
{
    std::vector<LogicalLine> lines;
    std::string joined;
    int first = 0;
    for (int number = 1; !text.empty(); ++number) {
        std::string_view line = takeLine(text);
        const bool single = first == 0;
        if (single)
            first = number;
        if (line.ends_with('\\') && !isComment(line)) {
            line.remove_suffix(1);
            joined += line;
            if (!text.empty())
                continue;
        } else {
            joined += isComment(line) ? " #" : line;
        }
        finish(lines, joined, first, single);
        joined.clear();
        first = 0;
    }
    return lines;
}

namespace {

struct OptionRule {
    std::string_view name;
    std::string_view shortName;
    bool hasValue;
};

// The requirements file format in pip's manual, "Supported options" and "Per-requirement options".
constexpr std::array<OptionRule, 17> optionRules{{
    {"--index-url", "-i", true},
    {"--pypi-url", "", true},
    {"--extra-index-url", "", true},
    {"--no-index", "", false},
    {"--constraint", "-c", true},
    {"--requirement", "-r", true},
    {"--editable", "-e", true},
    {"--find-links", "-f", true},
    {"--no-binary", "", true},
    {"--only-binary", "", true},
    {"--prefer-binary", "", false},
    {"--require-hashes", "", false},
    {"--pre", "", false},
    {"--trusted-host", "", true},
    {"--use-feature", "", true},
    {"--hash", "", true},
    {"--config-settings", "-C", true},
}};

/// Words between blanks; quotes keep blanks together, as in a shell.
Result<std::vector<std::string>> words(std::string_view text)
{
    std::vector<std::string> words;
    std::optional<std::string> word;
    char quote = '\0';
    for (char c : text) {
        if (quote != '\0') {
            if (c == quote)
                quote = '\0';
            else
                *word += c;
        } else if (ascii::isSpace(c)) {
            if (word)
                words.push_back(*std::exchange(word, std::nullopt));
        } else {
            if (!word)
                word.emplace();
            if (c == '"' || c == '\'')
                quote = c;
            else
                *word += c;
        }
    }
    if (quote != '\0')
        return fail(ErrorCode::Invalid, coreTr("A quote has no end."));
    if (word)
        words.push_back(*std::move(word));
    return words;
}

/// Where the first word that begins with "-" begins.
std::size_t optionsBegin(std::string_view line)
{
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '-' && (i == 0 || ascii::isSpace(line[i - 1])))
            return i;
    }
    return line.size();
}

struct WrittenOption {
    const OptionRule *rule = nullptr;
    std::optional<std::string> value;   ///< what is written in the same word
};

WrittenOption findOption(const std::string &word)
{
    const std::size_t equals = word.find('=');
    const std::string_view name = std::string_view(word).substr(0, equals);
    for (const OptionRule &rule : optionRules) {
        const bool isLong = name == rule.name;
        const bool isShort = !rule.shortName.empty() && !isLong && word.starts_with(rule.shortName)
            && !word.starts_with("--");
        if (!isLong && !isShort)
            continue;
        WrittenOption option{&rule, std::nullopt};
        if (isLong && equals != std::string::npos)
            option.value = word.substr(equals + 1);
        else if (isShort && word.size() > rule.shortName.size())
            option.value = word.substr(rule.shortName.size());
        return option;
    }
    return {};
}

} // namespace

Result<SplitLine> splitLine(std::string_view line)
{
    const std::size_t begin = optionsBegin(line);
    SplitLine split;
    split.requirement = std::string(ascii::strip(line.substr(0, begin)));
    DOSIRAK_TRY(list, words(line.substr(begin)));
    for (std::size_t i = 0; i < list.size(); ++i) {
        WrittenOption option = findOption(list[i]);
        if (option.rule == nullptr)
            return fail(ErrorCode::Invalid, coreTr("“%1” is not an option of a requirements file.").arg(shown(list[i])));
        if (option.rule->hasValue && !option.value && i + 1 < list.size())
            option.value = list[++i];
        if (option.rule->hasValue != option.value.has_value() || (option.value && option.value->empty()))
            return fail(ErrorCode::Invalid, option.rule->hasValue ? coreTr("%1 needs a value.").arg(shown(option.rule->name))
                                                                  : coreTr("%1 takes no value.").arg(shown(option.rule->name)));
        const std::string_view name = option.rule->name == "--pypi-url" ? "--index-url" : option.rule->name;
        split.options.push_back({std::string(name), option.value.value_or("")});
    }
    return split;
}

} // namespace dosirak::python

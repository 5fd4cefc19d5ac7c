// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/metadata.h"

#include "base/tr.h"
#include "python/ascii.h"
#include "python/names.h"
#include "python/utf8.h"

#include <algorithm>
#include <set>

namespace dosirak::python {

namespace {

struct Header {
    std::string name;   ///< lower case
    std::string value;  ///< continued lines joined by line feeds
    int line = 0;
};

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).left(300);
}

std::string_view takeLine(std::string_view &text)
{
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

/// Visible ASCII but ":" (RFC 5322, section 2.2).
bool isHeaderName(std::string_view name)
{
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7f && c != ':'; });
}

/// The header fields up to the first empty line, or the first line that is none: what follows is the description.
std::vector<Header> readHeaders(std::string_view text)
{
    std::vector<Header> headers;
    for (int number = 1; !text.empty(); ++number) {
        const std::string_view line = takeLine(text);
        if (line.empty())
            break;
        if (line.front() == ' ' || line.front() == '\t') {
            if (!headers.empty()) {
                headers.back().value += '\n';
                headers.back().value += line;
            }
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || !isHeaderName(line.substr(0, colon)))
            break;
        headers.push_back({ascii::lowered(line.substr(0, colon)), std::string(line.substr(colon + 1)), number});
    }
    for (Header &header : headers)
        header.value = validUtf8(ascii::strip(header.value));
    return headers;
}

Failure failAtLine(const QString &source, int line, const QString &what, const QString &hint = {})
{
    ErrorPlace place;
    place.file = source;
    place.line = line;
    return failAt(ErrorCode::Invalid, place, what, hint);
}

/// A value folded over several lines as one line.
std::string unfolded(std::string text)
{
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

std::string firstLine(const std::string &text)
{
    return std::string(ascii::strip(std::string_view(text).substr(0, text.find('\n'))));
}

bool isKnown(const std::string &value)
{
    return !value.empty() && value != "UNKNOWN"; // distutils wrote UNKNOWN for what nobody had said
}

void addExtra(Metadata &metadata, const std::string &value)
{
    const std::string extra = normalizeName(value);
    if (std::find(metadata.extras.begin(), metadata.extras.end(), extra) == metadata.extras.end())
        metadata.extras.push_back(extra);
}

Result<void> addRequirement(Metadata &metadata, const Header &header, const QString &source)
{
    auto requirement = Requirement::parse(unfolded(header.value));
    if (!requirement)
        return failAtLine(source, header.line, requirement.error().what,
                          coreTr("This version says what it needs in a way that pip refuses too. Exclude the version, or "
                                 "override what it needs."));
    metadata.requirements.push_back(*std::move(requirement));
    return {};
}

void setRequiresPython(Metadata &metadata, const std::string &value)
{
    metadata.requiresPythonText = value;
    if (auto set = SpecifierSet::parse(value); set && !set->isEmpty())
        metadata.requiresPython = *std::move(set);
}

/// The first field of a name counts, as in Python's email parser; these may occur more than once.
bool addRepeated(Metadata &metadata, const Header &header)
{
    const std::string value = unfolded(header.value);
    if (header.name == "provides-extra")
        addExtra(metadata, value);
    else if (header.name == "license-file")
        metadata.licenseFiles.push_back(value);
    else if (header.name == "dynamic")
        metadata.dynamic.push_back(ascii::lowered(value));
    else if (header.name == "classifier" && value.starts_with("License ::"))
        metadata.licenseClassifiers.push_back(value);
    else
        return header.name == "classifier";
    return true;
}

void setSingle(Metadata &metadata, const Header &header)
{
    if (header.name == "metadata-version")
        metadata.metadataVersion = unfolded(header.value);
    else if (header.name == "requires-python")
        setRequiresPython(metadata, unfolded(header.value));
    else if (header.name == "license-expression")
        metadata.licenseExpression = unfolded(header.value);
    else if (header.name == "license" && isKnown(header.value))
        metadata.license = firstLine(header.value);
}

Result<void> setNameAndVersion(Metadata &metadata, const std::vector<Header> &headers, const QString &source)
{
    const auto find = [&headers](std::string_view name) {
        return std::find_if(headers.begin(), headers.end(), [name](const Header &header) { return header.name == name; });
    };
    const auto name = find("name");
    if (name == headers.end() || !isValidName(name->value))
        return failAtLine(source, name == headers.end() ? 1 : name->line, coreTr("The metadata has no valid name."));
    const auto version = find("version");
    if (version == headers.end())
        return failAtLine(source, 1, coreTr("The metadata of %1 has no version.").arg(shown(name->value)));
    auto parsed = Version::parse(version->value);
    if (!parsed)
        return failAtLine(source, version->line,
                          coreTr("The metadata of %1 has a version that is none: “%2”.")
                              .arg(shown(name->value), shown(version->value)));
    metadata.name = name->value;
    metadata.normalizedName = normalizeName(name->value);
    metadata.version = *std::move(parsed);
    return {};
}

} // namespace

Result<Metadata> Metadata::parse(std::string_view text, const QString &source)
{
    if (text.size() > static_cast<std::size_t>(maxMetadataSize))
        return failAtLine(source, 0, coreTr("Metadata of more than %1 MiB is refused.").arg(maxMetadataSize / 1024 / 1024));
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);

    Metadata metadata;
    const auto headers = readHeaders(text);
    DOSIRAK_CHECK(setNameAndVersion(metadata, headers, source));
    std::set<std::string> seen;
    for (const Header &header : headers) {
        if (header.name == "requires-dist") {
            DOSIRAK_CHECK(addRequirement(metadata, header, source));
        } else if (!addRepeated(metadata, header) && seen.insert(header.name).second) {
            setSingle(metadata, header);
        }
    }
    return metadata;
}

std::string Metadata::licence() const
{
    if (!licenseExpression.empty())
        return licenseExpression;
    if (!license.empty())
        return license;
    std::string text;
    for (const std::string &classifier : licenseClassifiers) {
        const std::size_t last = classifier.rfind("::");
        text += (text.empty() ? "" : "; ") + std::string(ascii::strip(std::string_view(classifier).substr(last + 2)));
    }
    return text;
}

} // namespace dosirak::python

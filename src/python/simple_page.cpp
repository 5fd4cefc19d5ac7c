// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/simple_page.h"

#include "base/tr.h"
#include "python/ascii.h"
#include "python/index_url.h"
#include "python/simple_page_builder.h"

#include <algorithm>
#include <array>

namespace dosirak::python {

namespace {

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).left(300);
}

constexpr std::array<std::pair<std::string_view, std::size_t>, 6> digestSizes{
    {{"sha256", 64}, {"sha384", 96}, {"sha512", 128}, {"sha224", 56}, {"sha1", 40}, {"md5", 32}}};

bool isHex(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return ascii::isDigit(c) || (ascii::lower(c) >= 'a' && ascii::lower(c) <= 'f');
    });
}

} // namespace

std::string SimpleFile::sha256() const
{
    const auto found = hashes.find("sha256");
    return found == hashes.end() ? std::string() : found->second;
}

void addHash(std::map<std::string, std::string> &hashes, std::string_view algorithm, std::string_view digits)
{
    const std::string name = ascii::lowered(algorithm);
    const auto known = std::find_if(digestSizes.begin(), digestSizes.end(),
                                    [&name](const auto &entry) { return entry.first == name; });
    if (known != digestSizes.end() && digits.size() == known->second && isHex(digits))
        hashes.insert_or_assign(name, ascii::lowered(digits));
}

void addHashOfFragment(std::map<std::string, std::string> &hashes, std::string_view fragment)
{
    const std::size_t equals = fragment.find('=');
    if (equals == std::string_view::npos)
        return;
    // pip takes "#sha256=…&egg=…" too.
    const std::string_view digits = fragment.substr(equals + 1);
    addHash(hashes, fragment.substr(0, equals), digits.substr(0, digits.find('&')));
}

bool addFile(SimplePage &page, RawSimpleFile &&raw, std::string_view base)
{
    auto link = resolveIndexLink(raw.link, base);
    std::string fileName = raw.fileName ? *std::move(raw.fileName) : link ? link->fileName : std::string();
    if (!link || !isSafeIndexFileName(fileName)) {
        ++page.refused;
        return page.refused <= maxSimplePageFiles;
    }
    SimpleFile file = std::move(raw.said);
    file.fileName = std::move(fileName);
    file.url = std::move(link->url);
    if (file.hashes.empty())
        addHashOfFragment(file.hashes, link->fragment);
    if (auto &claim = raw.coreMetadata ? raw.coreMetadata : raw.distInfoMetadata) {
        file.hasMetadata = claim->there;
        file.metadataHashes = std::move(claim->hashes);
    }
    page.files.push_back(std::move(file));
    return page.files.size() <= maxSimplePageFiles;
}

Failure brokenPage(std::string_view url, const QString &why)
{
    return fail(ErrorCode::Invalid, coreTr("The index page %1 cannot be read: %2").arg(shown(url), why),
                coreTr("Check that the address is that of a Python package index (PEP 503 or PEP 691)."));
}

Failure tooManyFiles(std::string_view url)
{
    return brokenPage(url, coreTr("it lists more than %1 files.").arg(maxSimplePageFiles));
}

Result<void> checkPageSize(std::string_view bytes, std::string_view url)
{
    if (bytes.size() > static_cast<std::size_t>(maxSimplePageSize))
        return brokenPage(url, coreTr("it is larger than %1 MiB.").arg(maxSimplePageSize / 1024 / 1024));
    return {};
}

Result<void> checkApiVersion(const std::string &version, std::string_view url)
{
    if (version.empty() || version == "1" || version.starts_with("1."))
        return {};
    return brokenPage(url, coreTr("it is of version %1 of the format, and only version 1 is known.").arg(shown(version)));
}

Result<SimplePage> parseSimplePage(std::string_view bytes, std::string_view mediaType, std::string_view url)
{
    const std::string type = ascii::lowered(ascii::strip(mediaType.substr(0, mediaType.find(';'))));
    if (type.ends_with("+json") || type == "application/json")
        return parseSimpleJson(bytes, url);
    if (type.ends_with("html") || type == "application/xhtml+xml")
        return parseSimpleHtml(bytes, url);
    return brokenPage(url, coreTr("its type is “%1”.").arg(shown(mediaType)));
}

} // namespace dosirak::python

// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/html_tags.h"
#include "python/index_url.h"
#include "python/simple_page.h"
#include "python/simple_page_builder.h"
#include "python/utf8.h"

namespace dosirak::python {

namespace {

std::optional<MetadataClaim> metadataClaim(const std::string *value)
{
    if (value == nullptr)
        return std::nullopt;
    MetadataClaim claim;
    claim.there = *value != "false";
    addHashOfFragment(claim.hashes, *value); // "true" or "sha256=…"
    return claim;
}

RawSimpleFile fileOf(const HtmlTag &anchor, const std::string &link)
{
    RawSimpleFile file;
    file.link = link;
    if (const auto *python = anchor.find("data-requires-python"))
        file.said.requiresPython = *python;
    if (const auto *reason = anchor.find("data-yanked")) {
        file.said.yanked = true;
        file.said.yankedReason = *reason;
    }
    file.coreMetadata = metadataClaim(anchor.find("data-core-metadata"));
    file.distInfoMetadata = metadataClaim(anchor.find("data-dist-info-metadata"));
    return file;
}

void readMeta(const HtmlTag &meta, SimplePage &page)
{
    const auto *name = meta.find("name");
    const auto *content = meta.find("content");
    if (name == nullptr || content == nullptr)
        return;
    if (*name == "pypi:repository-version")
        page.apiVersion = *content;
    else if (*name == "pypi:tracks")
        page.tracks.push_back(*content);
    else if (*name == "pypi:alternate-locations")
        page.alternateLocations.push_back(*content);
    else if (*name == "pypi:project-status")
        page.projectStatus = *content == "active" ? "" : *content;
}

} // namespace

Result<SimplePage> parseSimpleHtml(std::string_view bytes, std::string_view url)
{
    DOSIRAK_CHECK(checkPageSize(bytes, url));
    SimplePage page;
    const std::string text = validUtf8(bytes);
    HtmlTags tags(text);
    std::string base(url);
    bool hasBase = false;
    while (const auto tag = tags.next()) {
        const auto *link = tag->find("href");
        if (tag->name == "base" && link != nullptr && !hasBase) { // the first one counts
            hasBase = true;
            if (const auto resolved = resolveIndexLink(*link, url))
                base = resolved->url;
        } else if (tag->name == "meta") {
            readMeta(*tag, page);
        } else if (tag->name == "a" && link != nullptr && !addFile(page, fileOf(*tag, *link), base)) {
            return tooManyFiles(url);
        }
    }
    DOSIRAK_CHECK(checkApiVersion(page.apiVersion, url));
    return page;
}

} // namespace dosirak::python

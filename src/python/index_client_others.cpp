// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/index_client.h"

#include <algorithm>

namespace dosirak::python {

namespace {

/// As PEP 708 has it: URLs are compared as they are written, but for a slash at the end.
bool names(const std::vector<std::string> &urls, std::string_view url)
{
    const auto bare = [](std::string_view text) {
        while (text.ends_with('/'))
            text.remove_suffix(1);
        return text;
    };
    return std::any_of(urls.begin(), urls.end(), [&](const std::string &one) { return bare(one) == bare(url); });
}

} // namespace

void IndexClient::askOthers(const std::string &name)
{
    const auto &page = get(name);
    const auto [entry, isNew] = m_others.try_emplace(name);
    if (!isNew || !page || !*page || (*page)->index == noIndex)
        return;
    for (const std::size_t index : indexesFor(name)) {
        const WheelIndex &at = m_settings->indexes[index];
        if (index <= (*page)->index || at.flat || indexFolder(at.url))
            continue;
        ++entry->second.open;
        ++m_requests;
        WebRequest request;
        request.url = pageUrl(name, index);
        request.isPage = true;
        request.freshFor = m_settings->freshFor;
        request.maxBytes = maxSimplePageSize;
        m_web->get(request, [this, name, index, inbox = m_inbox](Result<WebAnswer> answer) {
            std::shared_ptr<SimplePage> found;
            if (answer && answer->found)
                if (auto read = parseSimplePage({answer->body.constData(), std::size_t(answer->body.size())}, answer->mediaType, answer->url))
                    found = std::make_shared<SimplePage>(std::move(*read));
            inbox->post([this, name, index, found] { otherCame(name, index, found.get()); });
        });
    }
}

void IndexClient::otherCame(const std::string &name, std::size_t index, const SimplePage *page)
{
    Others &others = m_others.at(name);
    --others.open;
    if (page == nullptr || page->files.empty())
        return;
    const Project &taken = **get(name);
    const std::string here = pageUrl(name, taken.index);
    const std::string there = pageUrl(name, index);
    // One of them follows the other, or both say that they are the same project.
    const bool declared = names(page->tracks, here) || names(page->alternateLocations, here) || names(taken.sameAs, there);
    if (!declared)
        others.alsoOn.insert(std::upper_bound(others.alsoOn.begin(), others.alsoOn.end(), index), index);
}

bool IndexClient::hasOthers(const std::string &name) const
{
    const auto entry = m_others.find(name);
    return entry != m_others.end() && entry->second.open == 0;
}

} // namespace dosirak::python

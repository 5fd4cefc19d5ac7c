// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/index_client.h"

#include "base/json.h"
#include "base/tr.h"
#include "python/names.h"

#include <QThreadPool>
#include <QUrl>

namespace dosirak::python {

using namespace Qt::StringLiterals;

bool matchesPattern(const std::string &name, const std::string &pattern)
{
    if (!pattern.ends_with('*'))
        return normalizeName(pattern) == name;
    const std::string prefix = normalizeName(std::string_view(pattern).substr(0, pattern.size() - 1));
    return name.starts_with(prefix);
}

IndexClient::IndexClient(Settings settings, std::shared_ptr<Web> web, std::shared_ptr<Inbox> inbox)
    : m_settings(std::make_shared<const Settings>(std::move(settings))), m_web(std::move(web)), m_inbox(std::move(inbox))
{
}

std::vector<std::size_t> IndexClient::indexesFor(const std::string &name) const
{
    const auto &indexes = m_settings->indexes;
    for (std::size_t i = 0; i < indexes.size(); ++i)
        for (const std::string &pattern : indexes[i].packages)
            if (matchesPattern(name, pattern))
                return {i};
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < indexes.size(); ++i)
        if (indexes[i].packages.empty())
            open.push_back(i);
    return open;
}

void IndexClient::ask(const std::string &name)
{
    const auto [entry, isNew] = m_entries.try_emplace(name);
    if (!isNew)
        return;
    if (const auto url = m_settings->urls.find(name); url != m_settings->urls.end())
        return askUrl(name, url->second);
    entry->second.indexes = indexesFor(name);
    askNext(name);
}

void IndexClient::askUrl(const std::string &name, const std::string &text)
{
    const QUrl url(fromStd(text), QUrl::StrictMode);
    if (url.scheme() != u"https"_s && url.scheme() != u"http"_s && !url.isLocalFile()) {
        settle(name, fail(ErrorCode::Unsupported, coreTr("“%1” is not a file that can be downloaded.").arg(url.toString(QUrl::RemoveUserInfo)),
                          coreTr("Build a wheel of it, place it in a folder, and name that folder as an index.")));
        return;
    }
    SimpleFile file;
    file.fileName = toStd(url.fileName(QUrl::FullyDecoded));
    file.url = url.adjusted(QUrl::RemoveFragment | QUrl::RemoveUserInfo).toEncoded().toStdString();
    const QString fragment = url.fragment();
    if (fragment.startsWith(u"sha256="_s))
        file.hashes["sha256"] = toStd(fragment.mid(7).toLower());
    SimplePage page;
    page.files.push_back(std::move(file));
    const auto own = m_settings->policies.find(name);
    ProjectPolicy policy = own == m_settings->policies.end() ? m_settings->otherwise : own->second;
    policy.linuxTag = true;
    policy.excludeNewer.clear();
    auto project = std::make_shared<Project>(chooseFiles(name, page, *m_settings->target, policy));
    project->index = noIndex;
    settle(name, std::shared_ptr<const Project>(std::move(project)));
}

bool IndexClient::has(const std::string &name) const
{
    const auto entry = m_entries.find(name);
    return entry != m_entries.end() && entry->second.answer.has_value();
}

const Result<std::shared_ptr<const Project>> &IndexClient::get(const std::string &name) const
{
    return *m_entries.at(name).answer;
}

void IndexClient::askNext(const std::string &name)
{
    Entry &entry = m_entries.at(name);
    if (entry.next == entry.indexes.size()) {
        settle(name, std::shared_ptr<const Project>());
        return;
    }
    const std::size_t index = entry.indexes[entry.next++];
    if (const auto folder = indexFolder(m_settings->indexes[index].url))
        askFolder(name, index, toStd(*folder));
    else
        askWeb(name, index);
}

void IndexClient::settle(const std::string &name, Answer answer)
{
    m_entries.at(name).answer = std::move(answer);
    if (onPage)
        onPage(name);
}

ProjectPolicy IndexClient::policyFor(const std::string &name, std::size_t index) const
{
    const auto own = m_settings->policies.find(name);
    ProjectPolicy policy = own == m_settings->policies.end() ? m_settings->otherwise : own->second;
    policy.linuxTag = m_settings->indexes[index].allowLinuxTag;
    return policy;
}

void IndexClient::askFolder(const std::string &name, std::size_t index, const std::string &folder)
{
    const auto read = [this, name, index, folder, settings = m_settings, inbox = m_inbox,
                       policy = policyFor(name, index)] {
        auto page = folderPage(fromStd(folder), name);
        std::shared_ptr<Project> project;
        if (page && *page) {
            project = std::make_shared<Project>(chooseFiles(name, **page, *settings->target, policy));
            project->index = index;
        }
        inbox->post([this, name, project, error = page ? std::nullopt : std::optional(page.error())] {
            ++m_pages;
            if (error)
                settle(name, tl::unexpected(*error));
            else if (project)
                settle(name, std::shared_ptr<const Project>(project));
            else
                askNext(name);
        });
    };
    QThreadPool::globalInstance()->start(read);
}

std::string IndexClient::pageUrl(const std::string &name, std::size_t index) const
{
    const WheelIndex &at = m_settings->indexes[index];
    return at.flat ? at.url : at.url + (at.url.ends_with('/') ? "" : "/") + name + "/";
}

void IndexClient::askWeb(const std::string &name, std::size_t index)
{
    ++m_requests;
    WebRequest request;
    request.url = pageUrl(name, index);
    request.isPage = true;
    request.freshFor = m_settings->freshFor;
    request.maxBytes = maxSimplePageSize;
    m_web->get(request, [this, name, index, settings = m_settings, inbox = m_inbox,
                         policy = policyFor(name, index)](Result<WebAnswer> answer) {
        const QString label = fromStd(settings->indexes[index].name);
        if (!answer) {
            inbox->post([this, name, error = answer.error().within(coreTr("%1 on index “%2”").arg(fromStd(name), label))] {
                settle(name, tl::unexpected(error));
            });
            return;
        }
        if (!answer->found) {
            inbox->post([this, name] { askNext(name); });
            return;
        }
        const std::string_view bytes(answer->body.constData(), std::size_t(answer->body.size()));
        auto page = parseSimplePage(bytes, answer->mediaType, answer->url);
        if (!page) {
            inbox->post([this, name, error = page.error().within(coreTr("%1 on index “%2”").arg(fromStd(name), label))] {
                settle(name, tl::unexpected(error));
            });
            return;
        }
        auto project = std::make_shared<Project>(chooseFiles(name, *page, *settings->target, policy));
        project->index = index;
        project->sameAs = page->tracks;
        project->sameAs.insert(project->sameAs.end(), page->alternateLocations.begin(), page->alternateLocations.end());
        // A page of many projects that has none of this one does not know it.
        const bool known = !settings->indexes[index].flat || !project->versions.empty() || !project->leftOut.empty();
        inbox->post([this, name, project, known] {
            ++m_pages;
            if (known)
                settle(name, std::shared_ptr<const Project>(project));
            else
                askNext(name);
        });
    });
}

} // namespace dosirak::python

// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/index_client_project.h"

#include <algorithm>
#include <unordered_map>

namespace dosirak::python {

Result<WheelTarget> WheelTarget::make(const std::string &python, const std::string &platformText)
{
    DOSIRAK_TRY(parsed, TargetPython::parse(python));
    DOSIRAK_TRY(platform, TargetPlatform::parse(platformText));
    std::string full = python;
    while (!full.empty() && full.back() == 't')
        full.pop_back();
    if (std::count(full.begin(), full.end(), '.') < 2)
        full += ".0";
    DOSIRAK_TRY(version, parseVersion(full));
    TargetPlatform withLinux = platform;
    withLinux.acceptsLinuxTag = true;
    return WheelTarget{parsed, full, version, platform, TargetTags(parsed, platform), TargetTags(parsed, withLinux),
                       MarkerEnvironment::forTarget(full, platform)};
}

namespace {

/// One file on its way to become a candidate. Smaller `order` is better.
struct Entry {
    Version version;
    std::size_t file = 0;
    bool isSdist = false;
    std::optional<LeftOutBecause> leftOut;
    std::size_t rank = 0;
    BuildTag build;
};

class Chooser
{
public:
    Chooser(const std::string &name, const SimplePage &page, const WheelTarget &target, const ProjectPolicy &policy)
        : m_name(name), m_page(page), m_target(target), m_policy(policy),
          m_tags(policy.linuxTag ? target.tagsWithLinux : target.tags)
    {
    }

    Project run()
    {
        for (std::size_t i = 0; i < m_page.files.size(); ++i)
            read(i);
        std::stable_sort(m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) {
            return a.version < b.version;
        });
        Project project;
        project.name = m_name;
        for (auto first = m_entries.begin(); first != m_entries.end();) {
            const auto last = std::find_if(first, m_entries.end(),
                                           [&](const Entry &entry) { return entry.version != first->version; });
            add(project, *std::min_element(first, last, [this](const Entry &a, const Entry &b) { return better(a, b); }));
            first = last;
        }
        return project;
    }

private:
    void read(std::size_t index)
    {
        const SimpleFile &file = m_page.files[index];
        if (file.fileName.ends_with(".whl")) {
            auto wheel = WheelName::read(file.fileName);
            if (!wheel || wheel->name != m_name)
                return;
            const auto rank = m_tags.bestRank(wheel->tagSet);
            auto because = rank ? std::nullopt : std::optional(LeftOutBecause::Platform);
            m_entries.push_back({std::move(wheel->version), index, false, leftOut(file, because), rank.value_or(0),
                                 std::move(wheel->build)});
        } else if (auto sdist = SdistName::readOf(file.fileName, m_name)) {
            const auto because = m_policy.sdists ? std::nullopt : std::optional(LeftOutBecause::SourceOnly);
            m_entries.push_back({std::move(sdist->version), index, true, leftOut(file, because), 0, {}});
        }
    }

    std::optional<LeftOutBecause> leftOut(const SimpleFile &file, std::optional<LeftOutBecause> because)
    {
        if (because)
            return because;
        if (!m_policy.excludeNewer.empty() && (file.uploadTime.empty() || file.uploadTime >= m_policy.excludeNewer))
            return LeftOutBecause::TooNew;
        if (!m_policy.hashes.empty() && !m_policy.hashes.contains(file.sha256()))
            return LeftOutBecause::Hash;
        if (!fitsPython(file.requiresPython))
            return LeftOutBecause::Python;
        return std::nullopt;
    }

    /// A condition that cannot be read is none, as for pip.
    bool fitsPython(const std::string &text)
    {
        if (text.empty())
            return true;
        const auto [entry, isNew] = m_pythons.try_emplace(text, true);
        if (isNew)
            if (const auto set = SpecifierSet::parse(text))
                entry->second = set->matches(m_target.version);
        return entry->second;
    }

    bool better(const Entry &a, const Entry &b) const
    {
        if (a.leftOut.has_value() != b.leftOut.has_value())
            return !a.leftOut;
        if (a.leftOut)
            // The reason nearest to fitting is the one that helps: an archive that could be built, then Python, then platform.
            return weight(*a.leftOut) > weight(*b.leftOut);
        const bool yankedA = m_page.files[a.file].yanked;
        if (yankedA != m_page.files[b.file].yanked)
            return !yankedA;
        if (a.isSdist != b.isSdist)
            return !a.isSdist;
        if (a.rank != b.rank)
            return a.rank < b.rank;
        return b.build < a.build;
    }

    static int weight(LeftOutBecause because)
    {
        switch (because) {
        case LeftOutBecause::TooNew:
        case LeftOutBecause::Hash: return 4;
        case LeftOutBecause::SourceOnly: return 2;
        case LeftOutBecause::Python: return 3;
        case LeftOutBecause::Platform: return 1;
        }
        return 0;
    }

    void add(Project &project, const Entry &best) const
    {
        const SimpleFile &file = m_page.files[best.file];
        if (best.leftOut)
            project.leftOut.push_back({best.version, *best.leftOut, file.requiresPython, file});
        else
            project.versions.push_back({best.version, file, best.isSdist});
    }

    const std::string &m_name;
    const SimplePage &m_page;
    const WheelTarget &m_target;
    const ProjectPolicy &m_policy;
    const TargetTags &m_tags;
    std::vector<Entry> m_entries;
    std::unordered_map<std::string, bool> m_pythons;
};

} // namespace

Project chooseFiles(const std::string &name, const SimplePage &page, const WheelTarget &target,
                    const ProjectPolicy &policy)
{
    return Chooser(name, page, target, policy).run();
}

} // namespace dosirak::python

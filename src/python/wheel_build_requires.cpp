// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/wheel_build_requires.h"

#include "base/json.h"
#include "base/tr.h"
#include "python/wheel_resolver_input.h"

#include <algorithm>
#include <map>
#include <set>

namespace dosirak::python {

namespace {

/// A build backend may be a source archive itself, whose backend …; real chains are one or two long.
constexpr int mostRounds = 8;

/// For each project that is there to build: the archive that wants it first.
using Builders = std::map<std::string, std::string>;

/// Adds what @p archive asks for to the request. Whether that was new.
Result<bool> ask(const LockedWheel &archive, const ResolverInput &input, const std::set<std::string> &direct,
                 WheelRequest &request, Builders &builders)
{
    bool isNew = false;
    for (const std::string &text : archive.buildRequires) {
        const auto requirement = Requirement::parse(text);
        if (!requirement)
            return tl::unexpected(requirement.error().within(coreTr("[build-system] requires of %1").arg(fromStd(archive.fileName))));
        DOSIRAK_TRY(holds, input.holds(*requirement, {}));
        if (!holds || input.excludes.contains(requirement->normalizedName))
            continue;
        if (!direct.contains(requirement->normalizedName))
            builders.try_emplace(requirement->normalizedName, archive.name);
        if (std::find(request.requirements.begin(), request.requirements.end(), text) != request.requirements.end())
            continue;
        request.requirements.push_back(text);
        isNew = true;
    }
    return isNew;
}

/// What was asked for only to build is no wish of the user's: it is there because of the archive.
void retell(WheelResolution &resolution, const Builders &builders)
{
    std::map<std::string, LockedWheel *> byName;
    for (LockedWheel &wheel : resolution.wheels)
        byName[wheel.name] = &wheel;
    for (const auto &[name, archive] : builders) {
        auto &needs = byName.at(archive)->needs;
        const auto at = std::lower_bound(needs.begin(), needs.end(), name);
        if (byName.contains(name) && (at == needs.end() || *at != name))
            needs.insert(at, name);
    }
    for (std::size_t round = 0; round < builders.size(); ++round)
        for (LockedWheel &wheel : resolution.wheels) {
            const auto builder = builders.find(wheel.why.front());
            if (builder == builders.end() || builder->second == wheel.name)
                continue;
            wheel.direct = false;
            const auto &before = byName.at(builder->second)->why;
            wheel.why.insert(wheel.why.begin(), before.begin(), before.end());
        }
}

} // namespace

Result<WheelResolution> withBuildRequirements(const WheelRequest &request, const ResolveOnce &resolve)
{
    DOSIRAK_TRY(resolution, resolve(request));
    const auto isArchive = [](const LockedWheel &wheel) { return wheel.isSdist; };
    if (std::none_of(resolution.wheels.begin(), resolution.wheels.end(), isArchive))
        return resolution;
    DOSIRAK_TRY(input, ResolverInput::read(request));
    std::set<std::string> direct;
    for (const Requirement &requirement : input.direct)
        direct.insert(requirement.normalizedName);
    WheelRequest wider = request;
    Builders builders;
    for (int round = 0; round < mostRounds; ++round) {
        bool isNew = false;
        builders.clear(); // an archive of an earlier round may be gone
        for (const LockedWheel &wheel : resolution.wheels)
            if (wheel.isSdist) {
                DOSIRAK_TRY(more, ask(wheel, input, direct, wider, builders));
                isNew = isNew || more;
            }
        if (!isNew) {
            retell(resolution, builders);
            return resolution;
        }
        auto next = resolve(wider);
        if (!next)
            return tl::unexpected(next.error().within(coreTr("With what the source archives need to be built")));
        resolution = std::move(*next);
    }
    return fail(ErrorCode::Unsolvable, coreTr("What the source archives need to be built does not come to an end."),
                coreTr("Allow fewer packages as source archives."));
}

} // namespace dosirak::python

// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/wheel_resolver_input.h"

#include "base/json.h"
#include "base/tr.h"
#include "python/names.h"

#include <QUrl>

#include <algorithm>

namespace dosirak::python {

namespace {

std::set<std::string> namesOf(const std::vector<std::string> &names)
{
    std::set<std::string> normalized;
    for (const std::string &name : names)
        normalized.insert(normalizeName(name));
    return normalized;
}

Result<Requirement> readOne(const std::string &text)
{
    auto requirement = Requirement::parse(text);
    if (!requirement)
        return tl::unexpected(requirement.error().within(fromStd(text)));
    return requirement;
}

/// What the user says of a project opens it: a pre-release that is named, a URL. A password in the URL stays in `urls`
/// and is not in what may be shown.
void noteWishes(ResolverInput &input, Requirement &requirement)
{
    if (requirement.specifier.namesPrerelease())
        input.prereleases.insert(requirement.normalizedName);
    if (requirement.url.empty())
        return;
    input.urls[requirement.normalizedName] = requirement.url;
    if (const QUrl url(fromStd(requirement.url), QUrl::StrictMode); !url.userInfo().isEmpty())
        requirement.url = url.toEncoded(QUrl::RemoveUserInfo).toStdString();
}

Result<void> readRequirements(const WheelRequest &request, ResolverInput &input)
{
    for (const std::string &text : request.overrides) {
        DOSIRAK_TRY(requirement, readOne(text));
        auto &list = input.overrides[requirement.normalizedName];
        DOSIRAK_TRY(holds, input.holds(requirement, {}));
        if (!holds)
            continue;
        noteWishes(input, requirement);
        list.push_back(requirement);
    }
    for (const std::string &text : request.constraints) {
        DOSIRAK_TRY(requirement, readOne(text));
        DOSIRAK_TRY(holds, input.holds(requirement, {}));
        if (!holds)
            continue;
        if (!requirement.extras.empty())
            return fail(ErrorCode::Invalid, coreTr("The constraint “%1” names extras.").arg(fromStd(text)),
                        coreTr("A constraint only narrows versions: move it to the requirements, or drop the extras."));
        noteWishes(input, requirement);
        input.constraints[requirement.normalizedName].push_back(requirement.specifier);
    }
    for (const std::string &text : request.requirements) {
        DOSIRAK_TRY(requirement, readOne(text));
        DOSIRAK_TRY(holds, input.holds(requirement, {}));
        if (!holds)
            continue;
        for (Requirement &taken : input.instead(requirement)) {
            if (taken.url.empty() || !input.urls.contains(taken.normalizedName)) // an override was noted already
                noteWishes(input, taken);
            input.direct.push_back(std::move(taken));
        }
    }
    return {};
}

} // namespace

Result<bool> ResolverInput::holds(const Requirement &requirement, const std::string &extra) const
{
    if (!requirement.marker)
        return true;
    return requirement.marker->evaluate(target->environment.withExtra(extra));
}

std::vector<Requirement> ResolverInput::instead(const Requirement &requirement) const
{
    if (excludes.contains(requirement.normalizedName))
        return {};
    const auto found = overrides.find(requirement.normalizedName);
    if (found == overrides.end())
        return {requirement};
    std::vector<Requirement> taken;
    for (Requirement replacement : found->second) {
        replacement.extras.insert(replacement.extras.end(), requirement.extras.begin(), requirement.extras.end());
        taken.push_back(std::move(replacement));
    }
    return taken;
}

Result<ResolverInput> ResolverInput::read(const WheelRequest &request)
{
    DOSIRAK_TRY(target, WheelTarget::make(request.python, request.platform));
    for (const auto &[variable, value] : request.markerOverrides)
        target.environment.variables[variable] = value;
    ResolverInput input;
    input.target = std::make_shared<const WheelTarget>(std::move(target));
    input.excludes = namesOf(request.excludes);
    input.prereleases = namesOf(request.prereleases);
    input.sdists = namesOf(request.sdists);
    input.upgradeAll = request.upgradeAll;
    input.movable = namesOf(request.upgrade);
    DOSIRAK_CHECK(readRequirements(request, input));
    for (const WheelPreference &preference : request.preferences)
        if (auto version = Version::parse(preference.version))
            input.preferences.insert_or_assign(normalizeName(preference.name), std::move(*version));
    return input;
}

} // namespace dosirak::python

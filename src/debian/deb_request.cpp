// SPDX-License-Identifier: GPL-3.0-or-later
#include "debian/deb_request.h"

#include "base/tr.h"
#include "debian/package_index.h"

namespace dosirak::debian {

Result<PackageWish> parseWish(std::string_view text)
{
    const auto unreadable = [&] {
        return fail(ErrorCode::Usage, coreTr("%1 is not a package.").arg(QString::fromUtf8(text.data(), qsizetype(text.size()))),
                    coreTr("A package is written as name, name:architecture, name=version or name/release; a local file as a "
                           "path with a slash that ends in .deb."));
    };
    PackageWish wish;
    constexpr std::string_view deb = ".deb";
    if (text.size() > deb.size() && text.substr(text.size() - deb.size()) == deb && text.find('/') != std::string_view::npos) {
        wish.path = text;
        return wish;
    }
    if (const auto at = text.find_first_of("=/"); at != std::string_view::npos) {
        (text[at] == '=' ? wish.version : wish.release) = text.substr(at + 1);
        if (at + 1 == text.size())
            return unreadable();
        text = text.substr(0, at);
    }
    if (const auto colon = text.find(':'); colon != std::string_view::npos) {
        wish.architecture = text.substr(colon + 1);
        if (!isArchitectureName(wish.architecture))
            return unreadable();
        text = text.substr(0, colon);
    }
    wish.name = text;
    if (!isPackageName(wish.name) || (!wish.version.empty() && !isValidVersion(wish.version)))
        return unreadable();
    return wish;
}

} // namespace dosirak::debian

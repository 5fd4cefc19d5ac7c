// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

namespace dosirak::cli {

const std::vector<std::unique_ptr<Command>> &commands()
{
    static const auto list = [] {
        std::vector<std::unique_ptr<Command>> all;
        all.push_back(makeCheck());
        all.push_back(makeLock());
        all.push_back(makeSync());
        all.push_back(makeVerify());
        all.push_back(makeBaseImage());
        all.push_back(makeBundle());
        all.push_back(makeImport());
        return all;
    }();
    return list;
}

} // namespace dosirak::cli

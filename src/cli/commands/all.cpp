// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

namespace dosirak::cli {

const std::vector<std::unique_ptr<Command>> &commands()
{
    static const auto list = [] {
        std::vector<std::unique_ptr<Command>> all;
        all.push_back(makeList());
        all.push_back(makeShow());
        all.push_back(makeNew());
        all.push_back(makeAdd());
        all.push_back(makeDiff());
        all.push_back(makeSchema());
        all.push_back(makeCheck());
        all.push_back(makeExplain());
        all.push_back(makeAuto());
        all.push_back(makeMatrix());
        all.push_back(makeFacts());
        all.push_back(makeLock());
        all.push_back(makeTree());
        all.push_back(makeWhy());
        all.push_back(makeSync());
        all.push_back(makeInbox());
        all.push_back(makeVerify());
        all.push_back(makeStore());
        all.push_back(makeBaseImage());
        all.push_back(makeKeys());
        all.push_back(makeBundle());
        all.push_back(makeImport());
        all.push_back(makeBuild());
        all.push_back(makeInspect());
        all.push_back(makeHistory());
        all.push_back(makeDoctor());
        all.push_back(makeWheels());
        all.push_back(makeDebs());
        return all;
    }();
    return list;
}

} // namespace dosirak::cli

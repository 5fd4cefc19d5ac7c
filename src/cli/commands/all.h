// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace dosirak::cli {

// One factory for each command; all.cpp lists them in the order of the help.
std::unique_ptr<Command> makeList();
std::unique_ptr<Command> makeShow();
std::unique_ptr<Command> makeStore();
std::unique_ptr<Command> makeNew();
std::unique_ptr<Command> makeAdd();
std::unique_ptr<Command> makeDiff();
std::unique_ptr<Command> makeSchema();
std::unique_ptr<Command> makeCheck();
std::unique_ptr<Command> makeExplain();
std::unique_ptr<Command> makeAuto();
std::unique_ptr<Command> makeLock();
std::unique_ptr<Command> makeTree();
std::unique_ptr<Command> makeWhy();
std::unique_ptr<Command> makeSync();
std::unique_ptr<Command> makeMatrix();
std::unique_ptr<Command> makeFacts();
std::unique_ptr<Command> makeInbox();
std::unique_ptr<Command> makeVerify();
std::unique_ptr<Command> makeBaseImage();
std::unique_ptr<Command> makeKeys();
std::unique_ptr<Command> makeBundle();
std::unique_ptr<Command> makeImport();
std::unique_ptr<Command> makeBuild();
std::unique_ptr<Command> makeInspect();
std::unique_ptr<Command> makeHistory();
std::unique_ptr<Command> makeDoctor();
std::unique_ptr<Command> makeWheels();
std::unique_ptr<Command> makeDebs();

} // namespace dosirak::cli

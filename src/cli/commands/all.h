// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace dosirak::cli {

// One factory for each file of this folder; all.cpp lists them in the order of the help.
std::unique_ptr<Command> makeCheck();
std::unique_ptr<Command> makeLock();
std::unique_ptr<Command> makeSync();
std::unique_ptr<Command> makeVerify();
std::unique_ptr<Command> makeBaseImage();
std::unique_ptr<Command> makeBundle();
std::unique_ptr<Command> makeImport();

} // namespace dosirak::cli

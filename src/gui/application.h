// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dosirak::gui {

/// The whole desktop program, from its arguments to its exit code:
///     dosirak-gui [--screenshot PAGE --output FILE [--size WxH]] [--theme light|dark] [--language ko] [-C FOLDER | FOLDER]
int runApplication(int argc, char **argv);

} // namespace dosirak::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/presets/form_field.h"

namespace dosirak::gui {

/// Names worth offering: those that the facts, the locks of this folder and its presets speak of. Reads files; not on the UI
/// thread. A stop ends it with what was found.
[[nodiscard]] NamePool readNames(const workspace::Workspace &workspace, const QStringList &presetNames, const compat::Facts &facts, const std::stop_token &stop);

} // namespace dosirak::gui

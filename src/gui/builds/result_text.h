// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/record.h"
#include "workspace/verbs.h"

namespace dosirak::gui {

/// What came of a build, as rich text: state, image, smoke test. Everything from outside is escaped.
[[nodiscard]] QString resultHtml(const build::BuildRecord &record);

/// What is inside the image, and how that differs from the lock.
[[nodiscard]] QString inspectedHtml(const workspace::InspectedBuild &inspected);

/// A command line as a shell takes it, one option a line.
[[nodiscard]] QString commandText(const QStringList &commandLine);

} // namespace dosirak::gui

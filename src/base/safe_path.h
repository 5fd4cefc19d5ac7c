// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace dosirak {

/// A name from outside (index, archive, bundle) as one file name below a folder of ours, or a refusal (Invalid):
/// empty, ".", "..", a separator, a NUL or control character, more than 255 bytes. Refused, never repaired.
[[nodiscard]] Result<QString> safeFileName(const QString &name);

/// The same for a relative path of such names ("wheels/x.whl"): no absolute path, no empty part, no "." or "..".
[[nodiscard]] Result<QString> safeRelativePath(const QString &path);

} // namespace dosirak

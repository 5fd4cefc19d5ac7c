// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compat/facts.h"
#include "compat/finding.h"
#include "preset/preset.h"

#include <functional>

namespace dosirak::compat {

/// What a check looks at. All of it is read only; a check asks no network and starts no program.
struct CheckInput {
    const preset::Preset &preset;
    const Json &document;          ///< the resolved document: tells what is written from what is left out
    QString folder;                ///< working folder, for files that the preset names; empty: they are not looked for
    const Facts &facts;
};

/// Every finding, errors first, in a stable order. Thread: any.
[[nodiscard]] QList<Finding> check(const CheckInput &input);

/// What `dosirak explain` says of a finding's id.
struct Explanation {
    QString id;
    QString title;
    QString when;
    QString then;
    QList<SourceRef> sources;
};
[[nodiscard]] std::optional<Explanation> explain(const QString &id, const Facts &facts);
[[nodiscard]] QStringList findingIds(const Facts &facts);

} // namespace dosirak::compat

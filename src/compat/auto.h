// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compat/facts.h"
#include "preset/preset.h"

namespace dosirak::compat {

/// What a combination is asked to hold. An empty member is free. Versions are patterns: "2.4" means any 2.4 release.
struct Wish {
    QString torch{};
    QString cuda{};
    QString tensorrt{};            ///< empty: the newest that fits; "none": without
    QString python{};              ///< empty: the system's own
    QString distribution{};
    QString release{};
    QString gpu{};                 ///< a name of the facts
    QString driver{};
};

/// One full combination that no rule speaks against.
struct Answer {
    preset::Preset preset;         ///< os, cuda, python, pytorch, tensorrt, target, runtimeImage are filled
    QList<Finding> limits;         ///< warnings and notes that hold for it; empty: none that is known
    [[nodiscard]] int warnings() const;
};

/// All combinations that fit, best first: those with the fewest warnings, then the newest PyTorch, CUDA, TensorRT and system.
/// They are judged by the same rules as presets, so that what is offered here passes a check. Empty: nothing fits.
/// Takes some milliseconds per PyTorch release. Thread: any.
[[nodiscard]] QList<Answer> combinations(const Wish &wish, const Facts &facts, qsizetype atMost = 20);

} // namespace dosirak::compat

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compat/facts.h"

#include <array>
#include <optional>

namespace dosirak::compat {

/// What can be put on a side of the matrix or pinned.
enum class Axis { Cuda, PyTorch, TensorRt, Python, System, Cudnn, Gpu, Driver };
inline constexpr int axisCount = 8;

/// One value for some axes; an empty one is free and says nothing.
struct Combination {
    std::array<QString, axisCount> values;

    [[nodiscard]] const QString &at(Axis axis) const { return values[size_t(axis)]; }
    void set(Axis axis, const QString &value) { values[size_t(axis)] = value; }
};

/// From best to worst in the order in which one word decides a cell: a "no" outweighs all, then "unknown".
enum class Verdict { Yes, Limits, Unknown, No };

/// Why a cell is what it is.
struct Reason {
    Verdict verdict = Verdict::Yes;
    QString text;               ///< one sentence
    QStringList sources;        ///< ids of the facts
};

struct MatrixCell {
    Verdict verdict = Verdict::Unknown; ///< of a combination with nothing to judge
    QList<Reason> reasons;      ///< worst first
};

/// The values that the facts know for an axis, oldest first; GPUs by name.
[[nodiscard]] QStringList axisValues(Axis axis, const Facts &facts);

/// Judges every pair of values that the facts speak of. Pure; some microseconds. Thread: any.
[[nodiscard]] MatrixCell evaluate(const Combination &combination, const Facts &facts);

[[nodiscard]] QString axisKey(Axis axis);       ///< as it is typed and in JSON: "pytorch"
[[nodiscard]] std::optional<Axis> axisOfKey(const QString &key);
[[nodiscard]] QString axisName(Axis axis);      ///< for people: "CUDA", "Driver"
[[nodiscard]] QString verdictText(Verdict verdict); ///< "yes", "with limits", "unknown", "no"

} // namespace dosirak::compat

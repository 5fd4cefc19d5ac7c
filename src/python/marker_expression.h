// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace dosirak::python {

/// One side of a comparison: the name of a variable, or a value.
struct MarkerOperand {
    bool isVariable = false;
    std::string text;
};

/// One comparison of a marker. The operator is its text: "<", "in", "not in", …
struct MarkerComparison {
    MarkerOperand left;
    std::string op;
    MarkerOperand right;
};

/// `a and b or (c and d)` as it was written: parts with a word between each two; "and" binds closer. Inside of the room.
struct MarkerExpression {
    using Part = std::variant<MarkerComparison, MarkerExpression>;
    enum class Word { And, Or };

    std::vector<Part> parts;
    std::vector<Word> words; ///< one fewer than parts
};

} // namespace dosirak::python

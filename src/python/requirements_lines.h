// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace dosirak::python {

/// One logical line of a requirements file: continued lines joined, comments gone, blanks at both ends too.
struct LogicalLine {
    std::string text;
    int line = 0;            ///< of its first physical line, 1-based
    int column = 1;          ///< where the text begins there; 0 when the line is joined from several
};

/// Lines that say nothing are left out. As pip: a "\" at the end joins, a comment ends what is being joined, "#" begins a
/// comment at the start of a line or after white space only.
[[nodiscard]] std::vector<LogicalLine> logicalLines(std::string_view text);

/// One option of a line: "--hash=sha256:…", "--hash sha256:…", "-r file", "-rfile".
struct LineOption {
    std::string name;        ///< the long form: "--requirement"
    std::string value;
};

/// A line split where its first option begins.
struct SplitLine {
    std::string requirement; ///< may be empty
    std::vector<LineOption> options;
};

/// Errors: Invalid (an option that pip does not have, one without its value, a quote without end).
[[nodiscard]] Result<SplitLine> splitLine(std::string_view line);

} // namespace dosirak::python

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <string>

namespace dosirak::conformance {

/// Answers one question, {"op": "ver_cmp", "a": "1.0", "b": "2.0"}: {"r": …} or {"error": "…"}.
///
///     ver_norm{s}                  normalised version
///     ver_cmp{a,b}                 -1, 0 or 1
///     spec_parse{s}                clauses, sorted
///     spec{s,v,pre}                pre: true, false or null (the default rule)
///     spec_filter{s,pre,in}        the versions of the list that are in
///     marker_parse{m}              canonical text
///     marker{m,env}                truth; values of env are texts, lists for `extras` and `dependency_groups`
///     req{s}                       {name, extras, specifier, url, marker}
///     wheel{f}, sdist{f}           {name, version, build, tags}; build: [] or [number, text]
///     name_norm{s}
///     tags{python,platform}        ["i-a-p", …], best first
///     wheel_select{python,platform,wheels}   the best name, or null
///     deb_cmp{a,b}                 -1, 0 or 1, for Debian versions
///     deb_valid{s}
[[nodiscard]] Json answer(const Json &question);

/// The same for a line of text; anything that is no JSON object is an error.
[[nodiscard]] std::string answerLine(const std::string &line);

} // namespace dosirak::conformance

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "python/marker_environment.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dosirak::python {

struct MarkerExpression;

/// What a marker comes to when the target is known and the extras are not.
struct SimplifiedMarker;

/// A marker of PEP 508 ("python_version < '3.11' and extra == 'all'"). Follows the `packaging` library, release 26.3:
/// python_version, python_full_version, implementation_version and platform_release compare as versions where the other
/// side is one; everything else compares as text, of which "<" and ">" are never true.
/// An immutable value, cheap to copy (shared); any thread.
class Marker {
public:
    /// Errors: Invalid, with the column in place.
    [[nodiscard]] static Result<Marker> parse(std::string_view text);

    /// Canonical text: double quotes, one blank, the parentheses that were there and mean something. Empty for a value
    /// that holds both kinds of quotes, which has no text.
    [[nodiscard]] std::optional<std::string> text() const;

    /// Errors: Invalid (a variable that the environment does not have, or a comparison that means nothing for it).
    [[nodiscard]] Result<bool> evaluate(const MarkerEnvironment &environment) const;

    /// `extra` or one of the set-valued variables occurs in it.
    [[nodiscard]] bool asksForExtra() const;

    /// The marker for one fixed target: everything but the parts about `extra` is decided and dropped.
    /// Errors as for evaluate().
    [[nodiscard]] Result<SimplifiedMarker> simplified(const MarkerEnvironment &environment) const;

    friend bool operator==(const Marker &a, const Marker &b);

private:
    friend class DependencyParser;
    explicit Marker(std::shared_ptr<const MarkerExpression> expression) : m_expression(std::move(expression)) {}

    std::shared_ptr<const MarkerExpression> m_expression;
};

struct SimplifiedMarker {
    bool always = false;             ///< holds whatever the extras are
    std::optional<Marker> remaining; ///< depends on extras; unset: `always` is the answer
};

} // namespace dosirak::python

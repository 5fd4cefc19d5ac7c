// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QByteArray>
#include <memory>
#include <optional>

namespace dosirak::preset {

/// A stretch of a document's text, in bytes.
struct TextRange {
    qsizetype begin = 0;
    qsizetype end = 0;      ///< one past the last
};

/// The user's own preset file, kept as its user wrote it. The text is the document: an edit splices it where it must and
/// nowhere else, so that key order, unknown keys, indentation, the spelling of numbers and the final newline survive, and
/// undoing an edit gives the same bytes. A value type; copying is cheap (shared). Thread: as Qt's values.
class PresetDocument
{
public:
    /// Errors: Invalid with line and column (also for duplicate keys, and for a top level that is no object).
    [[nodiscard]] static Result<PresetDocument> parse(const QByteArray &text, const QString &file);

    [[nodiscard]] const QByteArray &text() const;
    [[nodiscard]] const Json &json() const;

    [[nodiscard]] const Json *value(const QString &pointer) const;              ///< nullptr: not there
    [[nodiscard]] std::optional<TextRange> range(const QString &pointer) const; ///< of the value
    /// The pointer of the innermost value that @p offset is in, or whose key it is in.
    [[nodiscard]] QString pointerAt(qsizetype offset) const;

    /// Sets a value; objects on the way that are missing are made. An equal value changes nothing.
    /// Errors: Invalid (not a JSON pointer, a step through something that is no object, an array index beyond its end).
    [[nodiscard]] Result<PresetDocument> set(const QString &pointer, const Json &value) const;
    /// Puts @p value before element @p index of an array (its length: at the end). Errors: Invalid.
    [[nodiscard]] Result<PresetDocument> insert(const QString &arrayPointer, int index, const Json &value) const;
    /// Takes a member or an element out; a member that is not there is no error. Errors: Invalid.
    [[nodiscard]] Result<PresetDocument> remove(const QString &pointer) const;
    /// Applies a JSON patch (RFC 6902) of add, replace, remove and test: all of it or none. Errors: Invalid, Unsupported.
    [[nodiscard]] Result<PresetDocument> apply(const Json &patch) const;

private:
    struct Node;
    struct Data;
    explicit PresetDocument(std::shared_ptr<const Data> data) : d(std::move(data)) {}
    [[nodiscard]] const Node *find(const QString &pointer) const;
    [[nodiscard]] Result<PresetDocument> spliced(TextRange range, const QByteArray &with) const;
    [[nodiscard]] Result<PresetDocument> addMember(const Node &object, const QString &key, const Json &value) const;
    [[nodiscard]] QByteArray rendered(const Json &value, qsizetype at, bool spread) const;

    std::shared_ptr<const Data> d;
};

/// "/a/b~1c" → {"a", "b/c"}. Errors: Invalid.
[[nodiscard]] Result<QStringList> pointerSteps(const QString &pointer);
[[nodiscard]] QString pointerOf(const QStringList &steps);

/// 1-based line and column (in characters) of a byte of UTF-8 text.
struct TextPosition {
    int line = 1;
    int column = 1;
};
[[nodiscard]] TextPosition positionOf(const QByteArray &text, qsizetype offset);

} // namespace dosirak::preset

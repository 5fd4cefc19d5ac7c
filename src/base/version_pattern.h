// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <compare>

namespace dosirak {

/// A vendor version as CUDA, cuDNN, TensorRT and drivers write it: numbers with dots ("8.6.1", "525.60.13").
/// Not PEP 440 and not a Debian version: those have types of their own in python/ and debian/.
class DottedVersion
{
public:
    /// std::nullopt-like: isValid() is false when the text is not numbers with dots.
    explicit DottedVersion(const QString &text = {});

    [[nodiscard]] bool isValid() const { return !m_parts.isEmpty(); }
    [[nodiscard]] const QList<qint64> &parts() const { return m_parts; }
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] int major() const { return m_parts.isEmpty() ? 0 : int(m_parts.first()); }
    [[nodiscard]] int minor() const { return m_parts.size() < 2 ? 0 : int(m_parts.at(1)); }
    /// The first @p count parts as text: ("12.4.1", 2) is "12.4".
    [[nodiscard]] QString prefix(int count) const;

    /// Missing parts count as 0, so 11.8 and 11.8.0 are equal in order (and different as text).
    friend std::strong_ordering operator<=>(const DottedVersion &a, const DottedVersion &b);
    friend bool operator==(const DottedVersion &a, const DottedVersion &b) { return (a <=> b) == 0; }

private:
    QString m_text;
    QList<qint64> m_parts;
};

/// Whether @p version matches @p pattern. "x" (or "*") stands for the rest of a version: "10.x" matches "10", "10.3"
/// and "10.3.0.26". Without it the pattern is a prefix by parts: "8.6.1" matches "8.6.1" and "8.6.1.6", not "8.6.10".
[[nodiscard]] bool matchesVersionPattern(const QString &pattern, const QString &version);

/// Whether the text is numbers with dots, the last part possibly "x" or "*".
[[nodiscard]] bool isVersionPattern(const QString &pattern);

} // namespace dosirak

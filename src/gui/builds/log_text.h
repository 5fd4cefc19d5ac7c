// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <unordered_map>
#include <vector>

namespace dosirak::gui {

/// The lines of one build, by step: one buffer of UTF-8 and where each line begins, so that a million lines are a few
/// large blocks of memory. Lines are only ever added. Thread: UI.
class LogText : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    static constexpr int everything = 0; ///< as a step: the lines of all steps

    void clear();
    void append(int step, const QByteArray &line, bool error);
    void flush(); ///< tells views what was added since the last time

    [[nodiscard]] int count(int step) const;
    [[nodiscard]] QByteArray line(int step, int index) const;
    [[nodiscard]] bool isError(int step, int index) const;
    [[nodiscard]] qint64 longest() const { return m_longest; } ///< bytes of the longest line

    /// The first line from @p from on (at most @p most lines are looked at) that holds @p lowerCase, upper and lower ASCII
    /// letters alike. -1: none of them.
    [[nodiscard]] int find(int step, const QByteArray &lowerCase, int from, int most) const;
    /// The line where reading should begin when the step failed: its first with a word for failure; else its last.
    [[nodiscard]] int firstFailure(int step) const;
    [[nodiscard]] QByteArray text(int step, int first, int last) const; ///< lines first … last, with line ends

Q_SIGNALS:
    void changed();

private:
    struct Line {
        qint64 begin;
        qint32 size;
        bool error;
    };
    [[nodiscard]] const Line &at(int step, int index) const;

    QByteArray m_bytes;
    std::vector<Line> m_lines;
    std::unordered_map<int, std::vector<int>> m_steps;
    qint64 m_longest = 0;
    bool m_dirty = false;
};

} // namespace dosirak::gui

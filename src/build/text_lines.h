// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringDecoder>
#include <functional>

namespace dosirak::build {

/// Makes lines of what a client prints. Pieces may end anywhere, inside a character too; a carriage return begins the line
/// again, as a terminal would show it; colour codes are dropped; a line over 64 KiB is handed on in parts.
class TextLines
{
public:
    using Sink = std::function<void(const QString &line)>;
    /// @p keepReturns leaves carriage returns within a line to the sink (BuildKit puts "#N 0.7 " before the first of them).
    explicit TextLines(Sink sink, bool keepReturns = false) : m_sink(std::move(sink)), m_keepReturns(keepReturns) {}

    void feed(QByteArrayView bytes);
    /// Hands on a last line without an end.
    void finish();

private:
    void emitLine(QString line);

    Sink m_sink;
    bool m_keepReturns;
    QStringDecoder m_decoder{QStringDecoder::Utf8};
    QString m_rest;
};

/// What a terminal would show of a line in which carriage returns begin it anew.
[[nodiscard]] QString afterLastReturn(const QString &line);

/// Without SGR and other control sequences (ECMA-48).
[[nodiscard]] QString withoutColours(const QString &line);

} // namespace dosirak::build

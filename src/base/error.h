// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace dosirak {

/// What kind of thing went wrong. The console maps it to an exit code, the desktop to a button; nobody reads text back.
enum class ErrorCode {
    Internal,      ///< a defect of this program
    Usage,         ///< the call itself is wrong (unknown option, bad preset-name)
    NotFound,      ///< a file, preset, package or image that was named does not exist
    Invalid,       ///< input was read and is not well-formed or breaks its schema
    Unsupported,   ///< well-formed, and asks for what this version or this machine cannot do
    Unsolvable,    ///< the requirements contradict each other, or nothing satisfies one
    Network,       ///< no answer, or a broken one; trying again may help
    Refused,       ///< the other side answered no (401, 403, 404, 410 …); trying again does not help
    Integrity,     ///< bytes are there and are not the right ones (hash, size, signature)
    Io,            ///< the file system said no
    DiskFull,      ///< no space left
    Locked,        ///< another process is at work on the same thing
    MissingTool,   ///< an outside program that is needed is not installed or does not run
    ToolFailed,    ///< an outside program ran and failed
    Findings,      ///< the preset has findings of severity error
    Incomplete,    ///< the work ended with some of it not done
    Cancelled,     ///< the user stopped it: not a failure, never shown as one
};

/// Where in the user's own input an error stands. Unset members are empty or 0.
struct ErrorPlace {
    QString file;     ///< path as the user knows it
    int line = 0;     ///< 1-based
    int column = 0;   ///< 1-based, in characters
    QString pointer;  ///< JSON pointer (RFC 6901)

    [[nodiscard]] bool isEmpty() const { return file.isEmpty() && line == 0 && pointer.isEmpty(); }
    [[nodiscard]] QString text() const; ///< "file:line:column" or "file#/pointer"; empty when nothing is known
};

/// One thing that went wrong, in words for the user. A plain value.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString what;   ///< one sentence in the user's words
    QString hint;   ///< the next step; may be empty
    QString detail; ///< raw output of a tool or server, for "Show details"; never secrets
    ErrorPlace place;
    QString fix;    ///< id of the action that would mend it ("open-settings", "retry", …); empty when there is none

    /// The same error seen from one layer up: @p context is put before the sentence ("wheels: …").
    [[nodiscard]] Error within(const QString &context) const;
    /// what, place, hint and detail as text that can be copied into a mail.
    [[nodiscard]] QString text() const;
};

template<class T>
using Result = tl::expected<T, Error>;

using Failure = tl::unexpected<Error>;

[[nodiscard]] Failure fail(ErrorCode code, const QString &what, const QString &hint = {}, const QString &detail = {});
[[nodiscard]] Failure failAt(ErrorCode code, const ErrorPlace &place, const QString &what, const QString &hint = {});
[[nodiscard]] Failure cancelled();

/// A stable name of the code for JSON and logs: "not-found", "disk-full", …
[[nodiscard]] QString codeName(ErrorCode code);

} // namespace dosirak

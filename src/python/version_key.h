// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// The bytes of a version's sort key. Byte order is PEP 440's order:
///     epoch, release without trailing zeros, EndOfRelease,
///     DevOnly | Alpha n | Beta n | Candidate n | Final,   NoPost | Post n,   Dev n | NoDev,
///     and for each part of a local label: LocalText bytes 0 | LocalNumber n.
/// No key of a public version is a prefix of another's, so a key followed by AboveAll lies above all that begins with it
/// and below everything else that is greater: bounds of specifiers are made that way.
namespace dosirak::python::version_key {

inline constexpr char EndOfRelease = 0x00; // below every number: "1" sorts before "1.1"
inline constexpr char DevOnly = 0x01;
inline constexpr char Alpha = 0x02;
inline constexpr char Beta = 0x03;
inline constexpr char Candidate = 0x04;
inline constexpr char Final = 0x05;
inline constexpr char NoPost = 0x01;
inline constexpr char Post = 0x02;
inline constexpr char Dev = 0x01;
inline constexpr char NoDev = 0x02;
inline constexpr char LocalText = 0x01;   // text sorts before numbers
inline constexpr char LocalNumber = 0x02;
inline constexpr char AboveAll = static_cast<char>(0xff);

/// Appends a number of any length so that byte order is numeric order; the first byte is never 0 or AboveAll.
void appendNumber(std::string &key, std::string_view digits);

} // namespace dosirak::python::version_key

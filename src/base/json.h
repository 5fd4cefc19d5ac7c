// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <nlohmann/json.hpp>

namespace dosirak {

/// JSON of ours (locks, facts, manifests, records) is read and written here; a preset, which belongs to its user,
/// has its own lossless document in preset/.
using Json = nlohmann::ordered_json;

/// Parses UTF-8 JSON text. Errors: Invalid with line and column (@p file names the source for the message),
/// also for nesting deeper than 256 and for duplicate keys in one object (RFC 8259, section 4: "SHOULD be unique").
[[nodiscard]] Result<Json> parseJson(const QByteArray &text, const QString &file);

/// readFile() + parseJson().
[[nodiscard]] Result<Json> readJson(const QString &path, qint64 maxBytes);

/// The one canonical form of our own files: keys sorted, two blanks of indent, final newline, UTF-8, no BOM.
/// Equal values give equal bytes on any host.
[[nodiscard]] QByteArray canonicalJson(const Json &value);

/// Reads a member as text, number or flag; a missing one or one of another type is Invalid with its JSON pointer.
[[nodiscard]] Result<QString> stringAt(const Json &object, const char *key, const QString &pointer = {});
[[nodiscard]] Result<qint64> integerAt(const Json &object, const char *key, const QString &pointer = {});

inline std::string toStd(const QString &text) { return text.toStdString(); }
inline QString fromStd(const std::string &text) { return QString::fromStdString(text); }

} // namespace dosirak

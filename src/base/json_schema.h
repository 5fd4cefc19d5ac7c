// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <memory>

namespace dosirak {

/// One place where a document breaks a schema.
struct SchemaProblem {
    QString pointer;               ///< JSON pointer (RFC 6901) of the value
    QString what;                  ///< what is wrong with it, for people
};

/// A JSON Schema (draft 7), compiled once. The validation is valijson's. Thread: any.
class JsonSchema
{
public:
    explicit JsonSchema(const QByteArray &text); ///< of our own files: a malformed one is a defect and throws
    ~JsonSchema();

    /// Every place where @p document breaks it, outermost last; empty when it holds.
    [[nodiscard]] QList<SchemaProblem> problems(const Json &document) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace dosirak

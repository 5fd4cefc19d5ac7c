// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QString>
#include <QStringList>
#include <optional>

namespace dosirak::compat {

enum class Severity { Note, Warning, Error };

/// One change that would mend a finding, as a JSON patch (RFC 6902) on the preset's own document.
struct Fix {
    QString title;   ///< "Use TensorRT 8.6.1"
    Json patch;      ///< array of operations
};

struct SourceRef {
    QString title;
    QString url;     ///< may be empty
};

/// One thing that a check says of a preset. A plain value.
struct Finding {
    QString id;               ///< stable: "tensorrt-unsupported", "gpu-arch-missing"
    Severity severity = Severity::Error;
    QString pointer;          ///< JSON pointer (RFC 6901) into the preset; empty: the whole
    QString what;             ///< one sentence
    QString why;
    QList<SourceRef> sources;
    QList<Fix> fixes;         ///< best first; empty when there is none
};

} // namespace dosirak::compat

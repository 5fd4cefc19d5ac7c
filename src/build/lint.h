// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace dosirak::build {

/// One thing in a Dockerfile that would reach for the network, which --network=none does not stop: it covers RUN alone.
struct LintFinding {
    int line = 0;           ///< 1-based
    QString what;
    QString hint;
};

/// What a Dockerfile asks for.
struct LintReport {
    QList<LintFinding> findings;    ///< each makes an offline build impossible or dishonest
    QStringList images;             ///< references of FROM, COPY --from and RUN --mount=from that must be in the engine
};

/// Pure. Reads continuation lines and comments as the Dockerfile reference says; ARG in FROM is not resolved but reported.
[[nodiscard]] LintReport lintDockerfile(const QByteArray &dockerfile);

} // namespace dosirak::build

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/docker_registry.h"
#include "support/loopback_server.h"

#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <memory>

namespace dosirak::test {

/// What a run of the program gave.
struct ProgramRun {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
    [[nodiscard]] bool good() const { return exitCode == 0; }
    [[nodiscard]] QString text() const { return QStringLiteral("exit code %1\n").arg(exitCode) + QString::fromUtf8(out + err); }
};

/// The hosts that presets name, made by shipped_world.py and served on loopback, and a user's home whose settings lead
/// there. Nothing of this machine's own configuration counts.
class LittleWorld
{
public:
    explicit LittleWorld(const QString &program) : m_program(program) {}
    /// Makes all of it. An empty text is success.
    [[nodiscard]] QString make();

    /// Runs the program in the working folder @p folder (below the world's own).
    [[nodiscard]] ProgramRun run(const QString &folder, const QStringList &arguments) const;

    [[nodiscard]] QString path(const QString &relative) const { return m_folder.filePath(relative); }
    [[nodiscard]] QString world(const QString &relative) const { return m_folder.filePath(QStringLiteral("world/") + relative); }
    [[nodiscard]] LoopbackServer &server() { return *m_server; }
    [[nodiscard]] DockerRegistry &registry() { return *m_registry; }
    /// From now on nothing answers: the far side of the gap.
    void cutTheNetwork();
    /// A new user: nothing cached.
    void forgetCaches();

private:
    [[nodiscard]] QString makeFiles() const;
    [[nodiscard]] QString writeSettings() const;
    [[nodiscard]] Answer answer(const ServedRequest &request) const;
    [[nodiscard]] QProcessEnvironment environment() const;

    QString m_program;
    QTemporaryDir m_folder;
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<DockerRegistry> m_registry;
    int m_home = 0;
};

} // namespace dosirak::test

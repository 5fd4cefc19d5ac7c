// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/text.h"

namespace dosirak::cli {

/// A command about one preset: takes its name as the one argument, or the only preset there is.
class PresetCommand : public Command
{
public:
    void declare(QCommandLineParser &parser) const override;
    qsizetype mostArguments() const override { return 1; }
    [[nodiscard]] ExitCode run(const QCommandLineParser &parser, Context &context) const final;

protected:
    virtual void declareOptions(QCommandLineParser &) const {}
    [[nodiscard]] virtual ExitCode runFor(const QString &presetName, const QCommandLineParser &parser,
                                          Context &context) const = 0;
};

/// The preset that a call is about. Errors: Usage (none or several named, several to choose from), NotFound.
[[nodiscard]] Result<QString> presetNameOf(const QStringList &arguments, const workspace::Workspace &workspace);

} // namespace dosirak::cli

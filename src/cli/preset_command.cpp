// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/preset_command.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

Result<QString> presetNameOf(const QStringList &arguments, const workspace::Workspace &workspace)
{
    if (arguments.size() > 1)
        return fail(ErrorCode::Usage, coreTr("One preset-name is expected here, %1 were given.").arg(arguments.size()));
    if (arguments.size() == 1) {
        DOSIRAK_CHECK(workspace.require(arguments.first()));
        return arguments.first();
    }
    const QStringList names = workspace.presetNames();
    if (names.size() == 1)
        return names.first();
    return fail(ErrorCode::Usage, coreTr("Say which preset."),
                names.isEmpty() ? coreTr("There are none in “%1”. Make one with “dosirak new”.").arg(workspace.presetsFolder())
                                : names.join(u'\n'));
}

void PresetCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(u"preset-name"_s, coreTr("Which preset."), u"[preset-name]"_s);
    declareOptions(parser);
}

ExitCode PresetCommand::run(const QCommandLineParser &parser, Context &context) const
{
    const auto name = presetNameOf(parser.positionalArguments(), context.workspace);
    return name ? runFor(*name, parser, context) : context.fail(name.error());
}

} // namespace dosirak::cli

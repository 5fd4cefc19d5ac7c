// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "cli/text.h"
#include "workspace/editing.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

class New : public Command
{
public:
    QString name() const override { return u"new"_s; }
    QString summary() const override { return coreTr("Make a preset from a template or from another preset"); }
    qsizetype mostArguments() const override { return 1; }
    Words completes() const override { return Words::None; }

    QStringList valuesOf(const QString &option, const workspace::Workspace &workspace) const override
    {
        return option == u"from"_s ? workspace.presetNames() + workspace::templateNames() : QStringList();
    }

    void declare(QCommandLineParser &parser) const override
    {
        parser.addPositionalArgument(u"preset-name"_s, coreTr("What the new preset is called."));
        parser.addOption({u"from"_s, coreTr("A template, or a preset of this folder."), coreTr("preset-name")});
        parser.addOption({u"templates"_s, coreTr("List the templates.")});
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        if (parser.isSet(u"templates"_s)) {
            if (context.json)
                return context.print({{"templates", jsonList(workspace::templateNames())}});
            context.out << workspace::templateNames().join(u'\n') << '\n';
            return ExitCode::Ok;
        }
        if (parser.positionalArguments().size() != 1 || !parser.isSet(u"from"_s))
            return context.fail({ErrorCode::Usage, coreTr("Say what it is called, and what it is made from."),
                                 coreTr("“dosirak new my-preset --from debian12-cpu”; “dosirak new --templates” lists the templates."), {}, {}, {}});
        const auto path = workspace::newPreset(context.workspace, parser.positionalArguments().first(), parser.value(u"from"_s));
        if (!path)
            return context.fail(path.error());
        if (context.json)
            return context.print({{"path", toStd(*path)}});
        context.out << *path << '\n';
        return ExitCode::Ok;
    }
};

} // namespace

std::unique_ptr<Command> makeNew() { return std::make_unique<New>(); }

} // namespace dosirak::cli

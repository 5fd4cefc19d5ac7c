// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "cli/text.h"
#include "workspace/verbs.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

class Import : public Command
{
public:
    QString name() const override { return u"import"_s; }
    QString summary() const override { return coreTr("Unpack a bundle into this folder, checking every byte"); }
    qsizetype mostArguments() const override { return 1; }
    Words completes() const override { return Words::Files; }

    void declare(QCommandLineParser &parser) const override
    {
        parser.addPositionalArgument(u"bundle"_s, coreTr("The bundle, or any of its parts."));
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        if (parser.positionalArguments().size() != 1)
            return context.fail({ErrorCode::Usage, coreTr("Say which bundle."), {}, {}, {}, {}});
        const auto report = workspace::importBundle(context.workspace, parser.positionalArguments().first(), context.stop,
                                                    context.progress());
        if (!report)
            return context.fail(report.error());
        if (context.json)
            return context.print({{"preset_names", jsonList(report->presetNames)}, {"files", report->files}, {"bytes", report->bytes}});
        context.out << coreTr("Imported %1: %2 files, %3, all good.").arg(report->presetNames.join(u", "_s)).arg(report->files)
                           .arg(bytesText(report->bytes)) << '\n';
        return ExitCode::Ok;
    }
};

} // namespace

std::unique_ptr<Command> makeImport() { return std::make_unique<Import>(); }

} // namespace dosirak::cli

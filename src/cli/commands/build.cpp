// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "build/events.h"
#include "build/record.h"
#include "cli/preset_command.h"
#include "workspace/services.h"
#include "workspace/verbs.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

class Build : public PresetCommand
{
public:
    QString name() const override { return u"build"_s; }
    QString summary() const override { return coreTr("Build the image with the network cut, and try it"); }

protected:
    void declareOptions(QCommandLineParser &parser) const override
    {
        parser.addOption({u"engine"_s, coreTr("Which engine, as “dosirak doctor” names it."), coreTr("id")});
        parser.addOption({u"tag"_s, coreTr("Call the image this instead of what the preset says."), coreTr("reference")});
        parser.addOption({u"no-cache"_s, coreTr("Use no step of an earlier build.")});
        parser.addOption({u"no-smoke-test"_s, coreTr("Do not try the image.")});
        parser.addOption({u"offline"_s, coreTr("Never lock or sync: build from what is here.")});
    }

    ExitCode runFor(const QString &presetName, const QCommandLineParser &parser, Context &context) const override
    {
        auto services = context.services();
        if (!services)
            return context.fail(services.error());
        workspace::BuildOptions options;
        options.engine = parser.value(u"engine"_s);
        options.tag = parser.value(u"tag"_s);
        options.noCache = parser.isSet(u"no-cache"_s);
        options.smokeTest = !parser.isSet(u"no-smoke-test"_s);
        options.offline = parser.isSet(u"offline"_s);
        const auto onEvent = [&](const build::BuildEvent &event) {
            if (!context.quiet)
                showEvent(event, context.err);
        };
        const auto record = workspace::build(context.workspace, presetName, options, **services, context.stop, context.progress(), onEvent);
        if (!record)
            return context.fail(record.error());
        if (context.json)
            return context.print(build::recordJson(*record));
        context.out << coreTr("%1: %2, %3, built in %4 (%5)").arg(record->tag, record->imageId.left(19), bytesText(record->imageBytes),
                                                                  durationText(std::chrono::milliseconds(record->tookMs)), record->engineTitle)
                    << '\n';
        int passed = 0;
        for (const build::SmokeCheck &check : record->smoke.checks)
            passed += check.passed ? 1 : 0;
        if (record->smoke.state == build::SmokeResult::State::Passed)
            context.out << coreTr("smoke test: all %1 checks passed").arg(passed) << '\n';
        else
            context.out << coreTr("smoke test: not run. %1").arg(record->smoke.message) << '\n';
        return ExitCode::Ok;
    }

private:
    static void showEvent(const build::BuildEvent &event, QTextStream &err)
    {
        using Kind = build::BuildEvent::Kind;
        if (event.kind == Kind::Step && event.step.state != build::StepState::Waiting && event.step.endedMs < 0) {
            const QString where = event.step.count > 0 ? u"[%1 %2/%3] "_s.arg(event.step.stage).arg(event.step.number).arg(event.step.count) : QString();
            err << where << event.step.name.section(u'\n', 0, 0).left(100) << '\n';
        } else if (event.kind == Kind::Log || event.kind == Kind::Warning) {
            err << "    " << event.text << '\n';
        }
        err.flush();
    }
};

} // namespace

std::unique_ptr<Command> makeBuild() { return std::make_unique<Build>(); }

} // namespace dosirak::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "base/files.h"
#include "cli/lock_text.h"
#include "cli/preset_command.h"
#include "workspace/services.h"
#include "workspace/verbs.h"

#include <QDir>
#include <QFileInfo>

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

class Lock : public PresetCommand
{
public:
    QString name() const override { return u"lock"_s; }
    QString summary() const override { return coreTr("Resolve a preset to every file, with version, size and SHA-256"); }

protected:
    void declareOptions(QCommandLineParser &parser) const override
    {
        parser.addOption({u"upgrade"_s, coreTr("Let everything move to its newest version.")});
        parser.addOption({u"upgrade-package"_s, coreTr("Let this package move (can be repeated)."), coreTr("name")});
        parser.addOption({u"offline"_s, coreTr("Ask no network: caches alone.")});
        parser.addOption({u"pylock"_s, coreTr("Write the wheels as pylock.toml (PEP 751) to this file, too."), coreTr("file")});
        parser.addOption({u"diff"_s, coreTr("Show what would change and why; write nothing.")});
        parser.addOption({u"check"_s, coreTr("Return %1 when the lock no longer answers the preset; write nothing.")
                                          .arg(int(ExitCode::Incomplete))});
    }

    ExitCode runFor(const QString &presetName, const QCommandLineParser &parser, Context &context) const override
    {
        if (parser.isSet(u"check"_s))
            return checkOnly(presetName, context);
        auto services = context.services();
        if (!services)
            return context.fail(services.error());
        workspace::LockOptions options;
        options.upgradeAll = parser.isSet(u"upgrade"_s);
        options.upgrade = parser.values(u"upgrade-package"_s);
        options.offline = parser.isSet(u"offline"_s);
        options.dryRun = parser.isSet(u"diff"_s);
        const QString pylock = parser.value(u"pylock"_s);
        if (const auto fits = pylock.isEmpty() ? Result<void>() : lock::checkPylockName(pylock); !fits)
            return context.fail(fits.error());
        const auto report = workspace::lock(context.workspace, presetName, options, **services, context.stop, context.progress());
        if (!report)
            return context.fail(report.error());
        for (const QString &notice : report->notices)
            context.err << coreTr("note:") << ' ' << notice << '\n';
        if (!pylock.isEmpty() && !options.dryRun)
            if (const auto done = writePylockFor(presetName, report->lock, pylock, context); !done)
                return context.fail(done.error());
        if (context.json)
            return context.print(lockJson(*report));
        context.out << changesText(report->changes) << summaryText(report->lock);
        return ExitCode::Ok;
    }

private:
    /// The artifacts are named relative to the file, so that it works offline as long as both stay where they are.
    static Result<void> writePylockFor(const QString &presetName, const lock::LockFile &lock, const QString &file, Context &context)
    {
        const QFileInfo target(file);
        const QString folder = target.absoluteDir().relativeFilePath(context.workspace.artifactsFolder(presetName));
        return writeFileAtomically(target.absoluteFilePath(), lock::writePylock(lock, folder));
    }

    static ExitCode checkOnly(const QString &presetName, Context &context)
    {
        const auto state = workspace::lockState(context.workspace, presetName);
        if (!state)
            return context.fail(state.error());
        if (*state == workspace::LockState::Fresh) {
            if (context.json)
                return context.print({{"fresh", true}});
            context.out << coreTr("The lock answers the preset.") << '\n';
            return ExitCode::Ok;
        }
        return context.fail({ErrorCode::Incomplete,
                             *state == workspace::LockState::None ? coreTr("“%1” has no lock.").arg(presetName)
                                                                  : coreTr("The lock of “%1” no longer answers the preset.").arg(presetName),
                             coreTr("Run “dosirak lock %1”.").arg(presetName), {}, {}, {}});
    }
};

} // namespace

std::unique_ptr<Command> makeLock() { return std::make_unique<Lock>(); }

} // namespace dosirak::cli

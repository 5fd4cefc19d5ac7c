// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "cli/preset_command.h"
#include "lock/lock_file.h"

#include <QSet>

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

/// `dosirak why <package> [preset-name]`: the chain that led to it, and who else needs it.
class Why : public Command
{
public:
    QString name() const override { return u"why"_s; }
    QString summary() const override { return coreTr("Say why a package is in the lock"); }
    qsizetype mostArguments() const override { return 2; }

    void declare(QCommandLineParser &parser) const override
    {
        parser.addPositionalArgument(u"package"_s, coreTr("Name of a wheel, deb or source archive."));
        parser.addPositionalArgument(u"preset-name"_s, coreTr("Which preset."), u"[preset-name]"_s);
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        QStringList arguments = parser.positionalArguments();
        if (arguments.isEmpty())
            return context.fail({ErrorCode::Usage, coreTr("Say which package."), {}, {}, {}, {}});
        const QString package = arguments.takeFirst();
        const auto presetName = presetNameOf(arguments, context.workspace);
        if (!presetName)
            return context.fail(presetName.error());
        const auto lock = lock::readLock(context.workspace.lockPath(*presetName));
        if (!lock)
            return context.fail(lock.error());
        Json list = Json::array();
        for (const lock::Artifact &artifact : lock->artifacts) {
            if (artifact.name != package)
                continue;
            QStringList needers;
            for (const lock::Artifact &other : lock->artifacts)
                if (other.needs.contains(package))
                    needers.append(other.name);
            needers.removeDuplicates();
            list.push_back({{"kind", toStd(lock::kindName(artifact.kind))}, {"name", toStd(artifact.name)}, {"version", toStd(artifact.version)},
                            {"why", jsonList(artifact.why)}, {"needed_by", jsonList(needers)}});
            if (!context.json)
                context.out << lock::kindName(artifact.kind) << ' ' << artifact.name << ' ' << artifact.version << ": "
                            << (artifact.direct ? coreTr("the preset asks for it") : artifact.why.join(u" → "_s)) << '\n'
                            << (needers.isEmpty() ? QString() : u"  "_s + coreTr("needed by: %1").arg(needers.join(u", "_s)) + u'\n');
        }
        if (list.empty())
            return context.fail({ErrorCode::NotFound, coreTr("“%1” is not in the lock of “%2”.").arg(package, *presetName), {}, {}, {}, {}});
        return context.json ? context.print({{"packages", list}}) : ExitCode::Ok;
    }
};

/// `dosirak tree [preset-name]`: who needs what, from what the preset asks for.
class Tree : public PresetCommand
{
public:
    QString name() const override { return u"tree"_s; }
    QString summary() const override { return coreTr("Show who needs what in the lock"); }

protected:
    ExitCode runFor(const QString &presetName, const QCommandLineParser &, Context &context) const override
    {
        const auto lock = lock::readLock(context.workspace.lockPath(presetName));
        if (!lock)
            return context.fail(lock.error());
        QSet<QString> shown;
        for (const lock::Artifact &artifact : lock->artifacts)
            if (artifact.direct)
                print(*lock, artifact, 0, shown, context.out);
        return ExitCode::Ok;
    }

private:
    static void print(const lock::LockFile &lock, const lock::Artifact &artifact, int depth, QSet<QString> &shown, QTextStream &out)
    {
        const QString key = lock::kindName(artifact.kind) + artifact.name;
        const bool again = shown.contains(key) && !artifact.needs.isEmpty();
        out << QString(depth * 2, u' ') << artifact.name << ' ' << artifact.version << (again ? u" (*)"_s : QString()) << '\n';
        if (shown.contains(key))
            return;
        shown.insert(key);
        for (const QString &need : artifact.needs)
            if (const lock::Artifact *needed = lock.find(artifact.kind, need))
                print(lock, *needed, depth + 1, shown, out);
    }
};

} // namespace

std::unique_ptr<Command> makeWhy() { return std::make_unique<Why>(); }
std::unique_ptr<Command> makeTree() { return std::make_unique<Tree>(); }

} // namespace dosirak::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "cli/lock_text.h"
#include "cli/preset_command.h"
#include "preset/load.h"
#include "workspace/verbs.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

class Show : public PresetCommand
{
public:
    QString name() const override { return u"show"_s; }
    QString summary() const override { return coreTr("Show a preset with all that it inherits, and where each value is from"); }

protected:
    void declareOptions(QCommandLineParser &parser) const override
    {
        parser.addOption({u"origin"_s, coreTr("Say which preset gives each value.")});
        parser.addOption({u"lock"_s, coreTr("Show what its lock holds instead.")});
    }

    ExitCode runFor(const QString &presetName, const QCommandLineParser &parser, Context &context) const override
    {
        if (parser.isSet(u"lock"_s)) {
            const auto lock = lock::readLock(context.workspace.lockPath(presetName));
            if (!lock)
                return context.fail(lock.error());
            if (context.json)
                context.out << QString::fromUtf8(lock::writeLock(*lock));
            else
                context.out << changesText(lock::changesBetween({}, *lock)) << summaryText(*lock);
            return ExitCode::Ok;
        }
        const auto loaded = preset::loadPreset(context.workspace.presetsFolder(), presetName);
        if (!loaded)
            return context.fail(loaded.error());
        if (!parser.isSet(u"origin"_s))
            return context.print(loaded->resolved);
        Json origins = Json::object();
        QList<QStringList> rows;
        for (auto it = loaded->provenance.begin(); it != loaded->provenance.end(); ++it) {
            origins[toStd(it.key())] = toStd(it.value());
            rows.append({it.key(), it.value()});
        }
        if (context.json)
            return context.print(origins);
        context.out << table(rows);
        return ExitCode::Ok;
    }
};

} // namespace

std::unique_ptr<Command> makeShow() { return std::make_unique<Show>(); }

} // namespace dosirak::cli

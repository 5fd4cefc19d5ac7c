// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "cli/lock_text.h"
#include "cli/preset_command.h"
#include "preset/load.h"
#include "workspace/verbs.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

/// The JSON pointers of all values; a list is one value, for a preset gives it as a whole.
QStringList valuesBelow(const Json &object, const QString &at)
{
    QStringList pointers;
    for (const auto &[key, value] : object.items()) {
        const QString pointer = at + u'/' + fromStd(key).replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
        if (value.is_object() && !value.empty())
            pointers += valuesBelow(value, pointer);
        else
            pointers.append(pointer);
    }
    return pointers;
}

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
        for (const QString &pointer : valuesBelow(loaded->resolved, {})) {
            origins[toStd(pointer)] = toStd(loaded->giverOf(pointer));
            rows.append({pointer, loaded->giverOf(pointer)});
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "cli/text.h"
#include "preset/load.h"
#include "workspace/services.h"
#include "workspace/verbs.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

QString stateName(workspace::StageStatus::State state)
{
    using State = workspace::StageStatus::State;
    switch (state) {
    case State::None: return u"none"_s;
    case State::Good: return u"good"_s;
    case State::Partial: return u"partial"_s;
    case State::Stale: return u"stale"_s;
    case State::Bad: return u"bad"_s;
    }
    return {};
}

Json stageJson(const workspace::StageStatus &stage)
{
    return {{"state", toStd(stateName(stage.state))}, {"text", toStd(stage.text)}};
}

QString shown(const workspace::StageStatus &stage)
{
    return stage.text.isEmpty() ? u"–"_s : stage.text;
}

class List : public Command
{
public:
    QString name() const override { return u"list"_s; }
    QStringList aliases() const override { return {u"ls"_s}; }
    QString summary() const override { return coreTr("List the presets and how far each is"); }
    qsizetype mostArguments() const override { return 0; }
    Words completes() const override { return Words::None; }
    void declare(QCommandLineParser &parser) const override { parser.addOption({u"names"_s, coreTr("Only the preset-names.")}); }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        const QStringList names = context.workspace.presetNames();
        if (parser.isSet(u"names"_s)) {
            if (context.json)
                return context.print({{"preset_names", jsonList(names)}});
            for (const QString &name : names)
                context.out << name << '\n';
            return ExitCode::Ok;
        }
        auto services = context.services();
        if (!services)
            return context.fail(services.error());
        Json list = Json::array();
        QList<QStringList> rows{{coreTr("preset"), coreTr("check"), coreTr("lock"), coreTr("sync"), coreTr("bundle"), coreTr("build")}};
        for (const QString &name : names) {
            const auto status = workspace::status(context.workspace, name, **services);
            rows.append({name, shown(status.check), shown(status.lock), shown(status.sync), shown(status.bundle), shown(status.build)});
            if (!context.json)
                continue; // the description is read from the preset's file
            list.push_back({{"preset_name", toStd(name)},
                            {"description", description(name, context)},
                            {"check", stageJson(status.check)},
                            {"lock", stageJson(status.lock)},
                            {"sync", stageJson(status.sync)},
                            {"bundle", stageJson(status.bundle)},
                            {"build", stageJson(status.build)}});
        }
        if (context.json)
            return context.print({{"folder", toStd(context.workspace.root())}, {"presets", list}});
        context.out << (names.isEmpty() ? coreTr("There are no presets in “%1”. Make one with “dosirak new”.").arg(context.workspace.presetsFolder()) + u'\n'
                                        : table(rows));
        return ExitCode::Ok;
    }

private:
    static std::string description(const QString &name, const Context &context)
    {
        const auto loaded = preset::loadPreset(context.workspace.presetsFolder(), name);
        return loaded ? toStd(loaded->preset.description) : std::string();
    }
};

} // namespace

std::unique_ptr<Command> makeList() { return std::make_unique<List>(); }

} // namespace dosirak::cli

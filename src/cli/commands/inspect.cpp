// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "cli/preset_command.h"
#include "workspace/verbs.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

Json packagesJson(const QList<image::InstalledPackage> &packages)
{
    Json list = Json::array();
    for (const image::InstalledPackage &package : packages)
        list.push_back({{"name", toStd(package.name)}, {"version", toStd(package.version)}});
    return list;
}

Json inspectedJson(const workspace::InspectedBuild &inspected)
{
    const image::InspectReport &report = inspected.image;
    Json layers = Json::array();
    for (const image::InspectedLayer &layer : report.layers)
        layers.push_back({{"diff_id", toStd(layer.diffId)}, {"command", toStd(layer.command)}, {"bytes", layer.size},
                          {"files", layer.files}, {"wasted_bytes", layer.wastedBytes}});
    Json labels = Json::object();
    for (const auto &[name, value] : report.config.labels)
        labels[toStd(name)] = toStd(value);
    return {{"reference", toStd(report.reference)}, {"id", toStd(report.id)}, {"bytes", report.bytes},
            {"wasted_bytes", report.wastedBytes}, {"efficiency", report.efficiency}, {"layers", layers},
            {"env", jsonList(report.config.env)}, {"labels", labels}, {"user", toStd(report.config.user)},
            {"debs", packagesJson(report.debs)}, {"wheels", packagesJson(report.wheels)},
            {"compared", inspected.compared}, {"missing", jsonList(inspected.missing)}, {"different", jsonList(inspected.different)}};
}

class Inspect : public PresetCommand
{
public:
    QString name() const override { return u"inspect"_s; }
    QString summary() const override { return coreTr("Say what is in the image: layers, waste, packages against the lock"); }

protected:
    void declareOptions(QCommandLineParser &parser) const override
    {
        parser.addOption({u"tag"_s, coreTr("Look at this image instead."), coreTr("reference")});
    }

    ExitCode runFor(const QString &presetName, const QCommandLineParser &parser, Context &context) const override
    {
        const auto inspected = workspace::inspect(context.workspace, presetName, parser.value(u"tag"_s), context.stop, context.progress());
        if (!inspected)
            return context.fail(inspected.error());
        if (context.json)
            context.print(inspectedJson(*inspected));
        else
            printText(*inspected, context.out);
        return inspected->missing.isEmpty() && inspected->different.isEmpty() ? ExitCode::Ok : ExitCode::Integrity;
    }

private:
    static void printText(const workspace::InspectedBuild &inspected, QTextStream &out)
    {
        const image::InspectReport &report = inspected.image;
        out << coreTr("%1: %2, %3 in %4 layers, %5 wasted").arg(report.reference, report.id.left(19), bytesText(report.bytes))
                   .arg(report.layers.size()).arg(bytesText(report.wastedBytes)) << '\n';
        QList<QStringList> rows;
        for (const image::InspectedLayer &layer : report.layers)
            rows.append({u"  "_s + bytesText(layer.size), coreTr("%n files", nullptr, int(layer.files)), layer.command.simplified().left(90)});
        out << table(rows);
        out << coreTr("%1 debs, %2 wheels").arg(report.debs.size()).arg(report.wheels.size()) << '\n';
        for (const QString &missing : inspected.missing)
            out << coreTr("missing: %1").arg(missing) << '\n';
        for (const QString &different : inspected.different)
            out << coreTr("another version: %1").arg(different) << '\n';
        if (!inspected.compared)
            out << coreTr("There is no lock to compare it with.") << '\n';
        else if (inspected.missing.isEmpty() && inspected.different.isEmpty())
            out << coreTr("All that the lock says is in it.") << '\n';
    }
};

} // namespace

std::unique_ptr<Command> makeInspect() { return std::make_unique<Inspect>(); }

} // namespace dosirak::cli

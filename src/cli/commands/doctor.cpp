// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "cli/text.h"
#include "workspace/doctor.h"
#include "workspace/services.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

class Doctor : public Command
{
public:
    QString name() const override { return u"doctor"_s; }
    QString summary() const override { return coreTr("Say what this machine has and lacks for the way of a preset"); }
    qsizetype mostArguments() const override { return 0; }
    Words completes() const override { return Words::None; }

    void declare(QCommandLineParser &parser) const override
    {
        parser.addOption({u"offline"_s, coreTr("Do not ask the indexes.")});
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        auto services = context.services();
        if (!services)
            return context.fail(services.error());
        const auto checks = workspace::examine(**services, !parser.isSet(u"offline"_s), context.stop);
        Json list = Json::array();
        QList<QStringList> rows;
        bool all = true;
        for (const workspace::HealthCheck &check : checks) {
            all = all && check.good;
            list.push_back({{"name", toStd(check.name)}, {"good", check.good}, {"what", toStd(check.what)}, {"hint", toStd(check.hint)}});
            rows.append({check.good ? u"✓"_s : u"✗"_s, check.name, check.what});
            if (!check.good && !check.hint.isEmpty())
                rows.append({QString(), QString(), check.hint});
        }
        if (context.json)
            context.print({{"checks", list}});
        else
            context.out << table(rows);
        return all ? ExitCode::Ok : ExitCode::MissingTool;
    }
};

} // namespace

std::unique_ptr<Command> makeDoctor() { return std::make_unique<Doctor>(); }

} // namespace dosirak::cli

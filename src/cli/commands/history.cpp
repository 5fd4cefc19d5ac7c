// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "build/record.h"
#include "cli/text.h"

#include <QFile>

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

class History : public Command
{
public:
    QString name() const override { return u"history"_s; }
    QString summary() const override { return coreTr("List earlier builds, or show one with its log"); }
    qsizetype mostArguments() const override { return 1; }

    void declare(QCommandLineParser &parser) const override
    {
        parser.addPositionalArgument(u"what"_s, coreTr("A preset-name, or the id of a build."), u"[preset-name | build]"_s);
        parser.addOption({u"log"_s, coreTr("Print the build's whole log.")});
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        const QString what = parser.positionalArguments().value(0);
        const QString builds = context.workspace.buildsFolder();
        if (!parser.positionalArguments().isEmpty() && !context.workspace.presetNames().contains(what))
            return showOne(what, parser.isSet(u"log"_s), context);
        QStringList unreadable;
        const auto records = build::listRecords(builds, what, &unreadable);
        if (!records)
            return context.fail(records.error());
        for (const QString &folder : unreadable)
            context.err << coreTr("This is no build record, or one that cannot be read: %1").arg(folder) << '\n';
        Json list = Json::array();
        QList<QStringList> rows;
        for (const build::BuildRecord &record : *records) {
            list.push_back(build::recordJson(record));
            rows.append({record.id, build::buildStateName(record.state), durationText(std::chrono::milliseconds(record.tookMs)),
                         record.imageBytes > 0 ? bytesText(record.imageBytes) : QString(), build::smokeStateName(record.smoke.state), record.tag});
        }
        if (context.json)
            return context.print({{"builds", list}});
        context.out << (rows.isEmpty() ? coreTr("Nothing was built yet.") + u'\n' : table(rows));
        return ExitCode::Ok;
    }

private:
    static ExitCode showOne(const QString &id, bool log, Context &context)
    {
        const auto record = build::readRecord(context.workspace.buildsFolder(), id);
        if (!record)
            return context.fail(record.error());
        if (!log)
            return context.print(build::recordJson(*record));
        QFile file(build::logPath(context.workspace.buildsFolder(), id));
        if (!file.open(QIODevice::ReadOnly))
            return context.fail({ErrorCode::NotFound, coreTr("The log of “%1” is not there.").arg(id), {}, file.errorString(), {}, {}});
        // Line by line: a log may be larger than memory.
        while (!file.atEnd())
            context.out << QString::fromUtf8(file.readLine());
        return ExitCode::Ok;
    }
};

} // namespace

std::unique_ptr<Command> makeHistory() { return std::make_unique<History>(); }

} // namespace dosirak::cli

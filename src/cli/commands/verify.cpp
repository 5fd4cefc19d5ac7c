// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "cli/preset_command.h"
#include "workspace/verbs.h"

#include <QFileInfo>

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

using workspace::VerifiedFile;

QString verdictName(VerifiedFile::Verdict verdict)
{
    switch (verdict) {
    case VerifiedFile::Verdict::Good: return u"good"_s;
    case VerifiedFile::Verdict::Damaged: return u"damaged"_s;
    case VerifiedFile::Verdict::Missing: return u"missing"_s;
    case VerifiedFile::Verdict::Extra: return u"extra"_s;
    }
    return {};
}

Json reportJson(const workspace::VerifyReport &report)
{
    Json files = Json::array();
    for (const VerifiedFile &file : report.files)
        files.push_back({{"path", toStd(file.path)}, {"verdict", toStd(verdictName(file.verdict))}, {"message", toStd(file.message)}});
    return {{"good", report.good()},
            {"bytes", report.bytes},
            {"milliseconds", qint64(report.took.count())},
            {"files", files}};
}

class Verify : public Command
{
public:
    QString name() const override { return u"verify"_s; }
    QString summary() const override { return coreTr("Read every byte of the artifacts, or of a bundle, and compare"); }
    qsizetype mostArguments() const override { return 1; }

    void declare(QCommandLineParser &parser) const override
    {
        parser.addPositionalArgument(u"what"_s, coreTr("A preset-name, or the path of a bundle (any of its parts)."), u"[preset-name | bundle]"_s);
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        const QString what = parser.positionalArguments().value(0);
        const bool isBundle = what.contains(u'/') || QFileInfo(what).isFile();
        const auto report = isBundle ? workspace::verifyBundle(what, context.stop, context.progress())
                                     : verifyPreset(parser.positionalArguments(), context);
        if (!report)
            return context.fail(report.error());
        if (context.json)
            context.print(reportJson(*report));
        else
            printText(*report, context);
        return report->good() ? ExitCode::Ok : ExitCode::Integrity;
    }

private:
    static Result<workspace::VerifyReport> verifyPreset(const QStringList &arguments, Context &context)
    {
        DOSIRAK_TRY(name, presetNameOf(arguments, context.workspace));
        return workspace::verify(context.workspace, name, context.stop, context.progress());
    }

    static void printText(const workspace::VerifyReport &report, Context &context)
    {
        using Verdict = VerifiedFile::Verdict;
        for (const VerifiedFile &file : report.files)
            if (file.verdict != Verdict::Good)
                context.out << verdictName(file.verdict) << "  " << file.path << "  " << file.message << '\n';
        context.out << coreTr("%1 good, %2 damaged, %3 missing, %4 extra; %5 read in %6")
                           .arg(report.count(Verdict::Good)).arg(report.count(Verdict::Damaged))
                           .arg(report.count(Verdict::Missing)).arg(report.count(Verdict::Extra))
                           .arg(bytesText(report.bytes), durationText(report.took)) << '\n';
    }
};

} // namespace

std::unique_ptr<Command> makeVerify() { return std::make_unique<Verify>(); }

} // namespace dosirak::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "cli/text.h"
#include "workspace/inbox_verb.h"
#include "workspace/services.h"

#include <QFile>
#include <unistd.h>

namespace dosirak::cli {

using namespace Qt::StringLiterals;
using workspace::InboxFile;
using workspace::InboxFinding;

namespace {

Error usage(const QString &what, const QString &hint = {})
{
    return {ErrorCode::Usage, what, hint, {}, {}, {}};
}

Json fileJson(const InboxFile &file)
{
    const auto &expected = file.expected;
    Json object = {{"preset_name", toStd(file.presetName)}, {"file", toStd(file.id)}, {"title", toStd(file.title)},
                   {"version", toStd(expected.version)}, {"cuda_build", toStd(expected.cudaBuild)},
                   {"sha256", toStd(QString::fromLatin1(expected.sha256))}, {"page", toStd(expected.page.toString())}, {"here", file.here}};
    if (expected.size >= 0)
        object["size"] = expected.size;
    return object;
}

ExitCode list(const QStringList &presets, Context &context)
{
    if (presets.size() > 1)
        return context.fail(usage(coreTr("Name one preset, or none for all.")));
    const auto files = workspace::inboxFiles(context.workspace, presets.value(0));
    if (!files)
        return context.fail(files.error());
    Json all = Json::array();
    for (const InboxFile &file : *files) {
        all.push_back(fileJson(file));
        if (context.json)
            continue;
        const auto &expected = file.expected;
        context.out << (file.here ? u"✓ "_s : u"✋ "_s) << file.title << " — " << file.presetName << '\n'
                    << "    " << expected.fileName;
        if (expected.size >= 0)
            context.out << "  " << bytesText(expected.size);
        context.out << "\n    SHA-256 "
                    << (expected.sha256.isEmpty() ? coreTr("not known yet: you confirm that of the first file") : QString::fromLatin1(expected.sha256)) << '\n';
        if (!file.here && !expected.page.isEmpty())
            context.out << "    " << coreTr("log in and download it: %1").arg(expected.page.toString(QUrl::RemoveUserInfo)) << '\n';
    }
    if (context.json)
        return context.print({{"files", all}});
    if (files->isEmpty())
        context.out << coreTr("No lock here needs a file from a person.") << '\n';
    return ExitCode::Ok;
}

class Inbox : public Command
{
public:
    QString name() const override { return u"inbox"_s; }
    QString summary() const override { return coreTr("Files behind a login: what is needed, and take what you downloaded"); }
    Words completes() const override { return Words::Files; }

    void declare(QCommandLineParser &parser) const override
    {
        parser.addPositionalArgument(u"list|add"_s, coreTr("“list [preset-name]” (default): what the locks need from a person; “add FILE…”: take these files."),
                                     u"[list [preset-name] | add FILE…]"_s);
        parser.addOption({u"preset"_s, coreTr("Only for this preset."), u"preset-name"_s});
        parser.addOption({u"yes"_s, coreTr("Confirm: record the SHA-256 of a file that is seen for the first time.")});
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        QStringList arguments = parser.positionalArguments();
        const QString verb = arguments.isEmpty() ? u"list"_s : arguments.first();
        if (verb == u"list"_s)
            return list(arguments.mid(1), context);
        if (verb != u"add"_s)
            return list(arguments, context); // "dosirak inbox PRESET"
        arguments.removeFirst();
        if (arguments.isEmpty())
            return context.fail(usage(coreTr("Say which files: “dosirak inbox add FILE…”.")));
        Json all = Json::array();
        ExitCode worst = ExitCode::Ok;
        for (const QString &path : arguments) {
            const ExitCode one = add(path, parser, context, all);
            if (one == ExitCode::Cancelled)
                return one;
            worst = worst == ExitCode::Ok ? one : worst;
        }
        return context.json && worst == ExitCode::Ok ? context.print({{"files", all}}) : worst;
    }

private:
    ExitCode add(const QString &path, const QCommandLineParser &parser, Context &context, Json &all) const
    {
        const auto finding = workspace::inboxExamine(context.workspace, path, parser.value(u"preset"_s), context.stop, context.progress());
        if (!finding)
            return context.fail(finding.error());
        const auto &verdict = finding->verdict;
        if (!verdict.accepted)
            return context.fail({ErrorCode::Integrity, verdict.sentence, verdict.hint, {}, {finding->path, 0, 0, {}}, {}});
        if (verdict.toBeConfirmed && !parser.isSet(u"yes"_s) && !confirmed(*finding, context))
            return context.fail({ErrorCode::Incomplete, coreTr("“%1” was not taken: nobody confirmed it.").arg(finding->path),
                                 coreTr("Compare its SHA-256 with what the vendor says, then add --yes: %1").arg(QString::fromLatin1(verdict.sha256)), {}, {}, {}});
        auto services = context.services();
        if (!services)
            return context.fail(services.error());
        const auto receipt = workspace::inboxAccept(context.workspace, *finding, **services, context.stop, context.progress());
        if (!receipt)
            return context.fail(receipt.error());
        all.push_back({{"path", toStd(finding->path)}, {"sha256", toStd(QString::fromLatin1(verdict.sha256))}, {"size", verdict.size},
                       {"recorded", receipt->recorded}, {"preset_names", jsonList(receipt->presetNames)}, {"placed", jsonList(receipt->placed)}});
        if (!context.json)
            context.out << verdict.sentence << ' ' << coreTr("Taken for %1.").arg(receipt->presetNames.join(u", "_s)) << '\n';
        return ExitCode::Ok;
    }

    /// Asks on the terminal; where there is none, nobody can say yes.
    static bool confirmed(const InboxFinding &finding, Context &context)
    {
        QFile input;
        if (context.json || ::isatty(STDIN_FILENO) != 1 || !input.open(stdin, QIODevice::ReadOnly))
            return false;
        context.err << finding.verdict.sentence << '\n'
                    << "SHA-256 " << finding.verdict.sha256 << "  " << bytesText(finding.verdict.size) << '\n'
                    << coreTr("It is seen for the first time. Record this SHA-256 in the lock? [y/N] ");
        context.err.flush();
        const QByteArray answer = input.readLine(64).trimmed().toLower();
        return answer == "y" || answer == "yes" || answer == coreTr("yes").toUtf8();
    }
};

} // namespace

std::unique_ptr<Command> makeInbox() { return std::make_unique<Inbox>(); }

} // namespace dosirak::cli

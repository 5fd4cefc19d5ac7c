// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "base/files.h"
#include "cli/text.h"
#include "debian/repo_index.h"
#include "debian/sources.h"
#include "lock/lists.h"
#include "workspace/services.h"
#include "workspace/standalone.h"

#include <QFileInfo>

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxStatus = 256LL << 20;
constexpr qint64 maxPreferences = 4LL << 20;

/// The folder becomes one that apt reads as `deb [trusted=yes] file:FOLDER ./`.
Result<void> writeIndex(const QString &folder, const debian::DebResolution &resolved)
{
    std::vector<debian::RepoEntry> entries;
    for (const debian::DebPackage &deb : resolved.packages)
        entries.push_back({deb.fileName, deb.stanza, deb.size, deb.sha256});
    return debian::writeRepoIndex(folder, std::move(entries));
}

class Debs : public Command
{
public:
    QString name() const override { return u"debs"_s; }
    QString summary() const override { return coreTr("Resolve Debian packages for a target, without a preset"); }
    Words completes() const override { return Words::None; }

    void declare(QCommandLineParser &parser) const override
    {
        parser.addPositionalArgument(u"package"_s, coreTr("As apt takes it: name, name:arch, name=version, name/release, ./file.deb."), u"package…"_s);
        parser.addOption({u"sources"_s, coreTr("A .sources or .list file; without it this machine's own sources."), coreTr("file")});
        parser.addOption({u"arch"_s, coreTr("The target's architecture."), coreTr("name"), u"amd64"_s});
        parser.addOption({u"foreign-arch"_s, coreTr("A further architecture of the target (can be repeated)."), coreTr("name")});
        parser.addOption({u"status"_s, coreTr("The target's dpkg status file; without it an empty root."), coreTr("file")});
        parser.addOption({u"preferences"_s, coreTr("An apt_preferences(5) file."), coreTr("file")});
        parser.addOption({u"no-recommends"_s, coreTr("Leave recommended packages out.")});
        parser.addOption({u"allow-removals"_s, coreTr("Let packages of the target go where apt-get would remove them.")});
        parser.addOption({u"dest"_s, coreTr("Fetch the files into this folder, with an index that apt reads."), coreTr("folder")});
        parser.addOption({u"print-uris"_s, coreTr("Print the files as apt-get --print-uris does: 'URL' name size SHA256:hash.")});
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        auto services = context.services();
        if (!services)
            return context.fail(services.error());
        const auto request = requestOf(parser, context.stop);
        if (!request)
            return context.fail(request.error());
        const auto resolved = workspace::resolveDebs(*request, **services, context.stop, context.progress());
        if (!resolved)
            return context.fail(resolved.error());
        for (const QString &notice : resolved->notices)
            context.err << coreTr("note:") << ' ' << notice << '\n';
        if (parser.isSet(u"dest"_s)) {
            const auto done = fetch(QFileInfo(parser.value(u"dest"_s)).absoluteFilePath(), *resolved, **services, context);
            if (!done)
                return context.fail(done.error());
        }
        if (context.json)
            return context.print(asJson(*resolved, parser.isSet(u"allow-removals"_s)));
        context.out << (parser.isSet(u"print-uris"_s) ? uris(*resolved) : list(*resolved));
        return ExitCode::Ok;
    }

private:
    static Result<void> fetch(const QString &folder, const debian::DebResolution &resolved, workspace::Services &services, Context &context)
    {
        const ProgressSink progress = context.progress();
        const auto onTransfers = [&](const QList<workspace::TransferRow> &, const workspace::TransferTotals &totals) {
            report(progress, {coreTr("Fetching"), {}, totals.bytesDone, totals.bytes, Progress::Unit::Bytes});
        };
        DOSIRAK_CHECK(workspace::fetchInto(folder, workspace::asArtifacts(resolved), services, context.stop, onTransfers));
        return writeIndex(folder, resolved);
    }

    static Result<debian::DebRequest> requestOf(const QCommandLineParser &parser, const std::stop_token &stop)
    {
        debian::DebRequest request;
        request.packages = lock::stdList(parser.positionalArguments());
        if (request.packages.empty())
            return fail(ErrorCode::Usage, coreTr("Nothing is asked for."), coreTr("Name at least one package."));
        request.architecture = toStd(parser.value(u"arch"_s));
        request.recommends = !parser.isSet(u"no-recommends"_s);
        request.allowRemovals = parser.isSet(u"allow-removals"_s);
        DOSIRAK_TRY(sources, parser.isSet(u"sources"_s) ? debian::readSources(QFileInfo(parser.value(u"sources"_s)).absoluteFilePath())
                                                        : debian::readHostSources(stop));
        request.sources = std::move(sources);
        DOSIRAK_CHECK(debian::addHostKeyrings(request.sources, stop));
        request.foreignArchitectures = lock::stdList(parser.values(u"foreign-arch"_s));
        debian::addForeignArchitectures(request);
        if (parser.isSet(u"status"_s)) {
            DOSIRAK_TRY(status, readFile(parser.value(u"status"_s), maxStatus));
            request.statusText = status.toStdString();
        }
        if (parser.isSet(u"preferences"_s)) {
            DOSIRAK_TRY(preferences, readFile(parser.value(u"preferences"_s), maxPreferences));
            request.preferences = preferences.toStdString();
        }
        return request;
    }

    /// What is to be installed and nothing else; what goes is named only to those who allowed it.
    static Json asJson(const debian::DebResolution &resolved, bool withRemovals)
    {
        Json list = Json::array();
        for (const debian::DebPackage &deb : resolved.packages)
            list.push_back({{"name", deb.name}, {"version", deb.version}, {"arch", deb.architecture}, {"url", deb.url},
                            {"size", deb.size}, {"sha256", deb.sha256}, {"why", deb.why}});
        Json answer = {{"packages", list}};
        if (withRemovals) {
            answer["removes"] = Json::array();
            for (const debian::DebRemoval &removal : resolved.removals)
                answer["removes"].push_back({{"name", removal.name}, {"version", removal.version}});
        }
        return answer;
    }

    static QString uris(const debian::DebResolution &resolved)
    {
        QString text;
        for (const debian::DebPackage &deb : resolved.packages)
            text += u"'%1' %2 %3 %4\n"_s.arg(fromStd(deb.url), fromStd(deb.fileName)).arg(deb.size)
                        .arg(deb.sha256.empty() ? QString() : u"SHA256:"_s + fromStd(deb.sha256));
        return text;
    }

    static QString list(const debian::DebResolution &resolved)
    {
        QList<QStringList> rows;
        qint64 bytes = 0;
        for (const debian::DebPackage &deb : resolved.packages) {
            bytes += qMax<qint64>(0, deb.size);
            rows.append({fromStd(deb.name), fromStd(deb.version), fromStd(deb.architecture), bytesText(deb.size), lock::textList(deb.why).join(u" → "_s)});
        }
        QString text = table(rows);
        for (const debian::DebRemoval &removal : resolved.removals)
            text += coreTr("goes: %1 %2").arg(fromStd(removal.name), fromStd(removal.version)) + u'\n';
        text += rows.isEmpty() ? coreTr("Nothing is to be installed: the target has it all.") + u'\n'
                               : coreTr("%n packages, %1", nullptr, int(rows.size())).arg(bytesText(bytes)) + u'\n';
        return text;
    }
};

} // namespace

std::unique_ptr<Command> makeDebs() { return std::make_unique<Debs>(); }

} // namespace dosirak::cli

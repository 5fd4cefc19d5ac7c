// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "base/files.h"
#include "cli/text.h"
#include "debian/sources.h"
#include "lock/lists.h"
#include "workspace/services.h"
#include "workspace/standalone.h"

#include <QFileInfo>
#include <QSet>

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxStatus = 256LL << 20;
constexpr qint64 maxPreferences = 4LL << 20;

class Debs : public Command
{
public:
    QString name() const override { return u"debs"_s; }
    QString summary() const override { return coreTr("Resolve Debian packages for a target, without a preset"); }
    Words completes() const override { return Words::None; }

    void declare(QCommandLineParser &parser) const override
    {
        parser.addPositionalArgument(u"package"_s, coreTr("As apt takes it: name, name:arch, name=version, name/release."), u"package…"_s);
        parser.addOption({u"sources"_s, coreTr("A .sources or .list file; without it this machine's own sources."), coreTr("file")});
        parser.addOption({u"arch"_s, coreTr("The target's architecture."), coreTr("name"), u"amd64"_s});
        parser.addOption({u"foreign-arch"_s, coreTr("A further architecture of the target (can be repeated)."), coreTr("name")});
        parser.addOption({u"status"_s, coreTr("The target's dpkg status file; without it an empty root."), coreTr("file")});
        parser.addOption({u"preferences"_s, coreTr("An apt_preferences(5) file."), coreTr("file")});
        parser.addOption({u"no-recommends"_s, coreTr("Leave recommended packages out.")});
        parser.addOption({u"dest"_s, coreTr("Fetch the files into this folder."), coreTr("folder")});
        parser.addOption({u"print-uris"_s, coreTr("Print one URL a line.")});
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
            const auto done = workspace::fetchInto(QFileInfo(parser.value(u"dest"_s)).absoluteFilePath(), workspace::asArtifacts(*resolved),
                                                   **services, context.stop, {});
            if (!done)
                return context.fail(done.error());
        }
        return print(*resolved, parser.isSet(u"print-uris"_s), context);
    }

private:
    static Result<debian::DebRequest> requestOf(const QCommandLineParser &parser, const std::stop_token &stop)
    {
        debian::DebRequest request;
        request.packages = lock::stdList(parser.positionalArguments());
        if (request.packages.empty())
            return fail(ErrorCode::Usage, coreTr("Nothing is asked for."));
        request.architecture = toStd(parser.value(u"arch"_s));
        request.recommends = !parser.isSet(u"no-recommends"_s);
        DOSIRAK_TRY(sources, parser.isSet(u"sources"_s) ? debian::readSources(QFileInfo(parser.value(u"sources"_s)).absoluteFilePath())
                                                        : debian::readHostSources(stop));
        request.sources = sources;
        request.foreignArchitectures = foreignOf(parser, request);
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

    /// Named ones, those of the sources, and those of name:arch.
    static std::vector<std::string> foreignOf(const QCommandLineParser &parser, const debian::DebRequest &request)
    {
        std::vector<std::string> all = lock::stdList(parser.values(u"foreign-arch"_s));
        for (const debian::Source &source : request.sources)
            all.insert(all.end(), source.architectures.begin(), source.architectures.end());
        for (const std::string &package : request.packages)
            if (const auto colon = package.find(':'); colon != std::string::npos)
                all.push_back(package.substr(colon + 1, package.find_first_of("=/", colon) - colon - 1));
        std::vector<std::string> foreign;
        QSet<std::string> seen{request.architecture, "all", "any", "native"};
        for (const std::string &architecture : all)
            if (!seen.contains(architecture)) {
                seen.insert(architecture);
                foreign.push_back(architecture);
            }
        return foreign;
    }

    static ExitCode print(const debian::DebResolution &resolved, bool urls, Context &context)
    {
        Json list = Json::array();
        QList<QStringList> rows;
        for (const debian::DebPackage &deb : resolved.packages) {
            list.push_back({{"name", deb.name}, {"version", deb.version}, {"arch", deb.architecture}, {"url", deb.url},
                            {"size", deb.size}, {"sha256", deb.sha256}, {"why", deb.why}});
            rows.append(urls ? QStringList{fromStd(deb.url)}
                             : QStringList{fromStd(deb.name), fromStd(deb.version), fromStd(deb.architecture), bytesText(deb.size), lock::textList(deb.why).join(u" → "_s)});
        }
        if (context.json)
            return context.print({{"packages", list}});
        context.out << table(rows);
        return ExitCode::Ok;
    }
};

} // namespace

std::unique_ptr<Command> makeDebs() { return std::make_unique<Debs>(); }

} // namespace dosirak::cli

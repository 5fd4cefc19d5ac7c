// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "base/files.h"
#include "cli/text.h"
#include "lock/lists.h"
#include "python/requirements_file.h"
#include "workspace/services.h"
#include "workspace/standalone.h"

#include <QDir>
#include <QFileInfo>

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

class Wheels : public Command
{
public:
    QString name() const override { return u"wheels"_s; }
    QString summary() const override { return coreTr("Resolve Python requirements for a target, without a preset"); }
    Words completes() const override { return Words::Files; }

    void declare(QCommandLineParser &parser) const override
    {
        parser.addPositionalArgument(u"requirement"_s, coreTr("Requirements (PEP 508)."), u"[requirement…]"_s);
        const auto file = coreTr("file");
        const auto url = coreTr("url");
        const auto name = coreTr("name");
        parser.addOptions({
            {{u"r"_s, u"requirement"_s}, coreTr("Read requirements from this file (can be repeated)."), file},
            {{u"c"_s, u"constraint"_s}, coreTr("Read constraints from this file (can be repeated)."), file},
            {u"override"_s, coreTr("Read from this file what replaces the requirements of packages (can be repeated)."), file},
            {u"exclude"_s, coreTr("Leave this package out, whoever asks for it (can be repeated)."), name},
            {u"index-url"_s, coreTr("The index to take packages from; without it this machine's own."), url},
            {u"extra-index-url"_s, coreTr("A further index, for packages that the first does not know (can be repeated)."), url},
            {{u"f"_s, u"find-links"_s}, coreTr("A folder of files that comes before the indexes (can be repeated)."), coreTr("folder")},
            {u"no-index"_s, coreTr("Ask no index: the folders of --find-links alone.")},
            {u"pin"_s, coreTr("These packages come from this index and no other: URL=NAME,NAME… (NAME may end with *; can be repeated)."), coreTr("url=names")},
            {u"python"_s, coreTr("The target's Python, as 3.10."), coreTr("version")},
            {u"platform"_s, coreTr("The target's platform, as manylinux_2_35_x86_64."), coreTr("tag")},
            {u"pre"_s, coreTr("Welcome pre-releases of what is asked for.")},
            {u"sdist"_s, coreTr("This package may come as a source archive (can be repeated)."), name},
            {u"offline"_s, coreTr("Ask no network: caches alone.")},
            {{u"o"_s, u"output"_s}, coreTr("Write requirements with hashes to this file."), file},
            {u"pylock"_s, coreTr("Write pylock.toml (PEP 751) to this file."), file},
            {u"dest"_s, coreTr("Fetch the files into this folder."), coreTr("folder")},
        });
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        auto services = context.services();
        if (!services)
            return context.fail(services.error());
        QStringList notices;
        const auto request = requestOf(parser, notices);
        if (!request)
            return context.fail(request.error());
        for (const python::WheelIndex &index : request->indexes)
            (*services)->trustUrl(fromStd(index.url));
        const bool offline = parser.isSet(u"offline"_s);
        const auto resolved = workspace::resolveWheels(*request, **services, offline, context.stop, context.progress());
        if (!resolved)
            return context.fail(resolved.error());
        for (const QString &notice : resolved->notices)
            notices.append(notice);
        for (const QString &notice : notices)
            context.err << coreTr("note:") << ' ' << notice << '\n';
        lock::LockFile list;
        list.artifacts = workspace::asArtifacts(*resolved);
        list.pythonVersion = fromStd(request->python);
        list.platform = fromStd(request->platform);
        if (const auto done = writeAndFetch(parser, list, **services, context); !done)
            return context.fail(done.error());
        return print(list, context);
    }

private:
    static Result<python::WheelRequest> requestOf(const QCommandLineParser &parser, QStringList &notices)
    {
        if (!parser.isSet(u"python"_s) || !parser.isSet(u"platform"_s))
            return fail(ErrorCode::Usage, coreTr("Say what the target is: --python and --platform."), coreTr("For example: --python 3.10 --platform manylinux_2_35_x86_64"));
        python::WheelRequest request;
        request.python = toStd(parser.value(u"python"_s));
        request.platform = toStd(parser.value(u"platform"_s));
        request.requirements = lock::stdList(parser.positionalArguments());
        python::RequirementsFile said;
        for (const QString &path : parser.values(u"requirement"_s))
            DOSIRAK_CHECK(addFile(path, false, request, said));
        for (const QString &path : parser.values(u"constraint"_s))
            DOSIRAK_CHECK(addFile(path, true, request, said));
        for (const QString &path : parser.values(u"override"_s)) {
            DOSIRAK_TRY(file, python::RequirementsFile::read(QFileInfo(path).absoluteFilePath()));
            for (const python::RequirementLine &line : file.requirements)
                request.overrides.push_back(line.requirement.text());
        }
        if (request.requirements.empty())
            return fail(ErrorCode::Usage, coreTr("Nothing is asked for."), coreTr("Give requirements, or a file with -r."));
        request.excludes = lock::stdList(parser.values(u"exclude"_s));
        request.sdists = lock::stdList(parser.values(u"sdist"_s));
        if (parser.isSet(u"pylock"_s))
            DOSIRAK_CHECK(lock::checkPylockName(parser.value(u"pylock"_s)));
        if (parser.isSet(u"pre"_s) || said.pre)
            for (const std::string &text : request.requirements)
                if (const auto requirement = python::Requirement::parse(text))
                    request.prereleases.push_back(requirement->normalizedName);
        for (const QString &notice : said.notices)
            notices.append(notice);
        DOSIRAK_CHECK(addIndexes(parser, said, request));
        return request;
    }

    /// The call's own words come before the files', those before this machine's configuration.
    static Result<void> addIndexes(const QCommandLineParser &parser, const python::RequirementsFile &said, python::WheelRequest &request)
    {
        for (const QString &pin : parser.values(u"pin"_s)) {
            const qsizetype at = pin.lastIndexOf(u'=');
            if (at <= 0 || at + 1 == pin.size())
                return fail(ErrorCode::Usage, coreTr("“%1” does not say which packages come from where.").arg(pin),
                            coreTr("For example: --pin https://index.example.org/simple=torch,nvidia-*"));
            request.indexes.push_back({"pin-" + std::to_string(request.indexes.size() + 1), toStd(pin.left(at)),
                                       lock::stdList(pin.mid(at + 1).split(u',', Qt::SkipEmptyParts)), true, false});
        }
        std::vector<std::string> links = said.findLinks;
        for (const QString &folder : parser.values(u"find-links"_s))
            links.push_back(toStd(folder.contains(u"://"_s) ? folder : QFileInfo(folder).absoluteFilePath()));
        const std::string url = parser.isSet(u"index-url"_s) ? toStd(parser.value(u"index-url"_s)) : said.indexUrl;
        std::vector<std::string> extra = lock::stdList(parser.values(u"extra-index-url"_s));
        extra.insert(extra.end(), said.extraIndexUrls.begin(), said.extraIndexUrls.end());
        const auto add = [&request](const std::string &name, const std::string &where) { request.indexes.push_back({name, where, {}, false, false}); };
        for (std::size_t i = 0; i < links.size(); ++i)
            request.indexes.push_back({"links-" + std::to_string(i + 1), links[i], {}, false, true});
        if (parser.isSet(u"no-index"_s) || said.noIndex)
            return links.empty() ? fail(ErrorCode::Usage, coreTr("No index is to be asked, and there is no folder to look in."),
                                        coreTr("Give one with --find-links.")) : Result<void>();
        if (url.empty() && extra.empty() && links.empty()) {
            for (const python::WheelIndex &index : python::indexesOfThisMachine())
                request.indexes.push_back(index);
            return {};
        }
        add("index", url);
        for (std::size_t i = 0; i < extra.size(); ++i)
            add("extra-" + std::to_string(i + 1), extra[i]);
        return {};
    }

    static Result<void> addFile(const QString &path, bool constraints, python::WheelRequest &request, python::RequirementsFile &said)
    {
        DOSIRAK_TRY(file, python::RequirementsFile::read(QFileInfo(path).absoluteFilePath()));
        for (const python::RequirementLine &line : file.requirements) {
            (constraints ? request.constraints : request.requirements).push_back(line.requirement.text());
            if (!line.sha256.empty())
                request.hashes[line.requirement.normalizedName] = line.sha256;
        }
        for (const python::RequirementLine &line : file.constraints)
            request.constraints.push_back(line.requirement.text());
        if (!file.indexUrl.empty())
            said.indexUrl = file.indexUrl;
        said.extraIndexUrls.insert(said.extraIndexUrls.end(), file.extraIndexUrls.begin(), file.extraIndexUrls.end());
        said.findLinks.insert(said.findLinks.end(), file.findLinks.begin(), file.findLinks.end());
        said.noIndex = said.noIndex || file.noIndex;
        said.pre = said.pre || file.pre;
        said.notices.insert(said.notices.end(), file.notices.begin(), file.notices.end());
        return {};
    }

    static Result<void> writeAndFetch(const QCommandLineParser &parser, lock::LockFile &list, workspace::Services &services, Context &context)
    {
        const bool pins = parser.isSet(u"output"_s) || parser.isSet(u"pylock"_s) || parser.isSet(u"dest"_s);
        if (pins)
            DOSIRAK_CHECK(workspace::hashWhatHasNoHash(list.artifacts, services, context.stop, context.progress()));
        if (parser.isSet(u"output"_s))
            DOSIRAK_CHECK(writeFileAtomically(QFileInfo(parser.value(u"output"_s)).absoluteFilePath(),
                                              lock::writeRequirements(list, lock::WithSdists::Yes)));
        if (parser.isSet(u"pylock"_s))
            DOSIRAK_CHECK(writeFileAtomically(QFileInfo(parser.value(u"pylock"_s)).absoluteFilePath(), lock::writePylock(list, {})));
        if (parser.isSet(u"dest"_s))
            DOSIRAK_CHECK(workspace::fetchInto(QFileInfo(parser.value(u"dest"_s)).absoluteFilePath(), list.artifacts, services, context.stop, {}));
        return {};
    }

    static ExitCode print(const lock::LockFile &lock, Context &context)
    {
        Json list = Json::array();
        QList<QStringList> rows;
        for (const lock::Artifact &file : lock.artifacts) {
            list.push_back({{"name", toStd(file.name)}, {"version", toStd(file.version)}, {"file", toStd(file.fileName)}, {"url", toStd(file.url)},
                            {"sha256", toStd(file.sha256)}, {"size", file.size}, {"why", jsonList(file.why)}, {"sdist", file.sdist},
                            {"licence", toStd(file.licence)}});
            rows.append({file.name + u"=="_s + file.version + (file.sdist ? u' ' + coreTr("(source)") : QString()),
                         file.size >= 0 ? bytesText(file.size) : QString(), file.why.join(u" → "_s)});
        }
        if (context.json)
            return context.print({{"packages", list}, {"bytes", lock.totalBytes()}});
        context.out << table(rows);
        if (!context.quiet)
            context.err << coreTr("%n files, %1 in all", nullptr, int(lock.artifacts.size())).arg(bytesText(lock.totalBytes())) << '\n';
        return ExitCode::Ok;
    }
};

} // namespace

std::unique_ptr<Command> makeWheels() { return std::make_unique<Wheels>(); }

} // namespace dosirak::cli

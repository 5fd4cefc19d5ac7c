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
        parser.addOption({{u"r"_s, u"requirement"_s}, coreTr("Read requirements from this file (can be repeated)."), coreTr("file")});
        parser.addOption({{u"c"_s, u"constraint"_s}, coreTr("Read constraints from this file (can be repeated)."), coreTr("file")});
        parser.addOption({u"index-url"_s, coreTr("The index to take packages from; without it this machine's own."), coreTr("url")});
        parser.addOption({u"extra-index-url"_s, coreTr("A further index, for packages that the first does not know (can be repeated)."), coreTr("url")});
        parser.addOption({u"python"_s, coreTr("The target's Python, as 3.10."), coreTr("version")});
        parser.addOption({u"platform"_s, coreTr("The target's platform, as manylinux_2_35_x86_64."), coreTr("tag")});
        parser.addOption({u"pre"_s, coreTr("Welcome pre-releases of what is asked for.")});
        parser.addOption({{u"o"_s, u"output"_s}, coreTr("Write requirements with hashes to this file."), coreTr("file")});
        parser.addOption({u"dest"_s, coreTr("Fetch the files into this folder."), coreTr("folder")});
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        auto services = context.services();
        if (!services)
            return context.fail(services.error());
        const auto request = requestOf(parser);
        if (!request)
            return context.fail(request.error());
        const auto resolved = workspace::resolveWheels(*request, **services, context.stop, context.progress());
        if (!resolved)
            return context.fail(resolved.error());
        for (const QString &notice : resolved->notices)
            context.err << coreTr("note:") << ' ' << notice << '\n';
        const auto artifacts = workspace::asArtifacts(*resolved);
        if (const auto done = writeAndFetch(parser, artifacts, **services, context); !done)
            return context.fail(done.error());
        return print(*resolved, context);
    }

private:
    static Result<python::WheelRequest> requestOf(const QCommandLineParser &parser)
    {
        if (!parser.isSet(u"python"_s) || !parser.isSet(u"platform"_s))
            return fail(ErrorCode::Usage, coreTr("Say what the target is: --python and --platform."), coreTr("For example: --python 3.10 --platform manylinux_2_35_x86_64"));
        python::WheelRequest request;
        request.python = toStd(parser.value(u"python"_s));
        request.platform = toStd(parser.value(u"platform"_s));
        request.requirements = lock::stdList(parser.positionalArguments());
        if (parser.isSet(u"index-url"_s) || parser.isSet(u"extra-index-url"_s))
            request.indexes.push_back({"index", toStd(parser.value(u"index-url"_s)), {}, false});
        int number = 1;
        for (const QString &url : parser.values(u"extra-index-url"_s))
            request.indexes.push_back({"extra-" + std::to_string(number++), toStd(url), {}, true});
        for (const QString &path : parser.values(u"requirement"_s))
            DOSIRAK_CHECK(addFile(path, false, request));
        for (const QString &path : parser.values(u"constraint"_s))
            DOSIRAK_CHECK(addFile(path, true, request));
        if (request.requirements.empty())
            return fail(ErrorCode::Usage, coreTr("Nothing is asked for."), coreTr("Give requirements, or a file with -r."));
        if (parser.isSet(u"pre"_s))
            for (const std::string &text : request.requirements)
                if (const auto requirement = python::Requirement::parse(text))
                    request.prereleases.push_back(requirement->normalizedName);
        return request;
    }

    static Result<void> addFile(const QString &path, bool constraints, python::WheelRequest &request)
    {
        DOSIRAK_TRY(file, python::RequirementsFile::read(QFileInfo(path).absoluteFilePath()));
        for (const python::RequirementLine &line : file.requirements) {
            (constraints ? request.constraints : request.requirements).push_back(line.requirement.text());
            if (!line.sha256.empty())
                request.hashes[line.requirement.normalizedName] = line.sha256;
        }
        for (const python::RequirementLine &line : file.constraints)
            request.constraints.push_back(line.requirement.text());
        if (request.indexes.empty() && !file.indexUrl.empty())
            request.indexes.push_back({"index", file.indexUrl, {}, false});
        return {};
    }

    static Result<void> writeAndFetch(const QCommandLineParser &parser, const QList<lock::Artifact> &artifacts,
                                      workspace::Services &services, Context &context)
    {
        if (parser.isSet(u"output"_s)) {
            lock::LockFile list;
            list.artifacts = artifacts;
            DOSIRAK_CHECK(writeFileAtomically(QFileInfo(parser.value(u"output"_s)).absoluteFilePath(), lock::writeRequirements(list)));
        }
        if (parser.isSet(u"dest"_s))
            DOSIRAK_CHECK(workspace::fetchInto(QFileInfo(parser.value(u"dest"_s)).absoluteFilePath(), artifacts, services, context.stop, {}));
        return {};
    }

    static ExitCode print(const python::WheelResolution &resolved, Context &context)
    {
        Json list = Json::array();
        QList<QStringList> rows;
        for (const python::LockedWheel &wheel : resolved.wheels) {
            list.push_back({{"name", wheel.name}, {"version", wheel.version}, {"file", wheel.fileName}, {"url", wheel.url},
                            {"sha256", wheel.sha256}, {"size", wheel.size}, {"why", wheel.why}});
            rows.append({fromStd(wheel.name) + u"=="_s + fromStd(wheel.version), wheel.size >= 0 ? bytesText(wheel.size) : QString(),
                         lock::textList(wheel.why).join(u" → "_s)});
        }
        if (context.json)
            return context.print({{"packages", list}});
        context.out << table(rows);
        return ExitCode::Ok;
    }
};

} // namespace

std::unique_ptr<Command> makeWheels() { return std::make_unique<Wheels>(); }

} // namespace dosirak::cli

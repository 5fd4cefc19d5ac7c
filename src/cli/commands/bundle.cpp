// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "cli/preset_command.h"
#include "cli/size_option.h"
#include "workspace/verbs.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

class Bundle : public PresetCommand
{
public:
    QString name() const override { return u"bundle"_s; }
    QString summary() const override { return coreTr("Pack what crosses the air gap: preset, lock and artifacts"); }

protected:
    void declareOptions(QCommandLineParser &parser) const override
    {
        parser.addOption({{u"o"_s, u"output"_s}, coreTr("File or folder to write."), coreTr("path")});
        parser.addOption({u"part-size"_s, coreTr("Cut into parts of this size, as 3900MiB or 4GB (FAT32 holds less than 4 GiB a file); 0: one file."), coreTr("size")});
    }

    ExitCode runFor(const QString &presetName, const QCommandLineParser &parser, Context &context) const override
    {
        workspace::BundleOptions options;
        options.target = parser.value(u"output"_s);
        if (parser.isSet(u"part-size"_s)) {
            const auto size = parseSize(parser.value(u"part-size"_s));
            if (!size)
                return context.fail(size.error());
            options.partSize = *size;
        }
        const auto report = workspace::bundle(context.workspace, presetName, options, context.stop, context.progress());
        if (!report)
            return context.fail(report.error());
        if (context.json)
            return context.print({{"parts", jsonList(report->parts)},
                                  {"bytes", report->bytes},
                                  {"files", report->files},
                                  {"manifest_sha256", toStd(report->sha256)}});
        for (const QString &part : report->parts)
            context.out << part << '\n';
        context.out << coreTr("%n files, %1; manifest SHA-256 %2", nullptr, report->files).arg(bytesText(report->bytes), report->sha256) << '\n';
        return ExitCode::Ok;
    }
};

} // namespace

std::unique_ptr<Command> makeBundle() { return std::make_unique<Bundle>(); }

} // namespace dosirak::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "cli/preset_command.h"
#include "workspace/base_images.h"
#include "workspace/services.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

class BaseImage : public Command
{
public:
    QString name() const override { return u"base-image"_s; }
    QString summary() const override { return coreTr("Make or fetch the base images of a preset (base-image make)"); }
    qsizetype mostArguments() const override { return 2; }

    void declare(QCommandLineParser &parser) const override
    {
        parser.addPositionalArgument(u"make"_s, coreTr("What to do: make."));
        parser.addPositionalArgument(u"preset-name"_s, coreTr("Which preset."), u"[preset-name]"_s);
        parser.addOption({u"again"_s, coreTr("Although they are there.")});
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        QStringList arguments = parser.positionalArguments();
        if (arguments.isEmpty() || arguments.takeFirst() != u"make"_s)
            return context.fail({ErrorCode::Usage, coreTr("“dosirak base-image make [preset-name]” is the call."), {}, {}, {}, {}});
        const auto presetName = presetNameOf(arguments, context.workspace);
        if (!presetName)
            return context.fail(presetName.error());
        auto services = context.services();
        if (!services)
            return context.fail(services.error());
        workspace::BaseImageOptions options;
        options.again = parser.isSet(u"again"_s);
        const auto images = workspace::ensureBaseImages(context.workspace, *presetName, options, **services, context.stop, context.progress());
        if (!images)
            return context.fail(images.error());
        Json list = Json::array();
        for (const workspace::BaseImageState &image : *images) {
            list.push_back({{"reference", toStd(image.reference)}, {"digest", toStd(image.digest)}, {"size", image.size}, {"made", image.made}});
            if (!context.json)
                context.out << image.reference << "  " << image.digest << "  " << bytesText(image.size) << '\n';
        }
        return context.json ? context.print({{"images", list}}) : ExitCode::Ok;
    }
};

} // namespace

std::unique_ptr<Command> makeBaseImage() { return std::make_unique<BaseImage>(); }

} // namespace dosirak::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "cli/preset_command.h"
#include "workspace/base_image_store.h"
#include "workspace/base_images.h"
#include "workspace/services.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

class BaseImage : public Command
{
public:
    QString name() const override { return u"base-image"_s; }
    QString summary() const override { return coreTr("Bring base images to hand: make, import, list, remove"); }
    qsizetype mostArguments() const override { return 2; }

    void declare(QCommandLineParser &parser) const override
    {
        parser.addPositionalArgument(u"make"_s, coreTr("What to do: make (pull it, or make it with mmdebstrap, as the preset says), import (from a "
                                                       "file of docker save, an OCI layout or the engine), list, remove."), u"make|import|list|remove"_s);
        parser.addPositionalArgument(u"what"_s, coreTr("make: the preset. import: the file or folder. remove: the image's name."), u"[preset-name|file|reference]"_s);
        parser.addOption({u"again"_s, coreTr("make: although it is there.")});
        parser.addOption({u"offline"_s, coreTr("make: ask no network.")});
        parser.addOption({u"as"_s, coreTr("import: what the image is called in presets."), coreTr("reference")});
        parser.addOption({u"engine"_s, coreTr("import: from the engine, by the name that --as gives.")});
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        QStringList arguments = parser.positionalArguments();
        const QString what = arguments.isEmpty() ? QString() : arguments.takeFirst();
        const bool known = what == u"make"_s || what == u"import"_s || what == u"list"_s || what == u"remove"_s;
        if (!known)
            return context.fail({ErrorCode::Usage, what.isEmpty() ? coreTr("Say what to do.") : coreTr("“%1” is not something to do with base images.").arg(what),
                                 coreTr("“dosirak base-image make [preset-name]”, “… import FILE [--as NAME]”, “… list” or “… remove NAME”."), {}, {}, {}});
        auto services = context.services();
        if (!services)
            return context.fail(services.error());
        if (what == u"make"_s)
            return make(parser, arguments, context, **services);
        if (what == u"import"_s)
            return import(parser, arguments, context, **services);
        return what == u"list"_s ? list(context, **services) : remove(arguments, context, **services);
    }

private:
    static ExitCode make(const QCommandLineParser &parser, const QStringList &arguments, Context &context, workspace::Services &services)
    {
        const auto presetName = presetNameOf(arguments, context.workspace);
        if (!presetName)
            return context.fail(presetName.error());
        workspace::BaseImageOptions options;
        options.again = parser.isSet(u"again"_s);
        options.offline = parser.isSet(u"offline"_s);
        // The lock's images, where there is a lock: what is made is what build will want.
        const auto lock = lock::readLock(context.workspace.lockPath(*presetName));
        const bool locked = lock && !options.again;
        const auto images = workspace::ensureBaseImages(context.workspace, *presetName, options, services, context.stop, context.progress(),
                                                        locked ? &*lock : nullptr);
        if (!images)
            return context.fail(images.error());
        Json list = Json::array();
        for (const workspace::BaseImageState &image : *images) {
            list.push_back({{"reference", toStd(image.reference)}, {"digest", toStd(image.digest)}, {"size", image.size}, {"made", image.made},
                            {"notices", jsonList(image.notices)}});
            for (const QString &notice : image.notices)
                context.err << notice << '\n';
            if (!context.json)
                context.out << image.reference << "  " << image.digest << "  " << bytesText(image.size) << '\n';
        }
        return context.json ? context.print({{"images", list}}) : ExitCode::Ok;
    }

    static ExitCode print(const QList<workspace::StoredImage> &images, Context &context)
    {
        Json list = Json::array();
        for (const workspace::StoredImage &image : images) {
            list.push_back({{"reference", toStd(image.reference)}, {"digest", toStd(image.digest)}, {"size", image.size}, {"presets", jsonList(image.presetNames)}});
            if (!context.json)
                context.out << image.reference << "  " << image.digest << "  " << bytesText(image.size)
                            << (image.presetNames.isEmpty() ? QString() : u"  "_s + image.presetNames.join(u", "_s)) << '\n';
        }
        return context.json ? context.print({{"images", list}}) : ExitCode::Ok;
    }

    static ExitCode import(const QCommandLineParser &parser, const QStringList &arguments, Context &context, workspace::Services &services)
    {
        const bool engine = parser.isSet(u"engine"_s);
        if (arguments.size() != (engine ? 0 : 1))
            return context.fail({ErrorCode::Usage, coreTr("Say what to import: one file or folder, or --engine."),
                                 coreTr("“dosirak base-image import cuda.tar”, or “dosirak base-image import --engine --as nvidia/cuda:12.4.1-runtime-ubuntu22.04”."), {}, {}, {}});
        const auto images = workspace::importImage(arguments.value(0), parser.value(u"as"_s), services, context.stop, context.progress());
        return images ? print(*images, context) : context.fail(images.error());
    }

    static ExitCode list(Context &context, workspace::Services &services)
    {
        const auto images = workspace::storedImages(context.workspace, services);
        return images ? print(*images, context) : context.fail(images.error());
    }

    static ExitCode remove(const QStringList &arguments, Context &context, workspace::Services &services)
    {
        if (arguments.size() != 1)
            return context.fail({ErrorCode::Usage, coreTr("Say which image: “dosirak base-image remove NAME”; “dosirak base-image list” shows them."), {}, {}, {}, {}});
        const auto freed = workspace::removeImage(arguments.first(), services, context.stop);
        if (!freed)
            return context.fail(freed.error());
        if (context.json)
            return context.print({{"freed", *freed}});
        context.out << coreTr("%1 freed").arg(bytesText(*freed)) << '\n';
        return ExitCode::Ok;
    }
};

} // namespace

std::unique_ptr<Command> makeBaseImage() { return std::make_unique<BaseImage>(); }

} // namespace dosirak::cli

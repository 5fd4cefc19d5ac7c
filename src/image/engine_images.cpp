// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/engine_images.h"

#include "base/files.h"
#include "base/tr.h"
#include "image/archive_import.h"
#include "image/load_stream.h"

#include <QFileInfo>
#include <cerrno>
#include <unistd.h>

namespace dosirak::image {

using namespace Qt::StringLiterals;

namespace {

Failure engineFailed(const EngineCommand &engine, const QString &verb, const QByteArray &errorOutput)
{
    const QString text = QString::fromUtf8(errorOutput).trimmed();
    if (text.contains(u"no space left on device"_s, Qt::CaseInsensitive))
        return fail(ErrorCode::DiskFull, coreTr("The engine has no space left."),
                    coreTr("Free some with “%1 system prune”, or give its data folder more room.").arg(engine.program), text);
    return fail(ErrorCode::ToolFailed, coreTr("“%1 %2” failed.").arg(engine.program, verb),
                coreTr("See the details for the engine's own words; “dosirak doctor” shows what is wrong with an engine."), text);
}

bool saysNoSuchImage(const QByteArray &errorOutput)
{
    const QByteArray text = errorOutput.toLower();
    return text.contains("no such image") || text.contains("no such object") || text.contains("image not known")
        || text.contains("reference does not exist");
}

Failure noSuchImage(const QString &reference)
{
    return fail(ErrorCode::NotFound, coreTr("The engine has no image “%1”.").arg(reference),
                coreTr("Load it first (docker load), or bundle it with the preset."));
}

/// The engine's answer has Docker's names at the top and the OCI ones inside Config.
Result<EngineImage> readInspect(const QByteArray &output)
{
    DOSIRAK_TRY(list, parseJson(output, coreTr("answer of the engine")));
    if (!list.is_array() || list.empty() || !list[0].is_object())
        return fail(ErrorCode::ToolFailed, coreTr("The engine's answer about an image is not understood."), {},
                    QString::fromUtf8(output.left(2000)));
    const Json &image = list[0];
    Json config = {{"architecture", toStd(textAt(image, "Architecture"))}, {"os", toStd(textAt(image, "Os"))},
                   {"created", toStd(textAt(image, "Created"))}};
    if (image.contains("Config") && image["Config"].is_object())
        config["config"] = image["Config"];
    if (image.contains("RootFS") && image["RootFS"].is_object() && image["RootFS"].contains("Layers"))
        config["rootfs"]["diff_ids"] = image["RootFS"]["Layers"];
    EngineImage result;
    DOSIRAK_TRY(parsed, parseConfig(QByteArray::fromStdString(config.dump())));
    result.config = parsed;
    DOSIRAK_TRY(id, stringAt(image, "Id"));
    result.id = id.startsWith("sha256:"_L1) ? id : u"sha256:"_s + id; // podman leaves the algorithm out
    result.size = integerAt(image, "Size").value_or(0);
    return result;
}

} // namespace

ProcessRequest EngineCommand::request(const QStringList &arguments) const
{
    ProcessRequest request;
    request.program = program;
    request.arguments = leading + arguments;
    for (auto variable = environment.cbegin(); variable != environment.cend(); ++variable)
        request.environment.insert(variable.key(), variable.value());
    return request;
}

Result<EngineImage> inspectEngineImage(const EngineCommand &engine, const QString &reference, const std::stop_token &stop)
{
    DOSIRAK_TRY(outcome, runProcess(engine.request({u"image"_s, u"inspect"_s, reference}), stop));
    if (outcome.exitCode != 0)
        return saysNoSuchImage(outcome.errorOutput) ? noSuchImage(reference)
                                                    : engineFailed(engine, u"image inspect"_s, outcome.errorOutput);
    return readInspect(outcome.output);
}

Result<EngineImage> loadIntoEngine(const EngineCommand &engine, const OciLayout &layout, const QString &reference,
                                   const std::stop_token &stop, const ProgressSink &progress)
{
    DOSIRAK_TRY(image, layout.find(reference));
    const auto isThisOne = [&](const EngineImage &there) {
        return there.id == image.id() || there.id == image.descriptor.digest;
    };
    auto there = inspectEngineImage(engine, reference, stop);
    if (there && isThisOne(*there))
        return there;
    if (!there && there.error().code != ErrorCode::NotFound)
        return there;

    DOSIRAK_TRY(stream, LoadStream::open(layout, image, reference));
    Progress state{coreTr("Loading the image into the engine"), reference, 0, stream.totalBytes(), Progress::Unit::Bytes};
    ProcessRequest request = engine.request({u"load"_s, u"--quiet"_s});
    request.timeout = std::chrono::milliseconds(0);
    request.nextInput = [&]() -> Result<QByteArray> {
        auto bytes = stream.next();
        state.done = stream.doneBytes();
        report(progress, state);
        return bytes;
    };
    DOSIRAK_TRY(outcome, runProcess(request, stop));
    if (outcome.exitCode != 0)
        return engineFailed(engine, u"load"_s, outcome.errorOutput + outcome.output);
    DOSIRAK_TRY(loaded, inspectEngineImage(engine, reference, stop));
    if (!isThisOne(loaded))
        return fail(ErrorCode::Integrity, coreTr("The engine holds another image than the one it was given as “%1”.").arg(reference),
                    {}, u"given %1, there %2"_s.arg(image.id(), loaded.id));
    return loaded;
}

Result<void> streamFromEngine(const EngineCommand &engine, const QString &reference,
                        const std::function<Result<void>(QByteArrayView)> &take, const std::stop_token &stop,
                        const ProgressSink &progress)
{
    DOSIRAK_TRY(image, inspectEngineImage(engine, reference, stop));
    Progress state{coreTr("Reading the image from the engine"), reference, 0, image.size, Progress::Unit::Bytes};
    ProcessRequest request = engine.request({u"save"_s, reference});
    request.timeout = std::chrono::milliseconds(0);
    std::stop_source ownStop;
    const std::stop_callback chain(stop, [&] { ownStop.request_stop(); });
    Result<void> taken;
    request.onOutput = [&](const QByteArray &bytes) {
        if (!taken)
            return;
        taken = take(bytes);
        if (!taken)
            ownStop.request_stop();
        state.done += bytes.size();
        report(progress, state);
    };
    auto outcome = runProcess(request, ownStop.get_token());
    if (!taken)
        return taken;
    if (!outcome)
        return Failure(outcome.error());
    if (outcome->exitCode != 0)
        return engineFailed(engine, u"save"_s, outcome->errorOutput);
    return {};
}

Result<LayoutImage> saveFromEngine(const EngineCommand &engine, const QString &reference, const OciLayout &layout,
                                   const std::stop_token &stop, const ProgressSink &progress)
{
    ArchiveImport import(layout);
    DOSIRAK_CHECK(streamFromEngine(engine, reference, [&](QByteArrayView bytes) { return import.feed(bytes); }, stop, progress));
    DOSIRAK_TRY(images, import.finish(reference));
    return images.first();
}

Result<SavedImage> saveToFile(const EngineCommand &engine, const QString &reference, const QString &path,
                              const std::stop_token &stop, const ProgressSink &progress)
{
    DOSIRAK_TRY(image, inspectEngineImage(engine, reference, stop));
    DOSIRAK_CHECK(makeFolder(QFileInfo(path).absolutePath()));
    QFile part(path + u".part"_s);
    errno = 0;
    if (!part.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return Failure(ioError(part.fileName(), errno != 0 ? errno : EACCES));
    Sha256 hash;
    SavedImage saved{path, 0, {}, image.id};
    auto streamed = streamFromEngine(engine, reference, [&](QByteArrayView bytes) -> Result<void> {
        errno = 0;
        if (part.write(bytes.data(), bytes.size()) != bytes.size())
            return Failure(ioError(part.fileName(), errno != 0 ? errno : EIO));
        hash.add(bytes);
        saved.size += bytes.size();
        return {};
    }, stop, progress);
    if (streamed && ::fsync(part.handle()) != 0)
        streamed = Failure(ioError(part.fileName(), errno));
    part.close();
    if (streamed && ::rename(QFile::encodeName(part.fileName()).constData(), QFile::encodeName(path).constData()) != 0)
        streamed = Failure(ioError(path, errno));
    if (!streamed) {
        part.remove();
        return Failure(streamed.error());
    }
    saved.sha256 = QString::fromLatin1(hash.finish());
    DOSIRAK_CHECK(writeFileAtomically(path + u".sha256"_s,
                                      saved.sha256.toLatin1() + "  " + QFileInfo(path).fileName().toUtf8() + '\n'));
    return saved;
}

} // namespace dosirak::image

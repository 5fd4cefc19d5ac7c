// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/build_job.h"

#include "base/files.h"
#include "base/text.h"
#include "base/tr.h"
#include "build/build_run.h"
#include "build/lint.h"
#include "build/recipe.h"
#include "build/smoke_test.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QStorageInfo>
#include <unistd.h>

namespace dosirak::build {

using namespace Qt::StringLiterals;

namespace {

RecipeForm formFor(const Engine &engine)
{
    return engine.bindMounts() ? RecipeForm::BindMounts : RecipeForm::Legacy;
}

qint64 bytesBelow(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return QFileInfo(path).size();
    qint64 bytes = 0;
    for (QDirIterator at(path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); at.hasNext();) {
        at.next();
        bytes += at.fileInfo().size();
    }
    return bytes;
}

/// The steps of one job, in order, with what they leave for each other.
class Job
{
public:
    Job(const BuildJob &job, const std::stop_token &stop, const ProgressSink &progress, const BuildSink &events)
        : m_job(job), m_stop(stop), m_progress(progress), m_events(events)
    {
    }

    Result<BuildRecord> run()
    {
        m_clock.start();
        DOSIRAK_CHECK(begin());
        auto done = work();
        m_record.tookMs = m_clock.elapsed();
        m_record.steps = m_steps.steps();
        if (!done)
            return end(done.error());
        m_record.state = BuildState::Succeeded;
        DOSIRAK_CHECK(writeRecord(m_job.buildsFolder, m_record));
        return m_record;
    }

private:
    Result<void> begin()
    {
        m_record.started = QDateTime::currentDateTimeUtc();
        m_record.id = newBuildId(m_job.lock.presetName, m_record.started);
        m_record.presetName = m_job.lock.presetName;
        m_record.lockSha256 = QString::fromLatin1(m_job.lockSha256);
        m_record.engineId = m_job.engine.id;
        m_record.engineTitle = m_job.engine.title();
        m_record.processId = ::getpid();
        m_folder = recordFolder(m_job.buildsFolder, m_record.id);
        DOSIRAK_CHECK(makeFolder(m_folder));
        return writeRecord(m_job.buildsFolder, m_record);
    }

    Result<BuildRecord> end(Error error)
    {
        m_record.state = error.code == ErrorCode::Cancelled ? BuildState::Cancelled : BuildState::Failed;
        m_record.errorWhat = error.what;
        m_record.errorHint = error.hint;
        m_record.errorDetail = error.detail;
        if (auto written = writeRecord(m_job.buildsFolder, m_record); !written && error.code != ErrorCode::Cancelled)
            error.detail += u'\n' + written.error().text();
        error.detail = u"build "_s + m_record.id + u'\n' + error.detail;
        return Failure(error);
    }

    Result<void> work()
    {
        DOSIRAK_TRY(config, runtimeConfig());
        DOSIRAK_TRY(recipe, renderRecipe({m_job.preset, m_job.lock, m_job.lockSha256, config, formFor(m_job.engine), -1}));
        if (!m_job.tag.isEmpty()) {
            DOSIRAK_CHECK(checkReference(m_job.tag));
            recipe.tag = m_job.tag;
        }
        m_record.tag = recipe.tag;
        m_record.baseImages = recipe.baseImages;
        DOSIRAK_CHECK(writeRecipe(recipe, m_folder));
        DOSIRAK_CHECK(checkContext(recipe));
        DOSIRAK_CHECK(lint(recipe));
        DOSIRAK_CHECK(checkSpace(recipe));
        DOSIRAK_CHECK(build(recipe));
        return m_job.smokeTest ? smoke(recipe) : Result<void>();
    }

    /// The base image that the lock names: among the artifacts, or where it is not bundled in the layout of all presets.
    struct BaseImage {
        image::OciLayout layout;
        image::LayoutImage image;
    };
    std::optional<BaseImage> baseImage(const QString &reference) const
    {
        const lock::Artifact *locked = m_job.lock.find(lock::ArtifactKind::Image, reference);
        for (const QString &folder : {m_job.artifactsFolder + u"/images"_s, m_job.sharedImagesFolder}) {
            const auto layout = image::OciLayout::open(folder);
            const auto image = layout ? layout->find(reference) : Result<image::LayoutImage>(Failure(layout.error()));
            if (image && (!locked || locked->version == image->descriptor.digest))
                return BaseImage{*layout, *image};
        }
        return {};
    }

    /// The base image's own configuration: from a layout, or from the engine when it is not bundled.
    Result<image::ImageConfig> runtimeConfig() const
    {
        const QString reference = m_job.preset.runtimeImage.reference;
        if (const auto base = baseImage(reference))
            return base->layout.config(base->image);
        const auto there = image::inspectEngineImage(m_job.engine.images, reference, m_stop);
        if (there)
            return there->config;
        if (there.error().code == ErrorCode::NotFound)
            return noBase(reference);
        return Failure(there.error());
    }

    Failure noBase(const QString &reference) const
    {
        return fail(ErrorCode::NotFound, coreTr("The base image “%1” is neither among the artifacts nor in the engine.").arg(reference),
                    coreTr("Run “dosirak base-image make %1” where there is a network, or load the image (docker load -i FILE).")
                        .arg(m_job.lock.presetName));
    }

    Result<void> checkContext(const Recipe &recipe) const
    {
        for (const QString &path : recipe.context)
            if (!QFileInfo::exists(m_job.artifactsFolder + u'/' + path))
                return fail(ErrorCode::Incomplete, coreTr("“%1” is missing from the artifacts.").arg(path),
                            coreTr("Run “dosirak sync %1” first.").arg(m_job.lock.presetName));
        return {};
    }

    /// No recipe of ours has such a finding; a template that someone changed may.
    Result<void> lint(const Recipe &recipe)
    {
        const LintReport report = lintDockerfile(recipe.dockerfile);
        if (!report.findings.isEmpty()) {
            const LintFinding &first = report.findings.first();
            return failAt(ErrorCode::Invalid, {m_folder + u"/Dockerfile"_s, first.line, 0, {}}, first.what, first.hint);
        }
        for (const QString &image : report.images)
            DOSIRAK_CHECK(bringImage(image));
        return {};
    }

    Result<void> bringImage(const QString &reference)
    {
        if (const auto base = baseImage(reference)) {
            auto loaded = image::loadIntoEngine(m_job.engine.images, base->layout, reference, m_stop, m_progress);
            return loaded ? Result<void>() : Failure(loaded.error());
        }
        const auto there = image::inspectEngineImage(m_job.engine.images, reference, m_stop);
        if (there)
            return {};
        return there.error().code == ErrorCode::NotFound ? Result<void>(noBase(reference)) : Failure(there.error());
    }

    /// Measured with a 1 GB folder: BuildKit takes three times the artifacts on disk, the legacy builder five and the
    /// context while it arrives.
    Result<void> checkSpace(const Recipe &recipe) const
    {
        const QString folder = m_job.engine.dataFolder;
        if (m_job.engine.remote || folder.isEmpty() || !QFileInfo::exists(folder))
            return {};
        qint64 bytes = 0;
        for (const QString &path : recipe.context)
            bytes += bytesBelow(m_job.artifactsFolder + u'/' + path);
        const qint64 needed = bytes * (recipe.form == RecipeForm::Legacy ? 6 : 3);
        const qint64 free = QStorageInfo(folder).bytesAvailable();
        if (free < 0 || free >= needed)
            return {};
        return fail(ErrorCode::DiskFull, coreTr("The build may need %1 below “%2”, where %3 are free.")
                        .arg(bytesText(needed), folder, bytesText(free)),
                    coreTr("“docker system df” shows what takes the room, “docker builder prune” frees the build cache."));
    }

    Result<void> build(const Recipe &recipe)
    {
        RunRequest request;
        request.engine = m_job.engine;
        request.recipe = recipe;
        request.folder = m_folder;
        request.artifactsFolder = m_job.artifactsFolder;
        request.tag = recipe.tag;
        request.noCache = m_job.noCache;
        request.extraArguments = m_job.extraArguments;
        request.onCommandLine = [this](const QStringList &line) {
            m_record.commandLine = line;
            [[maybe_unused]] const auto written = writeRecord(m_job.buildsFolder, m_record); // shown while it runs
        };
        report(m_progress, {coreTr("Building"), {}, 0, 0, Progress::Unit::Steps});
        DOSIRAK_TRY(outcome, runEngine(request, m_stop, [this](const BuildEvent &event) { take(event); }));
        m_record.imageId = outcome.imageId;
        m_record.imageBytes = outcome.imageBytes;
        return {};
    }

    void take(const BuildEvent &event)
    {
        m_steps.apply(event);
        if (event.kind == BuildEvent::Kind::Step)
            report(m_progress, {coreTr("Building"), stepTitle(event.step), m_steps.ended(), 0, Progress::Unit::Steps});
        if (m_events)
            m_events(event);
    }

    Result<void> smoke(const Recipe &recipe)
    {
        report(m_progress, {coreTr("Testing the image"), recipe.tag, 0, 0, Progress::Unit::Steps});
        SmokeRequest request{m_job.engine, m_record.imageId, u"dosirak-smoke-"_s + m_record.id.toLower(), m_job.preset,
                             m_job.lock, recipe.libraryFolders};
        DOSIRAK_TRY(result, runSmokeTest(request, m_stop));
        m_record.smoke = result;
        if (result.state != SmokeResult::State::Failed)
            return {};
        return fail(ErrorCode::Incomplete, coreTr("The image was built, and its smoke test failed: %1").arg(result.message),
                    coreTr("Correct the preset (packages, imports, commands), then lock, sync and build again."));
    }

    const BuildJob &m_job;
    const std::stop_token &m_stop;
    const ProgressSink &m_progress;
    const BuildSink &m_events;
    QElapsedTimer m_clock;
    QString m_folder;
    BuildRecord m_record;
    BuildSteps m_steps;
};

} // namespace

Result<BuildRecord> runBuild(const BuildJob &job, const std::stop_token &stop, const ProgressSink &progress,
                             const BuildSink &events)
{
    return Job(job, stop, progress, events).run();
}

Result<QByteArray> previewRecipe(const BuildJob &job)
{
    image::ImageConfig config;
    if (const auto layout = image::OciLayout::open(job.artifactsFolder + u"/images"_s); layout)
        if (const auto image = layout->find(job.preset.runtimeImage.reference); image)
            if (const auto read = layout->config(*image); read)
                config = *read;
    DOSIRAK_TRY(recipe, renderRecipe({job.preset, job.lock, job.lockSha256, config, formFor(job.engine), -1}));
    return recipe.dockerfile;
}

} // namespace dosirak::build

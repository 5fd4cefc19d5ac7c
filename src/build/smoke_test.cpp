// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/smoke_test.h"

#include "base/tr.h"
#include "build/recipe_text.h"

#include <QElapsedTimer>
#include <algorithm>

namespace dosirak::build {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView answerMark = "DOSIRAK-SMOKE ";

Json texts(const QStringList &list)
{
    Json json = Json::array();
    for (const QString &text : list)
        json.push_back(toStd(text));
    return json;
}

Json versions(const QList<lock::Artifact> &artifacts, std::optional<lock::Stage> stage)
{
    Json json = Json::object();
    for (const lock::Artifact &artifact : artifacts)
        if (!stage || artifact.stages.testFlag(*stage))
            json[toStd(artifact.name)] = toStd(artifact.version);
    return json;
}

int timeoutOf(const preset::Preset &preset)
{
    return std::clamp(preset.image.smokeTest.timeoutSeconds, 1, 24 * 3600);
}

/// A container that a client started lives on when the client is killed: it is stopped by its name.
void stopContainer(const SmokeRequest &request)
{
    ProcessRequest stop = request.engine.images.request({u"rm"_s, u"--force"_s, request.containerName});
    [[maybe_unused]] const auto outcome = runProcess(stop);
}

struct Ran {
    ProcessOutcome outcome;
    bool late = false;
};

Result<Ran> run(const SmokeRequest &request, const QString &program, const QStringList &arguments, const std::stop_token &stop)
{
    ProcessRequest process = request.engine.images.request(smokeArguments(request, program, arguments));
    process.timeout = std::chrono::seconds(timeoutOf(request.preset));
    QElapsedTimer clock;
    clock.start();
    auto outcome = runProcess(process, stop);
    if (outcome)
        return Ran{*outcome, false};
    stopContainer(request);
    if (outcome.error().code == ErrorCode::ToolFailed && clock.elapsed() >= process.timeout.count())
        return Ran{{}, true};
    return Failure(outcome.error());
}

void judge(SmokeResult &result)
{
    const auto bad = std::find_if(result.checks.begin(), result.checks.end(), [](const SmokeCheck &check) { return !check.passed; });
    result.state = bad == result.checks.end() ? SmokeResult::State::Passed : SmokeResult::State::Failed;
    if (bad != result.checks.end())
        result.message = bad->message.isEmpty() ? bad->name : bad->name + u": "_s + bad->message;
}

SmokeCheck lateCheck(const SmokeRequest &request, const QString &name)
{
    return {name, false, coreTr("it did not end within %1 s").arg(timeoutOf(request.preset))};
}

Result<void> runInPython(const SmokeRequest &request, SmokeResult &result, const std::stop_token &stop)
{
    DOSIRAK_TRY(script, recipeTemplate(u"smoke_test.py"_s));
    const QString spec = QString::fromStdString(smokeSpec(request).dump());
    DOSIRAK_TRY(ran, run(request, u"/opt/venv/bin/python"_s, {u"-c"_s, QString::fromUtf8(script), spec}, stop));
    if (ran.late) {
        result.checks << lateCheck(request, coreTr("the whole test"));
        return {};
    }
    auto checks = readSmokeAnswer(ran.outcome.output);
    if (checks)
        result.checks << *checks;
    else
        result.checks << SmokeCheck{coreTr("start Python in the image"), false,
                                    QString::fromUtf8(ran.outcome.errorOutput + ran.outcome.output).trimmed().right(2000)};
    return {};
}

/// An image without wheels has perhaps no Python: its commands are run one by one.
Result<void> runCommands(const SmokeRequest &request, SmokeResult &result, const std::stop_token &stop)
{
    for (const QString &command : request.preset.image.smokeTest.commands) {
        DOSIRAK_TRY(ran, run(request, u"/bin/sh"_s, {u"-c"_s, command}, stop));
        const QString said = QString::fromUtf8(ran.outcome.output + ran.outcome.errorOutput).trimmed().right(2000);
        result.checks << (ran.late ? lateCheck(request, command) : SmokeCheck{command, ran.outcome.exitCode == 0, said});
    }
    return {};
}

} // namespace

QStringList smokeArguments(const SmokeRequest &request, const QString &program, const QStringList &arguments)
{
    // Without the proxy a signal ends the client at once; with it, it would be handed to a process that ignores it as number 1.
    return QStringList{u"run"_s, u"--rm"_s, u"--sig-proxy=false"_s, u"--network=none"_s, u"--name"_s, request.containerName, u"--entrypoint"_s, program,
                       request.image} + arguments;
}

Json smokeSpec(const SmokeRequest &request)
{
    QStringList libraries;
    if (!request.libraryFolders.isEmpty() && !request.lock.tensorrtVersion.isEmpty())
        libraries << u"libnvinfer.so."_s + request.lock.tensorrtVersion.section(u'.', 0, 0);
    const QString python = request.lock.pythonVersion.isEmpty() ? request.preset.python.version : request.lock.pythonVersion;
    return {{"python", toStd(python)},
            {"wheels", versions(request.lock.of(lock::ArtifactKind::Wheel), std::nullopt)},
            {"debs", versions(request.lock.of(lock::ArtifactKind::Deb), lock::Stage::Runtime)},
            {"imports", texts(request.preset.image.smokeTest.imports)},
            {"commands", texts(request.preset.image.smokeTest.commands)},
            {"libraryFolders", texts(request.libraryFolders)},
            {"libraries", texts(libraries)},
            {"timeout", timeoutOf(request.preset)}};
}

Result<QList<SmokeCheck>> readSmokeAnswer(const QByteArray &output)
{
    const qsizetype at = output.lastIndexOf(QByteArray(answerMark.data(), answerMark.size()));
    if (at < 0)
        return fail(ErrorCode::Invalid, coreTr("The smoke test gave no answer."));
    QByteArray line = output.mid(at + answerMark.size());
    if (const qsizetype end = line.indexOf('\n'); end >= 0)
        line.truncate(end);
    DOSIRAK_TRY(json, parseJson(line, coreTr("answer of the smoke test")));
    if (!json.is_object() || !json.contains("checks") || !json["checks"].is_array())
        return fail(ErrorCode::Invalid, coreTr("The smoke test's answer is not understood."));
    QList<SmokeCheck> checks;
    for (const Json &item : json["checks"]) {
        if (!item.is_object())
            continue;
        const auto passed = item.find("passed");
        checks << SmokeCheck{image::textAt(item, "name"), passed != item.end() && passed->is_boolean() && passed->get<bool>(),
                             image::textAt(item, "message")};
    }
    return checks;
}

Result<SmokeResult> runSmokeTest(const SmokeRequest &request, const std::stop_token &stop)
{
    SmokeResult result;
    QElapsedTimer clock;
    clock.start();
    if (!request.lock.of(lock::ArtifactKind::Wheel).isEmpty())
        DOSIRAK_CHECK(runInPython(request, result, stop));
    else
        DOSIRAK_CHECK(runCommands(request, result, stop));
    result.tookMs = clock.elapsed();
    if (result.checks.isEmpty())
        result.message = coreTr("The preset asks for no check.");
    else
        judge(result);
    return result;
}

} // namespace dosirak::build

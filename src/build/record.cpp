// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/record.h"

#include "base/files.h"
#include "base/safe_path.h"
#include "base/tr.h"
#include "image/oci_types.h"

#include <QDir>
#include <QFileInfo>
#include <QTimeZone>
#include <algorithm>
#include <array>

namespace dosirak::build {

using namespace Qt::StringLiterals;
using image::textAt;

namespace {

constexpr qint64 maxRecordBytes = 64 << 20;

Json texts(const QStringList &list)
{
    Json json = Json::array();
    for (const QString &text : list)
        json.push_back(toStd(text));
    return json;
}

QStringList textsAt(const Json &object, const char *key)
{
    QStringList list;
    const auto found = object.find(key);
    if (found != object.end() && found->is_array())
        for (const Json &item : *found)
            if (item.is_string())
                list << fromStd(item.get<std::string>());
    return list;
}

qint64 numberAt(const Json &object, const char *key, qint64 otherwise = 0)
{
    return integerAt(object, key).value_or(otherwise);
}

Json stepJson(const BuildStep &step)
{
    Json inputs = Json::array();
    for (const int id : step.inputs)
        inputs.push_back(id);
    return {{"id", step.id}, {"name", toStd(step.name)}, {"stage", toStd(step.stage)}, {"number", step.number},
            {"count", step.count}, {"kind", toStd(kindName(step.kind))}, {"state", toStd(stateName(step.state))},
            {"started_ms", step.startedMs}, {"ended_ms", step.endedMs}, {"duration_ms", step.durationMs},
            {"bytes", step.bytesDone}, {"inputs", inputs}, {"error", toStd(step.error)}};
}

template<class Enum, size_t N>
Enum byName(const QString &name, const std::array<Enum, N> &all, QString (*nameOf)(Enum), Enum otherwise)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](Enum one) { return nameOf(one) == name; });
    return found != all.end() ? *found : otherwise;
}

StepState stepStateOf(const QString &name)
{
    return byName(name, std::array{StepState::Waiting, StepState::Running, StepState::Done, StepState::Cached,
                                   StepState::Failed, StepState::Cancelled}, &stateName, StepState::Waiting);
}

BuildStep::Kind stepKindOf(const QString &name)
{
    return byName(name, std::array{BuildStep::Kind::Internal, BuildStep::Kind::From, BuildStep::Kind::Step, BuildStep::Kind::Other},
                  &kindName, BuildStep::Kind::Other);
}

BuildStep stepOf(const Json &json)
{
    BuildStep step;
    step.id = int(numberAt(json, "id"));
    step.name = textAt(json, "name");
    step.stage = textAt(json, "stage");
    step.number = int(numberAt(json, "number"));
    step.count = int(numberAt(json, "count"));
    step.kind = stepKindOf(textAt(json, "kind"));
    step.state = stepStateOf(textAt(json, "state"));
    step.startedMs = numberAt(json, "started_ms", -1);
    step.endedMs = numberAt(json, "ended_ms", -1);
    step.durationMs = numberAt(json, "duration_ms");
    step.bytesDone = numberAt(json, "bytes");
    step.error = textAt(json, "error");
    if (const auto inputs = json.find("inputs"); inputs != json.end() && inputs->is_array())
        for (const Json &input : *inputs)
            if (input.is_number_integer())
                step.inputs << input.get<int>();
    return step;
}

Json smokeJson(const SmokeResult &smoke)
{
    Json checks = Json::array();
    for (const SmokeCheck &check : smoke.checks)
        checks.push_back({{"name", toStd(check.name)}, {"passed", check.passed}, {"message", toStd(check.message)}});
    return {{"state", toStd(smokeStateName(smoke.state))}, {"message", toStd(smoke.message)}, {"took_ms", smoke.tookMs},
            {"checks", checks}};
}

SmokeResult smokeOf(const Json &json)
{
    SmokeResult smoke;
    smoke.state = byName(textAt(json, "state"), std::array{SmokeResult::State::NotRun, SmokeResult::State::Passed,
                                                           SmokeResult::State::Failed},
                         &smokeStateName, SmokeResult::State::NotRun);
    smoke.message = textAt(json, "message");
    smoke.tookMs = numberAt(json, "took_ms");
    if (const auto checks = json.find("checks"); checks != json.end() && checks->is_array())
        for (const Json &item : *checks)
            if (item.is_object())
                smoke.checks << SmokeCheck{textAt(item, "name"), item.contains("passed") && item["passed"] == true,
                                           textAt(item, "message")};
    return smoke;
}

QString recordPath(const QString &buildsFolder, const QString &id)
{
    return recordFolder(buildsFolder, id) + u"/record.json"_s;
}

} // namespace

QString buildStateName(BuildState state)
{
    switch (state) {
    case BuildState::Running: return u"running"_s;
    case BuildState::Succeeded: return u"succeeded"_s;
    case BuildState::Failed: return u"failed"_s;
    case BuildState::Cancelled: return u"cancelled"_s;
    }
    return {};
}

QString smokeStateName(SmokeResult::State state)
{
    switch (state) {
    case SmokeResult::State::NotRun: return u"not-run"_s;
    case SmokeResult::State::Passed: return u"passed"_s;
    case SmokeResult::State::Failed: return u"failed"_s;
    }
    return {};
}

QString newBuildId(const QString &presetName, const QDateTime &nowUtc)
{
    return nowUtc.toUTC().toString(u"yyyyMMdd'T'HHmmsszzz'Z'"_s) + u'-' + presetName;
}

QString recordFolder(const QString &buildsFolder, const QString &id)
{
    return buildsFolder + u'/' + id;
}

QString logPath(const QString &buildsFolder, const QString &id)
{
    return recordFolder(buildsFolder, id) + u"/log.txt"_s;
}

Json recordJson(const BuildRecord &record)
{
    Json steps = Json::array();
    for (const BuildStep &step : record.steps)
        steps.push_back(stepJson(step));
    return {{"record_version", BuildRecord::currentVersion}, {"id", toStd(record.id)}, {"preset", toStd(record.presetName)},
            {"lock_sha256", toStd(record.lockSha256)}, {"state", toStd(buildStateName(record.state))},
            {"started", toStd(record.started.toUTC().toString(Qt::ISODateWithMs))}, {"took_ms", record.tookMs},
            {"engine", {{"id", toStd(record.engineId)}, {"title", toStd(record.engineTitle)}}},
            {"command_line", texts(record.commandLine)}, {"base_images", texts(record.baseImages)}, {"tag", toStd(record.tag)},
            {"image", {{"id", toStd(record.imageId)}, {"bytes", record.imageBytes}}}, {"steps", steps},
            {"smoke_test", smokeJson(record.smoke)}, {"process_id", record.processId},
            {"error", {{"what", toStd(record.errorWhat)}, {"hint", toStd(record.errorHint)}, {"detail", toStd(record.errorDetail)}}}};
}

Result<BuildRecord> parseRecord(const Json &json, const QString &file)
{
    const auto bad = [&] { return fail(ErrorCode::Invalid, coreTr("“%1” is no build record.").arg(file)); };
    if (!json.is_object())
        return bad();
    const qint64 version = numberAt(json, "record_version", -1);
    if (version > BuildRecord::currentVersion)
        return fail(ErrorCode::Unsupported, coreTr("“%1” was written by a newer version of this program.").arg(file),
                    coreTr("Update the program."));
    if (version < 1)
        return bad();
    static const Json none = Json::object();
    const auto part = [&](const char *key) -> const Json & {
        const auto found = json.find(key);
        return found != json.end() && found->is_object() ? *found : none;
    };
    BuildRecord record;
    record.id = textAt(json, "id");
    record.presetName = textAt(json, "preset");
    record.lockSha256 = textAt(json, "lock_sha256");
    record.state = byName(textAt(json, "state"), std::array{BuildState::Running, BuildState::Succeeded, BuildState::Failed,
                                                            BuildState::Cancelled}, &buildStateName, BuildState::Failed);
    record.started = QDateTime::fromString(textAt(json, "started"), Qt::ISODateWithMs).toUTC();
    record.tookMs = numberAt(json, "took_ms");
    record.engineId = textAt(part("engine"), "id");
    record.engineTitle = textAt(part("engine"), "title");
    record.commandLine = textsAt(json, "command_line");
    record.baseImages = textsAt(json, "base_images");
    record.tag = textAt(json, "tag");
    record.imageId = textAt(part("image"), "id");
    record.imageBytes = numberAt(part("image"), "bytes");
    record.processId = numberAt(json, "process_id");
    record.errorWhat = textAt(part("error"), "what");
    record.errorHint = textAt(part("error"), "hint");
    record.errorDetail = textAt(part("error"), "detail");
    record.smoke = smokeOf(part("smoke_test"));
    if (const auto steps = json.find("steps"); steps != json.end() && steps->is_array())
        for (const Json &step : *steps)
            if (step.is_object())
                record.steps << stepOf(step);
    return record.id.isEmpty() ? Result<BuildRecord>(bad()) : Result<BuildRecord>(record);
}

Result<void> writeRecord(const QString &buildsFolder, const BuildRecord &record)
{
    DOSIRAK_CHECK(safeFileName(record.id));
    return writeFileAtomically(recordPath(buildsFolder, record.id), canonicalJson(recordJson(record)));
}

Result<BuildRecord> readRecord(const QString &buildsFolder, const QString &id)
{
    if (!safeFileName(id))
        return fail(ErrorCode::Usage, coreTr("“%1” is not the id of a build.").arg(id), coreTr("“dosirak history” lists them."));
    const QString path = recordPath(buildsFolder, id);
    if (!QFileInfo::exists(path))
        return fail(ErrorCode::NotFound, coreTr("There is no build “%1”.").arg(id), coreTr("“dosirak history” lists them."));
    DOSIRAK_TRY(json, readJson(path, maxRecordBytes));
    return parseRecord(json, path);
}

Result<QList<BuildRecord>> listRecords(const QString &buildsFolder, const QString &presetName, QStringList *unreadable)
{
    QList<BuildRecord> records;
    const QDir folder(buildsFolder);
    for (const QString &id : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed)) {
        if (!presetName.isEmpty() && !id.endsWith(u'-' + presetName))
            continue;
        const auto record = readRecord(buildsFolder, id);
        if (record && (presetName.isEmpty() || record->presetName == presetName))
            records << *record;
        else if (!record && unreadable != nullptr)
            unreadable->append(id);
    }
    return records;
}

Result<void> removeRecord(const QString &buildsFolder, const QString &id)
{
    DOSIRAK_CHECK(readRecord(buildsFolder, id));
    const QString folder = recordFolder(buildsFolder, id);
    if (!QDir(folder).removeRecursively())
        return fail(ErrorCode::Io, coreTr("“%1” could not be removed.").arg(folder));
    return {};
}

} // namespace dosirak::build

// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/facts_verbs.h"

#include "base/files.h"
#include "base/json_schema.h"
#include "base/sha256.h"
#include "base/tr.h"
#include "base/version_pattern.h"

#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QStandardPaths>
#include <map>
#include <memory>

namespace dosirak::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxFactsBytes = 16 * 1024 * 1024;

Result<FactsSet> parsed(const QByteArray &bytes, const QString &path, const QString &name)
{
    DOSIRAK_TRY(facts, compat::Facts::parse(bytes, name));
    DOSIRAK_TRY(json, parseJson(bytes, name));
    return FactsSet{path, facts.version, Sha256::of(bytes), bytes, json};
}

bool isOlder(const FactsSet &set, const FactsSet &other)
{
    return DottedVersion(set.version) < DottedVersion(other.version);
}

/// The rows of a section by their names; those of an object by its keys.
std::map<QString, const Json *> rowsOf(const Json &section)
{
    std::map<QString, const Json *> rows;
    if (section.is_object()) {
        for (const auto &[key, value] : section.items())
            rows.emplace(fromStd(key), &value);
    } else if (section.is_array()) {
        for (const Json &row : section)
            rows.emplace(factsRowName(row), &row);
    }
    return rows;
}

QStringList differingFields(const Json &before, const Json &after)
{
    QStringList fields;
    if (!before.is_object() || !after.is_object())
        return fields;
    for (const auto &[key, value] : after.items())
        if (!before.contains(key) || before.at(key) != value)
            fields.append(fromStd(key));
    for (const auto &[key, value] : before.items())
        if (!after.contains(key))
            fields.append(fromStd(key));
    return fields;
}

} // namespace

QStringList FactsSet::sections() const
{
    QStringList names;
    for (const auto &[key, value] : json.items())
        if (value.is_array())
            names.append(fromStd(key));
    return names;
}

QString importedFactsPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/dosirak/facts.json"_s;
}

Result<FactsSet> readFacts(const QString &path)
{
    DOSIRAK_TRY(bytes, readFile(path, maxFactsBytes));
    DOSIRAK_TRY(set, parsed(bytes, path, path));
    static const JsonSchema schema(compat::Facts::schema());
    const QList<SchemaProblem> problems = schema.problems(set.json);
    if (!problems.isEmpty())
        return failAt(ErrorCode::Invalid, {path, 0, 0, problems.first().pointer}, coreTr("The facts do not hold to their schema: %1").arg(problems.first().what),
                      coreTr("“dosirak schema facts” prints it."));
    return set;
}

Result<FactsSet> shippedFacts()
{
    QFile file(u":/facts/facts.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, coreTr("The facts that ship with the program are not in it."));
    return parsed(file.readAll(), {}, u"facts.json"_s);
}

Result<FactsSet> factsInUse()
{
    DOSIRAK_TRY(shipped, shippedFacts());
    const QString path = importedFactsPath();
    if (!QFileInfo::exists(path))
        return shipped;
    auto imported = readFacts(path);
    if (!imported) {
        Error error = imported.error();
        error.hint = coreTr("Import a set that is whole, or go back to the one that ships: “dosirak facts remove”.");
        return Failure(error);
    }
    return isOlder(*imported, shipped) ? shipped : *imported;
}

Result<const compat::Facts *> typedFactsInUse()
{
    const QString path = importedFactsPath();
    if (!QFileInfo::exists(path))
        return &compat::Facts::shipped();
    DOSIRAK_TRY(set, factsInUse());
    if (set.path.isEmpty())
        return &compat::Facts::shipped();
    // Windows and verbs keep references to facts: a set that was once in use stays, even when another takes its place.
    static QMutex mutex;
    static std::map<QByteArray, std::unique_ptr<compat::Facts>> kept;
    const QMutexLocker lock(&mutex);
    auto &facts = kept[set.sha256];
    if (!facts) {
        DOSIRAK_TRY(typed, compat::Facts::parse(set.bytes, set.path));
        facts = std::make_unique<compat::Facts>(typed);
    }
    return facts.get();
}

QString factsRowName(const Json &row)
{
    QStringList names;
    for (const char *key : {"id", "tag", "distribution", "name", "sm", "branch", "cuda_major", "version"}) {
        if (!row.is_object() || !row.contains(key) || row.at(key).is_null())
            continue;
        names.append(row.at(key).is_string() ? fromStd(row.at(key).get<std::string>()) : fromStd(row.at(key).dump()));
    }
    return names.join(u' ');
}

QList<FactsChange> factsChanges(const Json &before, const Json &after)
{
    QList<FactsChange> changes;
    for (const auto &[key, section] : after.items()) {
        if (!section.is_structured())
            continue;
        static const Json none = Json::array();
        const auto old = rowsOf(before.contains(key) ? before.at(key) : none);
        const auto fresh = rowsOf(section);
        for (const auto &[name, row] : fresh) {
            const auto was = old.find(name);
            if (was == old.end())
                changes.append({fromStd(key), name, FactsChange::Kind::Added, {}});
            else if (*was->second != *row)
                changes.append({fromStd(key), name, FactsChange::Kind::Changed, differingFields(*was->second, *row)});
        }
        for (const auto &[name, row] : old)
            if (!fresh.contains(name))
                changes.append({fromStd(key), name, FactsChange::Kind::Removed, {}});
    }
    return changes;
}

Result<void> importFacts(const FactsSet &set, const QByteArray &sha256)
{
    if (sha256.toLower() != set.sha256)
        return fail(ErrorCode::Integrity, coreTr("“%1” is not the file that was confirmed: its SHA-256 differs.").arg(set.path),
                    coreTr("Get it again, or compare the SHA-256 with where it was published."),
                    coreTr("wanted: %1\nhere:   %2").arg(QString::fromLatin1(sha256), QString::fromLatin1(set.sha256)));
    DOSIRAK_TRY(shipped, shippedFacts());
    if (isOlder(set, shipped))
        return fail(ErrorCode::Refused, coreTr("The facts %1 are older than those that ship with the program, %2.").arg(set.version, shipped.version),
                    coreTr("Import a newer set."));
    DOSIRAK_CHECK(makeFolder(QFileInfo(importedFactsPath()).absolutePath()));
    return writeFileAtomically(importedFactsPath(), set.bytes);
}

Result<void> removeImportedFacts()
{
    QFile file(importedFactsPath());
    if (!file.exists())
        return fail(ErrorCode::NotFound, coreTr("No facts were imported: those that ship with the program are in use."));
    if (!file.remove())
        return fail(ErrorCode::Io, coreTr("“%1” cannot be removed.").arg(file.fileName()), {}, file.errorString());
    return {};
}

} // namespace dosirak::workspace

// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/wheel_resolver.h"

#include "base/files.h"
#include "base/json.h"
#include "base/process.h"
#include "base/tr.h"

#include <QDir>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <mutex>

namespace dosirak::python {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostOfConfiguration = 1024 * 1024;

/// The value of one key in an INI-like or TOML text: `[table]` lines, `key = value`, quotes dropped.
QString valueIn(const QString &path, const QStringList &tables, const QString &key)
{
    const auto bytes = readFile(path, mostOfConfiguration);
    if (!bytes)
        return {};
    QString table;
    QString found;
    for (const QString &raw : QString::fromUtf8(*bytes).split(u'\n')) {
        const QString line = raw.trimmed();
        if (line.startsWith(u'[')) {
            table = line;
            continue;
        }
        const qsizetype equals = line.indexOf(u'=');
        if (equals < 0 || !tables.contains(table) || line.left(equals).trimmed() != key)
            continue;
        QString value = line.mid(equals + 1).trimmed();
        if (value.size() >= 2 && (value.startsWith(u'"') || value.startsWith(u'\'')) && value.endsWith(value.front()))
            value = value.mid(1, value.size() - 2);
        found = value;
    }
    return found;
}

/// The URL of the [[index]] of a uv.toml that has `default = true`.
QString defaultOfUvIndexes(const QString &path)
{
    const auto bytes = readFile(path, mostOfConfiguration);
    if (!bytes)
        return {};
    QString url;
    bool inIndex = false;
    bool isDefault = false;
    for (const QString &raw : (QString::fromUtf8(*bytes) + u"\n[end]"_s).split(u'\n')) {
        const QString line = raw.trimmed();
        if (line.startsWith(u'[')) {
            if (inIndex && isDefault && !url.isEmpty())
                return url;
            inIndex = line == u"[[index]]"_s;
            isDefault = false;
            url.clear();
        }
        const QString key = line.section(u'=', 0, 0).trimmed();
        const QString value = line.section(u'=', 1).trimmed();
        if (key == u"default"_s)
            isDefault = value == u"true"_s;
        if (key == u"url"_s && value.size() >= 2)
            url = value.mid(1, value.size() - 2);
    }
    return {};
}

QString fromFiles(const QProcessEnvironment &environment)
{
    const QString config = environment.value(u"XDG_CONFIG_HOME"_s, QDir::homePath() + u"/.config"_s);
    for (const QString &path : {environment.value(u"UV_CONFIG_FILE"_s), config + u"/uv/uv.toml"_s, u"/etc/uv/uv.toml"_s}) {
        if (path.isEmpty())
            continue;
        if (const QString url = defaultOfUvIndexes(path); !url.isEmpty())
            return url;
        if (const QString url = valueIn(path, {QString(), u"[pip]"_s}, u"index-url"_s); !url.isEmpty())
            return url;
    }
    for (const QString &path : {environment.value(u"PIP_CONFIG_FILE"_s), config + u"/pip/pip.conf"_s,
                                QDir::homePath() + u"/.pip/pip.conf"_s, u"/etc/pip.conf"_s, u"/etc/xdg/pip/pip.conf"_s})
        if (const QString url = path.isEmpty() ? QString() : valueIn(path, {u"[global]"_s, u"[install]"_s}, u"index-url"_s);
            !url.isEmpty())
            return url;
    return {};
}

/// What pip itself would use: only it knows its own default, and this program has none of its own.
Result<std::string> fromPip(const std::stop_token &stop)
{
    ProcessRequest request;
    request.program = u"python3"_s;
    request.arguments = {u"-c"_s, u"from pip._internal.models.index import PyPI; print(PyPI.simple_url)"_s};
    const auto outcome = runProcess(request, stop);
    const QString hint = coreTr("Name an index in the preset or in the settings, or set PIP_INDEX_URL.");
    if (!outcome && outcome.error().code == ErrorCode::Cancelled)
        return tl::unexpected(outcome.error());
    if (!outcome)
        return fail(ErrorCode::MissingTool, coreTr("No wheel index is configured, and pip cannot be asked for its own."), hint,
                    outcome.error().text());
    const QByteArray url = outcome->output.trimmed();
    if (outcome->exitCode != 0 || !url.startsWith("http"))
        return fail(ErrorCode::NotFound, coreTr("No wheel index is configured on this machine."), hint,
                    QString::fromUtf8(outcome->errorOutput));
    return url.toStdString();
}

} // namespace

Result<std::string> defaultIndex(const std::stop_token &stop)
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"UV_DEFAULT_INDEX"_s, u"UV_INDEX_URL"_s, u"PIP_INDEX_URL"_s})
        if (const QString url = environment.value(name).trimmed(); !url.isEmpty())
            return toStd(name == u"UV_DEFAULT_INDEX"_s && url.contains(u"=http"_s) ? url.section(u'=', 1) : url);
    if (const QString url = fromFiles(environment); !url.isEmpty())
        return toStd(url);
    // Starting python takes longer than a warm lock: its answer is kept.
    static std::mutex mutex;
    static std::string kept;
    const std::lock_guard lock(mutex);
    if (kept.empty()) {
        DOSIRAK_TRY(url, fromPip(stop));
        kept = url;
    }
    return kept;
}

} // namespace dosirak::python

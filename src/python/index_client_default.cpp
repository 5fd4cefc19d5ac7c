// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/wheel_resolver.h"

#include "base/files.h"
#include "base/json.h"
#include "python/index_of_pip.h"

#include <QDir>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <mutex>

namespace dosirak::python {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostOfConfiguration = 1024 * 1024;

/// One `key = value` of an INI-like or TOML text with the table it stands in ("" before the first). A list of TOML that
/// goes over several lines, and a value of an INI that does, are one text with blanks between.
struct Setting {
    QString table;
    QString key;
    QString value;
};

QString unquoted(QString value)
{
    value = value.trimmed();
    if (value.size() >= 2 && (value.startsWith(u'"') || value.startsWith(u'\'')) && value.endsWith(value.front()))
        return value.mid(1, value.size() - 2);
    return value;
}

QList<Setting> settingsIn(const QString &path)
{
    QList<Setting> settings;
    const auto bytes = readFile(path, mostOfConfiguration);
    if (!bytes)
        return settings;
    QString table;
    bool inList = false;
    for (const QString &raw : QString::fromUtf8(*bytes).split(u'\n')) {
        const QString line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u';'))
            continue;
        const bool goesOn = inList || ((raw.startsWith(u' ') || raw.startsWith(u'\t')) && !line.contains(u" = "_s));
        if (goesOn && !settings.isEmpty()) {
            settings.last().value += u' ' + line;
            inList = inList && !line.contains(u']');
        } else if (line.startsWith(u'[')) {
            table = line;
            settings.append({table, {}, {}}); // where a table begins: [[index]] comes several times
        } else if (const qsizetype equals = line.indexOf(u'='); equals > 0) {
            settings.append({table, line.left(equals).trimmed(), line.mid(equals + 1).trimmed()});
            inList = settings.last().value.startsWith(u'[') && !settings.last().value.contains(u']');
        }
    }
    return settings;
}

/// The words of a value: of a TOML list its texts, else what blanks separate.
std::vector<std::string> wordsIn(const QString &value)
{
    QString plain = value.trimmed();
    if (plain.startsWith(u'['))
        plain = plain.mid(1, plain.lastIndexOf(u']') - 1).replace(u',', u' ');
    std::vector<std::string> words;
    for (const QString &word : plain.split(u' ', Qt::SkipEmptyParts))
        if (const QString bare = unquoted(word); !bare.isEmpty())
            words.push_back(toStd(bare));
    return words;
}

/// "name=https://…" of uv's variables, without the name.
std::string withoutName(const std::string &word)
{
    const std::size_t scheme = word.find("://");
    const std::size_t equals = word.find('=');
    return equals < scheme && scheme != std::string::npos ? word.substr(equals + 1) : word;
}

bool isTrue(const QString &value)
{
    const QString word = unquoted(value).toLower();
    return word == u"1"_s || word == u"true"_s || word == u"yes"_s || word == u"on"_s;
}

void fill(std::vector<std::string> &list, std::vector<std::string> words)
{
    if (list.empty())
        for (const std::string &word : words)
            list.push_back(withoutName(word));
}

void fillFromEnvironment(const QProcessEnvironment &environment, ConfiguredIndexes &found)
{
    for (const QString &name : {u"UV_DEFAULT_INDEX"_s, u"UV_INDEX_URL"_s, u"PIP_INDEX_URL"_s})
        if (const QString url = environment.value(name).trimmed(); found.defaultUrl.empty() && !url.isEmpty())
            found.defaultUrl = withoutName(toStd(url));
    fill(found.first, wordsIn(environment.value(u"UV_INDEX"_s)));
    for (const QString &name : {u"UV_EXTRA_INDEX_URL"_s, u"PIP_EXTRA_INDEX_URL"_s})
        fill(found.extra, wordsIn(environment.value(name)));
    for (const QString &name : {u"UV_FIND_LINKS"_s, u"PIP_FIND_LINKS"_s})
        fill(found.findLinks, wordsIn(environment.value(name).replace(u',', u' ')));
    found.noIndex = isTrue(environment.value(u"UV_NO_INDEX"_s)) || isTrue(environment.value(u"PIP_NO_INDEX"_s));
}

/// The URLs of uv.toml's [[index]] tables: the one with `default = true`, and the others.
void fillFromUvIndexes(const QList<Setting> &settings, ConfiguredIndexes &found)
{
    QString url;
    bool isDefault = false;
    std::vector<std::string> others;
    const auto take = [&] {
        if (isDefault && found.defaultUrl.empty())
            found.defaultUrl = toStd(url);
        else if (!isDefault && !url.isEmpty())
            others.push_back(toStd(url));
        url.clear();
        isDefault = false;
    };
    for (const Setting &setting : settings) {
        if (setting.key.isEmpty())
            take();
        if (setting.table == u"[[index]]"_s && setting.key == u"default"_s)
            isDefault = isTrue(setting.value);
        if (setting.table == u"[[index]]"_s && setting.key == u"url"_s)
            url = unquoted(setting.value);
    }
    take();
    fill(found.first, others);
}

void fillFromFile(const QString &path, const QStringList &tables, ConfiguredIndexes &found)
{
    const QList<Setting> settings = settingsIn(path);
    fillFromUvIndexes(settings, found);
    for (const Setting &setting : settings) {
        if (!tables.contains(setting.table))
            continue;
        if (setting.key == u"index-url"_s && found.defaultUrl.empty())
            found.defaultUrl = toStd(unquoted(setting.value));
        else if (setting.key == u"extra-index-url"_s)
            fill(found.extra, wordsIn(setting.value));
        else if (setting.key == u"find-links"_s)
            fill(found.findLinks, wordsIn(setting.value));
        else if (setting.key == u"no-index"_s)
            found.noIndex = found.noIndex || isTrue(setting.value);
    }
}

void fillFromFiles(const QProcessEnvironment &environment, ConfiguredIndexes &found)
{
    const QString config = environment.value(u"XDG_CONFIG_HOME"_s, QDir::homePath() + u"/.config"_s);
    for (const QString &path : {environment.value(u"UV_CONFIG_FILE"_s), config + u"/uv/uv.toml"_s, u"/etc/uv/uv.toml"_s})
        if (!path.isEmpty())
            fillFromFile(path, {QString(), u"[pip]"_s}, found);
    for (const QString &path : {environment.value(u"PIP_CONFIG_FILE"_s), config + u"/pip/pip.conf"_s,
                                QDir::homePath() + u"/.pip/pip.conf"_s, u"/etc/pip.conf"_s, u"/etc/xdg/pip/pip.conf"_s})
        if (!path.isEmpty())
            fillFromFile(path, {u"[global]"_s, u"[install]"_s, u"[download]"_s}, found);
}

} // namespace

ConfiguredIndexes configuredIndexes()
{
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    ConfiguredIndexes found;
    fillFromEnvironment(environment, found);
    fillFromFiles(environment, found);
    return found;
}

std::vector<WheelIndex> indexesOfThisMachine()
{
    const ConfiguredIndexes configured = configuredIndexes();
    std::vector<WheelIndex> indexes;
    const auto add = [&indexes](const char *what, const std::vector<std::string> &urls, bool flat = false) {
        int number = 1;
        for (const std::string &url : urls)
            indexes.push_back({what + std::to_string(number++), url, {}, false, flat});
    };
    add("links-", configured.findLinks, true);
    if (configured.noIndex)
        return indexes;
    add("first-", configured.first);
    indexes.push_back({"default", {}, {}, false, false});
    add("extra-", configured.extra);
    return indexes;
}

Result<std::string> defaultIndex(const std::stop_token &stop)
{
    if (const std::string url = configuredIndexes().defaultUrl; !url.empty())
        return url;
    static std::mutex mutex;
    static std::string kept;
    const std::lock_guard lock(mutex);
    if (kept.empty()) {
        const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/dosirak/pip-index"_s;
        DOSIRAK_TRY(url, indexOfPip(cache, stop));
        kept = url;
    }
    return kept;
}

} // namespace dosirak::python

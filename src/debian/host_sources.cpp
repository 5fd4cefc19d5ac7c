// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/process.h"
#include "base/tr.h"
#include "debian/deb822.h"
#include "debian/sources.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace dosirak::debian {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *debianKeyring = "/usr/share/keyrings/debian-archive-keyring.gpg";
constexpr const char *ubuntuKeyring = "/usr/share/keyrings/ubuntu-archive-keyring.gpg";

/// Where sources and keyrings are, as apt's own configuration has it.
struct SourcePlaces {
    QString file;
    QString folder;
    QString keyring;
    QString keyrings; ///< a folder
    bool checkValidUntil = true;
};

/// Reads `FILE='/etc/apt/sources.list'` as apt-config shell writes it.
QString shellValue(const QByteArray &output, const QByteArray &name)
{
    for (const QByteArray &line : output.split('\n')) {
        if (!line.startsWith(name + "='") || !line.endsWith('\''))
            continue;
        QByteArray value = line.mid(name.size() + 2);
        value.chop(1);
        return QString::fromUtf8(value.replace("'\\''", "'"));
    }
    return {};
}

Result<SourcePlaces> askApt(const std::stop_token &stop)
{
    ProcessRequest request;
    request.program = u"apt-config"_s;
    request.arguments = {u"shell"_s,   u"FILE"_s,     u"Dir::Etc::sourcelist/f"_s,   u"FOLDER"_s, u"Dir::Etc::sourceparts/d"_s,
                         u"KEYRING"_s, u"Dir::Etc::trusted/f"_s, u"KEYRINGS"_s, u"Dir::Etc::trustedparts/d"_s,
                         u"DATES"_s,   u"Acquire::Check-Valid-Until/b"_s};
    DOSIRAK_TRY(outcome, runProcess(request, stop));
    if (outcome.exitCode != 0)
        return fail(ErrorCode::ToolFailed, coreTr("apt-config does not say where this machine's sources are."), {},
                    QString::fromUtf8(outcome.errorOutput));
    // A value that is not set is left out by apt-config.
    return SourcePlaces{shellValue(outcome.output, "FILE"), shellValue(outcome.output, "FOLDER"), shellValue(outcome.output, "KEYRING"),
                        shellValue(outcome.output, "KEYRINGS"), shellValue(outcome.output, "DATES") != u"false"_s};
}

std::vector<std::string> keyringsOf(const SourcePlaces &places)
{
    std::vector<std::string> keyrings;
    // apt leaves an empty trusted.gpg alone.
    if (const QFileInfo file(places.keyring); !places.keyring.isEmpty() && file.isFile() && file.size() > 0)
        keyrings.push_back(places.keyring.toStdString());
    if (places.keyrings.isEmpty())
        return keyrings;
    const QDir folder(places.keyrings);
    for (const QString &name : folder.entryList({u"*.gpg"_s, u"*.asc"_s}, QDir::Files, QDir::Name))
        keyrings.push_back(folder.filePath(name).toStdString());
    return keyrings;
}

bool lacksKeyring(const Source &source)
{
    return !source.trusted && source.signedBy.empty() && source.signedByKey.empty();
}

void giveKeyrings(std::vector<Source> &sources, const std::vector<std::string> &keyrings)
{
    for (Source &source : sources) {
        if (lacksKeyring(source))
            source.signedBy = keyrings;
    }
}

bool isSecurity(const std::string &suite)
{
    constexpr std::string_view ending = "-security";
    return suite.size() > ending.size() && suite.compare(suite.size() - ending.size(), ending.size(), ending) == 0;
}

/// "bookworm-updates" and such are not the base suite, flat folders are no suite of a distribution at all.
bool isBase(const std::string &suite)
{
    return !suite.empty() && suite.back() != '/' && suite.find('-') == std::string::npos;
}

const Source *findSource(const std::vector<Source> &host, bool (*fits)(const std::string &))
{
    const auto isDistribution = [](const Source &source) {
        // Of several base suites the one whose component is a distribution's own is meant, not a vendor's.
        return std::find(source.components.begin(), source.components.end(), "main") != source.components.end();
    };
    for (const Source &source : host) {
        if (isDistribution(source) && std::any_of(source.suites.begin(), source.suites.end(), fits))
            return &source;
    }
    return nullptr;
}

void addDefaultKeyring(Source &source)
{
    if (!source.signedBy.empty() || !source.signedByKey.empty() || source.trusted)
        return;
    for (const char *keyring : {debianKeyring, ubuntuKeyring}) {
        if (QFileInfo::exists(QString::fromLatin1(keyring))) {
            source.signedBy.emplace_back(keyring);
            return;
        }
    }
}

} // namespace

Result<std::vector<Source>> readHostSources(const std::stop_token &stop)
{
    DOSIRAK_TRY(places, askApt(stop));
    QStringList paths;
    if (QFileInfo(places.file).isFile())
        paths += places.file;
    const QDir folder(places.folder);
    // apt reads the parts in byte order of their names.
    for (const QString &name : folder.entryList({u"*.list"_s, u"*.sources"_s}, QDir::Files, QDir::Name))
        paths += folder.filePath(name);
    std::vector<Source> sources;
    for (const QString &path : paths) {
        DOSIRAK_TRY(more, readSources(path));
        sources.insert(sources.end(), more.begin(), more.end());
    }
    giveKeyrings(sources, keyringsOf(places));
    for (Source &source : sources)
        source.checkValidUntil = source.checkValidUntil && places.checkValidUntil;
    return sources;
}

Result<void> addHostKeyrings(std::vector<Source> &sources, const std::stop_token &stop)
{
    if (std::none_of(sources.begin(), sources.end(), lacksKeyring))
        return {};
    auto places = askApt(stop);
    if (!places && places.error().code == ErrorCode::MissingTool)
        return {}; // no apt here: a source without a keyring is refused later, by name
    if (!places)
        return tl::unexpected(places.error());
    giveKeyrings(sources, keyringsOf(*places));
    return {};
}

Result<std::vector<Source>> deriveSources(const std::vector<Source> &host, const std::string &name,
                                          const std::vector<std::string> &suites, const std::vector<std::string> &components)
{
    const Source *base = findSource(host, isBase);
    const Source *security = findSource(host, isSecurity);
    std::vector<Source> result;
    for (const std::string &suite : suites) {
        const Source *model = isSecurity(suite) && security ? security : base;
        if (!model || suite.empty() || suite.back() == '/')
            return fail(ErrorCode::NotFound,
                        coreTr("This machine's apt has no source from which %1 could be had.").arg(QString::fromStdString(suite)),
                        coreTr("Write the source's URIs into the preset instead of taking this machine's."));
        Source source = *model;
        source.name = name;
        source.suites = {suite};
        source.architectures.clear();
        if (!components.empty())
            source.components = components;
        addDefaultKeyring(source);
        // Suites from one place go into one source, as people write them.
        if (!result.empty() && result.back().uris == source.uris && result.back().signedBy == source.signedBy
            && result.back().components == source.components)
            result.back().suites.push_back(suite);
        else
            result.push_back(std::move(source));
    }
    return result;
}

Result<std::vector<Source>> hostSources(const std::string &name, const std::vector<std::string> &suites,
                                        const std::vector<std::string> &components, const std::stop_token &stop)
{
    DOSIRAK_TRY(host, readHostSources(stop));
    return deriveSources(host, name, suites, components);
}

} // namespace dosirak::debian

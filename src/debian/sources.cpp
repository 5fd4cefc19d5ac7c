// SPDX-License-Identifier: GPL-3.0-or-later
#include "debian/sources.h"

#include "base/files.h"
#include "base/tr.h"
#include "debian/deb822.h"

#include <algorithm>

namespace dosirak::debian {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxSourcesBytes = 4 << 20;

Failure invalidAt(const std::string &file, int line, const QString &what, const QString &hint = {})
{
    ErrorPlace place;
    place.file = QString::fromStdString(file);
    place.line = line;
    return failAt(ErrorCode::Invalid, place, what, hint);
}

std::vector<std::string> list(std::string_view text)
{
    const auto pieces = words(text);
    return {pieces.begin(), pieces.end()};
}

bool isFlat(const std::string &suite)
{
    return !suite.empty() && suite.back() == '/';
}

bool isFingerprint(const std::string &word)
{
    const std::string_view digits = word.empty() || word.back() != '!' ? std::string_view(word)
                                                                        : std::string_view(word).substr(0, word.size() - 1);
    return (digits.size() == 40 || digits.size() == 64 || digits.size() == 16)
           && digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

/// Signed-By holds paths, fingerprints, or a key block whose empty lines are written as " .".
Result<void> readSignedBy(std::string_view value, Source &source, const std::string &file, int line)
{
    if (value.find("-----BEGIN PGP PUBLIC KEY BLOCK-----") != std::string_view::npos) {
        for (std::string_view text : split(value, '\n'))
            source.signedByKey.append(text == "." ? std::string_view() : text).append("\n");
        return {};
    }
    std::string text(value);
    std::replace(text.begin(), text.end(), ',', ' ');
    for (const std::string &word : list(text)) {
        if (word.front() == '/')
            source.signedBy.push_back(word);
        else if (isFingerprint(word))
            source.fingerprints.push_back(word);
        else
            return invalidAt(file, line, coreTr("Signed-By names neither an absolute path nor a key: %1").arg(QString::fromStdString(word)));
    }
    return {};
}

/// What holds for both forms: a scheme that is known, components exactly where the suite is no folder.
Result<void> checkSource(const Source &source, const std::string &file, int line)
{
    if (source.uris.empty() || source.suites.empty())
        return invalidAt(file, line, coreTr("This source lacks a URI or a suite."));
    for (const std::string &uri : source.uris) {
        const bool known = uri.rfind("http://", 0) == 0 || uri.rfind("https://", 0) == 0 || uri.rfind("file:/", 0) == 0;
        if (!known)
            return invalidAt(file, line, coreTr("This source's URI is not http, https or file: %1").arg(QString::fromStdString(uri)));
    }
    for (const std::string &suite : source.suites) {
        if (isFlat(suite) != source.components.empty())
            return invalidAt(file, line,
                             isFlat(suite) ? coreTr("The suite %1 is a folder, so there can be no components.").arg(QString::fromStdString(suite))
                                           : coreTr("The suite %1 needs components.").arg(QString::fromStdString(suite)),
                             coreTr("A flat repository is written as a folder, with a slash at its end."));
        if (suite.find("..") != std::string::npos)
            return invalidAt(file, line, coreTr("A suite must not contain \"..\"."));
    }
    for (const std::string &architecture : source.architectures) {
        if (architecture.empty() || architecture.find_first_of("/.") != std::string::npos)
            return invalidAt(file, line, coreTr("This is no architecture: %1").arg(QString::fromStdString(architecture)));
    }
    return {};
}

/// "+=" and "-=" forms (arch+=i386) change defaults that are not known here; apt's plain form is enough.
Result<void> readOption(std::string_view name, std::string_view value, Source &source, const std::string &file, int line)
{
    std::string spaced(value);
    std::replace(spaced.begin(), spaced.end(), ',', ' ');
    if (equalsIgnoringCase(name, "arch") || equalsIgnoringCase(name, "architectures"))
        source.architectures = list(spaced);
    else if (equalsIgnoringCase(name, "signed-by"))
        return readSignedBy(value, source, file, line);
    else if (equalsIgnoringCase(name, "trusted"))
        source.trusted = isYes(value);
    else if (equalsIgnoringCase(name, "check-valid-until"))
        source.checkValidUntil = !isNo(value);
    return {};
}

std::string withoutComments(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        // The line itself stays, so that line numbers are right.
        if (!line.empty() && line.front() == '#')
            result += "#\n";
        else
            result.append(line).append("\n");
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return result;
}

Result<void> addStanza(const Stanza &stanza, const std::string &file, std::vector<Source> &sources)
{
    const auto types = list(stanza.value("Types"));
    if (types.empty())
        return invalidAt(file, stanza.line, coreTr("This source has no Types field."));
    if (std::find(types.begin(), types.end(), "deb") == types.end() || isNo(stanza.value("Enabled")))
        return {};
    Source source;
    source.uris = list(stanza.value("URIs"));
    source.suites = list(stanza.value("Suites"));
    source.components = list(stanza.value("Components"));
    source.name = stanza.value("X-Repolib-Name");
    for (const std::string_view option : {"Architectures", "Signed-By", "Trusted", "Check-Valid-Until"}) {
        if (const Field *field = stanza.find(option)) {
            std::string value;
            for (const std::string_view line : split(field->value, '\n')) {
                if (line.empty() || line.front() != '#')
                    value.append(line).append("\n");
            }
            DOSIRAK_CHECK(readOption(option, trimmed(value), source, file, field->line));
        }
    }
    DOSIRAK_CHECK(checkSource(source, file, stanza.line));
    sources.push_back(std::move(source));
    return {};
}

/// One line of a .list file, without its comment.
Result<void> addLine(std::string_view text, const std::string &file, int line, std::vector<Source> &sources)
{
    const auto takeWord = [&] {
        const auto end = std::min(text.find_first_of(" \t"), text.size());
        const std::string_view word = text.substr(0, end);
        text = trimmed(text.substr(end));
        return word;
    };
    const std::string_view type = takeWord();
    if (type == "deb-src")
        return {};
    if (type != "deb")
        return invalidAt(file, line, coreTr("This line begins neither with \"deb\" nor with \"deb-src\"."));
    Source source;
    if (!text.empty() && text.front() == '[') {
        const auto close = text.find(']');
        if (close == std::string_view::npos)
            return invalidAt(file, line, coreTr("The options in brackets do not end."));
        for (const std::string_view option : words(text.substr(1, close - 1))) {
            const auto sign = option.find('=');
            if (sign == std::string_view::npos)
                return invalidAt(file, line, coreTr("An option is written as name=value."));
            DOSIRAK_CHECK(readOption(option.substr(0, sign), option.substr(sign + 1), source, file, line));
        }
        text = trimmed(text.substr(close + 1));
    }
    source.uris.emplace_back(takeWord());
    source.suites.emplace_back(takeWord());
    source.components = list(text);
    DOSIRAK_CHECK(checkSource(source, file, line));
    sources.push_back(std::move(source));
    return {};
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

} // namespace

Result<std::vector<Source>> parseSources(std::string_view text, const std::string &file)
{
    const std::string clean = withoutComments(text);
    std::vector<Source> sources;
    StanzaReader reader(clean);
    Stanza stanza;
    for (;;) {
        auto more = reader.next(stanza);
        if (!more) {
            more.error().place.file = QString::fromStdString(file);
            return tl::unexpected(more.error());
        }
        if (!*more)
            return sources;
        DOSIRAK_CHECK(addStanza(stanza, file, sources));
    }
}

Result<std::vector<Source>> parseSourcesList(std::string_view text, const std::string &file)
{
    std::vector<Source> sources;
    int number = 0;
    for (std::string_view line : split(text, '\n')) {
        ++number;
        line = trimmed(line.substr(0, line.find('#')));
        if (!line.empty())
            DOSIRAK_CHECK(addLine(line, file, number, sources));
    }
    return sources;
}

Result<std::vector<Source>> readSources(const QString &path)
{
    DOSIRAK_TRY(bytes, readFile(path, maxSourcesBytes));
    const std::string_view text(bytes.constData(), std::size_t(bytes.size()));
    return path.endsWith(u".sources"_s) ? parseSources(text, path.toStdString()) : parseSourcesList(text, path.toStdString());
}

std::string writeSources(const std::vector<Source> &sources)
{
    std::string text;
    const auto field = [&](std::string_view name, const std::string &value) {
        if (!value.empty())
            text.append(name).append(": ").append(value).append("\n");
    };
    for (const Source &source : sources) {
        if (!text.empty())
            text += '\n';
        field("Types", "deb");
        field("URIs", joined(source.uris));
        field("Suites", joined(source.suites));
        field("Components", joined(source.components));
        field("Architectures", joined(source.architectures));
        if (!source.signedByKey.empty()) {
            text += "Signed-By:\n";
            for (const std::string_view line : split(trimmed(source.signedByKey), '\n'))
                text.append(" ").append(line.empty() ? "." : line).append("\n");
        } else {
            std::vector<std::string> keys = source.signedBy;
            keys.insert(keys.end(), source.fingerprints.begin(), source.fingerprints.end());
            field("Signed-By", joined(keys));
        }
        field("Trusted", source.trusted ? "yes" : "");
        field("Check-Valid-Until", source.checkValidUntil ? "" : "no");
    }
    return text;
}

} // namespace dosirak::debian

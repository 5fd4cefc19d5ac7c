// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/requirements_file.h"

#include "base/files.h"
#include "base/json.h"
#include "base/tr.h"
#include "python/ascii.h"
#include "python/file_names.h"
#include "python/index_url.h"
#include "python/requirements_lines.h"

#include <QDir>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>

namespace dosirak::python {

namespace {

using namespace Qt::StringLiterals;

// Files that name each other twice over would be read a number of times that doubles with each level.
constexpr int maxFiles = 200;

bool hasVariable(std::string_view text)
{
    for (std::size_t i = text.find("${"); i != std::string_view::npos; i = text.find("${", i + 2)) {
        const std::size_t end = text.find('}', i);
        const std::string_view name = text.substr(i + 2, end == std::string_view::npos ? end : end - i - 2);
        const bool isName = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
            return ascii::isUpper(c) || ascii::isDigit(c) || c == '_';
        });
        if (end != std::string_view::npos && isName)
            return true;
    }
    return false;
}

bool isUrl(std::string_view text)
{
    const std::size_t colon = text.find("://");
    return colon != std::string_view::npos && colon > 0 && text.find_first_of(" \t@[;") > colon;
}

bool isPath(std::string_view text)
{
    return text.starts_with('.') || text.starts_with('/') || text.starts_with('~')
        || (text.find_first_of(" \t@;") == std::string_view::npos && text.find('/') != std::string_view::npos);
}

/// A bare URL of a wheel names its project in its file name: `name @ url`.
std::optional<std::string> namedUrl(std::string_view requirement)
{
    const std::string_view url = requirement.substr(0, std::min(requirement.find_first_of(" \t"), requirement.size()));
    const auto link = resolveIndexLink(url, "file:///");
    const auto wheel = link ? WheelName::read(link->fileName) : std::nullopt;
    if (!wheel)
        return std::nullopt;
    return wheel->name + " @ " + std::string(requirement);
}

class FileReader {
public:
    FileReader(RequirementsFile &out, const QString &rootFile)
        : m_out(out), m_root(QFileInfo(rootFile).absoluteDir().canonicalPath())
    {
    }

    [[nodiscard]] Result<void> readText(const QByteArray &text, const QString &path, bool constraints);

private:
    [[nodiscard]] Result<void> readLine(const LogicalLine &line, const QString &path, bool constraints);
    [[nodiscard]] Result<void> readOption(const LineOption &option, const ErrorPlace &place, bool constraints);
    [[nodiscard]] Result<void> readIncluded(const std::string &name, const ErrorPlace &place, bool constraints);
    [[nodiscard]] Result<void> readRequirement(const SplitLine &split, const ErrorPlace &place, bool constraints);
    [[nodiscard]] Result<void> addHash(const std::string &value, RequirementLine &line, bool &otherAlgorithm) const;
    void addNotice(const LineOption &option, const ErrorPlace &place);

    RequirementsFile &m_out;
    QString m_root;
    QStringList m_open; ///< the files that are being read, outermost first
    int m_files = 0;
};

Result<void> FileReader::readText(const QByteArray &text, const QString &path, bool constraints)
{
    ErrorPlace place;
    place.file = path;
    if (text.size() > maxRequirementsFileSize)
        return failAt(ErrorCode::Invalid, place, coreTr("A requirements file of more than %1 MiB is refused.")
                                                     .arg(maxRequirementsFileSize / 1024 / 1024));
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(text); // drops a byte order mark
    if (decoder.hasError() || decoded.contains(QChar(0)))
        return failAt(ErrorCode::Invalid, place, coreTr("The file is not UTF-8 text."),
                      coreTr("Save it as UTF-8; some editors write UTF-16."));
    m_open.append(QFileInfo(path).absoluteFilePath());
    if (std::find(m_out.files.begin(), m_out.files.end(), m_open.last()) == m_out.files.end())
        m_out.files.push_back(m_open.last());
    ++m_files;
    for (const LogicalLine &line : logicalLines(decoded.toStdString()))
        DOSIRAK_CHECK(readLine(line, path, constraints));
    m_open.removeLast();
    return {};
}

/// Gives an error of a part of a line its place in the file.
Failure placed(Error error, const ErrorPlace &place)
{
    const int inner = error.place.column;
    error.place = place;
    error.place.column = place.column > 0 && inner > 0 ? place.column + inner - 1 : 0;
    return Failure(std::move(error));
}

Result<void> FileReader::readLine(const LogicalLine &line, const QString &path, bool constraints)
{
    const ErrorPlace place{path, line.line, line.column, {}};
    if (hasVariable(line.text))
        return failAt(ErrorCode::Unsupported, place,
                      coreTr("The line takes a value from an environment variable, which is not done here: a lock must not "
                             "depend on the shell it was made in."),
                      coreTr("Write the value itself. Passwords for an index belong in ~/.netrc."));
    auto split = splitLine(line.text);
    if (!split)
        return placed(std::move(split).error(), place);
    if (!split->requirement.empty())
        return readRequirement(*split, place, constraints);
    for (const LineOption &option : split->options)
        DOSIRAK_CHECK(readOption(option, place, constraints));
    return {};
}

void FileReader::addNotice(const LineOption &option, const ErrorPlace &place)
{
    m_out.notices.push_back(coreTr("%1: %2 means nothing here and was passed over.").arg(place.text(), fromStd(option.name)));
}

Result<void> FileReader::readOption(const LineOption &option, const ErrorPlace &place, bool constraints)
{
    if (option.name == "--requirement")
        return readIncluded(option.value, place, constraints);
    if (option.name == "--constraint")
        return readIncluded(option.value, place, true);
    if (option.name == "--editable")
        return failAt(ErrorCode::Unsupported, place,
                      coreTr("“%1” is to be installed from a folder that one edits in; an image needs a wheel.")
                          .arg(fromStd(option.value)),
                      coreTr("Build a wheel of it (pip wheel) and give its folder with --find-links."));
    if (option.name == "--hash")
        return failAt(ErrorCode::Invalid, place, coreTr("--hash belongs on the line of a requirement."));
    if (option.name == "--index-url") {
        m_out.indexUrl = option.value;
    } else if (option.name == "--extra-index-url") {
        m_out.extraIndexUrls.push_back(option.value);
    } else if (option.name == "--find-links") {
        const QDir folder = QFileInfo(place.file).absoluteDir();
        m_out.findLinks.push_back(isUrl(option.value)
                                      ? option.value
                                      : toStd(QDir::cleanPath(folder.absoluteFilePath(fromStd(option.value)))));
    } else if (option.name == "--no-index") {
        m_out.noIndex = true;
    } else if (option.name == "--pre") {
        m_out.pre = true;
    } else if (option.name == "--require-hashes") {
        m_out.requireHashes = true;
    } else {
        addNotice(option, place);
    }
    return {};
}

Result<void> FileReader::readIncluded(const std::string &name, const ErrorPlace &place, bool constraints)
{
    if (isUrl(name))
        return failAt(ErrorCode::Unsupported, place, coreTr("“%1” is not read: only local files are.").arg(fromStd(name)),
                      coreTr("Download the file, look at it, and name your copy."));
    const QString path = QDir::cleanPath(QFileInfo(place.file).dir().filePath(fromStd(name)));
    const QFileInfo file(path);
    const QString canonical = file.canonicalFilePath(); // links resolved; empty: not there
    if (canonical.isEmpty())
        return failAt(ErrorCode::NotFound, place, coreTr("The file “%1” does not exist.").arg(path));
    if (m_root.isEmpty() || !canonical.startsWith(m_root.endsWith(u'/') ? m_root : m_root + u'/'))
        return failAt(ErrorCode::Invalid, place,
                      coreTr("“%1” lies outside the folder of the first requirements file and is not read.").arg(path),
                      coreTr("Name the outer file itself, or keep all of them in one folder."));
    if (m_open.contains(file.absoluteFilePath()) || m_open.contains(canonical))
        return failAt(ErrorCode::Invalid, place, coreTr("“%1” names itself, directly or through others.").arg(path));
    if (m_open.size() >= maxRequirementsFileDepth || m_files >= maxFiles)
        return failAt(ErrorCode::Invalid, place,
                      coreTr("The files name each other more than %1 deep, or they are more than %2.")
                          .arg(maxRequirementsFileDepth).arg(maxFiles));
    auto text = readFile(path, maxRequirementsFileSize);
    if (!text)
        return placed(std::move(text).error(), place);
    return readText(*text, path, constraints);
}

Result<void> FileReader::addHash(const std::string &value, RequirementLine &line, bool &otherAlgorithm) const
{
    const std::size_t colon = std::min(value.find(':'), value.size());
    const std::string algorithm = ascii::lowered(std::string_view(value).substr(0, colon));
    const std::string digits = ascii::lowered(std::string_view(value).substr(std::min(colon + 1, value.size())));
    const bool hex = digits.find_first_not_of("0123456789abcdef") == std::string::npos;
    const std::size_t size = algorithm == "sha256" ? 64 : algorithm == "sha384" ? 96 : algorithm == "sha512" ? 128 : 0;
    if (size == 0 || digits.size() != size || !hex)
        return failAt(ErrorCode::Invalid, line.place, coreTr("“%1” is not a hash.").arg(fromStd(value).left(200)),
                      coreTr("Hashes look like sha256: and 64 hexadecimal digits."));
    if (algorithm == "sha256")
        line.sha256.push_back(digits);
    else
        otherAlgorithm = true;
    return {};
}

Result<void> FileReader::readRequirement(const SplitLine &split, const ErrorPlace &place, bool constraints)
{
    std::string text = split.requirement;
    if (isUrl(text) || isPath(text)) {
        auto named = isUrl(text) ? namedUrl(text) : std::nullopt;
        if (!named)
            return failAt(ErrorCode::Unsupported, place, coreTr("“%1” does not say which package it is.").arg(fromStd(text)),
                          coreTr("Write it as “name @ URL”; a local wheel as “name @ file:///path/to/its.whl”."));
        text = *std::move(named);
    }
    auto requirement = Requirement::parse(text);
    if (!requirement)
        return placed(std::move(requirement).error(), text == split.requirement ? place : ErrorPlace{place.file, place.line, 0, {}});
    if (constraints && !requirement->extras.empty())
        return failAt(ErrorCode::Invalid, place, coreTr("A constraint cannot have extras (“%1”).").arg(fromStd(text)));

    RequirementLine line{*std::move(requirement), {}, place};
    bool otherAlgorithm = false;
    for (const LineOption &option : split.options) {
        if (option.name == "--hash")
            DOSIRAK_CHECK(addHash(option.value, line, otherAlgorithm));
        else if (option.name == "--config-settings")
            addNotice(option, place);
        else
            return failAt(ErrorCode::Invalid, place,
                          coreTr("%1 needs a line of its own.").arg(fromStd(option.name)));
    }
    if (otherAlgorithm && line.sha256.empty())
        return failAt(ErrorCode::Unsupported, place, coreTr("The requirement has hashes, and none of them is a SHA-256."),
                      coreTr("Add a --hash=sha256:… of each file."));
    m_out.requireHashes = m_out.requireHashes || (!constraints && !line.sha256.empty());
    (constraints ? m_out.constraints : m_out.requirements).push_back(std::move(line));
    return {};
}

} // namespace

Result<RequirementsFile> RequirementsFile::parse(const QByteArray &text, const QString &path)
{
    RequirementsFile file;
    FileReader reader(file, path);
    DOSIRAK_CHECK(reader.readText(text, path, false));
    return file;
}

Result<RequirementsFile> RequirementsFile::read(const QString &path)
{
    DOSIRAK_TRY(text, readFile(path, maxRequirementsFileSize));
    return parse(text, path);
}

} // namespace dosirak::python

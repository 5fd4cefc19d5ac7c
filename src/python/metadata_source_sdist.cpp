// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/metadata_source_sdist.h"

#include "base/json.h"
#include "base/tr.h"
#include "python/metadata.h"

#include <KArchiveDirectory>
#include <KArchiveFile>
#include <KCompressionDevice>
#include <KTar>
#include <KZip>
#include <QBuffer>

#include <algorithm>
#include <memory>

namespace dosirak::python {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostOfScript = 1024 * 1024;
constexpr qint64 mostUnpacked = qint64(1024) * 1024 * 1024;

Failure broken(const std::string &fileName)
{
    return fail(ErrorCode::Invalid, coreTr("“%1” is not a readable source archive.").arg(fromStd(fileName)));
}

std::string textOf(const KArchiveDirectory &folder, const QString &name, qint64 most)
{
    const KArchiveFile *file = folder.file(name);
    if (file == nullptr || file->size() > most)
        return {};
    return file->data().toStdString();
}

/// A small archive can unpack to very much: the size is known only by unpacking, so that is done in blocks and bounded.
Result<QByteArray> unpackGzip(const QByteArray &archive, const std::string &fileName)
{
    QBuffer packed;
    packed.setData(archive);
    packed.open(QIODevice::ReadOnly);
    KCompressionDevice device(&packed, false, KCompressionDevice::GZip);
    if (!device.open(QIODevice::ReadOnly))
        return broken(fileName);
    QByteArray plain;
    while (true) {
        const QByteArray block = device.read(1024 * 1024);
        if (block.isEmpty())
            break;
        plain += block;
        if (plain.size() > mostUnpacked)
            return fail(ErrorCode::Invalid, coreTr("“%1” unpacks to more than %2 bytes.").arg(fromStd(fileName)).arg(mostUnpacked));
    }
    if (device.error() != QFileDevice::NoError)
        return broken(fileName);
    return plain;
}

} // namespace

namespace {

/// The strings of a TOML array; @p text begins behind its "[".
std::vector<std::string> stringsOfArray(std::string_view text)
{
    std::vector<std::string> found;
    for (std::size_t at = 0; at < text.size() && text[at] != ']'; ++at) {
        const char c = text[at];
        std::size_t end = at;
        if (c == '#')
            end = text.find('\n', at);
        else if (c == '"' || c == '\'')
            end = text.find(c, at + 1);
        if (end == std::string_view::npos)
            break;
        if (c == '"' || c == '\'')
            found.emplace_back(text.substr(at + 1, end - at - 1));
        at = end;
    }
    return found;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r");
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

} // namespace

std::vector<std::string> buildRequiresIn(std::string_view pyproject)
{
    // One table and one list of strings are wanted of TOML: found by their shape, strings taken as they stand.
    bool inTable = false;
    for (std::size_t at = 0; at < pyproject.size();) {
        const std::size_t end = std::min(pyproject.find('\n', at), pyproject.size());
        const std::string_view line = trimmed(pyproject.substr(at, end - at));
        if (line.starts_with('['))
            inTable = line.starts_with("[build-system]");
        const std::size_t equals = line.find('=');
        if (inTable && equals != std::string_view::npos && trimmed(line.substr(0, equals)) == "requires") {
            const std::size_t open = pyproject.find('[', at);
            return open == std::string_view::npos ? std::vector<std::string>() : stringsOfArray(pyproject.substr(open + 1));
        }
        at = end + 1;
    }
    return {};
}

std::vector<std::string> indexesFetchedBy(std::string_view script)
{
    const auto says = [script](std::string_view words) { return script.find(words) != std::string_view::npos; };
    const bool runsPip = says("pip") && (says("subprocess") || says("os.system"))
        && (says("\"install\"") || says("'install'") || says("pip install") || says("pip download"));
    std::vector<std::string> found;
    if (!runsPip || !says("index-url"))
        return found;
    for (std::size_t at = script.find("http"); at != std::string_view::npos; at = script.find("http", at + 4)) {
        const std::string_view rest = script.substr(at);
        if (!rest.starts_with("http://") && !rest.starts_with("https://"))
            continue;
        std::string url(rest.substr(0, std::min(rest.find_first_of(" \t\r\n\"'`<>(){}\\,"), rest.size())));
        if (std::find(found.begin(), found.end(), url) == found.end())
            found.push_back(std::move(url));
    }
    if (found.empty())
        found.emplace_back();
    return found;
}

Result<SdistContents> readSdistArchive(const QByteArray &archive, const std::string &fileName)
{
    QBuffer buffer;
    std::unique_ptr<KArchive> reader;
    if (fileName.ends_with(".tar.gz")) {
        DOSIRAK_TRY(plain, unpackGzip(archive, fileName));
        buffer.setData(plain);
        reader = std::make_unique<KTar>(&buffer);
    } else if (fileName.ends_with(".zip")) {
        buffer.setData(archive);
        reader = std::make_unique<KZip>(&buffer);
    } else {
        return fail(ErrorCode::Unsupported, coreTr("“%1” is a kind of source archive that cannot be read.").arg(fromStd(fileName)));
    }
    buffer.open(QIODevice::ReadOnly);
    if (!reader->open(QIODevice::ReadOnly))
        return broken(fileName);
    const KArchiveDirectory *root = reader->directory();
    for (const QString &name : root->entries()) {
        const KArchiveEntry *entry = root->entry(name);
        if (!entry->isDirectory())
            continue;
        const auto &top = static_cast<const KArchiveDirectory &>(*entry);
        SdistContents contents;
        contents.pkgInfo = textOf(top, u"PKG-INFO"_s, maxMetadataSize);
        if (contents.pkgInfo.empty())
            continue;
        contents.buildRequires = buildRequiresIn(textOf(top, u"pyproject.toml"_s, mostOfScript));
        if (contents.buildRequires.empty())
            contents.buildRequires = {"setuptools", "wheel"}; // PEP 517: what stands for no pyproject.toml
        contents.fetchesFrom = indexesFetchedBy(textOf(top, u"setup.py"_s, mostOfScript));
        return contents;
    }
    return broken(fileName);
}

} // namespace dosirak::python

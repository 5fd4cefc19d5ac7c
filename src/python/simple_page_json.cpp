// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/tr.h"
#include "python/simple_page.h"
#include "python/simple_page_builder.h"

#include <limits>
#include <nlohmann/json.hpp>

namespace dosirak::python {

namespace {

using namespace Qt::StringLiterals;

/// Reads a page as its bytes go by: pages of 20 MB and more exist, and a tree of one takes ten times as much.
/// The signatures are those of nlohmann::json_sax.
class PageReader {
public:
    PageReader(SimplePage &page, std::string_view url) : m_page(page), m_url(url) {}

    [[nodiscard]] const QString &why() const { return m_why; }
    [[nodiscard]] bool isTooLong() const { return m_tooLong; }
    [[nodiscard]] bool hasFiles() const { return m_hasFiles; }

    bool null() { return true; }
    bool boolean(bool value);
    bool number_integer(std::int64_t) { return true; }
    bool number_unsigned(std::uint64_t value);
    bool number_float(double, const std::string &) { return true; }
    bool string(std::string &value);
    bool binary(std::vector<std::uint8_t> &) { return true; }
    bool start_object(std::size_t);
    bool key(std::string &name);
    bool end_object();
    bool start_array(std::size_t);
    bool end_array();
    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &);

private:
    enum class At {
        Outside, Page, Meta, Tracks, Files, File, Hashes, CoreMetadata, DistInfoMetadata, Versions, Locations, Status, Other
    };
    struct Frame {
        At at;
        std::string key;
    };

    static constexpr std::size_t maxDepth = 64;

    [[nodiscard]] At at() const { return m_frames.empty() ? At::Outside : m_frames.back().at; }
    [[nodiscard]] bool isKey(std::string_view name) const { return !m_frames.empty() && m_frames.back().key == name; }
    [[nodiscard]] At objectHere() const;
    [[nodiscard]] At arrayHere() const;
    bool enter(At at);
    void claimMetadata(At at, bool there);
    bool refuse(const QString &why);
    void textOfFile(std::string &value);
    void textOfPage(std::string &value);

    SimplePage &m_page;
    std::string_view m_url;
    std::vector<Frame> m_frames;
    RawSimpleFile m_file;
    QString m_why;
    bool m_tooLong = false;
    bool m_hasFiles = false;
};

bool PageReader::refuse(const QString &why)
{
    m_why = why;
    return false;
}

bool PageReader::enter(At at)
{
    if (m_frames.size() >= maxDepth)
        return refuse(coreTr("it nests too deep."));
    m_frames.push_back({at, {}});
    return true;
}

PageReader::At PageReader::objectHere() const
{
    switch (at()) {
    case At::Outside:
        return At::Page;
    case At::Page:
        return isKey("meta") ? At::Meta : isKey("project-status") ? At::Status : At::Other;
    case At::Files:
        return At::File;
    case At::File:
        if (isKey("hashes"))
            return At::Hashes;
        return isKey("core-metadata") ? At::CoreMetadata : isKey("dist-info-metadata") ? At::DistInfoMetadata : At::Other;
    default:
        return At::Other;
    }
}

PageReader::At PageReader::arrayHere() const
{
    if (at() == At::Page)
        return isKey("files") ? At::Files : isKey("versions") ? At::Versions
                                        : isKey("alternate-locations") ? At::Locations : At::Other;
    return at() == At::Meta && isKey("tracks") ? At::Tracks : At::Other;
}

bool PageReader::start_object(std::size_t)
{
    const At next = objectHere();
    if (at() == At::Page && isKey("files"))
        return refuse(coreTr("its list of files is none."));
    if (next == At::File)
        m_file = {};
    if (next == At::CoreMetadata || next == At::DistInfoMetadata)
        claimMetadata(next, true);
    return enter(next);
}

bool PageReader::start_array(std::size_t)
{
    if (at() == At::Outside)
        return refuse(coreTr("it is a list, and an object is expected."));
    const At next = arrayHere();
    m_hasFiles = m_hasFiles || next == At::Files;
    return enter(next);
}

bool PageReader::key(std::string &name)
{
    m_frames.back().key.swap(name);
    return true;
}

bool PageReader::end_object()
{
    const At ended = at();
    m_frames.pop_back();
    if (ended == At::File && !addFile(m_page, std::move(m_file), m_url)) {
        m_tooLong = true;
        return false;
    }
    return true;
}

bool PageReader::end_array()
{
    m_frames.pop_back();
    return true;
}

void PageReader::claimMetadata(At at, bool there)
{
    auto &claim = at == At::CoreMetadata ? m_file.coreMetadata : m_file.distInfoMetadata;
    claim = MetadataClaim{there, {}};
}

bool PageReader::boolean(bool value)
{
    if (at() != At::File)
        return true;
    if (isKey("yanked"))
        m_file.said.yanked = value;
    else if (isKey("core-metadata"))
        claimMetadata(At::CoreMetadata, value);
    else if (isKey("dist-info-metadata"))
        claimMetadata(At::DistInfoMetadata, value);
    return true;
}

bool PageReader::number_unsigned(std::uint64_t value)
{
    const bool fits = value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (at() == At::File && isKey("size") && fits)
        m_file.said.size = static_cast<std::int64_t>(value);
    return true;
}

void PageReader::textOfFile(std::string &value)
{
    if (isKey("filename")) {
        m_file.fileName = std::move(value);
    } else if (isKey("url")) {
        m_file.link = std::move(value);
    } else if (isKey("requires-python")) {
        m_file.said.requiresPython = std::move(value);
    } else if (isKey("upload-time")) {
        m_file.said.uploadTime = std::move(value);
    } else if (isKey("yanked")) { // a text is a reason; the empty one is none at all (PEP 691)
        m_file.said.yanked = !value.empty();
        m_file.said.yankedReason = std::move(value);
    }
}

void PageReader::textOfPage(std::string &value)
{
    if (at() == At::Page && isKey("name"))
        m_page.name = std::move(value);
    else if (at() == At::Meta && isKey("api-version"))
        m_page.apiVersion = std::move(value);
    else if (at() == At::Tracks)
        m_page.tracks.push_back(std::move(value));
    else if (at() == At::Versions)
        m_page.versions.push_back(std::move(value));
    else if (at() == At::Locations)
        m_page.alternateLocations.push_back(std::move(value));
    else if (at() == At::Status && isKey("status"))
        m_page.projectStatus = value == "active" ? "" : std::move(value);
}

bool PageReader::string(std::string &value)
{
    switch (at()) {
    case At::File:
        textOfFile(value);
        break;
    case At::Hashes:
        addHash(m_file.said.hashes, m_frames.back().key, value);
        break;
    case At::CoreMetadata:
        addHash(m_file.coreMetadata->hashes, m_frames.back().key, value);
        break;
    case At::DistInfoMetadata:
        addHash(m_file.distInfoMetadata->hashes, m_frames.back().key, value);
        break;
    default:
        textOfPage(value);
    }
    return true;
}

bool PageReader::parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &)
{
    return refuse(coreTr("it is not JSON at byte %1.").arg(position));
}

} // namespace

Result<SimplePage> parseSimpleJson(std::string_view bytes, std::string_view url)
{
    DOSIRAK_CHECK(checkPageSize(bytes, url));
    SimplePage page;
    PageReader reader(page, url);
    const bool read = nlohmann::json::sax_parse(bytes, &reader);
    if (reader.isTooLong())
        return tooManyFiles(url);
    if (!read)
        return brokenPage(url, reader.why());
    DOSIRAK_CHECK(checkApiVersion(page.apiVersion, url));
    if (!reader.hasFiles())
        return brokenPage(url, coreTr("it has no list of files."));
    return page;
}

} // namespace dosirak::python

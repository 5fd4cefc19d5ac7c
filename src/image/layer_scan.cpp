// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/layer_scan.h"

#include "base/tr.h"

namespace dosirak::image {

namespace {

constexpr qsizetype maxStatusBytes = 64 << 20;
constexpr qsizetype maxMetadataBytes = 64 << 10;

} // namespace

LayerScanner::LayerScanner()
    : m_tar({[this](const TarEntry &entry) { return onEntry(entry); },
             [this](QByteArrayView bytes) { return onData(bytes); },
             [this]() -> Result<void> {
                 onEntryEnd();
                 return {};
             }}),
      m_inflater([this](QByteArrayView bytes) { return m_tar.feed(bytes); })
{
}

Result<void> LayerScanner::feed(QByteArrayView bytes)
{
    return m_inflater.feed(bytes);
}

Result<LayerScan> LayerScanner::finish()
{
    DOSIRAK_CHECK(m_inflater.finish());
    DOSIRAK_CHECK(m_tar.finish());
    return std::move(m_scan);
}

Result<void> LayerScanner::onEntry(const TarEntry &entry)
{
    m_keep = Keep::Nothing;
    m_kept.clear();
    m_path = entry.path;
    const qsizetype slash = entry.path.lastIndexOf('/');
    const QByteArray folder = slash < 0 ? QByteArray() : entry.path.left(slash);
    const QByteArray name = entry.path.mid(slash + 1);
    if (name == ".wh..wh..opq") {
        m_scan.emptied << folder;
        return {};
    }
    if (name.startsWith(".wh..wh.")) // aufs' own bookkeeping
        return {};
    if (name.startsWith(".wh.")) {
        m_scan.removed << (folder.isEmpty() ? name.mid(4) : folder + '/' + name.mid(4));
        return {};
    }
    if (entry.path.isEmpty())
        return {};
    m_scan.files << LayerFile{entry.path, entry.size, entry.type == TarEntry::Type::Folder};
    m_scan.unpackedBytes += entry.size;
    if (entry.type != TarEntry::Type::File)
        return {};
    if (entry.path == "var/lib/dpkg/status")
        m_keep = Keep::Status;
    else if (folder == "var/lib/dpkg/status.d" && !name.endsWith(".md5sums"))
        m_keep = Keep::StatusPart;
    else if (name == "METADATA" && folder.endsWith(".dist-info"))
        m_keep = Keep::Metadata;
    return {};
}

Result<void> LayerScanner::onData(QByteArrayView bytes)
{
    if (m_keep == Keep::Nothing)
        return {};
    if (m_keep == Keep::Metadata)
        bytes = bytes.first(std::min(bytes.size(), maxMetadataBytes - std::min(maxMetadataBytes, m_kept.size())));
    m_kept.append(bytes);
    if (m_kept.size() > maxStatusBytes)
        return fail(ErrorCode::Unsupported, coreTr("The image's list of packages is larger than 64 MiB."));
    return {};
}

void LayerScanner::onEntryEnd()
{
    switch (m_keep) {
    case Keep::Nothing: break;
    case Keep::Status: m_scan.dpkgStatus = m_kept.isNull() ? QByteArray("") : m_kept; break;
    case Keep::StatusPart: m_scan.dpkgStatusParts.insert(m_path, m_kept); break;
    case Keep::Metadata: m_scan.distInfo.insert(m_path, m_kept); break;
    }
    m_keep = Keep::Nothing;
}

} // namespace dosirak::image

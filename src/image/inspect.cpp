// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/inspect.h"

#include "base/files.h"
#include "base/sha256.h"
#include "base/tr.h"
#include "image/archive_import.h"

#include <QFile>
#include <QHash>
#include <algorithm>
#include <cerrno>
#include <optional>

namespace dosirak::image {

using namespace Qt::StringLiterals;

namespace {

/// Lays scanned layers over each other and counts what can never be seen again.
class Overlay
{
public:
    explicit Overlay(const QList<LayerScan> &scans) : m_scans(scans)
    {
        for (int layer = 0; layer < int(scans.size()); ++layer)
            put(layer);
    }

    [[nodiscard]] bool wasted(int layer, qsizetype file) const { return m_wasted.contains({layer, file}); }
    [[nodiscard]] bool visible(const QByteArray &path) const { return m_visible.contains(path); }
    [[nodiscard]] double efficiency() const
    {
        double smallest = 0;
        double all = 0;
        for (const Sizes &sizes : m_sizes) {
            smallest += double(sizes.smallest);
            all += double(sizes.sum);
        }
        return all > 0 ? smallest / all : 1;
    }

private:
    using Place = std::pair<int, qsizetype>;
    struct Sizes {
        qint64 smallest = 0;
        qint64 sum = 0;
    };

    void put(int layer)
    {
        const LayerScan &scan = m_scans.at(layer);
        // What a layer hides is what lies below it, never its own files: hide first.
        for (const QByteArray &path : scan.removed)
            hide(path, true);
        for (const QByteArray &path : scan.emptied)
            hide(path, false);
        for (qsizetype i = 0; i < scan.files.size(); ++i) {
            const LayerFile &file = scan.files.at(i);
            const auto below = m_visible.find(file.path);
            if (below != m_visible.end()) {
                const bool wasFolder = m_scans.at(below->first).files.at(below->second).folder;
                if (!wasFolder)
                    m_wasted.insert(*below);
                else if (!file.folder)
                    hide(file.path, true);
            }
            m_visible.insert(file.path, {layer, i});
            if (!file.folder)
                count(file);
        }
    }

    void count(const LayerFile &file)
    {
        const auto found = m_sizes.find(file.path);
        if (found == m_sizes.end()) {
            m_sizes.insert(file.path, {file.size, file.size});
        } else {
            found->smallest = std::min(found->smallest, file.size);
            found->sum += file.size;
        }
    }

    /// Paths sort as bytes, so that all below "a/b" stand together from "a/b/" on.
    void hide(const QByteArray &path, bool itself)
    {
        if (itself)
            drop(m_visible.find(path));
        const QByteArray prefix = path.isEmpty() ? QByteArray() : path + '/';
        for (auto at = m_visible.lowerBound(prefix); at != m_visible.end() && at.key().startsWith(prefix);)
            at = drop(at);
    }

    QMap<QByteArray, Place>::iterator drop(QMap<QByteArray, Place>::iterator at)
    {
        if (at == m_visible.end())
            return at;
        m_wasted.insert(*at);
        return m_visible.erase(at);
    }

    const QList<LayerScan> &m_scans;
    QMap<QByteArray, Place> m_visible;
    QSet<Place> m_wasted;
    QHash<QByteArray, Sizes> m_sizes;
};

InspectedLayer describe(const LayerScan &scan, int index, const Overlay &overlay, const InspectOptions &options)
{
    InspectedLayer layer;
    layer.size = scan.unpackedBytes;
    layer.whiteouts = int(scan.removed.size() + scan.emptied.size());
    QList<qsizetype> order;
    for (qsizetype i = 0; i < scan.files.size(); ++i) {
        if (scan.files.at(i).folder)
            continue;
        order << i;
        if (overlay.wasted(index, i))
            layer.wastedBytes += scan.files.at(i).size;
    }
    layer.files = int(order.size());
    const qsizetype shown = std::min<qsizetype>(order.size(), options.filesPerLayer);
    std::partial_sort(order.begin(), order.begin() + shown, order.end(), [&](qsizetype a, qsizetype b) {
        const LayerFile &left = scan.files.at(a);
        const LayerFile &right = scan.files.at(b);
        return left.size != right.size ? left.size > right.size : left.path < right.path;
    });
    for (qsizetype i = 0; i < shown; ++i) {
        const LayerFile &file = scan.files.at(order.at(i));
        layer.largest << InspectedFile{u'/' + QString::fromUtf8(file.path), file.size, overlay.wasted(index, order.at(i))};
    }
    return layer;
}

QByteArray joined(const QMap<QByteArray, QByteArray> &parts)
{
    QByteArray status;
    for (QByteArray part : parts) {
        while (part.endsWith('\n'))
            part.chop(1);
        // status.d has no Status field: what is there is installed.
        status += part.contains("\nStatus:") ? part : part + "\nStatus: install ok installed";
        status += "\n\n";
    }
    return status;
}

bool byName(const InstalledPackage &a, const InstalledPackage &b)
{
    return std::tie(a.name, a.architecture, a.version) < std::tie(b.name, b.architecture, b.version);
}

InstalledPackage wheelOf(const QByteArray &metadata)
{
    InstalledPackage wheel;
    for (const QByteArray &line : metadata.split('\n')) {
        if (line.trimmed().isEmpty())
            break; // the description follows
        if (line.startsWith("Name:"))
            wheel.name = QString::fromUtf8(line.mid(5).trimmed());
        else if (line.startsWith("Version:"))
            wheel.version = QString::fromUtf8(line.mid(8).trimmed());
    }
    return wheel;
}

void addPackages(InspectReport &report, const QList<LayerScan> &scans, const Overlay &overlay)
{
    QMap<QByteArray, QByteArray> parts;
    QMap<QByteArray, QByteArray> distInfo;
    for (const LayerScan &scan : scans) {
        if (!scan.dpkgStatus.isNull())
            report.dpkgStatus = scan.dpkgStatus;
        parts.insert(scan.dpkgStatusParts);
        distInfo.insert(scan.distInfo);
    }
    if (!overlay.visible("var/lib/dpkg/status"))
        report.dpkgStatus.clear();
    if (report.dpkgStatus.isEmpty())
        report.dpkgStatus = joined(parts);
    report.debs = packagesOfStatus(report.dpkgStatus);
    for (auto info = distInfo.cbegin(); info != distInfo.cend(); ++info)
        if (overlay.visible(info.key()))
            report.wheels << wheelOf(info.value());
    std::sort(report.wheels.begin(), report.wheels.end(), byName);
}

InspectReport combine(const QList<LayerScan> &scans, const ImageConfig &config, const InspectOptions &options)
{
    InspectReport report;
    report.config = config;
    const Overlay overlay(scans);
    const QStringList commands = config.layerCommands();
    for (int i = 0; i < int(scans.size()); ++i) {
        InspectedLayer layer = describe(scans.at(i), i, overlay, options);
        layer.diffId = config.diffIds.value(i);
        layer.command = commands.value(i);
        report.bytes += layer.size;
        report.wastedBytes += layer.wastedBytes;
        report.layers << layer;
    }
    report.efficiency = overlay.efficiency();
    addPackages(report, scans, overlay);
    return report;
}

/// Hands a file on in blocks.
Result<void> readInBlocks(const QString &path, const std::stop_token &stop,
                          const std::function<Result<void>(QByteArrayView)> &take)
{
    QFile file(path);
    errno = 0;
    if (!file.open(QIODevice::ReadOnly))
        return Failure(ioError(path, errno != 0 ? errno : ENOENT));
    QByteArray block(1 << 20, Qt::Uninitialized);
    for (;;) {
        if (stop.stop_requested())
            return cancelled();
        const qint64 got = file.read(block.data(), block.size());
        if (got < 0)
            return Failure(ioError(path, EIO));
        if (got == 0)
            return {};
        DOSIRAK_CHECK(take(QByteArrayView(block).first(qsizetype(got))));
    }
}

/// Scans the layers of an archive as they pass; which belong to which image is known only at its end.
class ArchiveScanner
{
public:
    ArchiveScanner()
        : m_tar({[this](const TarEntry &entry) { return onEntry(entry); },
                 [this](QByteArrayView bytes) { return onData(bytes); }, [this] { return onEntryEnd(); }}),
          m_inflater([this](QByteArrayView bytes) { return m_tar.feed(bytes); })
    {
    }

    Result<void> feed(QByteArrayView bytes) { return m_inflater.feed(bytes); }

    Result<InspectReport> finish(const QString &reference, const InspectOptions &options)
    {
        DOSIRAK_CHECK(m_inflater.finish());
        DOSIRAK_CHECK(m_tar.finish());
        DOSIRAK_TRY(list, parseJson(m_texts.value("manifest.json"), u"manifest.json"_s));
        for (const Json &entry : list) {
            if (!reference.isEmpty() && list.size() > 1 && !names(entry).contains(reference))
                continue;
            return reportOf(entry, reference.isEmpty() ? names(entry).value(0) : reference, options);
        }
        return fail(ErrorCode::NotFound, coreTr("The image “%1” is not in the archive.").arg(reference));
    }

private:
    static QStringList names(const Json &entry)
    {
        QStringList names;
        if (entry.is_object() && entry.contains("RepoTags") && entry["RepoTags"].is_array())
            for (const Json &tag : entry["RepoTags"])
                if (tag.is_string())
                    names << fromStd(tag.get<std::string>());
        return names;
    }

    Result<InspectReport> reportOf(const Json &entry, const QString &reference, const InspectOptions &options)
    {
        const QByteArray configPath = textAt(entry, "Config").toUtf8();
        DOSIRAK_TRY(config, parseConfig(m_texts.value(configPath)));
        QList<LayerScan> scans;
        if (!entry.contains("Layers") || !entry["Layers"].is_array())
            return fail(ErrorCode::Invalid, coreTr("This archive holds no container image."), {}, u"manifest.json"_s);
        for (const Json &layer : entry["Layers"]) {
            QByteArray path = layer.is_string() ? QByteArray::fromStdString(layer.get<std::string>()) : QByteArray();
            for (int hops = 0; hops < 8 && m_links.contains(path); ++hops)
                path = m_links.value(path);
            if (!m_scans.contains(path))
                return fail(ErrorCode::Integrity, coreTr("The image archive is not whole: the layer “%1” is missing.")
                                .arg(QString::fromUtf8(path)));
            scans << m_scans.value(path);
        }
        InspectReport report = combine(scans, config, options);
        report.reference = reference;
        report.id = u"sha256:"_s + QString::fromLatin1(Sha256::of(m_texts.value(configPath)));
        return report;
    }

    Result<void> onEntry(const TarEntry &entry)
    {
        m_entry = entry;
        m_head.clear();
        m_layer.reset();
        m_text = false;
        if (entry.type == TarEntry::Type::SymLink || entry.type == TarEntry::Type::HardLink)
            m_links.insert(entry.path, linkTargetInArchive(entry));
        return {};
    }

    Result<void> onData(QByteArrayView bytes)
    {
        if (m_layer)
            return m_layer->feed(bytes);
        if (m_text) {
            m_texts[m_entry.path].append(bytes);
            return {};
        }
        m_head.append(bytes);
        if (m_head.size() < std::min<qint64>(512, m_entry.size))
            return {};
        if (isArchiveText(m_head, m_entry.size)) {
            m_text = true;
            m_texts.insert(m_entry.path, m_head);
            return {};
        }
        m_layer = std::make_unique<LayerScanner>();
        return m_layer->feed(m_head);
    }

    Result<void> onEntryEnd()
    {
        if (!m_layer)
            return {};
        DOSIRAK_TRY(scan, m_layer->finish());
        m_scans.insert(m_entry.path, std::move(scan));
        m_layer.reset();
        return {};
    }

    TarParser m_tar;
    Inflater m_inflater;
    TarEntry m_entry;
    QByteArray m_head;
    bool m_text = false;
    std::unique_ptr<LayerScanner> m_layer;
    QMap<QByteArray, QByteArray> m_texts;
    QMap<QByteArray, LayerScan> m_scans;
    QMap<QByteArray, QByteArray> m_links;
};

Result<LayerScan> scanBlob(const OciLayout &layout, const Descriptor &blob, const std::stop_token &stop,
                           const std::function<void(qint64)> &onBytes)
{
    DOSIRAK_TRY(path, layout.blobPath(blob.digest));
    LayerScanner scanner;
    DOSIRAK_CHECK(readInBlocks(path, stop, [&](QByteArrayView bytes) {
        onBytes(bytes.size());
        return scanner.feed(bytes);
    }));
    return scanner.finish();
}

} // namespace

QList<InstalledPackage> packagesOfStatus(const QByteArray &status)
{
    QList<InstalledPackage> packages;
    InstalledPackage package;
    bool installed = false;
    const auto close = [&] {
        if (installed && !package.name.isEmpty())
            packages << package;
        package = {};
        installed = false;
    };
    qsizetype at = 0;
    while (at < status.size()) {
        qsizetype end = status.indexOf('\n', at);
        end = end < 0 ? status.size() : end;
        const QByteArrayView line = QByteArrayView(status).sliced(at, end - at);
        at = end + 1;
        const auto value = [&](qsizetype from) { return QString::fromUtf8(line.sliced(from).trimmed()); };
        if (line.trimmed().isEmpty())
            close();
        else if (line.startsWith("Package:"))
            package.name = value(8);
        else if (line.startsWith("Version:"))
            package.version = value(8);
        else if (line.startsWith("Architecture:"))
            package.architecture = value(13);
        else if (line.startsWith("Status:"))
            installed = line.trimmed().endsWith(" installed");
    }
    close();
    std::sort(packages.begin(), packages.end(), byName);
    return packages;
}

Result<InspectReport> inspectLayout(const OciLayout &layout, const QString &reference, const InspectOptions &options,
                                    const std::stop_token &stop, const ProgressSink &progress)
{
    DOSIRAK_TRY(image, layout.find(reference));
    DOSIRAK_TRY(config, layout.config(image));
    Progress state{coreTr("Reading the image"), reference, 0, image.manifest.totalBytes(), Progress::Unit::Bytes};
    QList<LayerScan> scans;
    for (const Descriptor &blob : image.manifest.layers) {
        DOSIRAK_TRY(scan, scanBlob(layout, blob, stop, [&](qint64 bytes) {
            state.done += bytes;
            report(progress, state);
        }));
        scans << std::move(scan);
    }
    InspectReport result = combine(scans, config, options);
    result.reference = reference;
    result.id = image.id();
    for (qsizetype i = 0; i < result.layers.size(); ++i)
        result.layers[i].digest = image.manifest.layers.at(i).digest;
    return result;
}

Result<InspectReport> inspectArchive(const QString &path, const QString &reference, const InspectOptions &options,
                                     const std::stop_token &stop, const ProgressSink &progress)
{
    ArchiveScanner scanner;
    Progress state{coreTr("Reading the image"), path, 0, QFile(path).size(), Progress::Unit::Bytes};
    auto read = readInBlocks(path, stop, [&](QByteArrayView bytes) {
        state.done += bytes.size();
        report(progress, state);
        return scanner.feed(bytes);
    });
    if (!read)
        return Failure(read.error());
    auto result = scanner.finish(reference, options);
    if (!result)
        return Failure(result.error().within(path));
    return result;
}

Result<InspectReport> inspectInEngine(const EngineCommand &engine, const QString &reference, const InspectOptions &options,
                                      const std::stop_token &stop, const ProgressSink &progress)
{
    ArchiveScanner scanner;
    DOSIRAK_CHECK(streamFromEngine(engine, reference, [&](QByteArrayView bytes) { return scanner.feed(bytes); }, stop, progress));
    return scanner.finish(reference, options);
}

Result<QByteArray> dpkgStatusOf(const OciLayout &layout, const QString &reference, const std::stop_token &stop)
{
    DOSIRAK_TRY(image, layout.find(reference));
    QMap<QByteArray, QByteArray> parts;
    for (auto blob = image.manifest.layers.crbegin(); blob != image.manifest.layers.crend(); ++blob) {
        DOSIRAK_TRY(scan, scanBlob(layout, *blob, stop, [](qint64) {}));
        if (!scan.dpkgStatus.isNull())
            return scan.dpkgStatus;
        for (auto part = scan.dpkgStatusParts.cbegin(); part != scan.dpkgStatusParts.cend(); ++part)
            if (!parts.contains(part.key()))
                parts.insert(part.key(), part.value());
    }
    if (parts.isEmpty())
        return fail(ErrorCode::NotFound, coreTr("The image “%1” has no Debian packages.").arg(reference),
                    coreTr("Choose a base image of Debian or Ubuntu."));
    return joined(parts);
}

} // namespace dosirak::image

// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/bootstrap.h"

#include "base/files.h"
#include "base/process.h"
#include "base/tr.h"
#include "image/blob_writer.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTimeZone>

namespace dosirak::image {

using namespace Qt::StringLiterals;

namespace {

/// Names go into an argument list, never a shell; still nothing may look like an option or leave its field.
Result<void> check(const BootstrapRequest &request)
{
    static const QRegularExpression name(u"^[a-zA-Z0-9][a-zA-Z0-9.+:=~_-]*\\z"_s);
    QStringList names = QStringList{request.suite, request.variant, request.architecture} + request.include;
    for (const QString &one : names)
        if (!name.match(one).hasMatch())
            return fail(ErrorCode::Invalid, coreTr("“%1” is not a suite, variant or package name.").arg(one),
                        coreTr("Correct the preset's bootstrap block."));
    if (request.sources.isEmpty())
        return fail(ErrorCode::Invalid, coreTr("There is no package source to make the base image “%1” from.")
                        .arg(request.reference), coreTr("Name an apt source in the preset, or use this machine's own."));
    return {};
}

bool isOneLineStyle(const QString &source)
{
    static const QRegularExpression line(u"^\\s*deb(-src)?\\s"_s, QRegularExpression::MultilineOption);
    return line.match(source).hasMatch();
}

Result<QStringList> writeSources(const BootstrapRequest &request, const QString &folder)
{
    QStringList files;
    for (qsizetype i = 0; i < request.sources.size(); ++i) {
        const QString suffix = isOneLineStyle(request.sources.at(i)) ? u".list"_s : u".sources"_s;
        files << folder + u'/' + QString::number(i) + suffix;
        DOSIRAK_CHECK(writeFileAtomically(files.last(), request.sources.at(i).toUtf8() + '\n'));
    }
    return files;
}

Failure explain(const BootstrapRequest &request, const QByteArray &output)
{
    const QString text = QString::fromUtf8(output).trimmed().right(8000);
    const auto has = [&](const QString &words) { return text.contains(words, Qt::CaseInsensitive); };
    if (has(u"No space left on device"_s))
        return fail(ErrorCode::DiskFull, coreTr("There is no space left to make the base image “%1”.").arg(request.reference),
                    coreTr("Free some space in the temporary folder and in the workspace."), text);
    if (has(u"Could not resolve"_s) || has(u"Could not connect"_s) || has(u"Failed to fetch"_s) || has(u"timed out"_s))
        return fail(ErrorCode::Network, coreTr("The packages of the base image “%1” could not be fetched.").arg(request.reference),
                    coreTr("Check the preset's apt sources and the network, then try again."), text);
    if (has(u"NO_PUBKEY"_s) || has(u"is not signed"_s))
        return fail(ErrorCode::Integrity, coreTr("The package source of the base image “%1” is not signed by a known key.")
                        .arg(request.reference), coreTr("Name the keyring of that distribution in the preset (signed_by)."), text);
    return fail(ErrorCode::ToolFailed, coreTr("mmdebstrap could not make the base image “%1”.").arg(request.reference),
                coreTr("See the details for its own words."), text);
}

/// Tells its lines on, and says in words where it is.
class LineReader
{
public:
    LineReader(const BootstrapRequest &request, const ProgressSink &progress) : m_request(request), m_progress(progress)
    {
        m_state.stage = coreTr("Making the base image");
        m_state.unit = Progress::Unit::Bytes;
    }

    void take(const QByteArray &bytes)
    {
        m_rest += bytes;
        for (qsizetype end; (end = m_rest.indexOf('\n')) >= 0; m_rest.remove(0, end + 1)) {
            const QString line = QString::fromUtf8(m_rest.left(end)).trimmed();
            if (m_request.onLine)
                m_request.onLine(line);
            if (line.startsWith("I: "_L1))
                m_state.item = line.mid(3);
        }
        report(m_progress, m_state);
    }

    void wrote(qint64 bytes)
    {
        m_state.done = bytes;
        report(m_progress, m_state);
    }

private:
    const BootstrapRequest &m_request;
    const ProgressSink &m_progress;
    Progress m_state;
    QByteArray m_rest;
};

Result<LayoutImage> addToLayout(const OciLayout &layout, const BootstrapRequest &request, const Descriptor &layer)
{
    ImageConfig config;
    config.architecture = request.architecture == "armhf"_L1 ? u"arm"_s : request.architecture;
    config.os = u"linux"_s;
    config.created = request.sourceDateEpoch >= 0 ? QDateTime::fromSecsSinceEpoch(request.sourceDateEpoch, QTimeZone::utc())
                                                  : QDateTime::currentDateTimeUtc();
    config.env = {u"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"_s};
    config.command = {u"/bin/sh"_s};
    config.labels = {{u"org.opencontainers.image.ref.name"_s, request.distribution},
                     {u"org.opencontainers.image.version"_s, request.suite}};
    config.diffIds = {layer.digest};
    config.history = {{u"mmdebstrap --variant=%1 %2"_s.arg(request.variant, request.suite), false}};
    Manifest manifest;
    DOSIRAK_TRY(stored, layout.addBlob(canonicalJson(configJson(config)), QString(mediatype::config)));
    manifest.config = stored;
    manifest.layers = {layer};
    return layout.addImage(request.reference, manifest);
}

} // namespace

QStringList bootstrapArguments(const BootstrapRequest &request, const QStringList &sourceFiles)
{
    QStringList arguments{u"--format=tar"_s, u"--variant="_s + request.variant, u"--architectures="_s + request.architecture,
                          u"--aptopt=Acquire::Languages \"none\""_s};
    if (!request.include.isEmpty())
        arguments << u"--include="_s + request.include.join(u',');
    for (const QString &keyring : request.keyrings)
        arguments << u"--keyring="_s + keyring;
    for (auto option = request.aptOptions.cbegin(); option != request.aptOptions.cend(); ++option)
        arguments << u"--aptopt=%1 \"%2\""_s.arg(option.key(), option.value());
    if (request.slim)
        for (const QString &rule : {u"path-exclude=/usr/share/man/*"_s, u"path-exclude=/usr/share/locale/*"_s,
                                    u"path-exclude=/usr/share/info/*"_s, u"path-exclude=/usr/share/doc/*"_s,
                                    u"path-include=/usr/share/doc/*/copyright"_s, u"path-exclude=/usr/share/lintian/*"_s})
            arguments << u"--dpkgopt="_s + rule;
    // The mirror of this machine means nothing where the image will live; apt's options of the bootstrap neither.
    arguments << u"--customize-hook=rm -f \"$1\"/etc/apt/sources.list \"$1\"/etc/apt/sources.list.d/* "
                 "\"$1\"/etc/apt/apt.conf.d/99mmdebstrap \"$1\"/etc/hostname \"$1\"/etc/resolv.conf "
                 "\"$1\"/var/cache/ldconfig/aux-cache"_s;
    return arguments << request.suite << u"-"_s << sourceFiles;
}

Result<LayoutImage> bootstrapImage(const OciLayout &layout, const BootstrapRequest &request, const std::stop_token &stop,
                                   const ProgressSink &progress)
{
    DOSIRAK_CHECK(check(request));
    const QTemporaryDir folder;
    if (!folder.isValid())
        return Failure(ioError(folder.path(), EACCES));
    DOSIRAK_TRY(files, writeSources(request, folder.path()));

    BlobWriter writer(layout.blobFolder());
    LineReader lines(request, progress);
    Result<void> written;
    std::stop_source ownStop;
    const std::stop_callback chain(stop, [&] { ownStop.request_stop(); });
    ProcessRequest run;
    run.program = u"mmdebstrap"_s;
    run.arguments = bootstrapArguments(request, files);
    run.timeout = std::chrono::milliseconds(0);
    if (request.sourceDateEpoch >= 0)
        run.environment.insert(u"SOURCE_DATE_EPOCH"_s, QString::number(request.sourceDateEpoch));
    run.onError = [&](const QByteArray &bytes) { lines.take(bytes); };
    run.onOutput = [&](const QByteArray &bytes) {
        if (written)
            written = writer.write(bytes);
        if (!written)
            ownStop.request_stop();
        lines.wrote(writer.size());
    };
    auto outcome = runProcess(run, ownStop.get_token());
    if (!written)
        return Failure(written.error());
    if (!outcome)
        return Failure(outcome.error());
    if (outcome->exitCode != 0)
        return explain(request, outcome->errorOutput);
    DOSIRAK_TRY(hex, writer.finish());
    return addToLayout(layout, request, {QString(mediatype::layer), u"sha256:"_s + hex, writer.size()});
}

} // namespace dosirak::image

// SPDX-License-Identifier: GPL-3.0-or-later
#include "debian/repo_index.h"

#include "base/files.h"
#include "base/safe_path.h"
#include "base/sha256.h"
#include "base/tr.h"
#include "debian/deb822.h"
#include "debian/deb_archive.h"
#include "debian/version.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <tuple>

namespace dosirak::debian {

using namespace Qt::StringLiterals;

namespace {

/// Fields that say where the file was or what it hashes to: replaced, or true of another repository only.
bool isReplaced(std::string_view name)
{
    for (const std::string_view field : {"Filename", "Size", "MD5sum", "MD5Sum", "SHA1", "SHA256", "SHA512", "Status",
                                         "Description-md5", "Phased-Update-Percentage"}) {
        if (equalsIgnoringCase(name, field))
            return true;
    }
    return false;
}

struct SortedEntry {
    std::string name, version, architecture, text;
};

Failure unusable(const RepoEntry &entry, const QString &what)
{
    return fail(ErrorCode::Invalid, u"%1: %2"_s.arg(QString::fromStdString(entry.fileName), what));
}

Result<SortedEntry> readEntry(const RepoEntry &entry)
{
    DOSIRAK_CHECK(safeFileName(QString::fromStdString(entry.fileName)));
    if (entry.size < 0 || !isSha256(QByteArrayView(entry.sha256.data(), qsizetype(entry.sha256.size()))))
        return unusable(entry, coreTr("its size and hash are not known, so it cannot be listed."));
    StanzaReader reader(entry.stanza);
    Stanza stanza;
    auto more = reader.next(stanza);
    if (!more || !*more || stanza.value("Package").empty() || stanza.value("Version").empty())
        return unusable(entry, coreTr("its control paragraph names no package and version."));
    SortedEntry sorted{std::string(stanza.value("Package")), std::string(stanza.value("Version")),
                       std::string(stanza.value("Architecture")), {}};
    for (const Field &field : stanza.fields) {
        if (!isReplaced(field.name))
            sorted.text.append(field.name).append(":").append(field.value.empty() || field.value.front() == '\n' ? "" : " ").append(field.value).append("\n");
    }
    sorted.text += "Filename: ./" + entry.fileName + "\nSize: " + std::to_string(entry.size) + "\nSHA256: " + entry.sha256 + "\n";
    return sorted;
}

} // namespace

Result<QByteArray> packagesText(std::vector<RepoEntry> entries)
{
    std::vector<SortedEntry> sorted;
    for (const RepoEntry &entry : entries) {
        DOSIRAK_TRY(read, readEntry(entry));
        sorted.push_back(std::move(read));
    }
    std::sort(sorted.begin(), sorted.end(), [](const SortedEntry &a, const SortedEntry &b) {
        if (a.name != b.name)
            return a.name < b.name;
        const auto order = compareVersions(a.version, b.version);
        return order != 0 ? order < 0 : std::tie(a.architecture, a.text) < std::tie(b.architecture, b.text);
    });
    QByteArray text;
    for (const SortedEntry &entry : sorted) {
        if (!text.isEmpty())
            text += '\n';
        text.append(entry.text.data(), qsizetype(entry.text.size()));
    }
    return text;
}

QByteArray releaseText(const std::vector<std::pair<std::string, QByteArray>> &indexes, const QDateTime &date)
{
    const QDateTime when = date.isValid() ? date.toUTC() : QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    QByteArray text = "Date: " + QLocale::c().toString(when, u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1() + " UTC\nSHA256:\n";
    for (const auto &[name, bytes] : indexes)
        text += ' ' + Sha256::of(bytes) + ' ' + QByteArray::number(bytes.size()) + ' ' + QByteArray::fromStdString(name) + '\n';
    return text;
}

Result<void> writeRepoIndex(const QString &folder, std::vector<RepoEntry> entries, const QDateTime &date)
{
    DOSIRAK_TRY(packages, packagesText(std::move(entries)));
    // Packages first: a Release that is there names what is there.
    DOSIRAK_CHECK(writeFileAtomically(folder + u"/Packages"_s, packages));
    return writeFileAtomically(folder + u"/Release"_s, releaseText({{"Packages", packages}}, date));
}

Result<std::vector<RepoEntry>> scanDebs(const QString &folder, const std::stop_token &stop, const ProgressSink &progress)
{
    const QStringList names = QDir(folder).entryList({u"*.deb"_s}, QDir::Files, QDir::Name);
    std::vector<RepoEntry> entries;
    for (const QString &name : names) {
        report(progress, {coreTr("Reading packages"), name, qint64(entries.size()), names.size(), Progress::Unit::Steps});
        const QString path = QDir(folder).filePath(name);
        DOSIRAK_TRY(control, readDebControl(path));
        DOSIRAK_TRY(hash, sha256OfFile(path, stop));
        entries.push_back({name.toStdString(), control, QFileInfo(path).size(), hash.toStdString()});
    }
    return entries;
}

} // namespace dosirak::debian

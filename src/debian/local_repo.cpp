// SPDX-License-Identifier: GPL-3.0-or-later
#include "debian/local_repo.h"

#include "base/files.h"
#include "base/sha256.h"
#include "base/tr.h"
#include "debian/deb_archive.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QUrl>

namespace dosirak::debian {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxRepoBytes = 64LL << 30;
constexpr int prefixLength = 16;

/// Folders of one file share the beginning of their name, so that those of older states are found.
QString folderName(const QFileInfo &file)
{
    const QString prefix = QString::fromLatin1(Sha256::of(file.absoluteFilePath().toUtf8()).left(prefixLength));
    return u"%1-%2-%3"_s.arg(prefix).arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch());
}

void removeOlder(const QDir &all, const QString &name)
{
    const QString pattern = name.left(prefixLength) + u"-*"_s;
    for (const QString &old : all.entryList({pattern}, QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (old != name)
            QDir(all.filePath(old)).removeRecursively();
    }
}

std::string uriOf(const QString &folder)
{
    return QUrl::fromLocalFile(folder + u'/').toEncoded().toStdString();
}

} // namespace

bool isLocalRepoDeb(const std::string &uri)
{
    constexpr std::string_view ending = ".deb";
    return uri.rfind("file:", 0) == 0 && uri.size() > ending.size() && uri.compare(uri.size() - ending.size(), ending.size(), ending) == 0;
}

Result<std::string> openLocalRepo(const std::string &uri, const QString &cacheFolder, const std::stop_token &stop,
                                  const ProgressSink &progress)
{
    const QFileInfo file(QUrl(QString::fromStdString(uri)).toLocalFile());
    if (!file.isFile())
        return fail(ErrorCode::NotFound, coreTr("There is no file %1.").arg(file.filePath()),
                    coreTr("Put the vendor's package there, or correct the path in the source."));
    if (cacheFolder.isEmpty())
        return fail(ErrorCode::Unsupported, coreTr("%1 cannot be unpacked without a cache folder.").arg(file.filePath()));
    const QDir all(cacheFolder + u"/local-repos"_s);
    DOSIRAK_CHECK(makeFolder(all.path()));
    const QString name = folderName(file);
    const QString folder = all.filePath(name);
    if (QFileInfo(folder).isDir())
        return uriOf(folder);
    // Only a whole one gets the name.
    QTemporaryDir part(all.filePath(u"part-XXXXXX"_s));
    if (!part.isValid())
        return tl::unexpected(ioError(all.path(), EIO));
    DOSIRAK_CHECK(unpackLocalRepo(file.filePath(), part.path(), maxRepoBytes, stop, progress));
    removeOlder(all, name);
    if (QDir().rename(part.path(), folder))
        part.setAutoRemove(false);
    else if (!QFileInfo(folder).isDir()) // else another process was faster
        return tl::unexpected(ioError(folder, EIO));
    return uriOf(folder);
}

} // namespace dosirak::debian

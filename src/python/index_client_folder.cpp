// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/index_client.h"

#include "base/files.h"
#include "base/json.h"
#include "python/file_names.h"

#include <QDir>
#include <QUrl>

namespace dosirak::python {

using namespace Qt::StringLiterals;

std::optional<QString> indexFolder(const std::string &url)
{
    if (url.starts_with('/'))
        return fromStd(url);
    const QUrl parsed(fromStd(url));
    if (parsed.isLocalFile())
        return parsed.toLocalFile();
    return std::nullopt;
}

namespace {

SimplePage listFiles(const QDir &folder, const std::string &name, bool all)
{
    SimplePage page;
    for (const QFileInfo &info : folder.entryInfoList(QDir::Files, QDir::Name)) {
        SimpleFile file;
        file.fileName = toStd(info.fileName());
        const auto wheel = WheelName::read(file.fileName);
        if (!all && !(wheel ? wheel->name == name : SdistName::readOf(file.fileName, name).has_value()))
            continue;
        file.url = toStd(QUrl::fromLocalFile(info.absoluteFilePath()).toString(QUrl::FullyEncoded));
        file.size = info.size();
        page.files.push_back(std::move(file));
    }
    return page;
}

} // namespace

Result<std::optional<SimplePage>> folderPage(const QString &path, const std::string &name)
{
    const QDir folder(path);
    if (!folder.exists())
        return Failure(ioError(path, ENOENT));
    const QDir own(folder.filePath(fromStd(name)));
    if (!own.exists()) {
        SimplePage page = listFiles(folder, name, false);
        if (page.files.empty())
            return std::optional<SimplePage>();
        return std::optional(std::move(page));
    }
    const QString index = own.filePath(u"index.html"_s);
    if (!QFileInfo::exists(index))
        return std::optional(listFiles(own, name, true));
    DOSIRAK_TRY(bytes, readFile(index, maxSimplePageSize));
    const QString url = QUrl::fromLocalFile(own.absolutePath()).toString(QUrl::FullyEncoded) + u'/';
    DOSIRAK_TRY(page, parseSimpleHtml(std::string_view(bytes.constData(), std::size_t(bytes.size())), toStd(url)));
    return std::optional(std::move(page));
}

} // namespace dosirak::python

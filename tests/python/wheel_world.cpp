// SPDX-License-Identifier: GPL-3.0-or-later
#include "wheel_world.h"

#include "base/json.h"
#include "base/sha256.h"
#include "python/names.h"

#include <KCompressionDevice>
#include <KTar>
#include <KZip>
#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace dosirak::python::test {

using namespace Qt::StringLiterals;
using dosirak::test::Answer;
using dosirak::test::ServedRequest;

QByteArray zipOf(const std::vector<std::pair<QString, QByteArray>> &files)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    KZip zip(&buffer);
    zip.open(QIODevice::WriteOnly);
    for (const auto &[name, data] : files)
        zip.writeFile(name, data);
    zip.close();
    return bytes;
}

QByteArray wheelOf(const QString &name, const QString &version, const QByteArray &metadata, int fill)
{
    QString folder = name;
    folder.replace(u'-', u'_');
    std::vector<std::pair<QString, QByteArray>> files = {{folder + u"/__init__.py"_s, "pass\n"}};
    // Bytes that do not compress, so that the archive is as large as it is meant to be.
    quint32 state = 1;
    for (int i = 0; fill > 0; ++i, fill -= 1000) {
        QByteArray noise;
        for (int b = 0; b < 1000; ++b)
            noise.append(char((state = state * 1664525U + 1013904223U) >> 24));
        files.emplace_back(folder + u"/data%1.bin"_s.arg(i), noise);
    }
    files.emplace_back(folder + u'-' + version + u".dist-info/METADATA"_s, metadata);
    files.emplace_back(folder + u'-' + version + u".dist-info/WHEEL"_s,
                       "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
    files.emplace_back(folder + u'-' + version + u".dist-info/RECORD"_s, QByteArray());
    return zipOf(files);
}

QByteArray sdistOf(const QString &name, const QString &version, const QByteArray &pkgInfo, const QByteArray &pyproject,
                   const QByteArray &setup)
{
    QByteArray plain;
    QBuffer buffer(&plain);
    KTar tar(&buffer);
    tar.open(QIODevice::WriteOnly);
    const QString top = name + u'-' + version;
    tar.writeFile(top + u"/PKG-INFO"_s, pkgInfo);
    if (!pyproject.isEmpty())
        tar.writeFile(top + u"/pyproject.toml"_s, pyproject);
    if (!setup.isEmpty())
        tar.writeFile(top + u"/setup.py"_s, setup);
    tar.close();
    QByteArray packed;
    QBuffer target(&packed);
    KCompressionDevice gzip(&target, false, KCompressionDevice::GZip);
    gzip.open(QIODevice::WriteOnly);
    gzip.write(plain);
    gzip.close();
    return packed;
}

WheelWorld::WheelWorld(const QString &lines)
{
    for (const QString &line : lines.split(u'\n', Qt::SkipEmptyParts))
        if (!line.trimmed().isEmpty())
            addLine(line.trimmed());
    serve();
}

void WheelWorld::addLine(const QString &line)
{
    const qsizetype colon = line.indexOf(u" :");
    const QStringList words = (colon < 0 ? line : line.left(colon)).split(u' ', Qt::SkipEmptyParts);
    File file;
    file.name = words.at(0);
    const QString version = words.at(1);
    for (const QString &word : words.mid(2))
        file.flags.insert(word.section(u'=', 0, 0), word.section(u'=', 1));
    file.index = file.flags.value(u"index"_s, u"main"_s);
    QByteArray metadata = "Metadata-Version: 2.1\nName: " + file.flags.value(u"othername"_s, file.name).toUtf8()
        + "\nVersion: " + version.toUtf8() + "\nLicense: MIT\n";
    for (const QString &key : {u"py"_s, u"inpy"_s})
        if (file.flags.contains(key))
            metadata += "Requires-Python: " + file.flags[key].toUtf8() + '\n';
    for (const QString &extra : file.flags.value(u"extras"_s).split(u',', Qt::SkipEmptyParts))
        metadata += "Provides-Extra: " + extra.toUtf8() + '\n';
    if (colon >= 0)
        for (const QString &need : line.mid(colon + 2).split(u" ; "_s, Qt::SkipEmptyParts))
            metadata += "Requires-Dist: " + need.trimmed().toUtf8() + '\n';
    file.metadata = metadata + "\nA description.\n";
    QString stem = file.name;
    stem.replace(u'-', u'_');
    if (file.flags.contains(u"sdist"_s) || file.flags.contains(u"fetches"_s)) {
        file.fileName = stem + u'-' + version + u".tar.gz"_s;
        const QByteArray script = "import subprocess\nsubprocess.check_call([\"pip\", \"install\", \"--extra-index-url\", "
                                  "\"https://wheels.example.org\", \"parts\"])\n";
        file.bytes = sdistOf(stem, version, file.metadata, "[build-system]\nrequires = [\"" + file.flags.value(u"requires"_s, u"hatchling>=1"_s).toUtf8() + "\"]\n",
                             file.flags.contains(u"fetches"_s) ? script : QByteArray());
    } else {
        file.fileName = stem + u'-' + version + u'-' + file.flags.value(u"tag"_s, u"py3-none-any"_s) + u".whl"_s;
        file.bytes = wheelOf(stem, version, file.metadata, file.flags.value(u"fill"_s, u"0"_s).toInt());
    }
    m_files.append(file);
}

QString WheelWorld::indexUrl(const QString &index) const
{
    return m_server.url(u'/' + index + u"/simple/"_s).toString();
}

QString WheelWorld::fileUrl(const File &file) const
{
    return m_server.url(u"/files/"_s + file.index + u'/' + file.fileName).toString(QUrl::FullyEncoded);
}

QByteArray WheelWorld::jsonPage(const QList<File> &files) const
{
    Json page;
    page["meta"] = {{"api-version", "1.1"}};
    page["name"] = toStd(files.first().name);
    page["files"] = Json::array();
    const auto pageOn = [&](const QString &index) { return toStd(indexUrl(index) + files.first().name + u'/'); };
    if (files.first().flags.contains(u"tracks"_s))
        page["meta"]["tracks"] = {pageOn(files.first().flags[u"tracks"_s])};
    if (files.first().flags.contains(u"same"_s))
        page["alternate-locations"] = {pageOn(files.first().flags[u"same"_s])};
    for (const File &file : files) {
        Json entry;
        entry["filename"] = toStd(file.fileName);
        entry["url"] = toStd(fileUrl(file));
        entry["hashes"] = Json::object();
        if (!file.flags.contains(u"nohash"_s))
            entry["hashes"]["sha256"] = Sha256::of(file.bytes).toStdString();
        if (file.flags.contains(u"py"_s))
            entry["requires-python"] = toStd(file.flags[u"py"_s]);
        if (file.flags.contains(u"yanked"_s))
            entry["yanked"] = "broken";
        if (file.flags.contains(u"beside"_s))
            entry["core-metadata"] = {{"sha256", Sha256::of(file.metadata).toStdString()}};
        if (file.flags.contains(u"badbeside"_s))
            entry["core-metadata"] = {{"sha256", std::string(64, '0')}};
        if (file.flags.contains(u"time"_s))
            entry["upload-time"] = toStd(file.flags[u"time"_s]) + "T00:00:00.000000Z";
        entry["size"] = file.bytes.size();
        page["files"].push_back(entry);
    }
    return QByteArray::fromStdString(page.dump());
}

QByteArray WheelWorld::htmlPage(const QList<File> &files) const
{
    QByteArray page = "<!DOCTYPE html><html><body>\n";
    for (const File &file : files) {
        QByteArray url = fileUrl(file).toUtf8();
        if (!file.flags.contains(u"nohash"_s))
            url += "#sha256=" + Sha256::of(file.bytes);
        page += "<a href=\"" + url + "\"";
        if (file.flags.contains(u"py"_s))
            page += " data-requires-python=\"" + file.flags[u"py"_s].toHtmlEscaped().toUtf8() + "\"";
        if (file.flags.contains(u"yanked"_s))
            page += " data-yanked=\"broken\"";
        page += ">" + file.fileName.toUtf8() + "</a><br>\n";
    }
    return page + "</body></html>";
}

void WheelWorld::serve()
{
    QMap<QString, QList<File>> pages;
    for (const File &file : m_files) {
        pages[u'/' + file.index + u"/simple/"_s + fromStd(normalizeName(toStd(file.name))) + u'/'].append(file);
        Answer answer = Answer::text(file.bytes, "application/octet-stream");
        answer.ranges = !file.flags.contains(u"noranges"_s);
        const QByteArray path = QUrl(fileUrl(file)).path(QUrl::FullyEncoded).toUtf8();
        m_server.route(path, answer);
        if (file.flags.contains(u"beside"_s) || file.flags.contains(u"badbeside"_s))
            m_server.route(path + ".metadata", Answer::text(file.metadata));
    }
    QList<File> flat;
    for (const File &file : m_files)
        if (file.index == u"flat"_s)
            flat.append(file);
    if (!flat.isEmpty())
        m_server.route("/flat/simple/", Answer::text(htmlPage(flat), "text/html"));
    for (auto page = pages.cbegin(); page != pages.cend(); ++page) {
        if (page->first().index == u"flat"_s)
            continue;
        const bool html = page->first().index.contains(u"html"_s);
        m_server.route(page.key().toUtf8(), html ? Answer::text(htmlPage(*page), "text/html; charset=utf-8")
                                                 : Answer::text(jsonPage(*page), "application/vnd.pypi.simple.v1+json"));
    }
}

void WheelWorld::writeFiles(const QString &folder) const
{
    for (const File &file : m_files) {
        QFile target(QDir(folder).filePath(file.fileName));
        if (!target.open(QIODevice::WriteOnly) || target.write(file.bytes) != file.bytes.size())
            qFatal("cannot write a wheel of the test");
    }
}

QByteArray WheelWorld::page(const QString &name) const
{
    QList<File> files;
    for (const File &file : m_files)
        if (file.name == name && file.index == u"main"_s)
            files.append(file);
    return jsonPage(files);
}

int WheelWorld::fileRequests() const
{
    int count = 0;
    for (const ServedRequest &request : m_server.requests())
        count += request.path.startsWith("/files/") ? 1 : 0;
    return count;
}

int WheelWorld::pageRequests() const
{
    int count = 0;
    for (const ServedRequest &request : m_server.requests())
        count += request.path.contains("/simple/") ? 1 : 0;
    return count;
}

} // namespace dosirak::python::test

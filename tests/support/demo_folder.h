// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

namespace dosirak::test {

using namespace Qt::StringLiterals;

/// A working folder of its own with the preset `demo`, which needs no network and no engine; caches, settings and state
/// of this process go below it as well. Construct before anything reads the environment.
class DemoFolder
{
public:
    explicit DemoFolder(const QString &sourceFolder)
    {
        for (const char *name : {"XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"})
            qputenv(name, path(QString::fromLatin1(name).toLower()).toUtf8());
        copy(sourceFolder + u"/presets/demo.json"_s, u"presets/demo.json"_s);
        QDirIterator files(sourceFolder + u"/presets/demo"_s, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            copy(file, file.mid(sourceFolder.size() + 1));
        }
    }

    [[nodiscard]] QString path(const QString &relative = {}) const { return m_folder.filePath(relative); }
    [[nodiscard]] QByteArray contents(const QString &relative) const
    {
        QFile file(path(relative));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool put(const QString &relative, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(path(relative)).path());
        QFile file(path(relative));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    /// Puts "sources": [@p json] into the preset.
    bool addSource(const QByteArray &json) const
    {
        QByteArray text = contents(u"presets/demo.json"_s);
        return put(u"presets/demo.json"_s, text.replace("\"base_images\": {", "\"sources\": [" + json + "],\n  \"base_images\": {"));
    }

private:
    void copy(const QString &from, const QString &to) const
    {
        QDir().mkpath(QFileInfo(path(to)).path());
        QFile::copy(from, path(to));
    }

    QTemporaryDir m_folder;
};

} // namespace dosirak::test

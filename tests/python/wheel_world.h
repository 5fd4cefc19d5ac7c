// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/loopback_server.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>
#include <vector>

namespace dosirak::python::test {

/// A ZIP archive of files in this order.
[[nodiscard]] QByteArray zipOf(const std::vector<std::pair<QString, QByteArray>> &files);
/// A wheel with METADATA last, as build tools write it. @p fill bytes of other files stand before it.
[[nodiscard]] QByteArray wheelOf(const QString &name, const QString &version, const QByteArray &metadata, int fill = 0);
[[nodiscard]] QByteArray sdistOf(const QString &name, const QString &version, const QByteArray &pkgInfo,
                                 const QByteArray &pyproject = {}, const QByteArray &setup = {});

/// Small indexes on a loopback server, written down as text. One line is one file:
///
///     flask 3.0 tag=py3-none-any : werkzeug>=3.0 ; jinja2>=3 ; click>=8; extra == "cli"
///
/// Before the colon: name, version and flags: `tag=…` (a wheel's tag set), `sdist`, `fetches` (an sdist whose build runs
/// pip), `py=>=3.8`, `yanked`, `nohash`, `beside` (PEP 658), `badbeside`, `othername`, `index=second`, `time=2024-01-01`,
/// `extras=a,b`, `fill=BYTES`, `noranges`, `inpy=>=3.12` (Requires-Python in METADATA only). After it: Requires-Dist,
/// between " ; " — a marker follows "; " without the blank before.
/// `tracks=INDEX` and `same=INDEX` are PEP 708's, said by a project's first line.
/// `requires=…` is what an sdist is built with. "flat" is one HTML page of all its files.
/// Other indexes are served below /<index>/simple/ as JSON, with `html` in their name as HTML. The first is "main".
class WheelWorld
{
public:
    explicit WheelWorld(const QString &lines);

    [[nodiscard]] QString indexUrl(const QString &index = QStringLiteral("main")) const;
    /// Pages and files below a plain folder instead: all files of "main" in one folder.
    void writeFiles(const QString &folder) const;
    /// The JSON page of a project on "main", as it is served.
    [[nodiscard]] QByteArray page(const QString &name) const;
    [[nodiscard]] dosirak::test::LoopbackServer &server() { return m_server; }
    /// How often files (not pages) were asked for.
    [[nodiscard]] int fileRequests() const;
    [[nodiscard]] int pageRequests() const;

private:
    struct File {
        QString index = QStringLiteral("main");
        QString name;
        QString fileName;
        QByteArray bytes;
        QByteArray metadata;
        QMap<QString, QString> flags;
    };
    void addLine(const QString &line);
    void serve();
    [[nodiscard]] QByteArray jsonPage(const QList<File> &files) const;
    [[nodiscard]] QByteArray htmlPage(const QList<File> &files) const;
    [[nodiscard]] QString fileUrl(const File &file) const;

    QList<File> m_files;
    dosirak::test::LoopbackServer m_server;
};

} // namespace dosirak::python::test

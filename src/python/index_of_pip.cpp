// SPDX-License-Identifier: GPL-3.0-or-later
#include "python/index_of_pip.h"

#include "base/files.h"
#include "base/process.h"
#include "base/tr.h"

#include <QDateTime>
#include <QFileInfo>
#include <QStandardPaths>

namespace dosirak::python {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 keptForSeconds = 24 * 60 * 60;
constexpr qint64 mostOfCache = 64 * 1024;

/// A python3 without pip, as Debian's is, has the wheel of pip that its venv module would install: in the folder that
/// ensurepip names (WHEEL_PKG_DIR), or in CPython's own.
constexpr auto question = R"(
try:
    from pip._internal.models.index import PyPI
except ImportError:
    import ensurepip, pathlib, sys
    folders = [getattr(ensurepip, "_WHEEL_PKG_DIR", None), pathlib.Path(ensurepip.__file__).parent / "_bundled"]
    wheels = [str(wheel) for folder in folders if folder for wheel in sorted(pathlib.Path(folder).glob("pip-*.whl"))]
    sys.path[:0] = wheels[-1:]
    from pip._internal.models.index import PyPI
print(PyPI.simple_url)
)";

/// Says which python3 it is: another one, or a newer one, is asked anew.
QByteArray keyOf(const QString &program)
{
    const QFileInfo file(program);
    return file.canonicalFilePath().toUtf8() + ' ' + QByteArray::number(file.size()) + ' '
        + QByteArray::number(file.lastModified().toSecsSinceEpoch());
}

Result<std::string> ask(const QString &program, const std::stop_token &stop)
{
    ProcessRequest request;
    request.program = program;
    request.arguments = {u"-c"_s, QString::fromLatin1(question)};
    const auto outcome = runProcess(request, stop);
    const QString hint = coreTr("Name an index in the preset or in the settings, set PIP_INDEX_URL, or install pip.");
    if (!outcome && outcome.error().code == ErrorCode::Cancelled)
        return tl::unexpected(outcome.error());
    if (!outcome)
        return fail(ErrorCode::MissingTool, coreTr("No wheel index is configured, and pip cannot be asked for its own."), hint,
                    outcome.error().text());
    const QByteArray url = outcome->output.trimmed();
    if (outcome->exitCode != 0 || !url.startsWith("http"))
        return fail(ErrorCode::NotFound, coreTr("No wheel index is configured on this machine."), hint,
                    QString::fromUtf8(outcome->errorOutput));
    return url.toStdString();
}

} // namespace

Result<std::string> indexOfPip(const QString &cacheFile, const std::stop_token &stop)
{
    const QString found = QStandardPaths::findExecutable(u"python3"_s);
    const QString program = found.isEmpty() ? u"python3"_s : found;
    const QByteArray key = keyOf(program);
    const qint64 age = QFileInfo(cacheFile).lastModified().secsTo(QDateTime::currentDateTime());
    if (const auto kept = readFile(cacheFile, mostOfCache); kept && age >= 0 && age < keptForSeconds) {
        const qsizetype line = kept->indexOf('\n');
        const QByteArray url = kept->mid(line + 1).trimmed();
        if (line > 0 && kept->left(line) == key && url.startsWith("http"))
            return url.toStdString();
    }
    DOSIRAK_TRY(url, ask(program, stop));
    // A cache that cannot be written is no cache.
    if (makeFolder(QFileInfo(cacheFile).absolutePath()))
        [[maybe_unused]] const auto written = writeFileAtomically(cacheFile, key + '\n' + QByteArray::fromStdString(url) + '\n');
    return url;
}

} // namespace dosirak::python

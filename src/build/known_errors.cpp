// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/known_errors.h"

#include "base/tr.h"

#include <QList>
#include <QRegularExpression>

namespace dosirak::build {

using namespace Qt::StringLiterals;

namespace {

struct Known {
    const char *pattern;    ///< case does not matter; the first group goes into the sentence as %1
    ErrorCode code;
    const char *what;
    const char *hint;
};

constexpr const char *context = "dosirak";

/// Texts as docker 20.10 to 28.5, buildx 0.13 to 0.29, podman 4.3 to 5.4, apt and pip print them. Order matters: what is more
/// exact comes first ("permission denied" stands in one line with "Is the docker daemon running?" in BuildKit of 20.10).
const Known knownTexts[] = {
    {"mkdir [^\\n]*: permission denied", ErrorCode::MissingTool,
     QT_TRANSLATE_NOOP("dosirak", "The engine's client cannot write its own settings folder."),
     QT_TRANSLATE_NOOP("dosirak", "Make your home folder writable, or set BUILDX_CONFIG to a folder that is.")},
    {"permission denied while trying to connect|dial unix [^\\n]*permission denied", ErrorCode::MissingTool,
     QT_TRANSLATE_NOOP("dosirak", "You may not talk to the engine."),
     QT_TRANSLATE_NOOP("dosirak", "Join the group “docker” (sudo usermod -aG docker $USER, then log in anew), or use a rootless engine.")},
    {"Cannot connect to the Docker daemon|failed to dial gRPC", ErrorCode::MissingTool,
     QT_TRANSLATE_NOOP("dosirak", "The engine is not running."),
     QT_TRANSLATE_NOOP("dosirak", "Start it (sudo systemctl start docker), or choose another host.")},
    {"no space left on device", ErrorCode::DiskFull,
     QT_TRANSLATE_NOOP("dosirak", "The engine's disk is full."),
     QT_TRANSLATE_NOOP("dosirak", "“docker system df” shows what takes the room, “docker builder prune” frees the build cache.")},
    {"resolve image config for [^\\n]*dockerfile", ErrorCode::Refused,
     QT_TRANSLATE_NOOP("dosirak", "A “# syntax=” line made the build ask for an image from the network."),
     QT_TRANSLATE_NOOP("dosirak", "Take that line out of the Dockerfile.")},
    {"the --mount option requires BuildKit", ErrorCode::Unsupported,
     QT_TRANSLATE_NOOP("dosirak", "This recipe needs BuildKit, and the engine built without it."),
     QT_TRANSLATE_NOOP("dosirak", "Choose another engine, or render the recipe for the legacy builder.")},
    {"E: this step has a network route", ErrorCode::Refused,
     QT_TRANSLATE_NOOP("dosirak", "A step had a network, and the recipe refuses to run then."),
     QT_TRANSLATE_NOOP("dosirak", "Build with --network=none, as dosirak build does.")},
    {"E: the builder has no pip", ErrorCode::Incomplete,
     QT_TRANSLATE_NOOP("dosirak", "The builder stage has no pip to install the wheels with."),
     QT_TRANSLATE_NOOP("dosirak", "Add python3-venv to the preset's builder packages, lock and sync again.")},
    {"E: the base image has a user (\\S+) with another number", ErrorCode::Invalid,
     QT_TRANSLATE_NOOP("dosirak", "The base image has a user “%1” with another number."),
     QT_TRANSLATE_NOOP("dosirak", "Give that number as the preset's image.user.")},
    {"python3[0-9.]*: (?:not found|command not found)", ErrorCode::Incomplete,
     QT_TRANSLATE_NOOP("dosirak", "The builder stage does not have the preset's Python."),
     QT_TRANSLATE_NOOP("dosirak", "Add that Python to the preset's builder packages, lock and sync again.")},
    {"THESE PACKAGES DO NOT MATCH THE HASHES|Hash Sum mismatch|File has unexpected size|WARNING: [0-9]+ computed checksum",
     ErrorCode::Integrity,
     QT_TRANSLATE_NOOP("dosirak", "A file changed after it was downloaded."),
     QT_TRANSLATE_NOOP("dosirak", "Run verify to see which, then sync again.")},
    {"Version '[^']*' for '([^']*)' was not found", ErrorCode::Incomplete,
     QT_TRANSLATE_NOOP("dosirak", "The package “%1” is not among the artifacts in the locked version."),
     QT_TRANSLATE_NOOP("dosirak", "Run sync again; if the base image changed, lock again first.")},
    {"Unable to locate package (\\S+)", ErrorCode::Incomplete,
     QT_TRANSLATE_NOOP("dosirak", "The package “%1” is not among the artifacts."),
     QT_TRANSLATE_NOOP("dosirak", "Run sync again; if the base image changed, lock again first.")},
    {"([a-z0-9][a-z0-9+.-]+) : (?:Pre)?-?Depends: [^\\n]*|unmet dependencies", ErrorCode::Unsolvable,
     QT_TRANSLATE_NOOP("dosirak", "The locked Debian packages do not fit this base image (%1)."),
     QT_TRANSLATE_NOOP("dosirak", "The base image is another one than the preset was locked for: lock and sync again.")},
    {"No matching distribution found for ([^\\s]+)", ErrorCode::Incomplete,
     QT_TRANSLATE_NOOP("dosirak", "The wheel “%1” is not among the artifacts, or is for another Python or platform."),
     QT_TRANSLATE_NOOP("dosirak", "Check the preset's Python version, then lock and sync again.")},
    {"failed to do request: Head|pinging container registry|pull access denied|failed to resolve source metadata"
     "|image not known|dial tcp [^\\n]*: connect: connection refused|initializing source docker://", ErrorCode::NotFound,
     QT_TRANSLATE_NOOP("dosirak", "A base image is not in the engine."),
     QT_TRANSLATE_NOOP("dosirak", "Load it there (docker load -i FILE), or bundle it with the preset.")},
    {"not found in build context|failed to calculate checksum of ref|failed to compute cache key|copier: stat"
     "|COPY failed|no such file or directory: [^\\n]*mount", ErrorCode::Incomplete,
     QT_TRANSLATE_NOOP("dosirak", "A file of the recipe is missing from the artifacts."),
     QT_TRANSLATE_NOOP("dosirak", "Run verify to see which, then sync again.")},
    {"dockerfile parse error|unknown instruction|Unknown instruction|syntax error in", ErrorCode::Invalid,
     QT_TRANSLATE_NOOP("dosirak", "The engine does not understand the recipe."),
     QT_TRANSLATE_NOOP("dosirak", "See the details for the line.")},
};

} // namespace

Error explainBuildFailure(const QString &output, int exitCode)
{
    const QString detail = output.trimmed().right(8000);
    for (const Known &known : knownTexts) {
        const QRegularExpression pattern(QLatin1String(known.pattern), QRegularExpression::CaseInsensitiveOption);
        const QRegularExpressionMatch match = pattern.match(output);
        if (!match.hasMatch())
            continue;
        QString what = QCoreApplication::translate(context, known.what);
        if (what.contains("%1"_L1))
            what = what.arg(match.captured(1).isEmpty() ? match.captured().left(80) : match.captured(1));
        return {known.code, what, QCoreApplication::translate(context, known.hint), detail, {}, {}};
    }
    static const QRegularExpression killed(u"exit code: 137|returned a non-zero code: 137"_s);
    if (exitCode == 137 || killed.match(output).hasMatch())
        return {ErrorCode::ToolFailed, coreTr("A step was killed: the machine ran out of memory, or someone ended it."),
                coreTr("Give the machine more memory, or build fewer things at once."), detail, {}, {}};
    return {ErrorCode::ToolFailed, coreTr("The build failed (the engine's client ended with %1).").arg(exitCode),
            coreTr("The log of the failing step says more."), detail, {}, {}};
}

} // namespace dosirak::build

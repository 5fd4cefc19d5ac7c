// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/build_args.h"

namespace dosirak::build {

using namespace Qt::StringLiterals;

QStringList buildArguments(Builder builder, const BuildCall &call)
{
    QStringList arguments;
    switch (builder) {
    case Builder::Buildx:
        // Without --load a builder other than the engine's own would keep the image to itself.
        arguments << u"buildx"_s << u"build"_s << u"--progress=rawjson"_s << u"--provenance=false"_s << u"--load"_s;
        break;
    case Builder::BuildKit:
        arguments << u"build"_s << u"--progress=plain"_s;
        break;
    case Builder::Legacy:
        // Without it a step that fails leaves its container behind.
        arguments << u"build"_s << u"--force-rm"_s;
        break;
    case Builder::Buildah:
        arguments << u"build"_s << u"--layers"_s << u"--pull=never"_s << u"--jobs=1"_s << u"--ignorefile="_s + call.ignoreFile;
        break;
    case Builder::Podman:
        arguments << u"build"_s << u"--pull=never"_s << u"--jobs=1"_s << u"--ignorefile="_s + call.ignoreFile;
        break;
    }
    arguments << u"--network=none"_s;
    if (call.noCache)
        arguments << u"--no-cache"_s;
    arguments << u"--iidfile"_s << call.idFile << u"--tag"_s << call.tag << u"--file"_s << call.dockerfile;
    return arguments + call.extraArguments << call.contextFolder;
}

QMap<QString, QString> buildEnvironment(Builder builder)
{
    switch (builder) {
    case Builder::BuildKit: return {{u"DOCKER_BUILDKIT"_s, u"1"_s}};
    case Builder::Legacy: return {{u"DOCKER_BUILDKIT"_s, u"0"_s}};
    case Builder::Buildx:
    case Builder::Buildah:
    case Builder::Podman: break;
    }
    return {};
}

} // namespace dosirak::build

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lock/target.h"

#include "base/tr.h"
#include "base/version_pattern.h"

#include <QHash>

namespace dosirak::lock {

using namespace Qt::StringLiterals;

namespace {

/// Machine names of Python's platform tags (PEP 425) for Debian's architecture names.
QString machineOf(const QString &architecture)
{
    static const QHash<QString, QString> machines{
        {u"amd64"_s, u"x86_64"_s}, {u"arm64"_s, u"aarch64"_s}, {u"i386"_s, u"i686"_s},
        {u"ppc64el"_s, u"ppc64le"_s}, {u"s390x"_s, u"s390x"_s}, {u"riscv64"_s, u"riscv64"_s}};
    return machines.value(architecture);
}

} // namespace

Result<Target> targetOf(const preset::Preset &preset, const QString &glibc)
{
    const QString machine = machineOf(preset.os.architecture);
    const DottedVersion libc(glibc);
    if (machine.isEmpty())
        return failAt(ErrorCode::Unsupported, {{}, 0, 0, u"/os/architecture"_s},
                      coreTr("No wheels are made for the architecture “%1”.").arg(preset.os.architecture));
    if (!libc.isValid())
        return failAt(ErrorCode::Unsupported, {{}, 0, 0, u"/os/release"_s},
                      coreTr("The glibc of %1 %2 is not known.").arg(preset.os.distribution, preset.os.release),
                      coreTr("Import newer facts, or choose another release."));
    if (!DottedVersion(preset.python.version).isValid())
        return failAt(ErrorCode::Invalid, {{}, 0, 0, u"/python/version"_s}, coreTr("The preset names no Python version."));
    return Target{preset.python.version, u"manylinux_%1_%2_%3"_s.arg(libc.major()).arg(libc.minor()).arg(machine),
                  preset.os.architecture, {}};
}

} // namespace dosirak::lock

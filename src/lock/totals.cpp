// SPDX-License-Identifier: GPL-3.0-or-later
#include "lock/lock_file.h"

#include <QMap>

#include <algorithm>
#include <array>

namespace dosirak::lock {

using namespace Qt::StringLiterals;

namespace {

struct Spelling {
    QLatin1String said;   ///< lower case
    QLatin1String spdx;
};
/// What License fields and classifiers of the most downloaded wheels say, and the SPDX identifier that it means where that
/// is beyond doubt. "BSD License" is not (two clauses or three?), nor is "Apache Software License" (1.1 or 2.0?).
constexpr std::array spellings{
    Spelling{QLatin1String("mit license"), QLatin1String("MIT")},
    Spelling{QLatin1String("the mit license"), QLatin1String("MIT")},
    Spelling{QLatin1String("the mit license (mit)"), QLatin1String("MIT")},
    Spelling{QLatin1String("expat"), QLatin1String("MIT")},
    Spelling{QLatin1String("apache 2.0"), QLatin1String("Apache-2.0")},
    Spelling{QLatin1String("apache 2"), QLatin1String("Apache-2.0")},
    Spelling{QLatin1String("apache-2"), QLatin1String("Apache-2.0")},
    Spelling{QLatin1String("apache license 2.0"), QLatin1String("Apache-2.0")},
    Spelling{QLatin1String("apache license, version 2.0"), QLatin1String("Apache-2.0")},
    Spelling{QLatin1String("apache license version 2.0"), QLatin1String("Apache-2.0")},
    Spelling{QLatin1String("apache 2.0 license"), QLatin1String("Apache-2.0")},
    Spelling{QLatin1String("apache license v2.0"), QLatin1String("Apache-2.0")},
    Spelling{QLatin1String("bsd 3-clause"), QLatin1String("BSD-3-Clause")},
    Spelling{QLatin1String("bsd 3-clause license"), QLatin1String("BSD-3-Clause")},
    Spelling{QLatin1String("3-clause bsd license"), QLatin1String("BSD-3-Clause")},
    Spelling{QLatin1String("3-clause bsd"), QLatin1String("BSD-3-Clause")},
    Spelling{QLatin1String("modified bsd"), QLatin1String("BSD-3-Clause")},
    Spelling{QLatin1String("new bsd"), QLatin1String("BSD-3-Clause")},
    Spelling{QLatin1String("bsd 2-clause"), QLatin1String("BSD-2-Clause")},
    Spelling{QLatin1String("2-clause bsd"), QLatin1String("BSD-2-Clause")},
    Spelling{QLatin1String("simplified bsd"), QLatin1String("BSD-2-Clause")},
    Spelling{QLatin1String("isc license"), QLatin1String("ISC")},
    Spelling{QLatin1String("isc license (iscl)"), QLatin1String("ISC")},
    Spelling{QLatin1String("mpl 2.0"), QLatin1String("MPL-2.0")},
    Spelling{QLatin1String("mozilla public license 2.0 (mpl 2.0)"), QLatin1String("MPL-2.0")},
    Spelling{QLatin1String("psf"), QLatin1String("PSF-2.0")},
    Spelling{QLatin1String("psf license"), QLatin1String("PSF-2.0")},
    Spelling{QLatin1String("python software foundation license"), QLatin1String("PSF-2.0")},
    Spelling{QLatin1String("unlicense"), QLatin1String("Unlicense")},
    Spelling{QLatin1String("the unlicense (unlicense)"), QLatin1String("Unlicense")},
};

/// A licence's name, not its text: some packages put all of it into the field.
QString shortLicence(const QString &licence)
{
    const QString plain = licence.simplified();
    const QString lower = plain.toLower();
    for (const Spelling &spelling : spellings)
        if (lower == spelling.said || lower == QString(spelling.spdx).toLower())
            return spelling.spdx;
    return plain.size() > 80 ? plain.left(79) + u'…' : plain;
}

} // namespace

QList<KindTotal> kindTotals(const LockFile &lock)
{
    QMap<ArtifactKind, KindTotal> totals;
    for (const Artifact &artifact : lock.artifacts) {
        KindTotal &total = totals[artifact.kind];
        total.kind = artifact.kind;
        ++total.files;
        total.bytes += std::max<qint64>(artifact.size, 0);
        total.unknownSizes += artifact.size < 0 ? 1 : 0;
    }
    return totals.values();
}

QList<LicenceTotal> licenceTotals(const LockFile &lock)
{
    QMap<QString, LicenceTotal> totals;
    for (const Artifact &artifact : lock.artifacts) {
        if (artifact.kind == ArtifactKind::Image || (artifact.kind == ArtifactKind::Deb && artifact.licence.isEmpty()))
            continue; // a deb's index has no field for it: its copyright file is in the package
        const QString licence = shortLicence(artifact.licence);
        LicenceTotal &total = totals[licence];
        total.licence = licence;
        total.packages.append(artifact.name);
    }
    QList<LicenceTotal> list = totals.values();
    for (LicenceTotal &total : list) {
        std::sort(total.packages.begin(), total.packages.end());
        total.packages.removeDuplicates();
    }
    std::stable_sort(list.begin(), list.end(), [](const LicenceTotal &a, const LicenceTotal &b) {
        if (a.licence.isEmpty() != b.licence.isEmpty())
            return b.licence.isEmpty();
        return a.packages.size() > b.packages.size();
    });
    return list;
}

} // namespace dosirak::lock

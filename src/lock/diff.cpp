// SPDX-License-Identifier: GPL-3.0-or-later
#include "lock/diff.h"

#include <QMap>

namespace dosirak::lock {

using namespace Qt::StringLiterals;

namespace {

using Key = std::pair<int, QString>;

QMap<Key, const Artifact *> byName(const LockFile &lock)
{
    QMap<Key, const Artifact *> map;
    for (const Artifact &artifact : lock.artifacts) {
        const bool foreign = artifact.kind == ArtifactKind::Deb && artifact.architecture != lock.architecture
            && artifact.architecture != u"all"_s;
        map.insert({int(artifact.kind), foreign ? artifact.name + u':' + artifact.architecture : artifact.name}, &artifact);
    }
    return map;
}

} // namespace

QList<Change> changesBetween(const LockFile &before, const LockFile &after)
{
    const auto old = byName(before);
    const auto now = byName(after);
    QMap<Key, Change> changes;
    for (auto it = old.begin(); it != old.end(); ++it)
        if (!now.contains(it.key()))
            changes.insert(it.key(), {it.value()->kind, it.key().second, it.value()->version, {}, it.value()->why});
    for (auto it = now.begin(); it != now.end(); ++it) {
        const Artifact *was = old.value(it.key());
        const Artifact &is = *it.value();
        if (was && was->version == is.version && was->sha256 == is.sha256)
            continue;
        changes.insert(it.key(), {is.kind, it.key().second, was ? was->version : QString(), is.version, is.why});
    }
    return changes.values();
}

} // namespace dosirak::lock

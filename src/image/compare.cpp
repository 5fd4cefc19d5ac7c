// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/compare.h"

namespace dosirak::image {

using namespace Qt::StringLiterals;

namespace {

using Values = QMap<QString, QString>;

Values packages(const QList<InstalledPackage> &list)
{
    Values values;
    for (const InstalledPackage &package : list)
        values.insert(package.architecture.isEmpty() || package.architecture == "all"_L1
                          ? package.name : package.name + u':' + package.architecture, package.version);
    return values;
}

Values variables(const QStringList &env)
{
    Values values;
    for (const QString &line : env)
        values.insert(line.section(u'=', 0, 0), line.section(u'=', 1));
    return values;
}

Values labels(const ImageConfig &config)
{
    Values values;
    for (const auto &[key, value] : config.labels)
        values.insert(key, value);
    return values;
}

Values settings(const ImageConfig &config)
{
    return {{u"Architecture"_s, config.architecture}, {u"User"_s, config.user}, {u"WorkingDir"_s, config.workingFolder},
            {u"Entrypoint"_s, config.entrypoint.join(u' ')}, {u"Cmd"_s, config.command.join(u' ')}};
}

void addChanges(QList<ImageChange> &changes, ImageChange::Kind kind, const Values &before, const Values &after)
{
    Values all = before;
    all.insert(after);
    for (const QString &name : all.keys())
        if (before.value(name) != after.value(name) || before.contains(name) != after.contains(name))
            changes << ImageChange{kind, name, before.value(name), after.value(name)};
}

} // namespace

ImageComparison compareImages(const InspectReport &before, const InspectReport &after)
{
    ImageComparison result;
    result.bytesBefore = before.bytes;
    result.bytesAfter = after.bytes;
    addChanges(result.changes, ImageChange::Kind::Deb, packages(before.debs), packages(after.debs));
    addChanges(result.changes, ImageChange::Kind::Wheel, packages(before.wheels), packages(after.wheels));
    addChanges(result.changes, ImageChange::Kind::Env, variables(before.config.env), variables(after.config.env));
    addChanges(result.changes, ImageChange::Kind::Label, labels(before.config), labels(after.config));
    addChanges(result.changes, ImageChange::Kind::Setting, settings(before.config), settings(after.config));
    const qsizetype shorter = std::min(before.layers.size(), after.layers.size());
    while (result.sharedLayers < shorter
           && before.layers.at(result.sharedLayers).diffId == after.layers.at(result.sharedLayers).diffId)
        ++result.sharedLayers;
    for (qsizetype i = result.sharedLayers; i < before.layers.size(); ++i)
        result.changes << ImageChange{ImageChange::Kind::Layer, before.layers.at(i).diffId, before.layers.at(i).command, {}};
    for (qsizetype i = result.sharedLayers; i < after.layers.size(); ++i)
        result.changes << ImageChange{ImageChange::Kind::Layer, after.layers.at(i).diffId, {}, after.layers.at(i).command};
    return result;
}

} // namespace dosirak::image

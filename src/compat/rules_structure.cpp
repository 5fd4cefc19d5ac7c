// SPDX-License-Identifier: GPL-3.0-or-later
#include "compat/rules.h"

#include "base/files.h"
#include "base/tr.h"
#include "preset/keyring.h"
#include "preset/schema.h"

#include <QSet>

namespace dosirak::compat {

using namespace Qt::StringLiterals;

namespace {

void unknownKeys(Findings &findings)
{
    for (const QString &pointer : preset::unknownKeys(findings.input().document)) {
        auto &finding = findings.add("unknown-key", Severity::Warning, pointer, coreTr("“%1” means nothing to Dosirak.").arg(pointer.section(u'/', -1)),
                                     coreTr("It is kept as it is. Keys of your own begin with “x-”."));
        finding.fixes.append({coreTr("Take it out"), Json::array({{{"op", "remove"}, {"path", toStd(pointer)}}})});
    }
}

void neededFields(Findings &findings)
{
    const preset::Preset &preset = findings.preset();
    const auto need = [&](const QString &value, const QString &pointer, const QString &what) {
        if (value.isEmpty())
            findings.add("missing-field", Severity::Error, pointer, coreTr("The preset does not say %1.").arg(what));
    };
    need(preset.os.distribution, u"/os/distribution"_s, coreTr("which distribution it is for"));
    need(preset.os.release, u"/os/release"_s, coreTr("which release it is for"));
    need(preset.os.architecture, u"/os/architecture"_s, coreTr("which architecture it is for"));
    need(preset.python.version, u"/python/version"_s, coreTr("which Python it is for"));
    need(preset.image.tag, u"/image/tag"_s, coreTr("what the image is called"));
    need(preset.runtimeImage.reference, u"/base_images/runtime/reference"_s, coreTr("which base image the runtime has"));
    if (!preset.os.distribution.isEmpty() && !findings.facts().system(preset.os.distribution, preset.os.release))
        findings.add("system-unknown", Severity::Error, u"/os/release"_s,
                     coreTr("Nothing is known of %1 %2: without its glibc no wheel can be chosen.").arg(preset.os.distribution, preset.os.release));
}

void twice(Findings &findings, const QStringList &list, const QString &pointer, QString (*nameOf)(const QString &))
{
    QSet<QString> seen;
    for (qsizetype i = 0; i < list.size(); ++i) {
        // One name with different markers is two requirements.
        const QString name = nameOf(list.at(i)) + u';' + list.at(i).section(u';', 1).trimmed();
        const QString at = u"%1/%2"_s.arg(pointer).arg(i);
        if (!name.startsWith(u';') && seen.contains(name)) {
            auto &finding = findings.add("listed-twice", Severity::Error, at, coreTr("“%1” is listed twice.").arg(nameOf(list.at(i))));
            finding.fixes.append({coreTr("Take the second one out"), Json::array({{{"op", "remove"}, {"path", toStd(at)}}})});
        }
        seen.insert(name);
    }
}

void listedTwice(Findings &findings)
{
    const preset::Preset &preset = findings.preset();
    twice(findings, preset.wheels.requirements, u"/wheels/requirements"_s, requirementName);
    twice(findings, preset.debs.builder, u"/debs/builder"_s, debName);
    twice(findings, preset.debs.runtime, u"/debs/runtime"_s, debName);
}

void indexes(Findings &findings)
{
    const QList<preset::WheelIndex> &list = findings.preset().wheels.indexes;
    QSet<QString> names;
    bool forAll = list.isEmpty();
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString pointer = u"/wheels/indexes/%1/name"_s.arg(i);
        if (list.at(i).name.isEmpty() || names.contains(list.at(i).name))
            findings.add("index-not-declared", Severity::Error, pointer, coreTr("Each index needs a name of its own."));
        names.insert(list.at(i).name);
        forAll = forAll || list.at(i).packages.isEmpty();
    }
    if (!forAll)
        findings.add("index-for-all", Severity::Error, u"/wheels/indexes"_s,
                     coreTr("Every index takes only the packages that it lists; the others have nowhere to come from."),
                     coreTr("Leave “packages” out of one index: the rest comes from it."));
}

/// A file of the user's stands in the place of a vendor's key, with other bytes.
bool isReplaced(const QString &keyring, const QString &signedBy)
{
    if (keyring.isEmpty() || keyring.startsWith(u":/"_s) || !preset::shippedKey(signedBy))
        return false;
    const auto own = readFile(keyring, 16 << 20);
    return own && *own != preset::shippedKeyBytes(signedBy);
}

void aptKeys(Findings &findings)
{
    const QList<preset::AptSource> &list = findings.preset().debs.sources;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const preset::AptSource &source = list.at(i);
        if (source.trusted)
            findings.add("source-unsigned", Severity::Warning, u"/debs/sources/%1/trusted"_s.arg(i),
                         coreTr("The apt source “%1” is taken unsigned: nothing proves who made its packages.").arg(source.name));
        const bool isFile = !source.signedBy.isEmpty() && !source.signedBy.contains(u"BEGIN PGP"_s);
        const auto keyring = isFile && !findings.input().folder.isEmpty() ? preset::keyringFile(source.signedBy, findings.input().folder)
                                                                          : Result<QString>(QString());
        const QString pointer = u"/debs/sources/%1/signed_by"_s.arg(i);
        if (!keyring)
            findings.add("key-missing", Severity::Warning, pointer,
                         coreTr("The key of “%1” is not there yet: %2.").arg(source.name, source.signedBy), keyring.error().hint);
        else if (isFile && isReplaced(*keyring, source.signedBy))
            findings.add("key-replaced", Severity::Note, pointer,
                         coreTr("“%1” is checked with a key of this folder, %2, not with the key of %3 that ships.")
                             .arg(source.name, source.signedBy, preset::shippedKey(source.signedBy)->owner),
                         coreTr("That is right for a mirror that signs with its own key; else remove the file."));
        else if (source.signedBy.isEmpty() && !source.fromHost && !source.trusted)
            findings.add("key-missing", Severity::Error, u"/debs/sources/%1"_s.arg(i), coreTr("The apt source “%1” names no key.").arg(source.name));
    }
}

} // namespace

QList<Rule> structureRules()
{
    return {unknownKeys, neededFields, listedTwice, indexes, aptKeys};
}

} // namespace dosirak::compat

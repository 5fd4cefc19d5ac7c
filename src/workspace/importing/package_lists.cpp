// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/importing/wanted.h"

#include "base/tr.h"
#include "python/requirement.h"
#include "python/requirements_lines.h"

#include <QRegularExpression>
#include <algorithm>

namespace dosirak::workspace::importing {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownCharacters = 160;
constexpr qsizetype mostNotes = 5000; // a file of nothing but rubbish must not fill the memory with sentences about it

/// What options of a requirements file say that a preset says elsewhere.
void takeOption(const python::LineOption &option, int line, const QString &where, Wanted &wanted)
{
    const QString name = fromStd(option.name);
    const QString value = fromStd(option.value);
    if (name == u"--hash"_s)
        return; // the lock has hashes of its own for every file
    if (name == u"--index-url"_s || name == u"--extra-index-url"_s) {
        const QString label = torchIndexLabel(value);
        if (!label.isEmpty())
            wanted.torchIndexes.append({line, label});
        else
            wanted.note(line, where, coreTr("An index is not taken by itself: add it below “wheels.indexes” with the packages that are to come from it."));
    } else if (name == u"--requirement"_s || name == u"--constraint"_s) {
        wanted.note(line, where, coreTr("“%1” is another file: import it as well.").arg(value));
    } else if (name == u"--editable"_s) {
        wanted.note(line, where, coreTr("An editable install has no wheel: build a wheel of it, and give it a place in an index or a folder."));
    } else if (name == u"--pre"_s) {
        wanted.note(line, where, coreTr("Pre-releases are welcomed package by package, in “wheels.prereleases”."));
    } else {
        wanted.note(line, where, coreTr("The option “%1” has no place in a preset.").arg(name));
    }
}

bool isDebName(const QString &name)
{
    static const QRegularExpression form(u"\\A[a-z0-9][a-z0-9+.-]+(?::[a-z0-9-]+)?\\z"_s); // Debian policy, 5.6.7
    return form.match(name).hasMatch();
}

/// NVIDIA's debs exist for several CUDA versions at once: without their version apt takes the newest.
bool needsItsVersion(const QString &name)
{
    return name.startsWith(u"libnvinfer"_s) || name.startsWith(u"libnvonnx"_s) || name.startsWith(u"libcudnn"_s) || name.startsWith(u"libnccl"_s)
        || name.startsWith(u"tensorrt"_s);
}

struct DpkgRow {
    QString state, name, version, architecture;
};

/// A row of one of the three forms; no name: none of them.
DpkgRow dpkgRow(const QString &line)
{
    static const QRegularExpression listed(u"\\A([uihrp][ncHUFWti][ R]?)\\s+(\\S+)\\s+(\\S+)(?:\\s+(\\S+))?"_s); // dpkg -l
    static const QRegularExpression selected(u"\\A(\\S+)\\s+(install|hold|deinstall|purge)\\s*\\z"_s);           // --get-selections
    static const QRegularExpression queried(u"\\A(\\S+)\\t(\\S+)\\s*\\z"_s);                                     // dpkg-query -W
    if (const auto match = listed.match(line); match.hasMatch())
        return {match.captured(1).trimmed(), match.captured(2), match.captured(3), match.captured(4)};
    if (const auto match = selected.match(line); match.hasMatch())
        return {match.captured(2) == u"install"_s ? u"ii"_s : match.captured(2) == u"hold"_s ? u"hi"_s : u"rc"_s, match.captured(1), {}, {}};
    if (const auto match = queried.match(line); match.hasMatch())
        return {u"ii"_s, match.captured(1), match.captured(2), {}};
    return {};
}

} // namespace

void Wanted::note(int line, const QString &text, const QString &what)
{
    if (notes.size() < mostNotes)
        notes.append({line, text.simplified().left(shownCharacters), what});
}

QStringList linesOf(const QString &text)
{
    static const QRegularExpression ends(u"\r\n|\n|\r"_s);
    return text.split(ends);
}

QString torchIndexLabel(const QString &url)
{
    static const QRegularExpression form(u"\\Ahttps://download\\.pytorch\\.org/whl/(cpu|cu\\d+|rocm[\\d.]+)/?\\z"_s);
    return form.match(url.trimmed()).captured(1);
}

void takeRequirement(const QString &requirement, int line, const QString &where, Wanted &wanted)
{
    const auto parsed = python::Requirement::parse(requirement.toStdString());
    if (!parsed)
        return wanted.note(line, where, coreTr("This is no requirement: %1").arg(parsed.error().what));
    if (parsed->url.starts_with("file:") || parsed->url.starts_with("git+"))
        return wanted.note(line, where, coreTr("“%1” comes from a place that only that machine has: give its wheel a place in an index or a folder.").arg(fromStd(parsed->name)));
    wanted.requirements.append({line, requirement.simplified()});
}

void readRequirements(const QString &text, Wanted &wanted)
{
    for (const python::LogicalLine &logical : python::logicalLines(text.toStdString())) {
        const QString where = fromStd(logical.text);
        const auto split = python::splitLine(logical.text);
        if (!split) {
            wanted.note(logical.line, where, split.error().what);
            continue;
        }
        for (const python::LineOption &option : split->options)
            takeOption(option, logical.line, where, wanted);
        const QString requirement = fromStd(split->requirement);
        if (requirement.isEmpty())
            continue;
        if (requirement.contains(u"${"_s))
            wanted.note(logical.line, where, coreTr("Variables of the environment have no place in a preset."));
        else
            takeRequirement(requirement, logical.line, where, wanted);
    }
}

void readPipFreeze(const QString &text, Wanted &wanted)
{
    Wanted all;
    readRequirements(text, all);
    for (const ImportNote &note : std::as_const(all.notes))
        wanted.note(note.line, note.text, note.what);
    wanted.torchIndexes += all.torchIndexes;
    for (const Entry &entry : std::as_const(all.requirements)) {
        const auto parsed = python::Requirement::parse(entry.value.toStdString());
        const std::string name = parsed ? parsed->normalizedName : std::string();
        // They come with PyTorch at versions that its wheels name; pinned here they would only get in its way.
        if (name.starts_with("nvidia-") || name == "triton")
            wanted.note(entry.line, entry.value, coreTr("It comes with PyTorch, at the version that PyTorch names."));
        else
            wanted.requirements.append(entry);
    }
}

void readDpkgList(const QString &text, Wanted &wanted)
{
    const QStringList lines = linesOf(text);
    int left = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString &line = lines.at(i);
        const int number = int(i) + 1;
        if (line.trimmed().isEmpty() || line.startsWith(u"Desired="_s) || line.startsWith(u'|') || line.startsWith(u"+++-"_s))
            continue;
        const DpkgRow row = dpkgRow(line);
        const QString name = row.name.endsWith(u":amd64"_s) || row.name.endsWith(u":all"_s) ? row.name.section(u':', 0, 0) : row.name;
        if (!isDebName(name)) {
            wanted.note(number, line, coreTr("This is no line of dpkg's."));
        } else if (row.state.size() < 2 || row.state.at(1) != u'i' || row.state.size() > 2) {
            wanted.note(number, line, coreTr("“%1” was not wholly installed there.").arg(name));
        } else {
            const bool pinned = needsItsVersion(name) && !row.version.isEmpty();
            wanted.runtimeDebs.append({number, pinned ? name + u'=' + row.version : name});
            if (row.state.at(0) == u'h')
                wanted.heldDebs.append({number, name});
            left += pinned ? 0 : 1;
        }
    }
    if (left > 0)
        wanted.note(0, {}, coreTr("%1 packages are taken without their versions: the lock pins each to what the preset's apt sources have.").arg(left));
}

} // namespace dosirak::workspace::importing

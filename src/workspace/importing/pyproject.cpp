// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/importing/wanted.h"

#include "base/tr.h"

#include <QRegularExpression>

#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#if defined(__GNUC__) && !defined(__clang__)
#    pragma GCC diagnostic push
#    pragma GCC diagnostic ignored "-Wnull-dereference"
#endif
#include <toml++/toml.h>
#if defined(__GNUC__) && !defined(__clang__)
#    pragma GCC diagnostic pop
#endif

namespace dosirak::workspace::importing {

using namespace Qt::StringLiterals;

namespace {

int lineOf(const toml::node &node)
{
    return int(node.source().begin.line);
}

QString textOf(const toml::node &node)
{
    return fromStd(node.value_or(std::string()));
}

QString keyOf(const toml::key &key)
{
    const std::string_view text = key.str();
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// "1.2" + one at the last part that counts: Poetry's ^1.2.3 is <2, ^0.2.3 is <0.3; ~1.2.3 is <1.3, ~1 is <2.
QString upperBound(const QStringList &parts, bool caret)
{
    qsizetype at = caret ? 0 : std::min<qsizetype>(1, parts.size() - 1);
    while (caret && at + 1 < parts.size() && parts.at(at).toLongLong() == 0)
        ++at;
    QStringList bound = parts.first(at + 1);
    bound[at] = QString::number(bound.at(at).toLongLong() + 1);
    return bound.join(u'.');
}

/// Poetry's conditions as PEP 440 has them. Unset: not one of its forms.
std::optional<QString> poetrySpecifier(const QString &condition)
{
    static const QRegularExpression version(u"\\A([\\^~]?)(\\d+(?:\\.\\d+){0,5})\\z"_s);
    QStringList all;
    for (const QString &part : condition.split(u',')) {
        const QString plain = part.simplified().remove(u' ');
        if (plain == u"*"_s || plain.isEmpty())
            continue;
        const auto match = version.match(plain);
        if (plain.contains(u'|') || (!match.hasMatch() && (plain.startsWith(u'^') || (plain.startsWith(u'~') && !plain.startsWith(u"~="_s)))))
            return {};
        const QStringList parts = match.captured(2).split(u'.');
        if (!match.hasMatch())
            all.append(plain.at(0).isDigit() ? u"=="_s + plain : plain);
        else if (match.captured(1).isEmpty())
            all.append(u"=="_s + plain);
        else
            all.append(u">="_s + match.captured(2) + u",<"_s + upperBound(parts, match.captured(1) == u"^"_s));
    }
    return all.join(u',');
}

void takePython(const QString &condition, int line, Wanted &wanted)
{
    static const QRegularExpression exact(u"\\A(?:==|~=|~|\\^)?\\s*(3\\.\\d+)(?:\\.(?:\\d+|\\*))?\\z"_s);
    if (const auto match = exact.match(condition.trimmed()); match.hasMatch() && !condition.startsWith(u'^'))
        wanted.python = {line, match.captured(1)};
    else
        wanted.note(line, u"requires-python: "_s + condition, coreTr("The preset keeps its Python: look whether it is one of these."));
}

void takePoetry(const toml::table &dependencies, Wanted &wanted)
{
    for (const auto &[key, node] : dependencies) {
        const QString name = keyOf(key);
        const toml::table *table = node.as_table();
        const QString condition = table ? (table->get("version") ? textOf(*table->get("version")) : QString()) : textOf(node);
        const QString where = name + u" = "_s + condition;
        if (name == u"python"_s) {
            takePython(condition, lineOf(node), wanted);
            continue;
        }
        const bool elsewhere = table && (table->contains("git") || table->contains("path") || table->contains("url"));
        const bool conditional = table && (table->contains("markers") || table->contains("optional") || table->contains("python"));
        const auto specifier = poetrySpecifier(condition);
        if (elsewhere || conditional || !specifier || (condition.isEmpty() && !table)) {
            wanted.note(lineOf(node), where, elsewhere ? coreTr("It does not come from an index: give its wheel a place in an index or a folder.")
                                                       : coreTr("This form has no plain requirement: write it by hand."));
            continue;
        }
        QStringList extras;
        if (const toml::array *list = table ? table->get_as<toml::array>("extras") : nullptr)
            for (const toml::node &extra : *list)
                extras.append(textOf(extra));
        takeRequirement(name + (extras.isEmpty() ? QString() : u'[' + extras.join(u',') + u']') + *specifier, lineOf(node), where, wanted);
    }
}

void takeList(const toml::array &list, Wanted &wanted)
{
    for (const toml::node &item : list) {
        const QString text = textOf(item);
        if (item.is_string())
            takeRequirement(text, lineOf(item), text, wanted);
        else
            wanted.note(lineOf(item), {}, coreTr("A requirement is text."));
    }
}

void noteGroups(const toml::table *groups, Wanted &wanted)
{
    if (!groups)
        return;
    for (const auto &[key, node] : *groups)
        wanted.note(lineOf(node), keyOf(key), coreTr("The optional group “%1” is not taken: add by hand what you need of it.").arg(keyOf(key)));
}

} // namespace

Result<void> readPyProject(const QByteArray &bytes, const QString &fileName, Wanted &wanted)
{
    const toml::parse_result parsed = toml::parse(std::string_view(bytes.constData(), size_t(bytes.size())));
    if (!parsed) {
        const toml::source_position place = parsed.error().source().begin;
        const std::string_view why = parsed.error().description();
        return failAt(ErrorCode::Invalid, {fileName, int(place.line), int(place.column), {}},
                      coreTr("This is no TOML: %1").arg(QString::fromUtf8(why.data(), qsizetype(why.size()))));
    }
    const toml::table &root = parsed.table();
    const toml::table *project = root.get_as<toml::table>("project");
    const toml::table *tools = root.get_as<toml::table>("tool");
    const toml::table *poetry = tools ? tools->get_as<toml::table>("poetry") : nullptr;
    if (!project && !poetry)
        wanted.note(0, {}, coreTr("There is neither a [project] table nor one of Poetry's: nothing is taken."));
    if (project) {
        if (const toml::array *list = project->get_as<toml::array>("dependencies"))
            takeList(*list, wanted);
        if (const toml::node *requires_ = project->get("requires-python"); requires_ && requires_->is_string())
            takePython(textOf(*requires_), lineOf(*requires_), wanted);
        if (const toml::array *dynamic = project->get_as<toml::array>("dynamic"))
            for (const toml::node &item : *dynamic)
                if (textOf(item) == u"dependencies"_s)
                    wanted.note(lineOf(item), u"dynamic"_s, coreTr("The dependencies are only known when the project is built: import its requirements.txt or a “pip freeze”."));
        noteGroups(project->get_as<toml::table>("optional-dependencies"), wanted);
    }
    if (poetry) {
        if (const toml::table *dependencies = poetry->get_as<toml::table>("dependencies"))
            takePoetry(*dependencies, wanted);
        noteGroups(poetry->get_as<toml::table>("group"), wanted);
    }
    noteGroups(root.get_as<toml::table>("dependency-groups"), wanted);
    return {};
}

} // namespace dosirak::workspace::importing

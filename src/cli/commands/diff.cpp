// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "cli/text.h"
#include "preset/compare.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

QString shown(const std::optional<Json> &value, const QString &from, const QString &presetName)
{
    if (!value)
        return coreTr("(not there)");
    const QString text = value->is_string() ? fromStd(value->get<std::string>()) : QString::fromStdString(value->dump());
    return from.isEmpty() || from == presetName ? text : coreTr("%1 (from %2)").arg(text, from);
}

class Diff : public Command
{
public:
    QString name() const override { return u"diff"_s; }
    QString summary() const override { return coreTr("Say in which fields two presets differ, with all that they inherit"); }

    void declare(QCommandLineParser &parser) const override
    {
        parser.addPositionalArgument(u"preset-name"_s, coreTr("The left one, and the right one."), u"preset-name preset-name"_s);
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        const QStringList names = parser.positionalArguments();
        if (names.size() != 2)
            return context.fail({ErrorCode::Usage, coreTr("Say which two presets."), coreTr("“dosirak list” shows which there are."), {}, {}, {}});
        QList<preset::LoadedPreset> both;
        for (const QString &name : names) {
            if (const auto there = context.workspace.require(name); !there)
                return context.fail(there.error());
            auto loaded = preset::loadPreset(context.workspace.presetsFolder(), name);
            if (!loaded)
                return context.fail(loaded.error());
            both.append(*loaded);
        }
        const auto differences = preset::differencesBetween(both.first(), both.last());
        return context.json ? printJson(names, differences, context) : printText(names, differences, context);
    }

private:
    static ExitCode printText(const QStringList &names, const QList<preset::FieldDifference> &differences, Context &context)
    {
        context.out << u"--- %1\n+++ %2\n"_s.arg(names.first(), names.last());
        for (const preset::FieldDifference &field : differences) {
            context.out << field.pointer << '\n';
            if (!field.removed.isEmpty() || !field.added.isEmpty()) {
                for (const QString &text : field.removed)
                    context.out << "  - " << text << '\n';
                for (const QString &text : field.added)
                    context.out << "  + " << text << '\n';
            } else {
                context.out << "  - " << shown(field.left, field.leftFrom, names.first()) << "\n  + " << shown(field.right, field.rightFrom, names.last()) << '\n';
            }
        }
        if (differences.isEmpty())
            context.out << coreTr("They hold the same.") << '\n';
        return ExitCode::Ok;
    }

    static ExitCode printJson(const QStringList &names, const QList<preset::FieldDifference> &differences, Context &context)
    {
        Json fields = Json::array();
        for (const preset::FieldDifference &field : differences) {
            Json row = {{"pointer", toStd(field.pointer)}};
            if (field.left) {
                row["left"] = *field.left;
                row["left_from"] = toStd(field.leftFrom);
            }
            if (field.right) {
                row["right"] = *field.right;
                row["right_from"] = toStd(field.rightFrom);
            }
            row["removed"] = jsonList(field.removed);
            row["added"] = jsonList(field.added);
            fields.push_back(row);
        }
        return context.print({{"left", toStd(names.first())}, {"right", toStd(names.last())}, {"differences", fields}});
    }
};

} // namespace

std::unique_ptr<Command> makeDiff() { return std::make_unique<Diff>(); }

} // namespace dosirak::cli

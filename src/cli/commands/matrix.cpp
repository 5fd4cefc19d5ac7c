// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "cli/text.h"
#include "compat/matrix_text.h"
#include "compat/preset_values.h"
#include "preset/load.h"
#include "workspace/services.h"

#include <algorithm>

namespace dosirak::cli {

using namespace Qt::StringLiterals;
using compat::Axis;
using compat::MatrixSpec;
using compat::MatrixTable;

namespace {

QString axisKeys()
{
    QStringList keys;
    for (int i = 0; i < compat::axisCount; ++i)
        keys.append(compat::axisKey(Axis(i)));
    return keys.join(u", "_s);
}

Result<Axis> axisOf(const QString &key)
{
    if (const auto axis = compat::axisOfKey(key))
        return *axis;
    return fail(ErrorCode::Usage, coreTr("“%1” is no axis of the matrix.").arg(key), coreTr("These are: %1").arg(axisKeys()));
}

/// The values that are, or begin with, one of @p wanted; all when nothing is wanted. "2.4" is 2.4.0 and 2.4.1, not 2.40.
QStringList chosen(const QStringList &values, const QStringList &wanted)
{
    if (wanted.isEmpty())
        return values;
    QStringList some;
    std::copy_if(values.begin(), values.end(), std::back_inserter(some), [&](const QString &value) {
        return std::any_of(wanted.begin(), wanted.end(), [&](const QString &one) {
            return value.compare(one, Qt::CaseInsensitive) == 0 || value.startsWith(one + u'.', Qt::CaseInsensitive);
        });
    });
    return some;
}

/// Which presets sit on which cell.
QHash<qint64, QStringList> presetsOn(const MatrixSpec &spec, const workspace::Workspace &workspace)
{
    QHash<qint64, QStringList> cells;
    for (const QString &name : workspace.presetNames()) {
        const auto loaded = preset::loadPreset(workspace.presetsFolder(), name);
        if (!loaded)
            continue; // “dosirak check” says what is wrong with it
        const compat::Combination values = compat::valuesOf(loaded->preset);
        const qsizetype row = spec.rows.indexOf(values.at(spec.rowAxis));
        const qsizetype column = spec.columns.indexOf(values.at(spec.columnAxis));
        if (row >= 0 && column >= 0)
            cells[row * spec.columns.size() + column].append(name);
    }
    return cells;
}

QString sign(compat::Verdict verdict)
{
    switch (verdict) {
    case compat::Verdict::Yes: return u"✓"_s;
    case compat::Verdict::Limits: return u"⚠"_s;
    case compat::Verdict::Unknown: return u"?"_s;
    case compat::Verdict::No: return u"✕"_s;
    }
    return {};
}

/// For a terminal: one sign a cell, and what the signs mean.
QString plainText(const MatrixTable &matrix)
{
    const MatrixSpec &spec = matrix.spec;
    QList<QStringList> rows{QStringList{compat::axesText(spec)} + spec.columns};
    for (int row = 0; row < spec.rows.size(); ++row) {
        QStringList cells{spec.rows.at(row)};
        for (int column = 0; column < spec.columns.size(); ++column) {
            const MatrixTable::Cell &cell = matrix.at(row, column);
            cells.append((cell.runs || cell.verdict == compat::Verdict::No ? sign(cell.verdict) : u"("_s + sign(cell.verdict) + u')') + (cell.presets.isEmpty() ? QString() : u" ●"_s));
        }
        rows.append(cells);
    }
    QString text = table(rows) + u'\n' + coreTr("✓ yes  ⚠ with limits  ✕ no  ? unknown, which is not a no  ● a preset of this folder");
    if (spec.hasMachine())
        text += u"  "_s + coreTr("(…) not on that machine");
    return text + u'\n';
}

Json json(const MatrixTable &matrix, const compat::Facts &facts)
{
    const MatrixSpec &spec = matrix.spec;
    Json cells = Json::array();
    for (int row = 0; row < spec.rows.size(); ++row) {
        for (int column = 0; column < spec.columns.size(); ++column) {
            const MatrixTable::Cell &cell = matrix.at(row, column);
            static constexpr const char *verdicts[] = {"yes", "limits", "unknown", "no"};
            Json one = {{"row", toStd(spec.rows.at(row))}, {"column", toStd(spec.columns.at(column))}, {"verdict", verdicts[int(cell.verdict)]},
                        {"reasons", jsonList(cell.reasons.split(u'\n', Qt::SkipEmptyParts))}, {"presets", jsonList(cell.presets)}};
            if (spec.hasMachine())
                one["runs_on_machine"] = cell.runs;
            cells.push_back(std::move(one));
        }
    }
    return {{"facts_version", toStd(facts.version)}, {"rows", toStd(compat::axisKey(spec.rowAxis))},
            {"columns", toStd(compat::axisKey(spec.columnAxis))}, {"cells", std::move(cells)}};
}

class Matrix : public Command
{
public:
    QString name() const override { return u"matrix"_s; }
    QString summary() const override { return coreTr("Print the compatibility matrix of any two axes"); }
    qsizetype mostArguments() const override { return 2; }
    Words completes() const override { return Words::None; }
    QStringList words() const override
    {
        return axisKeys().split(u", "_s);
    }

    void declare(QCommandLineParser &parser) const override
    {
        parser.addPositionalArgument(u"rows"_s, coreTr("An axis (pytorch): %1.").arg(axisKeys()), u"[rows]"_s);
        parser.addPositionalArgument(u"columns"_s, coreTr("Another axis (cuda)."), u"[columns]"_s);
        parser.addOption({u"row"_s, coreTr("Only rows of this version (can be repeated)."), coreTr("version")});
        parser.addOption({u"column"_s, coreTr("Only columns of this version (can be repeated)."), coreTr("version")});
        parser.addOption({u"pin"_s, coreTr("Judge every cell with this value of another axis, as python=3.10 (can be repeated)."), coreTr("axis=value")});
        parser.addOption({u"gpu"_s, coreTr("Mark what does not run on this GPU."), coreTr("name")});
        parser.addOption({u"driver"_s, coreTr("Mark what does not run with this driver."), coreTr("version")});
        parser.addOption({u"format"_s, coreTr("text, tsv, csv, markdown or html."), coreTr("form"), u"text"_s});
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        auto services = context.services();
        if (!services)
            return context.fail(services.error());
        const compat::Facts &facts = (*services)->facts();
        const auto spec = specOf(parser, facts);
        if (!spec)
            return context.fail(spec.error());
        const auto matrix = compat::judgeAll(*spec, presetsOn(*spec, context.workspace), facts, context.stop, {});
        if (!matrix)
            return context.fail(matrix.error());
        if (context.json)
            return context.print(json(*matrix, facts));
        const auto text = textOf(*matrix, parser.value(u"format"_s), facts.version);
        if (!text)
            return context.fail(text.error());
        context.out << *text;
        return ExitCode::Ok;
    }

private:
    static Result<MatrixSpec> specOf(const QCommandLineParser &parser, const compat::Facts &facts)
    {
        const QStringList axes = parser.positionalArguments();
        MatrixSpec spec;
        DOSIRAK_TRY(rows, axisOf(axes.value(0, u"pytorch"_s)));
        const QString other = rows == Axis::Cuda ? u"pytorch"_s : u"cuda"_s;
        DOSIRAK_TRY(columns, axisOf(axes.value(1, other)));
        if (rows == columns)
            return fail(ErrorCode::Usage, coreTr("Rows and columns are the same axis."), coreTr("Name two of these: %1").arg(axisKeys()));
        spec.rowAxis = rows;
        spec.columnAxis = columns;
        spec.rows = chosen(compat::valuesOfAxis(rows, facts), parser.values(u"row"_s));
        spec.columns = chosen(compat::valuesOfAxis(columns, facts), parser.values(u"column"_s));
        spec.gpu = parser.value(u"gpu"_s);
        spec.driver = parser.value(u"driver"_s);
        if (spec.rows.isEmpty() || spec.columns.isEmpty())
            return fail(ErrorCode::NotFound, coreTr("The facts %1 know no such version.").arg(facts.version), coreTr("“dosirak matrix” without --row and --column shows all."));
        for (const QString &pin : parser.values(u"pin"_s)) {
            DOSIRAK_TRY(axis, axisOf(pin.section(u'=', 0, 0)));
            if (pin.section(u'=', 1).isEmpty())
                return fail(ErrorCode::Usage, coreTr("“%1” gives no value.").arg(pin), coreTr("For example: --pin python=3.10"));
            spec.pins.set(axis, pin.section(u'=', 1));
        }
        return spec;
    }

    static Result<QString> textOf(const MatrixTable &matrix, const QString &format, const QString &factsVersion)
    {
        if (format == u"text"_s)
            return plainText(matrix);
        if (format == u"tsv"_s)
            return compat::matrixTsv(matrix);
        if (format == u"csv"_s)
            return compat::matrixCsv(matrix);
        if (format == u"markdown"_s || format == u"md"_s)
            return compat::matrixMarkdown(matrix);
        if (format == u"html"_s)
            return compat::matrixHtml(matrix, factsVersion);
        return fail(ErrorCode::Usage, coreTr("“%1” is no form of a matrix.").arg(format), coreTr("These are: text, tsv, csv, markdown, html."));
    }
};

} // namespace

std::unique_ptr<Command> makeMatrix() { return std::make_unique<Matrix>(); }

} // namespace dosirak::cli

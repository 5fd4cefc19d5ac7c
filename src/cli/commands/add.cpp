// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "base/files.h"
#include "cli/confirm.h"
#include "cli/text.h"
#include "preset/load.h"
#include "workspace/import_verb.h"

#include <QFile>

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> readInput(const QString &path)
{
    if (path != u"-"_s)
        return readFile(path, workspace::maxImportBytes);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return fail(ErrorCode::Io, coreTr("Standard input cannot be read."));
    const QByteArray bytes = input.read(workspace::maxImportBytes + 1);
    if (bytes.size() > workspace::maxImportBytes)
        return fail(ErrorCode::Invalid, coreTr("Standard input is larger than any file of this kind."));
    return bytes;
}

class Add : public Command
{
public:
    QString name() const override { return u"add"_s; }
    QString summary() const override { return coreTr("Add to a preset what a requirements.txt, pyproject.toml, Dockerfile, “pip freeze” or “dpkg -l” names"); }
    Words completes() const override { return Words::PresetNames; }

    void declare(QCommandLineParser &parser) const override
    {
        parser.addPositionalArgument(u"preset-name"_s, coreTr("Which preset."));
        parser.addPositionalArgument(u"file"_s, coreTr("What to read; “-” is standard input."), u"file…"_s);
        parser.addOption({u"kind"_s, coreTr("What the files are, where their names do not say it: requirements, pyproject, dockerfile, pip-freeze or dpkg."), coreTr("kind")});
        declareChangeOptions(parser);
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        const QStringList words = parser.positionalArguments();
        const QString kindName = parser.value(u"kind"_s);
        const auto kind = workspace::sourceKindNamed(kindName);
        if (words.size() < 2 || (!kindName.isEmpty() && !kind))
            return context.fail({ErrorCode::Usage, coreTr("Say which preset, and which files."), coreTr("“dosirak add my-preset requirements.txt”; “dosirak add --help” tells the kinds."), {}, {}, {}});
        const auto report = addAll(words.first(), words.mid(1), kind, parser, context);
        if (!report)
            return context.fail(report.error());
        if (context.json)
            return context.print(*report);
        return ExitCode::Ok;
    }

private:
    static Result<Json> addAll(const QString &presetName, const QStringList &files, std::optional<workspace::SourceKind> kind,
                               const QCommandLineParser &parser, Context &context)
    {
        DOSIRAK_CHECK(context.workspace.require(presetName));
        workspace::PresetChange change;
        change.path = context.workspace.presetPath(presetName);
        DOSIRAK_TRY(before, readFile(change.path, preset::maxPresetBytes));
        change.before = before;
        QList<workspace::SourceFile> sources;
        for (const QString &file : files) {
            DOSIRAK_TRY(bytes, readInput(file));
            sources.append({file, bytes});
        }
        DOSIRAK_TRY(imported, workspace::importFiles(context.workspace, presetName, before, sources, kind));
        change.after = imported.text;
        Json imports = Json::array();
        for (const auto &[file, import] : imported.files)
            imports.push_back(told(file, import, context));
        DOSIRAK_TRY(written, showAndWrite(change, parser, context));
        if (!context.json && !change.changes())
            context.out << coreTr("There is nothing to change.") << '\n';
        return Json{{"preset_name", toStd(presetName)}, {"written", written}, {"files", imports}};
    }

    static Json told(const QString &file, const workspace::SourceImport &import, Context &context)
    {
        Json notes = Json::array();
        if (!context.json)
            context.err << coreTr("%1 (%2): %3 changes, %4 notes").arg(file, workspace::sourceKindName(import.kind)).arg(import.taken.size()).arg(import.notes.size()) << '\n';
        for (const workspace::ImportNote &note : import.notes) {
            notes.push_back({{"line", note.line}, {"text", toStd(note.text)}, {"what", toStd(note.what)}});
            if (!context.json)
                context.err << "  " << (note.line > 0 ? u"%1:%2: "_s.arg(file).arg(note.line) : file + u": "_s) << note.what << (note.text.isEmpty() ? QString() : u" (“%1”)"_s.arg(note.text)) << '\n';
        }
        context.err.flush();
        return {{"file", toStd(file)}, {"kind", toStd(workspace::sourceKindName(import.kind))}, {"taken", jsonList(import.taken)}, {"patch", import.patch}, {"notes", notes}};
    }
};

} // namespace

std::unique_ptr<Command> makeAdd() { return std::make_unique<Add>(); }

} // namespace dosirak::cli

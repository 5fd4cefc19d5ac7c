// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "base/tr.h"
#include "lock/lock_file.h"
#include "preset/schema.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

class Schema : public Command
{
public:
    QString name() const override { return u"schema"_s; }
    QString summary() const override { return coreTr("Print the JSON Schema of a preset or of a lock"); }
    qsizetype mostArguments() const override { return 1; }
    Words completes() const override { return Words::None; }
    void declare(QCommandLineParser &parser) const override
    {
        parser.addPositionalArgument(u"what"_s, coreTr("“preset” (without it, too) or “lock”."), u"[preset|lock]"_s);
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        const QString what = parser.positionalArguments().value(0, u"preset"_s);
        if ((what != u"preset"_s && what != u"lock"_s) || parser.positionalArguments().size() > 1)
            return context.fail({ErrorCode::Usage, coreTr("There is no schema of “%1”.").arg(what), coreTr("There are those of “preset” and “lock”."), {}, {}, {}});
        context.out << QString::fromUtf8(what == u"lock"_s ? lock::lockSchema() : preset::presetSchema());
        return ExitCode::Ok;
    }
};

} // namespace

std::unique_ptr<Command> makeSchema() { return std::make_unique<Schema>(); }

} // namespace dosirak::cli

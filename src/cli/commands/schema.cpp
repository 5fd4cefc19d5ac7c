// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "base/tr.h"
#include "compat/facts.h"
#include "lock/lock_file.h"
#include "preset/schema.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

class Schema : public Command
{
public:
    QString name() const override { return u"schema"_s; }
    QString summary() const override { return coreTr("Print the JSON Schema of a preset, of a lock or of facts"); }
    qsizetype mostArguments() const override { return 1; }
    Words completes() const override { return Words::None; }
    void declare(QCommandLineParser &parser) const override
    {
        parser.addPositionalArgument(u"what"_s, coreTr("“preset” (without it, too), “lock” or “facts”."), u"[preset|lock|facts]"_s);
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        const QString what = parser.positionalArguments().value(0, u"preset"_s);
        const QByteArray schema = what == u"preset"_s ? preset::presetSchema() : what == u"lock"_s ? lock::lockSchema() : what == u"facts"_s ? compat::Facts::schema() : QByteArray();
        if (schema.isEmpty())
            return context.fail({ErrorCode::Usage, coreTr("There is no schema of “%1”.").arg(what), coreTr("There are those of “preset”, “lock” and “facts”."), {}, {}, {}});
        context.out << QString::fromUtf8(schema);
        return ExitCode::Ok;
    }
};

} // namespace

std::unique_ptr<Command> makeSchema() { return std::make_unique<Schema>(); }

} // namespace dosirak::cli

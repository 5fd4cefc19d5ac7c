// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "base/tr.h"
#include "preset/schema.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

class Schema : public Command
{
public:
    QString name() const override { return u"schema"_s; }
    QString summary() const override { return coreTr("Print the JSON Schema of a preset"); }
    qsizetype mostArguments() const override { return 0; }
    Words completes() const override { return Words::None; }
    void declare(QCommandLineParser &) const override {}

    ExitCode run(const QCommandLineParser &, Context &context) const override
    {
        context.out << QString::fromUtf8(preset::presetSchema());
        return ExitCode::Ok;
    }
};

} // namespace

std::unique_ptr<Command> makeSchema() { return std::make_unique<Schema>(); }

} // namespace dosirak::cli

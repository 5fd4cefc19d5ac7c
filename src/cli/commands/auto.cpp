// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/all.h"

#include "cli/text.h"
#include "compat/auto.h"
#include "workspace/services.h"

namespace dosirak::cli {

using namespace Qt::StringLiterals;

namespace {

class Auto : public Command
{
public:
    QString name() const override { return u"auto"_s; }
    QString summary() const override { return coreTr("Say what goes with what: full combinations, best first"); }
    qsizetype mostArguments() const override { return 0; }
    Words completes() const override { return Words::None; }

    void declare(QCommandLineParser &parser) const override
    {
        parser.addOption({u"torch"_s, coreTr("PyTorch, as 2.4 or 2.4.1."), coreTr("version")});
        parser.addOption({u"cuda"_s, coreTr("CUDA, as 12.1."), coreTr("version")});
        parser.addOption({u"tensorrt"_s, coreTr("TensorRT, or “none”."), coreTr("version")});
        parser.addOption({u"python"_s, coreTr("Python, as 3.10."), coreTr("version")});
        parser.addOption({u"os"_s, coreTr("Distribution and release, as ubuntu22.04."), coreTr("name")});
        parser.addOption({u"gpu"_s, coreTr("The target's GPU, as “A100”."), coreTr("name")});
        parser.addOption({u"driver"_s, coreTr("The target's driver, as 535.104.05 or 535."), coreTr("version")});
        parser.addOption({u"most"_s, coreTr("How many answers at the most."), coreTr("number"), u"10"_s});
    }

    ExitCode run(const QCommandLineParser &parser, Context &context) const override
    {
        auto services = context.services();
        if (!services)
            return context.fail(services.error());
        compat::Wish wish;
        wish.torch = parser.value(u"torch"_s);
        wish.cuda = parser.value(u"cuda"_s);
        wish.tensorrt = parser.value(u"tensorrt"_s);
        wish.python = parser.value(u"python"_s);
        wish.gpu = parser.value(u"gpu"_s);
        wish.driver = parser.value(u"driver"_s);
        const QString os = parser.value(u"os"_s);
        const auto digit = std::find_if(os.begin(), os.end(), [](QChar c) { return c.isDigit(); });
        wish.distribution = os.left(digit - os.begin());
        wish.release = os.mid(digit - os.begin());
        const auto answers = compat::combinations(wish, (*services)->facts(), std::max(1, parser.value(u"most"_s).toInt()));
        if (answers.isEmpty())
            return context.fail({ErrorCode::Unsolvable, coreTr("Nothing that is known goes with all of that."), coreTr("Leave one of them free."), {}, {}, {}});
        return print(answers, context);
    }

private:
    static ExitCode print(const QList<compat::Answer> &answers, Context &context)
    {
        Json list = Json::array();
        QList<QStringList> rows{{u"PyTorch"_s, u"CUDA"_s, u"TensorRT"_s, u"Python"_s, coreTr("system"), coreTr("limits")}};
        for (const compat::Answer &answer : answers) {
            const preset::Preset &preset = answer.preset;
            const QString tensorrt = preset.tensorrt ? preset.tensorrt->version : QString();
            Json limits = Json::array();
            QStringList texts;
            for (const compat::Finding &finding : answer.limits) {
                limits.push_back({{"id", toStd(finding.id)}, {"what", toStd(finding.what)}});
                if (finding.severity == compat::Severity::Warning)
                    texts.append(finding.id);
            }
            list.push_back({{"torch", toStd(preset.pytorch->version)}, {"build", toStd(preset.pytorch->build)}, {"cuda", toStd(preset.cuda)},
                            {"tensorrt", toStd(tensorrt)}, {"python", toStd(preset.python.version)},
                            {"os", toStd(preset.os.distribution + preset.os.release)},
                            {"base_image", toStd(preset.runtimeImage.reference)}, {"limits", limits}});
            rows.append({preset.pytorch->version + u'+' + preset.pytorch->build, preset.cuda, tensorrt.isEmpty() ? u"–"_s : tensorrt,
                         preset.python.version, preset.os.distribution + u' ' + preset.os.release, texts.join(u", "_s)});
        }
        if (context.json)
            return context.print({{"combinations", list}});
        context.out << table(rows);
        return ExitCode::Ok;
    }
};

} // namespace

std::unique_ptr<Command> makeAuto() { return std::make_unique<Auto>(); }

} // namespace dosirak::cli

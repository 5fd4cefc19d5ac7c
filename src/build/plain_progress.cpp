// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/progress_parser.h"

#include <QMap>
#include <QRegularExpression>

namespace dosirak::build {

using namespace Qt::StringLiterals;

namespace {

/// BuildKit's --progress=plain: "#N NAME", "#N 0.713 text", "#N DONE 0.8s". N counts in the order of first printing.
class PlainParser : public ProgressParser
{
public:
    PlainParser(BuildSink sink, Clock clock) : m_book(std::move(sink), std::move(clock)) {}

    void feedOutput(QByteArrayView bytes) override { m_output.feed(bytes); }
    void feedError(QByteArrayView bytes) override { m_error.feed(bytes); }

    void finish(BuildEnd end) override
    {
        m_output.finish();
        m_error.finish();
        m_book.endRunning(end);
    }

private:
    void line(const QString &text)
    {
        static const QRegularExpression numbered(u"^#(\\d+) (.*)$"_s, QRegularExpression::DotMatchesEverythingOption);
        const auto match = numbered.match(text);
        if (!match.hasMatch()) {
            m_inError = m_inError || text == "------"_L1 || text.startsWith("ERROR"_L1);
            return m_book.message(text, m_inError);
        }
        const int number = match.captured(1).toInt();
        const QString rest = match.captured(2);
        if (!m_ids.contains(number))
            return header(number, rest);
        // A last line without its end has the step's next line right behind it.
        static const QRegularExpression joined(u"^(.*\\S.*?)#(\\d+) (DONE \\d+\\.\\d+s|CACHED|CANCELED|ERROR: .*)$"_s);
        const auto both = joined.match(rest);
        if (both.hasMatch() && both.captured(2).toInt() == number) {
            stepLine(number, both.captured(1));
            return stepLine(number, both.captured(3));
        }
        stepLine(number, rest);
    }

    void header(int number, const QString &name)
    {
        BuildStep &step = m_book.begin({}, BuildStep::Kind::Other);
        readStepName(name, step);
        m_ids.insert(number, step.id);
        m_names.insert(number, name);
        m_book.tell(step);
    }

    void stepLine(int number, const QString &text)
    {
        BuildStep &step = *m_book.at(m_ids.value(number));
        static const QRegularExpression done(u"^DONE (\\d+)\\.(\\d+)s$"_s);
        static const QRegularExpression digest(u"^sha256:[0-9a-f]{64}$"_s);
        static const QRegularExpression timed(u"^(\\d+\\.\\d+) (.*)$"_s, QRegularExpression::DotMatchesEverythingOption);
        if (text == m_names.value(number) || text == "..."_L1 || digest.match(text).hasMatch())
            return;
        if (const auto match = done.match(text); match.hasMatch()) {
            resume(step);
            step.durationMs = qint64((match.captured(1) + u'.' + match.captured(2)).toDouble() * 1000 + 0.5);
            return endAs(step, StepState::Done);
        }
        if (text == "CACHED"_L1)
            return endAs(step, StepState::Cached);
        if (text == "CANCELED"_L1)
            return endAs(step, StepState::Cancelled);
        if (text.startsWith("ERROR: "_L1)) {
            resume(step);
            step.error = text.mid(7);
            return endAs(step, step.error.endsWith("context canceled"_L1) ? StepState::Cancelled : StepState::Failed);
        }
        resume(step);
        const auto match = timed.match(text);
        // The times are seconds since the step began; what has none is the step's own status ("transferring context: …").
        m_book.log(step.id, afterLastReturn(match.hasMatch() ? match.captured(2) : text), false);
    }

    /// 20.10 may print CACHED for a step and then run it all the same.
    void resume(BuildStep &step)
    {
        if (step.state != StepState::Cached)
            return;
        step.state = StepState::Running;
        step.endedMs = -1;
        m_book.tell(step);
    }

    void endAs(BuildStep &step, StepState state)
    {
        if (step.state != StepState::Running)
            return;
        const qint64 told = step.durationMs;
        step.state = state;
        step.endedMs = m_book.now();
        step.durationMs = told > 0 || state == StepState::Cached ? told : step.endedMs - step.startedMs;
        m_book.tell(step);
    }

    StepBook m_book;
    TextLines m_output{[this](const QString &text) { m_book.message(text, false); }};
    TextLines m_error{[this](const QString &text) { line(text); }, true};
    QMap<int, int> m_ids;      ///< number as printed → id
    QMap<int, QString> m_names;
    bool m_inError = false;    ///< behind the steps: the summary of an error
};

} // namespace

std::unique_ptr<ProgressParser> makePlainParser(BuildSink sink, ProgressParser::Clock clock)
{
    return std::make_unique<PlainParser>(std::move(sink), std::move(clock));
}

} // namespace dosirak::build

// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/progress_parser.h"

#include <QRegularExpression>

namespace dosirak::build {

using namespace Qt::StringLiterals;

namespace {

/// podman and buildah: "[1/3] STEP 4/5: RUN …" (no prefix when there is one stage), "--> Using cache ID", "--> ID".
/// No times. With --jobs=1, as we call it, the lines of one stage stand together.
class PodmanParser : public ProgressParser
{
public:
    PodmanParser(BuildSink sink, Clock clock) : m_book(std::move(sink), std::move(clock)) {}

    void feedOutput(QByteArrayView bytes) override { m_output.feed(bytes); }
    void feedError(QByteArrayView bytes) override { m_error.feed(bytes); }

    void finish(BuildEnd end) override
    {
        m_output.finish();
        m_error.finish();
        m_book.endRunning(end, m_lastError);
    }

private:
    void outputLine(const QString &line)
    {
        static const QRegularExpression step(u"^(?:\\[(\\d+)/\\d+\\] )?STEP (\\d+)(?:/(\\d+))?: (.*)$"_s);
        static const QRegularExpression commit(u"^(?:\\[\\d+/\\d+\\] )?COMMIT\\b"_s);
        static const QRegularExpression ended(u"^(.*?)--> (Using cache )?[0-9a-f]{11,64}$"_s);
        if (const auto match = step.match(line); match.hasMatch())
            return beginStep(match.captured(1), match.captured(2).toInt(), match.captured(3).toInt(), match.captured(4));
        if (commit.match(line).hasMatch()) {
            endCurrent(StepState::Done);
            return m_book.message(line, false);
        }
        const BuildStep *current = m_book.at(m_current);
        const auto match = ended.match(line);
        if (match.hasMatch() && current != nullptr) {
            if (!match.captured(1).isEmpty())
                m_book.log(m_current, match.captured(1), false);
            return endCurrent(match.captured(2).isEmpty() ? StepState::Done : StepState::Cached);
        }
        if (current != nullptr && current->state == StepState::Running)
            m_book.log(m_current, line, false);
        else
            m_book.message(line, false);
    }

    void endCurrent(StepState state)
    {
        if (BuildStep *current = m_book.at(m_current))
            m_book.end(*current, state);
    }

    void beginStep(const QString &stageNumber, int number, int count, const QString &command)
    {
        endCurrent(StepState::Done);
        static const QRegularExpression from(u"^FROM\\s.*?(?:\\sAS\\s+(\\S+))?\\s*$"_s, QRegularExpression::CaseInsensitiveOption);
        const auto match = from.match(command);
        if (match.hasMatch())
            m_stage = match.captured(1).isEmpty() && !stageNumber.isEmpty() ? u"stage-"_s + stageNumber : match.captured(1);
        BuildStep &step = m_book.begin(command, match.hasMatch() ? BuildStep::Kind::From : BuildStep::Kind::Step);
        step.stage = m_stage;
        step.number = number;
        step.count = count;
        m_current = step.id;
        m_book.tell(step);
    }

    void errorLine(const QString &line)
    {
        const BuildStep *current = m_book.at(m_current);
        const bool ofClient = line.startsWith("Error"_L1) || line.startsWith("error "_L1) || line.startsWith("time="_L1);
        if (ofClient)
            m_lastError = line;
        // What a step prints on its standard error comes here too.
        if (!ofClient && current != nullptr && current->state == StepState::Running)
            m_book.log(m_current, line, true);
        else
            m_book.message(line, true);
    }

    StepBook m_book;
    TextLines m_output{[this](const QString &line) { outputLine(line); }};
    TextLines m_error{[this](const QString &line) { errorLine(line); }};
    int m_current = 0;
    QString m_stage;
    QString m_lastError;
};

} // namespace

std::unique_ptr<ProgressParser> makePodmanParser(BuildSink sink, ProgressParser::Clock clock)
{
    return std::make_unique<PodmanParser>(std::move(sink), std::move(clock));
}

} // namespace dosirak::build

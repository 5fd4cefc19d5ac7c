// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/progress_parser.h"

#include <QRegularExpression>

namespace dosirak::build {

using namespace Qt::StringLiterals;

namespace {

/// docker's legacy builder: "Step 2/15 : CMD", " ---> Using cache", "Removing intermediate container ID". It prints no
/// times; stages run one after another.
class LegacyParser : public ProgressParser
{
public:
    LegacyParser(BuildSink sink, Clock clock) : m_book(std::move(sink), std::move(clock)) {}

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
        static const QRegularExpression step(u"^Step (\\d+)/(\\d+) : (.*)$"_s);
        if (const auto match = step.match(line); match.hasMatch())
            return beginStep(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3));
        BuildStep *current = m_book.at(m_current);
        if (current == nullptr)
            return contextLine(line);
        if (line == " ---> Using cache"_L1) {
            m_book.end(*current, StepState::Cached);
            return;
        }
        if (line.startsWith("Successfully built "_L1) || line.startsWith("Successfully tagged "_L1)) {
            m_book.end(*current, StepState::Done);
            m_book.message(line, false);
            return;
        }
        stepLine(line);
    }

    void contextLine(const QString &line)
    {
        if (!line.startsWith("Sending build context"_L1))
            return m_book.message(line, false);
        BuildStep &step = m_book.begin(u"load build context"_s, BuildStep::Kind::Internal);
        m_book.tell(step);
        m_book.log(step.id, line, false);
        m_book.end(step, StepState::Done);
    }

    void beginStep(int number, int count, const QString &command)
    {
        if (BuildStep *before = m_book.at(m_current))
            m_book.end(*before, StepState::Done);
        static const QRegularExpression from(u"^FROM\\s.*?(?:\\sAS\\s+(\\S+))?\\s*$"_s, QRegularExpression::CaseInsensitiveOption);
        const auto match = from.match(command);
        if (match.hasMatch())
            m_stage = match.captured(1);
        BuildStep &step = m_book.begin(command, match.hasMatch() ? BuildStep::Kind::From : BuildStep::Kind::Step);
        step.stage = m_stage;
        step.number = number;
        step.count = count;
        m_current = step.id;
        m_book.tell(step);
    }

    /// What the step printed, without the builder's own remarks; a last line without its end has one behind it.
    void stepLine(const QString &line)
    {
        static const QRegularExpression removed(
            u"^(.*?)(?:Removing intermediate container [0-9a-f]{12}| ---> Removed intermediate container [0-9a-f]{12})$"_s);
        static const QRegularExpression remark(u"^ ---> (?:Running in )?[0-9a-f]{12}$"_s);
        if (remark.match(line).hasMatch())
            return;
        const auto match = removed.match(line);
        if (!match.hasMatch())
            m_book.log(m_current, line, false);
        else if (!match.captured(1).isEmpty())
            m_book.log(m_current, match.captured(1), false);
    }

    void errorLine(const QString &line)
    {
        // From 23 on the client says in three lines that this builder is old.
        static const QRegularExpression notice(u"^(DEPRECATED: The legacy builder| {12}BuildKit is currently disabled| {12}environment-variable)"_s);
        const bool isNotice = notice.match(line).hasMatch() || line.startsWith("            "_L1);
        if (!isNotice && !line.trimmed().isEmpty())
            m_lastError = line;
        m_book.message(line, !isNotice);
    }

    StepBook m_book;
    TextLines m_output{[this](const QString &line) { outputLine(line); }};
    TextLines m_error{[this](const QString &line) { errorLine(line); }};
    int m_current = 0;
    QString m_stage;
    QString m_lastError;
};

} // namespace

std::unique_ptr<ProgressParser> makeLegacyParser(BuildSink sink, ProgressParser::Clock clock)
{
    return std::make_unique<LegacyParser>(std::move(sink), std::move(clock));
}

} // namespace dosirak::build

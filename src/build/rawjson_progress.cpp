// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "build/progress_parser.h"
#include "image/oci_types.h"

#include <QDateTime>
#include <QHash>
#include <QMap>
#include <QTimeZone>
#include <memory>

namespace dosirak::build {

using namespace Qt::StringLiterals;
using image::textAt;

namespace {

/// Nanoseconds since 1970 of an RFC 3339 time; trailing zeros of the fraction are cut by its writer, and QDateTime keeps
/// milliseconds only. -1: none.
qint64 nanoseconds(const QString &text)
{
    if (text.isEmpty())
        return -1;
    const qsizetype dot = text.indexOf(u'.');
    qsizetype end = dot < 0 ? text.size() : dot + 1;
    while (dot >= 0 && end < text.size() && text.at(end).isDigit())
        ++end;
    const QString whole = dot < 0 ? text : text.left(dot) + text.mid(end);
    const QDateTime time = QDateTime::fromString(whole, Qt::ISODate);
    if (!time.isValid())
        return -1;
    const QString fraction = dot < 0 ? QString() : text.mid(dot + 1, end - dot - 1).left(9).leftJustified(9, u'0');
    return time.toSecsSinceEpoch() * 1'000'000'000 + fraction.toLongLong();
}

QByteArray base64At(const Json &object, const char *key)
{
    return QByteArray::fromBase64(textAt(object, key).toLatin1());
}

/// Finds whole JSON documents in a stream that has text around them: one a line since buildx 0.15, indented over many
/// lines before.
class Documents
{
public:
    using Take = std::function<void(const QByteArray &)>;
    Documents(Take document, Take text) : m_document(std::move(document)), m_text(std::move(text)) {}

    void feed(QByteArrayView bytes)
    {
        for (const char c : bytes)
            take(c);
    }

    void finish()
    {
        if (!m_buffer.isEmpty())
            m_text(std::exchange(m_buffer, {}));
    }

private:
    void take(char c)
    {
        if (m_buffer.isEmpty() && m_depth == 0)
            m_inside = c == '{';
        if (!m_inside) {
            if (c != '\n')
                m_buffer += c;
            else
                m_text(std::exchange(m_buffer, {}));
            return;
        }
        m_buffer += c;
        follow(c);
        if (m_depth > 0 && m_buffer.size() < maxBytes)
            return;
        m_depth = 0;
        m_string = m_escape = false;
        m_document(std::exchange(m_buffer, {}));
    }

    void follow(char c)
    {
        if (m_escape)
            m_escape = false;
        else if (m_string && c == '\\')
            m_escape = true;
        else if (c == '"')
            m_string = !m_string;
        else if (!m_string && (c == '{' || c == '['))
            ++m_depth;
        else if (!m_string && (c == '}' || c == ']'))
            --m_depth;
    }

    static constexpr qsizetype maxBytes = 16 << 20;
    Take m_document;
    Take m_text;
    QByteArray m_buffer;
    bool m_inside = false;
    int m_depth = 0;
    bool m_string = false;
    bool m_escape = false;
};

/// One vertex of BuildKit's graph: it may run several times (a look into the cache, then the work).
struct Vertex {
    int id = 0;                             ///< 0: never started
    QString name;
    QStringList inputs;
    QMap<qint64, qint64> intervals;         ///< started → completed, ns; -1: runs
    bool cached = false;
    QString error;
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0;
    std::shared_ptr<TextLines> output;
    std::shared_ptr<TextLines> errorOutput;
};

/// buildx --progress=rawjson: moby/buildkit, client/graph.go (SolveStatus).
class RawJsonParser : public ProgressParser
{
public:
    RawJsonParser(BuildSink sink, Clock clock) : m_book(std::move(sink), std::move(clock)) {}

    void feedOutput(QByteArrayView bytes) override { m_output.feed(bytes); }
    void feedError(QByteArrayView bytes) override { m_documents.feed(bytes); }

    void finish(BuildEnd end) override
    {
        m_documents.finish();
        m_output.finish();
        m_text.finish();
        for (const QString &digest : std::as_const(m_order)) {
            Vertex &vertex = m_vertices[digest];
            if (vertex.output)
                vertex.output->finish();
            if (vertex.errorOutput)
                vertex.errorOutput->finish();
            if (vertex.id == 0) { // announced and never needed or reached
                BuildStep &step = m_book.begin({}, BuildStep::Kind::Other);
                vertex.id = step.id;
                readStepName(vertex.name, step);
                step.state = StepState::Waiting;
                step.startedMs = -1;
            }
        }
        for (const QString &digest : std::as_const(m_order))
            tell(m_vertices[digest]); // once more: now all inputs have ids
        m_book.endRunning(end);
    }

private:
    void document(const QByteArray &bytes)
    {
        const auto json = parseJson(bytes, {});
        if (!json || !json->is_object()
            || !(json->contains("vertexes") || json->contains("statuses") || json->contains("logs") || json->contains("warnings")))
            return m_text.feed(bytes + '\n');
        each(*json, "vertexes", [this](const Json &item) { takeVertex(item); });
        each(*json, "statuses", [this](const Json &item) { takeStatus(item); });
        each(*json, "logs", [this](const Json &item) { takeLog(item); });
        each(*json, "warnings", [this](const Json &item) { takeWarning(item); });
    }

    static void each(const Json &object, const char *key, const std::function<void(const Json &)> &take)
    {
        const auto list = object.find(key);
        if (list == object.end() || !list->is_array())
            return;
        for (const Json &item : *list)
            if (item.is_object())
                take(item);
    }

    Vertex &vertexOf(const QString &digest)
    {
        if (!m_vertices.contains(digest))
            m_order << digest;
        return m_vertices[digest];
    }

    void takeVertex(const Json &item)
    {
        Vertex &vertex = vertexOf(textAt(item, "digest"));
        if (const QString name = textAt(item, "name"); !name.isEmpty())
            vertex.name = name;
        if (const auto inputs = item.find("inputs"); inputs != item.end() && inputs->is_array()) {
            vertex.inputs.clear();
            for (const Json &input : *inputs)
                if (input.is_string())
                    vertex.inputs << fromStd(input.get<std::string>());
        }
        const qint64 started = nanoseconds(textAt(item, "started"));
        if (started < 0)
            return;
        if (m_begin < 0)
            m_begin = started;
        vertex.intervals[started] = nanoseconds(textAt(item, "completed"));
        const auto cached = item.find("cached");
        vertex.cached = cached != item.end() && cached->is_boolean() && cached->get<bool>();
        vertex.error = textAt(item, "error");
        if (vertex.id == 0) {
            BuildStep &step = m_book.begin({}, BuildStep::Kind::Other);
            vertex.id = step.id;
        }
        tell(vertex);
    }

    void takeStatus(const Json &item)
    {
        Vertex &vertex = vertexOf(textAt(item, "vertex"));
        const qint64 done = integerAt(item, "current").value_or(0);
        const qint64 total = integerAt(item, "total").value_or(0);
        vertex.bytesDone = std::max(vertex.bytesDone, done);
        vertex.bytesTotal = std::max(vertex.bytesTotal, total);
        if (vertex.id != 0)
            tell(vertex);
    }

    void takeLog(const Json &item)
    {
        Vertex &vertex = vertexOf(textAt(item, "vertex"));
        if (vertex.id == 0) {
            vertex.id = m_book.begin({}, BuildStep::Kind::Other).id;
            tell(vertex);
        }
        const bool error = integerAt(item, "stream").value_or(1) == 2;
        std::shared_ptr<TextLines> &lines = error ? vertex.errorOutput : vertex.output;
        if (!lines)
            lines = std::make_shared<TextLines>([this, id = vertex.id, error](const QString &line) { m_book.log(id, line, error); });
        lines->feed(base64At(item, "data"));
    }

    void takeWarning(const Json &item)
    {
        QString text = QString::fromUtf8(base64At(item, "short"));
        const QString url = textAt(item, "url");
        if (!url.isEmpty())
            text += u" ("_s + url + u')';
        m_book.warning(text);
    }

    /// Overlapping intervals count once, as buildx's own printer does.
    static qint64 workedNanoseconds(const QMap<qint64, qint64> &intervals)
    {
        qint64 sum = 0;
        qint64 end = -1;
        for (auto one = intervals.cbegin(); one != intervals.cend(); ++one) {
            if (one.value() < 0)
                break;
            sum += std::max<qint64>(0, one.value() - std::max(one.key(), end));
            end = std::max(end, one.value());
        }
        return sum;
    }

    static StepState stateOf(const Vertex &vertex, bool running)
    {
        if (vertex.intervals.isEmpty())
            return StepState::Waiting;
        if (vertex.cached)
            return StepState::Cached;
        if (running)
            return StepState::Running;
        if (vertex.error.endsWith("context canceled"_L1))
            return StepState::Cancelled;
        return vertex.error.isEmpty() ? StepState::Done : StepState::Failed;
    }

    void tell(const Vertex &vertex)
    {
        BuildStep *step = m_book.at(vertex.id);
        if (step == nullptr)
            return;
        readStepName(vertex.name, *step);
        qint64 end = -1;
        bool running = false;
        for (const qint64 completed : vertex.intervals) {
            running = running || completed < 0;
            end = std::max(end, completed);
        }
        step->state = stateOf(vertex, running);
        step->startedMs = vertex.intervals.isEmpty() ? -1 : (vertex.intervals.firstKey() - m_begin) / 1'000'000;
        step->endedMs = running || end < 0 ? -1 : (end - m_begin) / 1'000'000;
        step->durationMs = (workedNanoseconds(vertex.intervals) + 500'000) / 1'000'000;
        step->bytesDone = vertex.bytesDone;
        step->bytesTotal = vertex.bytesTotal;
        step->error = vertex.error;
        step->inputs.clear();
        for (const QString &input : vertex.inputs)
            if (const int id = m_vertices.value(input).id; id != 0)
                step->inputs << id;
        m_book.tell(*step);
    }

    void textLine(const QString &line)
    {
        m_inError = m_inError || line.startsWith("ERROR"_L1) || line == "------"_L1;
        m_book.message(line, m_inError);
    }

    StepBook m_book;
    QHash<QString, Vertex> m_vertices;      ///< by digest
    QStringList m_order;                    ///< digests as they were announced
    qint64 m_begin = -1;                    ///< ns
    bool m_inError = false;
    TextLines m_output{[this](const QString &line) { m_book.message(line, false); }};
    TextLines m_text{[this](const QString &line) { textLine(line); }};
    Documents m_documents{[this](const QByteArray &bytes) { document(bytes); },
                          [this](const QByteArray &bytes) { m_text.feed(bytes + '\n'); }};
};

} // namespace

std::unique_ptr<ProgressParser> makeRawJsonParser(BuildSink sink, ProgressParser::Clock clock)
{
    return std::make_unique<RawJsonParser>(std::move(sink), std::move(clock));
}

} // namespace dosirak::build

// SPDX-License-Identifier: GPL-3.0-or-later
#include "preset/document.h"

#include "base/tr.h"

#include <QStringList>
#include <vector>

namespace dosirak::preset {

using namespace Qt::StringLiterals;

/// Where one value stands in the text.
struct PresetDocument::Node {
    enum class Kind { Object, Array, Scalar };
    Kind kind = Kind::Scalar;
    TextRange value;
    TextRange key;                 ///< with its quotes; of a member
    QString name;                  ///< of a member: the key
    std::vector<Node> children;
};

struct PresetDocument::Data {
    QByteArray text;
    QString file;
    Json json;
    Node root;
};

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// The blanks that the line of @p offset begins with.
QByteArray indentAt(const QByteArray &text, qsizetype offset)
{
    const qsizetype start = offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0;
    qsizetype end = start;
    while (end < text.size() && (text.at(end) == ' ' || text.at(end) == '\t'))
        ++end;
    return text.mid(start, end - start);
}

/// One level of indentation as the document's first member has it; two blanks when there is none.
QByteArray unitOf(const QByteArray &text)
{
    const qsizetype line = text.indexOf('\n');
    const QByteArray indent = line < 0 ? QByteArray() : indentAt(text, line + 1);
    return indent.isEmpty() ? QByteArrayLiteral("  ") : indent;
}

QByteArray lineEndOf(const QByteArray &text)
{
    return text.contains("\r\n") ? QByteArrayLiteral("\r\n") : QByteArrayLiteral("\n");
}

QByteArray quoted(const QString &text)
{
    return QByteArray::fromStdString(Json(toStd(text)).dump());
}

bool spansLines(const QByteArray &text, TextRange range)
{
    const qsizetype line = text.indexOf('\n', range.begin);
    return line >= 0 && line < range.end;
}

/// Lists of plain values are written in one line, as people write them; the rest is spread over lines.
bool isFlat(const Json &value)
{
    if (value.is_object())
        return value.empty();
    if (!value.is_array())
        return true;
    return std::all_of(value.begin(), value.end(), [](const Json &item) { return item.is_primitive(); });
}

struct Writer {
    QByteArray unit, lineEnd;

    [[nodiscard]] QByteArray write(const Json &value, const QByteArray &indent, bool spread) const
    {
        if (value.is_primitive())
            return QByteArray::fromStdString(value.dump());
        const char open = value.is_object() ? '{' : '[';
        const char close = value.is_object() ? '}' : ']';
        if (value.empty())
            return QByteArray(1, open) + close;
        const bool inLine = isFlat(value) && !spread;
        const QByteArray deeper = indent + unit;
        QByteArray text(1, open);
        bool first = true;
        for (const auto &[key, item] : value.items()) {
            text += first ? "" : ",";
            text += inLine ? (first ? QByteArray() : QByteArrayLiteral(" ")) : lineEnd + deeper;
            if (value.is_object())
                text += quoted(fromStd(key)) + ": ";
            text += write(item, deeper, false);
            first = false;
        }
        if (!inLine)
            text += lineEnd + indent;
        return text + close;
    }
};

} // namespace

/// Finds the place of every value in text that is known to be JSON: it looks at structure and checks nothing.
class PresetScanner
{
public:
    explicit PresetScanner(const QByteArray &text) : m_text(text) {}

    template<class Node>
    void scan(Node &node)
    {
        skipBlanks();
        node.value.begin = m_at;
        switch (m_text.at(m_at)) {
        case '{': scanMembers(node); break;
        case '[': scanElements(node); break;
        case '"': skipString(); break;
        default:
            while (m_at < m_text.size() && !isBlank(m_text.at(m_at)) && !QByteArrayLiteral(",]}").contains(m_text.at(m_at)))
                ++m_at;
        }
        node.value.end = m_at;
    }

private:
    template<class Node>
    void scanMembers(Node &node)
    {
        node.kind = Node::Kind::Object;
        ++m_at;
        while (!closes('}')) {
            Node child;
            child.key.begin = m_at;
            skipString();
            child.key.end = m_at;
            child.name = fromStd(Json::parse(m_text.mid(child.key.begin, child.key.end - child.key.begin).toStdString()).template get<std::string>());
            skipBlanks();
            ++m_at; // the colon
            scan(child);
            node.children.push_back(std::move(child));
        }
    }

    template<class Node>
    void scanElements(Node &node)
    {
        node.kind = Node::Kind::Array;
        ++m_at;
        while (!closes(']')) {
            Node child;
            scan(child);
            node.children.push_back(std::move(child));
        }
    }

    bool closes(char close)
    {
        skipBlanks();
        if (m_text.at(m_at) == ',') {
            ++m_at;
            skipBlanks();
        }
        if (m_text.at(m_at) != close)
            return false;
        ++m_at;
        return true;
    }

    void skipString()
    {
        for (++m_at; m_text.at(m_at) != '"'; ++m_at) {
            if (m_text.at(m_at) == '\\')
                ++m_at;
        }
        ++m_at;
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && isBlank(m_text.at(m_at)))
            ++m_at;
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
};

Result<PresetDocument> PresetDocument::parse(const QByteArray &text, const QString &file)
{
    DOSIRAK_TRY(json, parseJson(text, file));
    if (!json.is_object())
        return failAt(ErrorCode::Invalid, {file, 1, 1, {}}, coreTr("A preset is a JSON object."));
    auto data = std::make_shared<Data>();
    data->text = text;
    data->file = file;
    data->json = std::move(json);
    PresetScanner(data->text).scan(data->root);
    return PresetDocument(std::move(data));
}

const QByteArray &PresetDocument::text() const
{
    return d->text;
}

const Json &PresetDocument::json() const
{
    return d->json;
}

const PresetDocument::Node *PresetDocument::find(const QString &pointer) const
{
    const auto steps = pointerSteps(pointer);
    if (!steps)
        return nullptr;
    const Node *node = &d->root;
    for (const QString &step : *steps) {
        const Node *next = nullptr;
        if (node->kind == Node::Kind::Object) {
            for (const Node &child : node->children)
                next = child.name == step ? &child : next;
        } else if (node->kind == Node::Kind::Array) {
            bool isNumber = false;
            const qsizetype index = step.toInt(&isNumber);
            if (isNumber && index >= 0 && size_t(index) < node->children.size())
                next = &node->children[size_t(index)];
        }
        if (!next)
            return nullptr;
        node = next;
    }
    return node;
}

const Json *PresetDocument::value(const QString &pointer) const
{
    const auto steps = pointerSteps(pointer);
    if (!steps)
        return nullptr;
    const Json *value = &d->json;
    for (const QString &step : *steps) {
        bool isNumber = false;
        const int index = step.toInt(&isNumber);
        if (value->is_object() && value->contains(toStd(step)))
            value = &value->at(toStd(step));
        else if (value->is_array() && isNumber && index >= 0 && size_t(index) < value->size())
            value = &value->at(size_t(index));
        else
            return nullptr;
    }
    return value;
}

std::optional<TextRange> PresetDocument::range(const QString &pointer) const
{
    const Node *node = find(pointer);
    return node ? std::optional(node->value) : std::nullopt;
}

QString PresetDocument::pointerAt(qsizetype offset) const
{
    QStringList steps;
    const Node *node = &d->root;
    for (bool deeper = true; deeper;) {
        deeper = false;
        for (size_t i = 0; i < node->children.size(); ++i) {
            const Node &child = node->children[i];
            const qsizetype begin = child.name.isEmpty() && child.key.end == 0 ? child.value.begin : child.key.begin;
            if (offset < begin || offset > child.value.end)
                continue;
            steps.append(node->kind == Node::Kind::Array ? QString::number(i) : child.name);
            node = &child;
            deeper = true;
            break;
        }
    }
    return pointerOf(steps);
}

Result<PresetDocument> PresetDocument::spliced(TextRange range, const QByteArray &with) const
{
    QByteArray text = d->text;
    text.replace(range.begin, range.end - range.begin, with);
    return parse(text, d->file);
}

QByteArray PresetDocument::rendered(const Json &value, qsizetype at, bool spread) const
{
    return Writer{unitOf(d->text), lineEndOf(d->text)}.write(value, indentAt(d->text, at), spread);
}

Result<PresetDocument> PresetDocument::addMember(const Node &object, const QString &key, const Json &value) const
{
    const QByteArray &text = d->text;
    const QByteArray lineEnd = lineEndOf(text);
    if (object.children.empty()) {
        const QByteArray outer = indentAt(text, object.value.begin);
        const QByteArray inner = outer + unitOf(text);
        const QByteArray body = Writer{unitOf(text), lineEnd}.write(value, inner, false);
        return spliced(object.value, "{" + lineEnd + inner + quoted(key) + ": " + body + lineEnd + outer + "}");
    }
    const Node &last = object.children.back();
    const bool spread = spansLines(text, {object.value.begin, object.children.front().key.begin});
    const QByteArray lead = spread ? "," + lineEnd + indentAt(text, last.key.begin) : QByteArrayLiteral(", ");
    return spliced({last.value.end, last.value.end}, lead + quoted(key) + ": " + rendered(value, last.key.begin, false));
}

Result<PresetDocument> PresetDocument::set(const QString &pointer, const Json &value) const
{
    DOSIRAK_TRY(steps, pointerSteps(pointer));
    if (steps.isEmpty())
        return fail(ErrorCode::Invalid, coreTr("The whole document cannot be set."));
    if (const Json *present = this->value(pointer); present && *present == value)
        return *this;
    if (const Node *node = find(pointer)) {
        const bool spread = node->kind == Node::Kind::Array && spansLines(d->text, node->value);
        return spliced(node->value, rendered(value, node->value.begin, spread));
    }
    // The deepest object that is there takes the rest of the way as one new member.
    qsizetype there = steps.size() - 1;
    while (there > 0 && !find(pointerOf(steps.first(there))))
        --there;
    const Node *parent = find(pointerOf(steps.first(there)));
    if (!parent || parent->kind != Node::Kind::Object)
        return failAt(ErrorCode::Invalid, {d->file, 0, 0, pointerOf(steps.first(there))}, coreTr("An object was expected here."));
    Json nested = value;
    for (qsizetype i = steps.size() - 1; i > there; --i)
        nested = Json::object({{toStd(steps.at(i)), nested}});
    return addMember(*parent, steps.at(there), nested);
}

Result<PresetDocument> PresetDocument::insert(const QString &arrayPointer, int index, const Json &value) const
{
    const Node *array = find(arrayPointer);
    if (!array || array->kind != Node::Kind::Array || index < 0 || size_t(index) > array->children.size())
        return failAt(ErrorCode::Invalid, {d->file, 0, 0, arrayPointer}, coreTr("A list with that many elements was expected here."));
    const QByteArray &text = d->text;
    const auto &items = array->children;
    if (items.empty())
        return spliced(array->value, rendered(Json::array({value}), array->value.begin, spansLines(text, array->value)));
    const bool spread = spansLines(text, {array->value.begin, items.front().value.begin});
    const QByteArray gap = spread ? lineEndOf(text) + indentAt(text, items.front().value.begin) : QByteArrayLiteral(" ");
    const QByteArray body = rendered(value, items.front().value.begin, false);
    if (size_t(index) == items.size())
        return spliced({items.back().value.end, items.back().value.end}, "," + gap + body);
    const qsizetype at = items[size_t(index)].value.begin;
    return spliced({at, at}, body + "," + gap);
}

Result<PresetDocument> PresetDocument::remove(const QString &pointer) const
{
    DOSIRAK_TRY(steps, pointerSteps(pointer));
    if (steps.isEmpty())
        return fail(ErrorCode::Invalid, coreTr("The whole document cannot be removed."));
    const Node *node = find(pointer);
    const Node *parent = find(pointerOf(steps.first(steps.size() - 1)));
    if (!node || !parent)
        return *this;
    const auto &all = parent->children;
    const size_t at = size_t(node - all.data());
    const auto begin = [&](const Node &child) { return parent->kind == Node::Kind::Object ? child.key.begin : child.value.begin; };
    if (all.size() == 1)
        return spliced({parent->value.begin + 1, parent->value.end - 1}, {});
    if (at + 1 < all.size())
        return spliced({begin(*node), begin(all[at + 1])}, {});
    return spliced({all[at - 1].value.end, node->value.end}, {});
}

Result<PresetDocument> PresetDocument::apply(const Json &patch) const
{
    if (!patch.is_array())
        return fail(ErrorCode::Invalid, coreTr("A JSON patch is a list of operations."));
    PresetDocument document = *this;
    for (const Json &operation : patch) {
        DOSIRAK_TRY(name, stringAt(operation, "op"));
        DOSIRAK_TRY(path, stringAt(operation, "path"));
        if (name != u"remove"_s && !operation.contains("value"))
            return fail(ErrorCode::Invalid, coreTr("An operation of a JSON patch lacks its value."));
        const qsizetype slash = path.lastIndexOf(u'/');
        const QString parent = path.left(std::max<qsizetype>(0, slash));
        const Json *list = document.value(parent);
        if (name == u"test"_s) {
            const Json *present = document.value(path);
            if (!present || *present != operation.at("value"))
                return failAt(ErrorCode::Invalid, {d->file, 0, 0, path}, coreTr("The preset is not what this change was made for."));
        } else if (name == u"remove"_s) {
            DOSIRAK_TRY(next, document.remove(path));
            document = next;
        } else if (name == u"add"_s && list && list->is_array()) {
            const QString last = path.mid(slash + 1);
            bool isNumber = false;
            const int index = last == u"-"_s ? int(list->size()) : last.toInt(&isNumber);
            if (last != u"-"_s && !isNumber)
                return failAt(ErrorCode::Invalid, {d->file, 0, 0, path}, coreTr("A list index was expected here."));
            DOSIRAK_TRY(next, document.insert(parent, index, operation.at("value")));
            document = next;
        } else if (name == u"add"_s || name == u"replace"_s) {
            DOSIRAK_TRY(next, document.set(path, operation.at("value")));
            document = next;
        } else {
            return fail(ErrorCode::Unsupported, coreTr("The operation “%1” of a JSON patch is not supported.").arg(name));
        }
    }
    return document;
}

Result<QStringList> pointerSteps(const QString &pointer)
{
    if (pointer.isEmpty())
        return QStringList();
    if (!pointer.startsWith(u'/'))
        return fail(ErrorCode::Invalid, coreTr("“%1” is no JSON pointer.").arg(pointer));
    QStringList steps = pointer.mid(1).split(u'/');
    for (QString &step : steps)
        step.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
    return steps;
}

QString pointerOf(const QStringList &steps)
{
    QString pointer;
    for (QString step : steps)
        pointer += u'/' + step.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
    return pointer;
}

TextPosition positionOf(const QByteArray &text, qsizetype offset)
{
    const QByteArrayView before = QByteArrayView(text).first(std::clamp<qsizetype>(offset, 0, text.size()));
    const qsizetype line = before.lastIndexOf('\n');
    return {int(before.count('\n')) + 1, int(QString::fromUtf8(before.sliced(line + 1)).size()) + 1};
}

} // namespace dosirak::preset

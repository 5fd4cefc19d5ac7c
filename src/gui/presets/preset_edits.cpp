// SPDX-License-Identifier: GPL-3.0-or-later
//
// How PresetEditor changes values: each edit splices the text where it must and nowhere else.
#include "gui/presets/preset_editor.h"
#include "gui/presets/splice_command.h"

#include <algorithm>

namespace dosirak::gui {

using namespace Qt::StringLiterals;
using preset::PresetDocument;

namespace {

const Json *valueAt(const Json &root, const QString &pointer)
{
    const auto steps = preset::pointerSteps(pointer);
    if (!steps)
        return nullptr;
    const Json *at = &root;
    for (const QString &step : *steps) {
        bool number = false;
        const uint index = step.toUInt(&number);
        if (at->is_object() && at->contains(toStd(step)))
            at = &at->at(toStd(step));
        else if (at->is_array() && number && index < at->size())
            at = &at->at(index);
        else
            return nullptr;
    }
    return at;
}

QString escaped(const QString &key)
{
    return QString(key).replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

} // namespace

const Json *PresetEditor::ownValue(const QString &pointer) const
{
    return m_document ? m_document->value(pointer) : nullptr;
}

const Json *PresetEditor::value(const QString &pointer) const
{
    if (const Json *own = ownValue(pointer))
        return own;
    // Lists are inherited whole: an item of an own list has nothing behind it.
    for (QString at = pointer; !at.isEmpty(); at = at.left(at.lastIndexOf(u'/'))) {
        const Json *own = ownValue(at);
        if (own && !own->is_object())
            return nullptr;
    }
    return parentValue(pointer);
}

const Json *PresetEditor::parentValue(const QString &pointer) const
{
    return valueAt(m_analysis.parents, pointer);
}

QString PresetEditor::parentOf(const QString &pointer) const
{
    if (!parentValue(pointer))
        return {};
    for (QString at = pointer; !at.isEmpty(); at = at.left(at.lastIndexOf(u'/'))) {
        if (const QString from = m_analysis.parentsOf.value(at); !from.isEmpty())
            return from;
    }
    // An object that several parents fill: the one that gives its first member.
    const auto below = m_analysis.parentsOf.lowerBound(pointer + u'/');
    return below != m_analysis.parentsOf.cend() && below.key().startsWith(pointer + u'/') ? *below : QString();
}

void PresetEditor::setText(const QByteArray &text, const QString &what, bool typing)
{
    const TextSplice splice = spliceBetween(m_text, text);
    if (!splice.isEmpty())
        m_undo->push(new SpliceCommand(m_text, [this](const QByteArray &with) { replaceText(with); }, splice, what, typing));
}

void PresetEditor::take(const Result<PresetDocument> &document, const QString &what, bool typing)
{
    if (document)
        setText(document->text(), what, typing);
    else
        Q_EMIT failed(document.error());
}

Result<PresetDocument> PresetEditor::withListOf(const QString &pointer) const
{
    DOSIRAK_TRY(steps, preset::pointerSteps(pointer));
    for (qsizetype depth = 1; depth <= steps.size(); ++depth) {
        const QString at = preset::pointerOf(steps.first(depth));
        if (ownValue(at))
            continue;
        const Json *inherited = parentValue(at);
        return inherited && inherited->is_array() ? m_document->set(at, *inherited) : Result<PresetDocument>(*m_document);
    }
    return *m_document;
}

void PresetEditor::setValue(const QString &pointer, const Json &value, const QString &what, bool typing)
{
    if (!m_document || m_error)
        return;
    const QString above = pointer.left(pointer.lastIndexOf(u'/'));
    const auto base = withListOf(above);
    take(base ? base->set(pointer, value) : base, what, typing);
}

void PresetEditor::removeValue(const QString &pointer, const QString &what, bool typing)
{
    if (!m_document || m_error)
        return;
    const auto base = withListOf(pointer.left(pointer.lastIndexOf(u'/')));
    take(base ? base->remove(pointer) : base, what, typing);
}

void PresetEditor::insertItem(const QString &array, int index, const Json &item, const QString &what)
{
    if (!m_document || m_error)
        return;
    auto base = withListOf(array);
    if (base && !base->value(array))
        base = base->set(array, Json::array());
    take(base ? base->insert(array, index, item) : base, what);
}

void PresetEditor::removeItem(const QString &array, int index, const QString &what)
{
    if (!m_document || m_error)
        return;
    const auto base = withListOf(array);
    take(base ? base->remove(u"%1/%2"_s.arg(array).arg(index)) : base, what);
}

void PresetEditor::moveItem(const QString &array, int from, int to, const QString &what)
{
    if (!m_document || m_error)
        return;
    auto document = withListOf(array);
    const Json *item = document ? document->value(u"%1/%2"_s.arg(array).arg(from)) : nullptr;
    if (!item)
        return;
    const Json moved = *item;
    document = document->remove(u"%1/%2"_s.arg(array).arg(from));
    take(document ? document->insert(array, to, moved) : document, what);
}

void PresetEditor::apply(const Json &patch, const QString &what)
{
    if (m_document && !m_error)
        take(m_document->apply(patch), what);
}

void PresetEditor::setList(const QString &pointer, const QStringList &items, const QString &what, bool typing)
{
    if (!m_document || m_error)
        return;
    auto document = withListOf(pointer);
    if (!document)
        return take(document, what);
    const Json *present = document->value(pointer);
    if (!present || !present->is_array()) {
        Json list = Json::array();
        for (const QString &item : items)
            list.push_back(toStd(item));
        return take(document->set(pointer, list), what, typing);
    }
    QStringList old;
    for (const Json &item : *present)
        old.append(item.is_string() ? fromStd(item.get<std::string>()) : QString());
    qsizetype head = 0;
    while (head < old.size() && head < items.size() && old.at(head) == items.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < old.size() - head && tail < items.size() - head && old.at(old.size() - 1 - tail) == items.at(items.size() - 1 - tail))
        ++tail;
    const qsizetype gone = old.size() - head - tail;
    const qsizetype fresh = items.size() - head - tail;
    for (qsizetype i = 0; document && i < std::max(gone, fresh); ++i) {
        const QString at = pointer + u"/%1"_s.arg(head + std::min(i, fresh));
        if (i < gone && i < fresh)
            document = document->set(at, toStd(items.at(head + i)));
        else if (i < gone)
            document = document->remove(at);
        else
            document = document->insert(pointer, int(head + i), toStd(items.at(head + i)));
    }
    take(document, what, typing);
}

void PresetEditor::setPairs(const QString &pointer, const QList<std::pair<QString, QString>> &pairs, const QString &what, bool typing)
{
    if (!m_document || m_error)
        return;
    Json wanted = Json::object();
    for (const auto &[key, value] : pairs)
        wanted[toStd(key)] = toStd(value);
    const Json *present = ownValue(pointer);
    if (!present || !present->is_object())
        return take(m_document->set(pointer, wanted), what, typing);
    Result<PresetDocument> document = *m_document;
    const Json old = *present;
    for (const auto &[key, value] : old.items()) {
        if (document && !wanted.contains(key))
            document = document->remove(pointer + u'/' + escaped(fromStd(key)));
    }
    for (const auto &[key, value] : wanted.items()) {
        if (document)
            document = document->set(pointer + u'/' + escaped(fromStd(key)), value);
    }
    // Members were only changed and added: where the order is another one, the object is written anew.
    const Json *result = document ? document->value(pointer) : nullptr;
    if (result && result->dump() != wanted.dump())
        document = document->set(pointer, wanted);
    take(document, what, typing);
}

} // namespace dosirak::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/importing/wanted.h"

#include "base/tr.h"
#include "preset/document.h"
#include "preset/own_patch.h"
#include "python/names.h"
#include "python/requirement.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>

namespace dosirak::workspace::importing {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const QString &requirement)
{
    const auto parsed = python::Requirement::parse(requirement.toStdString());
    return parsed ? fromStd(parsed->normalizedName) : QString();
}

/// One name with different markers is two requirements.
QString requirementKey(const QString &requirement)
{
    return nameOf(requirement) + u';' + requirement.section(u';', 1).simplified();
}

QString debNameOf(const QString &package)
{
    static const QRegularExpression end(u"[:=/].*\\z"_s);
    return QString(package).remove(end);
}

/// "torch==2.1.2+cu118" → 2.1.2 and cu118. No version: not one exact release.
std::pair<QString, QString> exactVersion(const QString &requirement)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9._-]+\\s*==\\s*([0-9]+(?:\\.[0-9]+)*)(?:\\+([a-z0-9.]+))?\\s*\\z"_s);
    const auto match = form.match(requirement);
    return {match.captured(1), match.captured(2)};
}

/// Writes one patch for the resolved preset while it looks at what each step left.
class PatchMaker
{
public:
    PatchMaker(const Json &resolved, SourceImport &import) : m_now(resolved), m_import(import) {}

    void note(const Entry &entry, const QString &what) { m_import.notes.append({entry.line, entry.value, what}); }

    void setText(const QString &pointer, const QString &value)
    {
        set(pointer, toStd(value), value);
    }

    void setList(const QString &pointer, const QStringList &values)
    {
        Json list = Json::array();
        for (const QString &value : values)
            list.push_back(toStd(value));
        set(pointer, list, values.join(u' '));
    }

    void set(const QString &pointer, const Json &value, const QString &shown)
    {
        const Json::json_pointer at(toStd(pointer));
        if (m_now.contains(at) && m_now.at(at) == value)
            return;
        makeWay(pointer);
        apply({{"op", "add"}, {"path", toStd(pointer)}, {"value", value}});
        m_import.taken.append(u"%1 → %2"_s.arg(shown, pointer));
    }

    /// Puts @p entry into a list of text, in the place of an entry of the same key.
    void put(const QString &list, const Entry &entry, QString (*keyOf)(const QString &))
    {
        const Json::json_pointer at(toStd(list));
        if (!m_keys.contains(list)) {
            QHash<QString, qsizetype> &keys = m_keys[list];
            const Json items = m_now.contains(at) ? m_now.at(at) : Json::array();
            for (size_t i = 0; i < items.size(); ++i)
                if (items[i].is_string())
                    keys.insert(keyOf(fromStd(items[i].get<std::string>())), qsizetype(i));
        }
        QHash<QString, qsizetype> &keys = m_keys[list];
        const QString key = keyOf(entry.value);
        if (const auto found = keys.constFind(key); found != keys.cend()) {
            const QString there = fromStd(m_now.at(at).at(size_t(*found)).get<std::string>());
            if (there == entry.value)
                return;
            apply({{"op", "replace"}, {"path", toStd(list) + "/" + std::to_string(*found)}, {"value", toStd(entry.value)}});
            m_import.taken.append(coreTr("%1 → %2, in the place of %3").arg(entry.value, list, there));
            return;
        }
        append(list, toStd(entry.value), entry.value);
        keys.insert(key, qsizetype(m_now.at(at).size()) - 1);
    }

    void append(const QString &list, const Json &value, const QString &shown)
    {
        if (!m_now.contains(Json::json_pointer(toStd(list)))) {
            makeWay(list);
            apply({{"op", "add"}, {"path", toStd(list)}, {"value", Json::array()}});
        }
        apply({{"op", "add"}, {"path", toStd(list) + "/-"}, {"value", value}});
        m_import.taken.append(u"%1 → %2"_s.arg(shown, list));
    }

    [[nodiscard]] const Json &now() const { return m_now; }
    [[nodiscard]] QString textAt(const char *pointer) const
    {
        const Json::json_pointer at(pointer);
        return m_now.contains(at) && m_now.at(at).is_string() ? fromStd(m_now.at(at).get<std::string>()) : QString();
    }
    [[nodiscard]] const Json &patch() const { return m_patch; }

private:
    void makeWay(const QString &pointer)
    {
        for (qsizetype slash = pointer.indexOf(u'/', 1); slash > 0; slash = pointer.indexOf(u'/', slash + 1))
            if (const QString parent = pointer.first(slash); !m_now.contains(Json::json_pointer(toStd(parent))))
                apply({{"op", "add"}, {"path", toStd(parent)}, {"value", Json::object()}});
    }

    void apply(const Json &operation)
    {
        m_now.patch_inplace(Json::array({operation}));
        m_patch.push_back(operation);
    }

    Json m_now;
    Json m_patch = Json::array();
    QHash<QString, QHash<QString, qsizetype>> m_keys; ///< list → what an entry is of → where it stands
    SourceImport &m_import;
};

/// The packages that a preset names in its own block.
void takeTorch(const Entry &entry, const QString &name, PatchMaker &maker)
{
    const auto [version, build] = exactVersion(entry.value);
    if (version.isEmpty())
        return maker.note(entry, coreTr("The preset's “pytorch” names one exact release: choose it there, or with “dosirak auto”."));
    maker.setText(name == u"torch"_s ? u"/pytorch/version"_s : u"/pytorch/"_s + name, version);
    if (name == u"torch"_s && !build.isEmpty())
        maker.setText(u"/pytorch/build"_s, build);
}

/// An index of PyTorch's takes the place of the one that is there: two for the same packages would contradict each other.
void takeTorchIndex(const Entry &index, PatchMaker &maker)
{
    const QString name = u"pytorch-"_s + index.value;
    const QString url = u"https://download.pytorch.org/whl/"_s + index.value;
    const Json::json_pointer at("/wheels/indexes");
    const Json list = maker.now().contains(at) ? maker.now().at(at) : Json::array();
    qsizetype there = -1;
    for (size_t i = 0; i < list.size() && there < 0; ++i)
        if (list[i].is_object() && list[i].contains("url") && list[i].at("url").is_string() && !torchIndexLabel(fromStd(list[i].at("url").get<std::string>())).isEmpty())
            there = qsizetype(i);
    if (there >= 0) {
        maker.setText(u"/wheels/indexes/%1/name"_s.arg(there), name);
        maker.setText(u"/wheels/indexes/%1/url"_s.arg(there), url);
    } else {
        maker.append(u"/wheels/indexes"_s,
                     {{"name", toStd(name)}, {"url", toStd(url)}, {"packages", {"torch", "torchvision", "torchaudio", "triton", "nvidia-*"}}, {"allow_linux_tag", true}}, url);
    }
    if (maker.now().contains("pytorch"))
        maker.setText(u"/pytorch/build"_s, index.value);
}

void takeRequirements(const Wanted &wanted, PatchMaker &maker)
{
    for (const Entry &entry : wanted.requirements) {
        const QString name = nameOf(entry.value);
        if (name == u"torch"_s || name == u"torchvision"_s || name == u"torchaudio"_s)
            takeTorch(entry, name, maker);
        else if (name == u"tensorrt"_s)
            maker.note(entry, coreTr("TensorRT is chosen in the preset's “tensorrt”: its package on the index fetches more while it is installed."));
        else
            maker.put(u"/wheels/requirements"_s, entry, requirementKey);
    }
    for (const Entry &index : wanted.torchIndexes)
        takeTorchIndex(index, maker);
}

/// A base image tells the system and the CUDA where its name is one of NVIDIA's or of the distributions' own.
void takeBase(const Entry &base, const QString &stage, PatchMaker &maker)
{
    static const QRegularExpression cuda(u"(?:\\A|/)nvidia/cuda:(\\d+\\.\\d+(?:\\.\\d+)?)-.*-ubuntu(\\d+\\.\\d+)\\z"_s);
    static const QRegularExpression plain(u"\\A(?:docker\\.io/)?(?:library/)?(ubuntu|debian):(\\d+(?:\\.\\d+)?)(?:-slim)?\\z"_s);
    if (base.value.isEmpty())
        return;
    if (base.value.contains(u'$') || base.value == u"scratch"_s)
        return maker.note(base, coreTr("“%1” names no base image that could be taken.").arg(base.value));
    maker.setText(u"/base_images/%1/reference"_s.arg(stage), base.value);
    if (stage != u"runtime"_s)
        return;
    const auto set = [&](const QString &distribution, const QString &release) {
        maker.setText(u"/os/distribution"_s, distribution);
        maker.setText(u"/os/release"_s, release);
    };
    if (const auto match = cuda.match(base.value); match.hasMatch()) {
        set(u"ubuntu"_s, match.captured(2));
        maker.setText(u"/cuda"_s, match.captured(1).section(u'.', 0, 1));
    } else if (const auto other = plain.match(base.value); other.hasMatch()) {
        set(other.captured(1), other.captured(2));
    } else {
        maker.note(base, coreTr("Which system “%1” holds is not known by its name: look whether “os” and “cuda” still hold.").arg(base.value));
    }
}

void takeDebs(const QList<Entry> &debs, const QString &list, PatchMaker &maker)
{
    for (const Entry &entry : debs)
        maker.put(list, entry, debNameOf);
}

void takeImage(const Wanted &wanted, PatchMaker &maker)
{
    for (const auto &[key, entry] : wanted.env)
        maker.setText(u"/image/env"_s + preset::pointerOf({key}), entry.value);
    for (const auto &[key, entry] : wanted.labels)
        maker.setText(u"/image/labels"_s + preset::pointerOf({key}), entry.value);
    if (!wanted.user.value.isEmpty())
        maker.setText(u"/image/user"_s, wanted.user.value);
    if (!wanted.workingFolder.value.isEmpty())
        maker.setText(u"/image/working_folder"_s, wanted.workingFolder.value);
    if (wanted.entrypoint)
        maker.setList(u"/image/entrypoint"_s, *wanted.entrypoint);
    if (wanted.command)
        maker.setList(u"/image/command"_s, *wanted.command);
}

} // namespace

void makePatch(const Wanted &wanted, const Json &own, const Json &resolved, SourceImport &import)
{
    import.notes = wanted.notes;
    PatchMaker maker(resolved, import);
    takeBase(wanted.builderBase, u"builder"_s, maker);
    takeBase(wanted.runtimeBase, u"runtime"_s, maker);
    if (!wanted.python.value.isEmpty())
        maker.setText(u"/python/version"_s, wanted.python.value);
    takeRequirements(wanted, maker);
    takeDebs(wanted.builderDebs, u"/debs/builder"_s, maker);
    takeDebs(wanted.runtimeDebs, u"/debs/runtime"_s, maker);
    takeDebs(wanted.heldDebs, u"/debs/hold"_s, maker);
    takeImage(wanted, maker);
    const auto patch = preset::ownPatch(maker.patch(), own, resolved);
    import.patch = patch ? *patch : Json::array();
    std::stable_sort(import.notes.begin(), import.notes.end(), [](const ImportNote &a, const ImportNote &b) { return a.line < b.line; });
}

} // namespace dosirak::workspace::importing

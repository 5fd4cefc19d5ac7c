// SPDX-License-Identifier: GPL-3.0-or-later
#include "preset/typed.h"

#include "base/tr.h"

#include <QRegularExpression>
#include <limits>

namespace dosirak::preset {

using namespace Qt::StringLiterals;

namespace {

/// One object of the preset and where it stands. Every member that is read is checked for its type; the first that is
/// wrong is remembered for all readers of one preset.
class Reader
{
public:
    Reader(const Json *object, QString pointer, std::optional<Error> *error, QString file)
        : m_object(object), m_pointer(std::move(pointer)), m_error(error), m_file(std::move(file))
    {
        if (m_object && !m_object->is_object())
            refuse(m_pointer, coreTr("an object was expected"));
    }

    [[nodiscard]] bool has(const char *key) const { return m_object && m_object->is_object() && m_object->contains(key); }

    [[nodiscard]] bool isNumber(const char *key) const { return has(key) && m_object->at(key).is_number(); }

    QString text(const char *key)
    {
        const Json *value = member(key);
        if (!value)
            return {};
        if (!value->is_string())
            refuse(at(key), coreTr("text was expected"));
        return value->is_string() ? fromStd(value->get_ref<const std::string &>()) : QString();
    }

    bool flag(const char *key, bool otherwise)
    {
        const Json *value = member(key);
        if (!value)
            return otherwise;
        if (!value->is_boolean())
            refuse(at(key), coreTr("true or false was expected"));
        return value->is_boolean() ? value->get<bool>() : otherwise;
    }

    qint64 number(const char *key, qint64 otherwise)
    {
        const Json *value = member(key);
        if (!value)
            return otherwise;
        if (!value->is_number_integer())
            refuse(at(key), coreTr("a whole number was expected"));
        return value->is_number_integer() ? value->get<qint64>() : otherwise;
    }

    QStringList texts(const char *key)
    {
        QStringList list;
        eachItem(key, [&](const Json &item, const QString &pointer) {
            if (item.is_string())
                list.append(fromStd(item.get_ref<const std::string &>()));
            else
                refuse(pointer, coreTr("text was expected"));
        });
        return list;
    }

    QList<std::pair<QString, QString>> pairs(const char *key)
    {
        QList<std::pair<QString, QString>> list;
        const Json *value = member(key);
        if (!value)
            return list;
        if (!value->is_object()) {
            refuse(at(key), coreTr("an object was expected"));
            return list;
        }
        for (const auto &[name, item] : value->items()) {
            if (item.is_string())
                list.append({fromStd(name), fromStd(item.get_ref<const std::string &>())});
            else
                refuse(at(key) + u'/' + fromStd(name), coreTr("text was expected"));
        }
        return list;
    }

    Reader object(const char *key) { return {member(key), at(key), m_error, m_file}; }

    template<class Function>
    void eachObject(const char *key, Function function)
    {
        eachItem(key, [&](const Json &item, const QString &pointer) {
            Reader reader(&item, pointer, m_error, m_file);
            function(reader);
        });
    }

    void refuse(const QString &pointer, const QString &what)
    {
        if (!*m_error)
            *m_error = failAt(ErrorCode::Invalid, {m_file, 0, 0, pointer}, coreTr("The preset is malformed: %1.").arg(what)).value();
    }

    [[nodiscard]] QString at(const char *key) const { return m_pointer + u'/' + QString::fromUtf8(key); }

private:
    [[nodiscard]] const Json *member(const char *key) const { return has(key) ? &m_object->at(key) : nullptr; }

    template<class Function>
    void eachItem(const char *key, Function function)
    {
        const Json *value = member(key);
        if (!value)
            return;
        if (!value->is_array()) {
            refuse(at(key), coreTr("a list was expected"));
            return;
        }
        for (size_t i = 0; i < value->size(); ++i)
            function((*value)[i], at(key) + u"/%1"_s.arg(i));
    }

    const Json *m_object;
    QString m_pointer;
    std::optional<Error> *m_error;
    QString m_file;
};

std::optional<PyTorch> readTorch(Reader &root)
{
    if (!root.has("pytorch"))
        return {};
    Reader torch = root.object("pytorch");
    return PyTorch{torch.text("version"), torch.text("torchvision"), torch.text("torchaudio"), torch.text("build")};
}

std::optional<TensorRt> readTensorRt(Reader &root)
{
    if (!root.has("tensorrt"))
        return {};
    Reader block = root.object("tensorrt");
    TensorRt tensorrt;
    tensorrt.enabled = block.flag("enabled", false);
    tensorrt.version = block.text("version");
    tensorrt.requiredInRuntime = block.flag("required_in_runtime", false);
    tensorrt.supportedVersions = block.texts("supported_versions");
    tensorrt.cudaCompatibility = block.pairs("cuda_compatibility");
    tensorrt.description = block.text("description");
    return tensorrt;
}

TensorRtSource readTensorRtSource(Reader &root)
{
    const QString source = root.text("tensorrt_source");
    if (source == u"tar"_s)
        return TensorRtSource::Tar;
    if (source == u"wheels"_s)
        return TensorRtSource::Wheels;
    if (!source.isEmpty() && source != u"debs"_s)
        root.refuse(root.at("tensorrt_source"), coreTr("“debs”, “tar” or “wheels” was expected"));
    return TensorRtSource::Debs;
}

Wheels readWheels(Reader &root)
{
    Reader block = root.object("wheels");
    Wheels wheels;
    block.eachObject("indexes", [&](Reader &index) {
        wheels.indexes.append({index.text("name"), index.text("url"), index.texts("packages"), index.flag("allow_linux_tag", false)});
    });
    wheels.requirements = block.texts("requirements");
    wheels.requirementFiles = block.texts("requirement_files");
    wheels.constraints = block.texts("constraints");
    wheels.overrides = block.texts("overrides");
    wheels.excludes = block.texts("excludes");
    wheels.prereleases = block.texts("prereleases");
    wheels.sdists = block.texts("sdists");
    return wheels;
}

Debs readDebs(Reader &root)
{
    Reader block = root.object("debs");
    Debs debs;
    block.eachObject("sources", [&](Reader &source) {
        debs.sources.append({source.text("name"), source.flag("from_host", false), source.texts("uris"), source.texts("suites"),
                             source.texts("components"), source.texts("architectures"), source.text("signed_by"),
                             source.flag("trusted", false)});
    });
    debs.builder = block.texts("builder");
    debs.runtime = block.texts("runtime");
    debs.recommends = block.flag("recommends", false);
    debs.preferences = block.text("preferences");
    debs.hold = block.texts("hold");
    debs.forbid = block.texts("forbid");
    return debs;
}

QList<SourceArchive> readSources(Reader &root)
{
    QList<SourceArchive> sources;
    root.eachObject("sources", [&](Reader &source) {
        sources.append({source.text("name"), source.text("url"), source.text("file"), source.text("sha256").toLower(),
                        source.number("size", -1), source.text("page"), source.text("unpack_to"), source.flag("in_runtime", false)});
    });
    return sources;
}

BaseImage readBaseImage(Reader &images, const char *role)
{
    Reader block = images.object(role);
    BaseImage image;
    image.reference = block.text("reference");
    image.archive = block.text("archive");
    image.layout = block.text("layout");
    image.bundled = block.flag("bundled", true);
    if (block.has("bootstrap")) {
        Reader bootstrap = block.object("bootstrap");
        image.bootstrap = BaseImage::Bootstrap{bootstrap.text("suite"), bootstrap.text("variant"), bootstrap.texts("include")};
    }
    return image;
}

Image readImage(Reader &root)
{
    Reader block = root.object("image");
    Image image;
    image.tag = block.text("tag");
    image.labels = block.pairs("labels");
    image.env = block.pairs("env");
    image.user = block.text("user");
    image.workingFolder = block.text("working_folder");
    image.entrypoint = block.texts("entrypoint");
    image.command = block.texts("command");
    Reader smoke = block.object("smoke_test");
    image.smokeTest = {smoke.texts("imports"), smoke.texts("commands"), int(smoke.number("timeout_seconds", 120))};
    return image;
}

/// Bytes as a number, or text with a unit of 1024: "3900MiB".
qint64 readSize(Reader &block, const char *key)
{
    static const QRegularExpression form(u"^(\\d{1,9}) ?(KiB|MiB|GiB)\\z"_s);
    const QStringList units{u"KiB"_s, u"MiB"_s, u"GiB"_s};
    if (block.isNumber(key))
        return block.number(key, 0);
    const auto match = form.match(block.text(key));
    if (!match.hasMatch()) {
        block.refuse(block.at(key), coreTr("a size such as “3900MiB” was expected"));
        return 0;
    }
    return match.captured(1).toLongLong() << (10 * (units.indexOf(match.captured(2)) + 1));
}

Bundle readBundle(Reader &root)
{
    Reader block = root.object("bundle");
    return {block.has("part_size") ? readSize(block, "part_size") : 0, block.text("signing_key")};
}

} // namespace

Result<Preset> typedPreset(const Json &resolved, const QString &presetName, const QString &file)
{
    std::optional<Error> error;
    Reader root(&resolved, {}, &error, file);
    Preset preset;
    preset.name = presetName;
    preset.schemaVersion = int(root.number("schema_version", 0));
    preset.description = root.text("description");
    Reader os = root.object("os");
    preset.os = {os.text("distribution"), os.text("release"), os.text("architecture")};
    preset.cuda = root.text("cuda");
    preset.cudnn = root.text("cudnn");
    preset.python.version = root.object("python").text("version");
    preset.pytorch = readTorch(root);
    preset.tensorrt = readTensorRt(root);
    preset.tensorrtSource = readTensorRtSource(root);
    preset.wheels = readWheels(root);
    preset.debs = readDebs(root);
    preset.sources = readSources(root);
    Reader images = root.object("base_images");
    preset.builderImage = readBaseImage(images, "builder");
    preset.runtimeImage = readBaseImage(images, "runtime");
    Reader target = root.object("target");
    preset.target = {target.text("driver"), target.texts("gpus")};
    preset.image = readImage(root);
    preset.bundle = readBundle(root);
    preset.checkedWithFacts = root.text("checked_with_facts");
    if (error)
        return Failure(*error);
    return preset;
}

} // namespace dosirak::preset

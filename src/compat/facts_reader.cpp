// SPDX-License-Identifier: GPL-3.0-or-later
#include "compat/facts.h"

#include "base/tr.h"

#include <algorithm>

namespace dosirak::compat {

using namespace Qt::StringLiterals;

/// Reads the facts file row by row and remembers the first thing that is wrong.
class FactsReader
{
public:
    explicit FactsReader(QString file) : m_file(std::move(file)) {}

    Result<Facts> read(const Json &root)
    {
        Facts facts;
        facts.version = text(root, "facts_version", {});
        if (facts.version.isEmpty())
            refuse(u"/facts_version"_s);
        readSources(root, facts);
        readCuda(root, facts);
        readTorch(root, facts);
        readTensorRt(root, facts);
        readSystems(root, facts);
        readGpus(root, facts);
        readImages(root, facts);
        readPitfalls(root, facts);
        if (m_error)
            return Failure(*m_error);
        return facts;
    }

private:
    void refuse(const QString &pointer)
    {
        if (!m_error)
            m_error = failAt(ErrorCode::Invalid, {m_file, 0, 0, pointer}, coreTr("The facts are malformed.")).value();
    }

    QString text(const Json &row, const char *key, const QString &pointer)
    {
        if (!row.contains(key) || row.at(key).is_null())
            return {};
        if (!row.at(key).is_string()) {
            refuse(pointer + u'/' + QString::fromLatin1(key));
            return {};
        }
        return fromStd(row.at(key).get_ref<const std::string &>());
    }

    QStringList texts(const Json &row, const char *key, const QString &pointer)
    {
        QStringList list;
        if (!row.contains(key) || row.at(key).is_null())
            return list;
        if (!row.at(key).is_array()) {
            refuse(pointer + u'/' + QString::fromLatin1(key));
            return list;
        }
        for (const Json &item : row.at(key)) {
            if (!item.is_string())
                refuse(pointer + u'/' + QString::fromLatin1(key));
            else
                list.append(fromStd(item.get_ref<const std::string &>()));
        }
        return list;
    }

    static bool flag(const Json &row, const char *key)
    {
        return row.contains(key) && row.at(key).is_boolean() && row.at(key).get<bool>();
    }

    template<class Function>
    void each(const Json &root, const char *table, Function function)
    {
        if (!root.contains(table) || !root.at(table).is_array())
            return refuse(u'/' + QString::fromLatin1(table));
        for (size_t i = 0; i < root.at(table).size(); ++i) {
            const QString pointer = u"/%1/%2"_s.arg(QString::fromLatin1(table)).arg(i);
            if (root.at(table)[i].is_object())
                function(root.at(table)[i], pointer);
            else
                refuse(pointer);
        }
    }

    template<class Row>
    Row begin(const Json &json, const QString &pointer)
    {
        Row row;
        row.sources = texts(json, "sources", pointer);
        row.primary = text(json, "confidence", pointer) == u"primary"_s;
        return row;
    }

    void readSources(const Json &root, Facts &facts)
    {
        if (!root.contains("sources") || !root.at("sources").is_object())
            return refuse(u"/sources"_s);
        for (const auto &[id, row] : root.at("sources").items()) {
            const QString ref = text(row, "ref", u"/sources"_s);
            facts.m_sources.insert(fromStd(id), {text(row, "title", u"/sources"_s), ref});
        }
        if (root.contains("tensorrt_deb_sets") && root.at("tensorrt_deb_sets").is_object())
            for (const auto &[key, set] : root.at("tensorrt_deb_sets").items())
                facts.m_debSets.insert(fromStd(key), texts(set, "packages", u"/tensorrt_deb_sets"_s));
    }

    void readCuda(const Json &root, Facts &facts)
    {
        each(root, "cuda", [&](const Json &json, const QString &at) {
            auto row = begin<CudaRelease>(json, at);
            row.version = text(json, "version", at);
            row.toolkitDriver = text(json, "toolkit_driver_linux", at);
            row.minDriver = text(json, "min_driver_linux", at);
            facts.cuda.append(row);
        });
        each(root, "driver_families", [&](const Json &json, const QString &at) {
            if (!json.contains("cuda_major") || !json.at("cuda_major").is_number_integer())
                return refuse(at);
            facts.driverFamilies.append({json.at("cuda_major").get<int>(), text(json, "min_driver_linux", at)});
            facts.driverFamilySources += texts(json, "sources", at);
        });
        facts.driverFamilySources.removeDuplicates();
    }

    void readTorch(const Json &root, Facts &facts)
    {
        each(root, "torch", [&](const Json &json, const QString &at) {
            auto row = begin<TorchRelease>(json, at);
            row.version = text(json, "version", at);
            row.torchvision = text(json, "torchvision", at);
            row.torchaudio = text(json, "torchaudio", at);
            row.pythons = texts(json, "python", at);
            if (json.contains("unmarked_wheel") && json.at("unmarked_wheel").is_object())
                row.unmarkedCuda = text(json.at("unmarked_wheel"), "cuda", at);
            each(json, "builds", [&](const Json &build, const QString &where) { row.builds.append(readBuild(build, at + where)); });
            facts.torch.append(row);
        });
    }

    TorchBuild readBuild(const Json &json, const QString &at)
    {
        auto build = begin<TorchBuild>(json, at);
        build.cuda = text(json, "cuda", at);
        build.suffix = text(json, "suffix", at);
        build.cudnn = text(json, "cudnn", at);
        build.sm = texts(json, "sm", at);
        build.ptx = text(json, "ptx", at);
        build.platformTag = text(json, "platform_tag", at);
        build.glibcFloor = text(json, "glibc_floor", at);
        return build;
    }

    void readTensorRt(const Json &root, Facts &facts)
    {
        each(root, "tensorrt", [&](const Json &json, const QString &at) {
            auto row = begin<TensorRtRelease>(json, at);
            row.version = text(json, "version", at);
            row.fullVersion = text(json, "full_version", at);
            row.cudaBuilds = texts(json, "cuda_builds", at);
            if (json.contains("vendor_matrix_cuda") && json.at("vendor_matrix_cuda").is_array())
                row.vendorCuda = texts(json, "vendor_matrix_cuda", at);
            row.glibcFloor = text(json, "glibc_floor", at);
            if (json.contains("deb") && json.at("deb").is_object()) {
                row.debVersions = texts(json.at("deb"), "lib_version_strings", at + u"/deb"_s);
                row.debSet = text(json.at("deb"), "package_set", at + u"/deb"_s);
            }
            if (json.contains("cudnn") && json.at("cudnn").is_object()) {
                row.cudnnNeeded = flag(json.at("cudnn"), "needed");
                row.cudnnVersion = text(json.at("cudnn"), "version", at + u"/cudnn"_s);
            }
            facts.tensorrt.append(row);
        });
    }

    void readSystems(const Json &root, Facts &facts)
    {
        each(root, "systems", [&](const Json &json, const QString &at) {
            auto row = begin<System>(json, at);
            row.distribution = text(json, "distribution", at);
            row.release = text(json, "version", at);
            row.codename = text(json, "codename", at);
            row.python = text(json, "default_python", at);
            row.glibc = text(json, "glibc", at);
            row.externallyManaged = flag(json, "externally_managed_pip");
            facts.systems.append(row);
        });
    }

    void readGpus(const Json &root, Facts &facts)
    {
        each(root, "gpus", [&](const Json &json, const QString &at) {
            auto row = begin<Gpu>(json, at);
            row.name = text(json, "name", at);
            row.sm = text(json, "compute_capability", at);
            row.minCuda = text(json, "min_cuda", at);
            row.lastCuda = text(json, "last_cuda", at);
            facts.gpus.append(row);
        });
        each(root, "compute_capabilities", [&](const Json &json, const QString &at) {
            auto row = begin<Capability>(json, at);
            row.sm = text(json, "sm", at);
            row.family = text(json, "family", at);
            row.firstCuda = text(json, "first_cuda", at);
            row.lastCuda = text(json, "last_cuda", at);
            facts.capabilities.append(row);
        });
    }

    void readImages(const Json &root, Facts &facts)
    {
        each(root, "base_images", [&](const Json &json, const QString &at) {
            auto row = begin<BaseImageTag>(json, at);
            row.tag = text(json, "tag", at);
            row.cuda = text(json, "cuda", at);
            row.ubuntu = text(json, "ubuntu", at);
            row.cudnn = text(json, "cudnn", at);
            row.endOfLife = flag(json, "end_of_life_in_mirror");
            row.startCheck = text(json, "start_check", at);
            row.alsoAcceptedBranches = texts(json, "start_check_also_accepts_driver_branches", at);
            row.alsoForGeForce = texts(json, "of_these_also_for_geforce", at);
            facts.baseImages.append(row);
        });
    }

    void readPitfalls(const Json &root, Facts &facts)
    {
        each(root, "pitfalls", [&](const Json &json, const QString &at) {
            auto row = begin<Pitfall>(json, at);
            row.id = text(json, "id", at);
            row.title = text(json, "title", at);
            row.when = text(json, "when", at);
            row.then = text(json, "then", at);
            row.severity = text(json, "severity", at) == u"error"_s ? Severity::Error : Severity::Warning;
            facts.pitfalls.append(row);
        });
    }

    QString m_file;
    std::optional<Error> m_error;
};

Result<Facts> Facts::parse(const QByteArray &bytes, const QString &file)
{
    DOSIRAK_TRY(root, parseJson(bytes, file));
    const auto schema = integerAt(root, "facts_schema");
    if (!schema)
        return failAt(ErrorCode::Invalid, {file, 0, 0, u"/facts_schema"_s}, coreTr("These are no facts of Dosirak: “facts_schema” is missing or is not a whole number."));
    if (*schema > 1)
        return failAt(ErrorCode::Unsupported, {file, 0, 0, u"/facts_schema"_s}, coreTr("These facts are for a newer Dosirak."),
                      coreTr("Use a newer Dosirak."));
    return FactsReader(file).read(root);
}

} // namespace dosirak::compat

// SPDX-License-Identifier: GPL-3.0-or-later
#include "compat/check.h"
#include "compat/tensorrt_choice.h"
#include "preset/load.h"
#include "preset/typed.h"

#include <QDir>
#include <QTest>

using namespace dosirak;
using namespace dosirak::compat;
using namespace Qt::StringLiterals;

class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedPresetsHaveNoErrors();
    void eachRuleSpeaksWhenItShould_data();
    void eachRuleSpeaksWhenItShould();
    void everyFindingCanBeExplained();
    void autoTakesTheNewestThatFits_data();
    void autoTakesTheNewestThatFits();
    void fixesMendWhatTheyName();
};

/// The shipped preset for CUDA 11.8 with changes; each change is a pointer and a value (null removes).
static Json changed(const QList<std::pair<const char *, Json>> &changes)
{
    auto loaded = preset::loadPreset(QStringLiteral(DOSIRAK_SOURCE_DIR "/presets"), u"ubuntu22.04-cuda11.8-torch2.1"_s);
    Json document = loaded->resolved;
    for (const auto &[pointer, value] : changes)
        document[Json::json_pointer(pointer)] = value;
    return document;
}

static QList<Finding> findingsOf(const Json &document)
{
    const auto typed = preset::typedPreset(document, u"test"_s, {});
    if (!typed)
        qFatal("%s", qPrintable(typed.error().text()));
    return check({*typed, document, {}, Facts::shipped()});
}

void TestRules::shippedPresetsHaveNoErrors()
{
    const QString folder = QStringLiteral(DOSIRAK_SOURCE_DIR "/presets");
    const QStringList files = QDir(folder).entryList({u"*.json"_s}, QDir::Files);
    QVERIFY(files.size() >= 8);
    for (const QString &file : files) {
        const auto loaded = preset::loadPreset(folder, file.chopped(5));
        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().text()));
        for (const Finding &finding : check({loaded->preset, loaded->resolved, {}, Facts::shipped()}))
            QVERIFY2(finding.severity != Severity::Error, qPrintable(file + u": "_s + finding.what));
    }
}

using Changes = QList<std::pair<const char *, Json>>;
Q_DECLARE_METATYPE(Changes)

void TestRules::eachRuleSpeaksWhenItShould_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<Changes>("bad");
    QTest::addColumn<Changes>("good");
    QTest::addColumn<Changes>("unknown");
    const auto row = [](const char *name, const char *id, const Changes &bad, const Changes &good, const Changes &unknown) {
        QTest::newRow(name) << QString::fromLatin1(id) << bad << good << unknown;
    };
    row("TensorRT off", "tensorrt-off", {{"/tensorrt/enabled", false}}, {}, {});
    row("TensorRT not in the runtime", "tensorrt-not-in-runtime", {{"/tensorrt/required_in_runtime", false}}, {}, {});
    row("TensorRT not supported", "tensorrt-not-supported", {{"/tensorrt/version", "9.1.0"}}, {{"/tensorrt/version", "10.3.0"}}, {});
    row("TensorRT against the own mapping", "tensorrt-cuda-mismatch", {{"/tensorrt/version", "10.3.0"}}, {}, {});
    row("TensorRT without a build", "tensorrt-no-build", {{"/cuda", "13.0"}}, {}, {{"/tensorrt/version", "8.9.9"}});
    row("TensorRT outside NVIDIA's matrix", "tensorrt-outside-matrix", {{"/cuda", "12.8"}, {"/tensorrt/version", "10.1.0"}}, {},
        {{"/cuda", "12.8"}, {"/tensorrt/version", "10.9.0"}});
    row("TensorRT auto", "tensorrt-auto", {{"/tensorrt/version", "auto"}}, {}, {});
    row("TensorRT by pip", "trt-pip-second-index", {{"/wheels/requirements/1", "tensorrt==8.6.1"}}, {{"/wheels/requirements/1", "tensorrt-libs==8.6.1"}}, {});
    row("TensorRT 8.6 wheels on CUDA 11", "trt-pip-cuda-major", {{"/tensorrt_source", "wheels"}}, {}, {});
    row("a floating deb", "apt-floating", {{"/debs/runtime/1", "libnvinfer8"}}, {{"/debs/runtime/1", "libnvinfer8=8.6.1.6-1+cuda11.8"}}, {});
    row("TensorRT and Ubuntu", "trt-ubuntu", {{"/os/release", "24.04"}}, {}, {{"/os/release", "23.10"}});
    row("a driver that is too old", "driver-too-old", {{"/target/driver", "440.33"}}, {}, {{"/target/driver", ""}});
    row("a driver with limits", "driver-minor-compat", {{"/target/driver", "470.82.01"}}, {}, {{"/target/driver", ""}});
    row("the start check", "container-start-check", {{"/target/driver", "510.47.03"}}, {{"/target/driver", "470.82.01"}},
        {{"/base_images/runtime/reference", "example.invalid/own:1"}, {"/target/driver", "510.47.03"}});
    row("forward compatibility on GeForce", "fwd-compat-gpu", {{"/debs/runtime/1", "cuda-compat-11-8"}, {"/target/gpus/0", "RTX 4090"}},
        {{"/debs/runtime/1", "cuda-compat-11-8"}}, {});
    row("cuDNN over PyTorch's own", "cudnn-shadow", {}, {{"/cudnn", "8.7.0.84"}}, {{"/pytorch/version", "1.0.0"}});
    row("cuDNN and an old GPU", "cudnn-old-gpu", {{"/cudnn", "9.11.0"}, {"/target/gpus/0", "V100"}}, {{"/cudnn", "9.11.0"}}, {{"/cudnn", "9.11.0"}, {"/target/gpus/0", "Nothing 1"}});
    row("a GPU that nothing is known of", "gpu-unknown", {{"/target/gpus/0", "Nothing 1"}}, {}, {});
    row("a PyTorch that nothing is known of", "torch-unknown", {{"/pytorch/version", "9.9.9"}}, {}, {});
    row("a build that does not exist", "index-missing", {{"/pytorch/build", "cu122"}}, {}, {{"/pytorch/version", "9.9.9"}, {"/pytorch/build", "cu122"}});
    row("the unmarked wheel", "default-index-cuda", {{"/pytorch/build", ""}}, {}, {{"/pytorch/version", "9.9.9"}, {"/pytorch/build", ""}});
    row("torchvision of another release", "vision-audio-pair", {{"/pytorch/torchvision", "0.17.0"}}, {}, {{"/pytorch/version", "9.9.9"}});
    row("a GPU newer than the wheel", "gpu-arch-missing", {{"/target/gpus/0", "RTX PRO 6000 Blackwell"}}, {}, {{"/target/gpus/0", "Nothing 1"}});
    row("a GPU that was dropped", "gpu-arch-dropped",
        {{"/pytorch/version", "2.7.1"}, {"/pytorch/build", "cu128"}, {"/target/gpus/0", "V100"}}, {}, {{"/target/gpus/0", "Nothing 1"}});
    row("plain linux wheels not accepted", "wheel-platform-tag", {{"/wheels/indexes/0/allow_linux_tag", false}}, {}, {{"/pytorch/version", "9.9.9"}});
    row("numpy 2", "numpy2-abi", {{"/wheels/requirements/0", "numpy"}}, {{"/wheels/requirements/0", "numpy==1.26.4"}}, {});
    row("triton on Python 3.12", "triton-marker", {{"/python/version", "3.12"}, {"/pytorch/version", "2.2.0"}}, {}, {});
    row("glibc too old", "glibc-floor", {{"/os/release", "18.04"}, {"/pytorch/version", "2.7.1"}}, {{"/pytorch/version", "2.7.1"}}, {{"/os/release", "17.04"}});
    row("Python too new", "python-too-new", {{"/python/version", "3.12"}}, {}, {{"/pytorch/version", "9.9.9"}, {"/python/version", "3.12"}});
    row("Python too old", "python-too-old", {{"/python/version", "3.7"}}, {}, {{"/pytorch/version", "9.9.9"}, {"/python/version", "3.7"}});
    row("a Python that the distribution lacks", "python-not-in-system", {{"/python/version", "3.11"}}, {{"/python/version", "3.11"}, {"/debs/runtime/1", "python3.11"}}, {});
    row("pip into the system's Python", "pep668", {{"/os/release", "24.04"}, {"/image/command/0", "pip install x"}}, {{"/image/command/0", "pip install x"}}, {});
    row("an image at its end", "image-tag-gone", {{"/base_images/runtime/reference", "nvidia/cuda:12.8.0-runtime-ubuntu22.04"}}, {},
        {{"/base_images/runtime/reference", "nvidia/cuda:99.0-runtime-ubuntu22.04"}});
    row("an image that stays here", "from-metadata", {{"/base_images/runtime/bundled", false}}, {}, {});
    row("an image of another CUDA", "base-image-cuda", {{"/base_images/builder/reference", "nvidia/cuda:12.4.1-devel-ubuntu22.04"}}, {}, {});
    row("an image of another Ubuntu", "base-image-system", {{"/base_images/builder/reference", "nvidia/cuda:11.8.0-devel-ubuntu20.04"}}, {}, {});
    row("an unknown key, deep", "unknown-key", {{"/wheels/indexes/0/uri", "a"}}, {{"/image/labels/mine", "a"}}, {});
    row("an nvidia wheel left out", "nvidia-wheel-set", {{"/wheels/excludes/0", "nvidia-cudnn-cu11"}}, {{"/wheels/excludes/0", "tensorboard"}}, {});
    row("an engine from elsewhere", "trt-engine-portability", {{"/sources/0", {{"name", "m"}, {"file", "model.engine"}}}}, {{"/sources/0", {{"name", "m"}, {"file", "model.onnx"}}}}, {});
    row("an unknown key", "unknown-key", {{"/cudaa", "11.8"}}, {{"/x-mine", 1}}, {});
    row("a missing field", "missing-field", {{"/image/tag", ""}}, {}, {});
    row("a system that nothing is known of", "system-unknown", {{"/os/release", "9.04"}}, {}, {});
    row("a package twice", "listed-twice", {{"/debs/runtime/1", "python3"}}, {{"/wheels/requirements/1", "numpy<2; python_version < '3.9'"}}, {});
    row("two indexes of one name", "index-not-declared", {{"/wheels/indexes/1/name", "pytorch-cu118"}}, {}, {});
    row("no index for the rest", "index-for-all", {{"/wheels/indexes/1/packages", Json::array({"numpy"})}}, {}, {});
    row("an unsigned source", "source-unsigned", {{"/debs/sources/0/trusted", true}}, {}, {});
    row("a source without a key", "key-missing", {{"/debs/sources/0/signed_by", ""}}, {}, {});
}

void TestRules::eachRuleSpeaksWhenItShould()
{
    QFETCH(QString, id);
    QFETCH(Changes, bad);
    QFETCH(Changes, good);
    QFETCH(Changes, unknown);
    const auto speaks = [&](const Changes &changes) {
        for (const Finding &finding : findingsOf(changed(changes)))
            if (finding.id == id)
                return true;
        return false;
    };
    QVERIFY2(speaks(bad), "bad");
    QVERIFY2(!speaks(good), "good");
    if (!unknown.isEmpty())
        QVERIFY2(!speaks(unknown), "unknown");
}

void TestRules::everyFindingCanBeExplained()
{
    for (const QString &id : findingIds(Facts::shipped()))
        QVERIFY2(explain(id, Facts::shipped()) && !explain(id, Facts::shipped())->title.isEmpty(), qPrintable(id));
    QVERIFY(!explain(u"no-such-thing"_s, Facts::shipped()));
}

void TestRules::autoTakesTheNewestThatFits_data()
{
    QTest::addColumn<QString>("cuda");
    QTest::addColumn<QString>("chosen");
    QTest::newRow("CUDA 11.8 takes 8.6.1") << u"11.8"_s << u"8.6.1"_s;
    QTest::newRow("CUDA 13 has none by the mapping") << u"13.0"_s << QString();
}

void TestRules::autoTakesTheNewestThatFits()
{
    QFETCH(QString, cuda);
    const Json document = changed({{"/cuda", toStd(cuda)}, {"/tensorrt/version", "auto"}});
    const auto typed = preset::typedPreset(document, u"test"_s, {});
    QTEST(chosenTensorRt(*typed, Facts::shipped()), "chosen");
    const Json twelve = changed({{"/cuda", "12.4"}, {"/tensorrt/version", "auto"}});
    const QString newest = chosenTensorRt(*preset::typedPreset(twelve, u"test"_s, {}), Facts::shipped());
    QVERIFY2(newest.startsWith(u"10."_s), qPrintable(newest));
}

void TestRules::fixesMendWhatTheyName()
{
    const Json document = changed({{"/tensorrt/version", "10.3.0"}, {"/pytorch/torchvision", "0.17.0"}, {"/wheels/requirements/0", "numpy"},
                                   {"/debs/runtime/1", "python3"}, {"/wheels/indexes/0/allow_linux_tag", false}});
    int mended = 0;
    for (const Finding &finding : findingsOf(document)) {
        if (finding.fixes.isEmpty())
            continue;
        const Json patched = document.patch(finding.fixes.first().patch);
        for (const Finding &after : findingsOf(patched))
            QVERIFY2(after.id != finding.id || after.pointer != finding.pointer, qPrintable(finding.what));
        ++mended;
    }
    QVERIFY(mended >= 5);
}

QTEST_GUILESS_MAIN(TestRules)
#include "test_rules.moc"

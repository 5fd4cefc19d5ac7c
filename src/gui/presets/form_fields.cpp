// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/form_fields.h"

#include "gui/presets/preset_form.h"

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

using Kind = FieldSpec::Kind;
using Names = FieldSpec::Names;

SectionSpec systemSection()
{
    return {"system", PresetForm::tr("System"), {
        {"descriptionEdit", u"/description"_s, PresetForm::tr("Description"), Kind::Text, PresetForm::tr("One sentence for people")},
        {"extendsEdit", u"/extends"_s, PresetForm::tr("Extends"), Kind::Parents, PresetForm::tr("Presets that this one is built on, one a line"), presetNameProblem, Names::Presets, false, true},
        {"distributionBox", u"/os/distribution"_s, PresetForm::tr("Distribution"), Kind::Choice},
        {"releaseBox", u"/os/release"_s, PresetForm::tr("Release"), Kind::Choice},
        {"archBox", u"/os/architecture"_s, PresetForm::tr("Architecture"), Kind::Choice},
        {"pythonBox", u"/python/version"_s, PresetForm::tr("Python"), Kind::Choice, {}, versionProblem},
        {"factsEdit", u"/checked_with_facts"_s, PresetForm::tr("Checked with facts"), Kind::Choice, PresetForm::tr("Version of the facts of the last check"), {}, Names::None, false, true},
    }};
}

SectionSpec gpuSection(const compat::Facts &facts)
{
    return {"gpu", PresetForm::tr("GPU"), {
        {"cudaBox", u"/cuda"_s, PresetForm::tr("CUDA"), Kind::Choice, PresetForm::tr("none"), versionProblem},
        {"cudnnBox", u"/cudnn"_s, PresetForm::tr("cuDNN of the image"), Kind::Choice, PresetForm::tr("none beside PyTorch's own"), versionProblem},
        {"driverBox", u"/target/driver"_s, PresetForm::tr("Target driver"), Kind::Choice, PresetForm::tr("not said: nothing is checked for it"), versionProblem},
        {"gpusEdit", u"/target/gpus"_s, PresetForm::tr("Target GPUs"), Kind::Lines, PresetForm::tr("One a line: A100"), gpuCheck(facts), Names::Gpus},
    }};
}

SectionSpec torchSection()
{
    return {"torch", PresetForm::tr("PyTorch"), {
        {"torchBox", u"/pytorch/version"_s, PresetForm::tr("PyTorch"), Kind::Choice, PresetForm::tr("none")},
        {"buildBox", u"/pytorch/build"_s, PresetForm::tr("Build"), Kind::Choice},
        {"visionEdit", u"/pytorch/torchvision"_s, PresetForm::tr("torchvision"), Kind::Choice, PresetForm::tr("not wanted")},
        {"audioEdit", u"/pytorch/torchaudio"_s, PresetForm::tr("torchaudio"), Kind::Choice, PresetForm::tr("not wanted")},
    }};
}

SectionSpec tensorRtSection()
{
    return {"tensorrt", PresetForm::tr("TensorRT"), {
        {"tensorrtCheck", u"/tensorrt/enabled"_s, PresetForm::tr("Install TensorRT"), Kind::Flag},
        {"tensorrtBox", u"/tensorrt/version"_s, PresetForm::tr("Version"), Kind::Choice, PresetForm::tr("auto"), versionOrAutoProblem},
        {"runtimeCheck", u"/tensorrt/required_in_runtime"_s, PresetForm::tr("Required in the runtime image"), Kind::Flag},
        {"sourceBox", u"/tensorrt_source"_s, PresetForm::tr("Comes as"), Kind::Choice},
        {"supportedEdit", u"/tensorrt/supported_versions"_s, PresetForm::tr("Supported versions"), Kind::Lines, PresetForm::tr("One a line: 8.6.1 or 10.x"), versionPatternProblem},
        {"mappingEdit", u"/tensorrt/cuda_compatibility"_s, PresetForm::tr("CUDA of each"), Kind::Pairs, PresetForm::tr("TensorRT = CUDA, one a line: 10.x = 12.x"), versionPairProblem},
        {"tensorrtTextEdit", u"/tensorrt/description"_s, PresetForm::tr("Description"), Kind::Block},
    }};
}

SectionSpec wheelsSection()
{
    return {"wheels", PresetForm::tr("Wheels"), {
        {"requirementsEdit", u"/wheels/requirements"_s, PresetForm::tr("Requirements"), Kind::Lines, PresetForm::tr("One a line: numpy<2"), requirementProblem, Names::Wheels},
        {"requirementFilesEdit", u"/wheels/requirement_files"_s, PresetForm::tr("Requirement files"), Kind::Lines, PresetForm::tr("One path a line, from the working folder"), {}, Names::None, false, true},
        {"indexesField", u"/wheels/indexes"_s, PresetForm::tr("Indexes"), Kind::Records, {}, {}, Names::None, false, false, {
            {"indexName", u"/name"_s, PresetForm::tr("Name"), Kind::Text, PresetForm::tr("pytorch-cu118")},
            {"indexUrl", u"/url"_s, PresetForm::tr("Address"), Kind::Text, PresetForm::tr("this machine's default index")},
            {"indexPackages", u"/packages"_s, PresetForm::tr("Only for"), Kind::Lines, PresetForm::tr("all that no other index is for; one name a line, nvidia-* for many"), projectPrefixProblem, Names::Wheels},
            {"indexLinux", u"/allow_linux_tag"_s, PresetForm::tr("Accept wheels tagged linux_x86_64"), Kind::Flag},
        }},
        {"constraintsEdit", u"/wheels/constraints"_s, PresetForm::tr("Constraints"), Kind::Lines, PresetForm::tr("Limits, without asking for the package"), requirementProblem, Names::Wheels, false, true},
        {"overridesEdit", u"/wheels/overrides"_s, PresetForm::tr("Overrides"), Kind::Lines, PresetForm::tr("In place of what packages ask for"), requirementProblem, Names::Wheels, false, true},
        {"excludesEdit", u"/wheels/excludes"_s, PresetForm::tr("Never install"), Kind::Lines, PresetForm::tr("One name a line"), projectNameProblem, Names::Wheels, false, true},
        {"prereleasesEdit", u"/wheels/prereleases"_s, PresetForm::tr("Pre-releases of"), Kind::Lines, PresetForm::tr("One name a line"), projectNameProblem, Names::Wheels, false, true},
        {"sdistsEdit", u"/wheels/sdists"_s, PresetForm::tr("Source archives of"), Kind::Lines, PresetForm::tr("One name a line"), projectNameProblem, Names::Wheels, false, true},
    }};
}

SectionSpec debsSection()
{
    return {"debs", PresetForm::tr("Debs"), {
        {"builderEdit", u"/debs/builder"_s, PresetForm::tr("In the builder"), Kind::Lines, PresetForm::tr("One a line: python3-venv, name=version"), debProblem, Names::Debs},
        {"runtimeEdit", u"/debs/runtime"_s, PresetForm::tr("In the runtime image"), Kind::Lines, PresetForm::tr("One a line: libgomp1, name=version"), debProblem, Names::Debs},
        {"aptSourcesField", u"/debs/sources"_s, PresetForm::tr("Apt sources"), Kind::Records, {}, {}, Names::None, false, false, {
            {"aptName", u"/name"_s, PresetForm::tr("Name"), Kind::Text, PresetForm::tr("ubuntu")},
            {"aptFromHost", u"/from_host"_s, PresetForm::tr("As this machine's own apt"), Kind::Flag},
            {"aptUris", u"/uris"_s, PresetForm::tr("URIs"), Kind::Words, PresetForm::tr("http://archive.ubuntu.com/ubuntu")},
            {"aptSuites", u"/suites"_s, PresetForm::tr("Suites"), Kind::Words, PresetForm::tr("jammy jammy-updates, or ./")},
            {"aptComponents", u"/components"_s, PresetForm::tr("Components"), Kind::Words, PresetForm::tr("main universe")},
            {"aptArchitectures", u"/architectures"_s, PresetForm::tr("Architectures"), Kind::Words, PresetForm::tr("that of the system")},
            {"aptSignedBy", u"/signed_by"_s, PresetForm::tr("Signed by"), Kind::Block, PresetForm::tr("A keyring file, or an armored key")},
            {"aptTrusted", u"/trusted"_s, PresetForm::tr("Take it unsigned"), Kind::Flag},
        }},
        {"recommendsCheck", u"/debs/recommends"_s, PresetForm::tr("Follow Recommends"), Kind::Flag},
        {"preferencesEdit", u"/debs/preferences"_s, PresetForm::tr("Preferences"), Kind::Block, PresetForm::tr("As in apt_preferences(5)"), {}, Names::None, false, true},
        {"holdEdit", u"/debs/hold"_s, PresetForm::tr("Must not move"), Kind::Lines, PresetForm::tr("One name a line"), debProblem, Names::Debs, false, true},
        {"forbidEdit", u"/debs/forbid"_s, PresetForm::tr("Must not come"), Kind::Lines, PresetForm::tr("One name a line"), debProblem, Names::Debs, false, true},
    }};
}

SectionSpec sourcesSection()
{
    return {"sources", PresetForm::tr("Sources"), {
        {"archivesField", u"/sources"_s, PresetForm::tr("Source archives"), Kind::Records, {}, {}, Names::None, false, false, {
            {"archiveName", u"/name"_s, PresetForm::tr("Name"), Kind::Text, PresetForm::tr("tensorrt-tar")},
            {"archiveUrl", u"/url"_s, PresetForm::tr("Address"), Kind::Text, PresetForm::tr("none: a person puts it there")},
            {"archiveFile", u"/file"_s, PresetForm::tr("File name"), Kind::Text, PresetForm::tr("as the address ends")},
            {"archiveSha256", u"/sha256"_s, PresetForm::tr("SHA-256"), Kind::Text, PresetForm::tr("not seen yet"), sha256Problem},
            {"archiveSize", u"/size"_s, PresetForm::tr("Size in bytes"), Kind::Whole, PresetForm::tr("not known"), wholeProblem},
            {"archivePage", u"/page"_s, PresetForm::tr("Page"), Kind::Text, PresetForm::tr("Where a person downloads it")},
            {"archiveUnpack", u"/unpack_to"_s, PresetForm::tr("Unpack to"), Kind::Text, PresetForm::tr("not unpacked: only offered to the builder"), absolutePathProblem},
            {"archiveRuntime", u"/in_runtime"_s, PresetForm::tr("Goes into the runtime image"), Kind::Flag},
        }},
    }};
}

QList<FieldSpec> baseImageFields(bool builder)
{
    const QString at = builder ? u"/base_images/builder"_s : u"/base_images/runtime"_s;
    const auto name = [builder](const char *forBuilder, const char *forRuntime) { return builder ? forBuilder : forRuntime; };
    return {
        {name("builderBaseEdit", "runtimeBaseEdit"), at + u"/reference"_s, builder ? PresetForm::tr("Builder base") : PresetForm::tr("Runtime base"), Kind::Choice, PresetForm::tr("nvidia/cuda:… or localhost/…")},
        {name("builderSuite", "runtimeSuite"), at + u"/bootstrap/suite"_s, PresetForm::tr("Made of suite"), Kind::Text, PresetForm::tr("bookworm: made here by mmdebstrap"), {}, Names::None, false, true},
        {name("builderVariant", "runtimeVariant"), at + u"/bootstrap/variant"_s, PresetForm::tr("Variant"), Kind::Text, PresetForm::tr("minbase"), {}, Names::None, false, true},
        {name("builderInclude", "runtimeInclude"), at + u"/bootstrap/include"_s, PresetForm::tr("With packages"), Kind::Lines, PresetForm::tr("One a line"), debProblem, Names::Debs, false, true},
        {name("builderArchive", "runtimeArchive"), at + u"/archive"_s, PresetForm::tr("From a tar"), Kind::Text, PresetForm::tr("A docker save tar, from the working folder"), {}, Names::None, false, true},
        {name("builderLayout", "runtimeLayout"), at + u"/layout"_s, PresetForm::tr("From a layout"), Kind::Text, PresetForm::tr("An OCI layout folder"), {}, Names::None, false, true},
        {name("builderBundled", "runtimeBundled"), at + u"/bundled"_s, PresetForm::tr("Crosses the gap with the bundle"), Kind::Flag, {}, {}, Names::None, true, true},
    };
}

SectionSpec imageSection()
{
    return {"image", PresetForm::tr("Image"), {
        {"tagEdit", u"/image/tag"_s, PresetForm::tr("Tag"), Kind::Text, PresetForm::tr("localhost/dosirak/name:latest")},
        {"userEdit", u"/image/user"_s, PresetForm::tr("User"), Kind::Text, PresetForm::tr("root")},
        {"folderEdit", u"/image/working_folder"_s, PresetForm::tr("Working folder"), Kind::Text, PresetForm::tr("/workspace")},
        {"entrypointEdit", u"/image/entrypoint"_s, PresetForm::tr("Entrypoint"), Kind::Lines, PresetForm::tr("One argument a line")},
        {"commandEdit", u"/image/command"_s, PresetForm::tr("Command"), Kind::Lines, PresetForm::tr("One argument a line")},
        {"envEdit", u"/image/env"_s, PresetForm::tr("Environment"), Kind::Pairs, PresetForm::tr("NAME=value, one a line"), pairProblem},
        {"labelsEdit", u"/image/labels"_s, PresetForm::tr("Labels"), Kind::Pairs, PresetForm::tr("name=value, one a line"), pairProblem},
    }};
}

SectionSpec smokeSection()
{
    return {"smoke", PresetForm::tr("Test"), {
        {"importsEdit", u"/image/smoke_test/imports"_s, PresetForm::tr("Must import"), Kind::Lines, PresetForm::tr("One Python module a line"), moduleProblem},
        {"commandsEdit", u"/image/smoke_test/commands"_s, PresetForm::tr("Must end well"), Kind::Lines, PresetForm::tr("One shell line a line")},
        {"timeoutEdit", u"/image/smoke_test/timeout_seconds"_s, PresetForm::tr("Time limit, seconds"), Kind::Whole, u"120"_s, wholeProblem},
    }};
}

SectionSpec bundleSection()
{
    return {"bundle", PresetForm::tr("Bundle"), {
        {"partEdit", u"/bundle/part_size"_s, PresetForm::tr("Part size"), Kind::Size, PresetForm::tr("one file; for FAT32: 3900MiB"), sizeProblem},
        {"keyEdit", u"/bundle/signing_key"_s, PresetForm::tr("Signing key"), Kind::Text, PresetForm::tr("unsigned")},
    }};
}

} // namespace

QList<SectionSpec> presetSections(const compat::Facts &facts)
{
    return {systemSection(), gpuSection(facts), torchSection(), tensorRtSection(), wheelsSection(), debsSection(), sourcesSection(),
            {"bases", PresetForm::tr("Bases"), baseImageFields(true) + baseImageFields(false)}, imageSection(), smokeSection(), bundleSection()};
}

} // namespace dosirak::gui

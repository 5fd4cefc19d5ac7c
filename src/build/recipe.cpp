// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/recipe.h"

#include "base/files.h"
#include "base/sha256.h"
#include "base/tr.h"
#include "build/recipe_text.h"

#include <QRegularExpression>
#include <algorithm>

namespace dosirak::build {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *mountRoot = "/run/dosirak";
constexpr const char *venv = "/opt/venv";
constexpr int defaultUid = 10001;

bool isLegacy(const RecipeInput &input)
{
    return input.form == RecipeForm::Legacy;
}

QList<lock::Artifact> debsOf(const RecipeInput &input, lock::Stage stage)
{
    QList<lock::Artifact> debs;
    for (const lock::Artifact &deb : input.lock.of(lock::ArtifactKind::Deb))
        if (deb.stages.testFlag(stage))
            debs << deb;
    return debs;
}

bool hasWheels(const RecipeInput &input)
{
    return !input.lock.of(lock::ArtifactKind::Wheel).isEmpty();
}

/// How a step reaches a part of the context: a mount for it alone, or a COPY before it.
QByteArray stepWith(const RecipeInput &input, const QList<QByteArray> &parts, const QByteArray &script)
{
    QByteArray text;
    if (isLegacy(input)) {
        for (const QByteArray &part : parts)
            text += "COPY [\"" + part + "\", \"" + mountRoot + '/' + part + "\"]\n";
        return text + "RUN " + asRunLines(script);
    }
    text = "RUN ";
    for (const QByteArray &part : parts)
        text += "--mount=type=bind,source=" + part + ",target=" + mountRoot + '/' + part + " \\\n    ";
    return text + asRunLines(script);
}

/// Debian policy 5.6.1, 5.6.7 and 5.6.12: what may stand in names, architectures and versions. A lock is a file from outside.
Result<QByteArray> packageWord(const RecipeInput &input, const lock::Artifact &deb)
{
    static const QRegularExpression name(u"^[a-z0-9][a-z0-9+.-]+\\z"_s);
    static const QRegularExpression version(u"^[A-Za-z0-9.+:~-]+\\z"_s);
    static const QRegularExpression architecture(u"^[a-z0-9-]*\\z"_s);
    if (!name.match(deb.name).hasMatch() || !version.match(deb.version).hasMatch()
        || !architecture.match(deb.architecture).hasMatch())
        return fail(ErrorCode::Invalid, coreTr("The lock names a Debian package that cannot be: “%1=%2”.").arg(deb.name, deb.version),
                    coreTr("Lock the preset again."));
    const bool foreign = !deb.architecture.isEmpty() && deb.architecture != "all"_L1
        && deb.architecture != input.lock.architecture;
    return (deb.name + (foreign ? u':' + deb.architecture : QString()) + u'=' + deb.version).toLatin1();
}

Result<QByteArray> debStep(const RecipeInput &input, lock::Stage stage)
{
    const QList<lock::Artifact> debs = debsOf(input, stage);
    if (debs.isEmpty())
        return QByteArray();
    QList<QByteArray> words;
    for (const lock::Artifact &deb : debs) {
        DOSIRAK_TRY(word, packageWord(input, deb));
        words << word;
    }
    DOSIRAK_TRY(text, recipeTemplate(u"install-debs.sh.in"_s));
    DOSIRAK_TRY(script, fillTemplate(text, {{"DEBS", QByteArray(mountRoot) + "/debs"}, {"PACKAGES", words.join('\n')}}));
    return stepWith(input, {"debs"}, script);
}

Result<QByteArray> wheelStep(const RecipeInput &input)
{
    const QString python = input.lock.pythonVersion.isEmpty() ? input.preset.python.version : input.lock.pythonVersion;
    static const QRegularExpression version(u"^3\\.[0-9]{1,2}"_s);
    const QRegularExpressionMatch match = version.match(python);
    if (!match.hasMatch())
        return failAt(ErrorCode::Invalid, {{}, 0, 0, u"/python/version"_s},
                      coreTr("The preset has wheels and no Python version to install them for."),
                      coreTr("Set python.version, for example to 3.11."));
    DOSIRAK_TRY(text, recipeTemplate(u"install-wheels.sh.in"_s));
    const QByteArray root = mountRoot;
    DOSIRAK_TRY(script, fillTemplate(text, {{"PYTHON", "python" + match.captured().toLatin1()}, {"VENV", venv},
                                            {"WHEELS", root + "/wheels"}, {"REQUIREMENTS", root + "/requirements.txt"}}));
    return stepWith(input, {"wheels", "requirements.txt"}, script);
}

// ---- Python source archives -------------------------------------------------------------------------------------------

/// Those that build others come before them: what an archive needs, to be built or to run, is named in its needs.
QList<lock::Artifact> sdistsInOrder(const lock::LockFile &lock)
{
    QList<lock::Artifact> waiting;
    for (const lock::Artifact &artifact : lock.of(lock::ArtifactKind::Source))
        if (artifact.sdist)
            waiting << artifact;
    QList<lock::Artifact> ordered;
    while (!waiting.isEmpty()) {
        const auto isFree = [&](const lock::Artifact &one) {
            return std::none_of(waiting.begin(), waiting.end(), [&](const lock::Artifact &other) {
                return other.name != one.name && one.needs.contains(other.name);
            });
        };
        const auto next = std::find_if(waiting.begin(), waiting.end(), isFree);
        ordered << waiting.takeAt(next == waiting.end() ? 0 : next - waiting.begin()); // a circle is begun at its first
    }
    return ordered;
}

/// Made into wheels in the environment that holds what they are built with, each by itself: a later one may need an earlier.
Result<QByteArray> sdistStep(const RecipeInput &input)
{
    const QList<lock::Artifact> sdists = sdistsInOrder(input.lock);
    if (sdists.isEmpty())
        return QByteArray();
    QList<QByteArray> parts;
    QList<QByteArray> statements;
    DOSIRAK_TRY(text, recipeTemplate(u"build-sdist.sh.in"_s));
    if (!isLegacy(input)) // there they were copied for the wheels
        parts << "wheels";
    for (const lock::Artifact &sdist : sdists) {
        static const QRegularExpression file(u"^[A-Za-z0-9_.+~-]+\\z"_s);
        if (!file.match(sdist.fileName).hasMatch() || !isSha256(sdist.sha256.toLatin1()))
            return fail(ErrorCode::Invalid, coreTr("The lock names a source archive that cannot be: “%1”.").arg(sdist.fileName),
                        coreTr("Lock the preset again."));
        const QByteArray part = "sources/" + sdist.fileName.toLatin1();
        parts << part;
        DOSIRAK_TRY(statement, fillTemplate(text, {{"SHA256", sdist.sha256.toLatin1()}, {"VENV", venv},
                                                   {"ARCHIVE", QByteArray(mountRoot) + '/' + part},
                                                   {"WHEELS", QByteArray(mountRoot) + "/wheels"}}));
        statements << statement.trimmed();
    }
    DOSIRAK_TRY(begin, recipeTemplate(u"find-pip.sh.in"_s));
    DOSIRAK_TRY(script, fillTemplate(begin, {{"WHEELS", QByteArray(mountRoot) + "/wheels"}}));
    return stepWith(input, parts, script + statements.join('\n'));
}

// ---- source archives --------------------------------------------------------------------------------------------------

struct Unpacking {
    lock::Artifact artifact;
    QString folder;         ///< where in the image
    bool tensorrt = false;
};

Result<QList<Unpacking>> unpackings(const RecipeInput &input)
{
    QList<Unpacking> list;
    for (const lock::Artifact &artifact : input.lock.of(lock::ArtifactKind::Source)) {
        const auto wanted = std::find_if(input.preset.sources.begin(), input.preset.sources.end(),
                                         [&](const preset::SourceArchive &source) { return source.name == artifact.name; });
        // The lock adds TensorRT's own tar where the preset names none.
        const bool added = wanted == input.preset.sources.end() && input.preset.tensorrtSource == preset::TensorRtSource::Tar
            && artifact.name == "tensorrt"_L1;
        const QString unpackTo = added ? u"/opt/tensorrt"_s : wanted == input.preset.sources.end() ? QString() : wanted->unpackTo;
        if (unpackTo.isEmpty() || !artifact.stages.testFlag(lock::Stage::Runtime))
            continue;
        static const QRegularExpression folder(u"^(/[A-Za-z0-9_.+-]+)+/?\\z"_s);
        static const QRegularExpression file(u"^[A-Za-z0-9_.+~-]+\\z"_s);
        if (!folder.match(unpackTo).hasMatch() || unpackTo.contains("/.."_L1))
            return fail(ErrorCode::Invalid, coreTr("“%1” is no folder to unpack to.").arg(unpackTo),
                        coreTr("Give an absolute path of letters, digits and “_ . + -”."));
        if (!file.match(artifact.fileName).hasMatch())
            return fail(ErrorCode::Invalid, coreTr("The file name “%1” cannot stand in a recipe.").arg(artifact.fileName));
        if (!isSha256(artifact.sha256.toLatin1()))
            return fail(ErrorCode::Incomplete, coreTr("“%1” has no SHA-256 in the lock yet.").arg(artifact.fileName),
                        coreTr("Hand the file over with “dosirak inbox add FILE”, or drop it on the page Downloads."));
        list << Unpacking{artifact, unpackTo, artifact.name.startsWith("tensorrt"_L1, Qt::CaseInsensitive)};
    }
    return list;
}

QByteArray unpackCommand(const Unpacking &unpacking, const QByteArray &path)
{
    const QByteArray folder = unpacking.folder.toLatin1();
    if (unpacking.artifact.fileName.endsWith(".zip"_L1))
        return "python3 -m zipfile -e " + path + ' ' + folder;
    QByteArray command = "tar -xf " + path + " -C " + folder + " --no-same-owner";
    // The vendor's tar has one folder at its top, and much that only a developer needs.
    if (unpacking.tensorrt)
        command += " --strip-components=1 --exclude='*.a' --exclude='*/samples' --exclude='*/data' --exclude='*/doc' --exclude='*/python'";
    return command;
}

QByteArray sourceSteps(const RecipeInput &input, const QList<Unpacking> &list)
{
    QList<QByteArray> steps;
    for (const Unpacking &unpacking : list) {
        const QByteArray part = "sources/" + unpacking.artifact.fileName.toLatin1();
        const QByteArray path = QByteArray(mountRoot) + '/' + part;
        const QByteArray script = "set -eu;\necho '" + unpacking.artifact.sha256.toLatin1() + "  " + path
            + "' | sha256sum --check --quiet -;\nmkdir -p " + unpacking.folder.toLatin1() + ";\n" + unpackCommand(unpacking, path);
        steps << stepWith(input, {part}, script);
    }
    return steps.join('\n');
}

// ---- TensorRT, user, configuration ------------------------------------------------------------------------------------

QStringList tensorRtFolders(const RecipeInput &input, const QList<Unpacking> &list)
{
    if (!input.preset.tensorrt || !input.preset.tensorrt->enabled || !input.preset.tensorrt->requiredInRuntime)
        return {};
    switch (input.preset.tensorrtSource) {
    case preset::TensorRtSource::Debs:
        return {input.lock.architecture == "arm64"_L1 ? u"/usr/lib/aarch64-linux-gnu"_s : u"/usr/lib/x86_64-linux-gnu"_s};
    case preset::TensorRtSource::Tar:
        for (const Unpacking &unpacking : list)
            if (unpacking.tensorrt)
                return {unpacking.folder + (unpacking.folder.endsWith(u'/') ? u"lib"_s : u"/lib"_s)};
        return {};
    case preset::TensorRtSource::Wheels:
        return {QLatin1String(venv) + u"/lib/python"_s + input.lock.pythonVersion.section(u'.', 0, 1)
                + u"/site-packages/tensorrt_libs"_s};
    }
    return {};
}

struct User {
    QByteArray uid;         ///< what USER gets: "1000" or "1000:1000"
    QByteArray create;      ///< a statement that makes it where it is missing; empty for root
};

Result<User> userOf(const preset::Image &image)
{
    if (image.user == "root"_L1 || image.user == "0"_L1 || image.user == "0:0"_L1)
        return User{"0", {}};
    static const QRegularExpression number(u"^[0-9]{1,9}(:[0-9]{1,9})?\\z"_s);
    static const QRegularExpression name(u"^[a-z_][a-z0-9_-]{0,31}\\z"_s);
    if (image.user.isEmpty() || number.match(image.user).hasMatch()) {
        const QByteArray user = image.user.isEmpty() ? QByteArray::number(defaultUid) : image.user.toLatin1();
        const QByteArray uid = user.left(user.indexOf(':') < 0 ? user.size() : user.indexOf(':'));
        return User{user, "id " + uid + " >/dev/null 2>&1 || useradd --no-log-init --uid " + uid
                              + " --create-home --shell /bin/sh app;\n"};
    }
    if (!name.match(image.user).hasMatch())
        return failAt(ErrorCode::Invalid, {{}, 0, 0, u"/image/user"_s}, coreTr("“%1” is no user name or number.").arg(image.user),
                      coreTr("Give a number such as 1000, or a name of small letters and digits."));
    const QByteArray uid = QByteArray::number(defaultUid);
    const QByteArray word = image.user.toLatin1();
    return User{uid, "id " + word + " >/dev/null 2>&1 || useradd --no-log-init --uid " + uid + " --create-home --shell /bin/sh "
                         + word + ";\n[ \"$(id -u " + word + ")\" = " + uid + " ] || { echo 'E: the base image has a user "
                         + word + " with another number: name that number in the preset' >&2; exit 92; };\n"};
}

/// The last step that runs: what ties the parts together, and the mount points' removal.
Result<QByteArray> finishStep(const RecipeInput &input, const User &user, const QStringList &libraryFolders)
{
    QByteArray script = "set -eu;\n";
    if (!libraryFolders.isEmpty())
        script += "mkdir -p /etc/ld.so.conf.d;\nprintf '%s\\n' " + libraryFolders.join(u' ').toUtf8()
            + " > /etc/ld.so.conf.d/dosirak.conf;\nldconfig;\n";
    script += user.create;
    const QString folder = input.preset.image.workingFolder;
    if (!folder.isEmpty()) {
        if (!folder.startsWith(u'/') || folder.contains(u'\n'))
            return failAt(ErrorCode::Invalid, {{}, 0, 0, u"/image/working_folder"_s},
                          coreTr("The working folder “%1” is not an absolute path.").arg(folder));
        script += "mkdir -p " + shellWord(folder) + ";\nchown " + user.uid + ' ' + shellWord(folder) + ";\n";
    }
    script += "rm -rf " + QByteArray(mountRoot) + " /var/cache/ldconfig/aux-cache /etc/passwd- /etc/group- /etc/shadow- /etc/gshadow-";
    return "RUN " + asRunLines(script);
}

using Variables = QList<std::pair<QString, QByteArray>>; ///< name → word of a Dockerfile

void setVariable(Variables &variables, const QString &name, const QByteArray &word)
{
    const auto same = std::find_if(variables.begin(), variables.end(), [&](const auto &one) { return one.first == name; });
    if (same != variables.end())
        same->second = word;
    else
        variables.append({name, word});
}

bool isVariableName(const QString &name)
{
    static const QRegularExpression form(u"^[A-Za-z_][A-Za-z0-9_]*\\z"_s);
    return form.match(name).hasMatch();
}

/// An image that starts from nothing must say the base image's environment itself; PATH and the like are put together here,
/// in one instruction, because the legacy builder takes seconds for each.
Result<void> addRepeatedEnv(Variables &variables, const RecipeInput &input, const QStringList &libraryFolders)
{
    const image::ImageConfig &base = input.runtimeConfig;
    for (const QString &line : base.env) {
        const QString name = line.section(u'=', 0, 0);
        if (!isVariableName(name))
            continue; // such a variable cannot be set by a Dockerfile, nor by a shell
        DOSIRAK_TRY(word, dockerWord(line.section(u'=', 1), {}));
        setVariable(variables, name, word);
    }
    const QString path = base.variable(u"PATH"_s).isEmpty()
        ? u"/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"_s : base.variable(u"PATH"_s);
    DOSIRAK_TRY(pathWord, dockerWord(hasWheels(input) ? QLatin1String(venv) + u"/bin:"_s + path : path, {}));
    setVariable(variables, u"PATH"_s, pathWord);
    if (libraryFolders.isEmpty())
        return {};
    QStringList folders = libraryFolders;
    if (const QString before = base.variable(u"LD_LIBRARY_PATH"_s); !before.isEmpty())
        folders << before;
    DOSIRAK_TRY(word, dockerWord(folders.join(u':'), {}));
    setVariable(variables, u"LD_LIBRARY_PATH"_s, word);
    return {};
}

Result<QByteArray> envLines(const RecipeInput &input, const QStringList &libraryFolders)
{
    Variables variables;
    if (isLegacy(input)) {
        DOSIRAK_CHECK(addRepeatedEnv(variables, input, libraryFolders));
    } else {
        if (!libraryFolders.isEmpty()) // ":+" leaves no empty element, which would mean the current folder
            setVariable(variables, u"LD_LIBRARY_PATH"_s, libraryFolders.join(u':').toUtf8() + "${LD_LIBRARY_PATH:+:${LD_LIBRARY_PATH}}");
        if (hasWheels(input))
            setVariable(variables, u"PATH"_s, QByteArray(venv) + "/bin:${PATH}");
    }
    if (hasWheels(input))
        setVariable(variables, u"VIRTUAL_ENV"_s, venv);
    for (const auto &[name, value] : input.preset.image.env) {
        if (!isVariableName(name))
            return failAt(ErrorCode::Invalid, {{}, 0, 0, u"/image/env/"_s + name}, coreTr("“%1” is no name for a variable.").arg(name));
        DOSIRAK_TRY(word, dockerWord(value, u"/image/env/"_s + name));
        setVariable(variables, name, word);
    }
    QList<QByteArray> lines;
    for (const auto &[name, word] : std::as_const(variables))
        lines << name.toLatin1() + '=' + word;
    return lines.isEmpty() ? QByteArray() : "ENV " + lines.join(" \\\n    ") + '\n';
}

Result<QByteArray> labelLines(const RecipeInput &input)
{
    QList<std::pair<QString, QString>> labels{{u"org.opencontainers.image.title"_s, input.lock.presetName},
                                              {u"org.opencontainers.image.base.name"_s, input.preset.runtimeImage.reference},
                                              {u"dosirak.preset"_s, input.lock.presetName},
                                              {u"dosirak.lock.sha256"_s, QString::fromLatin1(input.lockSha256)}};
    if (!input.preset.description.isEmpty())
        labels.append({u"org.opencontainers.image.description"_s, input.preset.description.simplified()});
    if (input.created >= 0)
        labels.append({u"org.opencontainers.image.created"_s,
                       QDateTime::fromSecsSinceEpoch(input.created, Qt::UTC).toString(Qt::ISODate)});
    for (const auto &label : input.preset.image.labels) {
        const auto same = std::find_if(labels.begin(), labels.end(), [&](const auto &one) { return one.first == label.first; });
        if (same != labels.end() && !label.first.startsWith("dosirak."_L1))
            *same = label;
        else if (same == labels.end())
            labels.append(label);
    }
    QList<QByteArray> lines;
    for (const auto &[key, value] : labels) {
        const QString pointer = u"/image/labels/"_s + key;
        DOSIRAK_TRY(name, dockerWord(key, pointer));
        DOSIRAK_TRY(word, dockerWord(value, pointer));
        lines << name + '=' + word;
    }
    return "LABEL " + lines.join(" \\\n      ") + '\n';
}

Result<QByteArray> configLines(const RecipeInput &input, const User &user, const QStringList &libraryFolders)
{
    const preset::Image &image = input.preset.image;
    DOSIRAK_TRY(env, envLines(input, libraryFolders));
    DOSIRAK_TRY(labels, labelLines(input));
    QByteArray text = env + labels;
    if (!image.workingFolder.isEmpty()) {
        DOSIRAK_TRY(folder, dockerWord(image.workingFolder, u"/image/working_folder"_s));
        text += "WORKDIR " + folder + '\n';
    }
    if (!image.entrypoint.isEmpty())
        text += "ENTRYPOINT " + execForm(image.entrypoint) + '\n';
    else if (isLegacy(input) && !input.runtimeConfig.entrypoint.isEmpty())
        text += "ENTRYPOINT " + execForm(input.runtimeConfig.entrypoint) + '\n';
    const QStringList command = !image.command.isEmpty() ? image.command : hasWheels(input) ? QStringList{u"python3"_s}
                                                                                             : QStringList{u"/bin/sh"_s};
    return text + "CMD " + execForm(command) + "\nUSER " + user.uid;
}

// ---- the whole --------------------------------------------------------------------------------------------------------

QByteArray dockerignoreOf(const QStringList &context)
{
    QByteArray text = "# Only what the recipe reads: everything else of the folder stays here.\n*\n";
    for (const QString &path : context)
        text += '!' + path.toUtf8() + '\n';
    return text;
}

QStringList contextOf(const RecipeInput &input, const QList<Unpacking> &list)
{
    QStringList context;
    const bool wheels = hasWheels(input);
    if (!debsOf(input, lock::Stage::Runtime).isEmpty() || (wheels && !debsOf(input, lock::Stage::Builder).isEmpty()))
        context << u"debs"_s;
    if (wheels)
        context << u"requirements.txt"_s;
    for (const Unpacking &unpacking : list)
        context << unpacking.artifact.relativePath();
    for (const lock::Artifact &artifact : input.lock.of(lock::ArtifactKind::Source))
        if (artifact.sdist)
            context << artifact.relativePath();
    if (wheels)
        context << u"wheels"_s;
    return context;
}

Result<void> checkInput(const RecipeInput &input)
{
    if (input.preset.runtimeImage.reference.isEmpty())
        return failAt(ErrorCode::Invalid, {{}, 0, 0, u"/base_images/runtime"_s}, coreTr("The preset names no runtime base image."),
                      coreTr("Set base_images.runtime.reference."));
    DOSIRAK_CHECK(checkReference(input.preset.runtimeImage.reference));
    if (!input.preset.builderImage.reference.isEmpty())
        DOSIRAK_CHECK(checkReference(input.preset.builderImage.reference));
    static const QRegularExpression name(u"^[A-Za-z0-9._+-]+\\z"_s);
    if (!name.match(input.lock.presetName).hasMatch())
        return fail(ErrorCode::Invalid, coreTr("“%1” is no preset-name.").arg(input.lock.presetName));
    if (!isSha256(input.lockSha256))
        return fail(ErrorCode::Internal, coreTr("A recipe was asked for without its lock's SHA-256."));
    return {};
}

} // namespace

Result<Recipe> renderRecipe(const RecipeInput &input)
{
    DOSIRAK_CHECK(checkInput(input));
    DOSIRAK_TRY(list, unpackings(input));
    DOSIRAK_TRY(user, userOf(input.preset.image));
    Recipe recipe;
    recipe.form = input.form;
    recipe.tag = input.preset.image.tag.isEmpty() ? defaultTag(input.lock.presetName) : input.preset.image.tag;
    DOSIRAK_CHECK(checkReference(recipe.tag));
    recipe.libraryFolders = tensorRtFolders(input, list);
    recipe.context = contextOf(input, list);
    recipe.dockerignore = dockerignoreOf(recipe.context);

    const QString runtimeBase = input.preset.runtimeImage.reference;
    const QString builderBase = input.preset.builderImage.reference.isEmpty() ? runtimeBase : input.preset.builderImage.reference;
    QMap<QByteArray, QByteArray> values{{"PRESET", input.lock.presetName.toUtf8()}, {"LOCK", input.lockSha256},
                                        {"TAG", recipe.tag.toUtf8()}, {"RUNTIME_BASE", runtimeBase.toUtf8()},
                                        {"BUILDER_FROM", {}}, {"BUILDER_DEBS", {}}, {"BUILDER_WHEELS", {}}, {"COPY_VENV", {}}, {"RUNTIME_USER", {}}};
    recipe.baseImages = {runtimeBase};
    if (hasWheels(input)) {
        DOSIRAK_TRY(debs, debStep(input, lock::Stage::Builder));
        DOSIRAK_TRY(wheels, wheelStep(input));
        DOSIRAK_TRY(sdists, sdistStep(input));
        values["BUILDER_FROM"] = "FROM " + builderBase.toUtf8() + " AS builder";
        values["BUILDER_DEBS"] = debs;
        values["BUILDER_WHEELS"] = sdists.isEmpty() ? wheels : wheels + '\n' + sdists;
        values["COPY_VENV"] = QByteArray("COPY --from=builder ") + venv + ' ' + venv;
        if (!recipe.baseImages.contains(builderBase))
            recipe.baseImages.prepend(builderBase);
    } else if (!debsOf(input, lock::Stage::Builder).isEmpty()) {
        recipe.warnings << coreTr("The preset has builder packages and no wheels: there is no builder stage, and they are not used.");
    }
    if (const QString &user = input.runtimeConfig.user; !user.isEmpty() && user != "0"_L1 && user != "root"_L1)
        values["RUNTIME_USER"] = "USER 0";
    DOSIRAK_TRY(runtimeDebs, debStep(input, lock::Stage::Runtime));
    values["RUNTIME_DEBS"] = runtimeDebs;
    values["RUNTIME_SOURCES"] = sourceSteps(input, list);
    DOSIRAK_TRY(finish, finishStep(input, user, recipe.libraryFolders));
    values["FINISH"] = finish;
    DOSIRAK_TRY(config, configLines(input, user, recipe.libraryFolders));
    values["CONFIG"] = config;
    DOSIRAK_TRY(text, recipeTemplate(isLegacy(input) ? u"legacy.Dockerfile.in"_s : u"buildkit.Dockerfile.in"_s));
    DOSIRAK_TRY(filled, fillTemplate(text, values));
    recipe.dockerfile = filled;
    return recipe;
}

Result<void> writeRecipe(const Recipe &recipe, const QString &folder)
{
    DOSIRAK_CHECK(writeFileAtomically(folder + u"/Dockerfile"_s, recipe.dockerfile));
    return writeFileAtomically(folder + u"/Dockerfile.dockerignore"_s, recipe.dockerignore);
}

QString defaultTag(const QString &presetName)
{
    QString name = presetName.toLower();
    static const QRegularExpression bad(u"[^a-z0-9._-]+"_s);
    static const QRegularExpression runs(u"[._-]{2,}|^[._-]+|[._-]+\\z"_s);
    name.replace(bad, u"-"_s);
    for (QString before; before != name;) {
        before = name;
        name.replace(runs, u"-"_s);
        while (name.startsWith(u'-'))
            name.remove(0, 1);
        while (name.endsWith(u'-'))
            name.chop(1);
    }
    return u"localhost/dosirak/"_s + (name.isEmpty() ? u"image"_s : name) + u":latest"_s;
}

Result<void> checkReference(const QString &reference)
{
    static const QRegularExpression form(
        u"^(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::[0-9]{1,5})?/)?"          // registry
        "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*" // name
        "(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@sha256:[0-9a-f]{64})?\\z"_s);
    if (reference.size() > 400 || !form.match(reference).hasMatch())
        return fail(ErrorCode::Invalid, coreTr("“%1” is no image reference.").arg(reference.left(100)),
                    coreTr("Write it as registry/name:tag, in small letters, for example localhost/dosirak/demo:latest."));
    return {};
}

} // namespace dosirak::build

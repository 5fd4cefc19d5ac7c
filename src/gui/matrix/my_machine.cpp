// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/matrix/my_machine.h"

#include "base/files.h"
#include "base/process.h"
#include "base/version_pattern.h"
#include "gui/matrix/matrix_page.h"

#include <QLibrary>
#include <QRegularExpression>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostProcBytes = 64 * 1024;

Failure noDriver()
{
    return fail(ErrorCode::NotFound, MatrixPage::tr("No NVIDIA driver was found here."), MatrixPage::tr("Choose the GPU and the driver of the machine that the image is for."));
}

/// The few functions of NVML (nvml.h of NVIDIA's driver) that are needed, from the library of the driver that runs.
Result<Machine> askNvml()
{
    QLibrary library(u"libnvidia-ml.so.1"_s);
    library.setLoadHints(QLibrary::ResolveAllSymbolsHint);
    if (!library.load())
        return noDriver();
    using Device = void *;
    const auto init = reinterpret_cast<int (*)()>(library.resolve("nvmlInit_v2"));
    const auto shutdown = reinterpret_cast<int (*)()>(library.resolve("nvmlShutdown"));
    const auto driver = reinterpret_cast<int (*)(char *, unsigned)>(library.resolve("nvmlSystemGetDriverVersion"));
    const auto count = reinterpret_cast<int (*)(unsigned *)>(library.resolve("nvmlDeviceGetCount_v2"));
    const auto handle = reinterpret_cast<int (*)(unsigned, Device *)>(library.resolve("nvmlDeviceGetHandleByIndex_v2"));
    const auto name = reinterpret_cast<int (*)(Device, char *, unsigned)>(library.resolve("nvmlDeviceGetName"));
    const auto capability = reinterpret_cast<int (*)(Device, int *, int *)>(library.resolve("nvmlDeviceGetCudaComputeCapability"));
    if (!init || !shutdown || !driver || !count || !handle || !name || init() != 0)
        return noDriver();
    Machine machine;
    char text[128] = {};
    unsigned devices = 0;
    if (driver(text, sizeof text) == 0)
        machine.driver = QString::fromUtf8(text);
    if (count(&devices) == 0)
        machine.gpus = int(devices);
    Device first = nullptr;
    if (devices > 0 && handle(0, &first) == 0) {
        int major = 0;
        int minor = 0;
        if (name(first, text, sizeof text) == 0)
            machine.gpu = QString::fromUtf8(text);
        if (capability && capability(first, &major, &minor) == 0)
            machine.computeCapability = u"%1.%2"_s.arg(major).arg(minor);
    }
    shutdown();
    return machine.driver.isEmpty() ? Result<Machine>(noDriver()) : machine;
}

Result<Machine> askKernel()
{
    const auto text = readFile(u"/proc/driver/nvidia/version"_s, mostProcBytes);
    return text ? parseDriverVersion(*text) : Result<Machine>(noDriver());
}

QString plain(const QString &gpu)
{
    QString name = gpu.simplified();
    for (const QString &maker : {u"NVIDIA "_s, u"Tesla "_s}) {
        if (name.startsWith(maker, Qt::CaseInsensitive))
            name = name.sliced(maker.size());
    }
    return name;
}

} // namespace

Result<Machine> parseMachine(const QByteArray &csv)
{
    Machine machine;
    qsizetype name = 0;
    qsizetype driver = 1;
    qsizetype capability = 2;
    qsizetype columns = 3;
    for (const QByteArray &line : csv.split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        QList<QByteArray> cells = line.split(',');
        for (QByteArray &cell : cells)
            cell = cell.trimmed();
        if (machine.gpus == 0 && cells.contains("driver_version")) {
            name = cells.indexOf("name");
            driver = cells.indexOf("driver_version");
            capability = cells.indexOf("compute_cap");
            columns = cells.size();
            continue;
        }
        if (cells.size() != columns || name < 0)
            return fail(ErrorCode::Invalid, MatrixPage::tr("nvidia-smi answered in a form that Dosirak does not know."), {}, QString::fromUtf8(csv.left(2000)));
        if (machine.gpus++ > 0)
            continue;
        machine.gpu = QString::fromUtf8(cells.at(name));
        machine.driver = QString::fromUtf8(cells.at(driver));
        machine.computeCapability = capability < 0 ? QString() : QString::fromUtf8(cells.at(capability));
    }
    if (machine.gpus == 0)
        return fail(ErrorCode::NotFound, MatrixPage::tr("The NVIDIA driver here knows no GPU."));
    return machine;
}

Result<Machine> parseDriverVersion(const QByteArray &text)
{
    static const QRegularExpression form(u"^NVRM version:.*?\\s(\\d+\\.\\d+(?:\\.\\d+)?)\\s"_s);
    const auto match = form.match(QString::fromUtf8(text));
    if (!match.hasMatch())
        return fail(ErrorCode::Invalid, MatrixPage::tr("The NVIDIA driver here does not say its version."), {}, QString::fromUtf8(text.left(2000)));
    return Machine{{}, match.captured(1), {}, 0};
}

Result<Machine> readMachine(const std::stop_token &stop)
{
    ProcessRequest request;
    request.program = u"nvidia-smi"_s;
    request.arguments = {u"--query-gpu=name,driver_version,compute_cap"_s, u"--format=csv,noheader"_s};
    request.timeout = std::chrono::seconds(10);
    const auto outcome = runProcess(request, stop);
    if (outcome && outcome->exitCode == 0)
        return parseMachine(outcome->output);
    if (!outcome && outcome.error().code == ErrorCode::Cancelled)
        return tl::unexpected(outcome.error());
    for (const auto ask : {askNvml, askKernel}) {
        if (auto machine = ask())
            return machine;
    }
    if (!outcome && outcome.error().code == ErrorCode::MissingTool)
        return noDriver();
    if (!outcome)
        return tl::unexpected(outcome.error());
    return fail(ErrorCode::ToolFailed, MatrixPage::tr("nvidia-smi could not speak to the driver."), {}, QString::fromUtf8(outcome->errorOutput + outcome->output));
}

QString gpuInFacts(const QString &gpu, const QString &computeCapability, const compat::Facts &facts)
{
    const QString name = plain(gpu) + u' ';
    QString best;
    for (const compat::Gpu &row : facts.gpus) {
        // "H100 80GB HBM3" begins with "H100", and not with "H10".
        const QString known = plain(row.name);
        const bool same = name.startsWith(known + u' ', Qt::CaseInsensitive) || name.startsWith(known + u'-', Qt::CaseInsensitive);
        if (same && (computeCapability.isEmpty() || row.sm == computeCapability) && known.size() > plain(best).size())
            best = row.name;
    }
    for (const compat::Gpu &row : facts.gpus) {
        if (best.isEmpty() && !computeCapability.isEmpty() && row.sm == computeCapability)
            best = row.name;
    }
    return best;
}

} // namespace dosirak::gui

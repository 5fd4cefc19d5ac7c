// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/matrix/my_machine.h"

#include "base/process.h"

#include <QCoreApplication>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("dosirak::gui::Machine", text);
}

} // namespace

Result<Machine> parseMachine(const QByteArray &csv)
{
    Machine machine;
    for (const QByteArray &line : csv.split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const QList<QByteArray> cells = line.split(',');
        if (cells.size() != 3)
            return fail(ErrorCode::Invalid, tr("nvidia-smi answered in a form that Dosirak does not know."), {}, QString::fromUtf8(csv.left(2000)));
        if (machine.gpus++ > 0)
            continue;
        machine.gpu = QString::fromUtf8(cells.at(0).trimmed());
        machine.driver = QString::fromUtf8(cells.at(1).trimmed());
        machine.computeCapability = QString::fromUtf8(cells.at(2).trimmed());
    }
    if (machine.gpus == 0)
        return fail(ErrorCode::NotFound, tr("The NVIDIA driver here knows no GPU."));
    return machine;
}

Result<Machine> readMachine(const std::stop_token &stop)
{
    ProcessRequest request;
    request.program = u"nvidia-smi"_s;
    request.arguments = {u"--query-gpu=name,driver_version,compute_cap"_s, u"--format=csv,noheader"_s};
    request.timeout = std::chrono::seconds(10);
    const auto outcome = runProcess(request, stop);
    if (!outcome && outcome.error().code == ErrorCode::MissingTool)
        return fail(ErrorCode::NotFound, tr("No NVIDIA driver was found here."), tr("Type the GPU and the driver of the machine that the image is for."));
    if (!outcome)
        return tl::unexpected(outcome.error());
    if (outcome->exitCode != 0)
        return fail(ErrorCode::ToolFailed, tr("nvidia-smi could not speak to the driver."), {}, QString::fromUtf8(outcome->errorOutput + outcome->output));
    return parseMachine(outcome->output);
}

} // namespace dosirak::gui

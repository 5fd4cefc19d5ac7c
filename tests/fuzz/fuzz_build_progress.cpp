// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include "build/lint.h"
#include "build/progress_parser.h"

namespace dosirak::fuzz {

/// What a client prints may hold anything a step prints: every parser ends, and leaves no step running.
void fuzzOne(std::span<const std::uint8_t> bytes)
{
    const QByteArrayView view(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
    using build::Builder;
    for (const Builder builder : {Builder::Legacy, Builder::BuildKit, Builder::Buildx, Builder::Podman}) {
        build::BuildSteps steps;
        const auto parser = build::ProgressParser::create(builder, [&](const build::BuildEvent &event) {
            steps.apply(event);
            require(event.kind != build::BuildEvent::Kind::Log || steps.find(event.stepId) != nullptr, "a log line has a step");
        }, [] { return qint64(1); });
        parser->feedOutput(view);
        parser->feedError(view);
        parser->finish(build::BuildEnd::Failed);
        for (const build::BuildStep &step : steps.steps())
            require(step.state != build::StepState::Running, "nothing runs at the end");
        [[maybe_unused]] const auto path = steps.criticalPath();
    }
    [[maybe_unused]] const auto report = build::lintDockerfile(view.toByteArray());
}

} // namespace dosirak::fuzz

// SPDX-License-Identifier: GPL-3.0-or-later
#include "compat/rules.h"

#include "base/tr.h"

#include <algorithm>

namespace dosirak::compat {

using namespace Qt::StringLiterals;

namespace {

void torchPython(Findings &findings)
{
    const preset::Preset &preset = findings.preset();
    const TorchRelease *row = preset.pytorch ? findings.facts().torchRelease(preset.pytorch->version) : nullptr;
    const DottedVersion python(preset.python.version);
    if (!row || row->pythons.isEmpty() || !python.isValid() || row->pythons.contains(python.prefix(2)))
        return;
    const bool tooNew = std::all_of(row->pythons.begin(), row->pythons.end(), [&](const QString &text) { return DottedVersion(text) < python; });
    const char *id = tooNew ? "python-too-new" : "python-too-old";
    auto &finding = findings.add(id, Severity::Error, u"/python/version"_s,
                                 coreTr("PyTorch %1 has no wheels for Python %2; it has them for %3.").arg(row->version, python.text(), row->pythons.join(u", "_s)), {},
                                 row->sources + findings.pitfallSources(id));
    for (const TorchRelease &other : findings.facts().torch)
        if (other.pythons.contains(python.prefix(2))) {
            finding.why = coreTr("The first PyTorch for Python %1 is %2.").arg(python.prefix(2), other.version);
            break;
        }
}

void distributionPython(Findings &findings)
{
    const preset::Preset &preset = findings.preset();
    const System *system = findings.facts().system(preset.os.distribution, preset.os.release);
    if (!system || system->python.isEmpty() || preset.python.version.isEmpty() || DottedVersion(preset.python.version).prefix(2) == system->python)
        return;
    // Another Python is fine where a package of it is asked for.
    const QString package = u"python"_s + DottedVersion(preset.python.version).prefix(2);
    for (const QStringList *list : {&preset.debs.builder, &preset.debs.runtime})
        for (const QString &deb : *list)
            if (debName(deb).startsWith(package))
                return;
    auto &finding = findings.add("python-not-in-system", Severity::Error, u"/python/version"_s,
                                 coreTr("%1 %2 has Python %3, and no package brings Python %4.").arg(preset.os.distribution, preset.os.release, system->python, preset.python.version),
                                 {}, system->sources);
    finding.fixes.append(setFix(coreTr("Take Python %1").arg(system->python), u"/python/version"_s, toStd(system->python)));
}

void systemPip(Findings &findings)
{
    const preset::Preset &preset = findings.preset();
    const System *system = findings.facts().system(preset.os.distribution, preset.os.release);
    if (!system || !system->externallyManaged)
        return;
    const auto look = [&](const QStringList &lines, const QString &pointer) {
        for (qsizetype i = 0; i < lines.size(); ++i)
            if (lines.at(i).contains(u"pip install"_s) && !lines.at(i).contains(u"--break-system-packages"_s))
                findings.add("pep668", Severity::Error, u"%1/%2"_s.arg(pointer).arg(i),
                             coreTr("pip refuses to install into the system's Python on %1 %2.").arg(preset.os.distribution, preset.os.release),
                             coreTr("Let Dosirak install it: add it to the requirements."), system->sources + findings.pitfallSources("pep668"));
    };
    look(preset.image.entrypoint, u"/image/entrypoint"_s);
    look(preset.image.command, u"/image/command"_s);
    look(preset.image.smokeTest.commands, u"/image/smoke_test/commands"_s);
}

} // namespace

QList<Rule> pythonRules()
{
    return {torchPython, distributionPython, systemPip};
}

} // namespace dosirak::compat

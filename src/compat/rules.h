// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compat/check.h"

namespace dosirak::compat {

/// Collects what rules find; each rule is one function over the same input.
class Findings
{
public:
    explicit Findings(const CheckInput &input) : m_input(input) {}

    [[nodiscard]] const CheckInput &input() const { return m_input; }
    [[nodiscard]] const preset::Preset &preset() const { return m_input.preset; }
    [[nodiscard]] const Facts &facts() const { return m_input.facts; }

    Finding &add(const char *id, Severity severity, const QString &pointer, const QString &what, const QString &why = {},
                 const QStringList &sourceIds = {});
    [[nodiscard]] QList<Finding> take();

    /// Sources of a pitfall of the facts.
    [[nodiscard]] QStringList pitfallSources(const char *id) const;

private:
    const CheckInput &m_input;
    QList<Finding> m_list;
};

/// A fix that sets one value.
[[nodiscard]] Fix setFix(const QString &title, const QString &pointer, const Json &value);

/// Project name of a PEP 508 requirement, normalised (PEP 503); empty when it does not begin with one.
[[nodiscard]] QString requirementName(const QString &requirement);

/// "name=version" → name, without an architecture.
[[nodiscard]] QString debName(const QString &package);

using Rule = void (*)(Findings &);
[[nodiscard]] QList<Rule> structureRules();
[[nodiscard]] QList<Rule> cudaRules();
[[nodiscard]] QList<Rule> torchRules();
[[nodiscard]] QList<Rule> tensorRtRules();
[[nodiscard]] QList<Rule> pythonRules();
[[nodiscard]] QList<Rule> imageRules();
[[nodiscard]] QList<Rule> fileRules();

} // namespace dosirak::compat

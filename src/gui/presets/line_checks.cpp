// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/presets/line_checks.h"

#include "debian/deb_request.h"
#include "gui/presets/lines_edit.h"
#include "preset/preset_name.h"
#include "python/requirement.h"

#include <QRegularExpression>

namespace dosirak::gui {

using namespace Qt::StringLiterals;

namespace {

using Problem = std::optional<LineProblem>;

Problem unless(bool good, const QString &text)
{
    return good ? Problem() : LineProblem{text};
}

bool matches(const char *form, const QString &text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(form))).match(text).hasMatch();
}

constexpr const char *patternForm = "([0-9]+(\\.[0-9]+)*(\\.[x*])?|[x*])";
constexpr const char *nameForm = "[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?";

} // namespace

Problem requirementProblem(const QString &line)
{
    const auto parsed = python::Requirement::parse(toStd(line));
    return parsed ? Problem() : LineProblem{parsed.error().what, parsed.error().place.column};
}

Problem projectNameProblem(const QString &line)
{
    return unless(matches(nameForm, line), LinesEdit::tr("A name of letters, digits, “.”, “_” and “-” is expected here, without a version."));
}

Problem projectPrefixProblem(const QString &line)
{
    return unless(matches("[A-Za-z0-9][A-Za-z0-9._-]*\\*?", line), LinesEdit::tr("A name, or the beginning of names with “*” at its end, is expected here."));
}

Problem debProblem(const QString &line)
{
    const auto wish = debian::parseWish(toStd(line));
    return wish ? Problem() : LineProblem{wish.error().what};
}

std::optional<std::pair<QString, QString>> splitPair(const QString &line)
{
    const qsizetype sign = line.indexOf(u'=');
    const QString key = line.left(sign).trimmed();
    if (sign < 0 || key.isEmpty())
        return {};
    return std::pair(key, line.mid(sign + 1).trimmed());
}

Problem pairProblem(const QString &line)
{
    return unless(splitPair(line).has_value(), LinesEdit::tr("NAME=value is expected here."));
}

Problem versionPairProblem(const QString &line)
{
    const auto pair = splitPair(line);
    return unless(pair && matches(patternForm, pair->first) && matches(patternForm, pair->second), LinesEdit::tr("“TensorRT = CUDA” is expected here, such as “10.x = 12.x”."));
}

Problem versionProblem(const QString &text)
{
    return unless(text.isEmpty() || matches("[0-9]+(\\.[0-9]+)*", text), LinesEdit::tr("A version of numbers and dots is expected here, such as “11.8”."));
}

Problem versionOrAutoProblem(const QString &text)
{
    return unless(text.isEmpty() || matches("auto|[0-9]+(\\.[0-9]+)*", text), LinesEdit::tr("A version such as “8.6.1”, or “auto”, is expected here."));
}

Problem versionPatternProblem(const QString &text)
{
    return unless(matches(patternForm, text), LinesEdit::tr("A version or a pattern is expected here, such as “8.6.1” or “10.x”."));
}

Problem presetNameProblem(const QString &text)
{
    const auto name = preset::parsePresetName(text);
    return name ? Problem() : LineProblem{name.error().what};
}

Problem sizeProblem(const QString &text)
{
    return unless(text.isEmpty() || matches("[0-9]{1,15}|[0-9]{1,9} ?(KiB|MiB|GiB)", text), LinesEdit::tr("A size is expected here: bytes, or with a unit such as “3900MiB”."));
}

Problem wholeProblem(const QString &text)
{
    return unless(text.isEmpty() || matches("[0-9]{1,15}", text), LinesEdit::tr("A whole number is expected here."));
}

Problem sha256Problem(const QString &text)
{
    return unless(text.isEmpty() || matches("[0-9A-Fa-f]{64}", text), LinesEdit::tr("A SHA-256 has 64 hexadecimal digits; this has %1 characters.").arg(text.size()));
}

Problem absolutePathProblem(const QString &text)
{
    return unless(text.isEmpty() || text.startsWith(u'/'), LinesEdit::tr("An absolute path in the image is expected here."));
}

Problem moduleProblem(const QString &text)
{
    return unless(matches("[^\\W\\d]\\w*(\\.[^\\W\\d]\\w*)*", text), LinesEdit::tr("The name of a Python module is expected here, such as “torch.cuda”."));
}

LineCheck gpuCheck(const compat::Facts &facts)
{
    return [&facts](const QString &line) -> Problem {
        if (facts.gpu(line))
            return {};
        return LineProblem{LinesEdit::tr("The facts do not know a GPU “%1”, so nothing can be checked for it.").arg(line), 0, Mark::Warning};
    };
}

} // namespace dosirak::gui

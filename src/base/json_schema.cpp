// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json_schema.h"

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace dosirak {

using namespace Qt::StringLiterals;

namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;

/// valijson's path, "<root>[os][release]", as a JSON pointer. Keys of our documents hold no "][".
QString pointerOf(const std::vector<std::string> &context)
{
    QString pointer;
    for (const std::string &step : context) {
        if (step == "<root>")
            continue;
        const std::string key = step.size() > 1 && step.front() == '[' ? step.substr(1, step.size() - 2) : step;
        pointer += u'/' + fromStd(key).replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
    }
    return pointer;
}

} // namespace

struct JsonSchema::Private {
    nlohmann::json json;
    valijson::Schema compiled;
};

JsonSchema::JsonSchema(const QByteArray &text) : d(std::make_unique<Private>())
{
    d->json = nlohmann::json::parse(text.toStdString());
    valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(d->json), d->compiled);
}

JsonSchema::~JsonSchema() = default;

QList<SchemaProblem> JsonSchema::problems(const Json &document) const
{
    // valijson reads nlohmann::json; our documents keep their order.
    const auto plain = nlohmann::json::parse(document.dump());
    valijson::ValidationResults results;
    valijson::Validator validator;
    QList<SchemaProblem> problems;
    if (validator.validate(d->compiled, Adapter(plain), &results))
        return problems;
    valijson::ValidationResults::Error error;
    while (results.popError(error))
        problems.append({pointerOf(error.context), fromStd(error.description)});
    return problems;
}

} // namespace dosirak

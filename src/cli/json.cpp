#include "cli/json.hpp"

#include <algorithm>

#include "cli/failure.hpp"
#include "cli/label.hpp"
#include "cli/report.hpp"
#include "cli/schema.hpp"

namespace pdiff::cli {

namespace {

Json names(const Pool& pool, const std::vector<Expr>& symbols) {
    Json list = Json::array();
    for (const Expr x : symbols) list.push_back(pool.name(x));
    return list;
}

Json texts(const Pool& pool, const std::vector<Expr>& expressions) {
    Json list = Json::array();
    for (const Expr e : expressions) list.push_back(print(pool, e));
    return list;
}

// Those about variables of the expression.
Json assumptions(const Pool& pool, const Answer& a) {
    Json list = Json::array();
    for (const auto& [symbol, text] : pool.assumptions().facts())
        if (std::ranges::find(a.variables, symbol, [&](Expr x) { return pool.name(x); }) != a.variables.end())
            list.push_back(text);
    return list;
}

Json point_object(const Pool& pool, const Point& point) {
    Json object = Json::object();
    for (const Binding& binding : point.bindings)
        object[std::string(pool.name(binding.symbol))] = print(pool, binding.value);
    return object;
}

Json result_object(Pool& pool, const Task& task, const Answer& a, const Result& result) {
    Json object;
    object["label"] = label(pool, a, result, Format::plain);
    object["wrt"] = names(pool, result.sequence);
    object["plain"] = print(pool, result.value, {Format::plain, a.parsed.decimals, task.options.share});
    object["latex"] = print(pool, result.value, {Format::latex, a.parsed.decimals, false});
    if (!result.complete) object["form"] = {{"name", form_name(task.form)}, {"complete", false}};
    const Conditions where = result.where ? *result.where : Conditions();
    object["conditions"] = {{"smooth", texts(pool, where.smooth)}, {"domain", texts(pool, where.domain)}};
    return object;
}

}  // namespace

void append(std::string& to, const Json& object) { to += object.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json error_object(const Error& error) {
    Json object = {{"kind", kind_name(error.kind)}, {"message", error.message}};
    const auto* failure = dynamic_cast<const Failure*>(&error);
    if (error.span && !(failure && failure->text)) object["offset"] = error.span->begin;
    if (!error.hint.empty()) object["hint"] = error.hint;
    return object;
}

void append_json(std::string& to, Pool& pool, const Task& task, const Answer& a, const Point& point,
                 const std::vector<Value>& values, const std::vector<Remark>& notes, std::string_view input) {
    Json object;
    object["pdiff"] = schema_version;
    object["input"] = input;
    object["variables"] = names(pool, a.variables);
    if (const Json assumed = assumptions(pool, a); !assumed.empty()) object["assumptions"] = assumed;
    object["results"] = Json::array();
    for (std::size_t i = 0; i < a.results.size(); ++i) {
        Json result = result_object(pool, task, a, a.results[i]);
        if (i < values.size())
            result["at"] = {
                {"point", point_object(pool, point)}, {"value", values[i].text}, {"exact", values[i].exact}};
        object["results"].push_back(std::move(result));
    }
    object["notes"] = Json::array();
    for (const Remark& remark : notes) {
        Json note = {{"message", remark.message}};
        if (remark.span) note["begin"] = remark.span->begin, note["end"] = remark.span->end;
        object["notes"].push_back(std::move(note));
    }
    append(to, object);
}

void append_json_error(std::string& to, const Error& error, std::string_view input) {
    Json object;
    object["pdiff"] = schema_version;
    if (input.size() <= input_bytes) object["input"] = input;
    object["error"] = error_object(error);
    append(to, object);
}

}  // namespace pdiff::cli

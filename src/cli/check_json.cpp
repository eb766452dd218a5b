// Verdicts as JSON; docs/json.md has the schema.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/check_report.hpp"
#include "cli/failure.hpp"
#include "cli/json.hpp"

namespace pdiff::cli {

namespace {

struct MethodRow {
    Method method;
    std::string_view name;
};
constexpr MethodRow methods[] = {
    {Method::none, "none"},
    {Method::identical, "identical"},
    {Method::normal_form, "normal form"},
    {Method::sign_cells, "sign cells"},
    {Method::constants, "constants"},
    {Method::derivatives, "derivatives"},
    {Method::witness, "witness"},
    {Method::domain, "domain"},
};

struct DomainsRow {
    Domains relation;
    std::string_view name;
};
constexpr DomainsRow relations[] = {
    {Domains::unknown, "unknown"},           {Domains::same, "same"},     {Domains::left_larger, "left larger"},
    {Domains::right_larger, "right larger"}, {Domains::differ, "differ"},
};

class Writer {
public:
    Writer(Pool& pool, const Sides& sides, const Report& report) : pool_(pool), sides_(sides), report_(report) {}

    Json object() {
        const CheckedAnswer& checked = report_.checked;
        Json object;
        object["pdiff"] = schema_version;
        if (!report_.id.empty()) object["id"] = report_.id;
        object[sides_.first_key] = report_.first;
        object[sides_.right_key] = report_.second;
        object["verdict"] = verdict_name(checked.verdict);
        if (!checked.shape.empty()) object["shape"] = checked.shape;
        object["in_form"] = checked.in_form;
        object["entries"] = Json::array();
        for (std::size_t i = 0; i < checked.parts.size(); ++i) object["entries"].push_back(entry(i));
        object["read_as"] = renamings(checked.read_as);
        if (!checked.right_with.empty()) object["right_with"] = renamings(checked.right_with);
        if (checked.constant) object["constant"] = pool_.name(*checked.constant);
        object["mistakes"] = mistakes();
        object["notes"] = Json::array();
        for (const Note& note : checked.notes)
            object["notes"].push_back({{"message", note.message}, {"begin", note.span.begin}, {"end", note.span.end}});
        return object;
    }

private:
    std::string text(Expr e) const { return print(pool_, e); }

    Json point(const std::vector<Binding>& bindings) const {
        Json object = Json::object();
        for (const Binding& b : bindings) object[std::string(pool_.name(b.symbol))] = text(b.value);
        return object;
    }

    Json texts(const std::vector<Expr>& list) const {
        Json array = Json::array();
        for (const Expr e : list) array.push_back(text(e));
        return array;
    }

    Json renamings(const std::vector<Renaming>& list) const {
        Json object = Json::object();
        for (const Renaming& r : list) object[std::string(pool_.name(r.from))] = text(r.to);
        return object;
    }

    Json entry(std::size_t i) const {
        const AnswerPart& part = report_.checked.parts[i];
        const Judgement& j = part.judgement;
        Json object;
        if (!report_.names.empty()) object["label"] = report_.names[i];
        object["verdict"] = verdict_name(j.verdict);
        object["method"] = std::ranges::find(methods, j.method, &MethodRow::method)->name;
        object[sides_.left_key] = text(part.right);
        object[sides_.right_key] = text(part.answer);
        object["in_form"] = part.in_form;
        object["certificate"] = Json::array();
        for (const ProofStep& step : j.certificate)
            object["certificate"].push_back({{"rule", step.rule},
                                             {"from", text(step.from)},
                                             {"to", text(step.to)},
                                             {"conditions", texts(step.conditions)}});
        if (j.witness)
            object["witness"] = {{"point", point(j.witness->point)},
                                 {sides_.left_key, j.witness->left},
                                 {sides_.right_key, j.witness->right}};
        if (j.evidence.points > 0) object["evidence"] = {{"points", j.evidence.points}, {"digits", j.evidence.digits}};
        object["domain"] = domain(j);
        return object;
    }

    void add_alone(Json& object, std::string_view side, const std::vector<Binding>& at,
                   std::optional<Expr> where) const {
        const std::string key = "only_" + std::string(side);
        if (!at.empty()) object[key] = point(at);
        if (where) object[key + "_where"] = text(*where);
    }

    Json domain(const Judgement& j) const {
        Json object;
        object["relation"] = std::ranges::find(relations, j.domain.relation, &DomainsRow::relation)->name;
        object["both"] = texts(j.domain.both);
        add_alone(object, sides_.left_key, j.domain.only_left, j.domain.left_where);
        add_alone(object, sides_.right_key, j.domain.only_right, j.domain.right_where);
        if (j.never_defined) object["never_defined"] = true;
        return object;
    }

    // Each of the explanations, the likely ones first, is a list of mistakes that were made together.
    Json mistakes() const {
        Json explanations = Json::array();
        for (const Explanation& explanation : report_.diagnosis.explanations) {
            Json list = Json::array();
            for (const Mistake& m : explanation.mistakes) {
                Json mistake = {{"name", m.name},         {"topic", m.topic},         {"where", m.where},
                                {"found", text(m.found)}, {"should", text(m.should)}, {"everywhere", m.everywhere},
                                {"advice", m.advice}};
                if (!m.entry.empty()) mistake["entry"] = m.entry;
                list.push_back(std::move(mistake));
            }
            explanations.push_back(std::move(list));
        }
        return explanations;
    }

    Pool& pool_;
    const Sides& sides_;
    const Report& report_;
};

}  // namespace

void append_report_json(std::string& to, Workspace& workspace, const Sides& sides, const Report& report) {
    append(to, Writer(workspace.pool, sides, report).object());
}

void append_report_error(std::string& to, const Error& error, const Sides& sides, const Row& row) {
    Json object;
    object["pdiff"] = schema_version;
    if (!row.id.empty()) object["id"] = row.id;
    if (row.first.size() <= input_bytes) object[sides.first_key] = row.first;
    if (row.second.size() <= input_bytes) object[sides.right_key] = row.second;
    object["error"] = error_object(error);
    const auto* failure = dynamic_cast<const Failure*>(&error);
    if (error.span && failure && failure->text == row.second) object["error"]["offset"] = error.span->begin;
    if (error.span) object["error"]["in"] = failure && failure->text ? sides.right_key : sides.first_key;
    append(to, object);
}

}  // namespace pdiff::cli

#include "cli/steps_json.hpp"

#include <nlohmann/json.hpp>

#include "cli/label.hpp"
#include "cli/schema.hpp"
#include "explain/notation.hpp"
#include "explain/tree_size.hpp"

namespace pdiff::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_operations = 500'000;  // of the steps of one stage, as trees
constexpr std::string_view kinds[] = {"derivative", "conclusion", "other order"};

class Builder {
public:
    Builder(const Pool& pool, bool decimals)
        : pool_(pool),
          plain_(pool, {.format = Format::plain, .decimals = decimals}),
          latex_(pool, {.format = Format::latex, .decimals = decimals}),
          sizes_(pool) {}

    Json expression(Expr e, bool typed = false) {
        return {{"plain", plain_.math(e, typed)}, {"latex", latex_.math(e, typed)}};
    }

    Json names(const std::vector<Expr>& symbols) const {
        Json list = Json::array();
        for (const Expr s : symbols) list.push_back(pool_.name(s));
        return list;
    }

    Json stage(const Stage& s) {
        Json object = {{"kind", kinds[static_cast<std::size_t>(s.kind)]}, {"of", expression(s.of)}};
        if (s.variable != Expr{}) object["variable"] = pool_.name(s.variable);
        object[s.kind == StageKind::other_order ? "order" : "fixed"] = names(s.fixed);
        object["preparation"] = changes(s.preparation);
        object["steps"] = Json::array();
        if (writable(s))
            for (const Step& step : s.steps) object["steps"].push_back(step_object(step));
        else
            object["left_out"] = s.steps.size();
        object["changes"] = changes(s.changes);
        object["result"] = expression(s.result);
        if (!s.note.empty()) object["note"] = s.note;
        return object;
    }

private:
    bool writable(const Stage& s) {
        std::size_t all = 0;
        for (const Step& step : s.steps) all += sizes_(step.of) + sizes_(step.put) + sizes_(step.result);
        return all <= most_operations;
    }

    void add_law(Json& object, const LawText& law) {
        if (!law.empty()) object["law"] = {{"plain", plain_.law(law)}, {"latex", latex_.law(law)}};
    }

    Json changes(const std::vector<Change>& list) {
        Json array = Json::array();
        for (const Change& c : list) {
            Json object = {{"result", expression(c.result)}, {"reason", c.reason}};
            add_law(object, c.law);
            array.push_back(std::move(object));
        }
        return array;
    }

    Json step_object(const Step& step) {
        Json object = {{"of", expression(step.of)}, {"rule", step.rule}, {"chain", step.chain}};
        add_law(object, step.law);
        Json letters = Json::object();
        for (const Letter& l : step.letters) letters[std::string(pool_.name(l.letter))] = expression(l.value);
        object["letters"] = std::move(letters);
        object["parts"] = step.parts;
        if (step.where != truth_true) object["where"] = plain_.math(step.where);
        object["applied"] = expression(step.put);
        object["result"] = expression(step.result);
        return object;
    }

    const Pool& pool_;
    explain::Notation plain_, latex_;
    explain::TreeSize sizes_;
};

}  // namespace

std::string steps_json(const Pool& pool, const Answer& a, const std::vector<Explanation>& explanations,
                       std::string_view input) {
    Builder builder(pool, a.parsed.decimals);
    Json object = {{"pdiff", schema_version}, {"input", input}};
    object["function"] = builder.expression(a.parsed.typed, true);
    object["results"] = Json::array();
    for (std::size_t i = 0; i < explanations.size(); ++i) {
        Json result = {{"label", label(pool, a, a.results[i], Format::plain)},
                       {"wrt", builder.names(a.results[i].sequence)}};
        result["stages"] = Json::array();
        for (const Stage& s : explanations[i].stages) result["stages"].push_back(builder.stage(s));
        result["result"] = builder.expression(a.results[i].value);
        object["results"].push_back(std::move(result));
    }
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace pdiff::cli

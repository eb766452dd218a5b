#include "cli/solution.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "expr/scalars.hpp"
#include "pdiff/error.hpp"

namespace pdiff::cli {

namespace {

// One partial derivative that an operator is built of.
struct Part {
    Expr f;
    std::vector<Expr> sequence;
};

std::vector<Part> every_entry_by_all(const Pool& pool, Expr f, const std::vector<Expr>& by) {
    std::vector<Part> parts;
    for (const Expr entry : entries(pool, f))
        for (const Expr x : by) parts.push_back({entry, {x}});
    return parts;
}

std::vector<Part> every_pair(const Pool&, Expr f, const std::vector<Expr>& by) {
    std::vector<Part> parts;
    for (std::size_t i = 0; i < by.size(); ++i)
        for (std::size_t k = i; k < by.size(); ++k) parts.push_back({f, {by[i], by[k]}});
    return parts;
}

std::vector<Part> each_by_its_own(const Pool& pool, Expr f, const std::vector<Expr>& by) {
    std::vector<Part> parts;
    const std::vector<Expr> field = entries(pool, f);
    for (std::size_t i = 0; i < std::min(field.size(), by.size()); ++i) parts.push_back({field[i], {by[i]}});
    return parts;
}

std::vector<Part> each_by_the_others(const Pool& pool, Expr f, const std::vector<Expr>& by) {
    std::vector<Part> parts;
    const std::vector<Expr> field = entries(pool, f);
    for (std::size_t i = 0; i < field.size(); ++i)
        for (std::size_t k = 0; k < by.size(); ++k)
            if (i != k) parts.push_back({field[i], {by[k]}});
    return parts;
}

std::vector<Part> each_twice(const Pool& pool, Expr f, const std::vector<Expr>& by) {
    std::vector<Part> parts;
    for (const Expr entry : entries(pool, f))
        for (const Expr x : by) parts.push_back({entry, {x, x}});
    return parts;
}

struct OperatorExplained {
    std::optional<std::string> Options::*chosen;
    std::vector<Part> (*parts)(const Pool&, Expr, const std::vector<Expr>&);
    std::string_view words;
};

constexpr OperatorExplained operators[] = {
    {&Options::gradient, every_entry_by_all, "the gradient is the vector of all first partials"},
    {&Options::hessian, every_pair, "the Hessian is the matrix of all second partials"},
    {&Options::jacobian, every_entry_by_all, "the Jacobian has the first partials of an entry in each row"},
    {&Options::divergence, each_by_its_own, "the divergence is the sum of each entry's partial by its own variable"},
    {&Options::curl, each_by_the_others,
     "the curl has the differences of partials that belong to each pair of variables"},
    {&Options::laplacian, each_twice, "the Laplacian is the sum of the second partials"},
    {&Options::directional, every_entry_by_all, "the gradient times the direction"},
};

constexpr std::size_t most_derivatives = 200;  // each has its own solution

void check_count(std::size_t derivatives) {
    if (derivatives > most_derivatives)
        throw Error(ErrorKind::limit, fmt::format("{} derivatives are too many to explain at once", derivatives), {},
                    fmt::format("name at most {} with --wrt", most_derivatives));
}

Explanation of_operator(Pool& pool, const Task& task, const Answer& a, const Result& result) {
    const auto row = std::ranges::find_if(
        operators, [&](const OperatorExplained& o) { return (task.options.*o.chosen).has_value(); });
    Explanation all;
    const std::vector<Part> parts = row->parts(pool, a.parsed.value, result.sequence);
    check_count(parts.size());
    for (const Part& part : parts) {
        Explanation one = explain_partial(pool, part.f, part.sequence, task.form);
        std::ranges::move(one.stages, std::back_inserter(all.stages));
    }
    Stage together;
    together.kind = StageKind::conclusion;
    together.of = together.result = result.value;
    together.note = row->words;
    all.stages.push_back(std::move(together));
    return all;
}

}  // namespace

Explanation solution(Pool& pool, const Task& task, const Answer& a, const Result& result) {
    check_count(a.results.size());
    Explanation e;
    switch (result.kind) {
        case Result::Kind::partial:
            e = explain_partial(pool, a.parsed.value, result.sequence, task.form);
            break;
        case Result::Kind::total:
            e = explain_total(pool, a.parsed.value, result.sequence.front(), task.form);
            break;
        case Result::Kind::implicit:
            e = explain_implicit(pool, a.parsed.value, result.subject, result.sequence, task.form);
            break;
        default:
            e = of_operator(pool, task, a, result);
    }
    end_with(e, result.value);
    return e;
}

}  // namespace pdiff::cli

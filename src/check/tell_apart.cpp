#include "check/tell_apart.hpp"

#include <algorithm>

#include "pdiff/differentiate.hpp"
#include "pdiff/parse.hpp"

namespace pdiff {
namespace {

constexpr std::string_view further[] = {"sin(3*x^2)",    "cos(2*x^3)",    "(2*x^2 + 1)^3", "x^3*sin(2*x)",
                                        "x^4/(x^2 + 3)", "3*x^4 + y*x^2", "sqrt(x^3 + 5)", "x^2*exp(3*x)"};

// What two mistakes make of a function differs, at every place.
bool differ(Pool& pool, std::string_view text, const MistakeRow& a, const MistakeRow& b) {
    ParseOptions options;
    options.typed = true;
    const Parsed parsed = parse(pool, text, options);
    const Question question{
        .function = parsed.value, .typed = parsed.typed, .asked = Asked::derivative, .variables = {pool.symbol("x")}};
    const Expr right = differentiate(pool, parsed.value, question.variables[0]);
    const std::vector<Candidate> left = candidates_of(pool, question, right, a);
    if (left.empty()) return false;
    const std::vector<Candidate> other = candidates_of(pool, question, right, b);
    return !other.empty() && std::ranges::none_of(left, [&](const Candidate& x) {
        return std::ranges::any_of(other, [&](const Candidate& y) { return x.answer == y.answer; });
    });
}

}  // namespace

std::string tell_apart(const Candidate& a, const Candidate& b) {
    const MistakeRow &first = *a.drafts.front().row, &second = *b.drafts.front().row;
    if (a.drafts.size() != 1 || b.drafts.size() != 1 || &first == &second) return {};
    std::vector<std::string_view> texts(std::begin(further), std::end(further));
    for (const MistakeRow* row : {&first, &second})
        if (row->by == "x") texts.push_back(row->example);
    for (const std::string_view text : texts) {
        Pool pool;
        if (differ(pool, text, first, second)) return std::string(text);
    }
    return {};
}

}  // namespace pdiff

#include "check/example.hpp"

#include <fmt/format.h>

#include "check/mistake_text.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/operators.hpp"
#include "pdiff/parse.hpp"

namespace pdiff {
namespace {

struct Asking {
    std::string_view word;
    Asked asked;
    Expr (*right)(Pool& pool, Expr f, std::span<const Expr> variables);
};

constexpr Asking askings[] = {
    {"gradient ", Asked::gradient, gradient_vector},
    {"hessian ", Asked::hessian, hessian},
    {"jacobian ", Asked::jacobian, jacobian},
    {"implicit ", Asked::implicit,
     [](Pool& pool, Expr f, std::span<const Expr> v) { return implicit_derivative(pool, f, v[0], v.subspan(1)); }},
    {"", Asked::derivative, [](Pool& pool, Expr f, std::span<const Expr> v) { return differentiate(pool, f, v); }},
};

}  // namespace

AskedQuestion read_question(Pool& pool, std::string_view function, std::string_view by) {
    ParseOptions options;
    options.typed = true;
    const Parsed parsed = parse(pool, function, options);
    AskedQuestion asked{.question = {.function = parsed.value, .typed = parsed.typed, .variables = {}}};
    for (const Asking& row : askings) {
        if (!by.starts_with(row.word)) continue;
        for (const std::string_view v : pieces(by.substr(row.word.size()), ","))
            asked.question.variables.push_back(pool.symbol(v));
        asked.question.asked = row.asked;
        asked.right = row.right(pool, parsed.value, asked.question.variables);
        break;
    }
    return asked;
}

MistakeExample example_of(const MistakeRow& row) {
    Pool pool;
    const AskedQuestion asked = read_question(pool, row.example, row.by);
    MistakeExample example{.function = std::string(row.example), .answer = std::string(row.answer), .said = {}};
    if (row.by != "x") example.function += fmt::format(" by {}", row.by);
    Expr answer{};
    if (row.answer.empty()) {
        const std::vector<Candidate> made = candidates_of(pool, asked.question, asked.right, row);
        if (made.empty()) return example;
        answer = made.front().answer;
        example.answer = readable(pool, answer);
    } else {
        answer = parse_expr(pool, row.answer);
    }
    const Diagnosis diagnosis = diagnose(pool, asked.question, asked.right, answer);
    for (const Explanation& explanation : diagnosis.explanations) {
        if (explanation.mistakes.size() != 1 || explanation.mistakes[0].name != row.name) continue;
        Diagnosis one_only;
        one_only.explanations.push_back(explanation);
        example.said = describe(one_only).front();
        break;
    }
    return example;
}

}  // namespace pdiff

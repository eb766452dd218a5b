#include "check/task_mistakes.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "expr/scalars.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "pdiff/forms.hpp"
#include "pdiff/parse.hpp"
#include "rewrite/template.hpp"

namespace pdiff {
namespace {

constexpr std::string_view letter_texts[] = {
    "f",     "d",       "lower",    "higher", "first",   "second",   "pure",  "repeated",   "other",  "zeroed",
    "stray", "renamed", "integral", "added",  "swapped", "diagonal", "signs", "transposed", "upside", "plus"};
constexpr std::size_t letters_of_tasks = std::size(letter_texts);

// A letter may have several values: each is tried.
struct Letters {
    std::array<std::vector<Expr>, letters_of_tasks> values;

    std::vector<Expr>& operator[](std::string_view name) {
        return values[std::size_t(std::ranges::find(letter_texts, name) - letter_texts)];
    }
};

struct TaskRule {
    Template made;
    std::vector<std::size_t> letters;  // that occur
};

std::vector<TaskRule> read_rules() {
    ParseOptions options;
    for (const std::string_view letter : letter_texts) options.variables.emplace_back(letter);
    std::vector<TaskRule> rules;
    for (const MistakeRow& row : task_mistakes) {
        Pool pool;
        const Expr root = parse(pool, row.cases, options).value;
        std::vector<Expr> symbols;
        for (const std::string_view letter : letter_texts) symbols.push_back(pool.symbol(letter));
        TaskRule rule{Template(pool, root, symbols), {}};
        for (const Expr v : variables(pool, root))
            rule.letters.push_back(std::size_t(std::ranges::find(symbols, v) - symbols.begin()));
        rules.push_back(std::move(rule));
    }
    return rules;
}

bool contains(std::span<const Expr> all, Expr e) { return std::ranges::find(all, e) != all.end(); }

// Symbols and derivatives of unknown functions in the answer that nothing in the question explains.
std::vector<Expr> strays(const Pool& pool, Expr given, std::span<const Expr> known) {
    std::vector<Expr> found;
    for (const Expr e : reachable(pool, given)) {
        const bool derivative = pool.op(e) == Op::apply && pool.op(pool.args(e)[0]) == Op::derived_name;
        if (derivative || (pool.op(e) == Op::symbol && !contains(known, e))) found.push_back(e);
    }
    return found;
}

void derivative_letters(Pool& pool, const Question& question, Expr right, Expr given, Letters& letters) {
    const Expr f = question.function;
    const auto& by = question.variables;
    const std::vector<Expr> names = variables(pool, f);
    letters["f"] = {f};
    letters["higher"] = {differentiate(pool, right, by.back())};
    if (by.size() > 1) letters["lower"] = {differentiate(pool, f, std::span(by).first(by.size() - 1))};
    if (by.size() == 2 && by[0] == by[1]) letters["repeated"] = {differentiate(pool, f, by[0])};
    if (by.size() == 2 && by[0] != by[1]) {
        letters["first"] = {differentiate(pool, f, by[0])};
        letters["second"] = {differentiate(pool, f, by[1])};
        for (const Expr v : by) {
            const Expr twice[] = {v, v};
            letters["pure"].push_back(differentiate(pool, f, twice));
        }
    }
    if (pool.op(given) != Op::vector && match_form(pool, differentiate(pool, given, by), f))
        letters["integral"] = {given};
    for (const Expr v : names) {
        if (contains(by, v)) continue;
        if (by.size() == 1) letters["other"].push_back(differentiate(pool, f, v));
        try {
            letters["zeroed"].push_back(substitute(pool, right, {&v, 1}, {&zero, 1}));
        } catch (const Error&) {  // it has no value there
        }
    }
    letters["stray"] = strays(pool, given, names);
    for (const Expr s : letters["stray"])
        if (pool.op(s) == Op::symbol && !contains(variables(pool, given), by[0]))
            letters["renamed"].push_back(substitute(pool, right, {&by[0], 1}, {&s, 1}));
}

Expr vector_of(Pool& pool, std::span<const Expr> values) { return pool.make(Op::vector, values); }

void gradient_letters(Pool& pool, Expr right, Letters& letters) {
    std::vector<Expr> parts(pool.args(right).begin(), pool.args(right).end());
    letters["added"] = {sum(pool, parts)};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (std::size_t j = i + 1; j < parts.size(); ++j) {
            std::vector<Expr> swapped = parts;
            std::swap(swapped[i], swapped[j]);
            letters["swapped"].push_back(vector_of(pool, swapped));
        }
    }
    std::ranges::reverse(parts);
    letters["swapped"].push_back(vector_of(pool, parts));
}

void hessian_letters(Pool& pool, Expr right, Letters& letters) {
    const std::vector<Expr> rows(pool.args(right).begin(), pool.args(right).end());
    std::vector<Expr> diagonal, signs;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::vector<Expr> only(pool.args(rows[i]).begin(), pool.args(rows[i]).end()), negated = only;
        for (std::size_t j = 0; j < only.size(); ++j)
            if (i != j) only[j] = zero, negated[j] = negate(pool, negated[j]);
        diagonal.push_back(vector_of(pool, only));
        signs.push_back(vector_of(pool, negated));
    }
    letters["diagonal"] = {vector_of(pool, diagonal)};
    letters["signs"] = {vector_of(pool, signs)};
}

void jacobian_letters(Pool& pool, Expr right, Letters& letters) {
    const std::vector<Expr> rows(pool.args(right).begin(), pool.args(right).end());
    std::vector<Expr> columns;
    for (std::size_t j = 0; j < pool.args(rows[0]).size(); ++j) {
        std::vector<Expr> column;
        for (const Expr row : rows) column.push_back(pool.args(row)[j]);
        columns.push_back(vector_of(pool, column));
    }
    letters["transposed"] = {vector_of(pool, columns)};
}

// dy/dx = -F_x/F_y.
void implicit_letters(Pool& pool, const Question& question, Letters& letters) {
    const Expr f = left_of_zero(pool, question.function);
    const Expr by_y = differentiate(pool, f, question.variables[0]),
               by_x = differentiate(pool, f, question.variables[1]);
    if (by_x == zero || by_y == zero) return;
    letters["upside"] = {negate(pool, divide(pool, by_y, by_x))};
    letters["plus"] = {divide(pool, by_x, by_y)};
}

bool is_matrix(const Pool& pool, Expr f) {
    return pool.op(f) == Op::vector &&
           std::ranges::all_of(pool.args(f), [&](Expr row) { return pool.op(row) == Op::vector; });
}

Letters letters_for(Pool& pool, const Question& question, Expr right, Expr given) {
    Letters letters;
    if (question.asked == Asked::gradient && pool.op(right) != Op::vector) return letters;
    if ((question.asked == Asked::hessian || question.asked == Asked::jacobian) && !is_matrix(pool, right))
        return letters;
    switch (question.asked) {
        case Asked::derivative:
            letters["d"] = {right};
            derivative_letters(pool, question, right, given, letters);
            break;
        case Asked::gradient:
            gradient_letters(pool, right, letters);
            break;
        case Asked::hessian:
            hessian_letters(pool, right, letters);
            break;
        case Asked::jacobian:
            jacobian_letters(pool, right, letters);
            break;
        case Asked::implicit:
            if (question.variables.size() == 2) implicit_letters(pool, question, letters);
            break;
    }
    return letters;
}

}  // namespace

Expr left_of_zero(Pool& pool, Expr f) {
    return pool.op(f) == Op::equal ? subtract(pool, pool.args(f)[0], pool.args(f)[1]) : f;
}

std::vector<TaskMistake> task_mistakes_of(Pool& pool, const Question& question, Expr right, Expr given) {
    static const std::vector<TaskRule> rules = read_rules();
    Letters letters = letters_for(pool, question, right, given);
    std::vector<TaskMistake> found;
    for (std::size_t r = 0; r < rules.size(); ++r) {
        const TaskRule& rule = rules[r];
        if (rule.letters.empty() && question.asked != Asked::derivative) continue;
        // Every choice of values for its letters, counted through.
        std::size_t choices = 1;
        for (const std::size_t letter : rule.letters) choices *= letters.values[letter].size();
        for (std::size_t choice = 0; choice < choices; ++choice) {
            std::vector<Expr> values(letters_of_tasks, zero);
            std::size_t rest = choice;
            for (const std::size_t letter : rule.letters) {
                const auto& all = letters.values[letter];
                values[letter] = all[rest % all.size()];
                rest /= all.size();
            }
            try {
                found.push_back({&task_mistakes[r], rule.made.instantiate(pool, values)});
            } catch (const Error&) {  // 1/0
            }
        }
    }
    return found;
}

}  // namespace pdiff

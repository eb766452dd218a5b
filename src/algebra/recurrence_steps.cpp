#include "algebra/recurrence_steps.hpp"

#include <algorithm>

#include "algebra/recurrences.hpp"
#include "pdiff/parse.hpp"

namespace pdiff {
namespace {

using Step = RecurrenceStep;

constexpr std::string_view letters[] = {"u", "v", "n"};
struct Text {
    Pool pool;
    std::vector<Expr> symbols;

    Expr parsed(std::string_view text) {
        ParseOptions options;
        options.variables.assign(std::begin(letters), std::end(letters));
        return parse(pool, text, options).value;
    }
    Text() {
        for (const std::string_view l : letters) symbols.push_back(pool.symbol(l));
    }
    // The letters of a call's arguments, one of which is a letter and a number.
    void read_arguments(Expr from, Step& step) {
        step.function = pool.function(from);
        const std::vector<Expr> args(pool.args(from).begin(), pool.args(from).end());
        for (const Expr letter : symbols) {
            const auto has = [&](Expr a) { return variables(pool, a) == std::vector{letter}; };
            const auto found = std::ranges::find_if(args, has);
            step.arguments.push_back(found == args.end() ? no_argument
                                                         : static_cast<std::size_t>(found - args.begin()));
        }
        const auto is_sum = [&](Expr a) { return pool.op(a) == Op::sum; };
        step.shifted = static_cast<std::size_t>(std::ranges::find_if(args, is_sum) - args.begin());
    }
};

Step read(const Recurrence& r) {
    Text text;
    Pool& pool = text.pool;
    Step step;
    const Expr from = text.parsed(r.from);
    text.read_arguments(from, step);
    const Expr above = pool.args(from)[step.shifted], parameter = subtract(pool, above, one);
    const Expr here = with_argument(pool, from, step.shifted, parameter);
    const Expr before = with_argument(pool, from, step.shifted, subtract(pool, parameter, one));
    const Expr calls[] = {here, before}, names[] = {pool.symbol("here"), pool.symbol("before")};
    const Expr to = substitute(pool, text.parsed(r.to), calls, names);
    step.looks_back = std::ranges::binary_search(reachable(pool, to), names[1]);
    std::vector<Expr> all = text.symbols;
    all.insert(all.end(), std::begin(names), std::end(names));
    step.to = Template(pool, to, all);
    if (!r.start.empty()) step.start = pool.number(text.parsed(r.start));
    return step;
}

Step read(const Reflection& r) {
    Text text;
    Step step;
    text.read_arguments(text.parsed(r.from), step);
    step.to = Template(text.pool, text.parsed(r.to), text.symbols);
    return step;
}

template <class Row, std::size_t n>
std::vector<Step> read_all(const Row (&rows)[n]) {
    std::vector<Step> steps;
    for (const Row& r : rows) steps.push_back(read(r));
    return steps;
}

}  // namespace

const std::bitset<128>& recurrent_functions() {
    static const std::bitset<128> functions = [] {
        std::bitset<128> result;
        for (const Recurrence& r : recurrences)
            for (const Function f : functions_named(r.from.substr(0, r.from.find('('))))
                result.set(static_cast<std::size_t>(f));
        return result;
    }();
    return functions;
}

namespace {

const Step* step_of(const std::vector<Step>& steps, Function f) {
    const auto found = std::ranges::find(steps, f, &Step::function);
    return found == steps.end() ? nullptr : &*found;
}

}  // namespace

const RecurrenceStep* recurrence_of(Function f) {
    static const std::vector<Step> steps = read_all(recurrences);
    return step_of(steps, f);
}

const RecurrenceStep* reflection_of(Function f) {
    static const std::vector<Step> steps = read_all(reflections);
    return step_of(steps, f);
}

Expr with_argument(Pool& pool, Expr call, std::size_t place, Expr argument) {
    std::vector<Expr> args(pool.args(call).begin(), pool.args(call).end());
    args[place] = argument;
    return pdiff::call(pool, pool.function(call), args);
}

}  // namespace pdiff

#include "algebra/exact_values.hpp"

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "algebra/rational_values.hpp"
#include "expr/small_vector.hpp"
#include "pdiff/error.hpp"
#include "pdiff/parse.hpp"
#include "rewrite/template.hpp"

namespace pdiff {
namespace {

// ---- the `values` and `domain` columns of the function table, parsed on first use ----

struct ListedValues {
    std::once_flag once;
    std::vector<std::pair<Template, Template>> values;
    Template domain;
    bool has_domain = false;
};

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

void parse_values(ListedValues& entry, const FunctionRow& r) {
    Pool pool;
    for (std::string_view rest = r.values; !rest.empty();) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        const std::string_view one_value = rest.substr(0, end);
        const std::size_t colon = one_value.find(':');
        entry.values.emplace_back(Template(pool, parse_expr(pool, trimmed(one_value.substr(0, colon))), {}),
                                  Template(pool, parse_expr(pool, trimmed(one_value.substr(colon + 1))), {}));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (r.domain.empty() || arity(r.parameters).count != 1) return;
    ParseOptions options;
    options.variables = {std::string(r.parameters)};
    const Expr letter = pool.symbol(r.parameters);
    entry.domain = Template(pool, parse(pool, r.domain, options).value, {&letter, 1});
    entry.has_domain = true;
}

const ListedValues& listed(Function f) {
    static const auto table = std::make_unique<ListedValues[]>(function_rows().size());
    ListedValues& entry = table[static_cast<std::size_t>(f)];
    std::call_once(entry.once, [&] { parse_values(entry, row(f)); });
    return entry;
}

std::optional<Expr> listed_value(Pool& pool, Function f, Expr argument) {
    for (const auto& [at, value] : listed(f).values)
        if (at.instantiate(pool, {}) == argument) return value.instantiate(pool, {});
    return std::nullopt;
}

void check_domain(Pool& pool, Function f, Expr argument) {
    const ListedValues& entry = listed(f);
    if (!pool.is_number(argument) || !entry.has_domain) return;
    if (entry.domain.instantiate(pool, {&argument, 1}) == truth_false)
        throw Error(ErrorKind::undefined,
                    std::string(name(f)) + "(" + pool.number(argument).to_string() + ") is undefined");
}

// ---- multiples of pi ----

// How a circular function follows from the sine or tangent, whose values between 0 and pi/2 the table lists.
struct Circular {
    Function function, listed;
    bool cofunction;  // of pi/2 - u
    bool reciprocal;
};

constexpr Circular circular[] = {
    {Function::sin, Function::sin, false, false}, {Function::cos, Function::sin, true, false},
    {Function::csc, Function::sin, false, true},  {Function::sec, Function::sin, true, true},
    {Function::tan, Function::tan, false, false}, {Function::cot, Function::tan, true, false},
};

// q where the argument is q*pi.
std::optional<Number> multiple_of_pi(const Pool& pool, Expr e) {
    if (e == zero) return Number(0);
    if (e == pi) return Number(1);
    if (pool.op(e) != Op::product || pool.pairs(e).size() != 1 || pool.pairs(e)[0] != Pair{pi, one})
        return std::nullopt;
    return pool.number(pool.lead(e));
}

std::optional<Expr> circular_value(Pool& pool, Function f, Expr argument) {
    const auto c = std::ranges::find(circular, f, &Circular::function);
    if (c == std::end(circular)) return std::nullopt;
    auto q = multiple_of_pi(pool, argument);
    if (!q) return std::nullopt;
    const Number quarter = Number::fraction(1, 2);
    if (c->cofunction) *q = quarter - *q;
    // Into [0, 2) or [0, 1), then into [0, 1/2] by symmetry.
    const bool tangent = c->listed == Function::tan;
    *q = *q - (tangent ? q->floor() : (*q / 2).floor() * 2);
    bool minus = false;
    if (!tangent && *q >= 1) *q = *q - 1, minus = true;
    if (*q > quarter) *q = Number(1) - *q, minus ^= tangent;
    if (tangent && *q == quarter)
        throw Error(ErrorKind::undefined, std::string(name(f)) + " is undefined at this multiple of pi");
    auto value = listed_value(pool, c->listed, product(pool, {pool.number(*q), pi}));
    if (!value) return std::nullopt;
    if (c->reciprocal) {
        if (*value == zero)
            throw Error(ErrorKind::undefined, std::string(name(f)) + " is undefined at this multiple of pi");
        value = power(pool, *value, minus_one);
    }
    return minus ? negate(pool, *value) : *value;
}

// What a function of an angle becomes a quarter turn further, a half turn and three quarters.
struct Turns {
    Function function;
    struct {
        Function function;
        int sign;
    } after[4];
};
using enum Function;
constexpr Turns turns[] = {
    {sin, {{sin, 1}, {cos, 1}, {sin, -1}, {cos, -1}}}, {cos, {{cos, 1}, {sin, -1}, {cos, -1}, {sin, 1}}},
    {tan, {{tan, 1}, {cot, -1}, {tan, 1}, {cot, -1}}}, {cot, {{cot, 1}, {tan, -1}, {cot, 1}, {tan, -1}}},
    {sec, {{sec, 1}, {csc, -1}, {sec, -1}, {csc, 1}}}, {csc, {{csc, 1}, {sec, 1}, {csc, -1}, {sec, -1}}},
};

// w where the term is w*pi.
std::optional<Expr> factor_of_pi(Pool& pool, const Pair& term) {
    if (term.first == pi) return term.second;
    if (pool.op(term.first) != Op::product) return std::nullopt;
    SmallVector<Pair> rest;
    for (const Pair& p : pool.pairs(term.first))
        if (p != Pair{pi, one}) rest.push_back(p);
    if (rest.size() == pool.pairs(term.first).size()) return std::nullopt;
    return product_of_powers(pool, term.second, rest);
}

// sin(u + pi/2) is cos(u), and sin(u + n*pi) is (-1)^n*sin(u).
std::optional<MovedOut> turn_back(Pool& pool, Function f, Expr u) {
    const auto row = std::ranges::find(turns, f, &Turns::function);
    if (row == std::end(turns) || pool.op(u) != Op::sum) return std::nullopt;
    Number quarters;
    SmallVector<Expr> half_turns;
    SmallVector<Pair> rest;
    const std::size_t count = pool.pairs(u).size();
    for (std::size_t i = 0; i < count; ++i) {
        const Pair term = pool.pairs(u)[i];
        const auto w = factor_of_pi(pool, term);
        if (w && pool.is_number(*w) && (pool.number(*w) * 2).is_integer())
            quarters = pool.number(*w) * 2;
        else if (w && pool.range(*w).integer)
            half_turns.push_back(*w);
        else
            rest.push_back(term);
    }
    if (rest.size() == count) return std::nullopt;
    rest.push_back({pool.lead(u), one});
    const Number quarter = quarters - (quarters / 4).floor() * 4;
    const auto& after = row->after[quarter.to_int().value_or(0)];
    const bool alternates = f != tan && f != cot;
    const Expr sign = alternates ? power(pool, minus_one, sum(pool, half_turns)) : one;
    return MovedOut{after.sign < 0 ? negate(pool, sign) : sign,
                    call(pool, after.function, {sum_of_multiples(pool, rest)})};
}

// ---- signs ----

// Whether a minus stands in front: a negative number or factor, or a sum of negative terms.
bool is_negative(const Pool& pool, Expr e) {
    const auto negative = [&](Expr n) { return pool.number(n).sign() < 0; };
    switch (pool.op(e)) {
        case Op::number:
            return negative(e);
        case Op::product:
            return negative(pool.lead(e));
        case Op::sum:
            return pool.number(pool.lead(e)).sign() <= 0 &&
                   std::ranges::all_of(pool.pairs(e), [&](const Pair& p) { return negative(p.second); });
        default:
            return false;
    }
}

// Of cos(x - y) and cos(y - x), which are the same, one has a minus in front: that of the younger term stays.
bool starts_with_minus(const Pool& pool, Expr e) {
    return pool.op(e) == Op::sum && pool.number(pool.pairs(e)[0].second).sign() < 0;
}

// abs(c*u) is |c|*abs(u), sign(c*u) is sign(c)*sign(u).
std::optional<MovedOut> move_coefficient_out(Pool& pool, Function f, Expr u) {
    if ((f != Function::abs && f != Function::sign) || pool.op(u) != Op::product || pool.lead(u) == one)
        return std::nullopt;
    const Number c = pool.number(pool.lead(u));
    SmallVector<Pair> powers;
    for (const Pair& p : pool.pairs(u)) powers.push_back(p);
    const Number outside = f == Function::abs ? (c.sign() < 0 ? -c : c) : Number(c.sign());
    return MovedOut{pool.number(outside), call(pool, f, {product_of_powers(pool, one, powers)})};
}

// log(1/n) is -log(n).
std::optional<MovedOut> turn_over(Pool& pool, Function f, Expr u) {
    if ((f != Function::log && f != Function::log2 && f != Function::log10) || !pool.is_number(u)) return std::nullopt;
    const Number n = pool.number(u);
    if (n.is_integer() || !n.numerator().is_one()) return std::nullopt;
    return MovedOut{minus_one, call(pool, f, {pool.number(n.denominator())})};
}

}  // namespace

std::optional<Expr> exact_value(Pool& pool, Expr e) {
    const Function f = pool.function(e);
    const std::vector<Expr> args(pool.args(e).begin(), pool.args(e).end());
    if (std::ranges::all_of(args, [&](Expr a) { return pool.is_number(a); })) {
        std::vector<Number> numbers;
        for (const Expr a : args) numbers.push_back(pool.number(a));
        if (const auto value = rational_value(f, numbers, 1u << 16)) return pool.number(*value);
    }
    if (args.size() != 1) return std::nullopt;
    if (const auto value = circular_value(pool, f, args[0])) return value;
    if (const auto value = listed_value(pool, f, args[0])) return value;
    check_domain(pool, f, args[0]);
    return std::nullopt;
}

std::optional<MovedOut> move_out(Pool& pool, Expr e) {
    const Function f = pool.function(e);
    if (pool.args(e).size() != 1) return std::nullopt;
    const Expr u = pool.args(e)[0];
    if (const auto turned = turn_back(pool, f, u)) return turned;
    if (const auto moved = move_coefficient_out(pool, f, u)) return moved;
    if (const auto turned = turn_over(pool, f, u)) return turned;
    const Parity parity = row(f).parity;
    if (parity == Parity::none || !(is_negative(pool, u) || (parity == Parity::even && starts_with_minus(pool, u))))
        return std::nullopt;
    return MovedOut{parity == Parity::odd ? minus_one : one, call(pool, f, {negate(pool, u)})};
}

}  // namespace pdiff

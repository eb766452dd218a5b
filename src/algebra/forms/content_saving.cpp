#include "algebra/forms/content_saving.hpp"

#include <algorithm>
#include <vector>

namespace pdiff {

std::int64_t digits(const Number& n) {
    std::int64_t count = 1;
    const auto small = n.to_int();
    if (!small) return static_cast<std::int64_t>(n.to_string().size()) - (n.sign() < 0);
    for (std::int64_t rest = *small / 10; rest != 0; rest /= 10) ++count;
    return count;
}

namespace {

bool is_unit(const Number& n) { return n.is_one() || (-n).is_one(); }

// x^n with the `*` after it.
std::int64_t power_length(const Pool& pool, Expr name, const Number& n) {
    if (n.is_zero()) return 0;
    return static_cast<std::int64_t>(pool.name(name).size()) + 1 + (is_unit(n) ? 0 : 1 + digits(n));
}

// A product as it is printed, without the factors that stay: their number, and the length of those that change.
struct Front {
    Number number;
    std::int64_t above = 0, below = 0;                // factors on either side of the line
    std::int64_t above_length = 0, below_length = 0;  // of those that change, with a `*` each

    void add(std::int64_t length, int side) {
        (side > 0 ? above : below) += 1;
        (side > 0 ? above_length : below_length) += length;
    }
    bool is_fraction() const { return below > 0 || !number.is_integer(); }
    std::int64_t length() const {
        const Number p = number.numerator(), q = number.denominator();
        std::int64_t result = above == 0 ? digits(p) + 1 : above_length + (is_unit(p) ? 0 : digits(p) + 1);
        const std::int64_t parts = below + (q.is_one() ? 0 : 1);
        if (parts > 0) result += below_length + (q.is_one() ? 0 : digits(q) + 1) + (parts > 1 ? 2 : 0);
        return result;
    }
};

// By how much k*term gets shorter without the content.
void save_in_term(const Pool& pool, Expr term, const Number& k, const Content& content, Saving& saving) {
    Front before{.number = k}, after{.number = k / content.number};
    const auto look = [&](Expr base, Expr exponent) {
        if (!pool.is_number(exponent)) {  // stands above the line, and stays
            before.add(0, 1), after.add(0, 1);
            return;
        }
        const Number n = pool.number(exponent);
        const auto taken = std::ranges::find(content.powers.all(), base, &Pair::first);
        if (taken == content.powers.all().end()) {
            before.add(0, n.sign()), after.add(0, n.sign());
            return;
        }
        const Number rest = n - pool.number(taken->second);
        before.add(power_length(pool, base, n), 1);
        if (!rest.is_zero()) after.add(power_length(pool, base, rest), 1);
    };
    if (pool.op(term) == Op::product)
        for (const Pair& p : pool.pairs(term)) look(p.first, p.second);
    else if (pool.op(term) == Op::power)
        look(pool.args(term)[0], pool.args(term)[1]);
    else if (term != one)
        look(term, one);
    saving.characters += before.length() - after.length();
    saving.fraction_before |= before.is_fraction();
    saving.fraction_after |= after.is_fraction();
}

// A name that stands in front of the brackets.
struct Outside {
    Expr name;
    Number before, after;
};

}  // namespace

Saving saved_inside(const Pool& pool, Expr sum, const Content& content) {
    Saving saving;
    if (pool.lead(sum) != zero) save_in_term(pool, one, pool.number(pool.lead(sum)), content, saving);
    for (const Pair& t : pool.pairs(sum)) save_in_term(pool, t.first, pool.number(t.second), content, saving);
    return saving;
}

std::optional<std::int64_t> characters_saved(Pool& pool, Expr coefficient, std::span<const Pair> factors,
                                             std::span<const Content> contents, bool names) {
    Front before{.number = pool.number(coefficient)}, after = before;
    std::int64_t saved = 0;
    std::vector<Outside> outside;
    const auto at = [&](Expr name) -> Outside& {
        const auto found = std::ranges::find(outside, name, &Outside::name);
        return found != outside.end() ? *found : outside.emplace_back(Outside{name, 0, 0});
    };
    for (const Pair& p : factors) {
        if (pool.op(p.first) == Op::symbol) {
            if (!pool.is_number(p.second)) return std::nullopt;
            at(p.first) = {p.first, pool.number(p.second), pool.number(p.second)};
        } else {
            const int side = pool.is_number(p.second) ? pool.number(p.second).sign() : 1;
            before.add(0, side), after.add(0, side);
        }
    }
    for (std::size_t i = 0; i < factors.size(); ++i) {
        const Pair& p = factors[i];
        const Content& content = names ? contents[i] : contents[i].number_alone();
        if (content.is_one()) continue;
        if (std::ranges::any_of(content.powers.all(), [&](const Pair& q) {
                return pool.op(q.first) != Op::symbol || !pool.is_number(q.second);
            }))
            return std::nullopt;
        const Number n = pool.number(p.second);
        const Saving inside = saved_inside(pool, p.first, content);
        if (inside.fraction_before || inside.fraction_after) return std::nullopt;
        saved += inside.characters;
        after.number = after.number * pool.number(power(pool, pool.number(content.number), p.second));
        for (const Pair& q : content.powers.all()) at(q.first).after = at(q.first).after + pool.number(q.second) * n;
    }
    for (const Outside& o : outside) {
        if (!o.before.is_integer()) return std::nullopt;
        if (!o.before.is_zero()) before.add(power_length(pool, o.name, o.before), o.before.sign());
        if (!o.after.is_zero()) after.add(power_length(pool, o.name, o.after), o.after.sign());
    }
    return saved + before.length() - after.length();
}

}  // namespace pdiff

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pdiff/check.hpp"
#include "pdiff/error.hpp"
#include "pdiff/forms.hpp"
#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"
#include "support/random_expr.hpp"

using namespace pdiff;

namespace {

std::string shown(const Pool& pool, const Judgement& judgement) {
    if (!judgement.witness) return {};
    std::string text;
    for (const Binding& b : judgement.witness->point) text += print(pool, b.symbol) + "=" + print(pool, b.value) + " ";
    return text + judgement.witness->left + " | " + judgement.witness->right;
}

// A witness must stand on its own.
void check_witness(Pool& pool, Expr f, Expr g, const Judgement& judgement) {
    REQUIRE(judgement.witness);
    CHECK(compare(pool, f, g, judgement.witness->point).relation == Relation::different);
    CHECK(judgement.witness->left != judgement.witness->right);
}

}  // namespace

TEST_CASE("verdicts") {
    using enum Verdict;
    struct Row {
        std::string_view left, right;
        Verdict verdict;
    };
    constexpr Row rows[] = {
        {"2*x*y", "y*x*2", right},
        {"(x + 1)^2", "x^2 + 2*x + 1", right},
        {"tan(x/2)", "sin(x)/(1 + cos(x))", right},
        {"asinh(x)", "log(x + sqrt(x^2 + 1))", right},
        {"atan(1/2)", "pi/2 - atan(2)", right},
        {"sqrt(2*x*sqrt(x^2 + 1) + 2*x^2 + 1)", "sqrt(x^2 + 1) + x", right},
        {"sign(x)", "x/abs(x)", right},
        {"abs(x^2 - 4)", "abs(x - 2)*abs(x + 2)", right},
        {"(sqrt(2 + sqrt(2)) + sqrt(2 - sqrt(2)))/(2*sqrt(2))", "(cos(pi/8) + sin(pi/8))/sqrt(2)", right},
        {"4*atan(1/5) - atan(1/239)", "pi/4", right},
        {"cos(pi/7) - cos(2*pi/7) + cos(3*pi/7)", "1/2", right},
        {"sqrt(5 + 2*sqrt(6))", "sqrt(2) + sqrt(3)", right},
        {"log(x^2)", "2*log(x)", right},
        {"max(x, y, z)", "max(max(x, y), z)", right},
        {"max(x, y)", "(x + y + abs(x - y))/2", right},
        {"atan(x) + atan(1/x)", "sign(x)*pi/2", right},
        {"piecewise(x < 0, -x, x)", "abs(x)", right},
        {"acos(x)", "2*asin(sqrt((1 - x)/2))", right},
        {"asin(x)", "atan(x/sqrt(1 - x^2))", right},
        {"sqrt(1 + sin(x))", "abs(sin(x/2) + cos(x/2))", right},
        {"sqrt(1 - 1/x^2)", "sqrt(x - 1)*sqrt(x + 1)/x", right},
        {"exp(3*acoth(x))", "((x + 1)/(x - 1))^(3/2)", right},
        {"sqrt(sqrt(x) - 1)*sqrt(sqrt(x) + 1)", "sqrt(x - 1)", right},
        {"log(abs(sec(x) + tan(x)))", "-log(abs(sec(x) - tan(x)))", right},
        {"sin(x)*sin(y)", "(cos(x - y) - cos(x + y))/2", right},
        {"gamma(x + 1)", "x*gamma(x)", right},
        {"besselj(0, x) + besselj(2, x)", "2*besselj(1, x)/x", right},
        {"sqrt((x*gamma(x))^2)", "abs(gamma(x + 1))", right},
        {"gamma(x + 1)", "(x + 1)*gamma(x)", wrong},
        {"f(x) + f(y)", "f(y) + f(x)", right},
        {"f((x + 1)^2)", "f(x^2 + 2*x + 1)", right},
        {"sqrt(x^2)", "x", wrong},
        {"x - abs(x)", "0", wrong},
        {"2*atan(tan(x/2))", "x", wrong},
        {"86*x^85", "x^85", wrong},
        {"86*x^85", "86*x^85*1000000001/1000000000", wrong},
        {"atan(x) + atan(1/x)", "pi/2", wrong},
        {"exp(pi*sqrt(163))", "262537412640768744", wrong},
        {"atan(tan(x))", "x", wrong},
        {"x", "x + 10^-50", wrong},
        {"f(x)", "f(y)", wrong},
        {"f(x^2)", "2*f(x)", wrong},
        {"floor(x)", "x", wrong},
        // equal in every cell, but not where they meet
        {"piecewise(x < 0, 1, x = 0, 5, 1)", "1", wrong},
        {"piecewise(x < 0, 5, sqrt(x))", "sqrt(abs(x))", wrong},
        {"sqrt(x^2*(x - 1))", "sqrt(x^2*(x - 1)) + abs(x - 1) - x + 1", wrong},
        // where x is negative and n an odd integer they differ
        {"(x^2)^(n/2)", "x^n", undecided},
        // nowhere real
        {"log(-1 - x^2)", "log(-1 - x^2) + 1", undecided},
    };
    for (const Row& row : rows) {
        CAPTURE(row.left);
        CAPTURE(row.right);
        Pool pool;
        const Expr f = parse_expr(pool, row.left), g = parse_expr(pool, row.right);
        for (const bool swapped : {false, true}) {
            const Judgement judgement = swapped ? judge(pool, g, f) : judge(pool, f, g);
            CAPTURE(shown(pool, judgement));
            CHECK(judgement.verdict == row.verdict);
            CHECK((judgement.method == Method::none) == (row.verdict == undecided));
            CHECK(judgement.certificate.empty() == (row.verdict != right));
        }
    }
}

TEST_CASE("a witness stands on its own") {
    constexpr std::string_view rows[][2] = {
        {"sqrt(x^2)", "x"},
        {"log(x)*sqrt(a - b)", "log(x)*sqrt(a - b)*(1 + 10^-9)"},
        {"sqrt(a - 1000*x)/sqrt(x - 30)", "sqrt(a - 1000*x)/sqrt(x - 31)"},
        {"acosh(a*b)*sqrt(-a)", "acosh(a*b)*sqrt(-a) + x"},
        {"sqrt(x - 5)*sqrt(6 - x)", "sqrt(x - 5)"},
        {"asin(x - 100)", "-asin(x - 100)"},
    };
    for (const auto& [left, right] : rows) {
        CAPTURE(left);
        Pool pool;
        const Expr f = parse_expr(pool, left), g = parse_expr(pool, right);
        const Judgement judgement = judge(pool, f, g);
        CHECK(judgement.verdict == Verdict::wrong);
        check_witness(pool, f, g, judgement);
    }
}

TEST_CASE("points are where the function and the conditions want them") {
    Pool pool;
    const Expr f = parse_expr(pool, "1/x"), g = parse_expr(pool, "1/abs(x)");
    CHECK(judge(pool, f, g).verdict == Verdict::wrong);
    CHECK(judge(pool, f, g, {.within = {parse_expr(pool, "log(x)")}}).verdict == Verdict::right);
    CHECK(judge(pool, f, g, {.conditions = {parse_expr(pool, "x > 0")}}).verdict == Verdict::right);
    CHECK(judge(pool, f, g, {.conditions = {parse_expr(pool, "x < 0")}}).verdict == Verdict::wrong);
}

TEST_CASE("the function may be as typed") {
    Pool pool;
    ParseOptions options;
    options.typed = true;
    const Expr function = parse(pool, "piecewise(x <= 0, 0*x^2 - 0*x + 0, x^2)", options).typed;
    const Expr f = parse_expr(pool, "piecewise(x <= 0, 0, 2*x)"), g = parse_expr(pool, "x + abs(x)");
    CHECK(judge(pool, f, g, {.within = {function}}).verdict == Verdict::right);
}

TEST_CASE("domains") {
    using enum Domains;
    struct Row {
        std::string_view left, right;
        Domains relation;
        std::string_view both, left_where, right_where;  // `at` a point where the set is not known
    };
    constexpr Row rows[] = {
        {"log(x^2)", "2*log(x)", left_larger, "x > 0", "x < 0", ""},
        {"2*log(x)", "log(x^2)", right_larger, "x > 0", "", "x < 0"},
        {"(x + 1)^2", "x^2 + 2*x + 1", same, "", "", ""},
        {"asin(x) + acos(x)", "pi/2", right_larger, "x >= -1 and x <= 1", "", "x < -1 or x > 1"},
        {"sqrt(x^2*(x - 1))", "x*sqrt(x - 1)", left_larger, "x >= 1", "x = 0", ""},
        {"log(x - 1) - log(x + 1)", "log((x - 1)/(x + 1))", right_larger, "x > 1", "", "x < -1"},
        {"sqrt(x^2*(x - 1)*(3 - x))", "x*sqrt(x - 1)*sqrt(3 - x)", left_larger, "x >= 1 and x <= 3", "x = 0", ""},
        {"log((x - 1)^2*(x - 3)^2)", "2*log(x - 1) + 2*log(abs(x - 3))", left_larger, "x > 1 and x < 3 or x > 3",
         "x < 1", ""},
        {"log(x^2*(x - 1)^2)", "log(x^2*(x - 1)^2)*sqrt(x)/sqrt(x)", same, "x != 0 and x != 1", "", ""},
        // irrational ends, more variables, no polynomials: by the signs of factors
        {"log((x^2 - 2)^2)", "2*log(x^2 - 2)", left_larger, "x^2 - 2 > 0", "x^2 - 2 < 0", ""},
        {"2*log(sin(x))", "log(sin(x)^2)", right_larger, "sin(x) > 0", "", "sin(x) < 0"},
        {"sqrt(x)*sqrt(y)", "sqrt(x*y)", right_larger, "x >= 0 and y >= 0 and x*y >= 0", "",
         "x <= 0 and y < 0 or x < 0 and y <= 0"},
        {"log(x) + log(y)", "log(x*y)", right_larger, "x > 0 and y > 0", "", "x < 0 and y < 0"},
        {"log(x*y)", "log(-x) + log(-y)", left_larger, "x < 0 and y < 0", "x > 0 and y > 0", ""},
        {"tan(x/2)", "(1 - cos(x))/sin(x)", left_larger, "cos(x/2) != 0 and sin(x) != 0",
         "cos(x/2) != 0 and sin(x) = 0", ""},
        {"gamma(x)*log(x^2)", "2*gamma(x)*log(x)", left_larger, "x > 0", "at", ""},
        {"sqrt(x)^2*log(-y)/log(-y)", "x*sqrt(y)/sqrt(y)", same, "", "", ""},  // what cancels is gone
    };
    for (const Row& row : rows) {
        CAPTURE(row.left);
        Pool pool;
        const Expr f = parse_expr(pool, row.left), g = parse_expr(pool, row.right);
        const Judgement judgement = judge(pool, f, g);
        const DomainComparison& d = judgement.domain;
        CHECK(judgement.verdict == Verdict::right);
        CHECK(d.relation == row.relation);
        const bool differ = row.relation != same;
        CHECK((judge(pool, f, g, {.same_domain = true}).verdict == Verdict::wrong) == differ);
        std::string both;
        for (const Expr c : d.both) both += (both.empty() ? "" : " and ") + print(pool, c);
        CHECK(both == row.both);
        const auto where = [&](const std::vector<Binding>& point, std::optional<Expr> set) {
            return set ? print(pool, *set) : point.empty() ? "" : "at";
        };
        CHECK(where(d.only_left, d.left_where) == row.left_where);
        CHECK(where(d.only_right, d.right_where) == row.right_where);
        if (!d.only_left.empty()) {
            CHECK(compare(pool, f, g, d.only_left).relation == Relation::right_undefined);
            if (d.left_where) CHECK(holds_at(pool, *d.left_where, d.only_left) == true);
        }
    }
}

TEST_CASE("evidence is no proof") {
    struct Row {
        std::string_view left, right;
        std::size_t points, digits;
    };
    constexpr Row rows[] = {
        {"asinh(tan(x))", "log(sec(x) + tan(x))", 16, 300},
        // An enclosure of a special function is dearer.
        {"gamma(x)*gamma(x + 1/2)", "2^(1 - 2*x)*sqrt(pi)*gamma(2*x)", 16, 300},
        {"hyp2f1(1, 1, 2, x)", "-log(1 - x)/x", 8, 60},
    };
    for (const Row& row : rows) {
        CAPTURE(row.left);
        Pool pool;
        const Judgement judgement = judge(pool, parse_expr(pool, row.left), parse_expr(pool, row.right));
        CHECK(judgement.verdict == Verdict::undecided);
        CHECK(judgement.evidence.points >= row.points);
        CHECK(judgement.evidence.digits >= row.digits);
        CHECK(judge(pool, parse_expr(pool, row.left), parse_expr(pool, row.right), {.want_evidence = false})
                  .evidence.points == 0);
    }
}

TEST_CASE("random expressions in other forms are right and changed ones wrong") {
    constexpr std::uint32_t seed = 20261121;
    MESSAGE("seed " << seed);
    std::size_t proved = 0, refuted = 0;
    constexpr int count = 200;
    for (int i = 0; i < count; ++i) {
        Pool pool;
        const Expr f = test::RandomExpr(pool, seed + static_cast<std::uint64_t>(i))(12);
        CAPTURE(print(pool, f));
        for (const Form form : {Form::expanded, Form::factored}) {
            Expr other = f;
            try {
                other = in_form(pool, f, form);
            } catch (const Error&) {  // a constant in it has no value
                continue;
            }
            const Judgement judgement = judge(pool, f, other);
            CHECK(judgement.verdict != Verdict::wrong);
            proved += judgement.verdict == Verdict::right;
        }
        const Expr changed = sum(pool, {f, pool.number(Number::fraction(1, 1'000'000'000))});
        const Judgement judgement = judge(pool, f, changed);
        CHECK(judgement.verdict != Verdict::right);
        refuted += judgement.verdict == Verdict::wrong;
    }
    CHECK(proved > 2 * count * 95 / 100);
    CHECK(refuted > count * 80 / 100);
}

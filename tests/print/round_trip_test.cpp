// What is printed reads back as the same expression: random canonical expressions in plain and unicode.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "pdiff/error.hpp"
#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"

using namespace pdiff;

namespace {

class RandomExpressions {
public:
    RandomExpressions(Pool& pool, unsigned seed) : pool_(pool), random_(seed) {
        for (const char* name : {"x", "y", "z", "w_1", "x2", "theta", "rate"}) made_.push_back(pool.symbol(name));
        made_.push_back(pi);
        made_.push_back(euler);
    }

    Expr next() {
        while (true) {
            try {
                made_.push_back(build());
                if (made_.size() > 60) made_.resize(12);
                return made_.back();
            } catch (const Error&) {  // 1/0
            }
        }
    }

private:
    unsigned below(unsigned n) { return static_cast<unsigned>(random_() % n); }
    Expr any() { return made_[below(static_cast<unsigned>(made_.size()))]; }
    Expr number() {
        const auto n = static_cast<std::int64_t>(below(13)) - 6;
        return pool_.number(Number::fraction(n, below(3) == 0 ? 1 + below(6) : 1));
    }
    Expr operand() { return below(4) == 0 ? number() : any(); }

    Expr build() {
        static constexpr Function functions[] = {Function::sin,  Function::log, Function::abs,
                                                 Function::tanh, Function::erf, Function::cbrt};
        switch (below(9)) {
            case 0:
            case 1:
                return sum(pool_, {operand(), any(), operand()});
            case 2:
                return sum(pool_, {any(), product(pool_, {number(), any()})});
            case 3:
            case 4:
                return product(pool_, {number(), any(), operand()});
            case 5:
                return divide(pool_, operand(), any());
            case 6:
                return power(pool_, any(), number());
            case 7:
                return power(pool_, operand(), any());
            default:
                return call(pool_, functions[below(std::size(functions))], {any()});
        }
    }

    Pool& pool_;
    std::mt19937 random_;
    std::vector<Expr> made_;
};

}  // namespace

TEST_CASE("random expressions read back the same") {
    for (unsigned seed = 1; seed <= 300; ++seed) {
        Pool pool;
        RandomExpressions random(pool, seed);
        for (int i = 0; i < 40; ++i) {
            const Expr e = random.next();
            for (const PrintOptions& options : {PrintOptions{}, PrintOptions{.decimals = true},
                                                PrintOptions{.format = Format::unicode}, PrintOptions{.share = true}}) {
                const std::string text = print(pool, e, options);
                if (text.size() > 2000) continue;
                CAPTURE(seed);
                CAPTURE(text);
                Expr back{};
                CHECK_NOTHROW(back = parse_expr(pool, text));
                CHECK_MESSAGE(back == e, "read back as ", print(pool, back));
            }
        }
    }
}

TEST_CASE("a printer that remembers parts prints the same") {
    Printer printer;
    for (unsigned seed = 1; seed <= 100; ++seed) {
        Pool pool;
        RandomExpressions random(pool, seed);
        printer.remember_parts();
        std::vector<Expr> all;
        for (int i = 0; i < 40; ++i) all.push_back(random.next());
        all.push_back(
            sum(pool, {pool.symbol("pi"), pi, euler}));  // a symbol beside which the constants are written else
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = sum(pool, {all[i], product(pool, {pool.symbol("x"), all[(i * 7) % all.size()]})});
        for (const Expr e : all) {
            CAPTURE(seed);
            CHECK(printer.print(pool, e) == print(pool, e));
        }
    }
}

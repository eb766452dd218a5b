#include "check/step_laws.hpp"

#include <array>
#include <string_view>

#include "pdiff/differentiate.hpp"

namespace pdiff {
namespace {

using Kind = WrittenStep::Kind;

struct Row {
    Kind kind;
    std::string_view value;
};

constexpr Row rows[] = {
    {Kind::add, "u + v"},  {Kind::subtract, "u - v"}, {Kind::negate, "-u"}, {Kind::multiply, "u*v"},
    {Kind::divide, "u/v"}, {Kind::power, "u^v"},      {Kind::call, "f(u)"},
};

struct Laws {
    Pool pool;
    std::array<StepLaw, std::size_t(Kind::other) + 1> by_kind;

    Laws() {
        const Expr u = pool.symbol("u"), v = pool.symbol("v");
        for (const Row& row : rows) {
            const Expr value = read_formula(pool, row.value);
            by_kind[std::size_t(row.kind)] = {Formula(pool, value), Formula(pool, differentiate(pool, value, u)),
                                              Formula(pool, differentiate(pool, value, v))};
        }
    }
};

}  // namespace

const StepLaw& step_law(Kind kind) {
    static const Laws laws;
    return laws.by_kind[std::size_t(kind)];
}

}  // namespace pdiff

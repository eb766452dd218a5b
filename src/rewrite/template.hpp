// The right side of a rule: a small program that builds its expression for given letters.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff {

class Template {
public:
    Template() = default;
    // `root` of the pool that the rule was parsed into; letters[i] is what value i stands for.
    Template(const Pool& rules, Expr root, std::span<const Expr> letters);

    // The expression in canonical form; values[i] belongs to `pool`.
    Expr instantiate(Pool& pool, std::span<const Expr> values) const;

private:
    struct Step {
        Op op;
        Function function;
        std::int32_t letter = -1;
        std::uint32_t first = 0, count = 0;  // operands: indices of earlier steps, in operands_
        Number number;
        std::string name;
    };
    std::vector<Step> steps_;
    std::vector<std::uint32_t> operands_;
};

}  // namespace pdiff

// A table of rules, parsed and indexed: the first one that fits an expression is applied.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pdiff/expr.hpp"
#include "rewrite/pattern.hpp"
#include "rewrite/template.hpp"

namespace pdiff {

class RuleSet {
public:
    struct Row {
        std::string_view from, to, condition;
    };
    struct Applied {
        Expr result;
        std::size_t row;
    };

    explicit RuleSet(std::span<const Row> rows);

    std::optional<Applied> apply(Pool& pool, Expr f) const;

private:
    struct Rule {
        Pattern from;
        Template to;
        Template condition;
        bool conditional;
        std::size_t row;
    };
    std::optional<Applied> apply_first(Pool& pool, Expr f, std::span<const Rule> rules) const;

    std::vector<Rule> sums_, products_;     // and powers
    std::vector<std::vector<Rule>> calls_;  // by function
};

}  // namespace pdiff

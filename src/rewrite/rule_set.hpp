// A table of rules, indexed by what they begin with: the first one that fits an expression is applied.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "pdiff/expr.hpp"
#include "rewrite/pattern.hpp"
#include "rewrite/template.hpp"

namespace pdiff {

class RuleSet {
public:
    struct Row {
        std::string_view from, to, condition;  // literals
    };
    struct Applied {
        Expr result;
        std::size_t row;
    };

    // Reads of each row no more than which functions it names. A row is parsed when an expression has them.
    explicit RuleSet(std::span<const Row> rows);

    std::optional<Applied> apply(Pool& pool, Expr f) const;
    // Parses every row: for tests. Throws Error{internal}.
    void read_all() const;

private:
    struct Rule {
        Pattern from;
        Template to;
        Template condition;
        bool conditional;
    };
    struct Entry {
        Entry(const Row& r, std::size_t place, Op begins_with, std::uint64_t named)
            : text(r), row(place), op(begins_with), functions(named) {}
        Row text;
        std::size_t row;
        Op op;                    // sum, product (a power too) or call
        std::uint64_t functions;  // that `from` names outside of arguments, as in Shape::any
        mutable std::once_flag read;
        mutable std::unique_ptr<const Rule> rule;
    };
    struct Place {
        std::uint64_t functions;  // of the entry: most are passed over
        const Entry* entry;
    };
    using List = std::vector<Place>;
    static const Rule& rule(const Entry& entry);
    std::optional<Applied> apply_first(Pool& pool, Expr f, const List& list) const;

    std::deque<Entry> entries_;
    List sums_, products_;
    std::vector<List> calls_;  // by function
};

}  // namespace pdiff

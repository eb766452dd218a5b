// How long an expression is when it is written out: operations with repetition, at most a bound.
#pragma once

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff::explain {

class TreeSize {
public:
    explicit TreeSize(const Pool& pool) : pool_(pool) {}

    // Each operation is looked at once, however often it is asked for.
    std::size_t operator()(Expr root) {
        std::vector<Expr> open = {root};
        while (!open.empty()) {
            const Expr e = open.back();
            if (sizes_.contains(e)) {
                open.pop_back();
                continue;
            }
            std::size_t size = 1;
            const std::size_t before = open.size();
            for (const Expr a : pool_.args(e)) {
                const auto found = sizes_.find(a);
                if (found == sizes_.end())
                    open.push_back(a);
                else
                    size = std::min(bound, size + found->second);
            }
            if (open.size() > before) continue;
            sizes_[e] = size;
            open.pop_back();
        }
        return sizes_[root];
    }

private:
    static constexpr std::size_t bound = 1'000'000'000;
    const Pool& pool_;
    std::unordered_map<Expr, std::size_t> sizes_;
};

}  // namespace pdiff::explain

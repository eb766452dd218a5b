#include "expr/scalars.hpp"

namespace pdiff {

std::vector<Expr> scalars(const Pool& pool, Expr f) {
    std::vector<Expr> found, open{f};
    while (!open.empty()) {
        const Expr e = open.back();
        open.pop_back();
        const auto args = pool.args(e);
        if (pool.op(e) == Op::vector)
            open.insert(open.end(), args.rbegin(), args.rend());
        else
            found.push_back(e);
    }
    return found;
}

std::vector<Expr> entries(const Pool& pool, Expr f) {
    if (pool.op(f) != Op::vector) return {f};
    return {pool.args(f).begin(), pool.args(f).end()};
}

}  // namespace pdiff

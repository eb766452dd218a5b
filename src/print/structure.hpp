// A total order of all that one expression consists of, by structure alone.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "pdiff/expr.hpp"

namespace pdiff::printing {

inline int sign_of(std::strong_ordering o) { return o < 0 ? -1 : o > 0 ? 1 : 0; }

template <class T>
int three_way(const T& a, const T& b) {
    return a < b ? -1 : b < a ? 1 : 0;
}

// In natural order.
int compare_names(std::string_view a, std::string_view b);

// Numbers all reachable expressions once, from the leaves up, when the first comparison needs it; shared or deep
// expressions cost no more than others.
class Structure {
public:
    // For what `root` consists of; keeps the memory of earlier expressions.
    void start(const Pool& pool, Expr root);

    int compare(Expr a, Expr b);
    // Operands first.
    std::span<const Expr> reached();
    bool has_symbol(std::string_view name);

private:
    // By height, then operation, then the numbers of the operands.
    void number_all();
    void number_height(std::span<Expr> same_height);
    void write_key(Expr e);
    int compare_keys(Expr a, Expr b) const;

    const Pool* pool_ = nullptr;
    Expr root_{};
    bool numbered_ = false;
    std::uint32_t epoch_ = 0;
    std::vector<std::uint32_t> seen_;      // by index: the epoch in which it was reached
    std::vector<std::uint32_t> position_;  // by index
    std::vector<std::uint32_t> key_;       // by index: where its key begins in keys_
    std::vector<std::uint32_t> keys_;      // number of entries, entries
    std::vector<Expr> reached_;
    std::vector<Expr> pending_;
};

}  // namespace pdiff::printing

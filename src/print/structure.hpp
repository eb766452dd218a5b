// A total order of all that one expression consists of, by structure alone.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
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

// The order is by height, then operation, then the operands. Where heights and operations do not decide, all that is
// lower is numbered, once, from the leaves up; shared or deep expressions cost no more than others.
class Structure {
public:
    // For what `root` consists of; keeps the memory of earlier expressions.
    void start(const Pool& pool, Expr root);

    int compare(Expr a, Expr b);
    // Operands first.
    std::span<const Expr> reached();
    bool has_symbol(std::string_view name);

private:
    void measure(Expr top);
    std::uint32_t height_above(std::span<const Expr> args) const;
    void sort_by_height();
    void number(std::uint32_t height);
    void number_height(std::span<Expr> same_height);
    void write_key(Expr e);
    bool is_small(Expr e) const;
    int compare_small(Expr a, Expr b) const;
    int compare_heads(Expr a, Expr b) const;
    int compare_keys(Expr a, Expr b) const;

    const Pool* pool_ = nullptr;
    Expr root_{};
    std::uint32_t done_ = 0;            // two more for every root
    std::vector<std::uint32_t> seen_;   // by index: `done_`, or one less while its operands are measured
    std::uint32_t numbered_ = 0;        // heights below are numbered
    std::vector<std::uint32_t> begin_;  // by height: where those of that height begin in by_height_
    std::vector<Expr> by_height_;
    std::vector<std::uint32_t> height_;    // by index
    std::vector<std::uint32_t> position_;  // by index
    std::vector<std::uint32_t> key_;       // by index: where its key begins in keys_
    std::vector<std::uint32_t> keys_;      // positions of operands
    std::vector<Expr> reached_;
    std::vector<Expr> pending_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;  // of the key being written
};

}  // namespace pdiff::printing

#include "structure.hpp"

#include <algorithm>

#include "expr/small_vector.hpp"

namespace pdiff::printing {

int compare_names(std::string_view a, std::string_view b) {
    if (a == b) return 0;
    const char x = a[0], y = b[0];  // a name begins with no digit
    if (x != y) return static_cast<unsigned char>(x) < static_cast<unsigned char>(y) ? -1 : 1;
    return natural_less(a, b) ? -1 : 1;
}

void Structure::start(const Pool& pool, Expr root) {
    pool_ = &pool;
    root_ = root;
    numbered_ = 0;
    done_ += 2;
    if (done_ < 2) std::ranges::fill(seen_, 0), done_ = 2;
    if (seen_.size() < pool.size()) seen_.resize(pool.size()), height_.resize(pool.size());
    reached_.clear();
}

int Structure::compare(Expr a, Expr b) {
    measure(a), measure(b);
    if (const int c = three_way(height_[index(a)], height_[index(b)])) return c;
    if (const int c = compare_heads(a, b)) return c;
    if (numbered_ <= height_[index(a)] && is_small(a) && is_small(b)) return compare_small(a, b);
    number(height_[index(a)]);
    return three_way(position_[index(a)], position_[index(b)]);
}

// A polynomial with few terms, as brackets mostly are.
bool Structure::is_small(Expr e) const {
    constexpr std::uint32_t lowest = 3;
    constexpr std::size_t most_operands = 13;
    return height_[index(e)] <= lowest && pool_->args(e).size() <= most_operands;
}

// As the numbers say, without numbering what is lower; no deeper than is_small() allows.
int Structure::compare_small(Expr a, Expr b) const {
    if (a == b) return 0;
    if (const int c = three_way(height_[index(a)], height_[index(b)])) return c;
    if (const int c = compare_heads(a, b)) return c;
    const auto x = pool_->args(a), y = pool_->args(b);
    const Op op = pool_->op(a);
    if (op != Op::sum && op != Op::product) {
        for (std::size_t i = 0; i < x.size(); ++i)
            if (const int c = compare_small(x[i], y[i])) return c;
        return op == Op::call ? three_way(pool_->function(a), pool_->function(b)) : 0;
    }
    if (const int c = compare_small(x[0], y[0])) return c;
    const auto compare_pairs = [this](const Pair& p, const Pair& q) {
        const int c = compare_small(p.first, q.first);
        return c != 0 ? c : compare_small(p.second, q.second);
    };
    SmallVector<Pair> s, t;
    for (const auto& [from, to] : {std::pair{a, &s}, std::pair{b, &t}}) {
        to->assign(pool_->pairs(from));
        std::ranges::sort(to->all(), [&](const Pair& p, const Pair& q) { return compare_pairs(p, q) < 0; });
    }
    for (std::size_t i = 0; i < s.size(); ++i)
        if (const int c = compare_pairs(s[i], t[i])) return c;
    return 0;
}

bool Structure::has_symbol(std::string_view name) {
    return std::ranges::any_of(reached(), [&](Expr e) { return pool_->op(e) == Op::symbol && pool_->name(e) == name; });
}

std::span<const Expr> Structure::reached() {
    measure(root_);
    return reached_;
}

std::uint32_t Structure::height_above(std::span<const Expr> args) const {
    std::uint32_t height = 0;
    for (const Expr a : args) height = std::max(height, height_[index(a)] + 1);
    return height;
}

// Depth first over what has no height yet: in time linear in that, however large the pool is.
void Structure::measure(Expr top) {
    const std::uint32_t open = done_ - 1;
    for (pending_.assign(1, top); !pending_.empty();) {
        const Expr e = pending_.back();
        std::uint32_t& state = seen_[index(e)];
        if (state >= open) {
            pending_.pop_back();
            if (state == open) reached_.push_back(e), height_[index(e)] = height_above(pool_->args(e));
            state = done_;
            continue;
        }
        state = open;
        for (const Expr a : pool_->args(e))
            if (seen_[index(a)] < open) pending_.push_back(a);
    }
}

// The root alone has the greatest height.
void Structure::sort_by_height() {
    measure(root_);
    const std::uint32_t top = height_[index(root_)];
    begin_.assign(top + 3, 0);
    for (const Expr e : reached_) ++begin_[height_[index(e)] + 2];
    for (std::size_t h = 2; h < begin_.size(); ++h) begin_[h] += begin_[h - 1];
    by_height_.resize(reached_.size());
    for (const Expr e : reached_) by_height_[begin_[height_[index(e)] + 1]++] = e;
    position_.resize(std::max(position_.size(), pool_->size()));
    key_.resize(std::max(key_.size(), pool_->size()));
    keys_.clear();
}

// All up to this height.
void Structure::number(std::uint32_t height) {
    if (numbered_ == 0) sort_by_height();
    for (; numbered_ <= height; ++numbered_)
        number_height(std::span(by_height_).subspan(begin_[numbered_], begin_[numbered_ + 1] - begin_[numbered_]));
}

void Structure::number_height(std::span<Expr> same_height) {
    for (const Expr e : same_height) write_key(e);
    std::ranges::sort(same_height, [this](Expr a, Expr b) { return compare_keys(a, b) < 0; });
    std::uint32_t place = begin_[numbered_];
    for (std::size_t i = 0; i < same_height.size(); ++i) {
        // What differs only in the order of its operands is written alike.
        if (i > 0 && compare_keys(same_height[i - 1], same_height[i]) != 0)
            place = begin_[numbered_] + static_cast<std::uint32_t>(i);
        position_[index(same_height[i])] = place;
    }
}

void Structure::write_key(Expr e) {
    const auto args = pool_->args(e);
    const std::size_t begin = keys_.size();
    key_[index(e)] = static_cast<std::uint32_t>(begin);
    for (const Expr a : args) keys_.push_back(position_[index(a)]);
    const Op op = pool_->op(e);
    if ((op != Op::sum && op != Op::product) || args.size() < 5) return;
    pairs_.clear();
    for (std::size_t i = begin + 1; i + 1 < keys_.size(); i += 2) pairs_.emplace_back(keys_[i], keys_[i + 1]);
    std::ranges::sort(pairs_);
    std::size_t i = begin + 1;
    for (const auto& [first, second] : pairs_) keys_[i++] = first, keys_[i++] = second;
}

// What shows without the operands.
int Structure::compare_heads(Expr a, Expr b) const {
    const Op op = pool_->op(a);
    if (const int c = three_way(op, pool_->op(b))) return c;
    if (op == Op::number) return sign_of(pool_->number(a) <=> pool_->number(b));
    if (op == Op::symbol || op == Op::function_name) return compare_names(pool_->name(a), pool_->name(b));
    if (op == Op::call)
        if (const int c = compare_names(name(pool_->function(a)), name(pool_->function(b)))) return c;
    return three_way(pool_->args(a).size(), pool_->args(b).size());
}

int Structure::compare_keys(Expr a, Expr b) const {
    if (a == b) return 0;
    if (const int c = compare_heads(a, b)) return c;
    const std::uint32_t* x = keys_.data() + key_[index(a)];
    const std::uint32_t* y = keys_.data() + key_[index(b)];
    for (std::size_t i = 0; i < pool_->args(a).size(); ++i)
        if (x[i] != y[i]) return x[i] < y[i] ? -1 : 1;
    // Two functions may share a name.
    return pool_->op(a) == Op::call ? three_way(pool_->function(a), pool_->function(b)) : 0;
}

}  // namespace pdiff::printing

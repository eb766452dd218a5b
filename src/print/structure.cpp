#include "structure.hpp"

#include <algorithm>

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
    numbered_ = false;
    reached_.clear();
}

int Structure::compare(Expr a, Expr b) {
    if (!numbered_) number_all();
    return three_way(position_[index(a)], position_[index(b)]);
}

bool Structure::has_symbol(std::string_view name) {
    return std::ranges::any_of(reached(), [&](Expr e) { return pool_->op(e) == Op::symbol && pool_->name(e) == name; });
}

// In time linear in what is reached, however large the pool is.
std::span<const Expr> Structure::reached() {
    if (!reached_.empty()) return reached_;
    if (seen_.size() < pool_->size()) seen_.resize(pool_->size());
    if (++epoch_ == 0) std::ranges::fill(seen_, 0), epoch_ = 1;
    pending_.assign(1, root_);
    seen_[index(root_)] = epoch_;
    while (!pending_.empty()) {
        const Expr e = pending_.back();
        pending_.pop_back();
        reached_.push_back(e);
        for (const Expr a : pool_->args(e))
            if (seen_[index(a)] != epoch_) seen_[index(a)] = epoch_, pending_.push_back(a);
    }
    std::ranges::sort(reached_);
    return reached_;
}

void Structure::number_all() {
    numbered_ = true;
    reached();
    position_.resize(std::max(position_.size(), pool_->size()));
    key_.resize(std::max(key_.size(), pool_->size()));
    keys_.clear();
    // First position_ holds the height, then the place in the order.
    std::uint32_t top = 0;
    for (const Expr e : reached_) {
        std::uint32_t height = 0;
        for (const Expr a : pool_->args(e)) height = std::max(height, position_[index(a)] + 1);
        position_[index(e)] = height;
        top = std::max(top, height);
    }
    std::vector<std::uint32_t> begin(top + 2);
    for (const Expr e : reached_) ++begin[position_[index(e)] + 1];
    for (std::size_t h = 1; h < begin.size(); ++h) begin[h] += begin[h - 1];
    pending_.resize(reached_.size());
    std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
    for (const Expr e : reached_) pending_[next[position_[index(e)]]++] = e;
    for (std::size_t h = 0; h <= top; ++h)
        number_height(std::span(pending_).subspan(begin[h], begin[h + 1] - begin[h]));
}

void Structure::number_height(std::span<Expr> same_height) {
    for (const Expr e : same_height) write_key(e);
    std::ranges::sort(same_height, [this](Expr a, Expr b) { return compare_keys(a, b) < 0; });
    const auto base = static_cast<std::uint32_t>(same_height.data() - pending_.data());
    std::uint32_t place = base;
    for (std::size_t i = 0; i < same_height.size(); ++i) {
        // What differs only in the order of its operands is written alike.
        if (i > 0 && compare_keys(same_height[i - 1], same_height[i]) != 0)
            place = base + static_cast<std::uint32_t>(i);
        position_[index(same_height[i])] = place;
    }
}

void Structure::write_key(Expr e) {
    const auto args = pool_->args(e);
    key_[index(e)] = static_cast<std::uint32_t>(keys_.size());
    keys_.push_back(static_cast<std::uint32_t>(args.size()));
    const std::size_t begin = keys_.size();
    for (const Expr a : args) keys_.push_back(position_[index(a)]);
    const Op op = pool_->op(e);
    if ((op != Op::sum && op != Op::product) || args.size() < 5) return;
    struct Entry {
        std::uint32_t first, second;
        auto operator<=>(const Entry&) const = default;
    };
    std::vector<Entry> pairs;
    for (std::size_t i = begin + 1; i + 1 < keys_.size(); i += 2) pairs.push_back({keys_[i], keys_[i + 1]});
    std::ranges::sort(pairs);
    std::size_t i = begin + 1;
    for (const Entry& p : pairs) keys_[i++] = p.first, keys_[i++] = p.second;
}

int Structure::compare_keys(Expr a, Expr b) const {
    if (a == b) return 0;
    const Op op = pool_->op(a);
    if (const int c = three_way(op, pool_->op(b))) return c;
    if (op == Op::number) return sign_of(pool_->number(a) <=> pool_->number(b));
    if (op == Op::symbol || op == Op::function_name) return compare_names(pool_->name(a), pool_->name(b));
    if (op == Op::call)
        if (const int c = compare_names(name(pool_->function(a)), name(pool_->function(b)))) return c;
    const std::uint32_t* x = &keys_[key_[index(a)]];
    const std::uint32_t* y = &keys_[key_[index(b)]];
    if (*x != *y) return *x < *y ? -1 : 1;
    for (std::uint32_t i = 1; i <= *x; ++i)
        if (x[i] != y[i]) return x[i] < y[i] ? -1 : 1;
    // Two functions may share a name.
    return op == Op::call ? three_way(pool_->function(a), pool_->function(b)) : 0;
}

}  // namespace pdiff::printing

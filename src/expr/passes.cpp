// Walks over the graph that every layer needs.
#include <algorithm>

#include "pdiff/expr.hpp"
#include "small_vector.hpp"

namespace pdiff {
namespace {

constexpr std::uint32_t sweep_limit =
    512;  // below, looking at every operation is cheaper than sorting those that count

}  // namespace

// Meets what is reachable without going through what is closed; that itself is not met.
template <class Closed>
std::vector<Expr> Pool::walk_until(std::span<const Expr> roots, Closed closed) const {
    marks_.resize(operations_.size());
    if (++walks_ == 0) {
        std::ranges::fill(marks_, 0u);
        walks_ = 1;
    }
    std::vector<Expr> order;
    std::uint32_t top = 0;
    for (const Expr r : roots) top = std::max(top, index(r));
    if (top < sweep_limit) {
        // Operands are older: one sweep downwards meets every operation after all that use it, and ends with the last.
        std::size_t count = 0, open = 0;
        const auto mark = [&](Expr e) {  // without a branch: no processor foresees what is met again
            std::uint32_t& last = marks_[index(e)];
            const bool fresh = (last != walks_) & !closed(e);
            last = fresh ? walks_ : last;
            open += fresh;
        };
        for (const Expr r : roots) mark(r);
        std::uint32_t i = top + 1;
        while (open > 0) {
            if (marks_[--i] != walks_) continue;
            --open;
            ++count;
            for (const Expr a : args(Expr{i})) mark(a);
        }
        order.resize(count);
        for (std::size_t n = 0; n < count; ++i) {
            order[n] = Expr{i};
            n += marks_[i] == walks_;
        }
        return order;
    }
    // The list of what was met is also the list of what is still to be opened.
    const auto meet = [&](Expr e) {
        if (marks_[index(e)] == walks_ || closed(e)) return;
        marks_[index(e)] = walks_;
        order.push_back(e);
    };
    for (const Expr r : roots) meet(r);
    for (std::size_t i = 0; i < order.size(); ++i)
        for (const Expr a : args(order[i])) meet(a);
    std::ranges::sort(order);
    return order;
}

std::vector<Expr> Pool::walk(std::span<const Expr> roots) const {
    return walk_until(roots, [](Expr) { return false; });
}

std::vector<Expr> Pool::walk_new(std::span<const Expr> roots, Stage stage) const {
    return walk_until(roots, [this, stage](Expr e) { return has_passed(e, stage); });
}

Image::Image(const std::vector<Expr>& order) : dense_(order.empty() || index(order.back()) < 8 * order.size() + 64) {
    values_ = local_.data();
    if (!dense_) order_ = order;
    const std::size_t size = !dense_ ? order.size() : order.empty() ? 0 : index(order.back()) + 1;
    if (size <= local_.size()) return;
    heap_ = std::make_unique_for_overwrite<Expr[]>(size);
    values_ = heap_.get();
}

std::size_t Image::place(Expr e) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(order_, e) - order_.begin());
}

Expr with_images(Pool& pool, Expr e, Image& image) {
    const auto old = pool.args(e);
    if (std::ranges::none_of(old, [&](Expr a) { return image[a] != a; })) return e;
    SmallVector<Expr> args;
    for (const Expr a : old) args.push_back(image[a]);
    return rebuild(pool, pool.op(e), args, pool.function(e));
}

std::vector<Expr> variables(const Pool& pool, std::span<const Expr> roots) {
    std::vector<Expr> result;
    for (const Expr e : reachable(pool, roots))
        if (pool.op(e) == Op::symbol) result.push_back(e);
    std::ranges::sort(result, [&](Expr a, Expr b) { return natural_less(pool.name(a), pool.name(b)); });
    return result;
}

Expr substitute(Pool& pool, Expr f, std::span<const Expr> from, std::span<const Expr> to) {
    const std::vector<Expr> order = reachable(pool, f);
    Image image(order);
    for (const Expr e : order) {
        const auto found = std::ranges::find(from, e);
        image[e] =
            found != from.end() ? to[static_cast<std::size_t>(found - from.begin())] : with_images(pool, e, image);
    }
    return image[f];
}

Expr canonical(Pool& pool, Expr f) {
    const std::vector<Expr> order = reachable(pool, f);
    Image image(order);
    std::vector<Expr> args;
    for (const Expr e : order) {
        args.assign(pool.args(e).begin(), pool.args(e).end());
        for (Expr& a : args) a = image[a];
        image[e] = args.empty() ? e : rebuild(pool, pool.op(e), args, pool.function(e));
    }
    return image[f];
}

bool natural_less(std::string_view a, std::string_view b) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    std::size_t i = 0, k = 0;
    while (i < a.size() && k < b.size()) {
        if (is_digit(a[i]) && is_digit(b[k])) {
            const auto run = [&](std::string_view s, std::size_t& at) {
                while (at + 1 < s.size() && s[at] == '0' && is_digit(s[at + 1])) ++at;
                const std::size_t first = at;
                while (at < s.size() && is_digit(s[at])) ++at;
                return s.substr(first, at - first);
            };
            const auto x = run(a, i), y = run(b, k);
            if (x.size() != y.size()) return x.size() < y.size();
            if (x != y) return x < y;
        } else if (a[i] != b[k]) {
            return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[k]);
        } else {
            ++i, ++k;
        }
    }
    if (a.size() - i != b.size() - k) return a.size() - i < b.size() - k;
    return a < b;  // x01 and x1 differ all the same
}

}  // namespace pdiff

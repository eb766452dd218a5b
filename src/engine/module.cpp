// The shared object that the program loads: the numeric layer behind one exported function.
#include <exception>
#include <utility>

#include "algebra/forms/form_parts.hpp"
#include "engine/engine.hpp"

namespace pdiff {
namespace {

template <class T, class Call>
Guarded<T> guarded(Call call) {
    try {
        return {call(), {}};
    } catch (const Error& e) {
        return {{}, e};
    } catch (const std::exception& e) {
        return {{}, Error(ErrorKind::internal, e.what())};
    }
}

constexpr Engine engine = {
    [](Pool& pool, Expr f, std::span<const Binding> point, std::size_t digits, Precision limit) {
        return guarded<Evaluation>([&] { return evaluate(pool, f, point, digits, limit); });
    },
    [](Pool& pool, Expr f, Expr g, std::span<const Binding> point, Precision limit) {
        return guarded<Comparison>([&] { return compare(pool, f, g, point, limit); });
    },
    [](Pool& pool, Expr f, std::span<const Binding> point, Precision limit) {
        return guarded<std::optional<int>>([&] { return sign_at(pool, f, point, limit); });
    },
    [](Pool& pool, Expr condition, std::span<const Binding> point, Precision limit) {
        return guarded<std::optional<bool>>([&] { return holds_at(pool, condition, point, limit); });
    },
    [](Pool& pool, Expr constant) {
        return guarded<std::optional<bool>>([&] { return is_zero_constant(pool, constant); });
    },
    [](Pool& pool, std::span<const Expr> polynomials, Expr x) {
        return guarded<std::optional<DividedLine>>([&] { return divide_line(pool, polynomials, x); });
    },
    [](Pool& pool, Expr f, Form form, bool& complete) {
        return guarded<Expr>([&] { return deep_form(pool, f, form, complete); });
    },
    [](Pool& pool, Expr f) { return guarded<bool>([&] { return is_zero(pool, f); }); },
};

}  // namespace
}  // namespace pdiff

extern "C" __attribute__((visibility("default"))) const pdiff::Engine* pdiff_engine() { return &pdiff::engine; }

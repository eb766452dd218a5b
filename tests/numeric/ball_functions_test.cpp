// Properties of every row of the function table: it has a value somewhere, its enclosures enclose, and it has a
// value only where its domain allows.
#include <doctest/doctest.h>

#include <random>
#include <vector>

#include "numeric/ball_functions.hpp"
#include "numeric/steps.hpp"

using namespace pdiff;

namespace {

constexpr unsigned seed = 20240607;
constexpr slong low = 64, high = 256;

std::uint32_t argument_count(const FunctionRow& row) { return arity(row.parameters).count; }

// Small rationals with a taste for the places where functions change: integers, halves, and 0 < u < 1.
double sample(std::mt19937& random) {
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>(from, to)(random); };
    switch (pick(0, 3)) {
        case 0:
            return pick(-4, 6);
        case 1:
            return pick(-9, 12) / 2.0;
        case 2:
            return pick(1, 1023) / 1024.0;
        default:
            return pick(-6000, 6000) / 1024.0;
    }
}

std::vector<Ball> sample_arguments(std::mt19937& random, std::uint32_t count) {
    std::vector<Ball> args(count);
    for (Ball& a : args) arb_set_d(a, sample(random));
    return args;
}

Ball value_of(Function f, const std::vector<Ball>& args, slong precision) {
    Ball result;
    evaluate_ball(result, f, args.front(), slong(args.size()), precision);
    return result;
}

template <class Check>
void for_each_function(int samples, Check check) {
    std::mt19937 random(seed);
    for (const FunctionRow& row : function_rows()) {
        CAPTURE(row.identifier);
        const auto f = static_cast<Function>(&row - function_rows().data());
        for (int i = 0; i < samples; ++i) check(f, sample_arguments(random, argument_count(row)), random);
    }
}

}  // namespace

TEST_CASE("every function has a value somewhere") {
    MESSAGE("seed " << seed);
    std::vector<int> defined(function_rows().size());
    for_each_function(300, [&](Function f, const std::vector<Ball>& args, std::mt19937&) {
        const Ball value = value_of(f, args, high);
        if (arb_is_finite(value) && arb_rel_accuracy_bits(value) > high / 2) ++defined[std::size_t(f)];
    });
    for (const FunctionRow& row : function_rows()) {
        CAPTURE(row.identifier);
        CHECK(defined[std::size_t(&row - function_rows().data())] > 0);
    }
}

TEST_CASE("enclosures at a low precision contain those at a high one") {
    for_each_function(40, [](Function f, const std::vector<Ball>& args, std::mt19937&) {
        Ball rough = value_of(f, args, low);
        const Ball fine = value_of(f, args, high);
        if (arb_is_finite(rough) && arb_is_finite(fine)) CHECK(arb_overlaps(rough, fine));
        // Where the fine one is sharp its midpoint must lie inside, but for its own radius.
        if (!arb_is_finite(rough) || arb_rel_accuracy_bits(fine) < high / 2) return;
        arb_add_error(rough, fine);
        CHECK(arb_contains_arf(rough, arb_midref(fine)));
    });
}

TEST_CASE("enclosures of balls contain the values inside") {
    for_each_function(40, [](Function f, const std::vector<Ball>& args, std::mt19937& random) {
        std::vector<Ball> wide = args, inside = args;
        std::uniform_int_distribution<int> offset(-8, 8);
        for (std::size_t i = 0; i < args.size(); ++i) {
            if (offset(random) < 0) continue;
            mag_set_d(arb_radref(static_cast<arb_struct*>(wide[i])), 0.0625);
            Ball step;
            arb_set_d(step, offset(random) / 128.0);
            arb_add(inside[i], args[i], step, high);
        }
        const Ball enclosure = value_of(f, wide, low);
        if (!arb_is_finite(enclosure)) return;
        // The low precision may be too low, and a series too long at the high one.
        Ball value = value_of(f, inside, high);
        if (!arb_is_finite(value)) value = value_of(f, inside, low);
        CHECK(arb_is_finite(value));
        CHECK(arb_overlaps(enclosure, value));
    });
}

TEST_CASE("a value is given only where the domain allows it") {
    for_each_function(60, [](Function f, const std::vector<Ball>& args, std::mt19937&) {
        if (!arb_is_finite(value_of(f, args, low))) return;
        std::vector<Value> values(args.size());
        std::vector<const Value*> pointers;
        for (std::size_t i = 0; i < args.size(); ++i) {
            values[i].ball = args[i];
            settle(values[i]);
            pointers.push_back(&values[i]);
        }
        CHECK(in_domain(f, pointers, low) != std::optional(false));
    });
}

#include "check/points.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "check/domain.hpp"

namespace pdiff {
namespace {

// Counts, so that the search is the same everywhere.
constexpr std::size_t simple_points = 12;
constexpr std::size_t drawn_points = 60;
constexpr std::size_t starts = 12;         // of a descent
constexpr std::size_t steps = 160;         // of each
constexpr std::size_t near_points = 400;   // around points that were found
constexpr std::int64_t largest = 1 << 20;  // numerator and denominator of a coordinate

// Coordinates from low/denominator to high/denominator: of every other variable, and of those between.
struct Kind {
    std::int64_t low, high, denominator;
};
constexpr Kind kinds[][2] = {
    {{1, 15, 16}, {17, 60, 16}},      {{-20, 20, 11}, {-20, 20, 7}}, {{17, 90, 16}, {1, 15, 16}},
    {{1, 40, 13}, {1, 4, 1}},         {{-15, 15, 16}, {-3, 3, 1}},   {{1, 9, 100}, {10, 90, 9}},
    {{20, 900, 9}, {1, 20, 11}},      {{1, 120, 37}, {-4, 9, 2}},    {{-90, -17, 16}, {1, 40, 9}},
    {{101, 160, 100}, {-60, -1, 17}},
};

std::vector<Expr> joined(std::vector<Expr> a, const std::vector<Expr>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

Fraction reduced(std::int64_t numerator, std::int64_t denominator) {
    const std::int64_t divisor = std::max<std::int64_t>(1, std::gcd(numerator, denominator));
    return {numerator / divisor, denominator / divisor};
}

}  // namespace

PointSearch::PointSearch(Pool& pool, std::vector<Expr> defined, std::vector<Expr> conditions)
    : pool_(pool),
      defined_(std::move(defined)),
      conditions_(std::move(conditions)),
      variables_(pdiff::variables(pool, joined(defined_, conditions_))),
      sampler_(pool, joined(defined_, conditions_), variables_),
      doubles_(variables_.size()) {}

std::vector<Binding> bindings(Pool& pool, std::span<const Expr> variables, const RationalPoint& point) {
    std::vector<Binding> result;
    for (std::size_t i = 0; i < point.size(); ++i)
        result.push_back({variables[i], pool.number(Number::fraction(point[i].numerator, point[i].denominator))});
    return result;
}

std::vector<RationalPoint> special_points(std::size_t variables) {
    constexpr Fraction special[] = {{0, 1}, {1, 1}, {-1, 1}, {2, 1}, {1, 2}};
    constexpr Fraction usual = {7, 5};  // of the variables whose turn it is not
    std::vector<RationalPoint> points;
    for (std::size_t i = 0; i < variables; ++i)
        for (const Fraction value : special) {
            points.emplace_back(variables, usual);
            points.back()[i] = value;
        }
    return points;
}

std::optional<RationalPoint> PointSearch::next() {
    if (variables_.empty()) {
        if (tried_++ > 0) return std::nullopt;
        sampler_.run({});
        return RationalPoint();
    }
    for (; tried_ < simple_points + drawn_points;) {
        const std::size_t i = tried_++;
        RationalPoint point = i < simple_points ? simple(i) : drawn(i - simple_points);
        if (fits(point)) return found_.emplace_back(std::move(point));
    }
    while (found_.empty() && solved_ < starts)
        if (auto point = solved()) return found_.emplace_back(std::move(*point));
    while (!found_.empty() && tried_++ < simple_points + drawn_points + near_points) {
        RationalPoint point = near(found_[static_cast<std::size_t>(random() % found_.size())]);
        if (fits(point)) return found_.emplace_back(std::move(point));
    }
    return std::nullopt;
}

void PointSearch::set_doubles(const RationalPoint& point) {
    for (std::size_t i = 0; i < point.size(); ++i) doubles_[i] = point[i].value();
}

bool PointSearch::fits(const RationalPoint& point) {
    set_doubles(point);
    sampler_.run(doubles_);
    if (sampler_.complete()) {
        for (std::size_t i = 0; i < defined_.size(); ++i)
            if (std::isnan(sampler_[i])) return false;
        for (std::size_t i = 0; i < conditions_.size(); ++i)
            if (sampler_[defined_.size() + i] != 1) return false;
        return true;
    }
    return violation(point) == 0;
}

void PointSearch::prepare_conditions() {
    if (violation_) return;
    std::vector<Expr> all = domain_conditions(pool_, joined(defined_, conditions_));
    all.insert(all.end(), conditions_.begin(), conditions_.end());
    violation_.emplace(pool_, all, variables_);
}

double PointSearch::violation(const RationalPoint& point) {
    prepare_conditions();
    set_doubles(point);
    return violation_->at(doubles_);
}

// The points that a person would try.
RationalPoint PointSearch::simple(std::size_t i) const {
    constexpr Fraction first[] = {{1, 1}, {2, 1},  {1, 2}, {-1, 1}, {3, 1},  {-2, 1},
                                  {1, 3}, {-1, 2}, {1, 1}, {5, 1},  {1, 10}, {3, 2}};
    RationalPoint point;
    for (std::size_t k = 0; k < variables_.size(); ++k) {
        const Fraction f = first[i];
        const auto step = static_cast<std::int64_t>(k);
        point.push_back(i == 0       ? f
                        : i % 2 == 1 ? reduced(f.numerator + step * f.denominator, f.denominator)
                                     : reduced(f.numerator, f.denominator + step));
    }
    return point;
}

RationalPoint PointSearch::drawn(std::size_t i) {
    const auto& kind = kinds[i % std::size(kinds)];
    const std::uint64_t which = random();
    RationalPoint point;
    for (std::size_t k = 0; k < variables_.size(); ++k) {
        const Kind& of = kind[(which >> (k % 64)) & 1];
        std::int64_t numerator = 0;
        while (numerator == 0) numerator = between(of.low, of.high);
        point.push_back(reduced(numerator, of.denominator));
    }
    return point;
}

RationalPoint PointSearch::near(const RationalPoint& point) {
    const std::int64_t scale = std::int64_t(64) << (2 * (random() % 4));
    RationalPoint result;
    for (const Fraction& x : point) {
        const std::int64_t factor = between(scale - 16, scale + 16);
        Fraction moved = reduced(x.numerator * factor, x.denominator * scale);
        if (std::abs(moved.numerator) > largest || moved.denominator > largest) moved = x;
        result.push_back(moved);
    }
    return result;
}

// A coordinate, changed at random: in its sign, its size, by a little, or to that of another.
Fraction PointSearch::changed(Fraction x, const RationalPoint& point) {
    const Fraction before = x;
    switch (random() % 8) {
        case 0:
            x.numerator = -x.numerator;
            break;
        case 1:
            x = reduced(x.numerator * 2, x.denominator);
            break;
        case 2:
            x = reduced(x.numerator, x.denominator * 2);
            break;
        case 3:
            x = reduced(x.numerator * between(3, 12), x.denominator);
            break;
        case 4:
            x = reduced(x.numerator, x.denominator * between(3, 12));
            break;
        case 5:
            x = reduced(x.numerator + between(-3, 3) * x.denominator, x.denominator);
            break;
        case 6:
            x = reduced(x.numerator * 16 + between(-8, 8) * x.denominator, x.denominator * 16);
            break;
        default:
            x = point[static_cast<std::size_t>(random() % point.size())];
            break;
    }
    const bool small = std::abs(x.numerator) <= largest && x.denominator <= largest && x.numerator != 0;
    return small ? x : before;
}

// A descent along the violation of the conditions from a drawn point.
std::optional<RationalPoint> PointSearch::solved() {
    RationalPoint point = drawn(solved_++);
    double least = violation(point);
    for (std::size_t i = 0; i < steps; ++i) {
        if (least == 0 && fits(point)) return point;
        RationalPoint other = point;
        const std::size_t changes = 1 + random() % 2;
        for (std::size_t k = 0; k < changes; ++k) {
            Fraction& x = other[static_cast<std::size_t>(random() % other.size())];
            x = changed(x, other);
        }
        if (const double v = violation(other); v <= least) least = v, point = std::move(other);
    }
    return std::nullopt;
}

// splitmix64
std::uint64_t PointSearch::random() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

std::int64_t PointSearch::between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(high - low + 1));
}

}  // namespace pdiff

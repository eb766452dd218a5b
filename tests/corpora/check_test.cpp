// The verdicts on corpus rows: their expected answers, and answers that were made wrong.
#include "pdiff/check.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpora/corpus.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "pdiff/evaluate.hpp"
#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"

using namespace pdiff;
using namespace pdiff::test;

namespace {

// How an answer is made wrong; nothing where it cannot be.
struct Change {
    std::string_view name;
    std::optional<Expr> (*apply)(Pool&, Expr);
};

std::optional<Expr> by_a_billionth(Pool& pool, Expr f) {
    if (f == zero) return std::nullopt;
    return product(pool, {f, pool.number(Number::fraction(1'000'000'001, 1'000'000'000))});
}

std::optional<Expr> in_sign(Pool& pool, Expr f) {
    if (f == zero) return std::nullopt;
    return negate(pool, f);
}

std::optional<Expr> without_a_term(Pool& pool, Expr f) {
    if (pool.op(f) != Op::sum) return std::nullopt;
    const Pair p = pool.pairs(f)[0];
    return subtract(pool, f, product(pool, {p.first, p.second}));
}

std::optional<Expr> in_a_coefficient(Pool& pool, Expr f) {
    if (pool.op(f) != Op::sum) return std::nullopt;
    const Pair p = pool.pairs(f)[0];
    return sum(pool, {f, p.first});
}

constexpr Change changes[] = {
    {"times 1 + 10^-9", by_a_billionth},
    {"sign", in_sign},
    {"a term dropped", without_a_term},
    {"a coefficient", in_a_coefficient},
};

struct Counts {
    std::size_t right = 0, wrong = 0, undecided = 0, nowhere = 0, failed = 0;
    std::vector<std::string> wrong_rows, right_rows;
    std::vector<double> milliseconds;

    std::size_t all() const { return right + wrong + undecided + nowhere; }
    std::string text() {
        std::ranges::sort(milliseconds);
        const auto at = [&](double part) {
            return milliseconds.empty()
                       ? 0
                       : milliseconds[static_cast<std::size_t>(part * static_cast<double>(milliseconds.size() - 1))];
        };
        return fmt::format(
            "{} right, {} wrong, {} undecided, {} nowhere real, {} not read; median {:.2f} ms, 99% {:.1f} ms, max "
            "{:.0f} ms",
            right, wrong, undecided, nowhere, failed, at(0.5), at(0.99), at(1));
    }
};

// Counts the time of a row however it ends.
struct Timer {
    Counts& counts;
    std::chrono::steady_clock::time_point begin;
    ~Timer() {
        const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begin;
        counts.milliseconds.push_back(time.count());
    }
};

void count(Counts& counts, const Row& row, const Change* change) {
    Timer timer{counts, std::chrono::steady_clock::now()};
    try {
        Pool pool;
        const ParseOptions options = options_of(row);
        std::vector<Expr> sequence;
        for (const std::string& name : options.wrt) sequence.push_back(pool.symbol(name));
        const Expr f = parse(pool, row.expression, options).value;
        Expr answer = parse(pool, row.expected, options).value;
        if (change) {
            const auto changed = change->apply(pool, answer);
            if (!changed) return;
            answer = *changed;
        }
        const Expr derivative = differentiate(pool, f, sequence);
        const Judgement judgement = judge(pool, derivative, answer, {.within = {f}, .want_domains = false});
        if (judgement.verdict == Verdict::right) ++counts.right, counts.right_rows.push_back(row.id);
        if (judgement.verdict == Verdict::undecided) ++(judgement.never_defined ? counts.nowhere : counts.undecided);
        if (judgement.verdict != Verdict::wrong) return;
        ++counts.wrong, counts.wrong_rows.push_back(row.id);
        if (pool.has(Op::apply)) return;  // a point of variables that stand for f(x)
        const Relation relation = compare(pool, derivative, answer, judgement.witness->point, {2048}).relation;
        CHECK_MESSAGE(relation == Relation::different, row.id);
    } catch (const Error&) {
        ++counts.failed;
        return;
    }
}

}  // namespace

TEST_CASE("expected answers are right and changed ones wrong") {
    std::map<std::string, std::vector<Row>> files;
    for (Row& row : corpus_rows())
        // Of the special functions some take seconds.
        if (!row.expected.empty() && (row.file != "rubi_special" || run_everything()))
            files[row.file].push_back(std::move(row));
    for (const auto& [file, rows] : files) {
        Counts expected;
        for (const Row& row : rows) count(expected, row, nullptr);
        MESSAGE(file << ": " << expected.text());
        for (const std::string& id : expected.wrong_rows) MESSAGE("wrong: " << id);
        const bool elementary = file == "rubi" || file == "smoke_rubi300";
        if (elementary) CHECK(expected.right >= expected.all() * 95 / 100);
        for (const Change& change : changes) {
            Counts changed;
            for (const Row& row : rows) count(changed, row, &change);
            MESSAGE(file << ", " << change.name << ": " << changed.text());
            for (const std::string& id : changed.right_rows) MESSAGE("right: " << id);
            CHECK(changed.right == 0);
            if (elementary) CHECK(changed.wrong >= (changed.wrong + changed.undecided) * 99 / 100);
        }
    }
}

// The forms of corpus derivatives: their value, their length beside the best that others print, and the zero test.
#include "pdiff/forms.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "corpora/corpus.hpp"
#include "corpora/points.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "pdiff/evaluate.hpp"
#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"
#include "pdiff/simplify.hpp"

using namespace pdiff;
using namespace pdiff::test;

namespace {

constexpr int tried_points = 12;

// What cannot be read or has no value is counted by the other tests.
std::optional<Expr> derivative(Pool& pool, const Row& row) {
    try {
        const ParseOptions options = options_of(row);
        std::vector<Expr> sequence;
        for (const std::string& name : options.wrt) sequence.push_back(pool.symbol(name));
        return resolve_derivatives(pool, differentiate(pool, parse(pool, row.expression, options).value, sequence));
    } catch (const Error&) {
        return std::nullopt;
    }
}

std::string shown(Pool& pool, const std::vector<Binding>& point) {
    std::string text;
    for (const Binding& b : point) text += print(pool, b.symbol) + "=" + print(pool, b.value) + " ";
    return text;
}

int compared_points(Pool& pool, Expr f, Expr g, const Row& row) {
    Points points(row.id);
    const std::vector<Expr> names = variables(pool, f);
    int compared = 0;
    for (int i = 0; i < tried_points && compared < 3; ++i) {
        const std::vector<Binding> point = points.next(pool, names, names);
        const Comparison c = compare(pool, f, g, point);
        CHECK_MESSAGE(c.relation != Relation::different, row.id << " at " << shown(pool, point) << ": " << c.left
                                                                << " but " << c.right << " of " << print(pool, g));
        compared += c.relation == Relation::overlap;
    }
    return compared;
}

std::size_t length(std::string text) {
    std::erase(text, ' ');
    return text.size();
}

// As long as it would be with `log`, which some of the forms spell `ln`.
std::size_t respelled_length(const std::string& form) {
    std::size_t extra = 0;
    for (std::size_t at = form.find("ln("); at != std::string::npos; at = form.find("ln(", at + 1)) ++extra;
    return length(form) + extra;
}

}  // namespace

TEST_CASE("the default form is as short as the best of five simplifiers") {
    std::size_t rows = 0, as_short = 0, total = 0;
    for (const Row& row : corpus_rows()) {
        if (row.file != "textbook_forms") continue;
        Pool pool;
        const Expr f = derivative(pool, row).value(), form = in_form(pool, f);
        compared_points(pool, f, form, row);
        const std::string text = print(pool, form);
        ++rows;
        as_short += length(text) <= length(row.expected);
        total += length(text);
        CHECK_MESSAGE(static_cast<double>(length(text)) <= 1.3 * static_cast<double>(respelled_length(row.expected)),
                      row.expression << ": " << text << " but " << row.expected);
    }
    if (rows == 0) return;
    MESSAGE(as_short << " of " << rows << " as short as the best, " << total << " characters");
    CHECK(as_short >= 66);
    CHECK(total <= 1195);
}

TEST_CASE("printed derivatives are no longer than the expected answers") {
    struct Lengths {
        std::size_t rows = 0, ours = 0, expected = 0;
    };
    std::map<std::string, Lengths> files;
    // Of answers with the imaginary unit, which is a name here, the derivative is another function.
    const auto is_complex = [](const Row& row) {
        const std::vector<std::string> names = options_of(row).variables;
        return std::ranges::find(names, "I") != names.end();
    };
    const std::set<std::string> small{"sympy",    "sympy_integrals",    "maxima", "maxima_integrals",
                                      "nerdamer", "nerdamer_integrals", "mathjs", "algebrite",
                                      "ginac",    "symengine",          "optim"};
    for (const Row& row : corpus_rows()) {
        if (!small.contains(row.file) || row.expected.empty() || is_complex(row)) continue;
        Pool pool;
        const auto f = derivative(pool, row);
        if (!f) continue;
        const bool decimals = parse(pool, row.expression, options_of(row)).decimals;
        const std::string text = print(pool, in_form(pool, *f), {Format::plain, decimals});
        Lengths& l = files[row.file];
        ++l.rows, l.ours += length(text), l.expected += length(row.expected);
        if (std::getenv("PDIFF_LONGER") != nullptr && length(text) > length(row.expected))
            MESSAGE(row.id << " " << length(text) - length(row.expected) << ": " << row.expression << " | " << text
                           << " | " << row.expected);
    }
    for (const auto& [file, l] : files) {
        MESSAGE(file << ": " << l.rows << " rows, " << l.ours << " characters, expected " << l.expected);
        CHECK_MESSAGE(l.ours <= l.expected, file);
    }
}

TEST_CASE("no form changes the value of a corpus derivative") {
    std::size_t rows = 0, compared = 0;
    for (const Row& row : corpus_rows()) {
        const bool large = row.file.starts_with("rubi") || row.file == "deepmind" || row.file == "gobench";
        if (large && !run_everything() && ++rows % 16 != 0) continue;
        Pool pool;
        const auto f = derivative(pool, row);
        if (!f) continue;
        for (const Form form : {Form::automatic, Form::expanded, Form::factored, Form::together}) {
            if (large && run_everything() && form != Form::automatic) continue;
            const Expr g = in_form(pool, *f, form);
            if (g != *f) compared += compared_points(pool, *f, g, row) > 0;
        }
    }
    MESSAGE(compared << " forms compared");
}

TEST_CASE("the derivative minus the expected one is zero") {
    std::size_t rows = 0, zeros = 0, printed = 0;
    for (const Row& row : corpus_rows()) {
        if (row.file != "rubi") continue;
        Pool pool;
        const auto f = derivative(pool, row);
        if (!f) continue;
        const Expr expected =
            simplify(pool, resolve_derivatives(pool, parse(pool, row.expected, options_of(row)).value));
        const Expr difference = subtract(pool, *f, expected);
        ++rows;
        zeros += is_zero(pool, difference);
        printed += in_form(pool, difference) == zero;
        CHECK_MESSAGE(!is_zero(pool, sum(pool, {difference, pool.number(Number::fraction(1, 1000))})), row.id);
    }
    if (rows == 0) return;
    MESSAGE(zeros << " of " << rows << " differences are zero, " << printed << " print as 0");
    CHECK(zeros * 10 >= rows * 9);
    CHECK(printed * 10 >= rows * 9);
}

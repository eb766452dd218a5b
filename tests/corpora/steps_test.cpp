// The worked solution of every row of the small files and of a part of the large ones: each line follows from the one
// before it, and the last one is the derivative as pdiff prints it. PDIFF_CORPORA=full takes more rows.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "corpora/corpus.hpp"
#include "explain/sheet.hpp"
#include "explain/write.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"
#include "support/prove.hpp"

using namespace pdiff;
using namespace pdiff::test;

namespace {

// So many rows of each large file.
std::vector<Row> rows_to_explain() {
    const std::size_t most = run_everything() ? 1'000 : 60;
    std::map<std::string, std::vector<Row>> files;
    for (Row& row : corpus_rows()) files[row.file].push_back(std::move(row));
    std::vector<Row> chosen;
    for (auto& [file, rows] : files) {
        const bool large = rows.size() > 600;
        const std::size_t step = large ? std::max<std::size_t>(1, rows.size() / most) : 1;
        for (std::size_t i = 0; i < rows.size(); i += step) chosen.push_back(std::move(rows[i]));
    }
    return chosen;
}

struct Tally {
    std::size_t rows = 0, refused = 0, lines = 0, undecided = 0, other_form = 0;
    double slowest = 0, all = 0;
};

void explain_row(const Row& row, Tally& tally) {
    Limits limits;
    limits.work = 40'000'000;
    Pool pool(limits);
    ParseOptions options;
    options.typed = true;
    options.wrt = parse_variables(row.variables);
    if (!row.standard_names) options.variables = bare_names(row.expression);
    ++tally.rows;
    try {
        const auto start = std::chrono::steady_clock::now();
        const Parsed parsed = parse(pool, row.expression, options);
        std::vector<Expr> by;
        for (const std::string& name : options.wrt) by.push_back(pool.symbol(name));
        const Explanation e = explain_partial(pool, parsed.value, by);
        const std::string text = explain::as_text(pool, explain::sheet(pool, parsed.typed, e, {}), {});
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        tally.slowest = std::max(tally.slowest, seconds), tally.all += seconds;
        CHECK(text.size() < 4'000'000);
        const Proofs proofs = prove(pool, e);
        tally.lines += proofs.proved + proofs.undecided.size();
        tally.undecided += proofs.undecided.size();
        for (const std::string& line : proofs.refuted) FAIL_CHECK(line.substr(0, 2'000));
        const Expr wanted = in_form(pool, differentiate(pool, parsed.value, by));
        tally.other_form += e.result() != wanted;
        if (e.result() != wanted) CHECK(pool.has(Op::piecewise));  // completed at its seams
    } catch (const Error& error) {
        if (error.kind == ErrorKind::internal) throw;
        ++tally.refused;
    }
}

}  // namespace

TEST_CASE("the steps of derivatives from elsewhere follow from each other") {
    const std::vector<Row> rows = rows_to_explain();
    if (rows.empty()) {
        MESSAGE("no corpora beside the project");
        return;
    }
    std::map<std::string, Tally> tallies;
    for (const Row& row : rows) {
        INFO(row.file, " ", row.id, " by ", row.variables, ": ", row.expression.substr(0, 300));
        explain_row(row, tallies[row.file]);
    }
    std::string text = fmt::format("{:<20}{:>7}{:>9}{:>9}{:>11}{:>12}{:>11}{:>11}\n", "file", "rows", "refused",
                                   "lines", "undecided", "other form", "ms a row", "slowest");
    for (const auto& [file, t] : tallies)
        text += fmt::format("{:<20}{:>7}{:>9}{:>9}{:>11}{:>12}{:>11.2f}{:>11.1f}\n", file, t.rows, t.refused, t.lines,
                            t.undecided, t.other_form, 1e3 * t.all / static_cast<double>(t.rows), 1e3 * t.slowest);
    MESSAGE("\n" << text);
}

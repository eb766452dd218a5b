// Every row of the corpora, or a sample of the large ones: PDIFF_CORPORA=full runs all of them.
// PDIFF_CORPORA_FILES=rubi,sympy runs these files alone; what is not agreed is listed in corpora-report.tsv.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "corpora/corpus.hpp"
#include "corpora/workers.hpp"

using namespace pdiff::test;

namespace {

struct Tally {
    std::size_t rows = 0;
    std::array<std::size_t, verdict_names.size()> verdicts{};
    std::array<std::size_t, round_trip_names.size()> round_trips{};
    std::size_t length = 0;

    std::size_t operator[](Verdict verdict) const { return verdicts[static_cast<std::size_t>(verdict)]; }
};

std::vector<Row> wanted_rows() {
    std::vector<Row> rows = corpus_rows();
    if (const char* files = std::getenv("PDIFF_CORPORA_FILES")) {
        const std::vector<std::string> wanted = split(files, ',');
        std::erase_if(rows, [&](const Row& row) { return std::ranges::find(wanted, row.file) == wanted.end(); });
    }
    return rows;
}

std::map<std::string, Tally> tally(const std::vector<Row>& rows, const std::vector<Judgement>& judgements) {
    std::map<std::string, Tally> tallies;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (Tally* t : {&tallies[rows[i].file], &tallies["~ all"]}) {
            ++t->rows;
            ++t->verdicts[static_cast<std::size_t>(judgements[i].verdict)];
            ++t->round_trips[static_cast<std::size_t>(judgements[i].round_trip)];
            t->length += judgements[i].length;
        }
    }
    return tallies;
}

std::string summary(const std::map<std::string, Tally>& tallies) {
    std::string text = fmt::format("{:<20}{:>7}", "file", "rows");
    for (const auto name : verdict_names) text += fmt::format("{:>11}", name);
    text += " | read back:";
    for (const auto name : round_trip_names) text += fmt::format("{:>17}", name);
    text += fmt::format("{:>12}\n", "characters");
    for (const auto& [file, t] : tallies) {
        text += fmt::format("{:<20}{:>7}", file, t.rows);
        for (const std::size_t count : t.verdicts) text += fmt::format("{:>11}", count);
        text += " |           ";
        for (const std::size_t count : t.round_trips) text += fmt::format("{:>17}", count);
        text += fmt::format("{:>12}\n", t.length);
    }
    return text;
}

void write_report(const std::vector<Row>& rows, const std::vector<Judgement>& judgements) {
    std::ofstream report("corpora-report.tsv");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Judgement& j = judgements[i];
        if (j.verdict <= Verdict::unchecked && j.round_trip == RoundTrip::same) continue;
        report << fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", verdict_names[static_cast<std::size_t>(j.verdict)],
                              round_trip_names[static_cast<std::size_t>(j.round_trip)], rows[i].file, rows[i].id,
                              j.detail, rows[i].variables, rows[i].expression);
    }
}

bool is_failure(Verdict verdict) { return verdict >= Verdict::wrong; }

}  // namespace

TEST_CASE("derivatives from elsewhere agree by value") {
    const std::vector<Row> rows = wanted_rows();
    if (rows.empty()) {
        MESSAGE("no corpora beside the project");
        return;
    }
    const std::vector<Judgement> judgements = judge_all(rows);
    write_report(rows, judgements);
    MESSAGE("\n" << summary(tally(rows, judgements)));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Judgement& j = judgements[i];
        if (!is_failure(j.verdict)) continue;
        INFO(rows[i].file, " ", rows[i].id, " by ", rows[i].variables, ": ", rows[i].expression.substr(0, 300));
        FAIL_CHECK(verdict_names[static_cast<std::size_t>(j.verdict)], ": ", j.detail);
    }
}

// The real binary, row by row of tests/cli/*.golden: command, standard output, standard error, exit status.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "support/files.hpp"
#include "support/process.hpp"

using namespace pdiff::test;

namespace {

struct Row {
    std::string command;
    std::string output;                  // all of it
    std::vector<std::string> fragments;  // of the output, instead of all of it
    std::vector<std::string> errors;     // fragments of standard error; none: it is empty
    int status = 0;
};

// A row starts with "$ "; the lines below it start with one of these, or are empty or comments.
std::vector<Row> read_rows(const fs::path& file) {
    std::vector<Row> rows;
    for (const std::string& line : read_lines(file)) {
        if (line.empty() || line[0] == '#') continue;
        const std::string rest = line.size() > 2 ? line.substr(2) : "";
        switch (line[0]) {
            case '$':
                rows.push_back({rest, {}, {}, {}, 0});
                break;
            case '>':
                rows.back().output += rest + "\n";
                break;
            case '~':
                rows.back().fragments.push_back(rest);
                break;
            case '!':
                rows.back().errors.push_back(rest);
                break;
            case '?':
                rows.back().status = std::stoi(rest);
                break;
            default:
                FAIL("no golden line: ", line);
        }
    }
    return rows;
}

void check(const Row& row, std::string_view settings = "") {
    const std::string script =
        fmt::format("PDIFF='{}'\npdiff() {{ \"$PDIFF\" \"$@\"; }}\n{}{}", PDIFF_BINARY, settings, row.command);
    const Outcome outcome = run_program({"/bin/sh", "-c", script});
    CAPTURE(row.command);
    CAPTURE(outcome.out);
    CAPTURE(outcome.err);
    CHECK(outcome.status == row.status);
    if (row.fragments.empty()) CHECK(outcome.out == row.output);
    for (const std::string& fragment : row.fragments) {
        CAPTURE(fragment);
        CHECK(outcome.out.find(fragment) != std::string::npos);
    }
    if (row.errors.empty()) CHECK(outcome.err == "");
    for (const std::string& fragment : row.errors) {
        CAPTURE(fragment);
        CHECK(outcome.err.find(fragment) != std::string::npos);
    }
}

}  // namespace

TEST_CASE("the binary answers as the golden rows say") {
    std::size_t count = 0;
    for (const fs::path& file : source_files({"tests/cli"})) {
        if (file.extension() != ".golden") continue;
        CAPTURE(shown(file));
        for (const Row& row : read_rows(file)) {
            check(row), ++count;
            // What asks for a program is run without it, too.
            if (row.command.find("command -v") != std::string::npos) check(row, "PATH=/nowhere\n");
        }
    }
    CHECK(count > 100);
}

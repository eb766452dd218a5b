// Includes point down only, and a heavy library is known in one place only.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "support/files.hpp"

using namespace pdiff::test;

namespace {

// A file may include its own folder and every layer on a line above its own in this table.
// clang-format off
const std::vector<std::vector<std::string>> layers = {
    {"error"},
    {"expr"},
    {"grammar"},
    {"parse"},
    {"rewrite"},
    {"numeric", "print"},
    {"algebra"},
    {"calculus"},
    {"engine", "explain", "check", "code", "plot"},
    {"cli"},
};
// clang-format on

// Where the public headers belong.
const std::map<std::string, std::string> public_headers = {
    {"error.hpp", "error"},        {"limits.hpp", "error"},
    {"range.hpp", "expr"},         {"assume.hpp", "expr"},
    {"number.hpp", "expr"},        {"blocks.hpp", "expr"},
    {"functions.hpp", "expr"},     {"functions.def", "expr"},
    {"expr.hpp", "expr"},          {"parse.hpp", "parse"},
    {"simplify.hpp", "algebra"},   {"evaluate.hpp", "numeric"},
    {"sampler.hpp", "numeric"},    {"real_roots.hpp", "numeric"},
    {"print.hpp", "print"},        {"differentiate.hpp", "calculus"},
    {"operators.hpp", "calculus"}, {"seams.hpp", "calculus"},
    {"forms.hpp", "algebra"},      {"explain.hpp", "explain"},
    {"graph.hpp", "explain"},      {"plot.hpp", "plot"},
    {"check.hpp", "check"},        {"check_answer.hpp", "check"},
    {"mistakes.hpp", "check"},     {"code.hpp", "code"},
};

struct Fence {
    std::string name;
    std::string header;   // a regular expression for what is included
    std::string allowed;  // and one for the files that may
    std::size_t files;    // how many may
};
const std::vector<Fence> fences = {
    {"Boost", "<boost/.*>", "grammar/.*", 100},
    {"Boost.Spirit", "<boost/spirit.*>", "grammar/.*", 100},
    {"CLI11", "<CLI/.*>", "src/cli/.*\\.cpp", 1},
    {"FLINT and Arb", "<(flint/|calcium/|arb|acb|arf|mag|fmp[rzq]|bernoulli).*>", "src/(numeric/.*|algebra/normal/.*)",
     100},
    {"GMP", "<gmp.*>", "src/(expr/number.*|numeric/.*)", 100},
    {"streams", "<(iostream|fstream|sstream|cstdio|stdio\\.h|fmt/(ostream|color)\\.h)>", "src/cli/.*", 100},
    {"JSON", "<nlohmann/.*>", "src/cli/.*", 100},
    {"{fmt} in a public header", "<fmt/.*>", "(src|grammar)/.*", 1000},
};

std::string layer_of(const fs::path& file) {
    const std::vector<std::string> parts = split(shown(file), '/');
    if (parts.at(0) == "grammar") return "grammar";
    if (parts.at(0) == "src") return parts.at(1);
    const auto found = public_headers.find(parts.back());
    return found == public_headers.end() ? "" : found->second;
}

std::size_t rank(const std::string& layer) {
    const auto holds = [&](const auto& row) { return std::ranges::find(row, layer) != row.end(); };
    return static_cast<std::size_t>(std::ranges::find_if(layers, holds) - layers.begin());
}

std::string layer_of_include(const std::string& included, const std::string& own) {
    const std::vector<std::string> parts = split(included, '/');
    if (parts.size() == 1) return own;
    if (parts[0] != "pdiff") return parts[0];
    const auto found = public_headers.find(parts[1]);
    return found == public_headers.end() ? "" : found->second;
}

struct Include {
    fs::path file;
    std::string line;
    std::string target;  // with its quotes or angle brackets
};

std::vector<Include> includes() {
    static const std::regex pattern(R"re(^\s*#\s*include\s*([<"][^>"]*[>"]).*)re");
    std::vector<Include> found;
    for (const fs::path& file : source_files({"include", "grammar", "src"})) {
        for (const std::string& line : read_lines(file)) {
            std::smatch match;
            if (std::regex_match(line, match, pattern)) found.push_back({file, line, match[1]});
        }
    }
    return found;
}

}  // namespace

TEST_CASE("every source file belongs to a layer") {
    for (const fs::path& file : source_files({"include", "grammar", "src"})) {
        INFO(shown(file));
        CHECK(rank(layer_of(file)) < layers.size());
    }
}

TEST_CASE("includes point down only") {
    for (const Include& include : includes()) {
        if (include.target.front() != '"') continue;
        const std::string own = layer_of(include.file);
        const std::string other = layer_of_include(include.target.substr(1, include.target.size() - 2), own);
        INFO(shown(include.file), ": ", include.line);
        const bool down = own == other || rank(other) < rank(own);
        CHECK(down);
    }
}

TEST_CASE("heavy libraries are known in their own place only") {
    for (const Fence& fence : fences) {
        INFO(fence.name);
        std::vector<std::string> files;
        for (const Include& include : includes()) {
            if (!std::regex_match(include.target, std::regex(fence.header))) continue;
            INFO(shown(include.file), ": ", include.line);
            CHECK(std::regex_match(shown(include.file), std::regex(fence.allowed)));
            files.push_back(shown(include.file));
        }
        files.erase(std::unique(files.begin(), files.end()), files.end());
        CHECK(files.size() <= fence.files);
    }
}

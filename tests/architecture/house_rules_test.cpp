// What the house rules say about a file's size, its opening and its words.
#include <doctest/doctest.h>

#include <regex>
#include <string>
#include <vector>

#include "support/files.hpp"

using namespace pdiff::test;

namespace {

constexpr std::size_t file_lines = 300;
constexpr std::size_t function_lines = 60;

// A table is not an idea that grows too long.
bool is_table(const fs::path& file) { return file.extension() == ".def"; }

std::string without_comments_and_strings(const std::string& line) {
    static const std::regex strings(R"re("(\\.|[^"\\])*"|'(\\.|[^'\\])*')re");
    static const std::regex comments(R"re(//.*)re");
    return std::regex_replace(std::regex_replace(line, strings, "\"\""), comments, "");
}

struct Word {
    std::string pattern;
    std::string why;
};
const std::vector<Word> forbidden_in_code = {
    {R"(\bvirtual\b)", "no virtual functions"},
    {R"((^|[^:\w])new\s+[A-Za-z_(])", "no raw new"},
    {R"(\bstd::(cout|cerr|printf|puts)\b|\bfmt::print\()", "output belongs to cli"},
    {R"(\busing namespace std\b)", "names stay where they belong"},
    {R"(\bstd::(format|views)\b)", "the compilers at hand have none"},
    {R"(\b(lhs|rhs|addend|subexpr)\b)", "see the names in docs/architecture.md"},
    {R"(\bstd::shared_ptr\b|\bdynamic_cast\b|\bgoto\b|\bsetlocale\b)", "the core needs none"},
};
const std::vector<Word> forbidden_anywhere = {
    {R"((^|[^\w])/(home|root|Users|work)/)", "a path of one machine"},
    {R"(\bTEMPORARY\b|\bTODO\b|\bFIXME\b|\bXXX\b)", "unfinished"},
    {R"(\.\./shared)", "a folder beside the project"},
};

bool in_cli(const fs::path& file) { return shown(file).starts_with("src/cli/"); }
bool in_tests(const fs::path& file) { return shown(file).starts_with("tests/"); }

std::vector<fs::path> project_files() {
    std::vector<fs::path> files =
        source_files({"include", "grammar", "src", "tests", "bench", "cmake", "docs", "scripts", ".ci"});
    for (const char* name : {"CMakeLists.txt", "CMakePresets.json", "README.md", "CHANGELOG.md", "CONTRIBUTING.md"}) {
        files.push_back(source_dir() / name);
    }
    return files;
}

}  // namespace

TEST_CASE("a file is one idea") {
    for (const fs::path& file : source_files({"include", "grammar", "src"})) {
        if (is_table(file)) continue;
        const std::size_t lines = read_lines(file).size();
        INFO(shown(file), ": ", lines, " lines");
        CHECK(lines <= file_lines);
    }
}

// By its shape: clang-format puts a free function's first line and its closing brace in the first column.
TEST_CASE("a function is short") {
    static const std::regex opening(R"(^[A-Za-z_\[][^;]*\)[^;]*\{$|^ {4,}[^;]*\)( const)?( noexcept)? \{$)");
    for (const fs::path& file : source_files({"include", "grammar", "src"})) {
        std::size_t begin = 0;
        const std::vector<std::string> lines = read_lines(file);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (begin == 0 && lines[i].find_first_not_of(' ') == 0 && std::regex_search(lines[i], opening))
                begin = i + 1;
            if (begin == 0 || lines[i] != "}") continue;
            INFO(shown(file), ":", begin, ": a function of ", i + 2 - begin, " lines");
            CHECK(i + 2 - begin <= function_lines);
            begin = 0;
        }
    }
}

TEST_CASE("a header opens with the sentence that says what it is for") {
    for (const fs::path& file : source_files({"include", "grammar", "src", "tests"})) {
        if (file.extension() != ".hpp") continue;
        const std::vector<std::string> lines = read_lines(file);
        INFO(shown(file));
        CHECK(lines.at(0).starts_with("// "));
        CHECK(read_file(file).find("\n#pragma once\n") != std::string::npos);
    }
}

TEST_CASE("words that do not belong in the code") {
    for (const Word& word : forbidden_in_code) {
        const std::regex pattern(word.pattern);
        for (const fs::path& file : source_files({"include", "grammar", "src"})) {
            if (in_cli(file)) continue;
            for (const std::string& line : read_lines(file)) {
                if (line.find("// NOLINT: ") != std::string::npos) continue;  // a reason stands there
                INFO(shown(file), ": ", line, " (", word.why, ")");
                CHECK_FALSE(std::regex_search(without_comments_and_strings(line), pattern));
            }
        }
    }
}

TEST_CASE("words that do not belong in the project") {
    for (const fs::path& file : project_files()) {
        if (in_tests(file) || file.extension() == ".png") continue;
        const std::string text = read_file(file);
        for (const Word& word : forbidden_anywhere) {
            INFO(shown(file), ": ", word.why);
            CHECK_FALSE(std::regex_search(text, std::regex(word.pattern)));
        }
    }
}

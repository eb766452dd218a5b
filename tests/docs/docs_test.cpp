// Every example of the documentation runs and prints what stands there.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/files.hpp"
#include "support/process.hpp"

using namespace pdiff::test;

namespace {

struct Example {
    std::string place;  // "README.md:12"
    std::string command;
    std::string output;
    int status = 0;  // "# exit 2" behind the output
};

// From the blocks that are fenced as `console`: a line `$ command`, then what it prints on standard output.
std::vector<Example> examples(const fs::path& file) {
    std::vector<Example> found;
    bool inside = false;
    std::size_t number = 0;
    for (const std::string& line : read_lines(file)) {
        ++number;
        if (line.starts_with("```")) {
            inside = line == "```console";
        } else if (inside && line.starts_with("$ ")) {
            found.push_back({shown(file) + ":" + std::to_string(number), line.substr(2), ""});
        } else if (inside && line.starts_with("# exit ")) {
            found.back().status = std::stoi(line.substr(7));
        } else if (inside && !found.empty()) {
            found.back().output += line + "\n";
        }
    }
    return found;
}

std::vector<fs::path> pages() {
    std::vector<fs::path> files = source_files({"docs"});
    files.push_back(source_dir() / "README.md");
    std::erase_if(files, [](const fs::path& file) { return file.extension() != ".md"; });
    return files;
}

// The text of a fenced block of the given kind.
std::string fenced(const std::string& page, const std::string& kind) {
    const std::string fence = "```" + kind + "\n";
    const std::size_t begin = page.find(fence);
    if (begin == std::string::npos) return {};
    return page.substr(begin + fence.size(), page.find("```\n", begin + fence.size()) - begin - fence.size());
}

}  // namespace

TEST_CASE("examples of the documentation") {
    const std::string path = "PATH=\"" + fs::path(PDIFF_BINARY).parent_path().string() + ":$PATH\"; ";
    std::size_t count = 0;
    for (const fs::path& page : pages()) {
        for (const Example& example : examples(page)) {
            ++count;
            const Outcome outcome = run_program({"sh", "-c", path + example.command});
            INFO(example.place, ": ", example.command, "\n", outcome.err);
            CHECK(outcome.out == example.output);
            CHECK(outcome.status == example.status);
        }
    }
    CHECK(count >= 5);
}

TEST_CASE("the program in docs/library.md is the one that is built against the installed package") {
    const std::string page = read_file(source_dir() / "docs/library.md");
    CHECK(fenced(page, "cpp") == read_file(source_dir() / "tests/install/example.cpp"));
    CHECK(fenced(page, "cmake") == read_file(source_dir() / "tests/install/CMakeLists.txt"));
}

TEST_CASE("links between the pages lead somewhere") {
    for (const fs::path& page : pages()) {
        const std::string text = read_file(page);
        for (std::size_t at = 0; (at = text.find("](", at)) != std::string::npos; ++at) {
            const std::string target = text.substr(at + 2, text.find_first_of(")#", at + 2) - at - 2);
            if (target.empty() || target.find(' ') != std::string::npos || target.starts_with("http")) continue;
            if (target.find('.') == std::string::npos) continue;
            INFO(shown(page), ": ", target);
            CHECK(fs::exists(page.parent_path() / target));
        }
    }
}

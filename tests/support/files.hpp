// Files of the source tree, read as text.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pdiff::test {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path);
std::vector<std::string> split(std::string_view text, char separator);
// Without the line ends; nothing behind the last one.
std::vector<std::string> read_lines(const fs::path& path);
// Every file below the given folders of the source tree, by name; folders that do not exist are empty.
std::vector<fs::path> source_files(const std::vector<std::string>& folders);
fs::path source_dir();
// As "src/expr/pool.cpp".
std::string shown(const fs::path& path);

}  // namespace pdiff::test

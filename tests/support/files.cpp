#include "support/files.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace pdiff::test {

fs::path source_dir() { return PDIFF_SOURCE_DIR; }

std::string shown(const fs::path& path) { return path.lexically_relative(source_dir()).generic_string(); }

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::vector<std::string> read_lines(const fs::path& path) {
    std::vector<std::string> lines = split(read_file(path), '\n');
    if (lines.back().empty()) lines.pop_back();
    return lines;
}

std::vector<fs::path> source_files(const std::vector<std::string>& folders) {
    std::vector<fs::path> files;
    for (const std::string& folder : folders) {
        std::error_code absent;
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(source_dir() / folder, absent)) {
            if (entry.is_regular_file()) files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

}  // namespace pdiff::test

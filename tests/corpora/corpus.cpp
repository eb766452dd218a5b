#include "corpora/corpus.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace pdiff::test {
namespace {

// Every how many rows of a large file are enough for every day.
const std::map<std::string, std::size_t> strides = {{"rubi", 24}, {"rubi_special", 24}, {"deepmind", 4}};

using Table = std::vector<std::vector<std::string>>;

Table read_table(const fs::path& path) {
    Table table;
    for (const std::string& line : read_lines(path)) table.push_back(split(line, '\t'));
    return table;
}

// id, point, value: joined to the rows of the other file by id.
void add_values(std::vector<Row>& rows, const fs::path& path) {
    std::map<std::string, std::pair<std::string, std::string>> values;
    for (const auto& columns : read_table(path)) values[columns.at(0)] = {columns.at(1), columns.at(2)};
    for (Row& row : rows) {
        const auto found = values.find(row.id);
        if (found != values.end()) std::tie(row.point, row.value) = found->second;
    }
}

// expression, variable, length, form, who.
std::vector<Row> textbook_rows(const fs::path& path) {
    std::vector<Row> rows;
    for (const auto& columns : read_table(path)) {
        rows.push_back({"textbook_forms", columns.at(0), columns.at(0), columns.at(1), columns.at(3), "", "", true});
    }
    return rows;
}

}  // namespace

fs::path corpora_dir() { return source_dir() / "../shared/corpora"; }
fs::path hostile_dir() { return source_dir() / "../shared/hostile"; }

bool run_everything() {
    const char* wish = std::getenv("PDIFF_CORPORA");
    return wish != nullptr && std::string_view(wish) == "full";
}

std::vector<Row> corpus_rows() {
    std::vector<Row> rows;
    std::error_code absent;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(corpora_dir(), absent)) {
        if (entry.path().extension() == ".tsv") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
        const std::string name = file.stem();
        if (name == "gobench_oracle") continue;
        if (name == "textbook_forms") {
            for (Row& row : textbook_rows(file)) rows.push_back(std::move(row));
            continue;
        }
        const auto stride = strides.find(name);
        const std::size_t step = run_everything() || stride == strides.end() ? 1 : stride->second;
        const Table table = read_table(file);
        for (std::size_t i = 0; i < table.size(); i += step) {
            rows.push_back({name, table[i].at(0), table[i].at(1), table[i].at(2), table[i].at(3), "", ""});
        }
    }
    add_values(rows, corpora_dir() / "gobench_oracle.tsv");
    return rows;
}

std::vector<std::string> bare_names(std::string_view text) {
    const auto is_letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) || c == '_'; };
    const auto is_digit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)); };
    std::set<std::string> names;
    for (std::size_t i = 0; i < text.size();) {
        if (!is_letter(text[i])) {
            ++i;
            continue;
        }
        const std::size_t begin = i;
        while (i < text.size() && (is_letter(text[i]) || is_digit(text[i]))) ++i;
        const std::string name(text.substr(begin, i - begin));
        if ((i == text.size() || text[i] != '(') && name != "pi") names.insert(name);
    }
    return {names.begin(), names.end()};
}

ParseOptions options_of(const Row& row) {
    ParseOptions options;
    options.wrt = parse_variables(row.variables);
    if (!row.standard_names) options.variables = bare_names(row.expression + ' ' + row.expected);
    return options;
}

}  // namespace pdiff::test

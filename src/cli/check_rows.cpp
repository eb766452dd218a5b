#include "cli/check_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/option_table.hpp"
#include "cli/record_fields.hpp"
#include "pdiff/error.hpp"

namespace pdiff::cli {

namespace {

constexpr std::string_view id_names = "id name student";
constexpr std::string_view wrt_names = "wrt variable variables";

std::string_view usual(std::string_view names) { return names.substr(0, names.find(' ')); }

std::string column_name(std::string text) {
    constexpr std::string_view bom = "\xef\xbb\xbf";
    if (text.starts_with(bom)) text.erase(0, bom.size());
    std::erase_if(text, [](char c) { return c == ' '; });
    for (char& c : text) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return text;
}

std::vector<std::string_view> tab_fields(std::string_view line) {
    std::vector<std::string_view> fields;
    for (std::size_t begin = 0; begin <= line.size();) {
        const std::size_t end = std::min(line.find('\t', begin), line.size());
        fields.push_back(line.substr(begin, end - begin));
        begin = end + 1;
    }
    return fields;
}

}  // namespace

RowReader::RowReader(const Task& task, const RowNames& names, std::optional<std::string> fixed, Input& input)
    : names_(names),
      fixed_(std::move(fixed)),
      input_(input),
      csv_(input, task.limits.line_bytes),
      kind_(task.options.input) {}

bool RowReader::next(Input::Line& line) {
    if (kind_ != "csv") return input_.next(line);
    if (!headed_) read_header();
    return csv_.next(line);
}

void RowReader::read_header() {
    headed_ = true;
    Input::Line line;
    if (!csv_.next(line)) return;
    csv_.separator = csv_separator(line.text);
    const std::vector<std::string> columns = csv_fields(line.text, csv_.separator);
    columns_ = columns.size();
    const auto find = [&](std::string_view names) {
        const auto found = std::ranges::find_if(columns, [&](const std::string& text) {
            const std::string name = column_name(text);
            return !name.empty() && has_word(names, name);
        });
        return found == columns.end() ? absent : static_cast<std::size_t>(found - columns.begin());
    };
    id_ = find(id_names), first_ = find(names_.first), second_ = find(names_.second), wrt_ = find(wrt_names);
    const bool lacks_first = first_ == absent && !fixed_;
    if (lacks_first || second_ == absent)
        throw Error(
            ErrorKind::usage,
            fmt::format("the header has no column \"{}\"", usual(lacks_first ? names_.first : names_.second)), {},
            fmt::format("name the columns in the first line: id,{},{}", usual(names_.first), usual(names_.second)));
}

void RowReader::read(std::string_view line, Row& row) const {
    row = {};
    if (kind_ == "csv")
        read_csv(line, row);
    else if (kind_ == "ndjson")
        read_json(line, row);
    else
        read_tabs(line, row);
    if (fixed_) row.first = *fixed_;
}

// [id], function, answer
void RowReader::read_tabs(std::string_view line, Row& row) const {
    const std::vector<std::string_view> fields = tab_fields(line);
    const std::size_t needed = fixed_ ? 1 : 2;
    if (fields.size() < needed || fields.size() > needed + 1)
        throw Error(ErrorKind::syntax,
                    fmt::format("expected {} and {} between tabs, found {} field{}", usual(names_.first),
                                usual(names_.second), fields.size(), fields.size() == 1 ? "" : "s"),
                    {}, "a third field in front is the id");
    if (fields.size() > needed) row.id = fields.front();
    row.second = fields.back();
    if (!fixed_) row.first = fields[fields.size() - 2];
}

void RowReader::read_csv(std::string_view line, Row& row) const {
    const std::vector<std::string> fields = csv_fields(line, csv_.separator);
    const auto field = [&](std::size_t column) { return column < fields.size() ? fields[column] : std::string(); };
    row.id = field(id_);
    if (fields.size() > columns_)
        throw Error(ErrorKind::syntax, fmt::format("expected {} fields, found {}", columns_, fields.size()), {},
                    fmt::format("put a field that contains `{}` in quotes", csv_.separator));
    row.first = field(first_), row.second = field(second_);
    if (std::string wrt = field(wrt_); !wrt.empty()) row.wrt.push_back(std::move(wrt));
}

void RowReader::read_json(std::string_view line, Row& row) const {
    const std::string_view first = usual(names_.first), second = usual(names_.second);
    const FieldRow allowed[] = {{"id", false, true}, {first}, {second}, {"wrt", true}};
    const std::string expected =
        fmt::format("expected an object such as {{\"{}\": \"x^2\", \"{}\": \"2*x\"}}", first, second);
    bool has_first = fixed_.has_value(), has_second = false;
    for (Field& field : read_fields(line, allowed, expected)) {
        if (field.name == "wrt") {
            row.wrt = std::move(field.values);
            continue;
        }
        (field.name == "id" ? row.id : field.name == first ? row.first : row.second) = std::move(field.values.front());
        has_first = has_first || field.name == first;
        has_second = has_second || field.name == second;
    }
    if (!has_first || !has_second)
        throw Error(ErrorKind::syntax, fmt::format("the record has no \"{}\"", has_first ? second : first), {},
                    expected);
}

}  // namespace pdiff::cli

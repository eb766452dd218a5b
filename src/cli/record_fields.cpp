#include "cli/record_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "pdiff/error.hpp"

namespace pdiff::cli {

namespace {

// Reads the events of the parser instead of a tree, so depth costs nothing and a duplicate is seen.
class Reader {
public:
    using Json = nlohmann::json;
    Reader(std::span<const FieldRow> allowed, std::string_view expected) : allowed_(allowed), expected_(expected) {}
    std::vector<Field> fields;

    bool null() { wrong("null"); }
    bool boolean(bool) { wrong("a boolean"); }
    bool number_integer(Json::number_integer_t n) { return number(std::to_string(n)); }
    bool number_unsigned(Json::number_unsigned_t n) { return number(std::to_string(n)); }
    bool number_float(Json::number_float_t, const std::string& text) { return number(text); }
    bool binary(Json::binary_t&) { wrong("binary data"); }
    bool start_object(std::size_t) {
        if (inside_) wrong("an object");
        return inside_ = true;
    }
    bool key(std::string& name) {
        row_ = nullptr;
        for (const FieldRow& row : allowed_)
            if (row.name == name) row_ = &row;
        if (!row_) refuse(fmt::format("unknown key \"{}\"", name));
        if (std::ranges::find(fields, name, &Field::name) != fields.end())
            refuse(fmt::format("duplicate key \"{}\"", name));
        fields.push_back({row_->name, {}});
        return true;
    }
    bool end_object() { return true; }
    bool start_array(std::size_t) {
        if (!row_ || !row_->list || in_array_) wrong("an array");
        return in_array_ = true;
    }
    bool end_array() {
        in_array_ = false;
        return true;
    }
    bool string(std::string& text) {
        if (!inside_) wrong("a string");
        fields.back().values.push_back(text);
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) {
        std::string_view what = error.what();
        if (const std::size_t dash = what.find(" - "); dash != std::string_view::npos) what.remove_prefix(dash + 3);
        what = what.substr(0, what.find("; last read"));
        refuse(fmt::format("not JSON at byte {}: {}", position, what));
    }

private:
    bool number(std::string text) {
        if (!row_ || !row_->number) wrong("a number");
        return string(text);
    }
    [[noreturn]] void refuse(std::string message) const {
        throw Error(ErrorKind::syntax, std::move(message), {}, std::string(expected_));
    }
    [[noreturn]] void wrong(std::string_view found) const {
        if (!inside_) refuse(fmt::format("a record is an object, found {}", found));
        refuse(fmt::format("\"{}\" is a string, found {}", row_ ? row_->name : "", found));
    }

    std::span<const FieldRow> allowed_;
    std::string_view expected_;
    const FieldRow* row_ = nullptr;
    bool inside_ = false, in_array_ = false;
};

}  // namespace

std::vector<Field> read_fields(std::string_view line, std::span<const FieldRow> allowed, std::string_view expected) {
    Reader reader(allowed, expected);
    nlohmann::json::sax_parse(line.begin(), line.end(), &reader);
    return std::move(reader.fields);
}

}  // namespace pdiff::cli

#include "cli/record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <vector>

#include "pdiff/error.hpp"

namespace pdiff::cli {

namespace {

constexpr std::string_view expected = "expected an object such as {\"expr\": \"x^2\", \"wrt\": \"x\"}";

[[noreturn]] void refuse(std::string message, std::string hint = std::string(expected)) {
    throw Error(ErrorKind::syntax, std::move(message), {}, std::move(hint));
}

struct Fields {
    std::optional<std::string> expr;
    std::vector<std::string> wrt;
};

// Reads the events of the parser instead of a tree, so depth costs nothing and a duplicate is seen.
class Reader {
public:
    using Json = nlohmann::json;
    Fields fields;

    bool null() { wrong("null"); }
    bool boolean(bool) { wrong("a boolean"); }
    bool number_integer(Json::number_integer_t) { wrong("a number"); }
    bool number_unsigned(Json::number_unsigned_t) { wrong("a number"); }
    bool number_float(Json::number_float_t, const std::string&) { wrong("a number"); }
    bool binary(Json::binary_t&) { wrong("binary data"); }
    bool start_object(std::size_t) {
        if (inside_) wrong("an object");
        return inside_ = true;
    }
    bool key(std::string& name) {
        if (name != "expr" && name != "wrt") refuse(fmt::format("unknown key \"{}\"", name));
        if (std::ranges::find(seen_, name) != seen_.end()) refuse(fmt::format("duplicate key \"{}\"", name));
        seen_.push_back(key_ = name);
        return true;
    }
    bool end_object() { return true; }
    bool start_array(std::size_t) {
        if (key_ != "wrt" || in_array_) wrong("an array");
        return in_array_ = true;
    }
    bool end_array() {
        in_array_ = false;
        return true;
    }
    bool string(std::string& text) {
        if (!inside_) wrong("a string");
        if (key_ == "expr")
            fields.expr = text;
        else
            fields.wrt.push_back(text);
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) {
        std::string_view what = error.what();
        if (const std::size_t dash = what.find(" - "); dash != std::string_view::npos) what.remove_prefix(dash + 3);
        what = what.substr(0, what.find("; last read"));
        refuse(fmt::format("not JSON at byte {}: {}", position, what));
    }

private:
    [[noreturn]] void wrong(std::string_view found) const {
        if (!inside_) refuse(fmt::format("a record is an object, found {}", found));
        refuse(fmt::format("\"{}\" is a string, found {}", key_, found));
    }

    bool inside_ = false, in_array_ = false;
    std::string key_;
    std::vector<std::string> seen_;
};

}  // namespace

Record read_record(const Task& task, std::string_view line) {
    if (task.options.input == "text") return {};
    Reader reader;
    nlohmann::json::sax_parse(line.begin(), line.end(), &reader);
    if (!reader.fields.expr) refuse("the record has no \"expr\"");
    Record record{std::move(reader.fields.expr), nullptr};
    if (!reader.fields.wrt.empty()) {
        Options options = task.options;
        options.wrt = std::move(reader.fields.wrt);
        record.own_task = std::make_shared<const Task>(make_task(options));
    }
    return record;
}

}  // namespace pdiff::cli

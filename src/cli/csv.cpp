#include "cli/csv.hpp"

#include <algorithm>

#include "pdiff/error.hpp"

namespace pdiff::cli {

namespace {

// Whether a line ends inside of quotes that were opened in it, or before where `open` says so.
bool ends_open(std::string_view line, char separator, bool open) {
    bool may_open = true;  // at the start of a field, and behind a closing quote: it was doubled
    for (const char c : line) {
        const bool turns = c == '"' && (open || may_open);
        if (turns) open = !open;
        may_open = !open && (turns || c == separator);
    }
    return open;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t") == std::string_view::npos; }

}  // namespace

bool CsvInput::next(Input::Line& record) {
    do {
        if (!input_.next(record)) return false;
    } while (!record.too_long && is_blank(record.text));
    bool open = !record.too_long && ends_open(record.text, separator, false);
    if (!open) return true;
    text_ = record.text;
    for (Input::Line more; open && input_.next(more);) {
        record.too_long = record.too_long || more.too_long || text_.size() + more.text.size() >= limit_;
        open = more.too_long || ends_open(more.text, separator, true);
        if (record.too_long)
            text_.clear();
        else
            (text_ += '\n') += more.text;
    }
    record.text = text_;
    return true;
}

std::vector<std::string> csv_fields(std::string_view record, char separator) {
    const auto place = [](std::size_t at) {
        return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1)};
    };
    std::vector<std::string> fields(1);
    for (std::size_t at = 0; at < record.size();) {
        std::string& field = fields.back();
        if (record[at] != '"') {
            const std::size_t end = std::min(record.find(separator, at), record.size());
            field = record.substr(at, end - at);
            at = end;
        } else {
            const std::size_t begin = at++;
            for (; at < record.size() && (record[at] != '"' || record.substr(at, 2) == "\"\""); ++at) {
                field += record[at];
                if (record[at] == '"') ++at;
            }
            if (at == record.size()) throw Error(ErrorKind::syntax, "the quote is never closed", place(begin));
            ++at;
        }
        if (at == record.size()) break;
        if (record[at] != separator)
            throw Error(ErrorKind::syntax, "text behind a quoted field", place(at), "put all of the field in quotes");
        ++at;
        fields.emplace_back();
    }
    return fields;
}

char csv_separator(std::string_view header) {
    for (const char separator : {',', ';', '\t'})
        if (header.find(separator) != std::string_view::npos) return separator;
    return ',';
}

}  // namespace pdiff::cli

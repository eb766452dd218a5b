#include "cli/csv.hpp"

#include <algorithm>

#include "pdiff/error.hpp"

namespace pdiff::cli {

namespace {

bool closes_all_quotes(std::string_view text) { return std::ranges::count(text, '"') % 2 == 0; }

}  // namespace

bool CsvInput::next(Input::Line& record) {
    if (!input_.next(record)) return false;
    if (record.too_long || closes_all_quotes(record.text)) return true;
    text_ = record.text;
    bool open = true;
    while (open) {
        Input::Line more;
        if (!input_.next(more)) break;
        if (!closes_all_quotes(more.text)) open = false;
        record.too_long = record.too_long || more.too_long || text_.size() + more.text.size() >= limit_;
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
            if (const std::size_t quote = field.find('"'); quote != std::string::npos)
                throw Error(ErrorKind::syntax, "a quote inside a field that is not quoted", place(at + quote),
                            "put the field in quotes, and each quote in it twice");
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

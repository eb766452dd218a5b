// docs/mistakes.md, made of the tables: each row with what it makes of its example, and what is said to that.
#include <fmt/format.h>

#include "check/example.hpp"
#include "pdiff/print.hpp"

namespace pdiff {
namespace {

std::string cell(std::string_view text) {
    std::string to;
    for (const char c : text) to += c == '|' ? "\\|" : std::string(1, c);
    return to;
}

std::string table_row(const MistakeRow& row) {
    const MistakeExample example = example_of(row);
    return fmt::format("| {} | {} | `{}` | `{}` | {} |\n", cell(row.name), cell(row.topic), cell(example.function),
                       cell(example.answer), cell(example.said));
}

}  // namespace

std::string mistakes_list() {
    std::string text;
    for (const MistakeRow* row : mistake_rows()) text += fmt::format("{:<60} {}\n", row->name, row->topic);
    return text;
}

std::string mistakes_page() {
    std::string page =
        "# Mistakes\n\n"
        "What `pdiff check` knows of wrong derivatives. This page is printed by `pdiff mistakes --format markdown`.\n\n"
        "A mistake is named where it is proved to make just the answer that was given: at one place, wherever its "
        "rule\n"
        "applies, or together with a second one. Where several do, all are named, the likely ones first.\n\n"
        "| mistake | topic | example | wrong answer | what is said |\n|---|---|---|---|---|\n";
    for (const MistakeRow* row : mistake_rows()) page += table_row(*row);
    return page;
}

}  // namespace pdiff

#include "cli/arguments.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/option_table.hpp"
#include "pdiff/error.hpp"

namespace pdiff::cli {

namespace {

struct Item {
    const OptionRow* option = nullptr;  // else an expression
    std::string text;                   // the expression or the option's value
    bool has_value = false;
    bool literal = false;  // behind `--`, so neither a command nor an option's value
};

[[noreturn]] void unknown_option(std::string_view argument, std::string_view name) {
    const OptionRow* near = nearest_option(name);
    throw Error(ErrorKind::usage, fmt::format("unknown option {}", argument), {},
                near ? fmt::format("did you mean --{}?", near->name)
                     : fmt::format("for an expression that starts so, write: pdiff -- \"{}\"", argument));
}

bool is_option(std::string_view argument) {
    return argument == "--" || (argument.starts_with("--") && find_option(argument.substr(2, argument.find('=') - 2)));
}

const OptionRow* by_letter(std::string_view argument) {
    if (argument.size() != 2 || argument[0] != '-') return nullptr;
    const auto rows = option_rows();
    const auto found = std::ranges::find(rows, argument[1], [](const OptionRow& row) { return row.traits.letter; });
    return argument[1] == 0 || found == rows.end() ? nullptr : &*found;
}

// A list such as x,y1,θ: names alone, for the optional VARS.
bool is_name_list(std::string_view text) {
    bool at_start = true;
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        const bool letter =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
        if (at_start ? !letter : !(letter || digit || c == ',')) return false;
        at_start = c == ',';
    }
    return !at_start;
}

Item read_option(std::span<char* const> arguments, std::size_t& i) {
    const std::string_view argument = arguments[i];
    const std::size_t equals = argument.find('=');
    const std::string_view name = argument.substr(2, equals - 2);
    const OptionRow* row = find_option(name);
    if (!row) unknown_option(argument.substr(0, equals), name);
    Item item{row, {}, false, false};
    if (equals != std::string_view::npos) {
        if (row->argument.empty()) throw Error(ErrorKind::usage, fmt::format("--{} takes no value", row->name));
        item.text = argument.substr(equals + 1), item.has_value = true;
    } else if (!row->argument.empty() && row->argument[0] != '[') {
        if (i + 1 < arguments.size() && !is_option(arguments[i + 1])) item.text = arguments[++i], item.has_value = true;
    } else {
        return item;
    }
    if (item.text.empty())
        throw Error(ErrorKind::usage, fmt::format("--{} needs a value", row->name), {},
                    fmt::format("write --{} {}", row->name, row->argument));
    return item;
}

std::vector<Item> read_items(std::span<char* const> arguments) {
    std::vector<Item> items;
    bool literal = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        if (literal) {
            items.push_back({nullptr, std::string(argument), false, true});
        } else if (argument == "--") {
            literal = true;
        } else if (const OptionRow* row = by_letter(argument)) {
            items.push_back({row, {}, false, false});
        } else if (argument.starts_with("--")) {
            items.push_back(read_option(arguments, i));
        } else {
            items.push_back({nullptr, std::string(argument), false, false});
        }
    }
    return items;
}

// `--gradient x,y` takes the list of names, if what is left still holds an expression.
void take_optional_values(std::vector<Item>& items) {
    auto expressions = std::ranges::count_if(items, [](const Item& item) { return !item.option; });
    for (std::size_t i = 0; i + 1 < items.size() && expressions >= 2; ++i) {
        Item& option = items[i];
        const Item& next = items[i + 1];
        if (!option.option || option.has_value || !option.option->argument.starts_with('[')) continue;
        if (next.option || next.literal || !is_name_list(next.text)) continue;
        option.text = next.text, option.has_value = true;
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        --expressions;
    }
}

}  // namespace

Arguments sort_arguments(std::span<char* const> arguments) {
    std::vector<Item> items = read_items(arguments);
    Arguments sorted;
    const auto first = std::ranges::find_if(items, [](const Item& item) { return !item.option; });
    if (first != items.end() && !first->literal && find_command(first->text)) {
        sorted.command = first->text;
        items.erase(first);
    }
    take_optional_values(items);
    for (Item& item : items) {
        if (!item.option)
            sorted.expressions.push_back(std::move(item.text));
        else
            sorted.options.push_back(item.has_value ? fmt::format("--{}={}", item.option->name, item.text)
                                                    : fmt::format("--{}", item.option->name));
    }
    return sorted;
}

}  // namespace pdiff::cli

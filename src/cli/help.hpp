// Help, manual page and completions: all made from the tables of options, commands and examples.
#pragma once

#include <string>
#include <string_view>

namespace pdiff::cli {

std::string short_help();
std::string long_help();
std::string command_help(std::string_view command);
std::string manual_page();
std::string completions(std::string_view shell);

}  // namespace pdiff::cli

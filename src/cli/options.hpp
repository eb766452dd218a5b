// What the user asked for on the command line, as plain values.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pdiff::cli {

struct Options {
    std::string command;                   // "functions"; empty for derivatives
    std::vector<std::string> expressions;  // what is neither a command nor an option

    // Which derivative. An operator's text is its VARS, or empty.
    std::vector<std::string> wrt;
    std::optional<std::string> gradient, hessian, jacobian, divergence, curl, laplacian;
    std::optional<std::string> directional, total, implicit;
    std::optional<std::size_t> order;
    bool unit = false;

    // The value at a point.
    std::vector<std::string> at;
    std::optional<std::size_t> digits;
    bool exact = false;
    bool value = false;

    // How much is explained.
    std::string detail = "normal";
    std::optional<std::size_t> hint;
    bool quiz = false;

    // How the text is read.
    std::vector<std::string> variables, functions;
    std::vector<std::string> assumptions;
    bool split = false;
    bool strict = false;
    bool quiet = false;
    std::string input = "text";

    // How results are printed.
    std::string format = "plain";
    bool json = false;  // --format json
    std::string form = "auto";
    bool bare = false;
    bool share = false;
    bool no_color = false;

    // Verdicts.
    std::string accept = "proof";
    bool same_domain = false;
    bool show = false;
    std::string cross_check;
    bool csv = false;

    // Graphs, plots and tables.
    std::string grid;
    std::string step = "1/1000";
    std::string output;
    std::string range;
    std::string kind;
    bool script = false;
    std::string descent;
    double rate = 0.1;
    std::size_t descent_steps = 50;
    std::size_t nodes = 300;

    std::vector<std::string> limits;
    double timeout = 0;  // seconds; 0 is none

    bool short_help = false;
    bool help = false;
    bool version = false;
    bool man = false;
    std::string completions;
};

// The arguments without the program's name. Throws Error{usage}.
Options read_options(std::span<char* const> arguments);

}  // namespace pdiff::cli

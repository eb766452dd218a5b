#include "cli/commands.hpp"

#include <algorithm>

#include "cli/check_command.hpp"
#include "cli/equal_command.hpp"
#include "cli/functions_command.hpp"
#include "cli/graph_command.hpp"
#include "cli/mistakes_command.hpp"
#include "cli/plot_command.hpp"
#include "cli/steps_command.hpp"
#include "cli/table_command.hpp"

namespace pdiff::cli {

namespace {

constexpr Example derivative_examples[] = {
    {"pdiff \"3*x^2*y\" --wrt x", "6*x*y"},
    {"pdiff \"x^2*sin(y)\"", "df/dx = 2*x*sin(y)\ndf/dy = x^2*cos(y)"},
    {"pdiff \"x^3*y^2\" --wrt x^2,y", "12*x*y"},
    {"pdiff \"x^2*y + y^3\" --gradient --at x=2,y=3", "grad f = [2*x*y, x^2 + 3*y^2] = [12, 31]"},
    {"pdiff \"x^2 + y^2 = 1\" --implicit y --wrt x", "-x/y"},
    {"printf 'x^2\\nsin(x)\\n' | pdiff - --wrt x", "2*x\ncos(x)"},
};

constexpr Example check_examples[] = {
    {"pdiff check \"x^2*sin(y)\" \"2x sin y\" --wrt x", "right: proved equal"},
    {"pdiff check \"x^2*y\" \"[2xy, x^2]\" --gradient", "right: all 2 entries proved equal"},
    {"pdiff check \"x^2 + 2x\" \"2x + 2\" --wrt x --form factored", "right value, but not factored"},
    {"pdiff check \"x^2*y\" - --wrt x < answers.txt", ""},
    {"pdiff check - --csv < answers.csv", ""},
};

constexpr Example equal_examples[] = {
    {"pdiff equal \"(x+1)^2\" \"x^2+2x+1\"", "right: proved equal"},
    {"pdiff equal \"sqrt(x^2)\" \"x\"", ""},
};

constexpr Example functions_examples[] = {{"pdiff functions --format markdown", ""}};

constexpr Example mistakes_examples[] = {{"pdiff mistakes --format markdown", ""}};

constexpr Example graph_examples[] = {
    {"pdiff graph \"u = x^2; sin(u)*y\"", ""},
    {"pdiff graph \"x^2*sin(y)\" --at x=2,y=pi/3 --output graph.svg", ""},
};

constexpr Example steps_examples[] = {
    {"pdiff steps \"x^2*sin(x)\" --wrt x", ""},
    {"pdiff steps \"x^2 + y^2 = 1\" --implicit y --wrt x", ""},
    {"pdiff steps \"x*exp(x*y)\" --gradient --format html > solution.html", ""},
    {"pdiff steps \"log(sin(x))\" --wrt x --hint 1", ""},
};

constexpr Example plot_examples[] = {
    {"pdiff plot \"x*sin(x)\"", ""},
    {"pdiff plot \"x^2*sin(y)\" --range x=-2:2,y=-pi:pi --at x=1.5,y=pi/3 --output plot.svg", ""},
    {"pdiff plot \"x^2 + 4*y^2\" --descent x=2,y=1 --rate 0.1 --steps 20 --output descent.png", ""},
};

constexpr Example table_examples[] = {
    {"pdiff table \"x^2*sin(y)\" --at x=1,y=0.5 --at x=2,y=pi/3", ""},
    {"pdiff table \"exp(-x^2)\" --grid x=0:2:5 --h 1/100 --format csv", ""},
};

constexpr CommandRow command_table[] = {
    {"check", "check EXPR ANSWER --wrt VARS", "is ANSWER the derivative? a proof, a counterexample, or undecided",
     check_command, check_examples},
    {"equal", "equal A B", "are two expressions equal? the same verdicts", equal_command, equal_examples},
    {"steps", "steps EXPR --wrt VARS", "the worked solution", steps_command, steps_examples},
    {"graph", "graph EXPR", "the computation graph, with the chain rule on it", graph_command, graph_examples},
    {"plot", "plot EXPR", "the function and its derivatives: curves, surface, gradient field", plot_command,
     plot_examples},
    {"code", "code EXPR --lang LANG", "a compilable function"},
    {"table", "table EXPR --at POINT...", "derivative, central difference and error, point by point", table_command,
     table_examples},
    {"eval", "eval EXPR --data FILE.csv", "value and derivatives at every row"},
    {"functions", "functions [--format markdown]", "every function that pdiff knows", functions_command,
     functions_examples},
    {"mistakes", "mistakes [--format markdown]", "every mistake that a check can name", mistakes_command,
     mistakes_examples},
};

}  // namespace

std::span<const CommandRow> command_rows() { return command_table; }

const CommandRow* find_command(std::string_view name) {
    const auto found = std::ranges::find(command_table, name, &CommandRow::name);
    return found == std::end(command_table) ? nullptr : found;
}

std::span<const Example> examples() { return derivative_examples; }

}  // namespace pdiff::cli

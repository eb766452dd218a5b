#include "print/tables.hpp"

#include <doctest/doctest.h>

namespace pdiff::test {
namespace {

TEST_CASE("a table in each format") {
    const Cells lines = {
        {"x", "df/dx"}, {"-1.5", "θ"}, {"a very long cell that stands alone in its line", "1"}, {"1", ""}};
    CHECK(in_columns(lines, " ") == " x     df/dx\n -1.5  θ\n a very long cell that stands alone in its line  1\n 1\n");
    const Cells odd = {{"a|b", "c,d"}, {"say \"no\"\nor `yes`", "x_1*[y]<z>#\\"}};
    CHECK(csv_table(odd) == "a|b,\"c,d\"\n\"say \"\"no\"\"\nor `yes`\",x_1*[y]<z>#\\\n");
    CHECK(markdown_table(odd) ==
          "| a\\|b | c,d |\n|---|---|\n| say \"no\" or \\`yes\\` | x\\_1\\*\\[y\\]\\<z\\>\\#\\\\ |\n");
    CHECK(latex_table({{"x", "y"}, {"1", "\\frac{1}{2}"}}) ==
          "\\begin{tabular}{rr}\n$x$ & $y$ \\\\\n\\hline\n$1$ & $\\frac{1}{2}$ \\\\\n\\end{tabular}\n");
}

}  // namespace
}  // namespace pdiff::test

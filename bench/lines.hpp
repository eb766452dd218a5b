// Lines as in a calculus textbook, the same ones everywhere.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace pdiff::bench {

// Products, quotients and compositions of polynomials, roots, trigonometric functions, exponentials and logarithms in
// x and y, in the syntax that all computer algebra systems read.
std::vector<std::string> textbook_lines(std::size_t count);

}  // namespace pdiff::bench

// Prints textbook lines: bench_lines 20000
#include <cstdlib>
#include <iostream>

#include "lines.hpp"

int main(int argc, char** argv) {
    const std::size_t count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 20'000;
    for (const std::string& line : pdiff::bench::textbook_lines(count)) std::cout << line << '\n';
}

// Runs a program with bounds on its time and memory and tells what became of it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace pdiff::test {

struct Bounds {
    unsigned seconds = 20;            // of processor time; twice as many on the clock
    std::size_t memory = 4ull << 30;  // bytes of address space; the sanitizers need far more and get it
    std::size_t output = 256u << 20;  // bytes of either stream
};

struct Outcome {
    int status = -1;  // the exit status; -1 where a signal ended it
    int signal = 0;   // 0 where it exited
    bool timed_out = false;
    std::string out;
    std::string err;
};

// The first argument is the program. `input_file` is its standard input; empty for none.
Outcome run_program(const std::vector<std::string>& arguments, const std::string& input_file = {},
                    const Bounds& bounds = {});

// What a POSIX shell would make of a command line: words, single and double quotes, backslashes; no expansions.
std::vector<std::string> shell_words(const std::string& line);

}  // namespace pdiff::test

// How far a long stream has come, on standard error while that is a terminal.
#pragma once

#include <chrono>
#include <cstddef>

namespace pdiff::cli {

class Progress {
public:
    Progress();
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void count(std::size_t lines) {
        if (wanted_ && lines % 256 == 0) show(lines);
    }

private:
    using Clock = std::chrono::steady_clock;
    void show(std::size_t lines);

    bool wanted_;  // not while the results themselves scroll by
    bool shown_ = false;
    Clock::time_point next_;
};

}  // namespace pdiff::cli

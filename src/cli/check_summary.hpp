// The table at the end of a stream of answers: how many were right and wrong, and which mistakes were made.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "cli/check_report.hpp"

namespace pdiff::cli {

class Summary {
public:
    void count(const Report& report);
    void count_error() { ++errors_; }
    std::string text() const;

private:
    std::size_t right_ = 0, wrong_ = 0, form_ = 0, undecided_ = 0, errors_ = 0;
    std::map<std::string, std::size_t, std::less<>> mistakes_;
};

}  // namespace pdiff::cli

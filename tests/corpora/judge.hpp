// One row of a corpus through the whole library: parsed, differentiated, printed, parsed back and compared by value.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "corpora/corpus.hpp"

namespace pdiff::test {

enum class Verdict : std::uint8_t {
    agreed,     // equal at three points or more
    unchecked,  // differentiated; the source gives no answer
    disputed,   // the source differs where a difference quotient proves our answer
    undecided,  // no answer, right or wrong, could be proved
    refused,    // an error that says why
    wrong,      // proved different at a point, or read back as something else
    crashed,    // a signal or a fault of pdiff itself
    timed_out,
};
constexpr std::array<std::string_view, 8> verdict_names = {"agreed",  "unchecked", "disputed", "undecided",
                                                           "refused", "wrong",     "crashed",  "timed out"};

// How the printed derivative reads back.
enum class RoundTrip : std::uint8_t { same, same_simplified, same_value, unknown };
constexpr std::array<std::string_view, 4> round_trip_names = {"same", "same simplified", "same value", "unknown"};

struct Judgement {
    Verdict verdict = Verdict::crashed;
    RoundTrip round_trip = RoundTrip::unknown;
    std::size_t length = 0;  // of the printed derivative, without spaces
    std::string detail;      // on one line
};

Judgement judge(const Row& row);

}  // namespace pdiff::test

// A function whose wrong derivatives would tell two mistakes apart that make the same answer of another one.
#pragma once

#include <string>

#include "check/candidates.hpp"

namespace pdiff {

// Of the examples of the table, and some more; empty where none of them does.
std::string tell_apart(const Candidate& a, const Candidate& b);

}  // namespace pdiff

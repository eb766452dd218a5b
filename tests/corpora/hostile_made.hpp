// The large hostile inputs, which are made rather than kept.
#pragma once

#include <string>
#include <string_view>

namespace pdiff::test {

// The content of the named file; empty where it is none of those that are made.
std::string make_hostile(std::string_view name);

}  // namespace pdiff::test

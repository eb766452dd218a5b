// What the grammar must be told of names: which of them are multiplied with the brackets behind, which are split.
#pragma once

#include "parse/reader.hpp"

namespace pdiff {

// Fills `source` from its text: the tree, parsed again where names demand it, and the role of every name.
void read_source(Source& source, NameTable& names, const Limits& limits, const ParseOptions& options,
                 bool list = false);

// Throws where a variable of the derivative occurs only inside a longer name, and notes where it occurs there too.
void check_variables(const Source& source, const NameTable& names, const ParseOptions& options, Parsed& parsed);

}  // namespace pdiff

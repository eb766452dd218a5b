// Statements: definitions in the order in which they need each other, and the function behind them.
#pragma once

#include "parse/reader.hpp"

namespace pdiff {

// Reads all statements; the value is the one of the last. Throws where one is neither a definition nor last, and
// Error{cycle}.
Expr read_statements(Reader& reader, Pool& pool, const Source& source, NameTable& names, Parsed& parsed);

}  // namespace pdiff

// What occurs more than once is written once: t1 = ...; t2 = ...; result.
#pragma once

#include <string>

#include "writer.hpp"

namespace pdiff::printing {

// `writer` has been started with the same arguments.
void write_with_definitions(Writer& writer, const Pool& pool, Expr f, const PrintOptions& options, std::string& out);

}  // namespace pdiff::printing

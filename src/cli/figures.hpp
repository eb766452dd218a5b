// The pictures on the page of a worked solution, as far as the programs that draw them are installed.
#pragma once

#include <string>

#include "cli/task.hpp"
#include "pdiff/parse.hpp"

namespace pdiff::cli {

// HTML; empty where nothing can be drawn. `parsed` was read as typed.
std::string figures(Pool& pool, const Task& task, const Parsed& parsed);

}  // namespace pdiff::cli

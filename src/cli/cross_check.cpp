#include "cli/cross_check.hpp"

namespace pdiff::cli {

void append_script(std::string&, Workspace&, const Task&, const Sides&, const Report&) {}

}  // namespace pdiff::cli

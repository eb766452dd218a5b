// A script that redoes a verdict with another computer algebra system.
#pragma once

#include <string>

#include "cli/check_report.hpp"

namespace pdiff::cli {

void append_script(std::string& to, Workspace& workspace, const Task& task, const Report& report);

}  // namespace pdiff::cli

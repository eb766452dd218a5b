#include "cli/mistakes_command.hpp"

#include <fmt/format.h>

#include "pdiff/error.hpp"
#include "pdiff/mistakes.hpp"

namespace pdiff::cli {

int mistakes_command(const Options& options, Output& output, std::string&) {
    if (!options.expressions.empty()) throw Error(ErrorKind::usage, "`pdiff mistakes` takes no expression");
    if (options.format != "plain" && options.format != "markdown")
        throw Error(ErrorKind::usage, fmt::format("`pdiff mistakes` has no --format {}", options.format), {},
                    "available: plain, markdown");
    output.write(options.format == "plain" ? mistakes_list() : mistakes_page());
    output.flush();
    return 0;
}

}  // namespace pdiff::cli

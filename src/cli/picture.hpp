// Where a picture goes, and in which format.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/options.hpp"
#include "cli/output.hpp"

namespace pdiff::cli {

// What --format says, else what the file's name ends with, else "text". Throws Error{usage} where it is not among
// `formats`.
std::string picture_format(const Options& options, std::span<const std::string_view> formats);

// To --output FILE, else to standard output; not as bytes that would garble a terminal.
void write_picture(const Options& options, Output& output, std::string_view format, std::string_view bytes);

}  // namespace pdiff::cli

// What every JSON object of the program has in common.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "cli/schema.hpp"
#include "pdiff/error.hpp"

namespace pdiff::cli {

using Json = nlohmann::ordered_json;

inline constexpr std::size_t input_bytes = 1024;  // of a line that is refused, more is left out

// In one line; bytes that are no UTF-8 are replaced.
void append(std::string& to, const Json& object);

// Its kind, message, place and hint.
Json error_object(const Error& error);

}  // namespace pdiff::cli

// The version of every JSON object that the program writes; docs/json.md has the schema.
#pragma once

namespace pdiff::cli {

inline constexpr int schema_version = 1;

}  // namespace pdiff::cli

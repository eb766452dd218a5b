// A worked solution as one JSON object; docs/json.md has the schema.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/answer.hpp"
#include "pdiff/explain.hpp"

namespace pdiff::cli {

// `explanations` are those of the answer's results, in order.
std::string steps_json(const Pool& pool, const Answer& answer, const std::vector<Explanation>& explanations,
                       std::string_view input);

}  // namespace pdiff::cli

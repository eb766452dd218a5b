// An answer as text: its list taken apart, the name in front of `=` taken off; places stay those of the whole text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pdiff/error.hpp"

namespace pdiff {

// Without the blanks around it.
Span trimmed(std::string_view text, Span span);

// Without what stands around mathematics in running text: $...$, \(...\), a full stop at the end.
Span without_marks(std::string_view text, Span span);

// Entries of a list: `[a, b]`, `(a, b)`, `<a, b>`, `a, b`, rows between semicolons, a LaTeX matrix. A single entry if
// it is none.
std::vector<Span> list_entries(std::string_view text, Span span);

// The parts between the equals signs, or colons, outside of brackets.
std::vector<Span> equated(std::string_view text, Span span);

// What stands in front of `=`: f', df/dx, f_x(x, y), grad f, y.
struct Label {
    std::string name;             // of the function; may be empty
    std::vector<std::string> by;  // variables as written; empty where none are
    bool derivative = true;       // else a bare name
};

// Nothing where the text is no label. `variables` are those that may stand in it.
std::optional<Label> read_label(std::string_view text, const std::vector<std::string>& variables);

}  // namespace pdiff

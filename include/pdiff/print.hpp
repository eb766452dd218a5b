// Expression to text, in each format that people and programs read.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "pdiff/expr.hpp"

namespace pdiff {

enum class Format : std::uint8_t { plain, unicode, pretty, latex, mathml, sympy, maxima, mathematica, giac };

struct PrintOptions {
    Format format = Format::plain;
    bool decimals = false;  // terminating rationals as decimals: 0.3 for 3/10
    bool share = false;     // what occurs more than once as a definition: "t1 = ...; ..." (plain only)
    bool typed = false;     // the expression as typed (Parsed::typed): operands in the order given
};

// Deterministic: depends on the structure alone. `plain` is valid input that means the same.
// Throws Error{limit} past the pool's limit of output bytes.
std::string print(const Pool& pool, Expr f, const PrintOptions& options = {});

// The same for many expressions: keeps its working memory from one to the next.
class Printer {
public:
    Printer();
    ~Printer();
    Printer(Printer&&) noexcept;
    Printer& operator=(Printer&&) noexcept;

    std::string print(const Pool& pool, Expr f, const PrintOptions& options = {});
    void append(const Pool& pool, Expr f, const PrintOptions& options, std::string& out);

    // From here on all is of one pool, which is not reset, and as plain text: parts that come again are copied.
    void remember_parts();

private:
    struct Scratch;
    std::unique_ptr<Scratch> scratch_;
};

// "plain", "latex", ...
std::optional<Format> find_format(std::string_view name);

}  // namespace pdiff

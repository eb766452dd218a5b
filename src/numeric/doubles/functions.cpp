#include "numeric/doubles/functions.hpp"

namespace pdiff {
namespace {

// The column as a function; u and v are the first arguments.
constexpr double unknown = doubles::not_a_number;

constexpr DoubleFunction table[] = {
#define FUNCTION(name, ball, real, ...)                               \
    [](const double* a, std::size_t n) -> double {                    \
        [[maybe_unused]] const double u = a[0], v = n > 1 ? a[1] : 0; \
        return real;                                                  \
    },
#define DEFINITION(...)
#include "pdiff/functions.def"
#undef FUNCTION
#undef DEFINITION
};

constexpr bool known[] = {
#define FUNCTION(name, ball, real, ...) (#real)[0] != 'u' || (#real)[1] != 'n',
#define DEFINITION(...)
#include "pdiff/functions.def"
#undef FUNCTION
#undef DEFINITION
};

}  // namespace

DoubleFunction double_function(Function f) {
    const auto i = static_cast<std::size_t>(f);
    return known[i] ? table[i] : nullptr;
}

}  // namespace pdiff

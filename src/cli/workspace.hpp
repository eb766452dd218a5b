// What is kept from one expression to the next, so that a line of a stream costs no allocation that can be avoided.
#pragma once

#include "pdiff/expr.hpp"
#include "pdiff/forms.hpp"
#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"

namespace pdiff::cli {

struct Workspace {
    explicit Workspace(const Limits& limits, const Assumptions& assumptions = {}) : pool(limits) {
        pool.assume(assumptions);
    }

    Pool pool;
    Parser parser;
    Former former;
    Printer printer;
};

}  // namespace pdiff::cli

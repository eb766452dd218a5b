#include "algebra/measure.hpp"

namespace pdiff {

Measure measure(const Pool& pool, Expr f, MeasureScratch& scratch) {
    scratch.text.clear();
    scratch.printer.append(pool, f, {}, scratch.text);
    Measure m;
    for (const char c : scratch.text) {
        if (c != ' ') ++m.length;
        if (c == '+' || c == '-' || c == '*' || c == '/' || c == '^' || c == '(') ++m.operations;
    }
    return m;
}

}  // namespace pdiff

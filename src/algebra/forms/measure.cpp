#include "algebra/forms/measure.hpp"

namespace pdiff {
namespace {

using Open = MeasureScratch::Open;

// At the end of a product: whether it was a fraction with a fraction in one of its brackets.
bool end_product(Open& level) {
    const bool compound = level.divides && level.holds_fraction;
    level.has_fraction |= level.divides || level.holds_fraction;
    level.divides = level.holds_fraction = false;
    return compound;
}

bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '\'';
}

}  // namespace

void MeasureScratch::print(const Pool& pool, Expr e) {
    if (!printer_) printer_.emplace().remember_parts();
    text.clear();
    printer_->append(pool, e, {}, text);
}

Measure measure(const Pool& pool, Expr f, MeasureScratch& scratch) {
    scratch.print(pool, f);
    Measure m;
    std::vector<Open>& open = scratch.open;
    open.assign(1, {.reading = false});
    char before = ' ';
    for (const char c : scratch.text) {
        if (c == ' ') continue;
        ++m.length;
        switch (c) {
            case '(':
                ++m.operations;
                open.push_back({.reading = before != '^' && !is_name(before)});
                break;
            case ')': {
                m.length += end_product(open.back()) ? compound_fraction : 0;
                const bool fraction = open.back().reading && open.back().has_fraction;
                if (open.size() > 1) open.pop_back();
                open.back().holds_fraction |= fraction;
                break;
            }
            case '/':
                ++m.operations, open.back().divides = true;
                break;
            case '-':
                m.minuses += before == '(';
                [[fallthrough]];
            case '+':
            case ',':
                m.operations += c != ',';
                m.length += end_product(open.back()) ? compound_fraction : 0;
                break;
            case '*':
            case '^':
                ++m.operations;
                break;
            default:
                break;
        }
        before = c;
    }
    m.length += end_product(open.back()) ? compound_fraction : 0;
    return m;
}

}  // namespace pdiff

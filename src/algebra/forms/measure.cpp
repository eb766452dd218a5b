#include "algebra/forms/measure.hpp"

#include <array>
#include <cstdint>

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

// Most characters need no more than to be counted.
enum class Kind : std::uint8_t { other, blank, simple_operation, end, operation };
constexpr std::array<Kind, 256> kinds = [] {
    std::array<Kind, 256> k{};
    k[' '] = Kind::blank, k['*'] = k['^'] = Kind::simple_operation;
    k[')'] = k[','] = Kind::end;
    k['('] = k['/'] = k['+'] = k['-'] = Kind::operation;
    return k;
}();

bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '\'';
}

}  // namespace

void MeasureScratch::print(const Pool& pool, Expr e) {
    if (!printer_) printer_.emplace();
    if (!started_) printer_->remember_parts();
    started_ = true;
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
        const Kind kind = kinds[static_cast<unsigned char>(c)];
        m.length += kind != Kind::blank;
        m.operations += kind == Kind::simple_operation || kind == Kind::operation;
        if (kind <= Kind::simple_operation) {
            before = kind == Kind::blank ? before : c;
            continue;
        }
        switch (c) {
            case '(':
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
                open.back().divides = true;
                break;
            case '-':
                m.minuses += before == '(';
                [[fallthrough]];
            case '+':
            default:  // a comma
                m.length += end_product(open.back()) ? compound_fraction : 0;
                break;
        }
        before = c;
    }
    m.length += end_product(open.back()) ? compound_fraction : 0;
    return m;
}

}  // namespace pdiff

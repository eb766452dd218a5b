#include "grammar/pending.hpp"

#include <array>

namespace pdiff::ast {
namespace {

constexpr std::array<PendingRow, static_cast<std::size_t>(Pending::fourth_root) + 1> rows{{
    {"", "", Kind::tuple},
    {"(", ")", Kind::tuple},
    {"[", "]", Kind::vector},
    {"{", "}", Kind::tuple},
    {"|", "|", Kind::absolute},
    {"\\left|", "\\right|", Kind::absolute},
    {"⌊", "⌋", Kind::floor},
    {"⌈", "⌉", Kind::ceiling},
    {"(", ")", Kind::call},
    {"\\sqrt[", "]", Kind::root},
    {"\\sqrt{", "}", Kind::square_root},
    {"\\frac{", "}", Kind::fraction},
    {"\\frac{", "}", Kind::fraction},
    {"", "", Kind::sequence},
    {"", "", Kind::disjunction},
    {"", "", Kind::conjunction},
    {"", "", Kind::complement},
    {"", "", Kind::comparison},
    {"", "", Kind::sum},
    {"", "", Kind::negation},
    {"", "", Kind::product},
    {"", "", Kind::negation},
    {"", "", Kind::power},
    {"", "", Kind::square_root},
    {"", "", Kind::cube_root},
    {"", "", Kind::fourth_root},
}};

constexpr std::array<std::string_view, 7> closers{")", "]", "}", "|", "\\right|", "⌋", "⌉"};

}  // namespace

const PendingRow& row(Pending pending) { return rows[static_cast<std::size_t>(pending)]; }
std::string_view spelling(Closer closer) { return closers[static_cast<std::size_t>(closer)]; }

}  // namespace pdiff::ast

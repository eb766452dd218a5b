// Every spelling of an operator or bracket, in ASCII and Unicode: one row each.
#pragma once

#include <boost/spirit/home/x3.hpp>

#include "grammar/tree_builder.hpp"

namespace pdiff::ast::spellings {

namespace x3 = boost::spirit::x3;

constexpr Infix plus{Pending::sum, Link::plus}, minus{Pending::sum, Link::minus}, times{Pending::product, Link::times},
    divide{Pending::product, Link::divide}, power{Pending::power, Link::none}, less{Pending::comparison, Link::less},
    less_equal{Pending::comparison, Link::less_equal}, greater{Pending::comparison, Link::greater},
    greater_equal{Pending::comparison, Link::greater_equal}, equal{Pending::comparison, Link::equal},
    not_equal{Pending::comparison, Link::not_equal}, conjunction{Pending::conjunction, Link::none},
    disjunction{Pending::disjunction, Link::none}, sequence{Pending::sequence, Link::none};

template <class Value>
struct Table : x3::symbols<Value> {
    Table(std::initializer_list<std::pair<const char*, Value>> rows) {
        for (const auto& [spelling, value] : rows) this->add(spelling, value);
    }
};

inline const Table<Infix> infixes{
    {"+", plus},        {"-", minus},       {"−", minus},          {"–", minus},         {"*", times},
    {"·", times},       {"×", times},       {"∗", times},          {"⋅", times},         {"∙", times},
    {"•", times},       {"/", divide},      {"÷", divide},         {"∕", divide},        {"⁄", divide},
    {"^", power},       {"**", power},      {"<", less},           {"<=", less_equal},   {"≤", less_equal},
    {"⩽", less_equal},  {">", greater},     {">=", greater_equal}, {"≥", greater_equal}, {"⩾", greater_equal},
    {"=", equal},       {"==", equal},      {"!=", not_equal},     {"≠", not_equal},     {"&&", conjunction},
    {"∧", conjunction}, {"∨", disjunction}, {";", sequence},
};
inline const Table<Infix> word_infixes{{"and", conjunction}, {"or", disjunction}};
inline const Table<Infix> latex_infixes{
    {"\\cdot", times},      {"\\times", times},      {"\\ast", times},         {"\\div", divide},
    {"\\lt", less},         {"\\le", less_equal},    {"\\leq", less_equal},    {"\\leqslant", less_equal},
    {"\\gt", greater},      {"\\ge", greater_equal}, {"\\geq", greater_equal}, {"\\geqslant", greater_equal},
    {"\\ne", not_equal},    {"\\neq", not_equal},    {"\\land", conjunction},  {"\\wedge", conjunction},
    {"\\lor", disjunction}, {"\\vee", disjunction},
};

inline const Table<bool> signs{{"+", false}, {"-", true}, {"−", true}, {"–", true}};  // is it a minus
inline const Table<Pending> radicals{
    {"√", Pending::square_root}, {"∛", Pending::cube_root}, {"∜", Pending::fourth_root}};

inline const Table<Pending> openers{
    {"(", Pending::round},
    {"[", Pending::square},
    {"{", Pending::brace},
    {"\\{", Pending::brace},
    {"|", Pending::bar},
    {"⌊", Pending::floor},
    {"⌈", Pending::ceiling},
    {"\\left(", Pending::round},
    {"\\left[", Pending::square},
    {"\\left\\{", Pending::brace},
    {"\\left|", Pending::left_bar},
};
inline const Table<Pending> latex_openers{
    {"\\lvert", Pending::left_bar},      {"\\left\\lvert", Pending::left_bar}, {"\\left\\vert", Pending::left_bar},
    {"\\lfloor", Pending::floor},        {"\\left\\lfloor", Pending::floor},   {"\\lceil", Pending::ceiling},
    {"\\left\\lceil", Pending::ceiling},
};
inline const Table<Pending> latex_groups{{"\\frac", Pending::numerator},
                                         {"\\dfrac", Pending::numerator},
                                         {"\\tfrac", Pending::numerator},
                                         {"\\cfrac", Pending::numerator}};
inline const Table<Closer> closers{
    {")", Closer::round},
    {"]", Closer::square},
    {"}", Closer::brace},
    {"\\}", Closer::brace},
    {"|", Closer::bar},
    {"⌋", Closer::floor},
    {"⌉", Closer::ceiling},
    {"\\right)", Closer::round},
    {"\\right]", Closer::square},
    {"\\right\\}", Closer::brace},
    {"\\right|", Closer::right_bar},
};
inline const Table<Closer> latex_closers{
    {"\\rvert", Closer::right_bar},      {"\\right\\rvert", Closer::right_bar}, {"\\right\\vert", Closer::right_bar},
    {"\\rfloor", Closer::floor},         {"\\right\\rfloor", Closer::floor},    {"\\rceil", Closer::ceiling},
    {"\\right\\rceil", Closer::ceiling},
};

// Blanks beyond ASCII, and what only spaces a formula in LaTeX.
inline const Table<bool> unicode_blanks{{"\u00a0", true}, {"\u2000", true}, {"\u2001", true}, {"\u2002", true},
                                        {"\u2003", true}, {"\u2004", true}, {"\u2005", true}, {"\u2006", true},
                                        {"\u2007", true}, {"\u2008", true}, {"\u2009", true}, {"\u200a", true},
                                        {"\u202f", true}, {"\u205f", true}, {"\u3000", true}};
inline const Table<bool> latex_spaces{{"\\,", true}, {"\\;", true}, {"\\:", true},  {"\\!", true},
                                      {"\\ ", true}, {"\\>", true}, {"\\\\", true}, {"~", true}};
inline const Table<bool> latex_blanks{{"\\quad", true}, {"\\qquad", true}, {"\\displaystyle", true}, {"\\limits", true},
                                      {"\\big", true},  {"\\Big", true},   {"\\bigg", true},         {"\\Bigg", true},
                                      {"\\bigl", true}, {"\\Bigl", true},  {"\\biggl", true},        {"\\Biggl", true},
                                      {"\\bigr", true}, {"\\Bigr", true},  {"\\biggr", true},        {"\\Biggr", true}};

inline const Table<char> superscripts{{"⁰", '0'}, {"¹", '1'}, {"²", '2'}, {"³", '3'}, {"⁴", '4'},
                                      {"⁵", '5'}, {"⁶", '6'}, {"⁷", '7'}, {"⁸", '8'}, {"⁹", '9'}};
inline const Table<char> superscript_signs{{"⁺", '+'}, {"⁻", '-'}};
inline const Table<char> subscripts{
    {"₀", '0'}, {"₁", '1'}, {"₂", '2'}, {"₃", '3'}, {"₄", '4'}, {"₅", '5'}, {"₆", '6'}, {"₇", '7'}, {"₈", '8'},
    {"₉", '9'}, {"ₐ", 'a'}, {"ₑ", 'e'}, {"ₕ", 'h'}, {"ᵢ", 'i'}, {"ⱼ", 'j'}, {"ₖ", 'k'}, {"ₗ", 'l'}, {"ₘ", 'm'},
    {"ₙ", 'n'}, {"ₒ", 'o'}, {"ₚ", 'p'}, {"ᵣ", 'r'}, {"ₛ", 's'}, {"ₜ", 't'}, {"ᵤ", 'u'}, {"ᵥ", 'v'}, {"ₓ", 'x'},
};
inline const Table<bool> primes{{"'", true}, {"′", true}, {"’", true}, {"″", true}, {"‴", true}};

// Commands that stand for a name; parse knows which of them are letters and which functions.
inline const Table<bool> name_commands = [] {
    Table<bool> table{};
    for (const char* command :
         {"alpha",    "beta",   "gamma", "delta",    "epsilon", "varepsilon", "zeta", "eta",     "theta",
          "vartheta", "iota",   "kappa", "lambda",   "mu",      "nu",         "xi",   "omicron", "pi",
          "rho",      "varrho", "sigma", "varsigma", "tau",     "upsilon",    "phi",  "varphi",  "chi",
          "psi",      "omega",  "Gamma", "Delta",    "Theta",   "Lambda",     "Xi",   "Pi",      "Sigma",
          "Upsilon",  "Phi",    "Psi",   "Omega",    "infty",   "ell",        "sin",  "cos",     "tan",
          "cot",      "sec",    "csc",   "sinh",     "cosh",    "tanh",       "coth", "arcsin",  "arccos",
          "arctan",   "log",    "ln",    "lg",       "exp",     "max",        "min"})
        table.add(std::string("\\") + command, true);
    return table;
}();

}  // namespace pdiff::ast::spellings

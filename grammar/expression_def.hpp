// The grammar of the input language, in two states: an operand is expected, or an operator.
//
// It is flat, so it needs no stack of its own: a bracket that opens is a prefix of an operand and one that closes a
// postfix, and the tree builder pairs them.
#pragma once

#include "grammar/bytes.hpp"
#include "grammar/spellings.hpp"

namespace pdiff::ast::grammar {

namespace x3 = boost::spirit::x3;
using namespace spellings;
using x3::char_, x3::eoi, x3::eps, x3::lit, x3::omit;

struct builder_tag;
template <class Context>
TreeBuilder& builder(const Context& context) {
    return x3::get<builder_tag>(context);
}
template <class Context>
std::uint32_t here(const Context& context) {
    TreeBuilder& tree = builder(context);
    return static_cast<std::uint32_t>(x3::_where(context).begin() - tree.text().data());
}

// ---- actions: report the token that was just read ----
constexpr auto token_begins = [](auto& c) { builder(c).set_position(here(c)); };
constexpr auto wants_operand = [](auto& c) { x3::_pass(c) = builder(c).expects_operand(); };
constexpr auto add_number = [](auto& c) { builder(c).number(here(c)); };
constexpr auto add_name = [](auto& c) { builder(c).name(here(c)); };
constexpr auto add_primes = [](auto& c) { builder(c).prime(here(c)); };
constexpr auto add_derived = [](auto& c) { builder(c).derived(here(c)); };
constexpr auto add_digits = [](auto& c) { builder(c).fraction_of_digits(here(c)); };
constexpr auto add_sign = [](auto& c) { builder(c).sign(x3::_attr(c)); };
constexpr auto add_complement = [](auto& c) { x3::_pass(c) = builder(c).complement(); };
constexpr auto add_radical = [](auto& c) { builder(c).prefix(x3::_attr(c)); };
constexpr auto add_root_sign = [](auto& c) { builder(c).prefix(Pending::square_root); };
constexpr auto add_open = [](auto& c) { builder(c).open(x3::_attr(c), here(c)); };
constexpr auto add_index = [](auto& c) { builder(c).open(Pending::root_index, here(c)); };
constexpr auto add_radicand = [](auto& c) { builder(c).open(Pending::root_radicand, here(c)); };
constexpr auto add_call = [](auto& c) { x3::_pass(c) = builder(c).open_call(here(c)); };
constexpr auto add_empty_call = [](auto& c) { builder(c).empty_call(here(c)); };
constexpr auto add_factorial = [](auto& c) { builder(c).factorial(here(c)); };
constexpr auto add_superscript = [](auto& c) { builder(c).superscript(here(c)); };
constexpr auto add_infix = [](auto& c) { builder(c).infix(x3::_attr(c)); };
constexpr auto add_comma = [](auto& c) { builder(c).comma(); };
constexpr auto add_next_group = [](auto& c) { x3::_pass(c) = builder(c).separate_groups(); };
constexpr auto add_close = [](auto& c) { x3::_pass(c) = builder(c).close(x3::_attr(c), here(c)); };
constexpr auto add_disjunction = [](auto& c) { builder(c).infix(disjunction); };
constexpr auto add_juxtaposition = [](auto& c) { builder(c).juxtapose(); };

// ---- first bytes, so that rare alternatives cost nothing ----
const auto beyond_ascii = &one_of<"\x80-\xff">;
const auto command = &lit('\\');

// ---- blanks, and comments from # to the end of the line ----
const auto letter = one_of<"A-Za-z">;
const auto digit = one_of<"0-9">;
const auto digits = some_of<"0-9">;
const auto letters_and_digits = some_of<"A-Za-z0-9">;
const auto word = any_of<"A-Za-z0-9_">;
const auto ends_word = !one_of<"A-Za-z0-9_">;
const auto ends_command = !letter;
const auto comment = '#' >> *(char_ - '\n');
const auto rare_blank = comment | beyond_ascii >> unicode_blanks | latex_spaces | latex_blanks >> ends_command;
const auto blanks = skip<" \t\r\n", "#~\\\x80-\xff">(rare_blank);
const auto _ = blanks[token_begins];

// ---- numbers: 3, 2.5, .5, 1e-3 ----
const auto exponent = one_of<"eE"> >> -one_of<"+-"> >> digits;
const auto hexadecimal = '0' >> one_of<"xX"> >> one_of<"0-9a-fA-F">;
const auto mantissa = digits >> -('.' >> any_of<"0-9">) | '.' >> digits;
const auto number = &one_of<"0-9."> >> !hexadecimal >> mantissa >> -exponent >> !one_of<"._">;

// ---- names: x, x_1, w₁, θ, \theta_{12}, \operatorname{sech} ----
const auto greek = &one_of<"\xc2\xce\xcf"> >> (one_of<"\xce\xcf"> >> one_of<"\x80-\xbf"> | "µ");
const auto greek_pi = lit("π");
const auto subscript_group = "_{" >> letters_and_digits >> '}';
const auto subscript = subscript_group | beyond_ascii >> omit[+subscripts];
const auto name_joint = &one_of<"_\xc2\xce\xcf"> >> (!subscript_group >> '_' | !greek_pi >> greek);
const auto name_tail = any_of<"A-Za-z0-9"> >> *(name_joint >> any_of<"A-Za-z0-9">) >> -subscript;
const auto keyword = &one_of<"ano"> >> (lit("and") | "or" | "not") >> ends_word;
const auto latin_name = &letter >> !keyword >> name_tail;
const auto greek_name = !greek_pi >> greek >> name_tail;
const auto pi_name = greek_pi >> -((digit | '_' >> !lit('{')) >> word | subscript);
const auto latex_subscript = subscript_group | '_' >> (digits | letter);
const auto upright =
    (lit("\\operatorname*") | "\\operatorname" | "\\mathrm" | "\\mathit" | "\\text") >> '{' >> letter >> word >> '}';
const auto latex_name = (upright | omit[name_commands] >> ends_command) >> -latex_subscript;
const auto name = latin_name | beyond_ascii >> (greek_name | pi_name | "∞") | command >> latex_name;
const auto derived = "D[" >> blanks >> digits % (blanks >> ',' >> blanks) >> blanks >> "](" >>
                     (latin_name | greek_name) >> ')' >> &lit('(');

// clang-format off
// ---- an operand is expected ----
const auto prefix = signs[add_sign]
                  | (lit("not") >> ends_word | lit("¬") | (lit("\\neg") | "\\lnot") >> ends_command)[add_complement]
                  | (beyond_ascii >> radicals)[add_radical];
const auto latex_opening = (latex_openers >> ends_command)[add_open]
                         | (latex_groups >> blanks >> '{')[add_open]
                         | (lit("\\sqrt") >> blanks >> '[')[add_index]
                         | (lit("\\sqrt") >> blanks >> '{')[add_radicand]
                         | (lit("\\sqrt") >> ends_command)[add_root_sign]
                         | (omit[latex_groups] >> blanks >> digit >> blanks >> digit)[add_digits];
const auto opening = &one_of<"([{|\\\xe2"> >> openers[add_open]
                   | command >> latex_opening;
const auto call = '(' >> blanks >> lit(')')[add_empty_call]
                | (lit('(') | "\\left(")[add_call];
const auto marks = &one_of<"'\xe2"> >> omit[+primes];
const auto operand = number[add_number]
                   | derived[add_derived] >> -call
                   | name[add_name] >> -marks[add_primes] >> _ >> -call
                   | opening
                   | prefix;

// ---- an operator is expected ----
const auto next_group = (&one_of<"]}"> >> (lit('}') | ']') >> blanks >> '{')[add_next_group];
const auto closing = &one_of<")]}|\\\xe2"> >> closers[add_close]
                   | (command >> latex_closers >> ends_command)[add_close];
const auto infix = infixes[add_infix]
                 | (&one_of<"ao"> >> word_infixes >> ends_word)[add_infix]
                 | (command >> latex_infixes >> ends_command)[add_infix]
                 | lit("||")[add_disjunction];
const auto comma = lit(',')[add_comma];
const auto postfix = ('!' >> !lit('='))[add_factorial]
                   | (beyond_ascii >> omit[-superscript_signs >> +superscripts])[add_superscript];
const auto juxtaposition = !eoi >> eps[add_juxtaposition];
const auto operation = (next_group | closing | infix | comma | postfix) >> _
                     | juxtaposition;

// ---- the input; a `;` stands between statements, so none may stand at the end ----
const auto token = eps[wants_operand] >> operand >> _
                 | !eps[wants_operand] >> operation;
const auto text = _ >> *token;
// clang-format on

}  // namespace pdiff::ast::grammar

// A student's answer: read from text as people write it, matched to what was asked, judged part by part.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pdiff/check.hpp"
#include "pdiff/error.hpp"
#include "pdiff/expr.hpp"
#include "pdiff/forms.hpp"
#include "pdiff/parse.hpp"

namespace pdiff {

// What the answer is held against. Several results are answered by a list.
struct AnswerKey {
    std::vector<Expr> results;  // the right ones: each a scalar, a vector or a matrix
    std::vector<std::vector<Expr>>
        sequences;                  // what each was differentiated by; `f_y = ...` finds its own among several
    Expr function{};                // as typed: a witness lies where it is defined; 0 does not matter
    std::vector<Expr> smooth;       // conditions under which the results hold; a witness fulfils them
    std::vector<Expr> known;        // variables of the question, beside those that occur in it
    std::optional<Expr> curve;      // an equation that the variables fulfil
    Expr dependent{};               // and the variable that it determines
    std::optional<Expr> parameter;  // on which unknown functions depend: x and x' are x(t) and x'(t)
};

// A form that the answer must have on top of its value.
struct DemandedForm {
    Form form = Form::automatic;  // which demands nothing
    std::optional<Expr> model;    // of match: as the answer is to be
};

struct AnswerOptions {
    ParseOptions reading;
    JudgeOptions judging;
    DemandedForm form;
    bool other_case = true;  // X may be written for x
};

struct AnswerPart {
    std::vector<std::size_t> place;  // of the entry, from 0: result, row, column, as far as there are several
    Expr right{};
    Expr answer{}, typed{};  // canonical and as typed
    Span span;               // in the text
    Judgement judgement;
    bool in_form = true;
};

// One name taken for another.
struct Renaming {
    Expr from{}, to{};
};

struct CheckedAnswer {
    Verdict verdict = Verdict::undecided;  // the worst of the parts
    bool in_form = true;                   // all of them
    std::vector<AnswerPart> parts;
    std::string shape;                 // the answer has another shape than the results; then there are no parts
    std::optional<Expr> lone;          // of such an answer: its only expression
    std::vector<Renaming> read_as;     // X for x: done before the verdict
    std::vector<Renaming> right_with;  // t for x: what would make a wrong answer right
    std::vector<Expr> foreign;         // variables of the answer that the question has not
    std::optional<Expr> constant;      // the C of a wrong answer that is right without `+ C`
    std::vector<Note> notes;           // spans in the text
    bool decimals = false;
};

// Throws Error with a span in `text`.
CheckedAnswer check_answer(Pool& pool, Parser& parser, const AnswerKey& key, std::string_view text,
                           const AnswerOptions& options = {});

// Points at which exactly one of two graphs as typed (Parsed::typed) has a value, such as 0 of x/x and 1, among a few
// at which such things happen. Nothing found says nothing.
DomainComparison compare_typed_domains(Pool& pool, Expr left, Expr right);

// Wrong is worse than undecided.
constexpr Verdict worse(Verdict a, Verdict b) {
    const auto badness = [](Verdict v) { return v == Verdict::right ? 0 : v == Verdict::undecided ? 1 : 2; };
    return badness(a) < badness(b) ? b : a;
}

// Whether f, in canonical form, is in the form as it stands.
bool has_form(Pool& pool, Expr f, Form form);

}  // namespace pdiff

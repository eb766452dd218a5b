// The worked solution: which laws and identities lead from a function to its derivative, step by step.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "pdiff/expr.hpp"
#include "pdiff/forms.hpp"

namespace pdiff {

// A row of a table of rules as an equation, in its letters and in the order of the row. Built with Pool::make.
struct LawText {
    Expr left{}, right{};
    bool differential = false;  // d(left) = right
    bool empty() const { return left == right; }
};

// What a letter of a law stands for: u = x^2.
struct Letter {
    Expr letter{};
    Expr value{};
};

// One law applied: d(of) = result.
struct Step {
    Expr of{};
    Expr result{};          // in canonical form
    Expr put{};             // the law with everything put in and nothing merged; `result` where that is the same
    std::string rule = {};  // "product rule"
    LawText law = {};       // may be empty
    std::vector<Letter> letters = {};
    std::vector<std::uint32_t> parts = {};  // the steps that this one needs, by index, all of them earlier
    Expr where = truth_true;                // a condition under which the law holds, beyond the domain
    bool chain = false;                     // with an inner derivative
    bool trivial = false;                   // a line is enough for it and all below
};

// One rewriting of a whole expression into an equal one.
struct Change {
    Expr result{};
    std::string reason = {};  // "Pythagoras"; several are separated by "; "
    LawText law = {};         // of the only reason, if it has one
};

// What a stage of a solution does.
enum class StageKind : std::uint8_t {
    derivative,   // ∂f/∂x of what is `of`
    conclusion,   // puts together what the stages before found
    other_order,  // the same mixed partial in the opposite order
};

struct Stage {
    StageKind kind = StageKind::derivative;
    Expr of{};
    Expr variable{};                       // of a derivative
    std::vector<Expr> fixed = {};          // the other variables
    std::vector<Change> preparation = {};  // from what was given to `of`
    std::vector<Step> steps = {};          // the last one is for all of `of`; empty where nothing is differentiated
    std::vector<Change> changes = {};      // from the result of the last step to `result`
    Expr result{};
    std::string title = {};  // of the first stage of one of several derivatives, if it has one
    std::string note = {};   // what a reader should know beside it
};

struct Explanation {
    std::vector<Stage> stages = {};
    Expr result() const { return stages.back().result; }
};

// ∂ⁿf/∂x1…∂xn order by order. The last result is what differentiate() gives, in `form`, completed at its seams.
Explanation explain_partial(Pool& pool, Expr f, std::span<const Expr> sequence, Form form = Form::automatic);

// df/dt where every other variable depends on t.
Explanation explain_total(Pool& pool, Expr f, Expr t, Form form = Form::automatic);

// dⁿy/dx… from the equation or expression f = 0.
Explanation explain_implicit(Pool& pool, Expr f, Expr y, std::span<const Expr> sequence, Form form = Form::automatic);

// A last line that says the same as `shown`, where the explanation ends with another form of it.
void end_with(Explanation& explanation, Expr shown);

}  // namespace pdiff

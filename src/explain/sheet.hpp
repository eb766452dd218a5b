// A worked solution as rows of one kind after another, folded to the detail that is wanted: what every format writes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pdiff/explain.hpp"

namespace pdiff::explain {

enum class Detail : std::uint8_t { low, normal, full };

struct SheetOptions {
    Detail detail = Detail::normal;
    std::optional<std::size_t> hint = {};  // so many steps only, and which rule is next
    bool quiz = false;                     // results left blank
};

struct Row {
    enum class Kind : std::uint8_t {
        given,   // the function, `of`, as typed
        title,   // what one of several derivatives is called: `words`, in the format that is written
        stage,   // differentiation by `variable` begins; or `words`
        open,    // a step begins: d(of) by a law; what it needs follows one level deeper
        line,    // a step that needs no more than a line: d(of) = values
        close,   // the step that was opened last at this depth: = values
        change,  // = values
        note,    // words
        next,    // the rule that comes next
    };
    Kind kind = Kind::note;
    std::uint32_t depth = 0;
    std::uint32_t number = 0;  // of a step, from 1; for a line that was shown before, of that
    bool seen_before = false;
    bool typed = false;
    bool blank = false;  // what should stand here is for the reader to find
    Expr of{};
    Expr variable{};
    std::vector<Expr> fixed = {};
    std::vector<Expr> values = {};
    std::string words = {};  // the rule, the reason, the note
    LawText law = {};
    std::vector<Letter> letters = {};
    Expr where = truth_true;
};

struct Sheet {
    std::vector<Row> rows = {};
    bool complete = true;  // nothing was held back
};

// `typed` is the function as typed; `one_variable`: no other is there to be held fixed.
Sheet sheet(const Pool& pool, Expr typed, const Explanation& explanation, const SheetOptions& options);

}  // namespace pdiff::explain

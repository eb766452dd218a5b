#include "check/mistake_text.hpp"

#include <fmt/format.h>

#include "pdiff/error.hpp"
#include "pdiff/forms.hpp"
#include "pdiff/print.hpp"
#include "pdiff/simplify.hpp"

namespace pdiff {
namespace {

// "2" of [1, 2] is said as "entry 1, 2".
std::string place_text(const Mistake& mistake) {
    std::string text;
    if (!mistake.where.empty()) text = fmt::format(" at {}", mistake.where);
    if (mistake.everywhere) text += " and wherever else it applies";
    if (mistake.entry.empty()) return text;
    std::string entry;
    for (const std::size_t i : mistake.entry) entry += fmt::format("{}{}", entry.empty() ? "" : ", ", i);
    return fmt::format("{} in entry {}", text, entry);
}

std::string mistake_text(const Mistake& m) {
    return fmt::format("{} ({}){}{}{}", m.name, m.topic, place_text(m), m.advice.empty() ? "" : ": ", m.advice);
}

}  // namespace

std::string readable(Pool& pool, Expr f) { return print(pool, in_form(pool, simplify(pool, f))); }

std::string fill(Pool& pool, const Advice& advice, const ExprBindings& letters, Expr right) {
    std::string text;
    for (const Advice::Part& part : advice.parts) {
        if (!part.computed) {
            text += part.text;
            continue;
        }
        try {
            text += readable(pool, part.right ? right : part.formula.build(pool, letters));
        } catch (const Error&) {
            text += part.text;
        }
    }
    return text;
}

std::string fill_task(Pool& pool, const MistakeRow& row, Expr right, Expr x) {
    std::string text(row.advice);
    const auto replace = [&](std::string_view letter, Expr value) {
        const std::size_t at = text.find(letter);
        if (at != std::string::npos) text.replace(at, letter.size(), readable(pool, value));
    };
    replace("{x}", x);
    replace("{d}", right);
    return text;
}

std::vector<std::string> describe(const Diagnosis& diagnosis) {
    if (diagnosis.explanations.empty()) return {"no known mistake explains it"};
    std::vector<std::string> lines;
    for (const Explanation& explanation : diagnosis.explanations) {
        std::string line =
            lines.empty() ? explanation.mistakes.size() > 1 ? "likely mistakes: " : "likely mistake: " : "or: ";
        for (const Mistake& mistake : explanation.mistakes)
            line += (&mistake == explanation.mistakes.data() ? "" : "; and ") + mistake_text(mistake);
        lines.push_back(line);
    }
    if (!diagnosis.tell_apart.empty())
        lines.push_back(fmt::format("the derivative of {} would tell the first two apart", diagnosis.tell_apart));
    return lines;
}

}  // namespace pdiff

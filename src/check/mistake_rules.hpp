// The rows of the table, read, and the places of a function where their cases apply.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/formula.hpp"
#include "check/mistake_table.hpp"
#include "check/written.hpp"

namespace pdiff {

inline constexpr std::uint32_t no_step = UINT32_MAX;

// `pattern -> formula`.
struct MistakeCase {
    const MistakeRow* row = nullptr;
    std::vector<WrittenStep> pattern;  // the last is the whole
    Formula taken;
};

// An advice is text with formulas between its parts: text, formula, text, ...
struct Advice {
    struct Part {
        std::string text;
        Formula formula;  // of a part that is computed
        bool computed = false;
        bool right = false;  // the right differential
    };
    std::vector<Part> parts;
};

// What a table of cases says; read once.
class MistakeRules {
public:
    // Letters match as the table says, or u, v and w anything (`of_values`).
    MistakeRules(std::span<const MistakeRow> rows, bool of_values);

    std::span<const MistakeCase> cases() const { return cases_; }
    const Advice& advice(const MistakeRow& row) const { return advices_[std::size_t(&row - rows_.data())]; }

    // The steps that the letters of a case stand for; false where it does not apply.
    using Bound = std::array<std::uint32_t, letter_count>;
    bool match(const MistakeCase& rule, const Pool& pool, std::span<const WrittenStep> steps, std::uint32_t step,
               Bound& bound) const;

    MistakeRules(const MistakeRules&) = delete;
    MistakeRules& operator=(const MistakeRules&) = delete;

private:
    void read(const MistakeRow& row, std::string_view text);
    bool letter_fits(char letter, const WrittenStep& step) const;

    std::span<const MistakeRow> rows_;
    bool of_values_;
    Pool pool_;
    std::vector<MistakeCase> cases_;
    std::vector<Advice> advices_;
};

const MistakeRules& differential_rules();  // of rule_mistakes
const MistakeRules& algebra_rules();       // of algebra_mistakes

// The pieces of a list, without the blanks around them.
std::vector<std::string_view> pieces(std::string_view text, std::string_view separator);

}  // namespace pdiff

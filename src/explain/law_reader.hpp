// The rows of the tables of rules, read as they stand there, so that they can be shown and put in.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "algebra/identities.hpp"
#include "calculus/derivative_rules.hpp"
#include "explain/put_in.hpp"
#include "pdiff/explain.hpp"

namespace pdiff::explain {

// Letters are for the operands in order, then for their differentials in the same order.
struct ReadLaw {
    LawText text;
    std::vector<Expr> letters;
};

class LawReader {
public:
    // A letter that is also a variable of the problem is replaced by another in what is shown.
    LawReader(Pool& pool, std::span<const Expr> taken) : pool_(pool), taken_(taken.begin(), taken.end()) {}

    const ReadLaw& read(Law law);
    const ReadLaw& read(Function function);
    LawText read(const IdentityRow& row);
    // A formula in u, v and w with values for them.
    Expr filled(std::string_view formula, std::span<const Expr> values, Merge merge);

private:
    const ReadLaw& read(const void* row, std::string_view left, std::string_view right,
                        const std::vector<std::string>& letters);
    Expr typed(std::string_view text, const std::vector<std::string>& names);
    Expr free_letter(const std::string& name, const std::vector<Expr>& used);

    Pool& pool_;
    std::vector<Expr> taken_;
    std::unordered_map<const void*, ReadLaw> laws_;
};

}  // namespace pdiff::explain

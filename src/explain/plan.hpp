// Which law each operation is differentiated by, and what has to be differentiated first.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "explain/law_reader.hpp"
#include "explain/reading_order.hpp"

namespace pdiff::explain {

// What the step of one operation needs, before it is taken.
struct Plan {
    std::string rule = {};
    const ReadLaw* law = nullptr;  // of which the letters stand for `operands`
    std::vector<Expr> operands = {};
    std::vector<Expr> parts = {};  // what is to be differentiated first
    enum class Kind : std::uint8_t { zero, one, law, sum, product, call, branches, entries } kind = Kind::zero;
    bool folds = false;  // one line is enough if it is for what it needs
    bool chain = false;
};
// For one function f and one variable.
class Planner {
public:
    Planner(Pool& pool, LawReader& laws, Expr f, Expr x);

    // Of what f consists of, and what is made of that.
    bool varies(Expr e);
    Plan operator()(Expr e);

private:
    void learn(Expr f);
    void learn_one(Expr e);
    Plan with_law(Law law, std::vector<Expr> operands);
    Plan sum(Expr e);
    Plan product(Expr e);
    Plan power(Expr base, Expr exponent);
    Plan call(Expr e);
    Plan unknown_function(Expr e);
    Plan branches(Expr e);
    Plan entries(Expr e);

    Pool& pool_;
    LawReader& laws_;
    Expr x_;
    ReadingOrder order_;
    std::unordered_map<Expr, bool> varies_;
};

}  // namespace pdiff::explain

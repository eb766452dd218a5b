// What is assumed of variables beyond being real, and the signs of expressions that follow.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pdiff/range.hpp"

namespace pdiff {

enum class Expr : std::uint32_t;
class Pool;

class Assumptions {
public:
    struct Fact {
        std::string symbol;
        std::string text;  // as it was given: "0 < x < 1"
    };

    // Throws Error{usage} where no value of the symbol would be left.
    void add(std::string_view symbol, const Range& range, std::string_view text);
    // Of a symbol; nothing is known of one that is not there.
    const Range* find(std::string_view symbol) const;
    std::span<const Fact> facts() const { return facts_; }
    bool empty() const { return facts_.empty(); }

private:
    std::map<std::string, Range, std::less<>> ranges_;
    std::vector<Fact> facts_;
};

// Which sign f has wherever it is defined and the pool's assumptions hold: -1, 0 or 1; nothing where that is not known.
std::optional<int> known_sign(const Pool& pool, Expr f);

}  // namespace pdiff

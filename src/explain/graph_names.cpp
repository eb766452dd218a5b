#include "explain/graph_names.hpp"

#include <fmt/format.h>

namespace pdiff {

GraphNames::GraphNames(const Pool& pool, const Parsed& parsed, std::span<const Expr> outputs,
                       std::span<const Expr> nodes) {
    // Functions too: a node named as one would be read as its call.
    for (const Expr e : pool.walk(outputs))
        if (pool.op(e) == Op::symbol || pool.op(e) == Op::function_name) taken_.insert(std::string(pool.name(e)));
    std::unordered_set<Expr> drawn(nodes.begin(), nodes.end());
    for (const Definition& d : parsed.definitions)
        if (drawn.contains(d.typed) && pool.op(d.typed) != Op::symbol && !own_.contains(d.typed) &&
            taken_.insert(d.name).second)
            own_[d.typed] = d.name;
    const std::string f = parsed.function_name.empty() ? "f" : parsed.function_name;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        if (pool.op(outputs[i]) == Op::symbol || own_.contains(outputs[i])) continue;
        std::string name = outputs.size() == 1 ? f : fmt::format("{}{}", f, i + 1);
        if (taken_.insert(name).second) own_[outputs[i]] = std::move(name);
    }
}

std::string GraphNames::of(Expr typed) {
    const auto own = own_.find(typed);
    return own == own_.end() ? next() : own->second;
}

std::string GraphNames::next() {
    std::string name;
    do name = fmt::format("u{}", ++count_);
    while (!taken_.insert(name).second);
    return name;
}

}  // namespace pdiff

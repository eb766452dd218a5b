#include "definitions.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pdiff::printing {
namespace {

// The text of a definition, with gaps where other definitions are named.
struct Definition {
    Expr expression;
    std::string text;
    std::vector<Reference> references;
    std::uint32_t number = 0;  // t1 is 1; 0: not written yet
};

bool is_leaf(const Pool& pool, Expr e) { return pool.args(e).empty(); }

// Worth a name: x^2, 2*x and x + 1 are not, nor is what is no value.
bool is_worth_a_name(const Pool& pool, Expr e) {
    const auto args = pool.args(e);
    switch (pool.op(e)) {
        case Op::sum:
        case Op::product:
            return args.size() > 3 || !is_leaf(pool, args[1]);
        case Op::power:
            return !is_leaf(pool, args[0]) || !is_leaf(pool, args[1]);
        case Op::call:
        case Op::apply:
        case Op::diff:
        case Op::piecewise:
            return true;
        default:
            return false;
    }
}

void mark_shared(Writer& writer, const Pool& pool, Expr f) {
    constexpr std::uint8_t many = 2;
    writer.shared.assign(index(f) + 1, 0);
    for (const Expr e : writer.order.structure().reached())
        for (const Expr a : pool.args(e))
            writer.shared[index(a)] = std::min<std::uint8_t>(many, writer.shared[index(a)] + 1);
    for (const Expr e : writer.order.structure().reached())
        writer.shared[index(e)] = writer.shared[index(e)] == many && is_worth_a_name(pool, e);
}

// "t", or "tt" where there are names such as t1.
std::string free_prefix(const Pool& pool, std::span<const Expr> reached) {
    std::string prefix = "t";
    const auto taken = [&](Expr e) {
        if (pool.op(e) != Op::symbol && pool.op(e) != Op::function_name) return false;
        const std::string_view name = pool.name(e);
        return name.starts_with(prefix) &&
               std::ranges::all_of(name.substr(prefix.size()), [](char c) { return c >= '0' && c <= '9'; });
    };
    while (std::ranges::any_of(reached, taken)) prefix += 't';
    return prefix;
}

// Writes every definition that `all.front()` needs, each once; returns them in the order in which they are used first.
std::vector<Definition> write_all(Writer& writer, Expr f, std::vector<std::uint32_t>& place, std::string& buffer) {
    std::vector<Definition> all;
    all.push_back({f, {}, {}});
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::size_t begin = buffer.size();
        writer.references.clear();
        writer.write(all[i].expression);
        all[i].text = buffer.substr(begin);
        all[i].references = writer.references;
        for (Reference& r : all[i].references) {
            r.offset -= begin;
            if (place[index(r.expression)] != 0) continue;
            place[index(r.expression)] = static_cast<std::uint32_t>(all.size());
            all.push_back({r.expression, {}, {}});
        }
    }
    return all;
}

}  // namespace

void write_with_definitions(Writer& writer, const Pool& pool, Expr f, const PrintOptions& options, std::string& out) {
    std::string buffer;
    writer.start(pool, f, options, buffer);
    mark_shared(writer, pool, f);
    const std::string prefix = free_prefix(pool, writer.order.structure().reached());
    std::vector<std::uint32_t> place(index(f) + 1);
    std::vector<Definition> all = write_all(writer, f, place, buffer);

    const std::size_t begin = out.size();
    std::uint32_t count = 0;
    const auto finish = [&](Definition& d) {
        d.number = ++count;
        if (&d != &all[0]) out += fmt::format("{}{} = ", prefix, d.number);
        std::size_t done = 0;
        for (const Reference& r : d.references) {
            out.append(d.text, done, r.offset - done);
            out += fmt::format("{}{}", prefix, all[place[index(r.expression)]].number);
            done = r.offset;
        }
        out.append(d.text, done);
        if (&d != &all[0]) out += "; ";
        if (out.size() - begin > pool.limits().output_bytes) too_long(pool.limits().output_bytes);
    };
    // What a definition needs comes before it.
    struct Visit {
        std::uint32_t definition;
        std::size_t next;
    };
    std::vector<Visit> path = {{0, 0}};
    while (!path.empty()) {
        Definition& d = all[path.back().definition];
        if (path.back().next == d.references.size()) {
            finish(d);
            path.pop_back();
            continue;
        }
        const std::uint32_t needed = place[index(d.references[path.back().next++].expression)];
        if (all[needed].number == 0) path.push_back({needed, 0});
    }
}

}  // namespace pdiff::printing

#include <algorithm>
#include <cstring>
#include <string>

#include "pdiff/error.hpp"
#include "pdiff/expr.hpp"

namespace pdiff {
namespace {

constexpr std::size_t initial_slots = 1024;

constexpr std::uint32_t mix(std::uint32_t h, std::uint32_t value) {
    h = (h ^ value) * 0x9E3779B1u;
    return h ^ (h >> 15);
}

std::uint32_t hash_text(std::string_view text) {
    std::uint32_t h = 0x811C9DC5u;
    for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x01000193u;
    return h;
}

std::uint32_t hash_args(Op op, Function function, std::span<const Expr> args) {
    std::uint32_t h = mix(static_cast<std::uint32_t>(op) + 1, static_cast<std::uint32_t>(function));
    for (const Expr a : args) h = mix(h, index(a));
    return h;
}

[[noreturn]] void exceeded(std::string_view what, std::size_t limit, std::string_view option = {}) {
    const std::string name(option.empty() ? what : option);
    throw Error(ErrorKind::limit, "more than " + std::to_string(limit) + " " + std::string(what), {},
                "--limit " + name + "=" + std::to_string(4 * limit) + " allows more");
}

}  // namespace

Pool::Pool(const Limits& limits) : limits_(limits), table_(initial_slots) { insert_constants(); }

void Pool::reset() {
    operations_.clear();
    operands_.clear();
    numbers_.clear();
    names_.clear();
    ranges_.clear();
    seen_ = 0;
    called_.reset();
    small_.fill(zero);
    work_ = 0;
    if (table_.size() > initial_slots) {
        table_ = std::vector<std::uint32_t>(initial_slots);
    } else {
        std::memset(table_.data(), 0, table_.size() * sizeof table_[0]);  // at -O2 std::fill is a loop
    }
    insert_constants();
}

void Pool::assume(const Assumptions& assumptions) {
    assumptions_ = assumptions;
    ranges_.clear();
}

void Pool::insert_constants() {
    // In the order of the constants in expr.hpp.
    for (const Number& n : {Number(0), Number(1), Number(-1), Number(2), Number::fraction(1, 2)}) number(n);
    make(Op::pi, {});
    make(Op::euler, {});
    make(Op::truth, {}, static_cast<Function>(1));
    make(Op::truth, {}, static_cast<Function>(0));
    make(Op::infinity, {});
}

void Pool::check_limits() {
    const std::size_t bytes = operations_.size() * (sizeof(Operation) + sizeof(std::uint32_t)) +
                              operands_.size() * sizeof(Expr) + numbers_.size() * sizeof(Number) + names_.size() +
                              table_.size() * sizeof(std::uint32_t) + ranges_.size() * sizeof(Range);
    if (bytes > limits_.memory) exceeded("bytes of memory", limits_.memory, "memory");
}

void Pool::enlarge_table(std::size_t slots) {
    table_.assign(slots, 0);
    for (std::uint32_t i = 0; i < operations_.size(); ++i) {
        std::size_t slot = operations_[i].hash & (slots - 1);
        while (table_[slot] != 0) slot = (slot + 1) & (slots - 1);
        table_[slot] = i + 1;
    }
}

// The operation equal to `key`, or a new one: `same` compares an operation of the same hash, `store` keeps what is new.
template <class Same, class Store>
Expr Pool::intern(const Operation& key, Same same, Store store) {
    work_ += 1 + key.count;  // what it costs to build
    if (work_ > limits_.work) exceeded("steps of work", limits_.work, "work");
    std::size_t slot = key.hash & (table_.size() - 1);
    for (; table_[slot] != 0; slot = (slot + 1) & (table_.size() - 1)) {
        const Operation& o = operations_[table_[slot] - 1];
        if (o.hash == key.hash && o.op == key.op && same(o)) return Expr{table_[slot] - 1};
    }
    if (operations_.size() >= limits_.operations) exceeded("operations", limits_.operations);
    Operation added = key;
    added.first = store();
    operations_.push_back(added);
    seen_ |= 1u << static_cast<unsigned>(key.op);
    if (key.op == Op::call) called_.set(static_cast<std::size_t>(key.function));
    table_[slot] = static_cast<std::uint32_t>(operations_.size());
    if (operations_.size() * 2 > table_.size()) enlarge_table(table_.size() * 4);
    return Expr{static_cast<std::uint32_t>(operations_.size() - 1)};
}

Expr Pool::number(const Number& value) {
    constexpr std::int64_t first = -16;
    const auto n = value.to_int();
    if (!n || *n < first || *n >= first + static_cast<std::int64_t>(small_.size())) return intern_number(value);
    Expr& known = small_[static_cast<std::size_t>(*n - first)];
    if (known == zero) known = intern_number(value);
    return known;
}

Expr Pool::intern_number(const Number& value) {
    if (value.bits() > limits_.number_bits) exceeded("bits in a number", limits_.number_bits, "number_bits");
    const auto hash = static_cast<std::uint32_t>(value.hash() >> 20);
    return intern(
        {Op::number, 0, {}, 0, 0, hash}, [&](const Operation& o) { return numbers_[o.first] == value; },
        [&] {
            return static_cast<std::uint32_t>(numbers_.append({&value, 1}));
        });
}

Expr Pool::named(Op op, std::string_view name) {
    const auto count = static_cast<std::uint32_t>(name.size());
    const std::uint32_t hash = mix(hash_text(name), static_cast<std::uint32_t>(op));
    return intern(
        {op, varying, {}, 0, count, hash},
        [&](const Operation& o) { return std::string_view(&names_[o.first], o.count) == name; },
        [&] { return static_cast<std::uint32_t>(names_.append(name)); });
}

Expr Pool::symbol(std::string_view name) { return named(Op::symbol, name); }
Expr Pool::function_name(std::string_view name) { return named(Op::function_name, name); }

std::string_view Pool::name(Expr e) const { return {&names_[at(e).first], at(e).count}; }

Expr Pool::make(Op op, std::span<const Expr> args, Function function) {
    const auto count = static_cast<std::uint32_t>(args.size());
    const auto same = [&](const Operation& o) {
        return o.function == function && o.count == count &&
               (count == 0 || std::ranges::equal(args, std::span(&operands_[o.first], count)));
    };
    std::uint8_t flags = 0;
    for (const Expr a : args) flags |= at(a).flags & varying;
    return intern({op, flags, function, 0, count, hash_args(op, function, args)}, same, [&] {
        if (!operands_.has_room(count)) check_limits();
        return static_cast<std::uint32_t>(operands_.append(args));
    });
}

}  // namespace pdiff

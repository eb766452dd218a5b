// The expression graph: immutable, hash-consed operations in a pool, named by 32-bit indices.
//
// Equal expressions of one pool have equal indices. Operands are older than what is built of them, so a pass over an
// expression is a loop over ascending indices and depth is no limit.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pdiff/assume.hpp"
#include "pdiff/blocks.hpp"
#include "pdiff/functions.hpp"
#include "pdiff/limits.hpp"
#include "pdiff/number.hpp"

namespace pdiff {

enum class Expr : std::uint32_t {};
constexpr std::uint32_t index(Expr e) { return static_cast<std::uint32_t>(e); }

// Operation            operands
enum class Op : std::uint8_t {
    number,    // -                                     a rational
    symbol,    // -                                     a variable, real
    pi,        // -
    euler,     // -                                     e; exp(u) is the power e^u
    infinity,  // -                                     in bounds only
    truth,     // -                                     the conditions `true` and `false`
    sum,       // constant, term, coefficient, ...      constant + term*coefficient + ...; numbers but for the terms
    product,   // coefficient, base, exponent, ...      coefficient * base^exponent * ...; the coefficient a number
    power,     // base, exponent
    call,      // arguments                             a function of the table
    function_name,  // -                                     the name of an unknown function
    derived_name,   // name, position, ...                   D[1, 1, 2](f): positions from 1, ascending; `name` of an
                   //                                       unknown function or, where no closed form exists, of a known
                   //                                       one
    apply,       // name, arguments                       a function_name or derived_name applied
    diff,        // f, variable, ...                      a derivative still to be taken
    piecewise,   // condition, value, ..., [otherwise]    the first condition that holds; undefined where none does
    vector,      // entries                               a matrix is a vector of rows
    less,        // a, b
    less_equal,  // a, b
    equal,       // a, b                                  also an equation
    not_equal,   // a, b
    is_integer,  // a
    logic_and,   // conditions
    logic_or,    // conditions
    logic_not,   // condition
};

// Whether an operation is true or false instead of having a value.
constexpr bool is_condition(Op op) { return op == Op::truth || op >= Op::less; }

// One term and its coefficient, or one base and its exponent.
struct Pair {
    Expr first;
    Expr second;
    friend bool operator==(const Pair&, const Pair&) = default;
};

// Present in every pool.
inline constexpr Expr zero{0}, one{1}, minus_one{2}, two{3}, half{4}, pi{5}, euler{6}, truth_true{7}, truth_false{8},
    infinity{9};

// Owns expressions; freed or reset as a whole. Operands, numbers and names stay where they are while expressions are
// added. Not for use by two threads at once.
class Pool {
public:
    explicit Pool(const Limits& limits = {});

    // Forgets every expression but the constants above; keeps the memory and the assumptions.
    void reset();

    // From now on these hold; for a pool whose expressions are still to be made.
    void assume(const Assumptions& assumptions);
    const Assumptions& assumptions() const { return assumptions_; }
    // What is known of the values of e where it is defined and the assumptions hold. The first to ask pays for what is
    // older than e too, once.
    const Range& range(Expr e) const {
        if (index(e) >= ranges_.size()) find_ranges(index(e) + 1);
        return ranges_[index(e)];
    }

    const Limits& limits() const { return limits_; }
    std::size_t size() const { return operations_.size(); }

    Op op(Expr e) const { return at(e).op; }
    std::span<const Expr> args(Expr e) const {
        const Operation& o = at(e);
        return has_args(o.op) && o.count > 0 ? std::span(&operands_[o.first], o.count) : std::span<const Expr>();
    }
    Function function(Expr e) const { return at(e).function; }            // of a call
    const Number& number(Expr e) const { return numbers_[at(e).first]; }  // of a number
    std::string_view name(Expr e) const;                                  // of a symbol or function_name
    bool is_number(Expr e) const { return op(e) == Op::number; }
    // Whether any such operation was ever made in this pool; spares passes that look for one.
    bool has(Op op) const { return (seen_ >> static_cast<unsigned>(op) & 1) != 0; }
    const std::bitset<128>& called() const { return called_; }  // the functions, likewise
    // What `reachable` returns. Costs what is reached, not what is in the pool.
    std::vector<Expr> walk(std::span<const Expr> roots) const;

    // Whether no symbol and no name of a function occurs in e.
    bool is_constant(Expr e) const { return (at(e).flags & varying) == 0; }
    // The simplifier's memory: what has passed a stage it need not look at again, nor `walk_new` below it.
    enum class Stage : std::uint8_t { rewritten = 2, collected = 4 };
    bool has_passed(Expr e, Stage stage) const { return (at(e).flags & static_cast<std::uint8_t>(stage)) != 0; }
    void pass(Expr e, Stage stage) { operations_[index(e)].flags |= static_cast<std::uint8_t>(stage); }
    std::vector<Expr> walk_new(std::span<const Expr> roots, Stage stage) const;

    // Of a sum or product: the number in front, and the (term, coefficient) or (base, exponent) pairs behind it.
    Expr lead(Expr e) const { return operands_[at(e).first]; }
    std::span<const Pair> pairs(Expr e) const {
        const Operation& o = at(e);
        return {reinterpret_cast<const Pair*>(&operands_[o.first] + 1), o.count / 2};
    }

    Expr number(const Number& value);
    Expr symbol(std::string_view name);
    Expr function_name(std::string_view name);
    // Just what is given, with nothing simplified: the expression as typed. The span may lie in this pool.
    Expr make(Op op, std::span<const Expr> args, Function function = {});
    Expr make(Op op, std::initializer_list<Expr> args, Function function = {}) {
        return make(op, std::span(args.begin(), args.size()), function);
    }

private:
    static constexpr std::uint8_t varying = 1;  // beside the stages
    struct Operation {
        Op op;
        std::uint8_t flags;
        Function function;
        std::uint32_t first;  // operand, number or name
        std::uint32_t count;
        std::uint32_t hash;
    };
    static_assert(sizeof(Operation) == 16);

    static bool has_args(Op op) { return op >= Op::sum && op != Op::function_name; }
    const Operation& at(Expr e) const { return operations_[index(e)]; }
    Expr intern_number(const Number& value);
    Expr named(Op op, std::string_view name);
    template <class Same, class Store>
    Expr intern(const Operation& key, Same same, Store store);
    template <class Closed>
    std::vector<Expr> walk_until(std::span<const Expr> roots, Closed closed) const;
    void find_ranges(std::size_t count) const;
    Range find_range(Expr e) const;
    void insert_constants();
    void check_limits();
    void enlarge_table(std::size_t slots);

    Limits limits_;
    std::vector<Operation> operations_;
    Blocks<Expr, 4096> operands_;
    Blocks<Number, 256> numbers_;
    Blocks<char, 1024> names_;  // the bytes of all names, one behind the other
    std::size_t work_ = 0;
    std::array<Expr, 64> small_{};              // the integers from -16 on, once they are there; 0 is `zero` or not yet
    std::uint32_t seen_ = 0;                    // a bit for each Op
    std::bitset<128> called_;                   // a bit for each Function
    mutable std::vector<std::uint32_t> marks_;  // by operation: the walk that met it last
    mutable std::uint32_t walks_ = 0;
    Assumptions assumptions_;
    mutable std::vector<Range> ranges_;  // of the oldest operations, as far as somebody asked
    std::vector<std::uint32_t> table_;   // open addressing, a power of two; 0 is empty, else index + 1
};

// ---- the canonical form: what all but the parser's as-typed mode builds with ------------------------------------
// Flattened, like terms and like factors merged, numbers exact. An identity is used only where both sides agree
// wherever both are defined over the reals: sqrt(x^2) is abs(x), x/x is 1, (x^a)^b stays.
// They throw Error{undefined} where an exact constant has no value (0^-1) and Error{limit}.

Expr sum(Pool& pool, std::span<const Expr> terms);
Expr sum_of_multiples(Pool& pool, std::span<const Pair> terms);  // Σ coefficient*term; coefficients are numbers
Expr product(Pool& pool, std::span<const Expr> factors);
Expr product_of_powers(Pool& pool, Expr coefficient, std::span<const Pair> powers);  // coefficient * Π base^exponent
Expr power(Pool& pool, Expr base, Expr exponent);
Expr call(Pool& pool, Function function, std::span<const Expr> args);
// The canonical constructor for any operation and operands as `args` gives them.
Expr rebuild(Pool& pool, Op op, std::span<const Expr> args, Function function = {});

inline Expr sum(Pool& p, std::initializer_list<Expr> t) { return sum(p, std::span(t.begin(), t.size())); }
inline Expr product(Pool& p, std::initializer_list<Expr> f) { return product(p, std::span(f.begin(), f.size())); }
inline Expr call(Pool& p, Function f, std::initializer_list<Expr> a) {
    return call(p, f, std::span(a.begin(), a.size()));
}
Expr negate(Pool& pool, Expr a);
Expr subtract(Pool& pool, Expr a, Expr b);
Expr divide(Pool& pool, Expr a, Expr b);
Expr exp(Pool& pool, Expr a);   // e^a
Expr sqrt(Pool& pool, Expr a);  // a^(1/2)

// ---- passes -----------------------------------------------------------------------------------------------------

// Every expression that `roots` consist of, each once, operands first.
inline std::vector<Expr> reachable(const Pool& pool, std::span<const Expr> roots) { return pool.walk(roots); }
inline std::vector<Expr> reachable(const Pool& pool, Expr root) { return reachable(pool, std::span(&root, 1)); }

// The variables of `roots` in natural order (x2 before x10), each once.
std::vector<Expr> variables(const Pool& pool, std::span<const Expr> roots);
inline std::vector<Expr> variables(const Pool& pool, Expr f) { return variables(pool, std::span(&f, 1)); }

// A value for each expression of a walk; what was not written must not be read.
class Image {
public:
    // `order` as `reachable` gives it.
    explicit Image(const std::vector<Expr>& order);
    Image(const Image&) = delete;
    Image& operator=(const Image&) = delete;
    Expr& operator[](Expr e) { return values_[dense_ ? index(e) : place(e)]; }

private:
    std::size_t place(Expr e) const;

    std::array<Expr, 192> local_;  // most walks are short
    std::unique_ptr<Expr[]> heap_;
    Expr* values_;
    bool dense_;  // then by index, else by place in `order_`
    std::vector<Expr> order_;
};

// e over the images of its operands; e itself where these are its operands.
Expr with_images(Pool& pool, Expr e, Image& image);

// f with every symbol `from[i]` replaced by `to[i]`, all at once, in canonical form.
Expr substitute(Pool& pool, Expr f, std::span<const Expr> from, std::span<const Expr> to);

// f, which may be as typed, in canonical form.
Expr canonical(Pool& pool, Expr f);

// Letters by code point, runs of digits by value: x2 < x10.
bool natural_less(std::string_view a, std::string_view b);

}  // namespace pdiff

// The names of one input: each spelling brought to its one ASCII form, and what is known of it.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "parse/meanings.hpp"
#include "pdiff/parse.hpp"

namespace pdiff {

// x, x_1, theta of `θ`, w_1 of `w₁`, x_12 of `\mathrm{x}_{12}`. `buffer` holds the result where it is not the text.
std::string_view canonical_name(std::string_view typed, std::string& buffer);

// Letters of a name that is a run of two or more letters and no Greek name, each in canonical form; else nothing.
std::vector<std::string> letters_of(std::string_view typed, std::string_view canonical);

constexpr std::uint32_t none = UINT32_MAX;

struct Name {
    std::string_view text;   // canonical
    std::string_view typed;  // as it first stands in the input
    Meaning meaning;
    bool declared_variable = false;
    bool declared_function = false;
    bool checked = false;    // no near miss of a known function
    bool noted = false;      // a note on it was given
    std::uint32_t bare = 0;  // occurrences that are not followed by `(`
    std::uint32_t called = 0;
    std::uint32_t statement = none;  // that defines it
    bool parameter = false;          // of the function whose definition is being read
    bool known = false;              // `value` is
    Expr value{};                    // its symbol, or what it is defined to be

    bool defined() const { return statement != none; }
    bool is_variable() const { return parameter || declared_variable || meaning.kind == Meaning::Kind::none; }
};

class NameTable {
public:
    explicit NameTable(const ParseOptions& options);
    // For the next input, with other options.
    void reset(const ParseOptions& options);

    void clear();
    std::uint32_t intern(std::string_view typed);
    const Name* find(std::string_view canonical) const;
    // Whether a derivative is taken with respect to it.
    bool is_wrt(std::string_view canonical) const { return wrt_.contains(canonical); }
    Name& operator[](std::uint32_t id) { return names_[id]; }
    const Name& operator[](std::uint32_t id) const { return names_[id]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }
    std::vector<Name>& all() { return names_; }

private:
    // Sorted, each once: --wrt may list one name a million times, or a million names.
    class Set {
    public:
        explicit Set(const std::vector<std::string>& names);
        bool contains(std::string_view name) const;

    private:
        std::vector<std::string_view> names_;
    };

    void grow();
    std::size_t slot(std::string_view text) const;

    Set wrt_, variables_, functions_;
    std::vector<Name> names_;
    std::vector<std::uint32_t> table_;  // open addressing; 0 is empty, else id + 1
    std::deque<std::string> storage_;
    std::string buffer_;
};

}  // namespace pdiff

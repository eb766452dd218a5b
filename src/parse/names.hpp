// The names of one input: each spelling brought to its one ASCII form, and what is known of it.
#pragma once

#include <array>
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

    void clear();  // for the same input, or the next with the same options
    std::uint32_t intern(std::string_view typed);
    const Name* find(std::string_view canonical) const;
    // Whether a derivative is taken with respect to it.
    bool is_wrt(std::string_view canonical) const { return wrt_.contains(canonical); }
    Name& operator[](std::uint32_t id) { return names_[id]; }
    const Name& operator[](std::uint32_t id) const { return names_[id]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }
    std::vector<Name>& all() { return names_; }

private:
    // --wrt may list one name a million times, or a million names.
    class Set {
    public:
        explicit Set(const std::vector<std::string>& names);
        Set(Set&&) = default;
        Set& operator=(Set&&) = default;
        bool contains(std::string_view name) const;
        bool made_of(const std::vector<std::string>& names) const { return given_ == names; }

    private:
        std::vector<std::string> given_;
        std::vector<std::string_view> sorted_;  // each once
    };

    // A name of this or an earlier input, as it is before anything is known of the input.
    struct Word {
        Name name;
        std::uint32_t hash;
        std::uint32_t input;  // the last one in which it occurs
        std::uint32_t id;     // there
    };

    void forget_words();
    void grow();
    std::size_t slot(std::string_view text, std::uint32_t hash) const;
    std::uint32_t& place(std::string_view typed);
    std::uint32_t add_word(std::string_view text, std::uint32_t hash);
    std::uint32_t add_name(Word& word, std::string_view typed);

    Set wrt_, variables_, functions_;
    std::vector<Name> names_;
    std::vector<Word> words_;
    std::uint32_t input_ = 0;
    std::array<std::uint32_t, 128> letters_{};  // names of one byte: 0 is none, else place in words_ + 1
    std::vector<std::uint32_t> table_;          // of the others, open addressing
    std::deque<std::string> storage_;
    std::string buffer_;
};

}  // namespace pdiff

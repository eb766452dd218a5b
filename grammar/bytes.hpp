// Sets of bytes and runs of them as parsers without an attribute: one look at a table for each byte.
#pragma once

#include <algorithm>
#include <array>
#include <boost/spirit/home/x3.hpp>
#include <cstddef>

namespace pdiff::ast::grammar {

// "A-Za-z_": bytes and ranges; a `-` at the end is itself.
template <std::size_t N>
struct ByteList {
    consteval ByteList(const char (&text)[N]) { std::copy_n(text, N, bytes); }  // NOLINT: written as a string
    char bytes[N];
};

template <ByteList list>
inline constexpr auto byte_table = [] {
    std::array<bool, 256> table{};
    constexpr std::size_t size = sizeof list.bytes - 1;
    for (std::size_t i = 0; i < size; ++i) {
        const bool range = i + 2 < size && list.bytes[i + 1] == '-';
        const auto first = static_cast<unsigned char>(list.bytes[i]);
        const auto last = static_cast<unsigned char>(list.bytes[range ? i + 2 : i]);
        for (unsigned byte = first; byte <= last; ++byte) table[byte] = true;
        if (range) i += 2;
    }
    return table;
}();

struct Bare {
    using attribute_type = boost::spirit::x3::unused_type;
    static constexpr bool has_attribute = false;
};

template <ByteList list>
struct OneOf : boost::spirit::x3::parser<OneOf<list>>, Bare {
    template <class Iterator, class Context, class Rule, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context&, const Rule&, Attribute&) const {
        if (first == last || !byte_table<list>[static_cast<unsigned char>(*first)]) return false;
        ++first;
        return true;
    }
};

// As many as there are, at least `least`.
template <ByteList list, std::size_t least>
struct Run : boost::spirit::x3::parser<Run<list, least>>, Bare {
    template <class Iterator, class Context, class Rule, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context&, const Rule&, Attribute&) const {
        const Iterator begin = first;
        while (first != last && byte_table<list>[static_cast<unsigned char>(*first)]) ++first;
        return static_cast<std::size_t>(first - begin) >= least;
    }
};

// Any number of bytes of `plain` and of what is `rare`, which begins with one of `rare_first`.
template <ByteList plain, ByteList rare_first, class Rare>
struct Skip : boost::spirit::x3::parser<Skip<plain, rare_first, Rare>>, Bare {
    constexpr explicit Skip(const Rare& r) : rare(r) {}
    template <class Iterator, class Context, class Rule, class Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context& context, const Rule& rule, Attribute&) const {
        do {
            while (first != last && byte_table<plain>[static_cast<unsigned char>(*first)]) ++first;
            if (first == last || !byte_table<rare_first>[static_cast<unsigned char>(*first)]) return true;
        } while (rare.parse(first, last, context, rule, boost::spirit::x3::unused));
        return true;
    }
    Rare rare;
};

template <ByteList list>
constexpr OneOf<list> one_of{};
template <ByteList list>
constexpr Run<list, 0> any_of{};
template <ByteList list>
constexpr Run<list, 1> some_of{};
template <ByteList plain, ByteList rare_first, class Rare>
constexpr Skip<plain, rare_first, Rare> skip(const Rare& rare) {
    return Skip<plain, rare_first, Rare>(rare);
}

}  // namespace pdiff::ast::grammar

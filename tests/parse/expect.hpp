// For the tests of the parser: an input and the explicit spelling that must give the same expression.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "pdiff/parse.hpp"

namespace pdiff::test {

struct Reading {
    const char* input;
    const char* explicit_spelling;  // operators and brackets written out, names in ASCII
};

inline void check_readings(std::span<const Reading> rows, const ParseOptions& options = {}) {
    for (const Reading& row : rows) {
        const std::string input = row.input, explicit_spelling = row.explicit_spelling;
        CAPTURE(input);
        CAPTURE(explicit_spelling);
        Pool pool;
        try {
            const Expr expected = parse(pool, row.explicit_spelling, options).value;
            CHECK(parse(pool, row.input, options).value == expected);
        } catch (const Error& error) {
            FAIL_CHECK(error.message << " (" << error.hint << ")");
        }
    }
}

struct Refusal {
    std::string input;
    ErrorKind kind;
    Span span;
    const char* fragment;  // of the message or the hint
};

// Control bytes must not pass into messages, nor long quotations.
inline void check_text(const std::string& text) {
    CHECK(text.size() <= 1024);
    CHECK(std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F; }));
}

inline void check_refusals(std::span<const Refusal> rows, const ParseOptions& options = {}) {
    for (const Refusal& row : rows) {
        CAPTURE(row.input);
        Pool pool;
        try {
            parse(pool, row.input, options);
            FAIL_CHECK("accepted");
        } catch (const Error& error) {
            CAPTURE(error.message);
            CAPTURE(error.hint);
            CHECK(error.kind == row.kind);
            REQUIRE(error.span.has_value());
            CHECK(error.span->begin == row.span.begin);
            CHECK(error.span->end == row.span.end);
            CHECK((error.message + " | " + error.hint).find(row.fragment) != std::string::npos);
            check_text(error.message);
            check_text(error.hint);
        }
    }
}

}  // namespace pdiff::test

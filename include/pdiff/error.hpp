// The one error type: what went wrong, where in the input, and what would have been right.
#pragma once

#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <utility>

namespace pdiff {

enum class ErrorKind : std::uint8_t {
    syntax,       // the text is not in the language
    encoding,     // the bytes are not clean UTF-8
    name,         // a name is not what it is used as, or is nearly another
    usage,        // the question does not fit the expression
    undefined,    // an exact constant such as 1/0 has no value
    limit,        // a limit on work or size was reached
    cycle,        // a definition refers to itself
    unsupported,  // a right answer exists but pdiff does not know it
    io,           // reading or writing failed
    internal,     // a fault of pdiff itself
};

// Bytes [begin, end) of the text that was parsed.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend bool operator==(const Span&, const Span&) = default;
};

class Error : public std::exception {
public:
    // `what` is one sentence without a full stop; `instead` says what would have been right, or is empty.
    Error(ErrorKind k, std::string what, std::optional<Span> where = {}, std::string instead = {})
        : kind(k), span(where), message(std::move(what)), hint(std::move(instead)) {}

    const char* what() const noexcept override { return message.c_str(); }

    ErrorKind kind;
    std::optional<Span> span;
    std::string message;
    std::string hint;
};

}  // namespace pdiff

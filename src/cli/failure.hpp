// An Error with what only the command line knows: which text its span lies in, and an exit status of its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pdiff/error.hpp"

namespace pdiff::cli {

struct Failure : Error {
    explicit Failure(Error error) : Error(std::move(error)) {}
    std::optional<std::string> text;  // of another argument than the expression, such as that of --at
    std::optional<int> status;        // where the kind alone does not say it
};

inline constexpr int no_value_status = 5;

// The value at --at, or the derivative there, does not exist.
Failure no_value(std::string message, std::string hint = {});

// "syntax", "limit", ...
std::string_view kind_name(ErrorKind kind);
int exit_status(ErrorKind kind);
int exit_status(const Error& error);

// What an exception of any kind means to the user: memory is a limit, the rest a fault of ours.
Error as_error(const std::exception& exception);

// Calls `work`; what it throws is about `text` instead of the expression.
template <class Work>
auto about(std::string_view text, Work work) {
    try {
        return work();
    } catch (const Failure&) {
        throw;
    } catch (const Error& error) {
        Failure failure(error);
        failure.text = text;
        throw failure;
    }
}

}  // namespace pdiff::cli

#include "cli/failure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <new>
#include <stdexcept>

namespace pdiff::cli {

namespace {

struct KindRow {
    ErrorKind kind;
    std::string_view name;
    int status;
};

constexpr KindRow kinds[] = {
    {ErrorKind::syntax, "syntax", 2},
    {ErrorKind::encoding, "encoding", 2},
    {ErrorKind::name, "name", 2},
    {ErrorKind::usage, "usage", 2},
    {ErrorKind::cycle, "cycle", 2},
    {ErrorKind::undefined, "undefined", 2},
    {ErrorKind::unsupported, "unsupported", 2},
    {ErrorKind::limit, "limit", 4},
    {ErrorKind::io, "io", 6},
    {ErrorKind::internal, "internal", 70},
};

const KindRow& row(ErrorKind kind) { return *std::ranges::find(kinds, kind, &KindRow::kind); }

}  // namespace

std::string_view kind_name(ErrorKind kind) { return row(kind).name; }
int exit_status(ErrorKind kind) { return row(kind).status; }

int exit_status(const Error& error) {
    const auto* failure = dynamic_cast<const Failure*>(&error);
    return failure && failure->status ? *failure->status : exit_status(error.kind);
}

Failure no_value(std::string message, std::string hint) {
    Failure failure(Error(ErrorKind::undefined, std::move(message), {}, std::move(hint)));
    failure.status = no_value_status;
    return failure;
}

Error as_error(const std::exception& exception) {
    if (dynamic_cast<const std::bad_alloc*>(&exception) || dynamic_cast<const std::length_error*>(&exception))
        return Error(ErrorKind::limit, "the memory is used up", {}, "lower --limit operations=N, or ask for less");
    return Error(ErrorKind::internal, fmt::format("a fault of pdiff itself: {}", exception.what()));
}

}  // namespace pdiff::cli

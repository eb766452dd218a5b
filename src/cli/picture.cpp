#include "cli/picture.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "pdiff/error.hpp"

namespace pdiff::cli {

namespace {

struct Suffix {
    std::string_view suffix, format;
};
constexpr Suffix suffixes[] = {{".svg", "svg"},   {".png", "png"},  {".pdf", "pdf"},
                               {".dot", "dot"},   {".gv", "dot"},   {".mmd", "mermaid"},
                               {".json", "json"}, {".txt", "text"}, {".gp", "script"}};

void write_file(const std::string& name, std::string_view bytes) {
    const auto fail = [&] {
        throw Error(ErrorKind::io, fmt::format("cannot write {}: {}", name, std::strerror(errno)));
    };
    const int file = ::open(name.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0) fail();
    while (!bytes.empty()) {
        const ssize_t n = ::write(file, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) {
            const int reason = errno;
            ::close(file);
            errno = reason;
            fail();
        }
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    if (::close(file) != 0) fail();
}

}  // namespace

std::string picture_format(const Options& options, std::span<const std::string_view> formats) {
    std::string format = options.format == "plain" ? "text" : options.format;
    if (options.format == "plain" && !options.output.empty()) {
        const auto found =
            std::ranges::find_if(suffixes, [&](const Suffix& s) { return options.output.ends_with(s.suffix); });
        if (found == std::end(suffixes) || std::ranges::find(formats, found->format) == formats.end())
            throw Error(ErrorKind::usage,
                        fmt::format("--output {}: the name does not say which format", options.output), {},
                        "end it with .svg, .png or .pdf, or add --format");
        format = found->format;
    }
    if (std::ranges::find(formats, format) == formats.end())
        throw Error(ErrorKind::usage, fmt::format("`pdiff {}` has no --format {}", options.command, format), {},
                    fmt::format("available: {}", fmt::join(formats, ", ")));
    return format;
}

void write_picture(const Options& options, Output& output, std::string_view format, std::string_view bytes) {
    if (!options.output.empty()) return write_file(options.output, bytes);
    if ((format == "png" || format == "pdf") && ::isatty(STDOUT_FILENO))
        throw Error(ErrorKind::usage, fmt::format("a terminal shows no {}", format), {},
                    fmt::format("add --output picture.{}", format));
    output.write(bytes);
    output.flush();
}

}  // namespace pdiff::cli

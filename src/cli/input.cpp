#include "cli/input.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "pdiff/error.hpp"

namespace pdiff::cli {

Input::Input(int descriptor, std::size_t limit)
    : descriptor_(descriptor),
      limit_(limit),
      capacity_(1 << 16),
      buffer_(std::make_unique_for_overwrite<char[]>(capacity_)) {}

bool Input::waits() const { return !at_end_ && !std::memchr(buffer_.get() + begin_, '\n', end_ - begin_); }

void Input::make_room() {
    if (begin_ > 0) {
        std::memmove(buffer_.get(), buffer_.get() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    if (end_ < capacity_) return;
    auto larger = std::make_unique_for_overwrite<char[]>(2 * capacity_);
    std::memcpy(larger.get(), buffer_.get(), end_);
    buffer_ = std::move(larger);
    capacity_ *= 2;
}

bool Input::fill() {
    make_room();
    for (;;) {
        const ssize_t n = ::read(descriptor_, buffer_.get() + end_, capacity_ - end_);
        if (n > 0) {
            end_ += static_cast<std::size_t>(n);
            return true;
        }
        if (n == 0) {
            at_end_ = true;
            return false;
        }
        if (errno != EINTR) throw Error(ErrorKind::io, fmt::format("cannot read the input: {}", std::strerror(errno)));
    }
}

bool Input::next(Line& line) {
    std::size_t searched = 0;
    for (;;) {
        const char* from = buffer_.get() + begin_;
        const auto* newline = static_cast<const char*>(std::memchr(from + searched, '\n', end_ - begin_ - searched));
        const std::size_t length = newline ? static_cast<std::size_t>(newline - from) : end_ - begin_;
        if (length > limit_ + 1) {  // one more for the return of CRLF
            line = {{}, true};
            skip_line();
            return true;
        }
        if (newline || (at_end_ && length > 0)) {
            line = {std::string_view(from, length), false};
            if (line.text.ends_with('\r')) line.text.remove_suffix(1);
            line.too_long = line.text.size() > limit_;
            begin_ += length + (newline ? 1 : 0);
            return true;
        }
        if (at_end_) return false;
        searched = length;
        fill();
    }
}

void Input::skip_line() {
    for (;;) {
        const char* from = buffer_.get() + begin_;
        if (const auto* newline = static_cast<const char*>(std::memchr(from, '\n', end_ - begin_))) {
            begin_ += static_cast<std::size_t>(newline - from) + 1;
            return;
        }
        begin_ = end_ = 0;
        if (!fill()) return;
    }
}

}  // namespace pdiff::cli

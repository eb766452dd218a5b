#include "cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "cli/output.hpp"

namespace pdiff::cli {

Progress::Progress()
    : wanted_(isatty(STDERR_FILENO) != 0 && isatty(STDOUT_FILENO) == 0),
      next_(Clock::now() + std::chrono::seconds(2)) {}

Progress::~Progress() {
    if (shown_) write_error("\r\x1b[K");
}

void Progress::show(std::size_t lines) {
    const auto now = Clock::now();
    if (now < next_) return;
    next_ = now + std::chrono::milliseconds(250);
    shown_ = true;
    write_error(fmt::format("\r{} lines", lines));
}

}  // namespace pdiff::cli

#include "cli/output.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cmath>
#include <cstring>

#include "pdiff/error.hpp"

namespace pdiff::cli {

namespace {

constexpr std::size_t flush_bytes = 1 << 16;
constexpr int timeout_status = 4;

// A signal's handler can reach nothing but globals: the bytes of whole lines that are not written yet, and whether some
// are being written just now. Changed only by Output.
volatile sig_atomic_t writing = 0;
volatile sig_atomic_t stopped_by = 0;
const char* volatile unwritten = nullptr;
volatile std::size_t unwritten_bytes = 0;

[[noreturn]] void die_of(int signal_number) {
    if (signal_number == SIGALRM) {
        constexpr std::string_view message = "pdiff: error: the time of --timeout is over\n";
        [[maybe_unused]] const auto ignored = ::write(STDERR_FILENO, message.data(), message.size());
        _exit(timeout_status);
    }
    ::signal(signal_number, SIG_DFL);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, signal_number);
    sigprocmask(SIG_UNBLOCK, &set, nullptr);
    ::raise(signal_number);
    _exit(128 + signal_number);
}

// Whole lines first, then the signal's own effect. A second signal does not wait for a reader that has stopped.
void on_signal(int signal_number) {
    if (writing && !stopped_by) {
        stopped_by = signal_number;
        return;
    }
    const char* from = unwritten;
    std::size_t left = writing ? 0 : unwritten_bytes;
    while (left > 0) {
        const ssize_t n = ::write(STDOUT_FILENO, from, left);
        if (n <= 0) break;
        from += n, left -= static_cast<std::size_t>(n);
    }
    die_of(signal_number);
}

void handle(int signal_number) {
    struct sigaction action = {};
    action.sa_handler = on_signal;
    sigemptyset(&action.sa_mask);
    ::sigaction(signal_number, &action, nullptr);
}

}  // namespace

Output::Output(int descriptor) : descriptor_(descriptor) {
    handle(SIGINT);
    handle(SIGTERM);
}

Output::~Output() {
    unwritten_bytes = 0;
    unwritten = nullptr;
}

void Output::write(std::string_view lines) {
    unwritten_bytes = 0;  // the buffer may move
    std::atomic_signal_fence(std::memory_order_seq_cst);
    buffer_ += lines;
    std::atomic_signal_fence(std::memory_order_seq_cst);
    unwritten = buffer_.data();
    unwritten_bytes = buffer_.size();
    if (buffer_.size() >= flush_bytes) flush();
}

void Output::flush() {
    writing = 1;
    unwritten_bytes = 0;
    int failure = 0;
    for (std::size_t done = 0; !closed_ && failure == 0 && done < buffer_.size();) {
        const ssize_t n = ::write(descriptor_, buffer_.data() + done, buffer_.size() - done);
        if (n >= 0)
            done += static_cast<std::size_t>(n);
        else if (errno == EPIPE)
            closed_ = true;
        else if (errno != EINTR)
            failure = errno;
    }
    buffer_.clear();
    writing = 0;
    if (stopped_by) die_of(stopped_by);
    if (failure) throw Error(ErrorKind::io, fmt::format("cannot write the output: {}", std::strerror(failure)));
}

void write_error(std::string_view text) {
    while (!text.empty()) {
        const ssize_t n = ::write(STDERR_FILENO, text.data(), text.size());
        if (n < 0 && errno != EINTR) return;
        if (n > 0) text.remove_prefix(static_cast<std::size_t>(n));
    }
}

void start_timeout(double seconds) {
    if (!(seconds > 0) || seconds > 1e9) throw Error(ErrorKind::usage, "--timeout needs a number of seconds above 0");
    handle(SIGALRM);
    itimerval timer = {};
    double whole = 0;
    timer.it_value.tv_usec = static_cast<suseconds_t>(std::modf(seconds, &whole) * 1e6);
    timer.it_value.tv_sec = static_cast<time_t>(whole);
    if (timer.it_value.tv_sec == 0 && timer.it_value.tv_usec == 0) timer.it_value.tv_usec = 1;
    ::setitimer(ITIMER_REAL, &timer, nullptr);
}

}  // namespace pdiff::cli

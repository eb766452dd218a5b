#include "support/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>

namespace pdiff::test {
namespace {

void set_limit(int resource, rlim_t value) {
    const rlimit limit{value, value + 5};  // the soft one first, whose signal can be told from others
    setrlimit(resource, &limit);
}

[[noreturn]] void become(const std::vector<std::string>& arguments, const std::string& input_file, const Bounds& bounds,
                         int out, int err) {
    const int in = open(input_file.empty() ? "/dev/null" : input_file.c_str(), O_RDONLY);
    if (in < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0) _exit(126);
    set_limit(RLIMIT_CPU, bounds.seconds);
    set_limit(RLIMIT_CORE, 0);
#ifndef __SANITIZE_ADDRESS__
    set_limit(RLIMIT_AS, bounds.memory);
#endif
    std::vector<char*> argv;
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    execvp(argv[0], argv.data());
    _exit(127);
}

// Reads both streams to their ends, or until the time is over.
bool drain(std::array<pollfd, 2>& streams, std::array<std::string*, 2> texts, const Bounds& bounds) {
    using Clock = std::chrono::steady_clock;
    const auto deadline = Clock::now() + std::chrono::seconds(2 * bounds.seconds);
    std::array<char, 65536> buffer;
    while (streams[0].fd >= 0 || streams[1].fd >= 0) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) return false;
        if (poll(streams.data(), streams.size(), static_cast<int>(left)) < 0 && errno != EINTR) return false;
        for (std::size_t i = 0; i < streams.size(); ++i) {
            if (streams[i].fd < 0 || streams[i].revents == 0) continue;
            const ssize_t count = read(streams[i].fd, buffer.data(), buffer.size());
            if (count > 0 && texts[i]->size() < bounds.output) {
                texts[i]->append(buffer.data(), static_cast<std::size_t>(count));
            } else if (count <= 0) {
                close(streams[i].fd);
                streams[i].fd = -1;
            }
        }
    }
    return true;
}

}  // namespace

Outcome run_program(const std::vector<std::string>& arguments, const std::string& input_file, const Bounds& bounds) {
    int out[2];
    int err[2];
    if (pipe2(out, O_CLOEXEC) != 0 || pipe2(err, O_CLOEXEC) != 0) std::abort();
    const pid_t child = fork();
    if (child < 0) std::abort();
    if (child == 0) become(arguments, input_file, bounds, out[1], err[1]);
    close(out[1]);
    close(err[1]);

    Outcome outcome;
    std::array<pollfd, 2> streams{{{out[0], POLLIN, 0}, {err[0], POLLIN, 0}}};
    if (!drain(streams, {&outcome.out, &outcome.err}, bounds)) {
        outcome.timed_out = true;
        kill(child, SIGKILL);
        for (const pollfd& stream : streams) {
            if (stream.fd >= 0) close(stream.fd);
        }
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status)) outcome.status = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) outcome.signal = WTERMSIG(status);
    if (outcome.signal == SIGXCPU) outcome.timed_out = true;
    return outcome;
}

std::vector<std::string> shell_words(const std::string& line) {
    std::vector<std::string> words;
    bool inside = false;  // a word
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quote == 0 && (c == ' ' || c == '\t')) {
            inside = false;
            continue;
        }
        if (!inside) words.emplace_back();
        inside = true;
        if (quote == 0 && (c == '\'' || c == '"')) {
            quote = c;
        } else if (c == quote) {
            quote = 0;
        } else if (c == '\\' && quote != '\'' && i + 1 < line.size() &&
                   (quote == 0 || line[i + 1] == '"' || line[i + 1] == '\\' || line[i + 1] == '$')) {
            words.back() += line[++i];
        } else {
            words.back() += c;
        }
    }
    return words;
}

}  // namespace pdiff::test

#include "cli/tool.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include "cli/visible.hpp"
#include "pdiff/error.hpp"

namespace pdiff::cli {

namespace {

class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }
    int get() const { return number_; }
    void set(int number) { number_ = number; }
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }

private:
    int number_;
};

struct Pipe {
    Descriptor read, write;
    Pipe() {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0)
            throw Error(ErrorKind::io, fmt::format("cannot make a pipe: {}", std::strerror(errno)));
        read.set(ends[0]), write.set(ends[1]);
    }
};

// A program that ends early must not end this one.
class WithoutSigpipe {
public:
    WithoutSigpipe() {
        struct sigaction ignore = {};
        ignore.sa_handler = SIG_IGN;
        ::sigaction(SIGPIPE, &ignore, &before_);
    }
    WithoutSigpipe(const WithoutSigpipe&) = delete;
    WithoutSigpipe& operator=(const WithoutSigpipe&) = delete;
    ~WithoutSigpipe() { ::sigaction(SIGPIPE, &before_, nullptr); }

private:
    struct sigaction before_ = {};
};

pid_t start(const Tool& tool, const Pipe& in, const Pipe& out, const Pipe& err) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in.read.get(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out.write.get(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, err.write.get(), STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t defaults;
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    std::vector<char*> arguments;
    for (const std::string& argument : tool.arguments) arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    pid_t process = 0;
    const int failure = ::posix_spawnp(&process, arguments[0], &actions, &attributes, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (failure == 0) return process;
    throw Error(ErrorKind::io, fmt::format("cannot run {}: {}", tool.arguments[0], std::strerror(failure)), {},
                fmt::format("it comes with the Debian package {}; {}", tool.package, tool.instead));
}

// Writes what there is to write while it reads what comes back, so that neither side waits for the other.
void exchange(std::string_view input, Pipe& in, std::array<Pipe*, 2> pipes, std::array<std::string, 2>& texts) {
    ::fcntl(in.write.get(), F_SETFL, O_NONBLOCK);
    while (pipes[0]->read.get() >= 0 || pipes[1]->read.get() >= 0) {
        std::array<pollfd, 3> waits = {pollfd{in.write.get(), POLLOUT, 0}, pollfd{pipes[0]->read.get(), POLLIN, 0},
                                       pollfd{pipes[1]->read.get(), POLLIN, 0}};
        if (::poll(waits.data(), waits.size(), -1) < 0 && errno != EINTR) break;
        if (waits[0].revents != 0) {
            const ssize_t n = ::write(in.write.get(), input.data(), input.size());
            if (n > 0) input.remove_prefix(static_cast<std::size_t>(n));
            if (input.empty() || (n < 0 && errno != EAGAIN && errno != EINTR)) in.write.close();
        }
        for (std::size_t i = 0; i < 2; ++i) {
            if (waits[i + 1].revents == 0) continue;
            char bytes[1 << 16];
            const ssize_t n = ::read(pipes[i]->read.get(), bytes, sizeof bytes);
            if (n > 0) texts[i].append(bytes, static_cast<std::size_t>(n));
            if (n == 0 || (n < 0 && errno != EINTR)) pipes[i]->read.close();
        }
    }
}

int wait_for(pid_t process) {
    int status = 0;
    while (::waitpid(process, &status, 0) < 0)
        if (errno != EINTR) return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

std::string run_tool(const Tool& tool, std::string_view input) {
    Pipe in, out, err;
    const WithoutSigpipe guard;
    const pid_t process = start(tool, in, out, err);
    in.read.close(), out.write.close(), err.write.close();
    std::array<std::string, 2> texts;
    exchange(input, in, {&out, &err}, texts);
    if (const int status = wait_for(process); status != 0) {
        constexpr std::size_t most_bytes = 200;
        const std::string first = texts[1].substr(0, texts[1].find('\n', texts[1].find_first_not_of('\n')));
        throw Error(ErrorKind::io, fmt::format("{} failed", tool.arguments[0]), {},
                    first.empty() ? "" : fmt::format("it says: {}", visible(first, most_bytes)));
    }
    return std::move(texts[0]);
}

}  // namespace pdiff::cli

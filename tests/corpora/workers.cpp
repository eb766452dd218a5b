#include "corpora/workers.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <string>
#include <thread>

namespace pdiff::test {
namespace {

constexpr int row_seconds = 20;             // of processor time
constexpr std::size_t memory = 4ull << 30;  // of address space

struct Worker {
    pid_t process = 0;
    int results = -1;      // the reading end of a pipe; -1 when it has no rows left
    std::size_t next = 0;  // the row it is at
    std::string pending;   // what has arrived of the next line
};

void start_clock() {
    const itimerval limit{{0, 0}, {row_seconds, 0}};
    setitimer(ITIMER_VIRTUAL, &limit, nullptr);
}

std::string encode(Judgement judgement) {
    std::ranges::replace(judgement.detail, '\n', ' ');
    std::ranges::replace(judgement.detail, '\t', ' ');
    return fmt::format("{}\t{}\t{}\t{}\n", static_cast<int>(judgement.verdict), static_cast<int>(judgement.round_trip),
                       judgement.length, judgement.detail.substr(0, 2000));
}

Judgement decode(const std::string& line) {
    const std::vector<std::string> columns = split(line, '\t');
    return {static_cast<Verdict>(std::stoi(columns.at(0))), static_cast<RoundTrip>(std::stoi(columns.at(1))),
            std::stoul(columns.at(2)), columns.at(3)};
}

[[noreturn]] void work(const std::vector<Row>& rows, std::size_t first, std::size_t step, int out) {
#ifndef __SANITIZE_ADDRESS__
    const rlimit limit{memory, memory};
    setrlimit(RLIMIT_AS, &limit);
#endif
    for (std::size_t i = first; i < rows.size(); i += step) {
        start_clock();
        const std::string line = encode(judge(rows[i]));
        if (write(out, line.data(), line.size()) < 0) _exit(1);
    }
    _exit(0);
}

void start(Worker& worker, const std::vector<Row>& rows, std::size_t step) {
    int ends[2];
    if (pipe(ends) != 0) std::abort();
    worker.process = fork();
    if (worker.process < 0) std::abort();
    if (worker.process == 0) {
        close(ends[0]);
        work(rows, worker.next, step, ends[1]);
    }
    close(ends[1]);
    worker.results = ends[0];
    worker.pending.clear();
}

// Takes what has arrived; false at the end.
bool receive(Worker& worker, std::vector<Judgement>& judgements, std::size_t step) {
    char buffer[65536];
    const ssize_t count = read(worker.results, buffer, sizeof buffer);
    if (count <= 0) return false;
    worker.pending.append(buffer, static_cast<std::size_t>(count));
    for (std::size_t end = 0; (end = worker.pending.find('\n')) != std::string::npos;) {
        judgements[worker.next] = decode(worker.pending.substr(0, end));
        worker.pending.erase(0, end + 1);
        worker.next += step;
    }
    return true;
}

// The row a dead worker was at is the one that killed it; the next worker goes on behind it.
void bury(Worker& worker, const std::vector<Row>& rows, std::vector<Judgement>& judgements, std::size_t step) {
    int status = 0;
    waitpid(worker.process, &status, 0);
    close(worker.results);
    worker.results = -1;
    if (worker.next >= rows.size()) return;
    Judgement& judgement = judgements[worker.next];
    const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    judgement.verdict = signal == SIGVTALRM ? Verdict::timed_out : Verdict::crashed;
    judgement.detail = signal == SIGVTALRM ? fmt::format("over {} s", row_seconds) : fmt::format("signal {}", signal);
    worker.next += step;
    if (worker.next < rows.size()) start(worker, rows, step);
}

}  // namespace

std::vector<Judgement> judge_all(const std::vector<Row>& rows) {
    std::vector<Judgement> judgements(rows.size());
    const std::size_t step = std::max(1u, std::thread::hardware_concurrency());
    std::vector<Worker> workers(step);
    for (std::size_t i = 0; i < step; ++i) {
        workers[i].next = i;
        if (i < rows.size()) start(workers[i], rows, step);
    }
    for (;;) {
        std::vector<pollfd> streams;
        for (const Worker& worker : workers) streams.push_back({worker.results, POLLIN, 0});
        if (std::ranges::all_of(workers, [](const Worker& worker) { return worker.results < 0; })) return judgements;
        poll(streams.data(), streams.size(), -1);
        for (std::size_t i = 0; i < step; ++i) {
            if (streams[i].fd < 0 || streams[i].revents == 0) continue;
            if (!receive(workers[i], judgements, step)) bury(workers[i], rows, judgements, step);
        }
    }
}

}  // namespace pdiff::test

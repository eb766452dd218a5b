// Standard output in whole lines: buffered, checked, and cut short between lines alone when the program is stopped.
#pragma once

#include <string>
#include <string_view>

namespace pdiff::cli {

// Only one at a time: the handler of a signal has to find it.
class Output {
public:
    explicit Output(int descriptor);
    ~Output();
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    // Whole lines.
    void write(std::string_view lines);

    // Throws Error{io}. Where nobody reads any more, `closed` becomes true instead.
    void flush();
    bool closed() const { return closed_; }

private:
    int descriptor_;
    bool closed_ = false;
    std::string buffer_;
};

// A complete message to standard error; what cannot be written there is lost.
void write_error(std::string_view text);

// Ends the program with exit status 4 after this many seconds.
void start_timeout(double seconds);

}  // namespace pdiff::cli

// What stands in front of `=` in an answer, such as f', df/dx, f_{xy}(x, y), \frac{\partial f}{\partial x}, grad f.
#include <algorithm>
#include <iterator>

#include "check/answer_text.hpp"
#include "pdiff/functions.hpp"

namespace pdiff {

namespace {

struct Spelling {
    std::string_view written, plain;
};

// Longer ones first where one begins like another.
constexpr Spelling spellings[] = {
    {"\\partial", "d"},
    {"∂", "d"},
    {"\\mathrm{d}", "d"},
    {"\\nabla", "grad"},
    {"∇", "grad"},
    {"\\Delta", "laplacian"},
    {"Δ", "laplacian"},
    {"\\left", ""},
    {"\\right", ""},
    {"\\,", ""},
    {"\\;", ""},
    {"\\prime", "'"},
    {"^'", "'"},
    {"^{'}", "'"},
    {"’", "'"},
    {"′", "'"},
    {"″", "''"},
    {"‴", "'''"},
    {"´", "'"},
    {"`", "'"},
    {"²", "^2"},
    {"³", "^3"},
    {"⁴", "^4"},
    {"\\operatorname", ""},
    {"\\mathrm", ""},
    {"\\mathbf", ""},
    {"\\cdot", ""},
    {"·", ""},
    {"\\dfrac", "\\frac"},
    {"\\tfrac", "\\frac"},
    {" ", ""},
    {"\t", ""},
    {"\\ ", ""},
    {"\"", "''"},
};

constexpr std::size_t longest = 200;  // of a label

std::string plain_label(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        const auto row =
            std::ranges::find_if(spellings, [&](const Spelling& s) { return text.starts_with(s.written); });
        const bool known = row != std::end(spellings);
        plain += known ? row->plain : text.substr(0, 1);
        text.remove_prefix(known ? row->written.size() : 1);
    }
    return plain;
}

// \frac{df}{dx} as df/dx
std::string without_fraction(const std::string& text) {
    constexpr std::string_view mark = "\\frac{";
    if (!text.starts_with(mark)) return text;
    const std::size_t middle = text.find("}{"), end = text.find('}', middle + 2);
    if (middle == std::string::npos || end == std::string::npos) return text;
    return text.substr(mark.size(), middle - mark.size()) + "/" + text.substr(middle + 2, end - middle - 2) +
           text.substr(end + 1);
}

bool is_function_name(std::string_view name) { return !functions_named(name).empty() || find_definition(name); }

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class LabelReader {
public:
    LabelReader(std::string_view text, const std::vector<std::string>& variables)
        : text_(text), variables_(variables) {}

    std::optional<Label> read() {
        for (const auto method :
             {&LabelReader::quotient, &LabelReader::operation, &LabelReader::capital, &LabelReader::primed}) {
            at_ = 0, label_ = {};
            if ((this->*method)()) return label_;
        }
        return std::nullopt;
    }

private:
    bool done() const { return at_ == text_.size(); }
    char peek() const { return done() ? '\0' : text_[at_]; }
    bool take(std::string_view word) {
        if (text_.substr(at_, word.size()) != word) return false;
        at_ += word.size();
        return true;
    }
    std::size_t number() {
        std::size_t n = 0;
        for (; is_digit(peek()) && n < 1000; ++at_) n = 10 * n + static_cast<std::size_t>(peek() - '0');
        return n;
    }
    // ^2, ^{2} or 2
    std::size_t exponent() {
        const bool marked = take("^"), braced = marked && take("{");
        const std::size_t n = number();
        if (braced) take("}");
        return n == 0 ? 1 : n;
    }
    std::string name() {
        std::string read;
        if (!is_letter(peek())) return read;
        while (is_letter(peek()) || is_digit(peek())) read += text_[at_++];
        return read;
    }
    // The longest of the variables that stands here.
    bool variable() {
        const std::string* found = nullptr;
        for (const std::string& v : variables_)
            if (text_.substr(at_, v.size()) == v && (!found || v.size() > found->size())) found = &v;
        if (!found) return false;
        at_ += found->size();
        label_.by.push_back(*found);
        return true;
    }
    // (x, y) or nothing
    bool arguments() {
        if (done()) return true;
        if (!take("(")) return false;
        while (is_letter(peek()) || is_digit(peek()) || peek() == ',' || peek() == '_') ++at_;
        return take(")") && done();
    }

    // df/dx, d^2f/dxdy, d/dx(...)
    bool quotient() {
        if (!take("d")) return false;
        exponent();
        label_.name = name();
        if (!take("/")) return false;
        take("(");
        while (take("d")) {
            const std::size_t before = label_.by.size();
            if (!variable()) {
                const std::string other = single_variable();
                if (other.empty()) return false;
                label_.by.push_back(other);
            }
            for (std::size_t n = exponent(); n > 1; --n) label_.by.push_back(label_.by[before]);
        }
        return !label_.by.empty();
    }
    // One letter with its digits, which is no variable of the question.
    std::string single_variable() {
        std::string read;
        if (!is_letter(peek())) return read;
        read += text_[at_++];
        while (static_cast<unsigned char>(peek()) >= 0x80 || is_digit(peek())) read += text_[at_++];
        return read;
    }

    // grad f, laplacian f, div F
    bool operation() {
        for (const std::string_view word : {"gradient", "grad", "hessian", "hess", "jacobian", "divergence", "div",
                                            "curl", "rot", "laplacian", "laplace"})
            if (take(word)) {
                label_.name = name();
                return done() || arguments();
            }
        return false;
    }

    // H_f, J_f(x, y), D_x f, Df
    bool capital() {
        if (peek() != 'H' && peek() != 'J' && peek() != 'D') return false;
        const bool derivative = text_[at_++] == 'D';
        if (take("_")) {
            const bool braced = take("{");
            while (derivative && variable()) {
            }
            if (label_.by.empty()) label_.name = name();
            if (braced) take("}");
        }
        if (label_.name.empty()) label_.name = name();
        return arguments() && (!label_.by.empty() || !label_.name.empty() || text_.size() > 1);
    }

    // f', f''(x), f_x, f_{xy}(x, y), and a bare f or f(x, y)
    bool primed() {
        label_.name = name();
        if (label_.name.empty()) return false;
        label_.derivative = false;
        while (take("'")) label_.derivative = true;
        if (take("^(") || take("^{(")) {
            label_.derivative = number() > 0 && take(")");
            if (!label_.derivative) return false;
            take("}");
        }
        if (take("_")) {
            const bool braced = take("{") || take("(");
            label_.derivative = true;
            while (variable()) take(",");
            if (label_.by.empty()) return false;
            if (braced && !take("}") && !take(")")) return false;
        }
        return arguments();
    }

    std::string_view text_;
    const std::vector<std::string>& variables_;
    std::size_t at_ = 0;
    Label label_;
};

}  // namespace

std::optional<Label> read_label(std::string_view text, const std::vector<std::string>& variables) {
    if (text.empty() || text.size() > longest) return std::nullopt;
    const std::string plain = without_fraction(plain_label(text));
    auto label = LabelReader(plain, variables).read();
    // `x = ...` with a variable of the question says something of x.
    if (!label || label->derivative) return label;
    const bool meant = std::ranges::find(variables, label->name) != variables.end() || is_function_name(label->name);
    return meant ? std::nullopt : label;
}

}  // namespace pdiff

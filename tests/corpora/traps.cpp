#include "corpora/traps.hpp"

#include <regex>
#include <utility>

#include "corpora/corpus.hpp"

namespace pdiff::test {
namespace {

// Other spellings of what the input language says too.
const std::pair<std::regex, std::string> spellings[] = {
    {std::regex(R"(nthRoot\()"), "root("},
    {std::regex(R"(piecewise\(\((.*),([^,()]*)\),\((.*),true\)\))"), "piecewise($2, $1, $3)"},
    {std::regex(R"((\w+) not an integer)"), "sin(pi*$1) != 0"},
    {std::regex(R"(D1\(f\))"), "D[1](f)"},
    {std::regex("<NUL>"), std::string(1, '\0')},
    {std::regex(R"(<U\+200D>)"), "\xE2\x80\x8D"},
    {std::regex(R"(<U\+FEFF>)"), "\xEF\xBB\xBF"},
};

std::string translate(std::string text) {
    for (const auto& [theirs, ours] : spellings) text = std::regex_replace(text, theirs, ours);
    return text;
}

std::string trim(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(' ');
    return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

// The first comma outside of all brackets.
std::size_t find_comma(const std::string& text) {
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        depth += text[i] == '(' || text[i] == '[';
        depth -= text[i] == ')' || text[i] == ']';
        if (depth == 0 && text[i] == ',') return i;
    }
    return std::string::npos;
}

Clause read_clause(const std::string& text) {
    if (text.starts_with("undefined")) return {"undefined", ""};
    if (const std::size_t word = text.find(" if "); word != std::string::npos) {
        return {trim(text.substr(0, word)), translate(trim(text.substr(word + 4)))};
    }
    const std::size_t comma = find_comma(text);
    if (comma == std::string::npos) return {translate(text), ""};
    return {translate(trim(text.substr(0, comma))), translate(trim(text.substr(comma + 1)))};
}

// "x", "x at 0", "x (order 2)", "x, then y -> 20*x".
void read_question(Trap& trap, const std::string& text) {
    static const std::regex at(R"((\w+) at (\S+))"), order(R"((\w+) \(order (\d+)\))"), words(R"((\w+) \(.*\))"),
        then(R"((\w+), then (\w+) -> (.*))"), plain(R"(\w+)");
    std::smatch m;
    if (std::regex_match(text, m, at)) {
        trap.sequence = {m[1]};
        trap.point = m[1].str() + "=" + m[2].str();
        trap.asked = Asked::at_point;
    } else if (std::regex_match(text, m, order)) {
        trap.sequence.assign(std::stoul(m[2]), m[1]);
    } else if (std::regex_match(text, m, then)) {
        trap.sequence = {m[1]};
        trap.replacement = {{m[2], m[3]}};
    } else if (std::regex_match(text, m, plain) || std::regex_match(text, m, words)) {
        trap.sequence = {text.substr(0, text.find(' '))};
    } else {
        trap.asked = Asked::undecided;
    }
}

void read_answer(Trap& trap, const std::string& text) {
    if (text.starts_with("E_")) {
        trap.asked = Asked::refusal;
        return;
    }
    if (text.starts_with("unsupported")) {
        trap.asked = Asked::undecided;
        return;
    }
    for (const std::string& clause : split(text, ';')) trap.clauses.push_back(read_clause(trim(clause)));
}

}  // namespace

std::vector<Trap> read_traps() {
    std::vector<Trap> traps;
    const std::vector<std::string> lines = read_lines(hostile_dir() / "traps.tsv");
    for (const std::string& line : lines) {
        const std::vector<std::string> columns = split(line, '\t');
        if (columns.size() < 4 || columns[0] == "id") continue;
        Trap trap;
        trap.id = columns[0];
        trap.expression = translate(columns[1]);
        read_question(trap, columns[2]);
        read_answer(trap, columns[3]);
        traps.push_back(std::move(trap));
    }
    return traps;
}

}  // namespace pdiff::test

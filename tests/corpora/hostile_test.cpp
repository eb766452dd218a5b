// Inputs that make other systems crash, hang, run code or answer wrongly, through the real program.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "corpora/corpus.hpp"
#include "corpora/hostile_made.hpp"
#include "pdiff/parse.hpp"
#include "pdiff/simplify.hpp"
#include "support/process.hpp"

using namespace pdiff::test;

namespace {

struct Input {
    std::string file;
    std::string arguments;  // behind "pdiff -"
    std::string statuses;   // that are right
    std::string answer;     // on status 0: an expression equal to the last line; empty: any, but never 0
    std::string message;    // a part of the answer on any other status
    bool big = false;       // only when everything is run
};

const std::string any_expression;
const std::string x = "--wrt x";

std::string factorial(int n) {
    std::string text = "1";
    for (int i = 2; i <= n; ++i) text += fmt::format("*{}", i);
    return text;
}

const std::vector<Input> inputs = {
    {"a01_empty", x, "0", "", ""},
    {"a07_double_op", x, "2", "", "error: "},
    {"a10_open", x, "2", "", "error: "},
    {"a11_close", x, "2", "", "error: "},
    {"a12_brackets", x, "2", "", "error: "},
    {"a13_unit", x, "2", "", "error: "},
    {"a14_fn_noarg", x, "2", "", "sin"},
    {"a15_fn_2arg", x, "2", "", "sin"},
    {"a16_fn_bare", x, "2", "", "sin"},
    {"a17_fn_op", x, "2", "", "error: "},
    {"a18_implicit", x, "0 2", "", ""},
    {"a20_powpow", x, "0", "y^2*x^(y^2 - 1)", ""},
    {"a21_negpow", x, "0", "-2*x", ""},
    {"a23_dots", x, "2", "", "error: "},
    {"a24_twodots", x, "2", "", "error: "},
    {"a26_hex", x, "2", "", "error: "},
    {"a27_octal", x, "0", "10", ""},
    {"a28_comma_dec", x, "2", "", "point"},
    {"a29_thousands", x, "2", "", "error: "},
    {"a30_badutf8", x, "2", "", "4"},
    {"a31_overlong", x, "2", "", "UTF-8"},
    {"a34_bom", x, "0", "2*x", ""},
    {"a35_utf16", x, "2", "", "UTF-16"},
    {"a36_crlf", x, "0", "2*x", ""},
    {"a40_zwj", x, "2", "", "U+200D"},
    {"a41_ansi", x, "2", "", "error: "},
    {"a43_comment", x, "0 2", "2*x", ""},
    {"a44_semicolon", x, "2", "", "error: "},
    {"a45_ident_1MB", x, "4", "", "4096"},
    {"a46_parens_100k", x, "0 4", "1", ""},
    {"a48_open_only_1M", x, "2 4", "", "error: "},
    {"a49_minus_100k", x, "0 4", "-1", ""},
    {"a50_pow_tower_10k", x, "0 4", "", ""},
    {"a51_call_100k", x, "0 4", "", ""},
    {"a52_call_10k", x, "0 4", "", ""},
    {"a53_call_10k_d10", "--wrt x^10", "0 4", "", ""},
    {"a54_call_1k", x, "0", "", ""},
    {"a55_sum_1M", "--wrt x5", "0", "1", "", true},
    {"a56_sum_100k", "--wrt x5", "0", "1", ""},
    {"a57_same_1M", x, "0", "1000000", ""},
    {"a58_prod_10k", x, "0 4", "", ""},
    {"a59_nest_sub_100k", x, "0 4", "1", ""},
    {"a61_horner_5k", x, "0 4", "", ""},
    {"a62_random_binary", x, "2", "", "error: "},
    {"a63_many_commas", x, "2", "", "error: "},
    {"a65_redos", x, "0 2 4", "0", ""},
    {"b01_tower", x, "0 4", "0", ""},
    {"b03_bigpow", x, "0", "1000000000000*x^999999999999", ""},
    {"b07_1e400", x, "0", "10^400", ""},
    {"b08_1em400", x, "0", "10^(-400)", ""},
    {"b10_1em1e9", x, "4", "", "error: "},
    {"b12_digits_100k", x, "0", "", ""},
    {"b13_digits_1M", x, "0 4", "", ""},
    {"b14_dec_100k", x, "0", "", ""},
    {"b15_nan", x, "0 2", "0", ""},
    {"b16_inf", x, "2", "", "error: "},
    {"b17_0_0", x, "0 2", "0", ""},
    {"b19_1div0", x, "2", "", "undefined"},
    {"b20_log0", x, "2", "", "undefined"},
    {"b21_0neg", x, "2", "", "undefined"},
    {"b23_trigzero", x, "0 2", "", ""},
    {"b25_radzero2", x, "0 2", "", ""},
    {"b26_0timesundef", x, "2", "", "undefined"},
    {"b27_fact_1e9", x, "0 4", "", ""},
    {"b28_fact_1e18", x, "0 4", "", ""},
    {"b29_fact_chain", x, "0 4", "", ""},
    {"b30_binom", x, "0 4", "", ""},
    {"b32_sqrt_semiprime", x, "0", "", ""},
    {"b34_rat_float", x, "0", "x^(-9/10)/10", ""},
    {"b35_float_sum", x, "0", "3/10", ""},
    {"b37_gamma", x, "0 4", "", ""},
    {"c03_multinom", "--wrt x --form expanded", "0 2 4", "", ""},
    {"c05_sq100", x, "0 4", "", ""},
    {"c06_sq100_expand", "--wrt x --form expanded", "0 2 4", "", ""},
    {"c07_xx_d50", "--wrt x^50", "0 4", "", ""},
    {"c09_x200_d200", "--wrt x^200", "0", factorial(200), ""},
    {"c10_sin_d100000", "--wrt x^100000", "0", "sin(x)", ""},
    {"c11_tan_d100", "--wrt x^100", "0 4", "", ""},
    {"c12_prod_d20", "--wrt x^20", "0 4", "", ""},
    {"c16_nestrad", x, "0 4", "", ""},
    {"c17_abs_nest", x, "0", "sign(x)", ""},
    {"c18_maxchain", x, "0 4", "", ""},
    {"c19_det", "--wrt a00", "0", "0", ""},
    {"c20_simp_trap", x, "0", "", ""},
    {"d01_rec", x, "2", "", "error: "},
    {"d02_rec2", x, "2", "", "error: "},
    {"d10_keywords", "--wrt lambda", "0", "int", ""},
    {"d11_case", x, "0", "1", ""},
    {"d12_prime", x, "0 2", "", ""},
    {"d14_I", x, "0", "I + E", ""},
    {"d15_dx", x, "0", "dx", ""},
    {"e02_py_open", x, "2", "", "error: "},
    {"e04_js_import", x, "2", "", "error: "},
    {"e05_mac_system", x, "2", "", "error: "},
    {"e07_backtick", x, "2", "", "error: "},
    {"e09_semicolon", x, "2", "", "error: "},
    {"e10_html", x, "2", "", "error: "},
    {"e11_latex", x, "2", "", "error: "},
    {"e12_latex18", x, "2", "", "error: "},
    {"e13_dot", x, "2", "", "error: "},
    {"e16_path", x, "2", "", "error: "},
    {"e18_reserved", x, "0 2", "", ""},
    {"e19_attr", x, "2", "", "error: "},
    {"f02_mixed", x, "2", "", ""},
    {"f03_longline", x, "0 4", "2*x", "2*x", true},
    {"f04_1M_lines", x, "0", "", "", true},
    {"f05_binary_lines", x, "2", "", ""},
    {"f06_ndjson_bad", "--wrt x --input ndjson --format json", "2", "", ""},
    {"f07_json_deep", "--wrt x --input ndjson", "2", "", "error: "},
    {"f08_nul_lines", x, "2", "", ""},
};

// What must stand where in the output of a file of several lines; a line from 1.
struct Record {
    std::string file;
    std::size_t lines;  // in all
    std::size_t line;
    std::string text;
};
const std::vector<Record> records = {
    {"a01_empty", 0, 0, ""},
    {"f02_mixed", 5, 1, "2*x"},
    {"f02_mixed", 5, 2, "error: "},
    {"f02_mixed", 5, 3, "error: "},
    {"f02_mixed", 5, 4, "error: "},
    {"f02_mixed", 5, 5, "3*x^2"},
    {"f03_longline", 2, 2, "2*x"},
    {"f04_1M_lines", 1'000'000, 1'000'000, "0"},
    {"f05_binary_lines", 1001, 1001, "2*x"},
    {"f06_ndjson_bad", 7, 1, "2*x"},
    {"f06_ndjson_bad", 7, 5, "error"},
    {"f06_ndjson_bad", 7, 7, "error"},
    {"f08_nul_lines", 2, 1, "error: "},
    {"f08_nul_lines", 2, 2, "3*x^2"},
};

// Where the file lies; made and kept in the current folder where it is not stored.
fs::path path_of(const std::string& file) {
    const std::string name = file + ".txt";
    const fs::path stored = hostile_dir() / "inputs" / name;
    if (fs::exists(stored)) return stored;
    const fs::path made = fs::path("hostile-made") / name;
    if (!fs::exists(made)) {
        fs::create_directories(made.parent_path());
        std::ofstream(made, std::ios::binary) << make_hostile(name);
    }
    return made;
}

Outcome run_on(const Input& input) {
    std::vector<std::string> arguments = {PDIFF_BINARY, "-"};
    for (const std::string& word : shell_words(input.arguments)) arguments.push_back(word);
    return run_program(arguments, path_of(input.file));
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines = split(text, '\n');
    if (lines.back().empty()) lines.pop_back();
    return lines;
}

bool is_equal(const std::string& a, const std::string& b) {
    pdiff::Pool pool;
    const pdiff::Expr difference = subtract(pool, pdiff::parse_expr(pool, a), pdiff::parse_expr(pool, b));
    return simplify(pool, difference) == pdiff::zero;
}

// No control byte but the ends of lines reaches a terminal, and all of it is UTF-8.
bool is_clean(const std::string& text) {
    std::size_t continuation = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (continuation > 0) {
            if (byte >> 6 != 2) return false;
            --continuation;
        } else if (byte >= 0x80) {
            continuation = byte >> 5 == 6 ? 1 : byte >> 4 == 14 ? 2 : byte >> 3 == 30 ? 3 : 0;
            if (continuation == 0) return false;
        } else if ((byte < 0x20 && byte != '\n') || byte == 0x7f) {
            return false;
        }
    }
    return continuation == 0;
}

bool is_bounded(const std::string& text) {
    return std::ranges::all_of(lines_of(text), [](const std::string& line) {
        return line.find("error") == std::string::npos || line.size() <= 1024 || line.find("error: ") != 0;
    });
}

bool present() {
    if (fs::exists(hostile_dir())) return true;
    MESSAGE("no hostile inputs beside the project");
    return false;
}

void check_answer(const Input& input, const Outcome& outcome) {
    const std::vector<std::string> lines = lines_of(outcome.out);
    const std::string last = lines.empty() ? "" : lines.back();
    INFO(input.file, ": ", outcome.status, " ", last.substr(0, 300), " ", outcome.err.substr(0, 500));
    const std::vector<std::string> statuses = split(input.statuses, ' ');
    CHECK(std::ranges::find(statuses, std::to_string(outcome.status)) != statuses.end());
    if (outcome.status != 0) {
        CHECK((outcome.out + outcome.err).find(input.message) != std::string::npos);
    } else if (!input.answer.empty()) {
        CHECK(is_equal(last, input.answer));
    } else if (lines.size() == 1) {
        CHECK((last != "0" || input.file == "c20_simp_trap"));
    }
}

}  // namespace

TEST_CASE("hostile inputs are answered or refused, never obeyed") {
    if (!present()) return;
    for (const Input& input : inputs) {
        if (input.big && !run_everything()) continue;
        const Outcome outcome = run_on(input);
        INFO(input.file, ": ", outcome.err.substr(0, 300));
        CHECK(outcome.signal == 0);
        CHECK_FALSE(outcome.timed_out);
        CHECK(is_clean(outcome.out));
        CHECK(is_clean(outcome.err));
        CHECK(is_bounded(outcome.out));
        check_answer(input, outcome);
        for (const Record& record : records) {
            if (record.file != input.file) continue;
            const std::vector<std::string> lines = lines_of(outcome.out);
            INFO(record.file, " line ", record.line);
            REQUIRE(lines.size() == record.lines);
            if (record.line > 0) CHECK(lines[record.line - 1].find(record.text) != std::string::npos);
        }
    }
    for (const auto& entry : fs::directory_iterator(".")) {
        CHECK_FALSE(entry.path().filename().string().starts_with("pwned_"));
    }
}

TEST_CASE("every hostile input of the collection is known here") {
    if (!present()) return;
    std::set<std::string> known;
    for (const Input& input : inputs) known.insert(input.file + ".txt");
    for (const std::string& line : read_lines(hostile_dir() / "README.md")) {
        const std::size_t end = line.find(".txt");
        if (!line.starts_with("| ") || end == std::string::npos) continue;
        const std::string name = line.substr(0, end + 4);
        INFO(name);
        CHECK(known.count(name.substr(2)) == 1);
    }
}

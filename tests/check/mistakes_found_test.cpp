// Properties: each mistake is named in generated answers, and no right answer is given one.
// PDIFF_MISTAKES=N makes N functions for each row and 100 N right answers; 30 and 10,000 take some minutes.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "check/example.hpp"
#include "pdiff/differentiate.hpp"
#include "pdiff/error.hpp"
#include "pdiff/forms.hpp"
#include "pdiff/parse.hpp"
#include "pdiff/print.hpp"
#include "support/random_homework.hpp"

using namespace pdiff;
using namespace pdiff::test;

namespace {

constexpr std::uint64_t seed = 20240607;

std::size_t wished() {
    const char* wish = std::getenv("PDIFF_MISTAKES");
    return wish == nullptr ? 3 : std::size_t(std::atoi(wish));
}

struct Made {
    std::string function;
    AskedQuestion asked;
    Expr answer{};
};

// A row that depends on what was answered: a derivative of which this is the answer.
std::optional<Expr> answer_by_hand(Pool& pool, AskedQuestion& asked, const MistakeRow& row) {
    const Expr x = asked.question.variables[0], f = asked.question.function;
    if (row.cases == "integral") {
        asked.question.function = differentiate(pool, f, x);
        asked.question.typed = {};
        asked.right = differentiate(pool, asked.question.function, x);
        return f;
    }
    const std::vector<Expr> names = variables(pool, f);
    if (row.cases == "renamed" && names.size() == 1 && !variables(pool, asked.right).empty()) {
        const Expr t = pool.symbol("t");
        return substitute(pool, asked.right, {&x, 1}, {&t, 1});
    }
    if (row.cases == "d + other*stray" && names.size() == 2)
        return sum(pool, {asked.right, product(pool, {differentiate(pool, f, names[1]), parse_expr(pool, "y'(x)")})});
    return std::nullopt;
}

std::optional<Made> make(Pool& pool, const MistakeRow& row, RandomHomework& random) {
    const bool rule = &row >= std::begin(rule_mistakes) && &row < std::end(rule_mistakes);
    for (int attempt = 0; attempt < 60; ++attempt) {
        pool.reset();
        std::string text = random(1 + int(random.below(2)), row.topic.starts_with("partial") || random.below(2) == 0);
        if (rule || row.topic == "algebra") {
            const auto all = pieces(row.cases, ";");
            const auto sides = pieces(all[random.below(std::uint32_t(all.size()))], "->");
            text = random.around(sides[0]);
        }
        if (row.by.starts_with("jacobian")) text = fmt::format("[{}, {}]", text, random(1, true));
        try {
            Made made{.function = text, .asked = read_question(pool, text, row.by)};
            if (const auto answer = answer_by_hand(pool, made.asked, row)) {
                made.answer = *answer;
                return made;
            }
            if (row.cases == "renamed") continue;
            const auto candidates = candidates_of(pool, made.asked.question, made.asked.right, row);
            if (candidates.empty()) continue;
            made.answer = candidates[random.below(std::uint32_t(candidates.size()))].answer;
            constexpr Form forms[] = {Form::raw, Form::automatic, Form::expanded};
            made.answer = in_form(pool, made.answer, forms[random.below(3)]);
            return made;
        } catch (const Error&) {  // 1/0
        }
    }
    return std::nullopt;
}

bool names(const Diagnosis& diagnosis, std::string_view name) {
    return std::ranges::any_of(diagnosis.explanations, [&](const Explanation& e) {
        return std::ranges::any_of(e.mistakes, [&](const Mistake& m) { return m.name == name; });
    });
}

}  // namespace

TEST_CASE("mistakes: each is named in generated answers") {
    RandomHomework random(seed);
    const std::size_t wanted = wished();
    std::size_t found = 0, total = 0;
    std::vector<std::pair<double, std::string>> times;  // milliseconds of processor time
    std::string rates, misses;
    Pool pool;
    for (const MistakeRow* row : mistake_rows()) {
        std::size_t here = 0;
        for (std::size_t i = 0; i < wanted; ++i) {
            const auto made = make(pool, *row, random);
            if (!made) {
                misses += fmt::format("{}: nothing made\n", row->name);
                continue;
            }
            const std::clock_t begin = std::clock();
            const Diagnosis diagnosis = diagnose(pool, made->asked.question, made->asked.right, made->answer);
            times.emplace_back(1000.0 * double(std::clock() - begin) / CLOCKS_PER_SEC,
                               made->function + ": " + print(pool, made->answer));
            if (names(diagnosis, row->name)) {
                ++here;
            } else {
                misses += fmt::format("{}: {}: {}: {}\n", row->name, made->function, print(pool, made->answer),
                                      describe(diagnosis).front());
            }
        }
        rates += fmt::format("{:3}/{} {} ({})\n", here, wanted, row->name, row->topic);
        found += here, total += wanted;
        CHECK_MESSAGE(here * 100 >= wanted * 66, row->name);
    }
    std::ranges::sort(times);
    INFO("seed ", seed, "\n", misses);
    if (wanted > 3)
        MESSAGE(rates, "named ", found, " of ", total, "; ms: median ", times[times.size() / 2].first, ", 99% ",
                times[times.size() * 99 / 100].first, ", most ", times.back().first, " (", times.back().second, ")\n",
                misses);
    CHECK(found * 100 >= total * 95);
}

TEST_CASE("mistakes: a right answer has none in any form") {
    RandomHomework random(seed + 1);
    constexpr Form forms[] = {Form::raw, Form::automatic, Form::expanded, Form::factored, Form::together};
    Pool pool;
    for (std::size_t i = 0; i < 20 * wished(); ++i) {
        pool.reset();
        const std::string text = random(1 + int(random.below(3)), random.below(2) == 0);
        CAPTURE(text);
        try {
            const AskedQuestion asked = read_question(pool, text, "x");
            for (const Form form : forms) {
                const Expr answer =
                    in_form(pool, derivative_by_rules(pool, asked.question.function, asked.question.variables), form);
                const Diagnosis diagnosis = diagnose(pool, asked.question, asked.right, answer);
                INFO("seed ", seed + 1, ": ", describe(diagnosis).front());
                CHECK(diagnosis.explanations.empty());
            }
        } catch (const Error&) {  // 1/0
        }
    }
}

TEST_CASE("mistakes: two at once, and one wherever it applies") {
    RandomHomework random(seed + 2);
    Pool pool;
    std::size_t found = 0, total = 0;
    std::string misses;
    for (std::size_t attempt = 0; attempt < 40 * wished(); ++attempt) {
        pool.reset();
        const std::string text = random(2 + int(random.below(2)), random.below(2) == 0);
        try {
            const AskedQuestion asked = read_question(pool, text, "x");
            auto points = points_for(pool, asked.question, asked.right, asked.right);
            if (!points) continue;
            const RuleSearch search(pool, *points, asked.question.typed, asked.question.variables[0], true);
            const auto count = std::uint32_t(search.applied().size());
            if (count < 2) continue;
            const auto everywhere = search.everywhere_of_one_row();
            Combination broken = everywhere[random.below(std::uint32_t(everywhere.size()))];
            if (random.below(2) == 0) {
                const std::uint32_t i = random.below(count - 1), j = i + 1 + random.below(count - 1 - i);
                if (search.applied()[i].step != search.applied()[j].step) broken = {i, j};
            }
            const Expr answer = search.build(broken);
            const Checked checked{pool, asked.question, asked.right, *points};
            if (checked.same(answer, asked.right) || !checked.defined(answer)) continue;
            ++total;
            if (!diagnose(pool, asked.question, asked.right, answer).explanations.empty())
                ++found;
            else
                misses += text + ": " + print(pool, answer) + "\n";
        } catch (const Error&) {  // 1/0
        }
    }
    INFO("seed ", seed + 2, ": ", found, " of ", total, "\n", misses);
    if (wished() > 3) MESSAGE(found, " of ", total, "\n", misses);
    CHECK(total > 10 * wished());
    CHECK(found * 100 >= total * 95);
}

#include "cli/equal_command.hpp"

#include <fmt/format.h>

#include "cli/check_pairs.hpp"
#include "cli/failure.hpp"

namespace pdiff::cli {

namespace {

constexpr Sides sides{"the left side", "the right side", "left", "left", "right"};
constexpr RowNames names{"left a first expected", "right b second answer"};

Parsed parsed_side(Workspace& workspace, const Task& task, std::string_view text) {
    const Parsed side = workspace.parser.parse(workspace.pool, text, task.reading);
    const Op op = workspace.pool.op(side.value);
    if (is_condition(op))
        throw Error(ErrorKind::usage, "equations and conditions are not compared", {}, "compare two expressions");
    return side;
}

// The scalars of both sides beside each other, or why there are none.
void pair_up(Pool& pool, Expr left, Expr right, CheckedAnswer& checked) {
    struct Open {
        Expr left, right;
        std::vector<std::size_t> place;
    };
    const auto is_vector = [&](Expr e) { return pool.op(e) == Op::vector; };
    std::vector<Open> open{{left, right, {}}};
    while (!open.empty()) {
        const Open next = std::move(open.back());
        open.pop_back();
        if (!is_vector(next.left) && !is_vector(next.right)) {
            checked.parts.push_back({next.place, next.left, next.right, next.right, {}, {}, true});
            continue;
        }
        const auto a = pool.args(next.left), b = pool.args(next.right);
        if (!is_vector(next.left) || !is_vector(next.right) || a.size() != b.size()) {
            checked.shape = "the sides have different numbers of entries";
            checked.parts.clear();
            return;
        }
        for (std::size_t i = a.size(); i-- > 0;) {
            open.push_back({a[i], b[i], next.place});
            open.back().place.push_back(i);
        }
    }
}

std::string place_name(const std::vector<std::size_t>& place) {
    std::string name = "entry ";
    for (std::size_t i = 0; i < place.size(); ++i) name += fmt::format("{}{}", i == 0 ? "" : ",", place[i] + 1);
    return name;
}

// What was typed may be defined at fewer points than what it simplifies to.
void compare_typed(Pool& pool, Expr left, Expr right, Judgement& judgement) {
    DomainComparison& known = judgement.domain;
    if (judgement.verdict != Verdict::right) return;
    DomainComparison typed = compare_typed_domains(pool, left, right);
    const bool all_known = typed.relation == Domains::same || typed.left_where || typed.right_where;
    const bool more =
        typed.relation != Domains::unknown && (known.relation == Domains::unknown || known.relation == Domains::same);
    if (!all_known && !more) return;
    if (!all_known) typed.both = known.both;
    known = std::move(typed);
}

Report judge_row(Workspace& workspace, const Task& task, const Row& row) {
    Pool& pool = workspace.pool;
    const Parsed left = parsed_side(workspace, task, row.first);
    const Parsed right = about(row.second, [&] { return parsed_side(workspace, task, row.second); });
    Report report;
    report.id = row.id, report.first = row.first, report.second = row.second;
    report.decimals = left.decimals || right.decimals;
    CheckedAnswer& checked = report.checked;
    pair_up(pool, left.value, right.value, checked);
    checked.verdict = checked.shape.empty() ? Verdict::right : Verdict::wrong;
    if (checked.parts.size() == 1) {
        checked.parts.front().typed = right.typed;
        report.originals.push_back({left.typed, {}});
    }
    const JudgeOptions options{.want_certificate = task.json};
    const bool scalar = checked.parts.size() == 1;
    for (AnswerPart& part : checked.parts) {
        part.judgement = judge(pool, part.right, part.answer, options);
        if (scalar) compare_typed(pool, left.typed, right.typed, part.judgement);
        if (task.options.same_domain) demand_same_domain(pool, part.right, part.answer, part.judgement);
        checked.verdict = worse(checked.verdict, part.judgement.verdict);
        if (checked.parts.size() > 1) report.names.push_back(place_name(part.place));
    }
    return report;
}

}  // namespace

int equal_command(const Options& options, Output& output, std::string& text) {
    if (!options.wrt.empty())
        throw Error(ErrorKind::usage, "--wrt is for `pdiff check`: nothing is differentiated here");
    const PairCommand command{sides, names, "pdiff equal \"(x+1)^2\" \"x^2+2x+1\"", judge_row};
    return run_pairs(command, options, output, text);
}

}  // namespace pdiff::cli

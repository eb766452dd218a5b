#include "cli/check_report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "numeric/digits.hpp"

namespace pdiff::cli {

namespace {

// "1.0806046117" as "1.0806046...": all digits shown are those of the value. Rounding may have carried into zeros.
std::string cut(const std::string& digits) {
    constexpr std::size_t least = 11, taken = 3;
    const auto point = digits.find('.');
    const auto count = std::ranges::count_if(digits, [](char c) { return c >= '0' && c <= '9'; });
    const bool long_enough = point != std::string::npos && point + taken < digits.size() - 1 &&
                             static_cast<std::size_t>(count) >= least && digits.find('e') == std::string::npos;
    if (!long_enough || digits.ends_with("000")) return digits;
    return digits.substr(0, digits.size() - taken) + "...";
}

// What tells two numbers apart must not be cut.
bool look_alike(std::string_view a, std::string_view b) {
    const auto number = [](std::string_view digits) {
        if (digits.ends_with("...")) digits.remove_suffix(3);
        return without_zeros(digits);
    };
    return number(a) == number(b);
}

constexpr std::size_t conditions_shown = 4;
constexpr std::size_t parts_shown = 8;
// What --accept evidence takes for strong.
constexpr std::size_t strong_points = 8, strong_digits = 50;

struct VerdictRow {
    Verdict verdict;
    std::string_view name;
};
constexpr VerdictRow verdicts[] = {
    {Verdict::right, "right"}, {Verdict::wrong, "wrong"}, {Verdict::undecided, "undecided"}};

bool is_strong(const Evidence& evidence) {
    return evidence.points >= strong_points && evidence.digits >= strong_digits;
}

bool has_strong_evidence(const CheckedAnswer& checked) {
    return std::ranges::all_of(checked.parts, [](const AnswerPart& part) {
        return part.judgement.verdict == Verdict::right || is_strong(part.judgement.evidence);
    });
}

class Text {
public:
    Text(Workspace& workspace, const Sides& sides, const Report& report)
        : pool_(workspace.pool), printer_(workspace.printer), sides_(sides), report_(report) {
        printing_.decimals = report.decimals;
    }

    std::string verdict() {
        const CheckedAnswer& checked = report_.checked;
        if (!checked.shape.empty()) return "wrong: " + checked.shape;
        if (checked.verdict == Verdict::right && !checked.in_form)
            return "right value, but not " + report_.form + forms();
        return fmt::format("{}: {}", verdict_name(checked.verdict),
                           checked.parts.size() == 1 ? sentence(checked.parts.front()) : sentences());
    }

    std::string sentence(const AnswerPart& part) {
        const Judgement& j = part.judgement;
        if (j.verdict == Verdict::right) return "proved equal" + domain(j);
        if (j.verdict == Verdict::undecided) return undecided(j);
        if (j.method == Method::domain || !j.witness)
            return fmt::format("equal where both are defined{}{}", j.domain.both.empty() ? "" : ",", domain(j));
        std::string left = cut(j.witness->left), right = cut(j.witness->right);
        if (look_alike(left, right)) left = j.witness->left, right = j.witness->right;
        return fmt::format("{} {} is {}, {} is {}{}", at(j.witness->point), sides_.left, left, sides_.right, right,
                           j.outside ? "; the function itself has no real value there" : "");
    }

    std::string expression(Expr e) { return printer_.print(pool_, e, printing_); }

private:
    // Of several parts those that matter.
    std::string sentences() {
        const CheckedAnswer& checked = report_.checked;
        std::string text;
        std::size_t shown = 0, left_out = 0;
        for (std::size_t i = 0; i < checked.parts.size(); ++i) {
            const AnswerPart& part = checked.parts[i];
            const bool plain =
                part.judgement.verdict == Verdict::right && part.in_form && domain(part.judgement).empty();
            if (plain || part.judgement.verdict != checked.verdict) continue;
            if (++shown > parts_shown) {
                ++left_out;
                continue;
            }
            text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", report_.names[i], sentence(part));
        }
        if (left_out > 0) text += fmt::format("; and {} more", left_out);
        if (checked.verdict == Verdict::right)
            return fmt::format("all {} {} proved equal{}{}", checked.parts.size(),
                               report_.chain ? "expressions" : "entries", text.empty() ? "" : "; ", text);
        return text;
    }

    // Which parts are not in the form.
    std::string forms() {
        std::string text;
        if (report_.names.empty()) return domain(report_.checked.parts.front().judgement);
        for (std::size_t i = 0; i < report_.names.size(); ++i)
            if (!report_.checked.parts[i].in_form)
                text += fmt::format("{}{}", text.empty() ? ": " : ", ", report_.names[i]);
        return text;
    }

    std::string undecided(const Judgement& j) {
        if (j.never_defined) return "no common real point was found";
        if (j.evidence.points == 0) return "neither proved nor refuted";
        return fmt::format("agree to {} digits at {} points", j.evidence.digits, j.evidence.points);
    }

    std::string at(const std::vector<Binding>& point) {
        std::string text;
        for (const Binding& b : point)
            text += fmt::format("{}{}={}", text.empty() ? "at " : ", ", pool_.name(b.symbol), expression(b.value));
        return text.empty() ? "everywhere" : text;
    }

    // " for x > 0; the answer is also defined at x=-1"
    std::string domain(const Judgement& j) {
        const DomainComparison& d = j.domain;
        const bool differ = d.relation != Domains::unknown && d.relation != Domains::same;
        std::string text;
        if (j.never_defined) return "; no real point was found where both are defined";
        if (!differ) return text;
        for (std::size_t i = 0; i < std::min(d.both.size(), conditions_shown); ++i)
            text += (i == 0 ? " for " : " and ") + condition(d.both[i], d.both.size() > 1);
        if (d.both.size() > conditions_shown) text += " and more conditions";
        return text + alone(sides_.left, d.only_left, d.left_where) + alone(sides_.right, d.only_right, d.right_where);
    }

    std::string condition(Expr c, bool among_others) {
        return among_others && pool_.op(c) == Op::logic_or ? "(" + expression(c) + ")" : expression(c);
    }

    std::string alone(std::string_view side, const std::vector<Binding>& point, std::optional<Expr> where) {
        if (point.empty()) return {};
        return fmt::format("; {} is also defined {}", side, where ? "for " + expression(*where) : at(point));
    }

    Pool& pool_;
    Printer& printer_;
    PrintOptions printing_;
    const Sides& sides_;
    const Report& report_;
};

void add_renamings(std::vector<std::string>& lines, const Pool& pool, const CheckedAnswer& checked) {
    for (const Renaming& r : checked.read_as)
        lines.push_back(fmt::format("{} is read as {}", pool.name(r.from), print(pool, r.to)));
    std::string with;
    for (const Renaming& r : checked.right_with)
        with += fmt::format("{}{} for {}", with.empty() ? "" : " and ", pool.name(r.to), pool.name(r.from));
    if (!with.empty()) lines.push_back(fmt::format("with {} it would be right", with));
    if (checked.verdict == Verdict::wrong && with.empty() && !checked.constant)
        for (const Expr v : checked.foreign)
            lines.push_back(fmt::format("{} is no variable of the question", pool.name(v)));
    if (checked.constant)
        lines.push_back(
            fmt::format("without the constant {} it would be right: a derivative has no constant of integration",
                        pool.name(*checked.constant)));
}

}  // namespace

std::string_view verdict_name(Verdict verdict) {
    return std::ranges::find(verdicts, verdict, &VerdictRow::verdict)->name;
}

int exit_status(const Task& task, const CheckedAnswer& checked) {
    constexpr int right = 0, wrong = 1, undecided = 3;
    if (checked.verdict == Verdict::wrong) return wrong;
    const bool accepted = task.options.accept == "evidence" && has_strong_evidence(checked);
    if (checked.verdict == Verdict::undecided && !accepted) return undecided;
    return checked.in_form ? right : wrong;
}

void append_report(std::string& to, Workspace& workspace, const Sides& sides, const Report& report,
                   std::string_view separator) {
    Text text(workspace, sides, report);
    std::vector<std::string> lines{text.verdict()};
    add_renamings(lines, workspace.pool, report.checked);
    const bool plain_shape = !report.checked.shape.empty() && report.diagnosis.explanations.empty();
    const bool explained = !report.checked.right_with.empty() || report.checked.constant || plain_shape;
    if (report.diagnosed && !explained)
        for (std::string& line : describe(report.diagnosis)) lines.push_back(std::move(line));
    for (std::size_t i = 0; i < report.results.size(); ++i)
        lines.push_back(fmt::format("{} = {}", report.result_names[i], text.expression(report.results[i])));
    to += fmt::format("{}", fmt::join(lines, separator));
}

}  // namespace pdiff::cli

#include "cli/check_summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace pdiff::cli {

void Summary::count(const Report& report) {
    const CheckedAnswer& checked = report.checked;
    if (checked.verdict == Verdict::right)
        ++(checked.in_form ? right_ : form_);
    else
        ++(checked.verdict == Verdict::wrong ? wrong_ : undecided_);
    if (checked.constant) ++mistakes_["constant of integration"];
    if (!checked.right_with.empty()) ++mistakes_["another variable"];
    if (!checked.shape.empty()) ++mistakes_["number of entries"];
    if (report.diagnosis.explanations.empty()) return;
    for (const Mistake& mistake : report.diagnosis.explanations.front().mistakes)
        ++mistakes_[fmt::format("{} ({})", mistake.name, mistake.topic)];
}

std::string Summary::text() const {
    std::string text;
    const auto line = [&](std::string_view name, std::size_t n) { text += fmt::format("{:>8}  {}\n", n, name); };
    line("right", right_);
    if (form_ > 0) line("right value, but not in the form asked for", form_);
    line("wrong", wrong_);
    line("undecided", undecided_);
    line("errors", errors_);
    if (mistakes_.empty()) return text;
    text += "likely mistakes\n";
    std::vector<std::pair<std::string, std::size_t>> sorted(mistakes_.begin(), mistakes_.end());
    std::ranges::stable_sort(sorted, std::greater(), [](const auto& row) { return row.second; });
    for (const auto& [name, n] : sorted) line(name, n);
    return text;
}

}  // namespace pdiff::cli

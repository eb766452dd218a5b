#include "cli/report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/diagnostics.hpp"
#include "cli/label.hpp"
#include "cli/output.hpp"
#include "cli/visible.hpp"

namespace pdiff::cli {

namespace {

constexpr std::size_t conditions_noted = 8;

void add_conditions(std::vector<Remark>& list, Pool& pool, const Answer& a) {
    std::vector<Expr> all;
    const Conditions* last = nullptr;
    for (const Result& result : a.results) {
        if (!result.where || result.where.get() == last) continue;
        last = result.where.get();
        for (const Expr condition : last->smooth)
            if (std::ranges::find(all, condition) == all.end()) all.push_back(condition);
    }
    for (std::size_t i = 0; i < std::min(all.size(), conditions_noted); ++i)
        list.push_back({fmt::format("the derivative holds where {}", print(pool, all[i])), {}});
    if (all.size() > conditions_noted)
        list.push_back(
            {fmt::format("and under {} more conditions; --format json lists them", all.size() - conditions_noted), {}});
}

// A derivative that is zero because the variable is not there may be a slip of the pen.
void add_absent(std::vector<Remark>& list, Pool& pool, const Answer& a) {
    std::vector<Expr> present;
    for (const Result& result : a.results) {
        if (result.kind != Result::Kind::partial || result.value != zero) continue;
        if (present.empty()) present = variables(pool, a.parsed.value);
        for (const Expr x : result.sequence)
            if (std::ranges::find(present, x) == present.end()) {
                list.push_back({fmt::format("{} does not occur in the expression", pool.name(x)), {}});
                break;
            }
    }
}

void add_useless_values(std::vector<Remark>& list, Pool& pool, const Answer& a, const Point& point) {
    if (point.bindings.empty()) return;
    const std::vector<Expr> present = variables(pool, a.parsed.typed);
    for (const Binding& binding : point.bindings)
        if (std::ranges::find(present, binding.symbol) == present.end())
            list.push_back({fmt::format("--at: {} does not occur in the expression", pool.name(binding.symbol)), {}});
}

}  // namespace

std::vector<Remark> remarks(Pool& pool, const Task& task, const Answer& a, const Point& point) {
    std::vector<Remark> list;
    for (const Note& note : a.parsed.notes) list.push_back({note.message, note.span});
    if (!task.options.value) add_conditions(list, pool, a);  // values are given where they hold alone
    if (!task.sequences.empty() && !task.stream) add_absent(list, pool, a);
    add_useless_values(list, pool, a, point);
    return list;
}

namespace {

// The parts of a line of output, those that are wanted: label, result, value.
struct Parts {
    std::optional<std::string> label, value;
    std::optional<Expr> result;
};

void append_line(std::string& to, Workspace& workspace, const Parts& parts, const PrintOptions& printing) {
    if (parts.label) to += *parts.label + " = ";
    if (parts.result) workspace.printer.append(workspace.pool, *parts.result, printing, to);
    if (parts.result && parts.value) to += " = ";
    if (parts.value) to += *parts.value;
}

std::size_t columns(std::string_view line) {
    std::size_t sum = 0;
    while (!line.empty()) {
        const Glyph glyph = first_glyph(line);
        sum += glyph.columns;
        line.remove_prefix(glyph.bytes);
    }
    return sum;
}

// A picture, and right of the line that starts with `start` the text.
std::string beside(std::string_view picture, std::string_view start, std::string_view text) {
    std::vector<std::string_view> lines;
    std::size_t width = 0;
    for (std::size_t begin = 0; begin <= picture.size();) {
        const std::size_t end = std::min(picture.find('\n', begin), picture.size());
        lines.push_back(picture.substr(begin, end - begin));
        width = std::max(width, columns(lines.back()));
        begin = end + 1;
    }
    std::string joined;
    for (const std::string_view line : lines) {
        if (!joined.empty()) joined += '\n';
        joined += line;
        if (!line.starts_with(start)) continue;
        joined.append(width - columns(line), ' ');
        joined += text;
    }
    return joined;
}

// In a picture the equals signs belong on the main line: so it is drawn as an equation.
void append_picture(std::string& to, Workspace& workspace, const Parts& parts, const PrintOptions& printing) {
    Pool& pool = workspace.pool;
    if (!parts.result) return append_line(to, workspace, parts, printing);
    const auto equation = [&](Expr left, Expr right) { return pool.make(Op::equal, {left, right}); };
    Expr e = *parts.result;
    if (parts.label)
        e = equation(pool.symbol(*parts.label), e);
    else if (parts.value)
        e = equation(e, pool.symbol(*parts.value));
    std::string picture = print(pool, e, printing);
    if (parts.label && parts.value) picture = beside(picture, *parts.label, " = " + *parts.value);
    to += picture;
}

}  // namespace

void append_text(std::string& to, Workspace& workspace, const Task& task, const Answer& a,
                 const std::vector<Value>& values, std::string_view separator) {
    const PrintOptions printing{task.format, a.parsed.decimals, task.options.share};
    const auto append = task.format == Format::pretty ? append_picture : append_line;
    for (std::size_t i = 0; i < a.results.size(); ++i) {
        Parts parts;
        if (a.labelled) parts.label = label(workspace.pool, a, a.results[i], task.format);
        if (!task.options.value) parts.result = a.results[i].value;
        if (i < values.size()) parts.value = values[i].text;
        if (i > 0) to += separator;
        append(to, workspace, parts, printing);
    }
}

void write_remarks(const std::vector<Remark>& remarks, std::string_view text) {
    for (const Remark& remark : remarks) {
        std::string shown = note_text(remark.message);
        if (remark.span) shown += excerpt(text, *remark.span);
        write_error(shown);
    }
}

}  // namespace pdiff::cli

#include "cli/table_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "cli/failure.hpp"
#include "cli/ranges.hpp"
#include "cli/report.hpp"
#include "cli/schema.hpp"
#include "cli/table_rows.hpp"
#include "pdiff/evaluate.hpp"
#include "print/tables.hpp"

namespace pdiff::cli {

namespace {

constexpr std::size_t default_digits = 8;
constexpr std::size_t most_rows = 1'000'000;
constexpr std::size_t point_digits = 15;  // of a value that is not written as a formula

struct FormatRow {
    std::string_view name;
    std::string (*write)(const Cells& lines);
    bool formulas = true;  // the points' values as they are; else digits
    bool latex = false;
};
constexpr FormatRow formats[] = {
    {"plain", [](const Cells& lines) { return in_columns(lines); }},
    {"csv", csv_table, false},
    {"markdown", markdown_table},
    {"latex", latex_table, true, true},
    {"json", nullptr},
};

const FormatRow& find_table_format(const std::string& name) {
    const auto found = std::ranges::find(formats, name, &FormatRow::name);
    if (found == std::end(formats))
        throw Error(ErrorKind::usage, fmt::format("`pdiff table` has no --format {}", name), {},
                    "available: plain, csv, markdown, latex, json");
    return *found;
}

Task table_task(const Options& options) {
    refuse_operators(options, "choose partials with --wrt x");
    Options own = options;
    own.format = "plain";
    own.at.clear();
    own.digits.reset();
    Task task = make_task(own);
    if (task.stream) throw Error(ErrorKind::usage, "`pdiff table` reads one expression, not standard input");
    for (const auto& sequence : task.sequences)
        if (sequence.size() != 1)
            throw Error(ErrorKind::usage, "a table compares first partials", {}, "name one variable: --wrt x");
    task.reading.typed = true;
    task.options.value = true;  // conditions are seen where they fail
    return task;
}

Expr step(Pool& pool, const Options& options) {
    const Expr h = about(options.step, [&] { return parse_expr(pool, options.step); });
    if (!pool.is_constant(h) || sign_at(pool, h, {}) != 1)
        throw Error(ErrorKind::usage, fmt::format("--h {}: a step is a constant above 0", options.step), {},
                    "write --h 1/1000");
    return h;
}

// Every combination of the ranges' values, the last variable fastest, as texts of --at.
std::vector<std::string> grid_points(Pool& pool, const Options& options) {
    std::vector<std::string> points{""};
    for (const Range& range : parse_ranges(pool, options.grid, "grid")) {
        const std::size_t count = range.count == 0 ? 5 : range.count;
        std::vector<std::string> longer;
        if (count > most_rows / points.size())
            throw Error(ErrorKind::limit, fmt::format("--grid has more than {} points", most_rows));
        for (const std::string& point : points)
            for (std::size_t i = 0; i < count; ++i) {
                const Number part = Number(static_cast<std::int64_t>(i)) /
                                    Number(static_cast<std::int64_t>(std::max<std::size_t>(count - 1, 1)));
                const Expr value =
                    sum(pool, {range.from, product(pool, {pool.number(part), subtract(pool, range.to, range.from)})});
                longer.push_back(fmt::format("{}{}{}={}", point, point.empty() ? "" : ",", pool.name(range.symbol),
                                             print(pool, value)));
            }
        points = std::move(longer);
    }
    return points;
}

std::vector<std::string> all_points(Pool& pool, const Options& options) {
    if (options.grid.empty() && options.at.empty())
        throw Error(ErrorKind::usage, "a table needs points", {},
                    "add --at x=1,y=2, again for more, or --grid x=0:1:5");
    if (options.grid.empty()) return options.at;
    if (options.at.empty()) return grid_points(pool, options);
    // Then --at holds what the grid does not vary.
    std::vector<std::string> points = grid_points(pool, options);
    for (std::string& point : points) point += "," + fmt::format("{}", fmt::join(options.at, ","));
    return points;
}

// 1.46e-7 is a number, but no mathematics.
std::string latex_number(std::string_view text) {
    const std::size_t e = text.find('e');
    if (e == std::string_view::npos || text == "none" || text == "undefined")
        return text == "none" || text == "undefined" ? fmt::format("\\text{{{}}}", text) : std::string(text);
    return fmt::format("{} \\cdot 10^{{{}}}", text.substr(0, e), text.substr(e + 1));
}

struct Writer {
    Pool& pool;
    const FormatRow& format;
    bool decimals;

    std::string number(const std::string& text) const { return format.latex ? latex_number(text) : text; }

    std::string point_value(Expr value) const {
        if (!format.formulas) return evaluate(pool, value, {}, point_digits).digits;
        return print(pool, value, {format.latex ? Format::latex : Format::plain, decimals});
    }

    Cells cells(const DifferenceTable& table) const {
        Cells lines(1);
        for (const Expr x : table.variables)
            lines[0].push_back(print(pool, x, {format.latex ? Format::latex : Format::plain}));
        for (const std::string_view title : {"derivative", "exact", "central difference", "error"})
            lines[0].push_back(format.latex ? fmt::format("\\text{{{}}}", title) : std::string(title));
        for (const DifferenceRow& row : table.rows) {
            std::vector<std::string> line;
            for (const Expr value : row.point) line.push_back(point_value(value));
            line.push_back(format.latex ? row.latex : row.label);
            for (const std::string* cell : {&row.exact, &row.difference, &row.error}) line.push_back(number(*cell));
            lines.push_back(std::move(line));
        }
        return lines;
    }
};

std::string json_table(Pool& pool, const DifferenceTable& table, Expr h, std::string_view input) {
    using Json = nlohmann::ordered_json;
    Json object = {{"pdiff", schema_version}, {"input", input}, {"h", print(pool, h)}, {"rows", Json::array()}};
    for (const DifferenceRow& row : table.rows) {
        Json point = Json::object();
        for (std::size_t i = 0; i < row.point.size(); ++i)
            point[std::string(pool.name(table.variables[i]))] = print(pool, row.point[i]);
        object["rows"].push_back({{"point", std::move(point)},
                                  {"label", row.label},
                                  {"wrt", {pool.name(row.by)}},
                                  {"exact", row.exact},
                                  {"difference", row.difference},
                                  {"error", row.error}});
    }
    return object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

int table_command(const Options& options, Output& output, std::string& text) {
    text = the_expression(options, "pdiff table \"x^2*sin(y)\" --at x=1,y=0.5");
    const FormatRow& format = find_table_format(options.format);
    const Task task = table_task(options);
    if (options.timeout != 0) start_timeout(options.timeout);
    Workspace workspace(task.limits, task.assumptions);
    Pool& pool = workspace.pool;
    const Expr h = step(pool, options);
    const std::vector<std::string> points = all_points(pool, options);
    const Answer a = answer(workspace, task, text);
    if (has_unknown_function(pool, a.parsed.value))
        throw Error(ErrorKind::usage, "an unknown function has no values", {},
                    "a table needs a function of the known ones");
    const DifferenceTable table = difference_table(pool, task, a, points, h, options.digits.value_or(default_digits));
    const bool decimals = a.parsed.decimals || std::ranges::any_of(points, [](const std::string& p) {
                              return p.find('.') != std::string::npos;
                          });
    output.write(format.write ? format.write(Writer{pool, format, decimals}.cells(table))
                              : json_table(pool, table, h, text));
    output.flush();
    if (!options.quiet) write_remarks(remarks(pool, task, a, {}), text);
    return table.complete ? 0 : no_value_status;
}

}  // namespace pdiff::cli

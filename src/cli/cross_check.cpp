#include "cli/cross_check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "pdiff/error.hpp"
#include "pdiff/functions.hpp"

namespace pdiff::cli {

namespace {

// What differs between the languages of the systems; $ stands for what is filled in.
struct SystemRow {
    std::string_view name;
    Format format;
    std::string_view begin;                        // how to run it; $ is the command
    std::string_view symbols, function;            // declarations of all variables and of an unknown function
    std::string_view derivative, by;               // of f, $, and of each variable behind it
    std::string_view pairs, pair, point, binding;  // lists, an entry
    std::string_view decide;
};

constexpr std::string_view sympy_begin =
    "# What `pdiff $` found, redone with SymPy: python3 SCRIPT; exit status 0 right, 1 wrong, 3 undecided.\n"
    "import sys\n"
    "import sympy\n"
    "from sympy import *\n"
    "\n";

constexpr std::string_view sympy_decide =
    "\n"
    "def judged(left, right):\n"
    "    for point in points:\n"
    "        a, b = (sympy.N(side.subs(point), 50) for side in (left, right))\n"
    "        if a.is_real and b.is_real and abs(a - b) > sympy.Float('1e-30') * (1 + abs(a) + abs(b)):\n"
    "            return 'wrong', f'at {point}: {sympy.N(a, 15)} and {sympy.N(b, 15)}'\n"
    "    if sympy.simplify(left - right) == 0:\n"
    "        return 'right', 'the difference simplifies to 0'\n"
    "    return 'undecided', f'equal at {len(points)} points'\n"
    "\n"
    "worst = 0\n"
    "for name, left, right in pairs:\n"
    "    verdict, why = judged(sympy.sympify(left), sympy.sympify(right))\n"
    "    print(f'{name}: {verdict}: {why}')\n"
    "    worst = max(worst, {'right': 0, 'undecided': 3, 'wrong': 4}[verdict])\n"
    "sys.exit(1 if worst == 4 else worst)\n";

constexpr std::string_view maxima_begin =
    "/* What `pdiff $` found, redone with Maxima: maxima --very-quiet -b SCRIPT */\n"
    "display2d: false$\n"
    "fpprec: 50$\n";

constexpr std::string_view maxima_decide =
    "\n"
    "value(f, point) := errcatch(bfloat(subst(point, f)))$\n"
    "differ(a, b) := a # [] and b # [] and bfloatp(first(a)) and bfloatp(first(b))\n"
    "    and is(abs(first(a) - first(b)) > 1b-30*(1 + abs(first(a)) + abs(first(b))))$\n"
    "judged(left, right) := block([verdict: \"undecided\"],\n"
    "    for point in points do\n"
    "        if differ(value(left, point), value(right, point)) then verdict: \"wrong\",\n"
    "    if verdict = \"undecided\" and ratsimp(trigsimp(radcan(left - right))) = 0 then verdict: \"right\",\n"
    "    verdict)$\n"
    "for pair in pairs do print(pair[1], judged(pair[2], pair[3]))$\n";

constexpr SystemRow systems[] = {
    {"sympy", Format::sympy, sympy_begin, "$ = sympy.symbols('$', real=True)\n", "$ = sympy.Function('$')\n",
     "sympy.diff($)", ", $", "[\n$]\n", "    ('$', $, $),\n", "    {$},\n", "$: $", sympy_decide},
    {"maxima", Format::maxima, maxima_begin, "", "", "diff($)", ", $", "[\n$]$\n", "    [\"$\", $, $],\n", "    [$],\n",
     "$ = $", maxima_decide},
};

// Each $ in turn replaced; a $ that nothing is left for stays.
std::string filled(std::string_view text, std::initializer_list<std::string_view> values) {
    std::string result;
    for (const std::string_view value : values) {
        const std::size_t at = text.find('$');
        result.append(text.substr(0, at)).append(value);
        text.remove_prefix(at + 1);
    }
    return result.append(text);
}

// A list whose last entry ends without a comma, which Maxima wants.
std::string list(std::string_view name, std::string_view frame, std::string entries) {
    if (const std::size_t comma = entries.rfind(",\n"); comma != std::string::npos) entries.erase(comma, 1);
    return fmt::format("{}{}", name, filled(frame, {entries}));
}

class Script {
public:
    Script(Workspace& workspace, const SystemRow& system, const Report& report)
        : pool_(workspace.pool), system_(system), report_(report) {
        for (const AnswerPart& part : report.checked.parts) all_.push_back(part.right), all_.push_back(part.answer);
        for (const Original& original : report.originals)
            if (!original.by.empty() || original.typed != zero) all_.push_back(original.typed);
        for (const Expr v : variables(pool_, pool_.make(Op::vector, all_))) names_.push_back(v);
    }

    std::string text(std::string_view command) const {
        const bool maxima = system_.format == Format::maxima;
        const std::string_view sign = maxima ? ": " : " = ";
        return filled(system_.begin, {command}) + declarations() +
               list(fmt::format("pairs{}", sign), system_.pairs, pairs()) +
               list(fmt::format("points{}", sign), system_.pairs, points()) + std::string(system_.decide);
    }

private:
    std::string shown(Expr e) const { return print(pool_, e, {.format = system_.format}); }
    std::string shown_typed(Expr e) const { return print(pool_, e, {.format = system_.format, .typed = true}); }

    std::string declarations() const {
        std::string text;
        if (!names_.empty() && !system_.symbols.empty()) {
            std::vector<std::string> names;
            for (const Expr v : names_) names.push_back(shown(v));
            const std::string joined = fmt::format("{}", fmt::join(names, ", "));
            text += filled(system_.symbols, {joined, joined});
        }
        if (system_.function.empty()) return text;
        for (const Expr e : reachable(pool_, all_))
            if (pool_.op(e) == Op::function_name && functions_named(pool_.name(e)).empty())
                text += filled(system_.function, {pool_.name(e), pool_.name(e)});
        return text;
    }

    std::string pairs() const {
        std::string text;
        const CheckedAnswer& checked = report_.checked;
        for (std::size_t i = 0; i < checked.parts.size(); ++i) {
            const AnswerPart& part = checked.parts[i];
            const std::string name = report_.names.empty() ? "verdict" : report_.names[i];
            const std::string right =
                checked.read_as.empty() && part.typed != zero ? shown_typed(part.typed) : shown(part.answer);
            text += filled(system_.pair, {name, left(i), right});
        }
        return text;
    }

    // The system is to differentiate by itself where it can.
    std::string left(std::size_t i) const {
        if (i >= report_.originals.size()) return shown(report_.checked.parts[i].right);
        const Original& original = report_.originals[i];
        std::string text = shown_typed(original.typed);
        if (original.by.empty()) return text;
        for (std::size_t k = 0; k < original.by.size();) {
            std::size_t end = k;
            while (end < original.by.size() && original.by[end] == original.by[k]) ++end;
            text += filled(system_.by, {shown(original.by[k])});
            text += filled(system_.by, {std::to_string(end - k)});
            k = end;
        }
        return filled(system_.derivative, {text});
    }

    std::string points() const {
        std::string text;
        for (const AnswerPart& part : report_.checked.parts)
            if (part.judgement.witness && has_names(part.judgement.witness->point))
                text += point(part.judgement.witness->point);
        constexpr std::int64_t count = 4;
        for (std::int64_t i = 1; i <= count; ++i) {
            std::vector<Binding> bindings;
            std::int64_t k = 0;
            for (const Expr v : names_)
                bindings.push_back({v, pool_.number(Number::fraction(3 * i + 2 * k++, 2 * i + 3))});
            if (i % 2 == 0)
                for (Binding& b : bindings) b.value = negate(pool_, b.value);
            text += point(bindings);
        }
        return text;
    }

    // Not values of unknown functions: f(x) = 1.
    bool has_names(const std::vector<Binding>& point) const {
        return std::ranges::all_of(
            point, [&](const Binding& b) { return std::ranges::find(names_, b.symbol) != names_.end(); });
    }

    std::string point(const std::vector<Binding>& bindings) const {
        std::vector<std::string> entries;
        for (const Binding& b : bindings) {
            const std::string value = shown(b.value);
            // Python divides integers to a rounded number.
            const bool quotient = system_.format == Format::sympy && value.find('/') != std::string::npos;
            entries.push_back(
                filled(system_.binding, {shown(b.symbol), quotient ? fmt::format("S({})", value) : value}));
        }
        return filled(system_.point, {fmt::format("{}", fmt::join(entries, ", "))});
    }

    Pool& pool_;
    const SystemRow& system_;
    const Report& report_;
    std::vector<Expr> all_, names_;
};

}  // namespace

void append_script(std::string& to, Workspace& workspace, const Task& task, const Report& report) {
    if (report.checked.parts.empty())
        throw Error(ErrorKind::usage, "there is nothing to redo: " + report.checked.shape);
    const SystemRow& system = *std::ranges::find(systems, task.options.cross_check, &SystemRow::name);
    to += Script(workspace, system, report).text(task.options.command);
    to.pop_back();  // the end of the last line
}

}  // namespace pdiff::cli

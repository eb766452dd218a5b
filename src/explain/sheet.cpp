#include "explain/sheet.hpp"

#include <algorithm>
#include <unordered_map>

#include "calculus/derivative_rules.hpp"
#include "explain/tree_size.hpp"
#include "pdiff/print.hpp"

namespace pdiff::explain {

namespace {

constexpr std::size_t most_rows = 3'000;
constexpr std::size_t most_operations = 60'000;  // of all that is written, as trees

// Whether both are written with the same signs: then one follows from the other by order alone.
bool same_signs(const Pool& pool, Expr a, bool a_typed, Expr b) {
    const auto signs = [&](Expr e, bool typed) {
        std::string text = print(pool, e, {.typed = typed});
        std::erase_if(text, [](char c) { return c == ' ' || c == '(' || c == ')'; });
        std::ranges::sort(text);
        return text;
    };
    return signs(a, a_typed) == signs(b, false);
}

class Builder {
public:
    Builder(const Pool& pool, const SheetOptions& options) : pool_(pool), options_(options), sizes_(pool) {}

    Sheet operator()(Expr typed, const Explanation& explanation) {
        add({.kind = Row::Kind::given, .typed = true, .of = typed});
        bool first = true;
        for (const Stage& s : explanation.stages) {
            add_stage(s, typed, first);
            first = false;
        }
        finish_hint();
        return std::move(sheet_);
    }

private:
    void add(Row row) { sheet_.rows.push_back(std::move(row)); }

    bool small(Expr e) { return sizes_(e) <= most_operations / 20; }

    // Steps count towards a hint; false: no more of them.
    bool take_step(const std::string& rule) {
        if (!options_.hint) return true;
        if (taken_ < *options_.hint) return ++taken_, true;
        if (next_.empty()) next_ = rule;
        return false;
    }
    bool stopped() const { return !next_.empty(); }

    void finish_hint() {
        if (!stopped()) return;
        sheet_.complete = false;
        add({.kind = Row::Kind::next, .words = next_});
    }

    void add_stage(const Stage& s, Expr typed, bool first) {
        if (stopped() || (options_.quiz && s.kind == StageKind::other_order)) return;
        if (!s.title.empty()) add({.kind = Row::Kind::title, .words = s.title});
        if (first && s.preparation.empty() && small(typed) && !same_signs(pool_, typed, true, s.of))
            preparation_.push_back({s.of, "simplified", {}});
        Row row{.kind = Row::Kind::stage, .of = s.of, .variable = s.variable, .fixed = s.fixed, .words = s.note};
        if (s.kind != StageKind::derivative) row.variable = Expr{};
        add(std::move(row));
        for (const Change& c : preparation_) add_change(c);
        preparation_.clear();
        for (const Change& c : s.preparation) add_change(c);
        if (!s.steps.empty()) add_steps(s);
        if (s.kind == StageKind::conclusion)
            add({.kind = Row::Kind::change, .blank = options_.quiz, .values = {s.of}, .words = s.note});
        add_changes(s);
    }

    void add_changes(const Stage& s) {
        if (options_.quiz) return;
        if (s.kind == StageKind::other_order) return add_other_order(s);
        std::size_t from = 0;
        if (options_.detail == Detail::low && s.changes.size() > 1) from = s.changes.size() - 1;
        for (std::size_t i = from; i < s.changes.size(); ++i)
            if (!stopped()) add_change(s.changes[i]);
    }

    void add_other_order(const Stage& s) {
        Expr of = s.of;
        for (std::size_t i = 0; i < s.changes.size(); of = s.changes[i++].result)
            if (take_step("the other order"))
                add({.kind = Row::Kind::line, .of = of, .variable = s.fixed[i], .values = {s.changes[i].result}});
    }

    void add_change(const Change& c) {
        if (!take_step(c.reason)) return;
        add({.kind = Row::Kind::change, .values = {c.result}, .words = c.reason, .law = c.law});
    }

    // ---- steps ----

    struct Open {
        std::uint32_t step;
        std::uint32_t depth;
        bool closing;
    };

    void add_steps(const Stage& s) {
        numbers_.clear();
        open_.assign(1, {static_cast<std::uint32_t>(s.steps.size() - 1), 0, false});
        bool left_out = false;
        while (!open_.empty() && !stopped()) {
            const Open now = open_.back();
            open_.pop_back();
            if (now.closing)
                add(close_row(s, s.steps[now.step], now.depth, numbers_[now.step]));
            else if (sheet_.rows.size() > most_rows || written_ > most_operations)
                left_out = true;
            else
                add_step(s, now);
        }
        if (left_out) add({.kind = Row::Kind::note, .words = "the rest goes by the same rules"});
    }

    void add_step(const Stage& s, const Open& now) {
        const Step& step = s.steps[now.step];
        if (const auto seen = numbers_.find(now.step); seen != numbers_.end()) {
            Row again = line_row(s, step, now.depth);
            again.number = seen->second, again.seen_before = true;
            return add(std::move(again));
        }
        const bool folds = step.parts.empty() || (step.trivial && options_.detail != Detail::full);
        if (now.depth > 0 && folds) {
            if (options_.detail != Detail::low && take_step(rule_of(s, step))) add(line_row(s, step, now.depth));
            return;
        }
        if (!take_step(rule_of(s, step))) return;
        numbers_[now.step] = ++number_;
        written_ += sizes_(step.of) + sizes_(step.result) + sizes_(step.put);
        add(open_row(s, step, now.depth));
        open_.push_back({now.step, now.depth, true});
        if (is_law_for_variable(s, step)) return;
        for (auto p = step.parts.rbegin(); p != step.parts.rend(); ++p) open_.push_back({*p, now.depth + 1, false});
    }

    // d/dx x = 1 goes without saying inside the law of one function.
    bool is_law_for_variable(const Stage& s, const Step& step) const {
        return options_.detail != Detail::full && step.trivial && !step.chain && step.parts.size() == 1 &&
               s.steps[step.parts[0]].of == s.variable && step.rule != pdiff::row(Law::constant_multiple).name;
    }

    static std::string with_chain(const Step& step) {
        return step.chain && step.rule != "chain rule" ? step.rule + ", chain rule" : step.rule;
    }

    // A folded step names the rules below it too.
    static std::string rule_of(const Stage& s, const Step& step) {
        std::string text = with_chain(step);
        const Step* now = &step;
        while (now->trivial && !now->parts.empty()) {
            const Step* next = nullptr;
            for (const std::uint32_t p : now->parts)
                if (s.steps[p].of != s.variable && s.steps[p].result != zero) next = &s.steps[p];
            if (!next) break;
            if (text.find(next->rule) == std::string::npos) text += ", " + with_chain(*next);
            now = next;
        }
        return text;
    }

    Row line_row(const Stage& s, const Step& step, std::uint32_t depth) {
        written_ += sizes_(step.of) + sizes_(step.result);
        Row row{.kind = Row::Kind::line,
                .depth = depth,
                .blank = options_.quiz,
                .of = step.of,
                .variable = s.variable,
                .values = {step.result},
                .words = rule_of(s, step)};
        // The law of what is folded, if there is one beside the constant multiple rule.
        if (step.parts.size() == 1 && s.steps[step.parts[0]].of == s.variable)
            row.law = step.law, row.letters = step.letters;
        row.where = step.where;
        return row;
    }

    Row open_row(const Stage& s, const Step& step, std::uint32_t depth) {
        Row row{.kind = Row::Kind::open,
                .depth = depth,
                .number = number_,
                .of = step.of,
                .variable = s.variable,
                .words = with_chain(step)};
        if (options_.detail == Detail::low) return row;
        row.law = step.law;
        row.letters = step.letters;
        row.where = step.where;
        return row;
    }

    Row close_row(const Stage& s, const Step& step, std::uint32_t depth, std::uint32_t number) {
        Row row{.kind = Row::Kind::close,
                .depth = depth,
                .number = number,
                .blank = options_.quiz,
                .of = step.of,
                .variable = s.variable,
                .values = {}};
        // c*du is read off at once.
        const bool plain = step.rule == pdiff::row(Law::constant_multiple).name;
        const bool shows =
            step.put != step.result && options_.detail != Detail::low && small(step.put) &&
            (options_.detail == Detail::full || (!plain && !same_signs(pool_, step.put, false, step.result)));
        if (shows) row.values.push_back(step.put);
        row.values.push_back(step.result);
        return row;
    }

    const Pool& pool_;
    const SheetOptions& options_;
    TreeSize sizes_;
    Sheet sheet_;
    std::vector<Change> preparation_;
    std::uint32_t number_ = 0;
    std::size_t written_ = 0, taken_ = 0;
    std::string next_;
    std::vector<Open> open_;                                    // steps still to be shown or closed
    std::unordered_map<std::uint32_t, std::uint32_t> numbers_;  // of what was opened in this stage
};

}  // namespace

Sheet sheet(const Pool& pool, Expr typed, const Explanation& explanation, const SheetOptions& options) {
    return Builder(pool, options)(typed, explanation);
}

}  // namespace pdiff::explain

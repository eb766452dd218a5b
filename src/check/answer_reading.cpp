#include "check/answer_reading.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "check/answer_names.hpp"
#include "check/answer_text.hpp"
#include "check/unit_vectors.hpp"

namespace pdiff {

namespace {

constexpr std::size_t most_label_bytes = 400;

// A result, or an entry of one, and the text that answers it.
struct Open {
    Expr right;
    Span span;
    std::vector<std::size_t> place;
};

class AnswerReader {
public:
    AnswerReader(Pool& pool, Parser& parser, const AnswerKey& key, std::string_view text, const AnswerOptions& options,
                 CheckedAnswer& checked)
        : pool_(pool),
          parser_(parser),
          key_(key),
          text_(text),
          known_(question_variables(pool, key)),
          reading_(answer_reading(pool, key, options.reading)),
          checked_(checked) {
        for (const Expr v : known_) names_.emplace_back(pool.name(v));
    }

    void read() {
        const Span whole = without_marks(text_, {0, static_cast<std::uint32_t>(text_.size())});
        if (whole.begin == whole.end) throw Error(ErrorKind::syntax, "there is no answer");
        if (key_.results.size() == 1)
            open_.push_back({key_.results.front(), whole, {}});
        else
            split(results_spans(whole), key_.results, {}, "entries");
        while (!open_.empty() && checked_.shape.empty()) {
            const Open next = std::move(open_.back());
            open_.pop_back();
            if (pool_.op(next.right) == Op::vector)
                vector(next);
            else
                scalar(next);
        }
        if (!checked_.shape.empty()) checked_.parts.clear();
    }

private:
    // The last entry is opened last, so that parts come in order.
    void split(const std::vector<Span>& spans, std::span<const Expr> rights, const std::vector<std::size_t>& place,
               std::string_view what) {
        if (spans.size() == 1 && rights.size() > 1 && unit_vectors(spans.front(), rights, place)) return;
        if (spans.size() != rights.size()) {
            checked_.shape = fmt::format("{} {} {} asked for, the answer has {}", rights.size(), what,
                                         rights.size() == 1 ? "is" : "are", spans.size());
            if (spans.size() == 1) lone(equated(text_, spans.front()).back());
            return;
        }
        for (std::size_t i = rights.size(); i-- > 0;) {
            open_.push_back({rights[i], spans[i], place});
            open_.back().place.push_back(i);
        }
    }

    // a*i + b*j + c*k with unit vectors that are no variables of the question.
    bool unit_vectors(Span span, std::span<const Expr> rights, const std::vector<std::size_t>& place) {
        constexpr std::string_view names[] = {"i", "j", "k"};
        const auto is_vector = [this](Expr e) { return pool_.op(e) == Op::vector; };
        if (rights.size() > std::size(names) || std::ranges::any_of(rights, is_vector)) return false;
        std::vector<Expr> units;
        for (std::size_t n = 0; n < rights.size(); ++n) units.push_back(pool_.symbol(names[n]));
        const auto is_unit = [&](Expr v) { return std::ranges::find(units, v) != units.end(); };
        if (std::ranges::any_of(known_, is_unit)) return false;
        span = equated(text_, span).back();
        const std::size_t notes = checked_.notes.size();
        const Expr value = parse(span).value;
        std::vector<Expr> parts = components(pool_, value, units);
        if (parts.empty() || std::ranges::none_of(variables(pool_, value), is_unit)) {
            checked_.notes.resize(notes);
            return false;
        }
        for (std::size_t n = 0; n < parts.size(); ++n) {
            checked_.parts.push_back({place, rights[n], parts[n], parts[n], span, {}, true});
            checked_.parts.back().place.push_back(n);
        }
        checked_.notes.push_back({"i, j, k are read as unit vectors", span});
        return true;
    }

    // One expression where a list is asked for.
    void lone(Span span) {
        const Parsed parsed = parse(span);
        if (!is_condition(pool_.op(parsed.value)) && pool_.op(parsed.value) != Op::vector) checked_.lone = parsed.value;
    }

    // f_y = ..., f_x = ... in the order of the results.
    std::vector<Span> results_spans(Span whole) {
        const std::vector<Span> spans = list_entries(text_, without_label(whole));
        std::vector<Span> sorted(spans.size());
        std::vector<bool> taken(spans.size());
        if (spans.size() != key_.sequences.size()) return spans;
        for (const Span span : spans) {
            const auto label = label_of(span);
            if (!label) return spans;
            const std::size_t i = result_named(*label);
            if (i == spans.size() || taken[i]) return spans;
            taken[i] = true, sorted[i] = span;
        }
        return sorted;
    }

    std::size_t result_named(const Label& label) const {
        std::vector<std::string> by = label.by;
        std::ranges::sort(by);
        for (std::size_t i = 0; i < key_.sequences.size(); ++i) {
            std::vector<std::string> own;
            for (const Expr v : key_.sequences[i]) own.emplace_back(pool_.name(v));
            std::ranges::sort(own);
            if (own == by) return i;
        }
        return key_.sequences.size();
    }

    std::optional<Label> label_of(Span span) const {
        const std::vector<Span> parts = equated(text_, span);
        return parts.size() < 2 ? std::nullopt : label_in(parts.front());
    }

    std::optional<Label> label_in(Span span) const {
        if (span.end - span.begin > most_label_bytes) return std::nullopt;
        return read_label(text_.substr(span.begin, span.end - span.begin), names_);
    }

    // Of a list: grad f = [a, b]
    Span without_label(Span span) const {
        const std::vector<Span> parts = equated(text_, span);
        return parts.size() == 2 && (parts[0].begin == parts[0].end || label_in(parts[0])) ? parts[1] : span;
    }

    void vector(const Open& open) {
        const auto args = pool_.args(open.right);
        const bool rows = pool_.op(args.front()) == Op::vector;
        split(list_entries(text_, without_label(open.span)), std::vector(args.begin(), args.end()), open.place,
              rows ? "rows" : "entries");
    }

    void scalar(const Open& open) {
        std::vector<Span> steps = equated(text_, open.span);
        const bool definitions = text_.substr(open.span.begin, open.span.end - open.span.begin).find(';') != text_.npos;
        if (definitions) steps = {open.span};
        if (steps.size() > 1) {
            const bool bare = steps.front().begin == steps.front().end;
            const auto label = bare ? std::nullopt : label_in(steps.front());
            if (label) note_label(*label, steps.front(), open);
            if (bare || label) steps.erase(steps.begin());
        }
        for (const Span step : steps) part(open, step);
    }

    void note_label(const Label& label, Span span, const Open& open) {
        const std::string quoted(text_.substr(span.begin, span.end - span.begin));
        if (!label.derivative)
            checked_.notes.push_back({fmt::format("{} is read as the name of the answer", quoted), span});
        if (label.by.empty() || key_.sequences.empty()) return;
        const std::size_t asked = open.place.empty() ? 0 : open.place.front();
        if (asked < key_.sequences.size() && !key_.sequences[asked].empty() &&
            result_named(label) == key_.sequences.size())
            checked_.notes.push_back(
                {fmt::format("the answer calls itself {}, which was not asked for", quoted), span});
    }

    void part(const Open& open, Span span) {
        AnswerPart part{open.place, open.right, {}, {}, span, {}, true};
        const Parsed parsed = parse(span);
        const Op op = pool_.op(parsed.value);
        if (is_condition(op))
            throw Error(ErrorKind::usage, "a condition is no answer", span, "write an expression such as 2*x*sin(y)");
        if (op == Op::vector) {
            checked_.shape =
                fmt::format("one expression is asked for, the answer has {} entries", pool_.args(parsed.value).size());
            return;
        }
        part.answer = parsed.value, part.typed = parsed.typed;
        checked_.decimals = checked_.decimals || parsed.decimals;
        for (Note note : parsed.notes) {
            note.span.begin += span.begin, note.span.end += span.begin;
            checked_.notes.push_back(std::move(note));
        }
        checked_.parts.push_back(std::move(part));
    }

    Parsed parse(Span span) {
        const std::string_view text = text_.substr(span.begin, span.end - span.begin);
        try {
            return parse_text(text, span);
        } catch (Error& error) {
            if (!error.span) error.span = Span{0, static_cast<std::uint32_t>(text.size())};
            error.span->begin += span.begin, error.span->end += span.begin;
            throw;
        }
    }

    Parsed parse_text(std::string_view text, Span span) {
        if (reading_.split || reading_.strict) return parser_.parse(pool_, full(text), reading_);
        apart_ = joined_functions_apart(pool_, full(text), known_, reading_.functions);
        if (apart_ != full(text)) checked_.notes.push_back({fmt::format("read as {}", apart_), span});
        Parsed parsed;
        try {
            parsed = parser_.parse(pool_, apart_, reading_);
        } catch (const Error& error) {
            const std::string small = error.kind == ErrorKind::name ? small_functions(pool_, apart_, known_) : apart_;
            if (small == apart_) throw;
            parsed = parser_.parse(pool_, apart_ = small, reading_);
            checked_.notes.push_back({"names of functions are read in small letters", span});
        }
        return with_products(std::move(parsed), apart_, span);
    }

    // Of a total derivative: every function with its argument.
    std::string_view full(std::string_view text) {
        if (!key_.parameter) return text;
        const auto& own = reading_.functions;
        return full_ = with_parameter(text, own, pool_.name(*key_.parameter));
    }

    // 2xy is 2*x*y where x and y are variables of the question and xy is none.
    Parsed with_products(Parsed parsed, std::string_view text, Span span) {
        bool runs = false;
        for (const Expr v : variables(pool_, parsed.value)) {
            if (std::ranges::find(known_, v) != known_.end() || pool_.name(v).size() < 2 ||
                !is_run_of(pool_, pool_.name(v), known_))
                continue;
            checked_.notes.push_back({fmt::format("{} is read as a product of variables", pool_.name(v)), span});
            runs = true;
        }
        if (!runs) return parsed;
        ParseOptions split = reading_;
        split.split = true;
        return parser_.parse(pool_, text, split);
    }

    Pool& pool_;
    Parser& parser_;
    const AnswerKey& key_;
    std::string_view text_;
    std::vector<Expr> known_;
    std::vector<std::string> names_;
    ParseOptions reading_;
    CheckedAnswer& checked_;
    std::vector<Open> open_;
    std::string full_, apart_;  // outlive what is thrown about them
};

}  // namespace

void read_answer(Pool& pool, Parser& parser, const AnswerKey& key, std::string_view text, const AnswerOptions& options,
                 CheckedAnswer& checked) {
    AnswerReader(pool, parser, key, text, options, checked).read();
}

}  // namespace pdiff

#include "cli/check_key.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/label.hpp"

namespace pdiff::cli {

AnswerKey answer_key(Pool& pool, const Task& task, const Answer& a) {
    AnswerKey key;
    key.function = a.parsed.typed;
    for (const Result& result : a.results) {
        const bool is_gradient = result.row && result.row->chosen == &Options::gradient && result.sequence.size() > 1;
        if (is_gradient) {  // each entry may be labelled: f_y = ...
            const auto entries = pool.args(result.value);
            key.results.assign(entries.begin(), entries.end());
            for (const Expr v : result.sequence) key.sequences.push_back({v});
        } else {
            key.results.push_back(result.value);
            key.sequences.push_back(result.kind == Result::Kind::other ? std::vector<Expr>() : result.sequence);
        }
        if (!result.where) continue;
        for (const Expr condition : result.where->smooth)
            if (std::ranges::find(key.smooth, condition) == key.smooth.end()) key.smooth.push_back(condition);
    }
    key.known = a.parsed.parameters;
    for (const std::string& name : task.reading.wrt) key.known.push_back(pool.symbol(name));
    if (task.options.total) {
        key.function = zero;  // its variables stand for functions
        key.parameter = a.results.front().sequence.front();
    }
    if (task.options.implicit) {
        key.curve = a.parsed.value;
        key.dependent = a.results.front().subject;
    }
    return key;
}

namespace {

// The result that an entry belongs to, and its place there.
const Result& result_at(const Answer& a, std::span<const std::size_t>& place) {
    if (a.results.size() == 1) return a.results.front();
    const Result& result = a.results[place.front()];
    place = place.subspan(1);
    return result;
}

}  // namespace

std::vector<Expr> entry_sequence(const Answer& a, const std::vector<std::size_t>& place) {
    std::span<const std::size_t> rest(place);
    const Result& result = result_at(a, rest);
    if (result.kind == Result::Kind::partial && rest.empty()) return result.sequence;
    std::vector<Expr> sequence;
    if (result.row && (result.row->chosen == &Options::gradient || result.row->chosen == &Options::hessian))
        for (const std::size_t i : rest) sequence.push_back(result.sequence[i]);
    return sequence;
}

std::string entry_name(const Pool& pool, const Answer& a, const std::vector<std::size_t>& place) {
    if (std::vector<Expr> sequence = entry_sequence(a, place); !sequence.empty())
        return label(pool, a, {Result::Kind::partial, std::move(sequence), {}, {}}, Format::plain);
    std::span<const std::size_t> rest(place);
    std::string name = label(pool, a, result_at(a, rest), Format::plain);
    for (const std::size_t i : rest) name += fmt::format("[{}]", i + 1);
    return name;
}

namespace {

bool is_gradient(const Answer& a) {
    return std::ranges::all_of(
        a.results, [](const Result& r) { return r.kind == Result::Kind::partial && r.sequence.size() == 1; });
}

// What the answer answers, in the terms of the mistakes; nothing where they know no such question.
std::optional<Question> question_of(const Answer& a) {
    Question question{a.parsed.value, a.parsed.typed, Asked::derivative, {}};
    const Result& first = a.results.front();
    const auto is = [&](std::optional<std::string> Options::*chosen) {
        return first.row && first.row->chosen == chosen;
    };
    if (a.results.size() > 1 && !is_gradient(a)) return std::nullopt;
    if (a.results.size() > 1) {
        question.asked = Asked::gradient;
        for (const Result& result : a.results) question.variables.push_back(result.sequence.front());
        return question;
    }
    question.variables = first.sequence;
    if (is(&Options::gradient)) {
        question.asked = Asked::gradient;
    } else if (is(&Options::hessian)) {
        question.asked = Asked::hessian;
    } else if (is(&Options::jacobian)) {
        question.asked = Asked::jacobian;
    } else if (is(&Options::jacobian)) {
        question.asked = Asked::jacobian;
    } else if (first.kind == Result::Kind::implicit && first.sequence.size() == 1) {
        question.asked = Asked::implicit;
        question.variables.insert(question.variables.begin(), first.subject);
    } else if (first.kind != Result::Kind::partial) {
        return std::nullopt;
    }
    return question;
}

// The last answer given at each place, in the shape of the right results: an expression, a vector or a matrix.
Expr assembled(Pool& pool, const CheckedAnswer& checked) {
    std::vector<Expr> entries, rows;
    std::size_t row = 0;
    const auto end_row = [&] {
        rows.push_back(pool.make(Op::vector, entries));
        entries.clear();
    };
    for (std::size_t i = 0; i < checked.parts.size(); ++i) {
        const AnswerPart& part = checked.parts[i];
        if (part.place.empty()) return checked.parts.back().answer;
        if (part.place.size() == 2 && part.place.front() != row) end_row(), row = part.place.front();
        if (i + 1 == checked.parts.size() || checked.parts[i + 1].place != part.place) entries.push_back(part.answer);
    }
    end_row();
    return rows.size() == 1 && checked.parts.front().place.size() == 1 ? rows.front() : pool.make(Op::vector, rows);
}

// Of several results that make no gradient: the first that is answered wrong.
Diagnosis diagnose_first(Pool& pool, const Answer& a, const CheckedAnswer& checked) {
    for (const AnswerPart& part : checked.parts) {
        if (part.judgement.verdict != Verdict::wrong || part.place.size() != 1) continue;
        const Result& result = a.results[a.results.size() == 1 ? 0 : part.place.front()];
        if (result.kind != Result::Kind::partial) return {};
        return diagnose(pool, {a.parsed.value, a.parsed.typed, Asked::derivative, result.sequence}, part.right,
                        part.answer);
    }
    return {};
}

}  // namespace

Diagnosis diagnose(Pool& pool, const Answer& a, const CheckedAnswer& checked) {
    if (checked.parts.empty() && !checked.lone) return {};
    const auto question = question_of(a);
    if (!question) return checked.lone ? Diagnosis() : diagnose_first(pool, a, checked);
    std::vector<Expr> results;
    for (const Result& result : a.results) results.push_back(result.value);
    const Expr right = results.size() == 1 ? results.front() : pool.make(Op::vector, results);
    return diagnose(pool, *question, right, checked.lone ? *checked.lone : assembled(pool, checked));
}

}  // namespace pdiff::cli

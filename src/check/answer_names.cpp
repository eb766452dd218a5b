#include "check/answer_names.hpp"

#include <algorithm>
#include <cctype>

#include "pdiff/functions.hpp"

namespace pdiff {

namespace {

bool is_function_name(std::string_view name) { return !functions_named(name).empty() || find_definition(name); }

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

std::string small(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return result;
}

bool contains(std::span<const Expr> list, Expr e) { return std::ranges::find(list, e) != list.end(); }

void add_variables(std::vector<Expr>& to, const Pool& pool, Expr f) {
    for (const Expr v : variables(pool, f))
        if (!contains(to, v)) to.push_back(v);
}

void add_functions(std::vector<std::string>& to, const Pool& pool, std::span<const Expr> roots) {
    if (!pool.has(Op::function_name)) return;
    for (const Expr e : reachable(pool, roots))
        if (pool.op(e) == Op::function_name && functions_named(pool.name(e)).empty()) to.emplace_back(pool.name(e));
}

}  // namespace

std::vector<Expr> question_variables(const Pool& pool, const AnswerKey& key) {
    std::vector<Expr> known = key.known;
    add_variables(known, pool, key.function);
    for (const Expr result : key.results) add_variables(known, pool, result);
    return known;
}

ParseOptions answer_reading(const Pool& pool, const AnswerKey& key, ParseOptions reading) {
    reading.wrt.clear();
    reading.typed = true;
    std::vector<Expr> roots = key.results;
    roots.push_back(key.function);
    add_functions(reading.functions, pool, roots);
    for (const Expr v : question_variables(pool, key))
        if (std::ranges::find(reading.functions, pool.name(v)) == reading.functions.end())
            reading.variables.emplace_back(pool.name(v));
    return reading;
}

bool is_run_of(const Pool& pool, std::string_view name, std::span<const Expr> known) {
    return !name.empty() && std::ranges::all_of(name, [&](const char& letter) {
        return letter == 'e' ||
               std::ranges::any_of(known, [&](Expr v) { return pool.name(v) == std::string_view(&letter, 1); });
    });
}

namespace {

// `word` with blanks around the function in it, or as it is.
std::string word_apart(const Pool& pool, std::string_view word, std::span<const Expr> known,
                       std::span<const std::string> own_functions) {
    const auto is_run = [&](std::string_view run) { return run.empty() || is_run_of(pool, run, known); };
    for (std::size_t begin = 0; begin < word.size() && is_run(word.substr(0, begin)); ++begin)
        for (std::size_t size = word.size() - begin; size > 0; --size) {
            const std::string_view function = word.substr(begin, size), rest = word.substr(begin + size);
            const bool plain = size > 2 || function == "ln" || function == "lg" || function == "tg";
            const bool own = begin > 0 && std::ranges::find(own_functions, function) != own_functions.end();
            if (!own && (!plain || !is_function_name(function))) continue;
            if (!is_run(rest)) continue;
            std::string apart(word);
            if (!rest.empty()) apart.insert(begin + size, " ");
            if (begin > 0) apart.insert(begin, " ");
            return apart;
        }
    return std::string(word);
}

}  // namespace

std::string joined_functions_apart(const Pool& pool, std::string_view text, std::span<const Expr> known,
                                   std::span<const std::string> own_functions) {
    constexpr std::size_t longest = 24;  // of such a word
    std::string result;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        while (end < text.size() && is_letter(text[end])) ++end;
        const std::string_view word = text.substr(begin, end - begin);
        const bool command = begin > 0 && text[begin - 1] == '\\';
        const bool part = end < text.size() && (text[end] == '_' || (text[end] >= '0' && text[end] <= '9'));
        const bool own = std::ranges::any_of(known, [&](Expr v) { return pool.name(v) == word; }) ||
                         std::ranges::find(own_functions, word) != own_functions.end();
        const bool plain = word.size() < 2 || word.size() > longest || command || part || own || is_function_name(word);
        if (plain)
            result += word;
        else
            result += word_apart(pool, word, known, own_functions);
        if (word.empty()) result += text[end++];
        begin = end;
    }
    return result;
}

std::string small_functions(const Pool& pool, std::string_view text, std::span<const Expr> known) {
    std::string result(text);
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
        std::size_t end = begin;
        while (end < text.size() && is_letter(text[end])) ++end;
        if (end == begin) continue;
        const std::string_view word = text.substr(begin, end - begin);
        const std::string lower = small(word);
        const bool is_function = is_function_name(lower);
        const bool own = std::ranges::any_of(known, [&](Expr v) { return pool.name(v) == word; });
        if (is_function && !own && functions_named(word).empty()) result.replace(begin, word.size(), lower);
        begin = end;
    }
    return result;
}

std::string with_parameter(std::string_view text, std::span<const std::string> functions, std::string_view parameter) {
    std::string result;
    const auto is_part = [](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; };
    const std::string below = "/d" + std::string(parameter);
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        while (end < text.size() && (end == begin ? is_letter(text[end]) : is_part(text[end]))) ++end;
        const std::string_view word = text.substr(begin, end - begin);
        const bool plain = std::ranges::find(functions, word) != functions.end();
        const bool quotient = word.starts_with('d') && text.substr(end).starts_with(below) &&
                              std::ranges::find(functions, word.substr(1)) != functions.end();
        std::string primes;
        if (plain)
            while (end < text.size() && text[end] == '\'') primes += text[end++];
        if (quotient) end += below.size(), primes = "'";
        result += quotient ? word.substr(1) : word;
        result += primes;
        if ((plain || quotient) && !(end < text.size() && text[end] == '('))
            result.append("(").append(parameter) += ')';
        if (word.empty()) result += text[end++];
        begin = end;
    }
    return result;
}

std::vector<Expr> foreign_variables(const Pool& pool, std::span<const AnswerPart> parts, std::span<const Expr> known) {
    std::vector<Expr> found;
    for (const AnswerPart& part : parts) add_variables(found, pool, part.answer);
    std::erase_if(found, [&](Expr v) { return contains(known, v); });
    return found;
}

std::vector<Renaming> case_slips(const Pool& pool, std::span<const Expr> foreign, std::span<const Expr> known) {
    std::vector<Renaming> slips;
    for (const Expr v : foreign) {
        const std::string lower = small(pool.name(v));
        std::vector<Expr> matches;
        std::ranges::copy_if(known, std::back_inserter(matches), [&](Expr k) { return small(pool.name(k)) == lower; });
        if (lower == "e") matches.push_back(euler);
        if (matches.size() == 1) slips.push_back({v, matches.front()});
    }
    return slips;
}

void rename(Pool& pool, std::vector<AnswerPart>& parts, std::span<const Renaming> renamings) {
    if (renamings.empty()) return;
    std::vector<Expr> from, to;
    for (const Renaming& r : renamings) from.push_back(r.from), to.push_back(r.to);
    for (AnswerPart& part : parts) part.answer = substitute(pool, part.answer, from, to);
}

}  // namespace pdiff

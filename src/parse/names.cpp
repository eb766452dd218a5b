#include "parse/names.hpp"

#include <algorithm>
#include <array>

#include "grammar/utf8.hpp"
#include "parse/greek.hpp"

namespace pdiff {
namespace {

struct Spelling {
    std::string_view typed;
    std::string_view name;
};
// Commands whose name is not the one of what they mean.
constexpr std::array commands{Spelling{"varepsilon", "epsilon"}, Spelling{"vartheta", "theta"},
                              Spelling{"varphi", "phi"},         Spelling{"varrho", "rho"},
                              Spelling{"varsigma", "sigma"},     Spelling{"infty", "inf"}};
constexpr std::array subscripts{Spelling{"₀", "0"}, Spelling{"₁", "1"}, Spelling{"₂", "2"}, Spelling{"₃", "3"},
                                Spelling{"₄", "4"}, Spelling{"₅", "5"}, Spelling{"₆", "6"}, Spelling{"₇", "7"},
                                Spelling{"₈", "8"}, Spelling{"₉", "9"}, Spelling{"ₐ", "a"}, Spelling{"ₑ", "e"},
                                Spelling{"ₕ", "h"}, Spelling{"ᵢ", "i"}, Spelling{"ⱼ", "j"}, Spelling{"ₖ", "k"},
                                Spelling{"ₗ", "l"}, Spelling{"ₘ", "m"}, Spelling{"ₙ", "n"}, Spelling{"ₒ", "o"},
                                Spelling{"ₚ", "p"}, Spelling{"ᵣ", "r"}, Spelling{"ₛ", "s"}, Spelling{"ₜ", "t"},
                                Spelling{"ᵤ", "u"}, Spelling{"ᵥ", "v"}, Spelling{"ₓ", "x"}};

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_word(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; }

// `\sin`, `\operatorname{sech}`: the name, and how many bytes it took.
std::size_t append_command(std::string_view typed, std::string& result) {
    std::size_t end = 1;
    while (end < typed.size() && is_letter(typed[end])) ++end;
    std::string_view name = typed.substr(1, end - 1);
    const std::size_t brace = typed.find('{');
    const bool upright = brace == end || (brace == end + 1 && typed[end] == '*');
    if (upright) {
        const std::size_t close = typed.find('}', brace);
        result += typed.substr(brace + 1, close - brace - 1);
        return close + 1;
    }
    for (const Spelling& row : commands)
        if (row.typed == name) name = row.name;
    result += name;
    return end;
}

std::string_view greek_name(std::string_view letter) {
    for (const GreekLetter& row : greek_letters)
        if (row.letter == letter) return row.name;
    return {};
}

// One character beyond ASCII.
void append_character(std::string_view character, bool& in_subscript, std::string& result) {
    if (character == "∞") {
        result += "inf";
        return;
    }
    for (const Spelling& row : subscripts) {
        if (row.typed != character) continue;
        if (!in_subscript) result += '_';
        in_subscript = true;
        result += row.name;
        return;
    }
    const std::string_view name = greek_name(character);
    if (name.empty())
        throw Error(ErrorKind::syntax, "the letter " + utf8::quote(character) + " is not part of the language", {},
                    "names are of Latin and unaccented Greek letters, digits and _");
    result += name;
}

}  // namespace

std::string_view canonical_name(std::string_view typed, std::string& buffer) {
    if (std::ranges::all_of(typed, is_word)) return typed;
    buffer.clear();
    bool in_subscript = false;
    for (std::size_t i = 0; i < typed.size();) {
        if (typed[i] == '\\') {
            i += append_command(typed.substr(i), buffer);
        } else if (typed[i] == '{' || typed[i] == '}') {
            ++i;
        } else if (is_word(typed[i])) {
            buffer += typed[i++];
        } else {
            const std::size_t length = std::max<std::size_t>(utf8::decode(typed, i).length, 1);
            append_character(typed.substr(i, length), in_subscript, buffer);
            i += length;
        }
    }
    return buffer;
}

std::vector<std::string> letters_of(std::string_view typed, std::string_view canonical) {
    std::vector<std::string> letters;
    if (typed.starts_with('\\') || is_greek_name(canonical)) return letters;
    for (std::size_t i = 0; i < typed.size();) {
        const std::size_t length = std::max<std::size_t>(utf8::decode(typed, i).length, 1);
        const std::string_view letter = typed.substr(i, length);
        const bool known = length == 1 ? is_letter(letter[0]) : !greek_name(letter).empty();
        if (!known) return {};
        letters.emplace_back(length == 1 ? letter : greek_name(letter));
        i += length;
    }
    if (letters.size() < 2) letters.clear();
    return letters;
}

NameTable::Set::Set(const std::vector<std::string>& names) : names_(names.begin(), names.end()) {
    std::ranges::sort(names_);
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
}

bool NameTable::Set::contains(std::string_view name) const { return std::ranges::binary_search(names_, name); }

NameTable::NameTable(const ParseOptions& options)
    : wrt_(options.wrt), variables_(options.variables), functions_(options.functions) {}

void NameTable::reset(const ParseOptions& options) {
    wrt_ = Set(options.wrt);
    variables_ = Set(options.variables);
    functions_ = Set(options.functions);
    clear();
}

void NameTable::clear() {
    if (names_.empty()) return;
    names_.clear();
    storage_.clear();
    constexpr std::size_t small = 64;  // one large input does not slow down all behind it
    if (table_.size() > small) table_.resize(small);
    std::ranges::fill(table_, 0u);
}

// Where in the table the name is, or would be.
std::size_t NameTable::slot(std::string_view text) const {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    const std::size_t mask = table_.size() - 1;
    std::size_t i = (hash ^ (hash >> 32)) & mask;
    while (table_[i] != 0 && names_[table_[i] - 1].text != text) i = (i + 1) & mask;
    return i;
}

void NameTable::grow() {
    table_.assign(std::max<std::size_t>(32, table_.size() * 2), 0);
    for (std::uint32_t id = 0; id < names_.size(); ++id) table_[slot(names_[id].text)] = id + 1;
}

const Name* NameTable::find(std::string_view canonical) const {
    if (table_.empty()) return nullptr;
    const std::uint32_t found = table_[slot(canonical)];
    return found == 0 ? nullptr : &names_[found - 1];
}

std::uint32_t NameTable::intern(std::string_view typed) {
    if (2 * names_.size() >= table_.size()) grow();
    std::string_view text = canonical_name(typed, buffer_);
    std::uint32_t& found = table_[slot(text)];
    if (found != 0) return found - 1;
    if (text.data() == buffer_.data()) text = storage_.emplace_back(buffer_);
    Name name{.text = text, .typed = typed, .meaning = {}};
    name.declared_variable = wrt_.contains(text) || variables_.contains(text);
    name.declared_function = !name.declared_variable && functions_.contains(text);
    if (!name.declared_variable && !name.declared_function) name.meaning = meaning_of(text);
    names_.push_back(name);
    found = static_cast<std::uint32_t>(names_.size());
    return found - 1;
}

}  // namespace pdiff

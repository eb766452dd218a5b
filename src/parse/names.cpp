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
constexpr auto word_bytes = [] {
    std::array<bool, 256> table{};
    for (int c = 0; c < 128; ++c) {
        const bool digit = c >= '0' && c <= '9';
        table[static_cast<std::size_t>(c)] = is_letter(static_cast<char>(c)) || digit || c == '_';
    }
    return table;
}();
constexpr bool is_word(char c) { return word_bytes[static_cast<unsigned char>(c)]; }
constexpr bool is_plain(std::string_view typed) {
    for (const char c : typed)
        if (!is_word(c)) return false;
    return true;
}

std::uint32_t hash_of(std::string_view text) {
    std::uint32_t hash = 0x811C9DC5u;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193u;
    return hash ^ hash >> 15;
}

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
    if (is_plain(typed)) return typed;
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

NameTable::Set::Set(const std::vector<std::string>& names) : given_(names), sorted_(given_.begin(), given_.end()) {
    std::ranges::sort(sorted_);
    sorted_.erase(std::unique(sorted_.begin(), sorted_.end()), sorted_.end());
}

bool NameTable::Set::contains(std::string_view name) const { return std::ranges::binary_search(sorted_, name); }

NameTable::NameTable(const ParseOptions& options)
    : wrt_(options.wrt), variables_(options.variables), functions_(options.functions) {}

void NameTable::reset(const ParseOptions& options) {
    clear();
    const bool same =
        wrt_.made_of(options.wrt) && variables_.made_of(options.variables) && functions_.made_of(options.functions);
    constexpr std::size_t most_words = 256;  // one large input does not slow down all behind it
    if (!same || words_.size() > most_words) forget_words();
    if (same) return;
    wrt_ = Set(options.wrt);
    variables_ = Set(options.variables);
    functions_ = Set(options.functions);
}

void NameTable::clear() {
    names_.clear();
    if (++input_ == 0) forget_words();
}

void NameTable::forget_words() {
    words_.clear();
    letters_.fill(0);
    table_.clear();
    storage_.clear();
}

// Where in the table the name is, or would be.
std::size_t NameTable::slot(std::string_view text, std::uint32_t hash) const {
    const std::size_t mask = table_.size() - 1;
    for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
        if (table_[i] == 0) return i;
        const Word& word = words_[table_[i] - 1];
        if (word.hash == hash && word.name.text == text) return i;
    }
}

void NameTable::grow() {
    table_.assign(std::max<std::size_t>(32, table_.size() * 2), 0);
    for (std::uint32_t i = 0; i < words_.size(); ++i)
        if (words_[i].name.text.size() > 1) table_[slot(words_[i].name.text, words_[i].hash)] = i + 1;
}

const Name* NameTable::find(std::string_view canonical) const {
    const bool letter = canonical.size() == 1;
    if (!letter && table_.empty()) return nullptr;
    const std::uint32_t found = letter ? letters_[canonical[0] & 127] : table_[slot(canonical, hash_of(canonical))];
    if (found == 0 || words_[found - 1].input != input_) return nullptr;
    return &names_[words_[found - 1].id];
}

std::uint32_t NameTable::add_word(std::string_view text, std::uint32_t hash) {
    Name name{.text = storage_.emplace_back(text), .typed = {}, .meaning = {}};
    name.declared_variable = wrt_.contains(text) || variables_.contains(text);
    name.declared_function = !name.declared_variable && functions_.contains(text);
    if (!name.declared_variable && !name.declared_function) name.meaning = meaning_of(text);
    words_.push_back({name, hash, input_ - 1, 0});
    return static_cast<std::uint32_t>(words_.size());
}

std::uint32_t NameTable::add_name(Word& word, std::string_view typed) {
    word.input = input_;
    word.id = static_cast<std::uint32_t>(names_.size());
    names_.push_back(word.name);
    names_.back().typed = typed;
    return word.id;
}

// Where the number of the name's word is; a word that is new is added.
std::uint32_t& NameTable::place(std::string_view typed) {
    if (2 * words_.size() >= table_.size()) grow();
    const std::string_view text = is_plain(typed) ? typed : canonical_name(typed, buffer_);
    const std::uint32_t hash = hash_of(text);
    std::uint32_t& found = text.size() == 1 ? letters_[text[0] & 127] : table_[slot(text, hash)];
    if (found == 0) found = add_word(text, hash);
    return found;
}

std::uint32_t NameTable::intern(std::string_view typed) {
    const std::uint32_t letter = typed.size() == 1 ? letters_[typed[0] & 127] : 0;
    Word& word = words_[(letter != 0 ? letter : place(typed)) - 1];
    return word.input == input_ ? word.id : add_name(word, typed);
}

}  // namespace pdiff

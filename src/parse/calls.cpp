// Calls: arguments counted, forms of the language, unknown functions and their derivatives.
#include <fmt/format.h>

#include <algorithm>

#include "grammar/utf8.hpp"
#include "parse/definition_rows.hpp"
#include "parse/reader.hpp"

namespace pdiff {

using ast::Kind;
using ast::NodeId;

void refuse_arity(std::string_view name, std::string_view takes, std::size_t got, Span span) {
    throw Error(ErrorKind::syntax, fmt::format("{} takes {}, got {}", name, takes, got), span);
}

std::string count_of_arguments(const Meaning& meaning) {
    std::string counts;
    std::size_t last = 0;
    const auto add = [&](std::string_view parameters) {
        const Arity arity = pdiff::arity(parameters);
        if (!counts.empty()) counts += " or ";
        counts += arity.variadic ? "one or more" : fmt::to_string(arity.count);
        last = arity.variadic ? 2 : arity.count;
    };
    for (const Function f : meaning.functions) add(row(f).parameters);
    if (meaning.definition) add(meaning.definition->parameters);
    if (meaning.form == Form::logarithm) counts += " or 2", last = 2;
    return counts + (last == 1 ? " argument" : " arguments");
}

Expr Reader::defined(std::string_view name, std::initializer_list<Expr> args) {
    return instantiate(construct_, *find_definition(name), std::span(args.begin(), args.size()));
}

void Reader::call(NodeId id) {
    const NodeId callee = tree_.child(id, 0);
    const Span span = tree_.nodes[id].span;
    Name& name = names_[source_.name_of[callee]];
    if (tree_.nodes[callee].kind == Kind::name && name.meaning.kind == Meaning::Kind::form && !name.defined()) {
        if (name.meaning.form == Form::piecewise) return set(id, piecewise(id));
        if (name.meaning.form == Form::diff) return set(id, derivative(id));
    }
    std::vector<Expr> args;
    args.swap(args_);
    args.clear();
    for (const ast::Operand& operand : tree_.children(id).subspan(1)) args.push_back(value(operand.node));
    if (tree_.nodes[callee].kind != Kind::name) {
        set(id, apply_derived(callee, args));
    } else {
        const bool predicate = name.meaning.form == Form::integer && !name.defined();
        set(id, apply_name(name, args, span), predicate ? Sort::condition : Sort::value);
    }
    args_.swap(args);
}

Expr Reader::apply_name(Name& name, std::span<const Expr> args, Span span) {
    if (name.defined()) {
        const UserFunction& function = functions[name.statement];
        if (function.parameters.size() != args.size())
            refuse_arity(
                name.text,
                fmt::format("{} argument{}", function.parameters.size(), function.parameters.size() == 1 ? "" : "s"),
                args.size(), span);
        return substitute(pool(), function.body, function.parameters, args);
    }
    const Meaning& meaning = name.meaning;
    if (meaning.form != Form::none && args.size() == (meaning.form == Form::integer ? 1u : 2u))
        return apply_form(name, args, span);
    switch (meaning.kind) {
        case Meaning::Kind::function:
            if (const auto function = meaning.function(args.size())) return construct_.call(*function, args);
            refuse_arity(name.text, count_of_arguments(meaning), args.size(), span);
        case Meaning::Kind::definition:
            if (arity(meaning.definition->parameters).count == args.size())
                return instantiate(construct_, *meaning.definition, args);
            refuse_arity(name.text, count_of_arguments(meaning), args.size(), span);
        case Meaning::Kind::base:
            if (args.size() == 1) return logarithm_to_base(name, args[0]);
            refuse_arity(name.text, "1 argument", args.size(), span);
        case Meaning::Kind::form:
            refuse_arity(name.text, "1 argument", args.size(), span);
        default:
            return apply_unknown(name, args, span);
    }
}

Expr Reader::apply_form(Name& name, std::span<const Expr> args, Span) {
    if (name.meaning.form == Form::root) return root(args[0], args[1]);
    if (name.meaning.form == Form::integer) return construct_.make(Op::is_integer, args);
    const Expr numerator = construct_.call(Function::log, args.first(1)),
               denominator = construct_.call(Function::log, args.subspan(1));
    const std::array quotient{Pair{numerator, one}, Pair{denominator, minus_one}};
    return construct_.product(quotient);
}

// Even roots are powers, which have the same domain; odd ones are real for negative numbers too.
Expr Reader::root(Expr radicand, Expr index) {
    const Number n = pool().is_number(index) ? pool().number(index) : Number(0);
    const bool natural = n.is_integer() && n.sign() > 0;
    if (n == Number(1)) return radicand;
    if (n == Number(3)) return construct_.call(Function::cbrt, {&radicand, 1});
    if (natural && n.is_even()) return construct_.power(radicand, pool().number(Number(1) / n));
    const std::array args{radicand, index};
    return construct_.call(Function::root, args);
}

Expr Reader::logarithm_to_base(const Name& name, Expr arg) {
    const std::string_view text = name.text.substr(std::string_view("log_").size());
    const bool digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (digits && text == "2") return construct_.call(Function::log2, {&arg, 1});
    if (digits && text == "10") return construct_.call(Function::log10, {&arg, 1});
    const Expr base = digits ? pool().number(Number::from_digits(text)) : text == "e" ? euler : pool().symbol(text);
    const std::array quotient{Pair{construct_.call(Function::log, {&arg, 1}), one},
                              Pair{construct_.call(Function::log, {&base, 1}), minus_one}};
    return construct_.product(quotient);
}

Expr Reader::apply_unknown(Name& name, std::span<const Expr> args, Span span) {
    if (name.meaning.kind == Meaning::Kind::unsupported)
        throw Error(ErrorKind::unsupported, fmt::format("{} is not supported", name.text), span,
                    fmt::format("for an unknown function of this name use --function {}", name.text));
    if (name.declared_variable)
        if (const auto function = find_function(name.text, args.size())) return construct_.call(*function, args);
    if (args.empty()) refuse_arity(name.text, "at least 1 argument", 0, span);
    if (!name.checked && !name.declared_function) {
        const std::string_view meant = near_miss(name.text);
        if (!meant.empty())
            throw Error(ErrorKind::name, fmt::format("unknown function {}", utf8::quote(name.typed)), span,
                        fmt::format("did you mean {}? For an unknown function use --function {}", meant, name.text));
    }
    note_unknown(name, args, span);
    name.checked = true;
    Values operands{pool().function_name(name.text)};
    operands.insert(operands.end(), args.begin(), args.end());
    return construct_.make(Op::apply, operands);
}

// No other name than `a` and the function's leads to its inverse, whatever its aliases.
Expr Reader::inverse(const Name& name, std::span<const Expr> args, Span span, std::uint32_t head_end) {
    const std::string_view canonical =
        name.meaning.kind == Meaning::Kind::function ? pdiff::name(name.meaning.functions[0]) : name.text;
    const std::string wanted = fmt::format("a{}", canonical);
    const auto function = find_function(wanted, args.size());
    if (!function)
        throw Error(ErrorKind::syntax, fmt::format("{}^-1 is not clear", name.text), span,
                    fmt::format("write 1/{}(x), or the inverse function by its name", name.text));
    note(span, fmt::format("read as {}{}", wanted, bracketed(source_.text_of({head_end, span.end}))));
    return construct_.call(*function, args);
}

}  // namespace pdiff

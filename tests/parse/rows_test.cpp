#include "parse/expect.hpp"

namespace pdiff::test {
namespace {

// The texts of the function table are in the language, and none of them is ambiguous.
TEST_CASE("every row of the function table is read") {
    ParseOptions strict;
    strict.strict = true;
    for (const FunctionRow& row : function_rows()) {
        CAPTURE(std::string(row.identifier));
        for (const std::string_view text : {row.differential, row.smooth, row.domain}) {
            if (text.empty()) continue;
            CAPTURE(std::string(text));
            Pool pool;
            CHECK_NOTHROW(parse(pool, text, strict));
        }
    }
}

TEST_CASE("every definition is put in place of its name") {
    for (const DefinitionRow& row : definition_rows()) {
        CAPTURE(std::string(row.name));
        Pool pool;
        const std::string call = std::string(row.name) + "(" + std::string(row.parameters) + ")";
        CHECK(parse_expr(pool, call) == parse_expr(pool, row.expression));
    }
}

TEST_CASE("every alias is its function") {
    for (const FunctionRow& row : function_rows()) {
        const std::string name(row.name.empty() ? row.identifier : row.name);
        const Arity count = arity(row.parameters);
        std::string arguments = "(x1";
        for (std::uint32_t i = 2; i <= count.count; ++i) arguments += ", x" + std::to_string(i);
        std::string_view aliases = row.aliases;
        while (!aliases.empty()) {
            const std::size_t blank = std::min(aliases.find(' '), aliases.size());
            const std::string alias(aliases.substr(0, blank));
            aliases.remove_prefix(std::min(blank + 1, aliases.size()));
            CAPTURE(alias);
            Pool pool;
            CHECK(parse_expr(pool, alias + arguments + ")") == parse_expr(pool, name + arguments + ")"));
        }
    }
}

}  // namespace
}  // namespace pdiff::test

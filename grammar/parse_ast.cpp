#include "grammar/parse_ast.hpp"

#include <fmt/format.h>

#include "grammar/expression_def.hpp"
#include "grammar/syntax_error.hpp"
#include "grammar/utf8.hpp"

namespace pdiff::ast {

void parse_ast(Tree& tree, Stacks& stacks, std::string_view text, const Limits& limits, const Readings& readings) {
    if (text.size() > limits.line_bytes || text.size() >= UINT32_MAX)
        throw Error(ErrorKind::limit,
                    fmt::format("{} bytes of input are more than the limit of {}", text.size(), limits.line_bytes), {},
                    "raise the limit with --limit line_bytes=N");
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    const std::size_t begin = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    utf8::check(text, begin);

    TreeBuilder builder(tree, stacks, text, limits, readings);
    const char* at = text.data() + begin;
    const char* const end = text.data() + text.size();
    namespace x3 = boost::spirit::x3;
    // x3::with would copy the whole grammar for every line.
    grammar::text.parse(at, end, x3::make_context<grammar::builder_tag>(builder), x3::unused, x3::unused);
    if (builder.position() != text.size() || builder.expects_operand()) refuse(builder);
    builder.finish();
}

}  // namespace pdiff::ast

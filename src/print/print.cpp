// The door: one expression in one format.
#include "pdiff/print.hpp"

#include "definitions.hpp"
#include "format.hpp"
#include "layout.hpp"
#include "writer.hpp"

namespace pdiff {

struct Printer::Scratch {
    printing::Writer writer;
};

Printer::Printer() : scratch_(std::make_unique<Scratch>()) {}
Printer::~Printer() = default;
Printer::Printer(Printer&&) noexcept = default;
Printer& Printer::operator=(Printer&&) noexcept = default;

void Printer::append(const Pool& pool, Expr f, const PrintOptions& options, std::string& out) {
    printing::Writer& writer = scratch_->writer;
    const printing::FormatRow& r = printing::row(options.format);
    if (r.lines) {
        std::string markup;
        writer.start(pool, f, options, markup);
        writer.write(f);
        return printing::lay_out(markup, pool.limits().output_bytes, out);
    }
    writer.start(pool, f, options, out);
    out += r.document.open;
    if (options.share && r.shares)
        printing::write_with_definitions(writer, pool, f, options, out);
    else
        writer.write(f);
    out += r.document.close;
}

void Printer::remember_parts() { scratch_->writer.remember_parts(); }

std::string Printer::print(const Pool& pool, Expr f, const PrintOptions& options) {
    std::string out;
    append(pool, f, options, out);
    return out;
}

std::string print(const Pool& pool, Expr f, const PrintOptions& options) { return Printer().print(pool, f, options); }

std::optional<Format> find_format(std::string_view name) { return printing::find(name); }

}  // namespace pdiff

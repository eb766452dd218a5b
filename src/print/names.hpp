// How each format writes a name: Greek letters, subscripts, superscripts, escapes.
#pragma once

#include <string>
#include <string_view>

namespace pdiff::printing {

void unicode_name(std::string_view name, std::string& out);      // θ, w₁
void latex_name(std::string_view name, std::string& out);        // \theta, w_{1}, \mathrm{rate}
void mathml_name(std::string_view name, std::string& out);       // <mi>θ</mi>
void mathematica_name(std::string_view name, std::string& out);  // x$1: an underscore is a pattern there

// "-12" as ⁻¹².
void write_superscript(std::string_view integer, std::string& out);

}  // namespace pdiff::printing

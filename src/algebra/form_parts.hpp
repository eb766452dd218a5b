// Forms but for the normal form: which operations are worth it, and the entries of what holds several expressions.
#pragma once

#include "pdiff/forms.hpp"

namespace pdiff {

// The form by the normal form; f where that is beyond the bounds. The program loads it only when it is called.
// `complete` becomes false where the bounds were met.
using DeepForm = Expr (*)(Pool& pool, Expr f, Form form, bool& complete);
Expr deep_form(Pool& pool, Expr f, Form form, bool& complete);

Expr form_by_parts(Pool& pool, Expr f, Form form, DeepForm deep, bool& complete);

}  // namespace pdiff

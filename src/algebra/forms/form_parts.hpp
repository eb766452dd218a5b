// Forms but for the normal form: which operations are worth it, and the entries of what holds several expressions.
#pragma once

#include "algebra/forms/measure.hpp"
#include "pdiff/forms.hpp"

namespace pdiff {

// The form by the normal form; f where that is beyond the bounds. `complete` becomes false where the bounds were met.
Expr deep_form(Pool& pool, Expr f, Form form, bool& complete);

// What needs the normal form, which the program loads only when it is called.
struct DeepForm {
    Expr (*form)(Pool& pool, Expr f, Form form, bool& complete) = deep_form;
    bool (*is_zero)(Pool& pool, Expr f) = pdiff::is_zero;
    Expr operator()(Pool& pool, Expr f, Form to, bool& complete) const { return form(pool, f, to, complete); }
};

struct Former::Scratch {
    MeasureScratch measure;
};
Expr form_by_parts(Pool& pool, Expr f, Form form, DeepForm deep, bool& complete, MeasureScratch& scratch);

}  // namespace pdiff

// The mistakes that people make in derivatives, in the notation of the derivative rules: what a rule was taken for.
//
// A case reads `what it applies to -> what was taken for its differential`. u, v, w stand for what depends on the
// variable x, p for that but not x itself, t for what depends
// on x alone and z for what depends on other variables too; c and b are free of x, k is so
// without other variables and y with some; n and m are numbers, a is anything; f and g are any functions. du is
// the differential of u, dy that of y by its own variable. Where the left side does not say u, it is the inner
// function. In the advice, what stands in braces is computed; {right} is the right differential.
#pragma once

#include <string_view>

namespace pdiff {

struct MistakeRow {
    std::string_view topic;
    std::string_view name;
    std::string_view cases;  // separated by semicolons
    std::string_view advice;
    std::string_view example;      // a function where it can be made
    std::string_view by = "x";     // what is asked there: "x, x", "gradient x, y", "hessian x, y", "implicit y, x"
    std::string_view answer = "";  // the wrong answer, where it is not made by the case
};

// At one place, or at every place where a case applies. The likely ones come first.
inline constexpr MistakeRow rule_mistakes[] = {
    {"chain rule", "inner derivative forgotten",
     "f(t) -> f'(t); t^c -> c*t^(c - 1); c^t -> c^t*log(c); c/t -> -c/t^2; "
     "f(t, b) -> D[1](f)(t, b); f(b, t) -> D[2](f)(b, t); f(t, v) -> D[1](f)(t, v) + D[2](f)(t, v)*dv; "
     "f(v, t) -> D[1](f)(v, t)*dv + D[2](f)(v, t)",
     "multiply by {dt}", "sin(x^2)*y"},
    {"chain rule, several variables", "inner partial forgotten",
     "f(z) -> f'(z); z^c -> c*z^(c - 1); c^z -> c^z*log(c); c/z -> -c/z^2; "
     "f(z, b) -> D[1](f)(z, b); f(b, z) -> D[2](f)(b, z); f(z, v) -> D[1](f)(z, v) + D[2](f)(z, v)*dv; "
     "f(v, z) -> D[1](f)(v, z)*dv + D[2](f)(v, z)",
     "multiply by {dz}", "sin(x^2*y)"},
    {"chain rule", "inner constant factor forgotten",
     "f(c*w) -> f'(u)*dw; f(c*w + b) -> f'(u)*dw; f(c*w - b) -> f'(u)*dw; f(b + c*w) -> f'(u)*dw; "
     "f(w/c) -> f'(u)*dw; f(-w) -> f'(u)*dw; f(b - w) -> f'(u)*dw; "
     "(c*w)^n -> n*u^(n - 1)*dw; (c*w + b)^n -> n*u^(n - 1)*dw; (c*w - b)^n -> n*u^(n - 1)*dw; "
     "(b - w)^n -> n*u^(n - 1)*dw; "
     "c^(b*w) -> c^u*log(c)*dw; c^(w/b) -> c^u*log(c)*dw; c^(-w) -> c^u*log(c)*dw; c^(b - w) -> c^u*log(c)*dw; "
     "c^(-(b*w)) -> c^u*log(c)*dw; c^(-(b*w)) -> -c^u*log(c)*dw",
     "the inner derivative is {du}", "cos(3*x^2)"},
    {"chain rule", "outer derivative taken at the inner derivative", "f(p) -> f'(dp); p^c -> c*dp^(c - 1)",
     "the outer derivative is taken at {p}: {right}", "sin(x^3)"},
    {"chain rule", "multiplied by the inner function instead of its derivative",
     "f(p) -> f'(p)*p; p^c -> c*p^(c - 1)*p; c^p -> c^p*log(c)*p", "multiply by {dp}, not by {p}", "cos(x^3)"},
    {"chain rule", "inner derivative only", "f(p) -> dp; p^c -> dp; c^p -> dp", "multiply it by the outer derivative",
     "atan(x^2)"},
    {"chain rule", "function of the inner derivative", "f(p) -> f(dp); p^c -> dp^c",
     "the outer function is differentiated too: {right}", "sin(x^2)"},
    {"chain rule", "a layer of the chain left out",
     "f(g(p)) -> f'(u)*dp; f(p^c) -> f'(u)*dp; f(c^p) -> f'(u)*dp; g(p)^c -> c*u^(c - 1)*dp; (p^b)^c -> c*u^(c - "
     "1)*dp; "
     "(c^p)^b -> b*u^(b - 1)*dp; c^g(p) -> c^u*log(c)*dp; c^(p^b) -> c^u*log(c)*dp",
     "the inner derivative is {du}", "sin(cos(x^3))"},
    {"chain rule", "argument dropped", "f(p) -> f'(x)*dp; c^p -> c^x*log(c)*dp; p^c -> c*x^(c - 1)*dp; f(p) -> f'(x)",
     "the outer derivative is taken at {p}: {right}", "sin(x^2)"},

    {"product rule", "product of the derivatives", "u*v -> du*dv", "it is {right}", "x^2*sin(x)"},
    {"product rule", "one term of the product rule only", "u*v -> v*du; u*v -> u*dv", "it is {right}", "x^2*cos(x)"},
    {"product rule", "each factor times its own derivative", "u*v -> u*du + v*dv", "it is {right}", "x^3*sin(x)"},
    {"product rule", "minus for plus in the product rule", "u*v -> v*du - u*dv; u*v -> u*dv - v*du", "it is {right}",
     "x^2*log(x)"},
    {"product rule", "sum of the derivatives", "u*v -> du + dv", "it is {right}", "x^2*exp(x)"},

    {"quotient rule", "quotient of the derivatives", "u/v -> du/dv", "it is {right}", "sin(x)/x^2"},
    {"quotient rule", "plus for minus in the quotient rule", "u/v -> (v*du + u*dv)/v^2; c/v -> c*dv/v^2",
     "it is {right}", "sin(x)/(x^2 + 1)"},
    {"quotient rule", "terms of the numerator swapped", "u/v -> (u*dv - v*du)/v^2", "it is {right}", "x^2/sin(x)"},
    {"quotient rule", "denominator not squared", "u/v -> (v*du - u*dv)/v; c/v -> -c*dv/v", "divide by {v^2}",
     "sin(x)/(x^2 + 3)"},
    {"quotient rule", "denominator dropped", "u/v -> v*du - u*dv; c/v -> -c*dv", "divide by {v^2}", "log(x)/(x^2 + 1)"},
    {"quotient rule", "square of the numerator as denominator", "u/v -> (v*du - u*dv)/u^2; c/v -> -dv/c",
     "divide by {v^2}", "cos(x)/(x^2 + 1)"},
    {"quotient rule", "one term of the quotient rule only", "u/v -> du/v; u/v -> -u*dv/v^2; u/v -> u*dv/v^2",
     "it is {right}", "exp(x)/(x + 1)"},

    {"power rule", "exponent not lowered", "u^c -> c*u^c*du; c/u^b -> -b*c/u^b*du", "lower the exponent: {right}",
     "x^5"},
    {"power rule", "exponent not brought down",
     "u^c -> u^(c - 1)*du; c/u^b -> c/u^(b + 1)*du; c/u^b -> -c/u^(b + 1)*du", "multiply by the exponent: {right}",
     "x^5*y"},
    {"power rule", "lowered exponent brought down", "u^c -> (c - 1)*u^(c - 1)*du", "multiply by {c}, not by {c - 1}",
     "x^5"},
    {"power rule", "exponent moved the wrong way", "u^c -> c*u^(c + 1)*du; c/u^b -> -b*c/u^(b - 1)*du; c/u -> -c*du",
     "the exponent becomes smaller by 1: {right}", "x^(-3)"},
    {"power rule", "factor 1/2 of the root lost", "sqrt(u) -> du/sqrt(u); cbrt(u) -> du/cbrt(u)^2", "it is {right}",
     "sqrt(x^2 + 1)"},
    {"power rule", "power integrated", "u^c -> u^(c + 1)/(c + 1)*du", "lower the exponent: {right}", "x^4*y + x"},
    {"power rule", "exponential rule on a power", "u^k -> u^k*log(u)*du", "the exponent is constant: {right}",
     "x^3 + y"},

    {"exponentials", "logarithm of the base forgotten", "c^u -> c^u*du", "multiply by {log(c)}", "3^x*y"},
    {"exponentials", "power rule on an exponential", "m^u -> u*m^(u - 1)*du; m^u -> u*m^(u - 1)",
     "the base is constant: {right}", "2^(x^2)"},
    {"exponentials", "power rule on e^u", "e^u -> u*e^(u - 1)*du; e^u -> u*e^(u - 1)", "e^u stays: {right}",
     "exp(x^2)"},
    {"exponentials", "exponent replaced by its derivative", "c^u -> c^du*log(c); c^u -> c^du",
     "the exponent stays: {right}", "exp(x^3)"},
    {"logarithms", "base of the logarithm forgotten", "log2(u) -> du/u; log10(u) -> du/u; log(u)/log(c) -> du/u",
     "it is {right}", "log10(x^2 + 1)"},
    {"logarithms", "reciprocal of the inner derivative", "log(u) -> 1/du; c/u -> c/du", "it is {right}", "log(x^3)"},
    {"logarithms", "logarithm of the derivative", "log(u) -> log(du)/u; log(u) -> du*log(u)", "it is {right}",
     "log(x^2 + x)"},
    {"exponentials", "power rule alone on f^g", "u^v -> v*u^(v - 1)*du; u^v -> v*u^(v - 1)", "it is {right}",
     "x^sin(x)"},
    {"exponentials", "exponential rule alone on f^g", "u^v -> u^v*log(u)*dv; u^v -> u^v*log(u)", "it is {right}",
     "x^cos(x)"},

    {"trigonometric functions", "sign of the cosine's derivative", "cos(u) -> sin(u)*du", "it is {right}",
     "x*cos(x^2)"},
    {"trigonometric functions", "sign of the sine's derivative", "sin(u) -> -cos(u)*du", "it is {right}", "x*sin(x^2)"},
    {"trigonometric functions", "function not swapped",
     "sin(u) -> sin(u)*du; cos(u) -> -cos(u)*du; cos(u) -> cos(u)*du; tan(u) -> tan(u)*du; sinh(u) -> sinh(u)*du; "
     "cosh(u) -> cosh(u)*du; sin(u) -> -sin(u)*du",
     "it is {right}", "sin(x^2) + x"},
    {"trigonometric functions", "derivatives of tan and sec mixed up",
     "tan(u) -> sec(u)*tan(u)*du; sec(u) -> sec(u)^2*du; cot(u) -> -csc(u)*cot(u)*du; csc(u) -> -csc(u)^2*du",
     "it is {right}", "tan(x^2)"},
    {"trigonometric functions", "sign of the function's derivative",
     "tan(u) -> -sec(u)^2*du; cot(u) -> csc(u)^2*du; sec(u) -> -sec(u)*tan(u)*du; csc(u) -> csc(u)*cot(u)*du; "
     "sinh(u) -> -cosh(u)*du; cosh(u) -> -sinh(u)*du; tanh(u) -> -sech(u)^2*du; sech(u) -> sech(u)*tanh(u)*du",
     "it is {right}", "x*cot(x)"},
    {"trigonometric functions", "square lost", "tan(u) -> sec(u)*du; cot(u) -> -csc(u)*du; tanh(u) -> sech(u)*du",
     "it is {right}", "tan(3*x)"},
    {"inverse functions", "sign of the inverse function's derivative",
     "asin(u) -> -du/sqrt(1 - u^2); acos(u) -> du/sqrt(1 - u^2); atan(u) -> -du/(u^2 + 1); acot(u) -> du/(u^2 + 1)",
     "it is {right}", "x*acos(x)"},
    {"inverse functions", "root of the inverse function's derivative",
     "asin(u) -> du/(1 - u^2); acos(u) -> -du/(1 - u^2); atan(u) -> du/sqrt(u^2 + 1); asin(u) -> du/sqrt(1 + u^2); "
     "acos(u) -> -du/sqrt(1 + u^2); atan(u) -> du/(1 - u^2); atan(u) -> du/sqrt(1 - u^2); acot(u) -> -du/sqrt(u^2 + 1)",
     "it is {right}", "asin(x^2)"},
    {"inverse functions", "inverse function taken for a reciprocal",
     "asin(u) -> -cos(u)/sin(u)^2*du; acos(u) -> sin(u)/cos(u)^2*du; atan(u) -> -csc(u)^2*du; acot(u) -> sec(u)^2*du",
     "it is {right}", "atan(x) + x"},
    {"trigonometric functions", "degrees for radians",
     "sin(u) -> pi/180*cos(u)*du; cos(u) -> -pi/180*sin(u)*du; "
     "tan(u) -> pi/180*sec(u)^2*du",
     "angles are in radians: {right}", "sin(2*x)"},

    {"constants", "constant kept", "u + k -> du + k; u - k -> du - k; k - u -> k - du", "the derivative of {k} is 0",
     "x^2*y + 7"},
    {"constants", "constant factor dropped", "k*u -> du; u/k -> du", "it is {right}", "5*x^3 + y*x"},
    {"constants", "minus sign lost", "-u -> du; u - v -> du + dv; c - u -> du", "it is {right}", "x^2 - sin(x)"},
    {"constants", "constant factor differentiated", "k*u -> 0*du; k*u -> u + k*du; u/k -> 0*du",
     "a constant factor stays: {right}", "7*x^3 + x"},
    {"constants", "constant treated as a variable", "pi -> 1; e -> 1; k^n -> n*k^(n - 1); f(k) -> f'(k)",
     "it is a number: its derivative is 0", "x^2 + pi^2"},
    {"constants", "minus not distributed over the bracket",
     "a - (u + v) -> da - du + dv; a - (u - v) -> da - du - dv; -(u + v) -> -du + dv; -(u - v) -> -du - dv",
     "the minus belongs to every term: {right}", "x^3 - (x^2 + sin(x))"},
    {"constants", "factor not distributed over the bracket", "c*(u + v) -> c*du + dv; c*(u - v) -> c*du - dv",
     "the factor belongs to every term: {right}", "3*(x^2 + sin(x))"},
    {"absolute value", "derivative of |u| taken as that of u", "abs(u) -> du; abs(u) -> 1", "multiply by {sign(u)}",
     "abs(x^2 - 4)"},
    {"sum rule", "a term forgotten", "u + v -> du; u + v -> dv; u - v -> du; u - v -> -dv", "it is {right}",
     "x^3 + sin(x)"},

    {"partial derivatives", "factor of another variable dropped", "y*u -> du; u/y -> du",
     "it is a constant here: {right}", "x^2*y + x"},
    {"partial derivatives", "other variable taken as 0", "y*u -> 0*du", "it is a constant here: {right}",
     "x^2*y + x^3"},
    {"partial derivatives", "other variable differentiated too",
     "y*u -> dy*du; y*u -> y*du + dy*u; u/y -> -dy*du/y^2; u/y -> (y*du - u*dy)/y^2", "it is a constant here: {right}",
     "x^2*sin(y)"},
    {"partial derivatives", "power and exponential rule confused", "u^y -> u^y*log(u)*du; y^u -> u*y^(u - 1)*du",
     "{right}", "x^y"},
    {"partial derivatives", "term free of x kept", "u + y -> du + y; u - y -> du - y; y - u -> y - du",
     "the derivative of {y} is 0", "x^2*y + y^3"},
    {"partial derivatives", "term free of x differentiated", "u + y -> du + dy; u - y -> du - dy; y - u -> dy - du",
     "the derivative of {y} is 0", "x^3 + y^2"},
};

// Wrong algebra: in the right derivative, or in the function before it was differentiated. u, v, w and a are anything.
inline constexpr MistakeRow algebra_mistakes[] = {
    {"algebra", "square of a sum taken term by term",
     "(u + v)^2 -> u^2 + v^2; (u - v)^2 -> u^2 - v^2; (u - v)^2 -> u^2 + v^2; "
     "(u + v)^n -> u^n + v^n",
     "{right} is no sum of powers", "(x + 3)^3"},
    {"algebra", "reciprocal of a sum taken term by term",
     "a/(u + v) -> a/u + a/v; a/(u - v) -> a/u - a/v; "
     "(u + v)^(-1) -> 1/u + 1/v",
     "{right} cannot be split", "log(x^2 + x)"},
    {"algebra", "root of a sum taken term by term",
     "sqrt(u^2 + v^2) -> u + v; sqrt(u^2 + c) -> u + sqrt(c); "
     "sqrt(u^2 - c) -> u - sqrt(c); sqrt(u + v) -> sqrt(u) + sqrt(v); sqrt(u - v) -> sqrt(u) - sqrt(v); "
     "sqrt(c + u^2) -> sqrt(c) + u; sqrt(c - u^2) -> sqrt(c) - u; "
     "(u^2 + v^2)^(-1/2) -> 1/(u + v); (u^2 + c)^(-1/2) -> 1/(u + sqrt(c)); (u^2 - c)^(-1/2) -> 1/(u - sqrt(c)); "
     "(c + u^2)^(-1/2) -> 1/(sqrt(c) + u); (c - u^2)^(-1/2) -> 1/(sqrt(c) - u)",
     "{right} cannot be split", "sqrt(x^2 + 9)"},
    {"algebra", "sign lost in a bracket",
     "-(u + v) -> -u + v; -(u - v) -> -u - v; a - (u + v) -> a - u + v; "
     "a - (u - v) -> a - u - v; a - w*(u + v) -> a - w*u + w*v; a - w*(u - v) -> a - w*u - w*v; "
     "a - (u + v)*w -> a - u*w + v*w; a - (u - v)*w -> a - u*w - v*w",
     "the minus belongs to every term: {right}", "x^2/(x - sin(x))"},
    {"algebra", "exponents multiplied instead of added",
     "u^n*u^m -> u^(n*m); u*u^n -> u^n; u^n*u -> u^n; "
     "a*u^n*u^m -> a*u^(n*m); a*u*u^n -> a*u^n; a*u^n*u -> a*u^n",
     "add the exponents: {right}", "x^3*sin(x^4)"},
    {"algebra", "a summand cancelled",
     "(u + v)/u -> v; (u + v)/u -> 1 + v; (u + v)/v -> u; (u + v)/v -> u + 1; "
     "(u - v)/u -> -v; (u - v)/v -> u; (u*w + v)/u -> w + v; (u*w + v)/(u*a) -> (w + v)/a; (u + v*w)/v -> u + w; "
     "(u*w - v)/u -> w - v; (u - v*w)/v -> u - w",
     "only a common factor cancels: {right}", "(x + sin(y))/x"},
};

// The whole task. f is the function, d the right derivative; the other letters are explained where they are computed.
inline constexpr MistakeRow task_mistakes[] = {
    {"task", "function returned unchanged", "f", "differentiate it: {d}", "x^2*exp(x)"},
    {"task", "integrated instead of differentiated", "integral", "the derivative is {d}", "x^2 + 1", "x", "x^3/3 + x"},
    {"task", "sign of the whole derivative", "-d", "it is {d}", "x^3"},
    {"task", "order one too low", "lower", "differentiate once more", "x^5", "x, x"},
    {"task", "order one too high", "higher", "this is differentiated once too often", "x^6"},
    {"task", "square of the first derivative for the second derivative", "repeated^2",
     "differentiate the first derivative", "x^4", "x, x"},
    {"task", "reciprocal of the derivative", "1/d", "it is {d}", "x^3 + x"},
    {"task", "wrong variable", "renamed", "the variable is {x}", "x^3", "x", "3*t^2"},
    {"task", "evaluated before differentiating", "0", "differentiate first, then put the numbers in", "x^2"},
    {"partial derivatives", "derivative by the wrong variable", "other", "the variable is {x}: {d}", "x^2*y^3"},
    {"partial derivatives", "other variable taken as 0", "zeroed", "it is a constant here: {d}", "x^2*(y + 1)"},
    {"partial derivatives", "product of the partial derivatives", "d*other", "only {x} varies: {d}", "x^2 + sin(y)*x"},
    {"partial derivatives", "sum of the partial derivatives", "d + other", "only {x} varies: {d}", "x^2*y + y^2"},
    {"partial derivatives", "total derivative", "d + other*stray", "only {x} varies: {d}", "x^2*y", "x",
     "2*x*y + x^2*y'(x)"},
    {"partial derivatives", "product of the first partials for the mixed one", "first*second",
     "differentiate the first partial by the second variable", "x^2*y^3 + x*y", "x, y"},
    {"partial derivatives", "mixed partial replaced by a pure one", "pure", "one derivative by each variable: {d}",
     "x^3*y^2", "x, y"},
    {"partial derivatives", "gradient as the sum of the partials", "added", "it has an entry for each variable: {d}",
     "x^2*y", "gradient x, y"},
    {"partial derivatives", "components swapped", "swapped", "in the order of the variables it is {d}", "x^2*y",
     "gradient x, y"},
    {"partial derivatives", "off-diagonal entries of the Hessian missing", "diagonal", "it is {d}", "x^2*y^2",
     "hessian x, y"},
    {"partial derivatives", "off-diagonal entries of the Hessian with the wrong sign", "signs", "it is {d}", "x^2*y^2",
     "hessian x, y"},
    {"partial derivatives", "rows and columns of the Jacobian swapped", "transposed", "a row for each function: {d}",
     "[x^2*y, x + sin(y)]", "jacobian x, y"},
    {"implicit derivatives", "quotient of the partials upside down", "upside", "it is {d}", "x^2 + y^3",
     "implicit y, x"},
    {"implicit derivatives", "minus of the quotient forgotten", "plus", "it is {d}", "x^2 + y^3", "implicit y, x"},
};

}  // namespace pdiff

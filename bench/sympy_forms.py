"""Reads `expression TAB variable` lines and prints the shortest of SymPy's forms of each derivative."""

import sys

import sympy

NAMES = {name: getattr(sympy, name) for name in dir(sympy) if name[:1].islower()}
NAMES["abs"] = sympy.Abs

for line in sys.stdin:
    text, variable = line.split("\t")[:2]
    names = {**NAMES, **{name: sympy.Symbol(name) for name in "abcdkntxyz"}}
    derivative = sympy.diff(sympy.sympify(text.replace("^", "**"), locals=names), sympy.Symbol(variable))
    forms = [derivative]
    for form in (sympy.simplify, sympy.factor, sympy.ratsimp, sympy.trigsimp):
        try:
            forms.append(form(derivative))
        except Exception:  # a form that SymPy cannot make is none
            pass
    print(min((str(f).replace("**", "^").replace(" ", "") for f in forms), key=len))

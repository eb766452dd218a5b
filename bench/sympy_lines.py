"""Differentiates each line of standard input with respect to x, with SymPy."""
import sys

import sympy

x, y = sympy.symbols("x y")
for line in sys.stdin:
    print(sympy.diff(sympy.sympify(line.replace("^", "**"), {"x": x, "y": y}), x))

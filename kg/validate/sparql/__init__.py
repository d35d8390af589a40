"""The SPARQL of constraints, compiled to functions over triples in memory.

What this does not speak is refused when the shapes are compiled, by an ``UnsupportedError`` that names it.
"""

from kg.validate.sparql.errors import UnsupportedError, UnsureError
from kg.validate.sparql.selecting import Select, Solution, compile_select

__all__ = ["Select", "Solution", "UnsupportedError", "UnsureError", "compile_select"]

"""Shapes compiled once to functions that judge many focus nodes at a time."""

from kg.validate.core.compiling import Compiled, compile_shapes
from kg.validate.core.shape import Found, Shape

__all__ = ["Compiled", "Found", "Shape", "compile_shapes"]

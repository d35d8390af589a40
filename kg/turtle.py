"""Reads Turtle files: those that travel with the program, and those that a user names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from kg.errors import RdfSyntaxError


def read_turtle(path: Path) -> Iterator[Quad]:
    """The triples of one file, in the default graph. Blank nodes of different files stay apart.

    The parser fetches nothing. Raises ``RdfSyntaxError`` with line and column, and ``OSError``.
    """
    try:
        yield from parse(path=str(path), format=RdfFormat.TURTLE, rename_blank_nodes=True)
    except SyntaxError as error:
        raise RdfSyntaxError(path, error.lineno or 1, error.offset or 1, error.msg) from error

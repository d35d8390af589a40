"""Reads Turtle files: those that travel with the program, and those that a user names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from kg.errors import RdfSyntaxError

_PLACE = re.compile(r"^Parser error [a-z0-9 ]+: ")
"""How Oxigraph opens its messages: with line and column."""


def read_turtle(path: Path) -> Iterator[Quad]:
    """The triples of one file, in the default graph. Blank nodes of different files stay apart.

    The parser fetches nothing. Raises ``RdfSyntaxError`` with line and column, and ``OSError``.
    """
    try:
        yield from parse(path=str(path), format=RdfFormat.TURTLE, rename_blank_nodes=True)
    except SyntaxError as error:
        raise syntax_error(path, error) from error


def parse_turtle(text: str, path: Path) -> Iterator[Quad]:
    """The triples of ``text``, which is or will be the content of the file ``path``. As ``read_turtle`` otherwise."""
    try:
        yield from parse(input=text, format=RdfFormat.TURTLE, rename_blank_nodes=True)
    except SyntaxError as error:
        raise syntax_error(path, error) from error


def syntax_error(path: Path, error: SyntaxError) -> RdfSyntaxError:
    """What the parser found in the file ``path``, its line and column said once."""
    return RdfSyntaxError(path, error.lineno or 1, error.offset or 1, _PLACE.sub("", error.msg))

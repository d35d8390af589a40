"""Validates any file of RDF: Turtle, TriG, N-Triples or N-Quads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from kg.errors import InputError
from kg.namespaces import RW, SKOS
from kg.turtle import syntax_error
from kg.validate.context import context_of, referred
from kg.validate.contradictions import contradictions
from kg.validate.document import results_within
from kg.validate.finding import Engine
from kg.validate.pairs import Pairs
from kg.validate.report import Report, report
from kg.validate.triples import tables_of

LARGEST = 64 * 1024 * 1024
"""Bytes. What is larger belongs into a store, where documents are validated one by one."""

_SHOWN = frozenset((RW + "quote", RW + "evidence", SKOS + "prefLabel"))

_FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
}


def validate_file(path: Path, *, largest: int = LARGEST, engine: Engine = Engine.COMPILED) -> Report:
    """What is wrong in the file at ``path``, all its graphs together, and where its documents disagree.

    Actors and places that it does not describe are looked up in the packaged registry. Nothing that the file
    names is fetched, and its ``owl:imports`` are not followed. Raises ``RdfSyntaxError`` with line and
    column, and ``InputError`` for a file that is missing, larger than ``largest`` bytes, binary or of
    another kind.
    """
    own = tuple(read_quads(path, largest=largest))
    tables = tables_of(own)
    pairs = Pairs()
    pairs.add(tables)
    context = context_of()
    within = list(results_within(own, context, engine, tables=tables))
    # What the file itself says of claims and actors, and nothing else of it.
    shown = [quad for quad in own if quad.predicate.value in _SHOWN]
    across = contradictions(pairs, lambda _: (*shown, *context.about(referred(own))), engine=engine)
    return report((*within, *across.results), beyond=across.beyond)


def read_quads(path: Path, *, largest: int = LARGEST) -> Iterator[Quad]:
    """The quads of an RDF file, its format told by the end of its name. Raises as ``validate_file`` does."""
    kind = _FORMATS.get(path.suffix.lower())
    if kind is None:
        raise InputError(
            path, "not a kind of RDF file that can be validated", f"give one of {', '.join(_FORMATS)}"
        )
    content = _content(path, largest)
    try:
        yield from parse(content, format=kind)
    except SyntaxError as error:
        raise syntax_error(path, error) from error


def _content(path: Path, largest: int) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except FileNotFoundError as error:
        raise InputError(path, "there is no such file", "check the path") from error
    except IsADirectoryError as error:
        raise InputError(path, "this is a folder", "name the files in it") from error
    except OSError as error:
        raise InputError(
            path, f"cannot be read ({error.strerror})", "check the file and its permissions"
        ) from error
    if len(content) > largest:
        raise InputError(
            path,
            f"larger than {largest // (1024 * 1024)} MB",
            "split it, or load the articles and validate the store",
        )
    if b"\0" in content:
        raise InputError(path, "a binary file, not text", "give RDF as text in UTF-8")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(path, f"not UTF-8 at byte {error.start}", "save it as UTF-8") from error
    return content

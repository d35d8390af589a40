"""Validates any file of RDF: Turtle, TriG, N-Triples or N-Quads."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import Quad, RdfFormat, parse

from kg.errors import InputError
from kg.namespaces import RW, SKOS
from kg.outside import is_rdf, quads_in
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

_ENDINGS = (".ttl", ".trig", ".nt", ".nq")
_PACKED = ".gz"
_REFUSED = {
    **dict.fromkeys((".rdf", ".owl", ".xml"), "RDF/XML, in which a small file can stand for one without end"),
    ".jsonld": "JSON-LD, which may have its reader fetch what it means",
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
    """The quads of an RDF file, its format told by the end of its name. Raises as ``validate_file`` does.

    A process of its own parses it; what that one gives is plain and short.
    """
    inner = path.with_suffix("") if path.suffix.lower() == _PACKED else path
    form = inner.suffix.lower().removeprefix(".")
    if not is_rdf(form):
        what = _REFUSED.get(inner.suffix.lower(), "not a kind of RDF file that can be validated")
        raise InputError(path, what, f"give one of {', '.join(_ENDINGS)}, each also packed ({_PACKED})")
    lines = b"".join(quads_in([_content(path, largest)], path, form))
    yield from parse(lines, format=RdfFormat.N_QUADS)


def _content(path: Path, largest: int) -> bytes:
    try:
        with path.open("rb") as file:
            content = _beginning(file, path, largest + 1)
    except FileNotFoundError as error:
        raise InputError(path, "there is no such file", "check the path") from error
    except IsADirectoryError as error:
        raise InputError(path, "this is a folder", "name the files in it") from error
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise InputError(
            path, "its packed data break off or are damaged", "get the whole file again"
        ) from error
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


def _beginning(file: BinaryIO, path: Path, size: int) -> bytes:
    if path.suffix.lower() != _PACKED:
        return file.read(size)
    with gzip.GzipFile(fileobj=file) as unpacked:
        return unpacked.read(size)

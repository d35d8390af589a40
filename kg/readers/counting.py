"""How many documents there are to read, as far as that can be told without reading them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.outside import is_rdf
from kg.readers.finding import files_under
from kg.readers.formats import format_of, is_packed
from kg.readers.unreadable import RefusedError, Unreadable

_BLOCK = 1 << 20


def count_documents(paths: Iterable[str]) -> int | None:
    """How many documents or refusals ``paths`` will give: one a file, one a line of JSON Lines; None where that
    cannot be seen from outside: a stream, a packed file, RDF.

    Blank lines count too, so that it may be too many.
    """
    total = 0
    for path in paths:
        if path == "-":
            return None
        try:
            for found in files_under(Path(path)):
                if isinstance(found, Unreadable):
                    total += 1
                elif found.is_file() and not is_packed(found) and not is_rdf(format_of(found) or ""):
                    total += _in_file(found)
                else:
                    return None
        except (RefusedError, OSError):
            total += 1
    return total


def _in_file(path: Path) -> int:
    if format_of(path) != "jsonl":
        return 1
    lines, last = 0, b""
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            lines += block.count(b"\n")
            last = block[-1:]
    return lines + (last not in (b"", b"\n"))

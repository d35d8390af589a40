"""The formats by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass

from pyoxigraph import Quad

from kg.export.claim_table import claim_table
from kg.export.errors import UnknownFormatError
from kg.export.jsonld import jsonld
from kg.export.nquads import nquads
from kg.export.trig import trig
from kg.export.turtle import turtle
from kg.iri import Iris


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a selection of quads."""

    name: str
    suffix: str
    """The end of a file's name, with its dot."""
    write: Callable[[Set[Quad], Iris], Iterator[str]]
    graphs: tuple[str, ...]
    """What it holds if nobody says otherwise. One graph cannot tell what was said from what was inferred."""


_APART = ("documents", "links", "inferred", "judgements")
_SAID = ("documents", "links", "judgements")

FORMATS: dict[str, Format] = {
    format_.name: format_
    for format_ in (
        Format("turtle", ".ttl", turtle, _SAID),
        Format("trig", ".trig", trig, _APART),
        Format("nquads", ".nq", nquads, _APART),
        Format("jsonld", ".jsonld", jsonld, _SAID),
        Format("csv", ".csv", claim_table, ("documents",)),
    )
}
"""Name to format, in the order in which help texts list them."""

_ALIASES = {"n-quads": "nquads", "json-ld": "jsonld"} | {
    form.suffix.removeprefix("."): form.name for form in FORMATS.values()
}


def find_format(name: str) -> Format:
    """The format of this name, whatever its case, or of this suffix. Raises ``UnknownFormatError``."""
    folded = name.lower().removeprefix(".")
    folded = _ALIASES.get(folded, folded)
    if folded not in FORMATS:
        raise UnknownFormatError(name, tuple(FORMATS))
    return FORMATS[folded]

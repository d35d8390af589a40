"""The kinds of value that a query's parameter can have, and how each becomes an RDF term."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.iri import Iris
from kg.model import Modality
from kg.namespaces import RW, XSD

if TYPE_CHECKING:
    from kg.model import PartialDate

_GRAPHS = ("links", "inferred", "summary", "reference", "judgements")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of value. ``to_term`` raises ``ValueError`` for text that is not of it."""

    expected: str
    """What to give, as the end of the sentence "give …"."""
    to_term: Callable[[str, Iris], NamedNode | Literal]
    named: bool = False
    """Whether people call it by a name, which the caller must resolve to an IRI first."""


def expand(text: str, iris: Iris) -> NamedNode:
    """The IRI that ``text`` is or abbreviates, such as ``actor:hezbollah``; else raises ``ValueError``."""
    prefix, colon, local = text.partition(":")
    if colon and not local.startswith("//") and prefix in iris.prefixes:
        return NamedNode(iris.prefixes[prefix] + local)
    if not text.startswith(("http://", "https://", "urn:")):
        raise ValueError(text)
    return NamedNode(text)


def _term_of_ontology(text: str, iris: Iris) -> NamedNode:
    local = text.removeprefix("rw:").removeprefix(RW)
    return NamedNode(RW + local) if local.isidentifier() else expand(text, iris)


def _modality(text: str, _: Iris) -> NamedNode:
    return NamedNode(RW + Modality(text.removeprefix("rw:").removeprefix(RW)))


def _graph(text: str, iris: Iris) -> NamedNode:
    return NamedNode(iris.graph(text)) if text in _GRAPHS else expand(text, iris)


def _partial(text: str) -> PartialDate:
    parts = text.split("-")
    if [len(part) for part in parts] != [4, 2, 2][: len(parts)] or not all(part.isascii() for part in parts):
        raise ValueError(text)
    # Hardly any question is given a date, and it takes a while to import.
    from kg.model import PartialDate, Precision

    precision = {1: Precision.YEAR, 2: Precision.MONTH, 3: Precision.DAY}[len(parts)]
    return PartialDate(text, precision)


def _first_day(text: str, _: Iris) -> Literal:
    return Literal(_partial(text).earliest.isoformat(), datatype=NamedNode(XSD + "date"))


def _last_day(text: str, _: Iris) -> Literal:
    return Literal(_partial(text).latest.isoformat(), datatype=NamedNode(XSD + "date"))


def _integer(text: str, _: Iris) -> Literal:
    return Literal(str(int(text)), datatype=NamedNode(XSD + "integer"))


_IRI = "an IRI, a name, or a short form such as"

KINDS: dict[str, Kind] = {
    "actor": Kind(f"{_IRI} actor:hezbollah", expand, named=True),
    "place": Kind(f"{_IRI} place:aleppo", expand, named=True),
    "entity": Kind(f"{_IRI} actor:hezbollah or place:aleppo", expand, named=True),
    "document": Kind(
        "the IRI of a document, or a short form such as document:68efaf64409b224e", expand, named=True
    ),
    "claim": Kind("the IRI of a claim, or a short form such as claim:0123456789abcdef", expand),
    "node": Kind("an IRI", expand),
    "relation": Kind("a relation of the ontology, such as supports", _term_of_ontology),
    "class": Kind("a class of the ontology, such as ArmedGroup", _term_of_ontology),
    "modality": Kind("one of " + ", ".join(Modality), _modality),
    "graph": Kind("one of " + ", ".join(_GRAPHS) + ", or the IRI of a named graph", _graph),
    "first-day": Kind("a date such as 2015-10-16, 2015-10 or 2015, read as its first day", _first_day),
    "last-day": Kind("a date such as 2015-10-16, 2015-10 or 2015, read as its last day", _last_day),
    "integer": Kind("a whole number", _integer),
    "text": Kind("text", lambda text, _: Literal(text)),
}
"""Kind to how it is read, in the order in which messages list them."""

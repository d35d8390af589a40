"""What the index of claims is made of, read from the graphs of documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

import pyoxigraph as ox

from kg.iri import Iris, offsets
from kg.namespaces import DCTERMS, PROV, RW, XSD
from kg.rdf import Link

_OF_CLAIMS = (
    *(
        RW + name
        for name in ("subject", "predicate", "object", "modality", "place", "evidence", "subjectMention")
    ),
    *(
        RW + name
        for name in ("objectMention", "placeMention", "confidence", "rule", "date", "earliest", "latest")
    ),
    PROV + "wasGeneratedBy",
)
_OF_DOCUMENTS = (
    *(RW + name for name in ("sha256", "name", "date", "textKept", "claimCount")),
    *(DCTERMS + name for name in ("title", "publisher", "source", "language")),
)
_OF_STEPS = tuple(RW + name for name in ("attribution", "position", "source", "mention"))
_TOLD = tuple(map(ox.NamedNode, dict.fromkeys((*_OF_CLAIMS, *_OF_DOCUMENTS, *_OF_STEPS))))
"""What the index is made of."""
_KEPT, _QUOTE = ox.NamedNode(RW + "textKept"), ox.NamedNode(RW + "quote")
_NO = ox.Literal("false", datatype=ox.NamedNode(XSD + "boolean"))


Words: TypeAlias = tuple[int, int] | tuple[None, None]
"""Offsets, half-open code points, where they are known."""


class Step(NamedTuple):
    """Somebody in a claim's chain of sources."""

    position: int
    source: str
    words: Words


class StatedClaim(NamedTuple):
    """A claim with what its graph says of it, by predicate."""

    claim: str
    told: Mapping[str, str]
    chain: tuple[Step, ...]
    """Innermost first; each source once."""


class Graphs:
    """The graphs of documents in Oxigraph's files, to be read while nobody writes them."""

    def __init__(self, data: ox.Store, iris: Iris) -> None:
        self._data = data
        self.iris = iris

    def __iter__(self) -> Iterator[str]:
        """Their IRIs."""
        for name in self._data.named_graphs():
            if isinstance(name, ox.NamedNode) and name.value.startswith(self.iris.document_graphs):
                yield name.value

    def told(self, graph: str) -> list[ox.Quad]:
        """What one of them says that the index is made of: less than half of it, so that it is asked for one by one."""
        name = ox.NamedNode(graph)
        found = [quad for told in _TOLD for quad in self._data.quads_for_pattern(None, told, None, name)]
        if any(self._data.quads_for_pattern(None, _KEPT, _NO, name)):
            found += self._data.quads_for_pattern(None, _QUOTE, None, name)
        return found

    def inferred(self) -> Iterator[Link]:
        """The links that follow from others; their relations as IRIs."""
        return self._links("inferred")

    def registered(self) -> Iterator[Link]:
        """What the registry states, in the same form."""
        return self._links("reference")

    def _links(self, graph: str) -> Iterator[Link]:
        for quad in self._data.quads_for_pattern(None, None, None, ox.NamedNode(self.iris.graph(graph))):
            subject, relation, target = (str(getattr(each, "value", "")) for each in quad.triple)
            yield subject, relation, target


def read_graph(
    quads: Iterable[ox.Quad],
) -> tuple[dict[str, str], list[StatedClaim], list[tuple[int, int, str]]]:
    """What a graph says of its document, under ``iri`` what this is; its claims; and its quotes with their offsets."""
    told: dict[str, dict[str, str]] = defaultdict(dict)
    steps: dict[str, list[str]] = defaultdict(list)
    mentions: dict[str, list[str]] = defaultdict(list)
    quotes = []
    for quad in quads:
        subject, predicate, value = (str(getattr(each, "value", "")) for each in quad.triple)
        if predicate == RW + "attribution":
            steps[subject].append(value)
        elif predicate == RW + "mention":
            mentions[subject].append(value)
        elif predicate == RW + "quote":
            start, end = words_at(subject)
            if start is not None and end is not None:
                quotes.append((start, end, value))
        else:
            told[subject][predicate] = value
    documents = sorted(node for node, own in told.items() if RW + "claimCount" in own)
    about = {**told[documents[0]], "iri": documents[0]} if documents else {}
    rows = [
        StatedClaim(node, told[node], _chain((told[step], mentions[step]) for step in steps[node]))
        for node in sorted(node for node, own in told.items() if RW + "predicate" in own)
    ]
    return about, rows, quotes


def _chain(steps: Iterable[tuple[Mapping[str, str], Iterable[str]]]) -> tuple[Step, ...]:
    # A source that the text names twice has two mentions: the first words count.
    found = (
        Step(int(told.get(RW + "position", 0)), told[RW + "source"], words_at(min(mentions, default=None)))
        for told, mentions in steps
        if RW + "source" in told
    )
    return tuple(sorted(found, key=lambda step: step[:2]))


def words_at(iri: str | None) -> Words:
    """Where the words are that an IRI stands for."""
    return (offsets(iri) if iri else None) or (None, None)

"""Whether what a store says of actors and places can be true by the ontology's axioms, as HermiT judges."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from pyoxigraph import NamedNode, Triple

from kg.namespaces import RW
from kg.reason.hermit import ReasonerTimeoutError, ask_hermit
from kg.reason.parts import n_triples
from kg.reason.traits import Trait, Traits, asked_classes, largest, traits_of
from kg.store import Store

MOST = 100
"""Actors and places that are told by name with their statements; of all there is the number."""
_SMALL = 3
"""Traits that are held against each other to find the fewest that contradict each other."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement that has a part in a contradiction, and who makes it."""

    subject: str
    predicate: str
    """IRI of a relation, or ``rdf:type``'s short name ``a``."""
    object: str
    documents: tuple[str, ...]
    """Names of documents, sorted; empty where it is the registry that says it."""


@dataclass(frozen=True, slots=True)
class DataContradiction:
    """An actor or place of which statements are made that cannot be true together."""

    iri: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class DataVerdict:
    """What cannot be true in a store."""

    count: int = 0
    """Of the actors and places with contradictory statements."""
    contradictions: tuple[DataContradiction, ...] = ()
    """By IRI, as many as ``MOST``."""
    asked: int = 0
    """Kinds of actors and places, by their traits, that the reasoner was asked about."""


def reason_over_data(store: Store, axioms: list[Triple], java: Path, *, seconds: float) -> DataVerdict:
    """Which actors and places of ``store`` cannot be what all its documents and the registry together say.

    Their classes and the asserted links they stand in are held against ``axioms``; each actor or place by itself.
    Raises ``ReasonerError``, and ``ReasonerTimeoutError`` after ``seconds``.
    """
    until = time.monotonic() + seconds
    alike = traits_of(store, axioms)
    kinds = largest(alike)
    bad = _impossible(kinds, axioms, java, until, seconds)
    if not bad:
        return DataVerdict(asked=len(kinds))
    suspects = {
        frozenset(part) for each in bad for size in range(1, _SMALL + 1) for part in combinations(each, size)
    }
    impossible = _impossible(sorted(suspects, key=sorted), axioms, java, until, seconds)
    least = {each for each in impossible if not any(other < each for other in impossible)}
    found = {
        iri: parts for traits, iris in alike.items() if (parts := _parts(traits, least, bad)) for iri in iris
    }
    told = tuple(
        DataContradiction(iri, tuple(_statements(store, iri, sorted(frozenset().union(*found[iri])))))
        for iri in sorted(found)[:MOST]
    )
    return DataVerdict(len(found), told, len(kinds))


def _parts(traits: Traits, least: Iterable[Traits], bad: Iterable[Traits]) -> list[Traits]:
    """The fewest of ``traits`` that contradict each other, or all of them where no few do."""
    few = [part for part in least if part <= traits]
    return few or [each for each in bad if each <= traits]


def _impossible(
    given: Iterable[Traits], axioms: list[Triple], java: Path, until: float, seconds: float
) -> set[Traits]:
    """Those of ``given`` that nobody can have together."""
    triples, classes = asked_classes(given)
    left = until - time.monotonic()
    if left <= 0:
        raise ReasonerTimeoutError(seconds)
    if not classes:
        return set()
    verdict = ask_hermit(n_triples([*axioms, *triples]), {}, java, seconds=left)
    return {classes[iri] for iri in verdict.unsatisfiable if iri in classes}


def _statements(store: Store, iri: str, traits: Iterable[Trait]) -> Iterator[Statement]:
    node = NamedNode(iri)
    seen: set[tuple[str, str, str]] = set()
    for trait in traits:
        term = NamedNode(trait.term)
        if trait.kind == "is":
            yield Statement(iri, "a", trait.term, _documents_of_type(store, node, term))
            continue
        patterns = {"had": ("?other", str(node)), "self": (str(node), str(node))}
        subject, target = patterns.get(trait.kind, (str(node), "?other"))
        for statement in _claimed(store, subject, term, target):
            key = (statement.subject, statement.predicate, statement.object)
            if key not in seen:
                seen.add(key)
                yield statement


def _documents_of_type(store: Store, node: NamedNode, kind: NamedNode) -> tuple[str, ...]:
    rows = store.select(
        f"SELECT DISTINCT ?name {{ GRAPH ?graph {{ {node} a {kind} . ?document <{RW}name> ?name }} }}"
    ).rows
    return tuple(sorted(str(getattr(name, "value", "")) for (name,) in rows))


def _claimed(store: Store, subject: str, relation: NamedNode, target: str) -> list[Statement]:
    """The statements of this form that documents assert, sorted."""
    rows = store.select(
        f"SELECT DISTINCT ?subject ?object ?name {{ ?claim <{RW}subject> {subject} ; <{RW}object> {target} ; "
        f"<{RW}predicate> {relation} ; <{RW}modality> <{RW}asserted> ; <{RW}subject> ?subject ; "
        f"<{RW}object> ?object ; <{RW}statedIn> ?document . ?document <{RW}name> ?name }}"
    ).rows
    by_link: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        start, end, name = (str(getattr(term, "value", "")) for term in row)
        by_link.setdefault((start, end), set()).add(name)
    return [
        Statement(start, relation.value, end, tuple(sorted(names)))
        for (start, end), names in sorted(by_link.items())
    ]

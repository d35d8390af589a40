"""Keeps the links graph and the inferred graph true to the documents' claims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from kg.namespaces import RW
from kg.rdf import Link, link_quads
from kg.reason import Closure, Delta, Facts, Rule, StoredFacts, held_facts
from kg.store import Store


@dataclass(frozen=True, slots=True)
class GraphChange:
    """Quads that leave a graph and quads that come into it."""

    removed: tuple[Quad, ...] = ()
    added: tuple[Quad, ...] = ()


@dataclass(frozen=True, slots=True)
class DerivedChange:
    """How the links graph and the inferred graph change together."""

    links: GraphChange
    inferred: GraphChange

    @property
    def delete(self) -> tuple[Quad, ...]:
        """The quads of both graphs that go."""
        return (*self.links.removed, *self.inferred.removed)

    @property
    def insert(self) -> tuple[Quad, ...]:
        """The quads of both graphs that come."""
        return (*self.links.added, *self.inferred.added)


class DerivedGraphs:
    """The links and what follows from them, kept in step with every change of a document.

    Reads what a change touches, and takes every change that it hands out as written.
    """

    def __init__(self, store: Store, rules: Iterable[Rule]) -> None:
        self._store = store
        self._rules = tuple(rules)
        self._held = False
        self._reason_over(StoredFacts(store))

    def _reason_over(self, facts: Facts) -> None:
        self._asserted = facts.asserted
        self._closure = Closure(self._rules, facts)

    def grown(self, links: Iterable[Link]) -> DerivedChange:
        """What to write when documents that are new state ``links``, of which there are many.

        From the first call on, all links of the store are held in memory: reading what each one touches would take
        longer than reading all of them.
        """
        if not self._held:
            self._held = True
            self._reason_over(held_facts(self._store))
        new = frozenset(link for link in links if link not in self._asserted)
        return self._as_quads(frozenset(), new, self._closure.add(new))

    def change(self, graph: str, before: frozenset[Link], after: frozenset[Link]) -> DerivedChange:
        """What to write when the links that the document in ``graph`` states go from ``before`` to ``after``.

        A link goes only if no other document asserts it. The store must still hold the old graph, and must
        get the result in the same change as the new one.
        """
        gone = frozenset(link for link in before - after if not self._stated_elsewhere(link, graph))
        new = frozenset(link for link in after if link not in self._asserted)
        return self._as_quads(gone, new, self._closure.change(add=new, remove=gone))

    def _as_quads(self, gone: frozenset[Link], new: frozenset[Link], delta: Delta) -> DerivedChange:
        iris = self._store.iris
        return DerivedChange(
            GraphChange(link_quads(gone, "links", iris), link_quads(new, "links", iris)),
            GraphChange(
                link_quads(delta.removed, "inferred", iris), link_quads(delta.added, "inferred", iris)
            ),
        )

    def _stated_elsewhere(self, link: Link, graph: str) -> bool:
        subject, relation, target = link
        return self._store.ask(
            f"ASK {{ GRAPH ?graph {{ ?claim <{RW}subject> {NamedNode(subject)} ; "
            f"<{RW}object> {NamedNode(target)} ; <{RW}predicate> {NamedNode(RW + relation)} ; "
            f"<{RW}modality> <{RW}asserted> }} "
            f"FILTER(?graph != {NamedNode(graph)}) }}"
        )

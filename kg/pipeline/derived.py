"""Keeps links, inferred links and summaries true to the documents' claims."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import Quad

from kg.pipeline.summaries import Summaries, SummaryChange
from kg.rdf import Link, PackedTriple, Summary, link_triples, quads_of, sorted_lines
from kg.reason import Closure, Delta, Facts, Rule, StoredFacts, held_facts
from kg.store import Store


@dataclass(frozen=True, slots=True)
class GraphChange:
    """Triples that leave a graph and triples that come into it."""

    graph: str
    removed: Collection[PackedTriple]
    added: Collection[PackedTriple]


@dataclass(frozen=True, slots=True)
class DerivedChange:
    """How the graphs change together that follow from the documents'."""

    links: GraphChange
    inferred: GraphChange
    summaries: GraphChange

    @property
    def delete(self) -> tuple[Quad, ...]:
        """The quads that go."""
        return tuple(quad for each in self._each for quad in quads_of(each.removed, each.graph))

    @property
    def insert(self) -> tuple[Quad, ...]:
        """The quads that come."""
        return tuple(quad for each in self._each for quad in quads_of(each.added, each.graph))

    @property
    def insert_lines(self) -> tuple[bytes, ...]:
        """The quads that come as N-Quads, which takes less time where they are many."""
        return tuple(sorted_lines(each.added, each.graph) for each in self._each)

    @property
    def _each(self) -> tuple[GraphChange, ...]:
        return self.links, self.inferred, self.summaries


class DerivedGraphs:
    """The links, what follows from them, and the summaries, kept in step with every change of a document.

    Reads what a change touches, and takes every change that it hands out as written.
    """

    def __init__(self, store: Store, rules: Iterable[Rule]) -> None:
        self._store = store
        self._rules = tuple(rules)
        self._summaries = Summaries(store)
        self._held = False
        self._reason_over(StoredFacts(store))

    def _reason_over(self, facts: Facts) -> None:
        self._asserted = facts.asserted
        self._closure = Closure(self._rules, facts)

    def grown(self, documents: Sequence[Summary]) -> DerivedChange:
        """What to write when documents come that are new, and of which there are many.

        From the first call on, all links of the store are held in memory: reading what each one touches would take
        longer than reading all of them.
        """
        if not self._held:
            self._held = True
            self._reason_over(held_facts(self._store))
        stated = (link for each in documents for link in each.links)
        new = frozenset(link for link in stated if link not in self._asserted)
        return self._together(frozenset(), new, self._closure.add(new), self._summaries.grown(documents))

    def change(self, graph: str, before: Summary, after: Summary) -> DerivedChange:
        """What to write when the summary of the document in ``graph`` goes from ``before`` to ``after``.

        A link goes only if no other document asserts it. The store must still hold the old graph, and must
        get the result in the same change as the new one.
        """
        gone = self._summaries.stated_only_in(before, before.links - after.links)
        new = frozenset(link for link in after.links if link not in self._asserted)
        inferred = self._closure.change(add=new, remove=gone)
        return self._together(gone, new, inferred, self._summaries.change(graph, before, after))

    def _together(
        self, gone: frozenset[Link], new: frozenset[Link], delta: Delta, summaries: SummaryChange
    ) -> DerivedChange:
        name = self._store.iris.graph
        return DerivedChange(
            GraphChange(name("links"), link_triples(gone), link_triples(new)),
            GraphChange(name("inferred"), link_triples(delta.removed), link_triples(delta.added)),
            GraphChange(name("summary"), summaries.removed, summaries.added),
        )

"""The facts of a store, read as they are asked for, so that a change costs what it touches."""

from __future__ import annotations

from collections.abc import Iterator, Set

from pyoxigraph import NamedNode

from kg.namespaces import RW
from kg.rdf import Link, read_links
from kg.reason.facts import OBJECT, SUBJECT, Bundle, LinkIndex, LinkSet, links_of
from kg.store import Store, Term


def held_facts(store: Store) -> LinkIndex:
    """All links of a store in memory, those that documents state asserted."""
    facts = LinkIndex(read_links(store.quads(store.iris.graph("links"))))
    for link in read_links(store.quads(store.iris.graph("inferred"))):
        facts.add(link)
    return facts


_FEW = 64
"""Links that are asked for one by one rather than all that share one end."""


class StoredFacts:
    """The links graph (asserted) and the inferred graph of a store. Changes stay here and are not written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._links, self._inferred = (NamedNode(store.iris.graph(name)) for name in ("links", "inferred"))
        self._read: set[tuple[str, str, int]] = set()
        self._asked: set[Link] = set()
        self._held = LinkIndex()
        self._discarded: set[Link] = set()
        self._asserted = _Asserted(self)

    @property
    def asserted(self) -> LinkSet:
        """The links that documents state; the others are inferred."""
        return self._asserted

    def others(self, relation: str, end: str, side: int) -> Set[str]:
        """All that ``relation`` links to ``end``, which is its ``SUBJECT`` or its ``OBJECT``."""
        if (relation, end, side) not in self._read:
            self._read.add((relation, end, side))
            ends = (f"{NamedNode(end)}", "?other") if side == SUBJECT else ("?other", f"{NamedNode(end)}")
            for graph, other in self._rows("?other", ends[0], relation, ends[1]):
                if isinstance(other, NamedNode):
                    pair = (end, other.value) if side == SUBJECT else (other.value, end)
                    self._take((pair[0], relation, pair[1]), graph)
        return self._held.others(relation, end, side)

    def missing(self, bundle: Bundle) -> Set[str]:
        """The other ends of those links of ``bundle`` that do not hold.

        Few are asked for one by one: whoever has ten thousand opponents gets one more.
        """
        relation, end, side, others = bundle
        if (relation, end, side) in self._read or len(others) > _FEW:
            return others - self.others(relation, end, side)
        unknown = [link for link in links_of(bundle) if not self._knows(link)]
        if unknown:
            self._asked.update(unknown)
            far = 2 if side == SUBJECT else 0
            ends = (f"{NamedNode(end)}", "?other") if side == SUBJECT else ("?other", f"{NamedNode(end)}")
            values = " ".join(str(NamedNode(link[far])) for link in unknown)
            for graph, other in self._rows(
                "?other", ends[0], relation, ends[1], f"VALUES ?other {{ {values} }}"
            ):
                if isinstance(other, NamedNode):
                    self._take(
                        (end, relation, other.value) if side == SUBJECT else (other.value, relation, end),
                        graph,
                    )
        return others - self._held.others(relation, end, side)

    def add(self, link: Link, /) -> None:
        """Holds ``link`` from now on."""
        self._discarded.discard(link)
        self._held.add(link)

    def add_all(self, bundle: Bundle) -> None:
        """Holds all links of ``bundle`` from now on."""
        self._discarded.difference_update(links_of(bundle))
        self._held.add_all(bundle)

    def discard(self, link: Link, /) -> None:
        """Holds ``link`` no longer; nothing happens if it was not held."""
        self._discarded.add(link)
        self._held.discard(link)

    def __contains__(self, link: Link, /) -> bool:
        self.ask(link)
        return link in self._held

    def __iter__(self) -> Iterator[Link]:
        for graph in (self._links, self._inferred):
            for link in read_links(self._store.quads(graph.value)):
                self._take(link, graph)
        return iter(self._held)

    def ask(self, link: Link) -> None:
        """Reads whether the store holds ``link``, once."""
        subject, relation, target = link
        if not self._knows(link):
            self._asked.add(link)
            for (graph,) in self._rows("", f"{NamedNode(subject)}", relation, f"{NamedNode(target)}"):
                self._take(link, graph)

    def _knows(self, link: Link) -> bool:
        """Whether it was read already that the store holds ``link``, or does not."""
        subject, relation, target = link
        sides = {(relation, subject, SUBJECT), (relation, target, OBJECT)}
        return link in self._asked or not sides.isdisjoint(self._read)

    def _rows(
        self, wanted: str, subject: str, relation: str, target: str, values: str = ""
    ) -> tuple[tuple[Term | None, ...], ...]:
        graphs = f"VALUES ?g {{ {self._links} {self._inferred} }} {values}"
        pattern = f"GRAPH ?g {{ {subject} {NamedNode(RW + relation)} {target} }}"
        return self._store.select(f"SELECT ?g {wanted} WHERE {{ {graphs} {pattern} }}").rows

    def _take(self, link: Link, graph: Term | None) -> None:
        if link not in self._discarded:
            self._held.add(link)
        if graph == self._links:
            self._asserted.read(link)


class _Asserted:
    """Which of the links are asserted: as stored, unless changed since."""

    def __init__(self, facts: StoredFacts) -> None:
        self._facts = facts
        self._links: set[Link] = set()
        self._discarded: set[Link] = set()

    def read(self, link: Link) -> None:
        """Takes note of a link that the store holds as asserted."""
        if link not in self._discarded:
            self._links.add(link)

    def __contains__(self, link: Link, /) -> bool:
        self._facts.ask(link)
        return link in self._links

    def add(self, link: Link, /) -> None:
        """Asserts ``link`` from now on."""
        self._discarded.discard(link)
        self._links.add(link)

    def discard(self, link: Link, /) -> None:
        """Asserts ``link`` no longer."""
        self._discarded.add(link)
        self._links.discard(link)

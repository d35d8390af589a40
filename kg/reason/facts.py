"""Links with an index on either end, for joins in both directions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import Final, Protocol, TypeAlias

from kg.rdf import Link

SUBJECT: Final = 0
OBJECT: Final = 1
"""The two ends of a link."""

Bundle: TypeAlias = tuple[str, str, int, Set[str]]
"""Links that share a relation and one end: the relation, that end, which end it is, and all other ends."""

_NOTHING: frozenset[str] = frozenset()


class LinkSet(Protocol):
    """A set of links that can grow and shrink."""

    def __contains__(self, link: Link, /) -> bool: ...

    def add(self, link: Link, /) -> None:
        """Holds ``link`` from now on."""

    def discard(self, link: Link, /) -> None:
        """Holds ``link`` no longer; nothing happens if it was not held."""


class Facts(LinkSet, Protocol):
    """All links that hold, and which of them are asserted."""

    @property
    def asserted(self) -> LinkSet:
        """The links that documents state; the others are inferred."""

    def others(self, relation: str, end: str, side: int) -> Set[str]:
        """All that ``relation`` links to ``end``, which is its ``SUBJECT`` or its ``OBJECT``.

        The set changes with the facts; it must not be changed, and not be walked while facts are added.
        """

    def missing(self, bundle: Bundle) -> Set[str]:
        """The other ends of those links of ``bundle`` that do not hold."""

    def add_all(self, bundle: Bundle) -> None:
        """Holds all links of ``bundle`` from now on."""

    def __iter__(self) -> Iterator[Link]: ...


class LinkIndex:
    """Facts in memory."""

    def __init__(self, links: Iterable[Link] = ()) -> None:
        self.asserted: set[Link] = set(links)
        self._others: tuple[dict[tuple[str, str], set[str]], dict[tuple[str, str], set[str]]] = ({}, {})
        for link in self.asserted:
            self.add(link)

    def others(self, relation: str, end: str, side: int) -> Set[str]:
        """All that ``relation`` links to ``end``, which is its ``SUBJECT`` or its ``OBJECT``."""
        return self._others[side].get((relation, end), _NOTHING)

    def missing(self, bundle: Bundle) -> Set[str]:
        """The other ends of those links of ``bundle`` that do not hold."""
        relation, end, side, others = bundle
        return others - self.others(relation, end, side)

    def add(self, link: Link, /) -> None:
        """Holds ``link`` from now on."""
        subject, relation, target = link
        self._others[SUBJECT].setdefault((relation, subject), set()).add(target)
        self._others[OBJECT].setdefault((relation, target), set()).add(subject)

    def add_all(self, bundle: Bundle) -> None:
        """Holds all links of ``bundle`` from now on."""
        relation, end, side, others = bundle
        self._others[side].setdefault((relation, end), set()).update(others)
        far = self._others[1 - side]
        for other in others:
            key = (relation, other)
            if key in far:
                far[key].add(end)
            else:
                far[key] = {end}

    def discard(self, link: Link, /) -> None:
        """Holds ``link`` no longer; nothing happens if it was not held."""
        subject, relation, target = link
        for side, end, other in ((SUBJECT, subject, target), (OBJECT, target, subject)):
            left = self._others[side].get((relation, end), set())
            left.discard(other)
            if not left:
                self._others[side].pop((relation, end), None)

    def bundles(self) -> list[Bundle]:
        """All links, those with one relation and one subject together. A copy."""
        index = self._others[SUBJECT]
        return [
            (relation, subject, SUBJECT, frozenset(others)) for (relation, subject), others in index.items()
        ]

    def __contains__(self, link: Link, /) -> bool:
        subject, relation, target = link
        return target in self._others[SUBJECT].get((relation, subject), _NOTHING)

    def __iter__(self) -> Iterator[Link]:
        for (relation, subject), targets in self._others[SUBJECT].items():
            for target in targets:
                yield subject, relation, target


def links_of(bundle: Bundle) -> Iterator[Link]:
    """The links of ``bundle``, one by one."""
    relation, end, side, others = bundle
    for other in others:
        yield (end, relation, other) if side == SUBJECT else (other, relation, end)

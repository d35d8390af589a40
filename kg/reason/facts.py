"""Links with an index on either end, for joins in both directions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import Protocol, TypeAlias

from kg.reason.rules import Link

Bundle: TypeAlias = tuple[str, str, Set[str], bool]
"""Links that share a relation and one end: the relation, that end, the other ends, and whether it is the subject."""

_NOTHING: frozenset[str] = frozenset()


class LinkSet(Protocol):
    """A set of links that can grow and shrink."""

    def __contains__(self, link: object, /) -> bool: ...

    def add(self, link: Link, /) -> None:
        """Holds ``link`` from now on."""

    def discard(self, link: Link, /) -> None:
        """Holds ``link`` no longer; nothing happens if it was not held."""


class Facts(LinkSet, Protocol):
    """All links that hold, and which of them are asserted. Sets that are handed out change with the facts."""

    @property
    def asserted(self) -> LinkSet:
        """The links that documents state; the others are inferred."""

    def objects(self, relation: str, subject: str) -> Set[str]:
        """All that ``subject`` is linked to by ``relation``."""

    def subjects(self, relation: str, target: str) -> Set[str]:
        """All that are linked to ``target`` by ``relation``."""

    def add_all(self, relation: str, end: str, others: Set[str], *, outward: bool) -> None:
        """Holds the links from ``end`` to each of ``others``, or the other way where they are not ``outward``."""

    def __iter__(self) -> Iterator[Link]: ...


class LinkIndex:
    """Facts in memory."""

    def __init__(self, links: Iterable[Link] = ()) -> None:
        self.asserted: set[Link] = set(links)
        self._objects: dict[tuple[str, str], set[str]] = {}
        self._subjects: dict[tuple[str, str], set[str]] = {}
        for link in self.asserted:
            self.add(link)

    def objects(self, relation: str, subject: str) -> Set[str]:
        """All that ``subject`` is linked to by ``relation``."""
        return self._objects.get((relation, subject), _NOTHING)

    def subjects(self, relation: str, target: str) -> Set[str]:
        """All that are linked to ``target`` by ``relation``."""
        return self._subjects.get((relation, target), _NOTHING)

    def add(self, link: Link, /) -> None:
        """Holds ``link`` from now on."""
        subject, relation, target = link
        self._objects.setdefault((relation, subject), set()).add(target)
        self._subjects.setdefault((relation, target), set()).add(subject)

    def add_all(self, relation: str, end: str, others: Set[str], *, outward: bool) -> None:
        """Holds the links from ``end`` to each of ``others``, or the other way where they are not ``outward``."""
        near, far = (self._objects, self._subjects) if outward else (self._subjects, self._objects)
        near.setdefault((relation, end), set()).update(others)
        for other in others:
            key = (relation, other)
            if key in far:
                far[key].add(end)
            else:
                far[key] = {end}

    def discard(self, link: Link, /) -> None:
        """Holds ``link`` no longer; nothing happens if it was not held."""
        subject, relation, target = link
        self._objects.get((relation, subject), set()).discard(target)
        self._subjects.get((relation, target), set()).discard(subject)

    def __contains__(self, link: object, /) -> bool:
        subject, relation, target = link  # type: ignore[misc]
        return target in self._objects.get((relation, subject), _NOTHING)

    def bundles(self) -> list[Bundle]:
        """All links, those with one relation and one subject together."""
        return [(relation, end, frozenset(others), True) for (relation, end), others in self._objects.items()]

    def __iter__(self) -> Iterator[Link]:
        for (relation, subject), targets in self._objects.items():
            for target in targets:
                yield subject, relation, target

"""Finds known actors and places by id, and makes stable ones for those whom nobody has listed."""

from __future__ import annotations

from collections.abc import Collection

from kg.folding import fold_text
from kg.iri import Iris
from kg.model import Entity, Name, Registry, RegistryEntry


class Entities:
    """The registry by IRI, and the ids of whoever is not in it."""

    def __init__(self, registry: Registry, iris: Iris) -> None:
        self._entries: dict[str, RegistryEntry] = {entry.entity.iri: entry for entry in registry.entries}
        self._reference = Iris()
        self._named: dict[str, set[str]] = {}
        self._capitals: dict[str, Entity] | None = None
        self._iris = iris

    def known_actor(self, slug: str) -> Entity | None:
        """The registry's actor with this id, or None."""
        entry = self._entries.get(self._reference.actor(slug))
        return entry.entity if entry else None

    def named(self, folded: str) -> Entity | None:
        """The registry's actor that has this folded name and shares it with nobody, or None."""
        if not self._named:
            for entry in self._entries.values():
                if not entry.is_place:
                    for name in entry.names:
                        self._named.setdefault(fold_text(name.text), set()).add(entry.entity.iri)
        found = self._named.get(folded, set())
        return self._entries[next(iter(found))].entity if len(found) == 1 else None

    def capital(self, country: str, opening: Collection[str]) -> Entity | None:
        """The city of a country (IRI of a place) that a name such as "the Libyan capital" means, or None.

        ``opening`` are the folded nouns that such names open with.
        """
        if self._capitals is None:
            self._capitals = {
                entry.entity.country: entry.entity
                for entry in self._entries.values()
                if entry.is_place and entry.entity.type == "City" and entry.entity.country is not None
                if any(_is_of_capital(name, opening) for name in entry.names)
            }
        return self._capitals.get(country)

    def names(self, actor: Entity) -> tuple[str, ...]:
        """All names of an actor in the registry; none of one that it does not list."""
        entry = self._entries.get(actor.iri)
        return tuple(name.text for name in entry.names) if entry is not None else ()

    def known_place(self, slug: str) -> Entity | None:
        """The registry's place with this id, or None."""
        entry = self._entries.get(self._reference.place(slug))
        return entry.entity if entry else None

    def lies_within(self, inner: Entity, outer: Entity) -> bool:
        """Whether one place lies in another, as far as the registry or the text knows."""
        step = self.holder(inner)
        seen: set[str] = set()
        while step is not None and step not in seen:
            if step == outer.iri:
                return True
            seen.add(step)
            entry = self._entries.get(step)
            step = entry.within if entry else None
        return False

    def actor(self, slug: str, type_: str, words: str, country: str | None = None) -> Entity:
        """The actor with a composed id such as ``iraqi-armed-groups``: the registry's, else a new one."""
        known = self.known_actor(slug)
        if known is not None:
            return known
        label = slug.replace("-", " ")
        place = self._reference.place(country) if country else None
        return Entity(self._iris.actor(slug), type_, label, words, known=False, country=place)

    def holder(self, place: Entity) -> str | None:
        """The IRI of the place that holds a place, as far as the registry or the text knows."""
        known = self._entries.get(place.iri)
        return known.within if known else place.within

    def place(self, slug: str, type_: str, words: str, within: str | None = None) -> Entity:
        """The place with a composed id such as ``southern-aleppo-countryside``: the registry's, else a new one."""
        known = self.known_place(slug)
        return known or Entity(
            self._iris.place(slug), type_, slug.replace("-", " "), words, known=False, within=within
        )

    def unlisted_actor(self, name: str, type_: str, *, identity: str = "") -> Entity:
        """An actor outside the registry; the id comes from the folded name, so that spellings fall together.

        ``identity`` is the name as the id counts it, where that is not ``name``.
        """
        return Entity(self._iris.actor(fold_text(identity or name)), type_, name, name, known=False)

    def unlisted_place(self, name: str, type_: str, within: str | None = None) -> Entity:
        """A place outside the registry; the id comes from the folded name."""
        return Entity(self._iris.place(fold_text(name)), type_, name, name, known=False, within=within)


def _is_of_capital(name: Name, opening: Collection[str]) -> bool:
    """Whether a name says that the city is the capital, and of nothing else: one of two words."""
    first, _, rest = fold_text(name.text).partition(" ")
    return not name.ambiguous and first in opening and bool(rest) and " " not in rest

"""What the ontology lets a claim state: which relations, between which classes."""

from __future__ import annotations

from functools import cached_property

from kg.extractors.reasons import Reason, UngroundedError
from kg.model import Entity
from kg.ontology import Ontology, Relation


class Relations:
    """The relations that a claim may state."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology = ontology
        self.stateable = tuple(each for each in ontology.relations if not each.derived_only)
        self._by_name = {each.name: each for each in self.stateable}
        self._spelled = {name.casefold(): name for name in self._by_name}

    def named(self, name: str) -> str:
        """The local name of a relation, whatever its capitals. Raises ``UngroundedError``."""
        found = self._spelled.get(name.strip().casefold())
        if found is None:
            raise UngroundedError(Reason.RELATION, f"{name!r} is none of {', '.join(sorted(self._by_name))}")
        return found

    def is_symmetric(self, predicate: str) -> bool:
        """Whether what holds for one side holds for the other."""
        return self._by_name[predicate].symmetric

    def kinds(self, predicate: str, side: str) -> frozenset[str]:
        """Which of ``actor`` and ``place`` may be its ``subject`` or ``object``."""
        reached = self._reached(predicate, side)
        return frozenset(
            kind for kind, own in (("actor", self._actors), ("place", self._places)) if reached & own
        )

    def check(self, predicate: str, subject: Entity, target: Entity) -> None:
        """Raises ``UngroundedError`` where the relation does not hold between such classes."""
        for side, entity in (("subject", subject), ("object", target)):
            if entity.type not in self._reached(predicate, side):
                detail = f"{predicate} takes no {entity.type} ({entity.label}) as its {side}"
                raise UngroundedError(Reason.KIND, detail)

    @cached_property
    def types(self) -> tuple[str, ...]:
        """The classes of actors and places, sorted."""
        return tuple(sorted(self._actors | self._places))

    def is_place(self, type_: str | None) -> bool:
        """Whether a class is one of places."""
        return type_ in self._places

    def type_of(self, kind: str, type_: str | None) -> str | None:
        """``type_``, if it is a class of that kind; None otherwise."""
        return type_ if type_ in (self._actors if kind == "actor" else self._places) else None

    def fallback(self, predicate: str, side: str, kind: str) -> str:
        """The class of somebody of whom only his part in a relation is known."""
        own = self._actors if kind == "actor" else self._places
        fitting = [name for name in _sides(self._by_name[predicate])[side] if name in own]
        return fitting[0] if len(fitting) == 1 else kind.capitalize()

    @cached_property
    def _actors(self) -> frozenset[str]:
        return self._ontology.below("Actor")

    @cached_property
    def _places(self) -> frozenset[str]:
        return self._ontology.below("Place")

    def _reached(self, predicate: str, side: str) -> frozenset[str]:
        names = _sides(self._by_name[predicate])[side]
        return frozenset(below for name in names for below in self._ontology.below(name))


def _sides(relation: Relation) -> dict[str, tuple[str, ...]]:
    return {"subject": relation.domain, "object": relation.range}

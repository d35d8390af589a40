"""What the ontology says, as plain frozen values. All names are local names in the ontology's namespace."""

from __future__ import annotations

from dataclasses import dataclass

from kg.errors import UnknownNameError


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the ontology and what it says of itself. ``kind`` is class, property or individual."""

    name: str
    kind: str
    module: str
    """The stem of the file that defines it."""
    label: str
    label_ar: str
    definition: str
    definition_ar: str
    example: str
    counter_example: str
    parents: tuple[str, ...] = ()
    """Local names of the classes or properties directly above it."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A property that links two entities. Class and relation names are local names."""

    name: str
    label: str
    label_ar: str
    phrase: str
    """The words that read well between subject and object."""
    phrase_ar: str
    domain: tuple[str, ...]
    """The subject is of one of these classes."""
    range: tuple[str, ...]
    """The object is of one of these classes."""
    parents: tuple[str, ...] = ()
    inverse: str | None = None
    symmetric: bool = False
    transitive: bool = False
    derived_only: bool = False
    stance: str = ""
    """``friendly`` or ``hostile``, where the relation says so itself."""


@dataclass(frozen=True, slots=True, order=True)
class SubRelation:
    """``A child B`` implies ``A parent B``; where ``target`` names a class, only if B belongs to it."""

    child: str
    parent: str
    target: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """One step of a chain; ``inverted`` walks the relation from its object to its subject."""

    relation: str
    inverted: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Chain:
    """``A step1 X``, ``X step2 B`` and so on imply ``A implies B``."""

    steps: tuple[Step, ...]
    implies: str


@dataclass(frozen=True, slots=True)
class Axioms:
    """What the closure of links needs, sorted. Inverses are listed in both directions."""

    sub_relations: tuple[SubRelation, ...]
    inverses: tuple[tuple[str, str], ...]
    symmetric: frozenset[str]
    transitive: frozenset[str]
    chains: tuple[Chain, ...]


@dataclass(frozen=True, slots=True)
class Ontology:
    """Everything the modules say, sorted by local name."""

    version: str
    terms: tuple[Term, ...]
    relations: tuple[Relation, ...]
    axioms: Axioms

    def term(self, name: str) -> Term:
        """The term with this local name. Raises ``UnknownNameError`` with the nearest names."""
        for each in self.terms:
            if each.name == name:
                return each
        raise UnknownNameError("term", name, _near(name, [each.name for each in self.terms]))

    def relation(self, name: str) -> Relation:
        """The relation with this local name. Raises ``UnknownNameError`` with the nearest names."""
        for each in self.relations:
            if each.name == name:
                return each
        raise UnknownNameError("relation", name, _near(name, [each.name for each in self.relations]))

    def below(self, name: str) -> frozenset[str]:
        """The class or relation ``name`` and everything below it."""
        found, fresh = {name}, {name}
        while fresh:
            fresh = {each.name for each in self.terms if fresh & set(each.parents)} - found
            found |= fresh
        return frozenset(found)

    def above(self, name: str) -> frozenset[str]:
        """The class or relation ``name`` and everything above it."""
        parents = {each.name: each.parents for each in self.terms}
        found, fresh = {name}, {name}
        while fresh:
            fresh = {parent for each in fresh for parent in parents.get(each, ())} - found
            found |= fresh
        return frozenset(found)


def _near(name: str, names: list[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(name, names, n=3)

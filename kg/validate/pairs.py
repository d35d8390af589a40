"""What documents say of each pair of actors, kept so that they can be held against each other.

Comparing all claims with all claims costs the square of what the busiest actor has. So claims are grouped by their two
ends, and of what is said alike of a pair, the first few documents stand for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from pyoxigraph import Literal, NamedNode, Quad

from kg.namespaces import RDF, RW
from kg.validate.terms import is_iri, is_literal
from kg.validate.triples import Tables

SPOKESMEN = 3
"""How many documents stand for all that say the same of a pair. With all of them, what the busiest pairs of a million
claims give would be millions of warnings that differ in nothing but the documents."""

_PARTS = ("subject", "predicate", "object", "modality", "statedIn")


@dataclass(frozen=True, slots=True, order=True)
class Statement:
    """What one claim says, in IRIs."""

    claim: str
    subject: str
    predicate: str
    object: str
    modality: str
    document: str

    def quads(self) -> Iterator[Quad]:
        """The statement as the shapes read it."""
        node = NamedNode(self.claim)
        yield Quad(node, NamedNode(RDF + "type"), NamedNode(RW + "Claim"))
        for name in ("subject", "predicate", "object", "modality"):
            yield Quad(node, NamedNode(RW + name), NamedNode(getattr(self, name)))
        yield Quad(node, NamedNode(RW + "statedIn"), NamedNode(self.document))


def statements(tables: Tables) -> Iterator[Statement]:
    """The claims of some data; one that has anything but IRIs in its parts is left out."""
    parts = [tables.get(RW + name, {}) for name in _PARTS]
    for claim in parts[0]:
        for found in product(*(part.get(claim, ()) for part in parts)):
            if all(is_iri(value) for value in (claim, *found)):
                yield Statement(str(claim), *map(str, found))


class Pairs:
    """Statements by the two ends that they are about. Takes memory by what is said, not by how often."""

    def __init__(self) -> None:
        self._pairs: dict[tuple[str, str], dict[tuple[str, str, str], list[Statement]]] = {}
        self._names: dict[str, str] = {}
        self._seen: dict[str, str] = {}

    def add(self, tables: Tables) -> None:
        """Takes in the claims of some data, and the names of their documents."""
        self.add_statements(statements(tables))
        for document, names in tables.get(RW + "name", {}).items():
            words = next((name[0] for name in names if is_literal(name)), None)
            if words is not None:
                self._names[str(document)] = words

    def add_statements(self, found: Iterable[Statement]) -> None:
        """Takes in statements. Those of one document must not come after those of others in between."""
        for each in sorted(found, key=lambda one: (one.document, one.claim)):
            ends = (each.subject, each.object) if each.subject < each.object else (each.object, each.subject)
            said = self._pairs.setdefault(ends, {})
            alike = said.setdefault((each.subject, each.predicate, each.modality), [])
            if len(alike) < SPOKESMEN and not (alike and alike[-1].document == each.document):
                alike.append(self._shared(each))

    def __iter__(self) -> Iterator[Statement]:
        """All that is kept, by document."""
        kept = (each for said in self._pairs.values() for alike in said.values() for each in alike)
        return iter(sorted(kept, key=lambda each: (each.document, each.claim)))

    def update(self, other: Pairs) -> None:
        """Takes in what was kept of the documents that come next."""
        self.add_statements(other)
        self._names.update(other._names)

    def differing(self) -> Iterator[tuple[Statement, ...]]:
        """For each pair on which documents differ, what they say of it; sorted."""
        for _, said in sorted(self._pairs.items()):
            own = sorted(each for alike in said.values() for each in alike)
            kinds = {(each.predicate, each.modality) for each in own}
            if len(kinds) > 1 and len({each.document for each in own}) > 1:
                yield tuple(own)

    def names(self, own: Iterable[Statement]) -> Iterator[Quad]:
        """The names of the documents of some statements."""
        for document in sorted({each.document for each in own}):
            if document in self._names:
                yield Quad(NamedNode(document), NamedNode(RW + "name"), Literal(self._names[document]))

    def _shared(self, each: Statement) -> Statement:
        """The same statement over texts that are held once however often they come."""
        seen = self._seen
        parts = (each.subject, each.predicate, each.object, each.modality, each.document)
        return Statement(each.claim, *(seen.setdefault(part, part) for part in parts))

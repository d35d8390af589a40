"""From what a user typed to whom it means in a store, with the labels to show in turn."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kg.cli.output import say
from kg.namespaces import RW
from kg.resolve.names import Candidate, Match, Names
from kg.store import EmbeddedStore, Store


class Naming:
    """The names of one store. They are read once, when the first is needed."""

    def __init__(self, store: EmbeddedStore) -> None:
        self.store = store

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """All actors and places of the store with all their names, sorted by IRI."""
        return tuple(_candidates(self.store))

    def actor(self, typed: str) -> str:
        """The IRI of an actor."""
        return _found(Names("actor", self._actors).find(typed), typed)

    def entity(self, typed: str) -> str:
        """The IRI of an actor, or of a place where no actor is called so."""
        return _found(Names("actor or place", self._actors, self._places).find(typed), typed)

    def resolve(self, kind: str, typed: str) -> str:
        """The IRI that a parameter of this kind means, as ``kg.query.run_query`` wants it."""
        if kind == "place":
            return _found(Names("place", self._places).find(typed), typed)
        if kind == "document":
            return self.document(typed)
        return self.actor(typed) if kind == "actor" else self.entity(typed)

    def document(self, typed: str) -> str:
        """The IRI of a document, by the name it was loaded under, its hash or its IRI."""
        from kg.pipeline import find_document

        return find_document(self.store, typed).iri

    def sources(self, typed: str) -> frozenset[str]:
        """What stands for a source in claims: the IRI of an actor, or the name of a publisher."""
        from kg.folding import fold_text
        from kg.query.lookup import look_up

        publishers = {row["publisher"] for row in look_up(self.store, "documents")} - {None}
        same = frozenset(each for each in publishers if each and fold_text(each) == fold_text(typed))
        return same or frozenset({self.actor(typed)})

    def label(self, iri: str) -> str:
        """The name to show for an actor or a place; the end of its IRI where it has none."""
        found = self._by_iri.get(iri)
        return found.label if found else Candidate(iri, "", ()).slug

    def arabic(self, iri: str) -> str | None:
        """The Arabic name, where there is one beside the label."""
        found = self._by_iri.get(iri)
        return next(iter(found.preferred[1:]), None) if found else None

    def knows(self, iri: str) -> bool:
        """Whether this IRI is an actor's or a place's that has a name."""
        return iri in self._by_iri

    def candidate(self, iri: str) -> Candidate:
        """An actor or a place with all its names."""
        return self._by_iri.get(iri) or Candidate(iri, "Entity", ())

    def named(self, iri: str) -> dict[str, str]:
        """An actor or a place in JSON: id and label, as in ``kg extract``."""
        return {"id": iri, "label": self.label(iri)}

    @cached_property
    def _by_iri(self) -> dict[str, Candidate]:
        return {each.iri: each for each in self.candidates}

    @property
    def _actors(self) -> tuple[Candidate, ...]:
        return tuple(each for each in self.candidates if not _is_place(each))

    @property
    def _places(self) -> tuple[Candidate, ...]:
        return tuple(filter(_is_place, self.candidates))


def find_relation(typed: str) -> str:
    """The local name of a relation, from that name or its label in either language."""
    from kg.ontology import load_ontology

    known = load_ontology().relations
    names = Names(
        "relation",
        (Candidate(RW + each.name, "Relation", (each.name, each.label, each.label_ar)) for each in known),
    )
    return _found(names.find(typed), typed).removeprefix(RW)


def _found(match: Match, typed: str) -> str:
    if not match.exact:
        say(f"taking {typed!r} as {match.candidate.label}")
    return match.candidate.iri


def _is_place(candidate: Candidate) -> bool:
    return "/place/" in candidate.iri


def _candidates(store: Store) -> Iterable[Candidate]:
    from kg.query.lookup import look_up

    rows = {row["entity"] or "": row for row in look_up(store, "names")}
    for entity, row in sorted(rows.items()):
        preferred, others = (
            tuple(sorted(set((row[key] or "").split("\n")))) for key in ("preferred", "others")
        )
        yield Candidate(entity, (row["class"] or "").removeprefix(RW), preferred, tuple(filter(None, others)))

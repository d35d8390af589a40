"""From what a user typed to whom it means in a store, with the labels to show in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from pyoxigraph import Literal

from kg.cli.output import say
from kg.iri import is_place
from kg.namespaces import RW
from kg.resolve.names import Candidate, Match, Names
from kg.store import EmbeddedStore, Store


class Naming:
    """The names of one store. All of them are read only where a name is not found letter for letter."""

    def __init__(self, store: EmbeddedStore) -> None:
        self.store = store
        self._shown: dict[str, Candidate] = {}

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """All actors and places of the store with all their names, sorted by IRI."""
        return tuple(_candidates(self.store))

    def actor(self, typed: str) -> str:
        """The IRI of an actor."""
        return self._find("actor", typed, (_is_actor,))

    def entity(self, typed: str) -> str:
        """The IRI of an actor, or of a place where no actor is called so."""
        return self._find("actor or place", typed, (_is_actor, _is_place))

    def resolve(self, kind: str, typed: str) -> str:
        """The IRI that a parameter of this kind means, as ``kg.query.run_query`` wants it."""
        if kind == "place":
            return self._find("place", typed, (_is_place,))
        if kind == "document":
            return self.document(typed)
        return self.actor(typed) if kind == "actor" else self.entity(typed)

    def _find(self, kind: str, typed: str, sorts: Sequence[Callable[[Candidate], bool]]) -> str:
        named = tuple(self._letter_for_letter(typed))
        match = Names(kind, *(filter(sort, named) for sort in sorts)).exactly(typed)
        if match is None:
            match = Names(kind, *(filter(sort, self.candidates) for sort in sorts)).find(typed)
        return _found(match, typed)

    def _letter_for_letter(self, typed: str) -> Iterator[Candidate]:
        from kg.query.lookup import look_up

        bearers = {row["entity"] or "" for row in look_up(self.store, "named", name=[Literal(typed)])}
        possible = {*bearers, self.store.iris.actor(typed), self.store.iris.place(typed)}
        self.prepare(possible)
        for iri in sorted(possible & self._shown.keys()):
            yield replace(self._shown[iri], others=(typed,) if iri in bearers else ())

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

    def prepare(self, iris: Iterable[str]) -> None:
        """Reads the labels of ``iris`` at once, where they are not known yet."""
        from kg.query.lookup import look_up

        wanted = sorted(set(iris) - self._shown.keys())
        labels: dict[str, list[str]] = {}
        classes: dict[str, str] = {}
        for row in look_up(self.store, "labels", entity=wanted) if wanted else ():
            entity = row["entity"] or ""
            classes.setdefault(entity, (row["class"] or "").removeprefix(RW))
            labels.setdefault(entity, []).append(row["label"] or "")
        for entity, own in labels.items():
            self._shown[entity] = Candidate(entity, classes[entity], tuple(sorted(set(own))))

    def knows(self, iri: str) -> bool:
        """Whether this IRI is an actor's or a place's that has a name."""
        self.prepare([iri])
        return iri in self._shown

    def candidate(self, iri: str) -> Candidate:
        """An actor or a place by the names it is shown by."""
        return self._shown[iri] if self.knows(iri) else Candidate(iri, "Entity", ())

    def label(self, iri: str) -> str:
        """The name to show for an actor or a place; the end of its IRI where it has none."""
        return self.candidate(iri).label

    def arabic(self, iri: str) -> str | None:
        """The Arabic name, where there is one beside the label."""
        return next(iter(self.candidate(iri).preferred[1:]), None)

    def named(self, iri: str) -> dict[str, str]:
        """An actor or a place in JSON: id and label, as in ``kg extract``."""
        return {"id": iri, "label": self.label(iri)}


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


def _is_actor(candidate: Candidate) -> bool:
    return not _is_place(candidate)


def _is_place(candidate: Candidate) -> bool:
    return is_place(candidate.iri)


def _candidates(store: Store) -> Iterable[Candidate]:
    from kg.query.lookup import look_up

    rows = {row["entity"] or "": row for row in look_up(store, "names")}
    for entity, row in sorted(rows.items()):
        preferred, others = (
            tuple(sorted(set((row[key] or "").split("\n")))) for key in ("preferred", "others")
        )
        yield Candidate(entity, (row["class"] or "").removeprefix(RW), preferred, tuple(filter(None, others)))

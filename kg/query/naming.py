"""From what a user typed to whom it means in a store, with the labels to show; command line and web share it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from kg.errors import InputError
from kg.iri import is_place, typed_id
from kg.namespaces import RW
from kg.query.iris import is_iri
from kg.resolve.names import Candidate, Match, Names
from kg.store import Store

if TYPE_CHECKING:
    from kg.store.name_index import Named, NameIndex


Note: TypeAlias = Callable[[str], None]
"""What takes a remark that the user should read, such as how a misspelt name was understood."""

_LISTS = {
    "actor": "'kg actors --all' lists all names",
    "place": "'kg actors --places --all' lists all names",
    "actor or place": "'kg actors --all' lists all names, with --places those of places",
}
"""Where to look for a name that nothing comes near to."""
_AT_ONCE = 500
"""Ids of which it is asked at once whether claims name them."""
_LARGE = 2_000_000
"""Bytes of the ledger from which somebody who waits for the index is told why."""


class Naming:
    """The names of one store. What is typed letter for letter is found in the graph, all else in the index of names."""

    def __init__(
        self, store: Store, *, note: Note = lambda _: None, shown: dict[str, Candidate] | None = None
    ) -> None:
        """Whatever labels are read go to ``shown``, which others that name the same state may share."""
        self.store = store
        self._note = note
        self._shown = {} if shown is None else shown

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """All actors and places of the store with all their names, sorted by IRI."""
        return self._ask(lambda index: index.all())

    def holding(self, text: str) -> tuple[Candidate, ...]:
        """Those with ``text`` in a name, however it is spelled, sorted by IRI."""
        from kg.folding import fold_text

        wanted = fold_text(text)
        found = self._ask(lambda index: index.with_part(text)) if wanted else self.candidates
        return tuple(each for each in found if any(wanted in fold_text(name) for name in each.names))

    def whole(self, iri: str) -> Candidate:
        """An actor or a place with all its names."""
        return next(iter(self._ask(lambda index: index.named([iri]))), self.candidate(iri))

    def ids_beginning(self, begun: str, most: int) -> Iterator[tuple[str, str]]:
        """Ids of actors and places that claims name and that begin with ``begun``, up to ``most``, each with a name."""
        from kg.query.named_by_claims import named_by_claims

        def behind(slug: str) -> list[tuple[str, str, str]]:
            return self.store.names(lambda index: index.ids(begun, slug, _AT_ONCE))

        some = behind("")
        while some and most > 0:
            kept = named_by_claims(self.store, [iri for iri, _, _ in some])
            offered = [(slug, label) for iri, slug, label in some if iri in kept][:most]
            yield from offered
            most -= len(offered)
            some = behind(some[-1][1])

    def actor(self, typed: str) -> str:
        """The IRI of an actor."""
        return self._find("actor", typed, (_is_actor,))

    def entity(self, typed: str) -> str:
        """The IRI of an actor, or of a place where no actor is called so."""
        return self._find("actor or place", typed, (_is_actor, _is_place))

    def pair(self, one: str, other: str) -> tuple[str, str]:
        """The IRIs of two that are not the same. Raises ``InputError`` where they are."""
        found = self.entity(one), self.entity(other)
        if found[0] == found[1]:
            raise InputError(f"{one!r} and {other!r}", f"both are {self.label(found[0])}", "name two")
        return found

    def resolve(self, kind: str, typed: str) -> str:
        """The IRI that a parameter of this kind means, as ``kg.query.run_query`` wants it."""
        if kind == "place":
            return self._find("place", typed, (_is_place,))
        if kind == "document":
            return self.document(typed)
        return self.actor(typed) if kind == "actor" else self.entity(typed)

    def _find(self, kind: str, typed: str, sorts: Sequence[Callable[[Candidate], bool]]) -> str:
        def among(pool: Iterable[Candidate]) -> Names:
            known = tuple(pool)
            return Names(kind, *(filter(sort, known) for sort in sorts), way_out=_LISTS[kind])

        match = (
            among(self._letter_for_letter(typed)).exactly(typed)
            or among(self._ask(lambda index: index.spelled(typed))).spelled(typed)
            or among(self._ask(lambda index: index.holding(typed))).containing(typed)
            or among(self._ask(lambda index: index.beginning(typed))).containing(typed)
            or among(self._ask(lambda index: index.near(typed))).nearest(typed)
        )
        return understood(match, typed, self._note)

    def _ask(self, question: Callable[[NameIndex], Iterable[Named]]) -> tuple[Candidate, ...]:
        if not self.store.has_names and self._is_large():
            self._note("making the index of names, which takes a while, once")
        return tuple(
            Candidate(each.iri, each.type.removeprefix(RW), each.preferred, each.others)
            for each in self.store.names(question)
        )

    def _is_large(self) -> bool:
        layout = self.store.layout
        return layout is not None and layout.ledger.is_file() and layout.ledger.stat().st_size > _LARGE

    def _letter_for_letter(self, typed: str) -> Iterator[Candidate]:
        from kg.query.bearers import bearers

        named = bearers(self.store, typed)
        possible = {*named, self.store.iris.actor(typed), self.store.iris.place(typed)}
        self.prepare(possible)
        for iri in sorted(possible & self._shown.keys()):
            # An IRI that is made of the name says nothing by itself: others may bear the name in another spelling.
            if iri in named or self._shown[iri].slug == typed_id(typed.strip()):
                yield replace(self._shown[iri], others=(typed,) if iri in named else ())

    def document(self, typed: str) -> str:
        """The IRI of a document, by the name it was loaded under, its hash or its IRI."""
        from kg.query.documents import find_document

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
        from kg.query.lookup import look_up_unsorted

        wanted = sorted({iri for iri in iris if iri not in self._shown})
        if not wanted:
            return
        if self.store.has_names:
            for each in self._ask(lambda index: index.named(wanted)):
                self._shown[each.iri] = replace(each, others=())
            return
        labels: dict[str, list[str]] = {}
        classes: dict[str, str] = {}
        for row in look_up_unsorted(self.store, "labels", entity=wanted):
            entity = row["entity"] or ""
            classes.setdefault(entity, (row["class"] or "").removeprefix(RW))
            labels.setdefault(entity, []).append(row["label"] or "")
        for entity, own in labels.items():
            self._shown[entity] = Candidate(entity, classes[entity], tuple(sorted(set(own))))

    def knows(self, iri: str) -> bool:
        """Whether this is the IRI of an actor or a place that has a name; any other text may be asked for too."""
        if iri not in self._shown and is_iri(iri):
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


def understood(match: Match, typed: str, note: Note) -> str:
    """The IRI that was found for ``typed``; notes what it was taken for where it is not quite that."""
    if not match.exact:
        note(f"taking {typed!r} as {match.candidate.label}")
    return match.candidate.iri


def _is_actor(candidate: Candidate) -> bool:
    return not _is_place(candidate)


def _is_place(candidate: Candidate) -> bool:
    return is_place(candidate.iri)

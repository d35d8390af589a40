"""Actors that documents name and the registry does not list: how well they are attested, and in what words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode

from kg.namespaces import RDFS, RW
from kg.query.lookup import look_up, look_up_unsorted
from kg.store import Store

CERTAIN = "certain"
_LONG = 200
"""Characters: evidence that is longer is shown only where there is no shorter one."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A claim's evidence. Half-open code points into the text of the document ``name``."""

    claim: str
    document: str
    name: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class NewActor:
    """Somebody whom documents name and the registry does not list."""

    iri: str
    type: str
    """Local name of the class in the ontology."""
    documents: int
    mentions: int
    voices: int
    """How many sources speak of it."""
    standing: str
    """``certain`` with two documents, two sources or one definition; else ``provisional``."""
    evidence: Passage | None = None

    @property
    def certain(self) -> bool:
        """Whether it is well enough attested."""
        return self.standing == CERTAIN


def new_actors(store: Store, iris: Sequence[str] = ()) -> tuple[NewActor, ...]:
    """All such actors, or those of ``iris``; the one that most documents name first. Without evidence."""
    rows = look_up(store, "new-actors", entity=list(iris))
    return tuple(
        NewActor(
            row["entity"] or "",
            (row["class"] or "").removeprefix(RW),
            int(row["documents"] or 0),
            int(row["mentions"] or 0),
            int(row["voices"] or 0),
            row["standing"] or "",
        )
        for row in rows
        if row["entity"]
    )


def standing_of(store: Store, iri: str, documents: int) -> str | None:
    """The standing of somebody whom claims of so many ``documents`` name; ``None`` for whoever else it may be.

    Whom two documents name need not be looked for in all of them.
    """
    own = (
        f"{NamedNode(iri)} <{RW}known> false ; a ?kind . FILTER(?kind != <{RW}DescribedGroup>) "
        f"?kind <{RDFS}subClassOf>* <{RW}Actor>"
    )
    if not store.ask(f"ASK {{ {own} }}"):
        return None
    if documents > 1:
        return CERTAIN
    return next((each.standing for each in new_actors(store, [iri])), None)


def with_evidence(store: Store, actors: Iterable[NewActor]) -> tuple[NewActor, ...]:
    """The same actors, each with the passage that says most surely what somebody does with it."""
    actors = tuple(actors)
    wanted = [actor.iri for actor in actors]
    best: dict[str, tuple[tuple[bool, bool, float, str, int], Passage]] = {}
    for row in look_up_unsorted(store, "claims-of", entity=wanted) if wanted else ():
        quote, start = row["quote"] or "", int(row["start"] or 0)
        passage = Passage(
            row["claim"] or "", row["document"] or "", row["name"] or "", start, int(row["end"] or 0), quote
        )
        asserted = (row["modality"] or "").endswith("asserted")
        rank = (not asserted, len(quote) > _LONG, -float(row["confidence"] or 0), passage.name, start)
        for side in (row["subject"] or "", row["object"] or ""):
            if side not in best or rank < best[side][0]:
                best[side] = (rank, passage)
    return tuple(
        replace(actor, evidence=best[actor.iri][1]) if actor.iri in best else actor for actor in actors
    )


def words_for(store: Store, iris: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """In what words documents name each of ``iris``, the most frequent first; pronouns and short forms among them."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in look_up(store, "names-in-documents", entity=list(iris)) if iris else ():
        found[row["entity"] or ""].append(row["quote"] or "")
    return {iri: tuple(quotes) for iri, quotes in found.items()}


def documents_with(store: Store, iri: str) -> tuple[str, ...]:
    """The IRIs of the documents that mention ``iri``, sorted."""
    return tuple(row["document"] or "" for row in look_up(store, "documents-with", entity=[iri]))

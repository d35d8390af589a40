"""What the documents say of an actor or a place, claim by claim, as the store holds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from kg.model import Modality
from kg.namespaces import RW
from kg.query.lookup import look_up_unsorted
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim with all that a reader wants beside it. Actors, places and documents are IRIs."""

    claim: str
    subject: str
    relation: str
    """Local name in the ontology."""
    object: str
    modality: Modality
    document: str
    name: str
    """The document's name, as it was loaded."""
    publisher: str | None
    sources: tuple[str, ...]
    """To whom the document ascribes the claim, innermost first; empty where the author speaks."""
    place: str | None
    start: int
    end: int
    quote: str
    """The words ``[start, end)`` of the document, in code points."""
    earliest: str | None
    latest: str | None
    """First and last day the claim can be about, ISO 8601; the document's where it has none of its own."""
    confidence: float
    rule: str


def statements(store: Store, entities: Sequence[str], others: Sequence[str] = ()) -> tuple[Statement, ...]:
    """All claims about any of ``entities``, and any of ``others`` if given, by document and place in it."""
    rows = list(look_up_unsorted(store, "claims-of", entity=entities, other=others))
    rows.sort(
        key=lambda row: (row["name"] or "", row["document"] or "", int(row["start"] or 0), row["claim"] or "")
    )
    return tuple(_statement(list(steps)) for _, steps in groupby(rows, key=itemgetter("claim")))


def _statement(steps: list[dict[str, str | None]]) -> Statement:
    first = {key: value or "" for key, value in steps[0].items()}
    chain = sorted((int(step["position"] or 0), source) for step in steps if (source := step["source"]))
    return Statement(
        claim=first["claim"],
        subject=first["subject"],
        relation=first["relation"].removeprefix(RW),
        object=first["object"],
        modality=Modality(first["modality"].removeprefix(RW)),
        document=first["document"],
        name=first["name"],
        publisher=first["publisher"] or None,
        sources=tuple(dict.fromkeys(source for _, source in chain)),
        place=first["place"] or None,
        start=int(first["start"]),
        end=int(first["end"]),
        quote=first["quote"],
        earliest=first["earliest"] or first["documentEarliest"] or None,
        latest=first["latest"] or first["documentLatest"] or None,
        confidence=float(first["confidence"]),
        rule=first["rule"],
    )

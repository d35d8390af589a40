"""Claims in short: what counting and filtering need of them, and no words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal

from kg.iri import offsets
from kg.model import Modality
from kg.namespaces import RW
from kg.query.about_documents import AboutDocument, about_documents
from kg.query.lookup import look_up_unsorted
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Said:
    """One claim. Actors, places and documents are IRIs, ``relation`` is a local name in the ontology."""

    claim: str
    subject: str
    relation: str
    object: str
    modality: Modality
    document: str
    name: str
    """The document's, as it was loaded."""
    start: int
    """Where in it the words begin that say so, in code points."""
    place: str | None
    sources: tuple[str, ...]
    """To whom the document ascribes it, innermost first; empty where the author speaks."""
    publisher: str | None
    earliest: str | None
    latest: str | None
    """First and last day it can be about, ISO 8601; the document's where it has none of its own."""
    own_date: bool
    """Whether the days are the claim's own."""

    @property
    def voices(self) -> tuple[str, ...]:
        """Who says so: all sources, else the publisher, else the document."""
        return self.sources or (self.publisher or self.document,)

    @property
    def speaker(self) -> str | None:
        """Who speaks in the last instance: the outermost source, else the publisher."""
        return self.sources[-1] if self.sources else self.publisher


def said_of(store: Store, entities: Sequence[str]) -> tuple[Said, ...]:
    """The claims about any of some actors and places, in no order."""
    return _said(store, look_up_unsorted(store, "said-of", entity=entities)) if entities else ()


def said_between(store: Store, ones: Sequence[str], others: Sequence[str]) -> tuple[Said, ...]:
    """The claims whose subject is one of ``ones`` and whose object is one of ``others``."""
    return (
        _said(store, look_up_unsorted(store, "said-between", one=ones, other=others))
        if ones and others
        else ()
    )


def said_at(store: Store, places: Sequence[str]) -> tuple[Said, ...]:
    """The claims about what is done at any of ``places``, or to it."""
    return _said(store, look_up_unsorted(store, "said-at", place=places)) if places else ()


def said_by(store: Store, sources: Iterable[str]) -> tuple[Said, ...]:
    """The claims that are ascribed to any of ``sources``, or that one of these published: IRIs and names."""
    actors = [each for each in sources if each.startswith(("http://", "https://"))]
    names = [Literal(each) for each in sources]
    rows = [*look_up_unsorted(store, "said-by", said_by=actors)] if actors else []
    rows += look_up_unsorted(store, "said-published", publisher=names) if names else ()
    return _said(store, rows)


def in_order(claims: Iterable[Said]) -> list[Said]:
    """``claims`` by the names of their documents and where in these they stand."""
    return sorted(claims, key=lambda each: (each.name, each.document, each.start, each.claim))


def _said(store: Store, rows: Iterable[dict[str, str | None]]) -> tuple[Said, ...]:
    claims: dict[str, dict[str, str | None]] = {}
    chains: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows:
        claim = row["claim"] or ""
        claims.setdefault(claim, row)
        if source := row["source"]:
            chains[claim].setdefault(source, int(row["position"] or 0))
    documents = about_documents(store, {row["document"] or "" for row in claims.values()})
    return tuple(_claims(claims, chains, documents))


def _claims(
    claims: dict[str, dict[str, str | None]],
    chains: dict[str, dict[str, int]],
    documents: dict[str, AboutDocument],
) -> Iterator[Said]:
    for claim, row in claims.items():
        about = documents.get(row["document"] or "")
        chain = chains.get(claim, {})
        own = row["earliest"] is not None
        yield Said(
            claim,
            row["subject"] or "",
            (row["relation"] or "").removeprefix(RW),
            row["object"] or "",
            Modality((row["modality"] or "").removeprefix(RW)),
            row["document"] or "",
            about.name if about else "",
            (offsets(row["evidence"] or "") or (0, 0))[0],
            row["place"],
            tuple(sorted(chain, key=lambda source: (chain[source], source))),
            about.publisher if about else None,
            row["earliest"] or (about.earliest if about else None),
            row["latest"] or (about.latest if about else None),
            own,
        )

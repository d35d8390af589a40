"""``/api/documents``: what was loaded, and what was refused and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field
from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode

from kg.folding import fold_text
from kg.model import Modality
from kg.namespaces import RW, XSD
from kg.pipeline import Refusal, refusals
from kg.query.about_documents import about_documents
from kg.query.lookup import look_up_unsorted
from kg.web.api.finding import find_entity
from kg.web.api.keeping import kept, told
from kg.web.api.linking import claims_of
from kg.web.api.parameters import AnyEntity, CurrentView, Filters, FiltersOf, Limit, Offset
from kg.web.api.shapes import DocumentRef, Page
from kg.web.api.showing import Showing
from kg.web.view import View

router = APIRouter()

Status = Literal["loaded", "refused"]


class DocumentRow(DocumentRef):
    """A document of the list."""

    claims: int
    links: int = Field(description="How many links it asserts.")
    status: Status
    reason: str | None = Field(description="Why it was refused.")


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as the list is made of it."""

    iri: str
    name: str
    title: str | None
    claims: int
    refusal: Refusal | None = None

    @property
    def status(self) -> Status:
        """Whether it is in the store."""
        return "refused" if self.refusal else "loaded"


@router.get("/documents", response_model=Page[DocumentRow])
def documents(
    view: CurrentView,
    request: Request,
    asked: FiltersOf,
    q: Annotated[str, Query(max_length=200, description="Only those with this in name or title.")] = "",
    entity: AnyEntity = None,
    status: Annotated[Status | None, Query(description="Only those that were loaded, or refused.")] = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Response:
    """The documents, by name. Filters choose those that state such a claim; nothing that was refused states any.

    With `since` or `until` and neither `entity` nor `source`, the date is that of the document.
    """

    def work_out() -> Page[DocumentRow]:
        iri = find_entity(view, entity) if entity else None
        chosen = kept(
            view,
            ("documents", iri, asked.key, asked.given_modality, q, status),
            lambda: _chosen(view, iri, asked, fold_text(q), status),
        )
        page = chosen[offset : offset + limit]
        return Page(items=_shown(view, page), total=len(chosen), offset=offset, limit=limit)

    return told(view, request, work_out)


def entries(view: View) -> list[Entry]:
    """All documents, loaded and refused, by name."""

    def read() -> list[Entry]:
        loaded = [
            Entry(row["document"] or "", row["name"] or "", row["title"], int(row["claims"] or 0))
            for row in look_up_unsorted(view.store, "document-names")
        ]
        known = {each.iri for each in loaded}
        aside = [
            Entry(iri, each.name, None, 0, each)
            for each in refusals(view.store.layout)
            if (iri := view.store.iris.document(each.sha256)) not in known
        ]
        return sorted((*loaded, *aside), key=lambda each: (each.name, each.iri))

    return kept(view, "documents", read)


def _chosen(view: View, iri: str | None, asked: Filters, text: str, status: Status | None) -> list[Entry]:
    stating = _stating(view, iri, asked)
    return [
        each
        for each in entries(view)
        if (stating is None or each.iri in stating)
        and (status is None or each.status == status)
        and (not text or text in fold_text(each.name) or text in fold_text(each.title or ""))
    ]


def _stating(view: View, iri: str | None, asked: Filters) -> set[str] | None:
    """The documents that state a claim that fits; ``None`` where nothing is asked of claims."""
    wanted = asked.any_modality()
    if iri is not None:
        near = frozenset({iri})
        return {
            each.document
            for each in claims_of(view, iri)
            if wanted.takes(each) and wanted.points(near, each.subject, each.relation, each.object)
        }
    if wanted.sources:
        return {each.document for each in view.claims.by(sorted(wanted.sources)) if wanted.takes(each)}
    found: set[str] | None = None
    if wanted.relations or wanted.modalities:
        rows = look_up_unsorted(
            view.store,
            "documents-stating",
            relation=[RW + each for each in sorted(wanted.relations)],
            modality=[RW + each for each in sorted(wanted.modalities)],
        )
        found = {row["document"] or "" for row in rows}
    if wanted.since or wanted.until:
        day = NamedNode(XSD + "date")
        rows = look_up_unsorted(
            view.store,
            "documents",
            since=[RdfLiteral(wanted.since.isoformat(), datatype=day)] if wanted.since else [],
            until=[RdfLiteral(wanted.until.isoformat(), datatype=day)] if wanted.until else [],
        )
        dated = {row["document"] or "" for row in rows}
        found = dated if found is None else found & dated
    return found


def _shown(view: View, page: Sequence[Entry]) -> list[DocumentRow]:
    iris = [each.iri for each in page if each.refusal is None]
    known = about_documents(view.store, iris)
    links: dict[str, set[tuple[str | None, ...]]] = defaultdict(set)
    for row in look_up_unsorted(view.store, "stated-in", document=iris) if iris else ():
        if row["modality"] == RW + Modality.ASSERTED:
            links[row["document"] or ""].add((row["subject"], row["relation"], row["object"]))
    showing = Showing(view.naming)
    return [
        DocumentRow(
            **(showing.document(known[each.iri]) if each.iri in known else bare(each, showing)).model_dump(),
            claims=each.claims,
            links=len(links[each.iri]),
            status=each.status,
            reason="; ".join(each.refusal.reasons) if each.refusal else None,
        )
        for each in page
    ]


def bare(entry: Entry, showing: Showing) -> DocumentRef:
    """A document of which no more is known than its name."""
    return DocumentRef(
        id=entry.iri,
        path=showing.path(entry.iri),
        name=entry.name,
        title=entry.title,
        date=None,
        publisher=None,
        url=None,
        language=None,
    )

"""``/api/document``: one document to read, with what it claims."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from kg.errors import UnknownNameError
from kg.languages.scripts import scripts
from kg.query.about_documents import about_documents, text_of
from kg.query.lookup import look_up
from kg.web.api.documents import Entry, Status, bare, entries
from kg.web.api.finding import WAYS_OUT, find_node
from kg.web.api.keeping import kept, told
from kg.web.api.parameters import LONGEST, CurrentView
from kg.web.api.shapes import Claim, DocumentRef
from kg.web.api.showing import Showing
from kg.web.view import View

router = APIRouter()

_TO_THE_LEFT = ("R", "AL")
_ENOUGH = 4_000
"""Code points whose letters are looked at."""


class DocumentPage(DocumentRef):
    """A document with its text and its claims."""

    text: str | None = Field(description="Null where it is not kept.")
    direction: Literal["rtl", "ltr"]
    claims: list[Claim] = Field(description="In the order of the text.")
    loaded: str | None = Field(description="When it was loaded, UTC.")
    status: Status
    reason: str | None = Field(description="Why it was refused.")


@router.get("/document", response_model=DocumentPage)
def document(
    view: CurrentView,
    request: Request,
    id: Annotated[
        str, Query(min_length=1, max_length=LONGEST, description="The IRI of a document, or `document/…`.")
    ],
) -> Response:
    """The text of a document, and every claim in it with its words."""

    def work_out() -> DocumentPage:
        iri = find_node(view, id, "document")
        showing = Showing(view.naming)
        about = about_documents(view.store, [iri]).get(iri)
        if about is None:
            return _refused(view, iri, id, showing)
        text = text_of(view.store, iri) if about.text_kept else None
        order = [row["claim"] or "" for row in look_up(view.store, "stated-in", document=[iri])]
        at = kept(
            view,
            "loaded at",
            lambda: {each.document: each.at for each in view.store.ledger.loaded().values()},
        )
        return DocumentPage(
            **showing.document(about).model_dump(),
            text=text,
            direction=direction_of(text or about.title or "", about.language),
            claims=showing.claims(view.claims.cite(order)),
            loaded=at.get(about.sha256),
            status="loaded",
            reason=None,
        )

    return told(view, request, work_out)


def direction_of(text: str, language: str | None) -> Literal["rtl", "ltr"]:
    """Which way most letters of a text run; where it has none, from the script of the language."""
    runs = Counter(unicodedata.bidirectional(letter) for letter in text[:_ENOUGH])
    to_the_left = sum(runs[each] for each in _TO_THE_LEFT)
    if to_the_left or runs["L"]:
        return "rtl" if to_the_left >= runs["L"] else "ltr"
    return "rtl" if scripts().get((language or "").partition("-")[0]) == "arabic" else "ltr"


def _refused(view: View, iri: str, given: str, showing: Showing) -> DocumentPage:
    entry = next((each for each in entries(view) if each.iri == iri), None)
    if entry is None or entry.refusal is None:
        raise UnknownNameError("document", given, way_out=WAYS_OUT["document"])
    text = _text_aside(entry)
    return DocumentPage(
        **bare(entry, showing).model_dump(),
        text=text,
        direction=direction_of(text or "", None),
        claims=[],
        loaded=None,
        status="refused",
        reason="; ".join(entry.refusal.reasons),
    )


def _text_aside(entry: Entry) -> str | None:
    """The text of a refused document, from the report that lies beside the store."""
    assert entry.refusal is not None
    try:
        text = json.loads(entry.refusal.at.read_bytes()).get("text")
    except (OSError, ValueError):
        return None
    return text if isinstance(text, str) else None

"""``/api/sources``: who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Request, Response

from kg.query.speakers import Speaker
from kg.web.api.finding import find_entity
from kg.web.api.keeping import kept, told
from kg.web.api.parameters import AnyEntity, CurrentView, Limit, Offset
from kg.web.api.shapes import Page, Source
from kg.web.api.showing import Showing
from kg.web.view import View

router = APIRouter()


@router.get("/sources", response_model=Page[Source])
def sources(
    view: CurrentView, request: Request, entity: AnyEntity = None, offset: Offset = 0, limit: Limit = 50
) -> Response:
    """Who speaks, of an actor or a place or at all, those in most documents first.

    A claim counts for whoever it is ascribed to in the last instance, else for who published its document.
    """

    def work_out() -> Page[Source]:
        found = speakers_of(view, find_entity(view, entity) if entity else None)
        items = shown_sources(view, found[offset : offset + limit])
        return Page(items=items, total=len(found), offset=offset, limit=limit)

    return told(view, request, work_out)


def speakers_of(view: View, iri: str | None) -> tuple[Speaker, ...]:
    """All who speak of somebody, or at all."""
    return kept(view, ("speakers", iri), lambda: view.claims.speakers(iri))


def shown_sources(view: View, speakers: Sequence[Speaker]) -> list[Source]:
    """Those who speak, with their names."""
    showing = Showing(view.naming)
    showing.prepare(each.name for each in speakers if each.name.startswith("http"))
    return [_source(each, showing, view) for each in speakers]


def _source(speaker: Speaker, showing: Showing, view: View) -> Source:
    if not view.naming.knows(speaker.name):
        return Source(
            name=speaker.name,
            id=None,
            path=None,
            label_ar=None,
            documents=speaker.documents,
            claims=speaker.claims,
        )
    named = showing.named(speaker.name)
    return Source(
        name=named.label,
        id=named.id,
        path=named.path,
        label_ar=named.label_ar,
        documents=speaker.documents,
        claims=speaker.claims,
    )

"""``/api/links`` and ``/api/network``: who is tied to whom."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body, Query, Request, Response
from pydantic import BaseModel, Field

from kg.web.api.finding import find_entities, find_entity
from kg.web.api.keeping import told
from kg.web.api.linking import links_anywhere, links_between, links_of
from kg.web.api.parameters import LONGEST, AnyEntity, CurrentView, Filters, FiltersOf, Limit, Offset
from kg.web.api.shapes import Link, Page
from kg.web.view import View

router = APIRouter()

MOST_IDS, MOST_LINKS = 5_000, 20_000
"""Actors and places of one network, and links that are given of it."""

_Id = Annotated[str, Field(min_length=1, max_length=LONGEST)]


class Network(BaseModel):
    """The links among some actors and places."""

    links: list[Link]
    total: int = Field(description="How many there are; more than are given where there are very many.")
    unknown: list[str] = Field(description="Ids by which the store has nobody; the others are answered for.")


class Members(BaseModel):
    """Whose links among each other are asked for."""

    ids: list[_Id] = Field(max_length=MOST_IDS, description="IRIs, or parts below the base.")


@router.get("/links", response_model=Page[Link])
def links(
    view: CurrentView,
    request: Request,
    asked: FiltersOf,
    of: AnyEntity = None,
    other: AnyEntity = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Response:
    """The links of an actor or a place, most documents first; without `of`, all links that documents state.

    Inferred links stand behind the others; they have no source and no date, so that filters by these leave them out.
    """

    def work_out() -> Page[Link]:
        if of is None and other is None:
            found, total = links_anywhere(view, asked, offset, limit)
            return Page(items=found, total=total, offset=offset, limit=limit)
        entity = find_entity(view, of or other or "")
        between = find_entity(view, other) if of and other else None
        found, total = links_of(view, entity, asked, between, offset, limit)
        return Page(items=found, total=total, offset=offset, limit=limit)

    return told(view, request, work_out)


@router.get("/network", response_model=Network)
def network(
    view: CurrentView,
    request: Request,
    asked: FiltersOf,
    id: Annotated[
        list[_Id],
        Query(
            max_length=MOST_IDS, description="Actors and places: IRIs, or parts below the base. [repeatable]"
        ),
    ] = [],  # noqa: B006 - FastAPI copies it
) -> Response:
    """All links among some actors and places, at most 20,000 of them; `total` says how many there are."""

    def work_out() -> Network:
        return _network(view, asked, id)

    return told(view, request, work_out)


@router.post("/network", response_model=Network)
def network_of_many(
    view: CurrentView, request: Request, asked: FiltersOf, members: Annotated[Members, Body()]
) -> Response:
    """The same, for more ids than an address holds."""

    def work_out() -> Network:
        return _network(view, asked, members.ids)

    return told(view, request, work_out, tuple(members.ids))


def _network(view: View, asked: Filters, ids: list[str]) -> Network:
    entities, unknown = find_entities(view, ids)
    if not entities:
        return Network(links=[], total=0, unknown=unknown)
    chosen, show = links_between(view, entities, asked)
    return Network(links=show(chosen[:MOST_LINKS]), total=len(chosen), unknown=unknown)

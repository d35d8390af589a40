"""``/api/links`` and ``/api/network``: who is tied to whom."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body, Query
from pydantic import BaseModel, Field

from kg.web.api.finding import find_entities, find_entity
from kg.web.api.linking import links_anywhere, links_between, links_of
from kg.web.api.parameters import LONGEST, CurrentView, EntityId, Filters, FiltersOf, Limit, Offset
from kg.web.api.shapes import Link, Page
from kg.web.view import View

router = APIRouter()

MOST_IDS, MOST_LINKS = 2_000, 20_000
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


@router.get("/links")
def links(
    view: CurrentView,
    asked: FiltersOf,
    of: EntityId | None = None,
    other: EntityId | None = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Page[Link]:
    """The links of an actor or a place, most documents first; without `of`, all links that documents state.

    Inferred links stand behind the others; they have no source and no date, so that filters by these leave them out.
    """
    if of is None:
        if other is not None:
            of, other = other, None
        else:
            found, total = links_anywhere(view, asked, offset, limit)
            return Page(items=found, total=total, offset=offset, limit=limit)
    entity = find_entity(view, of)
    chosen, show = links_of(view, entity, asked, find_entity(view, other) if other else None)
    return Page(items=show(chosen[offset : offset + limit]), total=len(chosen), offset=offset, limit=limit)


@router.get("/network")
def network(
    view: CurrentView,
    asked: FiltersOf,
    id: Annotated[
        list[_Id],
        Query(
            max_length=MOST_IDS, description="Actors and places: IRIs, or parts below the base. [repeatable]"
        ),
    ] = [],  # noqa: B006 - FastAPI copies it
) -> Network:
    """All links among some actors and places, at most 20,000 of them; `total` says how many there are."""
    return _network(view, asked, id)


@router.post("/network")
def network_of_many(view: CurrentView, asked: FiltersOf, members: Annotated[Members, Body()]) -> Network:
    """The same, for more ids than an address holds."""
    return _network(view, asked, members.ids)


def _network(view: View, asked: Filters, ids: list[str]) -> Network:
    entities, unknown = find_entities(view, ids)
    if not entities:
        return Network(links=[], total=0, unknown=unknown)
    chosen, show = links_between(view, entities, asked)
    return Network(links=show(chosen[:MOST_LINKS]), total=len(chosen), unknown=unknown)

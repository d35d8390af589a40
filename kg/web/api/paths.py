"""``/api/path``: how two hang together through others."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel

from kg.errors import InputError
from kg.model import Modality
from kg.query.paths import shortest_paths
from kg.query.ties import Tie, contradicted
from kg.rdf import Link as PlainLink
from kg.web.api.finding import find_entity
from kg.web.api.keeping import kept, told
from kg.web.api.linking import shown
from kg.web.api.parameters import LONGEST, CurrentView
from kg.web.api.shapes import Link

router = APIRouter()


class Paths(BaseModel):
    """Chains of links, the shortest there are."""

    paths: list[list[Link]]


@router.get("/path", response_model=Paths)
def path(
    view: CurrentView,
    request: Request,
    from_: Annotated[
        str,
        Query(
            alias="from", min_length=1, max_length=LONGEST, description="Where the chains begin: IRI or path."
        ),
    ],
    to: Annotated[str, Query(min_length=1, max_length=LONGEST, description="Where they end: IRI or path.")],
    *,
    longest: Annotated[int, Query(ge=1, le=8, description="How many links a chain may have.")] = 6,
    most: Annotated[int, Query(ge=1, le=50, description="How many chains to give.")] = 5,
    inferred: Annotated[bool, Query(description="Also walk links that follow from others.")] = False,
    places: Annotated[bool, Query(description="Also lead through places: two actors in one town.")] = False,
) -> Response:
    """The shortest chains of links from one to the other. Links are walked both ways."""

    def work_out() -> Paths:
        one, other = find_entity(view, from_), find_entity(view, to)
        if one == other:
            raise InputError("from and to", f"both are {view.naming.label(one)}", "name two")

        def read() -> Paths:
            chains = shortest_paths(
                view.store, one, other, longest=longest, most=most, inferred=inferred, places=places
            )
            ends = sorted({end for chain in chains for link in chain for end in (link[0], link[2])})
            said = view.claims.ties_between(ends)
            known = {tie.link: tie for tie in said if tie.modality is Modality.ASSERTED}
            links = list(dict.fromkeys(link for chain in chains for link in chain))
            told = shown(
                view, [known.get(link) or Tie(*link, modality=None) for link in links], contradicted(said)
            )
            by_link: dict[PlainLink, Link] = dict(zip(links, told, strict=True))
            return Paths(paths=[[by_link[link] for link in chain] for chain in chains])

        return kept(view, ("path", one, other, longest, most, inferred, places), read)

    return told(view, request, work_out)

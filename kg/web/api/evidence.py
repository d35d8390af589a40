"""``/api/evidence`` and ``/api/claim``: the very words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from kg.errors import UnknownNameError
from kg.model import Modality
from kg.ontology import load_ontology
from kg.query.telling import mirrors
from kg.web.api.finding import WAYS_OUT, find_entity, find_node
from kg.web.api.keeping import kept, told
from kg.web.api.parameters import LONGEST, CurrentView, EntityId, Heard, HeardOf, Limit, Offset, RelationName
from kg.web.api.shapes import Claim, Page
from kg.web.api.showing import Showing
from kg.web.view import View

router = APIRouter()


@router.get("/evidence", response_model=Page[Claim])
def evidence(
    view: CurrentView,
    request: Request,
    subject: EntityId,
    relation: RelationName,
    object: EntityId,
    heard: HeardOf,
    modality: Annotated[Modality | None, Query(description="Only what is said so surely.")] = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Response:
    """The claims that say so, in the order of documents and text; those of relations below it count too."""

    def work_out() -> Page[Claim]:
        one, other = find_entity(view, subject), find_entity(view, object)
        name = load_ontology().relation(relation).name
        key = ("evidence", one, name, other, modality, heard)
        found = kept(view, key, lambda: _found(view, one, name, other, modality, heard))
        cited = view.claims.cite(found[offset : offset + limit])
        return Page(items=Showing(view.naming).claims(cited), total=len(found), offset=offset, limit=limit)

    return told(view, request, work_out)


@router.get("/claim", response_model=Claim)
def claim(
    view: CurrentView,
    request: Request,
    id: Annotated[
        str, Query(min_length=1, max_length=LONGEST, description="The IRI of a claim, or `claim/…`.")
    ],
) -> Response:
    """One claim with its words."""

    def work_out() -> Claim:
        cited = view.claims.cite([find_node(view, id, "claim")])
        if not cited:
            raise UnknownNameError("claim", id, way_out=WAYS_OUT["claim"])
        return Showing(view.naming).claims(cited)[0]

    return told(view, request, work_out)


def _found(
    view: View, one: str, relation: str, other: str, modality: Modality | None, heard: Heard
) -> list[str]:
    """The claims that say so, and those that say a symmetric relation the other way round."""
    below = load_ontology().below(relation)
    links = [(one, each, other) for each in sorted(below)]
    links += [(other, each, one) for each in sorted(below) if mirrors().get(each) == each]
    found = view.claims.stating(links, modality)
    if not heard:
        return found
    said = (*view.claims.between([one], [other]), *view.claims.between([other], [one]))
    taken = {each.claim for each in said if heard.wanted().takes(each)}
    return [each for each in found if each in taken]

"""``/api/claims``: the very words about what happens at a place."""

from __future__ import annotations

from fastapi import APIRouter

from kg.query.said import in_order
from kg.web.api.finding import find_entity
from kg.web.api.keeping import kept
from kg.web.api.parameters import AnyEntity, CurrentView, EntityId, Filters, FiltersOf, Limit, Offset
from kg.web.api.shapes import Claim, Page
from kg.web.api.showing import Showing
from kg.web.view import View

router = APIRouter()


@router.get("/claims")
def claims(
    view: CurrentView,
    place: EntityId,
    asked: FiltersOf,
    entity: AnyEntity = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Page[Claim]:
    """The claims about what is done at a place, or to it, in the order of documents and text.

    They are those that `/api/places` counts for it with the same filters.
    """
    where, who = find_entity(view, place), find_entity(view, entity) if entity else None
    found = kept(
        view,
        ("claims at", where, who, asked.key, asked.given_modality),
        lambda: _found(view, where, who, asked),
    )
    cited = view.claims.cite(found[offset : offset + limit])
    return Page(items=Showing(view.naming).claims(cited), total=len(found), offset=offset, limit=limit)


def _found(view: View, where: str, who: str | None, asked: Filters) -> list[str]:
    wanted = asked.any_modality()
    near = frozenset({who} if who else ())
    chosen = (
        each
        for each in view.claims.at([where])
        if wanted.takes(each)
        and (
            who is None
            or (
                who in (each.subject, each.object)
                and wanted.points(near, each.subject, each.relation, each.object)
            )
        )
    )
    return [each.claim for each in in_order(chosen)]

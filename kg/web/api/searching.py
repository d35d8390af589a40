"""``/api/search``: whom you may mean, while you type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from kg.iri import is_place
from kg.query.search import Fit
from kg.query.search import search as search_names
from kg.web.api.keeping import told
from kg.web.api.known import directory_of
from kg.web.api.parameters import CurrentView, Limit, Offset
from kg.web.api.shapes import Named, Page
from kg.web.api.showing import Showing

router = APIRouter()

_FITS: dict[Fit, Literal["exact", "begun", "near"]] = {
    Fit.EXACT: "exact",
    Fit.BEGUN: "begun",
    Fit.NEAR: "near",
}
_KINDS: dict[str, Callable[[str], bool] | None] = {
    "actor": lambda iri: not is_place(iri),
    "place": is_place,
    "any": None,
}


class Found(Named):
    """Somebody who may be meant."""

    match: str = Field(description="The name that matched.")
    fit: Literal["exact", "begun", "near"] = Field(
        description="exact: called so; begun: a name has words that begin so; near: misspelt."
    )
    claims: int = Field(description="How many claims name it.")


@router.get("/search", response_model=Page[Found])
def search(
    view: CurrentView,
    request: Request,
    q: Annotated[str, Query(max_length=200, description="What is typed so far, in any script.")],
    kind: Annotated[Literal["actor", "place", "any"], Query(description="Whom to look among.")] = "any",
    offset: Offset = 0,
    limit: Limit = 20,
) -> Response:
    """Who is called what you type, who has a name that begins so, and who nearly has, in this order.

    Among equals, whoever most claims name comes first.
    """

    def work_out() -> Page[Found]:
        hits = search_names(view.store, directory_of(view), q, _KINDS[kind], offset=offset, limit=limit)
        showing = Showing(view.naming)
        showing.prepare(each.iri for each in hits.hits)
        items = [
            Found(
                **showing.named(each.iri).model_dump(),
                match=each.match,
                fit=_FITS[each.fit],
                claims=each.claims,
            )
            for each in hits.hits
        ]
        return Page(items=items, total=hits.total, offset=offset, limit=limit)

    return told(view, request, work_out)

"""``/api/places``: where something is said to happen."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from kg.iri import is_place
from kg.query.lookup import look_up
from kg.query.said import Said
from kg.web.api.finding import find_entity
from kg.web.api.keeping import kept, told
from kg.web.api.linking import claims_of
from kg.web.api.parameters import AnyEntity, CurrentView, Filters, FiltersOf, Limit, Offset
from kg.web.api.shapes import Named, Page
from kg.web.api.showing import Showing
from kg.web.problems import Problem
from kg.web.view import View

router = APIRouter()

_SOME_ACTORS = 5
_MOST_CLAIMS = 100_000
"""Claims that are read, at most, where it is asked what is said of all places by relation, modality or date alone."""


class Whereabouts(BaseModel):
    """A place with what is said to happen there."""

    place: Named
    lat: float | None
    long: float | None
    claims: int
    documents: int
    actors: list[Named] = Field(description="Who is named there most often, up to 5.")


@dataclass(frozen=True, slots=True)
class _At:
    place: str
    claims: int
    documents: int
    actors: tuple[str, ...] | None
    """``None`` where they are still to be looked up."""


@router.get("/places", response_model=Page[Whereabouts])
def places(
    view: CurrentView,
    request: Request,
    asked: FiltersOf,
    entity: AnyEntity = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Response:
    """The places at which something is said to happen, or to which it is done, most documents first.

    All modalities count unless some are asked for.
    """

    def work_out() -> Page[Whereabouts]:
        iri = find_entity(view, entity) if entity else None
        found = kept(view, ("places", iri, asked.key, asked.given_modality), lambda: _found(view, iri, asked))
        page = found[offset : offset + limit]
        return Page(items=_shown(view, page), total=len(found), offset=offset, limit=limit)

    return told(view, request, work_out)


def _found(view: View, iri: str | None, asked: Filters) -> list[_At]:
    wanted = asked.any_modality()
    if iri is None and not (wanted.relations or wanted.modalities or asked.reads_claims):
        return _everywhere(view)
    said: Iterable[Said]
    if iri is not None:
        near = frozenset({iri})
        said = (
            each
            for each in claims_of(view, iri)
            if wanted.points(near, each.subject, each.relation, each.object)
        )
    elif wanted.sources:
        said = view.claims.by(sorted(wanted.sources))
    else:
        said = kept(view, "said at places", lambda: _said_anywhere(view))
    claims: dict[str, dict[str, Said]] = defaultdict(dict)
    for each in said:
        if wanted.takes(each):
            for place in {each.place, each.object if is_place(each.object) else None} - {None}:
                claims[place or ""][each.claim] = each
    found = [
        _At(place, len(own), len({each.document for each in own.values()}), _actors(own.values()))
        for place, own in claims.items()
    ]
    return sorted(found, key=_order)


def _everywhere(view: View) -> list[_At]:
    found = [_At(each.place, each.claims, each.documents, None) for each in view.claims.whereabouts()]
    return sorted(found, key=_order)


def _said_anywhere(view: View) -> tuple[Said, ...]:
    everywhere = _everywhere(view)
    if sum(each.claims for each in everywhere) > _MOST_CLAIMS:
        raise Problem(
            400,
            f"places of more than {_MOST_CLAIMS:,} claims are not filtered by relation, modality or date alone: "
            "give entity= or source= too",
        )
    return view.claims.at([each.place for each in everywhere])


def _order(at: _At) -> tuple[int, int, str]:
    return -at.documents, -at.claims, at.place


def _actors(said: Iterable[Said]) -> tuple[str, ...]:
    counts = Counter(end for each in said for end in {each.subject, each.object} if not is_place(end))
    return tuple(sorted(counts, key=lambda who: (-counts[who], who))[:_SOME_ACTORS])


def _shown(view: View, page: Sequence[_At]) -> list[Whereabouts]:
    places = [each.place for each in page]
    where = {
        row["place"]: (float(row["lat"] or 0), float(row["long"] or 0))
        for row in (look_up(view.store, "coordinates", place=places) if places else ())
    }
    open_ = [each.place for each in page if each.actors is None]
    actors: dict[str, list[str]] = defaultdict(list)
    for row in look_up(view.store, "actors-at", place=open_) if open_ else ():
        if not is_place(row["actor"] or ""):
            actors[row["place"] or ""].append(row["actor"] or "")
    showing = Showing(view.naming)
    named = {at.place: (at.actors or actors[at.place])[:_SOME_ACTORS] for at in page}
    showing.prepare([*places, *(who for some in named.values() for who in some)])
    return [
        Whereabouts(
            place=showing.named(at.place),
            lat=where[at.place][0] if at.place in where else None,
            long=where[at.place][1] if at.place in where else None,
            claims=at.claims,
            documents=at.documents,
            actors=[showing.named(who) for who in named[at.place]],
        )
        for at in page
    ]

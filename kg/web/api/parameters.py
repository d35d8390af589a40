"""What requests may ask with: types with bounds and descriptions, and the filters that views share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from fastapi import Depends, Query
from fastapi.concurrency import run_in_threadpool

from kg.iri import Iris
from kg.model import Modality
from kg.namespaces import BASE
from kg.ontology import load_ontology
from kg.query.kinds import KINDS
from kg.query.links import Wanted
from kg.web.api.finding import find_sources
from kg.web.problems import Problem
from kg.web.view import View, current_view

LONGEST = 1_000
"""Characters of one parameter."""
_DAY = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"

CurrentView = Annotated[View, Depends(current_view)]
_ENTITY = "An actor or a place: its IRI, or the part below the base, such as `actor/hezbollah`."
EntityId = Annotated[str, Query(min_length=1, max_length=LONGEST, description=_ENTITY)]
AnyEntity = Annotated[str | None, Query(min_length=1, max_length=LONGEST, description=_ENTITY)]
"""One, or none where all are meant."""
Offset = Annotated[int, Query(ge=0, le=100_000_000, description="How many to leave out before the first.")]
Limit = Annotated[int, Query(ge=1, le=500, description="How many to give at most.")]
RelationName = Annotated[
    str,
    Query(min_length=1, max_length=100, description="Local name of a relation; those below it count too."),
]
Name = Annotated[str, Query(min_length=1, max_length=LONGEST)]


@dataclass(frozen=True, slots=True)
class Filters:
    """What counts, as several views are asked for it."""

    wanted: Wanted
    given_modality: bool
    """Whether the modality was said; else, what is asserted counts where links are asked for, and all elsewhere."""
    key: tuple[object, ...]
    """Tells these filters from others."""

    @property
    def reads_claims(self) -> bool:
        """Whether counts do not tell, and claims must be read: who says it, and when."""
        return bool(self.wanted.sources or self.wanted.since or self.wanted.until)

    def any_modality(self) -> Wanted:
        """The same, with every modality where none was asked for."""
        from dataclasses import replace

        return self.wanted if self.given_modality else replace(self.wanted, modalities=frozenset())


@dataclass(frozen=True, slots=True)
class Heard:
    """From whom claims are, and of when: any if nothing is said."""

    sources: frozenset[str]
    since: date | None
    until: date | None

    def __bool__(self) -> bool:
        return bool(self.sources or self.since or self.until)

    def wanted(
        self, relations: frozenset[str] = frozenset(), modalities: frozenset[Modality] = frozenset()
    ) -> Wanted:
        """The claims that are meant, of some relations and modalities; of any where none are given."""
        return Wanted(
            relations=relations,
            modalities=modalities,
            sources=self.sources,
            since=self.since,
            until=self.until,
        )


async def heard(
    view: CurrentView,
    source: Annotated[
        list[Name],
        Query(max_length=20, description="Only what this actor (IRI or path) or publisher (name) says."),
    ] = [],  # noqa: B006 - FastAPI copies it
    since: Annotated[
        str | None,
        Query(pattern=_DAY, description="Only what can have held on or after this day, month or year."),
    ] = None,
    until: Annotated[
        str | None,
        Query(pattern=_DAY, description="Only what can have held on or before this day, month or year."),
    ] = None,
) -> Heard:
    """From whom and of when, as a request says."""
    first, last = _day(since, "first-day"), _day(until, "last-day")
    if first and last and first > last:
        raise Problem(400, f"since={since} is after until={until}: exchange them")
    # On the loop, unless the store is to be read: to wait for a thread would take longer than to reckon this.
    sources = await run_in_threadpool(_sources, view, source) if source else frozenset()
    return Heard(sources, first, last)


def _sources(view: View, given: list[str]) -> frozenset[str]:
    return frozenset(each for one in given for each in find_sources(view, one))


HeardOf = Annotated[Heard, Depends(heard)]


async def filters(
    told: HeardOf,
    relation: Annotated[
        list[RelationName],
        Query(max_length=50, description="Only these relations, by local name, and those below them."),
    ] = [],  # noqa: B006 - FastAPI copies it
    modality: Annotated[
        list[Literal["asserted", "unconfirmed", "denied", "hypothetical", "any"]],
        Query(
            max_length=5,
            description="How surely it is said; where links are asked for, asserted unless said.",
        ),
    ] = [],  # noqa: B006
    *,
    inferred: Annotated[
        bool, Query(description="With what follows from other links, where links are asked for.")
    ] = True,
    said: Annotated[
        bool, Query(description="With what documents state; false leaves what is inferred alone.")
    ] = True,
    exact: Annotated[
        bool, Query(description="Only the relations that are named, without those below them.")
    ] = False,
    direction: Annotated[
        Literal["out", "in", "both"], Query(description="Seen from the one who is asked about.")
    ] = "both",
) -> Filters:
    """The filters of a request."""
    ontology = load_ontology()
    named = [ontology.relation(name).name for name in relation]
    relations = set(named) if exact else {below for name in named for below in ontology.below(name)}
    modalities = frozenset(Modality) if "any" in modality else frozenset(map(Modality, modality))
    wanted = Wanted(
        relations=frozenset(relations),
        direction=direction,
        modalities=modalities or frozenset({Modality.ASSERTED}),
        sources=told.sources,
        since=told.since,
        until=told.until,
        inferred=inferred,
        said=said,
    )
    key = (
        tuple(sorted(relations)),
        direction,
        tuple(sorted(modalities)),
        told,
        inferred,
        said,
    )
    return Filters(wanted, bool(modality), key)


FiltersOf = Annotated[Filters, Depends(filters)]


def _day(given: str | None, kind: str) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(KINDS[kind].to_term(given, Iris(BASE)).value)
    except (ValueError, KeyError):
        name = "since" if kind == "first-day" else "until"
        raise Problem(
            400, f"{name}={given} is no date: give one such as 2015-10-16, 2015-10 or 2015"
        ) from None

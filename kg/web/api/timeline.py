"""``/api/timeline``: how many claims there are of each month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from kg.model import Modality
from kg.query.links import Wanted
from kg.query.lookup import look_up_unsorted
from kg.query.said import Said
from kg.query.ties import said_as
from kg.web.api.finding import find_entity
from kg.web.api.keeping import kept, told
from kg.web.api.linking import claims_of
from kg.web.api.parameters import AnyEntity, CurrentView, FiltersOf
from kg.web.view import View

router = APIRouter()


class Month(BaseModel):
    """The claims of one relation and modality that fall into one month."""

    month: str = Field(description="As `2015-10`; the year alone where no month is given.")
    relation: str
    modality: Modality
    claims: int
    documents: int


class Timeline(BaseModel):
    """How many claims there are of each month, oldest first."""

    months: list[Month]
    undated: int = Field(description="Claims without a date whose documents have none.")


@router.get("/timeline", response_model=Timeline)
def timeline(view: CurrentView, request: Request, asked: FiltersOf, entity: AnyEntity = None) -> Response:
    """How many claims of each relation and modality fall into each month, of somebody or of all.

    All modalities count unless some are asked for. Without `entity` and `source`, `since` and `until` choose whole
    months.
    """

    def work_out() -> Timeline:
        iri, wanted = find_entity(view, entity) if entity else None, asked.any_modality()

        def read() -> Timeline:
            if iri:
                return _counted(each for each in claims_of(view, iri) if _fits(wanted, iri, each))
            if wanted.sources:
                return _counted(each for each in view.claims.by(sorted(wanted.sources)) if wanted.takes(each))
            return _of_all(view, wanted)

        return kept(view, ("timeline", iri, asked.key), read)

    return told(view, request, work_out)


def month_of(said: Said) -> str | None:
    """The month in which a claim falls, as the summaries count it: by its first day, a whole year as a year."""
    if not said.earliest:
        return None
    year = said.earliest[:4]
    whole = said.earliest == f"{year}-01-01" and said.latest == f"{year}-12-31"
    return year if whole else said.earliest[:7]


def _fits(wanted: Wanted, iri: str, said: Said) -> bool:
    return wanted.takes(said) and wanted.points(frozenset({iri}), said.subject, said.relation, said.object)


def _counted(said: Iterable[Said]) -> Timeline:
    groups: dict[tuple[str, str, Modality], list[Said]] = defaultdict(list)
    undated = 0
    for each in said:
        month = month_of(each)
        if month is None:
            undated += 1
        else:
            groups[month, each.relation, each.modality].append(each)
    months = [
        Month(
            month=month,
            relation=relation,
            modality=modality,
            claims=len(own),
            documents=len({each.document for each in own}),
        )
        for (month, relation, modality), own in groups.items()
    ]
    return Timeline(months=sorted(months, key=_order), undated=undated)


def _of_all(view: View, wanted: Wanted) -> Timeline:
    months = []
    for row in look_up_unsorted(view.store, "months"):
        relation, modality = said_as(row)
        if not _counts(wanted, relation, modality):
            continue
        month, claims, documents = row["month"] or "", int(row["claims"] or 0), int(row["documents"] or 0)
        months.append(
            Month(month=month, relation=relation, modality=modality, claims=claims, documents=documents)
        )
    if wanted.since or wanted.until:
        return Timeline(
            months=sorted((each for each in months if _in_range(each, wanted)), key=_order), undated=0
        )
    said = sum(
        int(row["claims"] or 0)
        for row in look_up_unsorted(view.store, "claims-by-relation")
        if _counts(wanted, *said_as(row))
    )
    return Timeline(months=sorted(months, key=_order), undated=said - sum(each.claims for each in months))


def _counts(wanted: Wanted, relation: str, modality: Modality) -> bool:
    return (not wanted.relations or relation in wanted.relations) and (
        not wanted.modalities or modality in wanted.modalities
    )


def _in_range(month: Month, wanted: Wanted) -> bool:
    length = len(month.month)
    since = wanted.since.isoformat()[:length] if wanted.since else ""
    until = wanted.until.isoformat()[:length] if wanted.until else "9999"
    return since <= month.month <= until


def _order(month: Month) -> tuple[str, str, str]:
    return month.month, month.relation, month.modality

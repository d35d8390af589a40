"""``/api/entity``: everything about one actor or place on one page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from kg.model import Modality
from kg.namespaces import GEO, RW, SKOS
from kg.ontology import load_ontology
from kg.query.gathering import gather
from kg.query.search import Spoken
from kg.query.telling import mirrors
from kg.query.tie_groups import Counted, Direction, Group, counted, direction_of, grouped
from kg.query.unlisted_actors import standing_of
from kg.web.api.finding import find_entity
from kg.web.api.keeping import kept, told
from kg.web.api.known import directory_of, facts_of
from kg.web.api.linking import claims_of
from kg.web.api.parameters import CurrentView, EntityId, Heard, HeardOf
from kg.web.api.shapes import Named, Source
from kg.web.api.showing import Showing
from kg.web.api.sources import shown_sources, speakers_of
from kg.web.view import View

router = APIRouter()

_SOME_SOURCES = 20
_WORDS = {
    SKOS + "exactMatch": ("the same as", "مطابق لـ"),
    GEO + "lat": ("latitude", "خط العرض"),
    GEO + "long": ("longitude", "خط الطول"),
}


class Fact(BaseModel):
    """What the registry states."""

    property: str = Field(description="Local name of a relation or property, or an IRI.")
    label: str
    label_ar: str | None
    direction: Direction
    value: Named | str
    from_: str | None = Field(serialization_alias="from", validation_alias="from")
    until: str | None


class TieCount(BaseModel):
    """How many links of one relation, direction and modality there are."""

    relation: str
    direction: Direction = Field(description="Both, where the relation holds both ways.")
    modality: Modality | None = Field(description="Null where the links are inferred.")
    inferred: bool
    others: int = Field(description="How many actors and places they lead to.")
    documents: int
    claims: int


class EntityPage(Named):
    """An actor or a place with all that is known of it."""

    names: list[str]
    standing: str | None = Field(
        description="Of an actor that the registry does not list: certain or provisional."
    )
    facts: list[Fact]
    ties: list[TieCount]
    documents: int
    claims: int
    sources: list[Source] = Field(description="Who speaks of it, up to 20; `/api/sources` gives all.")
    contradicted: int = Field(description="With how many others it has links that contradict each other.")


@router.get("/entity", response_model=EntityPage)
def entity(view: CurrentView, request: Request, heard: HeardOf, id: EntityId) -> Response:
    """Who it is, what the registry states, and how many links there are before any is opened.

    `source`, `since` and `until` choose what links are counted by; inferred ones have neither source nor date.
    """

    def work_out() -> EntityPage:
        iri = find_entity(view, id)
        return kept(view, ("entity", iri, heard), lambda: _page(view, iri, heard))

    return told(view, request, work_out)


def _page(view: View, iri: str, heard: Heard) -> EntityPage:
    showing = Showing(view.naming)
    spoken = directory_of(view).spoken.get(iri, Spoken())
    facts = list(_facts(view, iri, showing))
    return EntityPage(
        **showing.named(iri).model_dump(),
        names=sorted(view.naming.whole(iri).names),
        # The registry states something of whomever it lists.
        standing=None if facts else standing_of(view.store, iri, spoken.documents),
        facts=facts,
        ties=_shown(_heard(view, iri, heard) if heard else view.claims.groups(iri)),
        documents=spoken.documents,
        claims=spoken.claims,
        sources=shown_sources(view, speakers_of(view, iri)[:_SOME_SOURCES]),
        contradicted=view.claims.disputes(iri),
    )


def _facts(view: View, iri: str, showing: Showing) -> Iterator[Fact]:
    rows = facts_of(view, iri)
    showing.prepare(row["value"] for row in rows)
    terms = {each.name: each for each in load_ontology().terms}
    for row in rows:
        told, value = row["property"] or "", row["value"] or ""
        term = terms.get(told.removeprefix(RW))
        label, label_ar = _WORDS.get(told) or ((term.label, term.label_ar) if term else (told, None))
        meant = terms.get(value.removeprefix(RW)) if value.startswith(RW) else None
        both = mirrors().get(told.removeprefix(RW)) == told.removeprefix(RW)
        shown = showing.named(value) if view.naming.knows(value) else meant.label if meant else value
        yield Fact.model_validate(
            {
                "property": told.removeprefix(RW),
                "label": label,
                "label_ar": label_ar,
                "direction": "both" if both else row["direction"],
                "value": shown,
                "from": row["from"],
                "until": row["until"],
            }
        )


def _heard(view: View, iri: str, heard: Heard) -> dict[Group, Counted]:
    """The counts of what some say, or what is said of some time."""
    said = [each for each in claims_of(view, iri) if heard.wanted().takes(each)]
    documents: dict[Group, set[str]] = defaultdict(set)
    for each in said:
        way = direction_of(each.relation, each.subject, iri)
        documents[each.relation, way, each.modality].add(each.document)
    return counted(
        iri, grouped(iri, gather(said).ties), {group: len(those) for group, those in documents.items()}
    )


def _shown(groups: Mapping[Group, Counted]) -> list[TieCount]:
    counts = [
        TieCount(
            relation=relation,
            direction=direction,
            modality=modality,
            inferred=modality is None,
            others=count.others,
            documents=count.documents,
            claims=count.claims,
        )
        for (relation, direction, modality), count in groups.items()
    ]
    return sorted(
        counts,
        key=lambda each: (-each.documents, each.inferred, each.relation, each.direction, each.modality or ""),
    )

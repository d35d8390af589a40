"""``/api/entity``: everything about one actor or place on one page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from kg.model import Modality
from kg.namespaces import GEO, RW, SKOS
from kg.ontology import load_ontology
from kg.query.claims import Direction
from kg.query.gathering import gather
from kg.query.lookup import look_up
from kg.query.said import Said
from kg.query.search import Spoken
from kg.query.telling import mirrors
from kg.query.ties import Tie
from kg.query.unlisted_actors import new_actors
from kg.web.api.finding import find_entity
from kg.web.api.keeping import kept, told
from kg.web.api.known import directory_of
from kg.web.api.linking import all_of, claims_of
from kg.web.api.parameters import CurrentView, EntityId, Heard, HeardOf
from kg.web.api.shapes import Named, Source
from kg.web.api.showing import Showing
from kg.web.api.sources import sources_of
from kg.web.view import View

router = APIRouter()

_Group: TypeAlias = tuple[str, Direction, Modality | None]

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
    known = all_of(view, iri)
    against = {frozenset(told[::2][:2]) for told in known.contradicted}
    return EntityPage(
        **showing.named(iri).model_dump(),
        names=sorted(view.naming.whole(iri).names),
        standing=next((each.standing for each in new_actors(view.store, [iri])), None),
        facts=list(_facts(view, iri, showing)),
        ties=_heard(view, iri, heard) if heard else _counts(view, iri, known.ties),
        documents=spoken.documents,
        claims=spoken.claims,
        sources=sources_of(view, iri)[:_SOME_SOURCES],
        contradicted=len(against),
    )


def _facts(view: View, iri: str, showing: Showing) -> Iterator[Fact]:
    reference = view.store.iris.graph("reference")
    rows = list(look_up(view.store, "facts-of", entity=[iri], graph=[reference]))
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


def _counts(view: View, iri: str, ties: tuple[Tie, ...]) -> list[TieCount]:
    groups = _groups(iri, ties)
    return _counted(iri, groups, _documents(view, iri, groups))


def _heard(view: View, iri: str, heard: Heard) -> list[TieCount]:
    """The counts of what some say, or what is said of some time."""
    said = [each for each in claims_of(view, iri) if heard.wanted().takes(each)]
    documents: dict[_Group, set[str]] = defaultdict(set)
    for each in said:
        documents[each.relation, _direction(each, iri), each.modality].add(each.document)
    counted = {group: len(those) for group, those in documents.items()}
    return _counted(iri, _groups(iri, gather(said).ties), counted)


def _groups(iri: str, ties: Iterable[Tie]) -> dict[_Group, list[Tie]]:
    groups: dict[_Group, list[Tie]] = defaultdict(list)
    for tie in ties:
        groups[tie.relation, _direction(tie, iri), tie.modality].append(tie)
    return groups


def _counted(iri: str, groups: dict[_Group, list[Tie]], documents: dict[_Group, int]) -> list[TieCount]:
    counts = [
        TieCount(
            relation=relation,
            direction=direction,
            modality=modality,
            inferred=modality is None,
            others=len({tie.object if tie.subject == iri else tie.subject for tie in own}),
            documents=documents.get((relation, direction, modality), 0),
            claims=sum(tie.claims for tie in own),
        )
        for (relation, direction, modality), own in groups.items()
    ]
    return sorted(
        counts,
        key=lambda each: (-each.documents, each.inferred, each.relation, each.direction, each.modality or ""),
    )


def _direction(tie: Tie | Said, iri: str) -> Direction:
    if mirrors().get(tie.relation) == tie.relation:
        return "both"
    return "out" if tie.subject == iri else "in"


def _documents(view: View, iri: str, groups: dict[_Group, list[Tie]]) -> dict[_Group, int]:
    """How many documents state each group. Claims are read where a document may state several ties of one."""
    found = {key: own[0].documents for key, own in groups.items() if len(own) == 1}
    open_ = [key for key in groups if key not in found and key[2] is not None]
    if open_:
        counted = view.claims.documents(iri, {relation for relation, way, _ in open_ if way == "both"})
        found.update((key, counted[key[0], key[1], key[2]]) for key in open_ if key[2] is not None)
    return found

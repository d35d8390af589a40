"""``/api/why``: from a link down to the sentences that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field

from kg.model import Modality
from kg.ontology import load_ontology
from kg.query.indexed_reasons import stated_from
from kg.query.ties import Tie, contradicted
from kg.rdf import Link as PlainLink
from kg.reason import Derivation, Explanation, explain
from kg.reason.cited import CitedClaim
from kg.reason.explain import Argument as Reasoned
from kg.reason.explain import Ground, Standing
from kg.web.api.finding import find_entity
from kg.web.api.keeping import kept, told
from kg.web.api.linking import shown
from kg.web.api.parameters import CurrentView, EntityId, RelationName
from kg.web.api.shapes import Claim, Iso, Link, Named
from kg.web.api.showing import Showing
from kg.web.view import View

router = APIRouter()

_CLAIMS = 10
"""Claims that are given for each link that documents state."""


class RuleRef(BaseModel):
    """By what a link follows from others."""

    name: str
    label: str = Field(description="One sentence.")
    label_ar: str | None


class StepLink(BaseModel):
    """Who stands in which relation to whom."""

    subject: Named
    relation: str
    object: Named


class Step(BaseModel):
    """A link of a derivation: it follows from premises by a rule, or documents state it."""

    link: StepLink
    rule: RuleRef | None
    premises: list[Step]
    claims: list[Claim] = Field(description="Where documents state it, the surest first; up to 10.")
    claims_total: int
    modality: Modality | None = Field(
        description="The surest with which it is claimed; null where it follows."
    )


class ArgumentShape(BaseModel):
    """One derivation, with what it is worth."""

    modality: Modality = Field(description="The weakest on the way.")
    earliest: Iso
    latest: Iso
    undated: bool
    dates_overlap: bool
    step: Step


class Why(BaseModel):
    """Why a link holds, or does not."""

    link: Link
    standing: Standing
    arguments: list[ArgumentShape]
    complete: bool = Field(description="Whether these are all derivations.")
    claims: list[Claim] = Field(
        description="Where nothing holds it up: what is claimed between the two all the same."
    )


@router.get("/why", response_model=Why)
def why(
    view: CurrentView,
    request: Request,
    subject: EntityId,
    relation: RelationName,
    object: EntityId,
    most: Annotated[int, Query(ge=1, le=25, description="How many derivations to give.")] = 3,
) -> Response:
    """Each step of the derivation of a link, down to the sentences."""

    def work_out() -> Why:
        one, other = find_entity(view, subject), find_entity(view, object)
        name = load_ontology().relation(relation).name
        return kept(view, ("why", one, name, other, most), lambda: _why(view, (one, name, other), most))

    return told(view, request, work_out)


def _why(view: View, link: PlainLink, most: int) -> Why:
    found = explain(view.store, *link, limit=most, claims=_CLAIMS, between=stated_from(view.claims))
    said = view.claims.ties_between([link[0], link[2]])
    told = [tie for tie in said if tie.link == link]
    tie = min(told, key=lambda each: list(Modality).index(each.modality or Modality.ASSERTED), default=None)
    claims = {each.id: each for each in Showing(view.naming).claims(view.claims.cite(list(_claims(found))))}
    return Why(
        link=shown(view, [tie or Tie(*link, modality=None)], contradicted(said))[0],
        standing=found.standing,
        arguments=[_argument(view, each, claims) for each in found.arguments],
        complete=found.complete,
        claims=[claims[each.claim] for each in found.claims if each.claim in claims],
    )


def _claims(found: Explanation) -> Iterator[str]:
    cited = [
        each.claim for argument in found.arguments for ground in argument.grounds for each in _of(ground)
    ]
    yield from dict.fromkeys([*cited, *(each.claim for each in found.claims)])


def _of(ground: Ground) -> list[CitedClaim]:
    return [*ground.claims, *ground.doubts][:_CLAIMS]


def _argument(view: View, argument: Reasoned, claims: dict[str, Claim]) -> ArgumentShape:
    grounds = {ground.link: ground for ground in argument.grounds}
    showing, period = Showing(view.naming), argument.period
    showing.prepare(end for step in argument.derivation.steps() for end in (step.link[0], step.link[2]))

    def step(derivation: Derivation) -> Step:
        subject, relation, target = derivation.link
        rule = derivation.rule
        ground = grounds[derivation.link] if rule is None else None
        return Step(
            link=StepLink(subject=showing.named(subject), relation=relation, object=showing.named(target)),
            rule=RuleRef(name=rule.name, label=rule.wording, label_ar=rule.wording_ar) if rule else None,
            premises=[step(each) for each in derivation.premises],
            claims=[claims[each.claim] for each in _of(ground) if each.claim in claims] if ground else [],
            claims_total=sum(ground.counts.values()) if ground else 0,
            modality=ground.modality if ground else None,
        )

    return ArgumentShape(
        modality=argument.modality,
        earliest=period.earliest.isoformat() if period.earliest else None,
        latest=period.latest.isoformat() if period.latest else None,
        undated=bool(period.undated),
        dates_overlap=period.overlap,
        step=step(argument.derivation),
    )

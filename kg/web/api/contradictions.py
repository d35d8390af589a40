"""``/api/contradictions``: of whom both friendly and hostile, or both asserted and denied, is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from kg.model import Modality
from kg.query.links import Wanted
from kg.query.ties import Tie, Told
from kg.web.api.finding import find_entity
from kg.web.api.keeping import kept, told
from kg.web.api.linking import claims_of, disputed_of
from kg.web.api.parameters import AnyEntity, CurrentView, Filters, FiltersOf, Limit, Offset
from kg.web.api.shapes import Iso, Named, Page
from kg.web.api.showing import Showing
from kg.web.view import View

router = APIRouter()

_Pair = tuple[str, str]
_AT_ONCE = 200


class Side(BaseModel):
    """One of the statements that contradict each other."""

    subject: Named
    relation: str
    object: Named
    modality: Modality
    claims: int
    documents: int
    earliest: Iso
    latest: Iso
    voices: list[str]


class Contradiction(BaseModel):
    """Two of whom contradictory things are said."""

    one: Named
    other: Named
    sides: list[Side]


@router.get("/contradictions", response_model=Page[Contradiction])
def contradictions(
    view: CurrentView,
    request: Request,
    asked: FiltersOf,
    entity: AnyEntity = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> Response:
    """The pairs of which contradictory things are said, most documents first, each with both sides.

    Filters choose pairs of which one of the statements fits; the other side is given with it.
    """

    def work_out() -> Page[Contradiction]:
        iri = find_entity(view, entity) if entity else None
        pairs = kept(view, ("disputed", iri), lambda: _pairs(view, iri))
        chosen = kept(
            view, ("disputed", iri, asked.key, asked.given_modality), lambda: _chosen(view, iri, pairs, asked)
        )
        page = chosen[offset : offset + limit]
        return Page(
            items=_shown(view, [pairs[each] for each in page], iri),
            total=len(chosen),
            offset=offset,
            limit=limit,
        )

    return told(view, request, work_out)


def _pairs(view: View, iri: str | None) -> dict[_Pair, list[Tie]]:
    pairs: dict[_Pair, list[Tie]] = defaultdict(list)
    for tie in view.claims.disputed(None) if iri is None else disputed_of(view, iri):
        one, other = sorted((tie.subject, tie.object))
        pairs[one, other].append(tie)
    return dict(sorted(pairs.items(), key=lambda pair: (-sum(tie.documents for tie in pair[1]), pair[0])))


def _chosen(view: View, iri: str | None, pairs: dict[_Pair, list[Tie]], asked: Filters) -> list[_Pair]:
    wanted = asked.any_modality()
    fitting = {
        tie.told
        for ties in pairs.values()
        for tie in ties
        if (not wanted.relations or tie.relation in wanted.relations)
        and (not wanted.modalities or tie.modality in wanted.modalities)
    }
    if wanted.sources or (iri and asked.reads_claims):
        said = claims_of(view, iri) if iri else view.claims.by(sorted(wanted.sources))
        fitting &= {
            (each.subject, each.relation, each.object, each.modality) for each in said if wanted.takes(each)
        }
    elif asked.reads_claims:
        days = kept(
            view, "days of disputed ties", lambda: _days(view, [tie for own in pairs.values() for tie in own])
        )
        fitting = {told for told in fitting if _meets(wanted, *days.get(told, (None, None)))}
    return [pair for pair, ties in pairs.items() if any(tie.told in fitting for tie in ties)]


def _days(view: View, ties: Sequence[Tie]) -> dict[Told, tuple[str | None, str | None]]:
    """From when to when the claims of each tie are, of some subjects at a time: all at once would join too many."""
    by_subject: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        by_subject[tie.subject].append(tie)
    subjects, found = sorted(by_subject), {}
    for start in range(0, len(subjects), _AT_ONCE):
        some = [tie for each in subjects[start : start + _AT_ONCE] for tie in by_subject[each]]
        found.update(view.claims.periods([tie.link for tie in some]))
    return found


def _meets(wanted: Wanted, earliest: str | None, latest: str | None) -> bool:
    return (wanted.since is None or (latest or "") >= wanted.since.isoformat()) and (
        wanted.until is None or (earliest or "9999") <= wanted.until.isoformat()
    )


def _shown(view: View, pairs: Sequence[list[Tie]], centre: str | None) -> list[Contradiction]:
    ties = [tie for own in pairs for tie in own]
    told_by = view.claims.voices(tie.told for tie in ties)
    days = view.claims.periods([tie.link for tie in ties], centre)
    showing = Showing(view.naming)
    showing.prepare([end for tie in ties for end in (tie.subject, tie.object)])
    showing.prepare(voice for those in told_by.values() for voice in those if voice.startswith("http"))

    def side(tie: Tie) -> Side:
        earliest, latest = days.get(tie.told, (None, None))
        return Side(
            subject=showing.named(tie.subject),
            relation=tie.relation,
            object=showing.named(tie.object),
            modality=tie.modality or Modality.ASSERTED,
            claims=tie.claims,
            documents=tie.documents,
            earliest=earliest,
            latest=latest,
            voices=sorted(_voice(view, voice) for voice in told_by.get(tie.told, ())),
        )

    shown = []
    for own in pairs:
        one, other = sorted((own[0].subject, own[0].object))
        sides = sorted(own, key=lambda tie: (-tie.documents, *tie.told))
        shown.append(
            Contradiction(
                one=showing.named(one), other=showing.named(other), sides=[side(tie) for tie in sides]
            )
        )
    return shown


def _voice(view: View, voice: str) -> str:
    """The name of whoever says so: an actor, a publisher, or a document of which neither is known."""
    return view.naming.label(voice) if view.naming.knows(voice) else voice

"""From what was read to claims: spans, sources, doubt, place and date; and what cannot stand together is dropped."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.attribution import Chain
from kg.extract.modality import strongest
from kg.extract.nodes import Node, Phrase, Stated, Word
from kg.extract.scopes import Scope, covering
from kg.extract.syntax import Syntax
from kg.model import Claim, Document, Entity, Mention, Modality, PartialDate, Span

_PLACED = {"fights", "attacks", "alliedWith", "negotiatesWith"}
_TO_PLACE = {"controls", "presentIn", "deploysTo"}
_SUPPORTING = {"supports", "alliedWith", "arms", "funds", "trains", "givesAirSupportTo"}
_SYMMETRIC = {"fights", "alliedWith", "negotiatesWith"}
_FARTHEST_PLACE = 8


@dataclass(frozen=True, slots=True)
class Context:
    """What holds in the sentence that a relation was read from."""

    document: Document
    nodes: list[Node]
    syntax: Syntax
    sources: list[Scope[Chain]]
    doubts: list[Scope[Modality]]
    days: list[tuple[int, PartialDate]]
    rule_prefix: str
    extractor: str


def ground(stated: Stated, context: Context) -> list[Claim]:
    """The claim that a stated relation makes; none where an argument means nobody or the relation means nothing."""
    subject = _argument(stated.subject, "actor", context)
    kind = "place" if stated.predicate in _TO_PLACE else "actor"
    target = _argument(stated.object, kind, context)
    if stated.predicate == "attacks" and _is_struck_as_place(stated.object):
        target = _argument(stated.object, "place", context)
    if subject is None or target is None or subject.entity.iri == target.entity.iri:
        return []
    predicate = _fitted(stated.predicate, subject.entity, target.entity)
    if predicate is None:
        return []
    chain = [] if stated.background else covering(context.sources, stated.trigger)
    sources = _sources(chain, context)
    modality = Modality(stated.modality) if stated.modality else Modality.ASSERTED
    if not stated.background:
        modality = strongest([modality, *(s.value for s in covering(context.doubts, stated.trigger))])
    place = _place(stated, context) if predicate in _PLACED else None
    return [
        Claim(
            context.document.sha256,
            subject,
            predicate,
            target,
            modality,
            context.document.span(stated.start, stated.end),
            rule=context.rule_prefix + stated.rule,
            confidence=stated.confidence,
            attributed_to=sources,
            place=place,
            date=context.days[0][1] if len({day.value for _, day in context.days}) == 1 else None,
            extractor=context.extractor,
        )
    ]


def _argument(phrase: Phrase, kind: str, context: Context) -> Mention | None:
    entity = phrase.entity(kind)
    if entity is None:
        return None
    return Mention(context.document.span(phrase.start, phrase.end), entity)


def _is_struck_as_place(phrase: Phrase) -> bool:
    """A town is struck as a town, even where its name can stand for a government; a country as a state."""
    return phrase.place is not None and (phrase.actor is None or phrase.place.type != "Country")


def _fitted(predicate: str, subject: Entity, target: Entity) -> str | None:
    """The relation that these kinds of actor can have: a person is a member, an organisation a part."""
    if predicate in {"memberOf", "partOf"}:
        if target.type == "Person":
            return None
        return "memberOf" if subject.type == "Person" else "partOf"
    return predicate


def _sources(chain: list[Scope[Chain]], context: Context) -> tuple[Mention, ...]:
    found: list[Mention] = []
    for phrase in chain[0].value if chain else ():
        mention = _argument(phrase, "actor", context)
        if mention is not None:
            found.append(mention)
    return tuple(found)


def _place(stated: Stated, context: Context) -> Mention | None:
    """The first place behind the relation, introduced by a word for "in" or "near", within its clause."""
    syntax = context.syntax
    locative = syntax.lexicon.pack.words["locative"]
    behind = 0
    for position, node in enumerate(syntax.nodes):
        if node.start < stated.end:
            continue
        behind += 1
        if behind > _FARTHEST_PLACE or syntax.ends_clause(position):
            return None
        governor = syntax.governors[position].removeprefix("noun:")
        if isinstance(node, Phrase) and node.place is not None and governor in locative:
            return _argument(node, "place", context)
        if isinstance(node, Word) and syntax.is_verb(position) and node.conjunction:
            return None
    return None


def consistent(found: list[Claim]) -> tuple[Claim, ...]:
    """Claims in text order, each said once; those who back each other in a passage do not fight in it."""
    backing = {
        (frozenset((c.subject.entity.iri, c.object.entity.iri)), passage)
        for c in found
        if c.predicate in _SUPPORTING
        for passage in _passages(c.evidence)
    }
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in sorted(found, key=lambda c: (c.evidence.start, c.evidence.end, c.predicate)):
        ends = (claim.subject.entity.iri, claim.object.entity.iri)
        if claim.predicate in {"fights", "attacks"} and any(
            (frozenset(ends), passage) in backing for passage in _passages(claim.evidence)
        ):
            continue
        pair: object = frozenset(ends) if claim.predicate in _SYMMETRIC else ends
        key = (pair, claim.predicate, claim.modality, claim.attributed_to, _block(claim, kept, pair))
        kept.setdefault(key, claim)
    return tuple(kept.values())


def _passages(evidence: Span) -> range:
    return range(evidence.start, evidence.end)


def _block(claim: Claim, kept: dict[tuple[object, ...], Claim], pair: object) -> int:
    """The start of an earlier claim that this one overlaps and repeats, else its own."""
    for key, other in kept.items():
        same = key[0] == pair and key[1] == claim.predicate
        if same and other.evidence.start < claim.evidence.end and claim.evidence.start < other.evidence.end:
            return other.evidence.start
    return claim.evidence.start


__all__ = ["Context", "consistent", "ground"]

"""From what was read to claims: spans, sources, doubt, place and date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract import modality as doubt
from kg.extract import presence
from kg.extract.clauses import Clauses
from kg.extract.coordination import collect
from kg.extract.dating import Dating
from kg.extract.entities import Entities
from kg.extract.nodes import SITE, Phrase, Stated, Word
from kg.extract.placing import place_of
from kg.extract.scopes import Scope, covering
from kg.extract.voices import Voice
from kg.model import Claim, Document, Entity, Mention, Modality, RelationKind


@dataclass(frozen=True, slots=True)
class Context:
    """What holds in the sentence that a relation was read from."""

    document: Document
    relations: Mapping[str, RelationKind]
    clauses: Clauses
    sources: list[Scope[Voice]]
    doubts: list[Scope[Modality]]
    days: Dating
    entities: Entities
    rule_prefix: str
    extractor: str


def ground(stated: Stated, context: Context) -> list[Claim]:
    """The claim that a stated relation makes; none where an argument means nobody or the relation means nothing."""
    subject = _argument(stated.subject, "actor", context)
    target = _argument(stated.object, _object_kind(stated, context), context)
    if subject is None or target is None or subject.entity.iri == target.entity.iri:
        return []
    if stated.predicate == "commands" and target.entity.type == "Person" and subject.entity.type != "Person":
        subject, target = target, subject
    predicate = fitted(stated.predicate, subject.entity, target.entity)
    if predicate is None:
        return []
    aside = stated.background or _describes(stated, context)
    voices = [] if aside else covering(context.sources, stated.trigger)
    sources = _sources(voices, subject.entity, context)
    if stated.own_word and not sources:
        sources = (subject,)
    modality = Modality(stated.modality) if stated.modality else Modality.ASSERTED
    if not stated.background and stated.modality != Modality.ASSERTED.value:
        told = stated.trigger if stated.told is None else stated.told
        around = doubt.at(context.doubts, told)
        if stated.presupposed and around is not Modality.UNCONFIRMED:
            around = Modality.ASSERTED
        kept = modality is around is Modality.DENIED  # "Did not lose P": what is denied is the loss.
        modality = Modality.ASSERTED if kept else doubt.strongest([modality, around])
    where = place_of(stated, context.clauses, context.entities) if stated.placed else None
    place = _argument(where, "place", context) if where is not None else None
    claim = Claim(
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
        date=None if stated.background else context.days.of(stated, coming=modality is Modality.HYPOTHETICAL),
        extractor=context.extractor,
    )
    own = target.entity == stated.object.place and stated.object.how != SITE
    scene = [stated.object] if own else _listed(where, context)
    places = [mention for phrase in scene if (mention := _argument(phrase, "place", context))]
    return [claim, *presence.of_parties(claim, places, stated, context.document)]


def _describes(stated: Stated, context: Context) -> bool:
    """Whether a relative clause says it of somebody in passing: "X, whom Y leads". The author tells who they are."""
    clauses = context.clauses
    position = clauses.position(stated.trigger)
    word = clauses.syntax.nodes[position]
    if not isinstance(word, Word):
        return False
    if word.conjunction and word.suffix:
        position = _joined_to(clauses, position)
    if clauses.syntax.follows(position, "light", "copula", "adverb"):
        position -= 1
    if clauses.syntax.follows(position, "relative"):
        return not clauses.syntax.follows(position - 1, "being")  # "It is X that backs Y" is no aside.
    return clauses.syntax.tells_of_group(position)


def _joined_to(clauses: Clauses, position: int) -> int:
    """The verb before to which "and" joins the one at ``position``."""
    syntax = clauses.syntax
    return next((step for step in range(position - 1, 0, -1) if syntax.is_verb(step)), position)


def _listed(where: Phrase | None, context: Context) -> list[Phrase]:
    """The places of the list that ``where`` opens: a battle "in P and Q" is in both."""
    nodes = context.clauses.syntax.nodes
    position = next((i for i, node in enumerate(nodes) if node is where), None)
    return collect(nodes, position, "place")[0] if position is not None else []


def _argument(phrase: Phrase, kind: str, context: Context) -> Mention | None:
    entity = phrase.entity(kind)
    if entity is None:
        return None
    named = phrase.meant or phrase
    start = _behind_things(named) if kind == "actor" else named.start
    return Mention(context.document.span(start, named.end), entity)


def _behind_things(phrase: Phrase) -> int:
    """Where the words begin that name who owns what a phrase opens with: "X" in "the positions of X"."""
    if phrase.via != "transparent" or not phrase.words[0].is_a("target", "site"):
        return phrase.start
    things = 0
    while things < len(phrase.words) and phrase.words[things].is_a("target", "site", "affiliated"):
        things += 1
    if things == len(phrase.words) or any(word.is_a("movable", "military") for word in phrase.words[:things]):
        return phrase.start  # "A patrol of X" is people.
    owner = phrase.words[things]
    return (
        phrase.start if owner.is_a("nisba", "epithet") or owner.core_start >= phrase.end else owner.core_start
    )


def _object_kind(stated: Stated, context: Context) -> str:
    """Whether the object is meant as an actor or as a place.

    Where a relation takes both, a town is meant as a town, even if its name can stand for a government, and a country
    as a state.
    """
    kinds = context.relations[stated.predicate].object_kinds
    if len(kinds) == 1:
        return next(iter(kinds))
    place = stated.object.place
    return (
        "place" if place is not None and (stated.object.actor is None or place.type != "Country") else "actor"
    )


def fitted(predicate: str, subject: Entity, target: Entity) -> str | None:
    """The relation that these kinds of actor can have: a person is a member, an organisation a part."""
    if predicate in {"memberOf", "partOf"}:
        if target.type == "Person":
            return None
        return "memberOf" if subject.type == "Person" else "partOf"
    return predicate


def _sources(voices: list[Scope[Voice]], subject: Entity, context: Context) -> tuple[Mention, ...]:
    found: list[Mention] = []
    for phrase in voices[0].value.sources(subject) if voices else ():
        mention = _argument(phrase, "actor", context)
        if mention is not None:
            found.append(mention)
    return tuple(found)

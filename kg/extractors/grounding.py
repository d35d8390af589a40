"""From the words of a candidate to a claim with offsets and ids, or to the reason why it is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.extract import Understood, modality
from kg.extract.claims import fitted
from kg.extract.dates import Dated
from kg.extract.engine import Extractor
from kg.extract.scopes import Scope
from kg.extract.sections import Sentence
from kg.extractors.candidate import CandidateClaim
from kg.extractors.linking import Linker
from kg.extractors.quotes import Place, Quotes
from kg.extractors.reasons import Amendment, Reason, UngroundedError
from kg.extractors.relations import Relations
from kg.model import Claim, Document, Mention, Modality, PartialDate

_LONGEST_EVIDENCE = 1000
"""Code points. Between arguments that lie farther apart nothing can be checked."""
_FARTHEST_SPEAKER = 3000
"""Code points between a passage and whoever says it: quotations run over several paragraphs."""


@dataclass(frozen=True, slots=True)
class Grounded:
    """A candidate that holds, and what had to be changed in it."""

    claim: Claim
    amendments: tuple[Amendment, ...]


class Grounding:
    """One document, made ready for its candidates."""

    def __init__(self, document: Document, engine: Extractor, relations: Relations) -> None:
        self._document = document
        self._engine = engine
        self._relations = relations

    @cached_property
    def _quotes(self) -> Quotes:
        return Quotes(self._document.text, self._engine.lexicon)

    @cached_property
    def _understood(self) -> tuple[Understood, ...]:
        return tuple(self._engine.read(self._document))

    @cached_property
    def _linker(self) -> Linker:
        return Linker(self._document, self._engine, self._understood)

    def ground(
        self, candidate: CandidateClaim, extractor: str, choose: Callable[[Sequence[Place]], Place]
    ) -> Grounded:
        """The claim that ``candidate`` makes under the name ``extractor``. Raises ``UngroundedError``.

        ``choose`` picks one of several places where the evidence stands.
        """
        predicate = self._relations.named(candidate.predicate)
        said = _modality(candidate.modality)
        evidence = self._evidence(candidate.evidence, choose)
        trigger = self._trigger(candidate, evidence)
        one, other = self._arguments(candidate, evidence, trigger)
        subject = self._argument(one, predicate, "subject", candidate.subject_type)
        target = self._argument(other, predicate, "object", candidate.object_type)
        if subject.entity.iri == target.entity.iri:
            raise UngroundedError(Reason.SAME, f"both are {subject.entity.label}")
        predicate = fitted(predicate, subject.entity, target.entity) or predicate
        self._relations.check(predicate, subject.entity, target.entity)
        if self._relations.is_symmetric(predicate) and target.span.start < subject.span.start:
            subject, target = target, subject
        found = [said, *self._doubts(trigger or evidence)]
        lowered = modality.strongest(found) if said is Modality.ASSERTED else said
        place = self._where(candidate, evidence)
        day = self._when(candidate, evidence, coming=lowered is Modality.HYPOTHETICAL)
        amendments = {
            Amendment.MODALITY: lowered is not said,
            Amendment.PLACE: bool(candidate.place) and place is None,
            Amendment.DATE: bool(candidate.date) and day is None,
        }
        claim = Claim(
            self._document.sha256,
            subject,
            predicate,
            target,
            lowered,
            self._document.span(evidence.word_start, evidence.end),
            rule=f"{extractor.partition('/')[0]}.{predicate}",
            confidence=candidate.confidence,
            attributed_to=tuple(self._speaker(words, evidence) for words in candidate.speakers),
            place=place,
            date=day,
            extractor=extractor,
        )
        return Grounded(claim, tuple(each for each, done in amendments.items() if done))

    def check(self, claim: Claim) -> None:
        """Holds a claim with offsets of its own against the text. Raises ``UngroundedError``."""
        mentions = [claim.subject, claim.object, *claim.attributed_to, *filter(None, [claim.place])]
        spans = [claim.evidence, *(mention.span for mention in mentions)]
        text = self._document.text
        if claim.document != self._document.sha256 or any(
            text[span.start : span.end] != span.quote for span in spans
        ):
            raise UngroundedError(Reason.OFFSETS)
        self._relations.named(claim.predicate)

    def _evidence(self, quote: str, choose: Callable[[Sequence[Place]], Place]) -> Place:
        if len(quote) > _LONGEST_EVIDENCE:
            raise UngroundedError(Reason.LONG, f"quote at most {_LONGEST_EVIDENCE} characters")
        places = self._quotes.find(quote)
        if not places:
            raise UngroundedError(Reason.QUOTE, f"these words do not stand in the text: {quote!r}")
        return choose(places)

    def _inside(self, words: str, evidence: Place, reason: Reason) -> tuple[Place, ...]:
        places = self._quotes.find(words, evidence.word_start, evidence.end)
        if not places:
            raise UngroundedError(reason, f"{words!r} does not stand in the evidence")
        return places

    def _trigger(self, candidate: CandidateClaim, evidence: Place) -> Place | None:
        if candidate.trigger is None:
            return None
        return self._inside(candidate.trigger, evidence, Reason.TRIGGER)[0]

    def _arguments(
        self, candidate: CandidateClaim, evidence: Place, trigger: Place | None
    ) -> tuple[Place, Place]:
        """Where subject and object stand: nearest to the trigger, and not in each other if that can be."""
        subjects = self._inside(candidate.subject, evidence, Reason.ARGUMENT)
        objects = self._inside(candidate.object, evidence, Reason.ARGUMENT)
        near = trigger.start if trigger is not None else evidence.start
        pairs = [(one, other) for one in subjects for other in objects]
        apart = [pair for pair in pairs if pair[0].end <= pair[1].start or pair[1].end <= pair[0].start]
        nested = [pair for pair in pairs if (pair[0].start, pair[0].end) != (pair[1].start, pair[1].end)]
        if not apart and not nested:
            raise UngroundedError(Reason.SAME, f"{candidate.subject!r} is both")
        return min(
            apart or nested,
            key=lambda pair: (abs(pair[0].start - near) + abs(pair[1].start - near), pair[0].start),
        )

    def _argument(self, at: Place, predicate: str, side: str, type_: str | None) -> Mention:
        kinds = self._relations.kinds(predicate, side)
        found = {kind: self._linker.known(at, kind) for kind in kinds}
        actor, place = found.get("actor"), found.get("place")
        if place is not None and (actor is None or place.entity.type != "Country"):
            return place
        if actor is not None:
            return actor
        kind = "place" if kinds == {"place"} or self._relations.is_place(type_) else "actor"
        if kind not in kinds:
            raise UngroundedError(Reason.KIND, f"{predicate} takes no {type_} as its {side}")
        fallback = self._linker.head_type(at) or self._relations.fallback(predicate, side, kind)
        return self._linker.unlisted(at, kind, self._relations.type_of(kind, type_) or fallback)

    def _speaker(self, words: str, evidence: Place) -> Mention:
        low, high = evidence.word_start - _FARTHEST_SPEAKER, evidence.end + _FARTHEST_SPEAKER
        places = self._quotes.find(words, max(low, 0), high)
        if not places:
            raise UngroundedError(Reason.SPEAKER, f"{words!r} does not stand near the evidence")
        at = _nearest(places, evidence)
        known = self._linker.known(at, "actor")
        if known is not None:
            return known
        try:
            return self._linker.unlisted(at, "actor", self._linker.head_type(at) or "Actor")
        except UngroundedError:
            described = self._linker.described(at)
            if described is None:
                raise
            return described

    def _doubts(self, at: Place) -> list[Modality]:
        """What the rules find that reaches these words: negations, hedges, conditions."""
        return [
            scope.value
            for sentence in self._understood
            if _meet(at, sentence.sentence)
            for scope in sentence.doubts()
            if _meet(at, scope)
        ]

    def _where(self, candidate: CandidateClaim, evidence: Place) -> Mention | None:
        places = self._quotes.find(candidate.place) if candidate.place else ()
        if not places:
            return None
        at = _nearest(places, evidence)
        try:
            return self._linker.known(at, "place") or self._linker.unlisted(at, "place", "Place")
        except UngroundedError:
            return None

    def _when(self, candidate: CandidateClaim, evidence: Place, *, coming: bool) -> PartialDate | None:
        places = self._quotes.find(candidate.date) if candidate.date else ()
        if not places:
            return None
        at = _nearest(places, evidence)
        dated = next(
            (each for sentence in self._understood for each in sentence.dated if _meet(at, each)),
            None,
        )
        return None if dated is None else dated.coming if coming else dated.past


def _meet(at: Place, other: Sentence | Dated | Scope[Modality]) -> bool:
    return other.start < at.end and at.word_start < other.end


def _nearest(places: Sequence[Place], evidence: Place) -> Place:
    return min(places, key=lambda at: (max(evidence.start - at.end, at.start - evidence.end, 0), at.start))


def _modality(name: str) -> Modality:
    try:
        return Modality(name.strip().lower())
    except ValueError:
        known = ", ".join(Modality)
        raise UngroundedError(Reason.MODALITY, f"{name!r} is none of {known}") from None

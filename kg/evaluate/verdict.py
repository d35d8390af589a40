"""What is right and wrong in the claims found in one passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.evaluate.annotations import Annotated, AnnotatedClaim
from kg.evaluate.found import FoundClaim
from kg.evaluate.matching import Matcher
from kg.evaluate.pairing import pair
from kg.evaluate.relations import Reading


@dataclass(frozen=True, slots=True)
class Hit:
    """A required claim that was found."""

    claim: AnnotatedClaim
    found: FoundClaim
    same_source: bool

    @property
    def same_modality(self) -> bool:
        """Whether it was found as surely stated as it is."""
        return self.found.modality is self.claim.modality


@dataclass(frozen=True, slots=True)
class Verdict:
    """One passage, judged. Claims that hit an optional one, or one that is hit already, are in none of the three."""

    passage: Annotated
    hits: tuple[Hit, ...]
    missed: tuple[AnnotatedClaim, ...]
    """Required claims that nothing found hits."""
    false: tuple[FoundClaim, ...]
    """Found claims that no annotated one agrees with; the same claim counts once."""
    turned_round: tuple[FoundClaim, ...]
    """Those of the false ones that would be right from object to subject."""


def judge(passage: Annotated, found: Sequence[FoundClaim], reading: Reading) -> Verdict:
    """Holds the claims found in ``passage`` against the annotated ones.

    Required and found claims are paired one to one, as many as possible.
    """
    matcher = Matcher(passage, reading)
    fitting = [
        [n for n, each in enumerate(found) if matcher.matches(each, claim)] for claim in passage.claims
    ]
    wishes = {
        number: sorted(fitting[number], key=lambda n: matcher.closeness(found[n], claim), reverse=True)
        for number, claim in enumerate(passage.claims)
        if claim.required
    }
    pairs = pair(wishes)
    supported = {n for fits in fitting for n in fits}
    false = _once([each for n, each in enumerate(found) if n not in supported], reading)
    return Verdict(
        passage,
        tuple(
            _hit(passage.claims[number], found[pairs[number]], matcher)
            for number in wishes
            if number in pairs
        ),
        tuple(passage.claims[number] for number in wishes if number not in pairs),
        false,
        tuple(
            each for each in false if any(matcher.is_turned_round(each, claim) for claim in passage.claims)
        ),
    )


def _hit(claim: AnnotatedClaim, found: FoundClaim, matcher: Matcher) -> Hit:
    return Hit(claim, found, matcher.same_source(found, claim))


def _once(claims: Sequence[FoundClaim], reading: Reading) -> tuple[FoundClaim, ...]:
    """The claims without those that say the same again."""
    kept: dict[tuple[str, ...], FoundClaim] = {}
    for claim in claims:
        name = reading.names[claim.predicate]
        ends = [claim.subject.id, claim.object.id]
        kept.setdefault((name, *(sorted(ends) if name in reading.symmetric else ends)), claim)
    return tuple(kept.values())

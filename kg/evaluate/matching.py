"""When a found claim is an annotated one: the same relation between the same two."""

from __future__ import annotations

from dataclasses import dataclass

from kg.evaluate.annotations import Annotated, AnnotatedClaim
from kg.evaluate.argument import Argument, is_named, overlaps
from kg.evaluate.found import FoundClaim
from kg.evaluate.relations import Reading


@dataclass(frozen=True, slots=True)
class Matcher:
    """Compares the claims of one passage, with relations read as ``reading`` says."""

    passage: Annotated
    reading: Reading

    def matches(self, found: FoundClaim, claim: AnnotatedClaim) -> bool:
        """Whether relation, subject and object agree; a symmetric relation may have them in either order."""
        if not self._same_relation(found, claim):
            return False
        return self._in_order(found, claim) or (
            self.reading.names[claim.predicate] in self.reading.symmetric and self._turned(found, claim)
        )

    def is_turned_round(self, found: FoundClaim, claim: AnnotatedClaim) -> bool:
        """Whether a directed relation was found from its object to its subject."""
        directed = self.reading.names[claim.predicate] not in self.reading.symmetric
        return directed and self._same_relation(found, claim) and self._turned(found, claim)

    def same_source(self, found: FoundClaim, claim: AnnotatedClaim) -> bool:
        """Whether the innermost source is the annotated one; both may have none."""
        innermost = found.sources[0] if found.sources else None
        if innermost is None or claim.source is None:
            return innermost is None and claim.source is None
        return self.same(innermost, claim.source)

    def same(self, found: Argument, annotated: Argument) -> bool:
        """Whether two arguments are the same: by where they stand, or by name."""
        return overlaps(found, annotated) or is_named(found, self.passage.names[annotated.name])

    def closeness(self, found: FoundClaim, claim: AnnotatedClaim) -> tuple[int, int, int]:
        """How well a claim that matches fits, the larger the better.

        First by how many of its two sides stand where they are annotated; of several at the same words, by source and
        modality.
        """
        straight = overlaps(found.subject, claim.subject) + overlaps(found.object, claim.object)
        turned = overlaps(found.object, claim.subject) + overlaps(found.subject, claim.object)
        said = self.same_source(found, claim) + (found.modality is claim.modality)
        standing = (
            max(straight, turned)
            if self.reading.names[claim.predicate] in self.reading.symmetric
            else straight
        )
        return standing, said, -found.start

    def _same_relation(self, found: FoundClaim, claim: AnnotatedClaim) -> bool:
        return self.reading.names[found.predicate] == self.reading.names[claim.predicate]

    def _in_order(self, found: FoundClaim, claim: AnnotatedClaim) -> bool:
        return self.same(found.subject, claim.subject) and self.same(found.object, claim.object)

    def _turned(self, found: FoundClaim, claim: AnnotatedClaim) -> bool:
        return self.same(found.object, claim.subject) and self.same(found.subject, claim.object)

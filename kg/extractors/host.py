"""Runs extractors on documents, and makes claims of what they give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from kg.errors import KGError
from kg.extract import holding
from kg.extractors.candidate import CandidateClaim, Refused
from kg.extractors.errors import ExtractorFailedError, UnreadLanguageError
from kg.extractors.grounding import Grounding
from kg.extractors.packed import PackedExtractors
from kg.extractors.protocol import Context, Extractor, Given
from kg.extractors.quotes import Place
from kg.extractors.reasons import Reason, UngroundedError
from kg.extractors.relations import Relations
from kg.extractors.tally import Harvest, Tally, counted
from kg.iri import Iris
from kg.model import Claim, Document
from kg.ontology import load_ontology

_MOST_CANDIDATES = 100_000
"""Of one document: more is an extractor that does not end."""


class Host:
    """Several extractors side by side. Each keeps its own name in its claims, and none hides another's."""

    def __init__(self, extractors: Sequence[Extractor], iris: Iris | None = None) -> None:
        self._extractors = tuple(extractors)
        self._iris = iris or Iris()
        self._packed = PackedExtractors(self._iris)
        self._relations = Relations(load_ontology())
        self.name = " ".join(sorted({each.name for each in self._extractors}))
        """The names of all, one space between them."""

    def extract(self, document: Document) -> Harvest:
        """The claims of ``document``, extractor by extractor, with the count of what was refused.

        An extractor that does not read the document's language is passed over. Raises ``UnreadLanguageError`` where
        all are, ``UnknownLanguageError`` where no pack has the language's clitics and names, and
        ``ExtractorFailedError`` or any ``KGError`` of an extractor, whose claims would be incomplete.
        """
        fitting = [
            each for each in self._extractors if not each.languages or document.language in each.languages
        ]
        if not fitting:
            raise UnreadLanguageError(document.language, [each.name for each in self._extractors])
        grounding = Grounding(document, self._packed.of(document.language), self._relations)
        runs = [self._run(each, document, grounding) for each in fitting]
        claims = holding.agreed(claim for run in runs for claim in run.claims.values())
        return Harvest(claims, tuple(run.tally() for run in runs))

    def _run(self, extractor: Extractor, document: Document, grounding: Grounding) -> _Run:
        run = _Run(f"{extractor.name}/{extractor.version}", extractor.name, grounding, self._iris)
        context = Context(
            self._relations.stateable,
            self._relations.types,
            run.problem,
            lambda: self._packed.extract(document),
        )
        for given in _guarded(extractor, document, context):
            run.take(given)
        return run


@dataclass(slots=True)
class _Run:
    """One extractor on one document."""

    full_name: str
    name: str
    grounding: Grounding
    iris: Iris
    claims: dict[str, Claim] = field(default_factory=dict)
    refused: Counter[str] = field(default_factory=Counter)
    amended: Counter[str] = field(default_factory=Counter)
    reached: int = 0
    """Where the evidence of the last claim begins."""
    used: dict[CandidateClaim, set[int]] = field(default_factory=dict)
    """Where the evidence of each candidate was found that came before."""

    def take(self, given: Given) -> None:
        """Keeps what holds, counts what does not."""
        try:
            claim = self._claim(given)
        except UngroundedError as error:
            self.refused[error.reason] += 1
            return
        if claim is not None:
            iri = self.iris.claim(claim)
            if iri in self.claims:
                self.refused[Reason.REPEATED] += 1
            self.claims.setdefault(iri, claim)

    def problem(self, candidate: CandidateClaim) -> str | None:
        """Why a candidate would be refused, or None."""
        try:
            self.grounding.ground(candidate, self.full_name, lambda places: self._next(candidate, places))
        except UngroundedError as error:
            return str(error)
        return None

    def tally(self) -> Tally:
        """What became of everything so far."""
        return Tally(self.name, len(self.claims), counted(self.refused), counted(self.amended))

    def _claim(self, given: Given) -> Claim | None:
        if isinstance(given, Refused):
            self.refused[given.reason] += 1
            return None
        if isinstance(given, Claim):
            self.grounding.check(given)
            return replace(given, extractor=self.full_name)
        if not isinstance(given, CandidateClaim):
            raise UngroundedError(Reason.FORM)
        grounded = self.grounding.ground(given, self.full_name, lambda places: self._next(given, places))
        self.reached = grounded.claim.evidence.start
        self.used.setdefault(given, set()).add(self.reached)
        self.amended.update(grounded.amendments)
        return grounded.claim

    def _next(self, candidate: CandidateClaim, places: Sequence[Place]) -> Place:
        """The place nearest to the claim before; where the very same was said already, the next one after it."""
        used = self.used.get(candidate, set())
        fresh = [place for place in places if place.word_start not in used]
        behind = [place for place in fresh if used and place.word_start > max(used)]
        return min(
            behind or fresh or places,
            key=lambda place: (abs(place.word_start - self.reached), place.word_start),
        )


def _guarded(extractor: Extractor, document: Document, context: Context) -> Iterator[Given]:
    """What the extractor gives, one by one; an error that is not meant for the user names whose it is."""
    try:
        given = iter(extractor.extract(document, context))
        yield from islice(given, _MOST_CANDIDATES)
        endless = next(given, None) is not None
    except KGError:
        raise
    # An extractor is code of strangers, which may raise anything; the other documents must not suffer for it.
    except Exception as error:
        raise ExtractorFailedError(extractor.name, document.name, error) from error
    if endless:
        too_many = OverflowError(f"more than {_MOST_CANDIDATES:,} candidates")
        raise ExtractorFailedError(extractor.name, document.name, too_many)

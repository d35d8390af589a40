"""Annotated passages and the claims found in them, scored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.evaluate import (
    FoundClaim,
    Part,
    Reading,
    Record,
    Verdict,
    f1_interval,
    family,
    figures,
    found_claim,
    judge,
    mistakes,
    read_predictions,
    rule_figures,
    strict,
)
from kg.iri import Iris
from kg.jsonl import claim_record
from kg.model import Document
from kg.ontology import relations
from kg.pipeline.extraction import Extraction, extract
from kg.pipeline.gold import GoldSet, relation_names
from kg.pipeline.stages import ClaimSource

TOGETHER = "all"
"""The name of the score over all sets."""


@dataclass(frozen=True, slots=True)
class Score:
    """The verdicts on the passages of one set, or of all of them, or of a part."""

    name: str
    part: Part | None
    strict: tuple[Verdict, ...]
    family: tuple[Verdict, ...]

    def record(self, *, rules: bool = False, errors: bool = False) -> dict[str, Any]:
        """The figures as plain data, with those of each rule and with every mistake where that is asked for."""
        return {
            "set": self.name,
            "part": str(self.part) if self.part else None,
            "passages": len(self.strict),
            "strict": _record(self.strict, strict(relations())),
            "family": _record(self.family, family(relations())),
            **({"rules": [each.record() for each in rule_figures(self.strict)]} if rules else {}),
            **(
                {"errors": [each.record() for one in self.strict for each in mistakes(one)]} if errors else {}
            ),
        }


def evaluate(
    sets: Sequence[GoldSet],
    *,
    parts: Sequence[Part] = (),
    predictions: Path | None = None,
    extractor: ClaimSource | None = None,
) -> list[Score]:
    """Scores each set, then all together where there are several: each of ``parts``, or the whole.

    The claims are those that ``extractor`` reads (the rules, if none is given), or stand in ``predictions`` if that is
    given. Raises ``InputError``.
    """
    find = _extracted(extractor) if predictions is None else _predicted(sets, predictions)
    scores = [_score(each, part, find) for each in sets for part in parts or (None,)]
    if len(sets) > 1:
        scores += [_together(scores, part) for part in parts or (None,)]
    return scores


_Find = Callable[[Sequence[Document]], Iterator[tuple[str, list[FoundClaim]]]]


def _score(one: GoldSet, part: Part | None, find: _Find) -> Score:
    judged = [(one.annotated[name], found) for name, found in find(one.part(part))]

    def verdicts(reading: Reading) -> tuple[Verdict, ...]:
        return tuple(judge(annotated, found, reading) for annotated, found in judged)

    return Score(one.name, part, verdicts(strict(relations())), verdicts(family(relations())))


def _together(scores: Sequence[Score], part: Part | None) -> Score:
    own = [score for score in scores if score.part == part]
    return Score(
        TOGETHER,
        part,
        tuple(verdict for score in own for verdict in score.strict),
        tuple(verdict for score in own for verdict in score.family),
    )


def _extracted(extractor: ClaimSource | None) -> _Find:
    names, iris = relation_names(), Iris()

    def find(documents: Sequence[Document]) -> Iterator[tuple[str, list[FoundClaim]]]:
        for each in extract(documents, extractor=extractor):
            if not isinstance(each, Extraction):
                raise InputError(each.name, each.problem, each.way_out)
            records = (claim_record(claim, each.document, iris) for claim in each.claims)
            found = [
                found_claim(Record(each.document.name, record), each.document.text, names)
                for record in records
            ]
            yield each.document.name, found

    return find


def _predicted(sets: Iterable[GoldSet], path: Path) -> _Find:
    texts = {document.name: document.text for one in sets for document in one.documents}
    found = read_predictions(path, texts, relation_names())
    return lambda documents: ((each.name, found.get(each.name, [])) for each in documents)


def _record(verdicts: Sequence[Verdict], reading: Reading) -> dict[str, Any]:
    whole, *by_relation = figures(verdicts, reading)
    between = f1_interval(verdicts)
    return {
        **whole.record(),
        "f1_between": [round(between.low, 4), round(between.high, 4)] if between else None,
        "relations": {each.relation: each.record() for each in by_relation},
    }

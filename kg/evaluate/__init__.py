"""How well claims were read: annotated passages, the claims found in them, and the figures that come of the two."""

from kg.evaluate.annotations import Annotated, AnnotatedClaim, read_annotations
from kg.evaluate.argument import Argument
from kg.evaluate.figures import Figures, Ratio, figures
from kg.evaluate.found import FoundClaim, found_claim, read_predictions
from kg.evaluate.interval import Interval, f1_interval
from kg.evaluate.mistakes import Mistake, mistakes
from kg.evaluate.part import Part, parse_part
from kg.evaluate.records import Record
from kg.evaluate.relations import Reading, family, strict
from kg.evaluate.rules import RuleFigures, rule_figures
from kg.evaluate.verdict import Hit, Verdict, judge

__all__ = [
    "Annotated",
    "AnnotatedClaim",
    "Argument",
    "Figures",
    "FoundClaim",
    "Hit",
    "Interval",
    "Mistake",
    "Part",
    "Ratio",
    "Reading",
    "Record",
    "RuleFigures",
    "Verdict",
    "f1_interval",
    "family",
    "figures",
    "found_claim",
    "judge",
    "mistakes",
    "parse_part",
    "read_annotations",
    "read_predictions",
    "rule_figures",
    "strict",
]

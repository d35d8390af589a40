"""How well claims are read, beside what was measured before.

Run: ``python -m benchmarks.accuracy GOLD [--write]``, where GOLD is what ``kg eval`` takes: annotated passages. Every
second one, from the first on, may be looked at while rules are written; the others are only measured. ``--parts
ar=1-7/8,8/8`` parts a set in another way. Prints the figures of both parts with the difference to
``benchmarks/extraction.json``; then the rules that are wrong too often, and the frames of the language packs whose
confidence is not borne out. ``--write`` keeps the new figures in that file. It holds figures alone, and no word of any
passage.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from kg.errors import KGError
from kg.evaluate import RuleFigures, parse_part, rule_figures
from kg.pipeline import TOGETHER, evaluate, gold_sets

BASELINE = Path(__file__).with_name("extraction.json")
PARTS = ("1/2", "2/2")
FLOOR = 0.6
"""A rule that is right less often than this should go, or ship with a low confidence."""
ENOUGH = 5
"""Judged claims without which nothing is said of a rule."""
_SHOWN = ("precision", "recall", "f1", "modality", "attribution", "direction")
_SURE = 1.96
"""Standard deviations on either side that hold 95 of 100 cases."""

Figures: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A frame whose confidence lies outside of what its measured precision allows."""

    frame: str
    confidence: float
    hits: int
    judged: int
    low: float
    high: float


def measure(
    gold: Path, parts: Mapping[str, tuple[str, str]] | None = None
) -> tuple[Figures, tuple[RuleFigures, ...]]:
    """What the file of figures is to hold, and the figures of each rule over all passages. Raises ``InputError``.

    ``parts`` says of a set, by its name, which part was looked at and which was only measured.
    """
    scores = [
        score
        for own in gold_sets(gold)
        for score in evaluate([own], parts=[parse_part(part) for part in (parts or {}).get(own.name, PARTS)])
    ]
    own = [score for score in scores if score.name != TOGETHER]
    rules = rule_figures([verdict for score in own for verdict in score.strict])
    return {"scores": [score.record() for score in own], "rules": [each.record() for each in rules]}, rules


def compared(now: Figures, before: Figures) -> Iterator[str]:
    """A line for each score, with the difference to the same one before where there was one."""
    known = {(each["set"], each["part"]): each for each in before.get("scores", ())}
    for score in now["scores"]:
        old = known.get((score["set"], score["part"]), {})
        for way in ("strict", "family"):
            figures = (_difference(key, score[way][key], old.get(way, {}).get(key)) for key in _SHOWN)
            yield f"{score['set']} {score['part']} {way:6}  {'  '.join(figures)}"


def _difference(key: str, now: float | None, before: float | None) -> str:
    if now is None:
        return f"{key} -"
    change = f" ({now - before:+.2f})" if before is not None and round(now - before, 2) else ""
    return f"{key} {now:.2f}{change}"


def apart(now: Figures) -> Iterator[str]:
    """For each set, how much better the half that was looked at is read than the other."""
    by_set: dict[str, list[Figures]] = defaultdict(list)
    for score in now["scores"]:
        by_set[score["set"]].append(score)
    for name, (seen, unseen) in by_set.items():
        if seen["strict"]["f1"] is not None and unseen["strict"]["f1"] is not None:
            yield f"{name}: F1 {seen['strict']['f1'] - unseen['strict']['f1']:+.2f} where it was looked at"


def too_often_wrong(rules: Iterable[RuleFigures]) -> list[RuleFigures]:
    """The rules below the floor, of those judged often enough, the worst first."""
    below = (each for each in rules if each.judged >= ENOUGH and each.precision < FLOOR)
    return sorted(below, key=lambda each: (each.precision, each.rule))


def doubtful(rules: Iterable[RuleFigures]) -> list[Doubt]:
    """The frames whose confidence is outside the interval of their measured precision (Wilson 1927, 95 of 100).

    A frame is all rules of its id, as ``ar.attack`` of ``ar.attack.verb``; its confidence is their mean.
    """
    by_frame: dict[str, list[RuleFigures]] = defaultdict(list)
    for each in rules:
        by_frame[".".join(each.rule.split(".")[:2])].append(each)
    found = []
    for frame, own in sorted(by_frame.items()):
        hits, judged = sum(each.hits for each in own), sum(each.judged for each in own)
        confidence = sum(each.confidence * each.judged for each in own) / judged
        low, high = wilson(hits, judged)
        if judged >= ENOUGH and not low <= confidence <= high:
            found.append(Doubt(frame, confidence, hits, judged, low, high))
    return found


def wilson(hits: int, judged: int) -> tuple[float, float]:
    """Between which two values a share lies that was found to be ``hits`` of ``judged``."""
    share, spread = hits / judged, _SURE**2 / judged
    middle = (share + spread / 2) / (1 + spread)
    width = math.sqrt(share * (1 - share) * spread + spread**2 / 4) / (1 + spread)
    return max(0.0, middle - width), min(1.0, middle + width)


def read_baseline(path: Path) -> Figures:
    """The figures that were kept; none, if there is no such file yet."""
    if not path.is_file():
        return {}
    figures: Figures = json.loads(path.read_text("utf-8"))
    return figures


def write_baseline(path: Path, figures: Figures) -> None:
    """Keeps the figures, sorted and in few lines, so that a difference shows what changed."""
    path.write_text(_laid_out(figures) + "\n", encoding="utf-8")


def _laid_out(value: Any, indent: str = "") -> str:
    """JSON in which whatever holds no object stands on one line."""
    within = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if not any(isinstance(each, dict) or (isinstance(each, list) and each) for each in within):
        return json.dumps(value, sort_keys=True)
    deeper = indent + " "
    if isinstance(value, dict):
        rows = [f"{json.dumps(key)}: {_laid_out(value[key], deeper)}" for key in sorted(value)]
    else:
        rows = [_laid_out(each, deeper) for each in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}\n{deeper}" + f",\n{deeper}".join(rows) + f"\n{indent}{closing}"


def _parted(text: str) -> tuple[str, tuple[str, str]]:
    name, _, parts = text.partition("=")
    looked_at, _, measured = parts.partition(",")
    if not (name and looked_at and measured):
        raise argparse.ArgumentTypeError(f"{text!r} is not SET=LOOKED-AT,MEASURED, such as ar=1-7/8,8/8")
    return name, (looked_at, measured)


def main() -> None:
    """Measures, compares and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", type=Path, help="a folder of annotated passages, or one file of annotations")
    parser.add_argument(
        "--parts",
        action="append",
        type=_parted,
        default=[],
        metavar="SET=LOOKED-AT,MEASURED",
        help="which passages of a set were looked at, such as ar=1-7/8,8/8",
    )
    parser.add_argument("--write", action="store_true", help=f"keep the figures in {BASELINE.name}")
    given = parser.parse_args()
    try:
        now, rules = measure(given.gold, dict(given.parts))
    except KGError as error:
        parser.error(str(error))
    print("\n".join((*compared(now, read_baseline(BASELINE)), *apart(now))))
    for rule in too_often_wrong(rules):
        print(f"too often wrong: {rule.rule} is right in {rule.hits} of {rule.judged}")
    for each in doubtful(rules):
        print(
            f"confidence of {each.frame} is {each.confidence:.2f}, but it is right in {each.hits} of "
            f"{each.judged}: between {each.low:.2f} and {each.high:.2f}"
        )
    if given.write:
        write_baseline(BASELINE, now)
        print(f"kept in {BASELINE.name}")


if __name__ == "__main__":
    main()

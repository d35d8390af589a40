"""``kg eval``: how well claims are read, held against annotated passages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.extractors import extractor_option
from kg.cli.output import say, write, write_json
from kg.cli.settings import json_option
from kg.cli.table import Cell, write_table
from kg.pipeline.choosing import claim_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.pipeline import GoldSet

_FIGURES = {
    "required": "required",
    "hits": "found",
    "false": "false",
    "precision": "precision",
    "recall": "recall",
    "f1": "F1",
    "modality": "modality",
    "attribution": "attribution",
    "direction": "direction",
}
_WHICH = {"set": "passages", "part": "part"}
_SCORES = {**_WHICH, "scored": "scored", **_FIGURES, "between": "F1 in 95 of 100 draws"}
_RELATIONS = {**_WHICH, "relation": "relation", **_FIGURES}
_RULES = {
    **_WHICH,
    "rule": "rule",
    "hits": "right",
    "false": "false",
    "precision": "precision",
    "confidence": "confidence",
}
_ERRORS = {
    "what": "what",
    "passage": "passage",
    "subject": "subject",
    "relation": "relation",
    "object": "object",
    "modality": "modality",
    "source": "according to",
    "rule": "rule",
    "sentence": "sentence",
}


@click.command("eval")
@click.argument("gold", metavar="GOLD", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--predictions",
    metavar="FILE",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Score the claims in this file, as 'kg extract --format jsonl' writes them, instead of extracting.",
)
@extractor_option
@click.option(
    "--part",
    "parts",
    metavar="N/M",
    multiple=True,
    help="Deal the passages out in turn onto M heaps and score heap N alone; N may be several, as 1-3/4. "
    "Given twice, the parts stand side by side.",
)
@click.option("--rules", is_flag=True, help="Also each rule: how often it is right, and its confidence.")
@click.option(
    "--errors",
    is_flag=True,
    help="Also what is missed, false or wrong in modality or source, with the sentences; of several parts "
    "those of the first alone, so that the others stay unseen.",
)
@json_option
def command(
    gold: Path,
    predictions: Path | None,
    extractors: tuple[str, ...],
    parts: tuple[str, ...],
    *,
    rules: bool,
    errors: bool,
    as_json: bool,
) -> int:
    """Score extraction against passages that people have annotated.

    GOLD is a file X.gold.jsonl beside its passages X.jsonl, or a folder of such pairs. Precision, recall and
    F1 count required claims; a claim found must agree in relation, subject and object. 'strict' tells all
    relations apart, 'family' counts an attack as a fight and so on up. Modality, attribution and direction
    are those of the claims found.

    \b
    Examples:
      kg eval gold/
      kg eval gold/ar.gold.jsonl --part 1/2 --part 2/2 --rules
      kg eval gold/ --extractor rules --extractor llm
      kg extract gold/ar.jsonl --format jsonl > claims.jsonl
      kg eval gold/ar.gold.jsonl --predictions claims.jsonl --errors
    """
    from kg.evaluate import parse_part
    from kg.iri import Iris
    from kg.pipeline import TOGETHER, evaluate, gold_sets

    if predictions is not None and extractors:
        raise click.UsageError("--predictions scores claims that are there, --extractor reads anew; give one")
    wanted = [parse_part(part) for part in parts]
    sets = gold_sets(gold)
    _say_what_is_left_out(sets)
    source = claim_source(extractors)(Iris())
    scores = evaluate(sets, parts=wanted, predictions=predictions, extractor=source)
    looked_at = wanted[0] if wanted else None
    found = [
        score.record(rules=rules, errors=errors and score.part == looked_at and score.name != TOGETHER)
        for score in scores
    ]
    if as_json:
        write_json({"scores": found})
        return 0
    _write_tables(found)
    return 0


def _say_what_is_left_out(sets: Sequence[GoldSet]) -> None:
    for each in sets:
        if bare := len(each.documents) - len(each.annotated):
            say(f"{each.name}: {bare} of {len(each.documents)} passages have no annotation and are left out")


def _write_tables(scores: list[dict[str, Any]]) -> None:
    write_table(
        _SCORES, [_row(score, score[way], scored=way) for score in scores for way in ("strict", "family")]
    )
    write("")
    rows = [
        _row(score, figures, relation=relation)
        for score in scores
        for relation, figures in score["strict"]["relations"].items()
    ]
    write_table(_RELATIONS, rows)
    _write_listed(scores, "rules", _RULES)
    _write_listed(scores, "errors", _ERRORS)


def _write_listed(scores: list[dict[str, Any]], key: str, columns: dict[str, str]) -> None:
    rows = [_row(score, each) for score in scores for each in score.get(key, ())]
    if rows:
        write("")
        write_table(columns, rows)


def _row(score: dict[str, Any], values: dict[str, Any], **more: Cell) -> dict[str, Cell]:
    between = values.get("f1_between")
    return {
        "set": score["set"],
        "part": score["part"] or "all",
        "between": f"{between[0]:.2f} to {between[1]:.2f}" if between else "",
        **{key: f"{value:.2f}" if isinstance(value, float) else value for key, value in values.items()},
        **more,
    }

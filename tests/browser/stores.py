"""What the page is looked at over: the seed article, and five thousand actors in made-up reports."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.made_claims import Somebody, World
from kg.namespaces import BASE
from tests.cli.conftest import SEED, run

ACTORS = 5_000
AROUND_HUB = 600
"""So many attack one of them: what such a hub is tied to fills more than one page."""
HUB = "Hezbollah"
_IN_REPORT = 20
_RELATIONS = ("attacks", "fights", "supports", "opposes", "negotiatesWith", "funds")
_MODALITIES = ("asserted",) * 8 + ("unconfirmed", "denied")


def seed(folder: Path) -> Path:
    """A store with the seed article."""
    return _loaded(folder, SEED)


def many(folder: Path) -> Path:
    """A store in which five thousand actors are spoken of, each at least once."""
    return _loaded(folder, _written(folder.with_suffix(".jsonl"), _claims()))


def _claims() -> Iterator[dict[str, Any]]:
    chance = random.Random(0)
    world = World(ACTORS, chance)
    # The hub is first, whomever chance had put there.
    actors = sorted(world.actors, key=lambda one: one.label != HUB)
    for number in range(1, ACTORS):
        # Somebody of those before: so all hang together, and few are tied to many.
        other = 0 if number <= AROUND_HUB else chance.randrange(1, number)
        relation = "attacks" if other == 0 else chance.choice(_RELATIONS)
        modality = "asserted" if other == 0 else chance.choice(_MODALITIES)
        place = world.place(chance) if chance.random() < 0.2 else None
        yield _claim(number, actors[number], relation, actors[other], modality, place)


def _claim(
    number: int, one: Somebody, relation: str, other: Somebody, modality: str, place: Somebody | None = None
) -> dict[str, Any]:
    start = 200 * (number % _IN_REPORT)
    words = f"{one.label_ar} قاتل "
    quote = words + other.label_ar
    end = start + len(quote)
    return {
        "claim": "",
        "document": f"{number // _IN_REPORT}.txt",
        "language": "ar",
        "subject": one.named(start),
        "predicate": relation,
        "object": other.named(start + len(words)),
        "modality": modality,
        "attributed_to": [],
        "place": place.named(end + 1) if place else None,
        "date": None,
        "evidence": {"start": start, "end": end, "quote": quote},
        "confidence": 0.9,
        "rule": "made",
        "extractor": "made/1",
        "about": _about(number // _IN_REPORT),
    }


def _about(report: int) -> dict[str, Any]:
    return {
        "sha256": hashlib.sha256(b"report %d" % report).hexdigest(),
        "characters": 200 * _IN_REPORT + 200,
        "date": {"value": f"{2012 + report % 10}-{report % 12 + 1:02}-01", "precision": "day"},
        "source": f"Agency {report % 7}",
        "title": f"تقرير {report}",
    }


def _written(path: Path, claims: Iterable[dict[str, Any]]) -> Path:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(claim, ensure_ascii=False)}\n" for claim in claims)
    return path


def _loaded(folder: Path, *documents: Path) -> Path:
    done = run("load", *documents, store=folder)
    assert done.code == 0, done.err
    return folder


def every_manner(folder: Path) -> Path:
    """A store in which the same few say everything in every manner; of one pair also the opposite."""
    return _loaded(folder, _written(folder.with_suffix(".jsonl"), _in_every_manner()))


def _in_every_manner() -> Iterator[dict[str, Any]]:
    actors = World(ACTORS, random.Random(0)).actors
    hub, *others = sorted(actors, key=lambda one: one.label != HUB)[:6]
    said = (
        ("attacks", "asserted"),
        ("supports", "unconfirmed"),
        ("funds", "hypothetical"),
        ("arms", "denied"),
        ("fights", "asserted"),
    )
    for number, (other, (relation, modality)) in enumerate(zip(others, said, strict=True)):
        yield _claim(number, hub, relation, other, modality)
    yield _claim(len(said), hub, "supports", others[-1], "asserted")


def one_more(claims: Path) -> None:
    """Claims of two documents: one that every store takes, and one with a place of no kind, which none does."""
    hub, other = World(40, random.Random(0)).actors[:2]
    nowhere = Somebody(f"{BASE}place/nowhere", "Place", "Nowhere", "لا مكان", known=False)
    _written(
        claims,
        (
            _claim(0, hub, "attacks", other, "asserted"),
            _claim(_IN_REPORT, hub, "controls", nowhere, "asserted"),
        ),
    )

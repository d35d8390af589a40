"""Made-up claims at any size, as ``kg extract --format jsonl`` writes them.

Run: ``python -m benchmarks.made_claims N > claims.jsonl``. The same number gives the same lines. About twenty claims a
document. Known actors and places are those of the registry; beyond them come made-up ones, with a name in Arabic and in
Latin letters. How often somebody is spoken of falls as one over his rank, and whom he has to do with is a few dozen at
most, as in reporting: so a pair comes up again and again, now and then with the opposite said of it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from kg.namespaces import BASE
from kg.registry import load_registry

IN_DOCUMENT = 20
"""Claims of one document."""
_RELATIONS = {
    "fights": 22, "attacks": 24, "supports": 10, "alliedWith": 4, "commands": 6, "partOf": 6, "opposes": 6,
    "negotiatesWith": 4, "arms": 2, "funds": 2, "memberOf": 4,
}  # fmt: skip
_OF_PLACES = {"controls": 5, "presentIn": 5}
_OF_MEN = frozenset({"commands", "partOf", "memberOf"})
_BELOW = 8
"""How many an actor commands, or are a part of it: armies are trees, and what follows from them stays small."""
_MODALITIES = {"asserted": 86, "unconfirmed": 6, "hypothetical": 5, "denied": 3}
_OPPOSITE = {"supports": "fights", "alliedWith": "attacks", "fights": "supports", "attacks": "supports"}
_OPPOSED = 0.02
"""The part of the claims that say the opposite of what is usual of their pair."""
_SYLLABLES = [
    ("با", "ba"), ("دي", "di"), ("رو", "ru"), ("سا", "sa"), ("شم", "sham"), ("طي", "ti"), ("فا", "fa"), ("قد", "qad"),
    ("كر", "kar"), ("لو", "lu"), ("من", "man"), ("نو", "nu"), ("هد", "had"), ("وا", "wa"), ("يم", "yam"), ("زن", "zan"),
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Somebody:
    """An actor or place as claims name it."""

    iri: str
    type: str
    label: str
    label_ar: str
    known: bool

    def named(self, start: int) -> dict[str, Any]:
        """The argument of a claim whose words begin at ``start``."""
        told: dict[str, Any] = {
            "id": self.iri, "label": self.label, "start": start, "end": start + len(self.label_ar),
            "text": self.label_ar, "type": self.type,
        }  # fmt: skip
        return told if self.known else {**told, "known": False, "label_ar": self.label_ar}


class World:
    """Whom and what the claims are about."""

    def __init__(self, actors: int, chance: random.Random) -> None:
        entries = load_registry().entries
        found = [
            Somebody(
                e.entity.iri, e.entity.type, e.entity.label, e.entity.label_ar or e.entity.label, known=True
            )
            for e in entries
        ]
        kept = [each for each, entry in zip(found, entries, strict=True) if not entry.is_place]
        self.places = [each for each, entry in zip(found, entries, strict=True) if entry.is_place][:2000]
        chance.shuffle(kept)
        self.actors = kept[:actors] + [_made_up(number) for number in range(actors - len(kept))]
        self._rank = {each: rank for rank, each in enumerate(self.actors)}
        self._often = list(accumulate(1 / rank for rank in range(1, len(self.actors) + 1)))
        self._seldom = list(accumulate(rank**-0.5 for rank in range(1, len(self.actors) + 1)))
        self._of_places = list(accumulate(1 / rank for rank in range(1, len(self.places) + 1)))
        self._partners: dict[Somebody, list[tuple[str, Somebody]]] = {}

    def pair(self, chance: random.Random) -> tuple[Somebody, str, Somebody]:
        """Somebody, and what ties him to another or to a place."""
        (one,) = chance.choices(self.actors, cum_weights=self._often)
        own = self._partners.setdefault(one, [])
        # The more often somebody is spoken of, the more others he has to do with.
        if len(own) < 3 or chance.random() < 4 / (4 + len(own)):
            own.append(self._tie(chance, one))
        relation, other = chance.choice(own)
        if chance.random() < _OPPOSED:
            relation = _OPPOSITE.get(relation, relation)
        return one, relation, other

    def place(self, chance: random.Random) -> Somebody:
        """A place."""
        return chance.choices(self.places, cum_weights=self._of_places)[0]

    def _tie(self, chance: random.Random, one: Somebody) -> tuple[str, Somebody]:
        kinds = {**_RELATIONS, **_OF_PLACES}
        (relation,) = chance.choices(list(kinds), weights=list(kinds.values()))
        if relation in _OF_PLACES:
            return relation, self.place(chance)
        place = self._rank[one]
        below, above = _BELOW * place + chance.randrange(1, _BELOW + 1), (place - 1) // _BELOW
        if relation == "commands" and below < len(self.actors):
            return relation, self.actors[below]
        if relation == "partOf" and place and "Person" not in {one.type, self.actors[above].type}:
            return relation, self.actors[above]
        other = one
        while other is one:
            (other,) = chance.choices(self.actors, cum_weights=self._seldom)
        if relation == "memberOf" and one.type == "Person" and other.type != "Person":
            return relation, other
        return ("attacks" if relation in _OF_MEN else relation), other


def _made_up(number: int) -> Somebody:
    digits, rest = [], number
    while True:
        digits.append(rest % len(_SYLLABLES))
        rest //= len(_SYLLABLES)
        if not rest and len(digits) >= 3:
            break
    arabic, latin = ("".join(parts) for parts in zip(*(_SYLLABLES[digit] for digit in digits), strict=True))
    return Somebody(
        f"{BASE}actor/liwa-{latin}", "ArmedGroup", f"Liwa {latin.title()}", f"لواء {arabic}", known=False
    )


def lines(claims: int, *, actors: int | None = None, seed: int = 0) -> Iterator[str]:
    """``claims`` claims, one a line without its end, in the order of documents and of their words."""
    chance = random.Random(seed)
    world = World(actors or max(200, claims // 20), chance)
    written, number = 0, 0
    while written < claims:
        count = min(IN_DOCUMENT, claims - written)
        yield from _document(number, count, world, chance)
        written, number = written + count, number + 1


def made_store(folder: Path, claims: int) -> Path:
    """A store in ``folder`` into which ``kg load`` has put so many claims."""
    told, store = folder / "claims.jsonl", folder / "store"
    with told.open("w", encoding="utf-8") as stream:
        stream.writelines(f"{line}\n" for line in lines(claims))
    command = [sys.executable, "-m", "kg", "--store", str(store), "load", str(told)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return store


def _document(number: int, count: int, world: World, chance: random.Random) -> Iterator[str]:
    sha256 = hashlib.sha256(b"made %d" % number).hexdigest()
    month, day = chance.randrange(1, 13), chance.randrange(1, 29)
    date = {"value": f"{chance.randrange(2011, 2025)}-{month:02}-{day:02}", "precision": "day"}
    (publisher,) = chance.choices(range(40), weights=[1 / rank for rank in range(1, 41)])
    about = {
        "sha256": sha256,
        "characters": 200 * count,
        "date": date,
        "source": f"Agency {publisher}",
        "title": f"تقرير {number}",
    }
    for place_in_text in range(count):
        claim = _claim(200 * place_in_text, world, chance)
        record = {"claim": "", "document": f"{number}.txt", "language": "ar", **claim, "about": about}
        yield json.dumps(record, ensure_ascii=False)


def _claim(start: int, world: World, chance: random.Random) -> dict[str, Any]:
    one, relation, other = world.pair(chance)
    (modality,) = chance.choices(list(_MODALITIES), weights=list(_MODALITIES.values()))
    words = f"{one.label_ar} يتصل بـ"
    quote = words + other.label_ar
    end = start + len(quote)
    speaker = world.actors[chance.randrange(min(200, len(world.actors)))] if chance.random() < 0.3 else None
    where = world.place(chance) if chance.random() < 0.4 else None
    return {
        "subject": one.named(start),
        "predicate": relation,
        "object": other.named(start + len(words)),
        "modality": modality,
        "attributed_to": [speaker.named(end + 1)] if speaker else [],
        "place": where.named(end + 61) if where else None,
        "date": None,
        "evidence": {"start": start, "end": end, "quote": quote},
        "confidence": 0.9,
        "rule": "made",
        "extractor": "made/1",
    }


def main() -> None:
    """Writes the claims to standard output."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("claims", type=int, help="how many")
    parser.add_argument("--actors", type=int, help="how many actors there are (default: one for 20 claims)")
    given = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for line in lines(given.claims, actors=given.actors):
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()

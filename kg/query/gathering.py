"""Claims in short, gathered into what they say together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.query.said import Said
from kg.query.ties import Tie, Told


@dataclass(frozen=True, slots=True)
class Gathered:
    """Ties with who says them and from when to when."""

    ties: tuple[Tie, ...]
    voices: dict[Told, frozenset[str]]
    periods: dict[Told, tuple[str | None, str | None]]


def gather(said: Iterable[Said]) -> Gathered:
    """The ties that the claims come to."""
    groups: dict[Told, list[Said]] = defaultdict(list)
    for each in said:
        groups[each.subject, each.relation, each.object, each.modality].append(each)
    ties = tuple(
        Tie(*told, claims=len(own), documents=len({each.document for each in own}))
        for told, own in groups.items()
    )
    return Gathered(
        ties,
        {told: frozenset(voice for each in own for voice in each.voices) for told, own in groups.items()},
        {told: period(own) for told, own in groups.items()},
    )


def period(said: Iterable[Said]) -> tuple[str | None, str | None]:
    """First and last day that any of the claims can be about."""
    first, last = None, None
    for each in said:
        if each.earliest and (first is None or each.earliest < first):
            first = each.earliest
        if each.latest and (last is None or each.latest > last):
            last = each.latest
    return first, last

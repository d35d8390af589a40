"""How many candidates an extractor gave, and what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model import Claim


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the candidates of one extractor."""

    extractor: str
    kept: int = 0
    refused: tuple[tuple[str, int], ...] = ()
    """Reason and count, the most frequent first."""
    amended: tuple[tuple[str, int], ...] = ()
    """What was changed in claims that were kept, and how often."""

    def line(self) -> str:
        """One line for people, such as ``llm: 12 claims kept, 3 refused: 2 quote not in text, 1 …``."""
        kept = f"{self.extractor}: {self.kept} claim{'' if self.kept == 1 else 's'} kept"
        refused = sum(count for _, count in self.refused)
        why = ", ".join(f"{count} {reason}" for reason, count in self.refused)
        changed = "".join(f"; {count} {what}" for what, count in self.amended)
        return f"{kept}, {refused} refused{f': {why}' if why else ''}{changed}"


@dataclass(frozen=True, slots=True)
class Harvest:
    """The claims of one document by all extractors that read it. Iterates over the claims."""

    claims: tuple[Claim, ...]
    tallies: tuple[Tally, ...]

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.claims)


def tallies_of(found: Iterable[Claim]) -> tuple[Tally, ...]:
    """The tallies that come with claims; none where nothing was counted."""
    return found.tallies if isinstance(found, Harvest) else ()


def total(tallies: Iterable[Tally]) -> tuple[Tally, ...]:
    """The tallies of many documents as one for each extractor, in the order in which they first come."""
    kept: Counter[str] = Counter()
    refused: dict[str, Counter[str]] = {}
    amended: dict[str, Counter[str]] = {}
    for each in tallies:
        kept[each.extractor] += each.kept
        refused.setdefault(each.extractor, Counter()).update(dict(each.refused))
        amended.setdefault(each.extractor, Counter()).update(dict(each.amended))
    return tuple(Tally(name, kept[name], counted(refused[name]), counted(amended[name])) for name in refused)


def counted(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Counts by size and then by name."""
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

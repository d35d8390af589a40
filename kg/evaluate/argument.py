"""Who or what a claim names, as annotated or as found, and when the two are the same."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from kg.folding import fold_text


@dataclass(frozen=True, slots=True)
class Argument:
    """A subject, object or source. Half-open code points, so ``text`` is what stands there."""

    id: str
    """What tells it from others: the IRI of a found one, the name of an annotated one."""
    name: str
    start: int
    end: int
    text: str


def name_key(name: str) -> str:
    """A name as names are compared: folded, without quotation marks."""
    return " ".join(fold_text(name).replace('"', " ").split())


def overlaps(found: Argument, annotated: Argument) -> bool:
    """Whether the two share at least half of the shorter one."""
    shared = min(found.end, annotated.end) - max(found.start, annotated.start)
    return 2 * shared >= min(found.end - found.start, annotated.end - annotated.start)


def is_named(found: Argument, names: Collection[str]) -> bool:
    """Whether the name or the words of ``found`` are among ``names``, given as ``name_key`` writes them."""
    return name_key(found.name) in names or name_key(found.text) in names

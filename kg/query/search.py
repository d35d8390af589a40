"""Search as you type: who is called something that begins with what is typed, in any script, and who nearly is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache, lru_cache
from heapq import nsmallest

from kg.folding import name_words
from kg.query.lookup import look_up_unsorted
from kg.store import Store
from kg.store.name_index import Named, NameIndex

_SHORTEST_NEAR = 3
"""Letters from which something may be misspelt rather than not finished."""
_ALIKE = 70.0
"""From which score of 100 a name may be meant by a misspelt one."""


class Fit(IntEnum):
    """How well a name fits what is typed, the best first."""

    EXACT = 0
    BEGUN = 1
    NEAR = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """Somebody who may be meant."""

    iri: str
    match: str
    """The name that fits."""
    fit: Fit
    claims: int


@dataclass(frozen=True, slots=True)
class Hits:
    """Some of those who may be meant, and how many there are."""

    hits: tuple[Hit, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """In how many claims and documents an actor or a place is named."""

    claims: int = 0
    documents: int = 0


@dataclass(frozen=True, slots=True)
class Directory:
    """Everybody in a store, with their numbers in its index of names. To be kept as long as the store stands still."""

    iris: tuple[str, ...]
    """Whoever most claims name comes first."""
    numbers: tuple[int, ...]
    """In the same order."""
    spoken: Mapping[str, Spoken]
    """Of those alone whom claims name."""
    rank: Mapping[int, int] = field(init=False)
    """Where each number stands in this order."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "rank", {number: rank for rank, number in enumerate(self.numbers)})

    def claims(self, iri: str) -> int:
        """How many claims name somebody."""
        return self.spoken.get(iri, Spoken()).claims


def directory(store: Store) -> Directory:
    """Reads whom a store knows and how often claims name them."""
    spoken = {
        row["entity"] or "": Spoken(int(row["claims"] or 0), int(row["documents"] or 0))
        for row in look_up_unsorted(store, "claims-counted")
        if row["entity"]
    }

    def weight(entry: tuple[int, str]) -> tuple[int, str]:
        return -spoken[entry[1]].claims if entry[1] in spoken else 0, entry[1]

    everybody = sorted(store.names(NameIndex.everybody), key=weight)
    return Directory(tuple(iri for _, iri in everybody), tuple(number for number, _ in everybody), spoken)


def search(
    store: Store,
    known: Directory,
    typed: str,
    wanted: Callable[[str], bool] | None = None,
    *,
    offset: int = 0,
    limit: int = 20,
) -> Hits:
    """Those whose IRIs are ``wanted``, or all, and who may be meant by ``typed``.

    Whoever is called so stands before those with a name that begins so, and these before near misses, which are looked
    for where the others leave room; among equals, whoever most claims name comes first.
    """
    words = name_words(typed)
    if not words:
        return Hits((), 0)
    is_wanted = wanted or (lambda _: True)
    exact = {
        each.iri: each for each in store.names(lambda index: index.spelled(typed)) if is_wanted(each.iri)
    }
    ranks, iris = known.rank, known.iris
    found = store.names(lambda index: index.begun(typed))
    begun = {rank for rank in map(ranks.get, found) if rank is not None}
    if wanted is not None:
        begun = {rank for rank in begun if wanted(iris[rank])}
    if exact:
        begun -= {rank for rank in begun if iris[rank] in exact}
    first = nsmallest(max(0, offset + limit - len(exact)), begun)
    ranked = sorted(exact, key=lambda iri: (-known.claims(iri), iri))
    ranked += (iris[rank] for rank in first)
    total = len(exact) + len(begun)
    near: dict[str, Named] = {}
    if total < limit and sum(map(len, words)) >= _SHORTEST_NEAR:
        fitting = {*exact, *(iris[rank] for rank in begun)}
        near = _near(store, known, typed, words, lambda iri: is_wanted(iri) and iri not in fitting)
        ranked += near
        total += len(near)
    page = ranked[offset : offset + limit]
    asked = [known.numbers[rank] for rank in first[max(0, offset - len(exact)) :]]
    named = {each.iri: each for each in store.names(lambda index: index.numbered(asked))} | exact | near

    def hit(iri: str) -> Hit:
        fit = Fit.EXACT if iri in exact else Fit.NEAR if iri in near else Fit.BEGUN
        return Hit(iri, _match(named[iri], words, fit), fit, known.claims(iri))

    return Hits(tuple(hit(iri) for iri in page if iri in named), total)


def _near(
    store: Store, known: Directory, typed: str, words: tuple[str, ...], wanted: Callable[[str], bool]
) -> dict[str, Named]:
    """Whom a misspelt name may mean, the most alike first; among equals, whoever most claims name."""
    scored = []
    for each in store.names(lambda index: index.near(typed)):
        score = max((_alike(words, name) for name in _names(each)), default=0.0)
        if score >= _ALIKE and wanted(each.iri):
            scored.append(((-round(score, -1), -known.claims(each.iri), each.iri), each))
    return {each.iri: each for _, each in sorted(scored, key=lambda entry: entry[0])}


def _match(named: Named, words: tuple[str, ...], fit: Fit) -> str:
    """The name that fits best; the shown one before others."""
    names = list(_names(named))
    if fit is Fit.NEAR:
        return max(names, key=lambda name: _alike(words, name))
    if same := [name for name in names if _words(name) == words]:
        return same[0]
    forms = [{word, word.removeprefix("ال")} - {""} for word in words]
    for name in names:
        own = _words(name)
        if all(any(part.startswith(form) for form in some for part in own) for some in forms):
            return name
    return names[0]


def _alike(words: tuple[str, ...], name: str) -> float:
    own, wanted, ratio = _words(name), " ".join(words), _ratio()
    runs = (own[start : start + len(words)] for start in range(len(own) - len(words) + 1))
    return max(ratio(wanted, " ".join(run)) for run in (own, *runs))


@cache
def _ratio() -> Callable[[str, str], float]:
    # The matcher is slow to import, and most names are found without it.
    from rapidfuzz import fuzz

    return fuzz.ratio


@lru_cache(maxsize=50_000)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name, which is shown again with each letter that is typed."""
    return name_words(name)


def _names(named: Named) -> Iterable[str]:
    return (*named.preferred, *named.others)

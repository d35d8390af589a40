"""Finds whom a typed name means: any script, any known variant, an id, a part of a name, or nearly right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kg.errors import AmbiguousNameError, UnknownNameError
from kg.folding import fold_text
from kg.folding import name_words as words
from kg.iri import last_part, typed_id

_SURE, _LEAD, _CLOSE = 84.0, 6.0, 62.0
"""From which score of 100 a near miss is taken, how far it must lead, and what is worth suggesting."""
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that can be named. ``preferred`` names are shown, ``others`` only found."""

    iri: str
    type: str
    """Local name of its class in the ontology."""
    preferred: tuple[str, ...]
    others: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All its names."""
        return self.preferred + self.others

    @property
    def label(self) -> str:
        """The name it is shown by."""
        return self.preferred[0] if self.preferred else self.slug

    @property
    def slug(self) -> str:
        """The last part of its IRI."""
        return last_part(self.iri)


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a name means. ``exact`` is False where it was only nearly right: say so to the user."""

    candidate: Candidate
    exact: bool = True


_Pool: TypeAlias = tuple[Candidate, ...]
_Step: TypeAlias = Callable[[_Pool, str], _Pool]


class Names:
    """All names of some kind of thing, and whom each one means.

    Where several pools are given, an earlier one wins over a later one that fits no better: what both an
    actor and a place are called means the actor.
    """

    def __init__(self, kind: str, *pools: Iterable[Candidate], way_out: str = "") -> None:
        """``way_out`` is what to say where nothing comes near."""
        self._kind = kind
        self._way_out = way_out
        self._pools = tuple(map(tuple, pools))

    def find(self, typed: str) -> Match:
        """Whom ``typed`` means: by IRI or id, by full name, by a name's words, or by the nearest spelling.

        Raises ``UnknownNameError`` with the closest names, ``AmbiguousNameError`` with all that fit.
        """
        return self.spelled(typed) or self.containing(typed) or self.nearest(typed)

    def exactly(self, typed: str) -> Match | None:
        """Whom ``typed`` means by IRI, id or full name; ``None`` where it is neither.

        Raises ``AmbiguousNameError``.
        """
        return self._first(_EXACT, typed)

    def spelled(self, typed: str) -> Match | None:
        """Whom ``typed`` means by IRI, id, full name or another spelling of it; ``None`` where it is none of these.

        Raises ``UnknownNameError`` for what has no words, and ``AmbiguousNameError``.
        """
        if not words(typed):
            raise UnknownNameError(self._kind, typed, way_out=self._way_out)
        return self._first((*_EXACT, _by_spelling), typed)

    def containing(self, typed: str) -> Match | None:
        """Whose name holds all words of ``typed``, or words that begin with them. Raises ``AmbiguousNameError``."""
        return self._first((_by_words, _by_beginnings), typed)

    def _first(self, steps: Iterable[_Step], typed: str) -> Match | None:
        for step in steps:
            for pool in self._pools:
                found = step(pool, typed)
                if len(found) == 1:
                    return Match(found[0])
                if found:
                    raise AmbiguousNameError(self._kind, typed, _distinct(found))
        return None

    def nearest(self, typed: str) -> Match:
        """Whose name is nearly ``typed``. Raises ``UnknownNameError`` with the closest names."""
        # The matcher is slow to import, and most names are found without it.
        from rapidfuzz import fuzz

        wanted = words(typed)
        known = [candidate for pool in self._pools for candidate in pool]

        def ranked(parts: Callable[[Sequence[str], int], Iterable[str]]) -> list[tuple[float, Candidate]]:
            scored = []
            for each in known:
                near = (part for name in each.names for part in parts(words(name), len(wanted)))
                scored.append((max((fuzz.ratio(" ".join(wanted), part) for part in near), default=0.0), each))
            return sorted(scored, key=lambda pair: (-pair[0], pair[1].iri))

        # Whole names first: who misspells "Hezbollah" does not mean the brigades named after it.
        for parts in (_whole, _runs):
            found = ranked(parts)
            sure = [score for score, _ in found[:2] if score >= _SURE]
            if sure and (len(sure) == 1 or sure[0] - sure[1] >= _LEAD):
                return Match(found[0][1], exact=False)
        close = [each for score, each in found if score >= _CLOSE][:_SHOWN]
        raise UnknownNameError(self._kind, typed, _distinct(close), self._way_out)


def _by_id(pool: _Pool, typed: str) -> _Pool:
    wanted = typed.strip().strip("<>")
    slug = typed_id(wanted)
    return tuple(each for each in pool if wanted == each.iri or slug == each.slug)


def _by_name(pool: _Pool, typed: str) -> _Pool:
    return _first_rank(pool, fold_text, fold_text(typed))


def _by_spelling(pool: _Pool, typed: str) -> _Pool:
    return _first_rank(pool, words, words(typed))


def _first_rank(pool: _Pool, key: Callable[[str], object], wanted: object) -> _Pool:
    """Those with a preferred name equal to ``wanted``; else those with any such name."""
    found = tuple(each for each in pool if wanted in map(key, each.preferred))
    return found or tuple(each for each in pool if wanted in map(key, each.others))


def _by_words(pool: _Pool, typed: str) -> _Pool:
    """Those with a name that holds all words of ``typed``."""
    wanted = frozenset(words(typed))
    return tuple(each for each in pool if wanted and any(wanted <= set(words(name)) for name in each.names))


def _by_beginnings(pool: _Pool, typed: str) -> _Pool:
    """Those with a name whose words begin with the words of ``typed``, each at least three letters long."""
    wanted = words(typed)
    if not wanted or min(map(len, wanted)) < 3:
        return ()
    return tuple(
        each
        for each in pool
        if any(all(any(w.startswith(part) for w in words(name)) for part in wanted) for name in each.names)
    )


_EXACT: tuple[_Step, ...] = (_by_id, _by_name)


def _whole(name: Sequence[str], _: int) -> Iterator[str]:
    """The whole name."""
    yield " ".join(name)


def _runs(name: Sequence[str], length: int) -> Iterator[str]:
    """The whole name, and every run of ``length`` of its words."""
    yield from _whole(name, length)
    for start in range(len(name) - length + 1):
        yield " ".join(name[start : start + length])


def _distinct(candidates: Sequence[Candidate]) -> list[str]:
    """The candidates as a user can type them: the label, or the id beside it where a label is shared."""
    labels = [each.label for each in candidates]
    shown = [
        each.label if labels.count(each.label) == 1 else f"{each.label} ({each.slug})"
        for each in candidates[:_SHOWN]
    ]
    left = len(candidates) - len(shown)
    return [*shown, f"{left} more"] if left > 0 else shown

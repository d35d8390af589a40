"""Finds whom a typed name means: any script, any known variant, an id, a part of a name, or nearly right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.errors import AmbiguousNameError, UnknownNameError
from kg.folding import fold_text

_SEPARATORS = re.compile(r"[-_/,.:()\"]+")
_WITHOUT_SOUND = str.maketrans("", "", "'ʿʾ")
_ARTICLES = frozenset({"al", "el", "the", "of", "ال"})
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
    def label(self) -> str:
        """The name it is shown by."""
        return self.preferred[0] if self.preferred else self.slug

    @property
    def slug(self) -> str:
        """The last part of its IRI."""
        return re.split(r"[/#]", self.iri)[-1]


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a name means. ``exact`` is False where it was only nearly right: say so to the user."""

    candidate: Candidate
    exact: bool = True


def words(name: str) -> tuple[str, ...]:
    """The folded words of a name, without articles: what two spellings of one name have in common."""
    folded = _SEPARATORS.sub(" ", fold_text(name)).translate(_WITHOUT_SOUND).split()
    bare = (word[2:] if word.startswith("ال") and len(word) > 4 else word for word in folded)
    return tuple(word for word in bare if word not in _ARTICLES) or tuple(folded)


class Names:
    """All names of some kind of thing, and whom each one means."""

    def __init__(self, kind: str, candidates: Iterable[Candidate]) -> None:
        self._kind = kind
        self._candidates = tuple(candidates)

    def find(self, typed: str) -> Match:
        """Whom ``typed`` means: by IRI or id, by full name, by a name's words, or by the nearest spelling.

        Raises ``UnknownNameError`` with the closest names, ``AmbiguousNameError`` with all that fit.
        """
        for step in (self._by_id, self._by_name, self._by_spelling, self._by_part):
            found = step(typed)
            if len(found) == 1:
                return Match(found[0])
            if found:
                raise AmbiguousNameError(self._kind, typed, _distinct(found))
        return self._nearest(typed)

    def _by_id(self, typed: str) -> tuple[Candidate, ...]:
        wanted = typed.strip().strip("<>")
        slug = wanted.removeprefix(f"{self._kind}:").removeprefix(f"{self._kind}/")
        return tuple(each for each in self._candidates if wanted == each.iri or slug == each.slug)

    def _by_name(self, typed: str) -> tuple[Candidate, ...]:
        return self._first_rank(fold_text, fold_text(typed))

    def _by_spelling(self, typed: str) -> tuple[Candidate, ...]:
        return self._first_rank(words, words(typed))

    def _first_rank(self, key: Callable[[str], object], wanted: object) -> tuple[Candidate, ...]:
        """Those with a preferred name equal to ``wanted``; else those with any such name."""
        found = tuple(each for each in self._candidates if wanted in map(key, each.preferred))
        return found or tuple(each for each in self._candidates if wanted in map(key, each.others))

    def _by_part(self, typed: str) -> tuple[Candidate, ...]:
        wanted = words(typed)
        for fits in (_holds_words, _holds_beginnings):
            found = tuple(
                each
                for each, names in self._all_words
                if wanted and any(fits(wanted, frozenset(name)) for name in names)
            )
            if found:
                return found
        return ()

    def _nearest(self, typed: str) -> Match:
        # The matcher is slow to import, and most names are found without it.
        from rapidfuzz import fuzz

        wanted = " ".join(words(typed))

        def likeness(name: str) -> float:
            part = fuzz.partial_ratio(wanted, name) * 0.95 if len(wanted) > 4 else 0.0
            return max(fuzz.ratio(wanted, name), part)

        scored = [
            (max(likeness(" ".join(name)) for name in names), each)
            for each, names in self._all_words
            if names
        ]
        scored.sort(key=lambda pair: (-pair[0], pair[1].iri))
        close = [each for score, each in scored if score >= _CLOSE][:_SHOWN]
        sure = [score for score, _ in scored[:2] if score >= _SURE]
        if sure and (len(sure) == 1 or sure[0] - sure[1] >= _LEAD):
            return Match(close[0], exact=False)
        raise UnknownNameError(self._kind, typed, _distinct(close))

    @cached_property
    def _all_words(self) -> tuple[tuple[Candidate, tuple[tuple[str, ...], ...]], ...]:
        return tuple((each, tuple(map(words, (*each.preferred, *each.others)))) for each in self._candidates)


def _holds_words(wanted: Sequence[str], name: frozenset[str]) -> bool:
    return name.issuperset(wanted)


def _holds_beginnings(wanted: Sequence[str], name: frozenset[str]) -> bool:
    return all(len(part) > 2 and any(word.startswith(part) for word in name) for part in wanted)


def _distinct(candidates: Sequence[Candidate]) -> list[str]:
    """The candidates as a user can type them: the label, or the id beside it where a label is shared."""
    labels = [each.label for each in candidates]
    shown = [
        each.label if labels.count(each.label) == 1 else f"{each.label} ({each.slug})"
        for each in candidates[:_SHOWN]
    ]
    left = len(candidates) - len(shown)
    return [*shown, f"{left} more"] if left > 0 else shown

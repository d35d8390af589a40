"""How a name may be written otherwise: with spaces for hyphens, with other letters, without an article."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from kg.folding import Folded
from kg.languages import Grammar

_MOST = 32
"""Spellings of one name: beyond that nobody writes it so."""
_SHORTEST = 5
"""Letters that a name of one word must have to stand without its article."""


def respelled(name: str, grammar: Grammar) -> tuple[str, ...]:
    """The folded ``name`` in all spellings of its words, and without the word that may open it."""
    others = {word: group for group in (*grammar.respelled, grammar.openings) for word in group}
    words = name.split()
    found = [
        " ".join(chosen) for chosen, _ in zip(product(*_choices(words, others)), range(_MOST), strict=False)
    ]
    rest = words[1:]
    if words and words[0] in grammar.openings and (len(rest) > 1 or len("".join(rest)) >= _SHORTEST):
        found.extend(respelled(" ".join(rest), grammar))
    return tuple(dict.fromkeys((name, *found)))


def _choices(words: list[str], others: dict[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [(word, *(other for other in others.get(word, ()) if other != word)) for word in words]


def plain(folded: str, grammar: Grammar) -> str:
    """A folded name without the endings of owners, and with spaces for hyphens."""
    if not grammar.possessives and not grammar.joiners:
        return folded
    return " ".join(_blanked(folded, grammar).split())


def respaced(folded: Folded, grammar: Grammar) -> Folded:
    """The text as names are looked for in it: the same offsets, with spaces for hyphens and endings of owners."""
    if not grammar.possessives and not grammar.joiners:
        return folded
    return Folded(_blanked(folded.text, grammar), folded.origins, folded.original_length)


@lru_cache(maxsize=8)
def _worn(words: frozenset[str]) -> re.Pattern[str] | None:
    """Owners whose apostrophe got lost."""
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, words)))})\b") if words else None


def _blanked(text: str, grammar: Grammar) -> str:
    for ending in grammar.possessives:
        parts = text.split(ending)
        pieces = [parts[0]]
        for part in parts[1:]:
            owned = pieces[-1][-1:].isalnum() and not part[:1].isalnum()
            pieces.append((" " * len(ending) if owned else ending) + part)
        text = "".join(pieces)
    worn = _worn(grammar.worn)
    if worn is not None:
        text = worn.sub(lambda match: f"{match[0][:-1]} ", text)
    return text.translate({ord(character): " " for character in grammar.joiners}) if grammar.joiners else text

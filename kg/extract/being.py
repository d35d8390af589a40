"""What a group is said to be: "the Xs, who are an extremist group tied to Z, attacked P" tells of the Xs alone."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word

_NO_GROUPS = frozenset({"Person", "DescribedGroup", "MediaOutlet", "Monitor"})
"""Types of actors that are no group of fighters with a name."""


def identify(nodes: list[Node], lexicon: Lexicon) -> None:
    """Makes an indefinite group behind "and it is" mean the named one before the comma; in place."""
    for position in range(2, len(nodes) - 1):
        word, group = nodes[position], nodes[position + 1]
        bracket = isinstance(word, Word) and word.mark and word.text == "("
        if not isinstance(word, Word) or not (word.is_a("being") or bracket) or not isinstance(group, Phrase):
            continue
        mark, named = (word, nodes[position - 1]) if bracket else (nodes[position - 1], nodes[position - 2])
        apart = isinstance(mark, Word) and mark.mark and mark.text in ",-("
        kind = _is_kind(group, lexicon) or (bracket and _is_described(group, lexicon))
        if not apart or not isinstance(named, Phrase) or not kind:
            continue
        if named.actor is not None and named.place is None and named.actor.type not in _NO_GROUPS:
            group.actor, group.generic, group.how = named.actor, False, "name"
            following = nodes[position + 2] if position + 2 < len(nodes) else None
            group.hidden = isinstance(following, Word) and following.mark


def _is_described(group: Phrase, lexicon: Lexicon) -> bool:
    """Whether brackets open with what a group is: "the X factions (Syrian groups that Y backs)"."""
    plain = group.how == "described" and not (group.preposition or group.conjunction) and bool(group.words)
    return plain and not lexicon.is_definite(group.words[0].core)


def _is_kind(group: Phrase, lexicon: Lexicon) -> bool:
    """Whether a phrase only says what kind of group somebody is."""
    bare = group.how == "described" and group.generic and not (group.preposition or group.conjunction)
    return bare and bool(group.words) and not lexicon.is_definite(group.words[0].core)

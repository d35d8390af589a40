"""What a group is said to be: "the Xs, who are an extremist group tied to Z, attacked P" tells of the Xs alone."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import SITE, Node, Phrase, Word, is_comma, is_quantity

_NO_GROUPS = frozenset({"Person", "DescribedGroup", "MediaOutlet", "Monitor"})
"""Types of actors that are no group of fighters with a name."""


def identify(nodes: list[Node], lexicon: Lexicon) -> None:
    """Makes an indefinite group behind "and it is" mean the named one before the comma; in place."""
    for position in range(1, len(nodes) - 1):
        word, group = nodes[position], nodes[position + 1]
        if not (word.mark or "being" in word.classes):
            continue
        bracket = isinstance(word, Word) and word.mark and word.text == "("
        if isinstance(word, Word) and word.is_a("being") and isinstance(group, Phrase):
            _locate(group, nodes[position - 1 - is_comma(nodes[position - 1])], lexicon)
        if not isinstance(word, Word) or not (word.is_a("being") or bracket) or not isinstance(group, Phrase):
            continue
        mark, named = nodes[position - 1], nodes[position - 2] if position > 1 else None
        if bracket:
            mark, named = word, mark
        apart = isinstance(mark, Word) and mark.mark and mark.text in ",-("
        if isinstance(mark, Phrase) and not (word.conjunction or mark.preposition):
            named, apart = mark, True  # "X is a group that …".
        kind = _is_kind(group, lexicon) or (bracket and _is_described(group, lexicon))
        if not apart or not isinstance(named, Phrase) or not kind:
            continue
        if named.actor is not None and named.place is None and named.actor.type not in _NO_GROUPS:
            group.actor, group.generic, group.how = named.actor, False, "name"
            following = nodes[position + 2] if position + 2 < len(nodes) else None
            group.hidden = isinstance(following, Word) and following.mark


def is_kind_of_place(kind: Node | None, lexicon: Lexicon) -> bool:
    """Whether a phrase only says what kind of place something is, or where it lies too: "the last city in Q"."""
    if not isinstance(kind, Phrase) or kind.preposition or kind.conjunction:
        return False
    noun = next((word for word in kind.words if not is_quantity(word)), None)
    if noun is None or lexicon.pack.heads.get(noun.core, {}).get("role") != "place":
        return False
    inside = lexicon.pack.words["inside"]
    return kind.how == "short" or (kind.place is not None and any(word.core in inside for word in kind.words))


def _locate(kind: Phrase, named: Node, lexicon: Lexicon) -> None:
    """Makes a noun for a place mean the one it is said of: "P, which is the last city in Q", "P is the only city"."""
    place = named.place if isinstance(named, Phrase) and named.actor is None and named.how != SITE else None
    if place is not None and kind.actor is None and is_kind_of_place(kind, lexicon):
        kind.place = place


def _is_described(group: Phrase, lexicon: Lexicon) -> bool:
    """Whether brackets open with what a group is: "the X factions (Syrian groups that Y backs)"."""
    plain = group.how == "described" and not (group.preposition or group.conjunction) and bool(group.words)
    return plain and not lexicon.is_definite(group.words[0].core)


def _is_kind(group: Phrase, lexicon: Lexicon) -> bool:
    """Whether a phrase only says what kind of group somebody is."""
    bare = group.how == "described" and group.generic and not (group.preposition or group.conjunction)
    return bare and bool(group.words) and not lexicon.is_definite(group.words[0].core)

"""Whom "the two", "both sides" and the like take up: the two whom the text spoke of last."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from kg.extract.nodes import Node, Phrase, Word

_NO_MENTION = ("origin", "thing", "office")
_NEXT = 12
"""Characters between two names of one list, at most."""
_AUXILIARY = ("be", "have", "modal", "do")


def resolved(nodes: list[Node], earlier: list[Phrase], duals: Collection[int]) -> list[Node]:
    """The nodes with a phrase for each of the two in place of what takes them up.

    ``earlier`` are those whom the sentence before spoke of, ``duals`` the identities of phrases such as "both sides".
    """
    result: list[Node] = []
    for position, node in enumerate(nodes):
        takes_up = _is_both(nodes, position) if isinstance(node, Word) else id(node) in duals
        here = spoken_of(nodes[:position])
        before = nodes[position - 1] if position else None
        if isinstance(before, Word) and before.part == "verb" and not before.is_a("reporting"):
            # Who "pressed both sides" is neither.
            two = _two([], earlier, node) if takes_up and not _meet(here, earlier) else []
        else:
            two = _two(here, earlier, node) if takes_up else []
        if not two or not _are_alike(two, node):
            result.append(node)
            continue
        for one in two:
            words = [node] if isinstance(node, Word) else node.words
            meant = one.meant or one
            result.append(Phrase(node.start, node.end, one.actor, how="pronoun", words=words, meant=meant))
        first, second = result[-2:]
        first.conjunction, first.preposition = node.conjunction, node.preposition
        second.conjunction = node.core if isinstance(node, Word) else node.words[-1].core
    return result


def spoken_of(nodes: list[Node]) -> list[Phrase]:
    """Whom the nodes speak of, each once, in text order."""
    found: dict[str, Phrase] = {}
    for node, after in zip(nodes, [*nodes[1:], None], strict=False):
        if isinstance(after, Word) and after.is_a("reporting") and isinstance(node, Phrase) and node.generic:
            # "Residents reported that both sides": it is not they.
            continue
        if isinstance(node, Phrase) and node.actor is not None and node.how not in _NO_MENTION:
            found.setdefault(node.actor.iri, node)
    return list(found.values())


def _meet(some: list[Phrase], others: list[Phrase]) -> bool:
    named = {one.actor.iri for one in some if one.actor is not None}
    return any(one.actor is not None and one.actor.iri in named for one in others)


def _two(here: list[Phrase], earlier: list[Phrase], node: Node) -> list[Phrase]:
    """The two of this sentence, where it has named two, else of the sentence before."""
    spoken = here if len(here) > 1 else earlier
    return spoken if len(spoken) == 2 else _pair(spoken, node)


def _pair(spoken: list[Phrase], node: Node) -> list[Phrase]:
    """The two groups named together of several: "the army fought X and Y. Both groups"."""
    if not isinstance(node, Phrase) or not node.words[-1].is_a("dual_group"):
        return []
    joined = [one for one in spoken if one.conjunction]
    pairs = [[one, other] for one, other in pairwise(spoken) if other.conjunction]
    alike = len(joined) == 1 and len(pairs) == 1 and pairs[0][1].start - pairs[0][0].end < _NEXT
    return pairs[0] if alike else []


def _are_alike(two: list[Phrase], node: Node) -> bool:
    """Whether both are people or neither is, and both are states where the noun says so: "the two countries"."""
    types = {one.actor.type for one in two if one.actor is not None}
    if isinstance(node, Phrase) and node.words[-1].is_a("dual_state"):
        return types == {"State"}
    return len(types) == 1 or "Person" not in types


def _is_both(nodes: list[Node], position: int) -> bool:
    """Whether "both" stands alone as a subject: "both had accused X"."""
    word, after = nodes[position], nodes[position + 1] if position + 1 < len(nodes) else None
    if not isinstance(word, Word) or not word.is_a("dual"):
        return False
    return isinstance(after, Word) and (after.part == "verb" or after.is_a(*_AUXILIARY))

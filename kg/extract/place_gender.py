"""Which of two places a feminine describes: "the town of P in the countryside of Q, which X holds" tells of P."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.nodes import Node, Phrase, Word

if TYPE_CHECKING:
    from kg.extract.syntax import Syntax


def described(syntax: Syntax, position: int, word: Node) -> int:
    """The place that ``word`` describes: the one at ``position``, or the one that lies in it and alone agrees."""
    noun = _noun_lying_in(syntax, position)
    if noun is not None:
        return noun
    if not isinstance(word, Word) or not _is_feminine(syntax, word) or not _is_masculine(syntax, position):
        return position
    step = position - 1
    while step >= 0 and isinstance(led := syntax.nodes[step], Word) and led.is_a("locative"):
        step -= 1
    inner = syntax.nodes[step] if step >= 0 else None
    node = syntax.nodes[position]
    within = step < position - 1 or (isinstance(node, Phrase) and bool(node.preposition or node.direction))
    named = isinstance(inner, Phrase) and inner.place is not None
    return step if within and named and not _is_masculine(syntax, step) else position


def _noun_lying_in(syntax: Syntax, position: int) -> int | None:
    """The definite noun for a place that is said to lie there: "the only city in Q (that X holds)"."""
    place, step = syntax.nodes[position], position - 1
    if isinstance(place, Phrase) and not place.preposition:
        led = syntax.nodes[step] if step >= 0 else None
        if not isinstance(led, Word) or led.core not in syntax.lexicon.pack.words["inside"]:
            return None
        step -= 1
    while step >= 0 and isinstance(word := syntax.nodes[step], Word) and _describes(syntax, word):
        step -= 1
    noun = syntax.nodes[step] if step >= 0 else None
    if (
        not isinstance(noun, Phrase)
        or len(noun.words) != 1
        or not syntax.lexicon.is_definite(noun.words[0].core)
    ):
        return None
    head = syntax.lexicon.pack.heads.get(noun.words[0].core, {})
    return step if head.get("role") == "place" and not head.get("many") else None


def _describes(syntax: Syntax, word: Word) -> bool:
    plain = word.stands_alone
    return plain and not word.senses and syntax.lexicon.is_definite(word.core)


def _is_feminine(syntax: Syntax, word: Word) -> bool:
    adjective = word.core.partition(" ")[0]
    ending = adjective.endswith(syntax.lexicon.feminine_endings) and syntax.lexicon.is_definite(adjective)
    return (
        ending
        or word.is_a("relative_feminine")
        or adjective in syntax.lexicon.pack.words["relative_feminine"]
    )


def _is_masculine(syntax: Syntax, position: int) -> bool:
    """Whether a place is named with a noun of the masculine; a bare name of a town is feminine."""
    node = syntax.nodes[position]
    if not isinstance(node, Phrase) or node.place is None or not node.words:
        return False
    noun = node.words[0]
    if len(node.words) == 1 and noun.is_a("masculine_place"):
        return True
    plural = bool(syntax.lexicon.pack.heads.get(noun.core, {}).get("many"))
    ending = noun.core.partition(" ")[0].endswith(syntax.lexicon.feminine_endings)
    return noun.is_a("head", "direction") and not ending and not plural

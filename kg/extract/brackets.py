"""Brackets round a known name: the noun before it goes on with it, or it is the same name once more.

And the names of operations, which name nobody: "the operation 'Dawn of Freedom' of X".
"""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_comma, is_quote

_LEADING = ("head", "transparent_actor", "between", "with", "agent")
"""Classes of words that a name follows, in brackets or not: "the movement (X)", "gunmen of (X)"."""


_LONGEST_OPERATION = 5
"""Words of the name of an operation."""
_LONGEST_ASIDE = 12
"""Nodes between two brackets that only say more of the name before them."""


def opened(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
    """The nodes without brackets round a name that a noun needs, and without a second name of who is named before."""
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        behind = _behind_operation(nodes, position) if result and is_quote(nodes[position]) else None
        if behind is not None and _is_operation(result[-1], lexicon):
            position = behind
            continue
        if result and _says_where(nodes, position, result[-1]):
            position += 3
            continue
        inside = _inside(nodes, position) if result else None
        before = _before(result) if inside is not None else None
        if inside is not None and isinstance(before, Phrase) and _is_again(inside, before):
            position += 3
            continue
        if inside is not None and _is_needed(before):
            inside.end = nodes[position + 2].end
            result.append(inside)
            position += 3
            continue
        if result and _stands_for_quotes(nodes, position, result[-1], lexicon):
            result.append(nodes[position + 1])
            position += 3
            continue
        result.append(nodes[position])
        position += 1
    return result


def without_asides(nodes: list[Node]) -> list[Node]:
    """The nodes without brackets behind a name that tell nothing: "X (armed men loyal to Y) took P (40 km from Q)"."""
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        behind = _behind_aside(nodes, position) if result and isinstance(result[-1], Phrase) else None
        if behind is not None:
            position = behind
            continue
        result.append(nodes[position])
        position += 1
    return result


def _behind_aside(nodes: list[Node], position: int) -> int | None:
    """The position behind the brackets that open at ``position``, where they close soon and hold no clause."""
    if not _is_mark(nodes[position], "("):
        return None
    apart = _is_apart(nodes, position)
    for step in range(position + 1, min(position + _LONGEST_ASIDE + 2, len(nodes))):
        node = nodes[step]
        if _is_mark(node, ")"):
            return step + 1
        if isinstance(node, Phrase) or apart:
            continue
        if node.is_a("relative", "complementizer", "reporting") or _is_only_verb(node) or _says_what(node):
            return None
    return None


def _is_apart(nodes: list[Node], position: int) -> bool:
    """Whether brackets open with what somebody is, and the clause goes on behind them: "X (which is …) attacked"."""
    opening = nodes[position + 1] if position + 1 < len(nodes) else None
    if opening is None or "being" not in opening.classes:
        return False
    closed = next((at for at in range(position + 2, len(nodes)) if _is_mark(nodes[at], ")")), len(nodes))
    return closed + 1 < len(nodes) and not nodes[closed + 1].mark


def _says_what(word: Word) -> bool:
    """Whether a noun in brackets says what the name before them is: "X (the ally of Y)"."""
    return any(frame.predicate and frame.lasting and voice == "noun" for frame, voice in word.senses)


def _is_only_verb(word: Word) -> bool:
    return word.has_voice("active", "future", "passive") and not word.has_voice(
        "noun", "either", "participle"
    )


def _is_operation(node: Node, lexicon: Lexicon) -> bool:
    """Whether a noun for an operation stands here, or ends an expression: "commander of operations"."""
    last = node.core.rpartition(" ")[2] if isinstance(node, Word) and not node.suffix else ""
    return bool(last) and last in lexicon.pack.words["operation"]


def _behind_operation(nodes: list[Node], position: int) -> int | None:
    """The position behind the quotation that opens at ``position``, where it is short and names no actor."""
    for step in range(position + 1, min(position + _LONGEST_OPERATION + 2, len(nodes))):
        node = nodes[step]
        if is_quote(node):
            return step + 1 if step > position + 1 else None
        if isinstance(node, Phrase) and node.actor is not None:
            return None
    return None


def _says_where(nodes: list[Node], position: int, before: Node) -> bool:
    """Whether brackets behind a place only say in which part of the country it lies: "Darfur (west)"."""
    around = nodes[position : position + 3]
    if len(around) < 3 or not (_is_mark(around[0], "(") and _is_mark(around[2], ")")):
        return False
    part = around[1]
    place = isinstance(before, Phrase) and before.place is not None
    return place and isinstance(part, Word) and part.is_a("direction")


def _inside(nodes: list[Node], position: int) -> Phrase | None:
    """The name that the brackets which open at ``position`` hold, and nothing else."""
    around = nodes[position : position + 3]
    if len(around) < 3 or not (_is_mark(around[0], "(") and _is_mark(around[2], ")")):
        return None
    name = around[1]
    return name if isinstance(name, Phrase) and not (name.preposition or name.conjunction) else None


def _before(result: list[Node]) -> Node:
    """What stands before the brackets, a comma and a closing quotation mark aside."""
    step = len(result) - 1
    while step > 0 and (is_comma(result[step]) or is_quote(result[step])):
        step -= 1
    return result[step]


def _is_again(name: Phrase, before: Phrase) -> bool:
    """Whether both name the same body; in place, the second settles whom the first means."""
    if name.actor is None:
        return False
    if before.actor is None and name.actor in before.possible:
        before.actor, before.how = name.actor, "name"
    return before.actor is not None and before.actor.iri == name.actor.iri


def _is_needed(before: Node | None) -> bool:
    return isinstance(before, Word) and not before.mark and not before.suffix and before.is_a(*_LEADING)


def _stands_for_quotes(nodes: list[Node], position: int, before: Node, lexicon: Lexicon) -> bool:
    """Whether brackets serve as quotation marks: they hold a body alone, and what stands before needs one."""
    around = nodes[position : position + 3]
    if len(around) < 3 or not (_is_mark(around[0], "(") and _is_mark(around[2], ")")):
        return False
    name = around[1]
    named = isinstance(name, Phrase) and name.actor is not None and name.actor.type != "Person"
    short = isinstance(name, Word) and name.is_a("head") and lexicon.is_definite(name.core)
    if not (named or short) or not isinstance(before, Word) or before.mark or before.suffix:
        return False
    apart = lexicon.proclitics(before.text) is not None and before.end == around[0].start
    return apart or before.is_a("preposition", "title", "reporting", "light") or bool(before.senses)


def _is_mark(node: Node, mark: str) -> bool:
    return isinstance(node, Word) and node.mark and node.text == mark

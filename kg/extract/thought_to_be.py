"""What somebody is only thought to be: "gunmen thought to be of X struck P" says of the gunmen that they struck P."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Stated, Word, is_comma
from kg.extract.reductions import is_led

_CONFIDENCE = 0.75
_OTHERWISE = frozenset({"hedge", "complementizer"})
"""What the words are where they tell of nobody's part."""
_FARTHEST = 3
"""Nodes from the cue to whose they may be: "thought to be belonging to X"."""


def take_out(nodes: list[Node], lexicon: Lexicon) -> tuple[list[Node], list[Stated]]:
    """The nodes without what people are only thought to be, and whose part they may be by it."""
    stated: list[Stated] = []
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        cue = nodes[position]
        people = _people(result) if "thought_affiliated" in cue.classes else None
        at = _told(nodes, position, lexicon) if people is not None else None
        if people is None or at is None or not isinstance(cue, Word):
            if isinstance(cue, Word) and cue.is_a("thought_affiliated"):
                cue = replace(cue, classes=cue.classes | _OTHERWISE)
            result.append(cue)
            position += 1
            continue
        body = nodes[at]
        if isinstance(body, Phrase) and _is_owner(nodes, at, lexicon):
            stated.append(
                Stated(
                    people, "partOf", body, people.start, body.end, "thought-affiliated", cue.start,
                    confidence=_CONFIDENCE, modality="unconfirmed",
                )
            )  # fmt: skip
        position = at + 1
        if is_comma(result[-1]) and position < len(nodes) and is_comma(nodes[position]):
            result.pop()
            position += 1
    return result, stated


def _people(before: list[Node]) -> Phrase | None:
    """Who is named right before, a comma or not between."""
    step = len(before) - 1
    while step > 0 and (is_comma(before[step]) or not before[step].classes.isdisjoint(("epithet", "nisba"))):
        step -= 1
    last = before[step] if before else None
    return last if isinstance(last, Phrase) and last.actor is not None else None


def _told(nodes: list[Node], position: int, lexicon: Lexicon) -> int | None:
    """Where it is named whose, or what, people are thought to be; None where neither is."""
    led = lexicon.pack.words["affiliated_prep"]
    for step in range(position + 1, min(position + 1 + _FARTHEST, len(nodes))):
        node = nodes[step]
        if isinstance(node, Phrase):
            kind = node.generic and step == position + 1
            named = node.actor is not None and (kind or _is_owner(nodes, step, lexicon))
            return step if named and not node.conjunction else None
        if step == position + 1 and node.is_a("nisba") and not lexicon.is_definite(node.core):
            return step  # "Aircraft thought to be Xish".
        belongs = node.core in led or node.is_a("affiliated") or _joins(node)
        if node.conjunction or not belongs:
            return None
    return None


def _is_owner(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether it is said that people are of the body at ``position``, and not of its kind."""
    before = nodes[position - 1]
    counted = isinstance(before, Word) and _joins(before)
    return counted or is_led(nodes, position, lexicon.pack.words["affiliated_prep"])


def _joins(word: Word) -> bool:
    return any(frame.relation == "partOf" for frame, _ in word.senses)

"""Where the phrase stands that a pronoun takes up: in a relative clause, a list, a pair, or ahead of it."""

from __future__ import annotations

from itertools import pairwise

from kg.extract.nodes import Node, Phrase, Word, is_comma


def antecedent(nodes: list[Node], position: int) -> Phrase | None:
    """Whom a relative clause is about whose verb stands before ``position``: "X, whose forces shell Y".

    A preposition may part the verb from what they own: "X, who left his camps".
    """
    led = (
        position > 3
        and isinstance(word := nodes[position - 1], Word)
        and word.is_a("preposition", "partitive")
    )
    which = position - 2 - led
    relative = nodes[which] if which > 0 else None
    if not isinstance(relative, Word) or not relative.is_a("relative"):
        return None
    before = nodes[which - 2] if is_comma(nodes[which - 1]) and which > 1 else nodes[which - 1]
    return before if isinstance(before, Phrase) and before.actor is not None else None


def striker(nodes: list[Node], position: int) -> Phrase | None:
    """Who strikes what stands at ``position``: "X shelled his positions" speaks of another's."""
    near = nodes[max(0, position - 2) : position]
    verbs = [node for node in near if isinstance(node, Word)]
    subjects = [node for node in near if isinstance(node, Phrase)]
    if len(verbs) != 1 or len(subjects) != 1 or subjects[0].preposition:
        return None
    strikes = any(frame.violent and voice in ("active", "either") for frame, voice in verbs[0].senses)
    return subjects[0] if strikes and not verbs[0].suffix else None


def whole_list(nodes: list[Node], last: Phrase) -> list[Phrase]:
    """The coordinated phrases that ``last`` ends."""
    position = next(i for i, node in enumerate(nodes) if node is last)
    members = [last]
    while members[0].conjunction and position:
        position -= 1 + is_comma(nodes[position - 1])
        before = nodes[position] if position >= 0 else None
        if not isinstance(before, Phrase) or before.actor is None:
            break
        members.insert(0, before)
    return members


def ahead(nodes: list[Node], position: int) -> Phrase | None:
    """Who is named after the pronoun: "on his arrival in X, the president …" opens with the pronoun."""
    opening = [node for node in nodes[max(0, position - 2) : position] if isinstance(node, Word)]
    if not any(node.is_a("preposition") for node in opening):
        return None
    for before, node in pairwise(nodes[position:]):
        led = isinstance(before, Word) and before.is_a("preposition")
        if isinstance(node, Phrase) and node.actor is not None and not node.preposition and not led:
            return node
    return None


def last_pair(nodes: list[Node], position: int) -> list[Phrase]:
    """The last two phrases before ``position`` that a conjunction joins; none where there are no two."""
    phrases = [
        i for i, node in enumerate(nodes[:position]) if isinstance(node, Phrase) and node.actor is not None
    ]
    for last in reversed(phrases):
        node = nodes[last]
        previous = nodes[last - 1] if last else None
        if (
            isinstance(node, Phrase)
            and node.conjunction
            and isinstance(previous, Phrase)
            and previous.actor is not None
        ):
            return [previous, node]
    return []


def is_whereabouts(nodes: list[Node], phrase: Phrase) -> bool:
    """Whether a country is only named as where something is: "it is forbidden in X, and Y calls it"."""
    position = next((i for i, node in enumerate(nodes) if node is phrase), 0)
    led = nodes[position - 1] if position else None
    return phrase.place is not None and isinstance(led, Word) and led.is_a("locative") and not led.suffix

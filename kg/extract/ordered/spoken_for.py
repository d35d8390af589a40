"""Whose words and deeds a sentence tells of, for its pronouns: "X says it will", "Y warned X that it would"."""

from __future__ import annotations

from kg.extract.nodes import Node, Phrase, Word, is_comma


def _before_gerund(nodes: list[Node], position: int) -> int:
    """The position of whom a gerund describes whose object stands at ``position``: "the alliance fighting X said"."""
    step = position
    while step > 0 and isinstance(nodes[step], Phrase) and nodes[step].preposition:
        step -= 1
    verb, whom = nodes[step - 1] if step > 1 else None, nodes[step - 2] if step > 1 else None
    gerund = isinstance(verb, Word) and verb.part == "verb" and verb.text.endswith("ing")
    free = isinstance(whom, Phrase) and not whom.preposition and isinstance(nodes[step], Phrase)
    return step - 2 if gerund and free else position


def speaking(nodes: list[Node]) -> list[tuple[int, Phrase]]:
    """Who speaks from where on: "X says it will attack" tells of X."""
    found: list[tuple[int, Phrase]] = []
    for position, verb in enumerate(nodes):
        if not isinstance(verb, Word) or verb.part != "verb" or not verb.is_a("reporting"):
            continue
        hearer, link = [*nodes[position + 1 : position + 3], None, None][:2]
        warned = verb.is_a("warning") and isinstance(hearer, Phrase) and hearer.actor is not None
        if warned and isinstance(hearer, Phrase) and isinstance(link, Word) and link.is_a("that"):
            # "X warned Y that it would pay": Y would.
            found.append((verb.start, hearer))
            continue
        step = position - 1
        while step > 0 and isinstance(word := nodes[step], Word) and word.is_a("be", "have", "adverb"):
            step -= 1
        step = _before_gerund(nodes, _described(nodes, step))
        speaker = nodes[step] if step >= 0 else None
        # "…, X said, after it was": the pronoun is of what X said.
        aside = step > 0 and is_comma(nodes[step - 1]) and not nodes[step].conjunction
        document = isinstance(speaker, Phrase) and speaker.actor is None and speaker.how == "thing"
        if document:
            # "X issued a statement saying it would": it is not the statement.
            continue
        if isinstance(speaker, Phrase) and not speaker.preposition and speaker.how != "pronoun" and not aside:
            found.append((verb.start, speaker))
    return found


def _described(nodes: list[Node], position: int) -> int:
    """Where who is described stands, of whose description ``position`` is the object: "the army backing X said it"."""
    verb = nodes[position - 1] if position > 1 else None
    described = nodes[position - 2] if position > 1 else None
    if not isinstance(verb, Word) or verb.part != "verb" or not verb.text.endswith("ing"):
        return position
    named = isinstance(nodes[position], Phrase) and isinstance(described, Phrase)
    return position - 2 if named and not verb.conjunction and not verb.is_a("reporting") else position


def urged(nodes: list[Node]) -> list[tuple[int, Phrase]]:
    """Whose the deeds are from where on: "X urged Y to stop its raids" tells of Y's."""
    return [
        (following.start, whom)
        for verb, whom, following in zip(nodes, nodes[1:], nodes[2:], strict=False)
        if isinstance(verb, Word) and verb.part == "verb" and verb.is_a("causing")
        and isinstance(whom, Phrase) and whom.actor is not None
        and isinstance(following, Word) and following.is_a("to")
    ]  # fmt: skip

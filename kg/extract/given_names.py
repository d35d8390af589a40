"""Given names before the name of a family by which somebody is known: "Colonel A B", once the text has named A B."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.nodes import Node, Phrase, Word
from kg.folding import fold_text


def with_given_names(nodes: list[Node]) -> list[Node]:
    """The nodes with the given names of somebody joined to the name of his family behind them."""
    result: list[Node] = []
    for node in nodes:
        alone = (
            isinstance(node, Phrase) and node.how == "surname" and not (node.conjunction or node.preposition)
        )
        result.append(_whole(node, result) if alone and isinstance(node, Phrase) else node)
    return result


def _whole(family: Phrase, before: list[Node]) -> Phrase:
    """The name of the family with the given names that ``before`` ends with, which it loses."""
    person = family.actor
    assert person is not None
    given = fold_text(person.label_ar or person.label).split()[:-1]
    first = len(before) - len(given)
    words = [node for node in before[max(first, 0) :] if isinstance(node, Word)]
    if first < 0 or not given or [word.core for word in words] != given:
        return family
    del before[first:]
    return replace(
        family, start=words[0].core_start, conjunction=words[0].conjunction, preposition=words[0].preposition,
        words=[*words, *family.words],
    )  # fmt: skip

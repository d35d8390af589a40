"""Where an adverbial ends that opens a sentence: what it doubts or plans says nothing of the clause behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.nodes import Word, is_comma

if TYPE_CHECKING:
    from kg.extract.syntax import Syntax


def end_of_opening(syntax: Syntax, position: int, end: int) -> int:
    """Where an adverbial ends that opens the sentence, before a comma and its verb: "Since the attempt on X, Y hit"."""
    node = syntax.nodes[position]
    if not isinstance(node, Word) or node.is_a("conditional", "asking") or syntax.is_verb(position):
        return end
    for step, before in enumerate(syntax.nodes[:position]):
        if (
            syntax.is_verb(step)
            or syntax.ends_clause(step)
            or (isinstance(before, Word) and before.is_a("light"))
        ):
            return end
    for step in range(position + 1, len(syntax.nodes) - 1):
        verb = syntax.nodes[step + 1]
        if syntax.ends_clause(step) or syntax.is_verb(step):
            return end
        if is_comma(syntax.nodes[step]) and (
            syntax.is_verb(step + 1) or (isinstance(verb, Word) and verb.is_a("light", "occur", "reporting"))
        ):
            return syntax.nodes[step].start
    return end

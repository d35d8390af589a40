"""How surely something is said: negation, hedges, conditions, plans and the future, each with its scope."""

from __future__ import annotations

from kg.extract.nodes import Phrase, Word
from kg.extract.scopes import Scope
from kg.extract.syntax import Syntax
from kg.model import Modality

_STRENGTH = {Modality.HYPOTHETICAL: 3, Modality.DENIED: 2, Modality.UNCONFIRMED: 1, Modality.ASSERTED: 0}
_PURPOSE_REACH = 14
"""Nodes before a noun of action among which a verb may take it as its object."""


def scopes(syntax: Syntax, end: int) -> list[Scope[Modality]]:
    """The scopes of doubt in one sentence that ends at ``end``."""
    found: list[Scope[Modality]] = []
    for position, node in enumerate(syntax.nodes):
        if not isinstance(node, Word) or node.mark:
            continue
        if node.is_a("negation") and not node.is_a("negation_lookalike"):
            stop = _negation_end(syntax, position, end)
            found.append(Scope(node.start, stop, Modality.DENIED))
        if node.is_a("denial") or node.is_a("deny_truth"):
            found.append(
                Scope(node.start, syntax.clause_end(position, end, passing="clause_goes_on"), Modality.DENIED)
            )
        if node.is_a("hedge", "hedging_report") and not syntax.follows(position, "negation"):
            found.append(
                Scope(
                    node.start,
                    syntax.clause_end(position, end, passing="clause_goes_on"),
                    Modality.UNCONFIRMED,
                )
            )
        if node.is_a("conditional", "modal", "purpose", "future", "asking"):
            found.append(Scope(node.end, syntax.clause_end(position, end), Modality.HYPOTHETICAL))
        if node.is_a("failure"):
            found.append(Scope(node.end, syntax.clause_end(position, end), Modality.DENIED))
        if node.is_a("question"):
            found.append(Scope(node.end, end, Modality.HYPOTHETICAL))
        if node.is_a("accusing"):
            found.append(
                Scope(
                    node.end + 1,
                    syntax.clause_end(position, end, passing="clause_goes_on"),
                    Modality.UNCONFIRMED,
                )
            )
        if _is_purpose(syntax, position):
            found.append(Scope(node.start, syntax.clause_end(position, end), Modality.HYPOTHETICAL))
    return found


def strongest(values: list[Modality]) -> Modality:
    """The one that weakens most."""
    return max(values, key=_STRENGTH.__getitem__, default=Modality.ASSERTED)


def _is_purpose(syntax: Syntax, position: int) -> bool:
    """A noun of action behind "to": a plan, unless somebody was left to do it alone."""
    node = syntax.nodes[position]
    if (
        not isinstance(node, Word)
        or not node.senses
        or node.preposition not in syntax.lexicon.pack.words["belonging"]
    ):
        return False
    if not node.has_voice("noun", "either") or syntax.lexicon.is_definite(node.core):
        return False
    before = [n for n in syntax.nodes[max(0, position - _PURPOSE_REACH) : position] if isinstance(n, Word)]
    return not any(word.is_a("left_alone", "alone", "suffer", "deny_truth") for word in before)


def _negation_end(syntax: Syntax, position: int, end: int) -> int:
    """A negation reaches over the next word; over its clause where that word only carries what it negates."""
    for step in range(position + 1, len(syntax.nodes)):
        node = syntax.nodes[step]
        if isinstance(node, Phrase) or node.mark:
            break
        if node.is_a("light"):
            return syntax.clause_end(step, end)
        if not node.is_a("adverb", "preposition"):
            return node.end
    return syntax.nodes[position].end

"""Borders, behind which "with" leads to the land on the other side, and to nobody who is fought or met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.nodes import Phrase, Word

if TYPE_CHECKING:
    from kg.extract.syntax import Syntax


def leads_across(syntax: Syntax, position: int) -> bool:
    """Whether "with" stands at ``position`` behind a border, and so tells only of which: "on the border with P"."""
    word, land = syntax.nodes[position : position + 2] if position + 1 < len(syntax.nodes) else (None, None)
    if not isinstance(word, Word) or not word.is_a("with_whom"):
        return False
    if not isinstance(land, Phrase) or land.place is None:
        return False  # "Exchanged fire on the border with X".
    step = position - 1
    while (
        step > 0 and isinstance(like := syntax.nodes[step], Word) and like.is_a("direction", "nisba")
    ) and not like.is_a("frontier"):
        step -= 1
    node = syntax.nodes[step] if step >= 0 else None
    words = node.words if isinstance(node, Phrase) else [node] if node is not None else []
    named = {word.core.rpartition(" ")[2] for word in (*words[:1], *words[-1:])}
    if named.isdisjoint(syntax.lexicon.pack.words["frontier"]):
        return False
    ahead = syntax.nodes[step - 1] if step else None
    along = isinstance(ahead, Word) and ahead.is_plain and syntax.follows(step - 1, "preposition")
    # "Closed the border with P" does something to P.
    return along or bool(words[0].preposition) or syntax.follows(step, "preposition")

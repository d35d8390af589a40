"""What somebody refuses: a deed of his own, or one of others."""

from __future__ import annotations

from kg.extract.arguments import FAR, Arguments, Found
from kg.extract.nodes import Phrase, Word, is_comma

_STANDS = {"opposes", "supports"}
"""Relations whose nouns name by their owner whom they are about: "the condemnation of X"."""


def is_own(arguments: Arguments, verb: int, owner: Phrase) -> bool:
    """Whether what is refused is a stand towards whoever the noun names: "refused to condemn X"."""
    nodes = arguments.syntax.nodes
    named = next((at for at in range(verb + 1, len(nodes)) if nodes[at] is owner), 0)
    refusal, noun = nodes[verb], nodes[named - 1]
    if not (isinstance(refusal, Word) and refusal.is_a("refusal")) or not isinstance(noun, Word) or not named:
        return False
    lexicon = arguments.syntax.lexicon
    if noun.suffix or noun.is_a("accusing") or lexicon.is_definite(noun.core):
        return False
    if "stance" in lexicon.nouns(noun.text):
        return False  # "Rejects the policy, the words of X".
    if not noun.senses or any(frame.relation not in _STANDS for frame, _ in noun.senses):
        return False
    other = nodes[named + 1] if named + 1 < len(nodes) else None
    led = isinstance(other, Phrase) and bool(other.preposition) and other.actor is not None
    return not owner.preposition and not led


def is_of_others(arguments: Arguments, position: int, found: Found) -> bool:
    """Whether who refuses what others do would be its doer: "rejects (any) interference in the affairs of Y"."""
    syntax, word = arguments.syntax, arguments.syntax.nodes[position]
    left = all(one.end <= word.start for one in found.subjects)
    if not isinstance(word, Word) or not left or not word.has_voice("noun", "either"):
        return False
    others = syntax.lexicon.is_definite(word.core) or syntax.follows(position, "any")
    for step in range(position - 1, max(-1, position - FAR), -1):
        node = syntax.nodes[step]
        if isinstance(node, Word) and node.is_a("refusal"):
            return others
        if syntax.ends_clause(step) and not is_comma(node):
            return False
    return False

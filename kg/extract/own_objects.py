"""What a verb cannot have for its object, as another word has it: a text, a relative clause, a deed told of."""

from __future__ import annotations

from kg.extract.arguments import Arguments
from kg.extract.left_subjects import relative_before
from kg.extract.nodes import Phrase, Word


def before_own_object(arguments: Arguments, verb: int, objects: list[int]) -> list[int]:
    """Those of ``objects`` before a text that is the object of the verb: "upheld a verdict that ten of X be hanged"."""
    lexicon = arguments.syntax.lexicon
    objects = [each for each in objects if not _is_of_relative(arguments, verb, each)]
    endings = tuple(lexicon.pack.clitics["noun_endings"])
    for step in range(verb + 1, objects[-1] if objects else 0):
        node = arguments.syntax.nodes[step]
        if isinstance(node, Word) and not (node.preposition or node.mark) and node.core.endswith(endings):
            stem = next(
                (node.core.removesuffix(each) for each in endings if node.core.endswith(each)), node.core
            )
            if "text_noun" in lexicon.nouns(node.text) or "text_noun" in lexicon.nouns(stem):
                return [each for each in objects if each < step]
    return objects


def _is_of_relative(arguments: Arguments, verb: int, target: int) -> bool:
    """Whether the verb right before ``target`` is that of a relative clause: "searched the house of Y, who hates X"."""
    relative = relative_before(arguments.syntax, target)
    return relative is not None and relative > verb


def is_told_of_deed(arguments: Arguments, doer: Phrase, target: int) -> bool:
    """Whether a relative clause of the deed leads to ``target``: "condemned the Xish campaign, which struck Y"."""
    between = (node for node in arguments.syntax.nodes[:target] if node.start >= doer.end)
    return any(isinstance(node, Word) and node.is_a("relative") for node in between)

"""Who it was that did something: "X is who backs Y", where "who" is spelled like "of"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Word


def settle(nodes: list[Node], lexicon: Lexicon) -> None:
    """Makes "which" of the word for "of" between a pronoun that stands alone and a finite verb; in place."""
    partitive = lexicon.pack.words["partitive"]
    for position in range(1, len(nodes) - 1):
        who, pronoun, verb = nodes[position], nodes[position - 1], nodes[position + 1]
        if not (isinstance(who, Word) and isinstance(pronoun, Word) and isinstance(verb, Word)):
            continue
        if who.core not in partitive or who.suffix or who.conjunction or not pronoun.is_a("cleft"):
            continue
        finite = verb.has_voice("active", "future") and not verb.has_voice("noun", "either")
        if finite or verb.is_a("launching"):
            many = lexicon.pack.clitics["pronouns"].get(pronoun.core, {}).get("number") in ("dual", "plural")
            classes = {"relative", "not_a_name", *(("relative_many",) if many else ())}
            nodes[position] = replace(who, classes=frozenset(classes))
            nodes[position - 1] = replace(pronoun, classes=pronoun.classes | {"being"})

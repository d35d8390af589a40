"""Of whom a pronoun on "that" tells: "X accused Y, saying that she …" is of Y where the pronoun cannot mean X."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.agreement import agrees
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word


def told_of(
    nodes: list[Node], that: int, speaker: list[Phrase], lexicon: Lexicon, carried: list[Phrase]
) -> list[Phrase] | None:
    """Who is meant at ``that``, if another than ``speaker``; empty where nobody can tell, None where it is he.

    Of those the text was about, ``carried``, it tells where nobody in the sentence can be meant.
    """
    word = nodes[that]
    suffix = next(
        (each for each in lexicon.pronouns if isinstance(word, Word) and word.core.endswith(each)), ""
    )
    if not isinstance(word, Word) or not suffix or not speaker:
        return None
    pronoun = replace(word, suffix=suffix)
    before = [node for node in nodes[:that] if isinstance(node, Word)]
    fits = _fits(pronoun, speaker, before, lexicon)
    charged = any(node.is_a("accusing", "responsibility") for node in before)
    if fits and not charged:
        # "The paper said that he had armed X": a source tells of others, where the text has been about somebody.
        return carried if _is_source(speaker) and _is_free(carried, pronoun, lexicon) else None
    others = [
        node
        for node in reversed(nodes[:that])
        if isinstance(node, Phrase)
        and node.actor is not None
        and not node.preposition
        and node not in speaker
    ]
    others = [node for node in others if node.actor is not None and node.place is None] or others
    other = next((node for node in others if agrees(pronoun, [node], lexicon)), None)
    if fits:
        blamed = other is not None and any(node.is_a("accusing") and node.suffix == suffix for node in before)
        return [other] if blamed and other is not None else [] if other is not None else None
    if (
        other is not None
        and _is_thing(speaker, lexicon)
        and all(node.actor == other.actor for node in others)
    ):
        return [other]  # "The sources said that X … and that they …".
    if other is None and _is_free(carried, pronoun, lexicon):
        return carried
    return [other] if other is not None and charged else []


def _is_source(speaker: list[Phrase]) -> bool:
    return all(one.actor is not None and one.actor.type in ("Monitor", "MediaOutlet") for one in speaker)


def _is_thing(speaker: list[Phrase], lexicon: Lexicon) -> bool:
    """Whether a source speaks that is no people: "sources", "a source"."""
    return len(speaker) == 1 and bool(lexicon.pack.heads.get(speaker[0].head, {}).get("impersonal"))


def _is_free(carried: list[Phrase], pronoun: Word, lexicon: Lexicon) -> bool:
    """Whether the pronoun can mean whom the text was about, who is no source himself."""
    return len(carried) == 1 and not _is_source(carried) and agrees(pronoun, carried, lexicon)


def _fits(pronoun: Word, speaker: list[Phrase], before: list[Word], lexicon: Lexicon) -> bool:
    """Whether the pronoun can mean who speaks: the verb of saying shows the gender of a person and of a name."""
    several = lexicon.pack.clitics["pronouns"].get(pronoun.suffix, {}).get("number") == "plural"
    if several and _is_thing(speaker, lexicon):
        return False
    feminine = any(
        node.is_a("reporting", "telling") and node.core.endswith(lexicon.past_agreement["feminine"][1])
        for node in before[-6:]
        if "feminine" in lexicon.past_agreement
    )
    if feminine and len(speaker) == 1:
        return str(lexicon.pack.clitics["pronouns"].get(pronoun.suffix, {}).get("gender", "")) != "masculine"
    return agrees(pronoun, speaker, lexicon)

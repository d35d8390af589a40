"""What the words beside a word show: whether a noun phrase begins or goes on there, whether it means several."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word
from kg.folding import fold_text

_OPENS_NOUN = (
    "article",
    "demonstrative",
    "possessor",
    "quantifier",
    "number",
    "nisba",
    "title",
    "head",
    "prefix",
    "epithet",
    "direction",
)
NO_NOUN = (
    *("preposition", "to", "clause", "that", "relative", "conjunction", "be", "article", "possessor"),
    *("demonstrative", "quantifier", "adverb", "pronoun", "have", "modal", "do"),
)
_NEVER_BEFORE_OBJECT = ("be", "have", "do", "modal", "preposition", "clause", "reporting")


def opens_object(node: Node | None) -> bool:
    """Whether a noun phrase may begin here, as behind a verb and not behind a noun."""
    if isinstance(node, Phrase):
        return True
    if node is None or node.mark or node.is_a(*_NEVER_BEFORE_OBJECT):
        return False
    return node.is_a(*_OPENS_NOUN) or node.written[:1].isupper() or node.core[0].isdigit()


def goes_on_as_noun(node: Node | None) -> bool:
    """Whether what follows shows that the word before it was an adjective: "the besieged town"."""
    if node is None or isinstance(node, Phrase):
        return node is not None
    return not node.mark and not node.is_a(*NO_NOUN)


def is_plural(node: Node | None) -> bool:
    """Whether a node means several people."""
    if isinstance(node, Phrase):
        return (
            bool(node.words)
            and node.actor is not None
            and (
                (node.words[-1].text.endswith("s") and not node.place)
                or node.actor.type in ("ArmedGroup", "DescribedGroup")
            )
        )
    if not isinstance(node, Word) or node.mark:
        return False
    return (node.is_a("head", "noun", "nisba", "dual_noun") or node.part == "deed") and node.text.endswith(
        ("s", "men")
    )


def names_people(word: Word, lexicon: Lexicon) -> bool:
    """Whether an adjective of origin stands as a noun in the plural: "Palestinians"."""
    if not word.is_a("nisba") or not word.core.endswith("s"):
        return False
    return word.core != fold_text(lexicon.pack.nisba[word.core]["adjective"])


def is_body(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether a noun that may be a deed or a body is the body: "the opposition", but "opposition to the plan"."""
    word = nodes[position]
    assert isinstance(word, Word)
    if not word.is_a("head"):
        return False
    step = position + 1
    while step < len(nodes) and isinstance(when := nodes[step], Word) and when.is_a("date"):
        # "An alliance in February between X and Y".
        step += 1
    after = nodes[step] if step < len(nodes) else None
    preps = {prep for frame, _ in word.senses for prep in frame.noun_object.preps}
    leading = isinstance(after, Word) and (after.core in preps or after.is_a("between", "agent"))
    genitive = lexicon.pack.words["genitive"]
    return not leading or (isinstance(after, Word) and after.core in genitive)


def describes_body(word: Word, after: Node | None, lexicon: Lexicon) -> bool:
    """Whether a word with a verb's ending stands before a noun for people or places, as an adjective of it."""
    ending = word.text.endswith(lexicon.pack.grammar.verb_endings)
    noun = isinstance(after, Word) and after.is_a("head", "noun", "target", "site", "nisba")
    return ending and (noun or isinstance(after, Phrase))

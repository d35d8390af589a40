"""What stands beside a word that may be a verb: its subject, a verb that leads it, or the verb that it belongs to."""

from __future__ import annotations

from collections.abc import Collection

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word
from kg.extract.ordered.neighbours import is_plural, opens_object

_LONGEST_RELATIVE = 16
"""Words of a relative clause between commas."""
_FAR_MADE = 6
"""Words between a verb such as "helped" and the bare infinitive behind it."""


def is_subject_noun(word: Word, after: Node | None) -> bool:
    """Whether a plural noun that may be a verb stands right before the verb whose subject it is."""
    plural = word.text.endswith("s") and word.is_a("head", "noun", "target")
    return (
        plural and isinstance(after, Word) and after.has_voice("past", "finite") and after.written.islower()
    )


def leaves_to_next(nodes: list[Node], position: int, word: Word) -> bool:
    """Whether the next word is the verb, and this one the noun before it: "government forces besieged the town"."""
    following = nodes[position + 1 : position + 3]
    if len(following) < 2 or not isinstance(following[0], Word) or not opens_object(following[1]):
        return False
    verb = following[0]
    finite = verb.has_voice("past", "finite") and verb.written.islower()
    return finite and word.is_a("head", "noun", "target")


def is_made_to(nodes: list[Node], position: int) -> bool:
    """Whether a verb before makes or helps somebody do what the word says: "helped the army capture X"."""
    for step in range(position - 1, max(-1, position - _FAR_MADE), -1):
        node = nodes[step]
        if isinstance(node, Word) and (node.part == "verb" or node.is_a("bare_causing")):
            return node.is_a("bare_causing") and step < position - 1
        if isinstance(node, Word) and (node.mark or node.is_a("preposition", "to", "conjunction", "clause")):
            return False
    return False


def subject_before(nodes: list[Node], position: int) -> Node | None:
    """The node before, adverbs and the comma behind an apposition passed over."""
    before = node_before(nodes, position)
    if isinstance(before, Word) and before.mark and before.text == ",":
        opened = _before_relative(nodes, position - 1)
        return node_before(nodes, position - 1 if opened is None else opened)
    return before


def _before_relative(nodes: list[Node], closing: int) -> int | None:
    """The comma before the relative clause that ``closing`` ends: "men of X, which is in Y, control P"."""
    for step in range(closing - 1, max(0, closing - _LONGEST_RELATIVE), -1):
        node = nodes[step]
        if isinstance(node, Word) and node.mark:
            following = nodes[step + 1]
            relative = isinstance(following, Word) and following.is_a("relative")
            return step if node.text == "," and relative else None
    return None


def may_open(nodes: list[Node], position: int, before: Node | None) -> bool:
    """Whether a base form may be a verb: behind a plural or a conjunction, or where a sentence begins."""
    if before is None or is_plural(before) or is_plural(_located(nodes, position)):
        return True
    return is_listed(nodes, position) or (isinstance(before, Word) and before.is_a("conjunction"))


def _located(nodes: list[Node], position: int) -> Node | None:
    """Who stands before the place right before ``position``: "officials in Nairobi say"."""
    step = position - 1
    place = nodes[step] if step > 0 else None
    named = isinstance(place, Phrase) or (
        isinstance(place, Word) and (place.written[:1].isupper() or place.is_a("direction"))
    )
    if named and isinstance(article := nodes[step - 1], Word) and article.is_a("article"):
        step -= 1
    link = nodes[step - 1] if step > 1 else None
    led = named and isinstance(link, Word) and link.is_a("locative")
    return nodes[step - 2] if led else None


def is_listed(nodes: list[Node], position: int) -> bool:
    """Whether a conjunction joins the name before ``position`` to another: "X and the Y attack"."""
    step = position - 1
    while step > 0 and isinstance(adverb := nodes[step], Word) and adverb.is_a("adverb"):
        step -= 1
    if step < position - 1 and isinstance(link := nodes[step], Word) and link.is_a("conjunction"):
        return True
    step -= 1
    if step > 0 and isinstance(article := nodes[step], Word) and article.is_a("article"):
        step -= 1
    return step >= 0 and isinstance(other := nodes[step], Word) and other.is_a("conjunction")


def node_before(nodes: list[Node], position: int) -> Node | None:
    """The node before, adverbs passed over."""
    for step in range(position - 1, -1, -1):
        node = nodes[step]
        if not (isinstance(node, Word) and node.is_a("adverb")):
            return node
    return None


def is_first_deed(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether an ordinal tells when somebody did the verb behind it: "a group that first surfaced in P"."""
    before, after = nodes[position - 1] if position else None, nodes[position + 1 : position + 2]
    led = isinstance(before, Phrase) or (
        isinstance(before, Word) and before.is_a("relative", "that", "pronoun")
    )
    endings = lexicon.pack.grammar.verb_endings
    return led and any(
        isinstance(n, Word)
        and n.written.islower()
        and (n.has_voice("past", "finite") or n.text.endswith(endings))
        for n in after
    )


def is_behind_gap(nodes: list[Node], position: int) -> bool:
    """Whether the verb before has its object in a relative word: "the militia that X backs shelled P"."""
    step = position - 1
    while (
        step > 0
        and isinstance(verb := nodes[step], Word)
        and (verb.part == "verb" or verb.is_a("adverb", "have", "be"))
    ):
        step -= 1
    subject = nodes[step]
    if not (isinstance(subject, Phrase) or subject.written[:1].isupper() or subject.is_a("head")):
        return False
    while step > 0 and (
        isinstance(node := nodes[step], Phrase) or not (node.mark or node.is_a("relative", "that"))
    ):
        if position - step > _FAR_MADE + 2 or (isinstance(node, Word) and node.part == "verb"):
            return False
        step -= 1
    link = nodes[step]
    return isinstance(link, Word) and link.is_a("relative", "that")


def is_title_of(word: Word, before: Node | None, after: Node | None, verbal: Collection[str]) -> bool:
    """Whether a title that may be a verb stands between two names, and the verb takes no bare object."""
    named = isinstance(before, Phrase) or (isinstance(before, Word) and before.is_a("nisba"))
    taken = any("bare" in frame.object.preps for frame, voice in word.senses if voice in verbal)
    name = isinstance(after, Phrase) or (after is not None and after.written[:1].isupper())
    return named and name and not taken

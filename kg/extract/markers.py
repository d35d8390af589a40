"""What opens speech behind a verb of saying: "that", a colon, a quotation mark, "about"."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.nodes import Node, Phrase, Word, is_comma, is_quote
from kg.extract.syntax import Syntax

_FARTHEST = 26
"""Nodes between a verb of saying and what opens the speech."""
_LONGEST_QUOTED_NAME = 4


@dataclass(frozen=True, slots=True)
class Markers:
    """Looks for what opens speech in one sentence."""

    syntax: Syntax
    openings: frozenset[int]
    """The offsets of the quotation marks that open."""

    def find(self, position: int) -> int | None:
        """The word or mark that opens what is said: "that", a colon, a quotation mark, "about"."""
        about: int | None = None
        nodes = self.syntax.nodes
        step = position
        while step + 1 < min(position + _FARTHEST, len(nodes)):
            step += 1
            node = nodes[step]
            if not isinstance(node, Word):
                continue
            name_ends = self._name_ends(step)
            if name_ends is not None:
                step = name_ends
                continue
            if self._opens_speech(node) and not self.syntax.follows(step, "before_clause"):
                return step if about is None else about
            if about is None and self._speaks_about(position, step, node):
                about = step
                following = nodes[step + 1] if step + 1 < len(nodes) else None
                if isinstance(following, Word) and self._opens_speech(following):
                    return step + 1
            elif self._closes(position, step, node):
                return about
        return about

    def _opens_speech(self, node: Word) -> bool:
        if is_quote(node):
            return node.start in self.openings
        return is_mark(node, ":") or (node.is_a("complementizer") and not node.senses)

    def _name_ends(self, position: int) -> int | None:
        """Where a quoted name ends behind which "that" follows, if one begins at ``position``."""
        nodes = self.syntax.nodes
        if not is_quote(nodes[position]):
            return None
        for step in range(position + 1, min(position + _LONGEST_QUOTED_NAME + 2, len(nodes) - 1)):
            if is_quote(nodes[step]):
                behind = (
                    node
                    for node in nodes[step + 1 :]
                    if not (is_comma(node) or (isinstance(node, Word) and node.is_a("adverb")))
                )
                following = next(behind, None)
                return step if isinstance(following, Word) and following.is_a("complementizer") else None
        return None

    def _closes(self, position: int, step: int, node: Word) -> bool:
        """Whether the node ends the search for what is said: a clause or deed of its own, another report."""
        if node.mark:
            return node.text in ".;?!"
        if node.is_a("preposition") or node.preposition:
            return False
        if node.is_a("quoting", "accusing") or (node.is_a("clause") and step > position + 1):
            return True
        if node.is_a("reporting", "continued"):
            return not self.syntax.follows(step, "relative") and not node.suffix
        if self.syntax.is_verb(step):
            described = describes(self.syntax, step)
            return not node.suffix and not described and not self.syntax.follows(step, "relative", "adverb")
        carried = self.syntax.nodes[position]
        deed = (
            node.has_voice("noun", "either") and not node.is_a("one_of")
        ) or "said_noun" in self.syntax.lexicon.nouns(node.text)
        announced = isinstance(carried, Word) and carried.is_a("announcing", "continued")
        return announced and deed and not self.syntax.follows(step, "preposition")

    def _speaks_about(self, position: int, step: int, node: Word) -> bool:
        """Whether "about", or a deed behind it, says what the speech is about: only the speaker stands between."""
        verb = self.syntax.nodes[position]
        if not isinstance(verb, Word) or not verb.is_a("speaks_about"):
            return False
        led = node.is_a("speech_preposition") or (
            bool(node.senses) and node.preposition in self.syntax.lexicon.pack.words["speech_preposition"]
        )
        return led and all(
            isinstance(other, Phrase)
            or is_comma(other)
            or not (other.mark or other.is_a("relative", "clause", "speech_preposition"))
            for other in self.syntax.nodes[position + 1 : step]
        )


def describes(syntax: Syntax, position: int) -> bool:
    """Whether a verb tells of the indefinite noun before it, as "which" would: "in a statement that appeared"."""
    verb, noun = syntax.nodes[position], syntax.nodes[position - 1] if position else None
    if isinstance(noun, Phrase):
        return noun.generic and not verb.conjunction and not syntax.lexicon.is_definite(noun.words[0].core)
    if verb.conjunction or noun is None or noun.mark or noun.suffix or noun.senses:
        return False
    led = bool(noun.preposition) or syntax.follows(position - 1, "preposition")
    return (led or not noun.classes) and not syntax.lexicon.is_definite(noun.core) and not noun.conjunction


def is_mark(node: Node, marks: str) -> bool:
    """Whether a node is one of the punctuation ``marks``."""
    return isinstance(node, Word) and node.mark and node.text in marks


def is_that(node: Node) -> bool:
    """Whether a node opens a clause that says what was said."""
    return isinstance(node, Word) and (node.is_a("complementizer") or is_mark(node, ':"'))


def says_more(nodes: list[Node]) -> bool:
    """Whether anything but marks and adverbs is left."""
    return any(not (isinstance(node, Word) and (node.mark or node.is_a("adverb"))) for node in nodes)


def announced_start(syntax: Syntax, position: int, source: Phrase) -> int:
    """Where what is announced begins: behind a relative clause that says who announces it, at the next deed."""
    nodes = syntax.nodes
    behind = [step for step in range(position + 1, len(nodes)) if nodes[step].start >= source.end]
    first = next((step for step in behind if not is_comma(nodes[step])), None)
    node = nodes[first] if first is not None else None
    if first is None or not isinstance(node, Word) or not node.is_a("relative"):
        return nodes[position].end
    deeds = (
        step
        for step in range(first + 2, len(nodes))
        if isinstance(deed := nodes[step], Word)
        and (deed.has_voice("noun", "either") or deed.is_a("casualty"))
        and not deed.preposition
        and not syntax.follows(step, "preposition", "light", "modal")
        and not syntax.is_verb(step)
    )
    return nodes[next(deeds, len(nodes) - 1)].start


def announced_end(syntax: Syntax, position: int, end: int) -> int:
    """Where a deed announced as a noun by the verb at ``position`` ends: at ``end``, or where a verb is joined."""
    for node in syntax.nodes[position + 1 :]:
        if isinstance(node, Word) and node.conjunction and node.has_voice("active"):
            return end if node.has_voice("noun", "either") else min(end, node.start)
    return end

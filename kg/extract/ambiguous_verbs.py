"""Words that are verb or noun by their letters: which of the two they are where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_comma

if TYPE_CHECKING:
    from kg.extract.syntax import Syntax

_FARTHEST_JUDGED = 14
"""Nodes of a remark between a verb that judges and the deed that it judges."""
_SHORTEST_JUDGED = 4
"""Nodes of such a verb, its subject, and the commas of the remark."""
_NEAR = 4
"""Nodes before "that" among which stands what says that it was before."""


def opens_clause(syntax: Syntax, position: int) -> bool:
    """Whether a word that is as often a noun opens its clause here, as verbs do."""
    node = syntax.nodes[position]
    if not isinstance(node, Word) or syntax.lexicon.is_definite(node.core):
        return False
    if _is_of_giver(syntax, position) or _is_judged(syntax, position):
        return False
    if position == 0 or node.conjunction:
        return True
    step = _before_time(syntax, position)
    before = syntax.nodes[step]
    if isinstance(before, Phrase):
        return not before.preposition and not _has_verb(syntax, step) and not _owns_plan(syntax, step)
    if before.is_a("complementizer") and not before.core.endswith(syntax.lexicon.pronouns):
        return _leads_past(
            syntax, step
        )  # "Said that the backing of X …": no verb stands right behind "that".
    return before.mark or before.is_a(
        "clause", "complementizer", "relative", "adverb", "future", "sequel", "verb_negation"
    )


def _is_of_giver(syntax: Syntax, position: int) -> bool:
    """Whether who is named right behind does it as a noun says: "the backing of his country", "the backing of X for Y".

    A verb would have its object right behind its subject, and nobody is said to back his own country.
    """
    deed, giver = (
        syntax.nodes[position],
        syntax.nodes[position + 1] if position + 1 < len(syntax.nodes) else None,
    )
    if not isinstance(deed, Word) or deed.suffix or syntax.follows(position, "relative", "verb_negation"):
        return False
    if not isinstance(giver, Phrase) or giver.preposition or giver.conjunction or giver.actor is None:
        return False
    if giver.words and giver.words[0].is_a("own_country"):
        return True
    belonging = syntax.lexicon.pack.words["belonging"]
    if position == 0 and any(
        voice == "active" and not frame.object.preps.isdisjoint(belonging) for frame, voice in deed.senses
    ):
        return False  # "Stood up to Y": the verb too leads with "to" to its object, and opens the sentence.
    step = position + 2
    while (
        step < len(syntax.nodes) and isinstance(word := syntax.nodes[step], Word) and _describes(word, syntax)
    ):
        step += 1
    receiver = syntax.nodes[step] if step < len(syntax.nodes) else None
    if not isinstance(receiver, Phrase) or receiver.preposition not in belonging:
        return False
    struck = any(frame.violent and "bare" in frame.object.preps for frame, _ in deed.senses)
    return receiver.actor is not None or (struck and receiver.place is not None)


def _is_judged(syntax: Syntax, position: int) -> bool:
    """Whether a remark parts the deed from the verb that judges it: "X condemned, in a statement, the raid on Y"."""
    if not is_comma(syntax.nodes[position - 1]) or position < _SHORTEST_JUDGED:
        return False
    for step in range(position - 2, max(-1, position - _FARTHEST_JUDGED), -1):
        node = syntax.nodes[step]
        if not isinstance(node, Word) or node.mark:
            continue
        if any(frame.of_deed and voice == "active" for frame, voice in node.senses) and not node.suffix:
            subject, remark = syntax.nodes[step + 1 : step + 3]
            named = isinstance(subject, Phrase) and not subject.preposition
            return named and is_comma(remark) and syntax.is_verb(step)
        if node.senses or syntax.ends_clause(step):
            return False
    return False


def _describes(word: Word, syntax: Syntax) -> bool:
    """Whether a word may be an adjective of a deed that somebody owns: "the full backing of X"."""
    return word.is_a("epithet") or (
        word.is_plain and not word.conjunction and syntax.lexicon.is_definite(word.core)
    )


def _owns_plan(syntax: Syntax, position: int) -> bool:
    """Whether what somebody plans or says stands before his name: "the decision of X to back Y" has no verb."""
    noun = syntax.nodes[position - 1] if position else None
    return isinstance(noun, Word) and not noun.suffix and "stance" in syntax.lexicon.nouns(noun.text)


def instead_of_preposition(syntax: Syntax, position: int) -> bool:
    """Whether a preposition that is also a verb opens a clause as one: "(he) succeeded X", "behind X"."""
    word, before = syntax.nodes[position], syntax.nodes[position - 1] if position else None
    opens = before is None or (isinstance(before, Word) and before.is_a("clause", "relative", "may"))
    return isinstance(word, Word) and word.has_voice("active") and (opens or bool(word.conjunction))


def goes_with(syntax: Syntax, position: int) -> bool:
    """Whether a participle without a comma has its object right behind: "announced his departure accusing X"."""
    node, following = syntax.nodes[position], syntax.nodes[position + 1 : position + 2]
    endings = tuple(syntax.lexicon.pack.clitics["noun_endings"])
    ends = isinstance(node, Word) and not node.suffix and node.core.endswith(endings)
    named = (one for one in following if isinstance(one, Phrase))
    return ends and any(one.actor is not None and not one.preposition for one in named)


def _leads_past(syntax: Syntax, that: int) -> bool:
    """Whether "that" leads to a verb in the past: "after that", "it happened before to X that"."""
    near = syntax.nodes[max(0, that - _NEAR) : that]
    before = any(isinstance(node, Word) and node.is_a("done_before") for node in near)
    return before or syntax.follows(that, "before_clause", "preposition")


def _before_time(syntax: Syntax, position: int) -> int:
    """The position before ``position``; where only a time set off by commas stands there, that before the time."""
    step, timed = position - 1, False
    while (
        step > 0 and isinstance(node := syntax.nodes[step], Word) and (is_comma(node) or node.is_a("adverb"))
    ):
        timed = timed or not is_comma(node)
        step -= 1
    return (
        step
        if timed and isinstance(syntax.nodes[step], Phrase) and is_comma(syntax.nodes[position - 1])
        else position - 1
    )


def _has_verb(syntax: Syntax, position: int) -> bool:
    """Whether the phrase at ``position`` is the subject of a verb before it: what follows is no second verb."""
    head = syntax.list_head(position)
    verb = syntax.nodes[head - 1] if head else None
    if not isinstance(verb, Word) or verb.mark or verb.suffix or verb.is_a("auxiliary"):
        return False
    spoken = verb.is_a("reporting", "announcing", "modal", "light", "receive") and not verb.preposition
    return (spoken or syntax.is_verb(head - 1)) and not syntax.follows(head - 1, "relative")


def settle_aims(nodes: Sequence[Node], lexicon: Lexicon) -> None:
    """Makes a verb of hitting one of planning where control is aimed at: "an attack that aims at control of P"."""
    for position, verb in enumerate(nodes):
        if not isinstance(verb, Word) or not any(
            frame.violent and voice == "active" for frame, voice in verb.senses
        ):
            continue
        subject = nodes[position + 1] if position + 1 < len(nodes) else None
        if _is_control(nodes, position + 1 + isinstance(subject, Phrase), lexicon):
            verb.senses, verb.classes = (), verb.classes | {"modal"}


def _is_control(nodes: Sequence[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether control stands here that somebody does not have: with the article, or of the place right behind it."""
    noun = nodes[position] if position < len(nodes) else None
    if not isinstance(noun, Word) or noun.preposition:
        return False
    if not any(frame.relation == "controls" and voice == "noun" for frame, voice in noun.senses):
        return False
    following = nodes[position + 1] if position + 1 < len(nodes) else None
    of_place = isinstance(following, Phrase) and following.place is not None and not following.preposition
    return lexicon.is_definite(noun.core) or of_place

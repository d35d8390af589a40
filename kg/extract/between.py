"""The two sides of an event: "battles between A, backed by B, and C", "on one side … on the other"."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.nodes import Phrase, Word, is_comma
from kg.extract.syntax import Syntax

_FARTHEST = 12
_LONGEST_GAP = 3
_LONGEST_APPOSITION = 14
"""Nodes of what is said of the first side between two commas."""

_LONGEST_SPEAKER = 8
"""Nodes from who speaks to his verb, with what says who he is."""

_LONGEST_RELATIVE = 12
"""Nodes from the comma before a relative clause to the one behind it."""

_LONGEST_STAY = 7
"""Nodes from a participle that says where a side is to the other side."""


def sides(
    syntax: Syntax, position: int, antecedents: Callable[[str, int], list[Phrase]], kind: str = "actor"
) -> tuple[list[Phrase], list[Phrase]] | None:
    """The sides of the event whose noun stands at ``position``; or None.

    A repeated "between", a comma before the conjunction, or "on one side" parts the sides; without any of them
    the first actor stands against the rest. ``antecedents`` finds whom the pronoun in "between them" means.
    """
    opening = _opening(syntax, position)
    if opening is None:
        return None
    named = syntax.nodes[opening]
    pronoun = named.suffix if isinstance(named, Word) else ""
    meant = antecedents(pronoun, opening) if pronoun else []
    groups: list[list[Phrase]] = [[*meant]]
    marked = comma = False
    gap = 0
    step = opening + 1
    while step < len(syntax.nodes):
        node = syntax.nodes[step]
        one = len(groups) == 1 and len(groups[0]) == 1
        if groups[-1] and (_is_leader(syntax, step) or (one and _is_described(syntax, step))):
            step += 2
            continue
        if groups[-1] and _is_taken_up(syntax, step):
            step += 3
            continue
        skipped = None
        if groups[-1]:
            skipped = _behind_remark(syntax, step, kind) or _behind_stay(syntax, step, kind)
            skipped = skipped or _behind_home(syntax, step, kind)
        if skipped is not None:
            step = skipped
            continue
        if isinstance(node, Phrase):
            joined = syntax.nodes[step + 1] if step + 1 < len(syntax.nodes) else None
            aside = node.preposition and isinstance(joined, Phrase) and joined.conjunction and groups[-1]
            if node.entity(kind) is None and (
                aside or (groups[-1] and isinstance(joined, Word) and _parts(joined))
            ):
                step += 1
                continue
            if node.entity(kind) is None:
                break
            if node.preposition or (comma and _speaks(syntax, step)):
                break
            closed = len(groups) > 1 or (len(groups[0]) > 1 and bool(groups[0][-1].conjunction))
            if comma and closed and _is_apposed(syntax, step):
                break
            if groups[-1] and (marked or (comma and node.conjunction and len(groups) == 1)):
                groups.append([])
            groups[-1].append(node)
            marked = comma = False
            gap = 0
        elif is_comma(node):
            comma = True
            step = _behind_relative(syntax, step) if one else step
            step = _behind_apposition(syntax, step, kind) if one else step
        elif isinstance(node, Word) and _parts(node):
            marked = True
        elif syntax.blocks(step) or not isinstance(node, Word) or not _may_stand_between(node):
            break
        else:
            gap += 1
            if gap > _LONGEST_GAP:
                break
        step += 1
    if pronoun and len(groups) == 1:
        groups = [meant]  # "Among them X" opens a list; only a second "between" leads to another side.
    return _parted(groups)


def _speaks(syntax: Syntax, position: int) -> bool:
    """Whether who follows a comma only says all that: "clashes between A and B, an official said"."""
    if not syntax.lexicon.pack.grammar.ordered or syntax.nodes[position].conjunction:
        return False
    for node in syntax.nodes[position + 1 : position + _LONGEST_SPEAKER]:
        if isinstance(node, Word) and node.part == "verb":
            return node.is_a("reporting")
        if isinstance(node, Phrase) and node.conjunction:
            return False
    return False


def _is_apposed(syntax: Syntax, position: int) -> bool:
    """Whether a phrase behind a comma only says who the two are: "between A and B, the two strongest forces"."""
    after = syntax.nodes[position + 1] if position + 1 < len(syntax.nodes) else None
    listed = isinstance(after, Phrase) and bool(after.conjunction)
    return syntax.lexicon.pack.grammar.ordered and not syntax.nodes[position].conjunction and not listed


def _behind_remark(syntax: Syntax, position: int, kind: str) -> int | None:
    """The position behind where a side is, or behind whom it is a part of, before the other: "between X in P and Y".

    A definite participle nobody knows leads to whom they are a part of: "X and Y, merged into Z, and W".
    """
    word, step = syntax.nodes[position], position
    if not isinstance(word, Word) or word.mark or word.conjunction or word.suffix:
        return None
    if word.is_plain and syntax.lexicon.is_definite(word.core):
        step += 1
        word = syntax.nodes[step] if step < len(syntax.nodes) else word
    if not isinstance(word, Word) or not word.is_a("inside"):
        return None
    within, behind = syntax.nodes[step + 1 : step + 2], syntax.nodes[step + 2 : step + 3]
    name = next(iter(within), None)
    if not isinstance(name, Phrase) or name.preposition or name.conjunction:
        return None
    fits = name.entity(kind) is None if step == position else name.actor is not None
    goes_on = any(isinstance(node, Phrase) and bool(node.conjunction) for node in behind)
    return step + 2 if fits and goes_on else None


def _behind_stay(syntax: Syntax, position: int, kind: str) -> int | None:
    """The position behind a definite participle that says where a side is: "between X stationed in P and Y"."""
    verb = syntax.nodes[position]
    if not isinstance(verb, Word) or verb.mark or verb.conjunction or not verb.has_voice("participle"):
        return None
    if not syntax.lexicon.is_definite(verb.core) or not isinstance(syntax.nodes[position - 1], Phrase):
        return None
    for step in range(position + 1, min(position + _LONGEST_STAY, len(syntax.nodes))):
        node = syntax.nodes[step]
        if isinstance(node, Phrase):
            if node.conjunction and node.entity(kind) is not None and not node.preposition:
                return step
            if node.place is None:
                return None
        elif node.mark or node.conjunction or node.senses or syntax.ends_clause(step):
            return step if step > position + 1 and _parts(node) else None
    return None


def _behind_home(syntax: Syntax, position: int, kind: str) -> int | None:
    """The position behind the place whose people a side is, with its adjectives: "between tribes of P and X"."""
    home, people = syntax.nodes[position], syntax.nodes[position - 1]
    if not isinstance(home, Phrase) or home.entity(kind) is not None or home.place is None:
        return None
    if home.preposition or home.conjunction or home.direction or not isinstance(people, Phrase):
        return None
    step = position + 1
    while step < len(syntax.nodes) and isinstance(node := syntax.nodes[step], Word):
        if node.conjunction or not (node.is_a("nisba", "epithet") or node.is_plain):
            return step if _parts(node) else None
        step += 1
    other = syntax.nodes[step] if step < len(syntax.nodes) else None
    joined = isinstance(other, Phrase) and bool(other.conjunction) and other.entity(kind) is not None
    return step if joined else None


def _behind_relative(syntax: Syntax, comma: int) -> int:
    """The comma that closes the relative clause behind ``comma``: "between X, which Y backs, and Z"; else ``comma``."""
    opening = syntax.nodes[comma + 1] if comma + 1 < len(syntax.nodes) else None
    if (
        not syntax.lexicon.pack.grammar.ordered
        or not isinstance(opening, Word)
        or not opening.is_a("relative")
    ):
        return comma
    behind = range(comma + 2, min(comma + _LONGEST_RELATIVE, len(syntax.nodes)))
    return next((step for step in behind if is_comma(syntax.nodes[step])), comma)


def _behind_apposition(syntax: Syntax, comma: int, kind: str) -> int:
    """The comma before the other side, where the one at ``comma`` opens what is said of the first."""
    following = syntax.nodes[comma + 1 : comma + 2]
    if any(
        node.conjunction or (isinstance(node, Word) and node.is_a("side", "between")) for node in following
    ):
        return comma
    for step in range(comma + 1, min(comma + _LONGEST_APPOSITION, len(syntax.nodes) - 1)):
        other = syntax.nodes[step + 1]
        if is_comma(syntax.nodes[step]) and isinstance(other, Phrase) and other.conjunction:
            return step if other.entity(kind) is not None else comma
        if syntax.ends_clause(step):
            break
    return comma


def _parts(node: Word) -> bool:
    """Whether a word parts the sides: a second "between", or "on one side"."""
    return node.is_a("side") or (node.is_a("between") and bool(node.conjunction))


def _is_leader(syntax: Syntax, position: int) -> bool:
    """Whether a side is followed here by who leads it: "between X led by Y and Z"."""
    word = syntax.nodes[position]
    following = syntax.nodes[position + 1] if position + 1 < len(syntax.nodes) else None
    led = isinstance(word, Word) and word.is_a("leads_to_person") and not word.conjunction
    return led and isinstance(following, Phrase) and not following.conjunction


def _is_described(syntax: Syntax, position: int) -> bool:
    """Whether a side is followed here by a participle that says more of it: "between X, backed by Y, and Z"."""
    verb, following = syntax.nodes[position], syntax.nodes[position + 1 : position + 2]
    participle = isinstance(verb, Word) and verb.part == "verb" and not verb.conjunction
    return participle and any(
        isinstance(node, Phrase) and bool(node.preposition) and not node.conjunction for node in following
    )


def _is_taken_up(syntax: Syntax, position: int) -> bool:
    """Whether a side is followed here by a clause that takes it up: "between X, which Y backs and Z"."""
    relative, verb, subject = (*syntax.nodes[position : position + 3], None, None, None)[:3]
    if not isinstance(relative, Word) or not relative.is_a("relative") or relative.conjunction:
        return False
    taken_up = isinstance(verb, Word) and bool(verb.suffix) and not verb.mark
    return taken_up and isinstance(subject, Phrase) and not (subject.conjunction or subject.preposition)


def _opening(syntax: Syntax, position: int) -> int | None:
    for step in range(position + 1, min(position + _FARTHEST, len(syntax.nodes))):
        node = syntax.nodes[step]
        if isinstance(node, Word) and node.is_a("between") and not node.conjunction:
            return None if _is_of_object(syntax, position, step) else step
        if (isinstance(node, Phrase) and node.place is None and node.how != "thing") or syntax.ends_clause(
            step
        ):
            return None
        if isinstance(node, Word) and _is_another_event(syntax, position, step):
            return None
    return None


def _is_of_object(syntax: Syntax, position: int, between: int) -> bool:
    """Whether "between" belongs to the thing that a verb acts on: "the war strained ties between X and Y"."""
    thing, verb = syntax.nodes[between - 1], syntax.nodes[between - 2]
    if not syntax.lexicon.pack.grammar.ordered or between - 2 <= position:
        return False
    if isinstance(thing, Word):
        # "The war may strain ties between X and Y".
        return thing.part == "deed" and not thing.conjunction
    acting = isinstance(verb, Word) and verb.part == "verb" and not verb.is_a("occur", "light")
    return acting and thing.how == "thing" and not thing.preposition


def _is_another_event(syntax: Syntax, position: int, step: int) -> bool:
    """Whether the noun at ``step`` has sides of its own, of another relation: "a deal, and a quarrel prevails between".

    What the first one is to end has the same sides: "a deal to end the war between X and Y".
    """
    first, other = syntax.nodes[position], syntax.nodes[step]
    if not isinstance(first, Word) or not isinstance(other, Word) or other.conjunction:
        return False
    if "ending" in syntax.lexicon.nouns(other.text) or _ends(syntax, step - 1) or _ends(syntax, step - 2):
        return False
    mine = {frame.relation for frame, _ in first.senses if frame.between}
    theirs = {frame.relation for frame, voice in other.senses if frame.between and voice == "noun"}
    return bool(theirs) and mine.isdisjoint(theirs)


def _ends(syntax: Syntax, position: int) -> bool:
    word = syntax.nodes[position]
    return isinstance(word, Word) and (
        "ending" in syntax.lexicon.nouns(word.text) or "ending" in syntax.lexicon.nouns(word.core)
    )


def _may_stand_between(node: Word) -> bool:
    return not node.mark and (
        node.is_a(
            "quantifier", "epithet", "nisba", "transparent_actor", "partitive", "adverb", "distinguishing"
        )
        or not node.classes
    )


def _parted(groups: list[list[Phrase]]) -> tuple[list[Phrase], list[Phrase]] | None:
    if len(groups) == 1 and len(groups[0]) > 1:
        groups = [groups[0][:1], groups[0][1:]]
    if len(groups) < 2 or not groups[0] or not groups[1]:
        return None
    return groups[0], [phrase for group in groups[1:] for phrase in group]

"""Lists: phrases joined by a conjunction or by commas that a conjunction ends."""

from __future__ import annotations

from kg.extract.nodes import Node, Phrase, Word, is_comma

_LONGEST_LIST = 24
"""Nodes of a list with commas."""
_MOST_ADJECTIVES = 3
"""Adjectives between a group and the list of who is in it."""
_LONGEST_ASIDE = 10
"""Nodes of what is said of a place in a list."""
_LONGEST_PART = 6
"""Words from "and" to the preposition of the place that what is listed lies in."""

_OPENS_LIST = ("including", "namely", "namely_many")
"""Classes of words behind which those stand who are told of."""


def collect(nodes: list[Node], position: int, kind: str) -> tuple[list[Phrase], int]:
    """The coordinated phrases of ``kind`` from ``position`` on, and the position behind the last.

    ``nodes[position]`` must be a phrase. A member may repeat the preposition of the first, and no other.
    """
    first = nodes[position]
    if not isinstance(first, Phrase):
        return [], position
    members = [first]
    behind = position + 1
    while behind < len(nodes):
        step = behind + 1 if is_comma(nodes[behind]) else behind
        if kind == "place":
            step = _behind_where(nodes, _behind_aside(nodes, behind, step))
            step = _behind_whole(nodes, position, step)
        step = _behind_epithets(nodes, _behind_adjectives(nodes, _behind_time(nodes, step)), behind)
        repeated = _repeats_preposition(nodes, position, step)
        step += repeated
        named = _names_members(nodes, step, behind - 1)
        besides = _adds(nodes, step)
        step += named or besides
        parts = _parts(nodes, step) if kind == "place" else 0
        step += parts
        if step >= len(nodes):
            break
        node = nodes[step]
        listed = isinstance(node, Phrase) and _list_goes_on(nodes, step, comma=step > behind)
        listed = listed or (step > behind and isinstance(node, Phrase) and _are_towns(first, node))
        joined = isinstance(node, Phrase) and (
            repeated or named or besides or parts > 0 or bool(node.conjunction) or listed
        )
        if not joined or not isinstance(node, Phrase) or not _same_kind(node, first, kind):
            break
        if parts_from_leader(nodes, position, node) or (repeated and _opens_clause(nodes, step + 1)):
            break
        if named and _identifies(nodes[step - 1]):
            members = []
        members.append(node)
        behind = step + 1
    return members, behind


def _behind_time(nodes: list[Node], position: int) -> int:
    """Past a time between a name and the list of what belongs to it: "the province in May, including P"."""
    step = position
    while step < len(nodes) and _is_time(nodes[step]):
        step += 1
    return step if step > position and _names_members(nodes, step) else position


def _behind_aside(nodes: list[Node], behind: int, position: int) -> int:
    """Past what is said of the last place, where the list goes on behind a comma: "P, the largest of the towns, and Q",
    "the hills of P, which hold many villages, and Q"."""
    opening = nodes[behind] if behind < len(nodes) else None
    said = nodes[position] if position < len(nodes) else None
    told = isinstance(said, Word) and said.is_a("relative")
    apposed = isinstance(opening, Word) and opening.is_a("one_of")
    if not (told or apposed):
        return position
    for step in range(position + 1, min(position + _LONGEST_ASIDE, len(nodes) - 1)):
        node = nodes[step]
        if is_comma(node):
            goes_on = _is_place(nodes[step + 1]) or _adds(nodes, step + 1)
            return step + 1 if goes_on else position
        if isinstance(node, Word) and (node.mark or node.is_a("clause", "complementizer", "reporting")):
            return position
    return position


def _is_place(node: Node) -> bool:
    return (
        isinstance(node, Phrase) and bool(node.conjunction) and node.place is not None and node.actor is None
    )


def _behind_where(nodes: list[Node], position: int) -> int:
    """Past where places lie, before the list of some of them: "15 towns in the countryside of Q, among them P"."""
    word = nodes[position] if position < len(nodes) else None
    # "Many towns and gatherings in Q, among them P": what "and" joins may be a word nobody knows.
    step = position + (
        isinstance(word, Word) and (word.is_plain or bool(word.conjunction)) and not word.suffix
    )
    opened = step
    word = nodes[step] if step < len(nodes) else None
    step += isinstance(word, Word) and word.is_a("locative") and not word.conjunction and not word.suffix
    word = nodes[step] if opened < step < len(nodes) else None
    step += isinstance(word, Word) and word.is_a("place_filler") and not word.preposition
    where = nodes[step] if step < len(nodes) else None
    if isinstance(where, Phrase) and where.place is not None and not where.conjunction:
        step += 1
    elif step > opened:
        return position
    while step < len(nodes) and isinstance(word := nodes[step], Word) and word.is_a("direction"):
        step += 1
    step += step < len(nodes) and is_comma(nodes[step])
    return step if step > position and _names_members(nodes, step) else position


def _behind_whole(nodes: list[Node], first: int, position: int) -> int:
    """Past what the last place lies in, where the list repeats its preposition or noun: "P in Q, and on R"."""
    step = position
    while step < len(nodes) and isinstance(word := nodes[step], Word) and word.is_a("locative"):
        if word.conjunction or word.suffix:
            return position
        step += 1
    whole = nodes[step] if step < len(nodes) else None
    if not isinstance(whole, Phrase) or whole.place is None or whole.conjunction or whole.actor is not None:
        return position
    if step == position and not whole.preposition:
        return position
    behind = step + 1
    parted = behind < len(nodes) and is_comma(nodes[behind])
    behind += parted
    repeated = _repeats_preposition(nodes, first, behind)
    named = nodes[behind + repeated] if behind + repeated < len(nodes) else None
    if not isinstance(named, Phrase) or _opens_clause(nodes, behind + repeated + 1):
        return behind if _adds(nodes, behind) else position
    return behind if repeated or (parted and _repeats_noun(nodes, first, named)) else position


def _opens_clause(nodes: list[Node], position: int) -> bool:
    """Whether something is told of the place before ``position``: "…, and in P (there) shelled X the town"."""
    word = nodes[position] if position < len(nodes) else None
    if not isinstance(word, Word) or word.conjunction or word.preposition:
        return False
    return word.has_voice("active", "passive") or word.is_a("witness", "occur", "light", "auxiliary")


def _repeats_noun(nodes: list[Node], first: int, named: Phrase) -> bool:
    """Whether nouns for places open it and the first of the list: "the town of P in Q, and the town of R"."""
    opened = [each.words[:1] for each in (nodes[first], named) if isinstance(each, Phrase)]
    return bool(named.conjunction) and all(word and word[0].is_a("head") for word in opened)


def _behind_adjectives(nodes: list[Node], position: int) -> int:
    """Past adjectives between a group and the list of who is in it: "three armed factions, which are X and Y"."""
    step = position
    while step < min(position + _MOST_ADJECTIVES, len(nodes)) and isinstance(word := nodes[step], Word):
        if step > position and is_comma(word):
            step += 1
            break
        if (
            word.mark
            or word.conjunction
            or word.preposition
            or not (word.is_plain or word.is_a("epithet", "nisba", "quantifier"))
        ):
            break
        step += 1
    opens = nodes[step] if position < step < len(nodes) else None
    listed = isinstance(opens, Word) and opens.is_a("namely_many")
    return step if listed and _names_members(nodes, step, position - 1) else position


def _behind_epithets(nodes: list[Node], position: int, behind: int) -> int:
    """Past adjectives right behind a name that "and" joins another to: "the parliament, elected, and the army"."""
    step = position
    while step < min(behind + _MOST_ADJECTIVES, len(nodes)) and isinstance(word := nodes[step], Word):
        if not word.stands_alone or not word.is_a("epithet"):
            break
        step += 1
    joined = nodes[step] if position == behind < step < len(nodes) else None
    return step if isinstance(joined, Phrase) and joined.conjunction and not joined.preposition else position


def _parts(nodes: list[Node], position: int) -> int:
    """How many words before a place say that what is listed lies in it: "P and several villages in Q"."""
    word = nodes[position] if position < len(nodes) else None
    if not isinstance(word, Word) or not word.conjunction:
        return 0
    for step in range(position, min(position + _LONGEST_PART, len(nodes) - 1)):
        node = nodes[step]
        if not isinstance(node, Word) or node.mark or (step > position and node.conjunction) or node.suffix:
            return 0
        if node.is_a("locative", "partitive"):
            found = nodes[step + 1]
            within = isinstance(found, Phrase) and found.place is not None and not found.preposition
            return step + 1 - position if within and step > position else 0
        if not node.is_a("quantifier", "place_filler", "place_part", "target", "epithet", "nisba"):
            return 0
    return 0


def _is_time(node: Node) -> bool:
    return isinstance(node, Word) and (is_comma(node) or (not node.mark and node.is_a("adverb")))


def _repeats_preposition(nodes: list[Node], first: int, position: int) -> bool:
    """Whether the word at ``position`` joins and repeats the preposition before the list: "on X and on Y"."""
    word = nodes[position] if position < len(nodes) else None
    if (
        not isinstance(word, Word)
        or not word.conjunction
        or not word.is_a("preposition")
        or word.is_a("between")
    ):
        return False
    return any(isinstance(n, Word) and n.core == word.core for n in nodes[max(0, first - 3) : first])


def _are_towns(first: Phrase, node: Phrase) -> bool:
    """Whether a noun for several towns opens the list, which commas alone may go on with: "the towns of P, Q, R"."""
    several = bool(first.words) and first.words[0].is_a("place_filler") and "head" in first.words[0].classes
    bare = not (node.preposition or node.conjunction) and node.actor is None
    return several and bare and first.place is not None


def _adds(nodes: list[Node], position: int) -> bool:
    """Whether "besides" goes on with the list: "took P and Q, in addition to R"."""
    word, following = nodes[position : position + 1], nodes[position + 1 : position + 2]
    opens = any(isinstance(node, Word) and node.is_a("besides") for node in word)
    return opens and any(isinstance(node, Phrase) and not node.preposition for node in following)


def _names_members(nodes: list[Node], position: int, group: int | None = None) -> bool:
    """Whether the word at ``position`` opens a list of some of those named at ``group``: "leaders, among them X"."""
    word = nodes[position] if position < len(nodes) else None
    following = nodes[position + 1] if position + 1 < len(nodes) else None
    if not isinstance(word, Word) or not isinstance(following, Phrase):
        return False
    if word.is_a("including", "namely"):
        return True
    if word.is_a("namely_many"):
        listed = nodes[position + 2] if position + 2 < len(nodes) else None
        counted = nodes[position - 1 if group is None else group] if position else None
        several = isinstance(counted, Phrase) and _is_group(counted)
        return several and isinstance(listed, Phrase) and (bool(listed.conjunction) or is_comma(listed))
    if not word.suffix or following.conjunction:
        return False
    kin = bool(word.conjunction) and word.is_a("kin_noun") and not is_unnamed_kin(nodes, position)
    return word.is_a("between") or kin


def _is_group(phrase: Phrase) -> bool:
    return phrase.how == "described" or (phrase.actor is not None and phrase.actor.type == "DescribedGroup")


def is_unnamed_kin(nodes: list[Node], position: int) -> bool:
    """Whether nobody says who "and its allies" are: a single name behind several of them is the next argument."""
    word = nodes[position]
    if not isinstance(word, Word) or not (word.conjunction and word.suffix) or not word.is_a("kin_many"):
        return False
    listed = nodes[position + 2 : position + 3]
    return not any(isinstance(node, Phrase) and node.conjunction for node in listed)


def _identifies(word: Node) -> bool:
    """Whether what follows is all of those just named: "three leaders, namely X and Y"."""
    return isinstance(word, Word) and word.is_a("namely", "namely_many")


def _same_kind(node: Phrase, first: Phrase, kind: str) -> bool:
    return node.entity(kind) is not None and node.preposition in ("", first.preposition)


def parts_from_leader(nodes: list[Node], position: int, node: Phrase) -> bool:
    """Whether ``node`` cannot be listed with the leader at ``position``: "the army led by X and the militia".

    Nor with who is told of within the first of two sides: "between X, which Y backs and Z".
    """
    if _is_within_first_side(nodes, position):
        return True
    before, leader = nodes[position - 1] if position else None, nodes[position]
    led = isinstance(before, Word) and (before.is_a("leads_to_person") or _is_led_by(nodes, position))
    if not led or not isinstance(leader, Phrase) or leader.actor is None or leader.actor.type != "Person":
        return False
    return node.actor is None or node.actor.type != "Person"


def _is_within_first_side(nodes: list[Node], position: int) -> bool:
    """Whether the phrase is the subject of "which" behind the first name that "between" leads to."""
    if position < 4:
        return False
    between, side, relative, verb = nodes[position - 4 : position]
    opened = isinstance(relative, Word) and relative.is_a("relative") and isinstance(side, Phrase)
    taken_up = opened and isinstance(verb, Word) and bool(verb.suffix)
    return taken_up and isinstance(between, Word) and between.is_a("between") and not between.conjunction


def _is_led_by(nodes: list[Node], position: int) -> bool:
    """Whether a verb of leading stands before the phrase at ``position``: "led by X", "whom X leads"."""
    leader, verb = nodes[position], nodes[position - 1]
    led = isinstance(leader, Phrase) and isinstance(verb, Word) and bool(leader.preposition or verb.suffix)
    return led and isinstance(verb, Word) and any(frame.relation == "commands" for frame, _ in verb.senses)


def _list_goes_on(nodes: list[Node], position: int, *, comma: bool) -> bool:
    """Whether a bare phrase behind a comma belongs to a list that a conjunction ends."""
    if not comma:
        return False
    parted = False
    for step in range(position + 1, min(position + _LONGEST_LIST, len(nodes))):
        node = nodes[step]
        if is_comma(node):
            parted = True
        elif not isinstance(node, Phrase) or (not node.conjunction and not parted):
            return False
        elif node.conjunction:
            return True
        else:
            parted = False
    return False


def without_colons(words: list[Word]) -> list[Word]:
    """The words without colons behind "namely" and "among them": the list is read as if there were none."""
    return [
        word
        for position, word in enumerate(words)
        if not (word.mark and word.text == ":" and position and words[position - 1].is_a(*_OPENS_LIST))
    ]

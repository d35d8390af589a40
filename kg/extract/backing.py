"""Who backs whom by a modifier: "X, backed by Y", "X took the town with the support of Y", "with cover from Y, X …"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kg.extract.agreement import agrees
from kg.extract.antecedents import whole_list
from kg.extract.coordination import collect
from kg.extract.entities import Entities
from kg.extract.groups import origin_of
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Stated, Word, is_comma, visible
from kg.extract.reductions import is_led, modified

_NEAREST_SUBJECT = 8
"""Nodes behind a modifier that opens its clause within which the subject of the clause stands."""

_MODIFIERS = frozenset({"supported", "supported_noun"})

_HOSTILE = {"attacks", "fights", "opposes"}
"""What is done to an enemy, whom nobody helps by it."""

_FARTHEST_DEED = 14
"""Nodes behind a modifier within which the deed is named that the verb before it begins."""
_OTHER_SIDE = 4
"""Nodes behind backers among which the other side of a battle is named."""


def supported(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> tuple[list[Node], list[Stated]]:
    """ "X, backed by Y and Z": each of them supports X. The modifier and the commas round it are taken out."""
    stated: list[Stated] = []
    for position, node in enumerate(nodes):
        if not isinstance(node, Word) or _MODIFIERS.isdisjoint(node.classes) or node.hidden:
            continue
        if not _is_modifier(nodes, position, lexicon):
            continue
        first = _supporter(nodes, position, lexicon)
        backer = None if first is not None else _adverb_of_origin(nodes, position, lexicon, entities)
        if first is None and backer is None:
            backer = _backer_meant(nodes, position, lexicon)
        if first is None and backer is None:
            continue
        members, behind = (
            ([backer], position + 2) if backer is not None else _backers(nodes, first or position, position)
        )
        leader, behind = _leader(nodes, behind)
        owners = _owners(nodes, position, behind, lexicon)
        if leader is not None and members:
            # No person leads a state: "the council backed by state X and led by Y".
            of_backed = node.is_a("supported") and owners and _leads_no(leader, members[-1])
            stated.append(_leads(leader, owners[-1] if of_backed else members[-1], nodes[behind - 2]))
        named, last = _examples(nodes, behind)
        if named and _are_of_backers(members, owners, cue=node):
            members, behind, named = [*members, *named], last, []
        if not owners or (node.is_a("supported_noun") and _names_backed(nodes, behind, lexicon)):
            continue
        stated.extend(
            _backs(member, owner, node, in_passing=_is_said_in_passing(node, owner, lexicon))
            for owner in [*owners, *named]
            for member in members
            if member.actor is not None and member.actor != owner.actor
        )
        following = nodes[behind] if behind < len(nodes) else None
        if isinstance(following, Word) and following.is_a("relative"):
            continue  # "Backed by X, whose forces attacked P".
        opened = position > 0 and is_comma(nodes[position - 1])
        for hidden in nodes[position - opened : behind]:
            hidden.hidden = True
        if opened and behind < len(nodes) and is_comma(nodes[behind]):
            nodes[behind].hidden = not _conjunction_follows(nodes, behind)
    return visible(nodes), stated


def _backer_meant(nodes: list[Node], position: int, lexicon: Lexicon) -> Phrase | None:
    """Whom a pronoun behind the modifier means, the last named before the group: "X and the factions backed by it"."""
    word, owner = (
        nodes[position + 1] if position + 1 < len(nodes) else None,
        modified(visible(nodes[:position])),
    )
    suffix = _led_pronoun(word, lexicon) if isinstance(word, Word) else ""
    if (
        not suffix
        or not isinstance(word, Word)
        or owner is None
        or owner.preposition
        or not owner.conjunction
    ):
        return None
    before = [node for node in visible(nodes[:position]) if isinstance(node, Phrase) and node is not owner]
    last = before[-1] if before else None
    if last is None or last.actor is None or last.generic or last.end >= owner.start:
        return None
    return last if agrees(replace(word, suffix=suffix), [last], lexicon) else None


def _led_pronoun(word: Word, lexicon: Lexicon) -> str:
    """The pronoun of a word such as "by it", which may be an expression of its own; empty for other words."""
    led = lexicon.pack.words["support_prep"]
    if word.suffix:
        return word.suffix if (word.core or word.preposition) in led else ""
    pronouns = (each for each in lexicon.pronouns if word.core.endswith(each))
    return next((each for each in pronouns if word.core.removesuffix(each) in led), "")


def _backs(member: Phrase, owner: Phrase, cue: Word, *, in_passing: bool) -> Stated:
    start, end = min(owner.start, cue.start, member.start), max(member.end, cue.end, owner.end)
    return Stated(member, "supports", owner, start, end, "supported-by", cue.start, background=in_passing)


def _leader(nodes: list[Node], behind: int) -> tuple[Phrase | None, int]:
    """Who is said to lead the backer right before him, and the position behind: "backed by the coalition led by Z"."""
    cue, leader = (nodes[step] if step < len(nodes) else None for step in (behind, behind + 1))
    led = isinstance(cue, Word) and cue.is_a("leads_to_person") and not cue.conjunction
    named = isinstance(leader, Phrase) and leader.actor is not None and not leader.preposition
    return (leader, behind + 2) if led and named and isinstance(leader, Phrase) else (None, behind)


def _leads_no(leader: Phrase, backer: Phrase) -> bool:
    """Whether the backer is a state or a body of states, which no such person leads."""
    person = leader.actor is not None and leader.actor.type == "Person"
    return person and backer.actor is not None and backer.actor.type in ("State", "Organization")


def _leads(leader: Phrase, body: Phrase, cue: Node) -> Stated:
    return Stated(leader, "commands", body, body.start, leader.end, "led-by.noun", cue.start, background=True)


def _is_said_in_passing(cue: Word, owner: Phrase, lexicon: Lexicon) -> bool:
    """Whether the modifier only says who is meant: "the forces backed by Y", but not "the army, backed by Y"."""
    if not cue.is_a("supported"):
        return False
    group = owner.how == "described" and bool(owner.words)
    indefinite = group and not lexicon.is_definite(owner.words[0].core)
    return lexicon.is_definite(cue.core) or indefinite


def _owners(nodes: list[Node], position: int, behind: int, lexicon: Lexicon) -> list[Phrase]:
    """Whom the modifier at ``position`` is said of: the phrase right before it, or who acts in its clause."""
    before = visible(nodes[:position])
    cue = nodes[position]
    nearest = (cue.about if isinstance(cue, Word) else None) or modified(before)
    nearest = _who_is_in(before, nearest, lexicon)
    if nearest is not None and _is_only_where(before, nearest, lexicon):
        nearest = None  # "A group nobody knows in P, backed by X".
    if not isinstance(cue, Word) or not cue.is_a("supported_noun"):
        behind_place = bool(before) and (isinstance(before[-1], Phrase) or is_comma(before[-1]))
        if nearest is None and behind_place and isinstance(cue, Word) and not lexicon.is_definite(cue.core):
            return _doers(before, lexicon)  # "X advanced in P backed by Y".
        several = isinstance(cue, Word) and cue.core.endswith(lexicon.people_endings)
        return _all_of(before, nearest, several=several)
    doers = _agents(before) or _doers(before, lexicon)
    if doers and nearest is not None and nearest not in doers and cue.conjunction:
        return _all_of(before, nearest, several=True)  # "X and Y, and with the support of Z, …".
    if doers:
        return [nearest] if nearest is not None and nearest in doers else doers
    if nearest is not None:
        return [] if _is_acted_against(before, nearest, lexicon) else [nearest]
    opens = all(
        isinstance(node, Word) and (node.mark or node.is_a("adverb", "clause", "preposition"))
        for node in before
    )
    return _subject_ahead(nodes, behind) if opens else []


def _is_acted_against(before: list[Node], nearest: Phrase, lexicon: Lexicon) -> bool:
    """Whether a deed is done to the phrase right before the modifier: "to clear P of X with the support of Y"."""
    step = next((at for at, node in enumerate(before) if node is nearest), 0)
    led = before[step - 1] if step else None
    words = lexicon.pack.words
    freed = {*words["partitive"], *words["against"]}
    governed = nearest.preposition in freed or (isinstance(led, Word) and led.core in freed)
    at = step - 1 - (not nearest.preposition)
    while at > 0 and isinstance(place := before[at], Phrase) and place.place is not None:
        at -= 1
    deed = before[at] if governed and at >= 0 else None
    return isinstance(deed, Word) and any(frame.relation in _HOSTILE for frame, _ in deed.senses)


def _all_of(before: list[Node], nearest: Phrase | None, *, several: bool) -> list[Phrase]:
    """The phrase, or the list that it ends where ``several`` are meant: "X and Y, who are backed by Z"."""
    if nearest is None:
        return []
    listed = several and any(node is nearest for node in before)
    return whole_list(before, nearest) if listed else [nearest]


def _who_is_in(before: list[Node], nearest: Phrase | None, lexicon: Lexicon) -> Phrase | None:
    """Who is in the place that stands right before the modifier: "the guards in the kingdom backed by Y"."""
    led = nearest is not None and nearest.place is not None and bool(nearest.preposition)
    if not led or nearest is None or nearest.preposition not in lexicon.pack.words["locative"]:
        return nearest
    step = next((i for i, node in enumerate(before) if node is nearest), 0)
    people = before[step - 1] if step else None
    return people if isinstance(people, Phrase) and people.actor is not None else nearest


def _agents(before: list[Node]) -> list[Phrase]:
    """Who is named behind "by" in the clause that ends here: "the seizure of Y by X with the support of Z"."""
    for step in range(len(before) - 1, 0, -1):
        node, led = before[step], before[step - 1]
        if isinstance(node, Word) and (node.senses or node.mark or node.is_a("clause", "complementizer")):
            break
        by = isinstance(led, Word) and led.is_a("agent")
        if by and isinstance(node, Phrase) and node.actor is not None:
            return collect(before, step, "actor")[0]
    return []


def _is_only_where(before: list[Node], nearest: Phrase, lexicon: Lexicon) -> bool:
    """Whether "in" leads to a country behind something that is no place: a group nobody knows."""
    step = next((at for at, node in enumerate(before) if node is nearest), 0)
    if nearest.place is None or step < 2:
        return False
    word, thing = before[step - 1], before[step - 2]
    within = lexicon.pack.words["inside"]
    led = isinstance(word, Word) and word.core in within and not word.suffix
    return led and isinstance(thing, Word) and not thing.mark and thing.is_plain


def _doers(before: list[Node], lexicon: Lexicon) -> list[Phrase]:
    """Who acts in the clause that ends here: the subject of its last verb, or the first actor that nothing governs."""
    found: int | None = None
    for step in range(len(before) - 1, -1, -1):
        node = before[step]
        if isinstance(node, Word):
            if node.is_a("complementizer") and node.core.endswith(lexicon.pronouns):
                continue  # "X said that it took P with the support of Y": who speaks is who acts.
            about = before[step - 1] if step and found is None and node.is_a("relative") else None
            if isinstance(about, Phrase) and about.actor is not None:
                return [about]  # "X drove out Y, who had taken P with the support of Z".
            if node.is_a("clause", "complementizer", "reporting") or (node.mark and not is_comma(node)):
                break
        elif node.actor is not None and not node.preposition and not _is_governed(before, step):
            found = found if node.conjunction else step
            if found is not None and _is_behind_its_verb(before, step):
                break
    return collect(before, found, "actor")[0] if found is not None else []


def _is_behind_its_verb(nodes: list[Node], position: int) -> bool:
    """Whether the verb stands right before its subject: in "X attacked Y" it stands before its object."""
    verb = nodes[position - 1] if position else None
    if not isinstance(verb, Word) or not (verb.has_voice("active", "future") or verb.is_a("light")):
        return False
    first = nodes[position - 2] if position > 1 else None
    return bool(verb.suffix or verb.conjunction) or not isinstance(first, Phrase)


def _is_governed(nodes: list[Node], position: int) -> bool:
    """Whether a preposition, or a noun that stands for whom it belongs to, leads to the phrase at ``position``."""
    step = position - 1
    while (
        step >= 0
        and isinstance(word := nodes[step], Word)
        and word.is_a("transparent_actor", "target", "quantifier")
    ):
        if word.preposition or word.is_a("target"):
            return True
        step -= 1
    word = nodes[step] if step >= 0 else nodes[position]
    return isinstance(word, Word) and word.is_a("preposition", "between", "with", "relative")


def _subject_ahead(nodes: list[Node], behind: int) -> list[Phrase]:
    """The subject of the clause that the modifier opens: "with the support of Y, X took the town"."""
    for step in range(behind, min(behind + _NEAREST_SUBJECT, len(nodes))):
        node = nodes[step]
        if isinstance(node, Phrase):
            free = node.actor is not None and not node.preposition and not _is_governed(nodes, step)
            return collect(nodes, step, "actor")[0] if free else []
        if node.is_a("complementizer", "clause", "relative"):
            return []
    return []


def _backers(nodes: list[Node], first: int, cue: int) -> tuple[list[Phrase], int]:
    """Who backs by the modifier at ``cue``, and the position behind them."""
    members, behind = collect(nodes, first, "actor")
    members, behind = _until_side(nodes, first, members, behind)
    last = behind - 1
    if len(members) > 1 and nodes[last] is members[-1] and _is_of_first_side(nodes, cue, behind):
        # "Between A backed by B and C": C is the other side.
        members, behind = members[:-1], last
    example = next((step for step in range(first, behind) if _opens_examples(nodes[step])), None)
    if example is None:
        return members, behind
    return [member for member in members if member.end <= nodes[example].start], example


def _opens_examples(node: Node) -> bool:
    return isinstance(node, Word) and node.is_a("including")


def _examples(nodes: list[Node], behind: int) -> tuple[list[Phrase], int]:
    """Those named as examples, and the position behind them: "factions backed by Y, such as X"."""
    opening = behind + (behind < len(nodes) and is_comma(nodes[behind]))
    if opening + 1 >= len(nodes) or not _opens_examples(nodes[opening]):
        return [], behind
    return collect(nodes, opening + 1, "actor")


def _are_of_backers(backers: list[Phrase], owners: list[Phrase], *, cue: Word) -> bool:
    """Whether examples are of a group that backs, not of one that is backed: "with support of states, such as Y"."""
    *_, last = (None, *backers)
    group = last is not None and last.actor is not None and last.actor.type == "DescribedGroup"
    return group and (cue.is_a("supported_noun") or all(owner.how != "described" for owner in owners))


def _names_backed(nodes: list[Node], behind: int, lexicon: Lexicon) -> bool:
    """Whether who is backed is named behind who backs: "welcomed the support of X for Y"."""
    following = nodes[behind] if behind < len(nodes) else None
    return isinstance(following, Phrase) and following.preposition in lexicon.pack.words["belonging"]


def _adverb_of_origin(
    nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities
) -> Phrase | None:
    """The backer that an adverb of origin names: "militias backed Iranianly"; spelled like the country, at times."""
    cue, word = nodes[position], nodes[position + 1] if position + 1 < len(nodes) else None
    if not isinstance(cue, Word) or word is None:
        return None
    if isinstance(word, Phrase):
        alike = (
            not word.preposition
            and not word.conjunction
            and word.actor is not None
            and word.place is not None
        )
        return word if alike and cue.is_a("supported") else None
    if not word.is_a("nisba") or lexicon.is_definite(word.core):
        return None
    adverb = word.core.endswith(tuple(lexicon.pack.words["adverb_ending"]))
    return origin_of(word, lexicon, entities) if adverb or cue.is_a("supported_noun") else None


def _is_modifier(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether a word says "backed by" here; "accused X of support" has the same words and another sense."""
    word, before = nodes[position], nodes[:position]
    if not isinstance(word, Word) or word.is_a("supported"):
        return isinstance(word, Word)
    if not word.is_a("supported_noun"):
        return False
    accused = any(isinstance(node, Word) and node.is_a("accusing", "asking") for node in before)
    leads = lexicon.pack.words["supported_noun_prep"]
    last = before[-1] if before else None
    led = word.preposition in leads or (isinstance(last, Word) and not last.mark and last.core in leads)
    completes = _completes(before) and not _deed_follows(nodes, position, lexicon)
    return led and not accused and not word.suffix and not completes


def _completes(before: list[Node]) -> bool:
    """Whether the noun completes the verb of its clause: "X pledged to support Y", "X started the support of Y"."""
    for node in reversed(before):
        if isinstance(node, Phrase):
            continue
        if node.is_a("takes_with", "receive"):
            return True
        if (
            node.has_voice("noun", "either", "active", "passive")
            or node.is_a("clause", "complementizer")
            or node.mark
        ):
            return False
    return False


def _deed_follows(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether what the verb begins is named behind who backs: "X started with the support of Y an operation"."""
    for before, node in pairwise(nodes[position + 1 : position + _FARTHEST_DEED]):
        if isinstance(node, Phrase):
            continue
        if node.is_a("clause", "complementizer") or (node.mark and not is_comma(node)):
            return False
        free = not (node.preposition or node.conjunction or node.suffix or lexicon.is_definite(node.core))
        apart = isinstance(before, Phrase) or is_comma(before)
        if free and apart and (node.has_voice("noun") or node.is_a("operation", "battle")):
            return not node.has_voice("either", "active")
    return False


def _supporter(nodes: list[Node], position: int, lexicon: Lexicon) -> int | None:
    allowed = lexicon.pack.words["support_prep"]
    cue = nodes[position]
    deed = False
    for step in range(position + 1, min(position + 5, len(nodes))):
        node = nodes[step]
        deed = deed or (isinstance(node, Word) and node.preposition in allowed and _carries(cue, node))
        if isinstance(node, Phrase):
            carried = isinstance(cue, Word) and (cue.is_a("supported_noun") or deed)
            led = carried or is_led(nodes, step, allowed)
            return step if led and node.actor is not None else None
        if not isinstance(node, Word) or node.mark or (_says_more(node) and not _carries(cue, node)):
            return None
    return None


def _carries(cue: Node, word: Word) -> bool:
    """Whether a deed is the support: "with the support of strikes by X", "backed by raids of X"."""
    return (
        isinstance(cue, Word)
        and cue.is_a("supported_noun", "supported")
        and word.has_voice("noun", "either")
        and not word.suffix
    )


def _says_more(word: Word) -> bool:
    """Whether a word between the modifier and the supporter is more than an adjective or "its ally"."""
    return bool(word.senses) and not word.suffix and not word.is_a("preposition", "epithet")


def _is_of_first_side(nodes: list[Node], cue: int, behind: int) -> bool:
    """Whether the modifier describes who stands right behind "between", and no other side is named behind it."""
    owner = cue - 1
    while (
        owner > 0
        and isinstance(word := nodes[owner], Word)
        and (is_comma(word) or word.is_a("epithet", "nisba"))
    ):
        owner -= 1
    link = nodes[owner - 1] if owner > 0 else None
    if not isinstance(nodes[owner], Phrase) or not isinstance(link, Word) or not link.is_a("between"):
        return False
    for node in nodes[behind : behind + _OTHER_SIDE]:
        if node.conjunction and (isinstance(node, Phrase) or node.is_a("between")):
            return False
        if isinstance(node, Word) and node.mark and not is_comma(node):
            break
    return not link.suffix


def _until_side(
    nodes: list[Node], first: int, members: list[Phrase], behind: int
) -> tuple[list[Phrase], int]:
    """Where the list ends: a comma before a conjunction, or a member with backers of its own, opens another side."""
    for step in range(first + 1, behind):
        after = nodes[step + 1] if step + 1 < len(nodes) else None
        if isinstance(after, Word) and after.is_a("supported"):
            return [member for member in members if member.end <= nodes[step].start], step
        following = nodes[step + 1] if step + 1 < behind else None
        if is_comma(nodes[step]) and isinstance(following, Phrase) and following.conjunction:
            kept = [member for member in members if member.end <= nodes[step].start]
            return kept, step
    return members, behind


def _conjunction_follows(nodes: list[Node], comma: int) -> bool:
    following = nodes[comma + 1] if comma + 1 < len(nodes) else None
    return isinstance(following, Phrase | Word) and bool(following.conjunction)

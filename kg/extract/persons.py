"""Titles: who holds which office in which organisation, and persons nobody has listed behind a title or a rank."""

from __future__ import annotations

from dataclasses import replace

from kg.extract import introduced, reductions
from kg.extract.beside_offices import is_another, may_hold, states_before
from kg.extract.coordination import collect
from kg.extract.entities import Entities
from kg.extract.groups import counts, origin_of, take_heads
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Stated, Word, is_comma, visible
from kg.extract.office_commas import offices_joined
from kg.extract.office_holders import is_rank
from kg.extract.office_relatives import told_of_body
from kg.extract.office_scenes import behind_where as _behind_where
from kg.extract.offices import Office, read_office
from kg.extract.person_names import fighter, is_given, person, unlisted_name

_LONGEST_LINK = 6
"""Nodes between a person and an office in apposition, with the offices before it."""


def find(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> tuple[list[Node], list[Stated]]:
    """Joins titles to the persons beside them; says who leads or belongs to what."""
    nodes = offices_joined(nodes, lexicon)
    result: list[Node] = []
    stated: list[Stated] = []
    shared: list[tuple[Phrase, Office]] = []
    position = 0
    while position < len(nodes):
        node = nodes[position]
        if isinstance(node, Phrase) or (node.is_plain and not _is_introduced(nodes, position, lexicon)):
            result.append(node)
            position += 1
            continue
        if _leads_to_person(node):
            led, behind, _ = _person(nodes, position + 1, lexicon, entities)
            result.extend([node] if led is None else [node, led])
            position = position + 1 if led is None else behind
            continue
        named = None
        if not _is_at_front(result):
            named = fighter(nodes, position, lexicon, entities) or introduced.ahead(
                nodes, position, lexicon, entities
            )
            named = named or introduced.joined(result, nodes, position, lexicon, entities)
        if named is not None:
            position += len(named.words)
            if introduced.is_culprit(nodes, position - len(named.words) - 1, lexicon):
                introduced.join_culprit(named, result)
            result.append(named)
            continue
        if introduced.aged(nodes, position, lexicon) or _says_of_whom(node):
            introduced.behind_name(result, lexicon, entities)
        member, behind = reductions.membership(result, nodes, position, lexicon)
        if member is not None:
            stated.append(member)
            position = behind
            continue
        if not node.is_a("title") or _owns_nothing(nodes, position, lexicon):
            result.append(node)
            position += 1
            continue
        while result and isinstance(word := result[-1], Word) and word.is_a("itself"):
            result.pop()  # "Made himself leader of X".
        apposed = _is_person(result[-1]) if result and not node.conjunction else False
        offices, (holder, behind, comma) = _offices(nodes, position, lexicon, entities, apposed=apposed)
        office = offices[-1]
        if holder is not None and not may_hold(holder, office, lexicon, entities):
            holder.apart, holder = True, None
        before = (
            None
            if is_another(result, office, nodes, lexicon)
            else _before(result, joined=bool(node.conjunction))
        )
        if before is not None and before.office_of is not None and result[-1] is before:
            before = None
        if before is not None and not may_hold(before, office, lexicon, entities):
            before = None
        if before is not None and _is_of_appointed(result, node, lexicon):
            before = None
        if before is None and holder is None and office.organisation is not None:
            before = introduced.before_office(result, lexicon, entities)
        if before is None and holder is None and node.preposition in lexicon.pack.words["as_prep"]:
            before = _acting_as(result)
        states = states_before(result, office, lexicon) if holder is None and before is None else []
        if states:
            stated.extend(replace(link, predicate="partOf") for one in states for link in _say(one, office))
            result.append(_closed(office))
            position = office.behind
        elif holder is None and before is not None and office.organisation is not None:
            stated.extend(_say(before, office))
            before.title = office.title.core
            introduced.hide_choice(result)
            result.extend((_closed(office), *told_of_body(office, nodes, lexicon)))
            position = office.behind
        elif holder is not None and (office.organisation is None or not comma or holder.how == "name"):
            stated.extend(link for each in offices for link in _say(holder, each))
            holder.conjunction, holder.preposition = node.conjunction, node.preposition
            holder.office_of = office.organisation.actor if office.organisation is not None else None
            holder.body, holder.title = office.organisation, office.title.core
            result.append(_with_forces(holder, result, lexicon))
            if office.title.is_a("title_of_many"):
                shared.append((holder, office))
            position = behind
            fellow, behind = _fellow(nodes, position, office, lexicon, entities)
            if fellow is not None:
                stated.extend(_say(fellow, replace(office, organisation=fellow.owner)))
                fellow.owner = None
                result.append(fellow)
                position = behind
        elif office.organisation is not None and office.entry["relation"] != "none":
            nameless = _holder(office, entities)
            shared.append((nameless, office))
            single = _take_one_of(nameless, result, lexicon)
            if single or office.is_one_of_many(nodes[position - 1] if position else None, lexicon):
                stated.extend(_say(nameless, office))
            result.extend((nameless, *told_of_body(office, nodes, lexicon)))
            position = office.behind
        else:
            result.append(node)
            position += 1
    for holder, office in shared:
        stated.extend(link for fellow in _fellows(holder, result) for link in _say(fellow, office))
    return visible(result), stated


def _fellows(holder: Phrase, nodes: list[Node]) -> list[Phrase]:
    """Who holds an office together with ``holder``, or is named as those who do: "leaders of X, namely A and B"."""
    position = next((at for at, node in enumerate(nodes) if node is holder), None)
    if position is None:
        return []
    listed = collect(nodes, position, "actor")[0]
    return [one for one in listed if one is not holder and _is_person(one)]


def _take_one_of(holder: Phrase, before: list[Node], lexicon: Lexicon) -> bool:
    """Joins "one of" to those who hold an office, where it counts them: "killed one of the leaders of X"."""
    word = before[-1] if before else None
    if not isinstance(word, Word) or not word.is_a("one_of") or not counts(before, word, lexicon):
        return False
    holder.start, holder.conjunction, holder.preposition = word.core_start, word.conjunction, word.preposition
    holder.words = [word, *holder.words]
    before.pop()
    return True


def _with_forces(holder: Phrase, before: list[Node], lexicon: Lexicon) -> Phrase:
    """The forces of who holds a rank or an office, where they are named before it: "the forces of General X"."""
    word = before[-1] if before else None
    forces = isinstance(word, Word) and word.is_a("military") and word.is_a("head", "transparent_actor")
    forces = forces or (isinstance(word, Word) and word.is_a("rule_of") and not word.suffix)
    if not forces or holder.conjunction or holder.preposition:
        return holder
    led = replace(holder)
    take_heads(led, before, lexicon)
    return led


def _is_apposed(nodes: list[Node], position: int, name: list[Word]) -> bool:
    """Whether a name that nobody knows stands between commas, or before "that": "the minister, A B, said"."""
    behind = nodes[position + len(name)] if position + len(name) < len(nodes) else None
    return len(name) > 1 and (
        (behind is not None and is_comma(behind))
        or (isinstance(behind, Word) and behind.is_a("complementizer", "reporting"))
    )


def _fellow(
    nodes: list[Node], position: int, office: Office, lexicon: Lexicon, entities: Entities
) -> tuple[Phrase | None, int]:
    """Who holds the same office of another state, and the position behind: "the Xish minister A and the Yish B"."""
    nisba = nodes[position] if position < len(nodes) else None
    joined = isinstance(nisba, Word) and bool(nisba.conjunction) and lexicon.is_definite(nisba.core)
    if not joined or not isinstance(nisba, Word) or not nisba.is_a("nisba") or office.organisation is None:
        return None, position
    state = origin_of(nisba, lexicon, entities)
    fellow, behind, _ = _person(nodes, position + 1, lexicon, entities)
    if state is None or fellow is None or not office.entry.get("of_state"):
        return None, position
    fellow.conjunction, fellow.owner, fellow.office_of = nisba.conjunction, state, state.actor
    return fellow, behind


def _is_at_front(result: list[Node]) -> bool:
    """Whether a place is named here that is called like a person: "on the front of Abu X"."""
    word = result[-1] if result else None
    return isinstance(word, Word) and word.is_a("front") and not word.suffix


def _is_of_appointed(result: list[Node], title: Word, lexicon: Lexicon) -> bool:
    """Whether the office is that of whom the person before it appoints: "named by X as head", "X named him head"."""
    verb = result[-2] if len(result) > 1 else None
    accusative = any(title.core.endswith(ending) for ending in lexicon.noun_endings)
    if not isinstance(verb, Word) or not accusative or lexicon.is_definite(title.core):
        return False
    return verb.is_a("agent", "appoints_him")


def _says_of_whom(node: Word) -> bool:
    """Whether a word right behind a name says that its bearer belongs to somebody: "X, a member of Y"."""
    return node.is_a("affiliated") or any(frame.predicate and frame.adjacent for frame, _ in node.senses)


def _is_introduced(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    before = nodes[position - 1] if position else None
    called = isinstance(before, Word) and before.is_a("called")
    called = called or introduced.is_culprit(nodes, position - 1, lexicon)
    return called or introduced.is_led(nodes, position)


def _offices(
    nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities, *, apposed: bool = False
) -> tuple[list[Office], tuple[Phrase | None, int, bool]]:
    """The office at ``position`` and those that "and" joins to it before one name, with what `_person` says behind.

    An ``apposed`` one has its holder right before it: behind "X, head of A, and the minister Y" there is another.
    """
    first = read_office(nodes, position, lexicon, entities)
    named = _person(nodes, first.behind, lexicon, entities)
    following = nodes[first.behind] if first.behind < len(nodes) else None
    for behind in _behind_where(nodes, first) if named[0] is None and not apposed else ():
        called = _person(nodes, behind, lexicon, entities)
        if called[0] is not None:
            return [first], called
    joined = isinstance(following, Word) and following.is_a("title") and not following.preposition
    joined = (
        joined and isinstance(following, Word) and (bool(following.conjunction) or _goes_on(first, following))
    )
    if named[0] is not None or first.organisation is None or not joined or apposed:
        return [first], named
    rest, holder = _offices(nodes, first.behind, lexicon, entities)
    last = rest[-1]
    if last.organisation is None and last.entry.get("of_state") and first.entry.get("of_state"):
        last.organisation = (
            first.organisation
        )  # "The deputy prime minister of X, the minister of defence, Y".
    together = holder[0] is not None and not holder[2] and last.organisation is not None
    if _is_apart(following) and last.organisation is not None:
        together = together and last.organisation.actor == first.organisation.actor
    return ([first, *rest], holder) if together else ([first], named)


def _is_apart(office: Node | None) -> bool:
    return office is not None and not office.conjunction


def _goes_on(first: Office, following: Word) -> bool:
    """Whether another office of the same person stands behind that of a deputy: "the deputy prime minister, minister of
    defence X". Behind another office it is as often that of somebody else."""
    deputy = first.deputy or first.entry["relation"] == "memberOf"
    return deputy and bool(first.entry.get("of_state")) and not following.suffix


def _owns_nothing(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether a pronoun on a title leaves it without anybody who holds it: a name must follow, "its leader X"."""
    title = nodes[position]
    if not isinstance(title, Word) or not title.suffix:
        return False
    step = position + 1
    while step < len(nodes) and isinstance(word := nodes[step], Word) and word.is_a("epithet", "title"):
        step += 1
    named = nodes[step] if step < len(nodes) else None
    if isinstance(named, Phrase):
        return named.actor is None or named.actor.type != "Person" or bool(named.preposition)
    return is_rank(title, lexicon) or not unlisted_name(nodes, step, lexicon)


def _leads_to_person(word: Word) -> bool:
    """Whether a person is named behind the word, listed or not: "led by X", "whom X leads"."""
    led = bool(word.suffix) and any(frame.relation == "commands" for frame, _ in word.senses)
    return led or word.is_a("leads_to_person")


def _person(
    nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities
) -> tuple[Phrase | None, int, bool]:
    """The person from ``position`` on, the position behind, and whether a comma stood between without a rank."""
    comma = False
    while position < len(nodes):
        node = nodes[position]
        if isinstance(node, Word) and node.mark and node.text in ',"' and not comma:
            comma = node.text == ","
        elif isinstance(node, Word) and node.is_a("title") and is_rank(node, lexicon):
            comma = False
        else:
            break
        position += 1
    if position >= len(nodes):
        return None, position, comma
    node = nodes[position]
    if isinstance(node, Phrase):
        fits = (
            node.actor is not None
            and node.actor.type == "Person"
            and not node.preposition
            and not node.conjunction
        )
        return (node, position + 1, comma) if fits else (None, position, comma)
    known_as = fighter(nodes, position, lexicon, entities)
    if known_as is not None:
        return known_as, position + len(known_as.words), False
    name = unlisted_name(nodes, position, lexicon)
    if comma and not _is_apposed(nodes, position, name):
        return None, position, comma
    if len(name) < 2 and not (name and is_given(name[0], lexicon)):
        return None, position, comma
    return person(name, lexicon, entities), position + len(name), False


def _before(result: list[Node], *, joined: bool) -> Phrase | None:
    """The person whom a title in apposition follows; ``joined`` where "and" joins it to another title of his."""
    tail = list(result[-_LONGEST_LINK:])
    while joined and tail and isinstance(tail[-1], Phrase) and tail[-1].hidden:
        tail = tail[:-2] if len(tail) > 1 and is_comma(tail[-2]) else tail[:-1]
    while tail and introduced.links_office(tail[-1]):
        tail.pop()
    if tail and is_comma(tail[-1]):
        tail.pop()
    last = tail[-1] if tail else None
    fits = isinstance(last, Phrase) and last.actor is not None and last.actor.type == "Person"
    return last if fits and isinstance(last, Phrase) and last.how != "office" else None


def _acting_as(before: list[Node]) -> Phrase | None:
    """Who serves as what is named behind "as": "X served as a leader in Y"."""
    last = next(
        (node for node in reversed(before) if isinstance(node, Phrase) and not node.preposition), None
    )
    return last if last is not None and _is_person(last) else None


def _say(holder: Phrase, office: Office) -> list[Stated]:
    relation, body = office.entry["relation"], office.organisation
    if body is None or relation == "none" or holder.actor is None:
        return []
    relations = ["memberOf" if office.deputy else relation, *office.entry.get("also", ())]
    links = [(holder, each, one) for one in (body, *office.others) for each in relations]
    if office.whole is not None and office.entry.get("of_place"):
        links = [] if office.deputy else links  # The province that X governs for Y is no part of Y.
    elif office.whole is not None:
        links += [(body, "partOf", office.whole)]
    if office.whole is not None:
        links += [(holder, "memberOf", office.whole)]
    said = (holder, body, *office.others, *([office.whole] if office.whole is not None else []))
    start = min(office.title.core_start, holder.start)
    end = max(phrase.end for phrase in said)
    return [
        Stated(one, each, other, start, end, "title", office.title.start, background=True)
        for one, each, other in links
    ]


def _is_person(node: Node) -> bool:
    return isinstance(node, Phrase) and node.actor is not None and node.actor.type == "Person"


def _holder(office: Office, entities: Entities) -> Phrase:
    """Somebody who is known by the office alone."""
    body = office.organisation
    assert body is not None
    words = " ".join(word.written for word in (office.title, *body.words))
    return Phrase(
        office.title.core_start, body.end, entities.unlisted_actor(words, "DescribedGroup"), None,
        office.title.conjunction, office.title.preposition, how="office", words=[office.title], office_of=body.actor,
        body=body,
    )  # fmt: skip


def _closed(office: Office) -> Phrase:
    """The apposition as one phrase that no frame takes for an argument."""
    body = office.organisation
    assert body is not None
    return Phrase(office.title.core_start, body.end, body.actor, None, how="apposition", hidden=True)

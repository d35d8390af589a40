"""Titles: who holds which office in which organisation, and persons nobody has listed behind a title or a rank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kg.extract import introduced
from kg.extract.coordination import collect
from kg.extract.entities import Entities
from kg.extract.groups import head_of, origin_of
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Stated, Word, is_comma, visible
from kg.extract.person_names import fighter, is_given, person, personal_name, unlisted_name

_FARTHEST = 7
"""Nodes behind a title within which its organisation and person must begin."""


@dataclass(slots=True)
class _Office:
    title: Word
    entry: dict[str, Any]
    organisation: Phrase | None
    behind: int
    deputy: bool = False
    """Whether it is the deputy of who leads."""


def find(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> tuple[list[Node], list[Stated]]:
    """Joins titles to the persons beside them; says who leads or belongs to what."""
    result: list[Node] = []
    stated: list[Stated] = []
    position = 0
    while position < len(nodes):
        node = nodes[position]
        if isinstance(node, Phrase) or (node.is_plain and not _is_introduced(nodes, position)):
            result.append(node)
            position += 1
            continue
        if _leads_to_person(node):
            led, behind, _ = _person(nodes, position + 1, lexicon, entities)
            result.extend([node] if led is None else [node, led])
            position = position + 1 if led is None else behind
            continue
        named = fighter(nodes, position, lexicon, entities) or introduced.ahead(
            nodes, position, lexicon, entities
        )
        if named is not None:
            result.append(named)
            position += len(named.words)
            continue
        if introduced.aged(nodes, position, lexicon):
            introduced.behind_name(result, lexicon, entities)
        if not isinstance(node, Word) or not node.is_a("title") or node.suffix:
            result.append(node)
            position += 1
            continue
        office = _office(nodes, position, lexicon, entities)
        office.deputy = _is_deputy(nodes, position, office.behind)
        holder, behind, comma = _person(nodes, office.behind, lexicon, entities)
        before = _before(result)
        if before is None and office.organisation is not None and result and is_comma(result[-1]):
            before = introduced.behind_name(result, lexicon, entities)
        if holder is None and before is not None and office.organisation is not None:
            stated.extend(_say(before, office))
            result.append(_closed(office))
            position = office.behind
        elif holder is not None and (office.organisation is None or not comma or holder.how == "name"):
            stated.extend(_say(holder, office))
            holder.conjunction, holder.preposition = node.conjunction, node.preposition
            holder.office_of = office.organisation.actor if office.organisation is not None else None
            result.append(holder)
            position = behind
        elif office.organisation is not None and office.entry["relation"] != "none":
            stated.extend(
                link for named in _named_holders(nodes, office.behind) for link in _say(named, office)
            )
            result.append(_holder(office, entities))
            position = office.behind
        else:
            result.append(node)
            position += 1
    return visible(result), stated


def _is_introduced(nodes: list[Node], position: int) -> bool:
    before = nodes[position - 1] if position else None
    return isinstance(before, Word) and before.is_a("called")


def _leads_to_person(word: Word) -> bool:
    """Whether a person is named behind the word, listed or not: "led by X", "whom X leads"."""
    led = any(frame.relation == "commands" for frame, _ in word.senses)
    return word.is_a("leads_to_person") or (led and bool(word.suffix))


def _office(nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities) -> _Office:
    title = nodes[position]
    assert isinstance(title, Word)
    entry = dict(lexicon.pack.titles[title.core])
    behind = position + 1
    organisation: Phrase | None = None
    while behind < min(len(nodes), position + _FARTHEST):
        node = nodes[behind]
        if isinstance(node, Phrase):
            if organisation is not None or not _is_body(node, lexicon) or _is_closed(title, node, lexicon):
                break
            organisation = node
        elif node.is_a("nisba") and not node.conjunction and not node.preposition:
            organisation = organisation or _state(node, entry, lexicon, entities)
        elif organisation is None and (body := _local_body(nodes, behind, lexicon, entities)) is not None:
            organisation = body
            behind += 1
        elif organisation is None and _is_bureau(node, lexicon):
            pass
        elif organisation is not None and _is_within(nodes, behind, lexicon):
            behind += 1
        elif (
            node.conjunction
            or not node.is_a("title", "epithet", "deputy")
            or _opens_another(node, organisation, lexicon)
        ):
            break
        behind += 1
    return _Office(title, entry, organisation, behind)


def _local_body(nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities) -> Phrase | None:
    """An organisation known by its place alone: "the council of the governorate"."""
    word, place = nodes[position], nodes[position + 1] if position + 1 < len(nodes) else None
    if (
        head_of(word, lexicon, "organisation") is None
        or not isinstance(word, Word)
        or lexicon.is_definite(word.core)
    ):
        return None
    if not isinstance(place, Phrase) or place.preposition or place.conjunction:
        return None
    local = lexicon.pack.heads.get(place.head, {}).get("role") == "place"
    if place.place is None and not (place.how == "short" and local):
        return None
    words = " ".join(part.written for part in (word, *place.words))
    actor = entities.unlisted_actor(words, "Organization")
    return Phrase(
        word.core_start, place.end, actor, None, word.conjunction, word.preposition,
        head=word.core, how="discovered", words=[word, *place.words],
    )  # fmt: skip


def _is_bureau(word: Word, lexicon: Lexicon) -> bool:
    """Whether an unknown definite noun may be a part of the organisation: "member of the political bureau of X"."""
    plain = not word.mark and not (word.classes - {"head"}) and not word.senses and not word.conjunction
    return plain and lexicon.is_definite(word.text)


def _is_within(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether "in" leads to what the organisation belongs to, with its head behind: "commander of X in Y, Z".

    A place would not do: who is met "in Baghdad" is named there as well.
    """
    word = nodes[position]
    whole, person = (nodes[step] if step < len(nodes) else None for step in (position + 1, position + 2))
    if (
        not isinstance(word, Word)
        or not word.is_a("locative")
        or word.suffix
        or not isinstance(whole, Phrase)
    ):
        return False
    body = whole.place is None and not whole.preposition and _is_body(whole, lexicon)
    named = isinstance(person, Phrase) and person.actor is not None and person.actor.type == "Person"
    return body and (named or bool(personal_name(nodes, position + 2, lexicon)))


def _is_deputy(nodes: list[Node], position: int, behind: int) -> bool:
    around = nodes[max(0, position - 1) : behind]
    return any(isinstance(node, Word) and node.is_a("deputy") for node in around)


def _is_closed(title: Word, body: Phrase, lexicon: Lexicon) -> bool:
    """Whether the article keeps a title from owning a noun: "the minister" does, "the spokesman of" does not."""
    last = lexicon.exact(title.core.split()[-1])
    leads = last is not None and "preposition" in last.classes
    return lexicon.is_definite(title.core) and not body.preposition and not leads


def _opens_another(word: Word, organisation: Phrase | None, lexicon: Lexicon) -> bool:
    """Whether a second title begins behind a complete one."""
    return organisation is not None and word.is_a("title") and not _is_rank(word, lexicon)


def _is_body(phrase: Phrase, lexicon: Lexicon) -> bool:
    attached = phrase.preposition in ("", *lexicon.pack.words["office_prep"]) and not phrase.conjunction
    named = phrase.actor is not None and phrase.actor.type != "Person"
    return attached and (named or (phrase.how == "short" and phrase.place is None))


def _state(word: Word, entry: dict[str, Any], lexicon: Lexicon, entities: Entities) -> Phrase | None:
    origin = origin_of(word, lexicon, entities)
    state = origin is not None and origin.actor is not None and origin.actor.type == "State"
    return None if state and not entry.get("of_state") else origin


def _person(
    nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities
) -> tuple[Phrase | None, int, bool]:
    """The person from ``position`` on, the position behind, and whether a comma stood between."""
    comma = False
    while position < len(nodes):
        node = nodes[position]
        if isinstance(node, Word) and node.mark and node.text in ',"' and not comma:
            comma = node.text == ","
        elif not (isinstance(node, Word) and node.is_a("title") and _is_rank(node, lexicon)):
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
        return known_as, position + len(known_as.words), comma
    if comma:
        return None, position, comma
    name = unlisted_name(nodes, position, lexicon)
    if len(name) < 2 and not (name and is_given(name[0], lexicon)):
        return None, position, comma
    return person(name, lexicon, entities), position + len(name), comma


def _is_rank(word: Word, lexicon: Lexicon) -> bool:
    return not word.conjunction and lexicon.pack.titles[word.core]["relation"] == "none"


def _before(result: list[Node]) -> Phrase | None:
    """The person whom a title in apposition follows: directly, or behind one comma."""
    last_words = (
        result[:-1] if result and isinstance(result[-1], Word) and result[-1].is_a("being") else result
    )
    tail = [node for node in last_words[-2:] if not (isinstance(node, Word) and is_comma(node))]
    if not tail or (len(last_words) > 1 and len(tail) == 2 and not isinstance(tail[-1], Phrase)):
        return None
    last = tail[-1]
    fits = isinstance(last, Phrase) and last.actor is not None and last.actor.type == "Person"
    return last if fits and isinstance(last, Phrase) and last.how != "office" else None


def _say(holder: Phrase, office: _Office) -> list[Stated]:
    relation, body = office.entry["relation"], office.organisation
    if body is None or relation == "none" or holder.actor is None:
        return []
    relation = "memberOf" if office.deputy else relation
    start = min(office.title.core_start, holder.start)
    end = max(holder.end, body.end)
    return [Stated(holder, relation, body, start, end, "title", office.title.start, background=True)]


def _named_holders(nodes: list[Node], position: int) -> list[Phrase]:
    """Who holds an office, where a list behind it says so: "three leaders of X, namely A and B"."""
    position += position < len(nodes) and is_comma(nodes[position])
    word = nodes[position] if position < len(nodes) else None
    if not isinstance(word, Word) or not word.is_a("namely", "including") or position + 1 >= len(nodes):
        return []
    named = collect(nodes, position + 1, "actor")[0]
    return [phrase for phrase in named if phrase.actor is not None and phrase.actor.type == "Person"]


def _holder(office: _Office, entities: Entities) -> Phrase:
    """Somebody who is known by the office alone."""
    body = office.organisation
    assert body is not None
    words = " ".join(word.written for word in (office.title, *body.words))
    return Phrase(
        office.title.core_start, body.end, entities.unlisted_actor(words, "DescribedGroup"), None,
        office.title.conjunction, office.title.preposition, how="office", words=[office.title], office_of=body.actor,
    )  # fmt: skip


def _closed(office: _Office) -> Phrase:
    """The apposition as one phrase that no frame takes for an argument."""
    body = office.organisation
    assert body is not None
    return Phrase(office.title.core_start, body.end, body.actor, None, how="apposition", hidden=True)

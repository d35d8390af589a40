"""Places with the nouns that say what they are, countrysides with their direction, and places nobody has listed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kg.extract import compass, marked_places, own_places
from kg.extract.countrysides import belongs, countryside, share_head, short
from kg.extract.entities import Entities
from kg.extract.group_names import of_person
from kg.extract.groups import head_of
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_comma, is_quote
from kg.iri import is_place
from kg.model import Entity

_PERSONAL = frozenset({"given_name"})
"""Classes of words that places are called by as well: "the hill of X"."""


def compose(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> list[Node]:
    """Joins "town", "district", "countryside" and the like to the names behind them."""
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        node = nodes[position]
        if isinstance(node, Word) and "head" not in node.classes:
            result.append(node)
            position += 1
            continue
        own = own_places.of_last(node, result, lexicon, entities) if result else None
        if own is not None:
            result.append(own)
            position += 1
            continue
        if head_of(node, lexicon, "countryside") is not None:
            phrase, position = countryside(nodes, position, lexicon, entities)
            result.append(phrase)
            position = share_head(phrase, nodes, position, result, lexicon, entities)
            continue
        marked = marked_places.take(nodes, position, lexicon, entities)
        if marked is not None:
            result.extend(marked[0])
            position = marked[1]
            continue
        if head_of(node, lexicon, "place") is not None:
            phrase, position = _headed(nodes, position, lexicon, entities)
        else:
            phrase = node
            position += 1
        result.append(phrase)
        position = _more_names(phrase, nodes, position, result, lexicon, entities)
    return _with_parts(result, lexicon, entities)


def _with_parts(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> list[Node]:
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        node = nodes[position]
        position += 1
        toward = None
        if "direction" in node.classes:
            toward = compass.toward(nodes, position - 1, lexicon, entities)
        if toward is not None:
            node, position = toward
        elif "place_part" in node.classes:
            node, position = _part(nodes, position - 1, lexicon)
        result.append(node)
    return result


def _part(nodes: list[Node], position: int, lexicon: Lexicon) -> tuple[Node, int]:
    """ "The western side of P" is in P: the noun and its adjectives join the place."""
    word = nodes[position]
    step = position + 1
    while step < len(nodes):
        node = nodes[step]
        if isinstance(node, Phrase):
            break
        adjective = not node.classes and not node.senses and lexicon.is_definite(node.core)
        if not adjective and not node.is_a("direction", "epithet", "nisba", "partitive"):
            break
        step += 1
    place = nodes[step] if step < len(nodes) else None
    if (
        not isinstance(word, Word)
        or not isinstance(place, Phrase)
        or place.place is None
        or place.conjunction
    ):
        return word, position + 1
    between = [node for node in nodes[position + 1 : step] if isinstance(node, Word)]
    parted = bool(between) and not between[-1].is_a("partitive")
    if place.preposition or word.suffix or parted:
        return word, position + 1
    phrase = Phrase(
        word.core_start, place.end, None, place.place, word.conjunction, word.preposition,
        head=place.head, how=place.how, words=[word, *between, *place.words],
    )  # fmt: skip
    return phrase, step + 1


def _more_names(
    first: Node, nodes: list[Node], position: int, result: list[Node], lexicon: Lexicon, entities: Entities
) -> int:
    """ "The towns of X, Y and Z": the names that follow are places too, whether or not anybody has listed them."""
    head = lexicon.pack.heads.get(first.head, {}) if isinstance(first, Phrase) and first.place else {}
    noun = first.head if isinstance(first, Phrase) else ""
    described = isinstance(first, Phrase) and first.how == "described"
    while head.get("many") and not described and position < len(nodes):
        step = position + 1 if is_comma(nodes[position]) else position
        word = nodes[step] if step < len(nodes) else None
        if isinstance(word, Phrase) and step > position and _settles(word):
            result.extend((nodes[position], word))
            position = step + 1
            continue
        if not isinstance(word, Word) or word.mark or word.suffix:
            break
        if word.classes and not _stands_in_list(word, nodes, step + 1, lexicon):
            break
        if word.senses and not (lexicon.is_definite(word.core) and not word.has_voice("active", "either")):
            break
        names = [
            reading
            for reading in lexicon.splits(word.text)
            if reading.conjunction and not reading.preposition
        ]
        alone = step > position and is_comma(nodes[position]) and _is_between_commas(nodes, step)
        if not (names or alone) or not word.text.isalpha():
            break
        start, written = word.behind(names[0].skipped) if names else (word.core_start, word.written)
        result.extend([] if names else [nodes[position]])
        parts = [written]
        behind, end = step + 1, word.end
        second = nodes[behind] if behind < len(nodes) else None
        if (
            isinstance(second, Word)
            and _may_name_place(second, lexicon)
            and names
            and lexicon.is_definite(names[0].core) is False
            and not second.core.endswith(lexicon.people_endings)
        ):
            parts.append(second.written)
            behind, end = behind + 1, second.end
        place = entities.unlisted_place(" ".join(parts), str(head["type"]))
        result.append(
            Phrase(
                start,
                end,
                None,
                place,
                names[0].conjunction if names else "",
                "",
                head=noun,
                how="discovered",
                words=[word],
            )
        )
        position = behind
    return position


def _stands_in_list(word: Word, nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether a noun for a body names a place, since places go on behind it: "the towns of P, al-Hirak and Q"."""
    behind = nodes[position] if position < len(nodes) else None
    goes_on = isinstance(behind, Phrase) and bool(behind.conjunction) and behind.place is not None
    body = word.classes <= {"head"} and bool(word.conjunction) and lexicon.is_definite(word.core)
    return body and goes_on


def _settles(name: Phrase) -> bool:
    """Whether a name in such a list is a place: known as one, or ambiguous with one reading as a place; in place."""
    if name.preposition or name.actor is not None:
        return False
    places = [entity for entity in name.possible if is_place(entity.iri)]
    if name.place is None and len(places) == 1:
        name.place, name.how = places[0], "name"
    return name.place is not None


def _is_between_commas(nodes: list[Node], position: int) -> bool:
    """Whether a word stands alone behind a comma, before another or before the last of a list."""
    following = nodes[position + 1] if position + 1 < len(nodes) else None
    return following is not None and (is_comma(following) or bool(following.conjunction))


def _headed(nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities) -> tuple[Node, int]:
    word = nodes[position]
    head = head_of(word, lexicon, "place")
    if not isinstance(word, Word) or head is None:
        return word, position + 1
    following = nodes[position + 1] if position + 1 < len(nodes) else None
    if following is not None and _shares_name(word, following, lexicon):
        known = isinstance(following, Phrase)
        last, behind = (following, position + 2) if known else _headed(nodes, position + 1, lexicon, entities)
        if isinstance(last, Phrase) and last.place is not None:
            return _joined(word, last, last.place), behind  # "The city and camp of P".
    definite = lexicon.is_definite(word.core)
    if isinstance(following, Phrase) and not following.conjunction and belongs(following, lexicon):
        readings = sorted(
            (each for each in following.possible if is_place(each.iri)), key=lambda each: each.iri
        )
        place = following.place or next(iter(readings), None)
        if place is not None and not (definite and following.preposition == ""):
            if head.get("own"):
                name = " ".join(part.written for part in (word, *following.words))
                several = following.place is None and len(readings) > 1
                within = None if several else place.iri if place.known else place.within
                place = entities.unlisted_place(name, str(head["type"]), within)
            return _joined(word, following, place), position + 2
    inner = None if definite else _within_name(nodes, position, lexicon, entities)
    if inner is not None:
        return inner
    origin = _country(nodes, position + 1, word, head, lexicon, entities)
    if origin is not None:
        return origin
    if definite:
        return short(word), position + 1
    quoted = position + 1
    if following is not None and is_quote(following):
        quoted += 1
        following = nodes[quoted] if quoted < len(nodes) else None
    called = of_person(nodes, quoted, lexicon, addressed=True) if head.get("own") else []
    if called:
        place = entities.unlisted_place(" ".join(part.written for part in (word, *called)), str(head["type"]))
        behind = _behind(nodes, quoted, called[-1])
        closed = quoted > position + 1 and behind < len(nodes) and is_quote(nodes[behind])
        return _named_after(word, called, place), behind + closed
    adjective = (
        head.get("many")
        and isinstance(following, Word)
        and following.text.endswith(lexicon.feminine_endings[0])
    )
    if (
        isinstance(following, Word)
        and (
            _may_name_place(following, lexicon)
            or _opens_name(following, nodes, quoted + 1, lexicon)
            or (head.get("any_noun") and _is_owner(following, lexicon))
        )
        and not ((adjective or head.get("articled")) and not lexicon.is_definite(following.text))
    ):
        parts = [following]
        second = nodes[quoted + 1] if quoted + 1 < len(nodes) else None
        if isinstance(second, Word) and (
            _opens_name(following, nodes, quoted + 1, lexicon)
            or (_may_name_place(second, lexicon) and lexicon.is_definite(second.text))
        ):
            parts.append(second)
        named = (word, *parts) if head.get("own") else parts
        place = entities.unlisted_place(" ".join(part.written for part in named), str(head["type"]))
        phrase = Phrase(
            word.core_start, parts[-1].end, None, place, word.conjunction, word.preposition,
            head=word.core, how="discovered", words=[word, *parts],
        )  # fmt: skip
        return phrase, quoted + len(parts)
    return word, position + 1


def _named_after(word: Word, person: list[Word], place: Entity) -> Phrase:
    """A site with the person after whom it is called: "the mosque of the imam X"."""
    return Phrase(
        word.core_start, person[-1].end, None, place, word.conjunction, word.preposition,
        head=word.core, how="discovered", words=[word, *person],
    )  # fmt: skip


def _behind(nodes: list[Node], position: int, last: Word) -> int:
    """The position of the first node behind the word ``last``, which a name may hold."""
    while position < len(nodes) and nodes[position].start < last.end:
        position += 1
    return position


def _shares_name(word: Word, following: Node, lexicon: Lexicon) -> bool:
    """Whether two nouns for places have one name behind the second: "the city and camp of P"."""
    noun = following.words[0] if isinstance(following, Phrase) and len(following.words) > 1 else following
    if not isinstance(noun, Word) or head_of(noun, lexicon, "place") is None:
        return False
    if not following.conjunction or following.preposition or word.suffix or noun.suffix:
        return False
    return not any(map(lexicon.is_definite, (word.core, noun.core)))


def _within_name(
    nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities
) -> tuple[Phrase, int] | None:
    """ "The village of the hill of X": a name that itself opens with a noun for a place."""
    word, following = nodes[position], nodes[position + 1] if position + 1 < len(nodes) else None
    head = head_of(following, lexicon, "place") if following is not None else None
    if head is None or not head.get("own") or not isinstance(word, Word) or not isinstance(following, Word):
        return None
    inner, behind = _headed(nodes, position + 1, lexicon, entities)
    bare = not following.conjunction and not following.preposition
    if not bare or not isinstance(inner, Phrase) or inner.place is None:
        return None
    outer = head_of(word, lexicon, "place")
    if outer is not None and not inner.place.known:
        inner.place = replace(inner.place, type=str(outer["type"]))
    inner.start, inner.head = word.core_start, word.core
    inner.conjunction, inner.preposition = word.conjunction, word.preposition
    inner.words = [word, *inner.words]
    return inner, behind


def _country(
    nodes: list[Node],
    position: int,
    word: Word,
    head: Mapping[str, Any],
    lexicon: Lexicon,
    entities: Entities,
) -> tuple[Phrase, int] | None:
    """ "Iraqi towns", "the Syrian lands": places of a country that the text does not name."""
    adjective = nodes[position] if position < len(nodes) else None
    if (
        "slug" not in head
        or not isinstance(adjective, Word)
        or adjective.conjunction
        or adjective.preposition
    ):
        return None
    nisba = lexicon.pack.nisba.get(adjective.core)
    if nisba is None or "place" not in nisba:
        return None
    text = f"{word.written} {adjective.written}"
    place = entities.place(f"{nisba['slug']}-{head['slug']}", str(head["type"]), text)
    phrase = Phrase(
        word.core_start, adjective.end, None, place, word.conjunction, word.preposition,
        head=word.core, how="described", words=[word, adjective],
    )  # fmt: skip
    return phrase, position + 1


def _joined(word: Word, name: Phrase, place: Entity) -> Phrase:
    return Phrase(
        word.core_start, name.end, None, place, word.conjunction, word.preposition,
        head=word.core, how="name", words=[word, *name.words],
    )  # fmt: skip


def _opens_name(word: Word, nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether a word such as "mother of" or "ruin of" makes a name of a place with the word behind it."""
    second = nodes[position] if position < len(nodes) else None
    if not word.is_a("place_opener") or word.conjunction or word.preposition or not isinstance(second, Word):
        return False
    return (
        second.text.isalpha()
        and (not second.senses or second.is_a("given_name", "honorific"))
        and not second.preposition
        and not second.is_a("preposition")
    )


def _is_owner(word: Word, lexicon: Lexicon) -> bool:
    """Whether a known noun with the article owns the noun before it: in "the quarter of the press" it is the name."""
    plain = not word.mark and not word.suffix and not word.conjunction and not word.preposition
    noun = all(voice == "noun" for _, voice in word.senses)
    return plain and noun and lexicon.is_definite(word.core) and not word.is_a("head")


def _may_name_place(word: Word, lexicon: Lexicon) -> bool:
    unknown = word.classes <= _PERSONAL and not word.senses and not word.mark and not word.suffix
    return unknown and not word.conjunction and not word.preposition and word.text.isalpha()

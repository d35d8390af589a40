"""Places without a name: counted ("three villages", "a number of towns and villages"), or told by what they lie in."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import SITE, Node, Phrase, Word, is_comma, is_quantity

_MOST_ADJECTIVES = 2
"""Adjectives between a noun for places and what they lie in."""


def counted(nodes: list[Node], position: int, before: list[Node], lexicon: Lexicon) -> list[Word]:
    """The nouns for places from ``position`` on of which ``before`` says how many, or a dual; else nothing.

    A noun with the article counts behind "a number of" alone: "the villages" by itself are those just named.
    """
    noun = _noun(nodes[position], lexicon)
    if noun is None:
        return []
    last = before[-1] if before else None
    some = isinstance(last, Word) and is_quantity(last) and not (noun.conjunction or noun.preposition)
    if lexicon.is_definite(noun.core):
        partitive = last.core.rpartition(" ")[2] if some and isinstance(last, Word) else ""
        some = partitive in lexicon.pack.words["partitive"]
    elif noun.is_a("two_places"):
        some = True
    elif not some:
        some = _lies_near(nodes, position, lexicon)
    if not some:
        return []
    words = [noun]
    for node in nodes[position + 1 :]:
        joined = _noun(node, lexicon)
        alike = joined is not None and lexicon.is_definite(joined.core) is lexicon.is_definite(noun.core)
        if joined is None or not alike or not joined.conjunction or joined.preposition:
            break
        words.append(joined)
    return [] if _are_named(nodes, position + len(words)) else words


def _lies_near(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether it is said near what a place lies: "a village near P" is not P, as areas near it may be."""
    noun, led = nodes[position], nodes[position + 1] if position + 1 < len(nodes) else None
    head = lexicon.pack.heads.get(noun.core, {}) if isinstance(noun, Word) else {}
    if (
        head.get("role") != "place"
        or head.get("own")
        or head.get("type") == "Area"
        or not isinstance(led, Word)
        or led.conjunction
    ):
        return False
    words = lexicon.pack.words
    near = led.is_a("locative") and led.core not in words["inside"] and not led.suffix
    place = nodes[position + 2] if position + 2 < len(nodes) else None
    return near and isinstance(place, Phrase) and place.place is not None and not place.preposition


def _are_named(nodes: list[Node], position: int) -> bool:
    """Whether a list of names follows: "four towns, among them P and Q"."""
    position += position < len(nodes) and is_comma(nodes[position])
    word = nodes[position] if position < len(nodes) else None
    return isinstance(word, Word) and (
        word.is_a("including", "namely", "namely_many") or (word.is_a("between") and bool(word.suffix))
    )


def take_number(before: list[Node]) -> list[Word]:
    """Takes off ``before`` the numbers and quantities that it ends with, up to one that something is written onto."""
    taken: list[Word] = []
    while before and isinstance(word := before[-1], Word) and is_quantity(word) and not word.mark:
        if taken and (taken[0].conjunction or taken[0].preposition):
            break
        taken.insert(0, word)
        before.pop()
    return taken


def _noun(node: Node, lexicon: Lexicon) -> Word | None:
    """The noun for a place that a node is, also where the article made it short for one just named."""
    if isinstance(node, Phrase):
        short = node.how == "short" and node.actor is None and len(node.words) == 1
        node = node.words[0] if short else node
    if not isinstance(node, Word) or node.mark or node.suffix:
        return None
    place = lexicon.pack.heads.get(node.core, {}).get("role") == "place"
    return node if place or node.is_a("site", "two_places") else None


def widen(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
    """Joins a noun for places to where they lie: "two villages in the countryside of P", "large parts of P"."""
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        found = _lying_in(nodes, position, lexicon) or _portion(nodes, position, lexicon)
        if found is not None:
            numbered(found[0], result)
        result.append(found[0] if found else nodes[position])
        position = found[1] if found else position + 1
    return result


def numbered(places: Phrase, before: list[Node]) -> None:
    """Joins to ``places`` how many they are, which ``before`` ends with; in place."""
    if places.conjunction or places.preposition:
        return
    number = take_number(before)
    if number:
        places.start, places.words = number[0].core_start, [*number, *places.words]
        places.conjunction, places.preposition = number[0].conjunction, number[0].preposition


def _lying_in(nodes: list[Node], position: int, lexicon: Lexicon) -> tuple[Phrase, int] | None:
    noun = nodes[position]
    if not isinstance(noun, Word) or not noun.is_a("head", "two_places"):
        return None
    if noun.mark or noun.suffix or lexicon.is_definite(noun.core):
        return None
    head = lexicon.pack.heads.get(noun.core, {})
    if not noun.is_a("two_places") and (head.get("role") != "place" or head.get("own")):
        return None
    words = [noun]
    step = position + 1
    while step < len(nodes) and len(words) <= _MOST_ADJECTIVES:
        node = nodes[step]
        if not isinstance(node, Word) or not _describes(node, lexicon):
            break
        words.append(node)
        step += 1
    led = nodes[step] if step < len(nodes) else None
    inside = lexicon.pack.words["inside"]
    if isinstance(led, Word) and led.core in inside and not (led.mark or led.suffix or led.conjunction):
        words.append(led)
        step += 1
        led = nodes[step] if step < len(nodes) else None
        if not isinstance(led, Phrase) or led.preposition:
            return None
    elif not isinstance(led, Phrase) or led.preposition not in inside:
        return None
    if led.place is None or led.conjunction or led.how == SITE:
        return None
    behind = step + 1
    while behind < len(nodes) and _goes_on(nodes[behind], led):
        behind += 1  # "Two bases in P and Q".
    whole = replace(
        led, start=noun.core_start, end=nodes[behind - 1].end,
        conjunction=noun.conjunction, preposition=noun.preposition,
        actor=None, direction="", words=[*words, *led.words],
    )  # fmt: skip
    return whole, behind


def _goes_on(node: Node, first: Phrase) -> bool:
    """Whether "and" joins another country to the one that sites lie in."""
    if not isinstance(node, Phrase) or not node.conjunction or node.preposition or node.place is None:
        return False
    return first.place is not None and node.place.type == first.place.type == "Country"


def _portion(nodes: list[Node], position: int, lexicon: Lexicon) -> tuple[Phrase, int] | None:
    """A part of a place and the position behind it: "a large part of P", "90 km of the coast"."""
    noun = nodes[position]
    if not isinstance(noun, Word) or noun.mark or noun.suffix or noun.senses:
        return None
    step = position + 1
    while step < len(nodes) and step - position <= _MOST_ADJECTIVES and _is_adjective(nodes[step], lexicon):
        step += 1
    led, place = [*nodes[step : step + 2], None, None][:2]
    if (
        not isinstance(led, Word)
        or led.core not in lexicon.pack.words["partitive"]
        or led.conjunction
        or led.suffix
    ):
        return None
    if not isinstance(place, Phrase) or place.place is None or place.conjunction or place.preposition:
        return None
    if place.how == SITE or "portion" not in lexicon.nouns(noun.core):
        return None
    words = [node for node in nodes[position : step + 1] if isinstance(node, Word)]
    whole = replace(
        place, start=noun.core_start, conjunction=noun.conjunction, preposition=noun.preposition,
        actor=None, direction="", words=[*words, *place.words],
    )  # fmt: skip
    return whole, step + 2


def _is_adjective(node: Node, lexicon: Lexicon) -> bool:
    """Whether a word may describe a part of a place: "the larger", "western", "in area"."""
    if not isinstance(node, Word) or not node.stands_alone:
        return False
    led = node.core in lexicon.pack.words["partitive"]
    return not led and (node.is_plain or node.is_a("epithet", "nisba", "quantifier", "direction"))


def _describes(word: Word, lexicon: Lexicon) -> bool:
    if not word.stands_alone or lexicon.is_definite(word.core):
        return False
    feminine = word.is_plain and word.core.endswith(lexicon.feminine_endings)
    return feminine or word.is_a("epithet", "nisba", "quantifier")

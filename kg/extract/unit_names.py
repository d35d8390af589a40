"""Names of bodies by an arm ("rapid intervention"), by what they are for ("for the rescue of P"), by a strange word."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word

Parts = list[Word]


def arm(nodes: list[Node], position: int) -> Parts:
    """The arm or service that a unit is called by, with its number: "the fifth rapid intervention [regiment]"."""
    kind, number = word_at(nodes, position), word_at(nodes, position + 1)
    if kind is None or not kind.is_a("unit_kind"):
        return []
    if number is not None and number.is_a("ordinal"):
        return [kind, number]
    return [kind] if " " in kind.core else []  # "The infantry battalion" may be any.


def aimed(nodes: list[Node], position: int, lexicon: Lexicon) -> tuple[Parts, int]:
    """ "The national [front] for the rescue of P": adjectives of a cause and what the body is for."""
    name = _aimed(nodes, position, lexicon)
    return name, position + span(nodes, position, name)


def _aimed(nodes: list[Node], position: int, lexicon: Lexicon) -> Parts:
    """A definite noun or adjectives of a cause, then "for" and a noun, and whose that is."""
    name: Parts = []
    while is_cause(nodes, position + len(name), lexicon) and (word := word_at(nodes, position + len(name))):
        name.append(word)
    first = word_at(nodes, position) if not name else None
    if first is not None and lexicon.is_definite(first.text) and first.classes <= {"head"}:
        name.append(first)
    at = position + len(name)
    led = nodes[at] if name and at < len(nodes) else None
    if first is not None and not (isinstance(led, Word) and led.is_a("purpose") and not led.senses):
        return []
    if isinstance(led, Word) and led.is_a("purpose") and not led.senses and not led.preposition:
        goal = word_at(nodes, at + 1)
        return [*name, led, goal] if goal is not None else []
    belonging = lexicon.pack.words["belonging"]
    if not isinstance(led, Word) or led.preposition not in belonging or led.suffix or led.conjunction:
        return []
    deed = (
        led.is_a("name_opening") or led.has_voice("noun") or lexicon.is_definite(lexicon.article + led.core)
    )
    if not deed or led.is_a("relative", "title"):
        return []
    whole = nodes[at + 1] if at + 1 < len(nodes) else None
    if lexicon.is_definite(led.core):
        goes_on = isinstance(whole, Word) and (whole.is_a("preposition") or bool(whole.preposition))
        return [] if goes_on else [*name, led]  # "Called on the front to withdraw from P".
    if isinstance(whole, Phrase) and not (whole.preposition or whole.conjunction):
        return [*name, led, *whole.words]
    more = word_at(nodes, at + 1)
    return [*name, led, more] if more is not None and not more.senses else [*name, led]


def strange(nodes: list[Node], position: int, lexicon: Lexicon) -> Parts:
    """A word that nobody knows behind a noun of the feminine, with which no verb or adjective of its form agrees."""
    word = word_at(nodes, position)
    if word is not None and word.is_a("place_opener"):
        second = word_at(nodes, position + 1)
        return [word, second] if second is not None and not (second.classes or second.senses) else []
    if word is None or word.classes or word.senses or lexicon.is_definite(word.text):
        return []
    words = lexicon.pack.words
    plain = not word.text.startswith(tuple(words["verb_openings"])) and len(word.text) > 2
    agrees = word.text.endswith((*lexicon.feminine_endings, *words["adverb_ending"], *lexicon.people_endings))
    led = any(each.preposition or each.conjunction for each in lexicon.splits(word.text))
    return [word] if plain and not led and not agrees else []


def is_cause(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether an adjective stands here that names of organisations bear, such as "the national"."""
    word = word_at(nodes, position)
    return word is not None and word.is_a("cause_adjective") and lexicon.is_definite(word.text)


def span(nodes: list[Node], position: int, name: Parts) -> int:
    """How many nodes hold the words of ``name``."""
    count = 0
    while position + count < len(nodes) and name:
        node = nodes[position + count]
        first = node if isinstance(node, Word) else node.words[0]
        if first.start > name[-1].start:
            break
        count += 1
    return count


def word_at(nodes: list[Node], position: int) -> Word | None:
    """The bare word at ``position``: no mark, no conjunction, no preposition, letters alone."""
    node = nodes[position] if position < len(nodes) else None
    if not isinstance(node, Word) or not node.stands_alone:
        return None
    return node if node.text.replace(" ", "").isalpha() else None

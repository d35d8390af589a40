"""The organisations that offices are held in, also those that only an office tells: bureaus, bodies of a place."""

from __future__ import annotations

from kg.extract.entities import Entities
from kg.extract.groups import head_of
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_comma

_LONGEST_FIELD = 4
"""Nouns that say what an office is for."""
_LONGEST_NAME = 5
"""Nodes of a name that only the comma behind it ends."""


def bureau(
    nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities
) -> tuple[Phrase | None, int]:
    """A body that a definite noun and its adjectives name, and how many nodes they are: "the political bureau"."""
    node = nodes[position]
    short = isinstance(node, Phrase) and len(node.words) == 1 and _is_bare_head(node.words[0], lexicon)
    head = node.words[0] if short and isinstance(node, Phrase) else node
    if not isinstance(head, Word) or not (head.is_a("bureau") or short) or head.conjunction:
        return None, 0
    if head.preposition not in ("", *lexicon.pack.words["office_prep"]):
        return None, 0
    words = [head]
    while (step := position + len(words)) < len(nodes):
        word = nodes[step]
        if not isinstance(word, Word) or not _may_describe(word, lexicon, surely=not head.is_a("bureau")):
            break
        words.append(word)
    if len(words) < 2:
        return None, 0
    entry = lexicon.pack.heads.get(head.core, {})
    kind = (
        "Organization"
        if head.is_a("bureau")
        else str(entry.get("unlisted", entry.get("type", "Organization")))
    )
    label = " ".join(word.written for word in words)
    return Phrase(
        head.core_start, words[-1].end, entities.unlisted_actor(label, kind), None, "", head.preposition,
        head=head.core, how="discovered", words=words,
    ), len(words)  # fmt: skip


def _may_describe(word: Word, lexicon: Lexicon, *, surely: bool) -> bool:
    """Whether a definite word goes with the noun of a body; ``surely`` by the ending of adjectives of relation."""
    if word.mark or word.preposition or word.conjunction or not lexicon.is_definite(word.text):
        return False
    related = word.text.endswith(tuple(lexicon.pack.words.get("relational_ending", ())))
    titled = word.is_a("title") and not related
    if titled or word.is_a("relative", "nisba") or any(voice != "noun" for _, voice in word.senses):
        return False
    return related or not surely


def _is_bare_head(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is a definite noun for organisations, such as "the army"."""
    return lexicon.is_definite(word.core) and head_of(word, lexicon, "organisation") is not None


def local_body(
    nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities
) -> tuple[Phrase | None, int]:
    """An organisation known by its place alone, and how many nodes it is: "the council of the governorate".

    The noun may have been taken for a part of the place: "the front of P".
    """
    node = nodes[position]
    following = nodes[position + 1] if position + 1 < len(nodes) else None
    rest = node if isinstance(node, Phrase) and not node.generic else following
    word = node if isinstance(node, Word) else next(iter(node.words), None)
    if word is None or not isinstance(rest, Phrase) or lexicon.is_definite(word.core) or word.preposition:
        return None, 0
    unit = word.is_a("local_unit")
    if not unit and (head_of(word, lexicon, "organisation") is None or rest is node):
        return None, 0
    if rest.conjunction or (rest is not node and rest.preposition):
        return None, 0
    local = lexicon.pack.heads.get(rest.head, {}).get("role") == "place"
    if rest.place is None and not (rest.how == "short" and local):
        return None, 0
    words = rest.words if rest is node else [word, *rest.words]
    actor = entities.unlisted_actor(" ".join(part.written for part in words), "Organization")
    body = Phrase(
        word.core_start, rest.end, actor, None, word.conjunction, word.preposition,
        head=word.core, how="discovered", words=words,
    )  # fmt: skip
    return body, 1 if rest is node else 2


def governed(nodes: list[Node], position: int, entities: Entities) -> tuple[Phrase | None, int]:
    """The province or town that somebody governs, as the body that governs it."""
    place = nodes[position]
    if not isinstance(place, Phrase) or place.place is None or place.preposition or place.conjunction:
        return None, 0
    words = " ".join(part.written for part in place.words)
    actor = entities.unlisted_actor(words, "Organization")
    return Phrase(place.start, place.end, actor, None, how="discovered", words=place.words), 1


def parted_name(
    nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities
) -> tuple[Phrase | None, int]:
    """A name of words that may as well say something, that a comma ends: "Z, leader of the party of the people,"."""
    first = nodes[position]
    if not isinstance(first, Word) or first.conjunction or lexicon.is_definite(first.core):
        return None, 0
    head = head_of(first, lexicon, "organisation")
    before = nodes[position - 2] if position > 1 else None
    if head is None or first.preposition or before is None or not is_comma(before):
        return None, 0
    words = [first]
    for step in range(position + 1, min(position + 1 + _LONGEST_NAME, len(nodes))):
        node = nodes[step]
        if is_comma(node):
            label = " ".join(word.written for word in words)
            actor = entities.unlisted_actor(label, str(head.get("unlisted", head["type"])))
            name = Phrase(
                first.core_start, words[-1].end, actor, None, head=first.core, how="discovered", words=words
            )
            return (name, step - position) if len(words) > 1 else (None, 0)
        if node.preposition or node.conjunction or not _may_belong(node):
            break
        words.extend([node] if isinstance(node, Word) else node.words)
    return None, 0


def _may_belong(node: Node) -> bool:
    """Whether a node may be a word of such a name: no verb, no mark, nothing that opens a clause."""
    if isinstance(node, Phrase):
        return node.actor is None or node.actor.type != "Person"
    spoken = node.has_voice("active", "passive", "future", "participle")
    return not (
        node.mark or node.suffix or spoken or node.is_a("relative", "preposition", "clause", "complementizer")
    )


def is_part(word: Word, lexicon: Lexicon) -> bool:
    """Whether an unknown definite noun may be a part of the organisation: "official for the Palestinian file of X"."""
    plain = not word.mark and not (word.classes - {"head"}) and not word.senses and not word.conjunction
    return plain and lexicon.is_definite(word.text)


def field_before_body(nodes: list[Node], position: int, lexicon: Lexicon) -> int:
    """How many nouns from ``position`` on say what an office is for, if the body of the office follows them.

    "Official for the file of the prisoners in X", "director of the public relations of X".
    """
    for step in range(position, min(position + _LONGEST_FIELD, len(nodes))):
        word = nodes[step]
        if isinstance(word, Phrase) and step > position and _says_field(word):
            word = word.words[-1]
        if not isinstance(word, Word) or not word.stands_alone:
            return 0
        if word.is_a("title", "preposition", "relative", "clause", "complementizer", "reporting", "light"):
            return 0
        if any(voice not in ("noun", "either") for _, voice in word.senses):
            return 0
        following = nodes[step + 1] if step + 1 < len(nodes) else None
        owned = isinstance(following, Phrase) and following.preposition in lexicon.pack.words["belonging"]
        body = isinstance(following, Phrase) and following.place is None and is_body(following, lexicon)
        if following is None:
            return 0
        if lexicon.is_definite(word.text) and ((owned and body) or leads_into_body(nodes, step + 1, lexicon)):
            return step + 1 - position
    return 0


def _says_field(phrase: Phrase) -> bool:
    """Whether a phrase may be a part of what an office is for: a kind of people, or the region it deals with."""
    plain = not phrase.preposition and not phrase.conjunction
    return phrase.how in {"described", "short"} or (plain and phrase.place is not None)


def is_body(phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether somebody can hold an office in what the phrase names."""
    attached = phrase.preposition in ("", *lexicon.pack.words["office_prep"]) and not phrase.conjunction
    named = phrase.actor is not None and phrase.actor.type != "Person"
    return attached and (named or (phrase.how == "short" and phrase.place is None))


def leads_into_body(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether "in" leads to the organisation of an office: "the commander in X". A place or a state would not do."""
    word, body = nodes[position], nodes[position + 1] if position + 1 < len(nodes) else None
    if not isinstance(word, Word) or not word.is_a("locative") or word.suffix or word.conjunction:
        return False
    if not isinstance(body, Phrase) or body.place is not None or body.preposition:
        return False
    governs = bool(body.words) and head_of(body.words[0], lexicon, "country_body") is not None
    return is_body(body, lexicon) and (body.actor is None or body.actor.type != "State" or governs)


def body_at(nodes: list[Node], position: int) -> Phrase:
    """The phrase at ``position``."""
    body = nodes[position]
    assert isinstance(body, Phrase)
    return body


def whole_of(nodes: list[Node], position: int, lexicon: Lexicon) -> tuple[Phrase | None, int]:
    """What a bureau belongs to, behind "of" or "in", and how many nodes say so."""
    node = nodes[position] if position < len(nodes) else None
    if isinstance(node, Phrase):
        owns = node.preposition in lexicon.pack.words["office_prep"] and is_body(node, lexicon)
        return (node, 1) if owns else (None, 0)
    if node is not None and leads_into_body(nodes, position, lexicon):
        return body_at(nodes, position + 1), 2
    return None, 0

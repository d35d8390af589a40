"""Sites without a name: "a military base", "the presidential palace" may be struck, held and sent to."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import SITE, Node, Phrase, Word, is_quantity
from kg.extract.unnamed_places import counted, numbered


def describe(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> list[Node]:
    """Makes phrases of nouns for sites with their adjectives, or with the noun that says what they are for."""
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        node = nodes[position]
        if isinstance(node, Word) and not node.classes:
            result.append(node)
            position += 1
            continue
        words = _words(nodes, position, lexicon) or counted(nodes, position, result, lexicon)
        if (
            not words
            or _owned(_behind(nodes, position + len(words)), lexicon)
            or _takes_up(result, words, lexicon)
        ):
            result.append(nodes[position])
            position += 1
            continue
        first = words[0]
        place = entities.unlisted_place(" ".join(word.written for word in words), "Site")
        site = Phrase(
            first.core_start, words[-1].end, None, place, first.conjunction, first.preposition,
            head=first.core, how=SITE, words=words,
        )  # fmt: skip
        numbered(site, result)
        result.append(site)
        position += len(words)
    return result


def _words(nodes: list[Node], position: int, lexicon: Lexicon) -> list[Word]:
    """The noun at ``position`` with what describes it; none without that, or where an owner is named."""
    noun = _noun(nodes[position])
    if noun is None:
        return _held(nodes, position, lexicon)
    definite = lexicon.is_definite(noun.core)
    words = [noun]
    for node in nodes[position + 1 :]:
        if not isinstance(node, Word) or not _describes(node) or _is_joined(node, lexicon):
            break
        alike = lexicon.is_definite(node.core) is lexicon.is_definite(words[-1].core)
        if not alike and (definite or len(words) > 1):
            break
        words.append(node)
    if len(words) == 1 and not definite:
        words.extend(_says_what_for(nodes, position + 1, lexicon))
    if len(words) == 1 and not definite and _lies_or_serves(_behind(nodes, position + 1), lexicon):
        return words
    if len(words) == 1 and (held := _held(nodes, position, lexicon)):
        return held
    described = len(words) > 1 or " " in noun.core
    return words if described and not _owned(_behind(nodes, position + len(words)), lexicon) else []


def _takes_up(before: list[Node], words: list[Word], lexicon: Lexicon) -> bool:
    """Whether it is only said what those are that have been named: "P and Q, which are two villages"."""
    told = before[-1] if before else None
    named = isinstance(told, Word) and told.is_a("being", "namely", "namely_many")
    return named and not lexicon.is_definite(words[0].core)


def _behind(nodes: list[Node], position: int) -> Node | None:
    return nodes[position] if position < len(nodes) else None


def _held(nodes: list[Node], position: int, lexicon: Lexicon) -> list[Word]:
    """An indefinite noun for places of which it is said at once who holds them: "villages that X controls"."""
    word, said = nodes[position], nodes[position + 1] if position + 1 < len(nodes) else None
    if not isinstance(word, Word) or word.mark or word.suffix:
        return []
    town = lexicon.pack.heads.get(word.core, {}).get("role") == "place"
    if not (town or word.is_a("target", "site")):
        return []
    if not isinstance(said, Word) or said.conjunction or lexicon.is_definite(word.core):
        return []
    taken_up = nodes[position + 2] if position + 2 < len(nodes) else None
    pronoun = isinstance(taken_up, Word) and bool(taken_up.suffix) and not taken_up.conjunction
    for frame, voice in said.senses:
        predicate = frame.predicate and SITE in frame.subject.kinds
        verb = (
            voice in ("active", "either") and SITE in frame.object.kinds and "actor" not in frame.object.kinds
        )
        if predicate or (verb and pronoun):
            return [word]
    return []


def _says_what_for(nodes: list[Node], position: int, lexicon: Lexicon) -> list[Word]:
    """A definite noun that says what the site before it is for, by way of the noun for a body if need be.

    "The building of the broadcasting station", "the building of the council of the city".
    """
    words: list[Word] = []
    for node in nodes[position : position + 2]:
        word = node
        if isinstance(node, Phrase) and node.how == "short" and len(node.words) == 1:
            noun = node.words[0]
            of_place = lexicon.pack.heads.get(noun.core, {}).get("role") == "place"
            word = noun if words or of_place else node
        if not isinstance(word, Word) or not word.stands_alone:
            return []
        named = all(voice == "noun" for _, voice in word.senses)
        other = word.is_a("title", "relative", "preposition", "not_a_name", "affiliated", "complementizer")
        headed = word.is_a("head")
        if not named or other:
            return []
        words.append(word)
        if lexicon.is_definite(word.core):
            of_place = lexicon.pack.heads.get(word.core, {}).get("role") == "place"
            return words if not headed or of_place or len(words) > 1 else []
        if not headed:
            return []
    return []


def _noun(node: Node) -> Word | None:
    """The noun for a site that a node is; one with the article may have been taken for short for one just named."""
    if isinstance(node, Phrase):
        node = node.words[0] if node.how == "short" and len(node.words) == 1 else node
    plain = isinstance(node, Word) and not node.mark and not node.suffix
    return node if plain and isinstance(node, Word) and node.is_a("site") else None


def _describes(word: Word) -> bool:
    """Whether a word may be an adjective, or the noun behind a noun: "observation point"."""
    if not word.stands_alone or word.senses:
        return False
    return not word.classes or word.is_a("epithet", "nisba", "as_adjective")


def of_owner(phrase: Phrase, lexicon: Lexicon, entities: Entities) -> Phrase | None:
    """Somebody's site as a site, where it is taken and not struck: "took a checkpoint of the army"; or None."""
    words = [word for word in phrase.words if not is_quantity(word)]
    if not words or phrase.how == "pronoun":
        return None
    if phrase.how == "short" and phrase.via == "transparent":
        words = [words[-1], *words[:-1]]  # A short form keeps its own noun as the first.
    led = len(words) > 1 and words[0].is_a("post")  # "The command of the 82nd Brigade".
    unit = bool(lexicon.pack.heads.get(words[led].core, {}).get("numbered")) and (led or phrase.via == "")
    if not unit and (phrase.via != "transparent" or not words[0].is_a("site", "premises", "target")):
        return None  # Where a unit is taken, its base is: "took the 82nd Brigade".
    first, *rest = phrase.words if unit else words
    written = [first.written, *(word.spelled or word.written for word in rest)]
    place = entities.unlisted_place(" ".join(written), "Site")
    return replace(phrase, actor=None, place=place, how=SITE)


def _is_joined(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word nobody knows opens with "and": another place follows then."""
    readings = lexicon.splits(word.text) if not word.classes else ()
    return any(reading.conjunction and lexicon.is_definite(reading.core) for reading in readings)


def _owned(following: Node | None, lexicon: Lexicon) -> bool:
    """Whether it is said whose the site is: then it stands for the owner."""
    if isinstance(following, Phrase):
        if following.direction or _is_of_people(following, lexicon):
            return False  # "Hills west of P", "a camp for displaced people".
        owned = not following.preposition or following.preposition in lexicon.pack.words["belonging"]
        return owned and not following.conjunction
    return isinstance(following, Word) and following.is_a("affiliated")


def _lies_or_serves(following: Node | None, lexicon: Lexicon) -> bool:
    """Whether it is said where an indefinite site lies, or for whom it is: "hills west of P", "a camp for refugees"."""
    if not isinstance(following, Phrase) or following.conjunction:
        return False
    west = bool(following.direction) and following.place is not None and following.actor is None
    return west or _is_of_people(following, lexicon)


def _is_of_people(phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether common people are named behind "for"."""
    people = bool(lexicon.pack.heads.get(phrase.head, {}).get("bystanders")) and phrase.how == "described"
    return people and phrase.preposition in lexicon.pack.words["belonging"]

"""Names of persons whom nobody has listed: behind a title or rank, or as "father of" somebody."""

from __future__ import annotations

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word
from kg.folding import visible_letters

_LONGEST_NAME = 3
_MOST_WORDS = 10
"""Words of a name with all that links them: "A son of B son of C of the house of D"."""
_SHORTEST_DEED = 6
"""Letters of a noun with a preposition and a pronoun on it."""
_CLOSING = frozenset((",", ":", '"'))


def fighter(nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities) -> Phrase | None:
    """Somebody known as "father of" somebody, with or without the name of an origin behind it."""
    opening = nodes[position]
    child = nodes[position + 1] if position + 1 < len(nodes) else None
    if (
        not isinstance(opening, Word)
        or not opening.is_a("kunya")
        or not isinstance(child, Word)
        or child.mark
    ):
        return None
    if child.conjunction:  # No "and" stands behind "father of": its letter is the first of the name.
        child = Word(child.start, child.end, child.text, child.text, child.start, child.spelled)
    if child.senses or not child.text.isalpha():
        return None
    words = [opening, child]
    origin = nodes[position + 2] if position + 2 < len(nodes) else None
    named = isinstance(origin, Word) and not (origin.mark or origin.senses or origin.is_a("title"))
    if named and isinstance(origin, Word) and lexicon.is_definite(origin.text):
        words.append(origin)
    return person(words, lexicon, entities)


def person(words: list[Word], lexicon: Lexicon, entities: Entities) -> Phrase:
    """Somebody whom nobody has listed, by the words of the name."""
    written = [word.written for word in words]
    actor = entities.unlisted_actor(" ".join(written), "Person", identity=lexicon.name_key(written))
    return Phrase(
        words[0].core_start, words[-1].end, actor, None, words[0].conjunction, words[0].preposition,
        how="discovered", words=words,
    )  # fmt: skip


def unlisted_name(nodes: list[Node], position: int, lexicon: Lexicon) -> list[Word]:
    """The words of a name from ``position`` on that no list holds: two, or three where the third is surely one."""
    name: list[Word] = []
    links = 0
    before = nodes[position - 1] if 0 < position <= len(nodes) else None
    called = isinstance(before, Word) and before.is_a("called", "culprit")
    for node in nodes[position : position + _MOST_WORDS]:
        if not isinstance(node, Word) or node.mark or not node.text.isalpha():
            break
        if len(name) - links > _LONGEST_NAME:
            break
        link = _is_link(node)
        if link and not name and lexicon.is_definite(node.text):
            break
        if link and node.conjunction and len(name) > 1:
            break  # "X Y and Abu Z" names two.
        if len(name) > 1 and node.start > name[-1].end + 1:
            break  # A closing quotation mark stands between.
        second = bool(name) and _is_second(node, name[-1], lexicon)
        linked = bool(name) and (_is_link(name[-1]) or second) and _may_be_linked(node)
        family = len(name) == 1 and is_given(name[0], lexicon) and _is_origin(node, lexicon)
        if (
            not link
            and not family
            and not linked
            and not _may_be_name(
                node, nodes, position + len(name) + 1, lexicon, first=not name and not called
            )
        ):
            break
        if not name and _is_adjective(node, lexicon):
            break
        whole = len(name) - links >= 2
        if (
            whole
            and not link
            and not _leads_to_family(nodes, position + len(name), lexicon, given=name[0])
            and not is_given(node, lexicon)
            and not lexicon.is_definite(node.text)
            and not _closes(node, nodes, position + len(name) + 1, lexicon)
        ):
            break
        links += link or second
        name.append(node)
    while name and _is_link(name[-1]) and not lexicon.is_definite(name[-1].text):
        name.pop()
    if len(name) > 1 and _is_verb_with_object(name, lexicon):
        return []
    family = len(name) > _LONGEST_NAME and _is_family(name[-1], lexicon)
    end = _LONGEST_NAME + links + family
    # "Of the house of" is followed by the name of the house.
    return name[: end + (len(name) > end and _is_link(name[end - 1]))]


def _is_verb_with_object(name: list[Word], lexicon: Lexicon) -> bool:
    """Whether words nobody knows are spelled as a verb of the present and an object: "exerts pressure"."""
    verb, noun = name[:2]
    if is_given(verb, lexicon) or is_given(noun, lexicon) or _is_link(noun):
        return False
    opened = verb.text[:1] in lexicon.pack.words["present_letters"]
    return opened and noun.text.endswith(tuple(lexicon.pack.clitics["noun_endings"]))


def _is_adjective(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word with the article and a feminine ending describes the body before it: it opens no name."""
    return (
        lexicon.is_definite(word.text)
        and word.text.endswith(lexicon.feminine_endings)
        and not is_given(word, lexicon)
    )


def _is_set_off(word: Word, nodes: list[Node], following: int, lexicon: Lexicon) -> bool:
    """Whether a comma or the word for a kinsman stands behind a word that does not begin as a verb of the present."""
    node = nodes[following] if following < len(nodes) else None
    verbal = word.text.startswith(tuple(lexicon.pack.words["verb_openings"]))
    if not isinstance(node, Word) or (verbal and not word.text.endswith(lexicon.feminine_endings)):
        return False
    return node.text in _CLOSING or node.is_a("kinsman")


def _is_family(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word has the form of a family's name: with the article, and the ending of an adjective of origin."""
    endings = tuple(lexicon.pack.clitics.get("family_endings", ()))
    return bool(endings) and lexicon.is_definite(word.text) and word.text.endswith(endings)


def _leads_to_family(nodes: list[Node], position: int, lexicon: Lexicon, *, given: Word) -> bool:
    """Whether a grandfather's name stands here, before the name of the family: "Ali Hamad [Zaydan al-Jubouri]"."""
    word, family = nodes[position], nodes[position + 1] if position + 1 < len(nodes) else None
    if not isinstance(word, Word) or not isinstance(family, Word) or not is_given(given, lexicon):
        return False
    verbal = word.text.startswith(tuple(lexicon.pack.words["verb_openings"]))
    return not verbal and family.is_plain and _is_family(family, lexicon)


def personal_name(nodes: list[Node], position: int, lexicon: Lexicon, *, led: bool = False) -> list[Word]:
    """The words of a name that is known as one by itself: by a given name, or by "son of", "servant of", "father of".

    ``led`` says that a form of address stands before it; then one word is enough.
    """
    name = unlisted_name(nodes, position, lexicon)
    if not name:
        return []
    if led:
        return name if len(name) > 1 or _is_safe(name[0], lexicon) else []
    surely = is_given(name[0], lexicon) or any(_is_link(word) for word in name[:2])
    # A given name and an unknown word without the article may be a name and a verb.
    if len(name) == 2 and not (_is_link(name[0]) or _is_safe(name[1], lexicon)):
        return name if surely and _is_set_off(name[1], nodes, position + 2, lexicon) else []
    return name if surely and len(name) > 1 else []


def name_before(nodes: list[Node], lexicon: Lexicon) -> list[Word]:
    """The name that ``nodes`` end with: from its first given name on, at most four words back."""
    name: list[Word] = []
    for node in reversed(nodes[-_LONGEST_NAME - 1 :]):
        if not isinstance(node, Word) or node.mark or not node.text.isalpha():
            break
        if name and name[0].start > node.end + 1:
            break  # A closing quotation mark stands between.
        if (
            not _is_link(node)
            and not is_given(node, lexicon)
            and (node.classes or node.senses or node.suffix)
        ):
            break
        if node.preposition:
            break
        name.insert(0, node)
        if node.conjunction:
            break
    given = next((i for i, word in enumerate(name) if is_given(word, lexicon) or _is_link(word)), None)
    if given is None or len(name) - given < 2 or (name[given].preposition and given):
        return []
    return name[given:]


def is_part_of_name(node: Node, lexicon: Lexicon) -> bool:
    """Whether a node is a word that nobody knows, or one that names persons."""
    if not isinstance(node, Word) or node.mark or not node.text.isalpha() or node.preposition:
        return False
    if _is_joined_verb(node, lexicon):
        return False
    return is_given(node, lexicon) or _is_link(node) or not (node.classes or node.senses or node.suffix)


def _is_joined_verb(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word nobody knows is spelled as a verb with "and" and its object: "and watched them"."""
    pack = lexicon.pack
    opened = word.text[:1] in pack.clitics["conjunctions"] and word.text[1:2] in pack.words["present_letters"]
    return opened and len(word.text) >= _SHORTEST_DEED and word.text.endswith(lexicon.object_pronouns)


def is_given(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is a given name; one that looks like a preposition only where it is spelled as the name."""
    if not word.is_a("given_name"):
        return False
    spelled = lexicon.pack.clitics.get("names_spelled", ())
    return not word.is_a("preposition") or visible_letters(word.written) in spelled


def _is_second(word: Word, given: Word, lexicon: Lexicon) -> bool:
    """Whether a word is the second half of a given name, whatever else it means: "the greater" behind Ali."""
    return word.is_a("name_second") and is_given(given, lexicon)


def _is_link(word: Word) -> bool:
    return word.is_a("name_link")


def _may_be_linked(word: Word) -> bool:
    """Whether a word can stand behind "son of" or "servant of": whatever else it means, it is a name there."""
    return not (word.conjunction or word.preposition or word.suffix)


def _is_origin(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is an adjective of origin with the article: behind a given name, the family's name."""
    plain = not word.conjunction and not word.preposition
    return plain and word.is_a("nisba") and lexicon.is_definite(word.text)


def _is_safe(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is surely a name behind another one: a given name, or one with the article."""
    return is_given(word, lexicon) or lexicon.is_definite(word.text)


def _may_be_name(word: Word, nodes: list[Node], following: int, lexicon: Lexicon, *, first: bool) -> bool:
    """Whether a word can be part of a name; one that is also a verb only before a family name with the article."""
    if is_given(word, lexicon):
        return not word.suffix and not (word.preposition or word.conjunction)
    if not first and word.is_a("honorific") and not (word.senses or word.suffix or word.conjunction):
        return _closes(word, nodes, following, lexicon)
    if word.classes or word.suffix or word.preposition or word.conjunction or lexicon.is_governed(word.text):
        return False
    if first and _is_joined_verb(word, lexicon):
        return False
    if first and word.text.startswith(tuple(lexicon.pack.words.get("future_openings", ()))):
        return False
    if word.text.endswith(tuple(lexicon.pack.words.get("no_name_ending", ()))):
        return False
    if first and (_is_deed_of_somebody(word, lexicon) or lexicon.has_shape_of_deed(word.text)):
        return False
    if word.text.removeprefix(lexicon.article) in lexicon.pack.words.get("common_noun", ()):
        return False
    if not word.senses:
        return True
    if word.has_voice("noun"):
        return False
    family = nodes[following] if following < len(nodes) else None
    unknown = isinstance(family, Word) and not family.classes and not family.senses
    return unknown and lexicon.is_definite(family.text) if isinstance(family, Word) else False


def _is_deed_of_somebody(word: Word, lexicon: Lexicon) -> bool:
    """Whether a long word nobody knows may have a preposition before it and a pronoun behind: "for his ignoring"."""
    led = word.text.startswith(tuple(lexicon.pack.clitics["prepositions"]))
    return led and len(word.text) >= _SHORTEST_DEED and word.text.endswith(lexicon.pronouns)


def _closes(word: Word, nodes: list[Node], following: int, lexicon: Lexicon) -> bool:
    """Whether ``word`` is the last of a name: "that", a comma, a colon or a quotation mark follows.

    A preposition may follow too, where the word does not begin as a verb does.
    """
    node = nodes[following] if following < len(nodes) else None
    if not isinstance(node, Word):
        return False
    verbal = word.text.startswith(tuple(lexicon.pack.words["verb_openings"]))
    return node.text in _CLOSING or node.is_a("complementizer") or (node.is_a("preposition") and not verbal)

"""Sites without a name: "a military base", "the presidential palace" may be struck, held and sent to."""

from __future__ import annotations

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import SITE, Node, Phrase, Word


def describe(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> list[Node]:
    """Makes phrases of nouns for sites with their adjectives, or with the noun that says what they are for."""
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        words = _words(nodes, position, lexicon)
        if not words:
            result.append(nodes[position])
            position += 1
            continue
        first = words[0]
        place = entities.unlisted_place(" ".join(word.written for word in words), "Site")
        result.append(
            Phrase(
                first.core_start, words[-1].end, None, place, first.conjunction, first.preposition,
                head=first.core, how=SITE, words=words,
            )
        )  # fmt: skip
        position += len(words)
    return result


def _words(nodes: list[Node], position: int, lexicon: Lexicon) -> list[Word]:
    """The noun at ``position`` with what describes it; none without that, or where an owner is named."""
    noun = _noun(nodes[position])
    if noun is None:
        return []
    definite = lexicon.is_definite(noun.core)
    words = [noun]
    for node in nodes[position + 1 :]:
        if not isinstance(node, Word) or not _describes(node):
            break
        alike = lexicon.is_definite(node.core) is lexicon.is_definite(words[-1].core)
        if not alike and (definite or len(words) > 1):
            break
        words.append(node)
    if len(words) == 1 and not definite and _says_what_for(nodes, position + 1, lexicon):
        words.extend(node for node in nodes[position + 1 : position + 2] if isinstance(node, Word))
    following = nodes[position + len(words)] if position + len(words) < len(nodes) else None
    described = len(words) > 1 or " " in noun.core
    return words if described and not _owned(following, lexicon) else []


def _says_what_for(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether a definite noun says what the site before it is for: "the building of the broadcasting station"."""
    word = nodes[position] if position < len(nodes) else None
    if not isinstance(word, Word) or word.mark or word.conjunction or word.preposition or word.suffix:
        return False
    noun = all(voice == "noun" for _, voice in word.senses)
    other = word.is_a(
        "title", "relative", "head", "preposition", "not_a_name", "affiliated", "complementizer"
    )
    return lexicon.is_definite(word.core) and noun and not other


def _noun(node: Node) -> Word | None:
    """The noun for a site that a node is; one with the article may have been taken for short for one just named."""
    if isinstance(node, Phrase):
        node = node.words[0] if node.how == "short" and len(node.words) == 1 else node
    plain = isinstance(node, Word) and not node.mark and not node.suffix
    return node if plain and isinstance(node, Word) and node.is_a("site") else None


def _describes(word: Word) -> bool:
    """Whether a word may be an adjective, or the noun behind a noun: "observation point"."""
    if word.mark or word.conjunction or word.preposition or word.suffix or word.senses:
        return False
    return not word.classes or word.is_a("epithet", "nisba", "as_adjective")


def _owned(following: Node | None, lexicon: Lexicon) -> bool:
    """Whether it is said whose the site is: then it stands for the owner."""
    if isinstance(following, Phrase):
        owned = not following.preposition or following.preposition in lexicon.pack.words["belonging"]
        return owned and not following.conjunction
    return isinstance(following, Word) and following.is_a("affiliated")

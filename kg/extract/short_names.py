"""Names that the document has introduced with their head noun, and later uses without it: "the X Brigade", then "X";
"the village of P", then "P"."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.groups import head_of
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_quote
from kg.folding import fold_text
from kg.iri import is_place
from kg.model import Entity

_Name = tuple[str, ...]
_SHORTEST = 2
"""Letters of which nothing is a name of a place by itself."""


@dataclass(slots=True)
class ShortNames:
    """The names of unlisted organisations and places in one document, without their head nouns."""

    lexicon: Lexicon
    _bearers: dict[_Name, Entity | None] = field(default_factory=dict)
    """A name that two bear means nobody."""
    _by_first: dict[str, list[_Name]] = field(default_factory=dict)

    def learn(self, name: list[Word], actor: Entity) -> None:
        """Remembers what ``actor`` is called; a number alone is no name."""
        key = tuple(word.text for word in name)
        if not all(part.replace(" ", "").isalpha() for part in key) or name[0].is_a("ordinal"):
            return
        self._remember(key, actor)

    def learn_place(self, phrase: Phrase) -> None:
        """Remembers an unlisted place that a noun calls one; a site is known by its noun."""
        head = self.lexicon.pack.heads.get(phrase.head, {})
        if phrase.how != "discovered" or phrase.place is None or phrase.actor is not None or not head:
            return
        key = tuple(fold_text(phrase.place.label).split())
        bare = len(key) == 1 and not self.lexicon.is_definite(key[0])
        adjective = bare and key[0].endswith(self.lexicon.feminine_endings)
        unknown = all(len(part) > _SHORTEST and not self.lexicon.analyse(part).known for part in key)
        if head.get("role") == "place" and not head.get("own") and unknown and not adjective:
            self._remember(key, phrase.place)

    def _remember(self, key: _Name, bearer: Entity) -> None:
        if key not in self._bearers:
            self._by_first.setdefault(key[0], []).append(key)
            self._by_first[key[0]].sort(key=len, reverse=True)
        known = self._bearers.setdefault(key, bearer)
        if known is not None and known.iri != bearer.iri:
            self._bearers[key] = None

    def recall(self, nodes: list[Node]) -> list[Node]:
        """The nodes with each such name made a phrase, where no head noun stands before it."""
        if not self._bearers:
            return nodes
        result: list[Node] = []
        position = 0
        while position < len(nodes):
            phrase, behind = self._named(nodes, position)
            result.append(phrase or nodes[position])
            position = behind if phrase else position + 1
        return result

    def _named(self, nodes: list[Node], position: int) -> tuple[Phrase | None, int]:
        word = nodes[position]
        if not isinstance(word, Word) or word.mark:
            return None, position
        for reading in self.lexicon.splits(word.text):
            for key in self._by_first.get(reading.core, ()):
                bearer = self._bearers[key]
                words, behind = _same(nodes, position, key)
                if bearer is None or not words:
                    continue
                place = bearer if is_place(bearer.iri) else None
                if place is None and not self._stands_alone(nodes, position, behind, key):
                    continue
                return Phrase(
                    word.behind(reading.skipped)[0], words[-1].end, None if place else bearer, place,
                    reading.conjunction, reading.preposition, how="discovered", words=words,
                ), behind  # fmt: skip
        return None, position

    def _stands_alone(self, nodes: list[Node], position: int, behind: int, key: _Name) -> bool:
        """Whether the words are a name here: a noun before them would own them, and one word needs more than two do."""
        before = nodes[position - 1] if position else None
        after = nodes[behind] if behind < len(nodes) else None
        quoted = before is not None and is_quote(before)
        if quoted and position > 1:
            before = nodes[position - 2]
        owned = head_of(before, self.lexicon, "organisation") if before is not None else None
        if owned is not None and isinstance(before, Word) and not self.lexicon.is_definite(before.core):
            return False
        if len(key) > 1 or (quoted and after is not None and is_quote(after)):
            return True
        plain = isinstance(before, Word) and not before.mark and not before.classes and not before.senses
        owner = plain and isinstance(before, Word) and not self.lexicon.is_definite(before.text)
        return self.lexicon.is_definite(key[0]) and not owner


def _same(nodes: list[Node], position: int, key: _Name) -> tuple[list[Word], int]:
    """The words from ``position`` on that are spelled as ``key``, clitics of the first aside; the position behind."""
    words: list[Word] = []
    while position < len(nodes) and len(words) < len(key):
        node = nodes[position]
        words.extend(node.words if isinstance(node, Phrase) else [node])
        position += 1
    fits = len(words) == len(key) and all(
        word.text == part for word, part in zip(words[1:], key[1:], strict=True)
    )
    return (words, position) if fits else ([], position)

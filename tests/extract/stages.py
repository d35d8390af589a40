"""The stages of extraction one by one, for tests that look at what a single mechanism makes of one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract import phrases
from kg.extract.anaphora import Discourse
from kg.extract.entities import Entities
from kg.extract.gazetteer import Gazetteer, NameMatch
from kg.extract.lexicon import Lexicon
from kg.extract.names import Settled, settle
from kg.extract.nodes import Node, Phrase, Stated, Word
from kg.extract.syntax import Syntax
from kg.extract.tokens import tokenize
from kg.folding import fold
from kg.iri import Iris
from kg.languages import load_pack
from kg.model import Registry


@dataclass(frozen=True, slots=True)
class Stages:
    """What ``Extractor`` holds, with one method for each value that passes between its stages."""

    lexicon: Lexicon
    entities: Entities
    gazetteer: Gazetteer

    def matches(self, text: str) -> list[NameMatch]:
        """The known names in ``text``, not yet settled."""
        return self.gazetteer.find(fold(text))

    def settled(self, text: str) -> list[Settled]:
        """The names of ``text``, which counts as one section."""
        found = self.matches(text)
        words = "".join(c if c.isalnum() else " " for c in fold(text).text).split()
        return settle(found, {match.start: 0 for match in found}, {0: f" {' '.join(words)} "})

    def words(self, text: str) -> list[Word]:
        """The words and marks of ``text``."""
        folded = fold(text)
        return tokenize(text, folded, 0, len(folded.text), self.lexicon, self.matches(text))

    def built(self, text: str) -> tuple[list[Node], list[Stated]]:
        """The nodes of the sentence ``text``, its short forms settled, and what its titles and the like state."""
        discourse = Discourse(self.lexicon)
        nodes, stated = phrases.build(
            self.words(text), self.settled(text), self.lexicon, self.entities, discourse
        )
        discourse.resolve(nodes, 0)
        return nodes, stated

    def nodes(self, text: str) -> list[Node]:
        """The nodes of the sentence ``text``."""
        return self.built(text)[0]

    def syntax(self, text: str) -> Syntax:
        """The sentence ``text`` with its governors."""
        return Syntax(self.nodes(text), self.lexicon)

    def phrases(self, text: str) -> list[tuple[str, str]]:
        """The phrases of ``text``: their words, and the id of the actor, else of the place, else nothing."""
        return [
            (text[node.start : node.end], meant(node))
            for node in self.nodes(text)
            if isinstance(node, Phrase)
        ]


def meant(phrase: Phrase) -> str:
    """The last part of the IRI of the actor, else of the place, else nothing."""
    entity = phrase.actor or phrase.place
    return entity.iri.rpartition("/")[2] if entity else ""


def links(stated: list[Stated]) -> set[tuple[str, str, str]]:
    """Subject, relation and object by id."""
    return {(meant(one.subject), one.predicate, meant(one.object)) for one in stated}


def stages(registry: Registry) -> Stages:
    """The stages over ``registry`` and the Arabic pack."""
    lexicon = Lexicon(load_pack("ar"))
    return Stages(lexicon, Entities(registry, Iris()), Gazetteer(registry, lexicon))

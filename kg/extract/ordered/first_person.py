"""Whom "we", "our fighters" and "I" mean within what somebody says: the body for which he speaks, or he himself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Stated
from kg.extract.ordered.offices import Office
from kg.extract.scopes import Scope, covering
from kg.extract.voices import Voice


@dataclass(slots=True)
class FirstPerson:
    """For whom the persons of one document speak, by what it says they are."""

    lexicon: Lexicon
    bodies: dict[str, Phrase] = field(default_factory=dict)
    """The body in which a person holds an office, by the person's IRI."""
    _held: frozenset[str] = field(init=False)
    """The relations of offices."""

    def __post_init__(self) -> None:
        titles = self.lexicon.pack.titles.values()
        self._held = frozenset(str(entry["relation"]) for entry in titles if not entry.get("any"))

    def learn(self, nodes: Sequence[Node], offices: Mapping[int, Office], stated: Iterable[Stated]) -> None:
        """Remembers in what bodies the persons of a sentence hold offices, named or not."""
        for one in stated:
            if one.predicate in self._held:
                self._remember(one.subject, one.object)
        for node in nodes:
            office = offices.get(id(node))
            if office is not None and office.organisation is not None and isinstance(node, Phrase):
                self._remember(node, office.organisation)

    def _remember(self, person: Phrase, body: Phrase) -> None:
        named = person.actor is not None and person.actor.type == "Person"
        if named and person.actor is not None and body.actor is not None and body.actor.type != "Person":
            self.bodies[person.actor.iri] = body

    def resolve(self, nodes: Iterable[Node], sources: Sequence[Scope[Voice]]) -> None:
        """Settles the first persons among ``nodes`` by who speaks there; in place."""
        for node in nodes:
            if not isinstance(node, Phrase) or node.how != "pronoun" or node.actor is not None:
                continue
            word = node.words[0]
            voices = covering(sources, node.start) if word.is_a("speakers", "speaker") else []
            speaker = next((voice.value.chain[0] for voice in voices if voice.value.chain), None)
            if speaker is None or speaker.actor is None:
                continue
            person = speaker.actor.type == "Person"
            meant = self.bodies.get(speaker.actor.iri) if person and word.is_a("speakers") else speaker
            if meant is None or (word.is_a("speaker") and not person):
                continue
            node.actor = meant.actor
            node.meant = meant if node.via in ("", "possessor") and meant.how != "pronoun" else None

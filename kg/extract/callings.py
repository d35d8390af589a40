"""The nouns that open an actor's names in the registry: what X is for short whom other texts call "the movement X"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.folding import fold_text
from kg.model import Entity

_BY_ANY_NAME = "organisation"
"""The role of nouns that any name may bring; others, such as "forces", only the usual name: all have forces."""


class Callings:
    """For each actor the nouns for its kind, by the names that the registry knows."""

    def __init__(self, lexicon: Lexicon, entities: Entities) -> None:
        self._lexicon = lexicon
        self._entities = entities
        self._known: dict[str, tuple[frozenset[str], frozenset[str]]] = {}

    def usually(self, actor: Entity, head: str) -> bool:
        """Whether ``head`` opens the usual name of the actor."""
        return self._kind(head) in self._of(actor)[0]

    def alike(self, actor: Entity, head: str) -> bool:
        """Whether ``head`` opens one of the names of the actor, and is a noun for what the registry takes it for."""
        kinds = (self._lexicon.pack.heads.get(head, {}).get("type"), "Monitor")
        return actor.type in kinds and self.at_times(actor, head)

    def at_times(self, actor: Entity, head: str) -> bool:
        """Whether ``head`` opens one of the names of the actor."""
        role = self._lexicon.pack.heads.get(head, {}).get("role")
        return role == _BY_ANY_NAME and self._kind(head) in self._of(actor)[1]

    def _of(self, actor: Entity) -> tuple[frozenset[str], frozenset[str]]:
        if actor.iri not in self._known:
            usual = frozenset(self._kinds([actor.label_ar or ""]))
            self._known[actor.iri] = (usual, frozenset(self._kinds(self._entities.names(actor))))
        return self._known[actor.iri]

    def _kinds(self, names: Iterable[str]) -> Iterable[str]:
        """The kinds that the first nouns of names of several words stand for."""
        openings = (fold_text(name).split() for name in names)
        return filter(None, (self._kind(words[0]) for words in openings if len(words) > 1))

    def _kind(self, head: str) -> str:
        """One spelling for all of a noun that the pack lists together."""
        entry = self._lexicon.pack.heads.get(head)
        return str(entry["words"][0]) if entry is not None else ""

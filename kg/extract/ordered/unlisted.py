"""Whom and what nobody has listed: persons, organisations and places known by their capitals."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.entities import Entities
from kg.extract.nodes import Node, Phrase
from kg.extract.ordered.composing import phrase, text_of


def named_person(items: list[Node], entities: Entities) -> Phrase:
    """The person whose name the items are."""
    return phrase(items, entities.unlisted_actor(text_of(items), "Person"), how="discovered")


def named_body(
    items: list[Node], head: Mapping[str, object], entities: Entities, *, start: int | None = None
) -> Phrase:
    """The organisation whose name the items are; ``head`` says of what kind it is."""
    kind = str(head.get("type", "ArmedGroup"))
    made = phrase(items, entities.unlisted_actor(text_of(items), kind), how="discovered")
    made.start = made.start if start is None else start
    return made


def named_place(items: list[Node], type_: str, entities: Entities, *, start: int | None = None) -> Phrase:
    """The place whose name the items are."""
    made = phrase(items, None, entities.unlisted_place(text_of(items), type_), how="discovered")
    made.start = made.start if start is None else start
    return made

"""What a run of nouns and their modifiers names: the last noun decides, the words before it say whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Stated, Word
from kg.extract.ordered.composing import (
    is_capital,
    of_origin,
    origin_actor,
    origin_of_state,
    phrase,
    text_of,
    thing,
)
from kg.extract.ordered.offices import Office, entitled
from kg.extract.ordered.unlisted import named_body, named_person, named_place
from kg.languages import Frame

DETERMINERS = ("article", "demonstrative", "possessor", "quantifier", "number")


def is_determiner(node: Node) -> bool:
    """Whether a node opens a noun phrase and says nothing of whom it means: an article, a number."""
    return isinstance(node, Word) and (node.is_a(*DETERMINERS) or node.core[0].isdigit())


@dataclass(slots=True)
class NounPhrases:
    """Reads runs of nouns of one sentence; ``stated`` gathers what modifiers and titles say."""

    lexicon: Lexicon
    entities: Entities
    stated: list[Stated] = field(default_factory=list)
    offices: dict[int, Office] = field(default_factory=dict)
    """The office of each phrase that names a person by the office, by the identity of the phrase."""
    definite: set[int] = field(default_factory=set)
    """The identities of phrases with an article or another word that points back."""

    def read(self, items: list[Node], owner: Phrase | None = None) -> list[Node]:
        """The nodes that ``items`` make; ``owner`` is whose they are."""
        determiners = [node for node in items if is_determiner(node)]
        rest = [node for node in items if not is_determiner(node)]
        if not rest:
            return [thing(items)]
        own = next((n for n in determiners if isinstance(n, Word) and n.is_a("possessor")), None)
        if owner is None and own is not None:
            owner = Phrase(own.start, own.end, how="pronoun", via="possessor", words=[own])
        rest, modifiers = self._without_compounds(rest)
        if not rest:
            return [thing(items)]
        made = self._read(rest, owner)
        last = made[-1]
        if isinstance(last, Phrase):
            if last.via or last.how in ("described", "short", "pronoun", "thing", "office"):
                last.start = min(last.start, items[0].start)
            first = determiners[0] if determiners else None
            if isinstance(first, Word) and first.is_a("definite", "demonstrative"):
                self.definite.add(id(last))
            if modifiers and last.how == "short" and last.actor is None:
                self._describe(last)
            if (
                modifiers
                and last.actor is None
                and last.place is None
                and last.words[-1].is_a("target", "noun")
            ):
                last.actor, last.how, last.via = modifiers[-1][1].actor, "name", "target"
            else:
                self._say_compounds(last, modifiers)
            if last.how == "name":
                self._say_inner(last)
        return made

    def _without_compounds(self, items: list[Node]) -> tuple[list[Node], list[tuple[Frame, Phrase, Word]]]:
        """The items without "X-backed" and "pro-X", and what these say: the frame and whom they name."""
        found: list[tuple[Frame, Phrase, Word]] = []
        rest: list[Node] = []
        position = 0
        while position < len(items):
            node = items[position]
            following = items[position + 1] if position + 1 < len(items) else None
            if isinstance(node, Word) and node.has_voice("prefix") and following is not None:
                arguments, position = [following], position + 2
            elif isinstance(node, Word) and node.has_voice("compound"):
                arguments = _trailing_name(rest, self.lexicon)
                del rest[len(rest) - len(arguments) :]
                position += 1
            else:
                rest.append(node)
                position += 1
                continue
            whom = self._named(arguments) if arguments else None
            if whom is not None:
                found.append((node.senses[0][0], whom, node))
        return rest, found

    def _named(self, items: list[Node]) -> Phrase | None:
        """Whom a part of a compound means: a name, an adjective of origin, or a group such as "rebel"."""
        last = items[-1]
        if isinstance(last, Phrase):
            return last if last.actor is not None else None
        if last.is_a("nisba"):
            actor = origin_actor(last, self.lexicon, self.entities)
            return phrase(items, actor, how="origin") if actor is not None else None
        head = self.lexicon.pack.heads.get(last.core, {})
        slug = head.get("bare") or head.get("slug")
        if not slug:
            return None
        return phrase(items, self.entities.actor(slug, "DescribedGroup", last.written), how="described")

    def _say_compounds(self, last: Phrase, modifiers: list[tuple[Frame, Phrase, Word]]) -> None:
        for frame, whom, word in modifiers:
            one, other = (last, whom) if frame.swapped else (whom, last)
            self.stated.append(
                Stated(
                    one, frame.relation, other, min(one.start, other.start), max(one.end, other.end),
                    f"{frame.id}.compound", word.start, frame.confidence, background=True,
                )
            )  # fmt: skip

    def _say_inner(self, last: Phrase) -> None:
        """What a known name says itself: "the Saudi-led coalition"."""
        for position, word in enumerate(last.words[1:], 1):
            if word.has_voice("compound"):
                whom = self._named([last.words[position - 1]])
                self._say_compounds(last, [(word.senses[0][0], whom, word)] if whom is not None else [])

    def _describe(self, last: Phrase) -> None:
        """A group that only a modifier tells from others: "the Iranian-backed group"."""
        head = self.lexicon.pack.heads.get(last.head, {})
        slug = head.get("slug") or head.get("plural", "armed-groups")
        last.actor = self.entities.actor(slug, "DescribedGroup", last.words[-1].written)
        last.how = "described"

    def _read(self, items: list[Node], owner: Phrase | None) -> list[Node]:
        made = entitled(items, owner, self)
        if made is not None:
            return made
        last = items[-1]
        before = items[-2] if len(items) > 1 else None
        if (
            isinstance(last, Word)
            and last.is_a("deed_noun")
            and isinstance(before, Word)
            and before.part == "deed"
        ):
            items, last = items[:-1], before
        if isinstance(last, Phrase):
            return self._named_last(items, last, owner)
        if last.part == "deed":
            return [*self._doers(items[:-1], owner), last]
        if is_capital(last, self.lexicon):
            return self._capital_last(items, owner)
        head = self.lexicon.pack.heads.get(last.core) if last.is_a("head") else None
        if head is not None:
            return [self._headed(items, last, head, owner)]
        if last.is_a("noun", "target"):
            actor = self._belonging(items[:-1], owner)
            if actor is not None:
                return [
                    actor_over(
                        items, actor, owner, "target" if last.is_a("target") else "transparent", last.core
                    )
                ]
        if last.is_a("nisba") and len(items) == 1:
            return [thing(items, "nisba")]
        return [thing(items, last.core)]

    def _named_last(self, items: list[Node], last: Phrase, owner: Phrase | None) -> list[Node]:
        before = items[-2] if len(items) > 1 else None
        capital = before is not None and is_capital(before, self.lexicon)
        if capital and last.actor is not None and last.actor.type == "Person":
            return [named_person([before, last], self.entities)] if before else [last]
        if (
            capital
            and last.actor is None
            and last.place is not None
            and isinstance(before, Word)
            and not before.classes
        ):
            return [named_place([before, last], "Area", self.entities)]
        head = (
            self.lexicon.pack.heads.get(before.core)
            if isinstance(before, Word) and before.is_a("head")
            else None
        )
        if isinstance(before, Phrase) and before.place is not None and _names_person(last):
            return [before, last]
        if head is not None and isinstance(before, Word) and not before.is_a("possessive"):
            last.start, last.head = before.start, before.core
        if owner is not None and owner.actor is not None and owner.actor.type not in ("State", "Person"):
            body = last.actor is not None and last.actor.type != "Person"
            if body:
                self.stated.append(
                    Stated(
                        last,
                        "partOf",
                        owner,
                        owner.start,
                        last.end,
                        "owned",
                        last.start,
                        0.7,
                        background=True,
                    )
                )
        return [last]

    def _doers(self, items: list[Node], owner: Phrase | None) -> list[Node]:
        """Those whom a noun of action belongs to, by origin, by name, or as owner."""
        found: list[Node] = []
        if owner is not None:
            owner.how = "owner" if owner.how != "pronoun" else owner.how
            found.append(owner)
        for node in items:
            if isinstance(node, Phrase):
                kept = node.actor is not None and (node.place is None or node.place.type == "Country")
                found.append(phrase([node], node.actor if kept else None, node.place, how="origin"))
            elif node.is_a("nisba"):
                actor = origin_actor(node, self.lexicon, self.entities)
                found.extend([phrase([node], actor, how="origin")] if actor is not None else [])
            elif node.is_a("head"):
                head = self.lexicon.pack.heads[node.core]
                slug = head.get("bare") if head["role"] in ("described", "country_body") else None
                if slug:
                    actor = self.entities.actor(slug, "DescribedGroup", node.written)
                    found.append(phrase([node], actor, how="origin"))
        return found

    def _capital_last(self, items: list[Node], owner: Phrase | None) -> list[Node]:
        capitals = _trailing_capitals(items, self.lexicon)
        before = items[: len(items) - len(capitals)]
        opening = before[-1] if before else None
        if isinstance(opening, Phrase) and opening.place is not None and len(capitals) == len(items) - 1:
            apart = opening.place.type == "Country" and len(capitals) > 1
            return [opening, thing(capitals, "name")] if apart else [thing(items, "name")]
        head = (
            self.lexicon.pack.heads.get(opening.core)
            if isinstance(opening, Word) and opening.is_a("head")
            else None
        )
        if head is not None and isinstance(opening, Word) and head["role"] in ("organisation", "described"):
            return [named_body([*capitals], head, self.entities, start=opening.start)]
        if head is not None and head["role"] == "place":
            return [
                named_place(
                    capitals, str(head["type"]), self.entities, start=opening.start if opening else None
                )
            ]
        named = thing(capitals, "name" if len(capitals) > 1 else "single-name")
        return [named]

    def _headed(self, items: list[Node], last: Word, head: Mapping[str, Any], owner: Phrase | None) -> Phrase:
        role = head["role"]
        before = items[:-1]
        if last.is_a("target") and role in ("place", "countryside"):
            struck = self._belonging(before, owner)
            if (
                struck is not None
                and struck.actor is not None
                and struck.actor.type not in ("State", "Country")
            ):
                return actor_over(items, struck, owner, "target", last.core)
        if role in ("place", "countryside"):
            return self._place(items, last, head, owner)
        capitals = [node for node in before if is_capital(node, self.lexicon)]
        if role == "organisation" and capitals and head.get("discover") is not False:
            first = next(i for i, node in enumerate(items) if is_capital(node, self.lexicon))
            while first and last.written[:1].isupper() and _capitalised(items[first - 1]):
                first -= 1
            return named_body(items[first:], head, self.entities)
        actor = self._belonging(before, owner, head)
        if actor is not None:
            return actor_over(items, actor, owner, "transparent", last.core)
        inner = self._of_body(before, last, owner)
        if inner is not None:
            inner.start, inner.end = items[0].start, last.end
            return inner
        nisbas = [node for node in before if isinstance(node, Word) and node.is_a("nisba")]
        strong = [node for node in nisbas if "weak" not in self.lexicon.pack.nisba[node.core]] or nisbas
        entry = self.lexicon.pack.nisba[strong[0].core] if strong else self._state_before(before, owner)
        if entry is not None:
            text = text_of([strong[0], last]) if strong else text_of(items)
            entity = of_origin(head, last, entry, text, self.entities, self.lexicon)
            if entity is not None:
                return phrase(items, entity, how="described", head=last.core)
        slug = head.get("bare")
        if slug and last.is_a("singular_source"):
            slug = head.get("one", slug)
        made = phrase(items, None, how="short" if role == "organisation" else "thing", head=last.core)
        if slug:
            made.actor = self.entities.actor(str(slug), "DescribedGroup", last.written)
            made.how, made.generic = "described", True
        elif head.get("of_whom") or head.get("actor") == "state":
            made.how = "short"
        return made

    def _is_source(self, word: Word) -> bool:
        return bool(self.lexicon.pack.heads[word.core].get("source"))

    def _of_body(self, before: list[Node], word: Word, owner: Phrase | None) -> Phrase | None:
        """The body that a noun is a part of: "army units", "regime planes"."""
        body = before[-1] if before else None
        if not isinstance(body, Word) or not body.is_a("head"):
            return None
        head = self.lexicon.pack.heads[body.core]
        if head["role"] not in ("organisation", "country_body") or self._is_source(word):
            return None
        inner = self._headed(before, body, head, owner)
        return inner if inner.actor is not None or inner.how == "short" else None

    def _belonging(
        self, before: list[Node], owner: Phrase | None, head: Mapping[str, Any] | None = None
    ) -> Phrase | None:
        """Whose a noun such as "fighters" or "positions" is, by name or owner; states only where no id is composed."""
        composed = head is not None
        for node in reversed(before):
            if isinstance(node, Phrase) and node.actor is not None:
                state = node.actor.type in ("State", "Country") or node.place is not None
                if not (composed and state) and (node.place is None or node.place.type == "Country"):
                    return node
            elif isinstance(node, Word) and node.is_a("nisba"):
                actor = origin_actor(node, self.lexicon, self.entities)
                if actor is not None and (not composed or actor.type != "State"):
                    return phrase([node], actor, how="origin")
            elif isinstance(node, Word) and node.is_a("head") and not composed:
                slug = self.lexicon.pack.heads[node.core].get("bare")
                if slug:
                    return phrase(
                        [node], self.entities.actor(slug, "DescribedGroup", node.written), how="described"
                    )
        if owner is None or (composed and owner.actor is not None and owner.actor.type == "State"):
            return None
        if owner.how == "pronoun" or owner.actor is not None:
            return owner
        return None

    def _state_before(self, before: list[Node], owner: Phrase | None) -> Mapping[str, str] | None:
        """The adjective of origin that stands for the name of a state before a noun or owning it."""
        for node in [*before, *([owner] if owner is not None else [])]:
            if isinstance(node, Phrase):
                entity = node.place if node.place is not None and node.place.type == "Country" else node.actor
                if entity is not None and entity.type in ("State", "Country"):
                    return origin_of_state(entity, self.lexicon)
        return None

    def _place(self, items: list[Node], last: Word, head: Mapping[str, Any], owner: Phrase | None) -> Phrase:
        names = [
            n
            for n in [*([owner] if owner else []), *items[:-1]]
            if isinstance(n, Phrase) and n.place is not None
        ]
        capitals = [node for node in items[:-1] if is_capital(node, self.lexicon)]
        type_ = str(head.get("type", "Area"))
        if capitals and not names:
            return named_place([*capitals, last], type_, self.entities)
        base = names[-1].place if names else None
        if base is None or base.type == "Country":
            made = phrase(items, None, how="short", head=last.core)
            made.via = "place"
            return made
        parts = [names[-1], *[n for n in items if n is not names[-1]]] if names[-1] is owner else items
        direction = next(
            (
                self.lexicon.pack.directions[n.core]
                for n in items
                if isinstance(n, Word) and n.is_a("direction")
            ),
            "",
        )
        if head["role"] == "countryside":
            name = base.iri.rpartition("/")[2].removesuffix("-governorate")
            slug = "-".join(filter(None, (direction, name, "countryside")))
            place = self.entities.place(slug, "Area", text_of(parts))
        elif type_ == "Site":
            place = self.entities.unlisted_place(text_of(parts), type_)
        else:
            place = base
        made = phrase(parts, None, place, how="name", head=last.core)
        made.direction = direction
        return made


def actor_over(items: list[Node], actor: Phrase, owner: Phrase | None, via: str, head: str) -> Phrase:
    """The phrase over a noun with its owner or the name before it, meaning whom that means."""
    how = "name" if actor.how == "origin" else actor.how
    made = phrase(
        [*([owner] if actor is owner and owner is not None else []), *items], actor.actor, how=how, via=via
    )
    made.head = head
    if actor.how == "pronoun":
        made.words = actor.words
    return made


def _names_person(phrase: Phrase) -> bool:
    return phrase.actor is not None and phrase.actor.type == "Person"


def _trailing_name(items: list[Node], lexicon: Lexicon) -> list[Node]:
    """The name, adjective of origin or group noun that ends ``items``."""
    if not items:
        return []
    last = items[-1]
    named = isinstance(last, Phrase) or last.is_a("nisba", "head")
    return [last] if named else _trailing_capitals(items, lexicon) or [last]


def _trailing_capitals(items: list[Node], lexicon: Lexicon) -> list[Node]:
    found: list[Node] = []
    for node in reversed(items):
        if not (is_capital(node, lexicon) or (isinstance(node, Word) and node.is_a("name_link") and found)):
            break
        found.insert(0, node)
    return found


def _capitalised(node: Node) -> bool:
    return isinstance(node, Phrase) or (node.written[:1].isupper() and not node.is_a(*DETERMINERS))

"""Phrases that end with a known head: groups, bodies of a state, organisations by their capitals, places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.extract.nodes import Node, Phrase, Word
from kg.extract.ordered.composing import (
    is_capital,
    is_determiner,
    of_origin,
    origin_actor,
    origin_of_state,
    phrase,
    text_of,
)
from kg.extract.ordered.compounds import Compounds
from kg.extract.ordered.unlisted import named_body, named_place


class Bodies(Compounds):
    """Reads phrases whose last noun stands among the heads of the pack."""

    __slots__ = ()

    def headed(self, items: list[Node], last: Word, head: Mapping[str, Any], owner: Phrase | None) -> Phrase:
        """The phrase that ``items`` make with their last noun ``last``, which the pack describes by ``head``."""
        role = head["role"]
        before = items[:-1]
        if last.is_a("target") and role in ("place", "countryside"):
            struck = self.belonging(before, owner)
            if (
                struck is not None
                and struck.actor is not None
                and struck.actor.type not in ("State", "Country")
            ):
                return actor_over(items, struck, owner, "target", last.core)
        if role in ("place", "countryside"):
            return self._place(items, last, head, owner)
        ties = [node for node in before if isinstance(node, Word) and node.is_a("allied", "affiliated")]
        if ties and owner is not None:
            return self._allied(items, last, head, owner, part=ties[0].is_a("affiliated"))
        naming = [
            i for i, node in enumerate(before) if is_capital(node, self.lexicon) or is_numbered(node, last)
        ]
        capitals = [before[i] for i in naming]
        if last.written.islower() and all(
            isinstance(node, Word) and node.is_a("epithet") for node in capitals
        ):
            # "A Salafist militia".
            naming = []
        force = role == "country_body" and head.get("type") == "StateForce" and last.written[:1].isupper()
        if (role == "organisation" or force) and naming and head.get("discover") is not False:
            first = naming[0]
            while first and last.written[:1].isupper() and _capitalised(items[first - 1]):
                first -= 1
            return named_body(items[first:], head, self.entities)
        if owner is not None and _is_leader(owner) and (head.get("armed") or head.get("actor") == "state"):
            return self._of_leader(items, last, head, owner)
        # Defectors from an army are not the army.
        apart = bool(head.get("apart"))
        actor = None if apart else self.belonging(before, owner, head)
        if actor is not None:
            return actor_over(items, actor, owner, "transparent", last.core)
        inner = None if apart else self._of_body(before, last, owner)
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
                owned = [] if strong or owner is None or owner.start > last.start else [owner]
                return phrase([*owned, *items], entity, how="described", head=last.core)
        slug = head.get("bare")
        town = next((n for n in before if isinstance(n, Phrase) and n.place is not None), None)
        seat = town.place if town is not None and role == "country_body" else None
        named = seat.iri.rpartition("/")[2] if seat is not None and seat.type != "Country" else ""
        if not named and naming:
            endings = self.lexicon.pack.grammar.adjective_endings
            names = [n.core for i in naming if isinstance(n := before[i], Word)]
            named = "-".join(name for name in names if role == "country_body" or not name.endswith(endings))
        if slug and named:
            # "The X government", "Y herders": one of several, of the town where it sits, of a people.
            slug = f"{named}-{slug}"
            made = phrase(items, None, how="described", head=last.core)
            made.actor = self.entities.actor(slug, "DescribedGroup", text_of(items))
            return made
        if slug and last.is_a("singular_source"):
            slug = head.get("one", slug)
        made = phrase(items, None, how="short" if role == "organisation" else "thing", head=last.core)
        if slug:
            made.actor = self.entities.actor(str(slug), "DescribedGroup", last.written)
            made.how, made.generic = "described", True
        elif head.get("of_whom") or head.get("actor") == "state":
            made.how = "short"
        if made.actor is not None and any(
            isinstance(node, Word) and node.is_a("distinguishing") for node in before
        ):
            made.generic = False
        return made

    def _allied(
        self, items: list[Node], last: Word, head: Mapping[str, Any], owner: Phrase, *, part: bool
    ) -> Phrase:
        """The allies whose ``owner`` they are, who is none of them: "the army and its allied militias".

        ``part``: those who belong to the owner, as "its affiliated groups" do.
        """
        allies = self.headed(items, last, head, None)
        if allies.generic and allies.actor is not None:
            slug = f"allied-{allies.actor.iri.rpartition('/')[2]}"
            allies.actor = self.entities.actor(slug, "DescribedGroup", text_of(items))
            allies.generic = False
        allies.start = min(allies.start, owner.start)
        if allies.actor is not None and part:
            self.say_wordless("owned", allies, owner, allies.start)
        elif allies.actor is not None:
            self.say_wordless("allied", owner, allies, allies.start)
        return allies

    def _of_leader(self, items: list[Node], last: Word, head: Mapping[str, Any], owner: Phrase) -> Phrase:
        """The forces or the government of a person, who leads them: "Haftar's forces"."""
        assert owner.actor is not None
        slug = f"{owner.actor.iri.rpartition('/')[2]}-{head.get('slug') or head.get('bare') or last.core}"
        text = " ".join((*(word.written for word in owner.words), text_of(items)))
        made = phrase([owner, *items], None, how="described", head=last.core)
        made.actor = self.entities.actor(slug, "DescribedGroup", text)
        self.say_wordless("of_person", owner, made, owner.start)
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
        inner = self.headed(before, body, head, owner)
        return inner if inner.actor is not None or inner.how == "short" else None

    def belonging(
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
            elif not composed and is_adjectival(node, before):
                # "Military vehicles" are not those of the military.
                continue
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
        if capitals and all(name.place is None or name.place.type == "Country" for name in names):
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


def is_adjectival(node: Node, before: list[Node]) -> bool:
    """Whether a noun for a body is only an adjective among what stands ``before`` a noun: "a nearby military camp"."""
    if not isinstance(node, Word) or not node.is_a("adjectival"):
        return False
    return not any(isinstance(each, Phrase) or each.is_a("nisba") for each in before)


def is_numbered(node: Node, last: Node) -> bool:
    """Whether a number is a part of the name that ``last`` ends: "the 52nd Brigade"."""
    if not isinstance(node, Word) or not isinstance(last, Word) or not node.core[:1].isdigit():
        return False
    return last.is_a("head") and last.written[:1].isupper()


def _capitalised(node: Node) -> bool:
    return isinstance(node, Phrase) or (node.written[:1].isupper() and not is_determiner(node))


def _is_leader(owner: Phrase) -> bool:
    """Whether an owner is a person by name, of whom it is known who he is."""
    person = owner.actor is not None and owner.actor.type == "Person"
    return person and owner.how in ("name", "discovered", "surname")

"""What a run of nouns and their modifiers names: the last noun decides, the words before it say whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from kg.extract.nodes import Node, Phrase, Word
from kg.extract.ordered.bodies import Bodies, actor_over, is_adjectival, is_numbered
from kg.extract.ordered.composing import (
    is_capital,
    is_determiner,
    origin_actor,
    phrase,
    text_of,
    thing,
    trailing_capitals,
)
from kg.extract.ordered.neighbours import names_people
from kg.extract.ordered.offices import Office, entitled
from kg.extract.ordered.unlisted import named_body, named_person, named_place
from kg.languages import Frame

_LED = {"ArmedGroup", "Party", "Coalition", "StateForce"}
"""Kinds of bodies that belong to the person who leads them."""
_NO_PART = {"State", "Country"}
"""Kinds of actors that belong to nobody: "his Syria"."""


@dataclass(slots=True)
class NounPhrases(Bodies):
    """Reads runs of nouns of one sentence; ``stated`` gathers what modifiers and titles say."""

    offices: dict[int, Office] = field(default_factory=dict)
    """The office of each phrase that names a person by the office, by the identity of the phrase."""
    titled: dict[int, Office] = field(default_factory=dict)
    """The office of each phrase that names a person behind a title of which no words say of what it is."""
    definite: set[int] = field(default_factory=set)
    """The identities of phrases with an article or another word that points back."""
    indefinite: set[int] = field(default_factory=set)
    """The identities of phrases with an article that does not."""
    duals: set[int] = field(default_factory=set)
    """The identities of phrases that take up two: "the two", "both sides"."""
    held: dict[int, list[tuple[Frame, Phrase, Word]]] = field(default_factory=dict)
    """What compounds say of a phrase that stands for whose it is, by its identity: "X-held areas"."""
    opened: set[int] = field(default_factory=set)
    """The identities of phrases that an article, a number or the like opens."""
    _unsettled: list[Phrase] = field(default_factory=list)
    apposed: set[int] = field(default_factory=set)
    """The identities of phrases that an indefinite noun behind them describes as one: "X, a group that"."""

    def read(self, items: list[Node], owner: Phrase | None = None) -> list[Node]:
        """The nodes that ``items`` make; ``owner`` is whose they are."""
        items = self._without_name(items)
        kept = {id(node) for node, last in pairwise(items) if is_numbered(node, last)}
        determiners = [node for node in items if is_determiner(node) and id(node) not in kept]
        rest = [node for node in items if not is_determiner(node) or id(node) in kept]
        dual = any(isinstance(node, Word) and node.is_a("dual") for node in determiners)
        if not rest:
            alone = thing(items)
            self.duals.update({id(alone)} if dual else ())
            return [alone]
        deeds = any(isinstance(node, Word) and node.part for node in rest)
        if isinstance(items[0], Word) and items[0].is_a("nobody") and not deeds:
            return [thing(items)]
        if isinstance(items[0], Word) and items[0].is_a("neither"):
            alone = thing(items)
            self.duals.add(id(alone))
            return [alone]
        own = next((n for n in determiners if isinstance(n, Word) and n.is_a("possessor")), None)
        if owner is None and own is not None:
            owner = Phrase(own.start, own.end, how="pronoun", via="possessor", words=[own])
        rest, modifiers = self.without_compounds(rest)
        if not rest:
            return [thing(items)]
        made = self._read(rest, owner)
        last = made[-1]
        self.opened.update({id(last)} if determiners else ())
        if id(last) in self.offices:
            self.offices[id(last)].one = any(isinstance(n, Word) and n.is_a("one_of") for n in determiners)
        if dual and len(rest) == 1 and isinstance(rest[0], Word) and rest[0].is_a("dual_noun"):
            self.duals.add(id(last))
        if isinstance(last, Word) and last.part == "deed" and modifiers:
            # "Saudi-led air strikes": those who lead do it; "anti-PKK operation" is against them.
            leading = [whom for _, whom, word in modifiers if not word.has_voice("prefix")]
            against = [
                whom for frame, whom, _ in modifiers
                if frame.id in self.lexicon.pack.words["hostile_prefix"] and not self._is_machine(whom)
            ]  # fmt: skip
            body = made[-2] if len(made) > 1 else None
            if isinstance(body, Phrase) and body.how == "origin" and body.actor is not None:
                # "US-led coalition air strikes": the coalition does it.
                self.say_compounds(body, [each for each in modifiers if not each[2].has_voice("prefix")])
            else:
                made = [*(replace(whom, how="origin") for whom in leading), *made]
            target = next(iter(self.lexicon.pack.words["against"]))
            made.extend(replace(whom, how="name", preposition=target) for whom in against)
        opening = determiners[0] if determiners else None
        second = determiners[1] if len(determiners) > 1 else None
        if isinstance(opening, Word) and opening.is_a("one_of"):
            opening = second
        if isinstance(last, Word) and isinstance(opening, Word) and opening.is_a("definite", "demonstrative"):
            self.definite.add(id(last))
        if isinstance(last, Phrase):
            if last.via or last.how in ("described", "short", "pronoun", "thing", "office"):
                last.start = min(last.start, items[0].start)
            first = determiners[0] if determiners else None
            second = determiners[1] if len(determiners) > 1 else None
            whole = isinstance(first, Word) and first.is_a("whole_of") and last.via == "place"
            if whole and isinstance(second, Word):
                # "The rest of the city".
                first = second
            if isinstance(first, Word) and first.is_a("definite", "demonstrative"):
                self.definite.add(id(last))
            elif isinstance(first, Word) and first.is_a("article"):
                self.indefinite.add(id(last))
            nobody = last.actor is None and last.place is None
            if modifiers and nobody and last.words[-1].is_a("target", "noun"):
                last.actor, last.how, last.via = modifiers[-1][1].actor, "name", "target"
                self.held[id(last)] = modifiers
                modifiers = []
            elif modifiers and nobody and last.how == "short" and last.via == "place":
                # "A rebel-held town".
                self.held[id(last)] = modifiers
                modifiers = []
            elif modifiers and nobody and last.how == "short":
                if id(last) in self.definite:
                    self._unsettled.append(last)
                else:
                    self._describe(last)
            elif modifiers and modifiers[-1][2].has_voice("prefix") and last.generic:
                self._set_apart(last, modifiers[-1][1], modifiers[-1][2])
            self.say_compounds(last, modifiers)
            if last.how == "name":
                self.say_inner(last)
        return made

    def _without_name(self, items: list[Node]) -> list[Node]:
        """The items without the name of an operation, which the noun for it takes in: "Operation Dawn"."""
        for position, node in enumerate(items[:-1]):
            if isinstance(node, Word) and node.part == "deed" and node.is_a("operation"):
                named = node.written[:1].isupper() and all(
                    isinstance(word, Phrase) or word.written[:1].isupper() for word in items[position + 1 :]
                )
                if named:
                    node.end = items[-1].end
                    return items[: position + 1]
        return items

    def _is_machine(self, whom: Phrase) -> bool:
        """Whether what a compound names is only a machine: "anti-aircraft missiles"."""
        last = whom.words[-1] if whom.words else None
        return last is not None and bool(self.lexicon.pack.heads.get(last.core, {}).get("machine"))

    def describe_unsettled(self, nodes: list[Node]) -> None:
        """Makes groups of their own of "the X-backed group", "two brigades" where the text named none; in place."""
        short = (node for node in nodes if isinstance(node, Phrase) and node.how == "short" and not node.via)
        for group in (*self._unsettled, *short):
            if group.actor is None and group.place is None:
                self._describe(group)

    def _set_apart(self, last: Phrase, whom: Phrase, prefix: Word) -> None:
        """ "Pro-X forces" are not the same as "pro-Y forces"."""
        if last.how == "described" and last.actor is not None:
            words = [prefix.core.strip("-"), *(word.core for word in whom.words)]
            slug = "-".join([*words, last.actor.iri.rpartition("/")[2]])
            last.actor = self.entities.actor(slug, "DescribedGroup", last.words[-1].written)

    def _describe(self, last: Phrase) -> None:
        """A group that only a modifier tells from others: "the Iranian-backed group"."""
        head = self.lexicon.pack.heads.get(last.head, {})
        slug = head.get("slug") or head.get("plural") or last.head or "armed-groups"
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
            owner = self._person_owner(owner, head)
            body = self.headed(items, last, head, owner)
            if owner is not None and body.how in ("name", "discovered") and body.actor != owner.actor:
                self._say_led(owner, body)
                if owner.actor is not None and owner.actor.type not in ("State", "Person"):
                    self.say_wordless("owned", body, owner, body.start)
                elif owner.how == "pronoun" and body.actor is not None:
                    self._say_own(owner, body)
            return [body]
        if last.is_a("follower") and owner is not None:
            owner = self._person_owner(owner, {"armed": True}) or owner
            actor = self.belonging([], owner)
            if actor is not None:
                return [actor_over(items, actor, owner, "transparent", last.core)]
        if last.is_a("branding") and isinstance(before, Phrase) and before.actor is not None:
            # "The X terrorist group": what is called so is X.
            return [actor_over(items, before, None, "", last.core)]
        kept = last.is_a("site") and last.core.rpartition(" ")[2] in self.lexicon.pack.words["target"]
        if last.is_a("noun", "target") or kept:
            actor = self.belonging(items[:-1], owner)
            if actor is not None:
                return [
                    actor_over(
                        items,
                        actor,
                        owner,
                        "target" if kept or last.is_a("target") else "transparent",
                        last.core,
                    )
                ]
        if last.is_a("nisba") and all(isinstance(n, Word) and n.is_a("nisba", "epithet") for n in items):
            people = self._people(last, items)
            return [people if people is not None else thing(items, "nisba")]
        if owner is not None and owner.place is not None and last.is_a("direction", "location"):
            # "Yemen's mountainous northwest".
            return [phrase([owner, *items], None, owner.place, how="name", head=last.core)]
        belonging = thing(items, last.core)
        belonging.owner = owner
        if owner is None and not last.is_a("person"):
            belonging.owner = self.belonging(items[:-1], None)
            if belonging.owner is not None and not last.is_a("document"):
                belonging.owner = replace(belonging.owner, how="origin")
        return [belonging]

    def _people(self, word: Word, items: list[Node]) -> Phrase | None:
        """Those whom an adjective of origin names in the plural: "Palestinians", "local Sunni Arabs"."""
        if not names_people(word, self.lexicon):
            return None
        entry = self.lexicon.pack.nisba[word.core]
        name = " ".join(node.core for node in items if isinstance(node, Word) and node.is_a("nisba"))
        actor = self.entities.named(name) or self.entities.actor(
            name.replace(" ", "-"), "DescribedGroup", text_of(items), entry.get("place")
        )
        return phrase(items, actor, how="described", head=word.core)

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
        if isinstance(before, Phrase) and not _names_person(before) and _names_person(last):
            # "Chief of the army of X Omar Y".
            return [*self._read(items[:-1], owner), last]
        if isinstance(before, Phrase) and before.place is not None and last.place is not None:
            # "In northern Syria east of the Euphrates".
            return [*self._read(items[:-1], owner), last]
        if head is not None and isinstance(before, Word) and not before.is_a("possessive"):
            last.start, last.head = before.start, before.core
        body = last.actor is not None and last.actor.type != "Person"
        state = last.actor is not None and last.actor.type in _NO_PART
        if state and owner is not None and owner.how != "pronoun":
            # "X's Yemen branch".
            return [last]
        if owner is not None and owner.actor is not None and owner.actor.type not in ("State", "Person"):
            if body or owner.place is None:
                self.say_wordless("owned" if body else "person_of", last, owner, last.start)
        elif owner is not None and owner.how == "pronoun":
            if body and last.place is None and last.actor is not None and last.actor.type not in _NO_PART:
                self._say_own(owner, last)
        elif owner is not None:
            self._say_led(owner, last)
        return [last]

    def _say_own(self, owner: Phrase, body: Phrase) -> None:
        """ "His Mahdi Army", "its Radwan Force": who "he" and "it" are is found later."""
        if owner.words[0].is_a("personal"):
            self.say_wordless("of_person", owner, body, body.start)
        elif owner.words[0].is_a("neuter"):
            self.say_wordless("owned", body, owner, body.start)

    def _person_owner(self, owner: Phrase | None, head: Mapping[str, Any]) -> Phrase | None:
        """The owner of fighters as a person, where a name that nobody has listed owns them: "X's men"."""
        named = owner is not None and owner.how == "thing" and owner.head in ("name", "single-name")
        led = (
            head.get("armed")
            or head.get("actor") == "state"
            or (owner is not None and owner.head == "name" and head.get("type") in _LED)
        )
        if owner is None or not named or not led:
            return owner
        return named_person([*owner.words], self.entities)

    def _say_led(self, owner: Phrase, body: Phrase) -> None:
        """ "X's Mahdi Army": whose group it is leads it."""
        person = owner.actor is not None and owner.actor.type == "Person" and owner.how != "office"
        if person and body.actor is not None and body.actor.type in _LED:
            self.say_wordless("of_person", owner, body, body.start)

    def _doers(self, items: list[Node], owner: Phrase | None) -> list[Node]:
        """Those whom a noun of action belongs to, by origin, by name, or as owner."""
        found: list[Node] = []
        if owner is not None:
            if owner.how == "thing" and owner.head in ("name", "single-name"):
                owner = named_person([*owner.words], self.entities)
            owner.how = "owner" if owner.how != "pronoun" else owner.how
            found.append(owner)
        for node in items:
            if isinstance(node, Phrase):
                kept = node.actor is not None and (node.place is None or node.place.type == "Country")
                found.append(phrase([node], node.actor if kept else None, node.place, how="origin"))
            elif node.is_a("nisba"):
                actor = origin_actor(node, self.lexicon, self.entities)
                found.extend([phrase([node], actor, how="origin")] if actor is not None else [])
            elif node.is_a("head") and not is_adjectival(node, items):
                head = self.lexicon.pack.heads[node.core]
                armed = head["role"] == "organisation" and head.get("type") in ("Coalition", "ArmedGroup")
                slug = head.get("bare") if head["role"] in ("described", "country_body") else None
                slug = slug or (head.get("plural") or node.core if armed else None)
                if slug:
                    actor = self.entities.actor(slug, "DescribedGroup", node.written)
                    found.append(phrase([node], actor, how="origin"))
        return found

    def _capital_last(self, items: list[Node], owner: Phrase | None) -> list[Node]:
        capitals = trailing_capitals(items, self.lexicon)
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
        articles = self.lexicon.pack.grammar.openings
        own = [node for node in capitals if isinstance(node, Phrase) or node.core.strip("-") not in articles]
        return [thing(capitals, "name" if len(own) > 1 else "single-name")]


def _names_person(phrase: Phrase) -> bool:
    return phrase.actor is not None and phrase.actor.type == "Person"

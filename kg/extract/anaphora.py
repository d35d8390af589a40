"""Short forms and pronouns: who is meant by "the movement", "the area", "to him", decided by what was said before.

Where nothing that was said fits, the phrase stays unresolved, or is a group that the document never names: no
reading rather than a wrong one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from kg.extract import latter, the_two
from kg.extract.agreement import agrees, is_of_speakers, is_plural
from kg.extract.antecedents import ahead, antecedent, is_whereabouts, last_pair, striker, whole_list
from kg.extract.callings import Callings
from kg.extract.given_names import with_given_names
from kg.extract.known_persons import bearer, last_person
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word
from kg.extract.own_bodies import body_of, body_with_pronoun, is_own_body
from kg.extract.own_countries import last_state
from kg.extract.possessors import possessor
from kg.extract.short_names import ShortNames
from kg.model import Entity

_TELLING = {"DescribedGroup", "MediaOutlet", "Monitor"}
"""Types of those who tell of what others do."""
_ORIGIN = {"nisba"}
"""Classes of words that are family names as often."""
_HOW_FAR_BACK = 40
"""Mentions: what was named before that is no longer in mind."""


@dataclass(slots=True)
class Said:
    """An earlier mention of an actor or a place."""

    phrase: Phrase
    section: int
    heads: frozenset[str]


@dataclass(slots=True)
class Discourse:
    """What the document has named so far, the latest last."""

    lexicon: Lexicon
    said: list[Said] = field(default_factory=list)
    national: Callable[[str], Entity | None] | None = None
    """What a head noun such as "the army" means in the country that the document is mostly about."""
    unnamed: Callable[[str, Phrase], Entity | None] | None = None
    """What a head noun such as "the movement" means where the document names none."""
    callings: Callings | None = None
    """What nouns for their kind the registry knows for actors, where it is asked."""
    country: Callable[[Phrase | None, Sequence[Node]], Entity | None] | None = None
    """Which state "his country" is by who speaks and what stands before it in the sentence."""
    struck: dict[str, list[Phrase]] = field(default_factory=dict)
    """To whom the last deed was done, by relation."""
    capital: Entity | None = None
    """The city that "the capital" means."""
    doers: dict[str, tuple[int, list[Phrase]]] = field(default_factory=dict)
    """Who did the last deed, by relation, and where its word stands."""
    speaker: Phrase | None = None
    """Who spoke last."""
    topic: list[Phrase] = field(default_factory=list)
    """Whom the sentence before was about."""
    surnames: dict[str, Entity] = field(default_factory=dict)
    """The last word of each person's name that the document gave in full."""
    short_names: ShortNames = field(init=False)
    _parties: list[Phrase] = field(default_factory=list)
    """The actors that the sentence before names, places apart."""
    _led: Sequence[Phrase] = ()
    """Of the organisations that the sentence names, those whose head it names."""
    _since: int = 0
    """Where the sentence begins that is being read."""
    _before: int = 0
    """Where the sentence before it begins."""

    def __post_init__(self) -> None:
        self.short_names = ShortNames(self.lexicon)

    def recall(self, nodes: list[Node]) -> list[Node]:
        """The nodes with the family names of persons, and the bare names of groups, already introduced made phrases."""
        if self.surnames:
            found = [self._recalled(node, nodes[at - 1] if at else None) for at, node in enumerate(nodes)]
            nodes = with_given_names(found)
        return self.short_names.recall(latter.recall(nodes, self.lexicon))

    def _recalled(self, node: Node, before: Node | None) -> Node:
        says = isinstance(before, Word) and before.is_a("reporting", "continued") and not before.suffix
        if isinstance(node, Phrase):
            # "X the Yish said": whoever speaks as "the Yish" is X, and not all who bear the name.
            person = self.surnames.get(node.words[0].core) if len(node.words) == 1 else None
            return (
                replace(node, actor=person, place=None, how="surname")
                if says and person is not None
                else node
            )
        if node.mark or node.senses or (node.classes and not (says and node.classes <= _ORIGIN)):
            return node
        for reading in self.lexicon.splits(node.text):
            person = self.surnames.get(reading.core)
            if person is not None:
                return Phrase(
                    node.behind(reading.skipped)[0], node.end, person, None, reading.conjunction, reading.preposition,
                    how="surname", words=[node],
                )  # fmt: skip
        return node

    def _introduce(self, phrase: Phrase) -> None:
        if phrase.actor is None or phrase.actor.type != "Person" or len(phrase.words) < 2:
            return
        last = phrase.words[-1]
        if not phrase.words[-2].is_a("name_link") and not last.is_a("no_surname"):
            self.surnames[last.text] = phrase.actor

    def last_doers(self, relation: str) -> list[Phrase]:
        """Who did the last deed of the sentence that is being read, or else of the one before it."""
        start, doers = self.doers.get(relation, (-1, []))
        return doers if start >= self._before else []

    def resolve(
        self, nodes: list[Node], section: int, owners: Sequence[Phrase] = (), led: Sequence[Phrase] = ()
    ) -> None:
        """Settles the short forms of one sentence in text order, in place, and remembers what it names.

        ``owners`` are the organisations within titles: no longer nodes of the sentence, but named by it. Of those that
        are ``led`` by who is named with them, another is hardly the head.
        """
        self._led = led
        waiting = sorted(owners, key=lambda phrase: phrase.start, reverse=True)
        if nodes:
            self._before, self._since = self._since, nodes[0].start
        nodes[:] = the_two.taken_up(nodes, self._parties, self.lexicon)
        for position, node in enumerate(nodes):
            while waiting and waiting[-1].start < node.start:
                self._hear(waiting.pop(), section)
            if isinstance(node, Word) and node.suffix and node.is_a("transparent_actor"):
                nodes[position] = self._owned(node, nodes, position)
            elif isinstance(node, Word) and node.suffix and is_own_body(node, self.lexicon):
                nodes[position] = self._own_body(node, nodes, position, section)
            elif isinstance(node, Word) and node.suffix and node.is_a("own_country"):
                nodes[position] = self._country(node, nodes[:position], owners)
            self._hear(nodes[position], section)
            self._listen(nodes, position)
        for owner in reversed(waiting):
            self._hear(owner, section)
        self._parties = the_two.parties(nodes)

    def _listen(self, nodes: list[Node], position: int) -> None:
        """Remembers who speaks: whom a verb of saying has right behind it."""
        verb, node = nodes[position - 1] if position else None, nodes[position]
        named = isinstance(node, Phrase) and node.actor is not None and not node.preposition
        if not named or not isinstance(node, Phrase) or not isinstance(verb, Word):
            return
        if verb.is_a("reporting") and not is_of_speakers(verb, self.lexicon):
            self.speaker = node

    def speakers(self) -> list[Phrase]:
        """Who says "we": who spoke last, or the body that he speaks for; empty where a witness or a paper does."""
        speaker = self.speaker
        body = speaker.office_of or speaker.actor if speaker is not None else None
        if speaker is None or body is None or body.type in _TELLING:
            return []
        meant = speaker.body if speaker.office_of is not None else None
        return [replace(speaker, actor=body, conjunction="", preposition="", meant=meant)]

    def _hear(self, node: Node, section: int) -> None:
        """Settles a short form, and remembers whom the phrase names."""
        if not isinstance(node, Phrase):
            return
        if node.how == "pronoun" and node.actor is None:
            ours = self.is_ours(node.words[0].suffix)
            owners = self.speakers() if ours else self._named_before()
            node.meant = possessor(node, owners, self.lexicon)
            node.actor = node.meant.actor if node.meant is not None else None
        elif node.how == "short" or (node.actor is None and node.place is None):
            self._settle(node, section)
        elif node.how == "name" and self._is_bare_head(node):
            self._prefer_said(node, section)
        self._introduce(node)
        self.short_names.learn_place(node)
        # "The spokesman of X" names X.
        for named in (node.body, node) if node.how == "office" and node.body is not None else (node,):
            if named.actor is not None or named.place is not None:
                self.said.append(Said(named, section, self._heads(named)))

    def _named_before(self) -> list[Phrase]:
        """Whom a pronoun may mean, the likeliest first: who was named in this sentence, whom the last was about."""
        recent = [said.phrase for said in reversed(self.said[-_HOW_FAR_BACK:])]
        here = [phrase for phrase in recent if phrase.start >= self._since]
        led = [phrase for phrase in here if any(phrase is one for one in self._led)]
        free = [phrase for phrase in here if all(phrase is not one for one in self._led)]
        return [*free, *self.topic, *led, *recent]

    def _in_mind(self) -> list[Phrase]:
        """Whom this sentence and the one before have named, the last first."""
        named = [said.phrase for said in reversed(self.said[-_HOW_FAR_BACK:])]
        return [phrase for phrase in named if phrase.start >= self._before]

    def _country(self, word: Word, before: list[Node], owners: Sequence[Phrase]) -> Node:
        """ "His country": that of who speaks or holds an office, or the state that was named last."""
        own = self.country(self.speaker, before) if self.country is not None else None
        earlier = [said.phrase for said in self.said[-_HOW_FAR_BACK:]]
        own = own or last_state([*earlier, *owners, *before])
        return body_with_pronoun(word, own) if own is not None else word

    def _own_body(self, word: Word, nodes: list[Node], position: int, section: int) -> Node:
        """ "His party": the one that he leads or speaks for, or the last that is called so."""
        before = [node for node in reversed(nodes[:position]) if isinstance(node, Phrase)]
        meant = body_of([*before, *self.topic]) or self._last_with_head(word.core, section, "actor")
        meant = meant or self._last_called(word.core)
        return word if meant is None else body_with_pronoun(word, meant)

    def _owned(self, word: Word, nodes: list[Node], position: int) -> Node:
        """ "His fighters", "its positions": whom a relative clause is about, or whoever the sentence began with."""
        number = self.lexicon.pack.clitics["pronouns"].get(word.suffix, {}).get("number", "any")
        ours = self.speakers() if self.is_ours(word.suffix) else []
        before = ours or [
            n for n in nodes[:position] if isinstance(n, Phrase) and n.actor is not None and not n.preposition
        ]
        struck_by = striker(nodes, position)
        before = [phrase for phrase in before if phrase is not struck_by]
        earlier = [said.phrase for said in self.said[-_HOW_FAR_BACK:] if said.phrase.actor is not None]
        speaks = self.speaker is not None and any(
            isinstance(node, Word) and node.is_a("continued", "reporting") for node in nodes[:position]
        )
        spoken = [self.speaker] if speaks and self.speaker is not None else []
        named_before = (*before, *spoken, *self.topic)
        # "A source said that X was there and that its fighters attacked": a source has none.
        owning = [one for one in named_before if not self.lexicon.pack.heads.get(one.head, {}).get("source")]
        fitting = [phrase for phrase in owning if agrees(word, [phrase], self.lexicon)]
        named = next(iter((*fitting, *before, *reversed(earlier))), None)
        owner = (
            (antecedent(nodes, position) or named)
            if not self.is_ours(word.suffix)
            else next(iter(ours), None)
        )
        if owner is None or number == "dual":
            return word
        # The fighters of somebody who speaks for a body or leads it are those of the body.
        actor = owner.office_of or owner.actor
        return Phrase(
            word.core_start, word.end, actor, None, word.conjunction, word.preposition,
            head=word.core, how="pronoun", via="transparent", words=[word],
        )  # fmt: skip

    def _is_bare_head(self, phrase: Phrase) -> bool:
        """A known name that is only a head noun, such as "the army", yields to one that was just named."""
        first = phrase.words[0].core if phrase.words else ""
        entry = self.lexicon.pack.heads.get(first)
        return len(phrase.words) == 1 and entry is not None and entry["role"] == "organisation"

    def _prefer_said(self, phrase: Phrase, section: int) -> None:
        said = self._last_with_head(phrase.words[0].core, section, "actor")
        if said is not None:
            phrase.actor, phrase.how = said, "short"

    def _settle(self, phrase: Phrase, section: int) -> None:
        head = phrase.words[0].core if phrase.words else ""
        entry = self.lexicon.pack.heads.get(head, {})
        kind = "place" if entry.get("role") in {"place", "countryside"} else "actor"
        meant = self._last_with_head(head, section, kind, phrase.direction, str(entry.get("type", "")))
        meant = meant or (self._last_called(head) if kind == "actor" else None)
        if entry.get("role") == "person":
            recent = [said.phrase for said in reversed(self.said[-_HOW_FAR_BACK:])]
            topic = self.topic if len(self.topic) == 1 else []
            phrase.actor = bearer([*topic, *recent], head, self.lexicon)
            if phrase.actor is None and not entry.get("titled"):
                ranked = phrase.words[0].is_a("title")
                phrase.actor = last_person(
                    [*topic, *recent], officer=bool(entry.get("officer")), ranked=ranked
                )
        elif phrase.words and phrase.words[0].is_a("latter", "former"):
            phrase.meant = latter.meant(phrase, self._in_mind(), self.lexicon)
            phrase.actor = phrase.meant.actor if phrase.meant is not None else None
        elif kind == "place":
            phrase.place = meant
        else:
            phrase.actor = meant or (self._only(entry) if entry.get("of_kind") else None)
            if phrase.actor is None and self.national is not None:
                phrase.actor = self.national(head)
            if phrase.actor is None and self.unnamed is not None:
                phrase.actor = self.unnamed(head, phrase)

    def _only(self, entry: Mapping[str, Any]) -> Entity | None:
        """The one actor of a head noun's kind that the document has named so far; None where there are several."""
        type_ = "State" if entry.get("actor") == "state" else entry.get("type")
        named = {s.phrase.actor.iri: s.phrase.actor for s in self.said if s.phrase.actor is not None}
        fitting = [actor for actor in named.values() if actor.type == type_]
        return fitting[0] if len(fitting) == 1 else None

    def _last_with_head(
        self, head: str, section: int, kind: str, direction: str = "", type_: str = ""
    ) -> Entity | None:
        stem = head.removeprefix(self.lexicon.article)
        recent = self.said[-_HOW_FAR_BACK:]
        ordered = [*(s for s in reversed(recent) if s.section == section), *reversed(recent)]
        for said in ordered:
            entity = said.phrase.entity(kind)
            alike = entity is not None and kind == "place" and entity.type == type_
            if entity is None or not (stem in said.heads or alike) or said.phrase.how == "short":
                continue
            if direction and said.phrase.direction != direction and direction not in entity.iri:
                continue
            return entity
        return None

    def _last_called(self, head: str) -> Entity | None:
        """The actor named last that other texts call by the noun: "X said that the movement …"."""
        if self.callings is None:
            return None
        named = [s.phrase.actor for s in reversed(self.said[-_HOW_FAR_BACK:]) if s.phrase.actor is not None]
        listed = [actor for actor in named if actor.known and actor.type != "State"]
        for fits in (self.callings.usually, self.callings.alike, self.callings.at_times):
            found = next((actor for actor in listed if fits(actor, head)), None)
            if found is not None:
                return found
        return None

    def _heads(self, phrase: Phrase) -> frozenset[str]:
        cores = [word.core for word in phrase.words[:1]]
        for before, word in pairwise(word for word in phrase.words if not word.mark):
            if not before.is_a("transparent_actor", "quantifier", "partitive"):
                break
            cores.append(word.core)
        words = {
            core.removeprefix(self.lexicon.article)
            for whole in cores
            for core in (whole, whole.split(" ")[0])
        }
        if phrase.head:
            words.add(phrase.head.removeprefix(self.lexicon.article))
        return frozenset(words)

    def is_ours(self, suffix: str) -> bool:
        """Whether a pronoun means those who speak."""
        return bool(self.lexicon.pack.clitics["pronouns"].get(suffix, {}).get("number") == "speakers")

    def is_dual(self, suffix: str) -> bool:
        """Whether a pronoun means two."""
        return bool(self.lexicon.pack.clitics["pronouns"].get(suffix, {}).get("number") == "dual")

    def pronoun(self, suffix: str, nodes: list[Node], position: int) -> list[Phrase]:
        """Whom a pronoun at ``position`` means: the last pair for a dual, else the last fitting actor; may be empty."""
        number = self.lexicon.pack.clitics["pronouns"].get(suffix, {}).get("number", "any")
        before = [node for node in nodes[:position] if isinstance(node, Phrase) and node.actor is not None]
        if number == "dual":
            return last_pair(nodes, position)
        if number == "speakers":
            return self.speakers()
        fitting = [node for node in before if not node.preposition and node.how != "origin"] or before
        fitting = [node for node in fitting if not is_whereabouts(nodes, node)] or fitting
        word = nodes[position]
        if number == "singular":
            fitting = [node for node in fitting if not is_plural(node, self.lexicon)] or fitting
        if isinstance(word, Word):
            fitting = [node for node in fitting if agrees(word, [node], self.lexicon)] or fitting
        if fitting and number == "plural":
            return whole_list(nodes, fitting[-1])
        if fitting:
            return fitting[-1:]
        later = ahead(nodes, position)
        if later is not None:
            return [later]
        here = {id(node) for node in nodes}
        recent = self.said[-_HOW_FAR_BACK:]
        earlier = [s.phrase for s in recent if s.phrase.actor is not None and id(s.phrase) not in here]
        return earlier[-1:]

"""Pronouns and short forms: whom "it", "their fighters" and "the group" mean, by what the text made salient.

Where nothing that was said fits, the phrase stays unresolved: no reading rather than a wrong one.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.extract.ordered import it_places
from kg.extract.ordered.spoken_for import speaking, urged
from kg.model import Entity

_HOW_FAR_BACK = 24
"""Mentions: what was named before that is no longer in mind."""
_ARMED = {"ArmedGroup", "DescribedGroup"}
_SINGULAR = {"MediaOutlet", "State", "Person"}
_ANY_PLACE = "Area"
_SETTLEMENTS = {"City", "Town", "Village"}


@dataclass(slots=True)
class Reference:
    """What a document has named so far, the latest last, and what its sentences were about."""

    lexicon: Lexicon
    said: list[Phrase] = field(default_factory=list)
    topics: list[Phrase] = field(default_factory=list)
    hero: Phrase | None = None
    """The last person of whom a clause told what he did."""
    surnames: dict[str, Entity] = field(default_factory=dict)
    """The last word of each person's name that the document gave in full."""

    abbreviations: dict[str, Entity] = field(default_factory=dict)
    """Whom the abbreviations mean that the document gave behind a name."""

    joined: list[Entity | None] = field(default_factory=list)
    """Whom the subject that "them" does not mean follows in a list."""

    def recall(self, nodes: list[Node]) -> list[Node]:
        """The nodes with the family names of persons already introduced made phrases."""
        return [self._recalled(node) for node in nodes]

    def _recalled(self, node: Node) -> Node:
        if (
            not isinstance(node, Word)
            or node.classes - {"place_opening"}
            or node.senses
            or not node.written[:1].isupper()
        ):
            return node
        body = self.abbreviations.get(node.written)
        if body is not None:
            return Phrase(node.start, node.end, body, how="name", words=[node])
        person = self.surnames.get(node.text)
        return Phrase(node.start, node.end, person, how="surname", words=[node]) if person else node

    def resolve(self, nodes: list[Node], others: Iterable[Phrase], definite: set[int]) -> None:
        """Settles the pronouns and short forms of one sentence in text order, in place, and remembers what it names.

        ``others`` are phrases within titles and modifiers; ``definite`` the identities of phrases that point back.
        """
        words = self.lexicon.pack.words
        # What somebody condemns or repels as "it" is a deed.
        deeds = {
            id(node)
            for verb, node in pairwise(nodes)
            if isinstance(verb, Word) and verb.part == "verb" and any(f.of_deed for f, _ in verb.senses)
            and isinstance(node, Phrase) and node.how == "pronoun" and node.words[0].is_a("neuter")
            and not node.words[0].is_a("possessor")
        }  # fmt: skip
        taken = it_places.taking_places(nodes)
        own = [node for node in nodes if isinstance(node, Phrase) and id(node) not in deeds]
        objects = {
            id(node)
            for position, node in enumerate(nodes)
            if isinstance(node, Phrase) and _is_object(nodes, position)
        }
        undergoing = {id(node) for before, node in pairwise(nodes) if _undergoes(before, node)}
        agents = {
            id(node)
            for node, after in pairwise(nodes)
            if node.preposition in words["agent"] and isinstance(after, Word) and after.part == "verb"
            and not after.preposition
        }  # fmt: skip
        known = {id(phrase) for phrase in own}
        phrases = [*own, *(phrase for phrase in others if id(phrase) not in known)]
        deeds_of, speech_of = urged(nodes), speaking(nodes)
        partners = _partners(nodes, words["agent"], words["in_deed"], words["namely"])
        openings = _openings(nodes)
        opened_until, opened_by = _ahead(nodes)
        acting: Phrase | None = None
        inner = False
        here: list[Phrase] = []
        topic: Phrase | None = None
        subject: Phrase | None = None
        self.joined = []
        predicates = {
            id(node)
            for before, node in pairwise(n for n in nodes if not (isinstance(n, Word) and n.is_a("adverb")))
            if isinstance(before, Word) and before.is_a("be")
        }
        # "The alliance said they had taken P".
        told = {
            id(node)
            for before, node in pairwise(
                n for n in nodes if not (isinstance(n, Word) and n.is_a("date", "that"))
            )
            if isinstance(before, Word) and before.is_a("reporting") and before.part == "verb"
        }
        cited = {
            id(node)
            for before, node in pairwise(nodes)
            if isinstance(before, Word) and before.is_a("according")
        }
        for phrase in sorted(phrases, key=lambda each: each.start):
            if id(phrase) in taken:
                place = it_places.meant(self.said, words["locative"])
                if place is not None:
                    phrase.place, phrase.meant = place.place, place
                continue
            # What a subject does to "him" it does to another; "his" may be its own.
            owning = phrase.via == "possessor"
            while openings and openings[0] < phrase.start:
                del openings[0]
                acting, inner = None, True
            other = subject if id(phrase) in objects and not owning else None
            nearest = reversed(deeds_of if owning else speech_of)
            doer = next((p for at, p in nearest if at < phrase.start), None)
            pointing = id(phrase) in definite and id(phrase) not in predicates
            doer = _only_body(doer or topic, here, phrase) or doer
            owned = phrase.how == "pronoun" and phrase.words[0].is_a("possessor")
            if owned:
                # "X and its allies"; "while Y went on with its campaign".
                ahead = opened_by if phrase.start < opened_until else None
                doer = _partner(partners, phrase.start) or (acting if inner else None) or ahead or doer
            apart = subject if phrase.how == "pronoun" or id(phrase) in undergoing else None
            many = phrase.how == "pronoun" and phrase.words[0].is_a("plural") and inner
            speaks = not owned and doer is not None and _is_body(doer) and id(phrase) in told
            if (
                many
                and not owned
                and not speaks
                and (doer is None or not _means_several(doer))
                and other is None
                and not (topic and _means_several(topic))
            ):
                # "X armed rebels as they entered P".
                doer = next((p for p in reversed(here) if _means_several(p) and p.actor is not None), doer)
            self._settle(phrase, doer or topic, subject=other and apart, pointing=pointing)
            if phrase.how == "pronoun" and phrase.actor is None and other is None:
                several = phrase.words[0].is_a("plural")
                near = subject if several else _one_body(here) if owned else None
                self._settle(phrase, near, subject=None, pointing=pointing)
            free = not phrase.preposition and phrase.how not in ("origin", "owner")
            stands = phrase.actor is not None and id(phrase) in known and id(phrase) not in objects
            acts = id(phrase) in agents and phrase.actor is not None
            if acts or (free and stands):
                joined = phrase.conjunction and subject is not None and _are_joined(nodes, subject, phrase)
                self.joined = [*self.joined, subject.actor] if joined and subject is not None else []
                subject = phrase
            acting = phrase if free and stands and acting is None else acting
            if free and stands and phrase.actor is not None and phrase.actor.type == "Person":
                self.hero = phrase
            if phrase.actor is None and phrase.place is None:
                continue
            here.append(phrase)
            self.said.append(phrase)
            self._introduce(phrase)
            free = (
                not phrase.preposition and phrase.how not in ("origin", "owner") and phrase.actor is not None
            )
            speaking_only = topic is not None and self._is_source(topic) and not self._is_source(phrase)
            if (topic is None or speaking_only) and free and id(phrase) in known and id(phrase) not in cited:
                topic = phrase
        if topic is not None:
            self.topics.append(topic)
        del self.said[: -2 * _HOW_FAR_BACK]

    def _is_source(self, phrase: Phrase) -> bool:
        """Whether a phrase without a name only says who is cited: "officials said that X"; "they" are not meant."""
        return phrase.how == "described" and bool(self.lexicon.pack.heads.get(phrase.head, {}).get("source"))

    def _introduce(self, phrase: Phrase) -> None:
        person = (
            phrase.actor is not None
            and phrase.actor.type == "Person"
            and phrase.how in ("name", "discovered")
        )
        if person and phrase.actor is not None and len(phrase.words) > 1:
            self.surnames[phrase.words[-1].text.rpartition("-")[2]] = phrase.actor
            self.surnames[phrase.words[-1].text] = phrase.actor

    def _settle(
        self, phrase: Phrase, topic: Phrase | None, *, subject: Phrase | None, pointing: bool
    ) -> None:
        word = phrase.words[-1] if phrase.words else None
        if word is None:
            return
        if phrase.how == "pronoun" and phrase.actor is None:
            meant = self._pronoun(phrase.words[0], topic, subject=subject)
            if meant is not None:
                phrase.actor = meant.actor
                phrase.meant = self._named(meant) if phrase.via in ("", "possessor") else None
            return
        if phrase.how == "thing" and word.is_a("latter") and len(phrase.words) == 1:
            said = (
                p for p in reversed(self.said) if p.actor is not None and p.how not in ("pronoun", "origin")
            )
            where = self.lexicon.pack.words["locative"]
            latter = next((p for p in said if p.place is None or p.preposition not in where), None)
            if latter is not None:
                phrase.actor, phrase.meant = latter.actor, self._named(latter)
            return
        if phrase.how == "short" and phrase.actor is None and phrase.place is None:
            self._short(phrase, word, subject, pointing=pointing)
        elif phrase.generic and pointing and phrase.how == "described":
            self._described(phrase, word, subject)
        elif phrase.generic and phrase.how == "office" and pointing:
            self._holder(phrase, word)

    def _named(self, meant: Phrase) -> Phrase:
        """The last phrase that named whom ``meant`` means."""
        named = (p for p in reversed(self.said) if p.actor == meant.actor and p.how != "pronoun")
        return next(named, meant.meant or meant)

    def _pronoun(self, word: Word, topic: Phrase | None, *, subject: Phrase | None) -> Phrase | None:
        earlier = [*self.topics[-2:], *([topic] if topic is not None else [])]
        if subject is not None:
            # What X and Y do to "them" they do to others.
            others = (
                p
                for p in self.said[-_HOW_FAR_BACK:]
                if p.actor is not subject.actor
                and p.actor not in self.joined
                and not subject.start <= p.start < p.end <= subject.end
            )
            earlier = [p for p in others if p.place is None or not p.preposition]
        if word.is_a("personal"):
            persons = [
                p
                for p in self.said[-_HOW_FAR_BACK:]
                if p.actor is not None and p.actor.type == "Person" and not _are_many(p)
            ]
            hero = self.hero
            told = hero is not None and any(p.actor == hero.actor for p in persons)
            if told and (subject is None or hero is None or subject.actor != hero.actor):
                return hero
            apart = [p for p in persons if subject is None or p.actor != subject.actor]
            return (apart or persons)[-1] if persons else None
        if word.is_a("neuter"):
            fitting = [
                p for p in earlier if p.actor is not None and p.actor.type != "Person" and not _is_plural(p)
            ]
            return fitting[-1] if fitting else None
        if word.is_a("plural"):
            fitting = [
                p
                for p in earlier
                if p.actor is not None and p.actor.type not in ("Person", "State") and not _is_position(p)
            ]
            several = [p for p in fitting if _is_plural(p)] if self.joined else []
            return (several or fitting)[-1] if fitting else None
        return None

    def _short(self, phrase: Phrase, word: Word, subject: Phrase | None, *, pointing: bool) -> None:
        entry = self.lexicon.pack.heads.get(word.core, {})
        if not pointing:
            return
        kind = "place" if phrase.via == "place" else "actor"
        wanted = set(entry.get("of_whom", [entry.get("type", "")]))
        for said in reversed(self.said[-_HOW_FAR_BACK:]):
            entity = said.entity(kind)
            if entity is None or said.how in ("pronoun", "short", "origin"):
                continue
            if subject is not None and entity == subject.actor:
                continue
            if kind == "actor" and said.place is not None and said.preposition:
                continue
            named = said.how != "described" or bool(said.actor and said.actor.known)
            if (entity.type in wanted and named) or any(w.core == word.core for w in said.words):
                if kind == "place":
                    phrase.place = entity
                else:
                    phrase.actor = entity
                return
        if kind == "place" and not wanted.isdisjoint(_SETTLEMENTS):
            # What one text calls a town, the registry may call a city.
            settled = (p.place for p in reversed(self.said[-_HOW_FAR_BACK:]) if p.place is not None)
            phrase.place = next((place for place in settled if place.type in _SETTLEMENTS), None)
        elif kind == "place" and wanted == {_ANY_PLACE}:
            # Any place may be called an area.
            phrase.place = next(
                (
                    said.place
                    for said in reversed(self.said[-_HOW_FAR_BACK:])
                    if said.place is not None
                    and said.place.type != "Country"
                    and said.how in ("name", "discovered")
                ),
                None,
            )

    def _described(self, phrase: Phrase, word: Word, subject: Phrase | None) -> None:
        entry = self.lexicon.pack.heads.get(word.core, {})
        if "of_whom" in entry:
            self._short(phrase, word, subject, pointing=True)
            return
        recent = [p for p in self.said[-_HOW_FAR_BACK:] if p.actor is not None and p.how != "pronoun"]
        # Who shells "the rebels" is none of them.
        recent = [p for p in recent if subject is None or p.actor != subject.actor]
        for said in reversed(recent):
            if said.head == word.core or any(w.core == word.core for w in said.words):
                phrase.actor = said.actor
                return
        if entry.get("armed"):
            for said in reversed(recent):
                if (
                    said.actor is not None
                    and said.actor.type in _ARMED
                    and said.how in ("name", "discovered")
                ):
                    phrase.actor = said.actor
                    return

    def _holder(self, phrase: Phrase, word: Word) -> None:
        """ "The minister": the last person whose title was given so."""
        for said in reversed(self.said[-_HOW_FAR_BACK:]):
            person = said.actor is not None and said.actor.type == "Person"
            if person and said.how == "office" and any(w.core == word.core for w in said.words):
                phrase.actor = said.actor
                return
        if self.lexicon.pack.titles.get(word.core, {}).get("relation") == "none":
            # "The general" is whoever was named last; a rank is no office of his.
            persons = (said.actor for said in reversed(self.said) if said.actor is not None)
            phrase.actor = next((actor for actor in persons if actor.type == "Person"), phrase.actor)


def _partners(
    nodes: list[Node], agents: Container[str], times: Container[str], examples: Container[str]
) -> list[tuple[int, int, Phrase]]:
    """Who is meant by each possessive for whom he stands right before it, and from where to where that stands.

    "X and its allies"; "the raid by X during its campaign".
    """
    found: list[tuple[int, int, Phrase]] = []
    for position in range(1, len(nodes)):
        node, before = nodes[position], nodes[position - 1]
        joined = bool(node.conjunction) and not node.preposition
        if isinstance(node, Phrase) and node.preposition in examples and is_comma(before) and position > 1:
            # "The militants, including their leader".
            before = nodes[position - 2]
            joined = True
        elif isinstance(before, Word) and before.is_a("clause") and position > 1:
            before = nodes[position - 2]
            joined = before.preposition in agents
        elif isinstance(node, Phrase) and node.preposition and not node.conjunction:
            joined = before.preposition in agents and node.preposition in times
        body = isinstance(before, Phrase) and before.actor is not None and before.actor.type != "Person"
        if joined and body and isinstance(before, Phrase) and isinstance(node, Phrase):
            start = node.words[0].start if node.how == "pronoun" else node.start
            low = before.end if node.preposition in examples else start
            found.append((low, start, before))
    return found


def _partner(partners: list[tuple[int, int, Phrase]], start: int) -> Phrase | None:
    """Who is meant by the possessive at ``start`` for whom he stands right before it."""
    return next((whom for low, high, whom in partners if low <= start <= high), None)


def _ahead(nodes: list[Node]) -> tuple[int, Phrase | None]:
    """Who follows what opens a sentence, and where that ends in the text: "in its war against X, Y has killed Z"."""
    opening = nodes[0] if nodes else None
    if opening is None or not opening.preposition:
        return 0, None
    for position, node in enumerate(nodes[:-1]):
        if is_comma(node):
            following = nodes[position + 1]
            named = (
                isinstance(following, Phrase) and following.actor is not None and not following.preposition
            )
            return (node.start, following) if named and isinstance(following, Phrase) else (0, None)
        if isinstance(node, Word) and (node.mark or node.part == "verb" or node.is_a("clause", "relative")):
            break
    return 0, None


def _openings(nodes: list[Node]) -> list[int]:
    """Where clauses begin that have a subject of their own."""
    return [node.start for node in nodes if isinstance(node, Word) and not node.mark and node.is_a("clause")]


def _one_body(here: list[Phrase]) -> Phrase | None:
    """The one body that the sentence has named so far."""
    bodies = {
        p.actor.iri: p for p in here if p.actor is not None and p.actor.type != "Person" and not p.generic
    }
    return next(iter(bodies.values())) if len(bodies) == 1 else None


def _only_body(speaker: Phrase | None, here: list[Phrase], pronoun: Phrase) -> Phrase | None:
    """The one body named so far in a sentence about a person: "a spokesman for X said its fighters"."""
    if speaker is None or speaker.actor is None or speaker.actor.type != "Person" or pronoun.how != "pronoun":
        return None
    if not pronoun.words[0].is_a("neuter"):
        return None
    if pronoun.words[0].is_a("possessor"):
        bodies = {
            p.actor.iri: p for p in here if p.actor is not None and p.actor.type not in ("Person", "State")
        }
        if bodies:
            return next(iter(bodies.values())) if len(bodies) == 1 else None
    # "Turkey's president said it would".
    states = {p.actor.iri: p for p in here if p.actor is not None and p.actor.type == "State"}
    return next(iter(states.values())) if len(states) == 1 else None


def _is_object(nodes: list[Node], position: int) -> bool:
    """Whether a phrase stands where an object does, and not before a verb of its own."""
    node = nodes[position]
    before = nodes[position - 1] if position else None
    after = nodes[position + 1] if position + 1 < len(nodes) else None
    verbal = isinstance(after, Word) and (
        after.part == "verb" or after.is_a("have", "be", "modal", "do", "adverb")
    )
    led = isinstance(node, Phrase) and bool(node.preposition)
    said = isinstance(before, Word) and before.is_a("reporting") and not before.is_a("causing")
    return led or (isinstance(before, Word) and before.part == "verb" and not verbal and not said)


def _undergoes(before: Node, node: Node) -> bool:
    """Whether a phrase is whom the verb or deed right before it is done to: "shelled X", "clashed with X"."""
    if not isinstance(before, Word) or not isinstance(node, Phrase) or before.part not in ("verb", "deed"):
        return False
    slots = (sense.object if before.part == "verb" else sense.noun_object for sense, _ in before.senses)
    return any((node.preposition or "bare") in slot.preps for slot in slots)


def _means_several(phrase: Phrase) -> bool:
    """Whether the words for somebody stand in the plural: "the rebels", "fighters of X"."""
    words = [*phrase.words[:1], *phrase.words[-1:]]
    if phrase.actor is not None and phrase.actor.type in _SINGULAR and phrase.how in ("name", "discovered"):
        # "Reuters" is one.
        return False
    return bool(words) and (phrase.via == "transparent" or words[-1].text.endswith("s"))


def _is_body(phrase: Phrase) -> bool:
    """Whether somebody is an armed body, of which "they" are its men."""
    return phrase.actor is not None and phrase.actor.type in (*_ARMED, "Coalition", "StateForce")


def _is_plural(phrase: Phrase) -> bool:
    return phrase.how == "described" and bool(phrase.words) and phrase.words[-1].text.endswith("s")


def _is_position(phrase: Phrase) -> bool:
    """Whether a phrase means somebody by what is his: who fires at "his base" and then at "them" fires at others."""
    return phrase.via == "target" and bool(phrase.words) and phrase.words[-1].is_a("target")


def _are_many(phrase: Phrase) -> bool:
    """Whether an office stands in the plural: "its rivals" are no "he"."""
    return phrase.how == "office" and bool(phrase.words) and phrase.words[-1].text.endswith("s")


def _are_joined(nodes: list[Node], first: Phrase, second: Phrase) -> bool:
    """Whether two phrases stand side by side, as in a list."""
    return any(one is first and other is second for one, other in pairwise(nodes))

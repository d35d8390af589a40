"""The arguments of a frame among the phrases of a sentence: who fits a slot, and who stands where."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract import partners, sites, stances
from kg.extract.agreement import disagrees
from kg.extract.anaphora import Discourse
from kg.extract.asides_of_place import is_of_goal, says_where
from kg.extract.coordination import collect
from kg.extract.deed_clauses import relative_verb, told_later
from kg.extract.entities import Entities
from kg.extract.groups import origin_of
from kg.extract.nodes import SITE, Node, Phrase, Word, is_comma
from kg.extract.syntax import Syntax
from kg.extract.topics import Topics
from kg.languages import Slot

ACTOR = Slot(frozenset({"actor"}), frozenset({"bare"}))
FAR = 14
"""Nodes between a noun of action and the verb that takes it."""
_LONGEST_ADJECTIVES = 2
"""Unknown words that may be adjectives of the noun before them."""


@dataclass(frozen=True, slots=True)
class Found:
    """The arguments of one frame, each a list of coordinated phrases, and how they were found."""

    subjects: list[Phrase]
    objects: list[Phrase]
    rule: str


@dataclass(slots=True)
class Arguments:
    """Questions about the phrases of one sentence; positions are indexes into the nodes of ``syntax``."""

    syntax: Syntax
    discourse: Discourse
    entities: Entities
    topics: Topics
    subjects: dict[int, list[Phrase]] = field(default_factory=dict)
    """The subjects already found, by the position of their verb."""
    helped: dict[int, list[Phrase]] = field(default_factory=dict)
    """To whom somebody did what is no blow, by the position of a passive verb: "were trained by X"."""
    done: dict[str, list[tuple[int, list[Phrase]]]] = field(default_factory=dict)
    """Who was found to do what, by relation: where the word stands and who did it, in text order."""

    def fits(self, position: int, slot: Slot) -> bool:
        """Whether the node is a phrase of a kind that the slot takes."""
        node = self.syntax.nodes[position]
        return isinstance(node, Phrase) and (node.fits(slot) or self._taken_site(node, slot) is not None)

    def _taken_site(self, phrase: Phrase, slot: Slot) -> Phrase | None:
        """Whose site may be held is no actor where the slot takes sites alone."""
        if SITE not in slot.kinds or "actor" in slot.kinds or phrase.place is not None:
            return None
        sent = not slot.preps.isdisjoint(self.syntax.lexicon.pack.words["sent_to"])
        if sent and phrase.via == "":
            return None  # "Sent forces to the 82nd Brigade": to those who are in it.
        return sites.of_owner(phrase, self.syntax.lexicon, self.entities)

    def bare(self, positions: list[int], slot: Slot) -> list[int]:
        """Those of ``positions`` that fit and that nothing governs; of a list only its first."""
        kept: list[int] = []
        for position in positions:
            node = self.syntax.nodes[position]
            if self.syntax.governors[position] != "bare" or not self.fits(position, slot):
                continue
            if self.syntax.is_told_aside(position, positions[0]) or says_where(self.syntax, position):
                continue
            if self._is_cited(position):
                continue
            if not (kept and isinstance(node, Phrase) and node.conjunction):
                kept.append(position)
        return kept

    def _is_cited(self, position: int) -> bool:
        """Whether who is named only says so: "according to what X mentioned"."""
        verb = self.syntax.nodes[position - 1] if position > 1 else None
        said = isinstance(verb, Word) and verb.is_a("reporting", "announcing")
        return said and self.syntax.follows(position - 1, "according", "according_that")

    def is_bystander(self, phrase: Phrase) -> bool:
        """Whether a phrase names common people: where they are is no news of actors."""
        # "The Xs" are people; of "the Xish and Yish militias" the second has an adjective alone.
        alone = (word for word in phrase.words[:1] if phrase.head in ("", word.core))
        people = phrase.how == "described" and any(word.is_a("nisba") for word in alone)
        people = people or (
            phrase.how == "described" and any(w.is_a("townspeople") for w in phrase.words[:1])
        )
        if phrase.actor is not None and phrase.actor.type == "Person":
            people = people or any(word.is_a("adherent") for word in phrase.words[:1])
        return people or bool(self.syntax.lexicon.pack.heads.get(phrase.head, {}).get("bystanders"))

    def is_source(self, phrase: Phrase) -> bool:
        """Whether a phrase names somebody who is cited by trade: what papers send out are no troops."""
        return bool(self.syntax.lexicon.pack.heads.get(phrase.head, {}).get("source"))

    def is_impersonal(self, phrase: Phrase) -> bool:
        """Whether a phrase names a source that is no people, such as media: they strike nobody."""
        return bool(self.syntax.lexicon.pack.heads.get(phrase.head, {}).get("impersonal"))

    def led(self, positions: list[int], slot: Slot) -> int | None:
        """The first phrase that one of the slot's prepositions introduces."""
        pack = self.syntax.lexicon.pack
        somewhere = not slot.preps.isdisjoint(pack.words["locative"])
        within = somewhere and "actor" not in slot.kinds
        for position in positions:
            governor = self.syntax.governors[position].removeprefix("noun:")
            leads = governor in slot.preps or (somewhere and governor in pack.directions)
            leads = leads or (within and governor in pack.words["locative"])
            leads = leads or self._is_within_own(position, slot)
            part = within and governor == "bare" and self._is_part_of_country(position)
            goes = "actor" in slot.kinds or not is_of_goal(self.syntax, position)
            goes = goes and not ("place" not in slot.kinds and self._is_met_in(position))
            goes = goes and not ("actor" in slot.kinds and self._is_where_a_thing_is(position))
            goes = goes and not ("actor" in slot.kinds and self._holds_the_place_before(position))
            goes = goes and not ("actor" not in slot.kinds and self._is_of_a_thing(position, positions[0]))
            if (part or (governor != "bare" and leads)) and goes and self.fits(position, slot):
                return None if partners.is_second(self.syntax, positions[0], position) else position
        return None

    def _holds_the_place_before(self, position: int) -> bool:
        """Whether "in" only tells in which country the town right before lies: "met in the town of P in Q"."""
        node, town = self.syntax.nodes[position], self.syntax.nodes[position - 1] if position else None
        inside = node.preposition in self.syntax.lexicon.pack.words["inside"]
        whole = isinstance(node, Phrase) and node.place is not None and node.place.type == "Country"
        return whole and inside and isinstance(town, Phrase) and town.place is not None and town.actor is None

    def _is_part_of_country(self, position: int) -> bool:
        """Whether a place says by a direction where something is: "the forces stationed (in) northern P"."""
        node = self.syntax.nodes[position]
        named = isinstance(node, Phrase) and node.actor is None and not node.conjunction
        return named and isinstance(node, Phrase) and bool(node.words) and node.words[0].is_a("direction")

    def _is_of_a_thing(self, position: int, first: int) -> bool:
        """Whether "to" ties a place to a noun before it and takes nobody there: "a unit belonging to P"."""
        node, noun = self.syntax.nodes[position], self.syntax.nodes[position - 1] if position else None
        if node.preposition not in self.syntax.lexicon.pack.words["belonging"] or not isinstance(noun, Word):
            return False
        return noun.is_a("affiliated") or (position != first and noun.is_plain)

    def _is_where_a_thing_is(self, position: int) -> bool:
        """Whether a place is only where somebody's thing is that was struck: "struck his car on the road"."""
        node, at = self.syntax.nodes[position], position - 1
        if not isinstance(node, Phrase) or node.actor is not None:
            return False
        while at > 0 and isinstance(led := self.syntax.nodes[at], Word) and led.is_a("preposition", "adverb"):
            at -= 1
        thing = self.syntax.nodes[at] if at >= 0 else None
        return isinstance(thing, Word) and bool(thing.suffix) and thing.is_a("home", "movable")

    def _is_met_in(self, position: int) -> bool:
        """Whether "in" leads from a meeting to a town whose name may stand for a government: "their meeting in P"."""
        node = self.syntax.nodes[position]
        at = position - 1
        while (
            at > 0
            and isinstance(word := self.syntax.nodes[at], Word)
            and (word.is_plain or word.is_a("epithet", "adverb"))
        ):
            at -= 1
        noun = self.syntax.nodes[at] if at >= 0 else None
        town = isinstance(node, Phrase) and node.place is not None and node.place.type == "City"
        led = town and self.syntax.governors[position] in self.syntax.lexicon.pack.words["locative"]
        return led and isinstance(noun, Word) and noun.is_a("meeting")

    def _is_within_own(self, position: int, slot: Slot) -> bool:
        """Whether the place is where something lies that the preposition leads to: "withdrew from its camps in P"."""
        words = self.syntax.lexicon.pack.words
        if (
            slot.preps.isdisjoint(words["partitive"])
            or self.syntax.governors[position] not in words["locative"]
        ):
            return False
        before = position - 1
        before -= before >= 0 and isinstance(self.syntax.nodes[before], Word)
        own = self.syntax.nodes[before] if before >= 0 else None
        held = isinstance(own, Phrase) and own.how in ("pronoun", SITE) and SITE not in slot.kinds
        return held and self.syntax.governors[before] in slot.preps

    def members(self, position: int, slot: Slot) -> list[Phrase]:
        """The list that begins at ``position``, which must fit ``slot``."""
        node = self.syntax.nodes[position]
        site = self._taken_site(node, slot) if isinstance(node, Phrase) else None
        if site is not None:
            return [site, *self._further_places(position + 1, slot)]
        return collect(self.syntax.nodes, position, self._kind(position, slot))[0]

    def _further_places(self, position: int, slot: Slot) -> list[Phrase]:
        """The places that "and" joins to somebody's site: "took the base of X and the crossroads of P"."""
        node = self.syntax.nodes[position] if position < len(self.syntax.nodes) else None
        joined = isinstance(node, Phrase) and bool(node.conjunction) and not node.preposition
        return self.members(position, slot) if joined and self.fits(position, slot) else []

    def beyond(self, position: int, slot: Slot) -> int:
        """The position behind the list that begins at ``position``."""
        return collect(self.syntax.nodes, position, self._kind(position, slot))[1]

    def _kind(self, position: int, slot: Slot) -> str:
        node = self.syntax.nodes[position]
        actor = "actor" in slot.kinds and isinstance(node, Phrase) and node.actor is not None
        if actor and "place" in slot.kinds and isinstance(node, Phrase) and node.place is not None:
            following = self.syntax.nodes[position + 1] if position + 1 < len(self.syntax.nodes) else None
            listed = isinstance(following, Phrase) and bool(following.conjunction)
            actor = not (listed and isinstance(following, Phrase) and following.actor is None)
        return "actor" if actor else "place"

    def left(self, position: int, slot: Slot) -> int | None:
        """The subject of the clause before ``position``, with which a verb there agrees in gender."""
        found = self.syntax.left_subject(position, "actor" if "actor" in slot.kinds else "place")
        verb, subject = self.syntax.nodes[position], self.syntax.nodes[found] if found is not None else None
        if isinstance(subject, Phrase) and isinstance(verb, Word):
            noun = verb.has_voice("either") and not verb.suffix and not self.syntax.is_verb(position)
            return None if not noun and disagrees(verb, subject, self.syntax.lexicon) else found
        return found

    def names_subject(self, verb: int) -> bool:
        """Whether a noun nobody knows stands right behind the verb as its subject: "arms reached P"."""
        word = self.syntax.nodes[verb + 1] if verb + 1 < len(self.syntax.nodes) else None
        if not isinstance(word, Word) or not word.stands_alone:
            return False
        endings = tuple(self.syntax.lexicon.pack.words["adverb_ending"])
        plain = not word.classes and not word.senses and not word.core.endswith(endings)
        return plain or word.is_a("weapon", "arms_load", "moved")

    def agent(self, positions: list[int], *, of_noun: bool = False) -> int | None:
        """The phrase behind "by", unless a participle of its own takes it: "the airport, besieged by".

        An adjective of a deed takes none from its noun: "the heavy shelling by X".
        """
        for position in positions:
            before, node = self.syntax.nodes[position - 1], self.syntax.nodes[position]
            said = self._is_participle(position - 2) and not (of_noun and self._is_of_deed(position - 2))
            led = isinstance(before, Word) and before.is_a("agent") and not said
            if led and isinstance(node, Phrase) and node.actor is not None:
                return position
        return None

    def _is_of_deed(self, position: int) -> bool:
        """Whether the word describes a definite deed right before it: "the heavy shelling by X"."""
        deed = self.syntax.nodes[position - 1] if position else None
        if not isinstance(deed, Word) or deed.mark or self.syntax.is_verb(position - 1):
            return False
        return deed.has_voice("noun", "either") and self.syntax.lexicon.is_definite(deed.core)

    def _is_participle(self, position: int) -> bool:
        node = self.syntax.nodes[position] if position >= 0 else None
        if not isinstance(node, Word) or node.classes or node.senses:
            return False
        named = self.syntax.follows(position, "before_clause")  # "After his naming by X".
        return self.syntax.lexicon.is_definite(node.core) or named

    def behind_adjectives(self, position: int) -> tuple[int, Phrase | None]:
        """The position behind the noun's adjectives, and the state that an adjective of origin names."""
        origin: Phrase | None = None
        noun = self.syntax.nodes[position]
        definite = isinstance(noun, Word) and (
            bool(noun.suffix) or self.syntax.lexicon.is_definite(noun.core)
        )
        step = position + 1
        while step < len(self.syntax.nodes):
            node = self.syntax.nodes[step]
            if isinstance(node, Phrase):
                if node.how != "origin":
                    break
                origin = origin or node
            elif node.is_a("nisba") and not node.conjunction and not node.preposition:
                origin = origin or origin_of(node, self.syntax.lexicon, self.entities)
            elif not self._passes(node, step - position, definite=definite):
                break
            step += 1
        return step, origin

    def origins(self, position: int) -> list[Phrase]:
        """The states whose deed the noun at ``position`` names by two adjectives, or by one: "the Xish Yish raids"."""
        behind, first = self.behind_adjectives(position)
        if first is None:
            return []
        words = (node for node in self.syntax.nodes[position + 1 : behind] if isinstance(node, Word))
        found = [first]
        for word in words:
            other = origin_of(word, self.syntax.lexicon, self.entities) if word.is_a("nisba") else None
            state = other is not None and other.actor is not None and other.actor.type == "State"
            if state and other is not None and all(other.actor != one.actor for one in found):
                found.append(other)
        return found

    def _passes(self, node: Word, distance: int, *, definite: bool) -> bool:
        if node.mark or node.preposition or node.is_a("preposition", "relative", "clause", "complementizer"):
            return False
        if node.core.isdigit():
            return False
        if node.is_a("epithet", "adverb", "direction", "occur", "light", "hedge"):
            return not node.suffix
        alike = self.syntax.lexicon.is_definite(node.core) is definite
        return alike and not node.classes and not node.senses and distance <= _LONGEST_ADJECTIVES

    def doer(self, position: int) -> list[Phrase]:
        """Who did the first deed that a noun behind ``position`` names: "condemned the attack by X"."""
        for step in range(position + 1, min(position + FAR, len(self.syntax.nodes))):
            node = self.syntax.nodes[step]
            if self.syntax.blocks(step) or (isinstance(node, Word) and node.is_a("before_clause")):
                return []
            if self.syntax.follows(step, "light_noun") and self.fits(step, ACTOR):
                return self.members(step, ACTOR)
            if self._is_stance_of_somebody(step):
                return []
            if isinstance(node, Word) and node.conjunction and is_comma(self.syntax.nodes[step - 1]):
                return []
            if isinstance(node, Word) and node.is_a("own_deed") and self._is_refused_by(position):
                return []  # "Refused to confirm that": it is what he would do himself.
            senses = node.senses if isinstance(node, Word) and node.conjunction else ()
            if any(frame.of_deed and voice == "noun" for frame, voice in senses):
                continue  # "His condemnation and denunciation of the raid": both are of the raid.
            # "X, led by Y, condemned": that Y leads is no deed.
            led = isinstance(node, Word) and all(frame.predicate for frame, _ in node.senses)
            if isinstance(node, Word) and node.has_voice("noun", "either") and not led:
                if self.syntax.follows(step, "during"):
                    continue  # "Criticised, during a meeting of X, the raids of Y".
                verb = self.syntax.nodes[position]
                threat = isinstance(verb, Word) and verb.is_a("threat")
                own = bool(node.suffix)  # Its doer is whom the pronoun means.
                if node.is_a("light_noun") and not own and not self.doer_of(step):
                    continue  # "Condemned the imposing of Xish sanctions": what it carries says whose.
                undone = node.is_a("undoing") or self._is_refused(position, step)
                return [] if own or undone else self.doer_of(step, threatened=threat)
        return []

    def _is_stance_of_somebody(self, position: int) -> bool:
        """Whether a noun for what somebody plans has whose it is right behind: "rejected the decision of X to"."""
        noun = self.syntax.nodes[position]
        stance = isinstance(noun, Word) and not noun.senses and not noun.suffix
        stance = stance and isinstance(noun, Word) and "stance" in self.syntax.lexicon.nouns(noun.text)
        owner = self.syntax.nodes[position + 1] if stance and position + 1 < len(self.syntax.nodes) else None
        return (
            isinstance(owner, Phrase)
            and owner.actor is not None
            and not (owner.preposition or owner.conjunction)
        )

    def _is_refused_by(self, verb: int) -> bool:
        word = self.syntax.nodes[verb]
        return isinstance(word, Word) and word.is_a("refusal")

    def _is_refused(self, verb: int, deed: int) -> bool:
        """Whether the deed is what the subject of the verb refuses to do: "refused the support of X"."""
        word, noun = self.syntax.nodes[verb], self.syntax.nodes[deed]
        if not isinstance(word, Word) or not isinstance(noun, Word):
            return False
        if not word.is_a("refusal") or self.syntax.has_doer(deed):
            return False
        meeting = any(frame.reciprocal for frame, _ in noun.senses)
        return noun.has_voice("either") or (meeting and not self.syntax.lexicon.is_definite(noun.core))

    def owner(self, position: int) -> list[Phrase]:
        """Whose the first thing is that is named behind ``position``: "rejected X's policy", "the X-ish policy"."""
        stance = self.stance(position) or self._author(position)
        if stance:
            return stance
        for step in self.syntax.following(position):
            governor = self.syntax.governors[step]
            if self.is_behind_blow(step, position):
                return []
            if (governor == "genitive" or governor.startswith("noun:")) and self.fits(step, ACTOR):
                return self.members(step, ACTOR)
        return []

    def is_behind_blow(self, step: int, position: int) -> bool:
        """Whether a deed that hits somebody is named between: "criticised the storming of the house of X".

        Behind "by" stands who did it.
        """
        between = self.syntax.nodes[position + 1 : step]
        if any(isinstance(node, Word) and node.is_a("agent") for node in between):
            return False
        return any(
            _is_blow(node) and not self.syntax.is_verb(position + 1 + at) for at, node in enumerate(between)
        )

    def stance(self, position: int) -> list[Phrase]:
        """The state whose policy, presence or envoy is named behind ``position`` with an adjective of origin."""
        noun = stances.noun_behind(self.syntax, position)
        origin = self.behind_adjectives(noun)[1] if noun is not None else None
        return [origin] if origin is not None else []

    def _author(self, position: int) -> list[Phrase]:
        """Who put forward what is named behind ``position``: "rejected the initiative that X put forward"."""
        noun = stances.noun_behind(self.syntax, position, beyond_subject=True)
        found = stances.author(self.syntax, noun) if noun is not None else None
        return self.members(found, ACTOR) if found is not None else []

    def means(self, start: int) -> int | None:
        """Whose aircraft did it, where the noun of action says no more: "a raid with an Israeli drone"."""
        node = self.syntax.nodes[start] if start < len(self.syntax.nodes) else None
        if not isinstance(node, Phrase) or node.generic or node.actor is None:
            return None
        described = node.how == "described" or node.via == "transparent"
        weapon = described and "slug" in self.syntax.lexicon.pack.heads.get(node.head, {})
        return start if weapon and node.preposition in self.syntax.lexicon.pack.words["means"] else None

    def _is_victims(self, noun: int, rest: list[int]) -> bool:
        """Whether who is named behind the noun suffers the deed: "the murder of X", but not "X's murder of Y"."""
        node = self.syntax.nodes[noun]
        belonging = self.syntax.lexicon.pack.words["belonging"]
        object_follows = bool(rest) and self.syntax.governors[rest[0]] in ("bare", *belonging)
        return isinstance(node, Word) and node.is_a("victim_noun") and not object_follows

    def doer_of(self, noun: int, *, threatened: bool = False) -> list[Phrase]:
        """Who did what the noun at ``noun`` names: by origin, as agent, as owner, or in a relative clause.

        Of a deed that is ``threatened``, the owner is whom it would hurt.
        """
        start, origin = self.behind_adjectives(noun)
        if origin is not None:
            return self.origins(noun)
        start = self._behind_kin(start)
        behind = self.syntax.following(start - 1)
        relative = relative_verb(self.syntax, start)
        found = self.agent(behind, of_noun=True)
        if found is None and relative is None:
            found = self.means(start)
        if found is None and relative is not None:
            found = next(iter(self.bare(self.syntax.following(relative), ACTOR)), None)
        elif (
            found is None and behind[:1] == [start] and (threatened or not self._is_victims(noun, behind[1:]))
        ):
            word = self.syntax.nodes[noun]
            last = word.core.rpartition(" ")[2] if isinstance(word, Word) and " " in word.core else ""
            toward = bool(last) and last in self.syntax.lexicon.pack.words["edge_prep"]
            # Behind "the finishing off of" stands who suffers it; a noun with the article owns nothing bare.
            definite = isinstance(word, Word) and self.syntax.lexicon.is_definite(last or word.core)
            owned = not toward and self.syntax.governors[start] in (
                *(() if definite else ("of", "bare")),
                *self.syntax.lexicon.pack.words["belonging"],
            )
            found = start if owned and self.fits(start, ACTOR) else None
        if found is None and relative is None:
            found = self.comes_from(noun, start)
        if found is None:
            found = self.doer_told_later(noun)
        return self.members(found, ACTOR) if found is not None else []

    def comes_from(self, noun: int, start: int) -> int | None:
        """The actor from whom a blow comes, right behind its adjectives: "artillery fire from X that hit P"."""
        nodes, words = self.syntax.nodes, self.syntax.lexicon.pack.words
        source = nodes[start + 1] if start + 1 < len(nodes) else None
        led = isinstance(word := nodes[min(start, len(nodes) - 1)], Word) and word.core in words["partitive"]
        body = isinstance(source, Phrase) and source.actor is not None and source.place is None
        return start + 1 if led and body and _is_blow(nodes[noun]) else None

    def doer_told_later(self, noun: int) -> int | None:
        """Who is told to have done the deed only behind what it was aimed at: "a raid on P, carried out by X"."""
        later = told_later(self.syntax, noun)
        found = self.bare(self.syntax.following(later), ACTOR) if later is not None else []
        return found[0] if found and later is not None and found[0] == later + 1 else None

    def _behind_kin(self, start: int) -> int:
        """Past "its ally" before the ally's name, and past "belonging to"."""
        word = self.syntax.nodes[start] if start + 1 < len(self.syntax.nodes) else None
        kin = isinstance(word, Word) and ((word.is_a("kin_noun") and word.suffix) or word.is_a("affiliated"))
        return start + 1 if kin and isinstance(self.syntax.nodes[start + 1], Phrase) else start


def _is_blow(node: Node) -> bool:
    """Whether a noun tells of a deed that hits somebody."""
    return isinstance(node, Word) and any(
        frame.relation == "attacks" and voice in ("noun", "either") for frame, voice in node.senses
    )

"""Frames: from a word that says a relation to its subject and object, found by scanning between barriers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.extract.anaphora import Discourse
from kg.extract.between import sides
from kg.extract.coordination import collect
from kg.extract.entities import Entities
from kg.extract.nodes import Phrase, Stated, Word
from kg.extract.syntax import Syntax
from kg.languages import Frame, Slot

_ACTOR = Slot(frozenset({"actor"}), frozenset({"bare"}))
_NEAR = 5
_FAR = 14
"""Nodes behind a noun within which a relative clause may name who did it."""


@dataclass(frozen=True, slots=True)
class _Found:
    subjects: list[Phrase]
    objects: list[Phrase]
    rule: str
    behind: int


class FrameReader:
    """Reads the frames of one sentence."""

    def __init__(self, syntax: Syntax, discourse: Discourse, entities: Entities) -> None:
        self.syntax = syntax
        self.nodes = syntax.nodes
        self.discourse = discourse
        self.entities = entities
        self._subjects: dict[int, list[Phrase]] = {}

    def read(self) -> list[Stated]:
        """All relations that the frames of the sentence state, in text order."""
        stated: list[Stated] = []
        for position, node in enumerate(self.nodes):
            if not isinstance(node, Word) or node.mark or not node.senses:
                continue
            taken: set[str] = set()
            for frame, voice in node.senses:
                if frame.relation in taken:
                    continue
                found = self._arguments(position, frame, voice)
                if found is not None:
                    own = self._state(position, frame, voice, found)
                    stated.extend(own)
                    taken.update({frame.relation} if own else ())
        return stated

    def _arguments(self, position: int, frame: Frame, voice: str) -> _Found | None:
        if frame.between:
            pair = sides(self.syntax, position, lambda suffix, step: self.discourse.pronoun(suffix, self.nodes, step))
            if pair is not None:
                return _Found(pair[0], pair[1], "between", pair[2])
        if voice == "participle" or (self.syntax.is_verb(position) and voice != "noun"):
            return self._verb(position, frame, voice)
        if voice in {"noun", "either"}:
            return self._noun(position, frame)
        return None

    def _bare(self, positions: list[int], slot: Slot) -> list[int]:
        return [p for p in positions if self.syntax.governors[p] == "bare" and self._fits(p, slot)]

    def _fits(self, position: int, slot: Slot) -> bool:
        node = self.nodes[position]
        return isinstance(node, Phrase) and any(node.entity(kind) is not None for kind in slot.kinds)

    def _led(self, positions: list[int], slot: Slot) -> int | None:
        """The first phrase that one of the slot's prepositions introduces."""
        for position in positions:
            governor = self.syntax.governors[position].removeprefix("noun:")
            if governor != "bare" and governor in slot.preps and self._fits(position, slot):
                return position
        return None

    def _members(self, position: int, slot: Slot) -> list[Phrase]:
        node = self.nodes[position]
        assert isinstance(node, Phrase)
        kind = next(kind for kind in ("actor", "place") if kind in slot.kinds and node.entity(kind) is not None)
        return collect(self.nodes, position, kind)[0]

    def _verb(self, position: int, frame: Frame, voice: str) -> _Found | None:
        word = self.nodes[position]
        assert isinstance(word, Word)
        behind = self.syntax.following(position)
        left = None if word.conjunction and not self._relative(position) else self._left(position, frame)
        bare = _heads_only(self, self._bare(behind, frame.subject))
        objects = _heads_only(self, self._bare(behind, frame.object))
        led = self._led(behind, frame.object)
        agent = self._agent(behind) if frame.passive else None
        about = self._about(position, frame, word)
        if about is not None:
            return self._pair(bare[0], about, frame, position) if bare else None
        if agent is not None and (voice == "passive" or not [p for p in bare if p < agent][1:]):
            target = left if left is not None else next(iter(objects), None)
            return self._pair(agent, target, frame, position) if target is not None else None
        if voice == "passive":
            return None
        subject = left
        target = led
        if "bare" in frame.object.preps and led is None:
            target, subject = self._direct(left, bare, objects, position)
        elif subject is None and bare:
            subject = bare[0]
        if target is None:
            doer = self._doer(position) if frame.of_deed and subject is not None else []
            if doer and subject is not None:
                return _Found(self._members(subject, frame.subject), doer, "deed", 0)
            return self._each_other(subject, frame)
        if subject is None:
            shared = self._shared(position)
            return _Found(shared, self._members(target, frame.object), "shared-subject", target + 1) if shared else None
        return self._pair(subject, target, frame, position)

    def _each_other(self, subject: int | None, frame: Frame) -> _Found | None:
        """ "A and B met": the first and the others are each other's objects."""
        members = self._members(subject, frame.subject) if subject is not None and frame.reciprocal else []
        return _Found(members[:1], members[1:], "reciprocal", 0) if len(members) > 1 else None

    def _doer(self, position: int) -> list[Phrase]:
        """Who did the first deed that a noun behind ``position`` names."""
        for step in range(position + 1, min(position + _FAR, len(self.nodes))):
            node = self.nodes[step]
            if self.syntax.blocks(step):
                return []
            if isinstance(node, Word) and any(voice in {"noun", "either"} for _, voice in node.senses):
                start, origin = self._behind_adjectives(step)
                behind = self.syntax.following(start - 1)
                agent = self._agent(behind)
                if origin is not None or agent is not None:
                    return [origin] if origin is not None else self._members(agent or 0, _ACTOR)
                relative = self._relative_agent(start)
                done = self._bare(self.syntax.following(relative), _ACTOR) if relative is not None else behind[:1]
                near = [p for p in done if relative is not None or (p == start and self.syntax.governors[p] in ("of", "bare"))]
                return self._members(near[0], _ACTOR) if near and self._fits(near[0], _ACTOR) else []
        return []

    def _about(self, position: int, frame: Frame, word: Word) -> int | None:
        """The object that a relative clause takes up by a pronoun: "X, whom Y backs", "the town that Y controls"."""
        kind = "place" if "place" in frame.object.kinds and "actor" not in frame.object.kinds else "actor"
        antecedent = self.syntax.antecedent(position, kind)
        if antecedent is None:
            return None
        following = self.nodes[position + 1] if position + 1 < len(self.nodes) else None
        taken_up = isinstance(following, Word) and following.suffix and following.is_a("preposition")
        return antecedent if word.suffix or (taken_up and following.core in frame.object.preps) else None

    def _relative(self, position: int) -> bool:
        before = self.nodes[position - 1] if position else None
        return isinstance(before, Word) and before.is_a("relative")

    def _left(self, position: int, frame: Frame) -> int | None:
        kind = "actor" if "actor" in frame.subject.kinds else "place"
        return self.syntax.left_subject(position, kind)

    def _direct(
        self, left: int | None, bare: list[int], objects: list[int], position: int
    ) -> tuple[int | None, int | None]:
        """Target and subject of a verb whose object needs no preposition."""
        if left is not None:
            return next((p for p in objects if p != left), None), left
        if bare:
            rest = [p for p in objects if p > bare[0]]
            if rest:
                return rest[0], bare[0]
            if self._shared(position):
                return (objects[0] if objects else None), None
        elif objects and self._shared(position):
            return objects[0], None
        return None, bare[0] if bare else None

    def _agent(self, positions: list[int]) -> int | None:
        """The phrase behind "by" in a passive."""
        for position in positions:
            before = self.nodes[position - 1]
            node = self.nodes[position]
            led = isinstance(before, Word) and before.is_a("agent") and not self._modifies(position - 2)
            if led and isinstance(node, Phrase) and node.actor is not None:
                return position
        return None

    def _modifies(self, position: int) -> bool:
        """Whether the word before "by" is a participle of its own, such as "the airport, besieged by"."""
        node = self.nodes[position] if position >= 0 else None
        article = self.syntax.lexicon.article
        return isinstance(node, Word) and not node.classes and not node.senses and node.core.startswith(article)

    def _pair(self, subject: int, target: int, frame: Frame, position: int) -> _Found:
        subjects = self._members(subject, frame.subject)
        self._subjects[position] = subjects
        return _Found(subjects, self._members(target, frame.object), "verb", target + 1)

    def _shared(self, position: int) -> list[Phrase]:
        """The subject of the verb before, where a conjunction joins this one to it."""
        word = self.nodes[position]
        if not isinstance(word, Word) or not word.conjunction:
            return []
        earlier = [p for p in self._subjects if p < position]
        between = range(max(earlier, default=position), position)
        if any(self.syntax.ends_clause(p) for p in between):
            return []
        return self._subjects[max(earlier)] if earlier else []

    def _noun(self, position: int, frame: Frame) -> _Found | None:
        word = self.nodes[position]
        assert isinstance(word, Word)
        slot = frame.noun_object
        start, origin = self._behind_adjectives(position)
        behind = self.syntax.following(start - 1)
        relative = self._relative_agent(start)
        if relative is not None:
            return self._relative_noun(relative, slot, position, frame)
        adjacent = start if start in behind and self.syntax.governors[start] in ("bare", "of") else None
        genitive = adjacent if adjacent is not None and self._fits(adjacent, frame.subject) else None
        led = self._led(behind, slot)
        agent = self._agent(behind)
        sufferer = self._sufferer(position, frame) if frame.undergone else None
        if sufferer is not None:
            doer = agent if agent is not None else self._source(behind)
            return self._pair(doer, sufferer, replace(frame, object=slot), position) if doer is not None else None
        if led is not None:
            target = self._members(led, slot)
            subjects = self._noun_subject(position, frame, genitive, origin, agent, led)
            return _Found(subjects, target, "noun", led + 1) if subjects else None
        if "bare" not in slot.preps or adjacent is None:
            return None
        kind = "actor" if "actor" in frame.subject.kinds else "place"
        _, beyond = collect(self.nodes, adjacent, kind)
        rest = [p for p in _heads_only(self, self._bare(behind, slot)) if p >= beyond]
        if genitive is not None and rest and (rest[0] == beyond or frame.subject.kinds != slot.kinds):
            return self._pair(genitive, rest[0], replace(frame, object=slot), position)
        if not self._fits(adjacent, slot):
            return None
        subjects = self._noun_subject(position, frame, None, origin, agent, adjacent)
        return _Found(subjects, self._members(adjacent, slot), "noun-object", adjacent + 1) if subjects else None

    def _sufferer(self, position: int, frame: Frame) -> int | None:
        """Who came under what the noun names: the subject of a verb of undergoing before it."""
        for step in range(position - 1, max(-1, position - _FAR), -1):
            node = self.nodes[step]
            if isinstance(node, Word) and node.is_a("suffer"):
                behind = [p for p in range(step + 1, position) if self._fits(p, frame.noun_object)]
                return behind[0] if behind else self.syntax.left_subject(step, "actor")
            if self.syntax.blocks(step):
                return None
        return None

    def _source(self, positions: list[int]) -> int | None:
        """The actor behind "from": from whom fire came."""
        partitive = self.syntax.lexicon.pack.words["partitive"]
        for position in positions:
            node = self.nodes[position]
            if isinstance(node, Phrase) and node.actor is not None and self.syntax.governors[position] in partitive:
                return position
        return None

    def _behind_adjectives(self, position: int) -> tuple[int, Phrase | None]:
        """The position behind the noun's adjectives, and the state that an adjective of origin names."""
        origin: Phrase | None = None
        step = position + 1
        while step < len(self.nodes):
            node = self.nodes[step]
            if isinstance(node, Phrase):
                if node.how != "origin":
                    break
                origin = origin or node
            elif node.is_a("nisba") and not node.conjunction and not node.preposition:
                origin = origin or self._origin(node)
            elif node.mark or node.is_a("preposition", "relative", "clause", "complementizer") or node.preposition:
                break
            elif not node.is_a("epithet", "adverb", "battle_side_adjective", "direction", "occur", "light"):
                unknown = not node.classes and not node.senses
                if not unknown or step - position > 2:
                    break
            step += 1
        return step, origin

    def _origin(self, word: Word) -> Phrase | None:
        """The state that an adjective of origin behind the noun names, as its doer."""
        slug = self.syntax.lexicon.pack.nisba[word.core].get("actor")
        actor = self.entities.known_actor(slug) if slug else None
        return Phrase(word.core_start, word.end, actor, None, how="origin", words=[word]) if actor else None

    def _relative_agent(self, start: int) -> int | None:
        """The verb of "which … carried out / provided" behind the noun, or None."""
        for step in range(start, min(start + 2, len(self.nodes) - 1)):
            node, verb = self.nodes[step], self.nodes[step + 1]
            if isinstance(node, Word) and node.is_a("relative") and isinstance(verb, Word) and verb.is_a("light"):
                return step + 1
        return None

    def _relative_noun(self, verb: int, slot: Slot, position: int, frame: Frame) -> _Found | None:
        behind = self.syntax.following(verb)
        bare = self._bare(behind, frame.subject)
        led = self._led(behind, slot)
        subjects = self._members(bare[0], frame.subject) if bare else self._from_left(position, frame)
        targets = self._members(led, slot) if led is not None else self._dative(verb, slot, bare)
        end = max([*bare[:1], *([led] if led is not None else []), verb]) + 1
        return _Found(subjects, targets, "relative", end) if subjects and targets else None

    def _dative(self, verb: int, slot: Slot, bare: list[int]) -> list[Phrase]:
        """Whom "to him" means behind the verb."""
        for step in range(verb + 1, min(verb + _NEAR, len(self.nodes))):
            node = self.nodes[step]
            if isinstance(node, Word) and node.suffix and not node.core and node.preposition in slot.preps:
                return self.discourse.pronoun(node.suffix, self.nodes, step)
        return []

    def _noun_subject(
        self, position: int, frame: Frame, genitive: int | None, origin: Phrase | None, agent: int | None, target: int
    ) -> list[Phrase]:
        word = self.nodes[position]
        if agent is not None and agent != target:
            return self._members(agent, frame.subject)
        if genitive is not None and genitive != target:
            return self._members(genitive, frame.subject)
        if origin is not None:
            return [origin]
        if isinstance(word, Word) and word.suffix:
            return self.discourse.pronoun(word.suffix, self.nodes, position)
        return self._from_left(position, frame)

    def _from_left(self, position: int, frame: Frame) -> list[Phrase]:
        """The subject of the verb that governs the noun, where that verb carries it out."""
        kind = "actor" if "actor" in frame.subject.kinds else "place"
        if frame.predicate:
            modified = self._modified(position, frame)
            return self._members(modified, frame.subject) if modified is not None else []
        left = self.syntax.left_subject(position, kind)
        if left is None or not self._carried(position, left):
            return []
        return self._members(left, frame.subject)

    def _modified(self, position: int, frame: Frame) -> int | None:
        """What a predicate noun is said of: the phrase right before it, else the subject of its clause."""
        kind = "actor" if "actor" in frame.subject.kinds else "place"
        for step in range(position - 1, max(-1, position - 4), -1):
            node = self.nodes[step]
            if isinstance(node, Phrase):
                if self._fits(step, frame.subject) and not self.syntax.is_one_of(step):
                    return step
                break
            if not (node.mark and node.text in ',"') and not node.is_a("epithet", "nisba", "one_of"):
                break
        return self.syntax.left_subject(position, kind)

    def _carried(self, position: int, subject: int) -> bool:
        word = self.nodes[position]
        if isinstance(word, Word) and word.preposition:
            return True
        low = max(0, subject - 3)
        return any(
            isinstance(node, Word) and node.is_a("light", "modal", "left_alone", "purpose", "preposition")
            for node in [*self.nodes[low:subject], *self.nodes[subject:position]]
        )

    def _state(self, position: int, frame: Frame, voice: str, found: _Found) -> list[Stated]:
        word = self.nodes[position]
        assert isinstance(word, Word)
        modality = "hypothetical" if voice == "future" else frame.default_modality
        pairs = [(s, o) for s in found.subjects for o in found.objects if s is not o]
        stated = []
        for subject, target in pairs:
            one, other = (target, subject) if frame.swapped else (subject, target)
            start = min(word.core_start, *(p.start for p in (one, other) if self._here(p)), word.start)
            end = max(word.end, *(p.end for p in (one, other) if self._here(p)))
            rule = f"{frame.id}.{found.rule}"
            stated.append(
                Stated(one, frame.relation, other, start, end, rule, word.start, frame.confidence, modality=modality)
            )
        return stated

    def _here(self, phrase: Phrase) -> bool:
        return any(node is phrase for node in self.nodes)


def _heads_only(reader: FrameReader, positions: list[int]) -> list[int]:
    """Only the first phrase of each list."""
    kept: list[int] = []
    for position in positions:
        node = reader.nodes[position]
        follows = kept and isinstance(node, Phrase) and node.conjunction
        if not follows:
            kept.append(position)
    return kept

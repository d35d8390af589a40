"""Verb groups of a sentence: the verb with the auxiliaries before it, its form and its voice."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.extract.syntax import Syntax

STOPS = frozenset(".;:?!-/|")
_SHORT_BE = 4
"""Letters that forms of "be" and "have" have unless they are gerunds."""
_PAST = frozenset({"past", "participle", "plain"})
_GROUP = ("be", "have", "do", "modal", "negation", "adverb", "to", "hedge", "carrying")


@dataclass(slots=True)
class Group:
    """A verb with the auxiliaries before it. Positions are indexes into the nodes."""

    verb: int
    start: int
    passive: bool = False
    form: str = "finite"
    """``finite``, ``infinitive``, ``gerund`` or ``reduced``: a participle that describes the noun before it."""
    words: list[Word] = field(default_factory=list)
    """The auxiliaries, negations and carrying verbs before it."""

    def has(self, *classes: str) -> bool:
        """Whether one of the words before the verb belongs to one of the classes."""
        return any(word.is_a(*classes) for word in self.words)


class Groups(Syntax):
    """The verb groups of one sentence."""

    def __init__(self, nodes: list[Node], lexicon: Lexicon) -> None:
        self._groups: dict[int, Group] = {}
        super().__init__(nodes, lexicon)

    def _governor(self, position: int) -> str:
        node = self.nodes[position]
        if not isinstance(node, Phrase):
            return ""
        if node.how in ("origin", "owner") or node.via == "possessor":
            return "origin" if node.how == "origin" else "owner"
        return node.preposition or "bare"

    def is_verb(self, position: int, *classes: str) -> bool:
        """Whether the word was read as a verb, and where ``classes`` are given belongs to one of them."""
        node = self.nodes[position] if 0 <= position < len(self.nodes) else None
        return isinstance(node, Word) and node.part == "verb" and (not classes or node.is_a(*classes))

    def is_violent(self, position: int) -> bool:
        """Whether the verb says that somebody suffers a blow."""
        node = self.nodes[position]
        return isinstance(node, Word) and any(frame.violent for frame, _ in node.senses)

    def ends_clause(self, position: int) -> bool:
        """Whether the node separates clauses."""
        node = self.nodes[position]
        if not isinstance(node, Word):
            return False
        return node.text in STOPS if node.mark else node.is_a("clause", "complementizer", "that", "relative")

    def blocks(self, position: int) -> bool:
        """Whether no argument is looked for behind the node."""
        return self.ends_clause(position) or self.is_verb(position)

    def group(self, position: int) -> Group:
        """The group of the verb at ``position``."""
        if position not in self._groups:
            self._groups[position] = self._read_group(position)
        return self._groups[position]

    def _read_group(self, position: int) -> Group:
        verb = self.nodes[position]
        assert isinstance(verb, Word)
        # "Remained critical of X".
        becoming = (
            ["becoming"] if verb.senses and {voice for _, voice in verb.senses} == {"participle"} else []
        )
        words: list[Word] = []
        start = position
        for step in range(position - 1, -1, -1):
            node = self.nodes[step]
            if not isinstance(node, Word) or node.mark or not node.is_a(*_GROUP, *becoming):
                break
            led = next((word for word in words if not word.is_a("date")), None)
            if node.is_a("reporting") and (led.is_a("be", "have") if led is not None else self._speaks(step)):
                # "Men it said were armed": it is said of them; "men said to be armed" is one group.
                break
            start = step
            words.insert(0, node)
            if node.conjunction:
                break
        leading = next((i for i, word in enumerate(words) if not word.is_a("adverb")), 0)
        if leading and words[leading].is_a("to"):
            # "Came in 2015 to help X": when is said of the coming.
            start, words = start + leading, words[leading:]
        group = Group(position, start, words=words)
        voices = {voice for _, voice in verb.senses}
        endings = self.lexicon.pack.grammar.verb_endings
        opening = (
            words[0] if words and words[0].is_a("be", "have") and words[0].core.endswith(endings) else None
        )
        auxiliaries = [word for word in words if word.is_a("be", "have", "do", "modal", "to")]
        last = auxiliaries[-1] if auxiliaries else None
        gerund = "gerund" in voices or (not voices and verb.text.partition(" ")[0].endswith("ing"))
        passive_form = not voices or bool(voices & _PAST)
        if gerund:
            group.form = "finite" if last is not None and last.is_a("be") else "gerund"
        elif last is not None:
            group.passive = last.is_a("be") and passive_form
            group.form = "infinitive" if any(word.is_a("to") for word in words) else "finite"
            if opening is not None and opening is auxiliaries[0] and len(opening.core) > _SHORT_BE:
                # "Before being routed by X", "having taken P".
                group.form = "gerund"
        elif voices & _PAST or (not voices and verb.text.partition(" ")[0].endswith("ed")):
            self._settle_participle(group)
        elif voices == {"base"} and (verb.conjunction or (words and words[0].conjunction)):
            earlier = self.verb_before(start)
            if earlier is not None:
                group.words, group.form = self.group(earlier).words, self.group(earlier).form
        return group

    def _speaks(self, position: int) -> bool:
        """Whether the word is what somebody says and no auxiliary: "X said killed Y", but "was reported killed"."""
        verb, before = self.nodes[position], self.nodes[position - 1] if position else None
        return isinstance(before, Phrase) and isinstance(verb, Word) and " " not in verb.core

    def _settle_participle(self, group: Group) -> None:
        """A past form without auxiliaries: passive where an agent follows it, or a verb follows that it cannot be."""
        verb = self.nodes[group.verb]
        assert isinstance(verb, Word)
        if verb.conjunction:
            earlier = self.verb_before(group.start)
            if earlier is not None and self.group(earlier).passive and not self._takes_object(group.verb):
                group.passive, group.form = True, self.group(earlier).form
                group.words = self.group(earlier).words
                return
        voices = {voice for _, voice in verb.senses}
        if self._is_behind_pair(group):
            return
        before = self.nodes[group.start - 1] if group.start else None
        described = isinstance(before, Phrase) or (
            isinstance(before, Word) and (before.part == "deed" or is_comma(before))
        )
        transitive = not verb.senses or any(frame.passive for frame, _ in verb.senses)
        alone = (
            described
            and transitive
            and not self._takes_object(group.verb)
            and self._finite_follows(group.verb)
        )
        within = voices == {"participle"} or self.verb_before(group.start) is not None
        led = described and within and self._leads_on(group.verb)
        accused = described and verb.is_a("accusing", "believed") and self._is_charged(group.verb)
        if alone or led or accused or self._has_agent(group.verb) or voices == {"participle"}:
            group.passive, group.form = True, "reduced"

    def _is_charged(self, position: int) -> bool:
        """Whether the charge follows a verb of accusing at once, so that it has no object: "men accused of spying"."""
        after = self.nodes[position + 1] if position + 1 < len(self.nodes) else None
        return after is not None and after.preposition in self.lexicon.pack.words["blamed_for"]

    def _is_behind_pair(self, group: Group) -> bool:
        """Whether two noun phrases stand side by side before a past form: "the town the rebels captured last week"."""
        pair = self.nodes[group.start - 2 : group.start] if group.start > 1 else []
        sides = [node for node in pair if isinstance(node, Phrase) and not node.conjunction]
        if len(sides) < 2 or self.governors[group.start - 1] != "bare" or sides[0].how in ("origin", "owner"):
            return False
        opened = all(one.words and one.start < one.words[0].start for one in sides)
        return opened and not self._has_agent(group.verb)

    def _leads_on(self, position: int) -> bool:
        """Whether a participle has what it is said with behind it: "rebels opposed to X", "men linked to Y"."""
        verb = self.nodes[position]
        after = self.nodes[position + 1] if position + 1 < len(self.nodes) else None
        if not isinstance(verb, Word) or not isinstance(after, Phrase) or not after.preposition:
            return False
        return any(
            voice == "participle" and after.preposition in frame.object.preps for frame, voice in verb.senses
        )

    def last_joined(self, position: int) -> int:
        """The last of the participles that share an agent: "armed, trained and equipped by X"; else ``position``."""
        last = step = position
        while step + 1 < len(self.nodes):
            step += 1
            if is_comma(self.nodes[step]):
                continue
            node = self.nodes[step]
            if not isinstance(node, Word) or node.part != "verb" or not self._is_participle(node):
                break
            if not node.conjunction and not is_comma(self.nodes[step - 1]):
                break
            last = step
            if node.conjunction:
                return last
        return position

    def _is_participle(self, verb: Word) -> bool:
        voices = {voice for _, voice in verb.senses}
        return bool(voices & _PAST) or (not voices and verb.text.partition(" ")[0].endswith("ed"))

    def _has_agent(self, position: int) -> bool:
        position = self.last_joined(position)
        for step in range(position + 1, min(position + 6, len(self.nodes))):
            node = self.nodes[step]
            deed = isinstance(node, Word) and node.part == "deed"
            if (isinstance(node, Phrase) or deed) and node.preposition in self.lexicon.pack.words["agent"]:
                return True
            branded = isinstance(node, Phrase) and any(
                word.is_a("branding") or word.text in self.lexicon.pack.words["branding"]
                for word in node.words
            )
            bare = isinstance(node, Phrase) and self.governors[step] == "bare" and not branded
            if self.blocks(step) or bare or deed or is_comma(node):
                return False
        return False

    def _takes_object(self, position: int) -> bool:
        step = position + 1
        while step < len(self.nodes) and isinstance(word := self.nodes[step], Word) and word.is_a("date"):
            step += 1
        while step < len(self.nodes) and self.governors[step] in ("origin", "owner"):
            step += 1
        following = self.nodes[step] if step < len(self.nodes) else None
        if isinstance(following, Word) and following.part == "deed":
            return not following.preposition
        return isinstance(following, Phrase) and not following.preposition

    def _finite_follows(self, position: int) -> bool:
        """Whether a finite verb follows that this one leaves without a subject of its own."""
        for step in range(position + 1, len(self.nodes)):
            node, before = self.nodes[step], self.nodes[step - 1]
            fresh = isinstance(node, Phrase) and is_comma(before) and self.governors[step] == "bare"
            if self.ends_clause(step) or fresh:
                return False
            if self._is_gerund(step):
                continue
            if isinstance(node, Word) and (node.part == "verb" or node.is_a("be", "have", "modal")):
                led = step - 1
                while isinstance(before, Word) and before.is_a("adverb") and led > position:
                    led -= 1
                    before = self.nodes[led]
                infinitive = isinstance(before, Word) and before.is_a("to")
                if not infinitive:
                    return not node.conjunction
        return False

    def _is_gerund(self, position: int) -> bool:
        """Whether the verb needs no subject of its own: "…, adding that"; not behind a form of "be"."""
        node, before = self.nodes[position], self.nodes[position - 1] if position else None
        if not isinstance(node, Word) or node.part != "verb" or not node.text.endswith("ing"):
            return False
        return not (isinstance(before, Word) and before.is_a("be", "adverb", "negation"))

    def is_past(self, position: int) -> bool:
        """Whether the verb is finite by its own form or its auxiliaries, and goes on neither infinitive nor gerund."""
        group, verb = self.group(position), self.nodes[position]
        own = isinstance(verb, Word) and (
            verb.has_voice("past", "finite", "third") or verb.text.endswith("ed")
        )
        return group.form == "finite" and (own or group.has("be", "have", "modal"))

    def describes(self, group: Group) -> bool:
        """Whether a participle stands right behind what it describes: "militants fighting X"."""
        before = self.nodes[group.start - 1] if group.start else None
        verb = self.nodes[group.verb]
        if group.start != group.verb and self.is_verb(group.start):
            # "X claimed targeting Y".
            return False
        if (isinstance(verb, Word) and verb.preposition) or any(word.preposition for word in group.words):
            return False
        return isinstance(before, Phrase) or (isinstance(before, Word) and before.part == "deed")

    def verb_before(self, position: int) -> int | None:
        """The position of the verb before ``position`` in its clause."""
        for step in range(position - 1, -1, -1):
            if self.ends_clause(step):
                return None
            if self.is_verb(step):
                return step
        return None

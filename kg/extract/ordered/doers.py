"""Who did what a noun of action names: owner, agent, who carries it out, who is blamed; and what blows were told of."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.extract.ordered.agents import NEAR, Agents


@dataclass(frozen=True, slots=True)
class Blow:
    """Who struck, and whom or what: where the text names nobody who did, and where it only says of what kind he is."""

    strikers: Sequence[Phrase] = ()
    unclaimed: Sequence[Phrase] = ()
    by_nameless: Sequence[Phrase] = ()


class Doers(Agents):
    """Questions about the deeds that nouns of one sentence name."""

    def __init__(self, nodes: list[Node], lexicon: Lexicon, definite: Collection[int], earlier: Blow) -> None:
        self._definite = definite
        """The identities of nodes with an article that points back."""
        self.blow = earlier
        """The last blow that the text told of before."""
        self.unclaimed: list[Phrase] = []
        """Whom or what those struck of whom this sentence names nobody; the frames fill it."""
        super().__init__(nodes, lexicon)

    @abstractmethod
    def subject(self, position: int) -> list[Phrase]:
        """Who does what the verb at ``position`` says, or in the passive to whom it is done; may be empty."""

    def doers(self, deed: int) -> list[Phrase]:
        """Who did what the noun at ``deed`` names: owner or origin before it, an agent behind it."""
        found: list[Phrase] = []
        for step in range(deed - 1, -1, -1):
            node = self.nodes[step]
            if not isinstance(node, Phrase) or self.governors[step] not in ("origin", "owner"):
                break
            found.insert(0, node)
        if found:
            return [phrase for phrase in found if phrase.actor is not None]
        for step in range(deed + 1, min(deed + 7, len(self.nodes))):
            node = self.nodes[step]
            if isinstance(node, Phrase) and node.preposition in self.lexicon.pack.words["agent"]:
                return self.list_at(step)
            within = isinstance(node, Word) and node.part == "deed" and self.is_violent(step)
            upon = self.nodes[deed + 1].preposition in self.lexicon.pack.words["genitive"]
            if within and upon and node.preposition in self.lexicon.pack.words["in_deed"]:
                # "The killing of X in an Israeli raid".
                return self.doers(step)
            if self.blocks(step) or (isinstance(node, Word) and node.part == "deed"):
                break
        carried = self._carried_out(deed) or self._fired_from(deed)
        if carried:
            return carried
        carrier = self.nodes[deed - 1] if deed else None
        if isinstance(carrier, Word) and carrier.part == "verb" and carrier.is_a("light"):
            words = self.lexicon.pack.words
            led = self.nodes[deed].preposition
            if self.is_sought(deed, deed - 1) or (
                led and led not in (*words["carried_prep"], *words["in_deed"])
            ):
                return []
            suffers = self.group(deed - 1).passive and not carrier.is_a("engaged")
            return [] if suffers else self.subject(deed - 1)
        return self.blamed(deed) or self._launched(deed) or self._taken_up_deed(deed)

    def _fired_from(self, deed: int) -> list[Phrase]:
        """From whom the fire came that somebody was hit by: "was hit by shelling from X"."""
        words, source = self.lexicon.pack.words, self.nodes[deed + 1] if deed + 1 < len(self.nodes) else None
        if self.nodes[deed].preposition not in words["agent"] or not self.is_violent(deed):
            return []
        named = isinstance(source, Phrase) and source.actor is not None and source.place is None
        return self.list_at(deed + 1) if named and source and source.preposition in words["member_of"] else []

    def _launched(self, deed: int) -> list[Phrase]:
        """Who carried the deed out, told behind it: "the attack that X launched", "the attack X has launched on Y"."""
        step = deed + 1
        while step < len(self.nodes) and self.governors[step] not in ("", "bare", "origin", "owner"):
            step += 1
        past = step > deed + 1
        step += past and step < len(self.nodes) and is_comma(self.nodes[step])
        following = self.nodes[step] if step < len(self.nodes) else None
        taken_up = isinstance(following, Word) and following.is_a("relative", "that")
        if past and not taken_up:
            return []
        step += taken_up
        first = self.nodes[step] if step < len(self.nodes) else None
        if first is None or first.conjunction:
            # "Rejected the deal, and X launched".
            return []
        while step < len(self.nodes) and self.governors[step] in ("bare", "origin", "owner"):
            step += 1
        while step < len(self.nodes) and not self.blocks(step):
            if isinstance(self.nodes[step], Phrase):
                return []
            step += 1
        while step + 1 < len(self.nodes) and self.is_verb(step, "have") and self.is_verb(step + 1):
            step += 1
        if step >= len(self.nodes) or not self.is_verb(step, "light") or self.group(step).passive:
            return []
        led = self.nodes[step - 1] if not self.group(step).words else self.nodes[self.group(step).start - 1]
        named = isinstance(led, Phrase) and self.group(step).form == "finite"
        return self.subject(step) if named and step > deed + 1 else []

    def is_sought(self, deed: int, verb: int) -> bool:
        """Whether somebody only fights for what the noun at ``deed`` names: "fought for control of P"."""
        return (
            self.is_violent(verb) and self.nodes[deed].preposition in self.lexicon.pack.words["sought_prep"]
        )

    def is_definite(self, position: int) -> bool:
        """Whether the node has an article that points back."""
        return id(self.nodes[position]) in self._definite

    def _taken_up_deed(self, deed: int) -> list[Phrase]:
        """Who did the deed just told of, where a bare noun takes it up: "the raid killed X"."""
        alone = self.is_definite(deed) and self.is_violent(deed)
        places = ("", "bare", *self.lexicon.pack.words["locative"])
        led = deed + 1 < len(self.nodes) and self.governors[deed + 1] not in places
        behind = deed + 1
        while behind < len(self.nodes) and self.governors[behind] in self.lexicon.pack.words["locative"]:
            behind += 1
        following = self.nodes[behind] if behind < len(self.nodes) else None
        if isinstance(following, Word) and following.is_a("relative", "that"):
            # "The strike that killed X killed Y too" need not be the one just told of.
            return []
        return list(self.blow.strikers) if alone and not led else []

    def blamed(self, deed: int) -> list[Phrase]:
        """Who is blamed for the deed: "X accused Y of the attack", "Y was blamed for the attack"."""
        word = self.nodes[deed]
        if not isinstance(word, Word) or word.preposition not in self.lexicon.pack.words["blamed_for"]:
            return []
        for step in range(deed - 1, max(-1, deed - NEAR), -1):
            node = self.nodes[step]
            if self.ends_clause(step) or (isinstance(node, Word) and node.part == "deed"):
                return []
            if isinstance(node, Word) and node.part == "verb":
                return self.responsible(step) if node.is_a("accusing") else []
        return []

    def responsible(self, verb: int) -> list[Phrase]:
        """To whom a verb such as "accused of" or "denied" ascribes a deed: of accusing its object, else its subject."""
        if not self.is_verb(verb, "accusing") or self.group(verb).passive:
            return self.subject(verb)
        following = self.nodes[verb + 1] if verb + 1 < len(self.nodes) else None
        named = isinstance(following, Phrase) and self.governors[verb + 1] == "bare"
        return self.list_at(verb + 1) if named else []

    def charge(self, verb: int) -> int:
        """Where begins in the text what the verb of accusing at ``verb`` charges somebody with."""
        for step in range(verb + 1, min(verb + NEAR, len(self.nodes))):
            if self.ends_clause(step):
                break
            if self.nodes[step].preposition in self.lexicon.pack.words["blamed_for"]:
                return self.nodes[step].start
        described = (
            verb + 2 < len(self.nodes) and self.is_verb(verb + 2) and self.group(verb + 2).form == "reduced"
        )
        # "Blamed militants linked to X" charges them with nothing.
        return self.nodes[-1].end if described else self.nodes[verb].end

    def _carried_out(self, deed: int) -> list[Phrase]:
        carrier = self.carrier_behind(deed)
        return self.agents(carrier) if carrier is not None else self._ascribed(deed)

    def _ascribed(self, deed: int) -> list[Phrase]:
        """To whom the deed is ascribed: "a raid blamed on X", "the raid was attributed to X"."""
        preps = self.lexicon.pack.words["ascribed_to"]
        for step in range(deed + 1, min(deed + NEAR + 2, len(self.nodes))):
            node = self.nodes[step]
            if self.ends_clause(step):
                break
            if isinstance(node, Word) and node.part == "verb":
                behind = self.nodes[step + 1] if step + 1 < len(self.nodes) else None
                ascribed = node.is_a("ascribing") and isinstance(behind, Phrase)
                return self.list_at(step + 1) if ascribed and behind and behind.preposition in preps else []
        return []

"""Who is named for a deed otherwise than as the subject of a verb: lists, agents, those whose attempt it is."""

from __future__ import annotations

from kg.extract.coordination import collect
from kg.extract.nodes import Phrase, Word, is_comma
from kg.extract.ordered.boundaries import Boundaries
from kg.extract.ordered.groups import Group

NEAR = 6
"""Nodes between a deed and who is blamed for it or means to do it."""


class Agents(Boundaries):
    """Questions about phrases that a deed is ascribed to."""

    def list_at(self, position: int) -> list[Phrase]:
        """The coordinated phrases from ``position`` on that mean somebody, or some place if the first one does."""
        node = self.nodes[position]
        if not isinstance(node, Phrase) or (node.actor is None and node.place is None):
            return []
        kind = "actor" if node.actor is not None else "place"
        found, behind = collect(self.nodes, position, kind)
        while behind + 1 < len(self.nodes) and self.is_aside_place(behind):
            following = self.nodes[behind + 1]
            if not isinstance(following, Phrase) or not following.conjunction or following.place is not None:
                break
            if following.preposition or following.entity(kind) is None:
                break
            more, behind = collect(self.nodes, behind + 1, kind)
            found = [*found, *more]
        return found

    def is_aside_place(self, position: int) -> bool:
        """Whether a phrase only says where those before it are or come from: "fighters from P and Y"."""
        node = self.nodes[position]
        words = self.lexicon.pack.words
        return (
            isinstance(node, Phrase)
            and node.place is not None
            and not node.conjunction
            and (node.preposition in words["locative"] or node.preposition in words["member_of"])
        )

    def agents(self, position: int) -> list[Phrase]:
        """Those behind "by" after the verb at ``position``, in its clause."""
        for step in range(position + 1, min(position + 8, len(self.nodes))):
            node = self.nodes[step]
            if self.blocks(step):
                break
            if isinstance(node, Phrase) and node.preposition in self.lexicon.pack.words["agent"]:
                return self.list_at(step)
        return []

    def before_agents(self, deed: int) -> int | None:
        """The position before agents whom the deed ends: "men backed by X and Y air strikes took P"; None without."""
        first = deed
        while first and self.governors[first - 1] in ("origin", "owner"):
            first -= 1
        joined = self.nodes[deed].conjunction or self.nodes[first].conjunction
        step = first - 1
        while step > 0 and isinstance(node := self.nodes[step], Phrase) and node.conjunction:
            step -= 1
        led = step > 0 and self.nodes[step].preposition in self.lexicon.pack.words["agent"]
        return step - 1 if joined and led else None

    def carrier_behind(self, deed: int) -> int | None:
        """The verb by which a deed was carried out: "a raid launched by X", "the attack was staged by X"."""
        behind = deed + 1 + (deed + 1 < len(self.nodes) and is_comma(self.nodes[deed + 1]))
        opened = self.nodes[behind] if behind < len(self.nodes) else None
        # "The attack, which was claimed by X".
        first = behind + 1 if isinstance(opened, Word) and opened.is_a("relative", "that") else deed + 1
        for step in range(first, min(first + 5, len(self.nodes))):
            node = self.nodes[step]
            if self.ends_clause(step):
                return None
            if isinstance(node, Word) and node.part == "verb":
                before = self.nodes[step - 1]
                listed = before.conjunction and isinstance(self.nodes[step - 2], Phrase)
                led = before.preposition or (listed and self.nodes[step - 2].preposition)
                body = isinstance(before, Phrase) and before.actor is not None and bool(led)
                own = isinstance(before, Phrase) and self.governors[step - 1] == "bare" and step - 1 > deed
                if own and is_comma(self.nodes[step - 2]):
                    # "The fighting in P, a province held by X".
                    return None
                if body and any(frame.passive for frame, _ in node.senses):
                    # "A deal with the faction led by X": it is the faction that he leads.
                    return None
                return step if node.is_a("light") and self.group(step).passive else None
        return None

    def attempting(self, start: int) -> list[Phrase]:
        """Whose attempt or plan the infinitive at ``start`` tells of: "an attempt by X to", "X's plan to"."""
        agents: list[Phrase] = []
        for step in range(start - 1, max(-1, start - NEAR), -1):
            node = self.nodes[step]
            if isinstance(node, Word) and node.part == "deed" and step == start - 1:
                # "X's campaign to seize P".
                whose = self.nodes[step - 1] if self.governors[step - 1] in ("origin", "owner") else None
                return [whose] if isinstance(whose, Phrase) and whose.actor is not None else []
            if not isinstance(node, Phrase):
                return []
            if node.preposition in self.lexicon.pack.words["agent"]:
                agents = self.list_at(step)
            elif node.words and node.words[-1].is_a("attempt"):
                owned = [node.owner] if node.owner is not None and node.owner.actor is not None else []
                return agents or owned
            elif not node.preposition:
                return []
        return []

    def is_of_others(self, start: int, earlier: int | None) -> bool:
        """Whether the plan of an infinitive at ``start`` is only judged: "welcomed the decision to attack P"."""
        plan, verb = (
            self.nodes[start - 1] if start else None,
            self.nodes[earlier] if earlier is not None else None,
        )
        if not isinstance(plan, Phrase) or not plan.words or not plan.words[-1].is_a("attempt"):
            return False
        judging = isinstance(verb, Word) and any(sense.of_deed for sense, _ in verb.senses)
        return judging and plan.owner is None and earlier == start - 2

    def charged(self, earlier: int, group: Group) -> list[Phrase]:
        """Who is punished for what a gerund says: "imposed sanctions on X for arming Y"."""
        words, verb = self.lexicon.pack.words, self.nodes[group.verb]
        if group.form != "gerund" or verb.preposition not in words["blamed_for"]:
            return []
        for step in range(group.start - 1, earlier, -1):
            node = self.nodes[step]
            if isinstance(node, Phrase) and node.actor is not None:
                led = node.preposition in (*words["ascribed_to"], *words["against"])
                return self.list_at(step) if led else []
        return []

    def is_personal(self, position: int) -> bool:
        """Whether "who" or the like, that takes up people only, stands at ``position``, or behind a comma there."""
        step = position + (position < len(self.nodes) and is_comma(self.nodes[position]))
        node = self.nodes[step] if step < len(self.nodes) else None
        return isinstance(node, Word) and node.is_a("personal_relative")

    def is_taken_up(self, position: int) -> bool:
        """Whether "which" or the like stands at ``position``, or behind a comma there."""
        step = position + (position < len(self.nodes) and is_comma(self.nodes[position]))
        node = self.nodes[step] if step < len(self.nodes) else None
        return isinstance(node, Word) and node.is_a("relative", "that")

    def is_placed(self, position: int) -> bool:
        """Whether a preposition of place leads the phrase."""
        return self.nodes[position].preposition in self.lexicon.pack.words["locative"]

    def deed_in(self, position: int) -> int | None:
        """The deed at the place at ``position``, which a relative clause is about: "a strike in X that"."""
        node, before = self.nodes[position], position - 1
        if not isinstance(node, Phrase) or node.place is None or before < 0 or not node.preposition:
            return None
        if node.actor is not None and not self.is_placed(position):
            return None
        while before > 0 and isinstance(self.nodes[before], Phrase) and self.nodes[before].preposition:
            before -= 1
        deed = self.nodes[before]
        return before if isinstance(deed, Word) and deed.part == "deed" else None

    def deed_upon(self, position: int) -> int | None:
        """The blow against whom the phrase at ``position`` names, which a clause of harm is about.

        "An ambush of a patrol that killed ten soldiers"; not "who", which takes up people.
        """
        node, before = self.nodes[position], position - 1
        relative, behind = position + 1, position + 2
        if relative < len(self.nodes) and is_comma(self.nodes[relative]):
            relative, behind = relative + 1, behind + 1
        if before < 0 or not node.preposition or behind >= len(self.nodes) or self.is_personal(position + 1):
            return None
        link = self.nodes[relative]
        if not isinstance(link, Word) or not link.is_a("relative", "that"):
            return None
        while before > 0 and isinstance(self.nodes[before], Phrase) and self.nodes[before].preposition:
            before -= 1
        deed = self.nodes[before]
        if not isinstance(deed, Word) or deed.part != "deed" or not self.is_violent(before):
            return None
        while (
            behind < len(self.nodes) - 1 and self.nodes[behind].__class__ is Word and not self.is_verb(behind)
        ):
            behind += 1
        harm = self.nodes[behind]
        return before if isinstance(harm, Word) and harm.is_a("harming") else None

"""What stands between a verb and its subject and is passed over: parentheses, lists, relative clauses."""

from __future__ import annotations

from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.extract.ordered.groups import STOPS, Group, Groups

FARTHEST = 24
"""Nodes between a verb and its subject."""


class Boundaries(Groups):
    """Questions about what belongs together before a verb."""

    def in_relative(self, position: int) -> bool:
        """Whether the verb at ``position`` stands right behind "which" or the like, or is joined to one that does."""
        start = self.group(position).start
        first = self.nodes[start]
        if isinstance(first, Word) and first.conjunction:
            earlier = self.verb_before(start)
            return earlier is not None and self.in_relative(earlier)
        before = self.nodes[start - 1] if start else None
        return isinstance(before, Word) and before.is_a("relative")

    def before_gap(self, start: int) -> int | None:
        """The position before the relative clause that ends right before ``start``, its object taken up; else None.

        "The militia that X backs shelled P": of the militia it is said that it shelled.
        """
        step = start - 1
        while step > 0 and isinstance(word := self.nodes[step], Word) and word.is_a("adverb"):
            step -= 1
        if step < 2 or not self.is_verb(step) or self.group(step).form != "finite":
            return None
        subject = self.group(step).start - 1
        relative = self.nodes[subject - 1] if subject and isinstance(self.nodes[subject], Phrase) else None
        link = isinstance(relative, Word) and relative.is_a("relative", "that")
        if self.is_bare_gap(step):
            return subject - 1
        return subject - 2 if link and not self.is_verb(subject - 2) else None

    def is_bare_gap(self, position: int) -> bool:
        """Whether the verb has its object right before its subject, no word between: "the factions it backs"."""
        group, verb = self.group(position), self.nodes[position]
        if group.form != "finite" or group.passive or group.start < 2 or not isinstance(verb, Word):
            return False
        subject, taken = self.nodes[group.start - 1], self.nodes[group.start - 2]
        if not isinstance(subject, Phrase) or not isinstance(taken, Phrase) or subject.conjunction:
            return False
        named = taken.actor is not None or taken.place is not None
        described = bool(taken.words) and (
            taken.start < taken.words[0].start or taken.words[0].written[:1].islower()
        )
        whose = subject.actor is not None or subject.how == "pronoun"
        objects = any("bare" in frame.object.preps for frame, _ in verb.senses)
        bare = self.governors[group.start - 1] == "bare" and taken.how not in ("origin", "owner", "pronoun")
        return named and described and whose and objects and bare and not self._takes_object(position)

    def is_of_reduced(self, position: int) -> bool:
        """Whether an infinitive belongs to a participle that describes a noun: "men believed to belong to X"."""
        group = self.group(position)
        carried = group.start != position and self.is_verb(group.start)
        before = group.start if carried else group.start - 1
        if group.form != "infinitive" or not self.is_verb(before):
            return False
        describing = self.group(before)
        # "Rebels fighting to oust X took P".
        return describing.form == "reduced" or (describing.form == "gerund" and self.describes(describing))

    def is_object_deed(self, verb: int, deed: int) -> bool:
        """Whether the deed is the object of the verb, with no more than whose it is between."""
        return all(self.governors[step] in ("origin", "owner") for step in range(verb + 1, deed))

    def is_further_harm(self, position: int) -> bool:
        """Whether a participle tells of others in the same deed: "ten were killed and two wounded in a raid"."""
        verb, others = self.nodes[position], self.nodes[position - 1]
        if not isinstance(verb, Word) or verb.part != "verb" or not self.is_violent(position):
            return False
        joined = bool(verb.conjunction) or (isinstance(others, Phrase) and bool(others.conjunction))
        return joined and self._is_participle(verb) and not self._takes_object(position)

    def is_parted(self, auxiliary: int, start: int) -> bool:
        """Whether an auxiliary belongs to the verb at ``start``, with no more than what tells how between."""
        return not any(
            self.is_verb(step) or self.governors[step] == "bare" for step in range(auxiliary + 1, start)
        )

    def main_past_clause(self, position: int, comma: int) -> int | None:
        """The verb of the main clause, where the one at ``position`` tells no deed in a clause that belongs to a noun.

        "X advanced in villages where Y was, taking P": it is X who took P. Behind a comma such a clause goes on.
        """
        if self.is_violent(position):
            return None
        opening = self.group(position).start - 1
        while opening > 0 and not self.ends_clause(opening):
            opening -= 1
        word, before = self.nodes[opening], self.nodes[opening - 1] if opening > 0 else None
        if (
            not isinstance(word, Word)
            or not word.is_a("where", "relative")
            or before is None
            or is_comma(before)
        ):
            return None
        main = self.verb_before(opening)
        told = main is not None and self.group(main).form == "finite" and is_comma(self.nodes[comma])
        return main if told and not self.is_verb(main or 0, "reporting") else None

    def _takes_up(self, position: int) -> bool:
        """Whether a relative word before the subject of the verb is its object: "X, which Y accuses"."""
        start = self.group(position).start
        relative = self.nodes[start - 2] if start > 1 and isinstance(self.nodes[start - 1], Phrase) else None
        return isinstance(relative, Word) and relative.is_a("relative")

    def closes_relative(self, position: int, comma: int) -> bool:
        """Whether the comma ends the relative clause of the verb at ``position``: "X, which denies it, met Y"."""
        if not is_comma(self.nodes[comma]) or comma + 1 == len(self.nodes):
            return False
        if not self.in_relative(position) and not self._takes_up(position):
            return False
        after = self.nodes[comma + 1]
        if not isinstance(after, Word) or after.conjunction:
            return False
        return after.is_a("be", "have", "modal", "do") or (
            self.is_verb(comma + 1) and self.group(comma + 1).form == "finite"
        )

    def is_inner(self, position: int) -> bool:
        """Whether a verb is an infinitive or describes a noun, so that what a comma parts goes on from another."""
        group = self.group(position)
        return group.form == "infinitive" or (group.form == "gerund" and self.describes(group))

    def is_aside(self, position: int) -> bool:
        """Whether the verb ends a remark between commas that names the source."""
        verb = self.nodes[position]
        after = self.nodes[position + 1] if position + 1 < len(self.nodes) else None
        if not isinstance(verb, Word) or not verb.is_a("reporting") or not (after and is_comma(after)):
            return False
        step = self.group(position).start - 1
        while step > 0 and isinstance(self.nodes[step], Phrase):
            step -= 1
        return step > 0 and step < self.group(position).start - 1 and is_comma(self.nodes[step])

    def speaks_on(self, comma: int) -> bool:
        """Whether the comma leads to what the speaker says besides: "X said that Y attacked, accusing Z of"."""
        after = comma + 1
        if not is_comma(self.nodes[comma]) or after == len(self.nodes):
            return False
        return self.is_verb(after, "reporting", "accusing") and self.group(after).form == "gerund"

    def is_object(self, position: int) -> bool:
        """Whether a phrase is the object of a participle or relative clause before it, so not a subject."""
        before = self.nodes[position - 1] if position else None
        if not isinstance(before, Word) or before.part != "verb":
            return False
        after = self.nodes[position + 1] if position + 1 < len(self.nodes) else None
        acting = isinstance(after, Word) and (after.part == "verb" or after.is_a("be", "have", "modal"))
        if before.is_a("reporting") and acting and not before.is_a("causing"):
            # "A statement saying X attacked P".
            return False
        described = self.group(position - 1).form in ("reduced", "gerund") or self.is_of_reduced(position - 1)
        return described or self.in_relative(position - 1)

    def is_of_governed(self, position: int) -> bool:
        """Whether a conjunction joins a phrase to one that a preposition leads: "men from A and B"."""
        node, before = self.nodes[position], self.nodes[position - 1] if position else None
        if not isinstance(before, Phrase) or not isinstance(node, Phrase) or not node.conjunction:
            return False
        if not before.preposition or (before.how == "thing" and node.how != "thing"):
            return False
        alike = (before.actor is None) == (node.actor is None)
        return alike and any(self.governors[step] == "bare" for step in range(position - 1))

    def before_parenthesis(self, comma: int) -> int:
        """The position before the comma that opens what the comma at ``comma`` closes; before ``comma`` without one."""
        for step in range(comma - 1, max(-1, comma - FARTHEST), -1):
            node = self.nodes[step]
            if is_comma(node):
                opened = self.nodes[step + 1]
                if isinstance(opened, Word) and opened.is_a("where") and not self._has_verb(step + 2, comma):
                    # "In P, where X, a commander, was": what the comma closes opened behind "where".
                    return comma - 1
                relative = isinstance(opened, Word) and (
                    opened.is_a("relative", "according")
                    or opened.part == "verb"
                    or opened.is_a("adverb", "clause", "have", "be")
                )
                led = bool(opened.preposition) and (isinstance(opened, Phrase) or opened.part == "deed")
                apposed = isinstance(opened, Phrase) and not opened.conjunction
                return step - 1 if relative or led or apposed else comma - 1
            if isinstance(node, Word) and node.mark and node.text in STOPS:
                break
        return comma - 1

    def _has_verb(self, start: int, end: int) -> bool:
        return any(
            isinstance(node, Word) and (node.part == "verb" or node.is_a("be", "have", "modal"))
            for node in self.nodes[start:end]
        )

    def head_of_list(self, position: int) -> int:
        """The first of the coordinated phrases that ``position`` ends."""
        while True:
            node = self.nodes[position]
            before = position - 1
            comma = before >= 0 and is_comma(self.nodes[before])
            if comma:
                before -= 1
            if isinstance(node, Phrase) and node.how == "thing" and node.words[-1].is_a("quantifier"):
                # "One strike hit A, and another hit B".
                return position
            listed = isinstance(node, Phrase) and (node.conjunction or (comma and self._listed(position)))
            if not listed or before < 0:
                return position
            previous = self.nodes[before]
            if comma and self._is_finite_object(before):
                # "X hit A, and B said", "X hit A, B and C said": of the clause of its own B is the subject.
                return position
            placed = (
                isinstance(previous, Phrase) and previous.place is not None and bool(previous.preposition)
            )
            if placed and isinstance(node, Phrase) and node.place is None and before and not comma:
                before -= 1
                previous = self.nodes[before]
            if (
                not isinstance(previous, Phrase)
                or previous.how == "thing"
                or self.governors[before] != "bare"
            ):
                return position
            position = before

    def _is_finite_object(self, position: int) -> bool:
        acting = position > 0 and self.is_verb(position - 1)
        return acting and self.group(position - 1).form in ("finite", "infinitive")

    def _listed(self, position: int) -> bool:
        """Whether a phrase behind a comma is a member of a list that a conjunction ends."""
        following = position + 1
        if following < len(self.nodes) and is_comma(self.nodes[following]):
            following += 1
        node = self.nodes[following] if following < len(self.nodes) else None
        return isinstance(node, Phrase) and bool(node.conjunction)

    def governed_until(self, position: int, end: int) -> int:
        """Where ends in the text what the verb at ``position`` governs: at the next clause, or a verb joined to it."""
        for step in range(position + 1, len(self.nodes)):
            node = self.nodes[step]
            if not isinstance(node, Word):
                if self.opens_joined(step):
                    return node.start
                continue
            if self.closes_relative(position, step) or self.speaks_on(step):
                return node.start
            joined = node.conjunction and (node.part == "verb" or node.is_a("have", "be", "modal"))
            gerund = joined and node.part == "verb" and self.group(step).form == "gerund"
            if node.is_a("clause") or (node.mark and node.text in ".;") or (joined and not gerund):
                return node.start
        return end

    def opens_joined(self, step: int) -> bool:
        """Whether the phrase at ``step`` is the subject of a clause joined on: "X denied it and Y accused Z"."""
        node, verb = self.nodes[step], step + 1
        if not isinstance(node, Phrase) or not node.conjunction or node.preposition or not self.is_verb(verb):
            return False
        return self.is_verb(verb, "reporting", "accusing") and self.group(verb).form == "finite"

    def governing(self, position: int) -> int | None:
        """The verb before ``position`` in its clause; not one that only says who says so: "…, witnesses said, and"."""
        earlier = self.verb_before(position)
        while earlier is not None and self.is_aside(earlier):
            earlier = self.verb_before(self.group(earlier).start)
        return earlier

    def told_before(self, step: int) -> int | None:
        """The verb whose object stands at ``step``, before the comma of the next deed: "X left P, joined Y and"."""
        verb = step - 1
        bare = step > 0 and isinstance(self.nodes[step], Phrase) and self.governors[step] == "bare"
        if not bare or not self.is_verb(verb) or self.is_verb(verb, "reporting", "accusing"):
            return None
        return verb if self.group(verb).form == "finite" and not self.in_relative(verb) else None

    def spoken_of(self, start: int) -> int | None:
        """The position of whom the verb group at ``start`` is said: "X, which experts say is", "firms it says are"."""
        saying = start - 1
        while saying > 0 and isinstance(word := self.nodes[saying], Word) and word.is_a("date", "adverb"):
            saying -= 1
        if saying < 1 or not self.is_verb(saying, "reporting", "alleging", "believing"):
            return None
        step = self.group(saying).start - 1
        if step < 1 or not isinstance(speaker := self.nodes[step], Phrase):
            return None
        step = self.head_of_list(step) - 1
        named = speaker.how == "pronoun" or (speaker.actor is not None and self.governors[step + 1] == "bare")
        if isinstance(self.nodes[step], Phrase) and named and not speaker.conjunction:
            return step
        while step > 0 and isinstance(self.nodes[step], Phrase):
            step -= 1
        relative = self.nodes[step]
        taken_up = isinstance(relative, Word) and relative.is_a("relative", "that") and step > 0
        return step - 1 if taken_up else None

    def speaks_besides(self, group: Group) -> int | None:
        """The verb of saying that one joined to it behind a comma goes on from: "X said that Y fled, and blamed Z"."""
        if not group.start or not is_comma(self.nodes[group.start - 1]) or group.form != "finite":
            return None
        if not self.is_verb(group.verb, "reporting", "accusing") or group.passive:
            return None
        said = (step for step in range(group.start) if self.is_verb(step, "reporting"))
        first = next((step for step in said if self.group(step).form == "finite"), None)
        return first if first is not None and not self.in_relative(first) else None

    def main_before(self, group: Group) -> int | None:
        """The verb that one joined to it goes on from, past a relative clause: "X met Y, who left, and sent Z"."""
        if not group.start or not is_comma(self.nodes[group.start - 1]):
            return None
        earlier = self.verb_before(group.start)
        past = self._main_past_time(group, earlier)
        if past is not None:
            return past
        while earlier is not None and not (self.in_relative(earlier) or self._takes_up(earlier)):
            earlier = self.verb_before(self.group(earlier).start)
        if earlier is None:
            return None
        opening = self.group(earlier).start - 1
        while opening > 0 and isinstance(self.nodes[opening], Phrase):
            opening -= 1
        verbs = (step for step in range(opening - 1, -1, -1) if self.is_verb(step))
        main = next((step for step in verbs if self.group(step).form == "finite"), None)
        return main if main is not None and is_comma(self.nodes[opening - 1]) else None

    def _main_past_time(self, group: Group, earlier: int | None) -> int | None:
        """The main verb past a clause of time, by the auxiliary: "X has grown since Y fled, and has killed Z"."""
        if earlier is None or not group.has("have") or self.group(earlier).has("have"):
            return None
        opening = self.group(earlier).start - 1
        while opening > 0 and not self.ends_clause(opening):
            opening -= 1
        word = self.nodes[opening]
        if not isinstance(word, Word) or not word.is_a("clause") or word.is_a("contrast") or opening < 1:
            return None
        main = self.verb_before(opening)
        alike = main is not None and self.group(main).form == "finite" and self.group(main).has("have")
        return main if alike and not self.is_verb(main or 0, "reporting") else None


def names_whom(name: Node, described: Node) -> bool:
    """Whether a person's name between commas says who a noun without a name is: "his successor, X, joined Y"."""
    person = isinstance(name, Phrase) and name.actor is not None and name.actor.type == "Person"
    nobody = isinstance(described, Phrase) and described.actor is None and described.place is None
    return person and nobody and not name.preposition and not described.preposition


def is_unnamed(phrase: Phrase) -> bool:
    """Whether a phrase only says what kind of body somebody is: "a group", "the only Shiite militia"."""
    last = phrase.words[-1] if phrase.words else None
    kind = last is not None and last.is_a("head") and last.written.islower()
    if phrase.how == "office":
        # "An ally in P", but "a part of a militia that did it".
        return last is not None and not last.is_a("head") and phrase.words[0].is_a("title", "epithet")
    return phrase.how in ("described", "short", "thing") or (phrase.how == "name" and kind)

"""Who stands where in a sentence whose order of words decides: the subjects of its verbs, the doers of its deeds."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from kg.extract.coordination import collect
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import SITE, Node, Phrase, Word, is_comma, is_quote
from kg.extract.ordered.boundaries import FARTHEST, is_unnamed, names_whom
from kg.extract.ordered.doers import Blow, Doers
from kg.extract.ordered.groups import Group


class Structure(Doers):
    """Questions about one sentence whose order of words says who does what to whom."""

    def __init__(
        self,
        nodes: list[Node],
        lexicon: Lexicon,
        *,
        definite: Collection[int] = (),
        apposed: Collection[int] = (),
        earlier: Blow | None = None,
    ) -> None:
        self._subjects: dict[int, list[Phrase]] = {}
        self._apposed = apposed
        """The identities of nodes that a noun behind them described as one."""
        super().__init__(nodes, lexicon, definite, earlier or Blow())

    def subject(self, position: int) -> list[Phrase]:
        """Who does what the verb at ``position`` says, or in the passive to whom it is done; may be empty."""
        if position not in self._subjects:
            self._subjects[position] = []
            self._subjects[position] = self._with_examples(self._find_subject(position))
        return self._subjects[position]

    def _with_examples(self, subjects: list[Phrase]) -> list[Phrase]:
        """The subjects with those named of them: "several groups, including X and Y, attacked"."""
        if len(subjects) != 1 or subjects[0].how != "described":
            return subjects
        at = (place for place, node in enumerate(self.nodes) if node is subjects[0])
        step = next(at, len(self.nodes)) + 1
        step += step < len(self.nodes) and is_comma(self.nodes[step])
        first = self.nodes[step] if step < len(self.nodes) else None
        if not isinstance(first, Phrase) or first.preposition not in self.lexicon.pack.words["namely"]:
            return subjects
        return [*subjects, *(each for each in collect(self.nodes, step, "actor")[0] if each.how == "name")]

    def _find_subject(self, position: int) -> list[Phrase]:
        group = self.group(position)
        verb = self.nodes[position]
        first = self.nodes[group.start]
        assert isinstance(verb, Word)
        if isinstance(first, Word) and (first.conjunction or verb.conjunction):
            return self._shared(group)
        before = self.nodes[group.start - 1] if group.start else None
        if isinstance(before, Word) and before.is_a("contrast") and group.form == "finite":
            main = next((step for step in range(group.start - 2, -1, -1) if self.is_verb(step)), None)
            if main is not None and self.group(main).form != "infinitive":
                return self.subject(main)
        if group.form == "gerund" and verb.preposition and group.has("believed"):
            # "Men, suspected of backing X".
            return self._described(group)
        leads = group.form == "infinitive" and group.words and not group.words[0].is_a("to")
        if leads:
            return self._accompanying(group.start) or self._left(group.start)
        if group.form == "infinitive" or (group.form == "gerund" and not self.describes(group)):
            return self._controller(group)
        if group.form in ("gerund", "reduced"):
            return self._described(group)
        return self._left(group.start)

    def _shared(self, group: Group) -> list[Phrase]:
        speaking = self.speaks_besides(group)
        if speaking is not None:
            return self.subject(speaking)
        earlier = self.governing(group.start)
        main = self.main_before(group)
        if main is not None:
            return self.subject(main)
        if group.words and group.words[0].is_a("be"):
            for step in range(group.start - 1, -1, -1):
                if self.is_verb(step) and self.group(step).form == "finite":
                    break
                if isinstance(node := self.nodes[step], Word) and node.is_a("be"):
                    # "X said that Y was ready and was sent off": Y was.
                    return self._left(step)
        if earlier is None:
            verbs = (step for step in range(group.start - 1, -1, -1) if self.is_verb(step))
            earlier = next((step for step in verbs if self.group(step).form == "finite"), None)
        nearest = earlier
        while earlier is not None and self.group(earlier).form != "finite" and self.is_past(group.verb):
            earlier = self.verb_before(self.group(earlier).start)
        earlier = nearest if earlier is None else earlier
        if earlier is not None:
            return self.subject(earlier)
        return self._left(group.start)

    def _accompanying(self, start: int) -> list[Phrase]:
        """Those whom "with" puts beside the main clause: "P is tense, with X and Y shelling Q"."""
        step = start - 1
        while step > 0 and isinstance(node := self.nodes[step], Phrase) and node.conjunction:
            step -= 1 + is_comma(self.nodes[step - 1])
        first = self.nodes[step] if step >= 0 else None
        beside = isinstance(first, Phrase) and first.preposition in self.lexicon.pack.words["with"]
        verb = self.nodes[start]
        doing = isinstance(verb, Word) and verb.text.endswith("ing")
        return self.list_at(step) if beside and doing else []

    def _described(self, group: Group) -> list[Phrase]:
        beside = self._accompanying(group.start) if group.form == "gerund" else []
        if beside:
            return beside
        step = group.start - 1
        if step >= 0 and is_comma(self.nodes[step]):
            step -= 1
            while step > 0 and (
                self.is_verb(step)
                or self.governors[step] not in ("bare", "")
                or (is_comma(self.nodes[step]) and self.is_verb(step + 1))
            ):
                step -= 1
        if step < 0:
            return self._ahead(group)
        node = self.nodes[step]
        if isinstance(node, Phrase):
            told = self._said_to_be(step)
            if told:
                return told
            harmed = group.passive and self.is_violent(group.verb)
            if node.body is not None and step == group.start - 1 and not harmed and self.leads_body(node):
                # "The spokesman for the coalition fighting X".
                return [node.body]
            nobody = node.actor is None or node.preposition in self.lexicon.pack.words["locative"]
            if node.place is not None and nobody and node.how != SITE and group.form == "gerund":
                return self._left(step + 1) or self._acting_there(step) or self.list_at(step)
            return self.list_at(step)
        if isinstance(node, Word) and node.part == "deed":
            return self.doers(step)
        return []

    def _acting_there(self, position: int) -> list[Phrase]:
        """Who does what the verb right before a place tells: "X marched through P threatening Y"."""
        verb = position - 1
        return self.subject(verb) if self.is_verb(verb) and self.group(verb).form == "finite" else []

    def _ahead(self, group: Group) -> list[Phrase]:
        """Who follows a participle that opens the sentence: "Backed by X, the army …"."""
        for step in range(group.verb + 1, len(self.nodes) - 1):
            if is_comma(self.nodes[step]):
                node = self.nodes[step + 1]
                return self.list_at(step + 1) if isinstance(node, Phrase) and not node.preposition else []
        return []

    def _controller(self, group: Group) -> list[Phrase]:
        """Whose deed an infinitive or a gerund is: of the object of the verb before it, else of its subject."""
        before = self.nodes[group.start - 1] if group.start else None
        earlier = self.governing(group.start)
        if group.form == "gerund" and before is not None and is_comma(before):
            if self.is_verb(group.verb, "reporting", "accusing"):
                # "X denied that Y attacked, accusing Z": it is X who goes on speaking.
                verbs = (step for step in range(group.start) if self.is_verb(step, "reporting", "accusing"))
                earlier = next(verbs, earlier)
            while earlier is not None and self.is_inner(earlier):
                earlier = self.governing(self.group(earlier).start)
            main = self.main_past_clause(earlier, group.start - 1) if earlier is not None else None
            earlier = earlier if main is None else main
            if earlier is not None:
                return self.subject(earlier)
        led = isinstance(verb := self.nodes[group.verb], Word) and bool(verb.preposition)
        trying = group.form == "infinitive" or (group.form == "gerund" and led)
        attempting = self.attempting(group.start) if trying else []
        if attempting or self.is_of_others(group.start, earlier):
            return attempting
        if earlier is None and group.form == "gerund" and isinstance(before, Word) and before.is_a("clause"):
            # "X was wounded while leading Y".
            main = next((step for step in range(group.start - 2, -1, -1) if self.is_verb(step)), None)
            if main is not None:
                return self.subject(main)
        if earlier is None:
            if isinstance(before, Phrase):
                return self._left(group.start)
            if group.form == "gerund" and before is not None and is_comma(before):
                described = self._described(group)
                if described:
                    return described
            opens = not any(self.is_verb(step) for step in range(group.start))
            return self._ahead(group) if opens or (before is not None and not is_comma(before)) else []
        charged = self.charged(earlier, group)
        if charged:
            return charged
        verb = self.nodes[earlier]
        if group.form == "infinitive" and isinstance(before, Word) and before.part == "deed":
            light = (
                self.is_verb(earlier, "light", "carrying", "aspect", "means", "serving") or before.preposition
            )
            if not light and self.is_object_deed(earlier, group.start - 1):
                # "Condemned an offensive to take P": nobody says whose.
                return self.doers(group.start - 1)
        if isinstance(verb, Word) and verb.is_a("causing") and not self.group(earlier).passive:
            objects = [
                step for step in range(earlier + 1, group.start)
                if isinstance(self.nodes[step], Phrase) and self.governors[step] not in ("origin", "owner")
            ]  # fmt: skip
            if objects or verb.is_a("accusing"):
                return self.list_at(objects[0]) if objects else self.taken_up(earlier)
        return self.subject(earlier)

    def _left(self, start: int) -> list[Phrase]:
        """The subject of a finite verb whose group begins at ``start``."""
        gap = self.before_gap(start)
        step = start - 1 if gap is None else gap
        if step >= 0 and is_comma(self.nodes[step]):
            inner, step = self.nodes[step - 1], self.before_parenthesis(step)
            if step == start - 4 and names_whom(inner, self.nodes[step]):
                return [inner] if isinstance(inner, Phrase) else []
            told = self.told_before(step) if step == start - 2 else None
            if told is not None:
                return self.subject(told)
        spoken_of = self.spoken_of(start)
        told_of = self._antecedents(spoken_of) if spoken_of is not None else []
        if told_of or (spoken_of is not None and isinstance(self.nodes[spoken_of], Word)):
            # "The attack which X said killed Y": of X it is not said.
            return told_of
        relative = self.nodes[start - 1] if start else None
        if isinstance(relative, Word) and relative.is_a("relative", "that") and start >= 2:
            return self._antecedents(start - 2)
        while step >= 0 and step > start - FARTHEST:
            node = self.nodes[step]
            if isinstance(node, Word):
                if node.mark and is_comma(node):
                    step = self.before_parenthesis(step)
                    continue
                if node.part == "deed" and not node.preposition:
                    helped = self.before_agents(step)
                    if helped is None:
                        return self.doers(step)
                    step = helped
                    continue
                if node.part == "verb" and (
                    self.group(step).form in ("reduced", "gerund")
                    or self.in_relative(step)
                    or self.is_of_reduced(step)
                ):
                    step = self.group(step).start - 1
                    continue
                if node.is_a("have", "modal") and step < start - 1 and self.is_parted(step, start):
                    # "X has, with the help of Y, taken P".
                    step -= 1
                    continue
                stops = node.part == "verb" or self.ends_clause(step) or node.is_a("according")
                if stops and not node.is_a("relative"):
                    return []
            elif self.governors[step] == "bare":
                if self.is_object(step) or self.is_of_governed(step):
                    step -= 1
                    continue
                return self._round_aside(self.head_of_list(step))
            step -= 1
        return []

    def _round_aside(self, position: int) -> list[Phrase]:
        """The list at ``position``, with what it goes on from: "A, backed by X, and B took P"."""
        found = self.list_at(position)
        node = self.nodes[position]
        if not node.conjunction or position < 1 or not is_comma(self.nodes[position - 1]):
            return found
        first = self.before_parenthesis(position - 1)
        opened = first + 2 < len(self.nodes) and is_comma(self.nodes[first + 1])
        aside = opened and first + 2 < position - 1 and not isinstance(self.nodes[first + 2], Phrase)
        if (
            not aside
            or first < 0
            or self.governors[first] != "bare"
            or not isinstance(self.nodes[first], Phrase)
        ):
            return found
        head = self.head_of_list(first)
        before = self.verb_before(head)
        free = before is None or self.is_verb(before, "reporting")
        return [*self.list_at(head), *found] if free else found

    def _antecedents(self, position: int) -> list[Phrase]:
        while position >= 0 and (is_comma(self.nodes[position]) or is_quote(self.nodes[position])):
            position -= 1
        if position < 0:
            return []
        node = self.nodes[position]
        before = position - 1
        if isinstance(node, Phrase) and before >= 0 and self.is_verb(before) and self.group(before).passive:
            agent = (
                node.preposition in self.lexicon.pack.words["agent"] and self.group(before).form == "reduced"
            )
            person = node.actor is not None and node.actor.type in ("Person", "State")
            if agent and person and not self.is_personal(position + 1):
                # "A militia led by X that attacked P".
                return self.subject(before)
        if isinstance(node, Phrase):
            if node.body is not None and self._is_of_body(position, node):
                # "The leader of X, which holds P".
                return [node.body]
            described = self._said_to_be(position)
            if described:
                return described
            deed = self.deed_in(position)
            deed = self.deed_upon(position) if deed is None else deed
            if deed is not None:
                return self.doers(deed)
            if node.place is not None and node.actor is not None and self.is_placed(position):
                # "A raid on X in Y, which killed": Y is only where it was.
                node = replace(node, actor=None)
            people = self.nodes[position - 1] if position else None
            where = node.place is not None and node.preposition in self.lexicon.pack.words["locative"]
            if (
                where
                and isinstance(people, Phrase)
                and people.actor is not None
                and self.is_personal(position + 1)
            ):
                return self._antecedents(position - 1)
            held = people is not None and self._is_held_in(node, people)
            if held and self.is_personal(position + 1):
                # "A commander in the unit who was killed".
                return self._antecedents(position - 1)
            listed = (
                node.conjunction and id(node) not in self._apposed and not self._tells_of_one(position + 1)
            )
            return self.list_at(self.head_of_list(position)) if listed else [node]
        return self.doers(position) if isinstance(node, Word) and node.part == "deed" else []

    def _is_of_body(self, position: int, holder: Phrase) -> bool:
        """Whether "which" behind an office takes up the body in which it is held, and not who holds it."""
        if self.is_personal(position + 1) or not self.is_taken_up(position + 1):
            return False
        link = position - 1
        while link > 0 and isinstance(word := self.nodes[link], Word) and word.is_a("adverb"):
            link -= 1
        said = link >= 0 and isinstance(word := self.nodes[link], Word) and word.is_a("be")
        # "X is an ally of Y, which", "the wing of Y that"; but "X, the wing of Y, which".
        return said or self.leads_body(holder) or not is_comma(self.nodes[position + 1])

    def leads_body(self, holder: Phrase) -> bool:
        """Whether a person leads a body or speaks for it, so that what follows without "who" is of the body."""
        entry = self.lexicon.pack.titles.get(holder.head)
        return entry is None or not entry.get("any")

    def _tells_of_one(self, position: int) -> bool:
        """Whether the verb behind a relative stands in the singular: "A and B, which backs X", "which has left"."""
        step = position + (position < len(self.nodes) and is_comma(self.nodes[position]))
        verb = self.nodes[step + 1] if step + 1 < len(self.nodes) else None
        if not isinstance(verb, Word):
            return False
        return verb.is_a("singular_verb") or (verb.part == "verb" and verb.has_voice("third"))

    def _is_held_in(self, body: Phrase, holder: Node) -> bool:
        """Whether a body is only that in which somebody holds the office named right before."""
        held = isinstance(holder, Phrase) and holder.how == "office" and holder.actor is not None
        led = body.preposition in self.lexicon.pack.words["office_prep"] and not body.conjunction
        person = body.actor is not None and body.actor.type == "Person" and body.how != "office"
        return held and led and not person

    def _said_to_be(self, position: int) -> list[Phrase]:
        """Of whom a form of "be" says what stands at ``position``: "X is a group that attacked P" tells of X."""
        link = position - 1
        while link > 0 and isinstance(word := self.nodes[link], Word) and word.is_a("adverb"):
            link -= 1
        word = self.nodes[link] if link >= 0 else self.nodes[position]
        node = self.nodes[position]
        unnamed = isinstance(node, Phrase) and is_unnamed(node) and not node.preposition
        one = self.being(link) if unnamed and isinstance(word, Word) and word.is_a("be") else []
        return one if any(each.actor is not None for each in one) else []

    def said_to_be(self, phrase: Phrase) -> list[Phrase]:
        """Of whom a form of "be" says what ``phrase`` describes; empty where it says that of nobody."""
        position = next((step for step, node in enumerate(self.nodes) if node is phrase), None)
        return self._said_to_be(position) if position is not None else []

    def being(self, position: int) -> list[Phrase]:
        """Of whom the form of "be" at ``position`` says something."""
        start = position
        while (
            start
            and isinstance(node := self.nodes[start - 1], Word)
            and node.is_a("have", "adverb", "be", "modal", "negation")
        ):
            start -= 1
        return self._left(start)

    def clause_subject(self, position: int) -> list[Phrase]:
        """Whom the clause round ``position`` is about: the subject of its verb, or of its form of "be"."""
        for step in range(position - 1, -1, -1):
            node = self.nodes[step]
            if self.ends_clause(step):
                break
            if isinstance(node, Word) and node.part == "verb" and not self.is_aside(step):
                return self.subject(step)
            if isinstance(node, Word) and node.is_a("be"):
                return self._left(step)
        for step in range(position + 1, len(self.nodes)):
            if self.ends_clause(step):
                return []
            if self.is_verb(step):
                return self.subject(step)
        return []

    def taken_up(self, position: int) -> list[Phrase]:
        """Whom a relative clause takes up as the object of its verb: "X, whom Y backs"."""
        step = self.group(position).start - 1
        if self.is_bare_gap(position):
            return self._antecedents(step - 1)
        if isinstance(self.nodes[step], Phrase):
            step = self.head_of_list(step)
        relative = self.nodes[step - 1] if step > 0 else None
        if not (isinstance(self.nodes[step], Phrase) and isinstance(relative, Word)):
            return []
        # "A town that X had held", but "told X that Y had attacked".
        hearer = step - 2 - (step > 2 and is_comma(self.nodes[step - 2]))
        told = hearer > 0 and self.is_verb(hearer - 1, "reporting", "accusing")
        plain = (
            relative.is_a("relative") or (relative.is_a("that") and not told)
        ) and not relative.preposition
        return self._antecedents(step - 2) if plain and step > 1 else []

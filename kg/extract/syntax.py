"""Where clauses end, which preposition governs a phrase, and where a word's subject stands."""

from __future__ import annotations

from kg.extract import joined_deeds, place_gender, second_modifiers
from kg.extract.ambiguous_verbs import goes_with, instead_of_preposition, opens_clause
from kg.extract.asides import behind_aside
from kg.extract.bare_relatives import may_describe
from kg.extract.being import is_kind_of_place
from kg.extract.coordination import parts_from_leader
from kg.extract.governors import governor_of
from kg.extract.left_subjects import left_subject, relative_before
from kg.extract.lexicon import Lexicon
from kg.extract.making_up import makes_up
from kg.extract.nodes import Node, Phrase, Word, is_comma, is_quantity

_STOPS = frozenset(".;:?!-/|")
_LONGEST_RELATIVE = 16
"""Nodes between "who" and an "and who" of the same person."""
_LONGEST_TIME = 4
"""Nodes between "and", with when or where it was, and the verb of a new clause."""
_MOST_ADJECTIVES = 2
"""Adjectives between a noun and what "to" leads to behind it."""
_LONGEST_REMARK = 6
"""Nodes between two dashes."""


class Syntax:
    """Questions about one sentence. ``nodes`` are the visible ones; positions are indexes into them."""

    def __init__(self, nodes: list[Node], lexicon: Lexicon) -> None:
        self.nodes = nodes
        self.lexicon = lexicon
        self._verbs: dict[int, bool] = {}
        self._ends: dict[int, bool] = {}
        self._blocks: dict[int, bool] = {}
        """What was asked of a position before: it is asked of most of them again and again."""
        phrases = [position for position, node in enumerate(nodes) if isinstance(node, Phrase)]
        self.governors = [""] * len(nodes)
        for position in phrases:
            self.governors[position] = self._governor(position)
        for position in phrases:
            if position and self._continues_places(position):
                self.governors[position] = self.governors[position - 1]

    def _continues_places(self, position: int) -> bool:
        """Whether a place goes on a list of places, and with it under the preposition of the first."""
        node, before = self.nodes[position], self.nodes[position - 1]
        if not isinstance(node, Phrase) or not isinstance(before, Phrase):
            return False
        listed = bool(node.conjunction) and not node.preposition and self.governors[position] == "bare"
        alike = any(
            node.entity(kind) is not None and before.entity(kind) is not None for kind in ("place", "actor")
        )
        return listed and alike

    def _governor(self, position: int) -> str:
        """The preposition of a phrase; ``bare`` without one; ``genitive`` behind a noun that owns it."""
        return governor_of(self, position)

    def ends_clause(self, position: int) -> bool:
        """Whether the node at ``position`` separates clauses."""
        known = self._ends.get(position)
        if known is None:
            known = self._ends[position] = self._ends_clause(position)
        return known

    def _ends_clause(self, position: int) -> bool:
        node = self.nodes[position]
        if not isinstance(node, Word):
            return False
        if node.mark:
            if node.text not in _STOPS or self.encloses(position) or self._joins_days(position):
                return False
            if node.text == "." and self._is_shortened(position):
                return False
            return not self._is_within_word(position)
        return node.is_a("clause", "complementizer") and not node.preposition

    def _is_shortened(self, position: int) -> bool:
        """Whether a full stop is that of a short form, as the pack lists them with it."""
        word = self.nodes[position - 1] if position else None
        short = self.lexicon.pack.grammar.abbreviations
        return isinstance(word, Word) and position + 1 < len(self.nodes) and f"{word.written}." in short

    def _is_within_word(self, position: int) -> bool:
        """Whether a dash or slash joins two words with no space round it: "ground-to-ground"."""
        around = self.nodes[max(0, position - 1) : position + 2]
        if len(around) < 3 or not isinstance(around[1], Word) or around[1].text not in "-/":
            return False
        before, mark, behind = around
        plain = isinstance(before, Word) and isinstance(behind, Word) and before.is_plain and behind.is_plain
        return plain and before.end == mark.start and mark.end == behind.start

    def encloses(self, position: int) -> bool:
        """Whether a dash is one of two that set a short remark off, as brackets do."""
        if not self._is_dash(position):
            return False
        near = range(max(0, position - _LONGEST_REMARK), min(len(self.nodes), position + _LONGEST_REMARK + 1))
        return any(step != position and self._is_dash(step) for step in near)

    def _is_dash(self, position: int) -> bool:
        node = self.nodes[position]
        return isinstance(node, Word) and node.mark and node.text == "-"

    def _joins_days(self, position: int) -> bool:
        """Whether a dash stands within a date: "on Monday - Tuesday"."""
        around = self.nodes[max(0, position - 1) : position + 2]
        words = [node for node in around if isinstance(node, Word)]
        return len(words) == 3 and all(
            word.is_a("adverb", "month") or word.core.isdigit() for word in words[::2]
        )

    def is_verb(self, position: int) -> bool:
        """Whether the word is a finite verb here: by its form, or by where an ambiguous form stands."""
        known = self._verbs.get(position)
        if known is None:
            known = self._verbs[position] = self._is_verb(position)
        return known

    def _is_verb(self, position: int) -> bool:
        node = self.nodes[position]
        if not isinstance(node, Word) or node.mark or not node.senses:
            return False
        if node.is_a("preposition") and not instead_of_preposition(self, position):
            return False
        voices = {voice for _, voice in node.senses}
        if "circumstance" in voices:
            return bool(position) and (is_comma(self.nodes[position - 1]) or goes_with(self, position))
        if node.preposition:
            return node.preposition in self.lexicon.pack.words["belonging"] and voices == {"active"}
        carries = (
            node.is_a("light_noun") and not node.suffix
        )  # "(He) imposed" and "the imposing of" are spelled alike.
        if voices & {"active", "future", "passive"} and not voices & {"either", "noun"} and not carries:
            return not self.follows(position, "preposition")
        if node.suffix and "either" in voices and self._gives_to(position):
            return False  # "Its support for X".
        if node.suffix and {"active", "noun"} <= voices and node.core.endswith(self.lexicon.feminine_endings):
            # "Its control", far more often than "she controlled it".
            return self.follows(position, "relative", "clause", "complementizer")
        if node.conjunction and not node.suffix and joined_deeds.first_of(self, position) is not None:
            return False  # "Succeeded in destroying P and killing Y".
        ambiguous = "either" in voices or ("active" in voices and ("noun" in voices or carries))
        return ambiguous and opens_clause(self, position)

    def _gives_to(self, position: int) -> bool:
        """Whether "to" stands right behind the word, its adjectives aside, and leads to whom a noun is of."""
        belonging = self.lexicon.pack.words["belonging"]
        for node in self.nodes[position + 1 : position + 2 + _MOST_ADJECTIVES]:
            if node.preposition in belonging:
                return True
            if not isinstance(node, Word) or node.mark or node.preposition or node.conjunction:
                return False
            if not (node.is_a("nisba", "epithet", "as_adjective") or self.lexicon.is_definite(node.core)):
                return False
        return False

    def follows(self, position: int, *classes: str) -> bool:
        """Whether the word before ``position`` belongs to one of the classes."""
        before = self.nodes[position - 1] if 0 < position <= len(self.nodes) else None
        return isinstance(before, Word) and not before.suffix and before.is_a(*classes)

    def blocks(self, position: int) -> bool:
        """Whether no argument is looked for behind this node: a clause, a verb of a new clause, a report."""
        known = self._blocks.get(position)
        if known is None:
            known = self._blocks[position] = self._is_barrier(position)
        return known

    def _is_barrier(self, position: int) -> bool:
        node = self.nodes[position]
        if self.ends_clause(position):
            return True
        if not isinstance(node, Word) or node.mark or makes_up(self.nodes, position):
            return False
        if (node.is_a("conditional") and not node.preposition) or (node.is_a("claiming") and node.suffix):
            return True
        if self.tells_of_group(position):
            return False
        if node.is_a("result") and not node.preposition:
            return True
        if node.is_a("relative"):
            following = self.nodes[position + 1] if position + 1 < len(self.nodes) else None
            return following is None or not (
                (isinstance(following, Word) and following.is_a("occur", "light"))
                or self.is_verb(position + 1)
            )
        if node.is_a("modal") and node.conjunction and self._is_present(node):
            return True
        fresh = bool(node.conjunction) or (position > 0 and is_comma(self.nodes[position - 1]))
        if fresh and node.is_a("being"):
            told = self.nodes[position + 1] if position + 1 < len(self.nodes) else None
            return is_kind_of_place(told, self.lexicon)
        if node.is_a("being") and self._closes_relative(position):
            return True
        return (self.is_verb(position) or node.is_a("light", "occur", "reporting", "continued")) and (
            fresh or (self.is_verb(position) and not self.follows(position, "relative"))
        )

    def _closes_relative(self, position: int) -> bool:
        """Whether "are" stands behind a clause with "which", whose verb tells nothing of who is named behind it.

        "The factions that fight in P are X and Y."
        """
        before, told = (
            self.nodes[step] if 0 <= step < len(self.nodes) else None for step in (position - 1, position + 1)
        )
        named = isinstance(before, Phrase) and self.governors[position - 1] == "bare"
        somebody = isinstance(told, Phrase) and told.actor is not None and told.place is None
        if before is None or before.mark or named or not somebody:
            return False
        for node in reversed(self.nodes[:position]):
            if node.mark or not node.classes.isdisjoint(("being", "clause", "complementizer")):
                return False
            if "relative" in node.classes:
                return True
        return False

    def _is_present(self, word: Word) -> bool:
        """Whether a word opens as verbs of the present do, and is no noun: "and (he) plans"."""
        opens = word.core[:1] in self.lexicon.pack.words["present_letters"]
        return opens and not word.suffix and not word.core.endswith(self.lexicon.feminine_endings)

    def is_told_aside(self, position: int, first: int) -> bool:
        """Whether the phrase is the subject of a relative clause behind ``first``: "X, whom Y backs, hit"."""
        word = self.nodes[position - 1] if position > 1 else None
        pronoun = isinstance(word, Word) and bool(word.suffix) and (word.is_a("preposition") or not word.core)
        verb_end = position - pronoun  # "The palace in which Y is entrenched".
        relative = relative_before(self, verb_end)
        verb = self.nodes[verb_end - 1] if verb_end else None
        taken_up = isinstance(verb, Word) and (bool(verb.suffix) or pronoun)
        return relative is not None and relative > first and taken_up

    def tells_of_group(self, position: int) -> bool:
        """Whether a verb only describes the indefinite group before it, as "which" would: "factions that X backs"."""
        word, before = self.nodes[position], self.nodes[position - 1] if position else None
        if (
            not isinstance(word, Word)
            or not word.suffix
            or word.conjunction
            or not isinstance(before, Phrase)
        ):
            return False
        return before.how == "described" and not self.lexicon.is_definite(before.words[0].core)

    def left_subject(self, position: int, kind: str = "actor") -> int | None:
        """The nearest bare phrase before ``position`` in its clause, or the antecedent of a relative clause."""
        return left_subject(self, position, kind)

    def owns_deed(self, position: int) -> bool:
        """Whether the phrase owns an indefinite deed: in "an ambush of X hit Y" it is X who hit."""
        before = self.nodes[position - 1] if position else None
        if (
            not isinstance(before, Word)
            or not before.has_voice("noun", "either")
            or self.is_verb(position - 1)
        ):
            return False
        if any(frame.predicate for frame, _ in before.senses):
            return False
        done = any(frame.doer_of for frame, _ in before.senses)
        free = not before.preposition and not self.follows(position - 1, "preposition")
        return (done and self.governors[position] in self.lexicon.pack.words["belonging"]) or (
            self.governors[position] == "of" and free and not before.suffix
        )

    def is_one_of(self, position: int) -> bool:
        """Whether a group only says what the subject is: "X, one of the factions that …"."""
        node = self.nodes[position]
        described = (
            isinstance(node, Phrase) and node.actor is not None and node.actor.type == "DescribedGroup"
        )
        return described and self.follows(position, "one_of")

    def antecedent(self, position: int, kind: str) -> int | None:
        """Whom the relative clause of the verb at ``position`` is about, or None outside one."""
        return self.antecedent_of(position - 1, kind) if self.follows(position, "relative") else None

    def antecedent_of(self, relative: int, kind: str) -> int | None:
        """Whom the relative clause that opens at ``relative`` is about; a second one with "and", whom the first is."""
        first = self._first_relative(relative)
        if first is not None:
            return self.antecedent_of(first, kind)
        second = second_modifiers.described(self, relative)
        head = self.nodes[second] if second is not None else None
        if isinstance(head, Phrase) and head.entity(kind) is not None:
            return second
        for step in range(relative - 1, max(-1, relative - 3), -1):
            node = self.nodes[step]
            if isinstance(node, Phrase) and node.entity(kind) is not None:
                of_place = kind == "place"
                at, meant = (step, node) if of_place else self._who_is_there(step, node)
                found = place_gender.described(self, at, self.nodes[relative]) if of_place else at
                apart = self.set_off(at, relative) if of_place and found == at else None
                found = apart if apart is not None else found
                return self._last_or_all(found, relative) if may_describe(self, relative, meant) else None
            if not (
                is_comma(node)
                or (isinstance(node, Word) and node.is_a("epithet", "nisba", "being", "direction"))
            ):
                return None
        return None

    def _who_is_there(self, position: int, place: Phrase) -> tuple[int, Phrase]:
        """The body right before the ``place`` at ``position`` that it is in: "the force in P, which X joined"."""
        body = self.nodes[position - 2] if position > 1 else None
        if place.place is None or not isinstance(body, Phrase):
            return position, place
        led = self.governors[position] in self.lexicon.pack.words["locative"]
        named = body.actor is not None and body.place is None
        return (
            (position - 2, body)
            if led and named and self.follows(position, "locative")
            else (position, place)
        )

    def set_off(self, position: int, relative: int) -> int | None:
        """The place before two commas that say where it lies: "the province, west of P, that X holds"."""
        node, first = self.nodes[position], position - 2
        parted = first >= 0 and is_comma(self.nodes[position - 1]) and is_comma(self.nodes[relative - 1])
        before = self.nodes[first] if parted else None
        lies = isinstance(node, Phrase) and node.preposition in self.lexicon.pack.directions
        return first if lies and isinstance(before, Phrase) and before.place is not None else None

    def _first_relative(self, relative: int) -> int | None:
        """The relative clause to which "and" joins the one at ``relative``: "X, whom Y backs and who hold P"."""
        word = self.nodes[relative]
        if not isinstance(word, Word) or not word.conjunction:
            return None
        for step in range(relative - 1, max(-1, relative - _LONGEST_RELATIVE), -1):
            node = self.nodes[step]
            if isinstance(node, Word) and node.is_a("relative") and node.core == word.core:
                return step
            if isinstance(node, Word) and node.mark and not is_comma(node):
                return None
        return None

    def _last_or_all(self, position: int, relative: int) -> int:
        """Whom a relative clause behind the phrase at ``position`` describes: of a pair the last, of others all."""
        head = self.list_head(position, governed=True)
        word = self.nodes[relative]
        many = isinstance(word, Word) and word.is_a("relative_many")
        first = self.nodes[head - 1] if head else None
        if head < position and isinstance(first, Word) and self.follows(head - 1, "relative"):
            return position  # "Those who back X and Ys who back Z": X stands in a clause of its own.
        pair = sum(isinstance(node, Phrase) for node in self.nodes[head : position + 1]) == 2
        return position if pair and not many else head

    def list_head(self, position: int, *, governed: bool = False) -> int:
        """The first of the coordinated phrases that ``position`` ends; one led by a preposition too if ``governed``."""
        while True:
            node = self.nodes[position]
            before = position - 1
            if before >= 0 and is_comma(self.nodes[before]):
                before -= 1
            if not isinstance(node, Phrase) or not node.conjunction or before < 0:
                return position
            previous = self.nodes[before]
            if not isinstance(previous, Phrase) or previous.actor is None:
                return position
            if parts_from_leader(self.nodes, before, node):
                return position
            if self.governors[before] != "bare" and not governed:
                return position
            position = before

    def has_doer(self, position: int) -> bool:
        """Whether the noun behind the deed at ``position`` did it: "the support of X for Y", "an attack of X on Y"."""
        deed = self.nodes[position]
        first, second = (
            self.nodes[step] if step < len(self.nodes) else None for step in (position + 1, position + 2)
        )
        if not isinstance(first, Phrase) or isinstance(second, Phrase):
            return True
        senses = deed.senses if isinstance(deed, Word) else ()
        leads = {prep for frame, _ in senses for prep in frame.noun_object.preps} - {"bare"}
        return isinstance(second, Word) and (second.core in leads or second.preposition in leads)

    def clause_end(self, position: int, end: int, *, passing: str = "") -> int:
        """Where the clause that begins at ``position`` ends, at the latest at ``end``; offsets into the original.

        It ends at a report, at a conjunction of clauses (other than those of the class ``passing``), and at a comma
        before "and" with a verb.
        """
        aside = sum(self.encloses(step) for step in range(position)) % 2 == 1
        for step in range(position + 1, len(self.nodes)):
            node = self.nodes[step]
            if not isinstance(node, Word):
                continue
            if node.mark and (node.text in ".;?!" or (aside and self.encloses(step))):
                return node.start
            before = self.nodes[step - 1]
            parted = isinstance(before, Word) and before.mark and before.text in ',"'
            if parted and self._opens_anew(step):
                return node.start
            if node.mark or node.preposition:
                continue
            if (node.is_a("continued") or node.has_voice("circumstance")) and (parted or node.conjunction):
                return node.start
            if node.is_a("complementizer") and node.conjunction and parted:
                return node.start  # "…, and that X took P".
            if node.is_a("clause") and step > position + 1 and not (passing and node.is_a(passing)):
                return node.start
            if parted and node.is_a("at_the_time", "author_aside"):
                return node.start  # ", amid clashes between X and Y": those go on whatever was said before.
            if parted and node.is_a("sequel") and " " in node.core:
                return node.start  # ", which angered X": that is told of all before.
            verbal = self.is_verb(step) or node.is_a("light", "occur", "reporting", "copula")
            verbal = verbal and not self._goes_on_with_harm(position, step)
            if node.conjunction and parted and (verbal or node.is_a("may")):
                return node.start
        return end

    def _goes_on_with_harm(self, position: int, step: int) -> bool:
        """Whether "and" joins how many were hurt to how many were killed: "the death of two, the wounding of ten"."""
        word, number = self.nodes[step], self.nodes[step + 1] if step + 1 < len(self.nodes) else None
        if (
            not isinstance(word, Word)
            or not word.is_a("casualty")
            or number is None
            or not is_quantity(number)
        ):
            return False
        before = self.nodes[position + 1 : step]
        return any(
            isinstance(node, Word) and node.is_a("casualty") and not self.is_verb(position + 1 + at)
            for at, node in enumerate(before)
        )

    def _opens_anew(self, position: int) -> bool:
        """Whether "and" with when or where it was leads to a verb of its own: "…, and on Monday X said"."""
        node = self.nodes[position]
        if not isinstance(node, Word) or not node.conjunction or node.mark or node.suffix:
            return False
        if not node.is_a("preposition", "adverb", "locative"):
            return False
        for step in range(position + 1, min(position + 1 + _LONGEST_TIME, len(self.nodes))):
            after = self.nodes[step]
            if isinstance(after, Word) and (after.is_a("reporting") and not after.preposition):
                return True
            if isinstance(after, Phrase) or after.mark or after.is_a("clause", "complementizer", "relative"):
                return False
        return False

    def following(self, position: int, limit: int = 16) -> list[int]:
        """The positions of phrases behind ``position`` up to where its clause ends."""
        found = []
        step, stop = position + 1, min(len(self.nodes), position + 1 + limit)
        while step < stop:
            aside = behind_aside(self, step) if step > position + 1 else None
            if aside is not None:
                step, stop = aside, min(len(self.nodes), aside + limit)
                continue
            if self.blocks(step):
                break
            if isinstance(self.nodes[step], Phrase):
                found.append(step)
            step += 1
        return found

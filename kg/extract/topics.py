"""Who a clause is about: the subject that a verb, a noun of action or a pronoun takes where it names none itself."""

from __future__ import annotations

from kg.extract.agreement import agrees, resumes
from kg.extract.coordination import collect
from kg.extract.nodes import Phrase, Word, classes_of, is_comma, is_quantity
from kg.extract.obliged import obliged
from kg.extract.syntax import Syntax
from kg.extract.told_of import told_of

_GOVERNED = ("bare", "speaker")
_PREDICATES = (
    "light",
    "resorting",
    "modal",
    "reporting",
    "continued",
    "occur",
    "copula",
    "left_alone",
    "announcing",
    "light_noun",
)


class Topics:
    """For each position of a sentence, the subject of the clause that it stands in.

    A subject holds until another is named: a joined verb without one of its own has the one before. ``carried`` is
    the subject of the sentence before.
    """

    def __init__(self, syntax: Syntax, carried: list[Phrase]) -> None:
        self._syntax = syntax
        self._at: list[list[Phrase]] = []
        self.carried = carried
        self._outer: list[list[Phrase]] = []
        self._within: list[bool] = []
        self._subjects: list[tuple[int, list[Phrase]]] = []
        self.main: list[Phrase] = []
        """The first subject that the sentence names; what the next sentence may leave out."""
        current = outer = carried
        within = False
        resuming = "when" in classes_of(syntax.nodes)
        for position in range(len(syntax.nodes)):
            within = self._stays_within(position, within=within)
            resumed = self._resumed(position, current) if resuming else None
            if resumed is not None:
                current = resumed
                self._subjects.append((position, current))
            if self._is_strange(position):
                current = []
                outer = outer if within else []
            if self._is_subject(position):
                current = collect(syntax.nodes, position, "actor")[0]
                self._subjects.append((position, current))
                self.main = self.main or current
                outer = outer if within else current
            node = syntax.nodes[position]
            that = "complementizer" in node.classes
            if "main_again" in node.classes:
                current = outer
            named = obliged(syntax, position) if that else None
            if named is not None:
                current = collect(syntax.nodes, named, "actor")[0]
            elif within and current and that:
                another = told_of(syntax.nodes, position, current, syntax.lexicon, carried)
                current = current if another is None else another
            self._at.append(current)
            self._outer.append(outer)
            self._within.append(within)

    def _resumed(self, position: int, current: list[Phrase]) -> list[Phrase] | None:
        """Whom a verb without a subject behind "when" goes on with, if the sentence named him in passing.

        "The war turned in favour of X when (it) succeeded …": nobody else whom the sentence names fits the verb.
        """
        nodes = self._syntax.nodes
        verb = nodes[position]
        if not isinstance(verb, Word) or verb.suffix or not self._syntax.follows(position, "when"):
            return None
        following = nodes[position + 1] if position + 1 < len(nodes) else None
        led = isinstance(following, Word) and not following.mark and not following.is_plain
        here = bool(current) and nodes[0].start <= current[0].start < verb.start
        if not led or not self._is_predicate(position, verb) or here:
            return None
        named = [node for node in nodes[:position] if isinstance(node, Phrase) and node.actor is not None]
        fitting = [node for node in named[-1:] if resumes(verb, [node], self._syntax.lexicon)]
        return fitting or None

    def at(self, position: int) -> list[Phrase]:
        """The subject of the clause round ``position``; empty where nobody was named, or where it does not agree."""
        word = self._syntax.nodes[position]
        # "X warned that Y might attack, and accused Z": who accuses is who spoke.
        accuses = isinstance(word, Word) and word.is_a("accusing", "menace") and bool(self._outer[position])
        topic = self._outer[position] if accuses else self._at[position]
        fits = not isinstance(word, Word) or agrees(word, topic, self._syntax.lexicon)
        return topic if fits else []

    def subject(self, position: int) -> list[Phrase]:
        """The subject of the clause round ``position``, whatever the word there agrees with."""
        return self._at[position]

    def ahead(self, position: int) -> list[Phrase]:
        """Whom a pronoun before all verbs means: "after his meeting with Y, X said". Empty behind a verb or a name."""
        before = self._syntax.nodes[:position]
        if any(
            isinstance(node, Phrase) or self._is_predicate(step, node) for step, node in enumerate(before)
        ):
            return []
        subject = next((phrases for step, phrases in self._subjects if step > position), [])
        word = self._syntax.nodes[position]
        fits = isinstance(word, Word) and agrees(word, subject, self._syntax.lexicon) if subject else False
        return subject if fits else []

    def within(self, position: int) -> bool:
        """Whether a clause of content or a relative clause holds ``position``."""
        return self._within[position]

    def outer(self, position: int) -> list[Phrase]:
        """The subject of the main clause round ``position``: who says what a clause of content before it says."""
        return self._outer[position]

    def _stays_within(self, position: int, *, within: bool) -> bool:
        """Whether a clause of content or a relative clause holds ``position``, given whether one held the last."""
        node = self._syntax.nodes[position]
        if not isinstance(node, Word) or node.is_plain:
            return within
        if node.is_a("complementizer", "relative"):
            return True
        returns = bool(node.conjunction) and node.is_a("reporting", "continued")
        return within and not returns and not self._syntax.ends_clause(position)

    def _is_strange(self, position: int) -> bool:
        """Whether a noun nobody knows is the subject here: behind "that", or with the article behind a verb."""
        node = self._syntax.nodes[position]
        if not isinstance(node, Word) or node.senses or node.mark or node.conjunction:
            return False
        before = self._syntax.nodes[position - 1] if position else None
        if not isinstance(before, Word) or node.preposition:
            return False
        if node.suffix:  # "Said that his country …", and nobody can tell which.
            return node.is_a("own_country") and before.is_a("complementizer")
        group = node.is_a("head", "transparent_actor", "military")
        if node.classes and not group:
            return False
        if before.is_a("complementizer"):
            return not before.core.endswith(self._syntax.lexicon.pronouns) and not self._is_predicate(
                position, node
            )
        definite = self._syntax.lexicon.is_definite(node.core)
        named = self._has_subject(position - 1, before)  # "X left the hall" is about X.
        return (definite or group) and not named and self._is_predicate(position - 1, before)

    def _is_subject(self, position: int) -> bool:
        node = self._syntax.nodes[position]
        if not isinstance(node, Phrase) or node.actor is None or node.preposition or node.conjunction:
            return False
        step = position - 1
        if self._syntax.governors[position] == "of" and self._syntax.follows(position, "operation"):
            step -= 1  # "There goes on a campaign of X": it is about X.
        elif self._syntax.governors[position] not in _GOVERNED:
            return False
        while step >= 0 and self._is_passed(step):
            step -= 1
        before = self._syntax.nodes[step] if step >= 0 else None
        if before is None or self._syntax.ends_clause(step):
            return True
        return (
            isinstance(before, Word)
            and self._is_predicate(step, before)
            and not self._syntax.follows(step, "relative")  # "Which X backs", "which comprises X".
            and not self._has_subject(step, before)
        )

    def _is_passed(self, position: int) -> bool:
        node = self._syntax.nodes[position]
        if not isinstance(node, Word) or self._syntax.ends_clause(position):
            return False
        if node.is_a("partitive") and position and is_quantity(self._syntax.nodes[position - 1]):
            return True  # "That 300 of X".
        return is_comma(node) or (node.is_a("adverb", "quantifier", "demonstrative") and not node.preposition)

    def _is_predicate(self, position: int, word: Word) -> bool:
        if self._syntax.is_verb(position) or (word.is_a(*_PREDICATES) and not word.preposition):
            return True
        if word.classes or word.senses or word.mark or word.preposition:
            return False
        letters = self._syntax.lexicon.pack.words["verb_letters"]
        before = self._syntax.nodes[position - 1] if position else None
        first = before is None or (isinstance(before, Word) and before.mark and before.text == ":")
        opens = first and not self._syntax.lexicon.is_definite(word.core)
        return word.core[:1] in letters or opens

    def _has_subject(self, position: int, verb: Word) -> bool:
        """Whether the verb has its subject right before it: "X visited Y" is about X."""
        subject = self._syntax.nodes[position - 1] if position else None
        named = isinstance(subject, Phrase) and subject.actor is not None and not subject.preposition
        return named and not verb.conjunction

"""Cuts a sentence into clauses, so that a date or a place counts for what happens in its own clause."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.nodes import Phrase, Word, is_comma
from kg.extract.syntax import Syntax

_HARD = frozenset(".;?!")
_ASIDE = 2
"""How many words behind "after" or "since" the noun of an aside stands at most."""


@dataclass(slots=True)
class Clause:
    """Positions that belong together; what stands within it in a clause of its own belongs to that one.

    ``kind`` is ``main``, ``joined`` (to the one before by "and" alone), ``beside`` (by a comma or "while"), ``content``
    (of what is said), ``relative``, or ``aside`` ("after the fall of X").
    """

    kind: str
    before: Clause | None
    positions: list[int] = field(default_factory=list)
    reports: bool = False
    """Whether it is a verb of saying whose content is another clause."""
    joined_by: Clause | None = None
    """The clause that "and" alone joins to this one."""


class Clauses:
    """The clauses of one sentence. Positions are indexes into the nodes of ``syntax``."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self._starts = [node.start for node in syntax.nodes]
        self._of: list[Clause] = []
        """The clause of each position; cut when somebody first asks."""

    def position(self, offset: int) -> int:
        """The position of the node at ``offset``."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def of(self, position: int) -> Clause:
        """The innermost clause round a position."""
        if not self._of:
            self._cut()
        return self._of[position]

    def deed_between(self, low: int, high: int) -> bool:
        """Whether another word for a deed stands between two positions of one clause; not one that only carries it."""
        steps = [step for step in self.of(low).positions if low < step < high]
        carried = self.is_a(low, "light", "occur")
        return any(
            self.is_deed(step) and not carried and not self.is_a(step, "light", "occur") for step in steps
        )

    def first_deed(self, clause: Clause) -> int:
        """Where the first word stands that says what happens; behind the sentence if there is none."""
        return next((p for p in clause.positions if self._happens(p)), len(self.syntax.nodes))

    def is_deed(self, position: int) -> bool:
        """Whether a word can open a frame; a noun for what somebody is, such as "commander", is no deed."""
        node = self.syntax.nodes[position]
        return (
            isinstance(node, Word)
            and not node.mark
            and any(voice != "noun" or not frame.predicate for frame, voice in node.senses)
        )

    def is_a(self, position: int, *classes: str) -> bool:
        """Whether a position holds a word of one of the classes."""
        node = self.syntax.nodes[position]
        return isinstance(node, Word) and not node.mark and node.is_a(*classes)

    def _happens(self, position: int) -> bool:
        node = self.syntax.nodes[position]
        if not isinstance(node, Word) or not (node.senses or node.classes):
            return False
        return self.is_deed(position) or self._verbal(position)

    def _verbal(self, position: int) -> bool:
        return self.syntax.is_verb(position) or self.is_a(
            position, "light", "occur", "reporting", "continued", "copula", "suffer", "receive"
        )

    def _cut(self) -> None:
        current = Clause("main", None)
        for position in range(len(self.syntax.nodes)):
            kind = self._boundary(position, current)
            if kind == "back" and current.before is not None:
                current = current.before
            elif kind and kind != "back":
                current = self._opened(kind, current)
            current.positions.append(position)
            self._of.append(current)

    def _opened(self, kind: str, current: Clause) -> Clause:
        if kind == "main":
            return Clause(kind, None)
        if kind == "content":
            current.reports = any(self.is_a(p, "reporting", "continued") for p in current.positions)
        if kind in {"joined", "beside"}:
            while current.kind in {"relative", "aside"} and current.before is not None:
                current = current.before
        opened = Clause(kind, current)
        if kind == "joined":
            current.joined_by = opened
        return opened

    def _boundary(self, position: int, current: Clause) -> str:
        """The kind of clause that begins at ``position``: ``back`` for the one round this one, or nothing."""
        node = self.syntax.nodes[position]
        if self._goes_on(position, current):
            return "beside"
        if not isinstance(node, Word) or node.is_a("date") or (position == 0 and node.mark):
            return ""
        if node.mark:
            if node.text == ",":
                return "back" if current.kind in {"relative", "aside"} else ""
            return "content" if node.text == ":" else "main" if node.text in _HARD else ""
        if node.is_a("complementizer"):
            return "content"
        if node.is_a("relative"):
            return "relative"
        if self._opens_aside(position, current):
            return "aside"
        if node.is_a("clause") and not node.preposition:
            return "aside" if node.is_a("earlier") else "beside"
        return self._coordinated(position, node, current)

    def _coordinated(self, position: int, node: Word, current: Clause) -> str:
        parted = is_comma(self.syntax.nodes[position - 1])
        if not (parted or node.conjunction):
            return ""
        if not any(map(self._happens, current.positions)):
            # "In X, A attacked": what stands before the first deed belongs to it.
            return ""
        if self._verbal(position) and (node.conjunction or parted):
            return "beside" if parted or node.is_a("reporting", "continued") else "joined"
        unknown = not node.classes and not node.senses and not node.preposition
        if not (node.conjunction and unknown):
            return ""
        if parted:
            return "beside"
        # Behind a relative clause what nobody knows may be the verb of the main one.
        returns = current.kind == "relative" and not self.syntax.lexicon.is_definite(node.core)
        return "joined" if returns else ""

    def _goes_on(self, position: int, current: Clause) -> bool:
        """Whether a comma and "and" lead to a clause that does not open with its verb: "…, and in May B attacked"."""
        nodes = self.syntax.nodes
        if position == 0 or position + 1 == len(nodes) or not is_comma(nodes[position - 1]):
            return False
        node, following = nodes[position], nodes[position + 1]
        if not any(map(self._happens, current.positions)):
            return False
        if isinstance(node, Phrase):
            return bool(node.conjunction) and self.syntax.is_verb(position + 1)
        if not node.is_a("date") or not (node.conjunction or following.conjunction):
            return False
        rest = range(position + 1, len(nodes))
        end = next((step for step in rest if isinstance(word := nodes[step], Word) and word.mark), len(nodes))
        return any(map(self._happens, range(position + 1, end)))

    def _opens_aside(self, position: int, current: Clause) -> bool:
        """Whether "after" or the like leads to a deed: "after the fall of X in 2014".

        Before all that happens in a clause it may lead to anything: the comma behind it ends the aside.
        """
        nodes: Sequence[object] = self.syntax.nodes
        node = self.syntax.nodes[position]
        if not isinstance(node, Word):
            return False
        slots = self.syntax.lexicon.pack.dates.slots(node.core)
        if "bound" not in slots and "since" not in slots:
            return False
        if not any(map(self._happens, current.positions)):
            return True
        behind = range(position + 1, min(position + 1 + _ASIDE, len(nodes)))
        return any(self.is_deed(step) or self.is_a(step, "casualty") for step in behind)

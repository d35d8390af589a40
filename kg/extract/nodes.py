"""What a sentence is made of while it is read: words, and phrases that name somebody or some place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar

from kg.extract.lexicon import Sense
from kg.folding import fold_text
from kg.languages import Slot
from kg.model import Entity

SITE = "site"
"""How the phrase of a site without a name was read. It is a place only to slots that ask for sites: nobody is said to
be in "a hotel"."""


@dataclass(slots=True)
class Word:
    """A written word, an expression or a mark. Half-open offsets into the original text."""

    start: int
    end: int
    text: str
    """Folded, with all that is written onto it."""
    core: str
    core_start: int
    written: str = ""
    """The core as the document spells it."""
    conjunction: str = ""
    preposition: str = ""
    suffix: str = ""
    classes: frozenset[str] = frozenset()
    senses: tuple[Sense, ...] = ()
    mark: bool = False
    hidden: bool = False
    """Taken out of the sentence by a reduction."""
    spelled: str = ""
    """All of it as the document spells it; empty for an expression of several words."""
    about: Phrase | None = None
    """Whom a modifier is said of, where that is not the phrase that is left before it."""
    part: str = ""
    """Its part of speech, where the order of words decides it: ``verb``, ``deed`` for a noun of action, else empty."""

    def behind(self, skipped: int) -> tuple[int, str]:
        """Where its folded letters from number ``skipped`` on begin, and how the document spells them.

        Marks and letters that cannot be seen are no folded letters.
        """
        seen = 0
        for offset, character in enumerate(self.spelled):
            letters = len(fold_text(character))
            if letters and seen >= skipped:
                return self.start + offset, self.spelled[offset:]
            seen += letters
        return self.core_start, self.written

    @property
    def stands_alone(self) -> bool:
        """Whether nothing is written onto it, and it is no mark."""
        return not (self.conjunction or self.preposition or self.suffix or self.mark)

    @property
    def is_plain(self) -> bool:
        """Whether the pack knows nothing of it and it is no mark: what most words are."""
        return not (self.classes or self.senses or self.mark)

    def is_a(self, *names: str) -> bool:
        """Whether the word belongs to one of the classes ``names``."""
        # Most words have none, and this is asked of every word again and again.
        return bool(self.classes) and not self.classes.isdisjoint(names)

    def has_voice(self, *voices: str) -> bool:
        """Whether one of its senses has one of the ``voices``."""
        return any(voice in voices for _, voice in self.senses)


@dataclass(slots=True)
class Phrase:
    """Words that name an actor, a place, or what may be either."""

    classes: ClassVar[frozenset[str]] = frozenset()
    """A phrase is no word of any class, nor a mark: what asks that of a node need not ask first what it is."""
    mark: ClassVar[bool] = False

    start: int
    end: int
    actor: Entity | None = None
    place: Entity | None = None
    conjunction: str = ""
    preposition: str = ""
    head: str = ""
    """The folded noun that opens it, if one does."""
    how: str = "name"
    """How it was read: as ``name``, ``described``, ``discovered``, ``short``, ``origin``, ``owner``, ``office``,
    ``pronoun``, ``site`` for a place without a name, or ``thing``."""
    generic: bool = False
    """A group without a name of its own: a modifier may replace it by whom it belongs to."""
    via: str = ""
    """The class of the noun it was reached through, such as positions or fighters."""
    hidden: bool = False
    possible: tuple[Entity, ...] = ()
    """Readings of an ambiguous name that nothing has confirmed."""
    direction: str = ""
    office_of: Entity | None = None
    """The state or organisation in which a person holds the office that the text names."""
    body: Phrase | None = None
    """The words for that state or organisation, where ``office_of`` was read from them."""
    title: str = ""
    """The noun for the office that the text names, where a person bears it."""
    apart: bool = False
    """A person who cannot hold the office that is named right before: he is of another state."""
    words: list[Word] = field(default_factory=list)
    owner: Phrase | None = None
    """Whose a thing is: "X's refineries", "X's plan"."""
    meant: Phrase | None = None
    """What a pronoun stands for, named in full: that is what the text mentions."""

    def entity(self, kind: str) -> Entity | None:
        """What it means as an ``actor`` or as a ``place``."""
        return self.actor if kind == "actor" else self.place

    def fits(self, slot: Slot) -> bool:
        """Whether it may fill the slot by what it names; a site without a name only where the slot takes sites."""
        if self.how == SITE:
            return SITE in slot.kinds
        return any(self.entity(kind) is not None for kind in slot.kinds if kind != SITE)


Node = Word | Phrase


@dataclass(frozen=True, slots=True)
class Stated:
    """A relation that was read, before its phrases become mentions. Half-open offsets of the evidence."""

    subject: Phrase
    predicate: str
    object: Phrase
    start: int
    end: int
    rule: str
    trigger: int
    """Where the word stands that says so; its scope decides modality and attribution."""
    confidence: float = 0.9
    background: bool = False
    """Said in passing by a title or an apposition: the author's own words even within reported speech."""
    modality: str | None = None
    presupposed: bool = False
    """Taken for granted by who plans or denies something else: only what is not sure at all weakens it."""
    own_word: bool = False
    """Whether the subject himself says so, where nobody else is named who does."""
    placed: bool = False
    """Whether it happens somewhere, so that a place named behind it is its place."""
    present: frozenset[str] = frozenset()
    """Who is at that place: ``subject``, ``object``."""
    told: int | None = None
    """Where the word stands whose scope decides modality, where that is another than ``trigger``."""


def is_quantity(node: Node) -> bool:
    """Whether a node is a word for a number or a quantity."""
    if isinstance(node, Word) and node.mark:
        return node.text == "%"
    return isinstance(node, Word) and (node.core.isdigit() or node.is_a("quantifier"))


def is_joined(node: Node) -> bool:
    """Whether a node is a phrase that a conjunction joins to what is before it."""
    return isinstance(node, Phrase) and bool(node.conjunction)


def is_comma(node: Node) -> bool:
    """Whether a node is a comma."""
    return node.mark and isinstance(node, Word) and node.text == ","


def is_quote(node: Node) -> bool:
    """Whether a node is a quotation mark."""
    return node.mark and isinstance(node, Word) and node.text == '"'


def classes_of(nodes: Iterable[Node]) -> frozenset[str]:
    """The classes of all words of a sentence: what only a word of one of them can mean need not be looked for."""
    # Words of a kind have the very same set, so that few are left to join.
    return frozenset().union(*{node.classes for node in nodes})


def visible(nodes: list[Node]) -> list[Node]:
    """The nodes that no reduction has taken out."""
    return [node for node in nodes if not node.hidden]

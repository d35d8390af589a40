"""What words say which relation: frames, from the entries of ``frames.yaml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.errors import KGError
from kg.folding import fold_text

_PARTS = {"compounds": "compound", "prefixes": "prefix", "links": "link"}
"""Keys of a frame whose words are parts of words or prepositions, with their voice."""


class PackError(KGError):
    """A pack file that does not say what a pack must say."""

    def __init__(self, file: Path, problem: str) -> None:
        super().__init__(f"{file}: {problem}; mend the pack as docs/language-packs.md describes")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a frame looks for one of its arguments.

    ``kinds`` are ``actor`` and ``place``; ``preps`` the prepositions that may introduce it, ``bare`` meaning none.
    """

    kinds: frozenset[str]
    preps: frozenset[str]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a group of words says: a relation, and where its subject and object stand."""

    id: str
    relation: str
    subject: Slot
    object: Slot
    noun_object: Slot
    forms: Mapping[str, str]
    """Folded word to its voice: ``active``, ``future``, ``passive``, ``participle``, ``circumstance``, ``noun``,
    or ``either`` of two.

    With an order of words: ``base``, ``third``, ``past``, ``finite``, ``participle``, ``gerund``, ``plain`` for several
    of them alike, ``noun``, ``link`` for prepositions, and for parts of a word ``compound`` and ``prefix``."""
    between: bool = False
    """Whether its nouns may name both sides: "battles between A and B"."""
    predicate: bool = False
    """Whether its nouns say what the phrase before them is: "forces led by X", "a group within Y"."""
    lasting: bool = False
    """Whether that is what somebody is, and nothing that happens: in passing it is the author's word."""
    placed: bool = False
    """Whether it happens somewhere: a place named behind it is its place."""
    present: frozenset[str] = frozenset()
    """Who is at the place where it happens: ``subject``, ``object`` or both. An airman is not in the town he bombs."""
    named: bool = False
    """Whether its object must have a name: "one of the factions" says nothing."""
    of_persons: bool = False
    """Whether its object must be a person: who "stops" a person arrests him."""
    done_by_persons: bool = False
    """Whether its subjects must be persons: that soldiers died somewhere is told of every raid."""
    of_somebody: bool = False
    moved: bool = False
    """Whether its object must not be anybody of a kind: "protect civilians", but "protect the people of C"."""
    adjacent: bool = False
    """Whether the object must stand right behind the subject: a verb that is as often passive, such as "killed"."""
    needs: str = ""
    """A class of words of which one must follow in the clause: forces, where forces are sent."""
    through: str = ""
    """A class of nouns by way of which its object must be named: "holds posts of X"."""
    of_deed: bool = False
    """Whether it may be said of what somebody did: "X condemned the attack by Y" is against Y."""
    deed_alone: bool = False
    sole: bool = False
    """Whether no other sense of its word is said where it is: "condemned to" prison is not "finished off"."""
    """Whether it is said of deeds alone: who thwarts an attack by X is against X, but nobody thwarts X himself."""
    founders: str = ""
    """Who its subjects must be: ``several`` bodies, which found something together, or ``one`` or persons."""
    reciprocal: bool = False
    """Whether a list of subjects alone says it of each other: "A and B met"."""
    undergone: bool = False
    """Whether its nouns may be what somebody undergoes: "X came under fire from Y"."""
    both_behind: bool = False
    """Whether the subject of the relation stands behind its verbs as well: "Y lost the town to X"."""
    of_clause: bool = False
    """Whether its object is whom the clause behind its verbs is about: "X charged that Y was arming Z"."""
    of_last_blow: bool = False
    """Whether it is said of the blow that the text told of last: "X claimed responsibility"."""
    wordless: str = ""
    """What says it without a word of its own: ``owned`` "X's brigade Y", ``apposed`` "Y, a brigade of X",
    ``of_person`` "the government of X", ``person_of`` "X of the party", ``deputy`` "deputy" before a title."""
    copula: bool = False
    """Whether a form of "be" before its prepositions says it: "X is in Y"."""
    doer_of: bool = False
    """Whether "of" behind its indefinite nouns leads to who did it: "a raid of X", as against "support of X"."""
    violent: bool = False
    """Whether its verbs say that somebody suffers a blow, perhaps within another deed: "killed X in a raid on Y"."""
    against_both: bool = False
    """Whether allies may stand in its "between", and whom they fight behind it: "clashes between A and B against C"."""
    in_person: bool = False
    """Whether its subject does it in person: "shells fired by X landed in Y" does not say where X is."""
    owning: bool = False
    """Whether its verbs say whose the thing before them is: "positions belonging to X"."""
    background: bool = False
    """Whether it is said in passing, so that it is the author's own words within what another says."""
    aimed: bool = False
    """Whether its nouns may be followed by what they are to achieve: "an offensive to capture X" is against X."""
    by_receiver: bool = False
    """Whether who is given something is to do it: "handed arms to X to fight Y"."""
    served: bool = False
    """Whether what is sent or done for it serves it at once: "sent helicopters to help X"."""
    of_men: bool = False
    """Whether it is said of people only, so that "backed by tanks" says nothing."""
    of_result: bool = False
    """Whether its nouns are what a deed results in, and who did the deed its subject: "led to the death of"."""
    passive: bool = False
    """Whether its verbs take an agent: "X was shelled by Y"."""
    attached: frozenset[str] = frozenset()
    """The kinds of actor of which its prepositions say it without any other word, right behind: "the forces in P"."""
    opening: bool = False
    """Whether a place with its preposition that opens a sentence says it of who speaks: "from P, X announced"."""
    occasion: bool = False
    """Whether its nouns are occasions, at whose place is whom the sentence is about: "in a speech in P"."""
    driven: str = ""
    """Of a verb that drives somebody from a place: whom it ties to that place, its ``subject`` or its ``object``."""
    swapped: bool = False
    """Whether what reads as the subject is the object of the relation: "X fell into the hands of Y"."""
    by_person: str = ""
    """The relation it says where a person is its subject: who "attacks" a rival in a speech only opposes him."""
    confidence: float = 0.85
    default_modality: str | None = None


_BARE_ACTOR = Slot(frozenset({"actor"}), frozenset({"bare"}))


def read_frame(
    entry: dict[str, Any], paradigms: dict[str, Any], clitics: dict[str, Any], file: Path
) -> Frame:
    """The frame of one entry, with the forms that ``paradigms`` make. Raises ``PackError``, which names ``file``."""
    article = fold_text(clitics["article"])
    endings = [fold_text(ending) for ending in clitics["noun_endings"]]
    closed = tuple(fold_text(ending) for ending in clitics["closed_endings"])
    forms: dict[str, str] = {}
    for verb in entry.get("verbs", ()):
        for name, stems in verb.items():
            if name not in paradigms:
                raise PackError(
                    file,
                    f"frame {entry['id']!r} uses the paradigm {name!r}, which clitics.yaml does not define",
                )
            for stem in [stems] if isinstance(stems, str) else stems:
                for form, voice in inflect(stem, name, paradigms):
                    forms.setdefault(form, voice)
    for key, voice in _PARTS.items():
        forms.update((fold_text(str(word)), voice) for word in entry.get(key, ()))
    for noun in entry.get("nouns", ()):
        word = fold_text(noun)
        forms[word] = "either" if forms.get(word) == "active" else "noun"
        if article and " " not in word and not word.startswith(article):
            forms.setdefault(article + word, "noun")
        if " " not in word and not (article and word.startswith(article)) and not word.endswith(closed):
            for ending in endings:
                forms.setdefault(word + ending, "noun")
    object_slot = _slot(entry.get("object"), _BARE_ACTOR)
    return Frame(
        id=entry["id"],
        relation=entry["relation"],
        subject=_slot(entry.get("subject"), _BARE_ACTOR),
        object=object_slot,
        noun_object=_slot(entry.get("noun_object"), object_slot),
        forms=forms,
        between=bool(entry.get("between", False)),
        predicate=bool(entry.get("predicate", False)),
        lasting=bool(entry.get("lasting", False)),
        placed=bool(entry.get("placed", False)),
        present=frozenset(entry.get("present", ())),
        named=bool(entry.get("named", False)),
        of_persons=bool(entry.get("of_persons", False)),
        done_by_persons=bool(entry.get("done_by_persons", False)),
        of_somebody=bool(entry.get("of_somebody", False)),
        deed_alone=bool(entry.get("deed_alone", False)),
        sole=bool(entry.get("sole", False)),
        moved=bool(entry.get("moved", False)),
        adjacent=bool(entry.get("adjacent", False)),
        needs=str(entry.get("needs", "")),
        through=str(entry.get("through", "")),
        of_deed=bool(entry.get("of_deed", False)),
        founders=str(entry.get("founders", "")),
        reciprocal=bool(entry.get("reciprocal", False)),
        undergone=bool(entry.get("undergone", False)),
        both_behind=bool(entry.get("both_behind", False)),
        of_clause=bool(entry.get("of_clause", False)),
        of_last_blow=bool(entry.get("of_last_blow", False)),
        wordless=str(entry.get("wordless", "")),
        copula=bool(entry.get("copula", False)),
        doer_of=bool(entry.get("doer_of", False)),
        violent=bool(entry.get("violent", False)),
        against_both=bool(entry.get("against_both", False)),
        in_person=bool(entry.get("in_person", False)),
        owning=bool(entry.get("owning", False)),
        background=bool(entry.get("background", False)),
        aimed=bool(entry.get("aimed", False)),
        by_receiver=bool(entry.get("by_receiver", False)),
        served=bool(entry.get("served", False)),
        of_men=bool(entry.get("of_men", False)),
        of_result=bool(entry.get("of_result", False)),
        passive=bool(entry.get("passive", False)),
        by_person=str(entry.get("by_person", "")),
        attached=frozenset(entry.get("attached", ())),
        opening=bool(entry.get("opening", False)),
        occasion=bool(entry.get("occasion", False)),
        driven=str(entry.get("driven", "")),
        swapped=bool(entry.get("swapped", False)),
        confidence=float(entry.get("confidence", 0.85)),
        default_modality=entry.get("modality"),
    )


def _slot(entry: dict[str, Any] | None, fallback: Slot) -> Slot:
    if entry is None:
        return fallback
    preps = frozenset(fold_text(word) for word in entry.get("preps", ["bare"]))
    return Slot(frozenset(entry.get("kinds", ["actor"])), preps)


def class_forms(entries: Any, paradigms: Mapping[str, Any], file: Path) -> Iterator[str]:
    """The folded words of a class: as they stand, or the forms of stems by a paradigm."""
    for entry in entries:
        if not isinstance(entry, dict):
            yield fold_text(str(entry))
            continue
        for name, stems in entry.items():
            if name not in paradigms:
                raise PackError(file, f"uses the paradigm {name!r}, which clitics.yaml does not define")
            for stem in [stems] if isinstance(stems, str) else stems:
                yield from (form for form, _ in inflect(stem, name, paradigms))


def inflect(stem: str, paradigm: str, paradigms: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The folded forms of a stem with their voice, by the affixes of a paradigm and of those it brings along."""
    folded = fold_text(stem)
    for table in (paradigms[paradigm], *(paradigms[name] for name in paradigms[paradigm].get("also", ()))):
        if len(folded) < table.get("shortest", 0) or folded.startswith(tuple(table.get("unless", ()))):
            continue
        for prefix in table["prefixes"]:
            for suffix in table["suffixes"]:
                yield _affix(prefix) + folded + _affix(suffix), table["voice"]


_affix = lru_cache(maxsize=512)(fold_text)
"""Folds what is written before and behind thousands of stems."""

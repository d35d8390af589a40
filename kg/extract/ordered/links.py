"""Relations that prepositions say by themselves: "in cooperation with X", "fighters of X in Y", "X is in Y"."""

from __future__ import annotations

from kg.extract.lexicon import Reading
from kg.extract.nodes import Phrase, Stated, Word, is_comma
from kg.extract.ordered.slots import behind_adverbs, members
from kg.extract.ordered.stating import fitting, is_present, state
from kg.extract.ordered.structure import Structure


def linked(structure: Structure, position: int, phrase: Phrase) -> list[Stated]:
    """What a preposition says by itself: "in cooperation with X", "with the backing of X"."""
    found = structure.lexicon.exact(phrase.preposition)
    stated: list[Stated] = []
    whole: Reading | None = None
    if phrase.via == "transparent" and phrase.head:
        whole = _whole_link(structure, phrase.preposition, phrase.head)
        found = whole or found
    for frame, _ in found.senses if found is not None else ():
        if whole is not None and not frame.swapped:
            # "On the Syrian side of the border" takes nobody's side.
            continue
        linking = _group_before(structure, position) if frame.adjacent else _linking(structure, position)
        if len(linking) == 1 and not frame.adjacent:
            linking = structure.said_to_be(linking[0]) or linking
        subjects = fitting(linking, frame.subject)
        targets = members(structure, position, frame.object)
        if frame.adjacent and frame.swapped:
            # "Units under X and the militias of Y" are under X alone.
            targets = targets[:1]
        if subjects and targets:
            word = Word(phrase.start, phrase.start, "", "", phrase.start)
            stated.extend(state(structure, position, word, frame, (subjects, targets, "link")))
    return stated


def linked_deed(structure: Structure, position: int, deed: Word) -> list[Stated]:
    """What a preposition says of those whose deed it leads to: "with the help of US air strikes"."""
    found = structure.lexicon.exact(deed.preposition)
    first = position
    while first and structure.governors[first - 1] in ("origin", "owner"):
        first -= 1
    stated: list[Stated] = []
    for frame, _ in found.senses if found is not None else ():
        if frame.adjacent:
            # "Under attack by X" is nobody's command.
            continue
        subjects = fitting(_linking(structure, first), frame.subject) if frame.swapped else []
        targets = fitting(structure.doers(position), frame.object) if subjects else []
        if targets:
            stated.extend(state(structure, position, deed, frame, (subjects, targets, "link")))
    return stated


def being(structure: Structure, position: int, word: Word) -> list[Stated]:
    """What a form of "be" says with a preposition: "X is in Y"; not of a place, which lies there."""
    step = behind_adverbs(structure, position)
    where = structure.nodes[step] if step < len(structure.nodes) else None
    owned = _owned_link(structure, position, step)
    if owned:
        return owned
    if not isinstance(where, Phrase) or where.place is None or not where.preposition:
        return []
    subjects = [each for each in structure.being(position) if each.actor is not None and each.place is None]
    return [
        stated
        for frame in structure.lexicon.copula_frames
        if where.preposition in frame.object.preps and subjects
        for stated in state(
            structure, position, word, frame, (subjects, members(structure, step, frame.object), "be")
        )
    ]


def _owned_link(structure: Structure, position: int, step: int) -> list[Stated]:
    """What such a preposition says whose noun has an owner: "P is under X's control" as "under the control of X"."""
    owner, deed = [*structure.nodes[step : step + 2], None, None][:2]
    whose = isinstance(owner, Phrase) and structure.governors[step] in ("owner", "origin")
    if not whose or not isinstance(owner, Phrase) or not isinstance(deed, Word) or not deed.preposition:
        return []
    stated: list[Stated] = []
    found = _whole_link(structure, deed.preposition, deed.core)
    for frame, _ in found.senses if found is not None else ():
        subjects = fitting(structure.being(position), frame.subject)
        if "place" not in frame.object.kinds and "place" not in frame.subject.kinds:
            # Land is held, and takes no orders.
            subjects = [each for each in subjects if each.via != "target"]
        if subjects and owner.fits(frame.object):
            stated.extend(state(structure, position, deed, frame, (subjects, [owner], "link")))
    return stated


def _whole_link(structure: Structure, preposition: str, noun: str) -> Reading | None:
    """The expression that a preposition and a noun make where "of" names whose it is: "in the hands of"."""
    words = structure.lexicon.pack.words
    links = (
        f"{preposition} {article} {noun} {of}" for article in words["article"] for of in words["genitive"]
    )
    found = (structure.lexicon.exact(link) for link in links)
    return next((reading for reading in found if reading is not None and reading.senses), None)


def _group_before(structure: Structure, position: int) -> list[Phrase]:
    """The group or the positions right before a place: "fighters of X in Y"; a name alone may only have acted there."""
    before = structure.nodes[position - 1] if position else None
    if not isinstance(before, Phrase) or before.actor is None or before.actor.type in ("State", "Person"):
        return []
    if before.preposition in structure.lexicon.pack.words["agent"]:
        # "The raid carried out by fighters of X in P" was there.
        return []
    if _is_object(structure, position - 1) or _is_predicate(structure, position - 1):
        return []
    nameless = before.actor.type != "DescribedGroup" or not before.words[-1].is_a("site")
    if before.via == "target" and not (nameless and is_present(structure, before)):
        return []
    if structure.lexicon.pack.heads.get(before.head, {}).get("press"):
        # Where reporters are is no news.
        return []
    last = before.words[-1] if before.words else None
    plain = last is not None and (last.written.islower() or (position == 1 and len(before.words) == 1))
    forces = last is not None and last.is_a("head") and plain and before.how == "name"
    armed = structure.lexicon.pack.heads.get(last.core if forces and last else before.head, {}).get("armed")
    kind = structure.lexicon.pack.heads.get(before.head, {}).get("type")
    armed = armed or (kind == "ArmedGroup" and before.how == "described")
    if forces and armed:
        # "American troops in P", though the registry lists them by that name.
        return [before]
    return (
        [before] if before.via in ("transparent", "target") or (before.how == "described" and armed) else []
    )


def _is_predicate(structure: Structure, position: int) -> bool:
    """Whether a form of "be" says of somebody that he is such: "X is the dominant force in Y"."""
    link = structure.nodes[position - 1] if position else None
    there = structure.nodes[position - 2] if position > 1 else None
    existing = isinstance(there, Word) and there.is_a("existential")
    return isinstance(link, Word) and link.is_a("be") and not existing


def _is_object(structure: Structure, position: int) -> bool:
    """Whether a group is what a verb acts on, and the place that of the deed: "killed fighters in Y"."""
    verb = structure.nodes[position - 1] if position else None
    acting = isinstance(verb, Word) and verb.part == "verb" and bool(verb.senses)
    return acting and structure.governors[position] == "bare"


def _linking(structure: Structure, position: int) -> list[Phrase]:
    """Of whom a phrase behind such a preposition is said: of the phrase before it, else of the clause's subject."""
    before = structure.nodes[position - 1] if position else None
    verb = structure.verb_before(position)
    if verb is not None and structure.group(verb).passive and structure.is_violent(verb):
        return []
    if isinstance(before, Phrase) and before.preposition in structure.lexicon.pack.words["genitive"]:
        deed = structure.nodes[position - 2] if position > 1 else None
        if isinstance(deed, Word) and deed.part == "deed":
            doers = structure.doers(position - 2)
            if doers:
                return doers
    if before is not None and is_comma(before) and position > 1:
        named = structure.nodes[position - 2]
        free = (
            isinstance(named, Phrase)
            and named.actor is not None
            and structure.governors[position - 2] == "bare"
        )
        after = structure.verb_before(position - 2)
        if free and isinstance(named, Phrase) and (after is None or structure.is_verb(after, "reporting")):
            return [named]
    if isinstance(before, Phrase) and (before.actor is not None or before.place is not None):
        owned = before.preposition in structure.lexicon.pack.words["genitive"]
        if owned or (not before.preposition and structure.verb_before(position - 1) is None):
            return [before]
    return structure.clause_subject(position)

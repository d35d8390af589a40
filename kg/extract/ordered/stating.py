"""Makes statements of what a frame found: each subject with each object, where all that the frame asks for is near."""

from __future__ import annotations

from kg.extract.nodes import Phrase, Stated, Word, is_comma
from kg.extract.ordered.structure import Structure
from kg.languages import Frame, Slot

Found = tuple[list[Phrase], list[Phrase], str]
"""Subjects, objects, and how they were found."""


CLAIMED = "claimed"
"""How a blow is found that was told of before whoever says that he did it."""


def state(structure: Structure, position: int, word: Word, frame: Frame, found: Found) -> list[Stated]:
    """What ``found`` states by ``frame`` at the word ``position``; nothing where what the frame needs is not near."""
    subjects, targets, rule = found
    told = subjects if frame.object.kinds == {"place"} else targets
    if frame.named and any(t.actor is not None and t.actor.type == "DescribedGroup" for t in told):
        return []
    if frame.needs and not is_near(structure, position, frame.needs):
        return []
    if frame.violent:
        # Who shoots down a drone of nobody strikes nobody.
        targets = [
            each for each in targets if not (each.actor is not None and _is(structure, each, "machine"))
        ]
    if frame.violent and "place" not in frame.object.kinds:
        targets = [
            each
            for each in targets
            if (each.place is None or each.place.type == "Country") and each.via != "target"
        ]
    if frame.violent and frame.of_men:
        # Who seizes a third of Syria takes no prisoner.
        targets = [each for each in targets if each.place is None]
    if frame.in_person and frame.object.kinds == {"place"}:
        # Where bystanders are is no news.
        subjects = [each for each in subjects if not _is(structure, each, "bystanders")]
    if frame.of_somebody:
        nobody = ("press", "bystanders")
        targets = [each for each in targets if not any(_is(structure, each, what) for what in nobody)]
    if frame.of_men:
        subjects = [each for each in subjects if not _is(structure, each, "machine")]
        targets = [each for each in targets if not _is(structure, each, "machine")]
    stated = []
    first, last = structure.nodes[0].start, structure.nodes[-1].end
    for subject, target in ((s, t) for s in subjects for t in targets if s is not t):
        here = [phrase for phrase in (subject, target) if first <= phrase.start and phrase.end <= last]
        one, other = (target, subject) if frame.swapped else (subject, target)
        stated.append(
            Stated(
                one,
                frame.relation,
                other,
                min([word.start, *(phrase.start for phrase in here)]),
                max([word.end, *(phrase.end for phrase in here)]),
                f"{frame.id}.{rule}",
                word.end if rule == CLAIMED and structure.is_verb(position) else word.start,
                frame.confidence,
                modality=frame.default_modality,
                placed=frame.placed and not _is_of_next(structure, position),
                background=frame.background or _is_remark(structure, position),
                present=_present(structure, frame, one, other, rule),
            )
        )
    return stated


def _is_remark(structure: Structure, position: int) -> bool:
    """Whether a participle behind a comma says it in passing, and surely: "X, headed by Y, …"."""
    if not structure.is_verb(position):
        return False
    group = structure.group(position)
    behind = group.start > 0 and is_comma(structure.nodes[group.start - 1])
    return behind and group.form == "reduced" and not group.words


def _present(
    structure: Structure, frame: Frame, subject: Phrase, target: Phrase, rule: str
) -> frozenset[str]:
    """Who of those whom the frame puts at its place is worth telling: no bystanders, no state by its buildings.

    Where it puts only its subject there, "between" tells of nobody: both sides of talks may have sent others.
    """
    if rule == "between" and len(frame.present) == 1:
        return frozenset()
    parties = {"subject": subject, "object": target}
    return frozenset(
        role
        for role in frame.present
        if not _is(structure, parties[role], "bystanders")
        and is_present(structure, parties[role])
        and not structure.lexicon.pack.heads.get(parties[role].head, {}).get("machine")
    )


def is_present(structure: Structure, phrase: Phrase) -> bool:
    """Whether somebody is where what is his is struck: by his positions and camps, not by tanks, offices, districts."""
    noun = phrase.head.rpartition(" ")[2]
    if phrase.via in ("target", "transparent") and noun in structure.lexicon.pack.words["vehicle"]:
        return False
    if phrase.via != "target" or phrase.actor is None:
        return True
    named = any(word.written[:1].isupper() for word in phrase.words) or phrase.words[0].is_a("possessor")
    if phrase.actor.type in ("State", "Country") or not named:
        # "Militant targets".
        return False
    nouns = (phrase.head, *(word.core for word in phrase.words))
    return any(noun.rpartition(" ")[2] in structure.lexicon.pack.words["foothold"] for noun in nouns)


def _is(structure: Structure, phrase: Phrase, what: str) -> bool:
    """Whether a phrase without a name has a head of that kind: ``machine``, ``bystanders``."""
    head = structure.lexicon.pack.heads.get(phrase.head, {})
    return bool(head.get(what)) and (phrase.generic or what == "bystanders")


def _is_of_next(structure: Structure, position: int) -> bool:
    """Whether another deed stands before the next place, so that it happens there and not this."""
    locative = structure.lexicon.pack.words["locative"]
    for step in range(position + 1, len(structure.nodes)):
        node = structure.nodes[step]
        if isinstance(node, Word) and node.part == "deed":
            return True
        if isinstance(node, Phrase) and node.place is not None and node.preposition in locative:
            return False
    return False


def is_near(structure: Structure, position: int, name: str) -> bool:
    """Whether a word of the class ``name`` stands round ``position``."""
    around = structure.nodes[max(0, position - 3) : position + 5]
    words = (word for node in around for word in ([node] if isinstance(node, Word) else node.words))
    heads = (text for node in around if isinstance(node, Phrase) for text in (node.head, node.preposition))
    known = structure.lexicon.pack.words[name]
    return any(word.is_a(name) for word in words) or any(head in known for head in heads)


def fitting(phrases: list[Phrase], slot: Slot) -> list[Phrase]:
    """Those that may fill the slot by what they name."""
    return [phrase for phrase in phrases if phrase.fits(slot)]

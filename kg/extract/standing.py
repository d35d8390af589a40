"""Who stands right before a place: "the forces of X in P" are there, whatever is said of them."""

from __future__ import annotations

from kg.extract import having
from kg.extract.arguments import Arguments
from kg.extract.nodes import SITE, Node, Phrase, Stated, Word, is_quantity
from kg.languages import Frame
from kg.model import Entity


def read(arguments: Arguments, position: int, frames: tuple[Frame, ...]) -> list[Stated]:
    """What the place at ``position`` says of the group right before it, by the frames of ``attached``."""
    place = arguments.syntax.nodes[position]
    if not frames or not isinstance(place, Phrase) or place.place is None or place.conjunction:
        return []
    had = having.owner(arguments, position)
    before = _group_before(arguments, position)
    group = had[0] if had is not None else arguments.syntax.nodes[before] if before is not None else None
    if not isinstance(group, Phrase) or group.actor is None:
        return []
    if had is None and (before is None or _says_nothing(arguments, before, group, place)):
        return []
    trigger = arguments.syntax.nodes[had[1]].start if had is not None else place.start
    if _is_outer(arguments, position, place):
        return []
    return [
        Stated(
            group, frame.relation, member, min(group.start, member.start), member.end, f"{frame.id}.attached",
            trigger, frame.confidence, presupposed=had is None,
        )
        for frame in frames
        if (had is not None or group.actor.type in frame.attached or _are_its_forces(group))
        and not (frame.opening or frame.occasion)
        and (had is not None or arguments.syntax.governors[position] in frame.object.preps)
        for member in arguments.members(position, frame.object)
    ]  # fmt: skip


def where(arguments: Arguments, position: int, frames: tuple[Frame, ...]) -> list[Stated]:
    """What a verb of having behind "where" says of the place before it: "P, where X has bases"."""
    found = having.where(arguments, position) if frames else None
    if found is None:
        return []
    owner, place = found
    end = max(owner.end, arguments.syntax.nodes[position].end)
    return [
        Stated(
            owner, frame.relation, place, min(owner.start, place.start), end, f"{frame.id}.where",
            arguments.syntax.nodes[position].start, frame.confidence,
        )
        for frame in frames
        if not (frame.opening or frame.occasion)
    ]  # fmt: skip


def _group_before(arguments: Arguments, position: int) -> int | None:
    """The position of the group that a place follows, with nothing but its preposition between."""
    nodes = arguments.syntax.nodes
    place = nodes[position]
    if not isinstance(place, Phrase) or place.place is None or place.conjunction or place.how == SITE:
        return None
    before = position - 1
    word = nodes[before] if before >= 0 else None
    if isinstance(word, Word) and word.is_a("locative") and not word.conjunction and not word.suffix:
        before -= 1
    group = nodes[before] if before >= 0 else None
    return before if isinstance(group, Phrase) and group.actor is not None and group.place is None else None


def _says_nothing(arguments: Arguments, position: int, group: Phrase, place: Phrase) -> bool:
    """Whether the place says of the group what everybody knows, or something else than where it is.

    The forces of a country are in it; who speaks may speak from anywhere; an "arm of X in P" is there, and not X.
    """
    pack = arguments.syntax.lexicon.pack
    heads = [pack.heads.get(word.core, {}) for word in group.words[:1]]
    people = group.how == "described" and group.words[:1] != [] and group.words[0].is_a("nisba")
    if (
        people
        or group.how in {"owner", "office", "origin"}
        or any(head.get(key) for head in heads for key in ("bystanders", "source", "flies"))
    ):
        return True
    if _strikes_there(arguments, position) or _is_own_car(group):
        return True  # "The attack of X and Y in P", "shot in their car in P".
    if arguments.syntax.governors[position] in pack.words["against"]:
        return True  # "A fight against X in P": the fight is there.
    if _is_at_home(group, place) or (group.actor is not None and _is_doubtful(group.actor)):
        return True
    step = position - 1
    word = arguments.syntax.nodes[step] if position else None
    while isinstance(word, Word) and is_quantity(word) and not word.mark and step:
        step -= 1
        word = arguments.syntax.nodes[step]
    while isinstance(word, Word) and word.suffix and (not word.core or word.is_a("preposition")) and step:
        step -= 1
        word = arguments.syntax.nodes[step]
    if isinstance(word, Word) and word.is_a("no_place"):
        return True  # "The birthplace of X, in P".
    if _is_building(group.words[0] if group.words else None) or _is_building(word):
        return True
    if not isinstance(word, Word):
        return False
    if arguments.syntax.is_verb(step) or word.is_a("agent"):
        return True  # Where the subject of a verb is, the frames of the verb say.
    return word.is_a("reporting", "announcing") or any(frame.predicate for frame, _ in word.senses)


def _are_its_forces(group: Phrase) -> bool:
    """Whether forces or a base of it are named, whatever it is itself: "the force of the union in P"."""
    return group.via == "transparent" and any(word.is_a("military", "base") for word in group.words[:2])


def _is_own_car(group: Phrase) -> bool:
    return group.how == "pronoun" and any(word.is_a("movable") for word in group.words[:1])


def _strikes_there(arguments: Arguments, position: int) -> bool:
    """Whether the group is one of several whose blow is told of, which says more than that they are there."""
    head = arguments.syntax.list_head(position, governed=True)
    blow = arguments.syntax.nodes[head - 1] if head else None
    if head == position or not isinstance(blow, Word):
        return False
    return any(frame.relation == "attacks" and voice == "noun" for frame, voice in blow.senses)


def _is_building(node: Node | None) -> bool:
    """Whether it is a house or a camp that lies in the place, whoever is in it now: "the seat of X in P"."""
    return isinstance(node, Word) and node.is_a("premises") and not node.suffix


def _is_doubtful(actor: Entity) -> bool:
    """Whether it may be no person at all: a name that nobody has listed, where a place follows as it does a ward."""
    return actor.type == "Person" and not actor.known


def _is_at_home(group: Phrase, place: Phrase) -> bool:
    """Whether the forces or people of a country are said to be in it; an armed group may be at large anywhere."""
    if group.actor is None or place.place is None or group.actor.type == "ArmedGroup":
        return False
    return group.actor.country == place.place.iri


def _is_outer(arguments: Arguments, position: int, place: Phrase) -> bool:
    """Whether a smaller place follows that says more exactly where: "in Iraq in the town of P"."""
    nodes = arguments.syntax.nodes
    inner = next((node for node in nodes[position + 1 : position + 3] if isinstance(node, Phrase)), None)
    if inner is None or inner.place is None or inner.conjunction or place.place is None:
        return False
    return arguments.entities.lies_within(inner.place, place.place)

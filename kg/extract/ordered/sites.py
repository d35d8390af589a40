"""Sites without a name: the camp, post or convoy that somebody strikes or takes."""

from __future__ import annotations

from collections.abc import Container, Iterable

from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import SITE, Node, Phrase, Word, is_comma
from kg.languages import Slot

_NEAR = 5


def settle(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> None:
    """Makes places of the sites that stand where something is done to them and that no name tells apart; in place."""
    for position, node in enumerate(nodes):
        if not isinstance(node, Phrase) or node.place is not None or not _is_site(node, lexicon):
            continue
        kinds = _before(nodes, position) or _behind(nodes, position, lexicon.pack.words["under"])
        # What belongs to somebody is struck as whose it is.
        taken = any(SITE in each and "actor" not in each for each in _slots_before(nodes, position))
        if SITE not in kinds or (node.actor is not None and "actor" in kinds and not taken):
            continue
        node.place = entities.unlisted_place(" ".join(word.written for word in node.words), "Site")
        if node.actor is None:
            node.how = SITE


def _is_site(phrase: Phrase, lexicon: Lexicon) -> bool:
    known = phrase.via == "target" if phrase.actor is not None else phrase.how in ("thing", "short")
    last = phrase.words[-1] if known and phrase.words else None
    if last is None:
        return False
    words = lexicon.pack.words
    # "Captured X positions".
    held = phrase.actor is not None and phrase.how != "pronoun"
    held = held and (phrase.head in words["site"] or phrase.head in words["foothold"])
    return held or last.is_a("site") or lexicon.pack.heads.get(last.core, {}).get("type") == "Site"


def _before(nodes: list[Node], position: int) -> frozenset[str]:
    """The kinds of argument that the verb or deed before the phrase takes in its place."""
    led = ""
    for step in range(position, max(-1, position - _NEAR), -1):
        node = nodes[step]
        if isinstance(node, Phrase):
            led = led or node.preposition
        elif node.part in ("verb", "deed"):
            slots = (frame.object if node.part == "verb" else frame.noun_object for frame, _ in node.senses)
            found = _kinds(slot for slot in slots if (led or "bare") in slot.preps)
            if found or node.part == "verb":
                return found
        elif not node.is_a("adverb") and node.text != ",":
            break
    return frozenset()


def _slots_before(nodes: list[Node], position: int) -> list[frozenset[str]]:
    """The kinds of argument that each sense of the verb right before the phrase takes."""
    verb = nodes[position - 1] if position else None
    if not isinstance(verb, Word) or verb.part != "verb":
        return []
    return [frame.object.kinds for frame, _ in verb.senses if "bare" in frame.object.preps]


def _behind(nodes: list[Node], position: int, under: Container[str]) -> frozenset[str]:
    """The kinds of argument that the passive behind the phrase takes, or the deed that it is under."""
    being = False
    start = _past_asides(nodes, position + 1)
    for node in nodes[start : start + _NEAR - 1]:
        if isinstance(node, Phrase):
            break
        if node.part == "deed" and node.preposition in under:
            # "A town under attack by X".
            return _kinds(frame.noun_object for frame, _ in node.senses)
        if node.part == "verb":
            return _kinds(frame.object for frame, _ in node.senses if being and frame.passive)
        being = being or node.is_a("be")
        if not node.is_a("be", "have", "adverb", "modal", "negation"):
            break
    return frozenset()


def _past_asides(nodes: list[Node], position: int) -> int:
    """The position behind where a site is said to lie, and behind what commas part: "a base in P, near Q, was hit"."""
    step = position
    while step < len(nodes) and isinstance(nodes[step], Phrase) and nodes[step].preposition:
        step += 1
    if step < len(nodes) and is_comma(nodes[step]):
        closing = next((end for end in range(step + 1, len(nodes)) if is_comma(nodes[end])), None)
        behind = nodes[closing + 1] if closing is not None and closing + 1 < len(nodes) else None
        if closing is not None and isinstance(behind, Word) and behind.is_a("be", "have", "modal"):
            return closing + 1
    return step


def _kinds(slots: Iterable[Slot]) -> frozenset[str]:
    return frozenset(kind for slot in slots for kind in slot.kinds)

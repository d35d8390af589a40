"""How surely something is said: by auxiliaries, by the verb that carries another, by hedges, conditions and denials."""

from __future__ import annotations

from kg.extract import in_vain
from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.extract.ordered.groups import Group
from kg.extract.ordered.structure import Structure
from kg.extract.scopes import Scope
from kg.model import Modality

_NEGATED_NOUN = 4


def scopes(structure: Structure, raw: list[Node], start: int, end: int) -> list[Scope[Modality]]:
    """The scopes of doubt in one sentence ``[start, end)``; ``raw`` are its words before they were joined."""
    found: list[Scope[Modality]] = []
    if raw and isinstance(raw[-1], Word) and raw[-1].text == "?":
        found.append(Scope(start, end, Modality.HYPOTHETICAL))
    for position, node in enumerate(structure.nodes):
        if not isinstance(node, Word):
            continue
        modality = None
        if node.part == "verb":
            modality = _of_verb(structure, position)
        elif node.part == "deed":
            modality = _of_deed(structure, position)
        if modality is not None:
            found.append(Scope(node.start, node.start + 1, modality))
        if node.part == "verb" and not structure.group(position).has("negation"):
            if node.is_a("denial"):
                found.append(Scope(node.end, structure.governed_until(position, end), Modality.DENIED))
            if node.is_a("alleging") and structure.group(position).form != "reduced":
                found.append(Scope(node.end, structure.governed_until(position, end), Modality.UNCONFIRMED))
            if node.is_a("accusing"):
                if structure.group(position).form == "reduced":
                    stop = _comma_behind(structure, position, end)
                else:
                    stop = structure.governed_until(position, end)
                found.append(Scope(structure.charge(position), stop, Modality.UNCONFIRMED))
        if node.is_a("conditional"):
            found.append(Scope(node.end, _comma_behind(structure, position, end), Modality.HYPOTHETICAL))
    found.extend(_of_words(raw, start, end))
    return in_vain.denied(found, raw)


def _of_verb(structure: Structure, position: int) -> Modality | None:
    group = structure.group(position)
    if group.has("negation", "failure"):
        return Modality.HYPOTHETICAL if _is_warned_of(structure, group) else Modality.DENIED
    if group.has("unsure") and group.has("have", "be"):
        return Modality.UNCONFIRMED
    if group.has("believed", "hedge"):
        return Modality.UNCONFIRMED
    if group.has("modal", "intent"):
        return Modality.HYPOTHETICAL
    if group.form == "infinitive" and not group.has("aspect", "known"):
        return _of_infinitive(structure, position)
    if group.form == "gerund":
        return _of_gerund(structure, position)
    return None


def _is_warned_of(structure: Structure, group: Group) -> bool:
    """Whether somebody is warned not to do it: nobody says that he did not."""
    earlier = structure.verb_before(group.start) if group.form == "infinitive" else None
    verb = structure.nodes[earlier] if earlier is not None else None
    return isinstance(verb, Word) and verb.is_a("warning")


def _of_infinitive(structure: Structure, position: int) -> Modality | None:
    """What the verb before an infinitive makes of it; a purpose without such a verb is not yet done."""
    earlier = structure.verb_before(structure.group(position).start)
    verb, own = structure.nodes[earlier] if earlier is not None else None, structure.nodes[position]
    if isinstance(verb, Word) and earlier is not None:
        served = isinstance(own, Word) and any(frame.served for frame, _ in own.senses)
        if verb.is_a("aspect", "means") or (served and verb.is_a("serving")):
            return _of_verb(structure, earlier)
        if verb.is_a("failure"):
            return Modality.DENIED
    before = structure.nodes[structure.group(position).start - 1] if structure.group(position).start else None
    if isinstance(before, Phrase) and any(word.is_a("ordinal") for word in before.words):
        # "The first group to enter P" entered it.
        return None
    return Modality.HYPOTHETICAL


def _of_gerund(structure: Structure, position: int) -> Modality | None:
    """What a gerund takes from the verb that governs it: "risks attacking", "stopped supporting"."""
    node = structure.nodes[position]
    earlier = structure.verb_before(structure.group(position).start)
    verb = structure.nodes[earlier] if earlier is not None else None
    adjacent = earlier is not None and earlier == structure.group(position).start - 1
    if isinstance(node, Word) and node.preposition in structure.lexicon.pack.words["without"]:
        return Modality.DENIED
    if not isinstance(verb, Word) or earlier is None:
        return None
    led = isinstance(node, Word) and bool(node.preposition)
    if (adjacent or led) and verb.is_a("failure"):
        if verb.is_a("halting") and _is_asked_for(structure, earlier):
            return None
        ahead = structure.group(earlier).form == "infinitive" or structure.group(earlier).has("modal")
        return Modality.HYPOTHETICAL if ahead else Modality.DENIED
    if (adjacent or led) and verb.is_a("intent", "warning"):
        return Modality.HYPOTHETICAL
    return None


def _is_asked_for(structure: Structure, position: int) -> bool:
    """Whether the verb tells what is yet to be done: "urged X to stop", "will stop"."""
    group = structure.group(position)
    return group.form == "infinitive" or group.has("modal", "intent")


def _is_to_end(structure: Structure, position: int) -> bool:
    """Whether it is the end of the deed that is asked for: "demanded an end to the shelling"."""
    before = structure.nodes[position - 1] if position else None
    while isinstance(before, Phrase) and before.how in ("origin", "owner", "pronoun") and position > 1:
        position -= 1
        before = structure.nodes[position - 1]
    return isinstance(before, Phrase) and before.how == "thing" and before.words[-1].is_a("ending_noun")


def _of_deed(structure: Structure, position: int) -> Modality | None:
    """What the verb that carries a noun of action out, calls for it or prevents it makes of it."""
    earlier = structure.verb_before(position)
    verb = structure.nodes[earlier] if earlier is not None else _verb_behind(structure, position)
    if not isinstance(verb, Word):
        return None
    at = earlier if earlier is not None else next(i for i, n in enumerate(structure.nodes) if n is verb)
    if verb.is_a("intent", "calling", "warning"):
        return None if _is_to_end(structure, position) else Modality.HYPOTHETICAL
    if verb.is_a("declining"):
        return Modality.DENIED
    if verb.is_a("implicating"):
        return Modality.UNCONFIRMED
    if verb.is_a("failure") and (earlier is not None or structure.group(at).passive):
        node = structure.nodes[position]
        if verb.is_a("halting") and isinstance(node, Word) and any(f.against_both for f, _ in node.senses):
            # Who ends a war has waged it.
            return None
        if verb.is_a("halting") and isinstance(node, Word) and node.is_a("advance"):
            # Whose advance is halted has advanced.
            return None
        asked = verb.is_a("halting") and _is_asked_for(structure, at)
        return None if asked else Modality.DENIED
    return _of_verb(structure, at) if verb.is_a("light", "suffer", "receive", "occur") else None


def _verb_behind(structure: Structure, position: int) -> Node | None:
    for step in range(position + 1, len(structure.nodes)):
        if structure.ends_clause(step) or is_comma(structure.nodes[step]):
            return None
        node = structure.nodes[step]
        if isinstance(node, Word) and node.part == "verb":
            return node
    return None


def _comma_behind(structure: Structure, position: int, end: int) -> int:
    for step in range(position + 1, len(structure.nodes)):
        if is_comma(structure.nodes[step]):
            return structure.nodes[step].start
    return end


def _of_words(raw: list[Node], start: int, end: int) -> list[Scope[Modality]]:
    found: list[Scope[Modality]] = []
    for position, node in enumerate(raw):
        if not isinstance(node, Word) or node.mark or not node.classes:
            continue
        if node.is_a("hedge", "doubted"):
            told = _told(raw, position, end)
            if told is not None or node.is_a("hedge"):
                low, high = told or _clause(raw, position, start, end)
                low = node.start if told is None and _is_of_later_verb(raw, position) else low
                found.append(Scope(low, high, Modality.UNCONFIRMED))
        if node.is_a("hedge_adjective") and not _is_patient(raw, position):
            found.append(Scope(node.start, _clause(raw, position, start, end)[1], Modality.UNCONFIRMED))
        if node.is_a("no"):
            following = raw[position + 1 : position + _NEGATED_NOUN]
            deed = next((n for n in following if isinstance(n, Word) and n.part == "deed"), None)
            if deed is not None:
                found.append(Scope(node.start, deed.end, Modality.DENIED))
        if node.is_a("neither") and not _is_beside_verb(raw, position):
            found.append(Scope(node.start, _clause(raw, position, start, end)[1], Modality.DENIED))
        if node.is_a("prospect"):
            stop = _opening_end(raw, position) or _clause(raw, position, start, end)[1]
            found.append(Scope(node.end, stop, Modality.HYPOTHETICAL))
    return found


def _opening_end(raw: list[Node], position: int) -> int | None:
    """Where what opens a sentence ends, if the word at ``position`` stands in it: "ahead of talks, X bombed Y"."""
    if any(isinstance(node, Word) and (node.mark or node.part == "verb") for node in raw[:position]):
        return None
    comma = next((step for step in range(position, len(raw)) if is_comma(raw[step])), None)
    if comma is None or any(
        isinstance(node, Word) and node.part == "verb" and not node.is_a("labelling")
        for node in raw[position:comma]
    ):
        return None
    opening = raw[0]
    fronted = isinstance(opening, Word) and opening.is_a("preposition", "prospect")
    return raw[comma].start if fronted else None


def _is_beside_verb(raw: list[Node], position: int) -> bool:
    """Whether the verb behind is what a word denies, and not who did it: "X neither confirmed nor denied it"."""
    following = raw[position + 1] if position + 1 < len(raw) else None
    return isinstance(following, Word) and following.part == "verb"


def _is_of_later_verb(raw: list[Node], position: int) -> bool:
    """Whether a hedge stands before a second verb, and is of that alone: "sanctioned X for allegedly arming Y"."""
    following = raw[position + 1] if position + 1 < len(raw) else None
    if not isinstance(following, Word) or following.part != "verb":
        return False
    for node in reversed(raw[:position]):
        if isinstance(node, Word) and (node.mark or node.is_a("clause", "relative", "that")):
            return False
        if isinstance(node, Word) and node.part == "verb" and not node.is_a("have"):
            return True
    return False


def _is_patient(raw: list[Node], position: int) -> bool:
    """Whether the adjective is of people to whom something is done: "suspected militants were killed"."""
    people = False
    for node in raw[position + 1 :]:
        if isinstance(node, Phrase):
            people = True
        elif node.part or node.mark:
            return False
        elif node.is_a("be"):
            return people
        elif node.is_a("head", "title", "partitive"):
            people = True
    return False


def _told(raw: list[Node], position: int, end: int) -> tuple[int, int] | None:
    """The clause that a hedge leads: "unclear whether X", "no evidence that X"; None where it leads none."""
    link = raw[position + 1] if position + 1 < len(raw) else None
    if not isinstance(link, Word) or not link.is_a("that", "complementizer"):
        return None
    return link.end, _clause(raw, position + 1, link.start, end)[1]


def _clause(raw: list[Node], position: int, start: int, end: int) -> tuple[int, int]:
    """Where the clause begins and ends that the word at ``position`` stands in; or the remark between commas."""
    low, high = start, end
    if position and is_comma(raw[position - 1]):
        closing = next((step for step in range(position + 1, len(raw)) if is_comma(raw[step])), None)
        after = raw[closing + 1] if closing is not None and closing + 1 < len(raw) else None
        if (
            closing is not None
            and isinstance(after, Word)
            and (after.part == "verb" or after.is_a("be", "have"))
        ):
            return raw[position].start, raw[closing].start
    for node in raw[:position]:
        if _parts(node):
            low = node.end
    for node in raw[position + 1 :]:
        if _parts(node):
            high = node.start
            break
    return low, high


def _parts(node: Node) -> bool:
    if isinstance(node, Phrase):
        return False
    return node.text in ".;:" if node.mark else node.is_a("clause", "that", "complementizer")

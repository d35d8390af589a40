"""Offices: a title with the organisation in which somebody holds it, and what that is a part of."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import dropwhile
from typing import Any, TypeGuard

from kg.extract.entities import Entities
from kg.extract.groups import origin_of
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.extract.office_bodies import (
    body_at,
    bureau,
    field_before_body,
    governed,
    is_body,
    is_part,
    leads_into_body,
    local_body,
    parted_name,
    whole_of,
)
from kg.extract.office_holders import (
    FARTHEST,
    aside_behind,
    is_another_rank,
    is_named_apart,
    is_named_behind,
    is_purpose,
    is_rank,
    meets_another,
    opens_person,
    person_follows,
    purpose_before,
)
from kg.extract.person_names import is_given
from kg.extract.possessors import pronoun_of
from kg.folding import visible_letters

_FARTHEST_SUBJECT = 12
"""Nodes before an office within which the subject of its verb is looked for."""


@dataclass(slots=True)
class Office:
    """A title as it stands in a sentence."""

    title: Word
    entry: dict[str, Any]
    """What the pack says of the title."""
    organisation: Phrase | None
    behind: int
    """The position behind the office."""
    whole: Phrase | None = None
    """What the organisation is a bureau of."""
    others: list[Phrase] = field(default_factory=list)
    """Organisations that "and" adds to the first."""
    deputy: bool = False
    """Whether it is the deputy of who leads."""
    within: bool = False
    """Whether "in" or "in the name of" leads to the organisation."""
    speaks: bool = False
    """Whether a verb of saying, "that", "and" or who meets an envoy stands before it, so that nobody else is named
    behind it."""

    def is_one_of_many(self, before: Node | None, lexicon: Lexicon) -> bool:
        """Whether the office stands for somebody nobody names: "a leader in X said", but not "Y, a leader in X"."""
        if lexicon.is_definite(self.title.core) or not self.within:
            return False
        return not (before is not None and is_comma(before)) and not (
            isinstance(before, Word) and before.is_a("being", "one_of")
        )


def read_office(nodes: list[Node], position: int, lexicon: Lexicon, entities: Entities) -> Office:
    """The office that the title at ``position`` opens."""
    title = nodes[position]
    assert isinstance(title, Word)
    office = Office(title, dict(lexicon.pack.titles[title.core]), None, position + 1)
    office.within = _ends_in_preposition(title, lexicon)
    before = nodes[position - 1] if position else None
    spoken = isinstance(before, Word) and before.is_a("reporting", "complementizer", "clause")
    office.speaks = (
        spoken
        or (bool(title.conjunction) and lexicon.is_definite(title.core))
        or _does_to_nobody(before)
        or (office.entry.get("of_state") == "named" and _has_subject_before(nodes, position))
    )
    owner = title.suffix or str(office.entry.get("owner", "")) or _read_as_ending(nodes, position, lexicon)
    if owner and not office.entry.get("of_place") and not _joins_unknown(nodes, position):
        office.organisation, office.within = pronoun_of(replace(title, suffix=owner)), False
    while office.behind < min(len(nodes), position + FARTHEST):
        taken = _taken(office, nodes, lexicon, entities)
        if not taken:
            break
        office.behind += taken
    office.deputy = _is_deputy(nodes, position, office.behind)
    return office


def _does_to_nobody(verb: Node | None) -> bool:
    """Whether a verb has nobody for its object, so that who is named behind the office holds it: "there signed"."""
    if not isinstance(verb, Word) or verb.preposition or verb.suffix or not verb.has_voice("active"):
        return False
    return not any("actor" in frame.object.kinds and "bare" in frame.object.preps for frame, _ in verb.senses)


def _has_subject_before(nodes: list[Node], position: int) -> bool:
    """Whether a person is named before an office, right behind his verb, which takes its holder: "X met the envoy"."""
    for step in range(position - 1, max(0, position - _FARTHEST_SUBJECT), -1):
        subject = nodes[step]
        if isinstance(subject, Word) and (
            subject.conjunction or subject.senses or subject.is_a("clause", "reporting")
        ):
            return False
        named = isinstance(subject, Phrase) and subject.actor is not None and subject.actor.type == "Person"
        if named and not (subject.preposition or subject.conjunction):
            before = reversed(nodes[:step])
            verb = next(dropwhile(lambda node: isinstance(node, Word) and node.is_a("title"), before), None)
            return isinstance(verb, Word) and verb.has_voice("active") and not verb.suffix
    return False


def _read_as_ending(nodes: list[Node], position: int, lexicon: Lexicon) -> str:
    """The pronoun on a title that folding makes look like the feminine of it, where nothing but a name follows."""
    title = nodes[position]
    assert isinstance(title, Word)
    for pronoun in map(str, lexicon.pack.clitics["pronouns"]):
        stem = title.core.removesuffix(pronoun)
        if (
            visible_letters(title.written).endswith(pronoun)
            and stem != title.core
            and stem in lexicon.pack.titles
        ):
            return pronoun if opens_person(nodes, position + 1, lexicon, led=True) else ""
    return ""


def _joins_unknown(nodes: list[Node], position: int) -> bool:
    """Whether "and" joins a title to a noun nobody knows, whose it is then: "of this plague and of its leader"."""
    step = position
    while (
        step
        and isinstance(word := nodes[step], Word)
        and not word.conjunction
        and word.is_a("title", "partitive")
    ):
        step -= 1
    joined, before = nodes[step], nodes[step - 1] if step else None
    return bool(joined.conjunction) and isinstance(before, Word) and not before.mark


def _taken(office: Office, nodes: list[Node], lexicon: Lexicon, entities: Entities) -> int:
    """How many nodes from ``office.behind`` on belong to the office; what they name is noted."""
    position, node = office.behind, nodes[office.behind]
    owned = next(iter(node.words), None) if isinstance(node, Phrase) else node
    if office.organisation is None and owned is not None and owned.suffix and owned.is_a("office_field"):
        office.organisation = pronoun_of(owned)
        return 1
    if office.organisation is None and _is_of_pronoun(node, office.title, lexicon):
        office.organisation = pronoun_of(replace(office.title, suffix=node.suffix))
        return 1
    if office.organisation is None:
        part, count = bureau(nodes, position, lexicon, entities)
        if part is not None and office.entry["relation"] != "none":
            office.organisation = part
            office.whole, more = whole_of(nodes, position + count, lexicon)
            return count + more
        body, count = local_body(nodes, position, lexicon, entities)
        owns = not lexicon.is_definite(office.title.core)
        if body is None and owns and office.entry.get("of_place"):
            body, count = governed(nodes, position, entities)
        if body is None and owns:
            body, count = parted_name(nodes, position, lexicon, entities)
        if body is not None:
            office.organisation = body
            office.whole, more = whole_of(nodes, position + count, lexicon)
            return count + more
    if isinstance(node, Phrase):
        return _take_body(office, node, nodes, lexicon)
    if (
        node.is_a("demonstrative")
        and office.organisation is None
        and position == nodes.index(office.title) + 1
    ):
        return int(position + 1 < len(nodes) and isinstance(nodes[position + 1], Phrase))
    if node.is_a("nisba") and not node.conjunction and not node.preposition:
        office.organisation = office.organisation or _state(nodes, position, office, lexicon, entities)
        return 1
    if office.organisation is not None and _is_appointed(nodes, position):
        return 2
    if office.organisation is not None:
        return _beyond(office, nodes, position, lexicon) or int(
            (not node.conjunction and node.is_a("epithet", "deputy"))
            or is_another_rank(node, lexicon)
            or (not node.conjunction and node.core == office.entry.get("address"))
        )
    if is_part(node, lexicon) or node.is_a("calls_itself") or _owns_body(nodes, position, lexicon):
        return 1
    if _goes_on_field(office, nodes, lexicon):
        return 1
    if leads_into_body(nodes, position, lexicon):
        if office.entry["relation"] == "none":
            office.entry = {"relation": "memberOf"}  # "The colonel in X": a rank somewhere is an office.
        office.organisation, office.within = body_at(nodes, position + 1), True
        return 2
    if _is_sent(nodes, position, lexicon) or _is_appointed(nodes, position):
        return 2
    both = bool(node.conjunction) and node.is_a("title") and not lexicon.is_definite(office.title.core)
    if both and lexicon.pack.titles[node.core]["relation"] == "commands" and office.entry.get("of_state"):
        office.entry = {
            **office.entry,
            "also": ("commands",),
        }  # "The deputy prime minister and minister of defence".
    if both and position == nodes.index(office.title) + 1:
        return int(not is_rank(office.title, lexicon))
    if not node.conjunction and node.is_a("title", "epithet", "deputy"):
        return int(not is_given(node, lexicon) and not _opens_another(node, office.title, lexicon))
    return _take_field(office, nodes, lexicon)


def _goes_on_field(office: Office, nodes: list[Node], lexicon: Lexicon) -> bool:
    """Whether a word is of what a minister is for: "the minister of the affairs of …", "of transport and roads"."""
    word, before = nodes[office.behind], nodes[office.behind - 1]
    if not isinstance(word, Word) or word.mark or word.suffix or word.preposition:
        return False
    if not office.entry.get("field") or lexicon.is_definite(office.title.core):
        return False
    if before is office.title or (isinstance(before, Word) and before.is_a("office_field")):
        field = word.is_a("office_field") or lexicon.is_definite(word.core)
        return field and not word.conjunction and not word.is_a("title", "nisba")
    joined = ((reading.conjunction, reading.core) for reading in lexicon.splits(word.text))
    goes_on = any(conjunction and lexicon.is_definite(core) for conjunction, core in joined)
    return goes_on and isinstance(before, Word) and not before.is_a("nisba") and not word.is_a("title")


def _opens_another(word: Word, title: Word, lexicon: Lexicon) -> bool:
    """Whether a title with the article opens the office of somebody else: "the minister met the ambassador of X"."""
    definite = lexicon.is_definite(word.core) and lexicon.is_definite(title.core.split()[-1])
    return definite and " " in title.core and word.is_a("title") and not is_rank(word, lexicon)


def _is_of_pronoun(node: Node, title: Word, lexicon: Lexicon) -> TypeGuard[Word]:
    """Whether a pronoun says whose somebody becomes the head: "chose X as a leader of its own"."""
    if not isinstance(node, Word) or node.core or not node.suffix or node.conjunction:
        return False
    return node.preposition in lexicon.pack.words["belonging"] and not lexicon.is_definite(title.core)


def _take_field(office: Office, nodes: list[Node], lexicon: Lexicon) -> int:
    """Notes the organisation behind what an office is for, so that he leads no whole: "director of finance in X"."""
    count = field_before_body(nodes, office.behind, lexicon)
    if not count:
        return 0
    body = office.behind + count
    led = not isinstance(nodes[body], Phrase)
    if office.entry["relation"] == "commands":
        office.entry = {**office.entry, "relation": "memberOf"}
    office.organisation = body_at(nodes, body + led)
    return count + 1 + led


def _take_body(office: Office, node: Phrase, nodes: list[Node], lexicon: Lexicon) -> int:
    """Notes a phrase as the organisation, or as one more: "the commander of X and Y, Z"."""
    if office.organisation is None:
        if not is_body(node, lexicon) or _is_closed(office, node, lexicon):
            return 0
        located = office.title.core.split()[-1] in lexicon.pack.words["locative"]
        if located and node.place is not None:
            return 0
        office.organisation = node
        return 1
    if node.place is not None and node.preposition:
        purpose = (
            office.entry["relation"] == "memberOf" and node.preposition in lexicon.pack.words["belonging"]
        )
        if office.speaks and opens_person(nodes, office.behind + 1, lexicon, led=True):
            return 1
        return int(person_follows(nodes, office.behind + 1, lexicon, ranked=not purpose))
    added = (
        node.conjunction and node.place is None and node.preposition in ("", office.organisation.preposition)
    )
    body = node.actor is not None and node.actor.type != "Person"
    if not added or not body or not person_follows(nodes, office.behind + 1, lexicon):
        return 0
    office.others.append(node)
    return 1


def _beyond(office: Office, nodes: list[Node], position: int, lexicon: Lexicon) -> int:
    """The nodes that say within what, or where, somebody holds a complete office, if his name follows; else 0.

    "Commander of X in Y, Z". Where a place alone stands between, a rank must go before the name: who is met "in
    Baghdad" is named there as well, unless somebody speaks, who is one, or meets somebody named behind him.
    """
    word = nodes[position]
    aside = aside_behind(nodes, position, lexicon)
    if aside:
        return aside
    where = nodes[position + 1] if position + 2 < len(nodes) else None
    if not isinstance(word, Word) or word.suffix or word.conjunction or where is None:
        return 0
    if is_purpose(word, lexicon):
        return purpose_before(nodes, position, lexicon, speaks=office.speaks)
    led = office.speaks and opens_person(nodes, position + 2, lexicon, led=True)
    if word.is_a("sent_to"):
        sent = office.entry["relation"] == "memberOf" and isinstance(where, Phrase)
        named = (
            led
            or person_follows(nodes, position + 2, lexicon)
            or is_named_apart(nodes, position + 2, lexicon)
        )
        return 2 if sent and named else 0
    if not word.is_a("locative", "direction"):
        return 0
    if isinstance(where, Word):
        return (
            2
            if where.is_a("own_country") and person_follows(nodes, position + 2, lexicon, ranked=True)
            else 0
        )
    body = where.place is None and not where.preposition and is_body(where, lexicon)
    ranked = not (body or office.speaks or meets_another(nodes, position + 2, lexicon))
    apart = office.entry["relation"] == "memberOf" and is_named_apart(nodes, position + 2, lexicon)
    led = led and office.entry.get("of_state") == "named" and where.place is not None
    return 2 if led or apart or person_follows(nodes, position + 2, lexicon, ranked=ranked) else 0


def _is_sent(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether it is told where somebody is sent who is named behind it: "the envoy to P, X"."""
    word, where = nodes[position], nodes[position + 1] if position + 2 < len(nodes) else None
    led = isinstance(word, Word) and word.is_a("sent_to") and not word.suffix and not word.conjunction
    placed = isinstance(where, Phrase) and where.place is not None and not where.preposition
    return led and placed and opens_person(nodes, position + 2, lexicon, led=True)


def _is_appointed(nodes: list[Node], position: int) -> bool:
    """Whether it is told who appointed the holder: "the head of the government appointed by the parliament, X"."""
    word, by = nodes[position], nodes[position + 1] if position + 1 < len(nodes) else None
    return isinstance(word, Word) and word.is_a("appointed") and isinstance(by, Phrase) and not by.preposition


def _owns_body(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether a noun such as "forces" stands here for the body that is named right behind it."""
    word, body = nodes[position], nodes[position + 1] if position + 1 < len(nodes) else None
    stands = (
        isinstance(word, Word) and word.is_a("transparent_actor") and not (word.suffix or word.conjunction)
    )
    return stands and isinstance(body, Phrase) and not body.preposition and is_body(body, lexicon)


def _is_deputy(nodes: list[Node], position: int, behind: int) -> bool:
    around = nodes[max(0, position - 1) : behind]
    return any(isinstance(node, Word) and node.is_a("deputy") for node in around)


def _is_closed(office: Office, body: Phrase, lexicon: Lexicon) -> bool:
    """Whether the article keeps a title from owning a noun: "the minister" does, "the spokesman of" does not."""
    leads = _ends_in_preposition(office.title, lexicon)
    return lexicon.is_definite(office.title.core) and not body.preposition and not leads


def _ends_in_preposition(title: Word, lexicon: Lexicon) -> bool:
    last = lexicon.exact(title.core.split()[-1])
    return last is not None and "preposition" in last.classes


def _state(
    nodes: list[Node], position: int, office: Office, lexicon: Lexicon, entities: Entities
) -> Phrase | None:
    """Whose the office is by the adjective of origin at ``position``: a state's only where its entry allows that."""
    word, allowed = nodes[position], office.entry.get("of_state")
    assert isinstance(word, Word)
    origin = origin_of(word, lexicon, entities)
    state = origin is not None and origin.actor is not None and origin.actor.type == "State"
    if allowed == "named":
        allowed = is_named_behind(nodes, position + 1, lexicon, led=office.speaks)
    return None if state and not allowed else origin

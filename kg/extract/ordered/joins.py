"""Joins noun phrases that say together whom they mean: "fighters of X", "the city of Y", "Z, the leader of X"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.nodes import Node, Phrase, Stated, Word, is_comma
from kg.extract.ordered.composing import of_origin, origin_of_state
from kg.extract.ordered.noun_phrases import NounPhrases
from kg.extract.ordered.offices import Office, may_own
from kg.extract.ordered.unlisted import named_person

_LARGE = {"Country", "Governorate", "Region"}


def genitives(nodes: list[Node], reader: NounPhrases) -> list[Node]:
    """With each phrase joined to the one that "of" or the like ties to it, from the end of the sentence on."""
    result = list(nodes)
    for position in range(len(result) - 3, -1, -1):
        first, link, second = (
            result[position : position + 3] if position + 2 < len(result) else (None, None, None)
        )
        if not isinstance(first, Phrase) or not isinstance(second, Phrase) or not isinstance(link, Word):
            continue
        if not link.is_a("preposition", "to"):
            continue
        joined = _joined(first, link.core, second, reader)
        if joined is not None:
            result[position : position + 3] = [joined]
            _restate(reader, first, joined)
            _share(result, position)
    return result


def _restate(reader: NounPhrases, first: Phrase, joined: Phrase) -> None:
    """What was said of a noun alone is said of what it means with its genitive: "the X-held village of Y"."""
    if joined is first:
        return
    for position, one in enumerate(reader.stated):
        if one.subject is first or one.object is first:
            subject = joined if one.subject is first else one.subject
            target = joined if one.object is first else one.object
            end = max(one.end, joined.end)
            reader.stated[position] = replace(one, subject=subject, object=target, end=end)


def _share(nodes: list[Node], position: int) -> None:
    """ "Hideouts and positions of X": what the last noun of a list owns, the others own too; in place."""
    joined = nodes[position]
    while position >= 2 and isinstance(joined, Phrase) and joined.via in ("target", "transparent"):
        first, link = nodes[position - 2], nodes[position - 1]
        nouns = isinstance(first, Phrase) and first.how == "thing" and first.words[-1].is_a("target", "noun")
        if not nouns or not isinstance(link, Word) or not (link.is_a("conjunction") or is_comma(link)):
            return
        joined.start = first.start
        nodes[position - 2 : position + 1] = [joined]
        position -= 2


def _joined(first: Phrase, link: str, second: Phrase, reader: NounPhrases) -> Phrase | None:
    words = reader.lexicon.pack.words
    office = reader.offices.get(id(first))
    plural = first.words[-1].text.endswith("s") and link not in words["genitive"]
    open_office = office is not None and (office.organisation is None or second.place is not None)
    if office is not None and open_office and link in words["office_prep"] and not plural:
        named = may_own(second, office.entry) and second.actor is not None
        if second.place is not None and not named and link not in words["genitive"]:
            first.end = second.end
            return first
        if office.organisation is None and (named or second.how == "short"):
            office.organisation = second
            first.end, first.generic = second.end, False
            first.words = [*first.words, *second.words]
            first.actor = reader.entities.unlisted_actor(
                " ".join(word.written for word in first.words), "Person"
            )
            return first
    if office is not None and open_office and link in words["genitive"] and id(second) in reader.offices:
        office.organisation = reader.offices[id(second)].organisation
        first.end = second.end
        return first
    last = first.words[-1] if first.words else None
    if last is None:
        return None
    if link in words["genitive"]:
        return _of(first, last, second, reader)
    if link in words["locative"] and last.is_a("target") and first.actor is None and second.place is not None:
        return _over(first, second, "target")
    if link in words["locative"] and first.via == "place" and second.place is not None:
        several = first.words[-1].text.endswith("s")
        return _over(first, second, "", actor=None) if several or id(first) not in reader.definite else None
    described = first.actor is not None and first.actor.type == "DescribedGroup"
    described = described or (first.actor is None and last.is_a("noun") and not last.is_a("target"))
    if link in words["member_of"] and described and second.actor is not None:
        named = second.actor.type not in ("Person", "State") and second.place is None
        return _over(first, second, "transparent") if named else None
    return None


def _of(first: Phrase, last: Word, second: Phrase, reader: NounPhrases) -> Phrase | None:
    if first.via == "place" and second.how == "thing" and second.head in ("name", "single-name"):
        head = reader.lexicon.pack.heads.get(last.core, {})
        text = " ".join(word.written for word in second.words)
        second.place, second.how = (
            reader.entities.unlisted_place(text, str(head.get("type", "Area"))),
            "discovered",
        )
    entity = second.actor or second.place
    if (
        second.actor is not None
        and second.actor.type == "Person"
        and first.actor is not None
        and first.how != "office"
    ):
        return _led(first, second, reader)
    if entity is None and second.how not in ("short", "pronoun"):
        return None
    if (last.is_a("partitive", "quantifier") or last.core.isdigit()) and first.actor is None:
        return _over(first, second, second.via)
    if first.via == "place" or last.is_a("location"):
        return _located(first, last, second, reader) if second.place is not None else None
    if last.is_a("target") and first.actor is None and entity is not None:
        return _over(first, second, "target")
    head = reader.lexicon.pack.heads.get(last.core, {})
    if head.get("role") in ("described", "organisation", "country_body") and second.actor is not None:
        if second.actor.type == "State":
            entry = origin_of_state(second.actor, reader.lexicon)
            text = " ".join(word.written for word in (*first.words, *second.words))
            actor = (
                of_origin(dict(head), last, entry, text, reader.entities, reader.lexicon) if entry else None
            )
            return _over(first, second, "", actor=actor) if actor is not None else None
        return (
            _over(first, second, "transparent") if first.how == "described" or first.actor is None else None
        )
    if last.is_a("noun") and second.actor is not None and first.actor is None:
        return _over(first, second, "transparent")
    return None


def _led(body: Phrase, person: Phrase, reader: NounPhrases) -> Phrase:
    """ "The government of President X"."""
    reader.stated.append(
        Stated(person, "commands", body, body.start, person.end, "of-person", body.start, background=True)
    )
    country = person.actor.country if person.actor is not None else None
    entry = next(
        (e for e in reader.lexicon.pack.nisba.values() if country and country.endswith(f"/{e.get('place')}")),
        None,
    )
    state = reader.entities.known_actor(entry["actor"]) if entry is not None and "actor" in entry else None
    if state is not None and body.generic:
        body.actor = state
    body.end, body.generic = person.end, False
    return body


def _over(first: Phrase, second: Phrase, via: str, **changed: object) -> Phrase:
    made = Phrase(
        first.start, second.end, second.actor, second.place, how=second.how, via=via,
        head=first.words[-1].core, words=second.words,
    )  # fmt: skip
    made.conjunction, made.preposition = first.conjunction, first.preposition
    for name, value in changed.items():
        setattr(made, name, value)
    return made


def _located(first: Phrase, last: Word, second: Phrase, reader: NounPhrases) -> Phrase:
    head = reader.lexicon.pack.heads.get(last.core, {})
    direction = next((reader.lexicon.pack.directions[w.core] for w in first.words if w.is_a("direction")), "")
    assert second.place is not None
    place = second.place
    if head.get("role") == "countryside":
        name = place.iri.rpartition("/")[2].removesuffix("-governorate")
        slug = "-".join(filter(None, (direction, name, "countryside")))
        place = reader.entities.place(
            slug, "Area", " ".join(w.written for w in (*first.words, *second.words))
        )
    return _over(first, second, "", actor=None, place=place, how="name")


def appositions(nodes: list[Node], reader: NounPhrases) -> list[Node]:
    """Without what stands beside a name only to say who that is; titles among it are stated."""
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        node = nodes[position]
        before = result[-1] if result else None
        comma = is_comma(node)
        other = nodes[position + 1] if comma and position + 1 < len(nodes) else None if comma else node
        size = 2 if comma else 1
        kept = (
            _same(before, other, nodes, position + size, reader, comma=comma)
            if isinstance(before, Phrase)
            else None
        )
        if kept is None:
            result.append(node)
            position += 1
            continue
        result[-1] = kept
        position += size
        if comma and position < len(nodes) and is_comma(nodes[position]):
            position += 1
    return result


def _same(
    one: Phrase, other: Node | None, nodes: list[Node], behind: int, reader: NounPhrases, *, comma: bool
) -> Phrase | None:
    """What remains of two phrases side by side that mean the same; None where they do not."""
    if not isinstance(other, Phrase):
        return None
    first, second = reader.offices.get(id(one)), reader.offices.get(id(other))
    if second is not None and first is None and (comma or second.organisation is not None):
        person = one if is_ally(one, second) else as_person(one, reader)
        if person is not None:
            reader.stated.extend(second.of(person))
            return person
    if first is not None and second is None:
        person = (
            other if is_ally(other, first) and not _is_listed(nodes, behind) else as_person(other, reader)
        )
        if person is not None:
            reader.stated.extend(first.of(person))
            person.conjunction, person.preposition = one.conjunction, one.preposition
            return person
    if not comma or _is_listed(nodes, behind):
        return None
    after = nodes[behind] if behind < len(nodes) else None
    closed = after is None or (isinstance(after, Word) and after.mark)
    if closed and _is_one_person(one):
        person = as_person(other, reader)
        if person is not None:
            person.conjunction, person.preposition = one.conjunction, one.preposition
            return person
    if one.place is not None and other.place is not None and other.place.type in _LARGE and one.actor is None:
        return one if closed and other.place.iri != one.place.iri else None
    opened = bool(other.words) and other.start < other.words[0].start
    if closed and opened and other.via == "place" and other.place is None and one.place is not None:
        _restate(reader, other, one)
        return one
    plain = other.how in ("thing", "described", "short") and opened
    if plain and one.how in ("name", "discovered") and one.actor is not None:
        described = isinstance(after, Word) and after.part == "verb" and not after.is_a("reporting")
        follows = described or (isinstance(after, Word) and after.is_a("relative", "that"))
        if closed or follows:
            _restate(reader, other, one)
            return one
    return None


def _is_one_person(phrase: Phrase) -> bool:
    """Whether a phrase describes one person, whom a name behind a comma names: "a deserter, X"."""
    word = phrase.words[-1] if phrase.words else None
    if (
        word is None
        or word.text.endswith("s")
        or not (phrase.start < phrase.words[0].start or len(phrase.words) > 1)
    ):
        return False
    return (phrase.how == "described" and phrase.generic and word.is_a("single")) or word.is_a(
        "person", "single"
    )


def is_ally(phrase: Phrase, office: Office) -> bool:
    """Whether a word such as "ally" or "branch" may be said of whom the phrase names."""
    named = phrase.actor is not None or phrase.how == "short"
    return bool(office.entry.get("any")) and named and phrase.how != "office"


def _is_listed(nodes: list[Node], position: int) -> bool:
    """Whether a list goes on here."""
    ahead = nodes[position : position + 2]
    described = bool(ahead) and isinstance(ahead[0], Word) and ahead[0].part == "verb"
    return not described and any(isinstance(node, Word) and node.is_a("conjunction") for node in ahead)


def as_person(phrase: Phrase, reader: NounPhrases) -> Phrase | None:
    """The person whom a phrase names, known or by the capitals of the name alone."""
    if phrase.actor is not None:
        return phrase if phrase.actor.type == "Person" and phrase.how != "office" else None
    if phrase.how == "thing" and phrase.head == "name":
        person = named_person([*phrase.words], reader.entities)
        person.conjunction, person.preposition = phrase.conjunction, phrase.preposition
        return person
    return None

"""Joins noun phrases that a preposition ties: "fighters of X", "the city of Y", "commander in Z"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.nodes import SITE, Node, Phrase, Word, is_comma
from kg.extract.ordered.composing import is_body_name, of_origin, origin_of_state
from kg.extract.ordered.noun_phrases import NounPhrases
from kg.extract.ordered.offices import Office, may_own
from kg.extract.ordered.unlisted import named_person

_NO_WHOLE = {"State", "Country", "Person"}
"""Kinds of actor that nobody belongs to by "of" alone: "the army of Syria" is named by it."""
_LED = {"ArmedGroup", "Party", "Coalition"}
"""Kinds of bodies that a person behind "of" leads."""
_ARMED = {"ArmedGroup", "DescribedGroup", "Coalition"}
_SEATS = {"City", "Town", "Village"}
"""Kinds of places whose name stands behind "of"."""
_PARTS = {"ArmedGroup", "StateForce"}


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
        after = result[position + 3] if position + 3 < len(result) else None
        joined = _speaker(first, link.core, second, after, reader) or _joined(
            first, link.core, second, reader
        )
        if joined is not None:
            result[position : position + 3] = [joined]
            if id(first) in reader.indefinite:
                reader.indefinite.add(id(joined))
            restate(reader, first, joined)
            _share(result, position)
    return result


def _speaker(
    first: Phrase, link: str, second: Phrase, after: Node | None, reader: NounPhrases
) -> Phrase | None:
    """Who speaks, by a name that nobody has listed and his body: "Omar Khaled of X told reporters"; else None."""
    if not isinstance(after, Word) or not after.is_a("reporting") or after.part != "verb":
        return None
    named = first.how == "thing" and first.head == "name" and first.start == first.words[0].start
    if not named or id(first) in reader.definite or link not in reader.lexicon.pack.words["genitive"]:
        return None
    name_body(second, reader)
    if second.actor is None or second.place is not None or second.actor.type in _NO_WHOLE:
        return None
    person = named_person([*first.words], reader.entities)
    person.conjunction, person.preposition = first.conjunction, first.preposition
    reader.say_wordless("person_of", person, second, person.start)
    person.end = second.end
    return person


def restate(reader: NounPhrases, first: Phrase, joined: Phrase) -> None:
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
    if office is not None and link in words["genitive"]:
        _leave_origin(office, second, reader)
    if office is not None and link in (*words["genitive"], *words["spoken_for"]):
        name_body(second, reader)
    open_office = office is not None and (office.organisation is None or second.place is not None)
    if office is not None and open_office and link in words["office_prep"] and not plural:
        bystanders = reader.lexicon.pack.heads.get(second.head, {}).get("bystanders")
        named = may_own(second, office.entry) and second.actor is not None and not bystanders
        if second.place is not None and not named and link not in words["genitive"]:
            first.end = second.end
            return first
        if office.organisation is None and (named or second.how == "short"):
            office.organisation = second
            first.body = second
            first.end, first.generic = second.end, False
            first.words = [*first.words, *second.words]
            first.actor = reader.entities.unlisted_actor(
                " ".join(word.written for word in first.words), "Person"
            )
            return first
    seated = second.place is not None and not plural and open_office and link in words["genitive"]
    if office is not None and seated and not (second.actor is not None and may_own(second, office.entry)):
        # "The police chief of P".
        first.end = second.end
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
    if link in words["spoken_for"] and last.is_a("seat") and first.actor is None and second.actor is not None:
        return _over(first, second, "target")
    armed = second.actor is not None and second.actor.type in _ARMED and second.place is None
    if link in words["spoken_for"] and last.is_a("target", "site") and first.actor is None and armed:
        # "A weapons depot for X".
        return _over(first, second, "target")
    if link in words["locative"] and first.via == "place":
        name_place(second, "Area", reader)
    if link in words["locative"] and last.is_a("target") and first.actor is None and second.place is not None:
        return _over(first, second, "target")
    if link in words["locative"] and first.via == "place" and second.place is not None:
        several = first.words[-1].text.endswith("s")
        _say_held(first, reader)
        return _over(first, second, "", actor=None) if several or id(first) not in reader.definite else None
    described = first.actor is not None and first.actor.type == "DescribedGroup"
    if link in words["member_of"] and described:
        name_body(second, reader)
    described = described or (first.actor is None and last.is_a("noun") and not last.is_a("target"))
    apart = reader.lexicon.pack.heads.get(last.core, {}).get("apart")
    fighting = link in words["spoken_for"] and reader.lexicon.pack.heads.get(last.core, {}).get("armed")
    inside = link in words["inside_body"] and _is_group_name(second)
    if (
        (link in words["member_of"] or fighting or inside)
        and described
        and not apart
        and second.actor is not None
    ):
        named = second.actor.type not in ("Person", "State") and second.place is None
        return _over(first, second, "transparent") if named else None
    return None


def _say_held(town: Phrase, reader: NounPhrases) -> None:
    """States who holds a place that is only told by another: "a rebel-held town near P" is not P."""
    modifiers = reader.held.pop(id(town), [])
    if modifiers and id(town) in reader.opened:
        place = reader.entities.unlisted_place(" ".join(word.written for word in town.words), "Site")
        reader.say_compounds(replace(town, place=place, how=SITE), modifiers)


def _is_group_name(phrase: Phrase) -> bool:
    """Whether a phrase is the name of an armed group or a coalition, in which people fight: "fighters in the SDF"."""
    named = phrase.how in ("name", "discovered") and phrase.via == "" and phrase.place is None
    return named and phrase.actor is not None and phrase.actor.type in _LED


def _leave_origin(office: Office, body: Phrase, reader: NounPhrases) -> None:
    """Lets an adjective of origin be no organisation where "of" names one: "the Algerian leader of X"; in place."""
    origin = office.organisation is not None and office.organisation.how == "origin"
    if not origin or office.entry.get("any"):
        return
    name_body(body, reader)
    unlisted = body.how == "thing" and body.head in ("name", "single-name")
    group = body.actor is not None and body.actor.type not in ("State", "Country", "Person")
    if unlisted or (group and body.place is None and may_own(body, office.entry)):
        office.organisation = None


def _of(first: Phrase, last: Word, second: Phrase, reader: NounPhrases) -> Phrase | None:
    head = reader.lexicon.pack.heads.get(last.core, {})
    named = first.how in ("name", "discovered") and first.place is not None and head.get("type") in _SEATS
    if named and first.actor is None and len(first.words) > 1:
        # "The Euphrates town of P" is P.
        name_place(second, str(head["type"]), reader)
        return _over(first, second, "", actor=None) if second.place is not None else None
    if first.via == "place" or is_seat(first, reader):
        name_place(second, str(head.get("type", "Area")), reader)
    if head.get("armed") or last.is_a("partitive"):
        name_body(second, reader)
    led = first.actor is not None and first.actor.type in _LED and first.how in ("name", "discovered")
    if (
        led
        and second.how == "thing"
        and second.head == "name"
        and not is_body_name(second, reader.lexicon, reader.definite)
    ):
        # "The Dawn Movement of X".
        second.actor, second.how = named_person([*second.words], reader.entities).actor, "discovered"
        return _led(first, second, reader)
    entity = second.actor or second.place
    whose = second.actor is not None and second.actor.type == "Person" and second.how != "office"
    armed = reader.lexicon.pack.heads.get(last.core, {}).get("type") in ("ArmedGroup", "Party", "Coalition")
    if first.how == "short" and whose and armed and second.actor is not None:
        text = " ".join(w.written for w in (*first.words, *second.words))
        first.actor, first.how = reader.entities.unlisted_actor(text, "ArmedGroup"), "discovered"
    if (
        second.actor is not None
        and second.actor.type == "Person"
        and first.actor is not None
        and first.how != "office"
        and not (second.how == "office" and second.words[-1].text.endswith("s"))
    ):
        return _led(first, second, reader)
    if entity is None and second.how not in ("short", "pronoun"):
        return None
    if (last.is_a("partitive", "quantifier") or last.core.isdigit()) and first.actor is None:
        return _over(first, second, second.via)
    if id(first) in reader.held and second.place is not None:
        # "X-held areas of P".
        modifiers = reader.held.pop(id(first))
        if first.via == "place":
            # "The X-held village of P".
            village = _located(first, last, second, reader)
            reader.say_compounds(village, modifiers)
            return village
        where = _over(first, second, "", actor=None)
        reader.say_compounds(where, modifiers)
        first.end = second.end
        return first
    if first.via == "place" or last.is_a("location"):
        return _located(first, last, second, reader) if second.place is not None else None
    if last.is_a("target") and first.actor is None and entity is not None:
        return _over(first, second, "target")
    if is_seat(first, reader) and second.actor is None and second.place is not None:
        reader.say_wordless("seat", replace(first), second, first.start)
        return _over(first, second, "", actor=None)
    if first.how in ("name", "discovered") and first.via == "" and second.actor is not None:
        return _belonging(first, second, reader)
    if head.get("role") in ("described", "organisation", "country_body") and second.actor is not None:
        if second.actor.type == "State":
            entry = origin_of_state(second.actor, reader.lexicon)
            text = " ".join(word.written for word in (*first.words, *second.words))
            actor = (
                of_origin(dict(head), last, entry, text, reader.entities, reader.lexicon) if entry else None
            )
            return _over(first, second, "", actor=actor) if actor is not None else None
        alone = len(first.words) == 1 and head.get("role") == "described"
        return (
            _over(first, second, "transparent")
            if first.how == "described" or first.actor is None or alone
            else None
        )
    if last.is_a("noun") and second.actor is not None and first.actor is None:
        return _over(first, second, "transparent")
    return None


def is_seat(phrase: Phrase, reader: NounPhrases) -> bool:
    """Whether a phrase means somebody by the place where he sits: "the rebel stronghold"."""
    lost = any(word.is_a("former") for word in phrase.words)
    return phrase.via == "target" and phrase.head in reader.lexicon.pack.words["seat"] and not lost


def name_place(phrase: Phrase, type_: str, reader: NounPhrases) -> None:
    """Makes a place of a name that nobody has listed; in place, nothing where the phrase is no such name."""
    if phrase.how == "thing" and phrase.head in ("name", "single-name"):
        text = " ".join(word.written for word in phrase.words)
        phrase.place, phrase.how = reader.entities.unlisted_place(text, type_), "discovered"


def name_body(phrase: Phrase, reader: NounPhrases) -> None:
    """Makes a body of a name that nobody has listed, where it is one: "fighters of Jaish al-Fajr"; in place."""
    if is_body_name(phrase, reader.lexicon, reader.definite):
        text = " ".join(word.written for word in phrase.words)
        phrase.actor, phrase.how = reader.entities.unlisted_actor(text, "Organization"), "discovered"


def _belonging(one: Phrase, whole: Phrase, reader: NounPhrases) -> Phrase | None:
    """ "The Hamza Division of the army", "Mahmoud al-Zahar of Hamas": what bears a name and belongs to a body."""
    bodies = whole.actor is not None and whole.place is None and whole.actor.type not in _NO_WHOLE
    if one.actor is None or one.place is not None or not bodies or whole.how in ("origin", "owner"):
        return None
    if one.actor.type == "Person":
        reader.say_wordless("person_of", one, whole, one.start)
    elif one.actor.type in _PARTS and one.actor != whole.actor:
        reader.say_wordless("owned", one, whole, one.start)
    else:
        return None
    one.end = whole.end
    return one


def _led(body: Phrase, person: Phrase, reader: NounPhrases) -> Phrase:
    """ "The government of President X"."""
    reader.say_wordless("of_person", person, body, body.start)
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

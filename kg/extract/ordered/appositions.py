"""What stands beside a name only to say who that is: "X, the leader of Y", "Y, a brigade of Z", "a deserter, X"."""

from __future__ import annotations

from kg.extract.nodes import Node, Phrase, Word, is_comma
from kg.extract.ordered.composing import text_of
from kg.extract.ordered.joins import name_place, restate
from kg.extract.ordered.noun_phrases import NounPhrases
from kg.extract.ordered.offices import Office
from kg.extract.ordered.unlisted import named_body, named_person

_LONGEST_REMARK = 10
"""Nodes of what a gerund says more of somebody behind a comma."""
_LARGE = {"Country", "Governorate", "Region"}


def merged(nodes: list[Node], reader: NounPhrases) -> list[Node]:
    """Without what stands beside a name only to say who that is; titles among it are stated."""
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        node = nodes[position]
        before = result[-1] if result else None
        renamed = _renamed(before, nodes, position, reader)
        if renamed is not None:
            result[-1], position = renamed
            continue
        comma = is_comma(node)
        made_up = _made_up(before, nodes, position, reader)
        if made_up is not None:
            position = made_up
            continue
        size = 2 if comma else 1
        while comma and position + size < len(nodes) and _is_then(nodes[position + size - 1]):
            size += 1
        other = nodes[position + size - 1] if position + size <= len(nodes) else None
        kept = (
            _same(before, other, nodes, position + size, reader, comma=comma)
            if isinstance(before, Phrase) and not (comma and _only_hears(result))
            else None
        )
        if kept is None:
            result.append(node)
            position += 1
            continue
        result[-1] = kept
        position += size
        position = _further_office(kept, nodes, position, reader)
        if comma and position < len(nodes) and is_comma(nodes[position]):
            position += 1
        elif comma:
            closing = _closing(nodes, position)
            if closing is not None:
                nodes = [*nodes[:closing], *nodes[closing + 1 :]]
    return result


def _only_hears(nodes: list[Node]) -> bool:
    """Whether the last of the nodes is only told what is said: "killed in P, sources confirmed to X, the latest of"."""
    verb, to = nodes[-3:-1] if len(nodes) > 2 else (None, None)
    led = isinstance(to, Word) and to.is_a("to")
    return led and isinstance(verb, Word) and verb.part == "verb" and verb.is_a("reporting")


def _closing(nodes: list[Node], position: int) -> int | None:
    """The comma behind what a gerund says more of somebody, before his verb: "X, a man working for Y, told Z"."""
    opening = nodes[position] if position < len(nodes) else None
    if not isinstance(opening, Word) or opening.part != "verb" or not opening.text.endswith("ing"):
        return None
    for step in range(position + 1, min(position + _LONGEST_REMARK, len(nodes) - 1)):
        node = nodes[step]
        if is_comma(node):
            verb = nodes[step + 1]
            acting = isinstance(verb, Word) and (verb.part == "verb" or verb.is_a("be", "have", "modal"))
            return step if acting and isinstance(verb, Word) and not verb.text.endswith("ing") else None
        if isinstance(node, Word) and (node.mark or node.is_a("clause", "relative")):
            return None
    return None


def _renamed(
    before: Node | None, nodes: list[Node], position: int, reader: NounPhrases
) -> tuple[Phrase, int] | None:
    """Who is meant where another name follows, and the position behind it: "a militia known as X", "X, called Y,"."""
    if not isinstance(before, Phrase):
        return None
    comma = is_comma(nodes[position])
    step = position + comma
    link, name = [*nodes[step : step + 2], None, None][:2]
    if not isinstance(link, Word) or not link.is_a("naming") or not isinstance(name, Phrase):
        return None
    alone = bool(before.words) and before.start == before.words[0].start
    if not comma and alone and before.words[0].written[:1].isupper() and not before.words[0].is_a("head"):
        # "X called Y", but "a militia called Y".
        return None
    if name.actor is None and not _name_unlisted(before, name, reader):
        return None
    closed = step + 2 < len(nodes) and is_comma(nodes[step + 2])
    if before.how not in ("name", "discovered"):
        before.actor, before.how, before.generic = name.actor, "name", False
        before.end, before.words = name.end, name.words
    return before, step + 2 + (comma and closed)


def _made_up(before: Node | None, nodes: list[Node], position: int, reader: NounPhrases) -> int | None:
    """The position behind what says whom a body is made up of: "X, an alliance of Y and Z,"; they are parts of it."""
    first = nodes[position + 1] if position + 1 < len(nodes) else None
    if not is_comma(nodes[position]) or not isinstance(before, Phrase) or not isinstance(first, Phrase):
        return None
    entry = reader.lexicon.pack.heads.get(first.head, {})
    body = before.actor is not None and before.how in ("name", "discovered") and before.actor.type != "Person"
    if not body or entry.get("type") != "Coalition" or first.via != "transparent" or first.actor is None:
        return None
    members, step = [first], position + 2
    while step < len(nodes):
        node = nodes[step]
        joined = isinstance(node, Word) and node.is_a("conjunction") and not node.mark
        following = nodes[step + 1] if step + 1 < len(nodes) else None
        if isinstance(node, Phrase) and node.conjunction:
            members.append(node)
            step += 1
        elif (joined or is_comma(node)) and isinstance(following, Phrase) and following.actor is not None:
            listed = joined or any(
                isinstance(n, Word) and n.is_a("conjunction") for n in nodes[step + 2 : step + 4]
            )
            if not listed:
                break
            members.append(following)
            step += 2
        else:
            break
    for member in members:
        reader.say_wordless("owned", member, before, first.start)
    return step + (step < len(nodes) and is_comma(nodes[step]))


def _further_office(person: Phrase, nodes: list[Node], position: int, reader: NounPhrases) -> int:
    """The position behind a second office of the same person: "X, leader of Y and a member of Z,"; it is stated."""
    link, other, after = [*nodes[position : position + 3], None, None, None][:3]
    office = reader.offices.get(id(other))
    joined = isinstance(link, Word) and link.is_a("conjunction") and not link.mark
    if not joined or office is None or office.organisation is None:
        return position
    if after is not None and not (isinstance(after, Word) and after.mark):
        return position
    reader.stated.extend(office.of(person))
    return position + 2


def _is_then(node: Node) -> bool:
    """Whether a word only says when somebody was what follows: "X, then commander of Y,"."""
    return isinstance(node, Word) and node.is_a("adverb", "former") and not node.part


def _name_unlisted(before: Phrase, name: Phrase, reader: NounPhrases) -> bool:
    """Makes an actor of a name that nobody has listed, of the kind that the noun before it says; in place."""
    head = reader.lexicon.pack.heads.get(before.head)
    if name.how != "thing" or name.head not in ("name", "single-name") or head is None:
        return False
    if head["role"] not in ("organisation", "described"):
        return False
    named = named_body([*name.words], head, reader.entities)
    name.actor, name.how = named.actor, named.how
    return True


def _name_body(name: Phrase, office: Office, reader: NounPhrases) -> None:
    """Makes a group of a name that nobody has listed and that is called a branch or the like; in place."""
    named = name.how == "thing" and name.head in ("name", "single-name")
    if named and office.organisation is not None and office.entry["relation"] in ("partOf", "alliedWith"):
        capitals = [word for word in name.words if word.written[:1].isupper()]
        name.actor, name.how = (
            reader.entities.unlisted_actor(text_of([*capitals]), "ArmedGroup"),
            "discovered",
        )


def _same(
    one: Phrase, other: Node | None, nodes: list[Node], behind: int, reader: NounPhrases, *, comma: bool
) -> Phrase | None:
    """What remains of two phrases side by side that mean the same; None where they do not."""
    if not isinstance(other, Phrase) or (comma and other.how == "owner"):
        return None
    first, second = reader.offices.get(id(one)), reader.offices.get(id(other))
    if first is not None and second is not None and comma and second.entry.get("any"):
        # "A leading member of X, a member of Y": X is one.
        body = first.organisation
        if body is not None and is_ally(body, second) and second.organisation is not None:
            reader.stated.extend(second.of(body))
            return one
    if second is not None and first is None and comma and second.entry.get("any"):
        _name_body(one, second, reader)
    if second is not None and first is None and (comma or second.organisation is not None):
        person = (
            one
            if is_ally(one, second)
            else as_person(one, reader) or _single(one, second, nodes, behind, reader)
        )
        if person is not None:
            reader.stated.extend(second.of(person))
            trailing = second.is_of_person and other.body is not None and other.body.end == other.end
            person.body = other.body if trailing else person.body
            return person
    if first is not None and second is None:
        if comma and first.entry.get("any"):
            _name_body(other, first, reader)
        person = (
            other if is_ally(other, first) and not _is_listed(nodes, behind) else as_person(other, reader)
        )
        if person is not None:
            reader.stated.extend(first.of(person))
            person.conjunction, person.preposition = one.conjunction, one.preposition
            return person
    if not comma or _is_listed(nodes, behind):
        return None
    while behind + 1 < len(nodes) and isinstance(word := nodes[behind], Word) and word.is_a("adverb"):
        behind += 1
    after = nodes[behind] if behind < len(nodes) else None
    closed = after is None or (isinstance(after, Word) and after.mark)
    if closed and _is_one_person(one):
        person = as_person(other, reader)
        if person is not None:
            person.conjunction, person.preposition = one.conjunction, one.preposition
            return person
    going_on = closed or (isinstance(after, Word) and after.part == "verb" and after.text.endswith("ing"))
    if one.how == "thing" and going_on and id(other) in reader.indefinite and _is_one_person(other):
        # "X, a doctor working for Y, said".
        named = as_person(one, reader)
        if named is not None:
            return named
    if one.place is not None and other.place is not None and other.place.type in _LARGE and one.actor is None:
        return one if closed and other.place.iri != one.place.iri else None
    if _is_named_site(one, other) and closed and id(one) in reader.definite:
        # "The southern capital, Aden".
        other.conjunction, other.preposition = one.conjunction, one.preposition
        return other
    opened = bool(other.words) and other.start < other.words[0].start
    taken_up = isinstance(after, Word) and after.is_a("relative", "that")
    site = other.via == "place" and other.place is None
    if site and (closed or taken_up) and id(other) in reader.indefinite and one.how == "thing":
        # "X, a town that Y had held".
        name_place(one, str(reader.lexicon.pack.heads.get(other.head, {}).get("type", "Area")), reader)
    held = isinstance(after, Word) and after.core in reader.lexicon.pack.words["under_whom"]
    if (closed or taken_up or held) and opened and site and one.place is not None:
        restate(reader, other, one)
        return one
    opened = opened or id(other) in reader.indefinite
    plain = (
        opened
        and not (other.words and other.words[-1].is_a("takes_up"))
        and (
            other.how in ("thing", "described", "short")
            or id(other) in reader.indefinite
            or _is_of_kind(other)
        )
    )
    if plain and one.how in ("name", "discovered") and one.actor is not None:
        described = isinstance(after, Word) and after.part == "verb" and not after.is_a("reporting")
        acting = described and (behind + 1 < len(nodes) and isinstance(nodes[behind + 1], Phrase))
        opened_by = nodes[0]
        if acting or (described and isinstance(opened_by, Word) and opened_by.is_a("clause")):
            # "While P is held by X, the army attacked Q".
            return None
        follows = described or (isinstance(after, Word) and after.is_a("relative", "that"))
        if closed or follows:
            restate(reader, other, one)
            _describe(one, other, reader)
            return one
    return None


def _is_named_site(one: Phrase, other: Phrase) -> bool:
    """Whether a noun for one place stands before the place's name."""
    unnamed = one.via == "place" and one.how == "short" and one.place is None and one.actor is None
    return unnamed and other.place is not None and not one.words[-1].text.endswith("s")


def _is_of_kind(phrase: Phrase) -> bool:
    """Whether a known name only says what kind of body somebody is: "X, the Shiite militia"."""
    word = phrase.words[-1] if phrase.words else None
    return word is not None and word.is_a("head") and word.written.islower() and not word.text.endswith("s")


def _single(
    name: Phrase, office: Office, nodes: list[Node], behind: int, reader: NounPhrases
) -> Phrase | None:
    """The person whom one word names, where an office between commas says who he is: "X, a commander of Y,"."""
    after = nodes[behind] if behind < len(nodes) else None
    closed = after is None or (isinstance(after, Word) and after.mark)
    alone = name.how == "thing" and name.head == "single-name" and not name.words[0].is_a("date")
    if not closed or not alone or office.organisation is None or office.entry.get("any"):
        return None
    person = named_person([*name.words], reader.entities)
    person.conjunction, person.preposition = name.conjunction, name.preposition
    return person


def _describe(one: Phrase, other: Phrase, reader: NounPhrases) -> None:
    """What an indefinite noun behind a name says of it: that it is one, and whose: "X, a brigade of Y"."""
    if id(other) not in reader.indefinite:
        return
    reader.apposed.add(id(one))
    whole = other.actor is not None and other.actor.type not in ("Person", "State", "DescribedGroup")
    if other.via == "transparent" and whole and other.actor != one.actor:
        reader.say_wordless("apposed", one, other, other.start)


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
    surnamed = (
        phrase.how == "discovered" and phrase.place is not None and not phrase.head and len(phrase.words) > 1
    )
    if surnamed or (phrase.how == "thing" and phrase.head == "name"):
        # A family name may be a place's name too.
        person = named_person([*phrase.words], reader.entities)
        person.conjunction, person.preposition = phrase.conjunction, phrase.preposition
        return person
    return None

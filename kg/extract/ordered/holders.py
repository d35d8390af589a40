"""Who holds an office or owns what a noun means, said from afar: "X is the leader of Y", "Y, whose leader is X"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.nodes import Node, Phrase, Stated, Word, is_comma
from kg.extract.ordered.appositions import as_person, is_ally
from kg.extract.ordered.joins import name_body
from kg.extract.ordered.noun_phrases import NounPhrases
from kg.extract.ordered.offices import Office, may_own
from kg.model import Modality


def owned_by_antecedent(nodes: list[Node], reader: NounPhrases) -> None:
    """Whose the noun behind "whose" is: "X, whose fighters", "X, whose leader is Y"; in place."""
    for position, link in enumerate(nodes[:-1]):
        owned = nodes[position + 1]
        if not isinstance(link, Word) or not link.is_a("owning_relative") or not isinstance(owned, Phrase):
            continue
        step = position - 1
        if step >= 0 and is_comma(nodes[step]):
            step -= 1
        owner = nodes[step] if step >= 0 else None
        if not isinstance(owner, Phrase):
            continue
        name_body(owner, reader)
        holder = reader.offices.get(id(owner))
        if holder is not None and holder.organisation is not None:
            # "A spokesman for X, whose fighters".
            owner = holder.organisation
        office = reader.offices.get(id(owned))
        if office is not None and office.organisation is None and may_own(owner, office.entry):
            office.organisation = owner
        titled = reader.titled.pop(id(owned), None)
        if titled is not None and may_own(owner, titled.entry):
            # "X, whose president Y".
            titled.organisation = owner
            reader.stated.extend(titled.of(owned))
        fighters = owned.how == "described" and owned.generic
        followers = owned.how == "thing" and owned.words[-1].is_a("follower")
        if office is None and titled is None:
            _own(owner, owned, reader)
        if office is None and (fighters or followers) and owner.actor is not None:
            owned.actor, owned.how, owned.via, owned.generic = owner.actor, "name", "transparent", False


def _own(owner: Phrase, body: Phrase, reader: NounPhrases) -> None:
    """States whose the body with a name is: "X, whose Dawn Brigade holds P" leads it, a body has it as its part."""
    named = body.how in ("name", "discovered") and body.actor is not None and body.place is None
    if not named or body.actor is None or body.actor.type in ("Person", "State", "Country"):
        return
    person = as_person(owner, reader)
    if person is not None:
        owner.actor, owner.how = person.actor, person.how
        reader.say_wordless("of_person", owner, body, body.start)
    elif owner.actor is not None and owner.actor.type not in ("Person", "State") and owner.place is None:
        reader.say_wordless("owned", body, owner, body.start)


def copulas(nodes: list[Node], reader: NounPhrases) -> None:
    """States what a form of "be" says with an office behind it: "X is the leader of Y", "X, who is the leader of Y"."""
    for position, link in enumerate(nodes[:-1]):
        if not isinstance(link, Word) or not link.is_a("be", "becoming"):
            continue
        behind = position + 1
        while behind + 1 < len(nodes) and isinstance(word := nodes[behind], Word) and word.is_a("adverb"):
            behind += 1
        other = nodes[behind]
        if not isinstance(other, Phrase):
            continue
        start = position
        while start and isinstance(word := nodes[start - 1], Word) and word.is_a("be", "have", "adverb"):
            start -= 1
        believed = _behind_belief(nodes, start)
        one = _before(nodes, start) if believed is None else believed
        if one is None:
            continue
        office, named = reader.offices.get(id(other)), reader.offices.get(id(one))
        if office is None and named is not None:
            holder = as_person(other, reader)
            if holder is not None:
                reader.stated.extend(replace(each, background=False) for each in named.of(holder))
                other.actor, other.how = holder.actor, holder.how
                del reader.offices[id(one)]
        elif office is not None:
            for holder in (*_listed_before(nodes, start, one), one):
                _hold(holder, office, reader, doubted=believed is not None)
            del reader.offices[id(other)]
            if one.how == "pronoun":
                # What "he" is said to be is nobody else.
                other.actor, other.how = None, "thing"


def regarded(nodes: list[Node], reader: NounPhrases) -> None:
    """States as what somebody is regarded: "X regards Y as a branch of Z", "Y, which X regards as a branch of Z"."""
    for position, link in enumerate(nodes[:-1]):
        other = nodes[position + 1]
        office = reader.offices.get(id(other))
        if not isinstance(link, Word) or not link.is_a("as") or office is None or position < 2:
            continue
        one, verb = nodes[position - 1], nodes[position - 2]
        told = _told_of(nodes, position, reader)
        if told is not None:
            _hold(told, office, reader)
            reader.offices.pop(id(other))
            continue
        if isinstance(one, Word) and one.is_a("regarding"):
            relative = next((s for s in range(position - 2, 0, -1) if _is_relative(nodes[s])), None)
            taken = _before(nodes, relative + 1) if relative is not None else None
            if taken is not None:
                _hold(taken, office, reader)
        elif isinstance(one, Phrase) and isinstance(verb, Word) and verb.is_a("regarding", "appointing"):
            _hold(one, office, reader)
            reader.offices.pop(id(other))
        elif isinstance(one, Phrase) and isinstance(verb, Word) and verb.is_a("succeeding"):
            follower = _before(nodes, _behind_auxiliaries(nodes, position - 2))
            if follower is not None:
                _hold(follower, office, reader)
                reader.offices.pop(id(other))


def _told_of(nodes: list[Node], position: int, reader: NounPhrases) -> Phrase | None:
    """Who is regarded as what "as" at ``position`` leads to: "X, identified by Y as", "a man described as"."""
    step = position - 1
    agent = step > 1 and isinstance(nodes[step], Phrase)
    if agent:
        link = nodes[step - 1]
        if not isinstance(link, Word) or not link.is_a("agent"):
            return None
        step -= 2
    verb = nodes[step]
    if not isinstance(verb, Word) or not verb.is_a("regarding") or verb.part != "verb":
        return None
    if not any(voice in ("past", "participle") for _, voice in verb.senses) and not verb.text.endswith("ed"):
        return None
    told = nodes[step - 2] if step > 1 and is_comma(nodes[step - 1]) else nodes[step - 1] if step else None
    if not isinstance(told, Phrase) or id(told) in reader.offices:
        return None
    person = as_person(told, reader)
    if person is not None and (agent or is_comma(nodes[step - 1])):
        told.actor, told.how = person.actor, person.how
        return told
    return None


def unnamed(nodes: list[Node], reader: NounPhrases) -> list[Stated]:
    """What holders of an office without a name lead: "a commander of X"; of a state it goes without saying."""
    found: list[Stated] = []
    for node in nodes:
        office = reader.offices.get(id(node))
        if office is None or not isinstance(node, Phrase) or node.how != "office":
            continue
        body = office.organisation
        # "The leader of X" is no news; "a commander of X" is.
        told = body is not None and body.actor is not None and body.actor.type != "DescribedGroup"
        if body is None or (body.generic and not told):
            continue
        within = node.start <= body.start < node.end and id(node) not in reader.definite
        if (
            within
            and not office.deputy
            and not any(office.entry.get(key) for key in ("any", "of_state", "alone"))
        ):
            found.extend(office.of(node))
    return found


def _behind_belief(nodes: list[Node], position: int) -> Phrase | None:
    """Who is only thought "to be" what follows ``position``: "X, thought to be members of Y"; None for the others."""
    to, belief = (nodes[position - 1], nodes[position - 2]) if position > 1 else (None, None)
    led = isinstance(to, Word) and to.is_a("to") and isinstance(belief, Word) and belief.is_a("believed")
    if not led:
        return None
    step = position - 2
    while (
        step
        and isinstance(word := nodes[step - 1], Word)
        and (word.is_a("be", "have", "adverb") or is_comma(word))
    ):
        step -= 1
    told = nodes[step - 1] if step else None
    return told if isinstance(told, Phrase) else None


def _hold(one: Phrase, office: Office, reader: NounPhrases, *, doubted: bool = False) -> None:
    pronoun = one.how == "pronoun" and (one.words[0].is_a("personal") or bool(office.entry.get("any")))
    who = one if pronoun or is_ally(one, office) else as_person(one, reader)
    if who is not None:
        modality = Modality.UNCONFIRMED.value if doubted else None
        reader.stated.extend(replace(each, background=False, modality=modality) for each in office.of(who))


def _behind_auxiliaries(nodes: list[Node], position: int) -> int:
    """Where the auxiliaries and adverbs before a verb begin."""
    while position and isinstance(word := nodes[position - 1], Word) and word.is_a("have", "adverb"):
        position -= 1
    return position


def _is_relative(node: Node) -> bool:
    return isinstance(node, Word) and node.is_a("relative")


def _before(nodes: list[Node], position: int) -> Phrase | None:
    """The phrase before ``position``, or the one that a relative there takes up."""
    step = position - 1
    if step > 0 and _is_relative(nodes[step]):
        step -= 1 + (step > 1 and is_comma(nodes[step - 1]))
    elif step > 0 and is_comma(nodes[step]):
        # "X, which is in P, is an ally of Y".
        opened = next((s for s in range(step - 1, 0, -1) if is_comma(nodes[s])), 0)
        aside = opened and (_is_relative(nodes[opened + 1]) or _is_participle(nodes[opened + 1]))
        step = opened - 1 if aside else step
    node = nodes[step] if step >= 0 else None
    return node if isinstance(node, Phrase) else None


def _listed_before(nodes: list[Node], start: int, last: Phrase) -> list[Phrase]:
    """To whom a conjunction joins the one before a form of "be" at ``start``: "X and Y are allies of Z"."""
    at = start - 1
    if nodes[at] is not last:
        return []
    link, first = (nodes[at - 1], nodes[at - 2]) if at > 1 else (None, None)
    joined = isinstance(link, Word) and link.is_a("conjunction") and not link.mark
    led = nodes[at - 3] if at > 2 else None
    free = led is None or not (isinstance(led, Word) and led.is_a("preposition", "agent", "between"))
    return [first] if joined and free and isinstance(first, Phrase) and first.actor is not None else []


def _is_participle(node: Node) -> bool:
    return isinstance(node, Word) and node.part == "verb" and node.has_voice("past", "participle")

"""Groups that are described and not named: a head noun with adjectives of origin, or alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kg.extract.adjectives import is_second_adjective
from kg.extract.entities import Entities
from kg.extract.group_names import adjective
from kg.extract.groups import head_of, state_of
from kg.extract.introduced import is_culprit
from kg.extract.known_persons import is_known_person
from kg.extract.lexicon import Lexicon
from kg.extract.members import take_members
from kg.extract.nodes import Node, Phrase, Word, is_quantity
from kg.extract.operations import carry_out
from kg.extract.origins import firing, opens_noun, people, struck
from kg.extract.person_names import is_given, personal_name
from kg.extract.quantities import is_of_things
from kg.extract.unit_names import aimed

_FARTHEST_ANONYMITY = 7
"""Words behind a source within which it may be said that it will not be named."""


def describe(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> list[Node]:
    """Makes phrases of head nouns with adjectives of origin, and of groups that stand without any."""
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        node = nodes[position]
        if isinstance(node, Phrase) or node.is_plain:
            result.append(node)
            position += 1
            continue
        owner = struck(nodes, position, lexicon, entities)
        if owner is not None:
            result.append(owner[0])
            position = owner[1]
            continue
        fired = firing(node, result[-1] if result else None, lexicon, entities)
        if fired is not None:
            result.append(fired)
            position += 1
            continue
        folk = people(nodes, position, result, lexicon, entities)
        if folk is not None:
            _join_folk(folk, result, lexicon, entities)
            result.append(folk)
            position += 1
            continue
        if _describes_group(node, result, lexicon):
            result[-1].end = node.end
            position += 1
            continue
        head = head_of(node, lexicon, "described", "country_body", "organisation", "person")
        if head is None or not isinstance(node, Word) or _is_adjective(node, result, lexicon):
            result.append(node)
            position += 1
            continue
        if is_of_things(nodes, position, lexicon):
            result.append(replace(node, end=nodes[position + 1].end, classes=frozenset({"quantifier"})))
            position += 2
            continue
        following = nodes[position + 1] if position + 1 < len(nodes) else None
        carried = head.get("role") == "described" and carry_out(node, following, lexicon)
        doers = _bare(node, head, node, nodes, position + 1, lexicon, entities) if carried else []
        if doers:
            doers[0].end = nodes[position + 1].end
            result.append(doers[0])
            position += 2
            continue
        head = _counted(node, head, result, nodes[position + 1 : position + 3], lexicon)
        named = _is_answerable(head, nodes, position) or _is_owned(node, nodes, position, lexicon)
        named = named or (head["role"] == "person" and not is_known_person(nodes, position, lexicon))
        named = named or (bool(head.get("adjectival")) and bool(adjective(nodes, position + 1, lexicon)[0]))
        named = named or (head["role"] == "organisation" and bool(aimed(nodes, position + 1, lexicon)[0]))
        named = named or is_culprit(nodes, position, lexicon)
        if named or _is_deed(node, nodes, position) or _is_rank(nodes, position, lexicon):
            result.append(node)
            position += 1
            continue
        origins, behind = _adjectives(nodes, position + 1, lexicon)
        owned = (
            bool(result)
            and not node.preposition
            and not node.conjunction
            and _opens_name(result[-1], lexicon)
        )
        phrases = [] if owned else _composed(node, head, origins, behind, nodes, lexicon, entities)
        take_members(phrases, result, nodes[behind] if behind < len(nodes) else None, lexicon)
        result.extend(phrases or [node])
        short = any(isinstance(phrase, Phrase) and phrase.how == "short" for phrase in phrases)
        position = behind if phrases and not short else position + 1  # "The high council" may name a body.
    return result


def _counted(
    word: Word, head: Mapping[str, Any], before: list[Node], behind: list[Node], lexicon: Lexicon
) -> Mapping[str, Any]:
    """What the pack says of a noun, or of the group that several make: behind a number or before "other"."""
    if "counted" not in head or word.suffix or lexicon.is_definite(word.core):
        return head
    last = before[-1] if before else None
    several = not (word.conjunction or word.preposition) and last is not None and is_quantity(last)
    plain = [each for each in behind if isinstance(each, Word) and not (each.mark or each.conjunction)]
    others = plain[: 1 + bool(plain and plain[0].is_a("epithet", "nisba"))]
    if not several and not any(each.is_a("another") for each in others):
        return head
    return {"role": "described", "slug": head["counted"], "bare": head["counted"]}


def _is_adjective(word: Word, before: list[Node], lexicon: Lexicon) -> bool:
    """Whether a noun that may be an adjective stands behind one: "an armed clash", "the foreign policy"."""
    last = before[-1] if before else None
    if last is None or word.preposition:
        return False
    if isinstance(last, Word) and last.suffix and not word.conjunction and word.is_a("as_adjective"):
        return lexicon.is_definite(word.core)  # "Its military support".
    blow = isinstance(last, Word) and last.has_voice("noun") and not (word.conjunction or last.suffix)
    if blow and isinstance(last, Word):
        dual = word.core.endswith(lexicon.people_endings) and word.core[-2:] == last.core[-2:]
        if dual:
            return True  # "Two suicide attacks".
    if word.is_a("relational_noun") and (isinstance(last, Phrase) or lexicon.is_definite(last.core)):
        return not word.conjunction
    own = isinstance(last, Word) and (bool(last.suffix) or last.core.endswith(lexicon.pronouns))
    if word.is_a("relational_noun") and own and isinstance(last, Word) and not last.has_voice("active"):
        return not word.conjunction  # "Its foreign operations".
    if isinstance(last, Word) and last.is_a("masculine_noun") and not (word.conjunction or last.suffix):
        people = word.core.endswith(lexicon.people_endings)
        if people and all(map(lexicon.is_definite, (last.core, word.core))):
            return True  # "The military leaders".
    if not word.is_a("as_adjective"):
        return False
    if word.conjunction:
        return isinstance(last, Word) and not opens_noun(last) and is_second_adjective(word, last, lexicon)
    feminine = word.core.endswith(lexicon.feminine_endings)  # "Suicidal operations", and hardly a woman.
    return isinstance(last, Phrase) or feminine or not opens_noun(last)


def _join_folk(folk: Phrase, before: list[Node], lexicon: Lexicon, entities: Entities) -> None:
    """Makes one group of people and those of whom they are, "gunmen of the Xs"; ``before`` ends without them then."""
    group, led = before[-2:] if len(before) > 1 else (None, None)
    of = isinstance(led, Word) and led.is_a("partitive") and not (led.conjunction or led.suffix)
    if not of or not isinstance(group, Phrase) or group.how != "described" or not group.generic:
        return
    slug, nisba = lexicon.pack.heads.get(group.head, {}).get("slug"), lexicon.pack.nisba[folk.words[0].core]
    if not slug or lexicon.is_definite(group.words[0].core):
        return
    words = [*group.words, *folk.words]
    text = " ".join(word.written for word in words)
    folk.actor = entities.actor(f"{nisba['slug']}-{slug}", "DescribedGroup", text, nisba.get("place"))
    folk.start, folk.conjunction, folk.preposition = group.start, group.conjunction, group.preposition
    folk.head, folk.words, folk.generic = group.head, words, False
    del before[-2:]


def _describes_group(word: Node, before: list[Node], lexicon: Lexicon) -> bool:
    """Whether a plural says what the group right before it is like, as its like ending shows: "armed extremists"."""
    group = before[-1] if before else None
    if not isinstance(word, Word) or not word.is_a("describing_group") or not isinstance(group, Phrase):
        return False
    if word.conjunction or word.preposition or group.how != "described" or group.end + 1 < word.start:
        return False
    noun = group.words[0]
    plural = noun.core.endswith(lexicon.people_endings) and noun.is_a("head")
    alike = plural and noun.core[-2:] == word.core[-2:]
    return alike and lexicon.is_definite(noun.core) is lexicon.is_definite(word.core)


def _is_owned(word: Word, nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether a pronoun or a short form says whose the group is: "ten of its soldiers", "the fighters of the movement".

    With a conjunction it is another group than the owner: "X and its militias".
    """
    if word.conjunction or not word.is_a("transparent_actor") or lexicon.is_definite(word.core):
        return False
    following = nodes[position + 1] if position + 1 < len(nodes) else None
    owner = head_of(following, lexicon, "organisation") if following is not None else None
    short = owner is not None and isinstance(following, Word) and lexicon.is_definite(following.core)
    attached = isinstance(following, Word) and (following.conjunction or following.preposition)
    closed = word.core.endswith(lexicon.people_endings)
    return bool(word.suffix) or (short and not attached and not closed)


def _is_answerable(head: Mapping[str, Any], nodes: list[Node], position: int) -> bool:
    """Whether the word behind the noun makes another one of it: "those responsible for X" are no officials."""
    following = nodes[position + 1] if position + 1 < len(nodes) else None
    return isinstance(following, Word) and following.text in map(str, head.get("not_before", ()))


def _is_deed(word: Word, nodes: list[Node], position: int) -> bool:
    """Whether a head noun names a deed here: "in alliance with X"."""
    following = nodes[position + 1] if position + 1 < len(nodes) else None
    return bool(word.senses) and isinstance(following, Word) and following.is_a("with", "between")


def _is_rank(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether a noun is a rank here and no unit: a name stands behind it, or a verb of saying before it."""
    word = nodes[position]
    if not isinstance(word, Word) or not word.is_a("title") or word.preposition:
        return False
    before = nodes[position - 1] if position else None
    behind = position + 1
    while (
        behind < len(nodes) and isinstance(node := nodes[behind], Word) and _describes_holder(node, lexicon)
    ):
        behind += 1  # "The former Xish general Y".
    following = nodes[behind] if behind < len(nodes) else None
    if isinstance(following, Phrase):
        holder = following.actor is not None and following.actor.type == "Person"
        return holder or (behind == position + 1 and _is_in_body(nodes, behind, lexicon))
    if following is not None and following.core.isdigit():
        return False
    if following is not None and lexicon.is_definite(word.core) and is_given(following, lexicon):
        return True
    person = lexicon.pack.heads.get(word.core, {}).get("role") == "person"
    resumed = person and not _is_in_body(nodes, position + 1, lexicon)
    speaks = isinstance(before, Word) and before.is_a("reporting") and not resumed
    return speaks or bool(personal_name(nodes, position + 1, lexicon))


def _is_in_body(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether a preposition leads to the body in which somebody holds a rank: "the colonel in the army of X"."""
    led, body = (nodes[step] if step < len(nodes) else None for step in (position, position + 1))
    if isinstance(led, Phrase) and led.actor is not None and led.place is None and not led.conjunction:
        return led.preposition in lexicon.pack.words["office_prep"]  # "The leader in X" in one word.
    if not isinstance(led, Word) or not led.is_a("membership_prep"):
        return False
    named = isinstance(body, Phrase) and body.actor is not None and body.place is None
    return named or (body is not None and head_of(body, lexicon, "organisation", "country_body") is not None)


def _describes_holder(word: Word, lexicon: Lexicon) -> bool:
    attached = word.conjunction or word.preposition or word.suffix
    return not attached and word.is_a("nisba", "epithet") and lexicon.is_definite(word.core)


def _opens_name(node: Node, lexicon: Lexicon) -> bool:
    """Whether a noun before a group makes it part of a name that nobody has listed."""
    opens = head_of(node, lexicon, "organisation") is not None
    return opens and isinstance(node, Word) and not lexicon.is_definite(node.core)


def _adjectives(nodes: list[Node], position: int, lexicon: Lexicon) -> tuple[list[Word], int]:
    """The adjectives of origin from ``position`` on (epithets passed over), and the position behind the last."""
    origins: list[Word] = []
    behind = position
    while position < len(nodes):
        node = nodes[position]
        if not isinstance(node, Word) or node.mark or node.preposition or not node.is_a("nisba", "epithet"):
            break
        if node.conjunction and not origins:
            break
        following = nodes[position + 1] if position + 1 < len(nodes) else None
        owned = isinstance(following, Phrase) and following.preposition in lexicon.pack.words["belonging"]
        if owned and any(frame.predicate for frame, _ in node.senses):
            break
        if node.is_a("nisba") and "weak" not in lexicon.pack.nisba[node.core]:
            origins.extend([] if origins and _is_of_same(origins[-1], node, lexicon) else [node])
        position += 1
        behind = position
    return origins, behind


def _is_of_same(first: Word, second: Word, lexicon: Lexicon) -> bool:
    """Whether two adjectives describe one group, as those of two states would not: "Arab Gulf states"."""
    states = all("actor" in lexicon.pack.nisba[word.core] for word in (first, second))
    return not second.conjunction and not states


def _composed(
    word: Word,
    head: Mapping[str, Any],
    origins: list[Word],
    behind: int,
    nodes: list[Node],
    lexicon: Lexicon,
    entities: Entities,
) -> list[Node]:
    slug = head.get("slug", "")
    nameless = head["role"] == "organisation" and not slug and lexicon.is_definite(word.core)
    if not origins or nameless:
        return _bare(word, head, nodes[behind - 1], nodes, behind, lexicon, entities)
    phrases: list[Node] = []
    for number, origin in enumerate(origins):
        nisba = lexicon.pack.nisba[origin.core]
        start = word.core_start if number == 0 else origin.core_start
        text = " ".join(part.written for part in (word, origin))
        if head.get("actor") == "state":
            actor = state_of(origin, lexicon, entities)
        elif slug:
            named = f"{nisba['slug']}-{head.get('one', slug) if _single(word, head, lexicon) else slug}"
            if head.get("source") and _is_anonymous(nodes, behind, lexicon):
                named = f"anonymous-{named}"
            kind = head.get("with_nisba") or head.get("type", "DescribedGroup")
            known = (entities.known_actor(f"{nisba['slug']}-{other}") for other in head.get("known_as", ()))
            found = next((entity for entity in known if entity is not None), None)
            actor = found or entities.actor(named, kind, text, nisba.get("place"))
        else:
            actor = None
        if actor is None:
            return []
        phrases.append(
            Phrase(
                start,
                origin.end,
                actor,
                None,
                word.conjunction if number == 0 else origin.conjunction,
                word.preposition if number == 0 else "",
                head=word.core,
                how="described",
                words=[word] if number == 0 else [origin],
            )
        )
    last = nodes[behind - 1]
    if isinstance(last, Word) and isinstance(phrases[-1], Phrase) and len(origins) == 1:
        phrases[-1].end = last.end
    return phrases


def _bare(
    word: Word,
    head: Mapping[str, Any],
    last: Node,
    nodes: list[Node],
    behind: int,
    lexicon: Lexicon,
    entities: Entities,
) -> list[Node]:
    following = nodes[behind] if behind < len(nodes) else None
    if word.is_a("part_of_whole") and (word.suffix or not _stands_alone(following)):
        return []
    owned = isinstance(following, Word) and following.is_a(
        "loyal", "affiliated", "supported", "supported_noun"
    )
    modified = owned or (
        isinstance(following, Word) and any(frame.predicate for frame, _ in following.senses)
    )
    told = isinstance(following, Word) and _takes_up(following)
    slug = (
        head.get("bare")
        or (head.get("slug") if modified else None)
        or (head.get("told_of") if told or (owned and last is word and not word.suffix) else None)
    )
    definite = lexicon.is_definite(word.core.rpartition(" ")[2])
    # "The militia" of which nothing is told is one just named.
    resumed = definite and head["role"] == "organisation" and not owned and not word.suffix
    if slug and not resumed:
        if _single(word, head, lexicon):
            slug = head["one"]
            if _is_anonymous(nodes, behind, lexicon):
                slug = f"anonymous-{slug}"
        actor = entities.actor(slug, "DescribedGroup", word.written)
        return [
            Phrase(
                word.core_start, last.end, actor, None, word.conjunction, word.preposition,
                head=word.core, how="described", generic=True, words=[word],
            )
        ]  # fmt: skip
    if definite and head["role"] in {"organisation", "country_body", "person"} and not word.suffix:
        return [
            Phrase(
                word.core_start, word.end, None, None, word.conjunction, word.preposition,
                head=word.core, how="short", words=[word],
            )
        ]  # fmt: skip
    return []


def _takes_up(following: Word) -> bool:
    """Whether a verb takes the noun up by a pronoun: "a group that X sponsors"."""
    return bool(following.suffix) and following.has_voice("active", "future") and not following.conjunction


def _stands_alone(following: Node | None) -> bool:
    """Whether an adjective says what kind the "members" are, or to whom they belong."""
    return isinstance(following, Word) and following.is_a("epithet", "affiliated", "loyal")


def _single(word: Word, head: Mapping[str, Any], lexicon: Lexicon) -> bool:
    """Whether the noun stands in the singular: the pack lists the singular last among the plurals of a source."""
    return "one" in head and word.core in lexicon.pack.words["singular_source"]


def _is_anonymous(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    return any(
        node.is_a("anonymity") for node in nodes[position:][:_FARTHEST_ANONYMITY] if isinstance(node, Word)
    )

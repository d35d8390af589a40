"""People joined to those whose they are by "of": "gunmen of the movement", "dozens of the gunmen of X"."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word, is_quantity, is_quote

NO_BODIES = {"State", "Person"}
"""Types of actors that nobody is in as a member."""


def take_members(phrases: list[Node], before: list[Node], following: Node | None, lexicon: Lexicon) -> None:
    """Joins people or a unit to whose they are, a short form or a body without a name: "gunmen of the movement".

    What is ``following`` may make a name of the short form: "tanks of the brigade '46'".
    """
    body = phrases[0] if phrases else None
    if not isinstance(body, Phrase) or not _may_own(body, lexicon):
        return
    if body.preposition:
        _take_owned(body, before, lexicon)
        return
    led = before[-1] if before else None
    owned = led.words[0] if isinstance(led, Phrase) and led.generic and len(led.words) == 1 else led
    if isinstance(owned, Word) and not _names(following) and _are_own(owned, body, lexicon):
        _join(body, owned, owned.core_start)
        before.pop()
        return
    if (
        body.how != "short"
        and not body.conjunction
        and isinstance(led, Word)
        and led.is_a("transparent_actor")
    ):
        _take_owned(body, before, lexicon)
        return
    at = len(before) - 2
    serving = led is not None and at >= 0 and _serve_in(before[at], led)
    parted = isinstance(led, Word) and not led.conjunction and not led.suffix
    parted = parted and isinstance(led, Word) and (led.is_a("partitive") or serving)
    while parted and at > 0 and isinstance(word := before[at], Word) and word.is_a("epithet", "nisba"):
        at -= 1
    people = before[at] if at >= 0 else None
    noun = people.words[0] if isinstance(people, Phrase) and people.generic else people
    if not parted or people is None or not isinstance(noun, Word) or noun.mark or noun.suffix:
        return
    unit = "head" in noun.classes and not lexicon.is_definite(noun.core)
    stands = noun.is_a("transparent_actor") or serving
    if not stands or not (isinstance(people, Phrase) or unit or body.how != "short"):
        return
    _join(body, noun, people.start if isinstance(people, Phrase) else noun.core_start)
    body.conjunction, body.preposition = people.conjunction, people.preposition
    del before[at:]


def _serve_in(people: Node, led: Node) -> bool:
    """Whether people act for the body that "in" leads to: "officials in the intelligence service of X"."""
    noun = people.words[0] if isinstance(people, Phrase) and people.words else people
    within = isinstance(led, Word) and led.is_a("locative") and led.is_a("membership_prep")
    return within and isinstance(noun, Word) and noun.is_a("representing")


def _names(node: Node | None) -> bool:
    """Whether a noun may get its name from a node: a number, an ordinal, a quotation."""
    return isinstance(node, Word) and (node.core.isdecimal() or node.is_a("ordinal") or is_quote(node))


def _join(body: Phrase, noun: Word, start: int) -> None:
    """Makes ``noun`` the opening of whose they are. A short form is settled by its own noun, which stays the first."""
    body.start = start
    body.conjunction, body.preposition = noun.conjunction, noun.preposition
    body.words = [*body.words, noun] if body.how == "short" else [noun, *body.words]
    body.via = "transparent"


def _are_own(noun: Word, body: Phrase, lexicon: Lexicon) -> bool:
    """Whether people stand right before the body whose they are: "men of the tribes". Their posts stand for places."""
    if noun.mark or noun.suffix or body.conjunction or noun.senses or noun.is_a("target", "premises"):
        return False
    closed = lexicon.is_definite(noun.core) or noun.core.endswith(lexicon.people_endings)
    people = noun.is_a("head", "military", "member_noun", "name_opening", "representing")
    leads = lexicon.is_definite(body.words[0].core) or _leads_owner(noun, lexicon)
    return people and noun.is_a("transparent_actor") and not closed and leads


def _leads_owner(noun: Word, lexicon: Lexicon) -> bool:
    """Whether a plural lacks its last letter, as it does before whose it is alone: "tribes' fighters"."""
    whole = (ending for ending in lexicon.people_endings if noun.core.endswith(ending[:-1]))
    return any(lexicon.classes(noun.core + ending[-1]) for ending in whole)


def _take_owned(body: Phrase, before: list[Node], lexicon: Lexicon) -> None:
    """Joins indefinite men or posts to whose they are by "of": "a patrol of the police"; arms may be sent to them."""
    noun = before[-1] if before else None
    said = noun is not None and "affiliated" in noun.classes and bool(body.preposition)
    if said and isinstance(noun, Word) and not noun.conjunction:
        noun = before[-2] if len(before) > 1 else None  # "A post belonging to the militias".
    if not isinstance(noun, Word) or noun.suffix or noun.mark:
        return
    if body.preposition and body.preposition not in lexicon.pack.words["belonging"]:
        return
    people = bool(lexicon.pack.heads.get(body.head, {}).get("bystanders"))
    site = noun.is_a("site") and not (noun.senses or people)  # Not "a camp for displaced people".
    owned = noun.is_a("transparent_actor") or (bool(body.preposition) and site)
    if not owned or noun.is_a("weapon", "arms_load") or lexicon.is_definite(noun.core):
        return
    if not body.preposition and (noun.conjunction or noun.core.endswith(lexicon.people_endings)):
        return
    _join(body, noun, noun.core_start)
    del before[-1 - said :]


def _may_own(body: Phrase, lexicon: Lexicon) -> bool:
    """Whether units may be of what a noun names: "of the army", but not of vehicles unless it is said whose."""
    noun = body.words[0] if body.words else None
    entry = lexicon.pack.heads.get(noun.core, {}) if noun is not None else {}
    if body.how == "short":
        return entry.get("role") != "country_body" or "unnamed" in entry
    return body.generic and ("bare" in entry or entry.get("role") == "country_body")


def take_counted(phrase: Phrase, before: list[Node], lexicon: Lexicon) -> bool:
    """Joins people with the article behind a number to whose they are: "dozens of the gunmen of X"."""
    people = before[-2] if len(before) > 2 and is_quantity(before[-3]) else None
    if not isinstance(people, Word) or people.preposition or people.conjunction or phrase.actor is None:
        return False
    noun = people.core.removeprefix(lexicon.article)
    if (
        noun == people.core
        or "transparent_actor" not in lexicon.classes(noun)
        or phrase.actor.type in NO_BODIES
    ):
        return False
    del before[-2:]
    phrase.start, phrase.via = people.core_start, phrase.via or "transparent"
    phrase.words = [people, *phrase.words]
    return True


def take_fellows(phrase: Phrase, before: list[Node], lexicon: Lexicon) -> bool:
    """Joins people with the article to the name behind them that describes them: "the Xish fighters"."""
    people, name = before[-1] if before else None, phrase.words[0] if len(phrase.words) == 1 else None
    if not isinstance(people, Word) or name is None or phrase.actor is None or people.mark or people.suffix:
        return False
    attached = phrase.conjunction or phrase.preposition
    alike = lexicon.is_definite(people.core) and lexicon.is_definite(name.core)
    described = "head" in people.classes and lexicon.pack.heads[people.core]["role"] == "described"
    if attached or not (alike and described and name.core.endswith(lexicon.people_endings)):
        return False
    before.pop()
    phrase.start, phrase.conjunction, phrase.preposition = (
        people.core_start,
        people.conjunction,
        people.preposition,
    )
    phrase.words, phrase.via = [people, name], phrase.via or "transparent"
    return True


def take_representatives(phrase: Phrase, before: list[Node]) -> bool:
    """Joins those who act for a body to it: "officials of X met", the preposition before the body aside."""
    people = before[-2] if len(before) > 1 else None
    if (
        not isinstance(people, Word)
        or not people.is_a("representing")
        or people.suffix
        or phrase.actor is None
    ):
        return False
    del before[-2:]
    phrase.start, phrase.via = people.core_start, phrase.via or "transparent"
    phrase.conjunction, phrase.preposition = people.conjunction, people.preposition
    phrase.words = [people, *phrase.words]
    return True

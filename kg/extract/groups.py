"""Names with the nouns before them and the adjectives behind them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.extract.adjectives import ends_in_adjectives
from kg.extract.entities import Entities
from kg.extract.lexicon import Lexicon
from kg.extract.manners import says_how
from kg.extract.members import NO_BODIES, take_counted, take_fellows, take_representatives
from kg.extract.nodes import Node, Phrase, Word
from kg.extract.picked import picks_one
from kg.iri import is_actor
from kg.model import Entity

_OWNED = frozenset({"transparent_actor", "target", "site", "premises", "base"})
"""Classes of nouns for what is somebody's."""
_FORCES_WITHIN = 4
"""Forces with their adjectives, before the "of" of whose they are."""


def head_of(node: Node, lexicon: Lexicon, *roles: str) -> Mapping[str, Any] | None:
    """What the pack says of a noun in one of ``roles``, or None."""
    if not isinstance(node, Word) or "head" not in node.classes or node.mark:
        return None
    entry = lexicon.pack.heads.get(node.core)
    return entry if entry is not None and entry["role"] in roles else None


def state_of(word: Word, lexicon: Lexicon, entities: Entities) -> Entity | None:
    """The actor that an adjective of origin speaks of, such as the state behind "Iranian"; None of other words."""
    slug = lexicon.pack.nisba.get(word.core, {}).get("actor")
    return entities.known_actor(slug) if slug else None


def origin_of(word: Word, lexicon: Lexicon, entities: Entities) -> Phrase | None:
    """A phrase for the actor that an adjective of origin behind a noun speaks of, or None."""
    actor = state_of(word, lexicon, entities)
    return Phrase(word.core_start, word.end, actor, None, how="origin", words=[word]) if actor else None


def national_body(head: str, home: str | None, lexicon: Lexicon, entities: Entities) -> Entity | None:
    """The body of the country ``home`` (IRI of a place) that a head noun alone means, such as its army; or None."""
    entry = lexicon.pack.heads.get(head, {})
    nisba = lexicon.nisba_of(home.rpartition("/")[2]) if home is not None and _is_body(entry) else None
    return _body_of(entry, nisba, entities) if nisba is not None else None


def _is_body(entry: Mapping[str, Any]) -> bool:
    """Whether a head noun with an adjective of origin is a body of that state."""
    return entry.get("role") == "country_body" or entry.get("with_nisba") == "StateForce"


def _body_of(entry: Mapping[str, Any], nisba: Mapping[str, str], entities: Entities) -> Entity | None:
    """The registry's body of the state that an adjective of origin speaks of, such as its army; or None."""
    if entry.get("actor") == "state":
        return entities.known_actor(nisba["actor"]) if "actor" in nisba else None
    slugs = (entry.get("slug"), *entry.get("known_as", ()))
    known = (entities.known_actor(f"{nisba['slug']}-{slug}") for slug in slugs if slug)
    return next((actor for actor in known if actor is not None), None)


def unnamed_body(head: str, phrase: Phrase, lexicon: Lexicon, entities: Entities) -> Entity | None:
    """A body that the document never names, by its head noun: "the movement"; or None where that says too little."""
    slug = lexicon.pack.heads.get(head, {}).get("unnamed")
    return entities.actor(slug, "DescribedGroup", phrase.words[0].written) if slug else None


def extend_names(nodes: list[Node], lexicon: Lexicon, entities: Entities) -> list[Node]:
    """Joins to each name the head nouns before it and the adjectives behind it."""
    result: list[Node] = []
    position = 0
    while position < len(nodes):
        node = nodes[position]
        position += 1
        if not isinstance(node, Phrase):
            result.append(node)
            continue
        take_heads(node, result, lexicon)
        position = take_adjectives(node, nodes, position, lexicon)
        result.append(node)
        position = _share_head(node, nodes, position, result, lexicon, entities)
    return result


def take_heads(phrase: Phrase, before: list[Node], lexicon: Lexicon) -> None:
    """Joins the nouns that ``before`` ends with to the name behind them: heads, partitives, "fighters of"."""
    parted, site = False, None
    if before and phrase.possible and "names_group" in before[-1].classes:
        _confirm(phrase)  # "A group that calls itself X".
        return
    while before and not phrase.conjunction:
        word = before[-1]
        if ends_in_adjectives(before, lexicon) or says_how(before, lexicon):
            return
        # "Of the leaders of X" is one expression: behind "a delegation" it parts the delegation.
        parts = word.core.partition(" ")[0] if isinstance(word, Word) else ""
        partitive = parts in lexicon.pack.words["partitive"] and not phrase.preposition
        partitive = partitive or (
            _leads_into(word, phrase) and len(before) > 1 and _are_people(before[-2], lexicon)
        )
        if partitive:
            _drop_adjectives(before, lexicon)
        if partitive and len(before) > 1 and (_is_transparent(before[-2]) or _is_unit(before[-2], lexicon)):
            before.pop()
            parted = True
            continue
        if partitive and (take_counted(phrase, before, lexicon) or take_representatives(phrase, before)):
            parted = True
            continue
        if take_fellows(phrase, before, lexicon):
            continue
        if _has_site(before, phrase, lexicon):
            phrase.words = [before.pop(), *phrase.words]  # type: ignore[list-item]
            site = before[-1]
            continue
        if _belongs(word, phrase) and len(before) > 1 and _is_transparent(before[-2]):
            before.pop()
            parted = True
            continue
        if not isinstance(word, Word) or word.mark or word.suffix:
            return
        if phrase.words and (is_object(phrase.words[0], lexicon) or _strikes(word, phrase.words[0], lexicon)):
            return
        counted = counts(before, word, lexicon)
        owned = not phrase.preposition or phrase.preposition in lexicon.pack.words["belonging"]
        if word.is_a("source_noun") and phrase.actor is not None and owned and word is not site:
            _cite(phrase, word)
            before.pop()
            return
        forces = _described(before, phrase, lexicon)
        if forces is not None:
            word = forces  # "Great reinforcements of X": what they are like may stand between.
            del before[before.index(forces) + 1 :]
        held = word is site
        held = held or _is_site_of(word, phrase, lexicon)
        through = phrase.preposition in lexicon.pack.words["belonging"] and (held or _is_transparent(word))
        if phrase.preposition and not through:
            return
        head = head_of(word, lexicon, "organisation", "country_body")
        if (
            head is not None
            and _may_open(word, lexicon)
            and (phrase.place is None or _governs(head, phrase))
            and (phrase.actor or phrase.possible)
        ):
            _confirm(phrase)
        elif not (phrase.actor is not None and (held or _is_transparent(word))) and not counted:
            return
        if not parted and phrase.via and _is_closed(word, lexicon):
            return
        if phrase.actor is None and not counted:
            return
        if not counted:
            phrase.start = word.core_start
            phrase.head = word.core if head is not None else phrase.head
            phrase.via = phrase.via or (
                "" if head is not None and head["role"] == "organisation" else "transparent"
            )
        phrase.conjunction, phrase.preposition = word.conjunction, word.preposition
        phrase.words = [word, *phrase.words]
        before.pop()
        if "one_of" in lexicon.classes(word.core.partition(" ")[0]):
            return  # "Gunmen hit one of the men of X": the gunmen are others.


def is_object(noun: Word, lexicon: Lexicon) -> bool:
    """Whether an indefinite noun has the ending of an object, so that no noun before it owns it: "(there) hit aircraft
    a post of X"."""
    stems = (noun.core.removesuffix(ending) for ending in lexicon.noun_endings)
    return any(stem != noun.core and _OWNED.intersection(lexicon.classes(stem)) for stem in stems)


def _strikes(word: Word, noun: Word, lexicon: Lexicon) -> bool:
    """Whether forces or aircraft stand before the posts that they strike: "(there) hit aircraft posts of X"."""
    head = lexicon.pack.heads.get(word.core, {})
    armed = word.is_a("military") or bool(head.get("flies") or head.get("fires"))
    post = noun.is_a("target") and not noun.is_a("military", "movable", "head")
    return armed and post and not (lexicon.is_definite(word.core) or lexicon.is_definite(noun.core))


def _has_site(before: list[Node], phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether ``before`` ends with a site and a word that says whose it is: "a security post belonging to X"."""
    said, site = before[-1], before[-2] if len(before) > 1 else None
    if phrase.actor is None or phrase.preposition not in lexicon.pack.words["belonging"]:
        return False
    if not isinstance(said, Word) or not said.is_a("affiliated") or said.conjunction or said.preposition:
        return False
    if not isinstance(site, Word) or site.suffix or _is_transparent(site):
        return False  # Nouns that stand for their owner need no word more.
    alike = lexicon.is_definite(site.core) is lexicon.is_definite(said.core)
    return alike and site.is_a("target", "site", "premises")


def _is_site_of(word: Word, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether an indefinite site, which does not stand for its owner elsewhere, is his: "an airport of the army"."""
    owned = phrase.actor is not None and phrase.preposition in lexicon.pack.words["belonging"]
    plain = not (word.senses or _is_transparent(word) or lexicon.is_definite(word.core))
    return owned and plain and word.is_a("site")


def _belongs(word: Node, phrase: Phrase) -> bool:
    """Whether a verb says whose the indefinite people or things before it are: "a car that belongs to X"."""
    belongs = isinstance(word, Word) and word.is_a("belonging_verb") and not (word.conjunction or word.suffix)
    return belongs and phrase.actor is not None and not phrase.preposition


def _drop_adjectives(before: list[Node], lexicon: Lexicon) -> None:
    """Takes out what indefinite people are like who are of somebody: "three other soldiers of X"; in place."""
    at = len(before) - 2
    while at > 0 and isinstance(word := before[at], Word) and word.is_a("epithet") and not word.suffix:
        if word.conjunction or word.preposition or word.is_a("head") or _is_transparent(word):
            break
        at -= 1
    people = before[at] if at >= 0 else None
    plain = people is not None and _is_transparent(people) and isinstance(people, Word)
    if plain and isinstance(people, Word) and not lexicon.is_definite(people.core):
        del before[at + 1 : -1]


def _described(before: list[Node], phrase: Phrase, lexicon: Lexicon) -> Word | None:
    """Indefinite forces or posts with adjectives behind them, where "of" leads to whose they are; or None.

    Of posts it may also be said that they belong to him: "military posts belonging to X".
    """
    if phrase.preposition not in lexicon.pack.words["belonging"] or phrase.actor is None:
        return None
    belongs = False
    for step, node in enumerate(reversed(before[-_FORCES_WITHIN:])):
        if not isinstance(node, Word) or node.suffix:
            break
        post = node.is_a("site", "target") and not node.is_a("movable")
        if _is_transparent(node) and (post or (node.is_a("military") and not belongs)):
            return node if step and not lexicon.is_definite(node.core) else None
        belongs = belongs or (step == 0 and node.is_a("affiliated"))
        like = node.is_a("epithet") or (step == 0 and belongs) or _is_relational(node, lexicon)
        if not like or node.conjunction or node.preposition:
            break
    return None


def _is_relational(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word nobody knows ends as an indefinite adjective of relation does: "a strategic (checkpoint)"."""
    endings = (*lexicon.pack.words["relational_ending"], *lexicon.feminine_endings)
    return word.is_plain and word.core.endswith(endings) and not lexicon.is_definite(word.core)


def counts(before: list[Node], word: Word, lexicon: Lexicon) -> bool:
    """Whether ``word``, the last of ``before``, is a quantity: also "one of", but not where it says what X is, as in
    "X, one of the factions of Y": behind a preposition, a verb, or a verb with its subject."""
    if word.is_a("quantifier") or picks_one(before, lexicon):
        return True
    some = word.core.partition(" ")[0] in lexicon.pack.words["partitive"]
    if not word.is_a("one_of") or some or word.conjunction or len(before) < 2:
        return False
    ahead = before[-2]
    if isinstance(ahead, Phrase):
        ahead = before[-3] if len(before) > 2 else ahead
        return isinstance(ahead, Word) and ahead.has_voice("active")
    voiced = ahead.has_voice("active", "passive", "either")
    return not ahead.mark and (voiced or ahead.is_a("preposition", "nisba", "epithet"))


def _share_head(
    first: Phrase, nodes: list[Node], position: int, result: list[Node], lexicon: Lexicon, entities: Entities
) -> int:
    """ "The Lebanese and Iraqi groups": each further adjective of origin makes a group with the noun they share."""
    noun = next((word for word in reversed(first.words) if word.core in lexicon.pack.heads), None)
    head = lexicon.pack.heads[noun.core] if noun is not None else {}
    group = head.get("role") == "described" and bool(head.get("slug"))
    body = _is_body(head)
    while (group or body) and position < len(nodes):
        node = nodes[position]
        if not isinstance(node, Word) or not node.conjunction or not node.is_a("nisba"):
            break
        nisba = lexicon.pack.nisba[node.core]
        words = f"{noun.written if noun is not None else ''} {node.written}"
        actor: Entity | None
        if body:
            actor = _body_of(head, nisba, entities)
        else:
            named = f"{nisba['slug']}-{head['slug']}"
            actor = entities.actor(named, "DescribedGroup", words, nisba.get("place"))
        if actor is None:
            break
        shared = Phrase(
            node.core_start, node.end, actor, None, node.conjunction, how="described", words=[node]
        )
        shared.head = noun.core if noun is not None else ""
        result.append(shared)
        position += 1
    return position


def _governs(head: Mapping[str, Any], phrase: Phrase) -> bool:
    """Whether a body such as "government" goes before the name of its country."""
    return head["role"] == "country_body" and phrase.actor is not None and phrase.actor.type == "State"


def _may_open(word: Word, lexicon: Lexicon) -> bool:
    """Whether a noun can stand before a name: not with the article, not as a word for a deed such as "alliance"."""
    closed = lexicon.is_definite(word.core) or lexicon.is_definite(word.core.rpartition(" ")[2])
    return not word.senses and not closed


def _is_closed(word: Word, lexicon: Lexicon) -> bool:
    """Whether a plural or a dual ends so that no owner can follow: "gunmen", but not "the gunmen of X"."""
    ending = next((each for each in lexicon.dual_subject_endings if word.core.endswith(each)), "")
    dual = bool(ending) and "head" in lexicon.classes(word.core.removesuffix(ending))
    return dual or word.core.endswith(lexicon.people_endings)


def _is_transparent(node: Node) -> bool:
    return isinstance(node, Word) and node.is_a("transparent_actor") and not node.suffix


def _is_unit(node: Node, lexicon: Lexicon) -> bool:
    """Whether an indefinite unit without a name of its own stands here: "a battalion of the army"."""
    head = head_of(node, lexicon, "organisation")
    unit = head is not None and bool(head.get("numbered")) and isinstance(node, Word) and not node.suffix
    return unit and isinstance(node, Word) and not lexicon.is_definite(node.core)


def _leads_into(word: Node, phrase: Phrase) -> bool:
    """Whether "in" leads to an organisation: "soldiers in the army" are its own."""
    inside = isinstance(word, Word) and word.is_a("membership_prep") and not (word.conjunction or word.suffix)
    body = phrase.actor is not None and phrase.place is None and phrase.actor.type not in NO_BODIES
    return inside and body and not phrase.preposition


def _are_people(node: Node, lexicon: Lexicon) -> bool:
    """Whether a noun means people who can belong to somebody, and not what he owns."""
    if not isinstance(node, Word) or not (_is_transparent(node) or _represents(node)):
        return False
    people = head_of(node, lexicon, "described") is not None or node.core.endswith(lexicon.people_endings)
    return people or node.is_a("member_noun")


def _represents(word: Word) -> bool:
    """Whether people act for a body without leading it: its officials, but not its leaders."""
    return word.is_a("representing") and not word.is_a("title")


def _cite(phrase: Phrase, word: Word) -> None:
    """ "Reports of X", "a statement of X": X speaks."""
    phrase.start, phrase.via = word.core_start, "source"
    phrase.conjunction, phrase.preposition = word.conjunction, word.preposition
    phrase.words = [word, *phrase.words]


def _confirm(phrase: Phrase) -> None:
    if phrase.actor is None:
        actors = [entity for entity in phrase.possible if is_actor(entity.iri)]
        phrase.actor = actors[0] if len(actors) == 1 else None
        phrase.how = "name" if phrase.actor is not None else phrase.how


def _leads_somewhere(word: Node) -> bool:
    return isinstance(word, Word) and word.is_a("locative")


def _is_one(phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a phrase names one body by one noun and its adjective, with which a plural never agrees."""
    words = phrase.words
    return len(words) > 1 and phrase.via == "" and words[0].core.startswith(lexicon.article)


def _joins_adjective(word: Word, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether an adjective stands behind one of the same ending: "the fighter and helicopter air force"."""
    last = phrase.words[-1].core.rpartition(" ")[2] if phrase.words else ""
    relational = last.endswith(tuple(lexicon.pack.words["relational_ending"])) and lexicon.is_definite(last)
    return (
        relational and word.is_a("epithet") and not word.is_a("nisba", "head") and word.core[-1:] == last[-1:]
    )


def _is_of_another(adjective: Word, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether the feminine adjective before it shows that this masculine one is no adjective of a feminine noun's."""
    first, last = phrase.words[0], phrase.words[-1]
    shown = len(phrase.words) > 1 and last.is_a("nisba", "epithet") and lexicon.is_definite(last.core)
    feminine = all(word.core.endswith(lexicon.feminine_endings) for word in (first, last))
    return shown and feminine and not adjective.core.endswith(lexicon.feminine_endings)


def take_adjectives(phrase: Phrase, nodes: list[Node], position: int, lexicon: Lexicon) -> int:
    """Extends ``phrase`` over the adjectives from ``position`` on; returns the position behind them."""
    if phrase.actor is None:
        return position
    plural = (
        lexicon.pack.heads.get(phrase.words[0].core, {}).get("role") == "described" if phrase.words else False
    )
    while position < len(nodes):
        node = nodes[position]
        if not isinstance(node, Word) or node.mark or node.preposition or not node.is_a("nisba", "epithet"):
            break
        following = nodes[position + 1] if position + 1 < len(nodes) else None
        led = following is not None and (bool(following.preposition) or _leads_somewhere(following))
        if led and node.has_voice("participle"):
            break  # "X, resident in P": that is where he is.
        joined = (plural and node.is_a("epithet")) or _joins_adjective(node, phrase, lexicon)
        if (node.conjunction and not joined) or not lexicon.is_definite(node.core):
            break
        if node.core.endswith(lexicon.people_endings) and phrase.how == "name" and _is_one(phrase, lexicon):
            break  # "Accused the government the rebels of": people, and no adjective of one body.
        person = phrase.actor.type == "Person" and not node.is_a("nisba")
        if person and node.core.endswith(lexicon.feminine_endings):
            break  # "The present visit of X", with the adjective behind the name.
        if _is_of_another(node, phrase, lexicon):
            break  # "The security forces arrested the terrorist X", verb first.
        phrase.end = node.end
        phrase.words = [*phrase.words, node]
        position += 1
    return position

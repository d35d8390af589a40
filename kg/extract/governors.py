"""What governs a phrase: the preposition before it, the noun that owns it, or nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.ambiguous_verbs import instead_of_preposition
from kg.extract.borders import leads_across
from kg.extract.coordination import is_unnamed_kin
from kg.extract.nodes import Node, Phrase, Word, is_comma, is_quantity
from kg.extract.one_of_them import came_to_harm

if TYPE_CHECKING:
    from kg.extract.syntax import Syntax

_MOST_ADJECTIVES = 2
"""Words between a noun for places and what leads to the place that they are in."""
_FARTHEST = 4
"""Words before a phrase that are looked at, without such adjectives."""
_PASSED = ("quantifier", "place_filler", "transparent_actor", "demonstrative", "adverb", "one_of", "deputy")


def governor_of(syntax: Syntax, position: int) -> str:
    """The preposition of a phrase; ``bare`` without one; ``genitive`` behind a noun that owns it."""
    node = syntax.nodes[position]
    if not isinstance(node, Phrase):
        return ""
    belonging = syntax.lexicon.pack.words["belonging"]
    site = passing = -1
    locatives = syntax.lexicon.pack.words["locative"]
    locative = node.preposition in locatives
    target = _target_before(syntax, position) if locative and not node.conjunction else None
    if target is not None:
        # "A camp in P" stands where P alone would stand.
        site, passing, node = target, position, replace(node, preposition="")
    if (
        node.preposition
        and syntax.follows(position, "concerning")
        and not syntax.follows(position, "including")
    ):
        return f"adjective:{node.preposition}"  # "The talks concerning P".
    if node.preposition and node.preposition not in belonging:
        return node.preposition
    if node.preposition and syntax.follows(position, "lying"):
        return f"adjective:{node.preposition}"  # "The area bordering P".
    if _joins_means(syntax, position):
        return "means"
    joined = _of_place_before(syntax, position)
    if joined:
        return joined
    if node.preposition and _describes_phrase(syntax, position - 1):
        return f"adjective:{node.preposition}"
    if not node.conjunction and _is_listed_kind(syntax, position - 1):
        return "including"
    passed, pointed = False, True
    for step in range(position - 1, max(-1, position - 5 - _MOST_ADJECTIVES), -1):
        before = syntax.nodes[step]
        if site < step < passing:
            continue
        if position - step - max(0, passing - site - 1) > _FARTHEST:
            break
        if step == position - 1 and not node.preposition:
            listed = _of_listed_places(syntax, step)
            if listed is not None:
                return listed
        if step == position - 1 and _opens_list(before) and isinstance(syntax.nodes[step - 1], Phrase):
            return "including"
        if isinstance(before, Word) and before.mark and is_quantity(before):
            continue
        if not isinstance(before, Word) or before.mark or (before.suffix and not before.senses):
            break
        if is_unnamed_kin(syntax.nodes, step):
            break  # "X and its allies hit Y": the allies have no owner but X.
        pointed = pointed and (
            step == position - 1
            or syntax.follows(step + 2, "demonstrative")
            or is_quantity(syntax.nodes[step + 1])
        )
        if (
            any(not frame.occasion for frame, _ in before.senses)
            and pointed
            and not before.is_a("preposition")
            and not (before.is_a("light_noun") and not before.has_voice("noun", "either"))
            and not syntax.is_verb(step)
            and not _is_complete(syntax, before)
            and not came_to_harm(syntax, step)
        ):
            return node.preposition or "of"
        if before.is_a("about") and _is_quantity(syntax, step + 1):
            passed = True
            continue
        if before.is_a("including", "namely") and step == position - 1 and not node.preposition:
            return "including"
        if before.is_a("according"):
            return "according"
        if before.is_a("agent") and step < position - 1 and node.actor is None:
            return before.core  # "At the hands of gunmen of P": nothing was done to P.
        if (
            before.is_a("reporting")
            and not before.is_a("announcing", "light")
            and step == position - 1
            and not before.senses
            and not node.preposition
        ):
            return "speaker"
        beside = (
            before.is_a("direction")
            and before.is_a("locative")
            and not syntax.lexicon.is_definite(before.core)
        )
        if beside and not node.preposition and step == position - 1:
            return before.core.split()[0]
        within = before.is_a("locative") or (before.is_a("place_filler") and before.preposition in locatives)
        led = (within or before.is_a("partitive")) and not node.preposition
        target = _target_before(syntax, step) if led else None
        if target is not None and (within or target < step - 1):
            passed, site, passing = True, target, step
            continue
        if before.is_a("partitive") and _is_quantity(syntax, step - 1) and not node.preposition:
            passed = True
            continue
        if (
            before.is_a("place_filler")
            and step
            and syntax.follows(step, "preposition")
            and not node.preposition
        ):
            passed = True
            continue  # "To the midst of P" leads to P.
        if before.is_a("preposition") and not before.is_a("transparent_actor"):
            if step == position - 1 and instead_of_preposition(syntax, step):
                break
            lies = syntax.follows(step, "lying") or leads_across(syntax, step)
            if lies and not node.preposition:
                return f"adjective:{before.core}"  # "The hill overlooking P", "the border with P".
            return before.core if not node.preposition else node.preposition
        if before.is_a("garb") or (not node.preposition and _is_kin_of_named(syntax, step)):
            return "genitive"
        one = passed and before.is_a("one_of")  # "Took one of the quarters in P" leads to P.
        if not (one or before.is_a(*_PASSED)) and not before.core.isdigit() and step != site:
            if syntax.follows(step, "according") and not node.preposition and _is_document(syntax, before):
                return "according"
            return _behind_noun(syntax, node, before, step, passed=passed)
        if before.preposition and (not node.preposition or before.is_a("transparent_actor", "place_filler")):
            return before.preposition
        if node.preposition and not before.is_a("transparent_actor", "place_filler"):
            break
        passed = True
    return node.preposition or "bare"


def _is_kin_of_named(syntax: Syntax, position: int) -> bool:
    """Whether the word says whose kin is named before it: "arrested X, the brother of Y"."""
    kin = syntax.nodes[position]
    if not isinstance(kin, Word) or not kin.is_a("kinsman") or kin.conjunction or kin.preposition:
        return False
    step = position - 1 - (position > 1 and is_comma(syntax.nodes[position - 1]))
    named = syntax.nodes[step] if step >= 0 else None
    return isinstance(named, Phrase) and named.actor is not None and named.actor.type == "Person"


def _of_place_before(syntax: Syntax, position: int) -> str:
    """The preposition of the place that "and" joins a second one to, with no verb behind: "in P and Q"; or nothing."""
    node, before = syntax.nodes[position], syntax.nodes[position - 1] if position else None
    if not isinstance(node, Phrase) or not isinstance(before, Phrase) or not node.conjunction:
        return ""
    places = node.place is not None and before.place is not None and not node.preposition
    governor = syntax.governors[position - 1] if places else ""
    behind = position + 1 < len(syntax.nodes) and syntax.is_verb(position + 1)
    return governor if governor in syntax.lexicon.pack.words["locative"] and not behind else ""


def _joins_means(syntax: Syntax, position: int) -> bool:
    """Whether aircraft or guns go on with what a deed was done with: "shelled with guns and aircraft X"."""
    node, means = syntax.nodes[position], syntax.nodes[position - 1] if position else None
    if not isinstance(node, Phrase) or not node.conjunction or means is None or means.conjunction:
        return False
    heads = (syntax.lexicon.pack.heads.get(word.core, {}) for word in node.words[:1])
    armed = len(node.words) == 1 and any(head.get("flies") or head.get("fires") for head in heads)
    led = means.text if isinstance(means, Word) and not means.mark else ""
    readings = syntax.lexicon.splits(led) if armed and led else ()
    return any(reading.preposition in syntax.lexicon.pack.words["means"] for reading in readings)


def _describes_phrase(syntax: Syntax, position: int) -> bool:
    """Whether a definite word nobody knows describes the phrase before it: "the region adjacent to X"."""
    word, before = (syntax.nodes[step] if step >= 0 else None for step in (position, position - 1))
    if not isinstance(word, Word) or word.senses or word.preposition or word.mark:
        return False
    if word.classes and not word.is_a("lying"):
        return False
    return isinstance(before, Phrase) and syntax.lexicon.is_definite(word.core) and not word.conjunction


def _opens_list(word: Node) -> bool:
    """Whether "among them" stands before the phrase: who is named is one of those just told of."""
    return isinstance(word, Word) and word.is_a("between") and bool(word.suffix) and not word.conjunction


def _is_document(syntax: Syntax, noun: Word) -> bool:
    """Whether somebody's word is cited by this noun: "according to the testimony of X"."""
    return not syntax.lexicon.nouns(noun.text).isdisjoint(("source_noun", "saying_noun"))


def _is_listed_kind(syntax: Syntax, position: int) -> bool:
    """Whether the kind of those listed stands here: "groups, among them the movements X and Y"."""
    kind = syntax.nodes[position] if position > 0 else None
    listed = isinstance(kind, Phrase) and kind.generic and kind.how == "described"
    return listed and syntax.follows(position, "including")


def _is_complete(syntax: Syntax, noun: Word) -> bool:
    """Whether a noun of several words has all that belongs to it, so that it owns nothing: "with mortar shells"."""
    means = noun.preposition in syntax.lexicon.pack.words["means"]
    if means and noun.core.endswith(syntax.lexicon.people_endings):
        return True  # "With two rockets (shelled) the posts of X": a dual that owned something had another ending.
    first, _, last = noun.core.partition(" ")
    if not last and not noun.suffix and syntax.lexicon.is_definite(first):
        return True  # "(Killed) in the raid ten soldiers": with the article it owns nothing.
    last = last.rpartition(" ")[2]
    endings = tuple(syntax.lexicon.pack.words["relational_ending"])
    leads = any("preposition" in syntax.lexicon.classes(word) for word in (first, last))
    adjective = last.endswith(endings) and not leads
    return bool(last) and (syntax.lexicon.is_definite(last) or noun.is_a("bomb") or adjective)


def _is_quantity(syntax: Syntax, position: int) -> bool:
    """Whether a number or quantity stands here, by itself or as the first word of a phrase."""
    if position < 0:
        return False
    node = syntax.nodes[position]
    return is_quantity(node.words[0] if isinstance(node, Phrase) and node.words else node)


def _of_listed_places(syntax: Syntax, position: int) -> str | None:
    """What governs the places listed behind the word at ``position``: "took four cities, among them P and Q"."""
    opening = syntax.nodes[position]
    if not _opens_list(opening) and not (
        isinstance(opening, Word) and opening.is_a("including", "namely", "namely_many")
    ):
        return None
    step = position - 1 - (position > 0 and is_comma(syntax.nodes[position - 1]))
    towns = syntax.nodes[step] if step >= 0 else None
    short = isinstance(towns, Phrase) and towns.how == "short" and not (towns.actor or towns.place)
    if short and isinstance(towns, Phrase) and syntax.lexicon.pack.heads.get(towns.head, {}).get("many"):
        return syntax.governors[step]  # "A number of the villages, among them P".
    places = _target_before(syntax, step + 1, "target", "place_filler")
    if places is None:
        return None
    for before in range(places, max(-1, places - 3), -1):
        word = syntax.nodes[before]
        if not isinstance(word, Word) or word.mark:
            break
        if word.preposition:
            return word.preposition
        if word.is_a("preposition"):
            return word.core
        if before < places and not word.is_a("quantifier"):
            break
    return "bare"


def _target_before(syntax: Syntax, position: int, *classes: str) -> int | None:
    """Where a noun for places stands right before, or before adjectives of its own: "targets in X", "villages in X" and
    "residential areas in X" are in what follows."""
    for step in range(position - 1, max(-1, position - 2 - _MOST_ADJECTIVES), -1):
        node = syntax.nodes[step]
        if not isinstance(node, Word) or node.mark or node.suffix:
            return None
        if node.is_a(*(classes or ("target",))):
            return step
        if not _may_describe(syntax, node):
            return None
    return None


def _may_describe(syntax: Syntax, word: Word) -> bool:
    """Whether a word can be an adjective of an indefinite noun for several places."""
    if word.conjunction or word.preposition or syntax.lexicon.is_definite(word.core):
        return False
    return word.is_a("epithet", "nisba", "quantifier") or (
        word.is_plain and word.core.endswith(syntax.lexicon.feminine_endings)
    )


def _describes_deed(syntax: Syntax, word: Word, deed: Node | None) -> bool:
    """Whether a word of the feminine describes the indefinite deed before it: "after fierce battles (X took) P"."""
    if not isinstance(deed, Word) or deed.suffix or syntax.lexicon.is_definite(deed.core):
        return False
    return deed.has_voice("noun") and word.core.endswith(syntax.lexicon.feminine_endings)


def _is_body_of(syntax: Syntax, phrase: Phrase, noun: Word) -> bool:
    """Whether an indefinite noun for a body of a state is that of the person behind it, whose office is left out."""
    person = phrase.actor is not None and phrase.actor.type == "Person"
    head = syntax.lexicon.pack.heads.get(noun.core, {})
    return person and head.get("role") == "country_body" and not syntax.lexicon.is_definite(noun.core)


def _behind_noun(syntax: Syntax, phrase: Phrase, noun: Word, position: int, *, passed: bool) -> str:
    if phrase.preposition:
        return phrase.preposition
    if noun.is_a("light_noun"):
        return "bare"
    if noun.preposition and noun.is_a("name_link"):
        return noun.preposition  # "Of the house of X".
    if noun.preposition and noun.is_a("adherent") and not (passed or phrase.conjunction):
        return f"noun:{noun.preposition}"  # "A house of the family of X".
    if noun.preposition and noun.is_a("site") and phrase.place is not None and not phrase.conjunction:
        return noun.preposition  # "In the hospitals of P" is in P.
    unknown = not noun.classes and not noun.senses and not syntax.lexicon.is_definite(noun.core)
    if _is_body_of(syntax, phrase, noun):
        unknown = True  # "Against the regime of the president, X".
    if phrase.conjunction or passed or not unknown:
        return "bare"
    if noun.preposition:
        return f"noun:{noun.preposition}"
    before = syntax.nodes[position - 1] if position else None
    if isinstance(before, Word) and before.is_a("preposition") and not before.suffix:
        return f"noun:{before.core}"
    if _describes_deed(syntax, noun, before):
        return "bare"
    adjective = isinstance(before, Word) and not before.mark and not before.classes and not before.senses
    opens = adjective or (
        before is None
        or noun.conjunction
        or (
            isinstance(before, Word)
            and (before.mark or before.is_a("clause", "relative", "complementizer", "adverb"))
        )
    )
    verbal = opens or noun.core[:1] in syntax.lexicon.pack.words["verb_letters"] or isinstance(before, Phrase)
    return "bare" if verbal else "genitive"

"""Places that a pronoun or "where" means: "entered P and took control of it", "fled to P, where X is entrenched"."""

from __future__ import annotations

from kg.extract import noun_subjects
from kg.extract.arguments import ACTOR, Arguments, Found
from kg.extract.nodes import SITE, Phrase, Word, is_comma
from kg.languages import Frame, Slot

_NEAR = 5
"""Nodes between the word that says what was done and the pronoun."""
_BESIDE = 6
"""Characters between a place and the one it lies in, room for "in"."""
_BACK = 12
"""Mentions among which the place was named."""


def read(arguments: Arguments, position: int, frame: Frame, *, verb: bool) -> Found | None:
    """Who did it, and the place that was named last and agrees with the pronoun."""
    slot = frame.object if verb else frame.noun_object
    relative = None
    if "actor" in slot.kinds and "place" in slot.kinds and not verb:
        relative = _relative_before(arguments, position)
    if (
        ("actor" in slot.kinds and relative is None)
        or "place" not in slot.kinds
        or frame.predicate
        or frame.swapped
        or frame.adjacent
    ):
        return None
    if verb and arguments.syntax.follows(position, "where"):
        return _where(arguments, position, frame)
    pronoun = _pronoun(arguments, position, slot.preps)
    if pronoun is not None and not verb and arguments.syntax.follows(pronoun, "light"):
        return None  # "A landing that X went about": the pronoun means the deed.
    place = None
    if pronoun is not None and relative is not None:
        antecedent = arguments.syntax.antecedent_of(relative, "place")
        about = arguments.syntax.nodes[antecedent] if antecedent is not None else None
        place = about if isinstance(about, Phrase) and about.actor is None else None
    elif pronoun is not None and not _means_a_thing(arguments, position):
        place = _named_before(arguments, position, pronoun, finite=verb)
    if pronoun is None or place is None:
        return None
    doer, strange = _subject_behind(arguments, pronoun) if verb else (None, False)
    if strange:
        return None
    between = [step for step in range(position + 1, pronoun) if arguments.fits(step, ACTOR)]
    named = next((step for step in between if arguments.syntax.governors[step] in ("bare", "of")), None)
    if not verb:
        doers = noun_subjects.doers(arguments, position, frame, named, None, None)
    elif named is not None or doer is not None:
        doers = arguments.members(named if named is not None else doer or 0, ACTOR)
    else:
        doers = arguments.topics.at(position)
    return Found(doers, [place], "pronoun") if doers else None


def takes_up(arguments: Arguments, owner: int, frame: Frame) -> bool:
    """Whether a pronoun right behind the owner of a noun is its object, a place: "the control of X over it"."""
    return is_pronoun(arguments, owner + 1, frame.noun_object)


def is_pronoun(arguments: Arguments, position: int, slot: Slot) -> bool:
    """Whether a preposition with a pronoun stands at ``position`` that takes up a place as what the slot asks for."""
    word = arguments.syntax.nodes[position] if position < len(arguments.syntax.nodes) else None
    if "place" not in slot.kinds or "actor" in slot.kinds or not isinstance(word, Word):
        return False
    return not word.mark and _preposition(word, arguments)[0] in slot.preps


def _where(arguments: Arguments, position: int, frame: Frame) -> Found | None:
    """ "They fled to P, where X is entrenched": X is at the place right before "where"."""
    nodes = arguments.syntax.nodes
    before = position - 2 - (position > 2 and is_comma(nodes[position - 2]))
    place = nodes[before] if before >= 0 else None
    if not isinstance(place, Phrase) or place.place is None:
        return None
    if frame.object.preps.isdisjoint(arguments.syntax.lexicon.pack.words["locative"]):
        return None
    behind = arguments.bare(arguments.syntax.following(position), frame.subject)
    doers = arguments.members(behind[0], frame.subject) if behind[:1] == [position + 1] else []
    return Found(doers, [place], "where") if doers else None


def _pronoun(arguments: Arguments, position: int, preps: frozenset[str]) -> int | None:
    nodes = arguments.syntax.nodes
    for step in range(position + 1, min(position + 1 + _NEAR, len(nodes))):
        node = nodes[step]
        if arguments.syntax.blocks(step):
            return None
        if not isinstance(node, Word) or node.mark:
            continue
        leads = _preposition(node, arguments)[0]
        verb = arguments.syntax.is_verb(position)
        if leads in preps or (leads and verb and _is_part(arguments, position, step, preps)):
            return step
    return None


def _is_part(arguments: Arguments, position: int, step: int, preps: frozenset[str]) -> bool:
    """Whether only a part of what the pronoun at ``step`` means is held: "took control of large parts of it"."""
    words = arguments.syntax.lexicon.pack.words
    word = arguments.syntax.nodes[step]
    if not isinstance(word, Word) or _preposition(word, arguments)[0] not in words["partitive"]:
        return False
    between = [node for node in arguments.syntax.nodes[position + 1 : step] if isinstance(node, Word)]
    if len(between) < step - position - 1:
        return False
    if between and between[0].is_a("preposition") and between[0].core in preps:
        between = between[1:]
    elif "bare" not in preps:
        return False
    parts = any(node.is_a("place_part", "quantifier", "place_filler") for node in between[:1])
    return parts and all(node.is_a("epithet", "quantifier", "place_part", "place_filler") for node in between)


def _preposition(word: Word, arguments: Arguments) -> tuple[str, str]:
    """The preposition and the pronoun that a word is made of; empty for other words."""
    if word.suffix:
        return (
            (word.core or word.preposition, word.suffix)
            if not word.core or word.is_a("preposition")
            else ("", "")
        )
    if word.is_a("including"):
        for pronoun in arguments.syntax.lexicon.pronouns:
            stem = word.core.removesuffix(pronoun)
            if stem != word.core and stem in arguments.syntax.lexicon.pack.words["partitive"]:
                return stem, pronoun
    return "", ""


def _subject_behind(arguments: Arguments, pronoun: int) -> tuple[int | None, bool]:
    """The subject of a verb behind the pronoun, and whether there is one that nobody knows."""
    step = pronoun + 1
    node = arguments.syntax.nodes[step] if step < len(arguments.syntax.nodes) else None
    if isinstance(node, Phrase):
        bare = arguments.syntax.governors[step] in ("bare", "including") and arguments.fits(step, ACTOR)
        return (step if bare else None), node.actor is None and node.how in ("short", SITE)
    if not isinstance(node, Word) or node.mark or node.preposition or node.conjunction:
        return None, False
    endings = tuple(arguments.syntax.lexicon.pack.words["adverb_ending"])
    noun = node.is_a("quantifier", "head", "target", "site", "transparent_actor", "military", "weapon")
    return None, (not node.classes and not node.core.endswith(endings)) or noun


def _relative_before(arguments: Arguments, position: int) -> int | None:
    """The "which" of the clause whose light verb carries the noun: "P, on which X launched an attack"."""
    nodes = arguments.syntax.nodes
    for step in range(position - 1, max(0, position - _NEAR), -1):
        node = nodes[step]
        if isinstance(node, Word) and node.is_a("light", "light_noun"):
            return step - 1 if arguments.syntax.follows(step, "relative") else None
        if isinstance(node, Word) and (node.mark or node.is_a("preposition", "clause")):
            return None
    return None


def _means_a_thing(arguments: Arguments, position: int) -> bool:
    """Whether something that moves was named in the clause, and no place: "shot down a drone and took hold of it"."""
    for step in range(position - 1, -1, -1):
        node = arguments.syntax.nodes[step]
        if isinstance(node, Phrase) and node.place is not None:
            return False
        noun = node if isinstance(node, Word) else next(iter(node.words), None)
        if noun is not None and noun.is_a("movable", "striker", "hurled"):
            return True
        if arguments.syntax.ends_clause(step):
            return False
    return False


def _named_before(arguments: Arguments, position: int, pronoun: int, *, finite: bool) -> Phrase | None:
    word = arguments.syntax.nodes[pronoun]
    opening = position
    while arguments.syntax.follows(opening, "auxiliary"):
        opening -= 1
    before = arguments.syntax.nodes[opening - 1] if opening else None
    moved = opening < position and isinstance(before, Phrase) and before.place is not None
    if moved and isinstance(before, Phrase):  # "Some of the villages X had taken".
        return before if isinstance(word, Word) and _agrees(before, word, arguments) else None
    if isinstance(before, Word) and before.is_a("relative"):
        antecedent = arguments.syntax.antecedent(opening, "place")
        found = arguments.syntax.nodes[antecedent] if antecedent is not None else None
        return found if isinstance(found, Phrase) else where_they_lie(arguments, opening - 1, pronoun)
    word_before = isinstance(before, Word) and not before.mark and not before.classes and not before.senses
    described = isinstance(before, Word) and (word_before or before.is_a("target", "place_filler"))
    own_clause = isinstance(verb := arguments.syntax.nodes[position], Word) and bool(verb.conjunction)
    if finite and described and not own_clause and isinstance(before, Word) and not before.is_a("adverb"):
        # "Areas that X controls": the pronoun means these, whatever was named before.
        return where_they_lie(arguments, position, pronoun)
    own = [node for node in arguments.syntax.nodes[:position] if isinstance(node, Phrase)]
    earlier = [said.phrase for said in arguments.discourse.said[-_BACK:] if said.phrase not in own]
    earlier = [phrase for phrase in earlier if phrase.start < arguments.syntax.nodes[position].start]
    named = [*earlier, *own]
    for step in range(len(named) - 1, -1, -1):
        phrase = named[step]
        if phrase.place is not None and isinstance(word, Word) and _agrees(phrase, word, arguments):
            inner = named[step - 1] if step else None
            lies = inner is not None and _lies_in(inner, phrase, arguments)
            lies = lies and inner is not None and _agrees(inner, word, arguments)
            return inner if lies else phrase
    return None


def _lies_in(inner: Phrase, outer: Phrase, arguments: Arguments) -> bool:
    """Whether a place is told of right before the one it lies in: "the base of P in the province of Q"."""
    if inner.place is None or outer.place is None or outer.conjunction or inner.how == SITE:
        return False
    beside = 0 <= outer.start - inner.end <= _BESIDE
    return beside and arguments.entities.lies_within(inner.place, outer.place)


def where_they_lie(arguments: Arguments, opening: int, position: int) -> Phrase | None:
    """The place behind ``position`` in which areas lie that nobody names: "the areas that X controls in P".

    ``opening`` is where the clause begins that tells of them.
    """
    syntax = arguments.syntax
    noun, step = syntax.nodes[opening - 1] if opening else None, opening - 1
    while isinstance(noun, Word) and step and noun.is_a("epithet", "nisba", "quantifier"):
        step -= 1
        noun = syntax.nodes[step]
    word = (
        noun
        if isinstance(noun, Word)
        else noun.words[0]
        if noun is not None and len(noun.words) == 1
        else None
    )
    if word is None or not syntax.lexicon.pack.heads.get(word.core, {}).get("many"):
        return None
    for step in range(position + 1, min(len(syntax.nodes), position + 1 + _NEAR)):
        node = syntax.nodes[step]
        if isinstance(node, Phrase):
            inside = syntax.governors[step] in syntax.lexicon.pack.words["inside"] or node.direction
            if inside and node.place is not None and node.how != SITE and not node.conjunction:
                return node
        elif syntax.blocks(step) or (node.mark and not is_comma(node)):
            return None
    return None


def _agrees(phrase: Phrase, pronoun: Word, arguments: Arguments) -> bool:
    """Whether the pronoun can mean the place: towns are feminine, other places are what the noun before them is."""
    lexicon = arguments.syntax.lexicon
    suffix = _preposition(pronoun, arguments)[1]
    gender = lexicon.pack.clitics["pronouns"].get(suffix, {}).get("gender")
    noun = phrase.head or next((word.core for word in phrase.words[:1] if word.is_a("head")), "")
    masculine = bool(noun) and not noun.endswith(lexicon.feminine_endings)
    return gender is not None and (gender == "masculine") is masculine

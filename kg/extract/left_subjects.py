"""The subject that stands before a verb or a noun of action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import bare_relatives
from kg.extract.agreement import is_oblique
from kg.extract.nodes import Node, Phrase, Word, is_comma, is_quantity

if TYPE_CHECKING:
    from kg.extract.syntax import Syntax

_FARTHEST_SUBJECT = 22
_SHORTEST_VERB = 4
"""Letters of a verb nobody knows, with the letter that its present opens with."""
_MOST_ADJECTIVES = 2
"""Between a noun and the verb that describes it."""
_LONGEST_CLAUSE = 10
"""Nodes of a relative clause before the verb that goes on with it."""


def left_subject(syntax: Syntax, position: int, kind: str) -> int | None:
    """The nearest bare phrase before ``position`` in its clause, or the antecedent of a relative clause."""
    skip_antecedent = False
    if _describes_thing(syntax, position):
        return None
    group = bare_relatives.described(syntax, position) if kind == "actor" else None
    if group is not None:
        return bare_relatives.first_of(syntax, group)
    for step in range(position - 1, max(-1, position - _FARTHEST_SUBJECT), -1):
        node = syntax.nodes[step]
        if isinstance(node, Word):
            if node.conjunction and node.is_a("auxiliary") and step == position - 1:
                return None  # "And he led it": whom the clause before is about.
            if node.is_a("somebody") and not node.preposition:
                return None  # "X shot four, one of whom had attacked P".
            if step == position - 1 and node.is_a("being") and step:
                before = syntax.nodes[step - 1]
                if isinstance(before, Phrase) and before.entity(kind) is not None:
                    return syntax.list_head(step - 1, governed=True)  # "Saw X, and he was shelling P".
            if node.is_a("relative") and step == position - 1:
                word = syntax.nodes[position]
                skip_antecedent = isinstance(word, Word) and bool(word.suffix)
                antecedent = None if skip_antecedent else syntax.antecedent_of(step, kind)
                if antecedent is not None and not syntax.is_one_of(antecedent):
                    return antecedent
                if not skip_antecedent and antecedent is None and not _is_deed(syntax, step - 1):
                    return None
                continue
            if node.is_a("relative") and step and _is_unresolved(syntax.nodes[step - 1], kind):
                following = syntax.nodes[step + 1]
                if not (isinstance(following, Word) and following.suffix):
                    return None  # "The kingdom, which takes part in": nobody knows which.
            group = bare_relatives.described(syntax, step) if kind == "actor" else None
            if group is not None:
                return bare_relatives.first_of(syntax, group)
            carries = node.is_a("light", "modal", "negated_carrier")
            opening = step
            while opening > 1 and syntax.follows(opening, "auxiliary", "may"):
                opening -= 1  # "Who had already launched a raid".
            if (syntax.is_verb(step) or carries) and syntax.follows(opening, "relative"):
                antecedent = syntax.antecedent_of(opening - 1, kind)
                if antecedent is not None and not syntax.is_one_of(antecedent):
                    return antecedent
                if not node.suffix and _is_unresolved(syntax.nodes[opening - 2], kind):
                    return None
                continue
            if syntax.ends_clause(step) or (syntax.is_verb(step) and not _carries(syntax, step)):
                return None
            if node.is_plain and _opens_clause(syntax, step):
                return None
            continue
        if (
            _is_free(syntax, step, position, kind)
            and node.entity(kind) is not None
            and not syntax.is_one_of(step)
        ):
            if _is_in_aside(syntax, step):
                return left_subject(syntax, step - 2, kind)
            if _is_seen_doing(syntax, step, position):
                return step
            if (
                _is_object(syntax, step)
                or _is_left_behind(syntax, step, position)
                or (is_oblique(node, syntax.lexicon) and not _is_opened(syntax, step))
            ):
                continue
            if _has_own_predicate(syntax, step, position):
                return None
            head = syntax.list_head(step)
            relative = relative_before(syntax, head)
            return head if relative is None else syntax.antecedent_of(relative, kind)
    return None


def _is_seen_doing(syntax: Syntax, position: int, verb: int) -> bool:
    """Whether somebody sees the phrase do it: "saw the fighters of X storm P", "pictures show X as they storm P".

    A pronoun may take the phrase up before the verb.
    """
    between = syntax.nodes[position + 1 : verb]
    alone = not between or (len(between) == 1 and between[0].classes & {"being", "cleft"})
    word, pack = syntax.nodes[verb], syntax.lexicon.pack
    present = (
        isinstance(word, Word) and word.core[:1] in pack.words["present_letters"] and not word.conjunction
    )
    before = position - 1
    while before > 0 and is_quantity(syntax.nodes[before]):
        before -= 1
    seen = before >= 0 and syntax.nodes[before].classes & {"perceiving"}
    what = syntax.nodes[before] if before > 0 else None
    shown = isinstance(what, Word) and what.is_plain and syntax.follows(before, "perceiving")
    return bool(alone and (seen or shown)) and present and syntax.is_verb(verb)


def _has_own_predicate(syntax: Syntax, position: int, verb: int) -> bool:
    """Whether a phrase is who came to harm before a comma and the verb of another: "ten soldiers died, X refused"."""
    nodes = syntax.nodes
    subject = nodes[verb + 1] if verb + 1 < len(nodes) else None
    if not is_comma(nodes[verb - 1]) or not syntax.is_verb(verb) or not isinstance(subject, Phrase):
        return False
    word = nodes[verb]
    if (
        subject.actor is None
        or subject.preposition
        or (isinstance(word, Word) and (word.suffix or word.conjunction))
    ):
        return False
    step = position - 1
    while step > 0 and is_quantity(nodes[step]):
        step -= 1
    harm = nodes[step] if step >= 0 else None
    return isinstance(harm, Word) and harm.is_a("casualty") and not syntax.follows(step, "relative")


def _is_free(syntax: Syntax, position: int, verb: int, kind: str) -> bool:
    """Whether nothing governs the phrase, or a deed that it owns: not "despite the help of X, (there) lost Y"."""
    if syntax.follows(position, "agent"):
        return False
    if syntax.governors[position] == "bare":
        return True
    return syntax.owns_deed(position) and not _opens_before_subject(syntax, verb, kind)


def _opens_before_subject(syntax: Syntax, position: int, kind: str) -> bool:
    """Whether a verb opens a clause behind a comma with its subject behind it: "despite the help of X, lost Y"."""
    subject = syntax.nodes[position + 1] if position + 1 < len(syntax.nodes) else None
    opens = position > 0 and is_comma(syntax.nodes[position - 1]) and syntax.is_verb(position)
    named = isinstance(subject, Phrase) and subject.entity(kind) is not None
    return opens and named and syntax.governors[position + 1] == "bare"


def _is_unresolved(node: Node, kind: str) -> bool:
    """Whether a short form stands here of which nobody can tell whom it means."""
    return isinstance(node, Phrase) and node.how == "short" and node.entity(kind) is None


def _describes_thing(syntax: Syntax, position: int) -> bool:
    """Whether a verb describes the indefinite thing before it, as "which" would: "hit a camp (that) houses Y"."""
    verb, last = syntax.nodes[position], syntax.nodes[position - 1] if position else None
    if not isinstance(verb, Word) or not isinstance(last, Word) or verb.conjunction or last.suffix:
        return False
    noun = position - 1
    while noun and position - noun <= _MOST_ADJECTIVES and _is_indefinite_adjective(syntax, noun):
        noun -= 1
    thing = syntax.nodes[noun]
    if not isinstance(thing, Word) or thing.suffix or not syntax.is_verb(position):
        return False
    named = thing.is_a("site", "target", "movable", "premises", "property") and not thing.senses
    named = named or (thing.is_a("tried") and not syntax.is_verb(noun))
    named = named or _is_unknown_thing(syntax, noun, verb) or _are_unknown_people(syntax, position)
    return named and not syntax.lexicon.is_definite(thing.core)


def _is_indefinite_adjective(syntax: Syntax, position: int) -> bool:
    word = syntax.nodes[position]
    if not isinstance(word, Word) or not word.stands_alone or word.senses:
        return False
    return word.is_a("epithet", "nisba") and not syntax.lexicon.is_definite(word.core)


def _is_unknown_thing(syntax: Syntax, position: int, verb: Word) -> bool:
    """Whether a noun nobody knows has the gender that the verb behind it shows: "a bank (that) has"."""
    pack, noun = syntax.lexicon.pack, syntax.nodes[position]
    if not isinstance(noun, Word) or not noun.is_plain or not noun.core.isalpha():
        return False
    adverbial = noun.core.endswith(tuple(pack.words["adverb_ending"]))
    if adverbial or not verb.has_voice("active") or verb.core.endswith(syntax.lexicon.verb_plurals):
        return False  # Several people: "five persons who belong to X".
    feminine = noun.core.endswith(syntax.lexicon.feminine_endings)
    openings, endings = syntax.lexicon.past_agreement.get("feminine" if feminine else "masculine", ((), ()))
    if verb.core.startswith(openings) and verb.core[:1] in pack.words["present_letters"]:
        return True
    led = bool(noun.preposition) or syntax.follows(position, "preposition", "locative")
    past = feminine and not led and bool(endings) and verb.core.endswith(endings)
    return past and _is_told_of(syntax, position)


def _is_told_of(syntax: Syntax, position: int) -> bool:
    """Whether a verb or a deed stands before a noun, whose object it may be."""
    for step in range(position - 1, max(-1, position - _LONGEST_CLAUSE), -1):
        node = syntax.nodes[step]
        if isinstance(node, Word) and (syntax.is_verb(step) or node.senses):
            return True
        if syntax.ends_clause(step):
            return False
    return False


def _are_unknown_people(syntax: Syntax, position: int) -> bool:
    """Whether counted people nobody knows stand right before a verb of several: "five persons (who) belong to X".

    Of "a cell of five persons" they are whom the cell is made up of.
    """
    people, verb = syntax.nodes[position - 1], syntax.nodes[position]
    several = isinstance(verb, Word) and verb.core.endswith(syntax.lexicon.verb_plurals)
    counted = several and position > 1 and is_quantity(syntax.nodes[position - 2])
    counted = counted and not syntax.follows(position - 2, "partitive")
    return counted and isinstance(people, Word) and people.is_plain and not people.mark


def _opens_clause(syntax: Syntax, position: int) -> bool:
    """Whether a verb nobody knows opens a clause with its subject: "X cut ties, and there stems the crisis from"."""
    word, subject = syntax.nodes[position], syntax.nodes[position + 1]
    if not position or not is_comma(syntax.nodes[position - 1]) or not isinstance(word, Word):
        return False
    pack = syntax.lexicon.pack
    verb = word.text[1:] if word.text[:1] in pack.clitics["conjunctions"] else ""
    present = verb[:1] in pack.words["present_letters"] and len(verb) >= _SHORTEST_VERB
    noun = verb.endswith(tuple(pack.clitics["feminine_endings"]))
    named = isinstance(subject, Word) and not subject.mark and syntax.lexicon.is_definite(subject.core)
    return present and not noun and named and isinstance(subject, Word) and not subject.preposition


def _is_opened(syntax: Syntax, position: int) -> bool:
    """Whether a subject may have the ending of an object: behind "that", a number or "carrying on", or accused."""
    following = syntax.nodes[position + 1] if position + 1 < len(syntax.nodes) else None
    if isinstance(following, Word) and not following.mark:
        bare = following.core.removeprefix(syntax.lexicon.article)
        says = "accusing" in syntax.lexicon.classes(bare) or following.has_voice("participle", "circumstance")
        if says and bare.endswith(syntax.lexicon.people_endings):
            return True
    return is_counted(syntax, position) or syntax.follows(position, "complementizer", "light_noun")


def is_counted(syntax: Syntax, position: int) -> bool:
    """Whether a number goes before the phrase, or opens it."""
    node = syntax.nodes[position]
    opened = isinstance(node, Phrase) and any(map(is_quantity, node.words[:1]))
    before = position - 1 - syntax.follows(position, "partitive")
    return opened or (before >= 0 and is_quantity(syntax.nodes[before]))


def _is_object(syntax: Syntax, position: int) -> bool:
    """Whether a verb with its subject before it has the phrase as its object: "X visited Y", "X is not Y"."""
    if position < 2:
        return False
    verb, subject = syntax.nodes[position - 1], syntax.nodes[position - 2]
    if (
        not isinstance(verb, Word)
        or verb.mark
        or verb.conjunction
        or verb.suffix
        or _carries(syntax, position - 1)
    ):
        return False
    named = isinstance(subject, Phrase) and subject.actor is not None
    unknown = (
        not verb.classes and not verb.senses and verb.core[:1] in syntax.lexicon.pack.words["verb_letters"]
    )
    told = verb.is_plain and syntax.follows(position - 2, "complementizer")
    unknown = unknown or (told and not syntax.lexicon.is_definite(verb.core))  # "That X outwitted Y".
    return named and (unknown or verb.is_a("copula") or syntax.is_verb(position - 1))


def is_behind_subject(syntax: Syntax, position: int) -> bool:
    """Whether the phrase stands right behind a verb and its subject, and so is its object: "killed X Y"."""
    if position < 2:
        return False
    node, subject = syntax.nodes[position], syntax.nodes[position - 1]
    if not isinstance(node, Phrase) or node.conjunction or not isinstance(subject, Phrase):
        return False
    named = subject.actor is not None and syntax.governors[position - 1] == "bare"
    verb = position - 2
    while verb > 0 and is_quantity(syntax.nodes[verb]):
        verb -= 1  # "More than 500 soldiers entered X".
    return named and syntax.is_verb(verb) and not syntax.follows(verb, "relative")


def with_whom(syntax: Syntax, position: int) -> int:
    """Who does something with another: the subject, not the object at ``position`` ("X hit Y jointly with Z").

    Who is accused of it is the object.
    """
    behind = is_behind_subject(syntax, position) and not syntax.follows(position - 1, "accusing")
    return position - 1 if behind else position


def both_behind(syntax: Syntax, verb: int) -> bool:
    """Whether a verb behind "which" has its subject and its object behind it: "X, which Y accuses Z of backing"."""
    if not syntax.follows(verb, "relative") or verb + 2 >= len(syntax.nodes):
        return False
    pair = (syntax.nodes[verb + 1], syntax.nodes[verb + 2])
    alone = all(isinstance(node, Phrase) and node.actor is not None and not node.generic for node in pair)
    joined = isinstance(pair[1], Phrase) and bool(pair[1].conjunction)
    return alone and not joined and all(syntax.governors[verb + step] == "bare" for step in (1, 2))


def _is_left_behind(syntax: Syntax, position: int, verb: int) -> bool:
    """Whether a joined verb goes on with the subject right before the phrase: "backed X Y and launched"."""
    if not is_behind_subject(syntax, position):
        return False
    joined = False
    for word in syntax.nodes[position + 1 : verb + 1]:
        if isinstance(word, Word) and word.is_a("being"):
            return False  # "And he is" is said of the object as often.
        if isinstance(word, Word) and word.conjunction:
            joined = joined or word.is_a("light", "receive", "suffer") or bool(word.senses)
    return joined


def _is_in_aside(syntax: Syntax, position: int) -> bool:
    """Whether the phrase is the subject of a clause between commas: "X, (and) Y backs it, took the town"."""
    if position < 2 or position + 1 >= len(syntax.nodes) or not is_comma(syntax.nodes[position + 1]):
        return False
    verb = syntax.nodes[position - 1]
    taken = isinstance(verb, Word) and bool(verb.suffix) and bool(verb.senses)
    return taken and is_comma(syntax.nodes[position - 2])


def _is_deed(syntax: Syntax, position: int) -> bool:
    node = syntax.nodes[position] if position >= 0 else None
    return isinstance(node, Word) and node.has_voice("noun", "either")


def relative_before(syntax: Syntax, position: int) -> int | None:
    """Where the relative clause begins that the phrase at ``position`` stands in, right behind its verb, or None.

    The position is that of "which", or of the verb of a clause without it, taken up by a pronoun.
    """
    while position > 2 and syntax.follows(position, "adverb"):
        position -= 1  # "Which also comprises X".
    verb = syntax.nodes[position - 1] if position else None
    if not isinstance(verb, Word) or verb.mark:
        return None
    if verb.conjunction:
        return _clause_round(syntax, position - 1) if verb.suffix and verb.senses else None
    if position > 1 and syntax.follows(position - 1, "relative"):
        return position - 2
    described = position > 1 and isinstance(syntax.nodes[position - 2], Phrase)
    return position - 1 if described and verb.suffix and verb.senses else None


def _clause_round(syntax: Syntax, verb: int) -> int | None:
    """The "which" of the clause that a verb taken up by a pronoun goes on with: "X, which has men and whom Y leads"."""
    for step in range(verb - 1, max(-1, verb - _LONGEST_CLAUSE), -1):
        node = syntax.nodes[step]
        if isinstance(node, Word) and node.is_a("relative"):
            return step
        if syntax.ends_clause(step):
            return None
    return None


def _carries(syntax: Syntax, position: int) -> bool:
    node = syntax.nodes[position]
    return isinstance(node, Word) and node.is_a("light", "modal", "left_alone")

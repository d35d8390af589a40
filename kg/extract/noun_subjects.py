"""Who did what a noun of action says: its owner or agent, who is asked or allowed, or whom the clause is about."""

from __future__ import annotations

from kg.extract import (
    accusations,
    announced,
    carriers,
    clause_topics,
    helped,
    joined_deeds,
    sent_forces,
    things,
    victims,
)
from kg.extract.agreement import agrees
from kg.extract.arguments import ACTOR, FAR, Arguments
from kg.extract.left_subjects import with_whom
from kg.extract.nodes import Phrase, Word, is_comma
from kg.extract.predicates import modified
from kg.extract.reasons import blamed
from kg.extract.unsaid_doers import is_in_reply, is_told_of_passively, is_use_of_thing
from kg.extract.urging import prevented, urged
from kg.languages import Frame

_NEAR_TIME = 9
"""Nodes before a deed among which "after" or "during" stands."""
_CARRIERS = (
    *("light", "light_noun", "modal", "refusal", "failure", "left_alone"),
    *("purpose", "announcing", "denial", "judging"),
)


def doers(
    arguments: Arguments,
    position: int,
    frame: Frame,
    owner: int | None,
    origin: Phrase | None,
    agent: int | None,
) -> list[Phrase]:
    """Who did it: the agent, the owner, the origin, whom a pronoun on the noun means, or who governs it."""
    word = arguments.syntax.nodes[position]
    doer = agent if agent is not None else owner
    if doer is not None:
        return arguments.members(doer, frame.subject)
    if origin is not None and not frame.predicate:
        return arguments.origins(position)
    if _is_of_perpetrators(arguments, position):
        return []
    if _is_of_own_country(arguments, position) or things.is_of_a_thing(arguments, position, frame):
        return []
    if isinstance(word, Word) and word.suffix:
        if arguments.syntax.follows(position, "conditional"):
            return []  # "In case of its arrival …": who is meant comes later as often as earlier.
        if word.is_a("casualty") and not arguments.syntax.is_verb(position):
            return victims.meant(arguments, position, word)
        return _owners(arguments, position, word)
    own = his(arguments, position, frame)
    if own is not None:
        return _owners(arguments, position, own)
    if any(
        unsaid(arguments.syntax, position) for unsaid in (is_in_reply, is_told_of_passively, is_use_of_thing)
    ):
        return []
    return governing(arguments, position, frame)


def his(arguments: Arguments, position: int, frame: Frame) -> Word | None:
    """The "of his" right behind a noun that is said of places, which tells whose it is: "a visit of his to P"."""
    word = arguments.syntax.nodes[position + 1] if position + 1 < len(arguments.syntax.nodes) else None
    if not isinstance(word, Word) or not word.suffix or word.core or frame.predicate:
        return None
    belongs = word.preposition in arguments.syntax.lexicon.pack.words["belonging"]
    return word if belongs and "actor" not in frame.noun_object.kinds else None


def _is_of_perpetrators(arguments: Arguments, position: int) -> bool:
    """Whether those who did it are named by it alone: "hand over those accused of the killing of X"."""
    word = arguments.syntax.nodes[position]
    led = isinstance(word, Word) and bool(word.preposition)
    before = position - 1 - (not led and arguments.syntax.follows(position, "preposition"))
    if before < 0 or not arguments.syntax.follows(before + 1, "perpetrator"):
        return False
    ahead = arguments.syntax.nodes[before - 1] if before else None
    return not (isinstance(ahead, Phrase) and ahead.how == "described")  # "The gunmen accused of".


def _owners(arguments: Arguments, position: int, word: Word) -> list[Phrase]:
    """Whom the pronoun on a deed means: who is urged to it, who is named only later, or whom the clause is about."""
    meant = arguments.discourse.pronoun(word.suffix, arguments.syntax.nodes, position)
    if arguments.discourse.is_dual(word.suffix) or arguments.discourse.is_ours(word.suffix):
        return meant
    light = position
    while light > 1 and (
        is_comma(arguments.syntax.nodes[light - 1]) or arguments.syntax.follows(light, "adverb")
    ):
        light -= 1  # "X, which stepped up, of late, its raids on Y".
    if arguments.syntax.follows(light, "light"):
        # "X, which tightened its grip on P": who tightens it holds P.
        left = arguments.left(light - 1, ACTOR)
        carrying = arguments.members(left, ACTOR) if left is not None else []
        if carrying and agrees(word, carrying, arguments.syntax.lexicon):
            return carrying
    aside = _told_aside(arguments, position)
    if aside and agrees(word, aside, arguments.syntax.lexicon):
        return aside
    told = urged(arguments, position)
    if told and agrees(word, told, arguments.syntax.lexicon):
        return told
    reason = blamed(arguments, position, word)
    if reason is not None:
        return reason
    beside = helped.beside(arguments, position, word)
    if beside:
        return beside
    topic = arguments.topics.at(position)
    if meant and topic and all(clause_topics.only_tells(arguments, one) for one in topic):
        return meant  # "Witnesses said …, and their taking of P": theirs who were told of.
    return arguments.topics.ahead(position) or topic or meant


def _told_aside(arguments: Arguments, position: int) -> list[Phrase]:
    """Who is named in a relative clause before the deed: "the town to which X withdrew after their taking of P"."""
    before = position - 2
    timed = before > 0 and arguments.syntax.follows(position, "meanwhile", "before_clause")
    timed = timed and arguments.fits(before, ACTOR)
    return arguments.members(before, ACTOR) if timed and arguments.syntax.is_told_aside(before, 0) else []


def _is_of_own_country(arguments: Arguments, position: int) -> bool:
    """Whether a country did it that nobody can tell: "reaffirmed the support of his country for Y"."""
    following = arguments.syntax.nodes[position + 1 : position + 2]
    return any(isinstance(word, Word) and word.is_a("own_country") and word.suffix for word in following)


def governing(arguments: Arguments, position: int, frame: Frame) -> list[Phrase]:
    """The subject of the verb that governs the noun, where that verb carries it out."""
    if frame.predicate:
        said_of = modified(arguments, position, frame)
        if said_of is not None and frame.reciprocal:
            said_of = arguments.syntax.list_head(said_of, governed=True)
        bodies = arguments.members(said_of, frame.subject) if said_of is not None else []
        return [_apposed(one) for one in bodies] if frame.lasting and not frame.reciprocal else bodies
    if _is_of_harm(arguments, position, frame):
        return []
    first = joined_deeds.first_of(arguments.syntax, position)
    if first is not None:
        return governing(arguments, first, frame)  # "Succeeded in destroying P and killing Y".
    consisting = carriers.of_conduct(arguments, position)
    if consisting is not None:
        return consisting
    if (
        _is_judged(arguments, position)
        or _is_of_a_place(arguments, position)
        or _is_result(arguments, position)
        or _is_told_beside(arguments, position)
        or _is_laid_at_somebody(arguments, position)
    ):
        return []
    if _is_only_named(arguments, position, frame):
        return []
    aside = _told_aside(arguments, position)
    if aside:
        return aside
    given = helped.receiver(arguments, position) if frame.by_receiver else []
    if given:
        return given
    carrier = arguments.syntax.nodes[position - 1] if position else None
    if isinstance(carrier, Word) and carrier.suffix and carrier.is_a("light_noun"):
        # "For its giving support to X": whom that pronoun means.
        return _owners(arguments, position - 1, carrier)
    able = arguments.syntax.nodes[position - 2] if position > 1 else None
    led = arguments.syntax.follows(position, "partitive") and isinstance(able, Word)
    if led and isinstance(able, Word) and able.suffix and able.is_a("light"):
        return _owners(arguments, position - 2, able)  # "After its success in killing X".
    imposing = carriers.of_light_noun(arguments, position)
    if imposing:
        return imposing
    attempted = carriers.attempting(arguments, position)
    if attempted is not None:
        return attempted
    asked = _asked(arguments, position)
    if asked is not None:
        return arguments.members(asked, frame.subject)
    accused = accusations.accused(arguments, position)
    if accused is not None:
        return accused
    kept = prevented(arguments, position)
    if kept is not None:
        return kept
    having = carriers.having_part(arguments, position)
    if having is not None:
        return having
    told = urged(arguments, position) or carriers.involved(arguments, position)
    if told:
        return told
    joined = clause_topics.joined(arguments, position)
    if joined:
        return joined
    sending = sent_forces.sending(arguments, position) if _is_aim(arguments, position) else []
    if sending:
        return sending
    sender = _sender(arguments, position)
    if sender is not None:
        return arguments.members(sender, ACTOR)
    left = arguments.left(position, frame.subject)
    if _is_aim(arguments, position) or arguments.syntax.follows(position, "locative"):
        left = _who_went(arguments, left)
    if left is not None and _is_joined_to_deed_upon(arguments, position, left):
        return []
    acting = _acting(arguments, position, left) or _acting_for(arguments, position, left)
    if acting:
        return acting
    feared = [
        node
        for node in arguments.syntax.nodes[max(0, position - 2) : position]
        if clause_topics.is_feared(node)
    ]
    if feared and isinstance(feared[-1], Word) and feared[-1].suffix:
        return []
    if left is not None and arguments.syntax.follows(left, "witness"):
        return []  # "Libya has seen wars since the fall of X": it is where they were fought.
    if left is None or _is_example(arguments, left) or not is_carried(arguments, position, left):
        return clause_topics.topic(arguments, position)
    if announced.befell(arguments, position):
        return []
    return announced.doers(arguments, arguments.members(left, frame.subject), position, frame)


def _apposed(phrase: Phrase) -> Phrase:
    """Whom an apposition is about behind an office: "the leaders of X, the wing of Y" tells of X."""
    behind = phrase.how == "office" and phrase.body is not None and phrase.body.end == phrase.end
    return phrase.body if behind and phrase.body is not None else phrase


def _is_of_harm(arguments: Arguments, position: int, frame: Frame) -> bool:
    """Whether harm is told of by a noun, so that who tells of it did not do it: "X announced the death of ten in P"."""
    word = arguments.syntax.nodes[position]
    if not isinstance(word, Word) or word.suffix:
        return False
    if word.is_a("casualty") and frame.relation == "presentIn":
        return True
    if frame.violent and arguments.syntax.follows(position, "occur"):
        return True  # "While the arrest of ten took place".
    if not arguments.syntax.follows(position, "locative", "amid"):
        return False
    for step in range(position - 2, max(-1, position - FAR), -1):
        node = arguments.syntax.nodes[step]
        if arguments.syntax.ends_clause(step) or arguments.syntax.is_verb(step):
            return False
        if isinstance(node, Word) and any(one.of_result and voice == "noun" for one, voice in node.senses):
            return True
    return False


def _is_only_named(arguments: Arguments, position: int, frame: Frame) -> bool:
    """Whether it is not said whose the deed is: "spoke of the talks with X", "the presence of some of the guards"."""
    syntax, word = arguments.syntax, arguments.syntax.nodes[position]
    if not isinstance(word, Word):
        return False
    if frame.relation == "negotiatesWith" and syntax.lexicon.is_definite(word.core):
        return syntax.follows(position, "spoken_of") or syntax.follows(position, "reporting")
    following = syntax.nodes[position + 1] if position + 1 < len(syntax.nodes) else None
    people = isinstance(following, Word) and following.is_a(
        "transparent_actor", "quantifier", "about", "military"
    )
    return frame.relation == "presentIn" and word.is_a("own_forces") and people


def _is_aim(arguments: Arguments, position: int) -> bool:
    """Whether the deed is what another is done for: "to take P", "with the aim of taking P"."""
    word = arguments.syntax.nodes[position]
    aimed = isinstance(word, Word) and word.preposition in arguments.syntax.lexicon.pack.words["belonging"]
    return aimed or arguments.syntax.follows(position, "purpose")


def _sender(arguments: Arguments, position: int) -> int | None:
    """Who did within a relative clause what the deed is the aim of: "the men whom X sent to take P"."""
    syntax = arguments.syntax
    if not _is_aim(arguments, position):
        return None
    step = position - 1 - syntax.follows(position, "purpose")
    if syntax.follows(step, "leads_to_person"):
        step -= 2  # "The forces that X, led by Y, sent to take P".
    fits = step > 0 and arguments.fits(step, ACTOR) and syntax.governors[step] == "bare"
    return step if fits and syntax.is_told_aside(step, 0) else None


def _who_went(arguments: Arguments, left: int | None) -> int | None:
    """Who went into the country at ``left``, which does nothing there itself: "the soldiers entered X to back Y"."""
    node = arguments.syntax.nodes[left] if left is not None else None
    if left is None or not isinstance(node, Phrase) or node.place is None:
        return left
    return with_whom(arguments.syntax, left)


def _is_joined_to_deed_upon(arguments: Arguments, position: int, left: int) -> bool:
    """Whether the nearest phrase is whom another deed was done to that this one is joined to: "the attack on the house
    of X, and the killing of Y"."""
    word, nodes = arguments.syntax.nodes[position], arguments.syntax.nodes
    if not isinstance(word, Word) or not word.conjunction or word.suffix or word.preposition:
        return False
    led = isinstance(before := nodes[left - 1] if left else None, Word) and before.is_a("site", "premises")
    return led and arguments.syntax.follows(left - 1, "preposition")


def _is_of_a_place(arguments: Arguments, position: int) -> bool:
    """Whether a deed only says what a place is for: "a camp to train soldiers"."""
    word, before = (
        arguments.syntax.nodes[position],
        arguments.syntax.nodes[position - 1] if position else None,
    )
    belonging = arguments.syntax.lexicon.pack.words["belonging"]
    led = isinstance(word, Word) and word.preposition in belonging and not word.suffix
    return led and isinstance(before, Word) and before.is_a("site", "premises", "base") and not before.suffix


def _is_result(arguments: Arguments, position: int) -> bool:
    """Whether the deed is what something led to: "this will lead to the execution of Y" says not by whom."""
    if not arguments.syntax.follows(position, "sent_to"):
        return False
    verb = arguments.syntax.nodes[position - 2] if position > 1 else None
    return isinstance(verb, Word) and verb.is_a("result") and not verb.suffix


def _is_told_beside(arguments: Arguments, position: int) -> bool:
    """Whether a noun before the deed says something of it, and not who did it: "mourned the victims of the raid"."""
    before = arguments.syntax.nodes[position - 1] if position else None
    noun = isinstance(before, Word) and not before.mark and not before.suffix
    return noun and isinstance(before, Word) and "beside_deed" in arguments.syntax.lexicon.nouns(before.text)


def _is_laid_at_somebody(arguments: Arguments, position: int) -> bool:
    """Whether the blame for the deed is laid at somebody's door: "X laid the blame on Y for the raid"."""
    syntax = arguments.syntax
    led = [
        step
        for step in range(max(1, position - FAR), position)
        if syntax.governors[step] in arguments.syntax.lexicon.pack.words["blamed_prep"]
    ]
    blamed = (step - 1 - syntax.follows(step, "preposition") for step in led)
    return any(
        isinstance(word := syntax.nodes[step], Word) and word.is_a("responsibility")
        for step in blamed
        if step >= 0
    )


def _acting_for(arguments: Arguments, position: int, left: int | None) -> list[Phrase]:
    """Who acts for the sake of the deed, where the nearest phrase is whom he acts upon: "X sent drones to back Y"."""
    word = arguments.syntax.nodes[position]
    topic = arguments.topics.at(position)
    if left is None or not topic or not isinstance(word, Word):
        return []
    if arguments.syntax.follows(position, "light", "suffer", "receive"):
        return []
    aim = word.preposition in arguments.syntax.lexicon.pack.words["belonging"] and not word.suffix
    before = arguments.syntax.nodes[left]
    told = arguments.syntax.nodes[0].start <= topic[0].start < before.start and before not in topic
    return topic if told and (aim or word.is_a("sake")) else []


def _is_judged(arguments: Arguments, position: int) -> bool:
    """Whether somebody judges the deed, so that it is not his: "his condemnation of the raids"."""
    for step in range(position - 1, max(-1, position - FAR), -1):
        node = arguments.syntax.nodes[step]
        if not isinstance(node, Word):
            continue
        if node.mark or node.is_a("light_noun", "refusal"):
            return False
        if node.is_a("modal"):
            # "Foiled an attempt to infiltrate P": who attempted it is another than who foiled it.
            if arguments.syntax.is_verb(step):
                return False
            continue
        if node.senses:
            judges = any(frame.of_deed and not frame.needs for frame, _ in node.senses)
            return judges and (
                arguments.syntax.is_verb(step) or node.has_voice("noun", "circumstance", "either")
            )
    return False


def _acting(arguments: Arguments, position: int, left: int | None) -> list[Phrase]:
    """Who did what the deed came before or after, where the nearest phrase is whom he did it to.

    "X stormed the camp of Y after battles with Z".
    """
    syntax = arguments.syntax
    acting = (step for step in arguments.subjects if step < position)
    verb = max((step for step in acting if not syntax.follows(step + 1, "comprising")), default=None)
    if left is None or verb is None or not arguments.subjects[verb]:
        return []
    if left < verb:
        owned = arguments.subjects[verb][0].how == "pronoun"
        return arguments.subjects[verb] if owned and syntax.follows(verb, "relative") else []
    if syntax.nodes[left] in arguments.subjects[verb]:
        return []
    near = range(max(left, position - _NEAR_TIME), position)
    timed = any(isinstance(node := syntax.nodes[step], Word) and node.is_a("meanwhile") for step in near)
    timed = timed or (syntax.follows(position, "partitive") and _is_span(arguments, position - 2))
    blow = syntax.nodes[verb]
    if isinstance(blow, Word) and any(frame.violent for frame, _ in blow.senses):
        timed = timed or syntax.follows(position, "locative")  # "X killed Y in an attack on Z".
    parted = any(
        syntax.ends_clause(step)
        or (isinstance(node := syntax.nodes[step], Word) and node.is_a("conditional"))
        for step in range(verb, position)
    )  # "X will hit Y if Z goes on hitting Q".
    return arguments.subjects[verb] if timed and not parted else []


def _is_span(arguments: Arguments, position: int) -> bool:
    """Whether a date says how long after something: "after two days of battles"."""
    node = arguments.syntax.nodes[position]
    opening = node.core.partition(" ")[0] if isinstance(node, Word) and node.is_a("date") else ""
    return opening in arguments.syntax.lexicon.pack.words["meanwhile"]


def _is_example(arguments: Arguments, position: int) -> bool:
    """Whether a phrase is one of those somebody else dealt with: "met officials, among them X, on a visit"."""
    before = arguments.syntax.nodes[position - 1] if position else None
    return (
        isinstance(before, Word) and before.is_a("between") and bool(before.suffix) and not before.conjunction
    )


def _asked(arguments: Arguments, position: int) -> int | None:
    """Who is asked for the deed: "X asked of Y to support Z"."""
    syntax = arguments.syntax
    for step in range(position - 1, max(-1, position - FAR), -1):
        node = syntax.nodes[step]
        if isinstance(node, Word) and node.is_a("asking"):
            return source(arguments, list(range(step + 1, position)))
        if isinstance(node, Word) and node.is_a("permitting"):
            return _to(arguments, list(range(step + 1, position)))
        promised = isinstance(node, Word) and node.is_a("modal") and is_comma(syntax.nodes[step - 1])
        if promised or syntax.ends_clause(step):
            return None  # "X asked of Y to do it, pledging to arm Z": who pledges is who asked.
    return None


def is_carried(arguments: Arguments, position: int, subject: int) -> bool:
    """Whether who stands at ``subject`` carries out the deed at ``position``: he launches, plans or announces it."""
    word = arguments.syntax.nodes[position]
    if isinstance(word, Word) and (
        word.preposition or word.is_a("sake") or _opens_with_preposition(arguments, word)
    ):
        return True
    nodes = arguments.syntax.nodes
    if any(isinstance(node, Word) and node.is_a("preposition") for node in nodes[subject + 1 : position]):
        return True
    around = nodes[max(0, subject - 3) : position]
    return any(isinstance(node, Word) and (node.is_a(*_CARRIERS) or _is_means(node)) for node in around)


def _opens_with_preposition(arguments: Arguments, word: Word) -> bool:
    """Whether an expression has its preposition in itself: "to accusing"."""
    return " " in word.core and word.core.split()[0] in arguments.syntax.lexicon.pack.words["preposition"]


def _is_means(word: Word) -> bool:
    """Whether a noun of action behind a preposition carries another: "accused X of sending arms to Y"."""
    return bool(word.preposition) and (word.has_voice("noun", "either") or word.is_a("light_noun"))


def source(arguments: Arguments, positions: list[int]) -> int | None:
    """The actor behind "from": from whom fire came."""
    partitive = arguments.syntax.lexicon.pack.words["partitive"]
    for position in positions:
        node = arguments.syntax.nodes[position]
        actor = isinstance(node, Phrase) and node.actor is not None
        if actor and arguments.syntax.governors[position] in partitive:
            return position
    return None


def _to(arguments: Arguments, positions: list[int]) -> int | None:
    """The actor behind "to" or "for": who is allowed."""
    belonging = arguments.syntax.lexicon.pack.words["belonging"]
    for position in positions:
        if arguments.syntax.governors[position] in belonging and arguments.fits(position, ACTOR):
            return position
    return None

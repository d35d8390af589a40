"""How surely something is said: negation, hedges, conditions, plans and the future, each with its scope."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract import in_vain
from kg.extract.called import is_called
from kg.extract.nodes import Phrase, Word, is_comma
from kg.extract.obliged import is_past, obliged
from kg.extract.openings import end_of_opening
from kg.extract.scopes import Scope, covering
from kg.extract.stopped import is_arrest
from kg.extract.syntax import Syntax
from kg.model import Modality

_STRENGTH = {Modality.HYPOTHETICAL: 3, Modality.DENIED: 2, Modality.UNCONFIRMED: 1, Modality.ASSERTED: 0}
_PURPOSE_REACH = 14
"""Nodes before a noun of action among which a verb may take it as its object."""
_HAD_WITHIN = 10
"""Nodes between "was" and the particle that makes a pluperfect of it."""
_FARTHEST_FEAR = 14
"""Nodes between a verb of fearing or foreseeing and the "that" behind it."""
_REFUSED_WITHIN = 6
"""Nodes behind a refusal or a warning within which the deed stands that it is about."""
_WEAKENING = ("modal", "negation", "future", "purpose", "hedge", "conditional", "failure", "denial")
_OPENERS = ("conditional", "modal", "purpose", "future", "asking")
_DOUBTING = frozenset(
    {
        *(
            "negation",
            "denial",
            "deny_truth",
            "hedge",
            "hedging_report",
            "refusal",
            "warning",
            "accusing",
            "may",
            "nearing",
        ),
        *("complementizer", "failure", "ceasing", "question", *_OPENERS),
    }
)
"""Every class of words that makes a doubt. A word of none of them can still be a purpose or say what is no more."""
_NO_PLAN = (
    *("left_alone", "alone", "suffer", "deny_truth", "withstand", "according", "for_reason", "resorting"),
)
"""Classes of words behind which "to" leads to what is done, or to whom it is done."""
_PASSING = "clause_goes_on"


def scopes(syntax: Syntax, end: int) -> list[Scope[Modality]]:
    """The scopes of doubt in one sentence that ends at ``end``; within them, scopes of what is taken for granted."""
    found: list[Scope[Modality]] = []
    for position, node in enumerate(syntax.nodes):
        if (
            isinstance(node, Word)
            and not node.mark
            and (not node.is_plain or syntax.lexicon.nouns(node.text))
        ):
            found.extend(_doubts(syntax, position, node, end))
            fact = _fact(syntax, position, node, end)
            found.extend([fact] if fact is not None else ())
    return in_vain.denied(found, syntax.nodes)


def at(found: Sequence[Scope[Modality]], offset: int) -> Modality:
    """How surely the word at ``offset`` is said: the strongest doubt round it, up to what is taken for granted."""
    values: list[Modality] = []
    for scope in covering(found, offset):
        if scope.value is Modality.ASSERTED:
            break
        values.append(scope.value)
    return strongest(values)


def strongest(values: list[Modality]) -> Modality:
    """The one that weakens most."""
    return max(values, key=_STRENGTH.__getitem__, default=Modality.ASSERTED)


def accusation_end(syntax: Syntax, position: int, end: int) -> int:
    """Where an accusation ends that the verb at ``position`` makes: its clause, or in an aside a comma or dash."""
    word = syntax.nodes[position]
    aside = isinstance(word, Word) and (bool(word.suffix) or syntax.follows(position, "relative"))
    behind = range(position + 1, len(syntax.nodes))
    commas = (syntax.nodes[at].start for at in behind if is_comma(syntax.nodes[at]) or syntax.encloses(at))
    clause = syntax.clause_end(position, end, passing=_PASSING)
    return min(clause, next(commas, clause)) if aside else clause


def _doubts(syntax: Syntax, position: int, node: Word, end: int) -> list[Scope[Modality]]:
    found: list[Scope[Modality]] = []
    if _DOUBTING.isdisjoint(node.classes):
        found.extend(_lost(syntax, position, node) if node.senses else ())
        if _is_purpose(syntax, position):
            found.append(Scope(node.start, syntax.clause_end(position, end), Modality.HYPOTHETICAL))
        return found
    if node.is_a("negation") and not node.is_a("negation_lookalike") and not _is_excepted(syntax, position):
        found.append(Scope(node.start, _negation_end(syntax, position, end), Modality.DENIED))
    if node.is_a("denial", "deny_truth"):
        stop = syntax.clause_end(position, end, passing=_PASSING)
        found.append(Scope(_denied_from(syntax, position), stop, Modality.DENIED))
    if (
        node.is_a("hedge", "hedging_report")
        and not is_called(syntax, position)
        and not syntax.follows(position, "negation")
    ):
        stop = syntax.clause_end(position, end, passing=_PASSING)
        found.append(Scope(_hedged_from(syntax, position, node), stop, Modality.UNCONFIRMED))
    if node.is_a("refusal", "warning"):
        found.extend(_not_done(syntax, position, end))
    if node.is_a("accusing"):
        stop = accusation_end(syntax, position, end)
        found.append(Scope(_charge(syntax, position), stop, Modality.UNCONFIRMED))
    judged = node.is_a("purpose") and _is_judged(syntax, position)
    if (node.is_a(*_OPENERS) and not judged) or _may_be(syntax, position, node) or _nears(syntax, position):
        stop = syntax.clause_end(position, end)
        if not node.is_a("conditional"):
            stop = min(_until_told(syntax, position, stop), end_of_opening(syntax, position, end))
            stop = min(stop, _joined_verb(syntax, position, stop))
        found.append(Scope(node.end, stop, Modality.HYPOTHETICAL))
    if (
        node.is_a("complementizer")
        and obliged(syntax, position) is not None
        and not is_past(syntax, position)
    ):
        found.append(Scope(node.end, syntax.clause_end(position, end), Modality.HYPOTHETICAL))
    if node.is_a("complementizer") and _is_expected(syntax, position):
        found.append(Scope(node.end, syntax.clause_end(position, end), Modality.HYPOTHETICAL))
    if (
        node.is_a("failure")
        and not syntax.follows(position, "negation")
        and not _is_of_talks(syntax, position)
        and not is_arrest(syntax, position)
    ):
        found.append(Scope(node.end, syntax.clause_end(position, end), Modality.DENIED))
    left = _what_is_left(syntax, position) if node.is_a("ceasing") else None
    if left is not None and not syntax.follows(position, "negation"):
        found.append(Scope(left, syntax.clause_end(position, end), Modality.DENIED))
    found.extend(_lost(syntax, position, node))
    if node.is_a("question"):
        found.append(Scope(node.end, end, Modality.HYPOTHETICAL))
    if _is_purpose(syntax, position):
        found.append(Scope(node.start, syntax.clause_end(position, end), Modality.HYPOTHETICAL))
    return found


def _lost(syntax: Syntax, position: int, verb: Word) -> list[Scope[Modality]]:
    """What a verb says is no more, where another word tells of it too: "lost their control of P"."""
    needed = {f.needs for f, _ in verb.senses if f.needs and f.default_modality == Modality.DENIED.value}
    behind = syntax.nodes[position + 1 : position + _REFUSED_WITHIN] if needed else []
    lost = [n for n in behind if isinstance(n, Word) and n.is_a(*needed)]
    return [Scope(word.start, word.end, Modality.DENIED) for word in lost[:1]]


def _joined_verb(syntax: Syntax, position: int, end: int) -> int:
    """Where "and" joins another verb to a verb of planning whose plan is a noun: "wants control of P and backs X"."""
    plan = syntax.nodes[position]
    if not isinstance(plan, Word) or not plan.is_a("modal") or not _is_present(syntax, plan):
        return end
    for step in range(position + 1, len(syntax.nodes)):
        node = syntax.nodes[step]
        if node.start >= end or (isinstance(node, Word) and node.is_a("complementizer", "purpose")):
            return end
        finite = isinstance(node, Word) and bool(node.conjunction) and node.has_voice("active", "future")
        if (
            finite
            and isinstance(node, Word)
            and not node.has_voice("noun", "either")
            and _is_present(syntax, node)
        ):
            return node.start
    return end


def _is_of_talks(syntax: Syntax, position: int) -> bool:
    """Whether what failed was between two sides, and so took place: "the talks between X and Y failed".

    So did the meetings that somebody ended.
    """
    following = syntax.nodes[position + 1 : position + _REFUSED_WITHIN]
    for node in following:
        if isinstance(node, Word) and node.suffix and node.has_voice("noun"):
            return any(frame.reciprocal for frame, _ in node.senses)
    for node in following:
        if isinstance(node, Phrase) or node.mark or node.preposition:
            return False
        if node.is_a("between"):
            return not node.suffix
        if node.is_a("preposition"):
            return False
    return False


def _denied_from(syntax: Syntax, position: int) -> int:
    """Where a denial begins: behind accusations, of which the charge is denied and not that they are made."""
    for node in syntax.nodes[position + 1 : position + _REFUSED_WITHIN]:
        if isinstance(node, Word) and (node.mark or node.senses):
            return (
                node.end if node.is_a("accusing") and node.has_voice("noun") else syntax.nodes[position].start
            )
    return syntax.nodes[position].start


def _hedged_from(syntax: Syntax, position: int, node: Word) -> int:
    """Where the doubt begins: behind the word, or with the deed that it describes ("a possible attack")."""
    before = syntax.nodes[position - 1] if position else None
    described = (
        isinstance(before, Word) and before.has_voice("noun", "either") and not syntax.is_verb(position - 1)
    )
    return before.start if described and before is not None else node.end


def _what_is_left(syntax: Syntax, position: int) -> int | None:
    """Where the deed begins that somebody ceases from: behind the preposition of the verb, its subject between."""
    for step in range(position + 1, min(position + _REFUSED_WITHIN, len(syntax.nodes) - 1)):
        node = syntax.nodes[step]
        if isinstance(node, Word) and node.is_a("ceased_from"):
            # "Kept away from X, who shells P": nothing is left of what X does.
            return node.start if isinstance(syntax.nodes[step + 1], Word) else None
    return None


def _not_done(syntax: Syntax, position: int, end: int) -> list[Scope[Modality]]:
    """A deed that somebody refuses to do, or warns of: "refused to support X", "warned of attacking X"."""
    for step in range(position + 1, min(position + _REFUSED_WITHIN, len(syntax.nodes))):
        node = syntax.nodes[step]
        if isinstance(node, Phrase):
            continue
        if node.mark or syntax.ends_clause(step) or node.is_a("complementizer"):
            return []
        if not node.has_voice("noun", "either"):
            continue
        stop = syntax.clause_end(step, end)
        refused = syntax.nodes[position]
        if isinstance(refused, Word) and refused.is_a("warning"):
            led = node.preposition or syntax.follows(step, "partitive")
            return [Scope(node.start, stop, Modality.HYPOTHETICAL)] if led or step > position + 1 else []
        definite = syntax.lexicon.is_definite(node.core)
        owned = step > position + 1 and syntax.governors[position + 1] == "of"
        own = syntax.follows(step + 2, "with") or (not definite and (owned or not syntax.has_doer(step)))
        own = own or node.is_a("own_deed")
        return [Scope(node.start, stop, Modality.DENIED)] if own else []
    return []


def _charge(syntax: Syntax, position: int) -> int:
    """Where it begins to say of what somebody is accused: behind who accuses whom."""
    prepositions = syntax.lexicon.pack.words["speech_preposition"]
    for node in syntax.nodes[position + 1 :]:
        leads = isinstance(node, Word) and node.is_a("speech_preposition", "claimed", "charge")
        if leads or (isinstance(node, Word) and node.preposition in prepositions):
            return node.start
    return syntax.nodes[position].end


def _may_be(syntax: Syntax, position: int, node: Word) -> bool:
    """Whether a particle that with a past verb says "has", with a present one "may", stands before a present one."""
    following = syntax.nodes[position + 1] if position + 1 < len(syntax.nodes) else None
    if not node.is_a("may") or _is_pluperfect(syntax, position):
        return False
    return isinstance(following, Word) and _is_present(syntax, following)


def _nears(syntax: Syntax, position: int) -> bool:
    """Whether a verb says that somebody comes near to doing something: "X drew close to capturing P"."""
    verb = syntax.nodes[position]
    if not isinstance(verb, Word) or not verb.is_a("nearing"):
        return False
    for step in range(position + 1, min(position + _REFUSED_WITHIN, len(syntax.nodes) - 1)):
        node = syntax.nodes[step]
        if node.mark:
            return False
        if isinstance(node, Word) and node.is_a("partitive"):
            deed = syntax.nodes[step + 1]
            return isinstance(deed, Word) and deed.has_voice("noun", "either")
    return False


def _until_told(syntax: Syntax, position: int, stop: int) -> int:
    """Where "and" goes on with what was done, before ``stop`` at the latest: "called on X to leave and accused it"."""
    for step in range(position + 2, len(syntax.nodes)):
        node = syntax.nodes[step]
        if node.start >= stop:
            break
        if not isinstance(node, Word) or not node.conjunction or node.preposition or node.mark:
            continue
        finite = syntax.is_verb(step) and node.has_voice("active") and not node.has_voice("either", "noun")
        carries = node.is_a("light", "reporting", "announcing") and not node.is_a("light_noun")
        if (finite or carries) and not _is_present(syntax, node) and not _is_after_that(syntax, step):
            return node.start
    return stop


def _is_after_that(syntax: Syntax, position: int) -> bool:
    """Whether the verb goes on with a clause that "that" or "which" opened: "may say that X took P and left"."""
    for step in range(position - 1, -1, -1):
        node = syntax.nodes[step]
        if isinstance(node, Word) and node.is_a("relative", "complementizer"):
            return True
        if isinstance(node, Word) and (node.is_a(*_OPENERS) or syntax.ends_clause(step)):
            return False
    return False


def _is_expected(syntax: Syntax, position: int) -> bool:
    """Whether what "that" opens is only feared or foreseen: a present verb stands behind it."""
    following = syntax.nodes[position + 1] if position + 1 < len(syntax.nodes) else None
    if not isinstance(following, Word) or not _is_present(syntax, following):
        return False
    for step in range(position - 1, max(-1, position - _FARTHEST_FEAR), -1):
        node = syntax.nodes[step]
        if isinstance(node, Word) and node.is_a("expecting"):
            return not syntax.follows(step, "negation")
        if syntax.ends_clause(step):
            return False
    return False


def _is_present(syntax: Syntax, following: Word) -> bool:
    """Whether a verb is in the present: it opens with a letter of that tense, and is another form with another."""
    letters = syntax.lexicon.pack.words["present_letters"]
    first, rest = following.core[:1], following.core[1:]
    if first not in letters:
        return False
    frames = {frame.id for frame, _ in following.senses}
    others = (syntax.lexicon.exact(letter + rest) for letter in letters if letter != first)
    return any(
        o is not None and (frames & {f.id for f, _ in o.senses} or o.classes & following.classes)
        for o in others
    )


def _is_pluperfect(syntax: Syntax, position: int) -> bool:
    """Whether "was" stands before the particle in its clause: "X had reached"."""
    for step in range(position - 1, max(-1, position - _HAD_WITHIN), -1):
        if syntax.ends_clause(step) or is_comma(syntax.nodes[step]):
            return False
        node = syntax.nodes[step]
        if isinstance(node, Word) and node.is_a("was"):
            return True
    return False


def _fact(syntax: Syntax, position: int, node: Word, end: int) -> Scope[Modality] | None:
    """What is taken for granted even within a doubt: a deed in a relative clause, a cause, what is to end."""
    held = any(frame.predicate and "place" in frame.subject.kinds for frame, _ in node.senses)
    if held and syntax.lexicon.is_definite(node.core):
        return Scope(node.start, node.end, Modality.ASSERTED)  # "Threatened the town, (the one) held by X".
    relative = node.is_a("relative") and not _is_weakened(syntax, position)
    factive = node.is_a("factive") or _is_amid(syntax, position, node)
    if not (relative or factive or "ending" in syntax.lexicon.nouns(node.text)):
        return None
    for step in range(position + 1, len(syntax.nodes)):
        following = syntax.nodes[step]
        if not isinstance(following, Word):
            continue
        itself = relative and step == position + 1 and bool(following.suffix)
        if syntax.ends_clause(step) or (following.is_a(*_WEAKENING) and not itself):
            return Scope(node.start, following.start, Modality.ASSERTED)
        if following.senses:
            owned = bool(following.suffix) and following.has_voice("noun", "either")
            definite = owned or syntax.lexicon.is_definite(following.core) or _is_owned(syntax, step)
            known = relative or factive or definite
            return Scope(node.start, following.end, Modality.ASSERTED) if known else None
    return Scope(node.start, end, Modality.ASSERTED) if relative else None


def _is_owned(syntax: Syntax, position: int) -> bool:
    """Whether a noun of action is that of whom or what is named right behind it: "(stopping) the raids of X"."""
    deed, owner = (
        syntax.nodes[position],
        syntax.nodes[position + 1] if position + 1 < len(syntax.nodes) else None,
    )
    noun = isinstance(deed, Word) and deed.has_voice("noun", "either") and syntax.has_doer(position)
    return noun and isinstance(owner, Phrase) and not (owner.preposition or owner.conjunction)


def _is_amid(syntax: Syntax, position: int, node: Word) -> bool:
    """Whether a comma parts off what goes on meanwhile: "to retake P, amid shelling by X"."""
    if not node.is_a("meanwhile") or position == 0 or not is_comma(syntax.nodes[position - 1]):
        return False
    following = syntax.nodes[position + 1] if position + 1 < len(syntax.nodes) else None
    return isinstance(following, Word) and following.has_voice("noun") and not following.is_a(*_WEAKENING)


def _is_weakened(syntax: Syntax, position: int) -> bool:
    following = syntax.nodes[position + 1] if position + 1 < len(syntax.nodes) else None
    if not isinstance(following, Word) or (following.suffix and following.has_voice("active")):
        return False  # "Whom they stopped": the verb itself is the deed.
    return following.is_a(*_WEAKENING) or following.has_voice("future")


def _is_purpose(syntax: Syntax, position: int) -> bool:
    """A noun of action behind "to": a plan, unless somebody was left to do it alone."""
    node = syntax.nodes[position]
    if not isinstance(node, Word) or node.preposition not in syntax.lexicon.pack.words["belonging"]:
        return False
    if not (node.senses or node.is_a("light")):
        return False
    deed = node.has_voice("noun", "either") or node.is_a("light")
    following = syntax.nodes[position + 1] if position + 1 < len(syntax.nodes) else None
    if node.suffix and isinstance(following, Phrase) and not following.preposition:
        return False  # "Punished X for its backing Y": with a pronoun and its object it is a reason.
    goal = node.is_a("purposed") and isinstance(following, Word) and following.is_a("preposition")
    if not deed or (syntax.lexicon.is_definite(node.core) and not goal) or _is_judged(syntax, position):
        return False
    before = [n for n in syntax.nodes[max(0, position - _PURPOSE_REACH) : position] if isinstance(n, Word)]
    return not any(word.is_a(*_NO_PLAN) for word in before)


def _is_judged(syntax: Syntax, position: int) -> bool:
    """Whether "to" leads to what the noun before it judges: "his condemnation of the raids"."""
    before = syntax.nodes[position - 1] if position else None
    if not isinstance(before, Word) or not before.has_voice("noun", "either"):
        return False
    return bool(before.suffix) or any(frame.of_deed for frame, _ in before.senses)


def _is_excepted(syntax: Syntax, position: int) -> bool:
    """Whether "but" or "except" follows in the clause, so that what is told took place: "holds nothing but P"."""
    for step in range(position + 1, len(syntax.nodes)):
        node = syntax.nodes[step]
        if isinstance(node, Word) and node.is_a("exceptive"):
            return True
        if syntax.ends_clause(step) or is_comma(node):
            return False
    return False


def _corrected_at(syntax: Syntax, position: int, end: int) -> int:
    """Where "but rather" says before ``end`` what is so instead; else ``end``."""
    corrected = (
        node.start
        for node in syntax.nodes[position + 1 :]
        if isinstance(node, Word) and node.start < end and node.is_a("corrective")
    )
    return next(corrected, end)


def _negation_end(syntax: Syntax, position: int, end: int) -> int:
    """A negation reaches over the next word; over its clause where that word, or it, only carries what it negates."""
    negation = syntax.nodes[position]
    if isinstance(negation, Word) and negation.is_a("copula"):
        return _corrected_at(syntax, position, syntax.clause_end(position, end))
    for step in range(position + 1, len(syntax.nodes)):
        node = syntax.nodes[step]
        if isinstance(node, Phrase) or node.mark:
            break
        if node.is_a("light", "occur", "negated_carrier"):
            return syntax.clause_end(step, end)
        if not node.is_a("adverb", "preposition", "negation", "complementizer"):
            return node.end
    return negation.end

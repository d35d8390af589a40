"""Tells verbs from nouns of the same form by the words beside them."""

from __future__ import annotations

from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word
from kg.extract.ordered.beside_verbs import (
    is_behind_gap,
    is_first_deed,
    is_listed,
    is_made_to,
    is_subject_noun,
    is_title_of,
    leaves_to_next,
    may_open,
    node_before,
    subject_before,
)
from kg.extract.ordered.gerunds import behind_gerunds, is_led_gerund, is_participle
from kg.extract.ordered.neighbours import (
    describes_body,
    goes_on_as_noun,
    is_body,
    is_plural,
    names_people,
    opens_object,
)

VERBAL = frozenset({"base", "third", "past", "finite", "participle", "gerund", "plain"})
_BEFORE_NOUN = (
    *("article", "demonstrative", "possessor", "possessive", "nisba", "epithet", "number", "quantifier"),
    *("compound", "direction", "ordinal"),
)
_ATTRIBUTIVE = frozenset({"past", "participle", "gerund", "plain"})
_BEHIND_ADVERB = ("preposition", "clause", "conjunction", "agent", "that", "to")
_SHORTEST_VERB = 5
"""Letters of a verb that is known by its ending alone."""
_VERB_CLASSES = (
    *(
        "reporting",
        "carrying",
        "light",
        "suffer",
        "receive",
        "occur",
        "causing",
        "failure",
        "intent",
        "calling",
    ),
    *("denial", "accusing", "quoting", "verb", "means", "serving", "declining", "ascribing"),
)
"""Classes of words that are verbs where they stand as verbs do."""
_AUXILIARY = ("be", "have", "do", "modal", "negation", "adverb")
_NEVER_BEFORE_VERB = ("article", "possessor", "possessive", "owning_relative")


def assign(nodes: list[Node], lexicon: Lexicon) -> None:
    """Sets ``part`` of each word that a frame knows, and leaves it only the senses of that part; in place."""
    running = lexicon.pack.grammar.capitals and _is_running(nodes)
    for position, node in enumerate(nodes):
        if isinstance(node, Word) and node.is_a("about") and _is_number(nodes[position + 1 : position + 2]):
            node.classes = frozenset({"quantifier"})
    for position, node in enumerate(nodes):
        if not isinstance(node, Word) or node.mark or node.is_a("date"):
            continue
        if running and position and _is_of_name(nodes, position):
            node.classes, node.senses = node.classes.difference(_VERB_CLASSES), ()
            continue
        if node.is_a("that"):
            after = nodes[position + 1] if position + 1 < len(nodes) else None
            verbal = isinstance(after, Word) and (
                bool(after.senses) or after.is_a(*_AUXILIARY, *_VERB_CLASSES)
            )
            node.classes |= {"relative" if verbal and not opens_object(after) else "complementizer"}
            continue
        if node.is_a("neither"):
            after = nodes[position + 1] if position + 1 < len(nodes) else None
            if isinstance(after, Word) and after.is_a("dual_noun"):
                # "Neither side".
                node.classes = frozenset({"neither", "dual", "quantifier"})
            continue
        if _is_within_noun(nodes, position, lexicon):
            node.classes, node.senses = frozenset({"epithet"}), ()
            continue
        if node.is_a("floating") and _is_afloat(nodes, position):
            node.classes = frozenset({"adverb"})
            continue
        if node.is_a("about", "dual") and _tells_how(nodes, position):
            node.classes = frozenset({"adverb"})
            continue
        if node.is_a("ordinal") and is_first_deed(nodes, position, lexicon):
            node.classes = frozenset({"adverb"})
            continue
        if not node.classes and not node.senses and _is_adverb(nodes, position, lexicon):
            node.classes = frozenset({"adverb"})
            continue
        if not node.classes and not node.senses and _looks_verbal(nodes, position, lexicon):
            node.part = "verb"
        if not (node.senses or node.is_a(*_VERB_CLASSES)):
            continue
        voices = {voice for _, voice in node.senses}
        verbal = bool(voices & VERBAL) or (
            node.is_a(*_VERB_CLASSES) and not node.is_a("preposition", "clause")
        )
        deed = "noun" in voices or node.is_a("noun", "title", "head", "site", "target")
        if not verbal:
            node.part = "deed" if "noun" in voices and not is_body(nodes, position, lexicon) else ""
        elif _is_verb(nodes, position, voices, lexicon, deed=deed):
            node.part = "verb"
            node.classes -= {"head", "title", "noun", "epithet"}
        elif "noun" in voices:
            node.part = "deed"
            node.classes = node.classes.difference(_VERB_CLASSES)
        else:
            node.classes = node.classes.difference(_VERB_CLASSES)
        if node.part == "verb":
            node.senses = tuple(sense for sense in node.senses if sense[1] in VERBAL)
        else:
            node.senses = tuple(sense for sense in node.senses if sense[1] not in VERBAL)


def _is_within_noun(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether an adverb says how an adjective is meant behind an article: "a locally recruited militia"."""
    word, before = nodes[position], nodes[position - 1] if position else None
    after = nodes[position + 1] if position + 1 < len(nodes) else None
    endings = lexicon.pack.grammar
    assert isinstance(word, Word)
    if not endings.adverb_endings or not word.core.endswith(endings.adverb_endings) or word.senses:
        return False
    led = (
        isinstance(before, Word)
        and before.is_a("article", "possessor", "possessive")
        and not before.is_a("adverb")
    )
    known = word.is_a("adverb") or not word.classes
    followed = (
        isinstance(after, Word) and after.written.islower() and after.core.endswith(endings.verb_endings)
    )
    return led and known and followed


def _is_afloat(nodes: list[Node], position: int) -> bool:
    """Whether "all" stands behind those of whom it is said, before their verb: "A, B and C all joined X"."""
    before, after = nodes[position - 1] if position else None, nodes[position + 1 : position + 2]
    named = isinstance(before, Phrase) or (
        isinstance(before, Word) and before.is_a("head", "noun", "pronoun")
    )
    return named and any(
        isinstance(node, Word) and (_is_verbal(node) or node.is_a("modal")) for node in after
    )


def _tells_how(nodes: list[Node], position: int) -> bool:
    """Whether a word stands between an auxiliary and its verb: "are both parts of X", "have nearly taken P"."""
    before, after = nodes[position - 1] if position else None, nodes[position + 1 : position + 2]
    if not isinstance(before, Word) or not before.is_a("be", "have", "modal"):
        return False
    return any(isinstance(node, Word) and (_is_verbal(node) or node.is_a("adverb")) for node in after)


def _is_running(nodes: list[Node]) -> bool:
    """Whether capitals tell names from other words: not in a line that is in capitals throughout."""
    words = (node for node in nodes if isinstance(node, Word) and len(node.core) >= _SHORTEST_VERB)
    return any(word.written.islower() for word in words)


def _is_of_name(nodes: list[Node], position: int) -> bool:
    """Whether a word that is elsewhere a verb is here a part of a name: "the Eastern Shield militia"."""
    word, before = nodes[position], nodes[position - 1]
    assert isinstance(word, Word)
    voices = {voice for _, voice in word.senses}
    if not word.written[:1].isupper() or not voices or not voices <= VERBAL or len(word.written) < 2:
        return False
    return not before.mark if isinstance(before, Word) else True


def _is_number(nodes: list[Node]) -> bool:
    return any(isinstance(node, Word) and node.core[:1].isdigit() for node in nodes)


def _leads_to_noun(nodes: list[Node], position: int) -> bool:
    """Whether the "to" at ``position`` belongs to a participle and leads a noun: "loyal to renegade general X"."""
    word = nodes[position - 1] if position else None
    to = nodes[position]
    return (
        isinstance(word, Word)
        and isinstance(to, Word)
        and any(voice == "participle" and to.core in frame.object.preps for frame, voice in word.senses)
    )


def _is_adverb(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether a word that nobody knows is an adverb: by its ending, before a verb, not within a noun phrase."""
    word = nodes[position]
    assert isinstance(word, Word)
    endings = lexicon.pack.grammar.adverb_endings
    if not endings or not word.core.endswith(endings) or word.written[:1].isupper():
        return False
    before, after = nodes[position - 1] if position else None, nodes[position + 1 : position + 2]
    if isinstance(before, Word) and before.is_a("preposition", *_BEFORE_NOUN):
        return False
    following = after[0] if after else None
    dated = isinstance(following, Word) and following.is_a("date", "adverb")
    if dated and isinstance(before, Word) and _is_verbal(before):
        # "Fought sporadically on Sunday".
        return True
    if following is None or (
        isinstance(following, Word) and (following.mark or following.is_a(*_BEHIND_ADVERB))
    ):
        # "Bombed the town relentlessly".
        return position > 0
    return isinstance(following, Word) and (_is_verbal(following) or following.core.endswith(endings))


def _is_verbal(word: Word) -> bool:
    return any(voice in VERBAL for _, voice in word.senses) or word.is_a(*_VERB_CLASSES, "be", "have")


def _looks_verbal(nodes: list[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether a word that nobody knows is a verb by its ending and by what stands beside it."""
    word = nodes[position]
    assert isinstance(word, Word)
    grammar = lexicon.pack.grammar
    if (
        not word.core.isalpha()
        or (grammar.capitals and word.written[:1].isupper())
        or len(word.core) < _SHORTEST_VERB
    ):
        return False
    before = node_before(nodes, position)
    after = nodes[position + 1] if position + 1 < len(nodes) else None
    if isinstance(before, Word) and before.is_a("seeming"):
        # "Appears to show X".
        return opens_object(after)
    if isinstance(before, Word) and before.is_a("to") and opens_object(after):
        return not _leads_to_noun(nodes, position - 1)
    if word.core.endswith(grammar.verb_endings):
        led = isinstance(before, Word) and before.is_a(*_BEFORE_NOUN)
        return not led and not (
            isinstance(before, Word) and before.is_a("preposition") and goes_on_as_noun(after)
        )
    named = isinstance(before, Phrase) or (
        isinstance(before, Word) and before.is_a("pronoun", "relative", "that")
    )
    follows = opens_object(after) or (
        isinstance(after, Word) and after.is_a("that", "to", "complementizer", "pronoun")
    )
    return named and follows and word.core.endswith(grammar.third_endings)


def _is_verb(nodes: list[Node], position: int, voices: set[str], lexicon: Lexicon, *, deed: bool) -> bool:
    word = nodes[position]
    assert isinstance(word, Word)
    before = node_before(nodes, position)
    after = nodes[position + 1] if position + 1 < len(nodes) else None
    if word.is_a("title") and is_title_of(word, before, after, VERBAL):
        # "X and Y ally Z have met".
        return False
    dual = nodes[position - 1] if position and word.is_a("dual_noun") and voices <= {"third"} else None
    if isinstance(dual, Word) and dual.is_a("dual"):
        # "The two sides".
        return False
    if isinstance(before, Word):
        if before.is_a(*_NEVER_BEFORE_VERB):
            return False
        if word.is_a("quantifier") and (before.part == "verb" or before.is_a("preposition", *_BEFORE_NOUN)):
            # "Bombed part of the town", "in the southern part of the town".
            return False
        if before.is_a("be", "have") and voices and voices & VERBAL <= {"base", "third"}:
            return False
        if before.is_a("to") and voices and not voices & {"base", "plain"}:
            # "Loyal to defected General X", "support to armed groups".
            return False
        if before.is_a("relative", "where") and is_subject_noun(word, after):
            # "The town that rebels captured".
            return False
        if before.is_a("to", "modal", "do", "be", "have", "negation", "relative", "that", "pronoun"):
            return not (before.is_a("that") and deed and not opens_object(after))
        if before.part == "verb" and bool(before.senses) and word.is_a("weapons") and not opens_object(after):
            # "Sent arms to X".
            return False
        if before.is_a("title") and word.is_a("reporting") and opens_object(after):
            # "A security official told X".
            return True
        if before.is_a(*_BEFORE_NOUN) and not before.is_a("head") and not names_people(before, lexicon):
            if not voices and _is_base(word, lexicon):
                return False
            if (
                not voices
                and before.is_a("quantifier")
                and word.text.endswith(lexicon.pack.grammar.third_endings)
            ):
                # "Two brokers".
                return False
            attributive = bool(voices & _ATTRIBUTIVE) or word.text.endswith(lexicon.pack.grammar.verb_endings)
            return not deed and not (attributive and goes_on_as_noun(after))
        if before.is_a("preposition") and not voices and not word.text.partition(" ")[0].endswith("ing"):
            return False
        if before.is_a("preposition") and voices and voices <= {"base", "third"}:
            return False
        describing = bool(voices) and voices <= {"past", "participle"} and goes_on_as_noun(after)
        if before.is_a("preposition") and describing:
            return False
        if before.is_a("conjunction", "preposition") and word.is_a("epithet") and goes_on_as_noun(after):
            # "The town and surrounding villages".
            return False
        if before.is_a("conjunction", "preposition") and word.is_a("weapons") and goes_on_as_noun(after):
            # "Camps and arms depots".
            return False
        acting = before.part == "verb" and bool(before.senses)
        attributive = acting and not voices - _ATTRIBUTIVE and not is_behind_gap(nodes, position)
        if attributive and describes_body(word, after, lexicon):
            # "Attacked suspected militants".
            return False
        third = voices == {"third"} or (not voices and word.text.endswith(lexicon.pack.grammar.third_endings))
        if before.part == "verb" and third and not is_behind_gap(nodes, position):
            # "Hit shelters".
            return False
        listed = before.is_a("conjunction") and voices == {"participle"}
        if listed and (
            isinstance(after, Phrase) or (isinstance(after, Word) and after.is_a("head", "nisba"))
        ):
            # "The army and allied militias".
            return False
    if isinstance(after, Word) and after.is_a("agent") and voices & {"plain", "past", "participle"}:
        # "A base run by X".
        return True
    helping = isinstance(before, Word) and before.is_a("bare_causing") and before.is_a("carrying")
    if helping and ("base" in voices or (not voices and _is_base(word, lexicon))):
        # "Helped capture P".
        return True
    if "base" in voices and (opens_object(after) or " " in word.core) and is_made_to(nodes, position):
        return True
    if isinstance(before, Word) and before.is_a("hedge") and before.core.endswith(" to") and "base" in voices:
        # "Is said to include X".
        return True
    inverted = position > 1 and isinstance(first := nodes[position - 2], Word) and first.is_a("modal", "do")
    if inverted and isinstance(before, Phrase) and "base" in voices:
        return True
    if not deed:
        base = voices == {"base"} or (not voices and _is_base(word, lexicon))
        return not base or may_open(nodes, position, before)
    if "gerund" in voices:
        if isinstance(after, Word) and after.core in lexicon.pack.words["genitive"]:
            # "X's killing of Y".
            return False
        begun = isinstance(before, Word) and before.part == "verb" and before.is_a("carrying", "halting")
        if begun and goes_on_as_noun(after):
            # "Began bombing positions of X".
            return True
        described = is_plural(before) and not (isinstance(before, Word) and before.part == "deed")
        return (
            described
            or opens_object(behind_gerunds(nodes, position + 1))
            or is_led_gerund(before, after)
            or is_participle(nodes, position)
        )
    joint, earlier = [None, None, *nodes[:position]][-1:], nodes[position - 2] if position > 1 else None
    coupled = isinstance(joint[0], Word) and joint[0].is_a("conjunction") and isinstance(earlier, Word)
    if (
        "base" in voices
        and coupled
        and isinstance(earlier, Word)
        and earlier.part == "verb"
        and opens_object(after)
    ):
        # "To train and arm X".
        return any(voice in ("base", "plain") for _, voice in earlier.senses)
    if voices & {"base"} and not voices & {"third", "past", "finite", "plain"}:
        return (is_listed(nodes, position) or is_plural(subject_before(nodes, position))) and opens_object(
            after
        )
    if voices & {"past", "finite", "participle"}:
        return True
    subject = isinstance(before, Phrase) or (
        isinstance(before, Word) and before.is_a("pronoun", "relative", "that", "head", "title", "noun")
    )
    told = isinstance(direct := nodes[position - 1] if position else None, Word) and direct.is_a("adverb")
    if "third" in voices and told and isinstance(before, Word) and before.mark:
        # "X, unmoved, routinely shells villages".
        subject = True
    return subject and opens_object(after) and not leaves_to_next(nodes, position, word)


def _is_base(word: Word, lexicon: Lexicon) -> bool:
    """Whether a class has the word with an ending more, so that the word itself may be a noun too."""
    classes = word.classes.intersection(_VERB_CLASSES)
    return any(word.text + ending in lexicon.pack.words[name] for name in classes for ending in ("s", "es"))

"""Clauses that describe an indefinite group without "which", the group being their subject: "gunmen (who) hit P"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.agreement import is_plural, shown_gender
from kg.extract.nodes import Phrase, Word, is_comma

if TYPE_CHECKING:
    from kg.extract.syntax import Syntax

_MOST_ADJECTIVES = 3
"""Adjectives between the group and the verb."""
_PREDICATES = ("light", "modal", "reporting", "announcing", "occur", "failure", "suffer", "receive", "copula")
_FARTHEST_VERB = 22


def described(syntax: Syntax, verb: int) -> int | None:
    """The indefinite group whose clause the word at ``verb`` opens as its predicate, or None.

    It stands right before, and a predicate of its own before it: "after battles with gunmen X took P" is about X.
    """
    word = syntax.nodes[verb]
    if not isinstance(word, Word) or word.suffix or word.conjunction or word.preposition:
        return None
    if not _is_predicate(syntax, verb) or word.has_voice("passive", "noun"):
        return None
    position = _group_before(syntax, verb)
    if position is None or not _is_indefinite_group(syntax, position) or not _agrees(syntax, position, word):
        return None
    return position if _has_verb_before(syntax, position) else None


def may_describe(syntax: Syntax, relative: int, phrase: Phrase) -> bool:
    """Whether "which" in the masculine may mean what a phrase names: a body whose noun is feminine it does not."""
    word, noun = syntax.nodes[relative], phrase.words[0] if phrase.words else None
    if phrase.via == "transparent":
        # "The aircraft of the coalition, which X leads": X leads the coalition.
        noun = next((each for each in phrase.words if not each.is_a("transparent_actor")), noun)
    if not isinstance(word, Word) or not word.is_a("relative_masculine") or noun is None:
        return True
    body = phrase.actor is not None and phrase.actor.type != "Person"
    feminine = noun.core.endswith(tuple(syntax.lexicon.pack.clitics["feminine_endings"]))
    return not (body and feminine)


def first_of(syntax: Syntax, group: int) -> int:
    """The first of the list that the clause describes: of "the army and gunmen (who) hit P" the gunmen alone."""
    head = syntax.list_head(group, governed=True)
    return head if _is_indefinite_group(syntax, head) else group


def _is_predicate(syntax: Syntax, position: int) -> bool:
    word = syntax.nodes[position]
    return isinstance(word, Word) and (syntax.is_verb(position) or word.is_a(*_PREDICATES))


def _group_before(syntax: Syntax, verb: int) -> int | None:
    for step in range(verb - 1, max(-1, verb - 2 - _MOST_ADJECTIVES), -1):
        node = syntax.nodes[step]
        if isinstance(node, Phrase):
            return _behind_examples(syntax, step)
        adjective = node.is_a("epithet", "nisba", "as_adjective") or node.is_plain
        if node.mark or node.preposition or node.conjunction or not adjective:
            return None
    return None


def _behind_examples(syntax: Syntax, position: int) -> int:
    """The group of which examples are named up to ``position``: "states, among them X, (that) cut ties"."""
    opening = syntax.list_head(position, governed=True) - 1
    word = syntax.nodes[opening] if opening > 0 else None
    group = opening - 1 - (opening > 1 and is_comma(syntax.nodes[opening - 1]))
    among = isinstance(word, Word) and word.is_a("including") and isinstance(syntax.nodes[group], Phrase)
    return group if among else position


def _is_indefinite_group(syntax: Syntax, position: int) -> bool:
    """Whether the phrase opens with a noun for people without the article: "gunmen", "units of the army"."""
    phrase = syntax.nodes[position]
    noun = (
        phrase.words[0] if isinstance(phrase, Phrase) and phrase.actor is not None and phrase.words else None
    )
    if noun is None or not isinstance(phrase, Phrase) or syntax.lexicon.is_definite(noun.core):
        return False
    # Of "units of the army" the phrase keeps the nouns, and not the preposition between them.
    second = phrase.words[1] if len(phrase.words) > 1 else noun
    parted = phrase.via == "transparent" and second.start > noun.end + 1
    return (phrase.how == "described" or parted) and noun.is_a("head", "transparent_actor", "nisba")


def _agrees(syntax: Syntax, position: int, verb: Word) -> bool:
    phrase = syntax.nodes[position]
    assert isinstance(phrase, Phrase)
    lexicon = syntax.lexicon
    if verb.core.endswith(lexicon.verb_plurals):
        return True
    if is_plural(phrase, lexicon):
        return False
    openings, endings = lexicon.past_agreement.get("feminine", ((), ()))
    feminine = verb.core.endswith(endings) or verb.core.startswith(openings)
    return feminine is (shown_gender(phrase, lexicon) == "feminine")


def _has_verb_before(syntax: Syntax, position: int) -> bool:
    for step in range(position - 1, max(-1, position - _FARTHEST_VERB), -1):
        if syntax.ends_clause(step):
            return False
        if is_comma(syntax.nodes[step]):
            continue
        if _is_predicate(syntax, step):
            return True
    return False

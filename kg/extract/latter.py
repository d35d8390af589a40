""" "The latter" and "the former": who was named last, or before the last, as far as gender agrees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extract.agreement import shown_gender
from kg.extract.lexicon import Lexicon
from kg.extract.nodes import Node, Phrase, Word

_LEADS = (
    *(
        "preposition",
        "complementizer",
        "demonstrative",
        "reporting",
        "continued",
        "announcing",
        "accusing",
        "modal",
    ),
    *("light", "auxiliary", "copula", "left_alone", "receive", "suffer", "clause", "telling", "appeal"),
    *("transparent_actor", "head"),
)
"""Classes of words behind which it stands for a noun; behind a definite noun it is an adjective."""


def recall(nodes: list[Node], lexicon: Lexicon) -> list[Node]:
    """The nodes with "the latter" made a phrase wherever it stands for a noun; whom it means is told later."""
    if not any("latter" in node.classes or "former" in node.classes for node in nodes):
        return nodes
    return [
        _phrase(node)
        if isinstance(node, Word) and node.is_a("latter", "former") and _is_noun(nodes, position, lexicon)
        else node
        for position, node in enumerate(nodes)
    ]


def meant(phrase: Phrase, named: Iterable[Phrase], lexicon: Lexicon) -> Phrase | None:
    """Whom "the latter" or "the former" means among ``named``, the last first; None where nobody fits.

    "The former" takes two, and no more: of three nobody can tell which.
    """
    word = phrase.words[0]
    gender = (
        "feminine"
        if word.core.endswith(lexicon.feminine_endings) or word.is_a("feminine_noun")
        else "masculine"
    )
    fitting: list[Phrase] = []
    for one in named:
        new = one.actor is not None and all(
            one.actor.iri != other.actor.iri for other in fitting if other.actor
        )
        if one.words and one.words[0].is_a("former"):
            continue
        if new and one.how not in ("origin", "pronoun") and shown_gender(one, lexicon) in ("", gender):
            fitting.append(one)
    if word.is_a("former"):
        return fitting[1] if len(fitting) == 2 else None
    return fitting[0] if fitting else None


def _phrase(word: Word) -> Phrase:
    return Phrase(
        word.core_start, word.end, None, None, word.conjunction, word.preposition, how="short", words=[word]
    )


def _is_noun(nodes: Sequence[Node], position: int, lexicon: Lexicon) -> bool:
    """Whether the word stands alone, and is no adjective of the noun before it: "the last round"."""
    word, before = nodes[position], nodes[position - 1] if position else None
    following = nodes[position + 1] if position + 1 < len(nodes) else None
    if isinstance(following, Word) and (following.is_a("partitive") or following.is_a("ordinal")):
        return False  # "The last of its kind".
    if isinstance(word, Word) and (word.conjunction or word.preposition):
        return bool(word.preposition) or before is None or (isinstance(before, Word) and before.mark)
    if not isinstance(before, Word) or before.is_a("before_clause"):
        return before is None
    if before.mark:
        return True
    verb = before.has_voice("active", "future")
    if before.suffix or lexicon.is_definite(before.core):
        return verb or before.is_a("former")
    opens = position > 1 and isinstance(clause := nodes[position - 2], Word) and clause.is_a("clause")
    unknown = before.is_plain and (bool(before.conjunction) or opens)
    return verb or bool(before.senses) or before.is_a(*_LEADS) or unknown

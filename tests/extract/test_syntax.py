"""Clauses, governors and subjects."""

from __future__ import annotations

import pytest

from kg.extract import Extractor
from kg.extract.nodes import Phrase, Word
from kg.extract.syntax import Syntax
from tests.building import document
from tests.extract.stages import Stages, meant


def governors(syntax: Syntax) -> list[str]:
    return [
        governor
        for node, governor in zip(syntax.nodes, syntax.governors, strict=True)
        if isinstance(node, Phrase)
    ]


def position(syntax: Syntax, core: str) -> int:
    return next(i for i, node in enumerate(syntax.nodes) if isinstance(node, Word) and node.core == core)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("هاجم داعش منبج", ["bare", "bare"]),
        ("سيطر داعش على منبج", ["bare", "علي"]),
        ("سيطر داعش على معظم أحياء منبج", ["bare", "علي"]),
        ("ضربات لداعش", ["ل"]),
        ("قصف داعش", ["of"]),
    ],
)
def test_what_governs_a_phrase(stage: Stages, text: str, expected: list[str]) -> None:
    syntax = stage.syntax(text if text != "قصف داعش" else "أدى قصف داعش")
    assert governors(syntax) == expected


def test_a_form_that_may_be_verb_or_noun_is_a_verb_where_a_clause_opens(stage: Stages) -> None:
    assert stage.syntax("قصف داعش منبج").is_verb(0)
    assert not stage.syntax("توقف قصف داعش").is_verb(1)
    assert not stage.syntax("القصف مستمر").is_verb(0)


def test_a_full_stop_ends_a_clause_and_a_comma_does_not(stage: Stages) -> None:
    syntax = stage.syntax("هدأت المدينة، ثم عاد السكان.")
    assert syntax.ends_clause(len(syntax.nodes) - 1)
    assert not any(
        syntax.ends_clause(i)
        for i, node in enumerate(syntax.nodes)
        if isinstance(node, Word) and node.text == ","
    )


def test_that_and_while_end_a_clause(stage: Stages) -> None:
    for text in ("إن الطريق", "بينما الطريق", "لكن الطريق"):
        assert stage.syntax(text).ends_clause(0)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("داعش هاجم منبج", "هاجم", "isis"),
        ("داعش الذي هاجم منبج", "هاجم", "isis"),
        ("جيش العزة وداعش هاجما منبج", "هاجما", "jaish-al-izza"),
        ("من منبج هاجم", "هاجم", None),
        ("قال داعش إن الطريق مفتوح. هاجم", "هاجم", None),
    ],
)
def test_the_subject_before_a_verb(stage: Stages, text: str, verb: str, subject: str | None) -> None:
    syntax = stage.syntax(text)
    found = syntax.left_subject(position(syntax, verb))
    phrase = syntax.nodes[found] if found is not None else None
    assert (meant(phrase) if isinstance(phrase, Phrase) else None) == subject


def test_phrases_behind_a_new_clause_are_out_of_reach(stage: Stages) -> None:
    syntax = stage.syntax("هاجم داعش منبج، ودخل جيش العزة بلدة مورك")
    reached = [meant(node) for i in syntax.following(0) if isinstance(node := syntax.nodes[i], Phrase)]
    assert reached == ["isis", "manbij"]


def test_behind_a_relative_pronoun_the_text_may_end(extractor: Extractor) -> None:
    (claim,) = extractor.extract(document("قصف حزب الله بلدة سراقب التي"))
    assert (claim.predicate, claim.object.span.quote) == ("attacks", "بلدة سراقب")

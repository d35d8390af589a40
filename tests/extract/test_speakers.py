"""Speakers, listed or not."""

from __future__ import annotations

import pytest

from kg.extract.nodes import Word
from kg.extract.speakers import Speakers
from kg.extract.syntax import Syntax
from tests.extract.stages import Stages


def behind(stage: Stages, speakers: Speakers, text: str) -> str | None:
    syntax = stage.syntax(text)
    stop = next(i for i, n in enumerate(syntax.nodes) if isinstance(n, Word) and n.is_a("complementizer"))
    found = speakers.behind(syntax, _verb(syntax), stop)
    return text[found.start : found.end] if found is not None else None


def _verb(syntax: Syntax) -> int:
    return next(i for i, n in enumerate(syntax.nodes) if isinstance(n, Word) and n.is_a("reporting"))


@pytest.fixture
def speakers(stage: Stages) -> Speakers:
    return Speakers(stage.lexicon, stage.entities)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("قال داعش إن الطريق مفتوح", "داعش"),
        ("قال الحديدي إن الطريق مفتوح", "الحديدي"),
        ("قال صياد مسن إن الطريق مفتوح", "صياد مسن"),
        ("قال الحديدي في تصريح صحفي إن الطريق مفتوح", "الحديدي"),
        ("قال لداعش إن الطريق مفتوح", None),
        ("قال في تصريح صحفي إن الطريق مفتوح", None),
        ("قال لاحقا إن الطريق مفتوح", None),
        ("أكد ضرورة الحوار وأن الطريق مفتوح", None),
    ],
)
def test_who_stands_behind_a_verb_of_saying(
    stage: Stages, speakers: Speakers, text: str, who: str | None
) -> None:
    assert behind(stage, speakers, text) == who


def test_a_family_name_alone_means_who_was_named_in_full(stage: Stages, speakers: Speakers) -> None:
    syntax = stage.syntax("قال البستاني بشارة الحديدي إن الطريق مفتوح")
    full = speakers.behind(syntax, 0, len(syntax.nodes) - 3)
    short = speakers.behind(stage.syntax("قال الحديدي إن الطريق مفتوح"), 0, 2)
    assert full is not None and short is not None
    assert short.actor == full.actor

"""Clauses: what belongs together in a sentence, for dates and places."""

from __future__ import annotations

import pytest

from kg.extract.clauses import Clauses
from tests.extract.stages import Stages


@pytest.mark.parametrize(
    ("text", "first", "second", "together"),
    [
        ("هاجم تنظيم داعش البيشمركة في سنجار", "هاجم", "سنجار", True),
        ("في سنجار، هاجم تنظيم داعش البيشمركة", "سنجار", "هاجم", True),
        ("هاجم داعش البيشمركة، وقصف الرقة", "هاجم", "الرقة", False),
        ("هاجم داعش البيشمركة بينما قصف الجيش التركي الرقة", "هاجم", "الرقة", False),
        ("قال ناشطون إن داعش هاجم سنجار", "قال", "سنجار", False),
        ("هاجم داعش البيشمركة التي انسحبت من سنجار", "هاجم", "سنجار", False),
        ("هاجم داعش البيشمركة، التي انسحبت من كركوك، في سنجار", "هاجم", "سنجار", True),
        ("هاجم داعش البيشمركة بعد سيطرته على سنجار", "هاجم", "سنجار", False),
        ("هاجم داعش البيشمركة بعد يومين في سنجار", "هاجم", "سنجار", True),
    ],
)
def test_what_stands_in_one_clause(
    stage: Stages, text: str, first: str, second: str, *, together: bool
) -> None:
    clauses = Clauses(stage.syntax(text))
    one, other = (clauses.of(clauses.position(text.index(words))) for words in (first, second))
    assert (one is other) is together


def test_a_clause_knows_its_first_deed_and_what_lies_between_two_words(stage: Stages) -> None:
    text = "في سنجار هاجم تنظيم داعش البيشمركة وقصف الرقة"
    clauses = Clauses(stage.syntax(text))
    attack, raqqa = (clauses.position(text.index(words)) for words in ("هاجم", "الرقة"))
    assert clauses.first_deed(clauses.of(attack)) == attack
    assert not clauses.deed_between(clauses.position(0), attack)
    assert clauses.of(raqqa).kind == "joined"
    assert clauses.of(attack).joined_by is clauses.of(raqqa)

"""The same reader over English words of time: another language is another file."""

from __future__ import annotations

import pytest

from kg.extract.dates import Dates
from kg.extract.lexicon import Lexicon
from kg.extract.ordered.words import cut
from kg.folding import fold
from kg.languages import load_pack
from kg.model import PartialDate, Precision
from tests.extract.stages import Stages

_PUBLISHED = PartialDate("2015-10-14", Precision.DAY)
"""A Wednesday."""


@pytest.fixture(scope="module")
def english(stage: Stages) -> Stages:
    return Stages(Lexicon(load_pack("en")), stage.entities, stage.gazetteer)


def values(stage: Stages, text: str, published: PartialDate | None = _PUBLISHED) -> list[str | None]:
    folded = fold(text)
    words = cut(text, folded, 0, len(folded.text), [], stage.lexicon)
    dated = Dates(stage.lexicon).read(words, [], published)[1]
    return [each.past.value if each.past else None for each in dated]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on May 3, 2015", "2015-05-03"),
        ("on 3 May 2015", "2015-05-03"),
        ("on the 3rd of May 2015", "2015-05-03"),
        ("on Sunday, May 3, 2015,", "2015-05-03"),
        ("in early March", "2015-03"),
        ("in May 2015", "2015-05"),
        ("in late December", "2014-12"),
        ("last May", "2015-05"),
        ("May 3-7, 2015", "2015-05-03/2015-05-07"),
        ("from 28 May to 3 June 2015", "2015-05-28/2015-06-03"),
        ("in 2014", "2014"),
        ("since 2012", "2012-01-01/2015-10-14"),
        ("between 2012 and 2014", "2012-01-01/2014-12-31"),
        ("on May 3", "2015-05-03"),
        ("yesterday", "2015-10-13"),
        ("last week", "2015-10-05/2015-10-11"),
        ("last month", "2015-09"),
        ("this year", "2015"),
        ("two days ago", "2015-10-12"),
        ("a week ago", "2015-10-04/2015-10-10"),
        ("on Tuesday", "2015-10-13"),
        ("late on Friday night", "2015-10-09"),
        ("last Wednesday", "2015-10-07"),
        ("on 25/12/2014", "2014-12-25"),
        ("on 12/25/2014", "2014-12-25"),
        ("on 5/5/2015", "2015-05-05"),
        ("on 05/03/2015", "2015"),
        ("on 2015-03-05", "2015-03-05"),
        ("in Ramadan 1436 AH", "2015-06-18/2015-07-16"),
    ],
)
def test_an_english_date_is_read_by_the_same_engine(english: Stages, text: str, value: str) -> None:
    assert values(english, text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "they may attack",
        "they march in",
        "in the march on",
        "the 17 May Brigade",
        "resolution 2042",
        "2014 men",
    ],
)
def test_verbs_names_and_numbers_are_no_english_dates(english: Stages, text: str) -> None:
    assert values(english, text) == []


@pytest.mark.parametrize(
    "text", ["two days earlier", "before 2014", "on May 32, 2015", "on 31/13/2015", "over the past two weeks"]
)
def test_what_cannot_be_told_is_no_english_date(english: Stages, text: str) -> None:
    assert values(english, text) == [None]


def test_without_a_day_of_publication_there_is_no_yesterday(english: Stages) -> None:
    assert values(english, "yesterday", None) == [None]

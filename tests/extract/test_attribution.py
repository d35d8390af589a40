"""Who says it."""

from __future__ import annotations

import pytest

from kg.extract import Extractor
from tests.building import document
from tests.extract.cases import slug

_SAID = "جيش العزة هاجم داعش"


def sources(extractor: Extractor, text: str) -> list[list[str]]:
    return [[slug(m) for m in claim.attributed_to] for claim in extractor.extract(document(text))]


@pytest.mark.parametrize(
    "text",
    [
        f"قالت حركة حماس إن {_SAID}.",
        f"أكدت حركة حماس أن {_SAID}.",
        f"وأوضحت حركة حماس: «{_SAID}».",
        f"بحسب حركة حماس، فإن {_SAID}.",
        f"{_SAID}، وفق حركة حماس.",
        f"{_SAID}، كما ذكرت حركة حماس.",
        f"نقلا عن حركة حماس: {_SAID}.",
    ],
)
def test_one_source_in_seven_ways(extractor: Extractor, text: str) -> None:
    assert sources(extractor, text) == [["hamas"]]


@pytest.mark.parametrize(
    "text",
    [
        f"{_SAID}. وقالت حركة حماس إن الطقس جميل.",
        f"استمعت حركة حماس إلى الخطاب. {_SAID}.",
        f"{_SAID} قبل أن تصل حركة حماس.",
    ],
)
def test_who_does_not_say_it_is_no_source(extractor: Extractor, text: str) -> None:
    assert sources(extractor, text) == [[]]


def test_a_second_speaker_ends_the_first(extractor: Extractor) -> None:
    text = f"قالت حركة حماس إن الطقس جميل، فيما قال فيلق الشام إن {_SAID}."
    assert sources(extractor, text) == [["faylaq-al-sham"]]


def test_speech_goes_on_where_a_verb_says_so(extractor: Extractor) -> None:
    text = f"قالت حركة حماس إن الطقس جميل. وأضافت أن {_SAID}."
    assert sources(extractor, text) == [["hamas"]]


def test_an_open_quotation_reaches_into_the_next_sentence_and_ends_there(extractor: Extractor) -> None:
    text = f'قالت حركة حماس: "الطقس جميل. {_SAID}". دخل فيلق الشام مورك.'
    assert sources(extractor, text) == [["hamas"], []]


def test_a_source_is_a_mention_in_the_text(extractor: Extractor) -> None:
    text = f"قالت حركة حماس إن {_SAID}."
    (claim,) = extractor.extract(document(text))
    assert claim.attributed_to[0].span.quote == "حركة حماس"

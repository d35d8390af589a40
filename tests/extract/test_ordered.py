"""Reading by the order of words holds on whatever is put in front of it, and takes each word for what it is there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import Extractor
from kg.languages import load_pack
from tests.building import document
from tests.extract.cases import spans

_NAMES = ["Hezbollah", "Israel", "Aleppo", "Bashar al-Assad", "U.S.", "Syrian", "Karim Haddad", "al-Nusra"]
_MARKS = [",", ".", '"', "'s", "'", "-", "(", ")", ":", ";", "?", "—", "…"]


def _vocabulary() -> list[str]:
    pack = load_pack("en")
    words = {word for frame in pack.frames for word in frame.forms}
    for classes in (*pack.words.values(), pack.heads, pack.titles, pack.nisba):
        words.update(classes)
    return sorted(words)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(_vocabulary()) | st.sampled_from(_NAMES) | st.sampled_from(_MARKS), max_size=30)
)
def test_any_sequence_of_words_is_read_without_an_error(
    extractors: dict[str, Extractor], words: list[str]
) -> None:
    source = document(" ".join(words), language="en")
    for claim in extractors["en"].extract(source):
        for span in spans(claim):
            assert source.text[span.start : span.end] == span.quote


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "The the the of of of and and.",
        "'s 's 's",
        "((((Hezbollah))))",
        '"""Hezbollah said "',
        "Hezbollah-backed-led-allied Israel",
        "pro- anti- pro-",
        "HEZBOLLAH ATTACKED ISRAEL",
        "Hezbollah, " * 400,
        "attack " * 800,
        "Hezbollah attacked Israel and " * 200,
    ],
)
def test_texts_that_are_no_prose_are_read_without_an_error(
    extractors: dict[str, Extractor], text: str
) -> None:
    extractors["en"].extract(document(text, language="en"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Israel attacks Hezbollah.", 1),
        ("Israel attacks on Hezbollah continued.", 0),
        ("Iran supports Hezbollah.", 1),
        ("Hezbollah controls Tyre.", 1),
        ("Controls on Hezbollah were tightened.", 0),
        ("Rebels fighting Hezbollah left.", 1),
        ("The besieged Hezbollah fighters left.", 0),
    ],
)
def test_a_word_is_a_verb_or_a_noun_by_where_it_stands(
    extractors: dict[str, Extractor], text: str, found: int
) -> None:
    claims = extractors["en"].extract(document(text, language="en"))
    assert len([claim for claim in claims if ".verb" in claim.rule]) == found

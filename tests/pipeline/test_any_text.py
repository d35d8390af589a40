"""From bytes to claims, whatever the text holds: offsets reproduce its words, and nothing stops the run."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extractors.packed import PackedExtractors
from kg.pipeline import Extraction, extract
from kg.readers import Unreadable, read_documents

SENTENCES = ("حزب الله يدعم القوات الحكومية السورية في حلب.", "اندلعت معارك بين جبهة النصرة وحزب الله.")
_ANYTHING = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
_INVISIBLE = st.sampled_from(
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202e\u2060\u2066\u2069\ufeff\u064e\u0651\u0640"
)
_PIECES = st.one_of(
    st.sampled_from(SENTENCES),
    st.text(_ANYTHING, max_size=30),
    st.text(st.sampled_from("«»\"'()[]\r\n .،؛:-\t"), max_size=20),
    st.sampled_from(SENTENCES).flatmap(
        lambda sentence: st.lists(st.tuples(st.integers(0, len(sentence)), _INVISIBLE), max_size=8).map(
            lambda marks: _marked(sentence, marks)
        )
    ),
)


def _marked(sentence: str, marks: list[tuple[int, str]]) -> str:
    letters = list(sentence)
    for place, mark in sorted(marks, reverse=True):
        letters.insert(place, mark)
    return "".join(letters)


@pytest.fixture(scope="module")
def extractor() -> PackedExtractors:
    return PackedExtractors()


def _checked(found: Extraction | Unreadable, text: str) -> int:
    if isinstance(found, Unreadable):
        assert found.problem
        assert found.way_out
        return 0
    assert found.document.text == text
    for claim in found.claims:
        spans = [claim.subject.span, claim.object.span, claim.evidence]
        spans += [source.span for source in claim.attributed_to]
        spans += [claim.place.span] if claim.place else []
        for span in spans:
            assert text[span.start : span.end] == span.quote
    return len(found.claims)


@settings(deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=8).map(" ".join))
def test_offsets_reproduce_the_words_of_any_text(extractor: PackedExtractors, text: str) -> None:
    (given_,) = read_documents(["-"], stdin=io.BytesIO(text.encode()), language="ar", form="txt")
    (found,) = extract([given_], extractor=extractor)
    _checked(found, text.removeprefix("\ufeff"))


@settings(deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=3).map(" ".join))
def test_offsets_reproduce_the_words_of_any_record(extractor: PackedExtractors, text: str) -> None:
    line = json.dumps({"id": "a", "text": text, "language": "ar"}).encode()
    (given_,) = read_documents(["-"], stdin=io.BytesIO(line))
    (found,) = extract([given_], extractor=extractor)
    _checked(found, text)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 40), _INVISIBLE), max_size=6))
def test_invisible_characters_hide_no_claim(
    extractor: PackedExtractors, marks: list[tuple[int, str]]
) -> None:
    text = _marked(SENTENCES[0], marks)
    (given_,) = read_documents(["-"], stdin=io.BytesIO(("خبر: " + text).encode()), form="txt")
    (found,) = extract([given_], extractor=extractor)
    assert _checked(found, "خبر: " + text) > 0

"""What holds for every text: no crash, spans that slice back, and claims that do not hang on accidents of writing."""

from __future__ import annotations

import random
import re
from functools import lru_cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extract import Extractor
from kg.languages import load_pack
from kg.model import Claim, Registry
from kg.ontology.kinds import relation_kinds
from kg.registry import load_registry
from tests.building import document
from tests.extract.cases import Passage, passages, slug, spans

_PASSAGES = [passage for passage in passages() if passage.expect and not passage.known_gap]
_INVISIBLE = ("\u0640", "\u064e", "\u0651", "\u200c", "\u200d", "\u200f", "\u202b", "\ufeff", "\u00ad")
_ARTICLE = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def _vocabulary() -> list[str]:
    pack = load_pack("ar")
    words = {word for group in pack.words.values() for word in group} | set(pack.heads) | set(pack.titles)
    words |= {form for frame in pack.frames for form in sorted(frame.forms)[:3]} | set(pack.months)
    return sorted(words)


_NAMES = [
    "داعش",
    "جيش العزة",
    "حلب",
    "الرئيس السوري بشار الأسد",
    "حزب الله",
    "بلدة",
    "ريف حماة",
    "الجيش",
    "القاعدة",
]
_MARKS = [".", "،", "\n", '"', "«", "»", ":", "&\n", "؟", "2016", "و", "ب", "ل", "لل", "هما", "\u200f", "x"]
_TEXTS = st.lists(
    st.sampled_from(_vocabulary()) | st.sampled_from(_NAMES) | st.sampled_from(_MARKS), max_size=25
).map(" ".join)


def _stated(claims: tuple[Claim, ...]) -> list[tuple[object, ...]]:
    """What is claimed, whatever the offsets."""
    return sorted(
        (slug(c.subject), c.predicate, slug(c.object), c.modality, tuple(map(slug, c.attributed_to)))
        for c in claims
    )


def _check(text: str, extractor: Extractor) -> None:
    for claim in extractor.extract(document(text, language=extractor.language)):
        for span in spans(claim):
            assert text[span.start : span.end] == span.quote
        assert 0 < claim.confidence <= 1
        assert claim.subject.entity.iri != claim.object.entity.iri


@_ARTICLE
@given(text=_TEXTS)
def test_no_sequence_of_known_words_is_too_much(extractor: Extractor, text: str) -> None:
    _check(text, extractor)


@_ARTICLE
@given(text=st.text(max_size=80))
def test_no_text_is_too_much(extractor: Extractor, text: str) -> None:
    _check(text, extractor)


def _mangled(text: str, chance: random.Random) -> str:
    """A piece of a text in which words are left out, exchanged or shuffled, marks are gone, or which is cut off."""
    words = text.split()
    start = chance.randrange(len(words))
    words = words[start : start + chance.randrange(2, 40)]
    how = chance.randrange(5)
    if how == 0:
        words = [word for word in words if chance.random() > 0.2]
    elif how == 1:
        words = [word.strip('.,،؛:"«»“”()') for word in words]
    elif how == 2:
        chance.shuffle(words)
    elif how == 3 and len(words) > 1:
        at = chance.randrange(len(words) - 1)
        words[at], words[at + 1] = words[at + 1], words[at]
    cut = " ".join(words)
    return cut[: chance.randrange(len(cut) + 1)] if how == 4 else cut


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_text_that_breaks_off_or_lacks_words_is_read_to_its_end(
    extractors: dict[str, Extractor], language: str
) -> None:
    chance = random.Random(language)
    texts = [passage.text for passage in passages(language)]
    for _ in range(4000):
        _check(_mangled(f"{chance.choice(texts)} {chance.choice(texts)}", chance), extractors[language])


@_ARTICLE
@given(passage=st.sampled_from(_PASSAGES), seed=st.integers(0, 2**16))
def test_letters_that_cannot_be_seen_change_no_claim(
    extractor: Extractor, passage: Passage, seed: int
) -> None:
    chance = random.Random(seed)
    marked = "".join(
        c + chance.choice(_INVISIBLE) if c.isalpha() and chance.random() < 0.3 else c for c in passage.text
    )
    _check(marked, extractor)
    assert _stated(extractor.extract(document(marked))) == _stated(extractor.extract(document(passage.text)))


@_ARTICLE
@given(passage=st.sampled_from(_PASSAGES))
def test_spellings_of_hamza_and_final_ya_change_no_claim(extractor: Extractor, passage: Passage) -> None:
    # The name and the preposition are told apart by nothing else than their last letter.
    words = re.split(r"(\W+)", passage.text)
    spelled = "".join(
        word if word.lstrip("وف") in ("علي", "على") else word.translate(str.maketrans("أإىيك", "اايیک"))
        for word in words
    )
    assert _stated(extractor.extract(document(spelled))) == _stated(extractor.extract(document(passage.text)))


@_ARTICLE
@given(before=st.sampled_from(["", "\n", "  ", "طقس جميل.\n"]), passage=st.sampled_from(_PASSAGES))
def test_what_stands_before_a_passage_moves_its_spans_and_nothing_else(
    extractor: Extractor, before: str, passage: Passage
) -> None:
    moved = extractor.extract(document(before + passage.text))
    here = extractor.extract(document(passage.text))
    assert _stated(moved) == _stated(here)
    assert [c.evidence.start - len(before) for c in moved] == [c.evidence.start for c in here]


@pytest.mark.parametrize(
    "text",
    [
        "هاجم «جيش العزة» تنظيم «داعش» في «منبج».",
        'هاجم "جيش العزة" تنظيم "داعش" في منبج.',
        "هاجم جيش العزة تنظيم 'داعش' في منبج.",
        "هاجم جيش «العزة» تنظيم داعش في مدينة “منبج”.",
    ],
)
def test_quotation_marks_round_names_change_no_claim(extractor: Extractor, text: str) -> None:
    plain = extractor.extract(document("هاجم جيش العزة تنظيم داعش في منبج."))
    assert [claim.predicate for claim in plain] == ["attacks", "presentIn"]
    assert _stated(extractor.extract(document(text))) == _stated(plain)


@lru_cache(maxsize=1)
def _shuffled() -> Extractor:
    entries = list(load_registry().entries)
    random.Random(7).shuffle(entries)
    return Extractor(Registry(tuple(entries)), load_pack("ar"), relation_kinds())


def test_the_order_of_the_registry_does_not_matter(extractor: Extractor) -> None:
    for passage in passages():
        source = document(passage.text)
        assert _shuffled().extract(source) == extractor.extract(source)


def test_an_empty_document_says_nothing(extractor: Extractor) -> None:
    for text in ("", " ", "\n\n", "&", "."):
        assert extractor.extract(document(text)) == ()


def test_without_a_registry_only_the_unlisted_and_the_described_are_found() -> None:
    bare = Extractor(Registry(()), load_pack("ar"), relation_kinds())
    claims = bare.extract(document('هاجم مسلحون ليبيون حركة "صقور الوديان". وقصف داعش منبج.'))
    assert [(slug(c.subject), c.predicate, c.subject.entity.known) for c in claims] == [
        ("libyan-gunmen", "attacks", False)
    ]
